"""What a search gives: ranked hits with passages, every match an exact span of the document's text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index.documents.model import Document, Span
from index.entities.model import Recognition
from index.search.syntax import Query

Cancel = Callable[[], bool]
"""Asked now and then from inside long work; True means stop and raise `Cancelled`."""


@dataclass(frozen=True, slots=True)
class Article:
    """What the index is built from, and what snippets are cut from: a document and what it names."""

    document: Document
    recognition: Recognition


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of the text with the matches inside it; all offsets are the document's."""

    start: int
    end: int
    text: str
    matches: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers the query; `matches` counts its matches, `first` is the first one (None: only the title
    or a field).
    """

    document: str
    title: str
    score: float
    snippets: tuple[Snippet, ...]
    matches: int = 0
    first: Span | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """`total` documents answer `query`, of which `hits` holds the best; `corrected` is the query that was run instead,
    or None.
    """

    query: str
    total: int
    took_ms: float
    hits: tuple[Hit, ...]
    corrected: str | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """Every article that answers a query, best first, with its score; `query` is the one that was run."""

    query: Query
    articles: tuple[tuple[str, float], ...]
