"""The library: one opened corpus, and the only door through which the screen and the commands reach all of `index`.

Opening is cheap: nothing is scanned, no index opened and no names table loaded before it is asked for.  All methods may
be called from any thread.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from index import cache
from index.documents import load, scan
from index.documents.cleaning import clean_line
from index.documents.model import Document, Skipped, SourceFile, Span
from index.errors import CorpusError, DamageError, EngineError, FormatError, QueryError
from index.settings import Settings, load_settings
from index.starter import starter_corpus

if TYPE_CHECKING:
    from index.comparison.matrix_model import Matrix
    from index.comparison.model import Comparison, Side
    from index.dossier import Dossier
    from index.entities.corrected_view import CorrectedView, Forms
    from index.entities.corrections import Correction, Corrections
    from index.entities.corrections_file import CorrectionsFile
    from index.entities.model import Annotations, Entity, EntityType, Recognition
    from index.entities.resolution import Resolution
    from index.search.concordance import Concordance
    from index.search.model import Article, Cancel, Ranking, SearchResult
    from index.search.whoosh_engine import WhooshEngine
    from index.state import State
    from index.store import Listed, Store

_KEPT_DOCUMENTS = 64
_RELATED_WORDS = 40
_LONG = 100_000
"""Characters; names in a longer text are found in a process that can be stopped."""
_FEW = 50
"""So many new articles are read within the program: sooner done than another process is started."""


@dataclass(frozen=True, slots=True)
class Status:
    """The index of a corpus: articles in it, files it should hold, files skipped, and whether it is up to date.

    `busy` says that another window is writing it; `changed` holds the paths that the refresh added, changed or removed.
    """

    corpus: str
    folder: str
    articles: int
    files: int
    skipped: int
    bytes: int
    current: bool
    busy: bool = False
    changed: frozenset[str] = frozenset()


class Library:
    """One corpus."""

    def __init__(self, root: Path, settings: Settings, *, temporary: tempfile.TemporaryDirectory[str] | None = None):
        self.root = root
        self.settings = settings
        self.name = clean_line(root.name or str(root))
        self.folder = cache.corpus_folder(settings.cache_dir, root)
        self.generation = 0
        """Grows whenever a refresh changed something; what was computed before may then be out of date."""
        self.notice: str | None = None
        """Something about the index that the user should be told once."""
        self._temporary = temporary
        self._lock = threading.RLock()
        self._scan: scan.Scan | None = None
        self._scan_key: hashlib.blake2b | None = None
        self._by_path: dict[str, SourceFile] = {}
        self._documents: OrderedDict[SourceFile, Document] = OrderedDict()
        self._store: Store | None = None
        self._engine: WhooshEngine | None = None
        self._resolution: Resolution | None = None
        self._resolution_lock = threading.Lock()
        self._corrections: CorrectionsFile | None = None
        self._forms: Forms | None = None
        self._view: tuple[Corrections, CorrectedView] | None = None
        self._state: State | None = None
        self._state_lock = threading.Lock()

    @classmethod
    def open(cls, corpus: str | Path | None = None, *, settings: Settings | None = None) -> Library:
        """Opens a folder or a file; without one, what the settings name, else `./seeds`, else the starter corpus.

        Raises CorpusError where it is missing or cannot be read.
        """
        settings = settings or load_settings()
        named = corpus or settings.corpus
        root = Path(named).expanduser() if named else Path("seeds") if Path("seeds").is_dir() else starter_corpus()
        try:
            root = root.resolve(strict=True)
            readable = os.access(root, os.R_OK | (os.X_OK if root.is_dir() else 0))
        except (OSError, ValueError, RuntimeError) as problem:
            reason = problem.strerror if isinstance(problem, OSError) else "not a usable path"
            raise CorpusError(f"cannot open {clean_line(str(named or root))}: {reason}") from problem
        if not readable:
            raise CorpusError(f"cannot open {clean_line(str(root))}: permission denied")
        if not root.is_dir() and not root.is_file():
            raise CorpusError(f"cannot open {clean_line(str(root))}: neither a folder nor a regular file")
        return cls(root, settings)

    @classmethod
    def open_bytes(cls, data: bytes, *, settings: Settings | None = None) -> Library:
        """A library of one document that is in no file (standard input); its index goes with the library."""
        temporary = tempfile.TemporaryDirectory(prefix="ceasefire-reader-", ignore_cleanup_errors=True)
        folder = Path(temporary.name)
        beginning = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        name = "standard-input" + (".html" if beginning.startswith((b"<!doctype html", b"<html")) else ".txt")
        (folder / "corpus").mkdir()
        (folder / "corpus" / name).write_bytes(data)
        settings = replace(settings or load_settings(), cache_dir=folder / "cache")
        return cls(folder / "corpus" / name, settings, temporary=temporary)

    # -- the files

    def first(self) -> Document | None:
        """The first readable article, found without scanning the rest."""
        file = scan.first(self.root)
        if file is None:
            return None
        with self._lock:
            self._by_path.setdefault(file.path, file)
        return self.read(file.path)

    def files(self) -> tuple[SourceFile, ...]:
        """The articles' files, by path."""
        return self._scanned().files

    def skipped(self) -> tuple[Skipped, ...]:
        """What is not read, with reasons: files that are no articles, and those that turned out unreadable."""
        skipped = self._scanned().skipped
        if self._store is not None:
            skipped += self._store.failures()
        return tuple(sorted(skipped, key=lambda one: one.path))

    def rescan(self) -> None:
        """Looks at the folder anew."""
        found = scan.scan(self.root)
        with self._lock:
            self._scan = found
            self._scan_key = None
            self._by_path = {file.path: file for file in found.files}

    def _scanned(self) -> scan.Scan:
        with self._lock:
            if self._scan is None:
                self.rescan()
            assert self._scan is not None
            return self._scan

    def name_document(self, beginning: str) -> str:
        """The path of the document that is so named, or alone begins so.  Raises CorpusError."""
        wanted = beginning.removeprefix("./")
        with self._lock:
            if self._scan is None and wanted in self._by_path:
                return wanted
        paths = [file.path for file in self.files()]
        if wanted in paths:
            return wanted
        found = [path for path in paths if path.startswith(wanted)] if wanted else []
        if len(found) == 1:
            return found[0]
        shown = clean_line(beginning)
        if not found:
            raise CorpusError(f"no article of {self.name} is named {shown!r}")
        raise CorpusError(f"{shown!r} is the beginning of {len(found)} articles, {found[0]} and {found[1]} among them")

    def listing(self) -> tuple[Listed, ...]:
        """Every article with title, date and length; those not read yet stand under their file's name."""
        from index.store import Listed

        try:
            known = self._stored().listing()
            failed = {one.path for one in self._stored().failures()}
        except DamageError:
            self.refresh(rebuild=True)
            known = self._stored().listing()
            failed = {one.path for one in self._stored().failures()}
        return tuple(
            known.get(file.path) or Listed(file.path, file.path, None, 0)
            for file in self.files()
            if file.path not in failed
        )

    def read(self, path: str) -> Document:
        """The document as its file is now.  Raises CorpusError (no such document) or FormatError."""
        with self._lock:
            file = self._by_path.get(path)
        if file is None:
            self._scanned()
            file = self._by_path.get(path)
        if file is None:
            raise CorpusError(f"no article of {self.name} is named {clean_line(path)!r}")
        try:
            now = os.stat(file.location)
        except OSError as problem:
            raise FormatError(f"cannot read {path}: {problem.strerror}") from problem
        file = replace(file, size=now.st_size, mtime_ns=now.st_mtime_ns)
        with self._lock:
            if file in self._documents:
                self._documents.move_to_end(file)
                return self._documents[file]
        document = load.load(file)
        with self._lock:
            self._documents[file] = document
            while len(self._documents) > _KEPT_DOCUMENTS:
                self._documents.popitem(last=False)
        return document

    # -- the index

    def refresh(
        self,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Cancel | None = None,
        *,
        rebuild: bool = False,
    ) -> Status:
        """Brings the index up to date with the files: `progress` hears articles done and articles to do.

        Only what changed is read again.  A damaged index is deleted and built anew; where nothing can be written, what
        was there stays as it is.  Cancelled work keeps what was
        committed.  Raises EngineError where the index cannot be written, Cancelled where the caller asked to stop.
        """
        self.rescan()
        if not self.files():
            raise CorpusError(f"{clean_line(str(self.root))} holds no article: {self._why_empty()}")
        self._ensure_private()
        with cache.writing(self.folder) as ours:
            if not ours:
                return replace(self.status(), busy=True)
            if rebuild:
                self._discard()
            try:
                changed, status = self._refreshed(progress, cancelled)
            except DamageError:
                self._discard()
                changed, status = self._refreshed(progress, cancelled)
        return replace(status, changed=changed)

    def _refreshed(
        self, progress: Callable[[int, int], None] | None, cancelled: Cancel | None
    ) -> tuple[frozenset[str], Status]:
        store = self._stored()
        if store.settled(self._files_key()) is not None:
            self._engined().open()
            return frozenset(), self.status()
        from index.refresh import refresh

        changed = refresh(self.files(), store, self._engined(), progress, cancelled)
        self._follow(changed)
        if len(changed) > _FEW:
            self._resolving()
        stamps = store.stamps()
        if all(file.path in stamps and stamps[file.path].fits(file) for file in self.files()):
            store.settle(self._files_key())
        return changed, self.status()

    def _files_key(self) -> str:
        """Stands for the files of the corpus, as far as tells whether they changed, and for those of the engine."""
        with self._lock:
            if self._scan_key is None:
                lines = [f"{file.path}\0{file.size}\0{file.mtime_ns}" for file in self.files()]
                self._scan_key = hashlib.blake2b("\n".join(lines).encode("utf-8", "surrogatepass"), digest_size=16)
            key = self._scan_key.copy()
        with suppress(OSError):
            key.update("\0".join(sorted(os.listdir(self.folder / "whoosh"))).encode("utf-8", "surrogateescape"))
        return key.hexdigest()

    def refresh_apart(
        self, progress: Callable[[int, int], None] | None = None, cancelled: Cancel | None = None
    ) -> Status:
        """As `refresh`, for a program with a screen: more than a few articles are read in a process of their own."""
        from index.indexer import run_apart

        self.rescan()
        try:
            few = len(self.files()) - self._stored().count() <= _FEW
        except DamageError:
            few = False
        if few:
            return self.refresh(progress, cancelled)
        changed, busy = run_apart(self.root, self.settings, progress, cancelled)
        self._follow(changed)
        return replace(self.status(), changed=changed, busy=busy)

    def _why_empty(self) -> str:
        skipped = self.skipped()
        if not skipped:
            return "put .txt, .md or .html files into it"
        more = f" and {len(skipped) - 1} more" if len(skipped) > 1 else ""
        return f"{skipped[0].path} is skipped ({skipped[0].reason}){more}"

    def _discard(self) -> None:
        with self._lock:
            self._close_index()
            cache.empty(self.folder)
            self._ensure_private()

    def _follow(self, changed: frozenset[str]) -> None:
        if changed:
            with self._lock:
                self.generation += 1
                self._resolution = None

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
        )

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

    def _engined(self) -> WhooshEngine:
        from index.search.whoosh_engine import WhooshEngine

        with self._lock:
            self._stored()  # tells whether the index was made anew
            if self._engine is None:
                self._engine = WhooshEngine(self.folder / "whoosh")
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

    # -- searching

    def search(
        self, text: str, limit: int = 20, cancelled: Cancel | None = None, *, typing: bool = False
    ) -> SearchResult:
        """The articles that answer a query, best first, from what is in the index now.

        `typing`: the query may be unfinished, so that its last word also stands for all that begin with it.
        Raises QueryError, Cancelled, EngineError.
        """
        from index.search.query import parse

        query = parse(text, typing=typing)
        return self._engined().search(query, limit=limit, read=self._article, names=self._names, cancelled=cancelled)

    def matches(self, text: str, path: str, *, typing: bool = False) -> tuple[Span, ...]:
        """Every place where a query matches in the document as it is now, in order; `typing` as in `search`.

        Raises QueryError.
        """
        from index.search.model import Article
        from index.search.query import parse

        document = self.read(path)
        return self._engined().matches(
            parse(text, typing=typing), Article(document, self._recognition(document)), self._names
        )

    def ranking(self, text: str, cancelled: Cancel | None = None, *, typing: bool = False) -> Ranking:
        """Every article that answers a query, best first; raises as `search` does."""
        from index.search.query import parse

        query = parse(text, typing=typing)
        return self._engined().ranking(query, read=self._article, names=self._names, cancelled=cancelled)

    def concordance(
        self,
        text: str,
        told: Callable[[Concordance], None] | None = None,
        cancelled: Cancel | None = None,
        *,
        typing: bool = False,
    ) -> Concordance:
        """Every occurrence of a query in context; `told` hears what is there so far.  Raises as `search` does."""
        from index.search.concordance import concordance

        ranking = self.ranking(text, cancelled, typing=typing)
        return concordance(ranking, self._article, self._names, told=told, cancelled=cancelled)

    def related(self, path: str) -> tuple[tuple[str, float], ...]:
        """The other articles, most related first, with a relatedness from 0 to 1 (the share of the best score)."""
        article = self._article(path)
        scores = self._engined().similar(article, limit=max(len(self.files()), _RELATED_WORDS))
        best = max((score for other, score in scores if other != path), default=0.0)
        found = [(other, score / best) for other, score in scores if other != path and best > 0]
        missing = {file.path for file in self.files()} - {other for other, _ in found} - {path}
        return (*found, *((other, 0.0) for other in sorted(missing)))

    def _article(self, path: str) -> Article:
        """As it stands in the index, so that it fits the postings; where it is not there, as its file is now."""
        from index.search.model import Article

        article = self._stored().article(path)
        if article is None:
            document = self.read(path)
            article = Article(document, self._recognition(document))
        return article

    def _names(self, name: str, types: tuple[EntityType, ...]) -> frozenset[tuple[EntityType, str]]:
        resolution = self._corrected()
        return frozenset().union(*(resolution.surfaces(entity.id) for entity in resolution.find(name, types)))

    # -- entities

    def annotations(self, path: str, cancelled: Cancel | None = None) -> Annotations:
        """What the document as it is now names; entity ids and names are those of the corpus.

        Raises Cancelled where the caller asked to stop.
        """
        document = self.read(path)
        recognition = self._recognition(document, cancelled)
        return self._corrected().annotations(path, recognition, document)

    def entities(self) -> tuple[Entity, ...]:
        """Everything named in the corpus, most mentioned first."""
        return self._corrected().entities()

    def entity(self, entity_id: str) -> Entity | None:
        """One entity of the corpus, or None."""
        return self._corrected().entity(entity_id)

    def documents_naming(self, entity_id: str) -> dict[str, int]:
        """The documents that name an entity, with the number of mentions."""
        return self._corrected().documents(entity_id)

    def dossier(self, entity_id: str, cancelled: Cancel | None = None) -> Dossier:
        """All that the corpus says of one entity.  Raises CorpusError where there is no such entity."""
        from index.dossier import dossier

        return dossier(self, entity_id, cancelled)

    def _recognition(self, document: Document, cancelled: Cancel | None = None) -> Recognition:
        stored = self._stored().article(document.path)
        if stored is not None and stored.document.sha256 == document.sha256:
            return stored.recognition
        if len(document.text) > _LONG:
            from index.reading import recognise_apart

            return recognise_apart(document, cancelled)
        from index.reading import names

        return names(document)

    def _resolving(self) -> Resolution:
        """The entities of the corpus as of the last refresh: as they were kept, else resolved now and kept."""
        with self._resolution_lock:
            with self._lock:
                resolution, generation, store = self._resolution, self.generation, self._stored()
            if resolution is None:
                from index.entities.resolution import load

                mark = store.mark()
                resolution = load(self.folder, mark) or self._resolved(store, mark)
                with self._lock:
                    if generation == self.generation:
                        self._resolution = resolution
            return resolution

    def _resolved(self, store: Store, mark: str) -> Resolution:
        from index.entities.resolution import build, save
        from index.entities.resolve import Resolver, named

        resolver = Resolver()
        for path, names in store.named():
            if names is None:  # damaged in the index: the article is read again, unless it is gone or unreadable by now
                with suppress(CorpusError, FormatError):
                    resolver.add_named(path, named(self._recognition(self.read(path))))
            else:
                resolver.add_named(path, names)
        resolution = build(resolver.outcome())
        with suppress(EngineError):  # it can be resolved again
            save(resolution, self.folder, mark)
        return resolution

    # -- corrections of entities

    def corrections(self) -> Corrections:
        """What the user put right, as the file of corrections is now, and what is wrong with that file."""
        return self._correcting().read()

    def correct(self, correction: Correction) -> None:
        """Keeps a correction and applies it.  Raises StateError where it cannot be kept."""
        self._correcting().append(correction)

    def undo_correction(self) -> Correction | None:
        """Takes the last correction back and gives it; None where there is none.  Raises StateError."""
        return self._correcting().undo()

    @property
    def corrections_file(self) -> Path:
        """The file of corrections, which a person may edit; it need not exist."""
        return self.settings.data_dir / "corrections" / f"{cache.corpus_folder(Path(), self.root).name}.toml"

    def _correcting(self) -> CorrectionsFile:
        from index.entities.corrections_file import CorrectionsFile

        with self._state_lock:
            if self._corrections is None:
                self._corrections = CorrectionsFile(self.corrections_file, clean_line(str(self.root)))
            return self._corrections

    def _corrected(self) -> CorrectedView:
        """The entities of the corpus as corrected by now."""
        from index.entities.corrected_view import CorrectedView, Forms

        resolution, said = self._resolving(), self.corrections()
        with self._lock:
            if self._forms is None or self._forms.resolution is not resolution:
                self._forms, self._view = Forms(resolution, self._kept), None
            if self._view is None or self._view[0] is not said:
                self._view = said, CorrectedView(self._forms, said.corrections, self._holding)
            return self._view[1]

    def _kept(self, path: str) -> tuple[Document, Recognition] | None:
        article = self._stored().article(path)
        return (article.document, article.recognition) if article is not None else None

    def _holding(self, words: str) -> list[str]:
        """The articles that may hold these words."""
        plain = words.replace('"', " ")
        try:
            return [hit.document for hit in self.search(f'"{plain}"', limit=len(self.files())).hits]
        except QueryError:  # nothing in it is a word
            return []

    # -- comparing

    def side(self, path: str) -> Side:
        """One side of a comparison."""
        from index.comparison.model import Side

        return Side(self.read(path), self.annotations(path))

    def compare(self, a: str, b: str, cancelled: Cancel | None = None) -> Comparison:
        """What two articles say of one event."""
        from index.comparison.compare import compare

        return compare(self.side(a), self.side(b), cancelled)

    def matrix(
        self,
        paths: Sequence[str],
        cancelled: Cancel | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Matrix:
        """Which of several articles reports what; `progress` hears pairs compared and to compare.

        Raises CorpusError where they are too few or too many.
        """
        from index.comparison.coverage_matrix import matrix

        return matrix([self.side(path) for path in dict.fromkeys(paths)], cancelled, progress)

    # -- what the user made

    @property
    def remembers(self) -> bool:
        """Whether this user has read anything before; where not, `state` need not be opened to find a place."""
        return (self.settings.data_dir / "state.sqlite").exists()

    @property
    def state(self) -> State:
        """Positions, marks, notes and searches of this corpus.  Raises StateError where the file cannot be used."""
        from index.state import State

        with self._state_lock:  # of its own: what is at work on the index must not hold up the screen
            if self._state is None:
                self._state = State(self.settings.data_dir / "state.sqlite", str(self.root))
            return self._state

    def close(self) -> None:
        """Lets go of every file."""
        with self._state_lock:
            if self._state is not None:
                self._state.close()
                self._state = None
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
