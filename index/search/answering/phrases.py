"""Phrases in a segment, document by document: where few have all words of a phrase of which one is frequent, that takes
less than to look at all of its places (`keyed`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set

from index.search.answering.located import cut_out, standing
from index.search.stored.postings import SHIFT, TITLE, WIDE
from index.search.stored.segments import TermList

_NEXT = 1 << SHIFT
_FEW = 16
"""Looking for a code among so many takes no longer than making a set of them."""


def beginnings(slots: Sequence[Sequence[TermList]], documents: set[int]) -> tuple[dict[int, int], dict[int, int]]:
    """How often documents have a phrase in their text, and how often in their title; only those that have it there.

    `slots` gives the posting lists of each of its words, `documents` those that have all of the words.
    """
    numbers: Sequence[int] = sorted(documents)
    following = _standing(slots[-1], numbers, documents)
    for lists in reversed(slots[:-1]):
        numbers, following = _before(numbers, _standing(lists, numbers, documents), following)
        documents = set(numbers)
    inside = dict(zip(numbers, map(len, following), strict=True))
    titled: dict[int, int] = {}
    for number, codes in zip(numbers, following, strict=True):
        count = codes[0] & TITLE if len(codes) == 1 else sum([code & TITLE for code in codes])
        if count:
            titled[number] = count
            inside[number] -= count
    return {number: count for number, count in inside.items() if count} if titled else inside, titled


def _before(
    numbers: Sequence[int], standing_at: Sequence[Sequence[int]], following: Sequence[Sequence[int]]
) -> tuple[list[int], list[Sequence[int]]]:
    """The documents in which one of the following codes comes right after one of those before it, and these."""
    kept: list[int] = []
    before: list[Sequence[int]] = []
    for number, codes, after in zip(numbers, standing_at, following, strict=True):
        # The next word begins one position later, after a joined word two; both kinds may follow.
        if len(codes) == 1:
            start = codes[0] + _NEXT + (codes[0] & WIDE)
            if start in after or start | WIDE in after:
                kept.append(number)
                before.append(codes)
            continue
        among: Collection[int] = set(after) if len(after) > _FEW else after
        if begun := [
            code for code in codes if (start := code + _NEXT + (code & WIDE)) in among or start | WIDE in among
        ]:
            kept.append(number)
            before.append(begun)
    return kept, before


def _standing(lists: Sequence[TermList], numbers: Sequence[int], documents: Set[int]) -> list[Sequence[int]]:
    """The position codes of a word in some documents, all of which have it, in the order of their numbers."""
    if len(lists) == 1:
        return cut_out(lists[0], documents)
    found: dict[int, list[int]] = {number: [] for number in numbers}
    for listed in lists:
        for number, codes in standing(listed, found.keys()):
            found[number].extend(codes)
    return list(found.values())
