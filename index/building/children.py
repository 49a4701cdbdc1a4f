"""Work on many things in a few processes that can be killed.

One that takes too long, takes too much memory or ends its process is told with the reason why it failed; the others are
done.  Each process may gather what it does into parts, which it hands over whole; with a process goes the part that it
was at, and what was in it is done again.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass, field
from itertools import repeat
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from index.building.child import LOOK, work


class Limits(NamedTuple):
    """Seconds that one thing may take: of the processor, which a busy machine does not change, and by the clock, for
    what waits and does nothing.
    """

    processor: float
    clock: float


LIMITS = Limits(20.0, 120.0)
START = 60.0
"""How long a child may take to start, which on a busy machine is longer than one thing takes."""
_AHEAD = 32
"""Things given to a child at a time, so that it never waits for the next."""
_AT_ONCE = 16
"""Things told of in one message."""
_MAKING = 600.0
"""How long a child may take to hand over a part."""
_OPEN = 30.0
"""Seconds by the clock after which a part is whole however few things are in it: so much work at most is lost with the
program, on a slow machine or among long articles too.
"""
_ANEW = 100
"""Things in a part at most, where a child has just ended in the midst of one; more and more again after that."""

_SAFE = "PYTHONSAFEPATH"

Asked = TypeVar("Asked")
Given = TypeVar("Given")
AskedIn = TypeVar("AskedIn", contravariant=True)
GivenOut = TypeVar("GivenOut", covariant=True)


class Making(Protocol[AskedIn, GivenOut]):
    """Does one thing after the other and gathers something of them.

    Where it has `steps`, each given what the one before it gave, several things are done at once, step by step; a step
    is then also given why a thing failed, a string, and gives it on.
    """

    def __call__(self, asked: AskedIn, /) -> GivenOut:
        """Does one thing."""

    def made(self) -> object | None:
        """What was gathered since the last time."""


@dataclass(slots=True)
class Part(Generic[Asked, Given]):
    """Things done, each with what came of it or why nothing did, and what was gathered of them.

    Of a part on the way `done` things are told of alone; fewer than none where they have to be done again.
    """

    done: int = 0
    things: list[tuple[Asked, Given | str]] = field(default_factory=list)
    made: object | None = None


def _none_alone(_: object) -> bool:
    return False


def apart(
    things: Iterable[Asked],
    do: Callable[[Asked], Given],
    *,
    limits: Limits = LIMITS,
    stopped: Callable[[], bool] = lambda: False,
    children: int | None = None,
) -> Generator[tuple[Asked, Given | str], None, None]:
    """Does things in children by `do`, within `limits` each, until all are done or `stopped` says so.  Closing the
    generator ends the children.
    """
    crew = _Crew(things, do, repeat(0), limits, _none_alone, children)
    for part in crew.work(stopped):
        yield from part.things


def parts_apart(
    things: Iterable[Asked],
    do: Making[Asked, Given],
    sizes: Iterator[int],
    *,
    limits: Limits = LIMITS,
    alone: Callable[[Asked], bool] = _none_alone,
    stopped: Callable[[], bool] = lambda: False,
) -> Generator[Part[Asked, Given], None, None]:
    """As `apart`, in parts of so many things as `sizes` says.  What may take long is `alone` in a part, and nothing
    waits behind it.
    """
    yield from _Crew(things, do, sizes, limits, alone, None).work(stopped)


class _Waiting(Generic[Asked]):
    """What is to be done, taken from where it comes when there is room for it."""

    def __init__(self, things: Iterable[Asked], alone: Callable[[Asked], bool]) -> None:
        self._things = iter(things)
        self._alone = alone
        self._back: deque[Asked] = deque()
        self._ended = False

    def take(self, most: int) -> list[Asked]:
        """The next, at most so many, or one that has to be alone; none at the end."""
        taken: list[Asked] = []
        while len(taken) < most:
            if not self._back:
                try:
                    self._back.append(next(self._things))
                except StopIteration:
                    self._ended = True
                    break
            alone = self._alone(self._back[0])
            if alone and taken:
                break
            taken.append(self._back.popleft())
            if alone:
                break
        return taken

    def give_back(self, things: Iterable[Asked]) -> None:
        """These come first again, in this order."""
        self._back.extendleft(reversed([*things]))

    def __bool__(self) -> bool:
        return bool(self._back) or not self._ended


@dataclass(slots=True)
class _Open(Generic[Asked, Given]):
    """A part that a child is at: when it was begun, things given to it, and whether these are all."""

    part: Part[Asked, Given]
    size: int
    since: float
    given: int = 0
    whole: bool = False


@dataclass(slots=True)
class _Child(Generic[Asked, Given]):
    process: BaseProcess
    pipe: Connection
    begun: Any
    """A number that both see: which of the things it was ever given it is at, counted from 1."""
    since: float
    given: deque[Asked] = field(default_factory=deque)
    parts: deque[_Open[Asked, Given]] = field(default_factory=deque)
    answered: int = 0
    started: bool = False

    def at(self) -> int | None:
        """Which of the things given to it it is at."""
        at = int(self.begun.value) - self.answered - 1
        return at if 0 <= at < len(self.given) else None

    def busy(self) -> bool:
        """Whether it has anything to answer."""
        return bool(self.given) or any(part.whole for part in self.parts)

    def takes_more_than(self, seconds: float) -> bool:
        """Whether it has been at one thing for so long by the clock."""
        most = START if not self.started else seconds if self.at() is not None else max(seconds, _MAKING)
        # What it gave may lie there unread: whoever takes it may have been at other work for long.
        return time.monotonic() - self.since > most and not self.pipe.poll()


class _Crew(Generic[Asked, Given]):
    """The children at work."""

    def __init__(
        self,
        things: Iterable[Asked],
        do: Callable[[Asked], Given],
        sizes: Iterator[int],
        limits: Limits,
        alone: Callable[[Asked], bool],
        children: int | None,
    ) -> None:
        self._waiting = _Waiting(things, alone)
        self._alone = alone
        self._do = do
        self._gathers = hasattr(do, "made")
        self._sizes = sizes
        self._limits = limits
        self._number = children or os.cpu_count() or 1
        self._most: int | None = None
        self._ready: list[Part[Asked, Given]] = []

    def work(self, stopped: Callable[[], bool]) -> Generator[Part[Asked, Given], None, None]:
        """What the children hand over, until all is done or `stopped` says so."""
        children = [start(self._do, self._limits.processor) for _ in range(self._number)]
        try:
            while not stopped():
                for child in children:
                    self._feed(child)
                if not any(child.busy() for child in children):
                    break
                ready = wait([child.pipe for child in children if child.busy()], timeout=LOOK)
                for place, child in enumerate(children):
                    if child.pipe in ready:
                        if not self._hear(child):
                            children[place] = self._anew(child)
                    elif child.busy() and child.takes_more_than(self._limits.clock):
                        children[place] = self._anew(child, _took_more_than(self._limits.clock))
                yield from self._ready
                self._ready.clear()
        finally:
            for child in children:
                end(child)

    def _feed(self, child: _Child[Asked, Given]) -> None:
        while len(child.given) <= _AHEAD - _AT_ONCE and not (child.given and self._alone(child.given[-1])):
            if not child.parts or child.parts[-1].whole:
                if not self._waiting:
                    return
                child.parts.append(_Open(Part(), self._size(), time.monotonic()))
            open_ = child.parts[-1]
            things = self._waiting.take(min(_AT_ONCE, open_.size - open_.given) if self._gathers else _AT_ONCE)
            if self._gathers and things and self._alone(things[0]):
                if open_.given:  # it waits for a part of its own
                    self._waiting.give_back(things)
                    open_.whole = True
                    if not _sent(child, None):
                        return
                    continue
                open_.size = 1
            if not child.busy():
                child.since = time.monotonic()
            child.given += things
            open_.given += len(things)
            if things and not _sent(child, things):
                return
            late = time.monotonic() - open_.since > _OPEN
            if self._gathers and (open_.given >= open_.size or not things or late):
                open_.whole = True
                if not _sent(child, None):
                    return
            if not things:
                return

    def _size(self) -> int:
        size = max(1, next(self._sizes))
        return size if self._most is None else min(size, self._most)

    def _hear(self, child: _Child[Asked, Given]) -> bool:
        """Takes what a child sent; False where it has ended."""
        try:
            message = child.pipe.recv()
        except (EOFError, OSError):
            return False
        child.since = time.monotonic()
        if not child.started:
            child.started = True
        elif isinstance(message, list):
            self._told(child, message)
        elif isinstance(message, BaseException):
            raise message
        else:
            part = child.parts.popleft().part
            (part.made,) = message
            if self._most is not None:
                self._most *= 2
            self._ready.append(part)
        return True

    def _told(self, child: _Child[Asked, Given], results: list[Given | str]) -> None:
        things = [(child.given.popleft(), result) for result in results]
        child.answered += len(things)
        if not self._gathers:
            self._ready.append(Part(len(things), things))
            return
        self._ready.append(Part(len(things)))
        for thing in things:
            # Of the parts it was given it is at the first that has not all its things.
            open_ = next(each for each in child.parts if len(each.part.things) < each.given)
            open_.part.things.append(thing)

    def _anew(self, child: _Child[Asked, Given], reason: str = "") -> _Child[Asked, Given]:
        """Another child, which does again what this one was at, but for the thing at which it ended."""
        if not child.started:  # no thing is to blame
            raise OSError("a process that reads articles could not start")
        end(child)
        if not reason:
            out_of_time = child.process.exitcode == -signal.SIGXCPU
            reason = _took_more_than(self._limits.processor) if out_of_time else "the reader failed on it"
        given = [*child.given]
        again = [thing for open_ in child.parts for thing, _ in open_.part.things]
        at = child.at()
        if at is None and len(again) == 1 and child.parts[0].whole:
            raise OSError("a process that makes the index ends again and again")
        if at is not None:
            self._ready.append(Part(1, [(given.pop(at), reason)]))
        self._waiting.give_back([*again, *given])
        self._most = _ANEW if self._most is None else max(1, min(_ANEW, self._most // 8))
        if again:
            self._ready.append(Part(-len(again)))
        return start(self._do, self._limits.processor)


def _took_more_than(seconds: float) -> str:
    return f"reading it took more than {seconds:.0f} seconds"


def _sent(child: _Child[Any, Any], message: object) -> bool:
    try:
        child.pipe.send(message)
    except (BrokenPipeError, ConnectionResetError):  # it died; receiving from it will tell
        return False
    return True


def end(child: _Child[Any, Any]) -> None:
    """Ends a child, whatever it is at."""
    child.process.kill()
    child.process.join()
    child.pipe.close()


def start(do: Callable[[Any], object], seconds: float = LIMITS.processor) -> _Child[Any, Any]:
    """Starts a child that ends itself where one thing takes so much of the processor."""
    # Never forked: the program may have threads, and a forked child would hold their locks.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    begun = context.RawValue("Q", 0)
    process = context.Process(target=work, args=(theirs, begun, do, seconds), daemon=True)
    # Starting the first child asks standard error for its file number, and what a screen puts in its place has none.
    with redirect_stderr(sys.__stderr__), _modules_of_ours():
        process.start()
    theirs.close()
    return _Child(process, ours, begun, since=time.monotonic())


@contextmanager
def _modules_of_ours() -> Iterator[None]:
    """A Python that is started looks for its modules in the working folder first, unless it is told not to: there may
    be anybody's files, and one named `multiprocessing.py` would be run.
    """
    before = os.environ.get(_SAFE)
    os.environ[_SAFE] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE]
        else:
            os.environ[_SAFE] = before
