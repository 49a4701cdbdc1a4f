"""The tables of cues: every line can be read, asks something of its own, and each of its cues tells it."""

from __future__ import annotations

from collections import Counter

import pytest

from index.comparison.conflicts.figures.clause_cues import cued
from index.comparison.conflicts.figures.ledger import Figures
from index.comparison.conflicts.reading.tables import read, table
from index.comparison.conflicts.what_became.event_matters import event_matters as differing
from tests.index.comparison.rules.texts import both_told, one_told


@pytest.mark.parametrize("name", ["clause_cues", "contraries", "event_days", "matters", "stances", "states"])
def test_every_record_asks_something_else_and_no_phrase_is_empty(name: str) -> None:
    assert max(Counter(question.about for question in table(name)).values()) == 1
    for question in table(name):
        assert len(question.points) == (1 if name in ("clause_cues", "event_days") else 2), question.about
        assert all(phrase for point in question.points for phrase in point), question.about
        assert question.how <= {"decided", "share", "moved", "people", "object", "person"}, question.about


@pytest.mark.parametrize("name", ["contraries", "matters", "stances", "states"])
def test_no_phrase_tells_both_points_of_a_question(name: str) -> None:
    for question in table(name):
        assert set(question.points[0]).isdisjoint(question.points[1]), question.about


def test_a_record_is_read_over_several_lines() -> None:
    records = "whether it sank | ship boat | decided\n- went down;\n  sank\n- not sink\n\nwhen it was\n- sank\n"
    sinking, when = read(f"# A remark.\n\n{records}")
    assert (sinking.about, sinking.of, sinking.how) == ("whether it sank", "ship boat", {"decided"})
    assert sinking.points == ((("went", "down"), ("sank",)), (("not", "sink"),))
    assert sinking.decided
    assert (when.about, when.of, when.how) == ("when it was", "", frozenset())
    assert when.points == ((("sank",),),)
    assert not when.decided


def test_every_matter_is_of_a_topic() -> None:
    assert all(question.of for question in table("matters"))


def test_the_topic_must_stand_in_both_articles() -> None:
    a = "In Kelsa the pirates got their money, said Captain Brenner."
    b = "No ransom was paid in Kelsa, Captain Brenner insisted."
    assert len(list(differing(*both_told(a, b)))) == 1
    assert not list(differing(*both_told(a.replace("pirates", "waiters"), b)))


def test_a_figure_answers_the_line_of_its_nearest_cue() -> None:
    text = "The hospital took in 90 while the police drove 40 to their cells."
    told = one_told(text)
    found = cued(text, told.passages[0].words, Figures(told).of[0])
    assert [(c.tally.about, c.figure.value) for c in found] == [
        ("how many were hurt", 90),
        ("how many were arrested", 40),
    ]
