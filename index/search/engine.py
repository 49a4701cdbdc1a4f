"""What an engine is: the narrow door through which all else searches, so that another engine can stand behind it.

`engines` opens the one that is in use; `tests/index/search/test_conformance.py` says what each of them does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from index.search.model import Article, Cancel, Names, Pages, Ranking, Read, SearchResult

if TYPE_CHECKING:
    from index.search.answering.explain import Explanation
    from index.search.effort import Effort
    from index.search.facets import Faceted, Naming
    from index.search.query.syntax import Query
    from index.search.stored.entry import Entry

Dates = Callable[[], Mapping[str, str | None]]
"""The articles' own dates, by path."""


class Batch(Protocol):
    """Changes that become visible together."""

    def put(self, article: Article) -> None:
        """Adds an article, in place of the one that had its path."""

    def put_entry(self, entry: Entry) -> None:
        """As `put`, of an entry that was made of the article, perhaps in another process."""

    def put_made(self, made: object, paths: Iterable[str]) -> None:
        """Adds the articles that a `Maker` of this engine made of entries; their paths are `paths`."""

    def remove(self, path: str) -> None:
        """Takes an article out; it is no error if there is none."""

    def commit(self) -> None:
        """Makes what was done so far visible and lasting."""


class Maker(Protocol):
    """Does most of the work of indexing apart from the index, in any process; it can be sent to one before its first
    use, and several can be at work.  Raises EngineError.
    """

    def put_entry(self, entry: Entry) -> None:
        """Takes the article of an entry."""

    def made(self) -> object | None:
        """What a batch of the engine takes of the articles that were put since the last time; None where there are
        none.
        """

    def discard(self) -> None:
        """Deletes what was made, by whatever maker, and not put into the index."""


class Engine(Protocol):
    """An index of articles.  One writer at a time, any number of readers, in any threads.

    Paths, entries, queries and what they give are plain values, so that an engine may be in another process or on
    another machine; what an article says and names it asks of its caller by `read`, `names` and `pages`.
    """

    def build(self) -> AbstractContextManager[Batch]:
        """Begins the index anew: with the first commit it holds what was put, and nothing of before.

        Commits and raises as `refresh` does.
        """

    def refresh(self) -> AbstractContextManager[Batch]:
        """Begins changes; they are committed at the end of the `with` block, and dropped where it is left by an error.

        Raises EngineError where another writer is at work or the index cannot be written.
        """

    def maker(self) -> Maker:
        """Something to make parts of the index with; for the one who may write."""

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
        """The best `limit` articles but for the first `skip`, with their passages, and how many there are in all, from
        the last commit.

        Where `pages` gives an article in parts, its passages are cut faster than from what `read` gives.
        `effort` hears what takes long.
        Raises Cancelled, EngineError, and QueryError where the query asks for too much.
        """

    def ranking(
        self, query: Query, *, read: Read, names: Names, cancelled: Cancel | None = None, effort: Effort | None = None
    ) -> Ranking:
        """Every article that answers, in the order of `search` and without passages.  Raises as `search` does."""

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
        """How the articles that answer spread over names, years and folders.  Raises as `search` does."""

    def suggest(self, query: Query, *, names: Names, cancelled: Cancel | None = None) -> Query | None:
        """What was probably meant, from the words of the index, where it does not know words of the query; else None.

        `search`, `ranking` and all that rests on them run it in place of the query.  Raises as `search` does.
        """

    def explain(
        self, query: Query, paths: Sequence[str], *, read: Read, names: Names, cancelled: Cancel | None = None
    ) -> Mapping[str, Explanation]:
        """Why articles were found and what their scores are made of, by path; those that do not answer are left out.

        Raises as `search` does.
        """

    def similar(self, article: Article, *, limit: int) -> tuple[tuple[str, float], ...]:
        """The paths of articles that share telling words with this one, most alike first, itself not among them."""

    def telling(self, text: str, most: int) -> tuple[str, ...]:
        """The words that tell a text from the rest of the index, at most so many, the most telling first."""

    def inflected(self, form: str) -> tuple[str, ...]:
        """The other forms, in order, that the word of a folded form has in the articles, in those of them that are in a
        language whose endings are known (`inflection.LANGUAGES`).
        """

    def words(self) -> int:
        """How many words all articles have."""

    def occurrences(self, forms: Sequence[str]) -> Mapping[str, int]:
        """How often folded forms stand in the texts of all articles."""

    def documents(self, among: Collection[str] | None = None) -> frozenset[str]:
        """The paths of the articles of the last commit: all of them, or those of `among`, found without the others."""

    def open(self) -> None:
        """Opens the last commit, which all else does by itself.  Raises DamageError where it is damaged."""

    def warm(self, cancelled: Cancel | None = None) -> None:
        """Reads ahead what the first searches would else read; who searches meanwhile is let through.

        Raises Cancelled and EngineError.
        """

    def close(self) -> None:
        """Lets go of all files."""
