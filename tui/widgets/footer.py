"""The footer: the keys that hold now and what they do, as many as there is room for, most wanted first."""

from __future__ import annotations

from collections.abc import Mapping

from tui.commands import Context, footer
from tui.widgets.columns import Line, Piece, cells
from tui.widgets.pieces import Lines

_ALWAYS = "help"
"""The command that never gives way: it leads to all the others."""


def footer_line(context: Context, width: int, overrides: Mapping[str, str] | None = None) -> Line:
    """The footer of a context in at most `width` cells, in the order of the commands' ranks."""
    offered = footer(context, overrides)
    kept = {command.id for _, command in offered if command.id == _ALWAYS}
    used = 1 + sum(_size(key, command.label) for key, command in offered if command.id in kept)
    for key, command in offered:
        if command.id not in kept:
            used += _size(key, command.label)
            if used > width:
                break
            kept.add(command.id)
    line = [Piece(" ")]
    for key, command in offered:
        if command.id in kept:
            line += [Piece(key, "row--head"), Piece(f" {command.label}   ", "row--muted")]
    return tuple(line)


def _size(key: str, label: str) -> int:
    return cells(key) + cells(label) + 4


class Footer(Lines):
    """The footer of the context that holds now."""

    DEFAULT_CSS = "Footer { dock: bottom; height: 1; background: $panel; }"

    def __init__(self, context: Context, overrides: Mapping[str, str]) -> None:
        super().__init__()
        self._overrides = overrides
        self.show_context(context)

    def show_context(self, context: Context) -> None:
        """Show the keys of another context."""
        self.show(lambda width: (footer_line(context, width, self._overrides),))
