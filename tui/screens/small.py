"""What is shown while the terminal is too small for anything else."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.widgets.columns import Piece
from tui.widgets.pieces import Lines


class SmallScreen(Screen[None]):
    """Says how large the terminal must be."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,ctrl+q", "app.quit", show=False)]

    def __init__(self, minimum: tuple[int, int]) -> None:
        super().__init__()
        self._minimum = minimum

    def compose(self) -> ComposeResult:
        """Two short lines."""
        lines = Lines()
        columns, rows = self._minimum
        lines.show(lambda width: ((Piece("Too small"),), (Piece(f"needs {columns}×{rows}"),)))
        yield lines
