"""What the last queries looked up, for as long as the index stays as it is: who types asks for most of it again with
every letter, and for a few of it whenever a word comes back.

It only spares looking up: what a query finds is the same as without it.
"""

from __future__ import annotations

import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace

from index.search.answering.budget import Budget
from index.search.answering.tallies import Tally
from index.search.query.syntax import Phrase, Slot, Word
from index.search.stored.segments import Snapshot

Counts = list[dict[int, float] | Tally]
"""In each segment, documents with how often they have something; nobody changes them."""

_MOST = 250_000
"""Documents of all clauses together: some 25 MB."""
_PREFIXES = 16
"""Beginnings of words whose forms are kept: those of a word or two, letter by letter."""
_ROW = 25
"""Documents of a tally that take as much memory as one with its count elsewhere."""
_LARGEST = 100_000
"""Documents of a clause that would drive out all others."""


class Recent:
    """What was looked up in one snapshot.  For one thread at a time: who holds the snapshot."""

    def __init__(self) -> None:
        self._counts: OrderedDict[Hashable, tuple[Counts, int]] = OrderedDict()
        self._size = 0
        self._beginning: OrderedDict[str, list[str]] = OrderedDict()

    def counts(self, clause: Slot | Phrase, budget: Budget, make: Callable[[], Counts]) -> Counts:
        """The documents of a word or phrase of a query; `make` gives them where they are not there.

        What `make` spends is spent whether it is called or not: a query is refused or answered alike whatever was asked
        before it.
        """
        key = _key(clause)
        found = self._counts.get(key)
        if found is not None:
            self._counts.move_to_end(key)
            budget.spend(found[1])
            return found[0]
        before = budget.spent
        made = make()
        size = _size(made)
        if size <= _LARGEST:
            self._counts[key] = made, budget.spent - before
            self._size += size
            while self._size > _MOST:
                _, (gone, _) = self._counts.popitem(last=False)
                self._size -= _size(gone)
        return made

    def beginning(self, prefix: str, read: Callable[[str], list[str]]) -> list[str]:
        """The forms of the index that begin with a prefix, the shortest first, equally long ones in order.

        `read` gives them in any order; what begins with more letters is among what began with fewer.
        """
        known = self._beginning
        nearest = next((prefix[:end] for end in range(len(prefix), 0, -1) if prefix[:end] in known), None)
        if nearest is None:
            known[prefix] = sorted(sorted(set(read(prefix))), key=len)
        elif nearest != prefix:
            known[prefix] = [form for form in known[nearest] if form.startswith(prefix)]
        known.move_to_end(prefix)
        if len(known) > _PREFIXES:
            known.popitem(last=False)
        return known[prefix]


class RecentLookups:
    """What was looked up in the last snapshot.  For one thread at a time."""

    def __init__(self) -> None:
        self._snapshot: weakref.ref[Snapshot] | None = None
        self._recent = Recent()

    def at(self, snapshot: Snapshot) -> Recent:
        """What was looked up in this snapshot; of another one nothing holds any more."""
        if self._snapshot is None or self._snapshot() is not snapshot:
            self._snapshot, self._recent = weakref.ref(snapshot), Recent()
        return self._recent


def _size(counts: Counts) -> int:
    # What finds nothing takes its place as well.
    return 100 + sum(len(each.units) // _ROW if isinstance(each, Tally) else len(each) for each in counts)


def _key(clause: Slot | Phrase) -> Hashable:
    """What is the same for all words that find the same: what is found does not depend on the boost."""
    return (clause.key, clause.zone) if isinstance(clause, Word) else replace(clause, boost=1.0)
