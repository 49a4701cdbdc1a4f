"""The two sides of a comparison beside (or above) each other, scrolling in step by aligned passage.

One side leads: the one that has the keys, or that was moved by other means.  The other follows it to the passage that
tells the same, or to the finding that is being looked at while that is in view.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.geometry import Size
from textual.message import Message

from index.comparison.model import Comparison
from index.documents.model import Document, Span
from index.wording import percent
from tui.widgets.columns import Line, Piece, cells, fit, one_line
from tui.widgets.comparison.ledger import Entry
from tui.widgets.comparison.pane import ComparisonPane
from tui.widgets.comparison.passages import Passage, Passages, SideName
from tui.widgets.comparison.step import beside, common_row, reading_row
from tui.widgets.pane.document import DocumentPane, Place
from tui.widgets.pieces import Lines, Make

_OTHER: dict[SideName, SideName] = {"a": "b", "b": "a"}


class FacingPanes(Container):
    """Both panes with their titles."""

    DEFAULT_CSS = """
    FacingPanes {
        layout: horizontal;
        height: 1fr;
        & > Vertical { width: 1fr; height: 1fr; }
        & .side-title { height: 1; background: $panel; }
        & > #side-a { border-right: solid $parting; }
    }
    FacingPanes.-stacked {
        layout: vertical;
        & > #side-a { border-right: none; }
    }
    FacingPanes.-one > .-resting { display: none; }
    """

    @dataclass(eq=False, repr=False)
    class Looked(Message):
        """Another passage is being read; `entry` says that the finding that was gone to is still in view."""

        passage: Passage | None
        entry: bool

    @dataclass(eq=False, repr=False)
    class Led(Message):
        """The other side leads now."""

        side: SideName

    def __init__(self, *, reading_width: int) -> None:
        super().__init__()
        self.panes: dict[SideName, ComparisonPane] = {
            "a": ComparisonPane("a", reading_width=reading_width),
            "b": ComparisonPane("b", reading_width=reading_width),
        }
        self.in_step = True
        self._leading: SideName = "a"
        self._entry: Entry | None = None
        self._coverage: dict[SideName, float] = {}
        self._expected: dict[SideName, int] = {"a": 0, "b": 0}
        self._sizes: dict[SideName, Size] = {}
        self._tinted: tuple[SideName, Passage | None, Span | None, Span | None] | None = None

    def compose(self) -> ComposeResult:
        """Each side: its title over its pane."""
        for side, pane in self.panes.items():
            with Vertical(id=f"side-{side}", classes="" if side == "a" else "-resting"):
                yield Lines(id=f"title-{side}", classes="side-title")
                yield pane

    # What is compared ------------------------------------------------------------------------------------------------

    def open(self, a: Document, b: Document, places: Mapping[str, Place]) -> None:
        """Show both articles, from the place that `places` gives for their path, else from their beginning."""
        self._entry = self._tinted = None
        self._coverage = {}
        for pane, document in zip(self.panes.values(), (a, b), strict=True):
            pane.open(document, places.get(document.path, Place(0)))
            self._expected[pane.side] = pane.scroll_offset.y
        self._show_titles()

    def mark(
        self,
        comparison: Comparison,
        passages: Mapping[SideName, Passages],
        own_words: Mapping[SideName, Sequence[Span]],
    ) -> None:
        """Mark what the comparison found in both."""
        for side, pane in self.panes.items():
            pane.mark(comparison, passages[side], own_words[side])
        self._coverage = {"a": comparison.a_in_b, "b": comparison.b_in_a}
        self._show_titles()
        self.align()

    def _show_titles(self) -> None:
        for side, pane in self.panes.items():
            if (document := pane.document) is not None:
                line = _title(side, document.title, self._coverage.get(side), side == self._leading)
                self.query_one(f"#title-{side}", Lines).show(line)

    # Which side leads ------------------------------------------------------------------------------------------------

    @property
    def leading(self) -> SideName:
        """The side that has the keys."""
        return self._leading

    @property
    def lead(self) -> ComparisonPane:
        """Its pane."""
        return self.panes[self._leading]

    @property
    def other(self) -> ComparisonPane:
        """The pane that follows."""
        return self.panes[_OTHER[self._leading]]

    def set_leading(self, side: SideName) -> None:
        """Let `side` lead, without moving anything."""
        if side == self._leading:
            return
        self._leading = side
        for name in self.panes:
            self.query_one(f"#side-{name}").set_class(name != side, "-resting")
        self._show_titles()
        self.post_message(self.Led(side))

    def set_reading_width(self, width: int) -> None:
        """Set both in lines of at most `width` cells (0: as wide as there is room), of which no reader moved either."""
        for pane in self.panes.values():
            pane.reading_width = width
            self._expected[pane.side] = pane.scroll_offset.y

    def switch(self) -> None:
        """Give the keys to the other side."""
        self.set_leading(_OTHER[self._leading])
        self.lead.focus()
        self.call_after_refresh(self.align)

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, ComparisonPane):
            self.set_leading(event.widget.side)

    # In step ---------------------------------------------------------------------------------------------------------

    @on(DocumentPane.Moved)
    def _moved(self, message: DocumentPane.Moved) -> None:
        """A pane that was moved by its reader leads; one that was moved by this container does not."""
        pane = message.pane
        if not isinstance(pane, ComparisonPane):
            return
        if self._sizes.get(pane.side) != pane.size:
            # It was its change of size that moved it.
            self.align()
            return
        if self._expected[pane.side] == pane.scroll_offset.y:
            return
        self.set_leading(pane.side)
        self.follow()

    @on(ComparisonPane.Resized)
    def align(self) -> None:
        """Put both where they belong after a change of size or of sides: at the finding, else as the lead is read."""
        self._sizes = {side: pane.size for side, pane in self.panes.items()}
        self._expected = {side: pane.scroll_offset.y for side, pane in self.panes.items()}
        if self._entry is not None:
            self._place(self._entry)
        else:
            self.follow()

    def follow(self) -> None:
        """Bring the other side to what tells the same as the passage being read (if in step), and say which it is."""
        lead, other = self.lead, self.other
        view = lead.view
        if view.height <= 0 or lead.document is None:
            return
        self._expected[lead.side] = view.top
        entry = self._entry_in_view()
        if entry is None:
            offset = lead.offset_at(reading_row(view))
            passage, link = lead.passages.at(offset), lead.passages.link(offset)
            here, there = (link.here, link.there) if link else (None, None)
        else:
            here, there = self._sentences(entry)
            passage = lead.passages.at(here.start) if here else None
        if self.in_step and here is not None and there is not None:
            self._bring(other, there, beside(lead.rows_of(here), other.rows_of(there), view.top))
        self._tint(passage, here, there)
        self.post_message(self.Looked(passage, entry is not None))

    def _bring(self, pane: ComparisonPane, span: Span, row: int) -> None:
        pane.put(span.start, row)
        self._expected[pane.side] = pane.scroll_offset.y

    def _tint(self, passage: Passage | None, here: Span | None, there: Span | None) -> None:
        lead, other = self.lead, self.other
        if self._tinted == (lead.side, passage, here, there):
            return
        self._tinted = (lead.side, passage, here, there)
        lead.set_lead(passage)
        other.set_lead(other.passages.at(there.start) if here is not None and there is not None else None)

    # Findings --------------------------------------------------------------------------------------------------------

    def go_to(self, entry: Entry) -> None:
        """Bring the words of a finding into view, side by side where both sides have some."""
        self._entry = entry
        # A finding that is a whole passage is tinted as what is being read; only words inside one stand out of it.
        self.panes["a"].set_chosen(entry.a if entry.a != entry.a_sentence else None)
        self.panes["b"].set_chosen(entry.b if entry.b != entry.b_sentence else None)
        if entry.a is None or entry.b is None:
            self.set_leading("a" if entry.b is None else "b")
        self.call_after_refresh(self._place, entry)

    def forget(self) -> None:
        """Look at no finding any more."""
        if self._entry is not None:
            self._entry = None
            for pane in self.panes.values():
                pane.set_chosen(None)

    def _place(self, entry: Entry) -> None:
        here, there = self._sentences(entry)
        lead, other = self.lead, self.other
        if here is not None and there is not None:
            rows, others = lead.rows_of(here), other.rows_of(there)
            row = common_row(rows, others, lead.view, other.view)
            self._bring(other, there, row)
            self._bring(lead, here, row)
        elif here is not None:
            self._bring(lead, here, min(lead.view.height // 3, lead.rows_of(here).first))
        self.follow()

    def _sentences(self, entry: Entry) -> tuple[Span | None, Span | None]:
        a, b = entry.a_sentence, entry.b_sentence
        return (a, b) if self._leading == "a" else (b, a)

    def _entry_in_view(self) -> Entry | None:
        """The finding gone to, as long as its place on the leading side is in view; then it is let go."""
        if self._entry is None:
            return None
        here, _ = self._sentences(self._entry)
        seen = self.lead.in_view
        if here is not None and here.start < seen.end and seen.start < here.end:
            return self._entry
        self.forget()
        return None


def _title(side: SideName, title: str, coverage: float | None, leading: bool) -> Make:
    """The title of a side, with the share of its sentences that the other tells too."""
    note = "" if coverage is None else f"{percent(coverage)} in {_OTHER[side].upper()}"

    def lines(width: int) -> tuple[Line, ...]:
        shown = note if width >= 40 else ""
        room = width - cells(shown) - 6
        mark = Piece(f"{'▶' if leading else ' '}{side.upper()}  ", "row--accent" if leading else "row--muted")
        name = Piece(fit(one_line(title), max(1, room)), "row--strong" if leading else "")
        return ((mark, name, Piece(f" {shown} ", "row--muted")),)

    return lines
