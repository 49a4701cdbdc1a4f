"""What a search gives: ranked hits with passages, every match an exact span of the document's text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from index.documents.model import Block, Document, Span
from index.entities.model import EntityType, Recognition

if TYPE_CHECKING:
    from index.search.query.syntax import Query

Cancel = Callable[[], bool]
"""Asked now and then from inside long work; True means stop and raise `Cancelled`."""


@dataclass(frozen=True, slots=True)
class Article:
    """What the index is built from, and what snippets are cut from: a document and what it names."""

    document: Document
    recognition: Recognition


Names = Callable[[str, tuple[EntityType, ...]], frozenset[tuple[EntityType, str]]]
"""What `person:zelensky` means: the types and case-folded surface forms of the mentions of all entities of that name.
"""

Read = Callable[[str], Article]
"""Gives an article by its path, as it was put.  Raises an error of `index.errors` where it is gone."""


Outline = tuple[str, int, int, Sequence[Sequence[Sequence[int]]]]
"""Kind, start and end of a block, and for a table start and end of the cells of each row."""


class Told(Protocol):
    """What of a document matches and passages are found in; `Document` is one."""

    @property
    def path(self) -> str:
        """Its name in the corpus."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def date(self) -> str | None:
        """Its own date."""

    @property
    def text(self) -> str:
        """Its text."""

    @property
    def blocks(self) -> Sequence[Block]:
        """Its blocks."""

    def block_at(self, place: int) -> int:
        """Which block is the last that begins at a character or before it; -1 where none does."""

    def outline(self, index: int) -> Outline:
        """Kind, start, end and table rows of a block, without the rest of it."""

    def title_start(self) -> int:
        """Where the title stands in the text, or -1."""


class Kept(Told, Protocol):
    """An article as an index of articles keeps it, with where its words begin (`search.starts`)."""

    @property
    def gaps(self) -> Sequence[int]:
        """The characters from the beginning of each word to the next.  Raises DamageError."""

    @property
    def recognition(self) -> Recognition:
        """What it names.  Raises DamageError."""


Pages = Callable[[Sequence[str]], Mapping[str, Kept]]
"""Gives articles by their paths as they were put; those that are not there are left out."""


class Snippet(NamedTuple):
    """A passage of the text with the matches inside it; all offsets are the document's.

    `cut` tells whether a sentence is broken off before the passage, and after it.
    """

    start: int
    end: int
    text: str
    matches: tuple[Span, ...]
    cut: tuple[bool, bool] = (False, False)


class Hit(NamedTuple):
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

    `left_out` is how many of its words were not looked for, since it asked for too much: then `total` is the least
    that answer, since others may have none but these.
    """

    query: str
    total: int
    took_ms: float
    hits: tuple[Hit, ...]
    corrected: str | None = None
    left_out: int = 0


class Ranking(NamedTuple):
    """Every article that answers a query, best first, with its score; `query` is the one that was run."""

    query: Query
    articles: tuple[tuple[str, float], ...]
