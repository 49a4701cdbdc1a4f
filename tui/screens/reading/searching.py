"""Searching the corpus while one types."""

from __future__ import annotations

import gc
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
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
    from index.search.effort import Effort
    from index.search.model import SearchResult
    from tui.screens.reading.beside import FacetsBeside
    from tui.screens.reading.results import Results
    from tui.widgets.bars import SearchBar

_PROGRESS_EVERY = 0.2
"""Seconds after which a search says that it goes on, and then what it takes long for."""
_AGAIN_EVERY = 0.7
_MATCHES_ORDER, _CURRENT_ORDER = 20, 30
_WITH_FOUND = frozenset(
    f"search_{name}" for name in ("concordance", "facets", "explain", "versions", "similar", "save", "words")
)
"""The commands that are for what is found."""


class SearchingScreen(MatchingScreen, part=True):
    """The reader's search."""

    DEFAULT_CSS = """
    SearchingScreen #facets { display: none; }
    SearchingScreen.-beside #facets { display: block; }
    """

    @dataclass(eq=False, repr=False)
    class Answered(Message):
        """A search was answered; `number` tells which, so that none that is out of date is shown."""

        number: int
        result: SearchResult

    def start_searching(self) -> None:
        """The state of a reader that searches for nothing yet."""
        self.start_matching()
        self._bar: SearchBar | None = None
        self._results: Results | None = None
        self._facets: FacetsBeside | None = None
        self._origin: Visit | None = None
        self._waiting: Timer | None = None
        self._asked = ""
        self._answered = False
        self._choose_first = False
        self.indexing = False
        """Whether there are articles whose words are not in the index yet."""
        self._asked_again = 0.0
        self._warmed = False

    # -- the search bar

    async def action_search(self, text: str | None = None) -> None:
        """Open the search bar with the last query in it, or with `text`."""
        from tui.screens.reading.beside import FacetsBeside
        from tui.screens.reading.results import Results
        from tui.widgets.bars import SearchBar

        if self._bar is not None:
            if text is not None:
                self._bar.text = text
            self.focus_search()
            return
        self._close_find()
        if self._origin is None:
            self._origin = self.here()
        query = self.query_text if text is None else text
        self._results = Results(self.library, self._say_found)
        self.open_panel(self._results, "search", whole=True)
        self._bar = SearchBar("/", "words, “a phrase”, person:name, -without", query)
        await self.mount(self._bar, before="#body")
        self._bar.focus_field()
        self._facets = FacetsBeside(self.library)
        self._place_facets()
        self.query_one("#body").mount(self._facets, after=self._results)
        if not query.strip():
            self._warm(first=not self._warmed)
        self._search(query)

    @work(thread=True, exclusive=True, group="warm", exit_on_error=False)
    def _warm(self, first: bool) -> None:
        """Before the first key: what its answer needs is opened and read."""
        self._warmed = True
        worker = get_current_worker()
        with suppress(Cancelled, ReaderError):
            self.library.warm(lambda: worker.is_cancelled)
        if first:
            # What is open stays: to look through it for garbage would take longer than a search.
            gc.freeze()

    def _search(self, text: str, least: int = 0) -> None:
        """Ask for what fits on the screen, or for `least` results."""
        self._number += 1
        self._asked = text
        self._answered = False
        if not text.strip():
            self._offer(found=False)
        self.workers.cancel_group(self, "search")
        if self._waiting is not None:
            self._waiting.stop()
        if self._facets is not None:
            self._facets.follow(text, answered=False)
        if not text.strip():
            if self._results is not None:
                with self.telling_problems():
                    self._results.show_searches()
            return
        from index.search.effort import Effort

        number, effort = self._number, Effort()
        self._waiting = self.set_timer(_PROGRESS_EVERY, lambda: self._say_searching(number, effort))
        if self._results is not None:
            self._results.expect()
            self._ask(number, text, max(least, self._results.fitting), effort)

    def _offer(self, *, found: bool) -> None:
        """The footer offers what can be done with articles that are found where there are any."""
        self.footer.leave_out(frozenset() if found else _WITH_FOUND)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _ask(self, number: int, text: str, limit: int, effort: Effort) -> None:
        worker = get_current_worker()
        try:
            result = self.library.search(
                text, limit=limit, cancelled=lambda: worker.is_cancelled, typing=True, effort=effort
            )
        except Cancelled:
            return
        except ReaderError as problem:
            self.post_message(self.Refused(number, str(problem)))
            return
        self.post_message(self.Answered(number, result))

    def _say_searching(self, number: int, effort: Effort, why: str = "searching") -> None:
        """The search goes on; that is said again with what takes long, which may change, until there is an answer."""
        if number == self._number and self._bar is not None:
            self._bar.say(f"{why} … Esc stops it")
            self._waiting = self.set_timer(_PROGRESS_EVERY, lambda: self._say_searching(number, effort, effort.why()))

    def _say_found(self, text: str) -> None:
        if self._bar is not None:
            self._bar.say(f"{text}, still indexing" if text and self.indexing else text)

    @on(Answered)
    def _show_results(self, message: Answered) -> None:
        if message.number != self._number or self._bar is None or self._results is None:
            return
        if self._waiting is not None:
            self._waiting.stop()
        self._answered = True
        if not self._warmed:
            self._warm(first=True)
        self._results.show_result(self._asked, message.result)
        self._offer(found=message.result.total > 0)
        if self._facets is not None:
            self._facets.follow(self._asked, answered=True)
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
            if self._results is not None:
                self._results.expect_no_more()

    def search_typed(self, text: str) -> None:
        """Something else stands in the search bar."""
        if text != self._asked:
            self._choose_first = False
            if self._results is not None:
                self._results.resume_at("")
            self._search(text)

    def search_again(self) -> None:
        """Ask again, since there may be more to find now."""
        if self._bar is not None and self._results is not None:
            self._search(self._bar.text, self._results.given)

    def search_growing(self) -> None:
        """The index grows: ask again from time to time, where what was asked has its answer."""
        if self._bar is not None and self._answered and monotonic() > self._asked_again + _AGAIN_EVERY:
            self._asked_again = monotonic()
            self.search_again()

    @property
    def picked_results(self) -> tuple[str, ...]:
        """The articles that are marked for the matrix among the results."""
        return self._results.picked if self._results is not None else ()

    # -- facets beside the results

    def on_resize(self) -> None:
        """Facets stand beside the results where there is room."""
        self._place_facets()

    def _place_facets(self) -> None:
        if self._facets is not None:
            self.set_class(self._facets.fits(self.size.width), "-beside")
            self._facets.follow(self._asked, answered=self._answered)

    def narrow_beside(self) -> bool:
        """Give the keys to the facets, where they stand beside the results; whether they do."""
        if self._facets is None or not self._facets.fits(self.size.width):
            return False
        self.set_focus(self._facets)
        self.show_context("beside")
        return True

    def on_facets_beside_narrowed(self, message: FacetsBeside.Narrowed) -> None:
        """A facet was chosen."""
        if self._bar is not None:
            self._bar.text = message.query

    def on_facets_beside_held(self, message: FacetsBeside.Held) -> None:
        """Of two lists beside each other one has the keys."""
        if self._results is not None:
            self._results.rest(message.keys)

    def on_facets_beside_left(self) -> None:
        """The keys go back to the bar."""
        self.focus_search()

    def focus_search(self) -> None:
        """Give the keys to the search bar, where it is open."""
        if self._bar is not None:
            self._bar.focus_field()
            self.show_context("search")

    def result_chosen(self, row: object) -> None:
        """Open the chosen article at its first match, with all matches highlighted; or make an earlier search again."""
        from tui.widgets.rows.results import ResultRow
        from tui.widgets.rows.searches import QueryRow

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
            if self._results is not None:
                self._results.look_at()
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
        facets, self._facets = self._facets, None
        self._choose_first = False
        self._number += 1
        self.workers.cancel_group(self, "search")
        if facets is not None:
            facets.remove()
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
