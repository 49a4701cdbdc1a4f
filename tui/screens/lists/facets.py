"""Facets: what the articles found name, when they are dated and where they lie, to narrow the query by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from index.search.facets import narrowed
from index.wording import counted
from tui.commands import bindings
from tui.screens.lists.gathering import GatheringScreen
from tui.widgets.footer import Footer
from tui.widgets.row_list import RowList
from tui.widgets.rows.facets import FacetRow, facet_rows

if TYPE_CHECKING:
    from index.library import Library
    from index.search.facets import Faceted
    from index.search.model import Cancel


class FacetsScreen(GatheringScreen[str]):
    """Gives the narrowed query, None where nothing was chosen."""

    DEFAULT_CSS = """
    FacetsScreen #facets-rows { height: 1fr; margin: 1 0 0 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("facets"))
    comes_as = "facets"

    busy_note = "Counting …  Esc stops it"

    @dataclass(eq=False, repr=False)
    class Counted(Message):
        """What the articles found have in common."""

        faceted: Faceted

    def __init__(self, library: Library, query: str) -> None:
        super().__init__(library)
        self._query = query
        self._faceted: Faceted | None = None

    def compose(self) -> ComposeResult:
        """Title and list."""
        yield self.title_lines
        yield RowList(id="facets-rows")
        yield Footer("facets", self.library.settings.keys)

    @property
    def shows(self) -> str:
        """The query."""
        return self._query

    @property
    def has_gathered(self) -> bool:
        """Whether the articles are counted."""
        return self._faceted is not None

    def gather(self, cancelled: Cancel) -> None:
        """Counts."""
        self.post_message(self.Counted(self.library.facets(self._query, cancelled, typing=True)))

    @on(Counted)
    def _take(self, message: Counted) -> None:
        self._faceted, self.note = message.faceted, ""
        self.main_list.set_rows(facet_rows(message.faceted.facets, message.faceted.total))
        self.show_title()

    def show_title(self) -> None:
        """The query, and how many articles it finds."""
        faceted, said = self._faceted, self.note
        if faceted is not None:
            said = counted(faceted.total, "article")
        self.title_says(faceted.query if faceted is not None else self._query, said)

    @on(RowList.Selected)
    def action_include(self) -> None:
        """Only articles with the chosen value."""
        self._narrow(without=False)

    def action_exclude(self) -> None:
        """Only articles without the chosen value."""
        self._narrow(without=True)

    def _narrow(self, *, without: bool) -> None:
        row = self.main_list.chosen
        if isinstance(row, FacetRow) and self._faceted is not None:
            self.dismiss(narrowed(self._faceted.query, row.facet.clause, without=without))
