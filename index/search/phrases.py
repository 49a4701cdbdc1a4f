"""Phrases in a segment: where the words of a phrase stand one after another, in all of its documents at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from index.search.located import indexes
from index.search.postings import TITLE, WIDE
from index.search.segments import TermList

_NUMBER = 40
"""Bits of a code below the number of its document: codes of different documents are never one after another."""


def beginnings(slots: Sequence[Sequence[TermList]], documents: set[int]) -> dict[int, tuple[int, int]]:
    """How often each of the documents has a phrase in its text and in its title; only those that have it.

    `slots` gives the posting lists of each of its words.
    """
    known: dict[int, set[int]] = {}
    following: set[int] = set()
    for place, lists in enumerate(reversed(slots)):
        codes = known.get(id(lists))
        if codes is None:
            codes = known[id(lists)] = _codes(lists, documents)
        if place:
            # The next word begins one position later, after a joined word two; both kinds may follow.
            starts = {code & ~WIDE for code in following}
            codes = {code for code in codes if code + 4 + (code & WIDE) in starts}
        following = codes
        if not following:
            return {}
    inside = Counter([code >> _NUMBER for code in following if not code & TITLE])
    titled = Counter([code >> _NUMBER for code in following if code & TITLE])
    return {number: (inside[number], titled[number]) for number in sorted(inside.keys() | titled.keys())}


def _codes(lists: Iterable[TermList], documents: set[int]) -> set[int]:
    """The position codes of the lists in the documents, each with the number of its document above it."""
    return {
        (number << _NUMBER) + code
        for listed in lists
        for number, index in indexes(listed, documents)
        for code in listed.codes(index)
    }
