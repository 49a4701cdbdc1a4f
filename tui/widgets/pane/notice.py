"""What stands above an empty pane: why there is nothing to read, and where there is something."""

from __future__ import annotations

from tui.widgets.columns import Line, Piece, one_line, wrap
from tui.widgets.pieces import Lines

_MOST = 6


class Notice(Lines):
    """A sentence that says why nothing is there, and one with the keys that lead on."""

    DEFAULT_CSS = "Notice { dock: top; height: auto; padding: 2 3 1 3; background: $background; }"

    def __init__(self, why: str, onward: str) -> None:
        super().__init__()

        def lines(width: int) -> tuple[Line, ...]:
            said = ((Piece(line, "row--strong"),) for line in wrap(one_line(why), width, _MOST))
            return (*said, (), *((Piece(line, "row--muted"),) for line in wrap(onward, width, _MOST)))

        self.show(lines)
