"""Stretches that may be folded: captions, and what belongs to the page and not to the article; folded, each is one row
that says what it holds and how much.
"""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from index.documents.model import Block, Document
from index.wording import counted
from tui.widgets.typeset.cells import measure
from tui.widgets.typeset.rows import Row, Run

FOLDABLE = frozenset({"caption", "boilerplate"})
_SIGN = "▸ "


class Stretch(NamedTuple):
    """Blocks of one kind in a row: their text from `start` to `end`, the number of the first one, and what to say."""

    start: int
    end: int
    block: int
    label: str


def stretches(document: Document) -> tuple[Stretch, ...]:
    """What may be folded of a document, in order."""
    foldable = (number for number, block in enumerate(document.blocks) if block.kind in FOLDABLE)
    # Blocks in a row have the same difference to their place among the foldable ones.
    runs = groupby(enumerate(foldable), key=lambda pair: (pair[1] - pair[0], document.blocks[pair[1]].kind))
    found = []
    for _, run in runs:
        numbers = [number for _, number in run]
        blocks = document.blocks[numbers[0] : numbers[-1] + 1]
        found.append(Stretch(blocks[0].start, blocks[-1].end, numbers[0], _label(document.text, blocks)))
    return tuple(found)


def _label(text: str, blocks: tuple[Block, ...]) -> str:
    if blocks[0].kind == "caption":
        words = sum(len(text[block.start : block.end].split()) for block in blocks)
        return f"{counted(len(blocks), 'caption')}, {counted(words, 'word')}"
    lines = sum(1 + text.count("\n", block.start, block.end) for block in blocks)
    return f"{counted(lines, 'line')} of boilerplate"


def fold_row(stretch: Stretch, width: int) -> Row:
    """The row of a folded stretch: it stands for all of its text, and shows none of it."""
    label = (_SIGN + stretch.label)[:width]
    return Row(
        stretch.start, stretch.end, (Run(0, measure(label), stretch.start, stretch.start, label, "fold"),), "fold"
    )
