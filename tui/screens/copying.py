"""Copying what a row of a list stands for, with its citation: the article is read off the screen's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.message_pump import MessagePump

from index.errors import ReaderError
from tui.last_told import tell_last

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App


class Copying(MessagePump):
    """For a screen, before `Screen` among its bases."""

    app: App[None]

    @dataclass(eq=False, repr=False)
    class Found(Message):
        """What is to be copied, or the `problem` that keeps it from being read."""

        text: str
        problem: str = ""

    @work(thread=True, exclusive=True, group="copy", exit_on_error=False)
    def copy_found(self, find: Callable[[], str]) -> None:
        """Copy what `find` gives, which is called in a thread of its own and may raise any `ReaderError`."""
        try:
            self.post_message(self.Found(find()))
        except ReaderError as problem:
            self.post_message(self.Found("", str(problem)))

    @on(Found)
    def _copy(self, message: Found) -> None:
        if message.problem:
            tell_last(self.app, message.problem, alarm=True)
        else:
            self.app.copy_to_clipboard(message.text)
            tell_last(self.app, "Copied with its citation.")
