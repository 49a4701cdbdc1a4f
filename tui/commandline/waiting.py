"""A search that takes long: what for is told on a terminal while it goes on; a limit that was set stops it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Protocol, TypeVar

from index.errors import Cancelled, QueryError
from tui.commandline.output import Progress

if TYPE_CHECKING:
    from index.search.effort import Effort
    from index.search.model import Cancel

_EVERY = 0.4
"""Seconds until it is told what a search takes long for, and told again."""


Found = TypeVar("Found", covariant=True)


class Search(Protocol[Found]):
    """Something that is looked up, can be stopped, and tells meanwhile what takes long."""

    def __call__(self, *, cancelled: Cancel, effort: Effort) -> Found:
        """What is found.  Raises Cancelled, QueryError, EngineError."""


def patiently(search: Search[Found], within: float | None, clock: Callable[[], float] = monotonic) -> Found:
    """What a search finds, which takes no longer than `within` seconds by the clock (None: as long as it takes).

    Raises QueryError where it would, and what the search raises.
    """
    from index.search.effort import Effort

    effort = Effort()
    until = None if within is None else clock() + within
    with telling(effort):
        try:
            return search(cancelled=lambda: until is not None and clock() >= until, effort=effort)
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
