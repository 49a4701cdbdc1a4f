"""The field of a filter: what is typed goes into it, so letters are no commands while it has the keys."""

from __future__ import annotations

from collections.abc import Mapping

from tui.commands import Context, footer
from tui.widgets.columns import Line, Piece, cells
from tui.widgets.field import Field

_STILL_COMMANDS = "/?"


class FilterField(Field):
    """A line to type into; while it is empty, "/" and "?" mean what they mean elsewhere."""

    DEFAULT_CSS = "FilterField { height: 1; padding: 0 1 !important; border: none; background: $surface; }"

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, compact=True)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the key is text, and so no command."""
        if not self.value and character is not None and character in _STILL_COMMANDS:
            return False
        return super().check_consume_key(key, character)


def typing_line(context: Context, width: int, overrides: Mapping[str, str]) -> Line:
    """The footer of a context while a filter has the keys: only commands whose keys are no letters."""
    line = [Piece(" ")]
    used = 1
    for key, command in footer(context, overrides):
        if len(key) == 1 and key.isalnum():
            continue
        used += cells(key) + cells(command.label) + 4
        if used > width:
            break
        line += [Piece(key, "row--head"), Piece(f" {command.label}   ", "row--muted")]
    return tuple(line)
