"""Making a comparison and saying what it found: the ground that the comparison screen walks on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.message import Message
from textual.timer import Timer
from textual.worker import Worker, get_current_worker

from index.comparison.in_common import why_little
from index.comparison.model import Comparison, Side
from index.documents.model import Span
from index.errors import Cancelled, ReaderError
from index.wording import sentence
from tui.screens.closed_once import ClosedOnce
from tui.screens.coming_back import ComesBack
from tui.screens.working import Working
from tui.widgets.columns import Line, Piece, one_line
from tui.widgets.comparison.at_rest import rest_lines
from tui.widgets.comparison.ledger import Entry, ledger, place_among
from tui.widgets.comparison.ledger_list import instead, ledger_rows
from tui.widgets.comparison.offered import idle_commands
from tui.widgets.comparison.panes import FacingPanes
from tui.widgets.comparison.passages import Passage, Passages, SideName, pair
from tui.widgets.comparison.strip import entry_lines, summary_line
from tui.widgets.comparison.words import own_words
from tui.widgets.footer import Footer
from tui.widgets.pane.document import Place
from tui.widgets.pieces import Lines
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from index.documents.model import Document, SourceFile
    from index.library import Library

_PROGRESS_AFTER = 0.2
_MESSAGE_STAYS = 4.0


class ComparingScreen(Working, ClosedOnce, ComesBack):
    """Both articles, the ledger, and the lines that explain; the comparison is made off the screen's thread."""

    DEFAULT_CSS = """
    ComparingScreen {
        #comparison-summary { height: 1; padding: 0 1; }
        #comparison-body { height: 1fr; layout: vertical; }
        #comparison-ledger { display: none; height: 40%; max-height: 16; border-top: solid $parting; }
        #comparison-ledger RowList { height: 1fr; }
        #comparison-strip { height: 4; padding: 0 1; border-top: solid $parting; }
        &.-ledger #comparison-ledger { display: block; }
        &.-beside #comparison-body { layout: horizontal; }
        &.-beside #comparison-ledger {
            width: 48; height: 1fr; max-height: 100%; border-top: none; border-left: solid $parting;
        }
        &.-short #comparison-summary { display: none; }
        &.-short #comparison-strip { border-top: none; background: $panel; }
        &.-short.-ledger FacingPanes { display: none; }
        &.-short #comparison-ledger { height: 1fr; max-height: 100%; border-top: none; }
    }
    """

    @dataclass(eq=False, repr=False)
    class Opened(Message):
        """Both articles were read."""

        a: Document
        b: Document

    @dataclass(eq=False, repr=False)
    class Compared(Message):
        """The comparison is done."""

        comparison: Comparison
        a: Side
        b: Side
        passages: dict[SideName, Passages]
        own_words: dict[SideName, tuple[Span, ...]]
        entries: tuple[Entry, ...]
        little: str
        """Why little was found of what both tell, "" where it was not little."""

    @dataclass(eq=False, repr=False)
    class Failed(Message):
        """The articles could not be read or compared."""

        problem: str

    def __init__(self, library: Library, a: str, b: str) -> None:
        super().__init__()
        self.library = library
        self.paths = (a, b)
        self.compared: ComparingScreen.Compared | None = None
        self.current: int | None = None
        self.walks_text = False
        """Whether the finding that is looked at was reached by walking the text, and not the ledger."""
        self._passage: Passage | None = None
        self._places: dict[str, Place] = {}
        self._message = ""
        self._standing = ("", False)
        """What is said as long as it holds, and whether it alarms; a message of the moment goes over it."""
        self._follows = False
        self._before: ComparingScreen.Compared | None = None
        """What was shown before an article changed, until it was read anew."""
        self._known: dict[str, Document] = {}
        self._files: tuple[SourceFile, ...] = ()
        self._renamed = ""
        self._alarm = False
        self._message_timer: Timer | None = None
        self._working: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """Figures, panes and ledger, the strip that explains, footer."""
        yield Lines(id="comparison-summary")
        with Container(id="comparison-body"):
            yield FacingPanes(reading_width=self.library.settings.width)
            with Vertical(id="comparison-ledger"):
                yield RowList()
        yield Lines(id="comparison-strip")
        yield Footer("comparison", self.library.settings.keys)

    def on_mount(self) -> None:
        """Reading and comparing begin at once."""
        self.panes.lead.focus()
        self.start(*self.paths)

    @property
    def panes(self) -> FacingPanes:
        """The two sides."""
        return self.query_one(FacingPanes)

    @property
    def rows(self) -> RowList:
        """The list of the ledger."""
        return self.query_one("#comparison-ledger RowList", RowList)

    @property
    def strip(self) -> Lines:
        """The lines that explain."""
        return self.query_one("#comparison-strip", Lines)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The findings; none before the comparison is done."""
        return self.compared.entries if self.compared else ()

    # Comparing -------------------------------------------------------------------------------------------------------

    def start(self, a: str, b: str) -> None:
        """Compare two articles anew; one that is shown already stays where it is being read."""
        self.paths = (a, b)
        shown = self.panes.panes.values()
        self._places |= {pane.document.path: pane.place for pane in shown if pane.document is not None}
        self.compared, self.current, self._passage, self._before = None, None, None, None
        self._standing = ("", False)
        self.rows.set_rows(())
        self._working = self._compare(a, b)
        self.set_timer(_PROGRESS_AFTER, self._say_busy)
        self.say()

    def follow(self, changed: Collection[str]) -> None:
        """The files of articles changed: where one of these two is among them, they are compared anew."""
        if not set(self.paths).isdisjoint(changed):
            before = self.compared or self._before
            self.start(*self.paths)
            self._follows, self._before = True, before

    def stop(self) -> None:
        """Give up a comparison that is still being made."""
        if self._working is not None:
            self._working.cancel()

    @work(thread=True, exclusive=True, group="comparison", exit_on_error=False)
    def _compare(self, a: str, b: str) -> None:
        worker = get_current_worker()
        try:
            one, other = self._read(a), self._read(b)
            if not worker.is_cancelled:
                self.post_message(self.Opened(one, other))
            a, b = one.path, other.path
            comparison = self.library.compare(a, b, lambda: worker.is_cancelled)
            first, second = self.library.side(a), self.library.side(b)
            self._files = self.library.files()
            entries = ledger(comparison, first, second)
            words = own_words(comparison, first.document.text, second.document.text)
            little = why_little(comparison, first.document, second.document)
            message: Message = self.Compared(comparison, first, second, pair(comparison), words, entries, little)
        except Cancelled:
            return
        except ReaderError as problem:
            message = self.Failed(self._why(a, b, problem))
        if not worker.is_cancelled:
            self.post_message(message)

    def _read(self, path: str) -> Document:
        """An article, by its other name where its file was renamed since it was shown.  Raises ReaderError."""
        try:
            return self.library.read(path)
        except ReaderError:
            before = self._known.get(path)
            now = self.library.renamed(before, self._files) if before is not None else None
            if now is None:
                raise
            return now

    def _why(self, a: str, b: str, problem: ReaderError) -> str:
        there = {file.path for file in self.library.files()}
        gone = next((path for path in (a, b) if path in self._known and path not in there), None)
        return sentence(str(problem) if gone is None else f"{gone} is not in the folder any more")

    def _say_busy(self) -> None:
        if self.compared is None and self._working is not None and not self._working.is_finished:
            self._stand("Comparing …  Esc stops it")
            self.rows.set_rows(instead("The articles are being compared …"))
            self.say()

    @on(Opened)
    def _open(self, message: Opened) -> None:
        for before, now in zip(self.paths, (message.a, message.b), strict=True):
            if now.path != before:
                self._renamed = now.path
                if (place := self._places.get(before)) is not None:
                    self._places[now.path] = place
            self._known[now.path] = now
        self._before = None
        self.paths = (message.a.path, message.b.path)
        self.panes.open(message.a, message.b, self._places)

    @on(Compared)
    def _take(self, message: Compared) -> None:
        self.compared = message
        self._stand("")
        self.rows.set_rows(ledger_rows(message.entries) or instead("Nothing is told by these articles."))
        self.panes.mark(message.comparison, message.passages, message.own_words)
        self.compared_again()
        self.say()
        if self._renamed:
            self.tell(f"The file of an article was renamed to {self._renamed}.")
        elif self._follows:
            self.tell("An article has changed; they are compared anew.")
        self._follows, self._renamed = False, ""

    def compared_again(self) -> None:
        """The comparison is there; one that was opened again stands as it stood."""

    @on(Failed)
    def _fail(self, message: Failed) -> None:
        if self.go_as_nothing_is_there():
            return
        self._follows = False
        if self._before is not None:
            self._take(self._before)
            self._stand(f"{message.problem}  This is how they compared before.", alarm=True)
            self.say()
            return
        self._stand(message.problem, alarm=True)
        self.rows.set_rows(instead("These articles could not be compared.", message.problem))
        self.say()

    # What is said ----------------------------------------------------------------------------------------------------

    def tell(self, message: str, *, alarm: bool = False) -> None:
        """Say something in the place of the figures for a few seconds."""
        self._message, self._alarm = message, alarm
        if self._message_timer is not None:
            self._message_timer.stop()
        self._message_timer = self.set_timer(_MESSAGE_STAYS, self._hush)
        self.say()

    def _stand(self, message: str, *, alarm: bool = False) -> None:
        self._standing = self._message, self._alarm = message, alarm

    def _hush(self) -> None:
        self._message, self._alarm = self._standing
        self.say()

    @on(FacingPanes.Looked)
    def _looked(self, message: FacingPanes.Looked) -> None:
        self._passage = message.passage
        if not message.entry:
            self.current = None
        self.say()

    def say(self) -> None:
        """Say what holds now: the figures, and the finding or the passage that is being looked at."""
        self.query_one("#comparison-summary", Lines).show(self._summary_lines)
        self.strip.show(self._strip_lines)
        self.query_one(Footer).leave_out(idle_commands(self.entries if self.compared else None))

    def _summary_lines(self, width: int) -> tuple[Line, ...]:
        if self._message:
            return ((Piece(one_line(self._message), "row--conflict" if self._alarm else "row--accent"),),)
        return (summary_line(self.entries, self.compared.comparison, width),) if self.compared else ()

    def _strip_lines(self, width: int) -> tuple[Line, ...]:
        short = self.has_class("-short")
        if short and self._message:
            return self._summary_lines(width)
        if self.compared is None:
            return ()
        height = self.strip.size.height
        if self.current is None:
            lines = rest_lines(
                self._passage, self.panes.in_step, self.entries, width, 1 if short else height, self.compared.little
            )
            return (*lines, *self._summary_lines(width)) if short else lines
        place, total = place_among(self.entries, self.current, self.panes.leading if self.walks_text else None)
        return entry_lines(self.entries[self.current], place, total, width, height)
