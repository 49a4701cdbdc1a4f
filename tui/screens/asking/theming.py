"""Choosing a theme: the article shows each as the cursor comes to it; Esc leaves all as it was."""

from __future__ import annotations

from textual import on
from textual.timer import Timer

from tui.screens.asking.picking import Choice, PickScreen
from tui.widgets.row_list import RowList

_RESTS = 0.12
"""Seconds on a line before its theme is shown: all is painted anew for it."""


class ThemesScreen(PickScreen[str]):
    """Gives the name of the chosen theme."""

    def __init__(self, names: list[str], current: str, own: frozenset[str]) -> None:
        # The one that holds stands first, so that nothing changes before one moves.
        ordered = [current, *(name for name in names if name != current)]
        choices = [Choice(name, name, "now" if name == current else "yours" if name in own else "") for name in ordered]
        super().__init__("Theme", lambda: choices)
        self._before = current
        self._timer: Timer | None = None

    @on(RowList.Highlighted)
    def _preview(self, message: RowList.Highlighted) -> None:
        message.stop()
        self._wait_no_more()
        if isinstance(message.row, Choice):
            name = str(message.row.value)
            self._timer = self.set_timer(_RESTS, lambda: self._show_theme(name))

    def _show_theme(self, name: str) -> None:
        if self.app.theme != name:
            self.app.theme = name

    def _wait_no_more(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def action_cancel(self) -> None:
        """As it was."""
        self._wait_no_more()
        self._show_theme(self._before)
        super().action_cancel()
