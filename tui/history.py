"""Where the reading went: places left behind, as a browser keeps them."""

from __future__ import annotations

from contextlib import suppress
from itertools import starmap
from typing import NamedTuple

_KEPT = 50
"""Visits of either kind that outlast the program."""


class Visit(NamedTuple):
    """A place in an article: its path, the offset of the first visible character, and the blank rows above it."""

    path: str
    offset: int
    blanks: int = 0


class History:
    """Back and forward over visits; at most `limit` of them are kept."""

    def __init__(self, limit: int = 200) -> None:
        self._limit = limit
        self._back: list[Visit] = []
        self._forward: list[Visit] = []

    @classmethod
    def read(cls, text: str) -> History:
        """What `written` gave; empty where it is anything else."""
        from tui import kept_json  # no first page waits for it

        history = cls()
        match kept_json.read(text):
            case [list(back), list(forward)]:
                with suppress(ValueError, TypeError):
                    history._back, history._forward = [*starmap(_visit, back)], [*starmap(_visit, forward)]
        return history

    def written(self) -> str:
        """The places nearest to now, to be kept."""
        import json

        return json.dumps([self._back[-_KEPT:], self._forward[-_KEPT:]])

    def rename(self, before: str, now: str) -> None:
        """The places in an article are from now on under its other path."""
        for places in (self._back, self._forward):
            places[:] = [visit._replace(path=now) if visit.path == before else visit for visit in places]

    def leave(self, place: Visit) -> None:
        """Remembers the place that is left for a new one; what lay forward is forgotten."""
        if not self._back or self._back[-1] != place:
            self._back.append(place)
            del self._back[: -self._limit]
        self._forward.clear()

    def back(self, here: Visit) -> Visit | None:
        """The place to go back to from `here`; None at the beginning."""
        while self._back and self._back[-1] == here:
            self._back.pop()
        if not self._back:
            return None
        self._forward.append(here)
        return self._back.pop()

    def forward(self, here: Visit) -> Visit | None:
        """The place to go forward to from `here`; None at the end."""
        if not self._forward:
            return None
        self._back.append(here)
        return self._forward.pop()


def _visit(path: object, offset: object, blanks: object) -> Visit:
    """A visit that was kept.  Raises TypeError where it is none."""
    if not (isinstance(path, str) and type(offset) is int and type(blanks) is int and offset >= 0 and blanks >= 0):
        raise TypeError
    return Visit(path, offset, blanks)
