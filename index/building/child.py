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
    """Does what comes through the pipe until it is closed, and counts in `begun` what was begun."""
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
    limited = -1.0
    while (message := given.get()) is not None:
        things = pickle.loads(message)
        if things is None:
            _limit_processor(None)
            limited = -1.0
            pipe.send(_made(do))
            continue
        results: list[object] = []
        told = time.monotonic()
        for thing in things:
            now = time.monotonic()
            if now - told > LOOK:
                pipe.send(results)
                results, told = [], now
            if now - limited > 1:
                _limit_processor(seconds)
                limited = now
            begun.value += 1
            try:
                results.append(do(thing))
            except (MemoryError, RecursionError):
                results.append("reading it takes too much memory")
        pipe.send(results)


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
