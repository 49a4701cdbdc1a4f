"""Where words stand together: phrases and neighbourhoods found from position codes alone, for the index and for an
open article alike.

A code is `position << 2`, plus 2 for a joined word, which covers two positions ("cease-fire" as ceasefire), plus 1 in
a title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from index.search.postings import SHIFT, TITLE, WIDE

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
