"""A document set at one width, lazily: heights are estimated until a part is looked at, then exact.

A part is a block, or a stretch of a very long one, so that nothing that is set at once is large.  Heights are summed in
groups, so that finding a row, or correcting a height, costs the same in a long document as in a short one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from itertools import accumulate

from index.documents.model import Block, Document
from tui.widgets.typeset.blocks import set_block, space_above
from tui.widgets.typeset.folds import Stretch, fold_row
from tui.widgets.typeset.rows import Row

PART = 8_192
"""A block longer than twice this is set in stretches of about this many characters."""

_GROUP = 256
_KEPT = 768
_NEAR = 400
"""How far back from its size a stretch is looked through for a space to end at."""


class Parts:
    """The parts of a document in order: block number, start and end of each.  Independent of the width.

    Each of the stretches that are folded is one part.
    """

    def __init__(self, document: Document, folded: Sequence[Stretch] = ()) -> None:
        blocks = document.blocks
        self.document = document
        self.blocks: list[int] | range = range(len(blocks))
        self.starts = [block.start for block in blocks]
        self.ends = [block.end for block in blocks]
        if any(end - start > 2 * PART for start, end in zip(self.starts, self.ends, strict=True)):
            cuts = [(number, start) for number, block in enumerate(blocks) for start in self._cuts(block)]
            self.blocks = [number for number, _ in cuts]
            self.starts = [start for _, start in cuts]
            self.ends = [
                blocks[number].end if following != number else start
                for (number, _), (following, start) in zip(cuts, [*cuts[1:], (-1, 0)], strict=True)
            ]
        self.folds: dict[int, Stretch] = {}
        """The stretch that a part stands for, where it is folded."""
        if folded:
            self._fold(sorted(folded))
        self.sizes = [
            (sum(self.ends[first : first + _GROUP]) - sum(self.starts[first : first + _GROUP]), len(group))
            for first in range(0, len(self.starts), _GROUP)
            if (group := self.starts[first : first + _GROUP])
        ]
        """Of each group of parts its characters and how many they are."""

    def _cuts(self, block: Block) -> list[int]:
        """Where the parts of a block begin: in a table with a row, elsewhere after a space."""
        cuts = [block.start]
        if block.rows:
            for cells in block.rows:
                if cells[0].start - cuts[-1] > PART:
                    cuts.append(cells[0].start)
            return cuts
        text = self.document.text
        while block.end - cuts[-1] > 2 * PART:
            wanted = cuts[-1] + PART
            space = max(text.rfind(" ", wanted - _NEAR, wanted), text.rfind("\n", wanted - _NEAR, wanted))
            cuts.append(space + 1 if space > 0 else wanted)
        return cuts

    def _fold(self, folded: Sequence[Stretch]) -> None:
        self.blocks = list(self.blocks)
        for one in reversed(folded):
            inside = slice(bisect_left(self.starts, one.start), bisect_left(self.starts, one.end))
            self.blocks[inside] = [one.block]
            self.starts[inside] = [one.start]
            self.ends[inside] = [one.end]
        self.folds = {bisect_left(self.starts, one.start): one for one in folded}

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """The part that holds `offset`, or the next one where it lies between two; 0 where there is none."""
        number = max(0, bisect_right(self.starts, offset) - 1)
        if self.starts and offset >= self.ends[number] and number + 1 < len(self.starts):
            number += 1
        return number


class Flow:
    """A document's rows at `width` cells."""

    def __init__(self, parts: Parts, width: int) -> None:
        self.parts = parts
        self.width = width
        self.firsts: Mapping[int, int] = {}
        """Of a block that is a table scrolled sideways, the first column that is shown."""
        self._text = parts.document.text
        # Estimates: as if every line were full, and one blank row above.  Of a group as a whole until it is looked at,
        # so that a long document is set at another width as quickly as a short one.
        self._heights: list[list[int] | None] = [None] * len(parts.sizes)
        self._exact = bytearray(len(parts))
        self._groups = [size // width + 3 * count // 2 for size, count in parts.sizes]
        self._reach = list(accumulate(self._groups))
        self._kept: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self._group_ends: dict[int, list[int]] = {}
        """Of a group, the row within it at which each part ends; made when asked for."""

    @property
    def height(self) -> int:
        """All rows, exact where they were looked at and estimated elsewhere; one blank row ends the document."""
        return (self._reach[-1] if self._reach else 0) + 1

    def rows(self, number: int) -> tuple[Row, ...]:
        """The rows of a part, with the blank ones above it; from now on its height is exact."""
        kept = self._kept.get(number)
        if kept is not None:
            self._kept.move_to_end(number)
            return kept
        rows = self._set(number)
        self._kept[number] = rows
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if not self._exact[number]:
            self._exact[number] = 1
            self._correct(number, len(rows))
        return rows

    def _set(self, number: int) -> tuple[Row, ...]:
        blocks = self.parts.document.blocks
        index = self.parts.blocks[number]
        block, start, end = blocks[index], self.parts.starts[number], self.parts.ends[number]
        fold = self.parts.folds.get(number)
        rows = (fold_row(fold, self.width),) if fold else set_block(self._text, block, start, end, self.width)
        if start > block.start:
            return rows
        above = space_above(block, blocks[index - 1] if index else None)
        return (*(Row(start, start),) * above, *rows)

    def _group(self, group: int) -> list[int]:
        """The heights of a group's parts; the first look makes the estimate of the group the sum of theirs."""
        heights = self._heights[group]
        if heights is None:
            parts = slice(group * _GROUP, (group + 1) * _GROUP)
            spans = zip(self.parts.starts[parts], self.parts.ends[parts], strict=True)
            heights = self._heights[group] = [(end - start) // self.width + 2 for start, end in spans]
            self._change(group, sum(heights) - self._groups[group])
        return heights

    def _correct(self, number: int, height: int) -> None:
        group, place = divmod(number, _GROUP)
        heights = self._group(group)
        change, heights[place] = height - heights[place], height
        if change:
            self._group_ends.pop(group, None)
        self._change(group, change)

    def _ends(self, group: int) -> list[int]:
        ends = self._group_ends.get(group)
        if ends is None:
            ends = self._group_ends[group] = list(accumulate(self._group(group)))
        return ends

    def _change(self, group: int, change: int) -> None:
        if change:
            self._groups[group] += change
            before = self._reach[group - 1] if group else 0
            self._reach[group:] = accumulate(self._groups[group:], initial=before)
            del self._reach[group]

    def top(self, number: int) -> int:
        """The row at which a part begins, by what is known so far."""
        group, place = divmod(number, _GROUP)
        before = self._reach[group - 1] if group else 0
        return before + (self._ends(group)[place - 1] if place else 0)

    def part_at(self, row: int) -> int:
        """The part in which a row lies, by what is known so far; the last one for rows past the end."""
        if not self._heights:
            return 0
        while True:
            group = min(bisect_right(self._reach, max(0, row)), len(self._groups) - 1)
            if self._heights[group] is not None:
                break
            self._group(group)  # now its estimate is another, and the row may lie in the next
        ends = self._ends(group)
        left = row - (self._reach[group - 1] if group else 0)
        return group * _GROUP + min(bisect_right(ends, left), len(ends) - 1)

    def row(self, y: int) -> tuple[int, int, Row] | None:
        """Part, line within it, and the row at `y` as it is shown; None past the end.  This sets the part at `y`."""
        while self._heights:
            number = self.part_at(y)
            rows = self.rows(number)
            line = y - self.top(number)
            if 0 <= line < len(rows):
                row = rows[line]
                if row.sideways is not None:
                    row = row.shown(self.firsts.get(self.parts.blocks[number], 0))
                return number, line, row
            if line >= len(rows) and number == len(self.parts) - 1:
                return None
        return None

    def settle(self, first: int, last: int) -> int:
        """Sets the parts that rows `first` to `last` show, so that their heights are exact; gives the shift of `first`.

        The row that stood at `first` stands at `first` plus the shift afterwards: parts above it were corrected.
        """
        if not self._heights:
            return 0
        number = self.part_at(first)
        line = first - self.top(number)
        rows = len(self.rows(number))
        line = min(line, max(0, rows - 1))
        below, reach = number, rows - line
        while reach <= last - first and below + 1 < len(self.parts):
            below += 1
            reach += len(self.rows(below))
        return self.top(number) + line - first

    def settle_above(self, row: int, rows: int) -> int:
        """Sets the parts that `rows` rows above `row` show; gives the shift of `row`, as `settle` does."""
        if not self._heights:
            return 0
        number = self.part_at(row)
        line = row - self.top(number)
        above = line
        upper = number
        while above < rows and upper > 0:
            upper -= 1
            above += len(self.rows(upper))
        return self.top(number) + line - row

    def row_of(self, offset: int) -> int:
        """The row that shows the character at `offset` (or, of white space, what follows it)."""
        if not self._heights:
            return 0
        number = self.parts.at(offset)
        rows = self.rows(number)
        return self.top(number) + line_of(rows, offset)


def line_of(rows: tuple[Row, ...], offset: int) -> int:
    """The line among a part's rows that shows `offset`: one with a run over it, else the last that begins before."""
    best = next((line for line, row in enumerate(rows) if not row.blank), 0)
    for line, row in enumerate(rows):
        if row.blank or row.start > offset:
            continue
        if any(run.start <= offset < run.end for run in row.runs):
            return line
        if row.start >= rows[best].start:
            best = line
    return best
