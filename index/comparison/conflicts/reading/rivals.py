"""Two articles' tellings of one thing, of which one at most can be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import Any, Protocol, TypeVar

from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.conflicts.findings import Telling, most_alike


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


E = TypeVar("E", bound=_Ordered)
T = TypeVar("T", bound=Telling)

_NEAR = 10  # words on either side of a time or place that tell what it is about


def rivals(
    a: Mapping[E, Sequence[T]],
    b: Mapping[E, Sequence[T]],
    most: int,
    exclude: Callable[[E, T, T], bool],
    settled: Callable[[Sequence[T], Sequence[T]], bool] = lambda *_: True,
) -> Iterator[tuple[E, T, T]]:
    """By the event that both tell of: the two tellings that exclude each other and whose sentences are most alike.

    An event told more than `most` times in either article tells none apart; of one that is not `settled`, by all that
    either article tells of it, nothing is said.
    """
    for event in sorted(a.keys() & b.keys()):
        mine, theirs = a[event], b[event]
        if max(len(mine), len(theirs)) > most or not settled(mine, theirs):
            continue
        found = [(x, y) for x in mine for y in theirs if exclude(event, x, y)]
        if found:
            yield event, *most_alike(found)


def each_tells_one(mine: Set[object], theirs: Set[object]) -> bool:
    """Does each article tell one value alone, and not the other's?"""
    return len(mine) == len(theirs) == 1 and mine != theirs


def shared_near(a: Telling, b: Telling) -> set[str]:
    """The keys of the words near both tellings, function words left out."""
    near_a, near_b = (
        {
            w.key
            for w in told.passage.words[max(0, told.first - _NEAR) : told.end + _NEAR]
            if w.kind == "word" and w.folded not in FUNCTION
        }
        for told in (a, b)
    )
    return near_a & near_b
