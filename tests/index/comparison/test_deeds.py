"""What happened, told by other verbs: its times and places are still held against each other."""

from __future__ import annotations

from collections import Counter

import pytest

from index.comparison.aligning.tokens import tokenize
from index.comparison.conflicts.reading.deeds import _DEEDS, deeds
from tests.index.comparison.test_disagreements import conflicts


def told(text: str) -> list[tuple[str, str]]:
    words = tokenize(text, 0, len(text))
    return [(" ".join(w.folded for w in words[first:end]), deed) for first, end, deed in deeds(words)]


def test_a_deed_stands_in_one_line_alone() -> None:
    count = Counter(deed.strip() for line in _DEEDS.strip().splitlines() for deed in line.split(";"))
    assert [deed for deed, seen in count.items() if seen > 1] == []


def test_deeds_of_one_line_share_a_key_and_the_longest_is_read() -> None:
    assert told("The dike gave way; it burst.") == [("gave way", "~burst"), ("burst", "~burst")]
    assert told("The dike broke through") == [("broke through", "~burst")]
    assert told("She was released") == [("was released", "~was released")]
    assert told("The dike gave") == []


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        (
            "The Tarn dike gave way on Tuesday night.",
            "Farms drowned when the dike at Tarn burst on Wednesday night.",
            ("date", "Tuesday", "Wednesday"),
        ),
        (
            "The cashier Paul Brandt was taken into custody at his aunt's in Lisbon.",
            "Paul Brandt, the cashier, was arrested at his aunt's in Marseille.",
            ("place", "Lisbon", "Marseille"),
        ),
    ],
)
def test_another_time_or_place_of_one_deed_is_told(compared, a: str, b: str, found: tuple[str, str, str]) -> None:
    assert conflicts(compared, a, b) == [found]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Tarn dike gave way on Tuesday night.", "The dike at Tarn was raised on Wednesday night."),
        (
            "The Tarn dike gave way on Tuesday night.",
            "The dike at Tarn burst on Wednesday night, and another in Tarn had burst on Tuesday.",
        ),
    ],
)
def test_two_deeds_are_no_conflict(compared, a: str, b: str) -> None:
    assert conflicts(compared, a, b) == []
