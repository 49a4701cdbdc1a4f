"""The keys of the search bar: what can be done with what was found, and with what was searched for before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from textual import on, work
from textual.message import Message

from index.errors import ReaderError
from tui.screens.reading.searching import SearchingScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.documents.model import Span


class SearchKeysScreen(SearchingScreen, part=True):
    """What the keys of the reader's search do."""

    @dataclass(eq=False, repr=False)
    class Alike(Message):
        """The words that tell an article, or a part of it, from the rest, as a query; "" where there are none."""

        query: str

    def search_command(self, name: str) -> None:
        """A key of the search bar."""
        if self._results is None or self._bar is None:
            return
        if name == "result_up" and self._results.at_top:
            name = "older"
        commands: dict[str, Callable[[], object]] = {
            "choose": self._choose,
            "cancel": self.action_leave,
            "result_down": self._results.action_cursor_down,
            "result_up": self._results.action_cursor_up,
            "result_page_down": self._results.action_page_down,
            "result_page_up": self._results.action_page_up,
            "older": lambda: self._walk_searches(1),
            "newer": lambda: self._walk_searches(-1),
            "save": partial(self._results.save, self._bar.text),
            "versions": self._results.toggle_versions,
            "pick": self._results.pick,
            "explain": self._explain,
            "similar": self._similar_to_chosen,
            "words": self._show_words,
            "language": lambda: self.show_help("queries"),
            "language_where_empty": lambda: self.show_help("queries"),
        }
        with self.telling_problems():
            commands[name]()

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

    def _walk_searches(self, step: int) -> None:
        """Put an earlier search into the bar, or a later one again."""
        if self._results is not None and self._bar is not None:
            query = self._results.earlier.step(self._bar.text, step)
            if query is None:
                self._bar.say("no earlier search" if step > 0 else "no later search")
            else:
                self._bar.text = query

    def _explain(self) -> None:
        """Say why the chosen result was found."""
        from tui.widgets.rows.results import ResultRow

        row = self._results.chosen if self._results is not None else None
        if isinstance(row, ResultRow):
            self.explain(row.hit.document, row.hit.title, self._asked)

    def explain(self, document: str, title: str, query: str) -> None:
        """Say why an article is found by a query."""
        from tui.screens.lists.explain import ExplainScreen

        self.app.push_screen(ExplainScreen(self.library, query, document, title))

    def _show_words(self) -> None:
        """List the key words of what is found; one that is chosen narrows the search."""
        from tui.screens.lists.keywords import KeyWordsScreen

        def chosen(query: str | None) -> None:
            if query is not None and self._bar is not None:
                self._bar.text = query + " "

        if self._asked.strip():
            self.app.push_screen(KeyWordsScreen(self.library, self._asked), chosen)

    def show_help(self, about: Literal["keys", "queries"]) -> None:
        """The help, or how to write a search."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.library.settings.keys, about))

    # -- more like something

    def action_similar(self) -> None:
        """Search for what is like the selected words, or like this article."""
        if self.document is not None:
            self._ask_similar(self.document.path, self.pane.selected)

    def _similar_to_chosen(self) -> None:
        from tui.widgets.rows.results import ResultRow

        row = self._results.chosen if self._results is not None else None
        if isinstance(row, ResultRow):
            self._ask_similar(row.hit.document, None)

    @work(thread=True, exclusive=True, group="similar", exit_on_error=False)
    def _ask_similar(self, path: str, span: Span | None) -> None:
        try:
            query = self.library.more_like(path, span)
        except ReaderError as problem:
            self.post_message(self.Failed(str(problem)))
            return
        self.post_message(self.Alike(query))

    @on(Alike)
    async def _search_alike(self, message: Alike) -> None:
        if message.query:
            # The space ends the last word: it is not being typed any more.
            await self.action_search(message.query + " ")
        else:
            self.tell("Nothing in it tells it from the other articles.")
