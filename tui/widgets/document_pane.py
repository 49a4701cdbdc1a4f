"""The pane a document is read in: lines are set and painted when they are looked at, whatever the size of the document.

All places that go in and out are characters of the document's text; rows and cells stay inside.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from index.documents.model import Block, Document, Span
from tui.widgets.typeset.cells import index_at_cell
from tui.widgets.typeset.flow import Flow, Parts
from tui.widgets.typeset.layers import GutterMark, Highlight, Layer
from tui.widgets.typeset.painting import Frame, paint, text_offset
from tui.widgets.typeset.rows import Row

__all__ = ["DocumentPane", "GutterMark", "Highlight", "Place"]

Where = Literal["top", "center", "visible"]

_STRIPS = 4_000
_WHEEL = 3
_NARROWEST = 8


class Place(NamedTuple):
    """An exact place of reading: the first visible character, and the blank rows that stand above it."""

    offset: int
    blanks: int = 0


class DocumentPane(ScrollView, can_focus=True, inherit_bindings=False):
    """One document in a centred column of `reading_width` cells (0: as wide as the pane)."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "pane--title",
        "pane--heading",
        "pane--subheading",
        "pane--question",
        "pane--quote",
        "pane--caption",
        "pane--code",
        "pane--boilerplate",
        "pane--marker",
        "pane--bar",
        "pane--rule",
        "pane--table-header",
        "pane--strong",
        "pane--emphasis",
        "pane--inline-code",
        "pane--link",
        "pane--strike",
        "pane--person",
        "pane--org",
        "pane--place",
        "pane--group",
        "pane--date",
        "pane--number",
        "pane--event",
        "pane--match",
        "pane--current",
        "pane--note",
        "pane--mark",
    }

    DEFAULT_CSS = """
    DocumentPane {
        width: 1fr;
        height: 1fr;
        background: $background;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        & > .pane--title { text-style: bold; color: $text-primary; }
        & > .pane--heading { text-style: bold; color: $text-primary; }
        & > .pane--subheading { text-style: bold; }
        & > .pane--question { text-style: bold italic; }
        & > .pane--quote { text-style: italic; }
        & > .pane--caption { text-style: italic; color: $text-muted; }
        & > .pane--code { color: $text-secondary; }
        & > .pane--boilerplate { color: $text-disabled; }
        & > .pane--marker { color: $text-muted; }
        & > .pane--bar { color: $primary; }
        & > .pane--rule { color: $text-disabled; }
        & > .pane--table-header { text-style: bold; }
        & > .pane--strong { text-style: bold; }
        & > .pane--emphasis { text-style: italic; }
        & > .pane--inline-code { color: $text-secondary; }
        & > .pane--link { text-style: underline; }
        & > .pane--strike { text-style: strike; }
    }
    """

    @dataclass
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

    @dataclass
    class Clicked(Message):
        """The character at `offset` was clicked."""

        pane: DocumentPane
        offset: int

        @property
        def control(self) -> DocumentPane:
            """The pane that sent it."""
            return self.pane

    def __init__(self, *, reading_width: int = 80, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._reading_width = reading_width
        self._document: Document | None = None
        self._parts: Parts | None = None
        self._flow: Flow | None = None
        self._layers: dict[str, tuple[int, Layer]] = {}
        self._ordered: tuple[Layer, ...] = ()
        self._gutter = Layer(())
        self._anchor = Place(0)
        self._wanted: tuple[int, Where] | Place = Place(0)
        self._strips: dict[object, Strip] = {}
        self._painted: dict[int, object] = {}
        self._looks: dict[tuple[str, ...], Style] = {}

    # -- the document and what lies over it

    @property
    def document(self) -> Document | None:
        """What is shown."""
        return self._document

    def show(self, document: Document, place: Place = Place(0)) -> None:  # noqa: B008 - an immutable tuple
        """Show `document` from `place` on, without any of the highlights there were."""
        self._document = document
        self._parts = Parts(document)
        self._flow = None
        self._layers.clear()
        inlines = (Highlight(one.start, one.end, _INLINES[one.style]) for one in document.inlines)
        self._layers[""] = (-1, Layer(inlines))
        self._order()
        self._gutter = Layer(())
        self._reset()
        self._go(place)

    def set_layer(self, name: str, highlights: Iterable[Highlight], order: int = 0) -> None:
        """Put highlights over the text, in place of those of the same name; a higher `order` lies over a lower one."""
        self._layers[name] = (order, Layer(highlights))
        self._order()
        self._repaint()

    def clear_layer(self, name: str) -> None:
        """Take the highlights of that name away, if there are any."""
        if self._layers.pop(name, None) is not None:
            self._order()
            self._repaint()

    def set_gutter(self, marks: Iterable[GutterMark]) -> None:
        """Put signs of one cell at the left of the rows that show the marks' characters, in place of those before."""
        self._gutter = Layer(Highlight(mark.start, mark.end, f"{mark.sign} {mark.style}") for mark in marks)
        self._repaint()

    def _order(self) -> None:
        self._ordered = tuple(layer for _, layer in sorted(self._layers.values(), key=lambda pair: pair[0]))

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
    def in_view(self) -> Span:
        """The text that is in view."""
        flow = self._set_flow()
        if flow is None or self._document is None:
            return Span(0, 0)
        rows = [found[2] for y in range(self._page) if (found := flow.row(self.scroll_offset.y + y))]
        shown = [row for row in rows if not row.blank]
        if not shown:
            return Span(self.position, self.position)
        return Span(min(row.start for row in shown), max(row.end for row in shown))

    @property
    def progress(self) -> float:
        """How much of the document is above the lower edge, 0 to 1."""
        if self._document is None or not self._document.text or self.at_end:
            return 1.0
        return min(1.0, self.in_view.end / len(self._document.text))

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

    @property
    def selected(self) -> Span | None:
        """The characters that are selected, None for none."""
        selection = self.text_selection
        if selection is None or self._document is None:
            return None
        start = text_offset(selection.start) if selection.start is not None else 0
        end = text_offset(selection.end) if selection.end is not None else len(self._document.text)
        return Span(start, end) if start < end else None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, as Textual asks for it."""
        span = self.selected
        if span is None or self._document is None:
            return None
        return self._document.text[span.start : span.end], "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Only the lines whose selection changed are painted again."""
        self._repaint()

    # -- moving

    def scroll_to_offset(self, offset: int, where: Where = "top") -> None:
        """Bring the character at `offset` to the top or the centre ("visible": if it is not in view)."""
        flow = self._set_flow()
        if flow is None or not self._page:
            self._wanted = (offset, where)
            return
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

    def move_pages(self, pages: float) -> None:
        """Move so many pages down; two lines of the page before stay in view."""
        lines = max(1, self._page - 2) if abs(pages) >= 1 else max(1, self._page // 2)
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

    def on_click(self, event: events.Click) -> None:
        """Tells which character was clicked, unless words were selected by it."""
        offset = self.offset_under(event.x, event.y)
        if offset is not None and self.selected is None:
            self.post_message(self.Clicked(self, offset))

    # -- setting and painting

    @property
    def _page(self) -> int:
        return self.scrollable_content_region.height

    def _frame(self) -> Frame:
        width = self.scrollable_content_region.width
        margin = 3 if width >= 60 else 2
        column = max(2, width - margin - (margin if width >= 60 else 1))
        if self._reading_width:
            column = min(column, self._reading_width)
        return Frame(max(margin, (width - column) // 2), column, width)

    def _set_flow(self) -> Flow | None:
        frame = self._frame()
        if self._parts is None or frame.width < _NARROWEST:
            return None
        if self._flow is None or self._flow.width != frame.column:
            self._flow = Flow(self._parts, frame.column)
            self._strips.clear()
        return self._flow

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

    def _reset(self) -> None:
        self._strips.clear()
        self._painted.clear()
        self._sync_height(layout=True)
        self.refresh()

    def _sync_height(self, *, layout: bool = False) -> None:
        """Tells the scroll bar how high all is, without laying out the whole screen again for a corrected estimate."""
        flow = self._set_flow()
        size = Size(self.scrollable_content_region.width, flow.height if flow else 0)
        if size != self.virtual_size:
            if layout:
                self.virtual_size = size
            else:
                self.set_reactive(ScrollView.virtual_size, size)
                self.vertical_scrollbar.window_virtual_size = size.height

    def notify_style_update(self) -> None:
        """Other colours: nothing painted before holds."""
        super().notify_style_update()
        self._looks.clear()
        self._strips.clear()

    def _look(self, styles: tuple[str, ...]) -> Style:
        look = self._looks.get(styles)
        if look is None:
            look = self.rich_style
            for name in styles:
                look += self._component(name)
            self._looks[styles] = look
        return look

    def _component(self, name: str) -> Style:
        if name == "selection":
            return self.screen.get_component_rich_style("screen--selection", partial=True)
        return self.get_component_rich_style(f"pane--{name}", partial=True)

    def _over(self, row: Row) -> tuple[tuple[Highlight, ...], Highlight | None]:
        """Everything that decides how a row looks, besides its text: highlights with the selection, and the gutter."""
        if row.blank:
            return (), None
        over = tuple(one for layer in self._ordered for one in layer.over(row.start, row.end))
        if (span := self.selected) is not None and span.start < row.end and span.end > row.start:
            over += (Highlight(span.start, span.end, "selection"),)
        gutter = self._gutter.over(row.start, row.end)
        return over, gutter[-1] if gutter else None

    def render_line(self, y: int) -> Strip:
        """One line of cells, made when it is looked at."""
        flow = self._set_flow()
        frame = self._frame()
        found = flow.row(self.scroll_offset.y + y) if flow else None
        if found is None or self._document is None:
            return Strip.blank(frame.width, self.rich_style)
        number, line, row = found
        over = self._over(row)
        key = (number, line, frame, over)
        self._painted[y] = key
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > _STRIPS:
                self._strips.clear()
            mark = GutterMark(*over[1][:2], *over[1].style.split(" ", 1)) if over[1] else None
            strip = self._strips[key] = paint(row, self._document.text, frame, self._look, over[0], mark)
        return strip

    def _repaint(self) -> None:
        """Paints those of the visible lines again that look different now."""
        flow = self._set_flow()
        if flow is None:
            return
        top, frame = self.scroll_offset.y, self._frame()
        for y in range(self._page):
            found = flow.row(top + y)
            key = (found[0], found[1], frame, self._over(found[2])) if found else None
            if self._painted.get(y) != key:
                self.refresh_line(top + y)


_INLINES = {"strong": "strong", "emphasis": "emphasis", "code": "inline-code", "link": "link", "strike": "strike"}
