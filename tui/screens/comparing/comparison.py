"""Two articles side by side: what agrees, what only one tells, what conflicts; and the ledger of all that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from index.documents.model import Span
from tui.citation import cited, copied
from tui.commands import bindings
from tui.new_files import working_folder
from tui.screens.comparing.export import ExportScreen
from tui.screens.comparing.making import ComparingScreen
from tui.screens.lists.articles import ArticlesScreen
from tui.widgets.comparison.export import Format, comparison_stem, rendered
from tui.widgets.comparison.ledger import walk, walk_conflicts
from tui.widgets.comparison.ledger_list import EntryRow, row_of
from tui.widgets.comparison.strip import wanted_height
from tui.widgets.pane.document import Highlight, Place
from tui.widgets.pane.moves import PaneMoves, next_width
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from index.library import Library
    from tui.screens.coming_back import Kept, Left, Standing
    from tui.widgets.pane.document import DocumentPane

_STACKED_BELOW = 100
_LEDGER_BESIDE_FROM = 150
_ONE_PANE_BELOW = 20
"""A stacked comparison on fewer lines than this shows one side at a time."""
_NAMES_ORDER = 1


class ComparisonScreen(PaneMoves, ComparingScreen):
    """The comparison of the articles `a` and `b`, paths of the library's corpus."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("comparison"))
    comes_as = "comparison"
    stands_by: ClassVar[Kept] = {"_layout": ("", "beside", "stacked"), "_shows_names": (False, True)}

    def __init__(self, library: Library, a: str, b: str) -> None:
        super().__init__(library, a, b)
        self._layout = ""
        """How the articles are to stand at any width; "": as there is room."""
        self._shows_names = False

    # Coming back -----------------------------------------------------------------------------------------------------

    @property
    def shows(self) -> str:
        """The articles."""
        return "\n".join(self.paths)

    @property
    def settled(self) -> bool:
        """Whether the articles are compared."""
        return self.compared is not None

    def standing(self) -> dict[str, object]:
        """Where each side is being read, which leads, the finding that is looked at, and what of the screen is open."""
        panes = self.panes
        return {
            **super().standing(),
            "places": [number for pane in panes.panes.values() for number in pane.place],
            "leading": panes.leading,
            "in_step": panes.in_step,
            "width": panes.lead.reading_width,
            "finding": [self.current, len(self.entries)] if self.current is not None else [],
            "ledger": self.has_class("-ledger"),
            "ledger_keys": self.rows.has_focus,
        }

    def take_up(self, standing: Standing) -> None:
        """The places are known before the articles are read."""
        super().take_up(standing)
        match self.was_left("places", []):
            case [int(at), int(blanks), int(other), int(others)] if min(at, blanks, other, others) >= 0:
                pairs = zip(self.paths, (Place(at, blanks), Place(other, others)), strict=True)
                self._places = dict(pairs)

    def on_mount(self) -> None:
        """How the sides are moved is known before they show anything."""
        self.panes.in_step = self.was_left("in_step", True)
        if self.was_left("leading", "") == "b":
            self.panes.set_leading("b")
        width = self.was_left("width", -1)
        if width >= 0:
            self.panes.set_reading_width(width)

    def compared_again(self) -> None:
        """As it stood, once; names that are shown stay so in every comparison that is made."""
        if self._shows_names:
            self._mark_names()
        if self.came_back is None:
            return
        self.set_class(self.was_left("ledger", False), "-ledger")
        (self.rows if self.was_left("ledger_keys", False) else self.panes.lead).focus()
        finding = self.was_left("finding", [])
        self.came_back = None
        if len(finding) == 2 and finding[1] == len(self.entries) and finding[0] in range(len(self.entries)):
            self._go(finding[0])
        self.call_after_refresh(self._settle)

    def open_again(self, left: Left) -> None:
        """The list of articles that one of them can be compared with."""
        if left.name == "articles":
            self.action_compare()

    # The shape of the screen -----------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Stacked where two columns would be too narrow; what is being read stays where it is."""
        self._shape()

    def _shape(self) -> None:
        width, height = self.size
        stacked = self._stacked
        short = height < _ONE_PANE_BELOW
        self.set_class(short, "-short")
        self.strip.styles.height = 3 if short else wanted_height(width, height)
        self.set_class(width >= _LEDGER_BESIDE_FROM and not short, "-beside")
        self.panes.set_class(stacked, "-stacked")
        self.panes.set_class(stacked and short, "-one")
        self.call_after_refresh(self._settle)

    @property
    def _stacked(self) -> bool:
        """Whether the articles stand one above the other."""
        return self._layout == "stacked" if self._layout else self.size.width < _STACKED_BELOW

    def _settle(self) -> None:
        self.panes.align()
        self.say()

    def action_flip_layout(self) -> None:
        """From side by side to one above the other, or back."""
        wanted = "beside" if self._stacked else "stacked"
        usual = "stacked" if self.size.width < _STACKED_BELOW else "beside"
        self._layout = "" if wanted == usual else wanted
        self._shape()

    def action_toggle_ledger(self) -> None:
        """Show the ledger and give it the keys, or put it away."""
        shown = not self.has_class("-ledger")
        self.set_class(shown, "-ledger")
        (self.rows if shown else self.panes.lead).focus()
        self.call_after_refresh(self._settle)

    # Walking ---------------------------------------------------------------------------------------------------------

    def _go(self, index: int | None, nothing: str = "", *, walks_text: bool = False) -> None:
        if index is None:
            self.tell(nothing)
            return
        self.current, self.walks_text = index, walks_text
        row = row_of(self.rows.rows, index)
        if row is not None:
            self.rows.move_to(row)
        self.panes.go_to(self.entries[index])
        self.say()

    def _is_compared(self) -> bool:
        """Whether there is anything to walk through; says so where there is not yet."""
        if self.compared is None:
            self.tell("There is no comparison to walk through yet")
        return self.compared is not None

    def _walk_conflicts(self, step: int) -> None:
        lead = self.panes.lead
        if self._is_compared():
            index = walk_conflicts(self.entries, lead.side, lead.position, self.current, step)
            self._go(index, "No conflict was found between these two articles.", walks_text=True)

    def action_next_conflict(self) -> None:
        """The next conflict, as the side that leads tells them."""
        self._walk_conflicts(1)

    def action_previous_conflict(self) -> None:
        """The conflict before."""
        self._walk_conflicts(-1)

    def _walk_ledger(self, step: int) -> None:
        if self._is_compared():
            self._go(walk(self.entries, self.current, step), "There is nothing in the ledger.")

    def action_next_finding(self) -> None:
        """The next line of the ledger."""
        self._walk_ledger(1)

    def action_previous_finding(self) -> None:
        """The line of the ledger before."""
        self._walk_ledger(-1)

    @on(RowList.Highlighted)
    def _look(self, message: RowList.Highlighted) -> None:
        """While the ledger has the keys, the panes go along with its cursor."""
        row = message.row
        # A message from before the last step tells of a row that was left already.
        if not (message.moved and message.rows.has_focus and row is message.rows.chosen and isinstance(row, EntryRow)):
            return
        if row.index != self.current:
            self._go(row.index)

    @on(RowList.Selected)
    def _enter(self, message: RowList.Selected) -> None:
        """Enter on a finding goes to its place; on a small screen the ledger makes room for it."""
        if isinstance(message.row, EntryRow):
            if self.has_class("-short"):
                self.remove_class("-ledger")
            self._go(message.row.index)
            self.panes.lead.focus()

    # Moving ----------------------------------------------------------------------------------------------------------

    @property
    def moved_pane(self) -> DocumentPane:
        """The side that leads; the other follows it."""
        return self.panes.lead

    def action_toggle_step(self) -> None:
        """Scroll in step, or each side alone."""
        self.panes.in_step = not self.panes.in_step
        self.panes.follow()
        self.tell("Both sides scroll in step" if self.panes.in_step else "Each side scrolls alone")

    def action_other_side(self) -> None:
        """Give the keys to the other article."""
        self.panes.switch()

    # What is seen of the articles ------------------------------------------------------------------------------------

    def action_toggle_highlights(self) -> None:
        """Show or hide the names of both articles."""
        if self.compared is None:
            return
        self._shows_names = not self._shows_names
        self._mark_names()
        self.tell("Names are shown" if self._shows_names else "Names are hidden")

    def _mark_names(self) -> None:
        done = self.compared
        for side, pane in ((done.a, self.panes.panes["a"]), (done.b, self.panes.panes["b"])) if done else ():
            named = side.annotations.mentions if self._shows_names else ()
            pane.set_layer("names", (Highlight(one.start, one.end, one.type.lower()) for one in named), _NAMES_ORDER)

    def action_reading_width(self) -> None:
        """The next reading width, for both."""
        width = next_width(self.panes.lead.reading_width)
        self.panes.set_reading_width(width)
        self.tell(f"Lines of {width} characters" if width else "Lines as wide as there is room")
        self.call_after_refresh(self._settle)

    def action_copy(self) -> None:
        """Copy what is selected, else the wordings of the finding or the passage being read, each with its citation."""
        found = self._to_copy()
        texts = [cited(pane.document, span) for pane, span in found if pane.document is not None]
        if texts:
            self.app.copy_to_clipboard("\n\n".join(texts))
            said = "Copied with its citation" if len(texts) == 1 else "Both wordings copied with their citations"
            self.tell(said + ", but for the end of what is too long" * any(copied(span) != span for _, span in found))

    def _to_copy(self) -> list[tuple[DocumentPane, Span]]:
        panes = self.panes.panes
        selected = [(pane, pane.selected) for pane in panes.values()]
        if self.current is not None and not any(span for _, span in selected):
            entry = self.entries[self.current]
            selected = [(panes["a"], entry.a_sentence), (panes["b"], entry.b_sentence)]
        elif not any(span for _, span in selected) and (passage := self.panes.lead.lead_passage) is not None:
            selected = [(self.panes.lead, Span(passage.start, passage.end))]
        return [(pane, span) for pane, span in selected if span is not None]

    # Sides, report, leaving ------------------------------------------------------------------------------------------

    def action_swap_sides(self) -> None:
        """The left article goes to the right; each stays where it was being read, and the same one leads."""
        a, b = self.paths
        self.start(b, a)
        self.panes.set_leading("b" if self.panes.leading == "a" else "a")
        self.panes.lead.focus()

    def action_compare(self) -> None:
        """Choose another article to stand beside the one that leads."""
        leading = self.panes.leading if self.is_mounted else self.was_left("leading", "a")
        path = self.paths[1] if leading == "b" else self.paths[0]

        def chosen(other: str | None) -> None:
            if other is not None:
                self.start(path, other)
                self.panes.set_leading("a")

        self.app.push_screen(ArticlesScreen(self.library, compare_with=path), chosen)

    def action_export(self) -> None:
        """Ask for a name and a format, and write the report."""
        if (done := self.compared) is None:
            self.tell("There is nothing to export yet")
            return

        def written(file: Path | None) -> None:
            if file is not None:
                self.tell(f"Written to {file}")

        def render(form: Format) -> str:
            return rendered(form, done.comparison, done.a, done.b)

        stem = comparison_stem(done.comparison.a, done.comparison.b)
        self.app.push_screen(ExportScreen("Export the comparison", stem, render, working_folder()), written)

    def action_close(self) -> None:
        """Put the ledger away; without it, leave.  A comparison that is still being made is stopped."""
        if self.has_class("-ledger") and (self.rows.has_focus or self.has_class("-short")):
            self.action_toggle_ledger()
            return
        self.stop()
        self.dismiss(None)
