"""What stands under the search bar: results, more of them as one goes down, or the searches that were made before.

What is told of results beyond the results themselves (versions of one article, what is new, how many have the whole
word) is looked up when the typing pauses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from index.errors import Cancelled, QueryError, ReaderError, StateError
from tui.screens.lists.names_so_far import asks_for_names, names_so_far
from tui.screens.reading.earlier import EarlierSearches
from tui.widgets.panel import Panel
from tui.widgets.row_list import Row, RowList
from tui.widgets.rows.results import HEIGHT, ResultRow, found_said, result_rows
from tui.widgets.rows.searches import QueryRow, nothing_found, parts, searches

if TYPE_CHECKING:
    from index.library import Library
    from index.search.model import SearchResult

PAGE = 50
"""Results that are asked for at once."""
_ONCE_MORE = 1.0
"""Seconds after which more results are asked for again that could not be had."""
_AHEAD = 8
"""Rows before the last one at which more are asked for."""
_HISTORY = 30
_CALM = 0.15
"""Seconds without a key before more is told of the results."""


class Results(Panel):
    """The list under the search bar; `say` says something in the bar."""

    DEFAULT_CSS = """
    Results { padding: 1 0 0 0; background: $background; }
    """

    @dataclass(eq=False, repr=False)
    class Further(Message):
        """More results, to follow those that were there; None where they cannot be had now."""

        of: SearchResult
        more: SearchResult | None

    @dataclass(eq=False, repr=False)
    class Looked(Message):
        """What more is told of results: near-duplicates with the result they are versions of; of a saved search what
        is new in it and all that it finds now; how many articles have what is typed as whole words (None: the same).
        """

        of: SearchResult
        versions: Mapping[str, str]
        new: frozenset[str]
        paths: tuple[str, ...] | None
        whole: int | None
        names: str
        """In how many articles names are found so far, where the search asks for names; "" where in all."""
        apart: tuple[QueryRow, ...] = ()
        """What parts of a search find that finds nothing."""

    @dataclass(eq=False, repr=False)
    class Counted(Message):
        """What the saved searches find now."""

        rows: tuple[Row, ...]

    def __init__(self, library: Library, say: Callable[[str], None]) -> None:
        super().__init__(id="results")
        self._library = library
        self._say = say
        self._text = ""
        self._result: SearchResult | None = None
        self._looked: Results.Looked | None = None
        self._unfolded: set[str] = set()
        self._picked: dict[str, None] = {}
        self._asking = False
        self._outdated = False
        """Whether what stands here is being asked for anew: nothing is added to it any more."""
        self._calm: Timer | None = None
        self.earlier = EarlierSearches(library)
        self._resumed = ""
        self._moved = False
        """Whether the cursor was moved among the results of what is typed: else it stays on the best one."""

    # Results ---------------------------------------------------------------------------------------------------------

    def show_result(self, text: str, result: SearchResult) -> None:
        """Show the answer to what is typed; a cursor that was moved stays on its article, if it is found again."""
        self.stop()
        self._outdated = False
        kept = self._resumed or (self.kept_path if text == self._text else "")
        self._text, self._result, self._looked = text, result, None
        self._unfolded.clear()
        rows = self._result_rows()
        at = next((at for at, row in enumerate(rows) if row.hit.document == kept), None)
        self._moved = at is not None
        if at is None:
            self.set_rows(rows or nothing_found(()))
        else:
            self._resumed = ""
            self.renew(rows, at)
        self._tell()
        self._calm = self.set_timer(_CALM, lambda: self._complete(text, result))

    @property
    def fitting(self) -> int:
        """How many results are asked for while one types: those that are seen."""
        return self.app.size.height // HEIGHT + 1

    def total(self, text: str) -> int | None:
        """How many articles a search finds; None where that is not known yet."""
        return self._result.total if self._result is not None and self._text == text else None

    @property
    def given(self) -> int:
        """How many results there are by now, with those that were asked for on the way down."""
        return len(self._result.hits) if self._result is not None else 0

    @property
    def chosen_path(self) -> str:
        """The path of the chosen article, "" for none."""
        row = self.chosen
        return row.hit.document if isinstance(row, ResultRow) else ""

    @property
    def kept_path(self) -> str:
        """The path of the article that the cursor was moved to, "" where it was not moved."""
        return self.chosen_path if self._moved else ""

    def resume_at(self, path: str) -> None:
        """Choose this article as soon as it is found, if the cursor is not moved before; "" for the best one."""
        self._resumed, self._moved = path, False

    def move_to(self, index: int) -> None:
        """Put the cursor on a row, where it stays on its article."""
        before = self.cursor
        super().move_to(index)
        if self.cursor != before:
            self._resumed, self._moved = "", True

    def stop(self) -> None:
        """Something else is asked for: what is being looked up is of no use any more, and would be in its way."""
        self._asking = False
        if self._calm is not None:
            self._calm.stop()
        self.workers.cancel_node(self)

    def expect(self) -> None:
        """Another answer is asked for; until it is there, nothing is added to this one."""
        self.stop()
        self._outdated = True

    def expect_no_more(self) -> None:
        """There is no other answer: what stands here grows on."""
        self._outdated = False
        self._near_the_end()

    def _result_rows(self) -> tuple[ResultRow, ...]:
        if self._result is None:
            return ()
        looked = self._looked
        versions = looked.versions if looked else {}
        return result_rows(self._result, versions, self._unfolded, looked.new if looked else frozenset(), self._picked)

    def _renew(self) -> None:
        """The rows as they are now, with the cursor on the result it is on."""
        chosen = self.chosen
        rows = self._result_rows()
        if not rows:
            less = nothing_found(self._looked.apart if self._looked else ())
            self.renew(less, next((at for at, row in enumerate(less) if isinstance(row, QueryRow) and row.articles), 0))
            self._tell()
            return
        path = chosen.hit.document if isinstance(chosen, ResultRow) else ""
        leader = self._looked.versions.get(path, path) if self._looked else path
        at = {row.hit.document: number for number, row in enumerate(rows)}
        self.renew(rows, at.get(path, at.get(leader, 0)))
        self._tell()

    def _tell(self) -> None:
        result = self._result
        if result is None:
            return
        looked = self._looked
        more = [f"{looked.whole:,} with the whole word"] if looked and looked.whole is not None else []
        if looked is not None:
            more += [looked.names] * bool(looked.names) + [f"{len(looked.new):,} new"] * bool(looked.new)
        more += [f"{len(self._picked):,} picked"] * bool(self._picked)
        self._say(", ".join((found_said(result), *more)))

    def _complete(self, text: str, result: SearchResult) -> None:
        """Nothing more is typed: have a whole page of results, and what is told of them."""
        if result is not self._result:
            return  # more came already, on the way down, and was looked up
        if len(result.hits) < min(PAGE, result.total):
            if not self._asking:
                self._asking = True
                self._ask_further(text, result)
        else:
            self._look(text, result)

    @on(RowList.Highlighted)
    def _near_the_end(self) -> None:
        """Towards the end of what is there, more is asked for."""
        result = self._result
        if result is None or self._asking or self._outdated or len(result.hits) >= result.total or self.cursor is None:
            return
        if self.cursor >= max(1, len(self.rows) - _AHEAD):
            self._asking = True
            self._ask_further(self._text, result)

    @work(thread=True, exclusive=True, group="further", exit_on_error=False)
    def _ask_further(self, text: str, result: SearchResult) -> None:
        worker = get_current_worker()
        skip = len(result.hits)
        limit = PAGE if skip < PAGE else skip + PAGE
        try:
            more = self._library.search(text, limit, lambda: worker.is_cancelled, typing=True, skip=skip)
        except Cancelled:
            return
        except ReaderError:
            self.post_message(self.Further(result, None))
            return
        self.post_message(self.Further(result, more))

    @on(Further)
    def _take_further(self, message: Further) -> None:
        result = self._result
        if result is not message.of or self._outdated:
            return
        self._asking = False
        if message.more is None:
            self.set_timer(_ONCE_MORE, self._near_the_end)  # no key moves a cursor that is at the end
            return
        # What the index became in between is not mixed with what it was.
        if message.more.total != result.total or not message.more.hits:
            return
        self._result = grown = replace(result, hits=(*result.hits, *message.more.hits))
        self._renew()
        self._look(self._text, grown)

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look(self, text: str, result: SearchResult) -> None:
        worker = get_current_worker()
        library, query = self._library, text.strip()

        def stopped() -> bool:
            return worker.is_cancelled

        new: frozenset[str] = frozenset()
        paths: tuple[str, ...] | None = None
        try:
            versions = library.versions([hit.document for hit in result.hits], stopped)
            if library.remembers and query in library.state.searches(saved=True):
                paths = tuple(path for path, _ in library.ranking(query, stopped).articles)
                new = library.state.new_in(query, paths)
            names = names_so_far(library) if asks_for_names(result.query) else ""
            apart = () if result.total else self._look_apart(text, stopped)
            whole = None
            if result.hits and not text[-1:].isspace() and not result.corrected:
                exact = library.search(query, 1, stopped)
                if not exact.corrected and 0 < exact.total < result.total:
                    whole = exact.total
        except (Cancelled, ReaderError):
            return
        self.post_message(self.Looked(result, versions, new, paths, whole, names, apart))

    def _look_apart(self, text: str, stopped: Callable[[], bool]) -> tuple[QueryRow, ...]:
        """How many articles the parts of a search find.  Raises Cancelled."""
        counted: list[QueryRow] = []
        for part in parts(text):
            try:
                counted.append(QueryRow(part, articles=self._library.search(part, 1, stopped).total))
            except QueryError:
                continue  # what stands in brackets that are not closed, for one
        return tuple(counted)

    @on(Looked)
    def _take_looked(self, message: Looked) -> None:
        if message.of is self._result:
            self._looked = message
            self._renew()

    def toggle_versions(self) -> None:
        """Show the versions of the chosen article below it, or fold them again."""
        row = self.chosen
        if isinstance(row, ResultRow) and self._looked is not None:
            leader = self._looked.versions.get(row.hit.document, row.hit.document)
            if leader in self._looked.versions.values():
                self._unfolded ^= {leader}
                self._renew()
                return
        self._say("no other version of it among these")

    @property
    def picked(self) -> tuple[str, ...]:
        """The articles marked for the matrix since the bar was opened, in any search, in the order of marking."""
        return tuple(self._picked)

    def pick(self) -> None:
        """Mark the chosen article for the matrix, or take its mark away, and go to the next."""
        if path := self.chosen_path:
            if path in self._picked:
                del self._picked[path]
            else:
                self._picked[path] = None
            self._renew()
            self.action_cursor_down()

    def look_at(self) -> None:
        """What a saved search finds has been looked at."""
        if self._looked is not None and self._looked.paths is not None:
            self._library.state.looked_at(self._text.strip(), self._looked.paths)

    # Searches made before --------------------------------------------------------------------------------------------

    def show_searches(self) -> None:
        """Show the saved searches and the earlier ones.  Raises StateError."""
        self.stop()
        self._outdated = False
        self._text, self._result, self._looked = "", None, None
        state = self._library.state
        saved = state.searches(saved=True)
        earlier = [query for query in state.searches() if query not in saved][:_HISTORY]
        rows = searches([QueryRow(query, saved=True) for query in saved], [QueryRow(query) for query in earlier])
        self.set_rows(rows)
        self._say("")
        if saved:
            self._count_saved(saved, tuple(earlier))

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _count_saved(self, saved: tuple[str, ...], earlier: tuple[str, ...]) -> None:
        worker = get_current_worker()
        counted: list[QueryRow] = []
        for query in saved:
            try:
                found = self._library.ranking(query, lambda: worker.is_cancelled).articles
                new = self._library.state.new_in(query, [path for path, _ in found])
                counted.append(QueryRow(query, saved=True, articles=len(found), new=len(new)))
            except Cancelled:
                return
            except ReaderError:
                counted.append(QueryRow(query, saved=True))
        self.post_message(self.Counted(searches(counted, [QueryRow(query) for query in earlier])))

    @on(Counted)
    def _take_counted(self, message: Counted) -> None:
        if self._result is None:
            self.renew(message.rows, self.cursor or 0)

    def save(self, text: str) -> None:
        """Keep the search, with what it finds now, or keep it no more.  Raises StateError."""
        query = text.strip()
        if not query:
            row = self.chosen
            if isinstance(row, QueryRow):
                self._library.state.save_search(row.query, saved=not row.saved)
                self.show_searches()
            return
        state = self._library.state
        saved = query not in state.searches(saved=True)
        state.save_search(query, saved=saved)
        self._say("search saved" if saved else "search not saved any more")
        if saved:
            self._look_at_saved(query)

    @work(thread=True, group="saving", exit_on_error=False)
    def _look_at_saved(self, query: str) -> None:
        try:
            found = self._library.ranking(query).articles
            self._library.state.looked_at(query, [path for path, _ in found])
        except (ReaderError, StateError):
            return

    @property
    def at_top(self) -> bool:
        """Whether nothing stands above the cursor that could be chosen."""
        return self.cursor is None or not any(row.choosable for row in self.rows[: self.cursor])
