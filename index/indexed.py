"""A corpus with its index, opened when it is first asked for, in a private folder that can always be deleted.

All methods may be called from any thread.
"""

from __future__ import annotations

import hashlib
import tempfile
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from index import cache
from index.corpus import Corpus
from index.documents.cleaning import clean_line
from index.documents.model import Skipped
from index.errors import DamageError, EngineError
from index.search.engines import trace
from index.settings import Settings

if TYPE_CHECKING:
    from index.entities.resolution import Resolution
    from index.search.engine import Engine
    from index.store import Store


@dataclass(frozen=True, slots=True)
class Status:
    """The index of a corpus: articles in it, files it should hold, files skipped, and whether it is up to date.

    `busy` says that another window is writing it; `changed` holds the paths that the refresh added, changed or removed.
    Of `named` articles it is known what they name: of many new ones that is found last.
    """

    corpus: str
    folder: str
    articles: int
    files: int
    skipped: int
    bytes: int
    current: bool
    named: int = 0
    busy: bool = False
    changed: frozenset[str] = frozenset()


class IndexedCorpus(Corpus):
    """A corpus, what has been read of it, and its full-text index."""

    def __init__(
        self, root: Path, settings: Settings, *, temporary: tempfile.TemporaryDirectory[str] | None = None
    ) -> None:
        super().__init__(root)
        self.settings = settings
        self.folder = cache.corpus_folder(settings.cache_dir, root)
        self.generation = 0
        """Grows whenever a refresh changed something; what was computed before may then be out of date."""
        self.notice: str | None = None
        """Something about the index that the user should be told once."""
        self._temporary = temporary
        self._scan_key: hashlib.blake2b | None = None
        self._store: Store | None = None
        self._engine: Engine | None = None
        self._resolution: Resolution | None = None
        self._resolution_lock = threading.Lock()

    def rescan(self) -> None:
        """Looks at the folder anew."""
        with self._lock:
            super().rescan()
            self._scan_key = None

    def skipped(self) -> tuple[Skipped, ...]:
        """What is not read, with reasons: files that are no articles, and those that turned out unreadable."""
        skipped = self._scanned().skipped
        if self._store is not None:
            skipped += self._store.failures()
        return tuple(sorted(skipped, key=lambda one: one.path))

    def status(self) -> Status:
        """What is in the index, and whether files changed since."""
        files = self.files()
        settled = self._stored().settled(self._files_key())
        if settled is not None:
            (articles, failures), current = settled, True
        else:
            stamps = self._stored().stamps()
            articles = sum(stamp.failure is None for stamp in stamps.values())
            failures = len(stamps) - articles
            current = len(stamps) == len(files) and all(
                file.path in stamps
                and (stamps[file.path].size, stamps[file.path].mtime_ns) == (file.size, file.mtime_ns)
                for file in files
            )
        return Status(
            corpus=clean_line(str(self.root)),
            folder=str(self.folder),
            articles=articles,
            files=len(files),
            skipped=len(self._scanned().skipped) + failures,
            bytes=cache.size_of(self.folder),
            current=current,
            named=articles - self._stored().unnamed_count(),
        )

    def _files_key(self) -> str:
        """Stands for the files of the corpus, as far as tells whether they changed, and for those of the engine."""
        with self._lock:
            if self._scan_key is None:
                lines = [f"{file.path}\0{file.size}\0{file.mtime_ns}" for file in self.files()]
                self._scan_key = hashlib.blake2b("\n".join(lines).encode("utf-8", "surrogatepass"), digest_size=16)
            key = self._scan_key.copy()
        key.update(trace(self.folder).encode("utf-8", "surrogateescape"))
        return key.hexdigest()

    def _stored(self) -> Store:
        from index.store import Store

        with self._lock:
            if self._store is not None and self._store.replaced():
                # Another process made the index anew.  Who still reads the old one may do so to the end.
                self._store = self._engine = self._resolution = None
            if self._store is None:
                self._ensure_private()
                try:
                    self._store = Store(self.folder / "articles.sqlite")
                except DamageError:
                    cache.empty(self.folder)
                    self._ensure_private()
                    self._store = Store(self.folder / "articles.sqlite")
                except EngineError as problem:
                    self._borrow_folder(problem)
                    self._store = Store(self.folder / "articles.sqlite")
            return self._store

    def _engined(self) -> Engine:
        from index.search.engines import open_engine

        with self._lock:
            self._stored()  # tells whether the index was made anew
            if self._engine is None:
                self._engine = open_engine(self.folder)
            return self._engine

    def _ensure_private(self) -> None:
        """Makes the index folder; where that is not possible, one that goes with the library takes its place."""
        try:
            cache.ensure_private(self.folder)
        except EngineError as problem:
            self._borrow_folder(problem)

    def _borrow_folder(self, problem: EngineError) -> None:
        """Puts a temporary folder in the place of an index folder that cannot be used; raises `problem` where it is
        one already.
        """
        if self._temporary is not None:
            raise problem
        try:
            self._temporary = tempfile.TemporaryDirectory(prefix="ceasefire-reader-", ignore_cleanup_errors=True)
        except OSError:
            raise problem from None
        self.settings = replace(self.settings, cache_dir=Path(self._temporary.name))
        self.folder = cache.corpus_folder(self.settings.cache_dir, self.root)
        self.notice = f"{problem}; the index is kept in a temporary folder and goes when the program ends"
        cache.ensure_private(self.folder)

    def _discard(self) -> None:
        with self._lock:
            self._close_index()
            cache.empty(self.folder)
            self._ensure_private()

    def close(self) -> None:
        """Lets go of every file."""
        if self._temporary is not None:
            self._temporary.cleanup()  # before waiting for who holds the lock, since the program may not wait so long
        with self._lock:
            self._close_index()

    def _close_index(self) -> None:
        if self._store is not None:
            self._store.close()
        if self._engine is not None:
            self._engine.close()
        self._store = self._engine = self._resolution = None
