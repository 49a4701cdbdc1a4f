"""The outline of an article: its headings as rows, the one being read marked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from index.documents.model import Block, Document
from tui.widgets.columns import Line, Piece, fit, one_line
from tui.widgets.panel import Panel


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
        """The heading on one line; a sign stands before the one being read."""
        indent = 2 * (self.level - 1) if width > 24 else self.level - 1
        sign = "• " if self.reading else "  "
        text = fit(self.text, max(4, width - indent - 3))
        return ((Piece(" " * indent + sign, "row--accent"), Piece(text, "row--strong" if self.reading else "")),)


def outline_rows(document: Document, offset: int) -> tuple[HeadingRow, ...]:
    """The rows of the outline, as seen from `offset`."""
    blocks = headings(document)
    here = current(blocks, offset)
    return tuple(
        HeadingRow(
            one_line(document.text[block.start : block.end]),
            block.start,
            1 if block.role == "title" else 3 if block.role == "question" else min(4, max(1, block.level)),
            number == here,
        )
        for number, block in enumerate(blocks)
    )


class Outline(Panel):
    """The panel of headings."""

    def follow(self, document: Document, offset: int) -> None:
        """Mark the heading that is being read now, and stand on it."""
        rows = outline_rows(document, offset)
        if rows != self.rows:
            self.set_rows(rows, next((number for number, row in enumerate(rows) if row.reading), 0))
