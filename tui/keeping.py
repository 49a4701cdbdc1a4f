"""How the reader is left is kept while one reads, so that it comes back so, however it ends: half a second may be lost.

It is written off the screen's thread, since a commit waits for the disk, and never older after newer.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from index.user.state import State

EVERY = 0.5
"""Seconds between two looks at whether anything is to be kept."""


class AsLeft(NamedTuple):
    """What is kept: the record of the session by name, and where the reading of the open article is."""

    session: tuple[tuple[str, str], ...]
    document: str
    offset: int
    furthest: int
    length: int
    blanks: int
    folded: tuple[int, ...]


class Keeper:
    """Remembers what was kept last, and writes only what is another."""

    def __init__(self) -> None:
        self._kept: AsLeft | None = None
        self._lock = Lock()
        self._asked = 0
        self._written = 0

    def asked(self, left: AsLeft) -> int | None:
        """A number by which it is to be written; None where that was asked for already."""
        return self.number(left) if left != self._kept else None

    def number(self, left: AsLeft) -> int:
        """A number by which it is to be written in any case."""
        self._kept = left
        self._asked += 1
        return self._asked

    def write(self, state: State, left: AsLeft, number: int) -> None:
        """Writes it, unless newer was written meanwhile.  Raises StateError; it is then written at the next change."""
        with self._lock:
            if number <= self._written:
                return
            self._written = number
            if left.length:
                place = left.offset, left.furthest, left.length
                state.keep_position(left.document, *place, blanks=left.blanks, folded=left.folded)
            state.keep_session(dict(left.session))
