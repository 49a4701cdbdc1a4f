"""Phrases in a segment: where the words of a phrase stand one after another, in all of its documents at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from index.search.answering.located import standing
from index.search.stored.postings import SHIFT, TITLE, WIDE
from index.search.stored.segments import TermList

_NEXT = 1 << SHIFT
_FEW = 16
"""Looking for a code among so many takes no longer than making a set of them."""
_Standing = dict[int, Sequence[int]]
"""Position codes by the number of the document."""


def beginnings(slots: Sequence[Sequence[TermList]], documents: set[int]) -> tuple[dict[int, int], dict[int, int]]:
    """How often documents have a phrase in their text, and how often in their title; only those that have it there.

    `slots` gives the posting lists of each of its words.
    """
    following = _standing(slots[-1], documents)
    for lists in reversed(slots[:-1]):
        following = _before(_standing(lists, following.keys()), following)
    inside = {number: len(codes) for number, codes in following.items()}
    titled: dict[int, int] = {}
    for number in {listed.documents[place] for listed in slots[0] for place in listed.titles}.intersection(following):
        count = sum(code & TITLE for code in following[number])
        if count:
            titled[number] = count
            inside[number] -= count
    return {number: count for number, count in inside.items() if count} if titled else inside, titled


def _before(standing_at: _Standing, following: _Standing) -> _Standing:
    """Those codes that one of the following ones in the same document comes right after."""
    before: _Standing = {}
    for number, codes in standing_at.items():
        after: Collection[int] = following[number]
        # The next word begins one position later, after a joined word two; both kinds may follow.
        if len(codes) == 1:
            start = codes[0] + _NEXT + (codes[0] & WIDE)
            if start in after or start | WIDE in after:
                before[number] = codes
            continue
        if len(after) > _FEW:
            after = set(after)
        if begun := [
            code for code in codes if (start := code + _NEXT + (code & WIDE)) in after or start | WIDE in after
        ]:
            before[number] = begun
    return before


def _standing(lists: Sequence[TermList], documents: Collection[int]) -> _Standing:
    """The position codes of any of the lists in those documents that have some, ascending."""
    if len(lists) == 1:
        return dict(standing(lists[0], documents))
    found: dict[int, set[int]] = {}
    for listed in lists:
        for number, codes in standing(listed, documents):
            found.setdefault(number, set()).update(codes)
    return {number: sorted(codes) for number, codes in found.items()}
