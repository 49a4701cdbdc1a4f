"""Two articles' tellings of when or where something happened, of which one at most can be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.conflicts.findings import Telling, most_alike

E = TypeVar("E", bound="tuple[str, ...]")
T = TypeVar("T", bound=Telling)

_NEAR = 10  # words on either side of a time or place that tell what it is about


def rivals(
    a: Mapping[E, Sequence[T]], b: Mapping[E, Sequence[T]], most: int, exclude: Callable[[E, T, T], bool]
) -> Iterator[tuple[T, T]]:
    """By the event that both tell of: the two tellings that exclude each other and whose sentences are most alike.

    An event told more than `most` times in either article tells none apart.
    """
    for event in sorted(a.keys() & b.keys()):
        mine, theirs = a[event], b[event]
        if max(len(mine), len(theirs)) > most:
            continue
        found = [(x, y) for x in mine for y in theirs if exclude(event, x, y)]
        if found:
            yield most_alike(found)


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
