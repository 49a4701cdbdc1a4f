"""Other figures for what an event has once: its toll, the crowd, the damage, the vote, wherever they are told.

Sentences need not be aligned: an article that gives one toll, and not that of another occasion, gives that of the event
it reports.  Two such articles are held against each other.  All are only likely.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.comparison.aligning.naming import surely_one_event
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import counted_apart
from index.comparison.aligning.times import other_times
from index.comparison.conflicts.findings import Finding, held_against, most_alike
from index.comparison.conflicts.given import given, gives
from index.comparison.conflicts.ledger import Figures, company
from index.comparison.conflicts.phrases import of_others
from index.comparison.conflicts.saying import told_otherwise
from index.comparison.conflicts.subjects import office_holders, subjects_of
from index.comparison.conflicts.tallied import Answer, tallied
from index.comparison.conflicts.tallies import tallies

_LEAD = 4  # passages in which an article tells what its event is


def event_figures(a: Told, b: Told, figures_a: Figures, figures_b: Figures) -> Iterator[Finding]:
    """What either article gives one figure for, and the other another."""
    holders = office_holders(a, b)
    told_a, told_b = (tallied(told, subjects_of(told, holders)) for told in (a, b))
    given_a, given_b = given(a), given(b)
    close = surely_one_event(a, b)
    for tally in tallies():
        mine, theirs = told_a.get(tally, {}), told_b.get(tally, {})
        found = [
            (x, y)
            for whom in mine
            for x in mine[whom]
            for y in theirs.get(whom, ())
            if not x.agrees(y)
            and not gives(given_b, x)
            and not gives(given_a, y)
            and not _innocent(x, y)
            and _one_event(x, y, close)
        ]
        if found:
            x, y = most_alike(found)
            yield held_against("number", "differs", x, y, tally.about, 0.5)


def _innocent(x: Answer, y: Answer) -> bool:
    """May both be right: one planned, one with somebody left out, or of two sources?"""
    told = (x.passage.words, x.figure, y.passage.words, y.figure)
    return told_otherwise(*told) or counted_apart(*told)


def _one_event(x: Answer, y: Answer, close: bool) -> bool:
    """Do the sentences tell of one event: both in the lead, or with a word in common beside the figures?

    Of articles that name the same people and places (`close`) it is taken that they do.
    """
    if x.dated != y.dated or _other_times(x.passage, y.passage) or of_others(x.passage, y.passage):
        return False
    both_lead = max(x.passage.order, y.passage.order) < _LEAD
    beside_x, beside_y = (company(of.passage.words, of.figure.at) for of in (x, y))
    return close or both_lead or bool(beside_x & beside_y)


def _other_times(a: Passage, b: Passage) -> bool:
    """Do the sentences give other times?  The night when it was told is no other time than the morning when it was."""
    days = ({w.key for w in p.words if w.kind == "weekday"} for p in (a, b))
    return other_times(a, b) and not set.intersection(*days)
