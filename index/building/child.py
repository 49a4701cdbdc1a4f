"""Inside a process that can be killed: it does one thing after the other, within limits of time and memory."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import queue
import resource
import signal
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from math import ceil
from multiprocessing.connection import Connection, wait
from typing import Any

LOOK = 0.1
"""Seconds between two looks at the clock and at whether to stop, and after which a child tells what it did."""
MEMORY = 2 << 30
"""Bytes that one child may take."""
_GARBAGE = 50_000
"""Things made and not deleted, after which a child looks for cycles of them."""


def work(pipe: Connection, begun: Any, do: Any, seconds: float) -> None:
    """Does what comes through the pipe until it is closed; `begun` is which thing it is at, counted from 1."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # what a crash would leave holds text of articles
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a traceback of a child is nothing for the user's terminal
    gc.freeze()
    gc.set_threshold(_GARBAGE)  # what an article leaves behind is in few cycles
    pipe.send(None)  # it has started
    given: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    threading.Thread(target=_take_in, args=(pipe, given), daemon=True).start()
    busy = _Busy(pipe, begun, do, seconds)
    while (message := given.get()) is not None:
        things = pickle.loads(message)
        if things is None:
            busy.hand_over()
        else:
            busy.work(things)


class _Busy:
    """Does things and tells what came of them, and what was begun, for the one who may have to end this process."""

    def __init__(self, pipe: Connection, begun: Any, do: Any, seconds: float) -> None:
        self._pipe = pipe
        self._begun = begun
        self._done = 0
        self._do = do
        self._steps: Sequence[Callable[[Any], Any]] = getattr(do, "steps", (do,))
        self._seconds = seconds
        self._limited = -1.0
        self._told = 0.0

    def hand_over(self) -> None:
        """Sends what was made of the things done."""
        _limit_processor(None)
        self._limited = -1.0
        self._pipe.send(_made(self._do))

    def work(self, things: Sequence[Any]) -> None:
        """Does some things, each step with several one after the other: what a step needs of the processor's memory is
        then there.
        """
        self._told = time.monotonic()
        while things:
            results = self._some(things)
            things = things[len(results) :]
            self._pipe.send(results)

    def _some(self, things: Iterable[Any]) -> list[Any]:
        """What comes of the first of the things, so many as a first step can be done with while one looks at the clock
        once.
        """
        first, *later = self._steps
        results: list[Any] = []
        for thing in things:
            if self._tell(len(results)) and results:
                break
            results.append(_one(first, thing))
        for step in later:
            for place, each in enumerate(results):
                if self._tell(place):
                    self._pipe.send([])  # it takes long, but no single thing does
                results[place] = _one(step, each)
        self._done += len(results)
        self._begun.value = self._done
        return results

    def _tell(self, place: int) -> bool:
        """Tells which of the things not answered yet is begun; gives whether it is time to send something."""
        self._begun.value = self._done + place + 1
        now = time.monotonic()
        if now - self._limited > 1:
            _limit_processor(self._seconds)
            self._limited = now
        if now - self._told <= LOOK:
            return False
        self._told = now
        return True


def _one(step: Callable[[Any], Any], thing: Any) -> Any:
    try:
        return step(thing)
    except (MemoryError, RecursionError):
        return "reading it takes too much memory"


def _take_in(pipe: Connection, given: queue.SimpleQueue[bytes | None]) -> None:
    """Takes what is given at once, also while a result is sent: both sides could else wait for room in the pipe."""
    with suppress(EOFError, OSError, MemoryError):
        while True:
            given.put(pipe.recv_bytes())
    given.put(None)


def _made(do: Any) -> object:
    """What was made, in a tuple, or what it failed with, of whatever kind, since only the parent can tell anybody."""
    try:
        return (do.made(),)
    except MemoryError:
        os._exit(1)  # smaller parts may do
    except Exception as problem:  # noqa: BLE001 - it is raised again in the parent
        return problem


def _end_with_parent() -> None:
    """Ends this child when its parent is gone, even killed in the midst of a thing."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        with suppress(OSError):
            wait([parent.sentinel])
        os._exit(1)


def _limit_processor(seconds: float | None) -> None:
    """Lets the kernel end this child where one thing keeps it busy for `seconds`, as in a regular expression, where no
    thread of its own could.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    limit = hard
    if seconds is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = ceil(used.ru_utime + used.ru_stime + seconds) + 1  # one second for when it was last told
        limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))
