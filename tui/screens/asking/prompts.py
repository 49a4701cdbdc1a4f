"""Short questions at the foot of the screen: a letter, or a line of text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.keys import OrderedKeys
from tui.screens.closed_once import ClosedOnce
from tui.widgets.columns import Line, Piece, fit, wrap
from tui.widgets.pieces import Lines

_MOST_LINES = 4
"""Of a question on a narrow terminal."""
_MOST_LISTED = 10
"""Letters that are listed: what one reads stays in view."""
_CSS = """
{name} {{ align: center bottom; background: transparent; }}
{name} > Lines {{ height: auto; width: 100%; padding: 0 1; background: $surface; }}
{name} > Input {{ height: 1; width: 100%; border: none; padding: 0 1; background: $surface; }}
"""


class LetterScreen(ClosedOnce, ModalScreen["str | None"]):
    """Gives the next key's character, None for Esc and keys without one; `listed` are letters and what they mean."""

    DEFAULT_CSS = _CSS.format(name="LetterScreen")

    def __init__(self, question: str, listed: Sequence[tuple[str, str]] = (), *, most: int = _MOST_LINES) -> None:
        super().__init__()
        self._question = question
        self._most = most
        self._listed = listed[:_MOST_LISTED]
        self._answered = False

    def compose(self) -> ComposeResult:
        """What there is to choose from, and the question."""
        lines = Lines()

        def made(width: int) -> tuple[Line, ...]:
            choices = (
                (Piece(f"{letter}  ", "row--accent"), Piece(fit(meaning, max(0, width - 3)), "row--muted"))
                for letter, meaning in self._listed
            )
            return (*choices, *((Piece(line, "row--head"),) for line in wrap(self._question, width, self._most)))

        lines.show(made)
        yield lines

    def on_key(self, event: events.Key) -> None:
        """The next key is the answer; those behind it are meant for what was there before."""
        event.stop()
        if self._answered:
            if isinstance(self.app, OrderedKeys):
                self.app.give_back(event)
            return
        self._answered = True
        self.dismiss(event.character if event.is_printable else None)


class LineScreen(ClosedOnce, ModalScreen["str | None"]):
    """Gives a line of text, None for Esc or an empty one; `text` stands in the field at first."""

    DEFAULT_CSS = _CSS.format(name="LineScreen")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    def __init__(self, question: str, about: str, text: str = "") -> None:
        super().__init__()
        self._question = question
        self._about = about
        self._text = text

    def compose(self) -> ComposeResult:
        """The question and what it is about, and the field."""
        lines = Lines()

        def line(width: int) -> tuple[Line, ...]:
            return ((Piece(self._question, "row--head"), Piece(f"  {self._about}", "row--muted")),)

        lines.show(line)
        yield lines
        yield Input(self._text, compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """The keys go to the field."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)

    def action_cancel(self) -> None:
        """No answer."""
        self.dismiss(None)
