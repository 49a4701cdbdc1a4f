"""The last commit of a Whoosh index, opened: looked at by one search at a time, and followed as others commit."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from whoosh.index import TOC, FileIndex

from index.errors import DamageError
from index.search.stored.folder import Guarded
from index.search.stored.segments import Snapshot, open_snapshot

_RACY_NS = 1_000_000_000
_TRIES = 10
"""How often opening is tried again where a commit deletes files in the same moment."""


class Snapshots:
    """The snapshots of an index, one after the other.  Safe to use from several threads."""

    def __init__(self, index: FileIndex) -> None:
        self._index = index
        self._lock = threading.RLock()
        self._snapshot: Snapshot | None = None
        self._changed = self._looked_ns = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """While nobody else reads what is open.  What goes wrong inside is told as EngineError.

        What was found damaged is opened anew by whoever comes next, and so compared with its checksums.
        """
        with self._lock:
            try:
                with Guarded("read"):
                    yield
            except DamageError:
                self._snapshot = None
                raise

    @contextmanager
    def latest(self) -> Iterator[Snapshot]:
        """The last commit, while nobody else reads it.  What goes wrong inside is told as EngineError."""
        with self.held():
            yield self._current()

    def for_writing(self) -> Snapshot:
        """The last commit, for a writer that holds nothing: the paths of its articles are at hand."""
        with self._lock:
            snapshot = self._current()
            for segment in snapshot.segments:
                segment.paths()
            return snapshot

    def forget(self) -> None:
        """Lets go of all files; they are opened again where they are asked for."""
        with self._lock:
            self._snapshot = None

    def _unchanged(self) -> bool:
        """Whether no file has come or gone since the last look, by the folder's time of change.

        A folder that had just changed then may have changed again without its time showing it.
        """
        try:
            changed = os.stat(self._index.storage.folder).st_mtime_ns
        except OSError:
            return False
        if changed == self._changed and self._looked_ns - changed > _RACY_NS:
            return True
        self._changed, self._looked_ns = changed, time.time_ns()
        return False

    def _current(self) -> Snapshot:
        if self._snapshot is not None and self._unchanged():
            return self._snapshot
        for attempt in range(_TRIES):
            generation = TOC._latest_generation(self._index.storage, self._index.indexname)
            if self._snapshot is not None and self._snapshot.generation == generation:
                return self._snapshot
            try:
                self._snapshot = open_snapshot(self._index.storage, self._index.indexname, self._snapshot)
            except FileNotFoundError:
                # A commit has just put other files in their place.
                if attempt == _TRIES - 1:
                    raise
                time.sleep(0.01)
        assert self._snapshot is not None
        return self._snapshot
