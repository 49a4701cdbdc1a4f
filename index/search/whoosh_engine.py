"""The engine that comes with the program: a Whoosh index in a folder of its own (see `engine` for what an engine
does).
"""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from whoosh.index import TOC, FileIndex
from whoosh.writing import LockError

from index.documents.model import Span
from index.errors import CorpusError, DamageError, EngineError, FormatError
from index.search import folder as folders
from index.search import schema
from index.search.correction import corrected
from index.search.engine import Names, Read
from index.search.entry import Entry, entry_of
from index.search.explain import Explanation, Watch, Watcher, explanation, leaf_scores, unwatched
from index.search.likeness import similar, telling_words
from index.search.located import codes_of
from index.search.matching import Mark, Matcher
from index.search.model import Article, Cancel, Hit, Kept, Pages, Ranking, SearchResult, Told
from index.search.ordering import (
    FEEDBACK_ARTICLES,
    FEEDBACK_FROM,
    add_feedback,
    add_nearness,
    first,
    lift_complete,
    wanted,
)
from index.search.retrieval import Retrieval
from index.search.segments import Segment, Snapshot, open_snapshot
from index.search.snippets import snippets
from index.search.syntax import Query, Slot
from index.search.writing import ArticleWriter

_TRIES = 10
"""How often opening is tried again where a commit deletes files in the same moment."""


_FORMS = 100
"""Words whose lists are read at once."""
_PAGES = 64
"""Articles whose pages are asked for at once."""


class WhooshBatch:
    """Changes on the way into the index."""

    def __init__(self, index: FileIndex, current: Callable[[], Snapshot]) -> None:
        self._index = index
        self._current = current
        self._writer: ArticleWriter | None = None
        self._segments: tuple[Segment, ...] = ()
        self._deleted: set[str] = set()

    def put(self, article: Article) -> None:
        """Adds an article, in place of the one that had its path."""
        self.put_entry(entry_of(article))

    def put_entry(self, entry: Entry) -> None:
        """Adds the article of an entry."""
        with folders.guarded("written"):
            writer = self._begun()
            self._delete(writer, entry.path)
            writer.put_entry(entry)

    def remove(self, path: str) -> None:
        """Takes an article out; it is no error if there is none."""
        with folders.guarded("written"):
            writer = self._begun()
            self._delete(writer, path)
            writer.forget(path)

    def commit(self) -> None:
        """Makes what was done so far visible and lasting."""
        writer, self._writer = self._writer, None
        if writer is None:
            return
        try:
            with folders.guarded("written"):
                writer.finish()
        except EngineError:
            self._drop(writer)
            raise

    def cancel(self) -> None:
        """Drops what was not committed."""
        writer, self._writer = self._writer, None
        if writer is not None:
            self._drop(writer)

    def _begun(self) -> ArticleWriter:
        if self._writer is None:
            try:
                self._writer = ArticleWriter(self._index)
            except LockError as problem:
                raise EngineError("another window is writing the search index") from problem
            # Nobody else commits from here on, so these are the segments that the writer numbers its documents by.
            self._segments = self._current().segments
            self._deleted = set()
        return self._writer

    def _delete(self, writer: ArticleWriter, path: str) -> None:
        if path in self._deleted:
            return
        base = 0
        for segment in self._segments:
            number = segment.number_of(path)
            if number is not None:
                writer.delete_document(base + number)
                writer.changed = True
                self._deleted.add(path)
            base += segment.size

    @staticmethod
    def _drop(writer: ArticleWriter) -> None:
        with folders.guarded("written"):
            if not writer.is_closed:
                writer.cancel()
            writer.clean()


class WhooshEngine:
    """An `Engine` over Whoosh.  Any thread may use it; of several searches at once each waits for the others' look at
    the index.
    """

    def __init__(self, folder: Path) -> None:
        """Opens or makes the index.  Raises EngineError, where `destroy` and opening again help."""
        self._folder = folder
        self._index = folders.open_index(folder)
        self._lock = threading.RLock()
        self._snapshot: Snapshot | None = None

    @staticmethod
    def destroy(folder: Path) -> None:
        """Deletes the index in a folder, damaged or not.  Raises EngineError where it cannot be deleted."""
        folders.destroy(folder)

    @contextmanager
    def write(self) -> Iterator[WhooshBatch]:
        """Begins changes; committed at the end of the `with` block, dropped where it is left by an error."""
        batch = WhooshBatch(self._index, self._opened)
        try:
            yield batch
        except BaseException:
            batch.cancel()
            raise
        batch.commit()

    def search(
        self,
        query: Query,
        *,
        limit: int,
        read: Read,
        names: Names,
        pages: Pages | None = None,
        cancelled: Cancel | None = None,
        skip: int = 0,
    ) -> SearchResult:
        """The best `limit` articles with passages, and how many there are in all; see `Engine.search`."""
        began = time.perf_counter()
        shelf = _Shelf(read)
        found = self._find(query, limit, shelf, names, cancelled)
        hits: list[Hit] = []
        for start in range(skip, len(found.best), _PAGES):
            some = found.best[start : start + _PAGES]
            kept = pages([each.path for each in some]) if pages is not None else {}
            for each in some:
                found.retrieval.check()
                hits.append(_hit(each, found.matcher, kept.get(each.path), shelf))
        took = (time.perf_counter() - began) * 1000
        other = None if found.asked is query else found.asked.text
        return SearchResult(query.text, found.total, took, tuple(hits), other)

    def ranking(self, query: Query, *, read: Read, names: Names, cancelled: Cancel | None = None) -> Ranking:
        """Every article that answers, in the order of `search`, and the query that was run."""
        found = self._find(query, None, _Shelf(read), names, cancelled)
        return Ranking(found.asked, tuple((each.path, each.score) for each in found.best))

    def explain(
        self, query: Query, paths: Sequence[str], *, read: Read, names: Names, cancelled: Cancel | None = None
    ) -> dict[str, Explanation]:
        """Why the articles of these paths were found, by path; those that do not answer are left out."""
        shelf = _Shelf(read)
        watcher = Watcher(paths)
        found = self._find(query, 1, shelf, names, cancelled, watcher)
        asked = found.asked
        with self._lock, folders.guarded("read"):
            assert watcher.snapshot is not None  # the query was run
            retrieval = Retrieval(watcher.snapshot, found.matcher.surfaces, cancelled)
            scores = leaf_scores(asked.clause, retrieval)
        told: dict[str, Explanation] = {}
        for path in paths:
            retrieval.check()
            article = shelf.article(path)
            one = explanation(path, asked.text, asked.clause, watcher, scores, article, found.matcher.surfaces)
            if one is not None:
                told[path] = one
        return told

    def _find(
        self,
        query: Query,
        limit: int | None,
        shelf: _Shelf,
        names: Names,
        cancelled: Cancel | None,
        tell: Watch = unwatched,
    ) -> _Found:
        # What calls back to the caller (names, articles) is done without the lock, since the caller may have one too.
        matcher = Matcher(query.clause, names)
        with self._lock, folders.guarded("read"):
            snapshot = self._current()
            retrieval = Retrieval(snapshot, matcher.surfaces, cancelled)
            found, complete = retrieval.find(query.clause)
            asked = corrected(query, snapshot, retrieval, any(found)) or query
            if asked is not query:
                found, complete = retrieval.find(asked.clause)
            stems = wanted(asked.clause)
            tell("clauses", snapshot, found)
            add_nearness(snapshot, found, complete, stems)
            tell("near", snapshot, found)
            examples = first(found, complete, FEEDBACK_ARTICLES) if len(set(stems)) >= FEEDBACK_FROM else []
            paths = [(found[place][number], snapshot.segments[place].paths()[number]) for place, number in examples]
        texts = [(score, article.document.text) for score, path in paths if (article := shelf.article(path))]
        with self._lock, folders.guarded("read"):
            if texts:
                add_feedback(snapshot, found, texts)
            tell("shared", snapshot, found)
            lift_complete(found, complete)
            tell("complete", snapshot, found)
            total = sum(map(len, found))
            ranked = _best(snapshot, found, total if limit is None else limit)
        if asked is not query:
            matcher = Matcher(asked.clause, names)
        with self._lock, folders.guarded("read"):
            best = _listed(ranked, snapshot, retrieval, matcher) if limit is not None else _named(ranked)
        return _Found(asked, matcher, retrieval, best, total)

    def matches(self, query: Query, article: Article, names: Names) -> tuple[Span, ...]:
        """Every match in one article, in order, not overlapping; none where the article does not answer the query."""
        marks = Matcher(query.clause, names).marks(article)
        return tuple(Span(mark.start, mark.end) for mark in marks or ())

    def similar(self, article: Article, *, limit: int) -> tuple[tuple[str, float], ...]:
        """The paths of articles that share telling words with this one, most alike first, itself not among them."""
        with self._lock, folders.guarded("read"):
            snapshot = self._current()
            best = _best(snapshot, similar(article, snapshot), limit + 1)
        return tuple((path, score) for score, path, _, _ in best if path != article.document.path)[:limit]

    def words(self) -> int:
        """How many words all articles have."""
        with self._lock, folders.guarded("read"):
            snapshot = self._current()
            return sum(sum(segment.lengths()[number] for number in segment.live()) for segment in snapshot.segments)

    def occurrences(self, forms: Sequence[str]) -> dict[str, int]:
        """How often folded forms stand in the texts of all articles."""
        found: dict[str, int] = {}
        for start in range(0, len(forms), _FORMS):
            # Who types in between is let through.
            with self._lock, folders.guarded("read"):
                snapshot = self._current()
                for form in forms[start : start + _FORMS]:
                    lists = (segment.list_of(schema.FORM, form) for segment in snapshot.segments)
                    found[form] = sum(sum(each.counts) for each in lists if each is not None)
        return found

    def telling(self, text: str, most: int) -> tuple[str, ...]:
        """The words that tell a text from the rest of the index, at most so many, the most telling first."""
        with self._lock, folders.guarded("read"):
            return telling_words(text, self._current(), most)

    def open(self) -> None:
        """Opens the last commit, which searching does by itself.  Raises DamageError where it is damaged."""
        with self._lock, folders.guarded("read"):
            self._current()

    def documents(self) -> frozenset[str]:
        """The paths of all articles of the last commit."""
        with self._lock, folders.guarded("read"):
            snapshot = self._current()
            return frozenset(snapshot.each(lambda segment: [segment.paths()[number] for number in segment.live()]))

    def close(self) -> None:
        """Lets go of all files."""
        with self._lock:
            self._snapshot = None

    def _opened(self) -> Snapshot:
        """The last commit, for a writer that holds no lock of the engine."""
        with self._lock:
            snapshot = self._current()
            for segment in snapshot.segments:
                segment.paths()
            return snapshot

    def _current(self) -> Snapshot:
        """The last commit, opened."""
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


def _best(snapshot: Snapshot, found: list[dict[int, float]], limit: int) -> list[tuple[float, str, int, int]]:
    """The best documents in order: score, path, and segment and number; equal scores by path."""
    least = 0.0
    if limit < sum(map(len, found)):
        top = heapq.nlargest(limit, chain.from_iterable(scores.values() for scores in found))
        least = top[-1] if top else 0.0
        if not top:
            return []
    ranked = [
        (-score, snapshot.segments[place].path(number), place, number)
        for place, scores in enumerate(found)
        for number, score in scores.items()
        if score >= least
    ]
    ranked.sort()
    return [(-score, path, place, number) for score, path, place, number in ranked[:limit]]


def _named(ranked: list[tuple[float, str, int, int]]) -> list[_Best]:
    return [_Best(score, path, "", {}) for score, path, _, _ in ranked]


def _listed(
    ranked: list[tuple[float, str, int, int]], snapshot: Snapshot, retrieval: Retrieval, matcher: Matcher
) -> list[_Best]:
    """The best with their titles, and where the words of the query stand in them."""
    slots = matcher.slots
    codes: dict[int, dict[int, dict[Slot, list[int]]]] = {}
    for place in {place for _, _, place, _ in ranked}:
        lists = partial(retrieval.lists, snapshot.segments[place])
        codes[place] = codes_of(slots, lists, [number for _, _, other, number in ranked if other == place])
    return [
        _Best(score, path, snapshot.segments[place].title(number), codes[place][number])
        for score, path, place, number in ranked
    ]


@dataclass(slots=True)
class _Best:
    """One of the best articles, and the position codes of the words that match in it."""

    score: float
    path: str
    title: str
    codes: dict[Slot, list[int]]


@dataclass(slots=True)
class _Found:
    """What a query finds: the query that was run, and the best, best first."""

    asked: Query
    matcher: Matcher
    retrieval: Retrieval
    best: list[_Best]
    total: int


class _Shelf:
    """The articles that one search has looked at; one that cannot be read any more is None."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._articles: dict[str, Article | None] = {}

    def article(self, path: str) -> Article | None:
        if path not in self._articles:
            try:
                self._articles[path] = self._read(path)
            except (CorpusError, FormatError):
                self._articles[path] = None
        return self._articles[path]


def _hit(each: _Best, matcher: Matcher, page: Kept | None, shelf: _Shelf) -> Hit:
    """A hit with its passages; one whose article cannot be read any more is listed without."""
    if page is not None:
        # Between two commits, and where something is damaged, the article is looked at itself.
        with suppress(ValueError, DamageError):
            return _shown(each, page, matcher.marks_at(page, each.codes) or ())
    article = shelf.article(each.path)
    if article is None:
        return Hit(each.path, each.title, each.score, ())
    return _shown(each, article.document, matcher.marks(article) or ())


def _shown(each: _Best, document: Told, marks: tuple[Mark, ...]) -> Hit:
    first_mark = Span(marks[0].start, marks[0].end) if marks else None
    return Hit(each.path, each.title, each.score, snippets(document, marks), len(marks), first_mark)
