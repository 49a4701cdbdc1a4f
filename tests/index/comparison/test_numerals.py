"""Numbers in digits and words as values, and values as digits."""

from __future__ import annotations

import pytest

from index.comparison.aligning.numerals import MAGNITUDE, SMALL, combine, digits, fraction, spoken
from index.comparison.aligning.tokens import tokenize


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("30", 30.0),
        ("3.5", 3.5),
        ("1,200", 1200.0),
        ("1,200,000.5", 1_200_000.5),
        ("120,000", 120_000.0),
        ("1,20,000", None),
        ("1,2,3", None),  # a list
        ("1200,500", None),
        (",500", None),
        ("1,2000", None),
        ("", None),
        ("1.2.3", None),  # a section
        ("9" * 18, 999_999_999_999_999_999.0),
        ("9" * 19, None),
    ],
)
def test_digits(printed: str, value: float | None) -> None:
    assert digits(printed) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("3/4", 0.75),
        ("5-1/2", 5.5),
        ("1/64", 1 / 64),
        ("10/64", 10 / 64),
        ("0/1", None),
        ("1/65", None),
        ("4/3", None),
        ("3/3", None),
        ("1/1", None),
        ("1/", None),
        ("/2", None),
        ("100/2", None),
        ("1,2,3-1/2", None),
    ],
)
def test_fractions(printed: str, value: float | None) -> None:
    assert fraction(printed) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty five", 25),
        ("two hundred fifty thousand", 250_000),
        ("hundred", 100),
        ("thousand", 1000),
        ("three million two thousand six", 3_002_006),
        ("two dozen", 24),
        ("three thousand two hundred", 3200),
    ],
)
def test_words_one_after_the_other(words: str, value: float) -> None:
    parts = [(MAGNITUDE[word], True) if word in MAGNITUDE else (SMALL[word], False) for word in words.split()]
    assert combine(parts) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("three hundred", 3e2),
        ("three thousand, 3 thousand, 3k", 3e3),
        ("three million, 3 mln, 3mn, 3m", 3e6),
        ("three billion, 3 bln, 3bn, 3b", 3e9),
        ("three trillion, 3tn", 3e12),
    ],
)
def test_magnitudes_however_they_are_shortened(printed: str, value: float) -> None:
    assert {word.value for word in tokenize(printed, 0, len(printed))} == {value}


def test_values_as_people_write_them() -> None:
    assert [spoken(value) for value in (1200.0, 0.5, 1234.25, 0.0, 1e12)] == [
        "1,200",
        "0.5",
        "1,234.25",
        "0",
        "1,000,000,000,000",
    ]
