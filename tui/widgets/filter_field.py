"""The field of a filter: what is typed goes into it, so letters are no commands while it has the keys."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events

from tui.commands import Command, Context, footer, key_label, keys_of
from tui.widgets.field import Field

_STILL_COMMANDS = "/?"
_EDITING = frozenset(("space", "backspace", "delete", "left", "right", "home", "end"))
"""Keys that move in what is typed, or change it."""


class FilterField(Field):
    """A line to type into; while it is empty, "/" and "?" mean what they mean elsewhere."""

    DEFAULT_CSS = "FilterField { height: 1; padding: 0 1 !important; border: none; background: $surface; }"

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, compact=True)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the key is text, and so no command."""
        return not self._is_command(character) and super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        """What is a command goes on to the screen: a field takes every letter without asking whether it is text."""
        if self._is_command(event.character):
            event.prevent_default()

    def _is_command(self, character: str | None) -> bool:
        return not self.value and character is not None and character in _STILL_COMMANDS


def while_typing(context: Context, overrides: Mapping[str, str], *, empty: bool) -> tuple[tuple[str, Command], ...]:
    """The footer of a context while a filter has the keys: only commands that have a key which is no text, or is none
    while the filter is `empty`.
    """
    found: list[tuple[str, Command]] = []
    for _, each in footer(context, overrides):
        for key in keys_of(each, overrides):
            label = key_label(key)
            if key not in _EDITING and (not _is_text(label) or (empty and label in _STILL_COMMANDS)):
                found.append((label, each))
                break
    return tuple(found)


def _is_text(label: str) -> bool:
    return len(label) == 1 and label.isascii()
