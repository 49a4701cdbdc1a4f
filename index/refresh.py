"""Bringing the index up to date: what changed on the disk is read, put into the engine and stored; then what it names
is found, which takes many times as long, and the articles are put anew with that.

The engine commits before the store does: an article that the store does not know is read and put again, which does no
harm, while one that only the store knew would never be found.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice

from index.documents.model import SourceFile
from index.errors import Cancelled
from index.kept import Packed, Page, packed_names
from index.naming import NOTHING
from index.reading import name_pages, read_articles
from index.search.engine import Engine
from index.search.model import Cancel
from index.store import Store

_FIRST_CHUNK, _LAST_CHUNK = 50, 6_400
"""Articles a commit: few at first, so that there is something to find at once, then more, since a commit is dear."""

_AT_ONCE = 32
"""Articles taken from the store at a time."""


def refresh(
    files: Sequence[SourceFile],
    store: Store,
    engine: Engine,
    progress: Callable[[int, int], None] | None,
    cancelled: Cancel | None,
    among: Collection[str] | None = None,
) -> frozenset[str]:
    """Makes store and engine hold just `files`; gives the paths added, changed or removed.  Of many new articles the
    names are not looked for.

    With `among`, only these paths are looked at, and `files` are those of them that are there.

    Raises Cancelled, with everything committed so far kept, and EngineError.
    """
    stamps = store.stamps(among)
    indexed = engine.documents(among)
    known = indexed & stamps.keys()
    wanted = {file.path for file in files}
    removed = (stamps.keys() | indexed) - wanted
    stale = [
        file
        for file in files
        if file.path not in stamps
        or not stamps[file.path].fits(file)
        or (stamps[file.path].failure is None and file.path not in indexed)
    ]
    changed = set(removed)
    if removed:
        with engine.refresh() as batch:
            for path in sorted(removed & indexed):
                batch.remove(path)
        store.remove(sorted(removed))
    reads = read_articles(stale)
    try:
        for done, size in _chunks(len(stale)):
            entries: list[tuple[SourceFile, Packed]] = []
            failures: list[tuple[SourceFile, str]] = []
            # What an engine holds that the store knows nothing of is nobody's.
            anew = not done and not stamps and among is None
            with engine.build() if anew else engine.refresh() as batch:
                for number, (file, read) in enumerate(islice(reads, size), done + 1):
                    if cancelled is not None and cancelled():
                        raise Cancelled("indexing was stopped; what was read so far is kept")
                    if isinstance(read, str):
                        failures.append((file, read))
                        if file.path in indexed:
                            batch.remove(file.path)
                    elif file.path in known and stamps[file.path].sha256 == read.packed.sha256:
                        store.touch(file)
                    else:
                        batch.put_entry(read.entry)
                        entries.append((file, read.packed))
                    if progress is not None:
                        progress(number, len(stale))
            store.put(entries)
            for file, reason in failures:
                store.put_failure(file, reason)
            changed |= {file.path for file, _ in entries} | {file.path for file, _ in failures}
    finally:
        reads.close()
    return frozenset(changed)


def find_names(
    store: Store, engine: Engine, progress: Callable[[int, int], None] | None, cancelled: Cancel | None
) -> frozenset[str]:
    """Finds what articles name of which that is not known; gives their paths.

    Raises Cancelled, with everything committed so far kept, and EngineError.
    """
    paths = store.unnamed()
    named = name_pages(_pages(store, paths), len(paths))
    try:
        for done, size in _chunks(len(paths)):
            found: list[tuple[str, bytes]] = []
            with engine.refresh() as batch:
                for number, (page, ready) in enumerate(islice(named, size), done + 1):
                    if cancelled is not None and cancelled():
                        raise Cancelled("names were not looked for to the end; those found so far are kept")
                    if isinstance(ready, str):
                        # It can be read, and has been; what costs a child its life is not tried again.
                        found.append((page.path, packed_names(NOTHING)))
                    else:
                        batch.put_entry(ready.entry)
                        found.append((page.path, ready.packed.names or b""))
                    if progress is not None:
                        progress(number, len(paths))
            store.put_names(found)
    finally:
        named.close()
    return frozenset(paths)


def _pages(store: Store, paths: Sequence[str]) -> Iterator[Page]:
    """The articles as they were read; of one that is not there any more nothing is named."""
    for start in range(0, len(paths), _AT_ONCE):
        yield from store.pages(paths[start : start + _AT_ONCE]).values()


def _chunks(number: int) -> Iterator[tuple[int, int]]:
    """Start and size of each chunk."""
    start, size = 0, _FIRST_CHUNK
    while start < number:
        yield start, min(size, number - start)
        start, size = start + size, min(size * 4, _LAST_CHUNK)
