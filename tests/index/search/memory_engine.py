"""The smallest engine there can be: it reads every article for every query.  What it finds is right by construction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from index.documents.model import Span
from index.search.entry import Entry
from index.search.matching import Mark, Matcher
from index.search.model import Article, Cancel, Hit, Names, Pages, Ranking, Read, SearchResult
from index.search.snippets import snippets
from index.search.syntax import Query


class MemoryBatch:
    """Changes of the set of paths."""

    def __init__(self, engine: MemoryEngine) -> None:
        self._engine = engine
        self._paths = set(engine.paths)

    def put(self, article: Article) -> None:
        self._paths.add(article.document.path)

    def put_entry(self, entry: Entry) -> None:
        self._paths.add(entry.path)

    def remove(self, path: str) -> None:
        self._paths.discard(path)

    def commit(self) -> None:
        self._engine.paths = frozenset(self._paths)


class MemoryEngine:
    """The paths that were put; the articles themselves are what the caller reads."""

    def __init__(self) -> None:
        self.paths: frozenset[str] = frozenset()

    @contextmanager
    def write(self) -> Iterator[MemoryBatch]:
        batch = MemoryBatch(self)
        yield batch
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
        found = self._found(query, read, names)
        hits = tuple(
            Hit(
                article.document.path,
                article.document.title,
                float(len(marks)),
                snippets(article.document, marks),
                len(marks),
                Span(marks[0].start, marks[0].end) if marks else None,
            )
            for article, marks in found[skip:limit]
        )
        return SearchResult(query.text, len(found), 0.0, hits)

    def ranking(self, query: Query, *, read: Read, names: Names, cancelled: Cancel | None = None) -> Ranking:
        found = self._found(query, read, names)
        return Ranking(query, tuple((article.document.path, float(len(marks))) for article, marks in found))

    def matches(self, query: Query, article: Article, names: Names) -> tuple[Span, ...]:
        return tuple(Span(mark.start, mark.end) for mark in Matcher(query.clause, names).marks(article) or ())

    def documents(self) -> frozenset[str]:
        return self.paths

    def close(self) -> None:
        self.paths = frozenset()

    def _found(self, query: Query, read: Read, names: Names) -> list[tuple[Article, tuple[Mark, ...]]]:
        matcher = Matcher(query.clause, names)
        each = ((article, matcher.marks(article)) for article in map(read, sorted(self.paths)))
        found = [(article, marks) for article, marks in each if marks is not None]
        return sorted(found, key=lambda item: -len(item[1]))
