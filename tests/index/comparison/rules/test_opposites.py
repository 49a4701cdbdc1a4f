"""Words that cannot both stand in one place: by the scales that they are points of, or by a denying syllable."""

from __future__ import annotations

import pytest

from index.comparison.aligning.tokens import tokenize
from index.comparison.conflicts.word_for_word.opposites import Opposition, from_today, opposed


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("rose", "fell", Opposition("negation", True)),
        ("increases", "declined", Opposition("negation", True)),
        ("rose", "increased", None),
        ("rose", "rose", None),
        ("rose", "refused", None),
        ("all", "few", Opposition("number", False)),
        ("always", "rarely", Opposition("negation", True)),
        ("half", "some", None),
        # A syllable of two letters or three that denies a word of four or more.
        ("paid", "unpaid", Opposition("negation", True)),
        ("disloyal", "loyal", Opposition("negation", True)),
        ("nonprofit", "profit", Opposition("negation", True)),
        ("done", "undone", Opposition("negation", True)),
        ("fit", "unfit", None),
        ("moral", "amoral", None),
        ("paid", "prepaid", None),
        ("paid", "underpaid", None),
        ("able", "disabled", None),
        ("paid", "unspent", None),
        ("Monday", "unmonday", None),
    ],
)
def test_what_is_opposed(a: str, b: str, expected: Opposition | None) -> None:
    (one,), (other,) = (tokenize(word, 0, len(word)) for word in (a, b))
    assert opposed(one, other) == opposed(other, one) == expected


@pytest.mark.parametrize(("text", "expected"), [("this month", True), ("a month", False), ("next week", True)])
def test_a_time_told_from_today(text: str, expected: bool) -> None:
    words = tokenize(text, 0, len(text))
    assert from_today(words, 1) == expected
    assert not from_today(words, 0)
    assert not from_today(tokenize("week last", 0, 9), 0)
