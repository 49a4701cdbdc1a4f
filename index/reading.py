"""Reading articles: parsing, cutting into words and recognising, in this process or in a few that can be killed.

An article is somebody else's text.  One that takes too long, takes too much memory or finds a fault in a parser costs a
child process and is reported as unreadable; the rest is read.  Children also use every core.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import queue
import resource
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import redirect_stderr, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from index.documents.load import load
from index.documents.model import Document, SourceFile
from index.entities.model import Recognition
from index.errors import Cancelled, DamageError, FormatError
from index.kept import Packed, Page, packed
from index.naming import NOTHING, names
from index.search.entry import Entry, entry
from index.search.model import Article, Cancel
from index.search.pieces import cut

SECONDS = 20.0
"""How long one article may take."""
MEMORY = 2 << 30
"""Bytes that one child may take."""
_ALONE_FILES, _ALONE_BYTES = 40, 400_000
"""So little is read within this process: sooner done than others are started."""
START = 60.0
"""How long a child may take to start, which on a busy machine is longer than to read an article."""
_LOOK = 0.1
"""Seconds between two looks at the clock and at `cancelled`."""
_WAITING = 400
"""Articles read and not yet written, at most; some 2 MB of usual ones."""
_AHEAD = 8
"""Articles given to a child at a time, so that it never waits for the next."""

_Asked = TypeVar("_Asked")
_Given = TypeVar("_Given")


@dataclass(frozen=True, slots=True)
class Ready:
    """An article as the search index and the file of articles take it."""

    entry: Entry
    packed: Packed


def is_little(files: Sequence[SourceFile]) -> bool:
    """Whether the files are sooner read within this process than in others."""
    return len(files) <= _ALONE_FILES and sum(file.size for file in files) <= _ALONE_BYTES


def read_articles(files: Sequence[SourceFile]) -> Generator[tuple[SourceFile, Ready | str], None, None]:
    """Reads the files, in about their order: each with what was read of it, or the reason why nothing was.

    Of a few, what they name is found as well; of many, it can follow.  Closing the generator ends the children.
    """
    if is_little(files):
        for file in files:
            yield file, read_with_names(file)
    else:
        yield from read_ahead(files, read_words)


def name_pages(pages: Iterable[Page], number: int) -> Generator[tuple[Page, Ready | str], None, None]:
    """The articles of `number` pages with what they name, in about their order."""
    if number <= _ALONE_FILES:
        for page in pages:
            yield page, name_page(page)
    else:
        yield from read_ahead(pages, name_page)


def read_ahead(
    files: Iterable[_Asked], read_one: Callable[[_Asked], _Given]
) -> Generator[tuple[_Asked, _Given | str], None, None]:
    """Reads in children, also while the caller is at other work, as a commit is."""
    taken: queue.Queue[tuple[_Asked, _Given | str] | BaseException | None] = queue.Queue(_WAITING)
    stopped = threading.Event()

    def take() -> None:
        end: BaseException | None = None
        try:
            for read in read_apart(files, read_one, stopped=stopped.is_set):
                taken.put(read)
        except BaseException as problem:  # noqa: BLE001 - it is raised again where the caller is
            end = problem
        taken.put(end)

    thread = threading.Thread(target=take, daemon=True)
    thread.start()
    try:
        while (read := taken.get()) is not None:
            if isinstance(read, BaseException):
                raise read
            yield read
    finally:
        stopped.set()
        while thread.is_alive():  # it may wait for room
            with suppress(queue.Empty):
                taken.get(timeout=_LOOK)


def read_article(file: SourceFile) -> Article | str:
    """One article, or why it cannot be read."""
    document = _loaded(file)
    return document if isinstance(document, str) else Article(document, names(document))


def read_words(file: SourceFile) -> Ready | str:
    """One article without what it names, or why it cannot be read."""
    return _ready(file, named=False)


def read_with_names(file: SourceFile) -> Ready | str:
    """One article with what it names, or why it cannot be read."""
    return _ready(file, named=True)


def _ready(file: SourceFile, *, named: bool) -> Ready | str:
    document = _loaded(file)
    return document if isinstance(document, str) else made_ready(document, names(document) if named else None)


def _loaded(file: SourceFile) -> Document | str:
    try:
        return load(file)
    except FormatError as problem:
        return str(problem)
    except Exception as fault:  # noqa: BLE001 - a fault of ours in one article must not cost all the others
        return f"the reader failed on it ({type(fault).__name__})"


def made_ready(document: Document, recognition: Recognition | None) -> Ready:
    """A document with what it names, where that is known."""
    text = cut(document.text)
    return Ready(entry(document, recognition, text), packed(document, text.gaps(), recognition))


def name_page(page: Page) -> Ready | str:
    """An article of the index with what it names, or what is wrong with it."""
    try:
        return made_ready(page.document, names(page.document))
    except DamageError as problem:
        return str(problem)


def recognise_apart(document: Document, cancelled: Cancel | None = None) -> Recognition:
    """What a long document names, found in a child.  What takes longer than SECONDS is given up: nothing is named then.

    Raises Cancelled where the caller asked to stop.
    """
    child = _start(names)
    try:
        child.pipe.send(document)
        until = time.monotonic() + START
        while time.monotonic() < until:
            if cancelled is not None and cancelled():
                raise Cancelled("names were not looked for to the end")
            if child.pipe.poll(_LOOK):
                try:
                    found = child.pipe.recv()
                except (EOFError, OSError):
                    break
                if found is not None:
                    return found if isinstance(found, Recognition) else NOTHING
                until = time.monotonic() + SECONDS  # it has started
        return NOTHING
    finally:
        _end(child)


@dataclass(slots=True)
class _Child:
    process: BaseProcess
    pipe: Connection
    given: deque[Any] = field(default_factory=deque)
    since: float = 0.0
    started: bool = False

    def takes_more_than(self, seconds: float) -> bool:
        """Whether it has been at one article for so long."""
        # What it gave may lie there unread: whoever takes the articles may have been at other work for long.
        return time.monotonic() - self.since > (seconds if self.started else START) and not self.pipe.poll()


class _Waiting(Generic[_Asked]):
    """What is to be read, taken from where it comes when there is room for it."""

    def __init__(self, files: Iterable[_Asked]) -> None:
        self._files = iter(files)
        self._back: deque[_Asked] = deque()
        self._ended = False

    def take(self) -> _Asked | None:
        """The next, or None at the end."""
        if self._back:
            return self._back.popleft()
        found = next(self._files, None)
        self._ended = found is None
        return found

    def give_back(self, files: Iterable[_Asked]) -> None:
        """These come first again, in this order."""
        self._back.extendleft(reversed([*files]))

    def __bool__(self) -> bool:
        return bool(self._back) or not self._ended


def read_apart(
    files: Iterable[_Asked],
    read: Callable[[_Asked], _Given],
    *,
    seconds: float = SECONDS,
    stopped: Cancel = lambda: False,
) -> Generator[tuple[_Asked, _Given | str], None, None]:
    """Reads the files in children by `read`, which is given a file and `seconds` for it, until they are all read or
    `stopped` says so.
    """
    waiting = _Waiting(files)
    children = [_start(read) for _ in range(os.cpu_count() or 1)]
    try:
        while not stopped():
            for child in children:
                _feed(child, waiting)
            if not waiting and not any(child.given for child in children):
                break
            ready = wait([child.pipe for child in children if child.given], timeout=_LOOK)
            for number, child in enumerate(children):
                if child.pipe in ready:
                    try:
                        result = child.pipe.recv()
                    except (EOFError, OSError):
                        if not child.started:  # no article is to blame
                            raise OSError("a process that reads articles could not start") from None
                        yield child.given.popleft(), "the reader failed on it"
                        children[number] = _restarted(child, read, waiting)
                    else:
                        if child.started:
                            yield child.given.popleft(), result
                        child.started = True
                        child.since = time.monotonic()
                elif child.given and child.takes_more_than(seconds):
                    yield child.given.popleft(), f"reading it took more than {seconds:.0f} seconds"
                    children[number] = _restarted(child, read, waiting)
    finally:
        for child in children:
            _end(child)


def _feed(child: _Child, waiting: _Waiting[_Asked]) -> None:
    while len(child.given) < _AHEAD and (file := waiting.take()) is not None:
        if not child.given:
            child.since = time.monotonic()
        child.given.append(file)
        try:
            child.pipe.send(child.given[-1])
        except (BrokenPipeError, ConnectionResetError):  # it died; receiving from it will tell
            return


def _restarted(child: _Child, read: Callable[[Any], object], waiting: _Waiting[Any]) -> _Child:
    _end(child)
    waiting.give_back(child.given)
    return _start(read)


def _end(child: _Child) -> None:
    child.process.kill()
    child.process.join()
    child.pipe.close()


def _start(read: Callable[[Any], object]) -> _Child:
    # Never forked: the program may have threads, and a forked child would hold their locks.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, read), daemon=True)
    # Starting the first child asks standard error for its file number, and what a screen puts in its place has none.
    with redirect_stderr(sys.__stderr__):
        process.start()
    theirs.close()
    return _Child(process, ours, since=time.monotonic())


def _work(pipe: Connection, read: Callable[[Any], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a traceback of a child is nothing for the user's terminal
    pipe.send(None)  # it has started
    given: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    threading.Thread(target=_take_in, args=(pipe, given), daemon=True).start()
    while (asked := given.get()) is not None:
        _limit_processor()
        try:
            result = read(pickle.loads(asked))
        except (MemoryError, RecursionError):
            result = "reading it takes too much memory"
        pipe.send(result)


def _take_in(pipe: Connection, given: queue.SimpleQueue[bytes | None]) -> None:
    """Takes what is given at once, also while a result is sent: both sides could else wait for room in the pipe."""
    with suppress(EOFError, OSError, MemoryError):
        while True:
            given.put(pipe.recv_bytes())
    given.put(None)


def _end_with_parent() -> None:
    """Ends this child when its parent is gone, even killed in the midst of an article."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _limit_processor() -> None:
    """Lets the kernel end this child where one article keeps it busy, as in a regular expression, where no thread of
    its own could.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime + SECONDS) + 2
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
