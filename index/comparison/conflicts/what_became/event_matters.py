"""What an event settles one way or the other, told in any words: paid or not, sent or not, lifted or still in force.

A clause tells it where the cues of one point of a matter stand in it, in any order and any form.  Two articles that
surely report one event are held against each other where each tells one point alone.  All are only likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import stem
from index.comparison.aligning.stopwords import AUXILIARIES
from index.comparison.aligning.times import other_times
from index.comparison.conflicts.findings import Finding, held_against
from index.comparison.conflicts.reading.cues import Cue, by_first, cues_of, first_stems
from index.comparison.conflicts.reading.one_event import surely_one_event
from index.comparison.conflicts.reading.own_words import one_point, told_in_own_words
from index.comparison.conflicts.reading.phrases import of_others
from index.comparison.conflicts.reading.rivals import each_tells_one, rivals
from index.comparison.conflicts.reading.tables import table

_OPENING = "They differ on {about}"
_BESIDE = 2  # words from "was" to what was done
_REACH = 9  # words from the first to the last of a cue
_COMING_REACH = 6  # words before a cue that tell of it as still to come
_LONGEST = 120  # words of a sentence; longer ones are no prose
_MOST = 20  # tellings of one matter; more tell none apart
_COMING = frozenset({"will", "would"})
_TO_COME = _COMING | {"to", "plans", "planned"}  # before a cue


class _Telling(NamedTuple):
    """Words first to end of a passage tell `point` of a matter; `coming`: as something still to come."""

    passage: Passage
    point: int
    first: int
    end: int
    coming: bool


def event_matters(a: Told, b: Told) -> Iterator[Finding]:
    """The matters that either article settles, and otherwise than the other."""
    if not surely_one_event(a, b):
        return

    def exclude(number: int, x: _Telling, y: _Telling) -> bool:
        return (
            (table("matters")[number].decided or not (x.coming or y.coming))
            and not other_times(x.passage, y.passage)
            and not _others(x.passage, y.passage)
        )

    for number, x, y in rivals(_told(a), _told(b), _MOST, exclude, _settled):
        yield held_against("negation", "differs", x, y, table("matters")[number].about, 0.4, _OPENING)


def _others(a: Passage, b: Passage) -> bool:
    """Do two sentences tell of other people or things, or of two days?"""
    if a.people and b.people and not set(a.people) & set(b.people):
        return True
    days = ({w.key for w in p.words if w.kind == "weekday"} for p in (a, b))
    on_a, on_b = days
    return bool(on_a and on_b and not on_a & on_b) or of_others(a, b)


def _settled(mine: Sequence[_Telling], theirs: Sequence[_Telling]) -> bool:
    return each_tells_one({x.point for x in mine}, {y.point for y in theirs})


@once
def _told(told: Told) -> Mapping[int, Sequence[_Telling]]:
    """By matter, what an article tells in its own words."""
    everywhere: set[str] = set().union(*(passage.stems for passage in told.stated))
    by_stem = by_first((n, _first_stems(n)) for n, of in enumerate(_topics()) if not of.isdisjoint(everywhere))
    text = told.side.document.text
    return told_in_own_words(
        told,
        _LONGEST,
        lambda passage: {n for s in passage.stems & by_stem.keys() for n in by_stem[s]},
        lambda passage, number: _telling(text, passage, number),
    )


def _telling(text: str, passage: Passage, number: int) -> _Telling | None:
    """What a sentence tells of a matter, None where it tells nothing, both points or leaves it open."""
    words = passage.words
    on_topic = not _topics()[number].isdisjoint(passage.stems)

    def until(start: int, last: int) -> int:
        return last + 1 + _BESIDE if words[last].folded in AUXILIARIES else start + _REACH

    cues = _cues(number) if on_topic else (cue for cue in _cues(number) if len(cue.said) > 1)
    told = one_point(text, passage, cues, until)
    if told is None:
        return None
    point, first, end = told
    before = words[:first][-_COMING_REACH:]
    coming = any(w.folded in _TO_COME for w in before) or any(w.folded in _COMING for w in words[first:end])
    return _Telling(passage, point, first, end, coming)


@cache
def _topics() -> tuple[frozenset[str], ...]:
    """By matter the stems of which both articles have one."""
    return tuple(frozenset(stem(word) for word in question.of.split()) for question in table("matters"))


@cache
def _cues(number: int) -> tuple[Cue, ...]:
    """What a matter is told by; made when a sentence has the first stem of one."""
    return cues_of(table("matters")[number])


@cache
def _first_stems(number: int) -> frozenset[str]:
    """The stems with which what tells of a matter begins; found when an article is on its topic, as of most none is."""
    return first_stems(table("matters")[number])
