"""Why an article was found: which words answer which part of the query, and what its score is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from tui.commands import bindings
from tui.screens.lists.gathering import GatheringScreen
from tui.widgets.columns import one_line
from tui.widgets.footer import Footer
from tui.widgets.row_list import RowList
from tui.widgets.rows.explain import explain_rows

if TYPE_CHECKING:
    from index.library import Library
    from index.search.answering.explain import Explanation
    from index.search.model import Cancel


class ExplainScreen(GatheringScreen[None]):
    """Explains one result of a query that may still be typed."""

    DEFAULT_CSS = """
    ExplainScreen RowList { height: 1fr; margin: 1 0 0 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("explain"))
    comes_as = "explain"

    @dataclass(eq=False, repr=False)
    class Explained(Message):
        """The explanation, None where the article does not answer the query any more."""

        why: Explanation | None

    def __init__(self, library: Library, query: str, document: str, title: str) -> None:
        super().__init__(library)
        self._query = query
        self._document = document
        self._title = title
        self._why: Explanation | None = None

    @property
    def shows(self) -> str:
        """The article, its title, and the query."""
        return "\n".join((self._document, one_line(self._title), self._query))

    def compose(self) -> ComposeResult:
        """Title, parts, footer."""
        yield self.title_lines
        yield RowList()
        yield Footer("explain", self.library.settings.keys)

    @property
    def has_gathered(self) -> bool:
        """Whether the explanation is there."""
        return self._why is not None

    def gather(self, cancelled: Cancel) -> None:
        """Reckons the parts of the score again."""
        told = self.library.explain(self._query, [self._document], cancelled, typing=True)
        if not cancelled():
            self.post_message(self.Explained(told.get(self._document)))

    @on(Explained)
    def _take(self, message: Explained) -> None:
        self._why = message.why
        if message.why is None and self.go_as_nothing_is_there():
            return
        self.note = "" if message.why is not None else "it is not found any more"
        if message.why is not None:
            self.main_list.set_rows(explain_rows(message.why))
        self.show_title()

    def show_title(self) -> None:
        """The article, its score, and the query that was run."""
        said = self.note
        if self._why is not None:
            said = f"{self._why.score:.3f} for {self._why.query.strip()}"
        self.title_says(self._title, said)
