"""The naming matrix: what several articles call the same people, organisations, places, groups and events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from index.across.naming_matrix import NamingMatrix, naming
from index.wording import counted
from tui.commands import bindings
from tui.screens.lists.across import AcrossScreen, Scope
from tui.screens.lists.dossier import Mentioned
from tui.widgets.columns import Line
from tui.widgets.filter_field import FilterField
from tui.widgets.footer import Footer
from tui.widgets.pieces import Lines
from tui.widgets.row_list import Row, RowList
from tui.widgets.rows.naming import EntityRow, naming_about, naming_heading

if TYPE_CHECKING:
    from index.library import Library
    from index.search.model import Cancel
    from tui.screens.coming_back import Kept

MOST_ARTICLES = 40
_RELATED = 12


class NamingList(RowList):
    """The entities; left and right go to another article."""

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(binding, action=f"screen.{binding.action}")
        for binding in bindings("naming")
        if binding.id in ("column_right", "column_left")
    ]


class NamingScreen(AcrossScreen[NamingMatrix]):
    """Entities as rows, articles as columns; the entity `first` stands in the first row."""

    name_shown = "Names"
    comes_as = "naming"
    stands_by: ClassVar[Kept] = {"_scope": None, "_column": None}
    BINDINGS: ClassVar[list[BindingType]] = list(bindings("naming"))

    def __init__(self, library: Library, all_scopes: Sequence[Scope], *, first: str = "") -> None:
        super().__init__(library, all_scopes)
        self._first = first
        self._column = 0

    def compose(self) -> ComposeResult:
        """Title, filter, articles, entities, and the cell under the cursor in words."""
        yield self.title_lines
        yield FilterField("Show only names with …")
        yield Lines(id="across-head")
        yield NamingList(id="across-rows")
        yield Lines(id="across-about")
        yield Footer("naming", self.library.settings.keys)

    def ask(self, paths: Sequence[str], cancelled: Cancel, progress: Callable[[int, int], None]) -> NamingMatrix:
        """The naming matrix of the articles."""
        library = self.library
        return naming(
            paths[:MOST_ARTICLES],
            library.seen,
            library.known,
            first=self._first,
            cancelled=cancelled,
            progress=progress,
        )

    def rows(self, found: NamingMatrix) -> Sequence[tuple[str, Row]]:
        """The entities."""
        return [
            (
                " ".join([row.entity.name, *(form.text for cell in row.cells for form in cell)]),
                EntityRow(row, self._column),
            )
            for row in found.rows
        ]

    def show_rows(self) -> None:
        """The entities, with the articles above them; the cursor stays on its entity."""
        chosen = self.main_list.chosen
        if self.found is not None:
            self._column = min(self._column, max(0, len(self.found.columns) - 1))
        super().show_rows()
        if self.found is None:
            return
        if isinstance(chosen, EntityRow):
            rows = self.main_list.rows
            same = (at for at, row in enumerate(rows) if isinstance(row, EntityRow) and row.row == chosen.row)
            self.main_list.move_to(next(same, 0))
        columns = self.found
        heading = naming_heading(columns, self._column)
        self.query_one("#across-head", Lines).show(lambda width: heading(width) if columns.columns else ())

    def said(self, found: NamingMatrix, shown: int) -> str:
        """How many entities in how many articles, and how many the articles do not call alike."""
        differs = sum(row.differs for row in found.rows)
        of_all = "" if shown == len(found.rows) else f" of {len(found.rows):,}"
        articles = counted(len(found.columns), "article")
        return f"{shown:,}{of_all} named in {articles}, {differs:,} by different names"

    def about(self, row: Row, width: int) -> Sequence[Line]:
        """The cell in words."""
        if not isinstance(row, EntityRow) or self.found is None or not self.found.columns:
            return ()
        return naming_about(self.found, row.row, self._column, width, 3)

    def place(self, row: Row) -> Mentioned | None:
        """The first mention by the most frequent form of the cell; elsewhere the article that names it first."""
        if not isinstance(row, EntityRow) or self.found is None:
            return None
        cell = row.row.cells[self._column]
        if not cell:
            self.notify(f"Article {self._column + 1} does not name it; ← and → go to another.", markup=False)
            return None
        return Mentioned(self.found.columns[self._column].path, *cell[0].first)

    def action_column_right(self) -> None:
        """The next article."""
        self._go_to(self._column + 1)

    def action_column_left(self) -> None:
        """The article before."""
        self._go_to(self._column - 1)

    def _go_to(self, column: int) -> None:
        if self.found is not None and self.found.columns:
            self._column = column % len(self.found.columns)
            self.show_rows()

    def action_scope(self) -> None:
        """The next choice of articles, from the first on."""
        self._column = 0
        super().action_scope()


def naming_scopes(library: Library, document: str | None, query: str) -> tuple[Scope, ...]:
    """What the search that holds finds, the open article with those most like it, and all; the first of each."""
    found: list[Scope] = []
    if query.strip():
        found.append(Scope(f"articles with {query.strip()}", lambda cancelled: library.answering(query, cancelled)))
    if document is not None:
        found.append(Scope("this article and those like it", lambda cancelled: _like(library, document)))
    return (*found, Scope("all articles", lambda cancelled: library.answering("", cancelled)))


def _like(library: Library, document: str) -> tuple[str, ...]:
    return (document, *(path for path, _ in library.related(document)[: _RELATED - 1]))


def entity_scopes(library: Library, entity_id: str) -> tuple[Scope, ...]:
    """The articles that name an entity, those that name it most first."""

    def paths(cancelled: Cancel) -> Sequence[str]:
        counts = library.documents_naming(entity_id)
        return sorted(counts, key=lambda path: (-counts[path], path))

    return (Scope("articles that name it most", paths),)
