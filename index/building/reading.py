"""Reading articles: parsed, put into parts of the index, and what they name found, in a few processes at once.

An article is somebody else's text.  One that takes too long, takes too much memory or finds a fault in a parser costs a
child process and is reported as unreadable; the rest is read.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, repeat
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from index.building.child import LOOK
from index.building.children import Making, Part, apart, parts_apart
from index.building.kept import Packed, Page, packed, packed_names
from index.building.store import Store
from index.building.usual import Usual
from index.documents.load import load
from index.documents.model import Document, SourceFile
from index.entities.model import Recognition, unknown
from index.errors import Cancelled, DamageError, FormatError
from index.search.engine import Maker
from index.search.model import Cancel
from index.search.stored.entry import Entry, entry
from index.search.stored.pieces import Cut, cut

_FIRST_FILES, _FIRST_BYTES = 40, 400_000
"""So much is read within this process: sooner done than others are started."""
WORD_PARTS = (100, 800, 6_400, 9_600)
NAME_PARTS = (100, 200, 400, 800, 1_600, 3_200)
"""Articles in the parts of the index that each process makes, one after the other, the last again and again: few at
first, so that there is something to find at once, then more, since a commit is dear.
"""
LONG = 2 << 20
"""Bytes from which on a file comes after the others and by itself: it may be one that is made to take long."""
_WAITING = 256
"""Messages of children not yet taken, at most; some 6 MB with usual articles."""

_NONE = Usual()
_Asked = TypeVar("_Asked")
_Given = TypeVar("_Given")


class Ready(NamedTuple):
    """An article as the search index and the file of articles take it."""

    entry: Entry
    packed: Packed


class Named(NamedTuple):
    """What an article names, as the file of articles takes it, what of that is not known, whether the search index has
    to learn of it, and as it takes that, where it did not yet.
    """

    names: bytes
    lacking: str
    tells: bool
    entry: Entry | None


class Known(NamedTuple):
    """A file, and the hash that its article in the index has, "" where it has none there."""

    file: SourceFile
    sha256: str


def first_few(files: Sequence[SourceFile]) -> tuple[list[SourceFile], list[SourceFile]]:
    """The files that are sooner read within this process than in others, and the rest."""
    few: list[SourceFile] = []
    taken = 0
    for number, file in enumerate(files):
        if number == _FIRST_FILES or taken + file.size > _FIRST_BYTES:
            return few, [*files[number:]]
        few.append(file)
        taken += file.size
    return few, []


class WordReader:
    """Reads articles without what they name and puts them into a part of the index."""

    def __init__(self, maker: Maker, usual: Usual) -> None:
        self._maker = maker
        self._usual = usual

    @property
    def steps(self) -> Sequence[Callable[[Any], Any]]:
        """What is done with each article, one after the other."""
        return _loaded_anew, _cut, self._packed, self._put

    def __call__(self, known: Known) -> Packed | str | None:
        """An article as the store takes it; why it cannot be read; None where the index has it as it is."""
        return self._put(self._packed(_cut(_loaded_anew(known))))

    def _packed(self, read: tuple[Document, Cut] | str | None) -> Ready | str | None:
        return _ready(*read, None, self._usual) if isinstance(read, tuple) else read

    def _put(self, read: Ready | str | None) -> Packed | str | None:
        if not isinstance(read, Ready):
            return read
        self._maker.put_entry(read.entry)
        return read.packed

    def made(self) -> object | None:
        """The part of the index."""
        return self._maker.made()


def _loaded_anew(known: Known) -> Document | str | None:
    document = _loaded(known.file)
    return document if isinstance(document, str) or document.sha256 != known.sha256 else None


def _cut(read: Document | str | None) -> tuple[Document, Cut] | str | None:
    return (read, cut(read.text)) if isinstance(read, Document) else read


class NameReader:
    """Finds what articles of the index name and puts them, with that, into a part of the index."""

    def __init__(self, maker: Maker, store: Path) -> None:
        self._maker = maker
        self._file = store
        self._store: Store | None = None

    def __call__(self, path: str) -> Named | str | None:
        """What the article of a path names; None where it is not there any more."""
        if self._store is None:
            self._store = Store(self._file)
        page = self._store.pages([path]).get(path)
        if page is None:
            return None
        named = name_page(page, self._store.samples.usual().names)
        if isinstance(named, Named) and named.entry is not None:
            self._maker.put_entry(named.entry)
            return named._replace(entry=None)
        return named

    def made(self) -> object | None:
        """The part of the index."""
        return self._maker.made()


class PartsAhead(Generic[_Asked, _Given]):
    """What children make of things, in parts; they begin at once, and go on while the caller is at other work, as a
    commit is.  Closing it ends them.
    """

    def __init__(
        self,
        things: Iterable[_Asked],
        do: Making[_Asked, _Given],
        sizes: Sequence[int],
        alone: Callable[[_Asked], bool] = lambda _: False,
    ) -> None:
        self._taken: queue.Queue[Part[_Asked, _Given] | BaseException | None] = queue.Queue(_WAITING)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._take, args=(things, do, sizes, alone), daemon=True)
        self._thread.start()

    def __iter__(self) -> Iterator[Part[_Asked, _Given]]:
        while (part := self._taken.get()) is not None:
            if isinstance(part, BaseException):
                raise part
            yield part

    def close(self) -> None:
        """Ends the children, without waiting for what they are at."""
        self._stopped.set()
        while self._thread.is_alive():  # it may wait for room
            with suppress(queue.Empty):
                self._taken.get(timeout=LOOK)

    def _take(
        self,
        things: Iterable[_Asked],
        do: Making[_Asked, _Given],
        sizes: Sequence[int],
        alone: Callable[[_Asked], bool],
    ) -> None:
        end: BaseException | None = None
        try:
            each = chain(*(repeat(size, os.cpu_count() or 1) for size in sizes), repeat(sizes[-1]))
            for part in parts_apart(things, do, each, alone=alone, stopped=self._stopped.is_set):
                self._taken.put(part)
        except BaseException as problem:  # noqa: BLE001 - it is raised again where the caller is
            end = problem
        self._taken.put(end)


def read_with_names(file: SourceFile) -> Ready | str:
    """One article with what it names, or why it cannot be read."""
    document = _loaded(file)
    return document if isinstance(document, str) else made_ready(document, _named(document))


def read_words(file: SourceFile) -> Ready | str:
    """One article without what it names, or why it cannot be read."""
    document = _loaded(file)
    return document if isinstance(document, str) else made_ready(document, None)


def name_page(page: Page, usual: bytes = b"") -> Named | str:
    """What an article of the index names, compressed by a sample of names, or what is wrong with it."""
    try:
        document = page.document
        found = _named(document)
        if not found.mentions:  # as the index has it
            return Named(packed_names(found, usual), found.lacking, tells=False, entry=None)
        learnt = entry(document, found, cut(document.text))
        return Named(packed_names(found, usual), found.lacking, tells=True, entry=learnt)
    except DamageError as problem:
        return str(problem)


def _named(document: Document) -> Recognition:
    from index.naming import names  # its rules take as long to load as half of what else a reading process needs

    return names(document)


def _loaded(file: SourceFile) -> Document | str:
    """The document, or why there is none.  The parsers are ours and others', and what hostile text makes them raise is
    not known beforehand: the kind of fault is told where what failed is listed.
    """
    try:
        return load(file)
    except FormatError as problem:
        return str(problem)
    except Exception as fault:  # noqa: BLE001 - a fault of ours in one article must not cost all the others
        return f"the reader failed on it ({type(fault).__name__})"


def made_ready(document: Document, recognition: Recognition | None) -> Ready:
    """A document with what it names, where that is known."""
    return _ready(document, cut(document.text), recognition)


def _ready(document: Document, text: Cut, recognition: Recognition | None, usual: Usual = _NONE) -> Ready:
    return Ready(entry(document, recognition, text), packed(document, text, recognition, usual))


def recognise_apart(document: Document, cancelled: Cancel | None = None) -> Recognition:
    """What a long document names, found in a child.  What takes more than LIMITS is given up, which is told.

    Raises Cancelled where the caller asked to stop.
    """
    with suppress(OSError):  # no child can start
        for _, found in apart([document], _named, stopped=cancelled or (lambda: False), children=1):
            return unknown(found) if isinstance(found, str) else found
    if cancelled is not None and cancelled():
        raise Cancelled("names were not looked for to the end")
    return unknown("no process can be started")
