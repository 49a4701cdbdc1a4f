"""A corpus that is searched: what answers a query, where it matches, and why it was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from index.documents.model import Span
from index.errors import DamageError, EngineError
from index.library.named import NamedCorpus

if TYPE_CHECKING:
    from index.entities.model import EntityType
    from index.search.answering.explain import Explanation
    from index.search.effort import Effort
    from index.search.model import Cancel, Ranking, SearchResult
    from index.search.query.syntax import Clause, Places, Query

_Told = TypeVar("_Told")
_LIKE_WORDS = 20
"""Words of a query for more like an article."""


class SearchedCorpus(NamedCorpus):
    """A corpus, and the answers to queries."""

    _found_damaged = False
    """Whether the index was found damaged and is not made anew yet."""

    def search(
        self,
        text: str,
        limit: int = 20,
        cancelled: Cancel | None = None,
        *,
        typing: bool = False,
        skip: int = 0,
        effort: Effort | None = None,
    ) -> SearchResult:
        """The articles that answer a query, best first, from what is in the index now; the first `skip` of the `limit`
        are passed over.

        `typing`: the query may be unfinished, so that its last word also stands for all that begin with it.
        `effort` hears meanwhile what takes long.  Raises QueryError, Cancelled, EngineError.
        """

        def ask() -> SearchResult:
            return self._engined().search(
                self._query(text, typing=typing),
                limit=limit,
                read=self._article,
                names=self._names,
                pages=lambda paths: self._stored().pages(paths),  # the index may be made anew meanwhile
                cancelled=cancelled,
                effort=effort,
                skip=skip,
            )

        return self._mending(ask, cancelled, effort)

    def warm(self, cancelled: Cancel | None = None) -> None:
        """Opens what `search` needs and reads ahead what its first answers take.  Raises Cancelled, EngineError."""
        self._query("a", typing=True)  # the patterns of queries and words
        engine = self._engined()
        self._stored().pages(())
        engine.warm(cancelled)

    def matches(self, text: str, path: str, *, typing: bool = False) -> tuple[Span, ...]:
        """Every place where a query matches in the document as it is now, in order; `typing` as in `search`.

        Raises QueryError.
        """
        from index.search.answering.matching import matches
        from index.search.model import Article

        document = self.read(path)
        article = Article(document, self._recognition(document))
        return matches(self._query(text, typing=typing), article, self._names)

    def explain(
        self, text: str, paths: Sequence[str], cancelled: Cancel | None = None, *, typing: bool = False
    ) -> Mapping[str, Explanation]:
        """Why articles answer a query and what their scores are made of, by path.  Raises as `search` does."""

        def ask() -> Mapping[str, Explanation]:
            query = self._query(text, typing=typing)
            return self._engined().explain(query, paths, read=self._article, names=self._names, cancelled=cancelled)

        return self._mending(ask, cancelled)

    def ranking(
        self, text: str, cancelled: Cancel | None = None, *, typing: bool = False, effort: Effort | None = None
    ) -> Ranking:
        """Every article that answers a query, best first; raises as `search` does."""

        def ask() -> Ranking:
            query, engine = self._query(text, typing=typing), self._engined()
            return engine.ranking(query, read=self._article, names=self._names, cancelled=cancelled, effort=effort)

        return self._mending(ask, cancelled, effort)

    def more_like(self, path: str, span: Span | None = None) -> str:
        """A query for articles like one, or like a part of it: the words that tell it from the rest.

        The article itself is left out where its path is no part of another's.  "" where it has no such words.
        """
        document = self.read(path)
        text = document.text[span.start : span.end] if span is not None else f"{document.title}\n{document.text}"
        words = " ".join(self._engined().telling(text, _LIKE_WORDS))
        own = path.casefold()
        if (
            not words
            or '"' in path
            or any(own in other.path.casefold() for other in self.files() if other.path != path)
        ):
            return words
        return f'{words} -path:"{path}"'

    def asks_for_names(self, text: str) -> bool:
        """Whether the answer to a query depends on what articles name.  Raises QueryError."""
        from index.search.query.added_names import depends_on_names
        from index.search.query.parsing import parse

        return depends_on_names(parse(text, notes=self._noted).clause)

    def answering(self, text: str, cancelled: Cancel | None = None, *, effort: Effort | None = None) -> tuple[str, ...]:
        """The articles that answer a query, best first; for an empty one all, in order, but for those that could not
        be read.  Raises as `search` does.
        """
        if not text.strip():
            failed = {one.path for one in self._stored().failures()}
            return tuple(file.path for file in self.files() if file.path not in failed)
        return tuple(path for path, _ in self.ranking(text, cancelled, effort=effort).articles)

    def _mending(
        self, ask: Callable[[], _Told], cancelled: Cancel | None = None, effort: Effort | None = None
    ) -> _Told:
        """What the index tells; where it is found damaged, what one made anew tells.

        Who stops the making leaves it to who asks next.
        """
        if not self._found_damaged:
            try:
                told = ask()
            except DamageError:
                self._found_damaged = True
            if not self._found_damaged:
                return told
        if effort is not None:
            effort.begins("the index was damaged and is being made anew")
        if self.refresh(cancelled=cancelled).busy:
            raise EngineError("the search index was damaged and is being made anew")
        self._found_damaged = False
        return ask()

    def _query(self, text: str, *, typing: bool) -> Query:
        from index.search.query.added_names import asks_for_names, with_added
        from index.search.query.parsing import parse

        query = parse(text, typing=typing, notes=self._noted, inflected=self._inflected)
        if not asks_for_names(query.clause) or all(each.kind != "add" for each in self.corrections().corrections):
            return query
        view = self._corrected()
        return with_added(query, lambda named: view.added(named.name, named.types))

    def _inflected(self, form: str) -> tuple[str, ...]:
        try:
            return self._engined().inflected(form)
        except EngineError as problem:  # told of where the index is searched
            self._found_damaged |= isinstance(problem, DamageError)
            return ()

    def _noted(self, clause: Clause | None) -> Places:
        """The passages whose notes answer a clause."""
        from index.search.notes import noted

        return noted(self.state.notes() if self.remembers else (), clause)

    def _names(self, name: str, types: tuple[EntityType, ...]) -> frozenset[tuple[EntityType, str]]:
        resolution = self._corrected()
        return frozenset().union(*(resolution.surfaces(entity.id) for entity in resolution.find(name, types)))
