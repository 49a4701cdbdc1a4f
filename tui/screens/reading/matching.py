"""Matches in the open article: of the query that holds, or of find; one list that is both highlighted and walked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from index.documents.model import Span
from index.errors import QueryError, ReaderError
from tui.history import Visit
from tui.screens.reading.folding import FoldingScreen
from tui.widgets.header import MatchCount
from tui.widgets.pane.document import Highlight, Place

if TYPE_CHECKING:
    from index.documents.model import Document
    from tui.widgets.bars import FindBar

_MATCHES_ORDER, _CURRENT_ORDER = 20, 30


class MatchingScreen(FoldingScreen, part=True):
    """The reader's matches, and find."""

    DEFAULT_CSS = """
    MatchingScreen FindBar { dock: bottom; margin-bottom: 1; }
    """

    @dataclass(eq=False, repr=False)
    class Refused(Message):
        """A search could not be answered."""

        number: int
        problem: str

    @dataclass(eq=False, repr=False)
    class Matched(Message):
        """All matches of a query or of find in an article; `origin` is where find goes on from, None to stay there."""

        number: int
        path: str
        spans: tuple[Span, ...]
        origin: int | None = None
        more: bool = False
        """Whether there may be more, further from where one is."""

    def start_matching(self) -> None:
        """The state of a reader that looks for nothing yet."""
        self.query_text = ""
        self.find_text = ""
        self.matches: tuple[Span, ...] | None = None
        self._more = False
        self._at: int | None = None
        self._find: FindBar | None = None
        self._number = 0
        self._regex = False
        self._first_match: int | None = None
        self._find_origin = 0
        self._find_place = Place(0)
        self._find_asked: tuple[str, bool] | None = None
        self._find_pending = False
        self._find_accepted = False

    # -- matches

    def show_document(self, document: Document, place: Place) -> None:
        """A document on the screen, with the matches of the query that holds."""
        super().show_document(document, place)
        self.matches = None
        self._at = None
        self._find_asked = None
        if self.query_text and not self.partial:
            self._match_query(document.path)
        self._show_count()

    def _match_query(self, path: str) -> None:
        self._ask_matches(self._number, self.query_text, path)

    @work(thread=True, exclusive=True, group="matches", exit_on_error=False)
    def _ask_matches(self, number: int, text: str, path: str) -> None:
        try:
            spans = self.library.matches(text, path, typing=True)
        except QueryError:
            return
        except ReaderError as problem:
            self.post_message(self.Failed(str(problem)))
            return
        self.post_message(self.Matched(number, path, spans))

    @on(Matched)
    def _show_matches(self, message: Matched) -> None:
        if self.document is None or message.path != self.document.path:
            return
        if message.origin is not None:
            if message.number != self._number:
                return
            self._find_pending = False
        self.matches, self._more = message.spans, message.more
        self.pane.set_layer("matches", (Highlight(*span, "match") for span in message.spans), _MATCHES_ORDER)
        start = self.pane.in_view.start if message.origin is None else message.origin
        if message.origin is None and self._first_match is not None:
            start, self._first_match = self._first_match, None
        self._at = None
        self._step_from(start, move=message.origin is not None)
        if self._find_accepted:
            self._leave_found()

    def _step_from(self, offset: int, *, move: bool) -> None:
        """Make the first match from `offset` on the current one."""
        if not self.matches:
            self.pane.clear_layer("current-match")
            self._show_count()
            return
        index = next((number for number, span in enumerate(self.matches) if span.start >= offset), 0)
        self._go_match(index, move=move)

    def _go_match(self, index: int, *, move: bool = True) -> None:
        if self.matches:
            self._at = index
            span = self.matches[index]
            self.pane.set_layer("current-match", [Highlight(*span, "current")], _CURRENT_ORDER)
            if move:
                self.pane.scroll_to_offset(span.start, "visible")
        self._show_count()

    def _show_count(self) -> None:
        searched = self.matches is not None and (self.query_text or self.find_text)
        at = 0 if self._at is None else self._at + 1
        count = MatchCount(at, len(self.matches or ()), self._more) if searched else None
        self.say(matches=count)
        if self._find is not None:
            text = count.said() if count and count.all else "no match" if self._find.text.strip() else ""
            self._find.say(text + (" pattern" if self._regex else ""))

    def action_next_match(self) -> None:
        """The next match; after the last comes the first."""
        self._step(self.times())

    def action_previous_match(self) -> None:
        """The match before; before the first comes the last."""
        self._step(-self.times())

    def _step(self, step: int) -> None:
        if not self.matches:
            nothing = not (self.query_text or self.find_text)
            self.tell("Nothing is searched for: / searches, Ctrl+F finds in this article." if nothing else "No match.")
            return
        around, index = divmod((self._at if self._at is not None else -1 if step > 0 else 0) + step, len(self.matches))
        if around and self._more:
            self.tell("Not all matches are kept: Ctrl+F finds those around where one is.")
            return
        self._go_match(index)
        if around and self._at is not None and len(self.matches) > 1:
            self.tell("On from the first match." if step > 0 else "On from the last match.")

    def clear_matches(self) -> bool:
        """Forget the search, find and their matches; whether there were any."""
        had = self.matches is not None or bool(self.query_text)
        self.query_text = self.find_text = ""
        self.matches = None
        self._at = None
        self._find_asked = None
        self.pane.clear_layer("matches")
        self.pane.clear_layer("current-match")
        self._show_count()
        return had

    # -- find

    async def action_find(self) -> None:
        """Open the find bar."""
        from tui.widgets.bars import FindBar

        if self._find is not None or self.document is None:
            return
        self.close_panel()
        self._find_origin = self.pane.in_view.start
        self._find_place = self.pane.place
        self._find = FindBar("find", "in this article", self.find_text)
        await self.mount(self._find)
        self._find.focus_field()
        self.show_context("find")

    def find_typed(self, text: str) -> None:
        """Something else stands in the find bar: the first match from where the finding began."""
        if (text, self._regex) == self._find_asked:
            return
        self._find_accepted = self._find_pending = False
        self._number += 1
        self.query_text = ""
        self.find_text = text
        document = self.document
        if document is None:
            return
        if not text.strip():
            self.clear_matches()
            self.pane.restore(self._find_place)
            return
        self._find_asked = (text, self._regex)
        self._find_pending = True
        self._find_in(self._number, document, text, self._regex, self._find_origin, self._find_origin)

    @work(thread=True, exclusive=True, group="find", exit_on_error=False)
    def _find_in(self, number: int, document: Document, text: str, regex: bool, origin: int | None, near: int) -> None:
        from tui import finding

        worker = get_current_worker()
        try:
            spans = finding.find(text, document.text, regex=regex, near=near)
        except ReaderError as problem:
            self.post_message(self.Refused(number, str(problem)))
            return
        if not worker.is_cancelled:
            self.post_message(self.Matched(number, document.path, spans, origin, len(spans) >= finding.MOST))

    @on(Refused)
    def _show_find_problem(self, message: Refused) -> None:
        if message.number != self._number:
            return
        self._find_pending = self._find_accepted = False
        if self._find is not None:
            self._find.say(message.problem, alarm=True)
        elif self.find_text:
            self.tell(message.problem, alarm=True)

    def find_command(self, name: str) -> None:
        """A key of the find bar."""
        if self._find is None:
            return
        if name == "find_next":
            self._step(1)
        elif name == "find_previous":
            self._step(-1)
        elif name == "toggle_regex":
            self._regex = not self._regex
            self.find_typed(self._find.text)
        elif name == "accept":
            self.find_typed(self._find.text)
            self._find_accepted = True
            if not self._find_pending:
                self._leave_found()
            self._close_find()
        else:
            self._close_find()
            self._number += 1
            self.clear_matches()
            self.pane.restore(self._find_place)

    def _leave_found(self) -> None:
        """Remember where one was before the match that was found."""
        self._find_accepted = False
        if self.pane.place != self._find_place and self.document is not None:
            self.history.leave(Visit(self.document.path, *self._find_place))

    def _close_find(self) -> None:
        if self._find is not None:
            self._find.remove()
            self._find = None
            self.set_focus(self.pane)
            self.show_context("reader")
