"""Where words stand together: phrases and neighbourhoods found from position codes alone, for the index and for an
open article alike.

A code is `position << 2`, plus 2 for a joined word, which covers two positions ("cease-fire" as ceasefire), plus 1 in
a title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from index.search.stored.postings import SHIFT, TITLE, WIDE

_Key = TypeVar("_Key")


def runs(slots: Sequence[set[int]]) -> list[tuple[int, ...]]:
    """The places where a code of every slot follows one of the slot before: a code of each slot, in order of the first.

    Of several ways from the same first word one is given.  Time is linear in the number of codes.
    """
    following: dict[int, tuple[int, ...]] = {code: (code,) for code in slots[-1]}
    for codes in reversed(slots[:-1]):
        before: dict[int, tuple[int, ...]] = {}
        for code in codes:
            next_position = (code >> SHIFT) + (2 if code & WIDE else 1)
            base = next_position << SHIFT | code & TITLE
            rest = following.get(base) or following.get(base | WIDE)
            if rest is not None:
                before[code] = (code, *rest)
        following = before
        if not following:
            break
    return [following[code] for code in sorted(following)]


def together(slots: Sequence[set[int]], keys: Sequence[_Key], slop: int, *, ordered: bool) -> set[int]:
    """The codes that take part in a neighbourhood, in the order of the slots or in any (see `in_order` and `near`)."""
    return in_order(slots, slop) if ordered else near(slots, keys, slop)


def in_order(slots: Sequence[set[int]], slop: int) -> set[int]:
    """The codes of the shortest stretches that have a code of every slot, each after the one before, and at most
    `slop` others.

    Of the stretches that end at one code, the shortest is given.  Time is linear in the number of codes times that of
    the slots.
    """
    reach = len(slots) - 1 + slop
    last = len(slots) - 1
    events = sorted((code >> SHIFT, code, slot) for slot, codes in enumerate(slots) for code in codes)
    chains: list[tuple[int, ...]] = [()] * len(slots)
    """For each slot, of the chains that end in it before this position, the one that begins last."""
    waiting: list[tuple[int, int, tuple[int, ...]]] = []
    taking: set[int] = set()
    for position, code, slot in events:
        still = []
        for end, of, chain in waiting:
            if end >= position:
                still.append((end, of, chain))
            elif not chains[of] or chain[0] > chains[of][0]:
                chains[of] = chain
        waiting = still
        if slot and not chains[slot - 1]:
            continue
        chain = (*chains[slot - 1], code) if slot else (code,)
        if position - (chain[0] >> SHIFT) > reach:
            continue
        waiting.append((position + (1 if code & WIDE else 0), slot, chain))
        if slot == last:
            taking.update(chain)
    return taking


def near(slots: Sequence[set[int]], keys: Sequence[_Key], slop: int) -> set[int]:
    """The codes that take part in a neighbourhood: a stretch with a code of every slot, in any order, and at most
    `slop` others.

    Slots with equal `keys` are the same word asked for several times and need as many codes.
    """
    needed = Counter(keys)
    groups = list(needed)
    first = {key: slots[list(keys).index(key)] for key in groups}
    if any(len(first[key]) < needed[key] for key in groups):
        return set()
    reach = len(slots) - 1 + slop
    events = sorted((code >> SHIFT, group, code) for group, key in enumerate(groups) for code in first[key])
    wanted = [needed[key] for key in groups]
    missing = sum(wanted)
    held = [0] * len(groups)
    taking: set[int] = set()
    left = marked = 0
    for right, (position, group, _) in enumerate(events):
        held[group] += 1
        missing -= held[group] <= wanted[group]
        while position - events[left][0] > reach:
            gone = events[left][1]
            missing += held[gone] <= wanted[gone]
            held[gone] -= 1
            left += 1
        if not missing:
            for _, _, code in events[max(left, marked) : right + 1]:
                taking.add(code)
            marked = right + 1
    return taking
