"""A corpus with its index, opened when it is first asked for, in a private folder that can always be deleted.

All methods may be called from any thread.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from index import cache
from index.digests import blake2b
from index.documents.binary.formats import reads_pdf
from index.documents.cleaning import clean_line
from index.documents.glance import begun, glance
from index.documents.model import Skipped
from index.errors import CorpusError, DamageError, EngineError
from index.library.corpus import Corpus
from index.search.engines import trace
from index.settings import Settings

if TYPE_CHECKING:
    from index.building.rows import Settled
    from index.building.store import Store
    from index.entities.resolving.resolution import Resolution
    from index.search.engine import Engine


class Status(NamedTuple):
    """The index of a corpus: articles in it, files it should hold, files skipped, and whether it is up to date.

    `busy` says that another window is writing it; `changed` holds the paths that the refresh added, changed or removed;
    `elsewhere` says that another window changed it since names were resolved here.
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
    elsewhere: bool = False


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
        self._look: bytes | None = None
        """What stood for the files when they were looked at last."""
        self._unscanned: bytes | None = None
        """That, where the files were not scanned since."""
        self._ahead: Callable[[], bytes | None] | None = None
        """Waits for a look at the files that was begun."""
        self._store: Store | None = None
        self._engine: Engine | None = None
        self._resolution: Resolution | None = None
        self._resolved_mark = ""
        """What the mark of the store was for that."""
        self._resolution_lock = threading.Lock()

    def rescan(self) -> None:
        """Looks at the folder anew."""
        with self._lock:
            look, self._unscanned = self._unscanned, None
        look = look or glance(self.root)  # first, so that what changes in between is seen the next time
        with self._lock:
            super().rescan()
            self._look = look

    def look_ahead(self) -> None:
        """Begins to see whether anything changed in the folder, for the refresh that comes next."""
        self._ahead = begun(self.root)

    def _look_again(self) -> None:
        """Sees whether anything changed in the folder; only then what was scanned counts no more."""
        with self._lock:
            ahead, self._ahead = self._ahead, None
        look = ahead() if ahead is not None else glance(self.root)
        with self._lock:
            if look is None or look != self._look:
                self._look = self._unscanned = look
                self.forget_files()

    def _settled(self) -> Settled | None:
        """What there is, where the index is known to be up to date with the files as they were looked at last."""
        return self._stored().settled(self._key()) if self._look is not None else None

    def _key(self) -> str:
        """Stands for the files as they were looked at last, and for the last commit of the engine."""
        key = blake2b(self._look or b"", digest_size=16)
        key.update(trace(self.folder).encode("utf-8", "surrogateescape"))
        key.update(b"pdf" * reads_pdf())  # once it is installed, what was skipped is an article
        return key.hexdigest()

    def skipped(self) -> tuple[Skipped, ...]:
        """What is not read, with reasons: files that are no articles, and those that turned out unreadable."""
        skipped = self._scanned().skipped
        if self._store is not None:
            skipped += self._store.failures()
        return tuple(sorted(skipped, key=lambda one: one.path))

    def unreadable(self) -> tuple[Skipped, ...]:
        """Those of them that are articles by their kind, and folders that may hold some."""
        return tuple(one for one in self.skipped() if one.unreadable)

    def partly(self) -> tuple[Skipped, ...]:
        """The articles of the index of which something is left out, each with what."""
        return self._stored().partly()

    def without_articles(self) -> CorpusError:
        """What is wrong with a corpus that holds no article, or none that can be read."""
        return self._none_of(self.skipped())

    def status(self) -> Status:
        """What is in the index, and whether files changed since."""
        from index.building.rows import Settled

        if self._look is None:
            self._look_again()
        there = self._settled()
        current = there is not None
        if there is None:
            files, stamps = self.files(), self._stored().stamps()
            failures = sum(stamp.failure is not None for stamp in stamps.values())
            there = Settled(len(files), len(self._scanned().skipped), len(stamps) - failures, failures)
            current = len(stamps) == len(files) and all(
                file.path in stamps
                and (stamps[file.path].size, stamps[file.path].mtime_ns) == (file.size, file.mtime_ns)
                for file in files
            )
        return self._told(there, current=current)

    def _told(self, there: Settled, *, current: bool, changed: frozenset[str] = frozenset()) -> Status:
        return Status(
            corpus=clean_line(str(self.root)),
            folder=str(self.folder),
            articles=there.articles,
            files=there.files,
            skipped=there.skipped + there.failures,
            bytes=cache.size_of(self.folder),
            current=current,
            named=there.articles - self._stored().unnamed_count(),
            changed=changed,
        )

    def _stored(self) -> Store:
        from index.building.store import Store

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
            cache.refuse_inside(self.folder, self.root)
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
