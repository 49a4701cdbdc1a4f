"""Which times from the day of writing can be no one day, and in which sentences they are those of one thing."""

from __future__ import annotations

import pytest

from index.comparison.aligning.alignment import Pair
from index.comparison.conflicts.when_and_where.relative_times import times_from_today
from tests.index.comparison.rules.texts import both_told

SOLD = "The council sold the old ferry to the museum in Kelsa"


def told_apart(a: str, b: str, score: float = 0.8) -> bool:
    """Are the first sentences of two articles, that are so much alike, told to be of two times?"""
    one, other = both_told(a, b)
    found = times_from_today(Pair(one.passages[0], other.passages[0], score), one, other)
    turned = times_from_today(Pair(other.passages[0], one.passages[0], score), other, one)
    result = [finding.kind for finding in found]
    assert result == [finding.kind for finding in turned]
    return bool(result)


@pytest.mark.parametrize(
    ("stretch", "inside", "outside"),
    [
        ("the previous day", ["yesterday", "last night"], ["last week", "today"]),
        ("two nights ago", ["two days ago", "last week"], ["four days ago", "yesterday"]),
        ("last week", ["two days ago", "14 days ago"], ["yesterday", "15 days ago"]),
        ("last month", ["13 days ago", "60 days ago"], ["12 days ago", "61 days ago"]),
        ("last year", ["59 days ago", "24 months ago"], ["58 days ago", "25 months ago"]),
        ("last decade", ["10 years ago", "20 years ago"], ["nine years ago", "21 years ago"]),
        ("this week", ["yesterday", "today", "tomorrow", "seven days ago"], ["eight days ago", "last week"]),
        ("earlier this week", ["today", "seven days ago"], ["tomorrow", "eight days ago"]),
        ("later this week", ["today", "tomorrow"], ["yesterday"]),
        ("next week", ["next month or next week"], ["tomorrow", "this week"]),
    ],
)
def test_a_stretch_of_the_calendar_excludes_what_lies_outside_it(
    stretch: str, inside: list[str], outside: list[str]
) -> None:
    sentence = f"{SOLD} {stretch}."
    assert [when for when in inside if told_apart(sentence, f"{SOLD} {when}.")] == []
    assert [when for when in outside if not told_apart(sentence, f"{SOLD} {when}.")] == []


@pytest.mark.parametrize(
    "no_time",
    [f"For two days {SOLD.lower()}.", "Years ago the council sold the old ferry to the museum in Kelsa for 12."],
)
def test_what_only_looks_like_a_time_is_none(no_time: str) -> None:
    assert not told_apart(no_time, f"{SOLD} last week.")
    assert not told_apart(no_time, f"{SOLD} last month.")


LAST_MONTH = f"{SOLD} last month."


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        # Each is about somebody whom the other does not name.
        (
            "Anna Lund sold the ferry to the museum in Kelsa",
            "Karl Brenner sold the ferry to the museum in Kelsa",
            False,
        ),
        ("Anna Lund sold the ferry to the museum in Kelsa", "Mayor Lund sold the ferry to the museum in Kelsa", True),
        (
            "Mr. Brenner sold the ferry to the museum in Kelsa",
            "Mr. Brenner sold the ferry to the museum in Kelsa",
            True,
        ),
        ("Mr. Brenner sold the ferry to the museum in Kelsa", "The museum in Kelsa bought the ferry", True),
        # The names have nothing in common.
        (
            "The council sold the ferry to the museum in Kelsa",
            "The council sold the ferry to the museum in Dorn",
            False,
        ),
        # Three words that say something, and two.
        ("The council bought a museum in May for the ferry", "A council with a museum lost no ferry", True),
        ("The council bought some in May", "A council lost some", False),
    ],
)
def test_times_are_held_against_each_other_where_they_are_of_one_thing(a: str, b: str, apart: bool) -> None:
    assert told_apart(f"{a} last month.", f"{b} last week.") == apart


@pytest.mark.parametrize(
    ("a", "b", "score", "apart"),
    [
        ("last month", "last week", 0.39, False),
        ("last month", "last week", 0.40, True),
        ("last year", "next year", 0.84, True),
    ],
)
def test_sentences_that_are_hardly_alike_tell_of_two_things(a: str, b: str, score: float, apart: bool) -> None:
    assert told_apart(f"{SOLD} {a}.", f"{SOLD} {b}.", score) == apart


@pytest.mark.parametrize(
    ("a", "b", "score", "apart"),
    [
        ("The council meets the fishermen in the museum", "The council met the fishermen in the museum", 0.84, False),
        ("The council meets the fishermen in the museum", "The council met the fishermen in the museum", 0.85, True),
    ],
)
def test_what_is_to_come_and_what_is_past_are_mostly_two_rounds(a: str, b: str, score: float, apart: bool) -> None:
    assert told_apart(f"{a} next week.", f"{b} last week.", score) == apart


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("The council said last week it had sold the old ferry to the museum in Kelsa.", LAST_MONTH, False),
        ("The council said early last week it had sold the old ferry to the museum in Kelsa.", LAST_MONTH, False),
        ("Last week the council sold the old ferry to the museum in Kelsa, it said.", LAST_MONTH, True),
    ],
)
def test_when_something_was_said_is_not_when_it_was(a: str, b: str, apart: bool) -> None:
    assert told_apart(a, b) == apart
