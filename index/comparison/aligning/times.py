"""The times that a sentence tells: days and months, stretches of the calendar, halves of the day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.comparison.aligning.passages import Passage
from index.comparison.aligning.quantities import is_date
from index.comparison.aligning.tokens import Word

_PARTS = frozenset({"quarter", "half", "semester", "trimester"})
_OF_THE_DAY = frozenset({"morning", "afternoon", "evening"})
_LATE = {"night": "evening"}  # of one hour either is said


def other_times(a: Passage, b: Passage) -> bool:
    """Do both sentences give a time, and none in common: other days, other quarters, other halves of the day?"""
    for told in (_days, _parts, _halves):
        times_a, times_b = told(a.words), told(b.words)
        if times_a and times_b and not times_a & times_b:
            return True
    return part_of_year_alone(a, b)


def part_of_year_alone(a: Passage, b: Passage) -> bool:
    """Does one sentence tell of a part of a year, the other of a year and no part: the first half, the year?"""
    parts_a, parts_b = _parts(a.words), _parts(b.words)
    other = b if parts_a else a
    return bool(parts_a) != bool(parts_b) and any(w.folded == "year" for w in other.words)


def periods_in(words: Sequence[Word]) -> set[str]:
    """ "In January", "the first quarter": stretches of time by the calendar, not days."""
    months = {
        w.key
        for at, w in enumerate(words)
        if w.kind == "month" and not any(_is_day(words, n) for n in (at - 1, at + 1))
    }
    return months | _parts(words)


def _is_day(words: Sequence[Word], at: int) -> bool:
    """Is there a word `at` beside a month, and a day of it?"""
    return 0 <= at < len(words) and words[at].kind == "number" and words[at].value <= 31 and is_date(words, at)


def _days(words: Sequence[Word]) -> set[str]:
    return {
        w.key
        for at, w in enumerate(words)
        if (w.kind in ("weekday", "month") or (w.kind == "number" and is_date(words, at))) and not _of_saying(words, at)
    }


def _of_saying(words: Sequence[Word], at: int) -> bool:
    """Is word `at` the weekday when something was said: "officials said on Sunday that"?"""
    before = at - 1 - (at > 1 and words[at - 1].folded == "on")
    return words[at].kind == "weekday" and before >= 0 and words[before].key == "=say"


def _parts(words: Sequence[Word]) -> set[str]:
    """ "First quarter", "second half"."""
    return {
        f"{before.key} {word.folded}"
        for before, word in pairwise(words)
        if word.folded in _PARTS and (before.kind == "ordinal" or before.folded == "second")
    }


def _halves(words: Sequence[Word]) -> set[str]:
    return {_LATE.get(w.folded, w.folded) for w in words} & _OF_THE_DAY
