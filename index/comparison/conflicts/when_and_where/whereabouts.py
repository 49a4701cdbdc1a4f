"""Another place beside the same word for what happened there: "was arrested at the airport in Lisbon", "in Madrid".

A place is held against another only where neither article names the other's at all.  All are only likely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from index.comparison.aligning.naming import SPELLING
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.times import other_times
from index.comparison.aligning.tokens import Word
from index.comparison.aligning.wide_places import WIDE
from index.comparison.conflicts.findings import Finding, held_against
from index.comparison.conflicts.reading.about import what_stands_near
from index.comparison.conflicts.reading.deeds import deeds
from index.comparison.conflicts.reading.phrases import of_others
from index.comparison.conflicts.reading.rivals import rivals, shared_near
from index.comparison.conflicts.reading.saying import denials

_BEFORE_A_PLACE = frozenset({"in", "at", "near", "off", "from", "to", "outside", "for"})
_REACH = 8  # words from what happened to the place
_SHARED = 2  # words near both places, with that for what happened
_MOST = 40


class _Where(NamedTuple):
    """Words first to end (exclusive) name a place; `preposition` stands before them."""

    passage: Passage
    name: str
    preposition: str
    first: int
    end: int


def other_places(a: Told, b: Told) -> Iterator[Finding]:
    """Places of one thing that happened, of which neither article knows the other's."""
    known_a, known_b = _capitals(a), _capitals(b)

    def exclude(_: tuple[str], x: _Where, y: _Where) -> bool:
        return (
            x.preposition == y.preposition
            and _unknown(x, known_b)
            and _unknown(y, known_a)
            and ratio(x.name, y.name) < SPELLING
            and len(shared_near(x, y)) > _SHARED
            and denials(x.passage.words) == denials(y.passage.words)
            and not of_others(x.passage, y.passage, _words(x) | _words(y))
            and not other_times(x.passage, y.passage)
        )

    told: set[tuple[str, str]] = set()
    for _, x, y in rivals(_happened(a), _happened(b), _MOST, exclude):
        if (x.name, y.name) in told:
            continue  # "was arrested and searched in Lisbon": one place of two deeds
        told.add((x.name, y.name))
        about = what_stands_near(x.passage.words, x.first, x.end)
        yield held_against("place", "differs", x, y, about, 0.5)


def _words(where: _Where) -> set[str]:
    return {w.folded for w in where.passage.words[where.first : where.end]}


def _unknown(where: _Where, known: set[str]) -> bool:
    return known.isdisjoint(_words(where))


@once
def _capitals(told: Told) -> set[str]:
    return {w.folded for p in told.stated for w in p.words if w.capital}


@once
def _happened(told: Told) -> dict[tuple[str], list[_Where]]:
    """By the key of the word for what happened: the places after it."""
    found: dict[tuple[str], list[_Where]] = defaultdict(list)
    for passage in told.stated:
        words = passage.words
        starts = {w.start: n for n, w in enumerate(words)}
        for mention in told.mentions_in(passage.span.start, passage.span.end):
            at = starts.get(mention.start)
            if mention.type != "PLACE" or not at or words[at - 1].folded not in _BEFORE_A_PLACE:
                continue
            end = at
            while end < len(words) and words[end].end <= mention.end:
                end += 1
            if any(w.key in LANDS or w.folded in WIDE for w in words[at:end]):
                continue
            where = _Where(passage, mention.text.casefold(), words[at - 1].folded, at, end)
            for deed in _deeds(words, at - 1):
                found[deed,].append(where)
    return found


def _deeds(words: Sequence[Word], at: int) -> set[str]:
    """The keys of the deeds and of the verbs in the past before word `at`."""
    near = words[max(0, at - _REACH) : at]
    return {deed for _, _, deed in deeds(near)} | {
        w.key for w in near if w.folded.endswith("ed") and not w.capital and w.key != "=say"
    }
