"""Other figures for what an event has once: its toll, the crowd, the damage, the vote, wherever they are told.

Sentences need not be aligned: an article that gives one toll, and not that of another occasion, gives that of the event
it reports.  Two such articles are held against each other.  All are only likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import counted_apart
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.times import other_times
from index.comparison.conflicts.figures.given import given, gives
from index.comparison.conflicts.figures.groups import may_be_all
from index.comparison.conflicts.figures.ledger import Figures, company
from index.comparison.conflicts.figures.tallied import Answer, tallied
from index.comparison.conflicts.figures.tallies import Tally, tallies
from index.comparison.conflicts.findings import Finding, held_against, most_alike
from index.comparison.conflicts.reading.one_event import surely_one_event
from index.comparison.conflicts.reading.phrases import of_others
from index.comparison.conflicts.reading.saying import told_otherwise
from index.comparison.conflicts.reading.subjects import office_holders, subjects_of

_LEAD = 4  # passages in which an article tells what its event is
_NEAR = 3  # words from "by" to the time
_WHO_DID = 3  # words of "Lund, who pulled" before a figure
_UP_TO = frozenset({"by", "until", "first"})
_COUNTED_AT = frozenset(
    word_list("dawn daybreak noon midday afternoon dusk nightfall evening night midnight morning hours hour minutes")
)


def event_figures(a: Told, b: Told, figures_a: Figures, figures_b: Figures) -> Iterator[Finding]:
    """What either article gives one figure for, and the other another."""
    holders = office_holders(a, b)
    close = surely_one_event(a, b)
    told_a, told_b = (tallied(told, subjects_of(told, holders), by_cues=close) for told in (a, b))
    given_a, given_b = given(a), given(b)
    for tally in tallies():
        mine, theirs = told_a.get(tally, {}), told_b.get(tally, {})
        found = [
            (x, y)
            for whom, other in _of_one(mine, theirs, tally, close)
            for x in mine[whom]
            for y in theirs[other]
            if not x.agrees(y)
            and not gives(given_b, x)
            and not gives(given_a, y)
            and not _innocent(x, y)
            and _one_event(x, y, close, tally.of_one)
        ]
        if found:
            x, y = most_alike(found)
            yield held_against("number", "differs", x, y, tally.about, 0.5)


def _of_one(
    mine: Mapping[str, Sequence[Answer]], theirs: Mapping[str, Sequence[Answer]], tally: Tally, close: bool
) -> Iterator[tuple[str, str]]:
    """Whom both count.

    Where either tells of one person alone, and one of them of whom, it is that person; where one counts the workers
    alone and the other all, those were all.
    """
    if close and len(mine) == len(theirs) == 1 and "" in {*mine, *theirs}:
        of_mine, of_theirs = next(iter(mine)), next(iter(theirs))
        if tally.of_one or {of_mine, of_theirs} <= may_be_all() | {""}:
            yield of_mine, of_theirs
            return
    yield from ((whom, whom) for whom in mine if whom in theirs)


def _innocent(x: Answer, y: Answer) -> bool:
    """May both be right: one planned, one what one person did, with somebody left out, or of two sources?"""
    if _of_one_person(x) != _of_one_person(y):
        return True
    told = (x.passage.words, x.figure, y.passage.words, y.figure)
    hours = _as_of(x.passage), _as_of(y.passage)
    return told_otherwise(*told) or counted_apart(*told) or (all(hours) and hours[0] != hours[1])


def _of_one_person(answer: Answer) -> bool:
    """Is it what somebody did who is named: "Olav Lund, who pulled nine into his boat"?"""
    before = answer.passage.words[max(0, answer.figure.first - _WHO_DID) : answer.figure.first]
    return len(before) == _WHO_DID and before[0].capital and before[1].folded == "who"


def _as_of(passage: Passage) -> set[str]:
    """Up to when a sentence counts: "by dawn", "by Saturday night", "in the first hours"."""
    words = passage.words
    near = {w.folded for n in range(len(words)) if words[n].folded in _UP_TO for w in words[n + 1 : n + 1 + _NEAR]}
    return near & _COUNTED_AT | {w.key for w in words if w.kind == "weekday" and w.folded in near}


def _one_event(x: Answer, y: Answer, close: bool, of_one: bool) -> bool:
    """Do the sentences tell of one event: both in the lead, or with a word in common beside the figures?

    Of articles that name the same people and places (`close`) it is taken that they do; what each person has one of
    may be told with its years in one of them.
    """
    if (
        (x.dated != y.dated and not (close and of_one))
        or _other_times(x.passage, y.passage)
        or of_others(x.passage, y.passage, openers=True)
    ):
        return False
    both_lead = max(x.passage.order, y.passage.order) < _LEAD
    beside_x, beside_y = (company(of.passage.words, of.figure.at) for of in (x, y))
    return close or both_lead or bool(beside_x & beside_y)


def _other_times(a: Passage, b: Passage) -> bool:
    """Do the sentences give other times?  The night when it was told is no other time than the morning when it was."""
    days = ({w.key for w in p.words if w.kind == "weekday"} for p in (a, b))
    return other_times(a, b) and not set.intersection(*days)
