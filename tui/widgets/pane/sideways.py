"""A pane whose tables are scrolled sideways where they do not fit."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from textual import events

from index.documents.model import Document
from tui.widgets.pane.painted import PaintedPane
from tui.widgets.typeset.sideways import Sideways


class SidewaysPane(PaintedPane):
    """The tables in view are scrolled together, by columns; a place that is gone to is brought into view."""

    _comes_to: Mapping[int, int] = MappingProxyType({})
    """How far the tables of the next document are to be scrolled."""

    def take(self, document: Document) -> None:
        """Show another document, with the first columns of its tables."""
        self._firsts.clear()
        if document.sha256:  # not only its beginning
            self._firsts.update(self._comes_to)
            self._comes_to = {}
        super().take(document)

    @property
    def sideways_left(self) -> str:
        """How far tables are scrolled: "block:column" of each, parted by blanks."""
        return " ".join(f"{block}:{first}" for block, first in sorted(self._firsts.items()) if first)

    @sideways_left.setter
    def sideways_left(self, left: str) -> None:
        pairs = (each.split(":") for each in left.split())
        self._comes_to = {
            int(pair[0]): int(pair[1]) for pair in pairs if len(pair) == 2 and all(map(str.isdecimal, pair))
        }

    def tables_in_view(self) -> dict[int, Sideways]:
        """The tables in view that do not fit, by the number of their block."""
        flow = self._set_flow()
        tables: dict[int, Sideways] = {}
        for y in range(self._page if flow else 0):
            found = flow.row(self.scroll_offset.y + y) if flow else None
            if flow is not None and found is not None and found[2].sideways is not None:
                tables[flow.parts.blocks[found[0]]] = found[2].sideways
        return tables

    def move_sideways(self, columns: int) -> bool:
        """Scroll the tables in view so many columns to the right, or to the left; whether there are any."""
        tables = self.tables_in_view()
        for block, table in tables.items():
            first, _ = table.range(self._firsts.get(block, 0))
            self._scroll_table(block, table.range(max(0, first + columns))[0])
        return bool(tables)

    def _show_column(self, offset: int) -> None:
        """Scroll the table that has the character at `offset` so that its column is seen."""
        flow = self._set_flow()
        if flow is None or not len(flow.parts):
            return
        number = flow.parts.at(offset)
        block = flow.parts.blocks[number]
        if flow.parts.document.blocks[block].kind != "table":
            return
        for row in flow.rows(number):
            if row.sideways is None or not row.start <= offset < row.end:
                continue
            for run in row.runs:
                if run.start <= offset < run.end:
                    column = row.sideways.column_at(run.column)
                    self._scroll_table(block, row.sideways.to_show(column, self._firsts.get(block, 0)))
                    return

    def _scroll_table(self, block: int, first: int) -> None:
        if first != self._firsts.get(block, 0):
            self._firsts[block] = first
            self._strips.clear()
            self._painted.clear()
            self.refresh()

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """The wheel sideways, or with Shift."""
        event.stop()
        event.prevent_default()
        self.move_sideways(1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """The wheel sideways, or with Shift."""
        event.stop()
        event.prevent_default()
        self.move_sideways(-1)
