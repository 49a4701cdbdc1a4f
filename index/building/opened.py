"""What the user opens comes first: the article on the screen and those beside it are put into the index before their
turn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.documents.model import SourceFile

Opened = Callable[[], str | None]
"""The path of the article that is open at the moment, if any."""
_BEFORE, _FROM = 3, 9
"""So many articles before the open one, and from it on, are read with it."""
_SHORT = 50_000
"""Bytes of a file that is read at once; longer ones wait for a process that can be killed."""


class Beside:
    """What is to be read soon, told anew whenever another article is open."""

    def __init__(self, files: Sequence[SourceFile], opened: Opened | None) -> None:
        """`files` are those not in the index yet, in the order of the list."""
        self._files = files
        self._places = {file.path: place for place, file in enumerate(files)}
        self._opened = opened
        self._last: str | None = None

    def now(self) -> list[SourceFile]:
        """The article that was opened since the last call and its neighbours; none where none was."""
        path = self._opened() if self._opened is not None else None
        if path is None or path == self._last:
            return []
        self._last = path
        place = self._places.get(path)
        if place is None:
            return []
        return [file for file in self._files[max(0, place - _BEFORE) : place + _FROM] if file.size <= _SHORT]
