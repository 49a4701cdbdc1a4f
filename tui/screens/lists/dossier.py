"""The dossier of one entity: its names, who it is named with, every mention in context, what it said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.message import Message

from index.wording import counted
from tui.commands import bindings
from tui.screens.asking.correcting import Correcting
from tui.screens.lists.gathering import GatheringScreen, replace_rows
from tui.widgets.columns import one_line
from tui.widgets.filter_field import FilterField
from tui.widgets.filtering import share
from tui.widgets.footer import Footer
from tui.widgets.kinds import KIND_NAMES
from tui.widgets.row_list import RowList, parted
from tui.widgets.rows.dossier import CompanionRow, ContextRow, DossierIndex, NameRow, SayingRow
from tui.widgets.rows.timeline import StatementRow

if TYPE_CHECKING:
    from index.entities.model import Entity
    from index.library import Library
    from index.search.model import Cancel
    from tui.screens.coming_back import Left

_TWO_COLUMNS_FROM = 130


class Mentioned(NamedTuple):
    """A place in an article that a dossier led to."""

    document: str
    start: int
    end: int


class DossierScreen(Correcting, GatheringScreen[Mentioned]):
    """Gives the place that was chosen, None where none was."""

    DEFAULT_CSS = """
    DossierScreen {
        #dossier-body { height: 1fr; layout: horizontal; padding: 1 0 0 0; }
        &.-short #dossier-body { padding: 0; }
        #dossier-about { display: none; width: 2fr; border-right: solid $parting; }
        #dossier-places { width: 3fr; }
        &.-wide #dossier-about { display: block; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("dossier"))
    comes_as = "dossier"

    @dataclass(eq=False, repr=False)
    class Gathered(Message):
        """The dossier is complete."""

        index: DossierIndex

    def __init__(self, library: Library, entity_id: str) -> None:
        super().__init__(library)
        self._entity = entity_id
        self._index: DossierIndex | None = None

    def compose(self) -> ComposeResult:
        """Title, filter, and one or two lists."""
        yield self.title_lines
        yield FilterField("Show only lines with …")
        with Container(id="dossier-body"):
            yield RowList(id="dossier-about")
            yield RowList(id="dossier-places")
        yield Footer("dossier", self.library.settings.keys)

    @property
    def _about(self) -> RowList:
        return self.query_one("#dossier-about", RowList)

    @property
    def main_list(self) -> RowList:
        """The list with the mentions."""
        return self.query_one("#dossier-places", RowList)

    @property
    def keyed_list(self) -> RowList:
        """The list that has the keys."""
        return self._about if self._about.has_focus else self.main_list

    @property
    def shows(self) -> str:
        """The entity."""
        return self._entity

    def open_again(self, left: Left) -> None:
        """A companion's dossier, or what the articles call it."""
        if left.name == "dossier":
            self._open_dossier(left.what)
        elif left.name == "naming":
            self.action_naming()

    # Gathering -------------------------------------------------------------------------------------------------------

    @property
    def has_gathered(self) -> bool:
        """Whether the dossier is complete."""
        return self._index is not None

    def gather(self, cancelled: Cancel) -> None:
        """Gathers all that is said of the entity."""
        index = DossierIndex(self.library.dossier(self._entity, cancelled, self.reading()))
        if not cancelled():
            self.post_message(self.Gathered(index))

    @on(Gathered)
    def _take(self, message: Gathered) -> None:
        self._index, self.note = message.index, ""
        self.show_rows()

    # Correcting ------------------------------------------------------------------------------------------------------

    @property
    def corrected_library(self) -> Library:
        """The library of the dossier."""
        return self.library

    def entity_to_correct(self) -> Entity | None:
        """Whom the dossier is of."""
        return self.library.known(self._entity)

    def corrected(self, entity_id: str | None) -> None:
        """Gather the dossier anew; where there is nobody any more, leave."""
        if entity_id is None:
            self.dismiss(None)
        else:
            self._entity = entity_id
            self.start_gathering()

    def recorrected(self) -> None:
        """Gather the dossier anew."""
        self.start_gathering()

    # Showing ---------------------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Two lists where there is room, else one after the other in one list; the cursor stays on its row."""
        wide = self.size.width >= _TWO_COLUMNS_FROM
        self.set_class(self.size.height < 20, "-short")
        if wide != self.has_class("-wide"):
            self.set_class(wide, "-wide")
            self.show_rows()

    def show_rows(self) -> None:
        """The rows that hold what is typed."""
        if self._index is None:
            self.show_title()
            return
        found = self._index.rows(self.filter_field.value)
        if self.has_class("-wide"):
            replace_rows(self._about, parted(found.names, found.company))
            replace_rows(self.main_list, found.places)
        else:
            replace_rows(self.main_list, parted(found.names, found.places, found.company))
            if self._about.has_focus:
                self.main_list.focus()
        self.show_title()

    def show_title(self) -> None:
        """Name and kind, and how often it is named where."""
        if self._index is None:
            self.title_says("Dossier", self.note)
            return
        dossier = self._index.dossier
        kept = sum(isinstance(row, ContextRow) for row in self.main_list.rows)
        mentions, articles = share(kept, len(dossier.contexts), "mention"), counted(len(dossier.articles), "article")
        self.title_says(
            dossier.entity.name, f"{KIND_NAMES[dossier.entity.type]} · {mentions} in {articles}  {self.note}".rstrip()
        )

    # Commands --------------------------------------------------------------------------------------------------------

    @on(RowList.Selected)
    def _select(self, message: RowList.Selected) -> None:
        row = message.row
        if isinstance(row, ContextRow):
            self.dismiss(Mentioned(row.context.document, row.context.start, row.context.end))
        elif isinstance(row, SayingRow):
            self.dismiss(Mentioned(row.saying.document, row.saying.quote.start, row.saying.quote.end))
        elif isinstance(row, StatementRow):
            self.dismiss(Mentioned(row.statement.document, *row.statement.mention))
        elif isinstance(row, NameRow):
            # The filter shows what holds; the keys stay with the lines.
            self.filter_field.value = row.form
            self.add_class("-filter")
        elif isinstance(row, CompanionRow):
            self._open_dossier(row.companion.entity.id)

    def _open_dossier(self, entity_id: str) -> None:
        self.app.push_screen(DossierScreen(self.library, entity_id), self._came_back)

    def _came_back(self, place: Mentioned | None) -> None:
        """A place chosen in the dossier of a companion leads to the article from here too."""
        if place is not None:
            self.dismiss(place)

    def action_naming(self) -> None:
        """What the articles call it, and whom it is named with."""
        from tui.screens.lists.naming import NamingScreen, entity_scopes

        scopes = entity_scopes(self.library, self._entity)
        self.app.push_screen(NamingScreen(self.library, scopes, first=self._entity), self._came_back)

    # The keys of moving are those of an article.

    def action_line_down(self) -> None:
        """The next row."""
        self.action_cursor_down()

    def action_line_up(self) -> None:
        """The row before."""
        self.action_cursor_up()

    def action_half_down(self) -> None:
        """As a page: rows are short."""
        self.action_page_down()

    def action_half_up(self) -> None:
        """As a page: rows are short."""
        self.action_page_up()

    def action_top(self) -> None:
        """The first row."""
        self.action_first()

    def action_bottom(self) -> None:
        """The last row."""
        self.action_last()

    def action_copy(self) -> None:
        """Copy the mention or saying under the cursor with its citation."""
        row = self.keyed_list.chosen
        if isinstance(row, ContextRow):
            context = row.context
            text = one_line(f"{context.left}{context.surface}{context.right}")
            cited = f"“{text}” ({context.document}, {context.start}–{context.end})"
        elif isinstance(row, SayingRow):
            quote = row.saying.quote
            cited = f"“{one_line(row.saying.text)}” ({row.saying.document}, {quote.start}–{quote.end})"
        elif isinstance(row, StatementRow):
            one = row.statement
            cited = f"“{one_line(one.text)}” ({one.document}, {one.start}–{one.end})"
        else:
            return
        self.app.copy_to_clipboard(cited)
        self.notify("Copied with its citation.", markup=False)
