"""The naming matrix as lines: a row an entity, a column an article, in the cells the forms that the article prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.wording import counted
from tui.widgets.columns import Line, Piece, fit, one_line, wrap
from tui.widgets.kinds import KIND_NAMES
from tui.widgets.row_list import EDGE

if TYPE_CHECKING:
    from index.across.naming_matrix import Form, NamingMatrix, NamingRow

_NAME = 20
_NARROW_NAME = 14
_CELL = 22
_NARROW_FROM = 60


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One entity; `column` is the article that has the keys."""

    row: NamingRow
    column: int
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """Its name, and what the articles that fit call it; the cell that has the keys stands in brackets."""
        name, shown, cell = layout(len(self.row.cells), self.column, width)
        pieces = [Piece(fit(one_line(self.row.entity.name), name - 1) + " ", "row--strong")]
        for at in shown:
            text = fit(forms_text(self.row.cells[at]), cell - 3)
            look = "row--muted" if not self.row.cells[at] else "row--differs" if self.row.differs else ""
            left, right = "[]" if at == self.column else "  "
            pieces += [Piece(left, "row--accent"), Piece(text, look), Piece(f"{right} ", "row--accent")]
        return (tuple(pieces),)


def layout(count: int, column: int, width: int) -> tuple[int, range, int]:
    """Cells of the name, the columns that fit, `column` among them, and cells of each."""
    name = _NAME if width >= _NARROW_FROM else _NARROW_NAME
    room = max(1, min(count, (width - name) // _CELL))
    first = max(0, min(column - room // 2, count - room))
    return name, range(first, first + room), max(4, min((width - name) // room, 3 * _CELL // 2))


def forms_text(cell: tuple[Form, ...]) -> str:
    """The forms of a cell, the fullest first, with counts where there are several; a dot for none."""
    if not cell:
        return "·"
    if len(cell) == 1:
        return one_line(cell[0].text)
    fullest = sorted(cell, key=lambda form: -len(form.text.split()))
    return ", ".join(f"{one_line(form.text)} {form.count}" for form in fullest)


def naming_heading(matrix: NamingMatrix, column: int) -> Callable[[int], tuple[Line, ...]]:
    """Numbers and titles of the articles above their columns."""

    def lines(width: int) -> tuple[Line, ...]:
        name, shown, cell = layout(len(matrix.columns), column, width - EDGE)
        heads = (
            Piece(
                fit(f" {at + 1} {one_line(matrix.columns[at].title)}", cell - 1) + " ",
                "row--head" if at == column else "row--muted",
            )
            for at in shown
        )
        return ((Piece(" " * (EDGE + name)), *heads),)

    return lines


def naming_about(matrix: NamingMatrix, row: NamingRow, column: int, width: int, height: int) -> tuple[Line, ...]:
    """The cell in words: what the article calls the entity, each form with its count."""
    article = matrix.columns[column]
    kind = KIND_NAMES[row.entity.type]
    differs = " · articles differ" if row.differs else ""
    about = f"  {kind} · {counted(row.mentions, 'mention')} in {row.articles:,} of {len(matrix.columns):,}{differs}"
    title: Line = (Piece(one_line(row.entity.name), "row--strong"), Piece(about, "row--muted"))
    cell = row.cells[column]
    called = ", ".join(f"{one_line(form.text)} ({form.count})" for form in cell) or "is not named"
    said = f"{column + 1} {one_line(article.title)}: {called}"
    return (title, *((Piece(line),) for line in wrap(said, width, max(1, height - 1))))
