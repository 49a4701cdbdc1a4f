"""What screens have in common whose rows are gathered off their thread: title, filter, lists, and leaving."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Generic, TypeVar

from textual import events, on, work
from textual.message import Message
from textual.widgets import Input
from textual.worker import Worker, get_current_worker

from index.errors import Cancelled, ReaderError
from tui.screens.closed_once import ClosedOnce
from tui.screens.coming_back import ComesBack
from tui.screens.lists.names_so_far import names_so_far
from tui.screens.moving_rows import MovingRows
from tui.screens.working import Working
from tui.widgets.columns import Line, Piece, cells, fit, one_line, wrap
from tui.widgets.filter_field import FilterField
from tui.widgets.filtering import NOTHING_KEPT
from tui.widgets.footer import Footer
from tui.widgets.pieces import Lines
from tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.library import Library
    from index.search.model import Cancel

_PROGRESS_AFTER = 0.2
_SAY_EVERY = 0.2
"""Seconds between two words on how many articles are read."""
LOW = 16
"""Rows of a screen below which the list has all the lines there are."""
_NAME_LINES, _SAID_LINES = 2, 3
"""Lines that a title takes at most, for its name and for what is said."""

Given = TypeVar("Given")


class GatheringScreen(MovingRows, Working, ClosedOnce, ComesBack, Generic[Given]):
    """A screen that gathers its rows when it opens.

    A subclass composes `self.title_lines`, a `FilterField` where it filters, and at least one list; says in
    `gather` what is gathered and in `show_rows` how it is shown.
    """

    DEFAULT_CSS = """
    GatheringScreen {
        .gathering--title { height: auto; min-height: 1; padding: 0 1; background: $panel; }
        FilterField { display: none; }
        &.-filter FilterField { display: block; }
    }
    """

    busy_note = "Gathering …  Esc stops it"
    """What the title says while nothing is there yet."""

    @dataclass(eq=False, repr=False)
    class Failed(Message):
        """There is nothing to show."""

        problem: str

    @dataclass(eq=False, repr=False)
    class Reading(Message):
        """Articles read, and articles to read."""

        done: int
        total: int

        def can_replace(self, message: Message) -> bool:
            """Of several waiting, the last is enough."""
            return isinstance(message, GatheringScreen.Reading)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.note = ""
        self.names_so_far = ""
        """While names are still being found: in how many of the articles they are."""
        self.title_lines = Lines(classes="gathering--title")
        self._working: Worker[None] | None = None

    def on_mount(self) -> None:
        """Gathering begins at once, off the screen's thread."""
        self.main_list.focus()
        if self.came_back is not None:
            self.stand_again()
        self.show_title()
        self.start_gathering()
        self.set_timer(_PROGRESS_AFTER, self._say_busy)

    # What a subclass says --------------------------------------------------------------------------------------------

    def gather(self, cancelled: Cancel) -> None:
        """Gathers in a thread of its own, and posts a message with what is there.  May raise any `ReaderError`."""
        raise NotImplementedError

    @property
    def has_gathered(self) -> bool:
        """Whether something is there to be shown."""
        raise NotImplementedError

    def show_title(self) -> None:
        """Shows the title, with `note` where it says something."""
        raise NotImplementedError

    def show_rows(self) -> None:
        """Shows the rows that hold what the filter says."""

    @property
    def main_list(self) -> RowList:
        """The list that the keys go to."""
        return self.query_one(RowList)

    @property
    def keyed_list(self) -> RowList:
        """The list that has the keys, where there are several."""
        return self.main_list

    # Coming back -----------------------------------------------------------------------------------------------------

    @property
    def settled(self) -> bool:
        """Whether the rows are there, those of last time too."""
        return self.has_gathered

    def standing(self) -> dict[str, object]:
        """The filter and the row under the cursor, besides what a subclass keeps."""
        fields = self.query(FilterField)
        typed = fields.first().value if fields else ""
        return {**super().standing(), "filter": typed, "row": self.main_list.cursor or 0}

    def stand_again(self) -> None:
        """The filter is typed again; the cursor waits for its row."""
        if typed := self.was_left("filter", ""):
            with self.prevent(Input.Changed):
                self.filter_field.value = typed
            self.add_class("-filter")
            self._say_none_kept()
        self.main_list.wait_for(self.was_left("row", 0))

    # Gathering -------------------------------------------------------------------------------------------------------

    def start_gathering(self) -> None:
        """Gathers anew; what was being gathered is stopped."""
        self._working = self._gather()

    @work(thread=True, exclusive=True, group="gather", exit_on_error=False)
    def _gather(self) -> None:
        worker = get_current_worker()
        try:
            self.names_so_far = names_so_far(self.library)  # before: what is gathered rests on no fewer
            self.gather(lambda: worker.is_cancelled)
        except Cancelled:
            return
        except ReaderError as problem:
            if not worker.is_cancelled:
                self.post_message(self.Failed(str(problem)))

    def _say_busy(self) -> None:
        if not self.has_gathered and not self.note:
            self.note = self.busy_note
            self.show_title()

    def reading(self) -> Callable[[int, int], None]:
        """What hears, in the thread that gathers, how many articles are read, and says it now and then."""
        said = monotonic() + _SAY_EVERY

        def progress(done: int, total: int) -> None:
            nonlocal said
            if monotonic() >= said:
                said = monotonic() + _SAY_EVERY
                self.post_message(self.Reading(done, total))

        return progress

    @on(Reading)
    def _say_reading(self, message: Reading) -> None:
        if not self.has_gathered:
            self.note = f"{message.done:,} of {message.total:,} articles read …  Esc stops it"
            self.show_title()

    @on(Failed)
    def _fail(self, message: Failed) -> None:
        if not self.has_gathered and self.go_as_nothing_is_there():
            return
        self.note = message.problem
        self.show_title()

    def leave(self, given: Given | None) -> None:
        """Leaves with what was chosen; what is still being gathered is stopped."""
        if self._working is not None:
            self._working.cancel()
        self.dismiss(given)

    # Showing ---------------------------------------------------------------------------------------------------------

    def title_says(self, name: str, said: str) -> None:
        """Shows a name and what is said of it; where one line has no room for both, what is said stands below the name.

        On a low screen all is one line, of which each has half at least.
        """
        parts = (self.names_so_far if self.has_gathered else "", said)  # first, since a low narrow screen cuts the end
        name, said = one_line(name), one_line(" · ".join(filter(None, parts)))

        def lines(width: int) -> tuple[Line, ...]:
            room = width - cells(said) - 2
            if cells(name) <= room or self.size.height < LOW:
                room = max(width // 2, room)
                return ((Piece(fit(name, room).rstrip(), "row--strong"), Piece(f"  {said}", "row--muted")),)
            names = wrap(name, width, _NAME_LINES)
            below = wrap(said, width, _SAID_LINES)
            return (
                *((Piece(line, "row--strong"),) for line in names),
                *((Piece(line, "row--muted"),) for line in below),
            )

        self.title_lines.show(lines)

    # The filter ------------------------------------------------------------------------------------------------------

    @property
    def filter_field(self) -> FilterField:
        """The field of the filter."""
        return self.query_one(FilterField)

    @on(Input.Changed)
    def _filter(self) -> None:
        self._keys_go()
        self._say_none_kept()
        self.show_rows()

    def _say_none_kept(self) -> None:
        self.main_list.says_when_empty(NOTHING_KEPT if self.filter_field.value else "")

    @on(events.DescendantFocus)
    def _keys_go(self) -> None:
        """The footer shows the keys that hold: letters are text while the filter has them."""
        for field in self.query(FilterField):
            self.query_one(Footer).show_typing(field)

    def action_filter(self) -> None:
        """Give the keys to the filter."""
        self.add_class("-filter")
        self.filter_field.focus()

    @on(Input.Submitted)
    def _filtered(self) -> None:
        if not self.filter_field.value:
            self.remove_class("-filter")
        self.main_list.focus()

    def action_close(self) -> None:
        """Clear the filter; without one, leave."""
        if self.has_class("-filter"):
            self.filter_field.value = ""
            self.remove_class("-filter")
            self.main_list.focus()
            return
        self.leave(None)

    # Moving in the list, from the filter too -------------------------------------------------------------------------

    def list_to_move(self) -> RowList:
        """The one that has the keys."""
        return self.keyed_list


def replace_rows(rows: RowList, shown: Sequence[Row]) -> None:
    """Other rows, with the cursor on the row it was on where that is still shown."""
    chosen = rows.chosen
    cursor = next((index for index, row in enumerate(shown) if row == chosen), 0) if chosen is not None else 0
    rows.set_rows(shown, cursor)
