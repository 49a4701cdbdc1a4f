"""A list beside the article, or in its place where the terminal is narrow: outline, names, results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui.commands import bindings
from tui.widgets.row_list import RowList


class Panel(RowList):
    """A list that can be closed."""

    DEFAULT_CSS = """
    Panel { background: $surface; padding: 1 0 0 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [binding for binding in bindings("panel") if binding.id == "panel_close"]

    @dataclass(eq=False, repr=False)
    class Closed(Message):
        """The panel is not wanted any more."""

        panel: Panel

    def action_close(self) -> None:
        """Asks the screen to close it."""
        self.post_message(self.Closed(self))
