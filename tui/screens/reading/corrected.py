"""Corrections that come from elsewhere: the file is looked at now and then, what changed in it is shown, and what is
wrong in it is said with its line.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from tui.screens.asking.correcting import Correcting
from tui.screens.reading.focusing import FocusingScreen

if TYPE_CHECKING:
    from index.entities.correcting.corrections import Problem

_EVERY = 1.0
"""Seconds between two looks."""
_TOLD_AT_MOST = 3
_TOLD_FOR = 12.0


class CorrectedScreen(FocusingScreen, part=True):
    """The reader's corrections from outside: a person's edit of the file, or another window."""

    @dataclass(eq=False, repr=False)
    class CorrectionsRead(Message):
        """What is wrong in the file; `changed` says that it is not as it was at the last look."""

        problems: tuple[Problem, ...]
        changed: bool

    _corrections: Path | None = None
    _corrections_stamp: tuple[int, int, int] | None = None
    _told: tuple[Problem, ...] = ()

    def watch_corrections(self) -> None:
        """Look at the file, now and from now on."""
        self._corrections = self.library.corrections_file
        self._corrections_stamp = _stamp(self._corrections)
        if self._corrections_stamp is not None:
            self._read_corrections(changed=False)
        self.set_interval(_EVERY, self._look)

    def _look(self) -> None:
        if self._corrections is not None and (stamp := _stamp(self._corrections)) != self._corrections_stamp:
            self._corrections_stamp = stamp
            self._read_corrections(changed=True)

    @work(thread=True, exclusive=True, group="corrections", exit_on_error=False)
    def _read_corrections(self, *, changed: bool) -> None:
        self.post_message(self.CorrectionsRead(self.library.corrections().problems, changed))

    @on(CorrectionsRead)
    def _show_corrections(self, message: CorrectionsRead) -> None:
        if message.changed:
            for screen in self.app.screen_stack:
                if isinstance(screen, Correcting):
                    screen.recorrected()
        if message.problems and message.problems != self._told:
            lines = [str(problem) for problem in message.problems[:_TOLD_AT_MOST]]
            more = len(message.problems) - len(lines)
            said = "\n".join([f"In {self._corrections}:", *lines, *([f"and {more} more"] if more else [])])
            self.app.notify(said, severity="warning", markup=False, timeout=_TOLD_FOR)
        self._told = message.problems


def _stamp(file: Path) -> tuple[int, int, int] | None:
    """What becomes another when the file does; None where there is none."""
    try:
        now = os.stat(file)
    except OSError:
        return None
    return now.st_mtime_ns, now.st_size, now.st_ino
