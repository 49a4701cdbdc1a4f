"""Facets: what the articles found name, when they are dated and where they lie, to narrow the query by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from index.errors import Cancelled, ReaderError
from index.search.facets import Facet, Kind, Naming, facets, narrowed
from tui.commands import bindings
from tui.screens.working import Working
from tui.widgets.columns import Line, Piece, fit, one_line
from tui.widgets.footer import Footer
from tui.widgets.pieces import Lines
from tui.widgets.row_list import Heading, Row, RowList, parted

if TYPE_CHECKING:
    from index.library import Library

_PROGRESS_AFTER = 0.2
_BAR = 12
_HEADINGS: dict[Kind, str] = {
    "person": "Persons",
    "org": "Organisations",
    "place": "Places",
    "group": "Groups",
    "event": "Events",
    "year": "Dated",
    "folder": "Folders",
}


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One value with the number of articles that have it, of `total`."""

    facet: Facet
    total: int
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The number, a bar as long as its share of all articles, and the value."""
        number = self.facet.articles
        bar = "━" * max(1, round(_BAR * number / max(1, self.total))) if width >= 50 else ""
        return (
            (
                Piece(fit(f"{number:,}", 6, "right"), "row--strong"),
                Piece(f" {fit(bar, _BAR)} " if width >= 50 else " ", "row--accent"),
                Piece(one_line(self.facet.value)),
            ),
        )


def facet_rows(found: Sequence[Facet], total: int) -> tuple[Row, ...]:
    """The facets under a heading for each kind."""
    groups: list[list[Row]] = []
    for kind, heading in _HEADINGS.items():
        rows: list[Row] = [FacetRow(facet, total) for facet in found if facet.kind == kind]
        if rows:
            groups.append([Heading(heading), *rows])
    return parted(*groups)


class FacetsScreen(Working, Screen[str | None]):
    """Gives the narrowed query, None where nothing was chosen."""

    DEFAULT_CSS = """
    FacetsScreen {
        #facets-title { height: 1; padding: 0 1; background: $panel; }
        #facets-rows { height: 1fr; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("facets"))

    @dataclass
    class Counted(Message):
        """The facets of the query that was run, and how many articles answer it."""

        query: str
        total: int
        facets: tuple[Facet, ...]

    @dataclass
    class Failed(Message):
        """There are no facets."""

        problem: str

    def __init__(self, library: Library, query: str) -> None:
        super().__init__()
        self._library = library
        self._query = query
        self._counted: FacetsScreen.Counted | None = None
        self._note = ""

    def compose(self) -> ComposeResult:
        """Title and list."""
        yield Lines(id="facets-title")
        yield RowList(id="facets-rows")
        yield Footer("facets", self._library.settings.keys)

    def on_mount(self) -> None:
        """Counting begins at once, off the screen's thread."""
        self._rows.focus()
        self._show_title()
        self._count()
        self.set_timer(_PROGRESS_AFTER, self._say_busy)

    @property
    def _rows(self) -> RowList:
        return self.query_one(RowList)

    @work(thread=True, exclusive=True, group="facets", exit_on_error=False)
    def _count(self) -> None:
        worker = get_current_worker()
        library = self._library
        naming = Naming(lambda path: library.annotations(path).entities, library.entities, library.documents_naming)
        try:
            ranking = library.ranking(self._query, lambda: worker.is_cancelled, typing=True)
            dates = {listed.path: listed.date for listed in library.listing()}
            paths = [path for path, _ in ranking.articles]
            found = facets(paths, naming, dates, cancelled=lambda: worker.is_cancelled)
        except Cancelled:
            return
        except ReaderError as problem:
            self.post_message(self.Failed(str(problem)))
            return
        self.post_message(self.Counted(ranking.query.text, len(paths), found))

    def _say_busy(self) -> None:
        if self._counted is None and not self._note:
            self._note = "Counting …  Esc stops it"
            self._show_title()

    @on(Counted)
    def _take(self, message: Counted) -> None:
        self._counted, self._note = message, ""
        self._rows.set_rows(facet_rows(message.facets, message.total))
        self._show_title()

    @on(Failed)
    def _fail(self, message: Failed) -> None:
        self._note = message.problem
        self._show_title()

    def _show_title(self) -> None:
        counted, said = self._counted, self._note
        if counted is not None:
            said = f"{counted.total:,} article{'' if counted.total == 1 else 's'}"
        query = one_line(counted.query if counted is not None else self._query)

        def lines(width: int) -> tuple[Line, ...]:
            room = max(12, width - len(said) - 2)
            return ((Piece(fit(query, room).rstrip(), "row--strong"), Piece(f"  {one_line(said)}", "row--muted")),)

        self.query_one("#facets-title", Lines).show(lines)

    # Commands --------------------------------------------------------------------------------------------------------

    @on(RowList.Selected)
    def action_include(self) -> None:
        """Only articles with the chosen value."""
        self._narrow(without=False)

    def action_exclude(self) -> None:
        """Only articles without the chosen value."""
        self._narrow(without=True)

    def _narrow(self, *, without: bool) -> None:
        row = self._rows.chosen
        if isinstance(row, FacetRow) and self._counted is not None:
            self.dismiss(narrowed(self._counted.query, row.facet.clause, without=without))

    def action_close(self) -> None:
        """Leave the query as it is; counting is stopped."""
        self.workers.cancel_group(self, "facets")
        self.dismiss(None)
