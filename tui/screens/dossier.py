"""The dossier of one entity: its names, who it is named with, every mention in context, what it said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import Worker, get_current_worker

from index.errors import Cancelled, ReaderError
from tui.commands import bindings
from tui.screens.correcting import Correcting
from tui.screens.working import Working
from tui.widgets.columns import Line, Piece, one_line
from tui.widgets.dossier_rows import TYPE_NAMES, CompanionRow, ContextRow, DossierIndex, NameRow, SayingRow
from tui.widgets.filter_field import FilterField
from tui.widgets.footer import Footer
from tui.widgets.pieces import Lines
from tui.widgets.row_list import Row, RowList, parted

if TYPE_CHECKING:
    from index.entities.model import Entity
    from index.library import Library

_TWO_COLUMNS_FROM = 130
_PROGRESS_AFTER = 0.2


class Mentioned(NamedTuple):
    """A place in an article that a dossier led to."""

    document: str
    start: int
    end: int


class DossierScreen(Working, Correcting, Screen[Mentioned | None]):
    """Gives the place that was chosen, None where none was."""

    DEFAULT_CSS = """
    DossierScreen {
        #dossier-title { height: 1; padding: 0 1; background: $panel; }
        FilterField { display: none; }
        &.-filter FilterField { display: block; }
        #dossier-body { height: 1fr; layout: horizontal; padding: 1 0 0 0; }
        &.-short #dossier-body { padding: 0; }
        #dossier-about { display: none; width: 2fr; border-right: solid $panel; }
        #dossier-places { width: 3fr; }
        &.-wide #dossier-about { display: block; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("dossier"))

    @dataclass
    class Gathered(Message):
        """The dossier is complete."""

        index: DossierIndex

    @dataclass
    class Failed(Message):
        """There is no dossier."""

        problem: str

    def __init__(self, library: Library, entity_id: str) -> None:
        super().__init__()
        self._library = library
        self._entity = entity_id
        self._index: DossierIndex | None = None
        self._note = ""
        self._working: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """Title, filter, and one or two lists."""
        yield Lines(id="dossier-title")
        yield FilterField("Show only lines with …")
        with Container(id="dossier-body"):
            yield RowList(id="dossier-about")
            yield RowList(id="dossier-places")
        yield Footer("dossier", self._library.settings.keys)

    def on_mount(self) -> None:
        """Gathering begins at once, off the screen's thread."""
        self._places.focus()
        self._show_title()
        self._working = self._gather()
        self.set_timer(_PROGRESS_AFTER, self._say_busy)

    @property
    def _about(self) -> RowList:
        return self.query_one("#dossier-about", RowList)

    @property
    def _places(self) -> RowList:
        return self.query_one("#dossier-places", RowList)

    @property
    def _field(self) -> FilterField:
        return self.query_one(FilterField)

    # Gathering -------------------------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="dossier", exit_on_error=False)
    def _gather(self) -> None:
        worker = get_current_worker()
        try:
            dossier = self._library.dossier(self._entity, lambda: worker.is_cancelled)
            message: Message = self.Gathered(DossierIndex(dossier))
        except Cancelled:
            return
        except ReaderError as problem:
            message = self.Failed(str(problem))
        if not worker.is_cancelled:
            self.post_message(message)

    def _say_busy(self) -> None:
        if self._index is None and not self._note:
            self._note = "Gathering …  Esc stops it"
            self._show_title()

    @on(Gathered)
    def _take(self, message: Gathered) -> None:
        self._index, self._note = message.index, ""
        self._show()

    @on(Failed)
    def _fail(self, message: Failed) -> None:
        self._note = message.problem
        self._show_title()

    # Correcting ------------------------------------------------------------------------------------------------------

    @property
    def corrected_library(self) -> Library:
        """The library of the dossier."""
        return self._library

    def entity_to_correct(self) -> Entity | None:
        """Whom the dossier is of."""
        return self._library.entity(self._entity)

    def corrected(self, entity_id: str | None) -> None:
        """Gather the dossier anew; where there is nobody any more, leave."""
        if entity_id is None:
            self.dismiss(None)
        else:
            self._entity = entity_id
            self._working = self._gather()

    # Showing ---------------------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Two lists where there is room, else one after the other in one list; the cursor stays on its row."""
        wide = self.size.width >= _TWO_COLUMNS_FROM
        self.set_class(self.size.height < 20, "-short")
        if wide != self.has_class("-wide"):
            self.set_class(wide, "-wide")
            self._show()

    def _show(self) -> None:
        self._show_title()
        if self._index is None:
            return
        found = self._index.rows(self._field.value)
        if self.has_class("-wide"):
            _replace(self._about, parted(found.names, found.company))
            _replace(self._places, found.places)
        else:
            _replace(self._places, parted(found.names, found.places, found.company))
            if self._about.has_focus:
                self._places.focus()

    def _show_title(self) -> None:
        line = [Piece("Dossier", "row--strong")]
        if self._index is not None:
            dossier = self._index.dossier
            articles = len(dossier.articles)
            note = f"{len(dossier.contexts)} mentions in {articles} article{'' if articles == 1 else 's'}"
            line = [
                Piece(one_line(dossier.entity.name), "row--strong"),
                Piece(f"  {TYPE_NAMES[dossier.entity.type]} · {note}", "row--muted"),
            ]
        if self._note:
            line.append(Piece(f"  {one_line(self._note)}", "row--muted"))
        shown: Line = tuple(line)
        self.query_one("#dossier-title", Lines).show(lambda width: (shown,))

    # Commands --------------------------------------------------------------------------------------------------------

    @on(Input.Changed)
    def _filter(self) -> None:
        self._show()

    def action_filter(self) -> None:
        """Give the keys to the filter."""
        self.add_class("-filter")
        self._field.focus()

    @on(Input.Submitted)
    def _filtered(self) -> None:
        if not self._field.value:
            self.remove_class("-filter")
        self._places.focus()

    @on(RowList.Selected)
    def _select(self, message: RowList.Selected) -> None:
        row = message.row
        if isinstance(row, ContextRow):
            self.dismiss(Mentioned(row.context.document, row.context.start, row.context.end))
        elif isinstance(row, SayingRow):
            self.dismiss(Mentioned(row.saying.document, row.saying.quote.start, row.saying.quote.end))
        elif isinstance(row, NameRow):
            self._field.value = row.form
            self.action_filter()
        elif isinstance(row, CompanionRow):
            self.app.push_screen(DossierScreen(self._library, row.companion.entity.id), self._came_back)

    def _came_back(self, place: Mentioned | None) -> None:
        """A place chosen in the dossier of a companion leads to the article from here too."""
        if place is not None:
            self.dismiss(place)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        self._list.action_choose()

    @property
    def _list(self) -> RowList:
        return self._about if self._about.has_focus else self._places

    def action_line_down(self) -> None:
        """The next row, from the filter too."""
        self._list.action_cursor_down()

    def action_line_up(self) -> None:
        """The row before, from the filter too."""
        self._list.action_cursor_up()

    def action_page_down(self) -> None:
        """A page of rows down."""
        self._list.action_page_down()

    def action_page_up(self) -> None:
        """A page of rows up."""
        self._list.action_page_up()

    def action_half_down(self) -> None:
        """As a page: rows are short."""
        self._list.action_page_down()

    def action_half_up(self) -> None:
        """As a page: rows are short."""
        self._list.action_page_up()

    def action_top(self) -> None:
        """The first row."""
        self._list.action_first()

    def action_bottom(self) -> None:
        """The last row."""
        self._list.action_last()

    def action_copy(self) -> None:
        """Copy the mention or saying under the cursor with its citation."""
        row = self._list.chosen
        if isinstance(row, ContextRow):
            context = row.context
            text = one_line(f"{context.left}{context.surface}{context.right}")
            cited = f"“{text}” ({context.document}, {context.start}–{context.end})"
        elif isinstance(row, SayingRow):
            quote = row.saying.quote
            cited = f"“{one_line(row.saying.text)}” ({row.saying.document}, {quote.start}–{quote.end})"
        else:
            return
        self.app.copy_to_clipboard(cited)
        self.notify("Copied with its citation.", markup=False)

    def action_close(self) -> None:
        """Clear the filter; without one, leave.  A dossier that is still being gathered is stopped."""
        if self.has_class("-filter"):
            self._field.value = ""
            self.remove_class("-filter")
            self._places.focus()
            return
        if self._working is not None:
            self._working.cancel()
        self.dismiss(None)


def _replace(rows: RowList, shown: tuple[Row, ...]) -> None:
    """Other rows, with the cursor on the row it was on where that is still shown."""
    chosen = rows.chosen
    cursor = next((index for index, row in enumerate(shown) if row == chosen), 0) if chosen is not None else 0
    rows.set_rows(shown, cursor)
