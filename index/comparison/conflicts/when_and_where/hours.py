"""At what time of the day it happened: shortly before dawn in one article, a little after midnight in the other.

The hours of the clock and the words for parts of the day become stretches of hours, of one weekday where it stands
beside them.  Two are held against each other where they cannot meet and stand in sentences that each tell one deed and
one time, the same deed.  All are only likely.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import quantities, years
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against
from index.comparison.conflicts.reading.about import what_stands_near
from index.comparison.conflicts.reading.deeds import deeds, deeds_in
from index.comparison.conflicts.reading.one_event import surely_one_event
from index.comparison.conflicts.reading.phrases import content, of_others
from index.comparison.conflicts.reading.rivals import rivals

_DAY = 24.0
_APART = 0.5  # hours between two times that are held against each other
_ROUGHLY = 0.75  # hours by which "about 5 a.m." may be off
_SOON = 1.5  # hours in "shortly after"
_NAMED: dict[str, tuple[float, float]] = {
    "midnight": (24, 24),
    "dawn": (4, 8),
    "daybreak": (4, 8),
    "sunrise": (4, 8),
    "morning": (4, 12),
    "noon": (12, 12),
    "midday": (11, 13),
    "lunchtime": (11, 14.5),
    "afternoon": (12, 18.5),
    "dusk": (16, 22),
    "sunset": (16, 22),
    "nightfall": (16, 22),
    "evening": (16.5, 24),
    "night": (18, 30),
    "overnight": (18, 30),
}
"""Hours of the day that a word may mean, past midnight above 24."""
_EARLY: dict[str, tuple[float, float]] = {"morning": (0, 9), "afternoon": (12, 15.5), "evening": (16, 20.5)}
_LATE: dict[str, tuple[float, float]] = {
    "morning": (9, 12),
    "afternoon": (15, 18.5),
    "evening": (19.5, 24),
    "night": (20.5, 28),
}
_EARLY_ON, _LATE_ON = (0.0, 10.0), (15.0, 24.0)  # "early on Sunday", "late Sunday"
_LED = frozenset(word_list("shortly just soon little minutes moments right a"))
_ABOUT = frozenset(word_list("about around roughly nearly almost"))
_SAID = frozenset({"=say"})
_DATED = frozenset(word_list("ago earlier previous last every each"))
_LEAD = 4  # passages in which an article tells what its event is
_BESIDE = 2  # words between a weekday and the time of that day
_MOST = 40
_REACH = 14  # words between a deed and its time
_OPENING = 3  # words with which a sentence may begin before its time
_ELSE = frozenset(word_list("and but who which while when as before after until because that"))
_PARTING = re.compile(r"[;:(),]")


class _Hours(NamedTuple):
    """Words first to end tell a time from hour `low` to hour `high`, of `weekday` (0 to 6) where one is told."""

    passage: Passage
    first: int
    end: int
    low: float
    high: float
    weekday: int | None


def other_hours(a: Told, b: Told) -> Iterator[Finding]:
    """Times of the day of one deed that cannot be one."""
    if not surely_one_event(a, b):
        return

    def exclude(_: tuple[str], x: _Hours, y: _Hours) -> bool:
        if _wording(x) == _wording(y):
            return False  # one time of two days, which the rules of days tell
        in_leads = max(x.passage.order, y.passage.order) < _LEAD
        one_thing = in_leads or bool(_beside(x.passage) & _beside(y.passage))
        return one_thing and not _meet(x, y) and not of_others(x.passage, y.passage)

    def settled(mine: Sequence[_Hours], theirs: Sequence[_Hours]) -> bool:
        return _one_time(mine) and _one_time(theirs)

    for _, x, y in rivals(_happened(a), _happened(b), _MOST, exclude, settled):
        yield held_against("date", "differs", x, y, what_stands_near(x.passage.words, x.first, x.end), 0.5)


def _wording(hours: _Hours) -> list[str]:
    return [w.folded for w in hours.passage.words[hours.first : hours.end]]


def _beside(passage: Passage) -> set[str]:
    """What the sentence tells beside the deed."""
    words = passage.words
    done = {n for first, end, _ in deeds(words) for n in range(first, end)}
    return content([w for n, w in enumerate(words) if n not in done])


def _one_time(told: Sequence[_Hours]) -> bool:
    return all(_meet(told[0], x) for x in told)


def _meet(x: _Hours, y: _Hours) -> bool:
    """Can both be one time, on the days that they tell, on any day where either tells none?"""
    if x.weekday is not None and y.weekday is not None:
        shifts = [_DAY * (y.weekday - x.weekday + 7 * week) for week in (-1, 0, 1)]
    else:
        shifts = [-_DAY, 0.0, _DAY]
    return any(y.low + s <= x.high + _APART and x.low <= y.high + s + _APART for s in shifts)


@once
def _happened(told: Told) -> Mapping[tuple[str], list[_Hours]]:
    """By what was done, the time of the day that a sentence tells of it, where it tells one deed and one time."""
    found: dict[tuple[str], list[_Hours]] = defaultdict(list)
    text = told.side.document.text
    for passage in told.stated:
        words = passage.words
        if not _DATED.isdisjoint(passage.forms) or years(words):
            continue
        done = deeds_in(told)[passage.order]
        hours = list(_hours(text, passage)) if len({deed for _, _, deed in done}) == 1 else []
        if len(hours) != 1 or _of_saying(words, hours[0].first):
            continue
        if any(_tied(text, words, first, end, hours[0]) for first, end, _ in done):
            found[(done[0][2],)].append(hours[0])
    return found


def _tied(text: str, words: Sequence[Word], first: int, end: int, hours: _Hours) -> bool:
    """Is it the deed, words `first` to `end`, that was done at the time: no other clause between?

    "The dam burst in Dorn at noon", "At noon, the dam burst", "It was noon, they say, when the dam burst".
    """
    if end <= hours.first:
        between = words[end : hours.first]
        marks = text[words[end - 1].end : words[hours.first].start]
        return len(between) <= _REACH and not _PARTING.search(marks) and not any(w.folded in _ELSE for w in between)
    between = words[hours.end : first]
    if len(between) > _REACH:
        return False
    if [w.folded for w in words[:2]] == ["it", "was"] and hours.first <= _OPENING:
        return any(w.folded == "when" for w in between)
    return hours.first <= _OPENING and not any(w.folded in _ELSE for w in between)


def _of_saying(words: Sequence[Word], at: int) -> bool:
    """Is the time at word `at` that of a statement: "officials said late on Monday"?"""
    return any(w.key in _SAID for w in words[max(0, at - _BESIDE) : at])


def _hours(text: str, passage: Passage) -> Iterator[_Hours]:
    words = passage.words
    clocks = {q.at: q for q in quantities(words, text) if q.unit == "clock" and q.half}
    at = 0
    while at < len(words):
        folded, before = words[at].folded, words[at - 1].folded if at else ""
        clock = clocks.get(at)
        first, end = at, at + 1
        if clock is not None:
            slack = _ROUGHLY if before in _ABOUT else 0.0
            low, high, end = clock.value / 60 - slack, clock.value / 60 + slack, clock.end
        elif folded in _NAMED:
            low, high = {"early": _EARLY, "late": _LATE}.get(before, _NAMED).get(folded, _NAMED[folded])
            first = at - (before in ("early", "late"))
        elif words[at].kind == "weekday" and _led_by(words, at) in ("early", "late") and not _named_at(words, at + 1):
            low, high = _EARLY_ON if _led_by(words, at) == "early" else _LATE_ON
            first = at - 1 - (before == "on")
        else:
            at += 1
            continue
        low, high, first = _before_or_after(words, first, low, high)
        yield _Hours(passage, first, end, low, high, _weekday(words, first, end, low))
        at = end


def _led_by(words: Sequence[Word], at: int) -> str:
    """The word before a weekday, "on" left out."""
    back = at - 1 - (at > 0 and words[at - 1].folded == "on")
    return words[back].folded if back >= 0 else ""


def _named_at(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].folded in _NAMED


def _before_or_after(words: Sequence[Word], first: int, low: float, high: float) -> tuple[float, float, int]:
    """The hours of "shortly before dawn" and "after midnight", and where these words begin."""
    word = words[first - 1].folded if first else ""
    if word not in ("before", "after"):
        return low, high, first
    begin = first - 1
    while begin and words[begin - 1].folded in _LED:
        begin -= 1
    reach = _SOON if begin < first - 1 else 4 * _SOON
    return (low - reach, high, begin) if word == "before" else (low, high + reach, begin)


def _weekday(words: Sequence[Word], first: int, end: int, low: float) -> int | None:
    """The weekday beside a time; none for midnight, which belongs to two days."""
    near = words[max(0, first - 1) : end + _BESIDE]
    told = [int(w.value) for w in near if w.kind == "weekday"]
    return told[0] if told and low < _DAY else None
