"""Times told from the day of writing: yesterday, last week, two years ago, against tomorrow, next month, last year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stopwords import COMMON
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.figures.ledger import strangers
from index.comparison.conflicts.findings import Finding, held_against
from index.comparison.conflicts.occasions import OF_FIRMS
from index.comparison.conflicts.reading.about import what_stands_near
from index.comparison.conflicts.reading.rivals import shared_near

_TOLD = 0.4  # the alignment score from which two sentences may tell one thing of two times
_SHARED = 3  # words around both times, everyday ones left out
_SHARED_ACROSS = 5  # where one is past and the other to come: mostly those are two rounds of one thing
_COPY = 0.85  # the alignment score from which they are not
_DAYS = {"day": 1, "night": 1, "weekend": 7, "week": 7, "month": 30, "year": 365, "decade": 3650}
_AWAY = {"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_FROM_TODAY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_MEANT = {1: (1, 1), 7: (2, 13), 30: (14, 59), 365: (60, 730), 3650: (3650, 7300)}  # days that "last week" mostly means
_WITHIN = {"earlier": (-1, 0), "later": (0, 1)}


class _From(NamedTuple):
    """`steps` units (of `unit` days) from the day of writing, which is from `earliest` to `latest` days after it."""

    passage: Passage
    unit: int
    steps: int
    earliest: int
    latest: int
    first: int
    end: int

    def apart(self, other: _From) -> bool:
        """Can the two be no one day, whatever day of its week, month or year this is?"""
        if self.unit == other.unit and self.steps != other.steps:
            return True
        return self.latest < other.earliest or other.latest < self.earliest


def times_from_today(pair: Pair, a: Told, b: Told) -> Iterator[Finding]:
    """ "Issued last month" against "last week", "meets tomorrow" against "met yesterday", in one statement.

    None where the sentences give a time in common, or each is about somebody whom the other does not name.
    """
    if pair.score < _TOLD or strangers(pair.a, pair.b):
        return
    told_a, told_b = list(_told(pair.a)), list(_told(pair.b))
    if not told_a or not told_b or any(not x.apart(y) for x in told_a for y in told_b):
        return
    if _other_subject(a, pair.a, pair.b) and _other_subject(b, pair.b, pair.a):
        return
    for x in told_a:
        for y in told_b:
            if _of_saying(x) == _of_saying(y) and len(
                {key for key in shared_near(x, y) if key not in COMMON}
            ) >= _needed(pair, x, y):
                yield held_against(
                    "date", "differs", x, y, what_stands_near(x.passage.words, x.first, x.end), pair.score
                )


def _other_subject(told: Told, passage: Passage, other: Passage) -> bool:
    """Is the first person or organisation that a sentence names nowhere in the other?"""
    start = passage.words[0].start
    first = next((m for m in told.mentions_in(start, passage.span.end) if m.type in ("PERSON", "ORG")), None)
    if first is None:
        return False
    words = [w for w in passage.words if first.start <= w.start < first.end and w.folded not in OF_FIRMS]
    return all(w.key not in other.weights for w in words)


def _of_saying(told: _From) -> bool:
    """Is it the time when something was said: "said last night that"?"""
    return any(w.key == "=say" for w in told.passage.words[max(0, told.first - 2) : told.first])


def _needed(pair: Pair, x: _From, y: _From) -> int:
    across = min(x.steps, y.steps) < 0 < max(x.steps, y.steps)
    return _SHARED_ACROSS if across and pair.score < _COPY else _SHARED


def _told(passage: Passage) -> Iterator[_From]:
    words = passage.words
    for at, word in enumerate(words):
        steps = _FROM_TODAY.get(word.folded)
        if steps is not None:
            yield _From(passage, 1, steps, steps, steps, at, at + 1)
        elif at + 1 < len(words) and word.folded in _AWAY and words[at + 1].folded in _DAYS:
            yield _stretch(passage, at)
        elif word.folded == "ago" and at > 1:
            count = 1.0 if words[at - 2].folded == "a" else words[at - 2].value
            unit = _DAYS.get(words[at - 1].folded.removesuffix("s"))
            if unit is not None and 0 < count < 100:
                steps, half = -round(count), max(1, unit // 2)
                yield _From(passage, unit, steps, steps * unit - half, steps * unit + half, at - 2, at + 1)


def _stretch(passage: Passage, at: int) -> _From:
    """ "Last week", "earlier this month": the stretch of the calendar that word `at` and the next tell."""
    words: Sequence[Word] = passage.words
    unit, steps = _DAYS[words[at + 1].folded], _AWAY[words[at].folded]
    part = _WITHIN.get(words[at - 1].folded) if at else None
    before, after = part if part is not None and not steps else (-1, 1)
    low, high = before * (unit - 1), after * (unit - 1)
    if steps:
        near, far = _MEANT[unit]
        low, high = (-far, -near) if steps < 0 else (near, far)
    return _From(passage, unit, steps, low, high, at - (part is not None), at + 2)
