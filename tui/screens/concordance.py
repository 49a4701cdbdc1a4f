"""The concordance: every occurrence of a query in all articles, aligned on the match, and how they spread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import Worker, get_current_worker

from index.errors import Cancelled, ReaderError
from tui.commands import bindings
from tui.screens.dossier import Mentioned
from tui.screens.working import Working
from tui.widgets.columns import Line, Piece, fit, one_line
from tui.widgets.concordance_rows import (
    ORDER_NAMES,
    ORDERS,
    OccurrenceRow,
    Order,
    PlotRow,
    arranged,
    occurrence_rows,
    plot_rows,
    plots_kept,
    strip_text,
)
from tui.widgets.filter_field import FilterField
from tui.widgets.footer import Footer
from tui.widgets.pieces import Lines
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from index.library import Library
    from index.search.concordance import Concordance

_PROGRESS_AFTER = 0.2


class ConcordanceScreen(Working, Screen[Mentioned | None]):
    """Gives the place that was chosen, None where none was."""

    DEFAULT_CSS = """
    ConcordanceScreen {
        #concordance-title { height: 1; padding: 0 1; background: $panel; }
        FilterField { display: none; }
        &.-filter FilterField { display: block; }
        #concordance-rows { height: 1fr; margin: 1 0 0 0; }
        #concordance-about { height: 2; padding: 0 1; background: $background; }
        &.-short #concordance-rows { margin: 0; }
        &.-short #concordance-about { display: none; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("concordance"))

    @dataclass
    class Gathered(Message):
        """What is there so far; the last one has looked at everything."""

        concordance: Concordance
        rows: tuple[OccurrenceRow, ...]
        final: bool

    @dataclass
    class Failed(Message):
        """There is no concordance."""

        problem: str

    def __init__(self, library: Library, query: str) -> None:
        super().__init__()
        self._library = library
        self._query = query
        self._found: Concordance | None = None
        self._occurrences: tuple[OccurrenceRow, ...] = ()
        self._plots: dict[str, PlotRow] = {}
        self._final = False
        self._order: Order = "rank"
        self._spread = False
        self._note = ""
        self._working: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """Title, filter, list, and the article under the cursor."""
        yield Lines(id="concordance-title")
        yield FilterField("Show only lines with …")
        yield RowList(id="concordance-rows")
        yield Lines(id="concordance-about")
        yield Footer("concordance", self._library.settings.keys)

    def on_mount(self) -> None:
        """Gathering begins at once, off the screen's thread."""
        self._rows.focus()
        self._show_title()
        self._working = self._gather()
        self.set_timer(_PROGRESS_AFTER, self._say_busy)

    def on_resize(self) -> None:
        """On a low terminal the list has all the lines."""
        self.set_class(self.size.height < 16, "-short")

    @property
    def _rows(self) -> RowList:
        return self.query_one(RowList)

    @property
    def _field(self) -> FilterField:
        return self.query_one(FilterField)

    # Gathering -------------------------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="concordance", exit_on_error=False)
    def _gather(self) -> None:
        worker = get_current_worker()
        rows: list[OccurrenceRow] = []

        def told(found: Concordance, final: bool = False) -> None:
            titles = {plot.document: plot.title for plot in found.plots}
            rows.extend(occurrence_rows(found.occurrences[len(rows) :], titles))
            if not worker.is_cancelled:
                self.post_message(self.Gathered(found, tuple(rows), final))

        try:
            told(self._library.concordance(self._query, told, lambda: worker.is_cancelled, typing=True), final=True)
        except Cancelled:
            return
        except ReaderError as problem:
            self.post_message(self.Failed(str(problem)))

    def _say_busy(self) -> None:
        if self._found is None and not self._note:
            self._note = "Gathering …  Esc stops it"
            self._show_title()

    @on(Gathered)
    def _take(self, message: Gathered) -> None:
        # While more is coming, the list grows at its end: sorting would move what is being read.
        if not message.final and self._occurrences and self._order != "rank":
            self._found = message.concordance
            self._show_title()
            return
        self._found, self._occurrences, self._final = message.concordance, message.rows, message.final
        self._plots = {row.plot.document: row for row in plot_rows(message.concordance)}
        self._note = ""
        self._show()

    @on(Failed)
    def _fail(self, message: Failed) -> None:
        self._note = message.problem
        self._show_title()

    # Showing ---------------------------------------------------------------------------------------------------------

    def _show(self, *, from_top: bool = False) -> None:
        """The rows that hold now; the cursor stays on its row where that is still shown."""
        chosen = None if from_top else self._rows.chosen
        rows: tuple[OccurrenceRow, ...] | tuple[PlotRow, ...]
        if self._spread:
            rows = plots_kept(tuple(self._plots.values()), self._field.value)
        else:
            rows = arranged(self._occurrences, self._order, self._field.value)
        cursor = next((index for index, row in enumerate(rows) if row == chosen), 0) if chosen is not None else 0
        self._rows.set_rows(rows, cursor)
        self._show_title()
        self._show_about()

    def _show_title(self) -> None:
        found = self._found
        said = self._note
        if found is not None:
            all_, shown = len(found.occurrences), len(self._rows.rows)
            articles = len(found.plots)
            counted = (
                f"{all_:,} occurrence{'' if all_ == 1 else 's'} in {articles:,} article{'' if articles == 1 else 's'}"
            )
            parts = [f"the first {counted}" if found.cut else counted]
            if shown != (articles if self._spread else len(self._occurrences)):
                parts.insert(0, f"{shown:,} of")
            said = " ".join(parts)
            if not self._final:
                said += f" · {found.looked:,} of {found.total:,} articles looked at"
            elif not self._spread:
                said += f" · {ORDER_NAMES[self._order]}"
        query = one_line(found.query if found is not None else self._query)

        def lines(width: int) -> tuple[Line, ...]:
            # What is said goes before a long query.
            room = max(12, width - len(said) - 2)
            return ((Piece(fit(query, room).rstrip(), "row--strong"), Piece(f"  {one_line(said)}", "row--muted")),)

        self.query_one("#concordance-title", Lines).show(lines)

    def _show_about(self) -> None:
        """The article of the row under the cursor, and where in it the occurrences stand."""
        row = self._rows.chosen
        path = (
            row.occurrence.document
            if isinstance(row, OccurrenceRow)
            else row.plot.document
            if isinstance(row, PlotRow)
            else ""
        )
        about = self._plots.get(path)

        def lines(width: int) -> tuple[Line, ...]:
            if about is None:
                return ()
            number = len(about.plot.spans)
            count = f"  {number} here  {path}"
            title = fit(one_line(about.plot.title), max(8, width - len(count))).rstrip()
            return (
                (Piece(title, "row--strong"), Piece(count, "row--muted")),
                (Piece(strip_text(about.plot.strip(width)), "row--accent"),),
            )

        self.query_one("#concordance-about", Lines).show(lines)

    @on(RowList.Highlighted)
    def _moved(self) -> None:
        self._show_about()

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
        self._rows.focus()

    def action_sort(self) -> None:
        """The next order; the occurrences are shown again where the spread was."""
        if self._spread:
            self._spread = False
        else:
            self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._show(from_top=True)

    def action_plot(self) -> None:
        """The spread over the articles, or the occurrences again."""
        self._spread = not self._spread
        self._show(from_top=True)

    @on(RowList.Selected)
    def _select(self, message: RowList.Selected) -> None:
        row = message.row
        if isinstance(row, OccurrenceRow):
            self._leave(Mentioned(row.occurrence.document, row.occurrence.start, row.occurrence.end))
        elif isinstance(row, PlotRow):
            self._leave(Mentioned(row.plot.document, *row.plot.spans[0]))

    def _leave(self, place: Mentioned | None) -> None:
        """A concordance that is still being gathered is stopped."""
        if self._working is not None:
            self._working.cancel()
        self.dismiss(place)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        self._rows.action_choose()

    def action_cursor_down(self) -> None:
        """The next row, from the filter too."""
        self._rows.action_cursor_down()

    def action_cursor_up(self) -> None:
        """The row before, from the filter too."""
        self._rows.action_cursor_up()

    def action_page_down(self) -> None:
        """A page of rows down."""
        self._rows.action_page_down()

    def action_page_up(self) -> None:
        """A page of rows up."""
        self._rows.action_page_up()

    def action_first(self) -> None:
        """The first row."""
        self._rows.action_first()

    def action_last(self) -> None:
        """The last row."""
        self._rows.action_last()

    def action_copy(self) -> None:
        """Copy the occurrence under the cursor with its citation."""
        row = self._rows.chosen
        if isinstance(row, OccurrenceRow):
            one = row.occurrence
            text = one_line(f"{one.left}{one.surface}{one.right}")
            self.app.copy_to_clipboard(f"“{text}” ({one.document}, {one.start}–{one.end})")
            self.notify("Copied with its citation.", markup=False)

    def action_close(self) -> None:
        """Clear the filter; without one, leave."""
        if self.has_class("-filter"):
            self._field.value = ""
            self.remove_class("-filter")
            self._rows.focus()
            return
        self._leave(None)
