"""The bars one types in: the search over the corpus, and find in the article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from tui.commands import Context, bindings
from tui.widgets.columns import Line, Piece, fit_parts, one_line
from tui.widgets.field import Field
from tui.widgets.pieces import Lines

_STEP = 16
"""Cells by which the place for what is said grows."""


class Bar(Horizontal):
    """A prompt, what is typed, and what is said about it at the right.

    The keys of its context arrive as `Command` messages: what they do is the screen's.
    """

    DEFAULT_CSS = """
    Bar { height: 1; background: $surface; }
    Bar .bar--prompt { width: auto; min-width: 3; height: 1; padding: 0 1; color: $ink-primary; }
    Bar Input, Bar Input:focus { width: 1fr; height: 1; border: none; padding: 0; background: $surface; }
    Bar .bar--said { width: auto; max-width: 60%; height: 1; padding: 0 1; }
    """

    field_class: ClassVar[type[Field]] = Field

    @dataclass(eq=False, repr=False)
    class Typed(Message):
        """Something else stands in the bar."""

        bar: Bar
        text: str

    @dataclass(eq=False, repr=False)
    class Command(Message):
        """A key of the bar's context: `name` is its action."""

        bar: Bar
        name: str

    def __init__(self, prompt: str, placeholder: str, text: str = "") -> None:
        super().__init__()
        self._prompt = Lines(classes="bar--prompt")
        self._prompt.styles.width = len(prompt) + 2
        self._prompt.show(lambda width: ((Piece(prompt, "row--head"),),))
        self._field = self.field_class(text, placeholder=placeholder, compact=True, select_on_focus=True)
        self._said = Lines(classes="bar--said")
        self._said.styles.width = 0

    def compose(self) -> ComposeResult:
        """Prompt, field, and what is said."""
        yield self._prompt
        yield self._field
        yield self._said

    @property
    def text(self) -> str:
        """What is typed."""
        return self._field.value

    @text.setter
    def text(self, value: str) -> None:
        self._field.value = value
        self._field.cursor_position = len(value)

    def focus_field(self) -> None:
        """Give the keys to the field at once: what is typed next is typed into it."""
        self.screen.set_focus(self._field)

    def say(self, text: str, *, alarm: bool = False) -> None:
        """Say something about what is typed, in one line; "" for nothing."""
        shown = one_line(text)
        # In steps, since each other width lays the screen out anew, and a count changes with every key.
        self._said.styles.width = (len(shown) // _STEP + 1) * _STEP + 2 if shown else 0
        style = "row--conflict" if alarm else "row--muted"

        def lines(width: int) -> tuple[Line, ...]:
            return ((Piece(fit_parts(shown, width), style),),)

        self._said.show(lines)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tells what is typed now."""
        event.stop()
        self.post_message(self.Typed(self, event.value))

    def action_command(self, name: str) -> None:
        """Hands a key of the context on."""
        self.post_message(self.Command(self, name))


def _commands(context: Context) -> list[BindingType]:
    """The context's keys; they come before those of the field itself."""
    return [replace(binding, action=f"command('{binding.action}')", priority=True) for binding in bindings(context)]


class SearchField(Field):
    """A query; what no query has is a command: "!", and "?" before anything else."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the key is text, and so no command."""
        if character == "!" or (character == "?" and not self.value):
            return False
        return super().check_consume_key(key, character)

    def on_blur(self) -> None:
        """What is typed goes on when the keys come back; only a query from before gives way to the first letter."""
        self.select_on_focus = False


class SearchBar(Bar):
    """Search over the corpus."""

    field_class = SearchField

    BINDINGS: ClassVar[list[BindingType]] = _commands("search")


class FindBar(Bar):
    """Find in the article."""

    BINDINGS: ClassVar[list[BindingType]] = _commands("find")
