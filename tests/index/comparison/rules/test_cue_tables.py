"""The tables of cues: every line can be read, asks something of its own, and each of its cues tells it."""

from __future__ import annotations

from collections import Counter

from index.comparison.conflicts.figures.clause_cues import cued
from index.comparison.conflicts.figures.ledger import Figures
from index.comparison.conflicts.what_became import event_matters
from index.comparison.conflicts.what_became.event_matters import event_matters as differing
from index.comparison.conflicts.what_became.matters import MATTERS
from index.comparison.conflicts.when_and_where import event_days
from tests.index.comparison.rules.texts import both_told, one_told


def lines() -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in MATTERS.strip().splitlines()]


def test_every_matter_asks_something_else_of_a_topic_and_has_cues_for_two_points() -> None:
    assert max(Counter(line[0] for line in lines()).values()) == 1
    for about, topics, *points in lines():
        assert len(points) == 2, about
        assert topics, about
        assert all(cue.split() for point in points for cue in point.split(";")), about


def test_no_cue_tells_both_points_of_a_matter() -> None:
    for matter in event_matters._matters():
        points: dict[tuple[str, ...], set[int]] = {}
        for cue, point in matter.cues:
            points.setdefault(cue, set()).add(point)
        assert all(len(of) == 1 for of in points.values()), matter.about


def test_the_topic_must_stand_in_both_articles() -> None:
    a = "In Kelsa the pirates got their money, said Captain Brenner."
    b = "No ransom was paid in Kelsa, Captain Brenner insisted."
    assert len(list(differing(*both_told(a, b)))) == 1
    assert not list(differing(*both_told(a.replace("pirates", "waiters"), b)))


def test_every_day_asks_something_else() -> None:
    abouts = [about for about, _ in event_days._lines()]
    assert len(set(abouts)) == len(abouts)


def test_a_figure_answers_the_line_of_its_nearest_cue() -> None:
    text = "The hospital took in 90 while the police drove 40 to their cells."
    told = one_told(text)
    found = cued(text, told.passages[0].words, Figures(told).of[0])
    assert [(c.tally.about, c.figure.value) for c in found] == [
        ("how many were hurt", 90),
        ("how many were arrested", 40),
    ]
