"""Setting and painting a document on the line API: what is looked at is set, painted and kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from index.documents.model import Document, Span
from tui.widgets.late_looks import LateLooks
from tui.widgets.typeset.flow import Flow, Parts
from tui.widgets.typeset.layers import Highlight, Layer
from tui.widgets.typeset.painting import Frame, paint, text_offset
from tui.widgets.typeset.rows import Row

_STRIPS = 4_000
_NARROWEST = 8
_INLINES = {
    "strong": "strong",
    "emphasis": "emphasis",
    "code": "inline-code",
    "link": "link",
    "strike": "strike",
    "note": "marker",
}


class PaintedPane(LateLooks, ScrollView, can_focus=True, inherit_bindings=False):
    """The rows of one document, with its layers of highlights; not where they are scrolled to."""

    LOOKS: ClassVar[frozenset[str]] = frozenset(
        {
            "pane--title",
            "pane--heading",
            "pane--subheading",
            "pane--question",
            "pane--quote",
            "pane--caption",
            "pane--code",
            "pane--boilerplate",
            "pane--fold",
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
            "pane--dim",
            "pane--match",
            "pane--current",
            "pane--note",
            "pane--mark",
        }
    )

    DEFAULT_CSS = """
    PaintedPane {
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
        & > .pane--fold { color: $text-disabled; }
        & > .pane--marker { color: $text-muted; }
        & > .pane--bar { color: $ink-primary; }
        & > .pane--rule { color: $text-disabled; }
        & > .pane--table-header { text-style: bold; }
        & > .pane--strong { text-style: bold; }
        & > .pane--emphasis { text-style: italic; }
        & > .pane--inline-code { color: $text-secondary; }
        & > .pane--link { text-style: underline; }
        & > .pane--strike { text-style: strike; }
    }
    """

    def __init__(self, *, reading_width: int = 80, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._reading_width = reading_width
        self._document: Document | None = None
        self._parts: Parts | None = None
        self._flow: Flow | None = None
        self._firsts: dict[int, int] = {}
        """The first column that is shown of each block that is a table scrolled sideways."""
        self._layers: dict[str, tuple[int, Layer]] = {}
        self._ordered: tuple[Layer, ...] = ()
        self._strips: dict[object, Strip] = {}
        self._painted: dict[int, object] = {}
        self._looks: dict[tuple[str, ...], Style] = {}
        self._view: tuple[Flow | None, Frame, Span | None] | None = None
        """What all lines of one painting have in common: flow, frame and selection."""

    # -- the document and what lies over it

    @property
    def document(self) -> Document | None:
        """What is shown."""
        return self._document

    def take(self, document: Document) -> None:
        """Show another document, without any of the highlights there were."""
        self._document = document
        self._parts = Parts(document)
        self._flow = None
        self._layers.clear()
        inlines = (Highlight(one.start, one.end, _INLINES[one.style]) for one in document.inlines)
        self._layers[""] = (-1, Layer(inlines))
        self._order()
        self._reset()

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

    def _order(self) -> None:
        self._ordered = tuple(layer for _, layer in sorted(self._layers.values(), key=lambda pair: pair[0]))

    @property
    def column(self) -> Region:
        """Where on the screen the lines of the text stand."""
        frame, shown = self._frame(), self.scrollable_content_region
        return Region(self.region.x + frame.left, self.region.y, frame.column, shown.height)

    @property
    def in_view(self) -> Span:
        """The text that is in view."""
        flow = self._set_flow()
        if flow is None or self._document is None:
            return Span(0, 0)
        rows = [found[2] for y in range(self._page) if (found := flow.row(self.scroll_offset.y + y))]
        shown = [row for row in rows if not row.blank]
        if not shown:
            place = rows[0].start if rows else 0
            return Span(place, place)
        return Span(min(row.start for row in shown), max(row.end for row in shown))

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
            self._flow.firsts = self._firsts
            self._strips.clear()
        return self._flow

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

    def _over(self, row: Row, span: Span | None) -> tuple[Highlight, ...]:
        """All that decides how a row looks, besides its text: highlights, and the selection `span`."""
        if row.blank:
            return ()
        over = tuple(one for layer in self._ordered for one in layer.over(row.start, row.end))
        if span is not None and span.start < row.end and span.end > row.start:
            over += (Highlight(span.start, span.end, "selection"),)
        return over

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines that are looked at; what they have in common is looked up once."""
        self._view = self._set_flow(), self._frame(), self.selected
        try:
            return super().render_lines(crop)
        finally:
            self._view = None

    def render_line(self, y: int) -> Strip:
        """One line of cells, made when it is looked at."""
        flow, frame, span = self._view or (self._set_flow(), self._frame(), self.selected)
        found = flow.row(self.scroll_offset.y + y) if flow else None
        if found is None or self._document is None:
            return Strip.blank(frame.width, self.rich_style)
        number, line, row = found
        over = self._over(row, span)
        key = (number, line, frame, over)
        self._painted[y] = key
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > _STRIPS:
                self._strips.clear()
            strip = self._strips[key] = paint(row, self._document.text, frame, self._look, over)
        return strip

    def _repaint(self) -> None:
        """Paints those of the visible lines again that look different now."""
        flow = self._set_flow()
        if flow is None:
            return
        top, frame, span = self.scroll_offset.y, self._frame(), self.selected
        for y in range(self._page):
            found = flow.row(top + y)
            key = (found[0], found[1], frame, self._over(found[2], span)) if found else None
            if self._painted.get(y) != key:
                self.refresh_line(top + y)
