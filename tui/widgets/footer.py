"""The footer: the keys that hold now and what they do, as many as there is room for, most wanted first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.commands import Command, Context, footer
from tui.widgets.columns import Line, Piece, cells
from tui.widgets.filter_field import FilterField, while_typing
from tui.widgets.pieces import Lines

_HELP, _WAY_OUT = "help", "escape"
"""The command and the key that never give way: the one leads to all the other keys, the other one out."""
_APART = 3
"""Cells between two commands."""


Offered = Sequence[tuple[str, Command]]
"""Commands with the labels of their keys, most wanted first."""


def footer_line(offered: Offered, width: int) -> Line:
    """As many of the commands as go into `width` cells, the help and the way out always."""
    kept = {command.id for _, command in offered if command.id == _HELP or _WAY_OUT in command.keys}
    used = 1 - _APART + sum(_size(key, command.label) for key, command in offered if command.id in kept)
    for key, command in offered:
        if command.id not in kept:
            used += _size(key, command.label)
            if used > width:
                break
            kept.add(command.id)
    line = list[Piece]()
    for key, command in offered:
        if command.id in kept:
            line += [
                Piece(" " * (_APART if line else 1)),
                Piece(key, "row--head"),
                Piece(f" {command.label}", "row--muted"),
            ]
    return tuple(line)


def _size(key: str, label: str) -> int:
    return cells(key) + cells(label) + 1 + _APART


class Footer(Lines):
    """The footer of the context that holds now."""

    DEFAULT_CSS = "Footer { dock: bottom; height: 1; background: $panel; }"

    def __init__(self, context: Context, overrides: Mapping[str, str]) -> None:
        super().__init__()
        self.context = context
        self._overrides = overrides
        self._offered: Offered = ()
        self._idle: frozenset[str] = frozenset()
        self.show_context(context)

    def show_context(self, context: Context) -> None:
        """Show the keys of another context."""
        self.context = context
        self.show_keys(footer(context, self._overrides))

    def show_typing(self, field: FilterField) -> None:
        """Show the keys of the context that are no text for a field, where that has the keys; else all of them."""
        if field.screen.focused is field:  # a field learns later than its screen that it has lost the keys
            self.show_keys(while_typing(self.context, self._overrides, empty=not field.value))
        else:
            self.show_context(self.context)

    def show_keys(self, offered: Offered) -> None:
        """Show these keys, but for those of commands that are idle."""
        self._offered = offered
        shown = [(key, command) for key, command in offered if command.id not in self._idle]
        self.show(lambda width: (footer_line(shown, width),))

    def leave_out(self, idle: frozenset[str]) -> None:
        """Offer these commands, by their ids, no more, until others are idle: there is nothing they could be for."""
        if idle != self._idle:
            self._idle = idle
            self.show_keys(self._offered)
