"""One side of a comparison: a document pane whose gutter says, line by line, what the other article makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip

from index.comparison.model import Comparison
from index.documents.model import Document, Span
from tui.widgets.columns import cells, head
from tui.widgets.comparison.passages import STROKE, Mark, Passage, Passages, SideName
from tui.widgets.comparison.step import Rows, View
from tui.widgets.comparison.words import inside
from tui.widgets.pane.document import DocumentPane, Highlight, Place
from tui.widgets.pieces import PIECE_CLASSES, PIECE_CSS, ink
from tui.widgets.typeset.painting import Frame

_SIGN = 4
"""Cells of the gutter: a letter and a number of up to three digits."""
_SIGN_NARROW = 3
_NARROW = 60

_SETTLES = 4
_LINES = 2_000


class ComparisonPane(DocumentPane):
    """The article of one side, with its passages marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "pane--conflict",
        "pane--differs",
        "pane--variant",
        "pane--only",
        "pane--lead",
        "pane--word",
        "pane--chosen",
        *PIECE_CLASSES,
    }

    DEFAULT_CSS = f"""
    ComparisonPane {{
        & > .pane--only {{ color: $text-success; }}
        & > .pane--variant {{ text-style: italic; color: $text-secondary; }}
        & > .pane--differs {{ text-style: underline; color: $text-warning; }}
        & > .pane--conflict {{ text-style: bold underline; color: $text-error; }}
        & > .pane--lead {{ background: $surface; }}
        & > .pane--word {{ text-style: underline; }}
        & > .pane--chosen {{ text-style: bold reverse; }}
        {PIECE_CSS}
    }}
    """

    @dataclass(eq=False, repr=False)
    class Resized(Message):
        """The pane has another size, and its rows are others."""

    def __init__(self, side: SideName, *, reading_width: int) -> None:
        super().__init__(reading_width=reading_width, id=f"comparison-{side}")
        self.side: SideName = side
        self.passages = Passages((), ())
        self._own_words: Sequence[Span] = ()
        self._lead: Passage | None = None
        self._lined: dict[tuple[int, str, Mark, bool, int], tuple[Strip, Strip]] = {}

    def on_resize(self) -> None:
        """Tells that both sides have to be brought beside each other again."""
        self.post_message(self.Resized())

    # What it marks ---------------------------------------------------------------------------------------------------

    def open(self, document: Document, place: Place) -> None:
        """Show a document from `place` on, with nothing marked yet."""
        self.passages, self._own_words = Passages((), ()), ()
        self._lead = None
        self.show(document, place)

    def mark(self, comparison: Comparison, passages: Passages, own_words: Sequence[Span]) -> None:
        """Mark what the comparison found; conflicts lie over variants, and both over what only this side tells:
        whole passages, and the words of the others that their partners have not.
        """
        self.passages, self._own_words = passages, own_words
        first = self.side == "a"
        only = [Span(one.start, one.end) for one in passages.passages if one.mark == "only"]
        self.set_layer("only", (Highlight(start, end, "only") for start, end in sorted([*only, *own_words])), order=1)
        variants = (variant.a if first else variant.b for variant in comparison.variants)
        self.set_layer("variant", (Highlight(span.start, span.end, "variant") for span in variants), order=2)
        conflicts = ((one.a if first else one.b, one.strength) for one in comparison.conflicts)
        self.set_layer("conflict", (Highlight(span.start, span.end, style) for span, style in conflicts), order=4)
        self.refresh()

    def set_lead(self, passage: Passage | None) -> None:
        """Tint the passage being read, or its partner, and underline the words of it that the other side has not."""
        words: Sequence[Span] = ()
        if passage is None:
            self.clear_layer("lead")
        else:
            self.set_layer("lead", (Highlight(passage.start, passage.end, "lead"),), order=0)
            words = inside(self._own_words, passage.start, passage.end)
        self.set_layer("word", (Highlight(word.start, word.end, "word") for word in words), order=3)
        if passage != self._lead:
            self._lead = passage
            self.refresh()

    def set_chosen(self, span: Span | None) -> None:
        """Mark the words of the finding that is being looked at."""
        self.set_layer("chosen", (Highlight(span.start, span.end, "chosen"),) if span else (), order=5)

    @property
    def lead_passage(self) -> Passage | None:
        """The passage that is tinted."""
        return self._lead

    # Rows ------------------------------------------------------------------------------------------------------------

    @property
    def view(self) -> View:
        """The rows that are in view."""
        return View(self.scroll_offset.y, self.scrollable_content_region.height, max(1, self.virtual_size.height))

    def rows_of(self, span: Span) -> Rows:
        """The rows that a passage takes."""
        return Rows(self.row_of(span.start), self.row_of(max(span.start, span.end - 1)))

    def put(self, offset: int, row: int) -> None:
        """Scroll so that the character at `offset` stands `row` rows below the top, as near as the ends of the text
        allow."""
        # What comes into view is set only then, which may shift what is below it.
        for _ in range(_SETTLES):
            self.restore(Place(offset, row))
            if self.row_of(offset) - self.scroll_offset.y == row:
                break

    # Painting --------------------------------------------------------------------------------------------------------

    def _frame(self) -> Frame:
        width = self.scrollable_content_region.width
        left = _SIGN + 2 if width >= _NARROW else _SIGN_NARROW + 1
        column = max(2, width - left - 1)
        if self.reading_width:
            column = min(column, self.reading_width)
        return Frame(left, column, width)

    def render_line(self, y: int) -> Strip:
        """The line as the pane sets it, with letter and number in its gutter."""
        strip = super().render_line(y)
        flow = self._set_flow()
        found = flow.row(self.scroll_offset.y + y) if flow else None
        if found is None or found[2].blank:
            return strip
        row = found[2]
        text, passage = self.passages.gutter(row.start, row.end)
        if passage is None:
            return strip
        left = self._frame().left
        key = (id(strip), text, passage.mark, passage == self._lead, left)
        kept = self._lined.get(key)
        if kept is None or kept[0] is not strip:
            if len(self._lined) > _LINES:
                self._lined.clear()
            gutter = self._gutter_strip(text, passage.mark, passage == self._lead, left)
            kept = self._lined[key] = (strip, Strip.join([gutter, strip.crop(left)]))
        return kept[1]

    def _gutter_strip(self, text: str, mark: Mark, leads: bool, left: int) -> Strip:
        plain = self._look(())
        style = plain + ink(self, f"row--{mark}")
        if leads:
            style += Style(bold=True) if text == STROKE else Style(reverse=True)
        room = _SIGN if left > _SIGN + 1 else _SIGN_NARROW
        sign = text if cells(text) <= room else head(text, 1)
        pieces = ((" " * (left - room - 1), plain), (sign, style), (" " * (room + 1 - cells(sign)), plain))
        return Strip([Segment(text, look) for text, look in pieces if text], left)

    def notify_style_update(self) -> None:
        """Other colours: no line that was put together before holds."""
        super().notify_style_update()
        self._lined.clear()
