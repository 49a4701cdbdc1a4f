"""The pane a document is read in: lines are set and painted when they are looked at, whatever the size of the document.

All places that go in and out are characters of the document's text; rows and cells stay inside.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from index.documents.model import Block, Document, Span
from tui.widgets.pane.sideways import SidewaysPane
from tui.widgets.pane.words import word_at
from tui.widgets.read_state import percent_above
from tui.widgets.typeset.cells import index_at_cell
from tui.widgets.typeset.layers import Highlight

__all__ = ["DocumentPane", "Highlight", "Place"]

Where = Literal["top", "center", "visible"]

_WHEEL = 3


class Place(NamedTuple):
    """An exact place of reading: the first visible character, and the blank rows that stand above it."""

    offset: int
    blanks: int = 0


class DocumentPane(SidewaysPane):
    """One document in a centred column of `reading_width` cells (0: as wide as the pane)."""

    @dataclass(eq=False, repr=False)
    class Moved(Message):
        """Another part of the document is in view."""

        pane: DocumentPane

        @property
        def control(self) -> DocumentPane:
            """The pane that sent it."""
            return self.pane

        def can_replace(self, message: Message) -> bool:
            """Of several waiting, the last is enough."""
            return isinstance(message, DocumentPane.Moved) and message.pane is self.pane

    @dataclass(eq=False, repr=False)
    class Clicked(Message):
        """The character at `offset` was clicked."""

        pane: DocumentPane
        offset: int

        @property
        def control(self) -> DocumentPane:
            """The pane that sent it."""
            return self.pane

    def __init__(self, *, reading_width: int = 80, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(reading_width=reading_width, id=id, classes=classes)
        self._anchor = Place(0)
        self._wanted: tuple[int, Where] | Place = Place(0)

    def show(self, document: Document, place: Place = Place(0)) -> None:  # noqa: B008 - an immutable tuple
        """Show `document` from `place` on, without any of the highlights there were."""
        self.take(document)
        self._go(place)

    # -- places

    @property
    def reading_width(self) -> int:
        """The widest that a line may be, in cells; 0 for no limit."""
        return self._reading_width

    @reading_width.setter
    def reading_width(self, cells: int) -> None:
        place = self._anchor
        self._reading_width = cells
        self._flow = None
        self._reset()
        self._go(place)

    @property
    def place(self) -> Place:
        """What stands at the top of the pane."""
        return self._anchor

    @property
    def position(self) -> int:
        """The offset of the first visible character."""
        return self._anchor.offset

    @property
    def percent(self) -> int:
        """How much of the document is above the upper edge; 100 where its end is in view."""
        if self._document is None or not self._document.text or self.at_end:
            return 100
        return percent_above(self.position, len(self._document.text))

    @property
    def at_end(self) -> bool:
        """Whether the last row is in view."""
        return self.scroll_offset.y >= self.max_scroll_y

    def offset_at(self, row: int) -> int:
        """The offset of the first character shown in a row of the whole document (of a blank row: of what follows)."""
        flow = self._set_flow()
        found = flow.row(row) if flow else None
        return found[2].start if found else len(self._document.text) if self._document else 0

    def row_of(self, offset: int) -> int:
        """The row of the whole document, from 0, that shows the character at `offset`."""
        flow = self._set_flow()
        return flow.row_of(offset) if flow else 0

    def offset_under(self, x: int, y: int) -> int | None:
        """The offset of the character at a cell of the pane; None where no text is."""
        flow = self._set_flow()
        found = flow.row(self.scroll_offset.y + y) if flow else None
        if found is None or self._document is None:
            return None
        cell = x - self._frame().left
        for run in found[2].runs:
            if run.end > run.start and run.column <= cell < run.column + run.cells:
                return index_at_cell(self._document.text, run.start, run.end, cell - run.column)
        return None

    def block_at(self, offset: int) -> Block | None:
        """The block that holds `offset`, or the next one."""
        if self._parts is None or self._document is None or not len(self._parts):
            return None
        return self._document.blocks[self._parts.blocks[self._parts.at(offset)]]

    # -- moving

    def scroll_to_offset(self, offset: int, where: Where = "top") -> None:
        """Bring the character at `offset` to the top or the centre ("visible": if it is not in view)."""
        flow = self._set_flow()
        if flow is None or not self._page:
            self._wanted = (offset, where)
            return
        self._show_column(offset)
        row = flow.row_of(offset)
        top = self.scroll_offset.y
        # A line of context stays around what is only to be visible.
        if where == "visible" and top + 1 <= row < top + self._page - 1:
            return
        target = row if where == "top" else row - self._page // 3
        if target < row:
            target += flow.settle_above(row, row - target)
        self._scroll(target)

    def restore(self, place: Place) -> None:
        """Go to exactly where `place` was taken."""
        self._go(place)

    def move_lines(self, lines: int) -> None:
        """Move so many lines down (up for a negative number)."""
        flow = self._set_flow()
        if flow is None:
            return
        top = self.scroll_offset.y
        if lines < 0:
            top += flow.settle_above(top, -lines)
        else:
            top += flow.settle(top, top + lines + self._page)
        self._scroll(top + lines)

    def move_pages(self, pages: float, times: int = 1) -> None:
        """Move a page (or half of one) down, so many times; two lines of the page before stay in view."""
        lines = times * (max(1, self._page - 2) if abs(pages) >= 1 else max(1, self._page // 2))
        self.move_lines(lines if pages > 0 else -lines)

    def move_to_edge(self, *, end: bool) -> None:
        """Move to the beginning or to the end."""
        flow = self._set_flow()
        if flow is None:
            return
        if end:
            self._scroll(flow.height + flow.settle_above(flow.height - 1, self._page) - self._page)
            self._scroll(flow.height - self._page)
        else:
            self._scroll(0)

    def _go(self, place: Place) -> None:
        flow = self._set_flow()
        if flow is None or not self._page:
            self._wanted = place
            return
        row = flow.row_of(place.offset) if place.offset else 0
        self._scroll(row - place.blanks)
        self._anchor = place

    def _scroll(self, row: int) -> None:
        flow = self._set_flow()
        if flow is None:
            return
        row = max(0, min(row, flow.height - self._page))
        row += flow.settle(row, row + self._page)
        self._sync_height()
        before = self.scroll_offset.y
        self.scroll_to(y=row, animate=False, immediate=True)
        if self.scroll_offset.y == before:
            self._take_anchor()
            self._repaint()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """However the scrolling came about, what is in view is set and others are told."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value) and (flow := self._set_flow()):
            flow.settle(round(new_value), round(new_value) + self._page)
            self._sync_height()
            self._take_anchor()
            self.post_message(self.Moved(self))

    def _take_anchor(self) -> None:
        flow = self._flow
        top = self.scroll_offset.y
        found = flow.row(top) if flow else None
        if flow is None or found is None:
            return
        rows = flow.rows(found[0])
        line = found[1]
        while line < len(rows) - 1 and rows[line].blank:
            line += 1
        self._anchor = Place(rows[line].start if top else 0, line - found[1] if top else 0)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves by exact lines."""
        event.stop()
        event.prevent_default()
        self.move_lines(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves by exact lines."""
        event.stop()
        event.prevent_default()
        self.move_lines(-_WHEEL)

    def select(self, span: Span | None) -> None:
        """Select the characters of a span, or none."""
        if span is None:
            self.screen.clear_selection()
        else:
            self.screen.selections = {self: Selection(Offset(0, span.start), Offset(0, span.end))}

    def on_click(self, event: events.Click) -> None:
        """Tells which character was clicked, unless words were selected by it; a second click selects the word, a third
        the paragraph, where Textual would select all.
        """
        offset = self.offset_under(event.x, event.y)
        if offset is not None and event.chain <= 2 and (self.selected is None or event.chain == 2):
            self.post_message(self.Clicked(self, offset))
        if event.chain > 1:
            event.prevent_default()
            self._select_around(offset, paragraph=event.chain > 2)

    def _select_around(self, offset: int | None, *, paragraph: bool) -> None:
        if self._document is None or offset is None:
            return
        block = self.block_at(offset)
        whole = Span(block.start, block.end) if paragraph and block is not None else None
        self.select(whole or word_at(self._document.text, offset))

    def on_resize(self) -> None:
        """The same text stays at the top."""
        wanted, self._wanted = self._wanted, Place(0)
        place = self._anchor
        self._reset()
        if isinstance(wanted, Place):
            self._go(wanted if wanted != Place(0) else place)
        else:
            self.scroll_to_offset(*wanted)
        self.post_message(self.Moved(self))
