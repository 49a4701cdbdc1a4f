"""Phrases in a segment: where the words of a phrase stand one after another, in all of its documents at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from index.search.located import standing
from index.search.postings import SHIFT, TITLE, WIDE
from index.search.segments import TermList

_NEXT = 1 << SHIFT
_FEW = 16
"""Looking for a code among so many takes no longer than making a set of them."""
_Standing = dict[int, Sequence[int]]
"""Position codes by the number of the document."""


def beginnings(slots: Sequence[Sequence[TermList]], documents: set[int]) -> dict[int, tuple[int, int]]:
    """How often each of the documents has a phrase in its text and in its title; only those that have it.

    `slots` gives the posting lists of each of its words.
    """
    following = _standing(slots[-1], documents)
    for lists in reversed(slots[:-1]):
        before: _Standing = {}
        for number, codes in _standing(lists, following.keys()).items():
            after: Collection[int] = following[number]
            if len(after) > _FEW:
                after = set(after)
            # The next word begins one position later, after a joined word two; both kinds may follow.
            begun = [
                code for code in codes if (start := code + _NEXT + (code & WIDE)) in after or start | WIDE in after
            ]
            if begun:
                before[number] = begun
        following = before
    return {number: _counted(following[number]) for number in sorted(following)}


def _counted(codes: Sequence[int]) -> tuple[int, int]:
    titled = sum(code & TITLE for code in codes)
    return len(codes) - titled, titled


def _standing(lists: Sequence[TermList], documents: Collection[int]) -> _Standing:
    """The position codes of any of the lists in those documents that have some, ascending."""
    if len(lists) == 1:
        return dict(standing(lists[0], documents))
    found: dict[int, set[int]] = {}
    for listed in lists:
        for number, codes in standing(listed, documents):
            found.setdefault(number, set()).update(codes)
    return {number: sorted(codes) for number, codes in found.items()}
