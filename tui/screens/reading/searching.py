"""Searching the corpus while one types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from index.documents.model import Span
from index.errors import Cancelled, ReaderError
from tui.history import Visit
from tui.screens.reading.matching import MatchingScreen

if TYPE_CHECKING:
    from index.search.model import SearchResult
    from tui.widgets.bars import SearchBar
    from tui.widgets.panel import Panel

_RESULTS = 50
_HISTORY = 12
_PROGRESS_AFTER = 0.2
_MATCHES_ORDER, _CURRENT_ORDER = 20, 30


class SearchingScreen(MatchingScreen):
    """The reader's search."""

    DEFAULT_CSS = """
    SearchingScreen #results { padding: 1 0 0 0; background: $background; }
    """

    @dataclass
    class Answered(Message):
        """A search was answered; `number` tells which, so that none that is out of date is shown."""

        number: int
        result: SearchResult

    def start_searching(self) -> None:
        """The state of a reader that searches for nothing yet."""
        self.start_matching()
        self._bar: SearchBar | None = None
        self._results: Panel | None = None
        self._origin: Visit | None = None
        self._waiting: Timer | None = None
        self._asked = ""
        self._answered = False
        self._choose_first = False

    # -- the search bar

    async def action_search(self, text: str | None = None) -> None:
        """Open the search bar with the last query in it, or with `text`."""
        from tui.widgets.bars import SearchBar
        from tui.widgets.panel import Panel

        if self._bar is not None:
            self._bar.focus_field()
            return
        self._close_find()
        if self._origin is None:
            self._origin = self.here()
        query = self.query_text if text is None else text
        self._results = Panel(id="results")
        self.open_panel(self._results, "search", whole=True)
        self._bar = SearchBar("/", "words, “a phrase”, person:name, -without", query)
        await self.mount(self._bar, before="#body")
        self._bar.focus_field()
        self._search(query)

    def _search(self, text: str) -> None:
        self._number += 1
        self._asked = text
        self._answered = False
        self.workers.cancel_group(self, "search")
        if self._waiting is not None:
            self._waiting.stop()
        if not text.strip():
            self._show_earlier_searches()
            return
        number = self._number
        self._waiting = self.set_timer(_PROGRESS_AFTER, lambda: self._say_searching(number))
        self._ask(number, text)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _ask(self, number: int, text: str) -> None:
        worker = get_current_worker()
        try:
            result = self.library.search(text, limit=_RESULTS, cancelled=lambda: worker.is_cancelled, typing=True)
        except Cancelled:
            return
        except ReaderError as problem:
            self.post_message(self.Refused(number, str(problem)))
            return
        self.post_message(self.Answered(number, result))

    def _say_searching(self, number: int) -> None:
        if number == self._number and self._bar is not None:
            self._bar.say("searching …")

    def _show_earlier_searches(self) -> None:
        from tui.widgets.passages import QueryRow

        if self._bar is None or self._results is None:
            return
        queries: tuple[str, ...] = ()
        with self.telling_problems():
            queries = self.state.searches()[:_HISTORY]
        self._results.set_rows([QueryRow(query) for query in queries])
        self._bar.say("earlier searches" if queries else "")

    @on(Answered)
    def _show_results(self, message: Answered) -> None:
        from tui.widgets.passages import result_rows

        if message.number != self._number or self._bar is None or self._results is None:
            return
        if self._waiting is not None:
            self._waiting.stop()
        result = message.result
        self._results.set_rows(result_rows(result))
        self._answered = True
        said = f"{result.total} articles" if result.total != 1 else "1 article"
        if result.corrected:
            said = f"{said} for {result.corrected}"
        if len(result.hits) < result.total:
            said = f"best {len(result.hits)} of {said}"
        self._bar.say(said if result.total else "nothing found")
        if self._choose_first:
            self._choose_first = False
            self._results.action_choose()

    @on(MatchingScreen.Refused)
    def _show_problem(self, message: MatchingScreen.Refused) -> None:
        if message.number == self._number and self._bar is not None:
            if self._waiting is not None:
                self._waiting.stop()
            self._bar.say(message.problem, alarm=True)
            self._choose_first = False

    def search_typed(self, text: str) -> None:
        """Something else stands in the search bar."""
        if text != self._asked:
            self._choose_first = False
            self._search(text)

    def search_again(self) -> None:
        """Ask again, since there may be more to find now."""
        if self._bar is not None:
            self._search(self._bar.text)

    def search_command(self, name: str) -> None:
        """A key of the search bar."""
        if self._results is None:
            return
        if name == "choose":
            self._choose()
        elif name == "cancel":
            self.action_leave()
        else:
            {
                "result_down": self._results.action_cursor_down,
                "result_up": self._results.action_cursor_up,
                "result_page_down": self._results.action_page_down,
                "result_page_up": self._results.action_page_up,
            }[name]()

    def _choose(self) -> None:
        """Choose the result one is on; where what is typed is not answered yet, the first of its answer."""
        if self._bar is None or self._results is None:
            return
        if self._bar.text != self._asked:
            self._search(self._bar.text)
        if self._answered or not self._asked.strip():
            self._results.action_choose()
        else:
            self._choose_first = True

    def result_chosen(self, row: object) -> None:
        """Open the chosen article at its first match, with all matches highlighted; or make an earlier search again."""
        from tui.widgets.passages import QueryRow, ResultRow

        if self._bar is None:
            return
        if isinstance(row, QueryRow):
            self._bar.text = row.query
        elif isinstance(row, ResultRow):
            first = row.hit.first or Span(0, 0)
            self.open_match(row.query or self._bar.text.strip(), row.hit.document, first, self._bar.text.strip())

    def open_match(self, query: str, path: str, span: Span, typed: str | None = None) -> None:
        """Open an article at a match of `query`, with all its matches highlighted; `typed` is what is remembered."""
        self.query_text = query
        with self.telling_problems():
            self.state.used_search(typed or query)
        here = self.here()
        left = here if self._bar is None else self._origin
        self._origin = self._origin or here
        self.close_search()
        if left is not None:
            self.history.leave(left)
        self.matches = None
        self._first_match = span.start
        if self.document is not None and self.document.path == path:
            self._match_query(path)
        self.open_path(path, span=span, keep=False)

    def close_search(self) -> None:
        """Take the search bar and its results away; what was found stays."""
        bar, self._bar, self._results = self._bar, None, None
        self._choose_first = False
        self._number += 1
        self.workers.cancel_group(self, "search")
        if bar is not None:
            bar.remove()
            self.close_panel()

    # -- leaving

    def action_leave(self) -> None:
        """One thing at a time: the search bar, the panel, the matches with the place they led to."""
        if self._bar is not None:
            self.close_search()
            if not self.matches:
                self.clear_matches()
                self._origin = None
            return
        if self.close_panel():
            return
        if self.clear_matches():
            origin, self._origin = self._origin, None
            if origin is not None:
                self.open_path(origin.path, visit=origin, keep=False)
