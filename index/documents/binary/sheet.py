"""Paragraphs and tables as word processors write them: one gathers them while XML streams by, and hands over blocks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from index.documents.builder import Mark, Rich, joined, parted, spaced
from index.documents.cleaning import clean
from index.documents.model import InlineStyle
from index.documents.pieces import Piece, table_pieces

DEEPEST: Final = 9
"""Depth of lists, and of tables in tables; what stands deeper counts as that deep."""

_PARTED: Final = frozenset(("p", "li", "blockquote"))
"""Blocks that empty lines part into several."""


@dataclass(slots=True)
class _Paragraph:
    piece: Piece
    parts: list[Rich] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    depth: int
    """How many paragraphs were open where it began."""
    rows: list[list[list[Rich]]] = field(default_factory=list)
    header: bool = False


class Sheet:
    """What was gathered so far: `pieces` holds the blocks that ended.  A paragraph may stand inside another, as one of
    a text box does, and a table inside a table; the words of an inner table join the cell.
    """

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._paragraphs: list[_Paragraph] = []
        self._tables: list[_Table] = []
        self._deeper = 0
        """Tables that are open beyond the deepest."""

    def begin_paragraph(self, tag: str = "p") -> None:
        """A paragraph begins."""
        self._paragraphs.append(_Paragraph(Piece(tag, Rich(""))))

    def is_now(self, tag: str, *, level: int = 0, marker: str = "") -> None:
        """The open paragraph turns out to be of another kind; one without a tag is left out."""
        if self._paragraphs:
            piece = self._paragraphs[-1].piece
            piece.tag, piece.level, piece.marker = tag, level, marker

    def say(self, text: str, styles: Iterable[InlineStyle] = (), target: str = "") -> None:
        """Words of the open paragraph, as they stand in the file."""
        if not self._paragraphs:
            return
        parts = self._paragraphs[-1].parts
        text = spaced(clean(text), parts[-1].text if parts else "")
        if text:
            marks = [Mark(0, len(text), style) for style in styles]
            marks += [Mark(0, len(text), "link", target)] if target else []
            parts.append(Rich(text, tuple(marks)))

    def break_line(self) -> None:
        """A new line in the open paragraph."""
        if self._paragraphs and self._paragraphs[-1].parts:
            self._paragraphs[-1].parts.append(Rich("\n"))

    def end_paragraph(self) -> Piece | None:
        """The paragraph ends; given back where it became a block of its own."""
        if not self._paragraphs:
            return None
        ended = self._paragraphs.pop()
        rich = joined(_merged(ended.parts)).strip()
        if not rich.text:
            return None
        if self._tables and self._tables[-1].depth == len(self._paragraphs) and self._tables[-1].rows:
            row = self._tables[-1].rows[-1]
            if row:
                row[-1].append(rich)
            return None
        if not ended.piece.tag:
            return None
        ended.piece.rich, *below = parted(rich) if ended.piece.tag in _PARTED else [rich]
        self.pieces.append(ended.piece)
        self.pieces += [Piece(ended.piece.tag, part, level=ended.piece.level) for part in below]
        return ended.piece

    def begin_table(self) -> None:
        """A table begins."""
        if len(self._tables) == DEEPEST:
            self._deeper += 1
            return
        self._tables.append(_Table(len(self._paragraphs)))

    def begin_row(self) -> None:
        """A row of the open table begins."""
        if self._tables:
            self._tables[-1].rows.append([])

    def begin_cell(self) -> None:
        """A cell of the open row begins."""
        if self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append([])

    def has_header(self) -> None:
        """The first row of the open table says what stands below it."""
        if self._tables:
            self._tables[-1].header = True

    def end_table(self) -> None:
        """The table ends."""
        if self._deeper:
            self._deeper -= 1
            return
        if not self._tables:
            return
        ended = self._tables.pop()
        rows = [[_on_one_line(cell) for cell in row] for row in ended.rows]
        rows = [row for row in rows if any(cell.text for cell in row)]
        if not rows:
            return
        if self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            self._tables[-1].rows[-1][-1] += [cell for row in rows for cell in row if cell.text]
        else:
            self.pieces += table_pieces(rows, ended.header)


def _merged(parts: list[Rich]) -> list[Rich]:
    """Neighbours of one look as one part: word processors cut words where a spelling was looked at."""
    merged: list[Rich] = []
    run: list[str] = []
    look: tuple[tuple[InlineStyle, str], ...] | None = None

    def put() -> None:
        if run and look is not None:
            text = "".join(run)
            merged.append(Rich(text, tuple(Mark(0, len(text), *each) for each in look)))
            run.clear()

    for part in parts:
        now = tuple((mark.style, mark.target) for mark in part.marks)
        if now != look:
            put()
            look = now
        run.append(part.text)
    put()
    return merged


def _on_one_line(cell: list[Rich]) -> Rich:
    spaces = [Rich(" ")] * len(cell)
    return joined([part for pair in zip(cell, spaces, strict=True) for part in pair]).strip()
