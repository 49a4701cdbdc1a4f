"""Asks under which name and in which format to write a report, and writes it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input

from index.errors import ReaderError
from tui.new_files import file_named, free, write_new
from tui.screens.closed_once import ClosedOnce
from tui.screens.working import Working
from tui.widgets.columns import Line, Piece, one_line, wrap
from tui.widgets.comparison.export import FORMATS, NAMES, SUFFIXES, Format, format_of, proposed
from tui.widgets.pieces import Lines


class ExportScreen(Working, ClosedOnce, ModalScreen[Path | None]):
    """Gives the file that was written, None where nothing was."""

    DEFAULT_CSS = """
    ExportScreen {
        align: center middle;
        #export-box { width: 72; max-width: 100%; height: auto; padding: 1 2; background: $panel; }
        #export-title, #export-keys { height: 1; }
        #export-formats { height: 1; margin: 1 0 0 0; }
        #export-name { height: 1; margin: 1 0; padding: 0 1; border: none; background: $surface; }
        #export-problem { height: auto; max-height: 3; }
    }
    """

    # These keys belong to the prompt alone; nothing else can be meant while it is open.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "format(1)", "Next format", show=False, priority=True),
        Binding("up,shift+tab", "format(-1)", "Format before", show=False, priority=True),
        Binding("escape", "cancel", "Cancel", show=False),
    ]

    @dataclass(eq=False, repr=False)
    class Written(Message):
        """The file was written."""

        file: Path

    @dataclass(eq=False, repr=False)
    class Failed(Message):
        """Nothing was written; `free` is the nearest name that is free, where the name is taken."""

        problem: str
        free: str

    def __init__(self, title: str, stem: str, render: Callable[[Format], str], folder: Path) -> None:
        """`stem` is the proposed name without a suffix; `render` makes the report, off the screen's thread."""
        super().__init__()
        self._title, self._stem, self._render_as = title, stem, render
        self._folder = folder
        self._format: Format = "markdown"

    def compose(self) -> ComposeResult:
        """Format, name and what went wrong."""
        name = proposed(self._stem, self._format, self._folder).name
        with Vertical(id="export-box"):
            yield Lines(id="export-title")
            yield Lines(id="export-formats")
            yield Input(name, compact=True, select_on_focus=False, id="export-name")
            yield Lines(id="export-problem")
            yield Lines(id="export-keys")

    def on_mount(self) -> None:
        """The name has the keys."""
        title = Piece(self._title, "row--head")
        self.query_one("#export-title", Lines).show(lambda width: ((title,),))
        does = (("Enter", "write  "), ("↑ ↓", "format  "), ("Esc", "cancel"))
        keys = tuple(
            piece for key, what in does for piece in (Piece(key, "row--strong"), Piece(f" {what}", "row--muted"))
        )
        self.query_one("#export-keys", Lines).show(lambda width: (keys,))
        self._show_format()
        self.query_one(Input).focus()

    def _show_format(self) -> None:
        line: list[Piece] = []
        for form in FORMATS:
            chosen = form == self._format
            line.append(Piece(f"{'▶' if chosen else ' '}{NAMES[form]}   ", "row--strong" if chosen else "row--muted"))
        self.query_one("#export-formats", Lines).show(lambda width: (tuple(line),))

    def _say(self, problem: str) -> None:
        def lines(width: int) -> tuple[Line, ...]:
            return tuple((Piece(line, "row--differs"),) for line in wrap(one_line(problem), width, 3))

        self.query_one("#export-problem", Lines).show(lines)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if (asked := format_of(event.value)) is not None and asked != self._format:
            self._format = asked
            self._show_format()

    def action_format(self, step: int) -> None:
        """Another format; the name's suffix goes with it."""
        self._format = FORMATS[(FORMATS.index(self._format) + step) % len(FORMATS)]
        field = self.query_one(Input)
        name = field.value
        if format_of(name) is not None:
            name = name[: name.rindex(".")]
        field.value = f"{name}{SUFFIXES[self._format]}"
        field.cursor_position = len(field.value)
        self._show_format()

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        name = event.value.strip()
        if not name:
            self._say("Give the file a name.")
            return
        self._write(name, self._format)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _write(self, name: str, form: Format) -> None:
        file = file_named(name, self._folder)
        try:
            write_new(file, self._render_as(form))
        except ReaderError as problem:
            taken = os.path.isfile(file) or os.path.islink(file)
            self.post_message(self.Failed(str(problem), str(Path(name).with_name(free(file).name)) if taken else ""))
        else:
            self.post_message(self.Written(file))

    @on(Written)
    def _done(self, message: Written) -> None:
        self.dismiss(message.file)

    @on(Failed)
    def _failed(self, message: Failed) -> None:
        self._say(message.problem)
        if message.free:
            field = self.query_one(Input)
            field.value = message.free
            field.cursor_position = len(field.value)

    def action_cancel(self) -> None:
        """Write nothing."""
        self.dismiss(None)
