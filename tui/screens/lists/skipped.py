"""What of the folder is not read, or not to its end, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from index.documents.model import Skipped
from index.errors import ReaderError
from tui.commands import bindings, footer
from tui.screens.closed_once import ClosedOnce
from tui.screens.coming_back import ComesBack
from tui.screens.working import Working
from tui.widgets.columns import Piece, one_line
from tui.widgets.footer import Footer
from tui.widgets.pieces import Lines
from tui.widgets.row_list import RowList
from tui.widgets.rows.articles import SkippedRow

if TYPE_CHECKING:
    from index.library import Library


_HOLD = frozenset(("panel_down", "panel_up", "close", "quit"))
"""Commands of a list of articles that hold in one of files that are none."""


class SkippedScreen(Working, ClosedOnce, ComesBack):
    """A list of the files that are not read, and of those that are in part, each with its reason."""

    DEFAULT_CSS = """
    SkippedScreen {
        #skipped-title { height: 1; padding: 0 1; background: $panel; }
        RowList { height: 1fr; margin: 1 0 0 0; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("articles"))
    comes_as = "skipped"

    @dataclass(eq=False, repr=False)
    class Found(Message):
        """The folder was looked through; `problem` says why it could not be, "" where it could."""

        skipped: tuple[Skipped, ...]
        partly: tuple[Skipped, ...] = ()
        problem: str = ""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library

    def compose(self) -> ComposeResult:
        """Title and list."""
        yield Lines(id="skipped-title")
        yield RowList()
        yield (foot := Footer("articles", self._library.settings.keys))
        foot.show_keys([each for each in footer("articles", self._library.settings.keys) if each[1].id in _HOLD])

    def on_mount(self) -> None:
        """The list comes when the folder was looked through."""
        self.query_one(RowList).focus()
        self._say("Skipped files")
        self._look()

    @work(thread=True, exclusive=True, group="skipped", exit_on_error=False)
    def _look(self) -> None:
        try:
            self.post_message(self.Found(self._library.skipped(), self._library.partly()))
        except ReaderError as problem:
            self.post_message(self.Found((), problem=str(problem)))

    @on(Found)
    def _take(self, message: Found) -> None:
        self.query_one(RowList).set_rows([SkippedRow(one) for one in (*message.skipped, *message.partly)])
        number, partly = len(message.skipped), len(message.partly)
        note = str(number) if number else "none: every file here is read"
        if partly:
            note += f"; {partly} more in part" if number else f", {partly} in part"
        self._say("Skipped files", message.problem or note)

    def _say(self, what: str, note: str = "") -> None:
        line = (Piece(what, "row--strong"), Piece(f"  {one_line(note)}", "row--muted"))
        self.query_one("#skipped-title", Lines).show(lambda width: (line,))

    def action_close(self) -> None:
        """Leave the list."""
        self.dismiss(None)
