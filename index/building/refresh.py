"""Bringing the index up to date: what changed on the disk is read, put into the engine and stored; then what it names
is found, which takes many times as long, and the articles are put anew with that.

The engine commits before the store does: an article that the store does not know is read and put again, which does no
harm, while one that only the store knew would never be found.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple

from index.building.children import Part
from index.building.kept import Packed, packed_names
from index.building.opened import Beside, Opened
from index.building.reading import (
    LONG,
    NAME_PARTS,
    WORD_PARTS,
    Known,
    Named,
    NameReader,
    PartsAhead,
    Ready,
    WordReader,
    first_few,
    name_page,
    read_with_names,
    read_words,
)
from index.building.rows import Stamp
from index.building.store import Store
from index.documents.model import SourceFile
from index.entities.model import unknown
from index.errors import Cancelled
from index.search.engine import Batch, Engine
from index.search.model import Cancel

_FIRST_NAMED = 40
"""Articles whose names are found within this process, where they are short."""
_SHORT = 50_000
"""Bytes of a file that is short."""

Progress = Callable[[int, int], None]


class Refreshed(NamedTuple):
    """The paths that a refresh `changed` (added, changed or removed), and those of the files that it `looked_into`,
    since the store could not tell that they are the ones that were read.
    """

    changed: frozenset[str]
    looked_into: frozenset[str]


def refresh(
    files: Sequence[SourceFile],
    store: Store,
    engine: Engine,
    progress: Progress | None,
    cancelled: Cancel | None,
    among: Collection[str] | None = None,
    opened: Opened | None = None,
    *,
    names: bool = True,
) -> Refreshed:
    """Makes store and engine hold just `files`.  Of many new articles, and without `names` of any, the names are not
    looked for, and those come first that the user opens, as `opened` tells.

    With `among`, only these paths are looked at, and `files` are those of them that are there.

    Raises Cancelled, with everything committed so far kept, and EngineError.
    """
    stamps = store.stamps(among)
    indexed = engine.documents(among)
    known = indexed & stamps.keys()
    wanted = {file.path for file in files}
    removed = (stamps.keys() | indexed) - wanted
    stale = [file for file in files if _is_stale(file, stamps.get(file.path), indexed)]
    changed = set(removed)
    if removed:
        with engine.refresh() as batch:
            for path in sorted(removed & indexed):
                batch.remove(path)
        store.remove(sorted(removed))
    writing = _Writing(store, engine, indexed, anew=not stamps and among is None)
    count = _Count(progress, cancelled, len(stale), "indexing was stopped; what was read so far is kept")
    beside = Beside([file for file in stale if file.path not in known], opened)
    first = beside.now()
    sooner = {file.path for file in first}
    few, rest = first_few([*first, *(file for file in stale if file.path not in sooner)])
    rest.sort(key=_is_long)
    read = read_with_names if names and not rest else read_words
    ready: list[tuple[SourceFile, Ready | str | None]] = []
    for file in few:
        count.more(1)
        found = read(file)
        same = file.path in known and not isinstance(found, str) and found.packed.sha256 == stamps[file.path].sha256
        ready.append((file, None if same else found))
    changed |= writing.put(ready)
    if rest:  # not begun before there is something to find: starting processes would take its time
        things = (Known(file, stamps[file.path].sha256 if file.path in known else "") for file in rest)
        changed |= writing.put_ahead(things, beside, count)
    return Refreshed(frozenset(changed), frozenset(file.path for file in stale))


def _is_stale(file: SourceFile, stamp: Stamp | None, indexed: Collection[str]) -> bool:
    """Is a file not kept as it is now?  One that could not be read is kept by its stamp alone."""
    if stamp is None or not stamp.fits(file):
        return True
    return stamp.failure is None and file.path not in indexed


def find_names(store: Store, engine: Engine, progress: Progress | None, cancelled: Cancel | None) -> frozenset[str]:
    """Finds what articles name of which that is not known; gives their paths.

    Raises Cancelled, with everything committed so far kept, and EngineError.
    """
    paths = store.unnamed()
    count = _Count(progress, cancelled, len(paths), "names were not looked for to the end; those found so far are kept")
    few, rest = _first_named(paths, store)
    long = {path for path, stamp in store.stamps().items() if stamp.size > LONG} if rest else set()
    rest.sort(key=long.__contains__)
    maker = engine.maker() if rest else None
    ahead = (
        PartsAhead(rest, NameReader(maker, store.file), NAME_PARTS, long.__contains__) if maker is not None else None
    )
    try:
        found: list[tuple[str, Named | str]] = []
        with engine.refresh() as batch:
            for path, page in store.pages(few).items():
                count.more(1)
                named = name_page(page)
                if isinstance(named, Named) and named.entry is not None:
                    batch.put_entry(named.entry)
                found.append((path, named))
        store.put_names(_kept(found))
        store.samples.take("names")  # by which the children compress what comes from now on
        for part in ahead or ():
            count.more(part.done)
            parted = [(path, each) for path, each in part.things if each is not None]
            if part.made is not None:
                with engine.refresh() as batch:
                    told = [path for path, each in parted if isinstance(each, Named) and each.tells]
                    batch.put_made(part.made, told)
            store.put_names(_kept(parted))
    finally:
        if maker is not None and ahead is not None:
            ahead.close()
            maker.discard()
    return frozenset(paths)


def _is_long(file: SourceFile) -> bool:
    return file.size > LONG


def _is_long_file(known: Known) -> bool:
    return _is_long(known.file)


def _first_named(paths: Sequence[str], store: Store) -> tuple[list[str], list[str]]:
    """The articles whose names are found within this process, none of them long, and the rest, for processes that can
    be killed.
    """
    few = [path for path, stamp in store.stamps(paths[:_FIRST_NAMED]).items() if stamp.size <= _SHORT]
    chosen = set(few)
    return few, [path for path in paths if path not in chosen]


def _kept(named: Iterable[tuple[str, Named | str]]) -> Iterator[tuple[str, bytes, str]]:
    for path, each in named:
        if isinstance(each, str):  # the article was read; what cost a child its life is not tried again
            none = unknown(each)
            yield path, packed_names(none), none.lacking
        else:
            yield path, each.names, each.lacking


class _Count:
    """Tells how far the work is, and stops it where the caller asks to."""

    def __init__(self, progress: Progress | None, cancelled: Cancel | None, todo: int, stopped: str) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._todo = todo
        self._stopped = stopped
        self._done = 0

    def more(self, number: int) -> None:
        """So many more are done."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled(self._stopped)
        self._done += number
        if number and self._progress is not None:
            self._progress(self._done, self._todo)


class _Writing:
    """Puts what was read into the engine, then into the store."""

    def __init__(self, store: Store, engine: Engine, indexed: Collection[str], *, anew: bool) -> None:
        self._store = store
        self._engine = engine
        self._indexed = indexed
        self._anew = anew  # what an engine holds that the store knows nothing of is nobody's

    def _batch(self) -> AbstractContextManager[Batch]:
        anew, self._anew = self._anew, False
        return self._engine.build() if anew else self._engine.refresh()

    def put(self, read: Sequence[tuple[SourceFile, Ready | str | None]]) -> set[str]:
        """Puts articles that were read here; gives the paths of those that changed."""
        with self._batch() as batch:
            for _, each in read:
                if isinstance(each, Ready):
                    batch.put_entry(each.entry)
            self._remove(batch, read)
        return self._keep([(file, each.packed if isinstance(each, Ready) else each) for file, each in read])

    def put_ahead(self, things: Iterable[Known], beside: Beside, count: _Count) -> set[str]:
        """Puts many or long articles as processes read their words, and those that the user opens at once; gives the
        paths of those that changed.
        """
        maker = self._engine.maker()
        ahead = PartsAhead(things, WordReader(maker, self._store.samples.take("text")), WORD_PARTS, _is_long_file)
        changed: set[str] = set()
        try:
            for part in ahead:
                count.more(part.done)
                changed |= self.put_part(part)
                if first := beside.now():  # they are read again in their turn, which does no harm
                    changed |= self.put([(file, read_words(file)) for file in first])
        finally:
            ahead.close()
            maker.discard()
        return changed

    def put_part(self, part: Part[Known, Packed | str | None]) -> set[str]:
        """Puts a part that a child made; gives the paths of the articles that changed."""
        read = [(known.file, each) for known, each in part.things]
        with self._batch() as batch:
            if part.made is not None:
                batch.put_made(part.made, [file.path for file, each in read if isinstance(each, Packed)])
            self._remove(batch, read)
        return self._keep(read)

    def _remove(self, batch: Batch, read: Iterable[tuple[SourceFile, object]]) -> None:
        for file, each in read:
            if isinstance(each, str) and file.path in self._indexed:
                batch.remove(file.path)

    def _keep(self, read: Sequence[tuple[SourceFile, Packed | str | None]]) -> set[str]:
        entries = [(file, each) for file, each in read if isinstance(each, Packed)]
        if entries:
            self._store.put(entries)
        for file, each in read:
            if each is None:
                self._store.touch(file)
            elif isinstance(each, str):
                self._store.put_failure(file, each)
        return {file.path for file, each in read if each is not None}
