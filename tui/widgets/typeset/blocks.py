"""Setting one block: from its kind follow the indent, the mark before it, the look and the space above it.

The style names given here are component classes of the document pane, without their prefix.
"""

from __future__ import annotations

from index.documents.model import Block, BlockKind
from tui.widgets.typeset.cells import measure
from tui.widgets.typeset.rows import Row, Run
from tui.widgets.typeset.tables import set_table
from tui.widgets.typeset.wrapping import Line, balanced, wrap

MINIMUM = 8
"""The fewest cells that text is wrapped to, however deep its indent."""

_TIGHT: frozenset[BlockKind] = frozenset({"list_item", "caption", "boilerplate", "code"})


def space_above(block: Block, before: Block | None) -> int:
    """Blank rows between a block and the one before it; one above the first."""
    if before is None:
        return 1
    if block.kind == "heading":
        return 1 if before.kind == "heading" else 2
    if block.kind == before.kind and block.kind in _TIGHT:
        return 0
    return 1


def look(block: Block) -> str:
    """The style of a block's rows."""
    if block.role == "title":
        return "title"
    if block.role == "question":
        return "question"
    if block.kind == "heading":
        return "heading" if block.level <= 2 else "subheading"
    return "" if block.kind in ("paragraph", "list_item", "table") else block.kind


def set_block(text: str, block: Block, start: int, end: int, width: int) -> tuple[Row, ...]:
    """The rows of `block`, or of its part from `start` to `end`, at `width` cells."""
    if block.kind == "table" and block.rows:
        return set_table(text, block, start, end, width)
    style = look(block)
    if block.kind == "heading" or block.role == "title":
        return tuple(_row(first, last, text, 0, style) for first, last in balanced(text, start, end, width))
    if block.kind == "list_item":
        return _list_item(text, block, start, end, width)
    if block.kind == "quote":
        lines = wrap(text, start, end, max(MINIMUM, width - 3))
        return tuple(_row(first, last, text, 2, style, Run(0, 1, first, first, "▎", "bar")) for first, last in lines)
    indent = 2 if block.kind == "code" and width >= 30 else 0
    return tuple(
        _row(first, last, text, indent, style) for first, last in wrap(text, start, end, max(MINIMUM, width - indent))
    )


def _list_item(text: str, block: Block, start: int, end: int, width: int) -> tuple[Row, ...]:
    size = measure(block.marker) or 1  # what goes on with an item has no mark of its own, and stands under its text
    margin = min(1 + 2 * max(0, block.level - 1), max(0, width - size - 1 - MINIMUM) // 2)
    indent = margin + size + 1
    lines: list[Line] = wrap(text, start, end, max(MINIMUM, width - indent))
    marked = block.marker and start == block.start
    first = Run(margin, size, start, start, block.marker, "marker") if marked else None
    style = look(block)
    return tuple(
        _row(line[0], line[1], text, indent, style, *((first,) if first and number == 0 else ()))
        for number, line in enumerate(lines)
    )


def _row(start: int, end: int, text: str, column: int, style: str, *marks: Run) -> Row:
    return Row(start, end, (*marks, Run(column, measure(text[start:end]), start, end)), style)
