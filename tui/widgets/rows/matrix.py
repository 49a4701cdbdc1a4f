"""The coverage matrix as lines: a row a fact, three cells an article, and the sentence that labels the fact.

State is told by a letter, so that it shows without colour; the column that has the keys stands in brackets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.comparison.matrix.disputed import question
from index.comparison.matrix.holes import holes
from index.comparison.reports.matrix_payload import LETTERS
from tui.widgets.columns import Line, Piece, fit, one_line, wrap
from tui.widgets.row_list import EDGE

if TYPE_CHECKING:
    from index.comparison.matrix.model import Cell, Matrix
    from index.documents.model import Document, Span

_CELL = 3
_LABEL = 28
"""Cells that the label keeps on a narrow terminal; what columns do not fit are reached by going there."""
_VOICES = 4
_LOOKS = {"reported": "row--only", "absent": "row--muted", "conflict": "row--conflict", "differs": "row--differs"}
_SAID = {
    "reported": "reports it",
    "absent": "does not report it",
    "conflict": "is in conflict with another",
    "differs": "likely differs from another",
}


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One fact: `number` is its row in the matrix, `column` the article that has the keys."""

    number: int
    cells: tuple[Cell, ...]
    voices: int
    label: str
    column: int
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The letters of the articles that fit, the number of voices, and as much of the label as fits."""
        pieces = []
        for at in shown_columns(len(self.cells), self.column, width):
            state = self.cells[at].state
            letter = LETTERS[state]
            pieces.append(Piece(f"[{letter}]" if at == self.column else f" {letter} ", _LOOKS[state]))
        room = max(0, width - _CELL * len(pieces) - _VOICES)
        voices = Piece(f"{self.voices:>{_VOICES - 2}}  ", "row--muted")
        return ((*pieces, voices, Piece(fit(self.label, room))),)


def shown_columns(count: int, column: int, width: int) -> range:
    """The columns that fit into `width` cells beside a readable label, `column` among them."""
    room = max(1, min(count, (width - _VOICES - _LABEL) // _CELL))
    first = max(0, min(column - room // 2, count - room))
    return range(first, first + room)


def matrix_rows(
    matrix: Matrix, documents: Sequence[Document], column: int, *, lacking: int | None = None
) -> list[MatrixRow]:
    """All rows; with `lacking`, those that so many voices tell and the article of `column` does not."""
    if lacking is not None:
        numbers: Sequence[int] = [hole.row for hole in holes(matrix, column, lacking)]
    else:
        numbers = range(len(matrix.rows))
    rows = []
    for number in numbers:
        row = matrix.rows[number]
        label = question(row) or one_line(documents[row.column].text[slice(*row.label)])
        rows.append(MatrixRow(number, row.cells, row.voices, label, column))
    return rows


def heading(matrix: Matrix, column: int) -> Callable[[int], tuple[Line, ...]]:
    """The numbers of the articles above their columns."""

    def lines(width: int) -> tuple[Line, ...]:
        numbers = (
            Piece(f"{at + 1:>2} ", "row--head" if at == column else "row--muted")
            for at in shown_columns(len(matrix.columns), column, width - EDGE)
        )
        return ((Piece(" " * EDGE), *numbers, Piece(f"{'in':>{_VOICES - 2}}  fact", "row--muted")),)

    return lines


def about(
    matrix: Matrix, documents: Sequence[Document], number: int, column: int
) -> Callable[[int, int], tuple[Line, ...]]:
    """For a width and a height: the article of a cell, what it says of the fact, and what contradicts it."""
    row, article = matrix.rows[number], matrix.columns[column]
    cell = row.cells[column]
    copy = f" · one voice with {article.voice + 1}" if article.voice != column else ""

    def text(at: int, span: Span) -> str:
        return one_line(documents[at].text[slice(*span)])

    said = [(f"“{text(column, span)}”", "") for span in cell.spans]
    if not cell.spans:
        said = [(f"Told by {row.column + 1}: “{text(row.column, row.label)}”", "row--muted")]
        if cell.near is not None:
            said.append((f"Nearest here: “{text(column, cell.near)}”", "row--muted"))
    for one in row.conflicts:
        if column in (one.a, one.b):
            said.insert(0, (one.conflict.explanation, _LOOKS[one.conflict.strength]))

    def lines(width: int, height: int) -> tuple[Line, ...]:
        says = f"{column + 1} {_SAID[cell.state]}"
        title = fit(one_line(article.title), max(4, width - len(says) - len(copy) - 3)).rstrip()
        made: list[Line] = [(Piece(says, "row--strong"), Piece(f" · {title}{copy}", "row--muted"))]
        for line, look in said:
            made += [(Piece(part, look),) for part in wrap(line, width, max(1, height - len(made)))]
        return tuple(made[:height])

    return lines
