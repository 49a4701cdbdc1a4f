"""The matrix in lines: every state has its letter, and the column with the keys is always in view."""

from __future__ import annotations

import pytest

from index.comparison.matrix.model import Cell
from index.documents.model import Span
from tui.widgets.columns import line_cells
from tui.widgets.rows.matrix import MatrixRow, shown_columns

TOLD = (Span(0, 3),)
CELLS = (Cell("reported", TOLD), Cell("absent", ()), Cell("conflict", TOLD), Cell("differs", TOLD))


def test_letters_tell_the_states_and_brackets_the_column() -> None:
    (line,) = MatrixRow(0, CELLS, 3, "The bridge was closed.", 1).lines(60)
    assert "".join(piece.text for piece in line).startswith(" ● [○] !  ?  ")
    assert "The bridge was closed." in "".join(piece.text for piece in line)


@pytest.mark.parametrize("width", [10, 38, 60, 120, 200])
@pytest.mark.parametrize("count", [2, 5, 20, 40])
def test_the_column_with_the_keys_is_in_view(count: int, width: int) -> None:
    for column in range(count):
        shown = shown_columns(count, column, width)
        assert column in shown
        assert 0 <= shown.start < shown.stop <= count
        row = MatrixRow(0, (CELLS[0],) * count, 2, "Rain fell on the town all night. " * 9, column)
        (line,) = row.lines(width)
        assert line_cells(line) <= width
