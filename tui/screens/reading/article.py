"""The reader's ground: an article in its pane, opened in the background, with the places one came from."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import get_current_worker

from index.errors import ReaderError, StateError
from index.user.placing import moved_offset
from tui.commands import Context, command, key_label, keys_of
from tui.history import History, Visit
from tui.screens.reading.parts import InParts
from tui.screens.working import Working
from tui.widgets.footer import Footer
from tui.widgets.header import Header
from tui.widgets.pane.document import DocumentPane, Place
from tui.widgets.pane.moves import PaneMoves, next_width
from tui.widgets.pane.notice import Notice
from tui.widgets.pane.selecting import SelectingPane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.documents.model import Document, Span
    from index.library import Library
    from index.user.state import State
    from tui.widgets.panel import Panel

_MESSAGE_STAYS = 4.0
_BESIDE_FROM = 90
"""Columns from which a panel stands beside the article."""
_PANEL = (38, 64)
"""The least and the most columns of a panel beside it."""
_LINES, _MARGINS = 80, 8
_ONWARD = ("articles", "skipped")
"""The commands that lead on where there is nothing to read."""


class ArticleScreen(InParts, Working, PaneMoves, Screen[None], part=True):
    """One article being read."""

    DEFAULT_CSS = """
    /* What is in it covers all of it: painting it, too, would take a third of the first paint. */
    ArticleScreen #body { height: 1fr; visibility: hidden; }
    ArticleScreen #body > * { visibility: visible; }
    ArticleScreen #body > Panel { height: 1fr; }
    ArticleScreen #body.-whole > DocumentPane { display: none; }
    """

    @dataclass(eq=False, repr=False)
    class Opened(Message):
        """An article was read; `span` is what to show of it, None to show `visit`, or where the reading stopped."""

        document: Document
        visit: Visit | None
        span: Span | None

    @dataclass(eq=False, repr=False)
    class Failed(Message):
        """Something that was asked for could not be done."""

        problem: str
        unread: str = ""
        """The article that could not be read, or not to its end."""

    def __init__(self, library: Library, *, first: Document | None = None, place: Place | None = None) -> None:
        super().__init__()
        self.library = library
        self.pane = SelectingPane(reading_width=library.settings.width)
        self.header = Header()
        self.footer = Footer("reader", library.settings.keys)
        self.history = History()
        self.panel: Panel | None = None
        self.document: Document | None = None
        self._first = first
        self._first_place = place or Place(0)
        self._message_timer: Timer | None = None
        self._furthest = 0
        self._whole = False
        self.partial = False
        """Whether only the beginning of the article is there yet."""

    def compose(self) -> ComposeResult:
        """Header, article, footer; all else is made when it is asked for."""
        yield self.header
        with Horizontal(id="body"):
            yield self.pane
        yield self.footer

    def on_mount(self) -> None:
        """The keys are the article's; its text is on the screen from the first."""
        self.pane.focus()
        if self._first is not None:
            self.show_document(self._first, self._first_place)
            if self.partial:
                unmoved = None if self.library.settings.restore else Visit(self._first.path, 0)
                self._read(self._first.path, unmoved, None)
        else:
            self._say_empty("No article is open.")

    @property
    def moved_pane(self) -> DocumentPane:
        """The article's pane."""
        return self.pane

    # -- opening

    def open_path(self, path: str, *, visit: Visit | None = None, span: Span | None = None, keep: bool = True) -> None:
        """Open an article: at `span`, at the place of `visit` (`span` unfolded), or where the reading of it stopped.

        `keep` remembers the place that is left.
        """
        if keep:
            self.leave_place()
        if self.document is not None and self.document.path == path:
            self._place(visit, span)
            return
        self._read(path, visit, span)

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def _read(self, path: str, visit: Visit | None, span: Span | None) -> None:
        worker = get_current_worker()
        try:
            beginning = self.library.beginning(path)
            if beginning is not None and not worker.is_cancelled:
                self.post_message(self.Opened(beginning, visit, span))
            document = self.library.read(path)
        except ReaderError as problem:
            self.post_message(self.Failed(str(problem), path))
            return
        if not worker.is_cancelled:
            self.post_message(self.Opened(document, visit, span))

    @on(Opened)
    def _show_opened(self, message: Opened) -> None:
        before, document = self.document, message.document
        if self.partial and before is not None and before.path == document.path:
            if document.sha256:
                self._show_whole(before, message)
            return
        self.keep_position()
        self.show_document(document, Place(0))
        if not self.partial:
            self._place(message.visit, message.span)

    def _show_whole(self, beginning: Document, message: Opened) -> None:
        """The rest of the article is there: go where it is to be shown, unless one has moved on meanwhile."""
        place = self.pane.place
        self.show_document(message.document, Place(0))
        if place == Place(0):
            self._place(message.visit, message.span)
        else:
            self.pane.restore(Place(moved_offset(beginning.text, message.document.text, place.offset), place.blanks))

    def _place(self, visit: Visit | None, span: Span | None) -> None:
        if visit is not None:
            if span is not None:
                self.pane.unfold(span)
            self.pane.restore(Place(visit.offset, visit.blanks))
        elif span is not None:
            self.pane.scroll_to_offset(span.start, "center")
        elif self.document is not None:
            self.pane.restore(self.stopped_at(self.document))

    def show_document(self, document: Document, place: Place) -> None:
        """Put a document on the screen."""
        self.document = document
        self._furthest = 0
        self.partial = not document.sha256
        self.say(reading=self.partial)
        self.pane.show(document, place)
        self.show_place()
        self._say_empty("" if document.text or self.partial else "This article is empty.")

    @on(Failed)
    def _fail(self, message: Failed) -> None:
        self.tell(message.problem, alarm=True)
        if self.document is not None and self.document.path == message.unread:
            self.say(reading=False)
            if not self.document.text:
                self._say_empty(f"This file cannot be read: {message.problem}.")

    def _say_empty(self, why: str) -> None:
        """Say above the empty pane why it is, and what leads on; "" where there is something to read."""
        for notice in self.query(Notice):
            notice.remove()
        if why:
            keys = self.library.settings.keys
            listing, left_out = (next(map(key_label, keys_of(command(each), keys)), "") for each in _ONWARD)
            onward = f"{listing} lists the articles; {left_out} there lists the files that are not read, and why."
            self.query_one("#body").mount(Notice(why, onward), before=self.pane)

    # -- places

    def here(self) -> Visit | None:
        """Where the reading is."""
        if self.document is None:
            return None
        place = self.pane.place
        return Visit(self.document.path, place.offset, place.blanks)

    def leave_place(self) -> None:
        """Remember where the reading is, to come back."""
        if (here := self.here()) is not None:
            self.history.leave(here)

    def action_back(self) -> None:
        """Back to where one came from."""
        self._go(self.history.back)

    def action_forward(self) -> None:
        """Forward again."""
        self._go(self.history.forward)

    def _go(self, step: Callable[[Visit], Visit | None]) -> None:
        here = self.here()
        place = step(here) if here is not None else None
        if place is None:
            self.tell("There is no place to go to.")
        else:
            self.open_path(place.path, visit=place, keep=False)

    @property
    def state(self) -> State:
        """What the user made.  Raises StateError."""
        return self.library.state

    @contextmanager
    def telling_problems(self) -> Iterator[None]:
        """Says what of the user's file cannot be used, and goes on."""
        try:
            yield
        except StateError as problem:
            self.tell(str(problem), alarm=True)

    def stopped_at(self, document: Document) -> Place:
        """Where the reading of a document stopped; its beginning where it is another text now."""
        with self.telling_problems():
            position = self.state.position(document.path)
            if position is not None and position.length == len(document.text):
                return Place(position.offset, position.blanks)
        return Place(0)

    def keep_position(self) -> None:
        """Remember where the reading of this article is."""
        offset, furthest, length, blanks, folded = self.position_left()
        if self.document is not None and length:
            with self.telling_problems():
                self.state.keep_position(self.document.path, offset, furthest, length, blanks=blanks, folded=folded)

    def position_left(self) -> tuple[int, int, int, int, tuple[int, ...]]:
        """Where the reading of this article is: the offset, the furthest read, the length (0: not to be kept), the
        blank rows above it, and what is folded.
        """
        if self.document is None or self.partial:
            return 0, 0, 0, 0, ()
        self._see()
        offset, blanks = self.pane.place
        return offset, self._furthest, len(self.document.text), blanks, tuple(self.pane.folded)

    def _see(self) -> None:
        """What is in view has been read."""
        length = len(self.document.text) if self.document is not None else 0
        self._furthest = max(self._furthest, length if self.pane.at_end else self.pane.in_view.end)

    @on(DocumentPane.Moved)
    def _moved(self) -> None:
        self._see()
        self.show_place()

    # -- what is said

    def show_place(self) -> None:
        """Say where in the article one is."""
        document = self.document
        if document is not None:
            self.say(title=document.title, path=document.path, percent=self.pane.percent)

    def say(self, **changes: Any) -> None:
        """Change what the header says."""
        self.header.show_status(self.header.status._replace(**changes))

    def tell(self, message: str, *, alarm: bool = False) -> None:
        """Say something in the header for a few seconds."""
        self.say(message=message, alarm=alarm)
        if self._message_timer is not None:
            self._message_timer.stop()
        stays = _MESSAGE_STAYS * (2 if alarm else 1)
        self._message_timer = self.set_timer(stays, lambda: self.say(message="", alarm=False))

    def show_context(self, context: Context) -> None:
        """Let the footer show the keys that hold."""
        self.footer.show_context(context)

    # -- panels

    def open_panel(self, panel: Panel, context: Context = "panel", *, whole: bool = False) -> None:
        """Open a panel beside the article, and give it the keys; `whole`: in its place, and without the keys."""
        self.close_panel()
        self.panel = panel
        body = self.query_one("#body", Horizontal)
        body.mount(panel, before=0 if whole else None)
        self._whole = whole
        self._shape_panel()
        if not whole:
            self.set_focus(panel)
        self.show_context(context)

    def _shape_panel(self) -> None:
        """In the article's place on a narrow terminal; beside it, as wide as it may be where that costs no line."""
        if self.panel is None:
            return
        width, lines = self.size.width, self.pane.reading_width or _LINES
        whole = self._whole or width < _BESIDE_FROM
        self.query_one("#body").set_class(whole, "-whole")
        beside = min(max(width - lines - _MARGINS, _PANEL[0]), _PANEL[1])
        self.panel.styles.width = "1fr" if whole else beside

    def on_resize(self) -> None:
        """The panel follows the width of the terminal."""
        self._shape_panel()

    def close_panel(self) -> bool:
        """Close the panel, if one is open, and give the keys back to the article."""
        panel, self.panel = self.panel, None
        if panel is not None:
            panel.remove()
        self.query_one("#body").set_class(False, "-whole")
        self.set_focus(self.pane)
        self.show_context("reader")
        return panel is not None

    def action_reading_width(self) -> None:
        """The next reading width."""
        self.pane.reading_width = next_width(self.pane.reading_width)
        width = self.pane.reading_width
        self.tell(f"Lines of {width} characters" if width else "Lines as wide as the terminal")
