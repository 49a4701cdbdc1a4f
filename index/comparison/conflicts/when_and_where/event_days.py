"""On which weekday or in which month an event has what it has once: the verdict, the crash, the signing, the start.

Where two articles surely report one event and each tells one day of it alone, in sentences with a word of the same line
of the table and no other time, two days are held against each other.  All are only likely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import is_date, years
from index.comparison.aligning.stems import stem, word_list
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against
from index.comparison.conflicts.reading.cues import left_open, rows
from index.comparison.conflicts.reading.one_event import surely_one_event
from index.comparison.conflicts.reading.phrases import of_others
from index.comparison.conflicts.reading.rivals import each_tells_one, rivals
from index.comparison.conflicts.reading.tables import table

_REACH = 6  # words from one part of a cue to the next
_NEAR = 12  # words from a cue to the time
_MOST = 12  # tellings of one thing; more tell none apart
_LONGEST = 80
_OPEN = 8  # words before a cue in which it is left open
_SINCE = 3  # words from "since" to a cue
_SAYING = 3  # words between the time and who says so then
_SAID = frozenset({"=say", "confirm", "report"})
_ELSEWHEN = frozenset(
    word_list(
        """
        last previous previously earlier ago since until next each every before after if might could may anniversary
        follow following former
        """
    )
)


class _Day(NamedTuple):
    """Words first to end of a passage: the weekday or month `value`."""

    passage: Passage
    first: int
    end: int
    value: str


def event_days(a: Told, b: Told) -> Iterator[Finding]:
    """The days of one thing of which one at most is right."""
    if not surely_one_event(a, b):
        return

    def settled(mine: Sequence[_Day], theirs: Sequence[_Day]) -> bool:
        days, others = {x.value for x in mine}, {y.value for y in theirs}
        return each_tells_one(days, others) and not (_names(a, *others) or _names(b, *days))

    def exclude(_: tuple[int, str], x: _Day, y: _Day) -> bool:
        return not of_others(x.passage, y.passage)

    for (number, _), x, y in rivals(_told(a), _told(b), _MOST, exclude, settled):
        yield held_against("date", "differs", x, y, table("event_days")[number].about, 0.4)


def _names(told: Told, day: str) -> bool:
    """Does an article name a day or month anywhere?"""
    return any(w.key == day and w.kind in ("weekday", "month") for p in told.stated for w in p.words)


@once
def _told(told: Told) -> Mapping[tuple[int, str], Sequence[_Day]]:
    """By line and scale: the one weekday, and the one month, of the sentences that have a cue."""
    found: dict[tuple[int, str], list[_Day]] = defaultdict(list)
    for passage in told.stated:
        words = passage.words
        if len(words) > _LONGEST:
            continue
        for scale in ("weekday", "month"):
            times = [n for n, w in enumerate(words) if w.kind == scale]
            if len(times) == 1 and not _of_another_day(words, *times):
                for number in {n for n, cue in _cues_in(passage) if _stands(words, cue, *times)}:
                    found[number, scale].append(_day(passage, *times))
    return found


def _day(passage: Passage, at: int) -> _Day:
    """The weekday or the month, with the day after it, that word `at` names."""
    words = passage.words
    word, *after = words[at : at + 2]
    dated = word.kind == "month" and bool(after) and is_date(words, at + 1)
    return _Day(passage, at, at + 1 + dated, word.key)


def _of_another_day(words: Sequence[Word], at: int) -> bool:
    """Is the time that of a statement ("officials said on Monday"), of another year, or a part of a name?"""
    before = words[:at][-_SAYING:]
    if any(w.folded in _ELSEWHEN for w in before) or (at > 1 and before[-1].capital):
        return True
    if years(words):
        return True
    return any(not _SAID.isdisjoint((w.key, w.stem)) for w in (*before, *words[at : at + _SAYING]))


def _stands(words: Sequence[Word], cue: Sequence[str], time: int) -> bool:
    """Do the parts of a cue stand in this order near the time, as what came to be?"""
    for start, *_ in rows(words, cue, lambda _, last: last + 1 + _REACH):
        before = words[:start][-_OPEN:]
        wished = left_open(before) or [w.folded for w in before[-1:]] == ["to"]
        led = words[max(0, start - _SINCE) : time] if start < time else ()
        of_the_last = any(w.folded == "since" for w in led)  # "the worst attack since a raid in March"
        if abs(start - time) <= _NEAR and not wished and not of_the_last:
            return True
    return False


def _cues_in(passage: Passage) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The cues whose stems a sentence has, in whatever order, with the number of their line."""
    for first in passage.stems & _cues().keys():
        for number, cue in _cues()[first]:
            if passage.stems.issuperset(cue):
                yield number, cue


@cache
def _cues() -> Mapping[str, Sequence[tuple[int, tuple[str, ...]]]]:
    """By its first stem each cue of the table, as stems, with the number of its line."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for number, line in enumerate(table("event_days")):
        for said in line.points[0]:
            cue = tuple(map(stem, said))
            found[cue[0]].append((number, cue))
    return dict(found)
