"""The smallest engine there can be: it looks at every article for every query, so that what it finds is right by
construction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from rapidfuzz.distance import OSA

from index.search.answering.explain import Explanation, Part
from index.search.answering.marking import Mark
from index.search.answering.matching import Matcher, matches
from index.search.answering.snippets import snippets
from index.search.effort import Effort
from index.search.engine import Dates
from index.search.facets import Faceted, Naming, faceted
from index.search.folding import STOP_WORDS, tokens
from index.search.inflection import LANGUAGES
from index.search.model import Article, Cancel, Hit, Names, Pages, Ranking, Read, SearchResult
from index.search.query.parsing import parse
from index.search.query.syntax import Query, Word, leaves
from index.search.stored.entry import SEPARATOR, Entry, entry_of, inflected_begin

_NEAR = 5
"""Letters of a word of which one may be wrong."""


class MemoryBatch:
    """Changes of the articles."""

    def __init__(self, entries: dict[str, Entry], commit: Callable[[dict[str, Entry]], None]) -> None:
        self._entries = dict(entries)
        self._commit = commit

    def put(self, article: Article) -> None:
        self.put_entry(entry_of(article))

    def put_entry(self, entry: Entry) -> None:
        self._entries[entry.path] = entry

    def put_made(self, made: object, paths: Iterable[str]) -> None:
        assert isinstance(made, dict)
        assert sorted(made) == sorted(paths)
        self._entries.update(made)

    def remove(self, path: str) -> None:
        self._entries.pop(path, None)

    def commit(self) -> None:
        self._commit(dict(self._entries))


class MemoryMaker:
    """Gathers entries."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}

    def put_entry(self, entry: Entry) -> None:
        self._entries[entry.path] = entry

    def made(self) -> object | None:
        entries, self._entries = self._entries, {}
        return entries or None

    def discard(self) -> None:
        self._entries = {}


class MemoryEngine:
    """The words of the articles; for what they say, the caller reads them."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}

    @contextmanager
    def build(self) -> Iterator[MemoryBatch]:
        yield from self._changes({})

    @contextmanager
    def refresh(self) -> Iterator[MemoryBatch]:
        yield from self._changes(self._entries)

    def _changes(self, entries: dict[str, Entry]) -> Iterator[MemoryBatch]:
        batch = MemoryBatch(entries, self._take)
        yield batch
        batch.commit()

    def _take(self, entries: dict[str, Entry]) -> None:
        self._entries = entries

    def maker(self) -> MemoryMaker:
        return MemoryMaker()

    def search(
        self,
        query: Query,
        *,
        limit: int,
        read: Read,
        names: Names,
        pages: Pages | None = None,
        cancelled: Cancel | None = None,
        effort: Effort | None = None,
        skip: int = 0,
    ) -> SearchResult:
        asked, found = self._found(query, read, names)
        hits = tuple(
            Hit(
                article.document.path,
                article.document.title,
                float(len(marks)),
                snippets(article.document, marks),
                len(marks),
                next(iter(matches(asked, article, names)), None),
            )
            for article, marks in found[skip:limit]
        )
        return SearchResult(query.text, len(found), 0.0, hits, None if asked is query else asked.text)

    def ranking(
        self, query: Query, *, read: Read, names: Names, cancelled: Cancel | None = None, effort: Effort | None = None
    ) -> Ranking:
        asked, found = self._found(query, read, names)
        return Ranking(asked, tuple((article.document.path, float(len(marks))) for article, marks in found))

    def facets(
        self,
        query: Query,
        *,
        read: Read,
        names: Names,
        naming: Naming,
        dates: Dates,
        cancelled: Cancel | None = None,
    ) -> Faceted:
        ranking = self.ranking(query, read=read, names=names)
        return faceted(ranking.query.text, [path for path, _ in ranking.articles], naming, dates(), cancelled)

    def suggest(self, query: Query, *, names: Names, cancelled: Cancel | None = None) -> Query | None:
        forms = self._forms()
        text = query.text
        for leaf in leaves(query.clause):
            if isinstance(leaf, Word) and leaf.form not in forms:
                near = [other for other in sorted(forms) if OSA.distance(leaf.form, other) <= len(leaf.form) // _NEAR]
                if near:
                    text = text.replace(leaf.form, max(near, key=forms.__getitem__))
        return parse(text, notes=query.notes, inflected=query.inflected) if text != query.text else None

    def explain(
        self, query: Query, paths: Sequence[str], *, read: Read, names: Names, cancelled: Cancel | None = None
    ) -> dict[str, Explanation]:
        ranking = self.ranking(query, read=read, names=names)
        text = ranking.query.text
        return {
            path: Explanation(path, text, score, (Part("word", text, "each match counts one", score),))
            for path, score in ranking.articles
            if path in paths
        }

    def similar(self, article: Article, *, limit: int) -> tuple[tuple[str, float], ...]:
        own = {token.stem for token in tokens(article.document.text)}
        found = []
        for path, entry in self._entries.items():
            stems = {token.stem for token in tokens(_text(entry)) if token.form not in STOP_WORDS}
            if path != article.document.path and stems & own:
                found.append((path, float(len(stems & own))))
        return tuple(sorted(found, key=lambda item: (-item[1], item[0]))[:limit])

    def telling(self, text: str, most: int) -> tuple[str, ...]:
        forms = self._forms()
        counts = Counter(token.form for token in tokens(text) if token.form not in STOP_WORDS)
        known = [form for form in counts if form in forms]
        return tuple(sorted(known, key=lambda form: (-counts[form] / forms[form], form))[:most])

    def inflected(self, form: str) -> tuple[str, ...]:
        begins = tuple(inflected_begin(language, form) for language in LANGUAGES)
        terms = {term for entry in self._entries.values() for term in entry.inflected if term.startswith(begins)}
        return tuple(sorted({term.decode().rpartition(SEPARATOR)[2] for term in terms} - {form}))

    def words(self) -> int:
        return sum(len({token.position for token in tokens(_text(entry))}) for entry in self._entries.values())

    def occurrences(self, forms: Sequence[str]) -> dict[str, int]:
        known = self._forms()
        return {form: known[form] for form in forms}

    def documents(self, among: Collection[str] | None = None) -> frozenset[str]:
        return frozenset(self._entries if among is None else self._entries.keys() & set(among))

    def open(self) -> None:
        pass

    def warm(self, cancelled: Cancel | None = None) -> None:
        pass

    def close(self) -> None:
        self._entries = {}

    def _forms(self) -> Counter[str]:
        return Counter(token.form for entry in self._entries.values() for token in tokens(_text(entry)))

    def _found(self, query: Query, read: Read, names: Names) -> tuple[Query, list[tuple[Article, tuple[Mark, ...]]]]:
        found = self._answering(query, read, names)
        suggested = self.suggest(query, names=names) if not found else None
        if suggested is not None and (better := self._answering(suggested, read, names)):
            return replace(suggested), better
        return query, found

    def _answering(self, query: Query, read: Read, names: Names) -> list[tuple[Article, tuple[Mark, ...]]]:
        matcher = Matcher(query.clause, names)
        each = ((article, matcher.marks(article)) for article in map(read, sorted(self._entries)))
        found = [(article, marks) for article, marks in each if marks is not None]
        return sorted(found, key=lambda item: -len(item[1]))


def _text(entry: Entry) -> str:
    """The text that an entry was made of, in small letters."""
    return " ".join(piece.text for piece in entry.text.pieces)
