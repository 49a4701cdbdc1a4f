"""Two articles side by side: what agrees, what only one tells, what conflicts; and the ledger of all that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from index.comparison.model import Comparison, Side
from index.errors import Cancelled, ReaderError
from tui.commands import bindings
from tui.screens.articles import ArticlesScreen
from tui.screens.export import ExportScreen
from tui.widgets.columns import Line, Piece, one_line
from tui.widgets.comparison_ledger import (
    STYLES,
    EntryRow,
    entry_lines,
    ledger_rows,
    passage_line,
    place_among,
    row_of,
)
from tui.widgets.comparison_panes import FacingPanes
from tui.widgets.comparison_passages import Passage
from tui.widgets.document_pane import Place
from tui.widgets.footer import Footer
from tui.widgets.ledger import Entry, ledger, summary, walk, walk_conflicts
from tui.widgets.pieces import Lines
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from index.documents.model import Document
    from index.library import Library

_STACKED_BELOW = 100
_LEDGER_BESIDE_FROM = 150
_ONE_PANE_BELOW = 20
"""A stacked comparison on fewer lines than this shows one side at a time."""
_PROGRESS_AFTER = 0.2


class ComparisonScreen(Screen[None]):
    """The comparison of the articles `a` and `b`, paths of the library's corpus."""

    DEFAULT_CSS = """
    ComparisonScreen {
        #comparison-summary { height: 1; padding: 0 1; }
        #comparison-body { height: 1fr; layout: vertical; }
        #comparison-ledger { display: none; height: 40%; max-height: 16; border-top: solid $panel; }
        #comparison-ledger RowList { height: 1fr; }
        #comparison-strip { height: 4; padding: 0 1; border-top: solid $panel; }
        &.-ledger #comparison-ledger { display: block; }
        &.-beside #comparison-body { layout: horizontal; }
        &.-beside #comparison-ledger {
            width: 48; height: 1fr; max-height: 100%; border-top: none; border-left: solid $panel;
        }
        &.-short #comparison-summary { display: none; }
        &.-short #comparison-strip { height: 2; border-top: none; background: $panel; }
        &.-short.-ledger FacingPanes { display: none; }
        &.-short #comparison-ledger { height: 1fr; max-height: 100%; border-top: none; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("comparison"))

    @dataclass
    class Opened(Message):
        """Both articles were read."""

        a: Document
        b: Document

    @dataclass
    class Compared(Message):
        """The comparison is done."""

        comparison: Comparison
        a: Side
        b: Side
        entries: tuple[Entry, ...]

    @dataclass
    class Failed(Message):
        """The articles could not be read or compared."""

        problem: str

    def __init__(self, library: Library, a: str, b: str) -> None:
        super().__init__()
        self._library = library
        self._paths = (a, b)
        self._compared: ComparisonScreen.Compared | None = None
        self._current: int | None = None
        self._passage: Passage | None = None
        self._problem = ""
        self._busy = False
        self._working: Worker[None] | None = None
        self._flipped = False
        self._places: dict[str, Place] = {}

    def compose(self) -> ComposeResult:
        """Summary, panes and ledger, the strip that explains, footer."""
        yield Lines(id="comparison-summary")
        with Container(id="comparison-body"):
            yield FacingPanes()
            with Vertical(id="comparison-ledger"):
                yield RowList()
        yield Lines(id="comparison-strip")
        yield Footer("comparison", self._library.settings.keys)

    def on_mount(self) -> None:
        """Reading and comparing begin at once, off the screen's thread."""
        self._panes.lead.focus()
        self._start(*self._paths)

    @property
    def _panes(self) -> FacingPanes:
        return self.query_one(FacingPanes)

    @property
    def _list(self) -> RowList:
        return self.query_one("#comparison-ledger RowList", RowList)

    # Comparing -------------------------------------------------------------------------------------------------------

    def _start(self, a: str, b: str) -> None:
        self._paths = (a, b)
        # An article that is shown already stays where it is being read.
        panes = self._panes.panes.values()
        self._places = {pane.document.path: pane.place for pane in panes if pane.document is not None}
        self._compared, self._current, self._passage, self._problem = None, None, None, ""
        self._busy = False
        self._list.set_rows(())
        self._working = self._compare(a, b)
        self.set_timer(_PROGRESS_AFTER, self._say_busy)
        self._show()

    @work(thread=True, exclusive=True, group="comparison", exit_on_error=False)
    def _compare(self, a: str, b: str) -> None:
        worker = get_current_worker()
        try:
            message: Message = self.Opened(self._library.read(a), self._library.read(b))
            if not worker.is_cancelled:
                self.post_message(message)
            comparison = self._library.compare(a, b, lambda: worker.is_cancelled)
            first, second = self._library.side(a), self._library.side(b)
            entries = ledger(comparison, first.document.text, second.document.text)
            message = self.Compared(comparison, first, second, entries)
        except Cancelled:
            return
        except ReaderError as problem:
            message = self.Failed(str(problem))
        if not worker.is_cancelled:
            self.post_message(message)

    def _say_busy(self) -> None:
        self._busy = self._compared is None and not self._problem
        self._show()

    @on(Opened)
    def _open(self, message: Opened) -> None:
        self._panes.open(message.a, message.b, self._places)

    @on(Compared)
    def _take(self, message: Compared) -> None:
        self._compared, self._busy = message, False
        self._list.set_rows(ledger_rows(message.entries))
        self._panes.mark(message.comparison)
        self._show()

    @on(Failed)
    def _fail(self, message: Failed) -> None:
        self._problem, self._busy = message.problem, False
        self._show()

    # What is said ----------------------------------------------------------------------------------------------------

    @property
    def _entries(self) -> tuple[Entry, ...]:
        return self._compared.entries if self._compared else ()

    def _show(self) -> None:
        self.query_one("#comparison-summary", Lines).show(self._summary_lines)
        self.query_one("#comparison-strip", Lines).show(self._strip_lines)

    def _summary_lines(self, width: int) -> tuple[Line, ...]:
        if self._problem:
            return ((Piece(one_line(self._problem), "row--conflict"),),)
        if self._compared is None:
            return ((Piece("Comparing …  Esc stops it" if self._busy else "", "row--muted"),),)
        line: list[Piece] = []
        for kind, phrase in summary(self._entries, self._compared.comparison):
            if line:
                line.append(Piece(" · ", "row--muted"))
            line.append(Piece(phrase, STYLES[kind] if kind else "row--muted"))
        return (tuple(line),)

    def _strip_lines(self, width: int) -> tuple[Line, ...]:
        height = self.query_one("#comparison-strip", Lines).size.height
        if self._compared is None:
            return self._summary_lines(width) if self.has_class("-short") else ()
        if self._current is None:
            lines = (passage_line(self._passage, self._panes.in_step),)
            return (*lines, *self._summary_lines(width)) if self.has_class("-short") else lines
        entry = self._entries[self._current]
        return entry_lines(entry, *place_among(self._entries, self._current), width, height)

    # The shape of the screen -----------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Stacked where two columns would be too narrow; what is being read stays where it is."""
        self._shape()

    def _shape(self) -> None:
        width, height = self.size
        stacked = (width < _STACKED_BELOW) != self._flipped
        short = height < _ONE_PANE_BELOW
        beside = width >= _LEDGER_BESIDE_FROM and not short
        self.set_class(short, "-short")
        self.set_class(beside, "-beside")
        self._panes.set_class(stacked, "-stacked")
        self._panes.set_class(stacked and short, "-one")
        self.call_after_refresh(self._panes.align)

    def action_flip_layout(self) -> None:
        """From side by side to one above the other, or back."""
        self._flipped = not self._flipped
        self._shape()

    def action_toggle_ledger(self) -> None:
        """Show the ledger and give it the keys, or put it away."""
        shown = not self.has_class("-ledger")
        self.set_class(shown, "-ledger")
        (self._list if shown else self._panes.lead).focus()
        self.call_after_refresh(self._panes.align)

    # Walking ---------------------------------------------------------------------------------------------------------

    def _go(self, index: int | None, nothing: str) -> None:
        if index is None:
            self.notify(nothing, markup=False)
            return
        self._current = index
        row = row_of(self._list.rows, index)
        if row is not None:
            self._list.move_to(row)
        self._panes.go_to(self._entries[index])
        self._show()

    def action_next_conflict(self) -> None:
        """The next conflict, as the side that leads tells them."""
        self._walk_conflicts(1)

    def action_previous_conflict(self) -> None:
        """The conflict before."""
        self._walk_conflicts(-1)

    def _walk_conflicts(self, step: int) -> None:
        panes = self._panes
        if self._compared is not None:
            index = walk_conflicts(self._entries, panes.leading, panes.lead.position, self._current, step)
            self._go(index, "These two articles have no conflict that could be found.")

    def action_next_finding(self) -> None:
        """The next line of the ledger."""
        self._go_walking(1)

    def action_previous_finding(self) -> None:
        """The line of the ledger before."""
        self._go_walking(-1)

    def _go_walking(self, step: int) -> None:
        if self._compared is not None:
            self._go(walk(self._entries, self._current, step), "There is nothing in the ledger.")

    @on(RowList.Highlighted)
    def _look(self, message: RowList.Highlighted) -> None:
        """While the ledger has the keys, the panes go along with its cursor."""
        if message.rows.has_focus and isinstance(message.row, EntryRow) and message.row.index != self._current:
            self._go(message.row.index, "")

    @on(RowList.Selected)
    def _enter(self, message: RowList.Selected) -> None:
        """Enter on a finding goes to its place; on a small screen the ledger makes room for it."""
        if isinstance(message.row, EntryRow):
            if self.has_class("-short"):
                self.remove_class("-ledger")
            self._panes.lead.focus()
            self._go(message.row.index, "")

    @on(FacingPanes.Looked)
    def _looked(self, message: FacingPanes.Looked) -> None:
        self._passage = message.passage
        if not message.entry:
            self._current = None
        self._show()

    # Moving ----------------------------------------------------------------------------------------------------------

    def action_line_down(self) -> None:
        """A line down."""
        self._panes.lead.move_lines(1)

    def action_line_up(self) -> None:
        """A line up."""
        self._panes.lead.move_lines(-1)

    def action_page_down(self) -> None:
        """A page down."""
        self._panes.lead.move_pages(1)

    def action_page_up(self) -> None:
        """A page up."""
        self._panes.lead.move_pages(-1)

    def action_half_down(self) -> None:
        """Half a page down."""
        self._panes.lead.move_pages(0.5)

    def action_half_up(self) -> None:
        """Half a page up."""
        self._panes.lead.move_pages(-0.5)

    def action_top(self) -> None:
        """To the beginning."""
        self._panes.lead.move_to_edge(end=False)

    def action_bottom(self) -> None:
        """To the end."""
        self._panes.lead.move_to_edge(end=True)

    def action_toggle_step(self) -> None:
        """Scroll in step, or each side alone."""
        self._panes.in_step = not self._panes.in_step
        self._panes.follow()
        self.notify("Both sides scroll in step." if self._panes.in_step else "Each side scrolls alone.", markup=False)

    def action_other_side(self) -> None:
        """Give the keys to the other article."""
        self._panes.switch()

    # Sides, report, leaving ------------------------------------------------------------------------------------------

    def action_swap_sides(self) -> None:
        """The left article goes to the right; each stays where it was being read."""
        a, b = self._paths
        self._start(b, a)
        self._panes.set_leading("b" if self._panes.leading == "a" else "a")
        self._panes.lead.focus()

    def action_compare(self) -> None:
        """Choose another article to stand beside the one that leads."""
        path = self._paths[0] if self._panes.leading == "a" else self._paths[1]

        def chosen(other: str | None) -> None:
            if other is not None:
                self._start(path, other)

        self.app.push_screen(ArticlesScreen(self._library, compare_with=path), chosen)

    def action_export(self) -> None:
        """Ask for a name and a format, and write the report."""
        if (done := self._compared) is None:
            return

        def written(file: Path | None) -> None:
            if file is not None:
                self.notify(f"Written: {file}", markup=False)

        self.app.push_screen(ExportScreen(done.comparison, done.a, done.b, Path.cwd()), written)

    def action_close(self) -> None:
        """Put the ledger away; without it, leave.  A comparison that is still being made is stopped."""
        if self.has_class("-ledger") and self._list.has_focus:
            self.action_toggle_ledger()
            return
        if self._working is not None:
            self._working.cancel()
        self.dismiss(None)
