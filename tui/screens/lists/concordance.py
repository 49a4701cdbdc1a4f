"""The concordance: every occurrence of a query in all articles, aligned on the match, and how they spread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from index.wording import counted
from tui.commands import bindings
from tui.screens.lists.dossier import Mentioned
from tui.screens.lists.gathering import LOW, GatheringScreen
from tui.widgets.columns import Line, Piece, fit, one_line
from tui.widgets.filter_field import FilterField
from tui.widgets.footer import Footer
from tui.widgets.pieces import Lines
from tui.widgets.row_list import RowList
from tui.widgets.rows.concordance import (
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

if TYPE_CHECKING:
    from index.library import Library
    from index.search.concordance import Concordance
    from index.search.model import Cancel
    from tui.screens.coming_back import Kept, Left


class ConcordanceScreen(GatheringScreen[Mentioned]):
    """Gives the place that was chosen, None where none was."""

    DEFAULT_CSS = """
    ConcordanceScreen {
        #concordance-rows { height: 1fr; margin: 1 0 0 0; }
        #concordance-about { height: 2; padding: 0 1; background: $background; }
        &.-short #concordance-rows { margin: 0; }
        &.-short #concordance-about { display: none; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("concordance"))
    comes_as = "concordance"
    stands_by: ClassVar[Kept] = {"_order": ORDERS, "_spread": (False, True)}

    @dataclass(eq=False, repr=False)
    class Gathered(Message):
        """What is there so far; the last one has looked at everything."""

        concordance: Concordance
        rows: tuple[OccurrenceRow, ...]
        final: bool

    def __init__(self, library: Library, query: str) -> None:
        super().__init__(library)
        self._query = query
        self._found: Concordance | None = None
        self._occurrences: tuple[OccurrenceRow, ...] = ()
        self._plots: dict[str, PlotRow] = {}
        self._final = False
        self._order: Order = "rank"
        self._spread = False

    def compose(self) -> ComposeResult:
        """Title, filter, list, and the article under the cursor."""
        yield self.title_lines
        yield FilterField("Show only lines with …")
        yield RowList(id="concordance-rows")
        yield Lines(id="concordance-about")
        yield Footer("concordance", self.library.settings.keys)

    @property
    def shows(self) -> str:
        """The query."""
        return self._query

    @property
    def settled(self) -> bool:
        """Whether all occurrences are there."""
        return self._final

    def open_again(self, left: Left) -> None:
        """The key words of the articles found."""
        if left.name == "keywords":
            self.action_words()

    def on_resize(self) -> None:
        """On a low terminal the list has all the lines."""
        self.set_class(self.size.height < LOW, "-short")

    @property
    def query_shown(self) -> str:
        """The query that the occurrences are of: narrowed and corrected, where it was."""
        return self._found.query if self._found is not None else self._query

    # Gathering -------------------------------------------------------------------------------------------------------

    @property
    def has_gathered(self) -> bool:
        """Whether some articles were looked at."""
        return self._found is not None

    def gather(self, cancelled: Cancel) -> None:
        """Tells of the occurrences as they are found."""
        rows: list[OccurrenceRow] = []

        def told(found: Concordance, final: bool = False) -> None:
            titles = {plot.document: plot.title for plot in found.plots}
            rows.extend(occurrence_rows(found.occurrences[len(rows) :], titles))
            if not cancelled():
                self.post_message(self.Gathered(found, tuple(rows), final))

        told(self.library.concordance(self._query, told, cancelled, typing=True), final=True)

    @on(Gathered)
    def _take(self, message: Gathered) -> None:
        # While more is coming, the list grows at its end: sorting would move what is being read.
        if not message.final and (self._occurrences or self.came_back is not None) and self._order != "rank":
            self._found = message.concordance
            self.show_title()
            return
        self._found, self._occurrences, self._final = message.concordance, message.rows, message.final
        self._plots = {row.plot.document: row for row in plot_rows(message.concordance)}
        self.note = ""
        self.show_rows()

    # Showing ---------------------------------------------------------------------------------------------------------

    def show_rows(self, *, from_top: bool = False) -> None:
        """The rows that hold now; the cursor stays on its row where that is still shown."""
        chosen = None if from_top else self.main_list.chosen
        rows: tuple[OccurrenceRow, ...] | tuple[PlotRow, ...]
        if self._spread:
            rows = plots_kept(tuple(self._plots.values()), self.filter_field.value)
        else:
            rows = arranged(self._occurrences, self._order, self.filter_field.value)
        cursor = next((index for index, row in enumerate(rows) if row == chosen), 0) if chosen is not None else 0
        self.main_list.set_rows(rows, cursor)
        self.show_title()
        self._show_about()

    def show_title(self) -> None:
        """The query, and how much of it was found."""
        found = self._found
        said = self.note
        if found is not None:
            all_, shown = len(found.occurrences), len(self.main_list.rows)
            articles = len(found.plots)
            number = f"{counted(all_, 'occurrence')} in {counted(articles, 'article')}"
            parts = [f"the first {number}" if found.cut else number]
            if shown != (articles if self._spread else len(self._occurrences)):
                parts.insert(0, f"{shown:,} of")
            said = " ".join(parts)
            if not self._final:
                said += f" · {found.looked:,} of {counted(found.total, 'article')} looked at"
            elif not self._spread:
                said += f" · {ORDER_NAMES[self._order]}"
        self.title_says(self.query_shown, said)

    def _show_about(self) -> None:
        """The article of the row under the cursor, and where in it the occurrences stand."""
        row = self.main_list.chosen
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

    def action_sort(self) -> None:
        """The next order; the occurrences are shown again where the spread was."""
        if self._spread:
            self._spread = False
        else:
            self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.show_rows(from_top=True)

    def action_words(self) -> None:
        """The key words of the articles found; one that is chosen narrows the search that they are of."""
        from tui.screens.lists.keywords import KeyWordsScreen

        def chosen(query: str | None) -> None:
            if query is not None:
                self._query = query + " "
                self._final = False
                self.show_title()
                self.start_gathering()

        self.app.push_screen(KeyWordsScreen(self.library, self._query), chosen)

    def action_plot(self) -> None:
        """The spread over the articles, or the occurrences again."""
        self._spread = not self._spread
        self.show_rows(from_top=True)

    @on(RowList.Selected)
    def _select(self, message: RowList.Selected) -> None:
        row = message.row
        if isinstance(row, OccurrenceRow):
            self.leave(Mentioned(row.occurrence.document, row.occurrence.start, row.occurrence.end))
        elif isinstance(row, PlotRow):
            self.leave(Mentioned(row.plot.document, *row.plot.spans[0]))

    def action_copy(self) -> None:
        """Copy the occurrence under the cursor with its citation."""
        row = self.main_list.chosen
        if isinstance(row, OccurrenceRow):
            one = row.occurrence
            text = one_line(f"{one.left}{one.surface}{one.right}")
            self.app.copy_to_clipboard(f"“{text}” ({one.document}, {one.start}–{one.end})")
            self.notify("Copied with its citation.", markup=False)
