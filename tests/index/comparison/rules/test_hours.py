"""Which hours the words for parts of the day may mean: what the clock says inside them and outside."""

from __future__ import annotations

import pytest

from tests.index.comparison.rules.rules import found

HOURS = [
    ("at midnight", "11:45 p.m.", "12:45 a.m."),
    ("at dawn", "3:45 a.m.", "8:45 a.m."),
    ("at daybreak", "3:45 a.m.", "8:45 a.m."),
    ("at sunrise", "3:45 a.m.", "8:45 a.m."),
    ("in the morning", "3:45 a.m.", "12:45 p.m."),
    ("at noon", "11:45 a.m.", "12:45 p.m."),
    ("at midday", "10:45 a.m.", "1:45 p.m."),
    ("at lunchtime", "10:45 a.m.", "3:15 p.m."),
    ("in the afternoon", "11:45 a.m.", "7:15 p.m."),
    ("at dusk", "3:45 p.m.", "10:45 p.m."),
    ("at sunset", "3:45 p.m.", "10:45 p.m."),
    ("at nightfall", "3:45 p.m.", "10:45 p.m."),
    ("in the evening", "4:15 p.m.", "12:45 a.m."),
    ("at night", "5:45 p.m.", "6:45 a.m."),
    ("overnight", "5:45 p.m.", "6:45 a.m."),
    ("in the early morning", "11:45 p.m.", "9:45 a.m."),
    ("in the early afternoon", "11:45 a.m.", "4:15 p.m."),
    ("in the early evening", "3:45 p.m.", "9:15 p.m."),
    ("in late morning", "8:45 a.m.", "12:45 p.m."),
    ("in late afternoon", "2:45 p.m.", "7:15 p.m."),
    ("in late evening", "7:15 p.m.", "12:45 a.m."),
    ("late at night", "5:45 p.m.", "6:45 a.m."),
    ("in the late night", "8:15 p.m.", "4:45 a.m."),
    ("early on Sunday", "11:45 p.m.", "10:45 a.m."),
    ("late on Sunday", "2:45 p.m.", "12:45 a.m."),
]
"""A time in words, a time of the clock that it may be, one that it cannot be."""


@pytest.mark.parametrize(("words", "inside", "outside"), HOURS, ids=[words for words, *_ in HOURS])
def test_which_times_of_the_clock_a_part_of_the_day_may_be(words: str, inside: str, outside: str) -> None:
    told = f"The dam above Kolmen near Oster burst {words}."
    assert found("hours", told, f"Above Kolmen near Oster the dam gave way at {inside}.") == []
    [finding] = found("hours", told, f"Above Kolmen near Oster the dam gave way at {outside}.")
    assert finding.endswith(f"B has “{outside}” (likely, not certain).")
