"""The outline of an article: its headings as rows, the one being read marked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from index.documents.model import Block, Document
from tui.widgets.columns import Line, Piece, one_line, wrap
from tui.widgets.panel import Panel
from tui.widgets.row_list import EDGE

_LINES = 3
"""Lines of a heading at most."""


def headings(document: Document) -> tuple[Block, ...]:
    """The blocks that stand in the outline: headings, the title among them, and the questions of an FAQ."""
    return tuple(block for block in document.blocks if block.kind == "heading" or block.role in ("title", "question"))


def current(blocks: tuple[Block, ...], offset: int) -> int | None:
    """The number of the heading that `offset` stands under; None above the first."""
    number = bisect_right([block.start for block in blocks], offset) - 1
    return number if number >= 0 else None


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """One heading, indented by its level."""

    text: str
    offset: int
    level: int
    reading: bool
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The heading, its further lines hanging below it; a sign stands before the one being read."""
        indent, hang = (2 * (self.level - 1), 2) if width > 24 else (self.level - 1, 0)
        sign = "• " if self.reading else "  "
        look = "row--strong" if self.reading else ""
        first, *rest = wrap(self.text, max(4, width - indent - 3 - hang), _LINES) or [""]
        below = ((Piece(" " * (indent + 2 + hang)), Piece(line, look)) for line in rest)
        return ((Piece(" " * indent + sign, "row--accent"), Piece(first, look)), *below)


def outline_rows(document: Document, offset: int, width: int = 0) -> tuple[HeadingRow, ...]:
    """The rows of the outline, as seen from `offset`; each as high as it needs at `width` (0: one line)."""
    blocks = headings(document)
    here = current(blocks, offset)
    rows = (
        HeadingRow(
            one_line(document.text[block.start : block.end]),
            block.start,
            1 if block.role == "title" else 3 if block.role == "question" else min(4, max(1, block.level)),
            number == here,
        )
        for number, block in enumerate(blocks)
    )
    return tuple(replace(row, height=len(row.lines(width))) if width else row for row in rows)


class Outline(Panel):
    """The panel of headings."""

    _followed: tuple[Document, int] | None = None

    def follow(self, document: Document, offset: int) -> None:
        """Mark the heading that is being read now, and stand on it."""
        self._followed = document, offset
        rows = outline_rows(document, offset, max(0, self.scrollable_content_region.width - EDGE))
        if rows != self.rows:
            self.set_rows(rows, next((number for number, row in enumerate(rows) if row.reading), 0))

    def on_resize(self) -> None:
        """The headings wrap anew."""
        if self._followed is not None:
            self.follow(*self._followed)
