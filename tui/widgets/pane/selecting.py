"""The reader's pane: its text can be selected by keys, in words, characters, rows and paragraphs of the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from index.documents.model import Span
from tui.commands import bindings
from tui.widgets.pane.folding import FoldingPane
from tui.widgets.pane.words import word_before, word_from
from tui.widgets.typeset.cells import graphemes, index_at_cell, measure
from tui.widgets.typeset.rows import Run

_CLUSTER = 64
"""Characters to look for the ends of one drawn character in."""


class SelectingPane(FoldingPane):
    """A document whose words the screen selects by keys."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("select"))

    @property
    def _text(self) -> str:
        return self._document.text if self._document is not None else ""

    def word_from(self, offset: int, *, whole: bool = False) -> Span | None:
        """The first word that begins at `offset` or after; the rest of a word counts as one, unless it is `whole`."""
        return word_from(self._text, offset, whole=whole)

    def word_before(self, offset: int) -> Span | None:
        """The last word that ends at `offset` or before."""
        return word_before(self._text, offset)

    def character_from(self, offset: int) -> Span | None:
        """The character, as it is drawn, that begins at `offset`."""
        found = graphemes(self._text, offset, min(len(self._text), offset + _CLUSTER))
        return Span(found[0].start, found[0].end) if found else None

    def character_before(self, offset: int) -> Span | None:
        """The character, as it is drawn, that ends at `offset`."""
        found = graphemes(self._text, max(0, offset - _CLUSTER), offset)
        return Span(found[-1].start, found[-1].end) if found else None

    def column_of(self, offset: int) -> int:
        """The cell of its row in which the character at `offset` stands."""
        flow = self._set_flow()
        found = flow.row(flow.row_of(offset)) if flow else None
        for run in found[2].runs if found is not None else ():
            if run.start <= offset < run.end:
                return run.column + measure(self._text[run.start : offset])
        return 0

    def character_beside(self, offset: int, rows: int, column: int) -> Span | None:
        """The character nearest to a column, so many rows with text below `offset` (above for a negative number)."""
        flow = self._set_flow()
        if flow is None:
            return None
        row, step, nearest = flow.row_of(offset), 1 if rows > 0 else -1, None
        left = abs(rows)
        while left and 0 <= row + step < flow.height:
            # What is passed is set, so that its rows are those that are shown.
            row += flow.settle(row, row + 1) if step > 0 else flow.settle_above(row, 1)
            row += step
            found = flow.row(row)
            runs = [run for run in found[2].runs if run.end > run.start] if found is not None else []
            if runs:
                left -= 1
                nearest = runs, column
        return self._nearest(*nearest) if nearest is not None else None

    def _nearest(self, runs: Sequence[Run], column: int) -> Span | None:
        run = min(runs, key=lambda one: max(one.column - column, column - one.column - one.cells + 1, 0))
        cell = max(0, min(column, run.column + run.cells - 1) - run.column)
        return self.character_from(min(index_at_cell(self._text, run.start, run.end, cell), run.end - 1))
