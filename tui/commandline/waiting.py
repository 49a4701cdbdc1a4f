"""A search that takes long: what for is told on a terminal while it goes on; a limit that was set stops it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from index.errors import Cancelled, QueryError
from tui.commandline.output import Progress

if TYPE_CHECKING:
    from index.library import Library
    from index.search.effort import Effort
    from index.search.model import SearchResult

_EVERY = 0.4
"""Seconds until it is told what a search takes long for, and told again."""


def patiently(
    library: Library, query: str, limit: int, within: float | None, clock: Callable[[], float] = monotonic
) -> SearchResult:
    """What a search finds, which takes no longer than `within` seconds by the clock (None: as long as it takes).

    Raises QueryError where it would, and as `Library.search` does.
    """
    from index.search.effort import Effort

    effort = Effort()
    until = None if within is None else clock() + within
    with telling(effort):
        try:
            return library.search(
                query, limit=limit, cancelled=lambda: until is not None and clock() >= until, effort=effort
            )
        except Cancelled as stopped:
            raise QueryError(f"Not answered within {within:g} seconds: {effort.why()}") from stopped


@contextmanager
def telling(effort: Effort, every: float = _EVERY) -> Iterator[None]:
    """Says on a terminal, now and then while the block goes on, what a search takes long for."""
    progress = Progress("Searching")
    if not progress.shown:
        yield
        return
    ended = threading.Event()

    def tell() -> None:
        while not ended.wait(every):
            progress.tell(f"{effort.why()}; Ctrl+C stops it")

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        ended.set()
        teller.join()
        progress.end()
