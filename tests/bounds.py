"""Guards against costs that grow with the square of a text's length: calls that are counted, and where what takes long
is one call, such as that of a pattern, bounds of processor time that only such a cost exceeds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_SECONDS = 30.0
"""What is guarded needs a tenth of it at most."""
_WATCHED = 10
"""How many times longer what a debugger or `make coverage` watches may take."""
_STEPS = 200_000
_THEIR_SECONDS = 0.01
"""What so many steps of a loop take where the bound was set."""


def calls(work: Callable[[], object]) -> int:
    """How many functions are called by some work: the same on every machine, however busy it is."""
    counted = 0

    def count(frame: FrameType, event: str, called: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


def looks(work: Callable[[Callable[[], bool]], object], end: int | None = None) -> int:
    """How often some work looks whether it is to stop, which it is told at look number `end`."""
    done = 0

    def cancelled() -> bool:
        nonlocal done
        done += 1
        return done == end

    work(cancelled)
    return done


@contextmanager
def bounded() -> Iterator[None]:
    """Fails where its block takes half a minute of processor time, or as much more as this machine is slower just now.

    How fast things are is measured in `bench/`.
    """
    began = time.process_time()
    yield
    taken = time.process_time() - began
    if taken > _SECONDS:
        allowed = _SECONDS * max(1.0, _slowness()) * (_WATCHED if sys.gettrace() is not None else 1)
        assert taken < allowed, f"{taken:.1f} s, where {allowed:.0f} s are allowed"


def _slowness() -> float:
    """How many times longer than where the bound was set this machine takes for the same steps."""
    began = time.process_time()
    total = 0
    for step in range(_STEPS):
        total ^= step
    return (time.process_time() - began) / _THEIR_SECONDS
