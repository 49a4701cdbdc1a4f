"""A table that does not fit: its columns stand beside each other at the widths they need, and some of them are shown.

The first column stays, so that one knows which row one reads; of the others as many are shown as fit, none in part.
Signs at the edges say that there is more.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

GAP = 3
"""Cells between two columns."""
MORE_LEFT, MORE_RIGHT = "‹", "›"
_EDGE = 2
"""Cells at an edge for the sign that says there is more."""
_HOLDS = 24
"""From this width on the first column stays."""
_PART = 3
"""It takes at most this part of the width."""


class Run(NamedTuple):
    """A stretch of one row, `cells` wide from `column` on.

    It shows the text from `start` to `end`; where these are equal it shows `mark`, drawn but not of the text.
    """

    column: int
    cells: int
    start: int
    end: int
    mark: str = ""
    style: str = ""


class Sideways(NamedTuple):
    """Where the columns of a table begin when all stand beside each other, their widths, and the `room` for them."""

    lefts: tuple[int, ...]
    widths: tuple[int, ...]
    room: int

    @property
    def held(self) -> int:
        """How many columns stay where the others are scrolled."""
        return int(self.room >= _HOLDS)

    @property
    def _begin(self) -> int:
        """The cell at which the first column that is scrolled stands."""
        return self.lefts[1] if self.held else _EDGE

    def range(self, first: int) -> tuple[int, int]:
        """The columns that are shown besides the one that stays, from and up to, where `first` is to be the first.

        No more is scrolled than is needed to show the last one.
        """
        last = len(self.lefts)
        space = self.room - _EDGE - self._begin
        first = max(self.held, min(first, last - 1))
        while first > self.held and self._cells(first - 1, last) <= space:
            first -= 1
        end = first + 1
        while end < last and self._cells(first, end + 1) <= space:
            end += 1
        return first, end

    def _cells(self, first: int, end: int) -> int:
        return self.lefts[end - 1] + self.widths[end - 1] - self.lefts[first]

    def column_at(self, cell: int) -> int:
        """The column in which a cell lies, when all stand beside each other."""
        return bisect_right(self.lefts, cell) - 1

    def to_show(self, column: int, first: int) -> int:
        """The first column to show, so that `column` is seen: as it is, where it is seen already."""
        first, end = self.range(first)
        if column < self.held or first <= column < end:
            return first
        if column < first:
            return column
        while column >= end:
            first, end = self.range(first + 1)
        return first

    def shown(self, runs: Sequence[Run], first: int, place: int, *, rule: bool) -> tuple[Run, ...]:
        """Those of the runs of all columns that are shown, where they then stand; a rule is as long as all of it."""
        first, end = self.range(first)
        moved = self._begin - self.lefts[first]
        if rule:
            cells = self.lefts[end - 1] + self.widths[end - 1] + moved
            return tuple(run._replace(cells=cells, mark=run.mark[:1] * cells) for run in runs)
        found = []
        if first > self.held:
            found.append(Run(max(0, self._begin - _EDGE), 1, place, place, MORE_LEFT, "marker"))
        for run in runs:
            column = self.column_at(run.column)
            if column < self.held:
                found.insert(0, run)
            elif first <= column < end:
                found.append(run._replace(column=run.column + moved))
        if end < len(self.lefts):
            found.append(Run(self.room - 1, 1, place, place, MORE_RIGHT, "marker"))
        return tuple(found)


def least(wanted: Sequence[int], words: Sequence[int], width: int) -> Sideways:
    """The columns of a table that does not fit, each as narrow as it reads well: `wanted` cells at most, its longest
    word (of `words` cells) at least, and never more than can be shown at once.
    """
    held = width >= _HOLDS
    widths: list[int] = []
    for column, (want, word) in enumerate(zip(wanted, words, strict=True)):
        if held and not column:
            most = width // _PART
        else:
            most = width - _EDGE - (widths[0] + GAP if held else _EDGE)
        widths.append(max(2, min(want, max(word, _READABLE), most)))
    lefts = tuple(sum(widths[:column]) + GAP * column for column in range(len(widths)))
    return Sideways(lefts, tuple(widths), width)


_READABLE = 20
"""Cells in which words that are wrapped read well."""
