"""Highlights in layers over one text: what lies over a stretch is found by bisection, however many there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import NamedTuple


class Highlight(NamedTuple):
    """Characters `start` to `end` shown in `style`, the name of one of the pane's component classes."""

    start: int
    end: int
    style: str


class Layer:
    """Highlights, in any order and overlapping as they like; later ones of equal start lie over earlier ones."""

    def __init__(self, highlights: Iterable[Highlight]) -> None:
        self.highlights = sorted((one for one in highlights if one.end > one.start), key=lambda one: one.start)
        self._starts = [one.start for one in self.highlights]
        # The furthest end so far only grows, so that what ends before a place is left out by bisection too.
        self._reach = list(accumulate((one.end for one in self.highlights), max))

    def over(self, start: int, end: int) -> tuple[Highlight, ...]:
        """The highlights that share a character with `start` to `end`, in order."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return tuple(one for one in self.highlights[first:last] if one.end > start)


def overlay(start: int, end: int, highlights: Iterable[Highlight]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Cuts `start` to `end` where highlights begin or end; each piece with the styles over it, lowest first."""
    clipped = [
        (max(one.start, start), min(one.end, end), one.style)
        for one in highlights
        if one.start < end and one.end > start
    ]
    if not clipped:
        return [(start, end, ())]
    cuts = sorted({start, end, *(one[0] for one in clipped), *(one[1] for one in clipped)})
    return [
        (first, last, tuple(style for begin, stop, style in clipped if begin <= first and last <= stop))
        for first, last in pairwise(cuts)
    ]
