"""What goes over several articles of a corpus taken together: those that answer a query, those that name somebody, and
those that are laid beside each other.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import Cancelled, FormatError
from index.library.searched import SearchedCorpus
from index.settings import Settings

if TYPE_CHECKING:
    from index.comparison.matrix.model import Matrix
    from index.comparison.model import Comparison, Side
    from index.dossier import Dossier
    from index.entities.correcting.corrected_view import CorrectedView
    from index.entities.correcting.spread import Spread
    from index.entities.model import Entity
    from index.search.concordance import Concordance
    from index.search.facets import Faceted
    from index.search.keyness import KeyWords
    from index.search.model import Cancel
    from index.search.versions import Sketch

_RELATED_WORDS = 40
_COUNTED = 200
"""Words that are counted over all articles at once; then it is asked whether to stop."""


class GatheredCorpus(SearchedCorpus):
    """A corpus, and what several of its articles say together."""

    def __init__(
        self, root: Path, settings: Settings, *, temporary: tempfile.TemporaryDirectory[str] | None = None
    ) -> None:
        super().__init__(root, settings, temporary=temporary)
        self._sketches: tuple[str, dict[str, Sketch]] = ("", {})
        """Of the articles that were looked at since the index last changed."""
        self._spread: tuple[CorrectedView, Spread] | None = None

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

    def facets(self, text: str, cancelled: Cancel | None = None, *, typing: bool = False) -> Faceted:
        """How the articles that answer a query spread over names, years and folders.  Raises as `search` does."""
        return self._engined().facets(
            self._query(text, typing=typing),
            read=self._article,
            names=self._names,
            naming=self._naming,
            dates=lambda: self._stored().dates(cancelled),
            cancelled=cancelled,
        )

    def _naming(self, paths: Collection[str], most: int) -> Iterable[tuple[Entity, int]]:
        """How many of some articles name what; see `facets.Naming`.  Looked up for all articles at the first call."""
        from index.search.facets import OF_TYPE

        view = self._corrected()
        known = self._spread
        if known is None or known[0] is not view:
            known = self._spread = view, view.spread(OF_TYPE)
        return known[1].counts(paths, most)

    def versions(self, paths: Sequence[str], cancelled: Cancel | None = None) -> dict[str, str]:
        """Of articles in the order of a search, those that are near-duplicates of one before them, with that one.

        Raises Cancelled.
        """
        from index.search.versions import leaders, sketch

        mark = self._stored().mark()
        known = self._sketches
        if known[0] != mark:
            known = self._sketches = (mark, {})
        for path in paths:
            if cancelled is not None and cancelled():
                raise Cancelled("the search was stopped")
            if path not in known[1] and (page := self._stored().pages([path]).get(path)) is not None:
                known[1][path] = sketch(page.text)
        there = [path for path in paths if path in known[1]]
        found = zip(there, leaders([known[1][path] for path in there]), strict=True)
        return {path: there[leader] for path, leader in found if there[leader] != path}

    def key_words(self, text: str, cancelled: Cancel | None = None, *, typing: bool = False) -> KeyWords:
        """The words of the articles that answer a query, and how key they are against all others.

        Raises as `search` does.
        """
        from index.search.keyness import MOST_ARTICLES, MOST_WORDS, KeyWords, counted, key_words

        ranking = self.ranking(text, cancelled, typing=typing)
        paths = [path for path, _ in ranking.articles[:MOST_ARTICLES]]

        def look() -> None:
            if cancelled is not None and cancelled():
                raise Cancelled("the counting was stopped")

        def texts() -> Iterator[str]:
            for path in paths:
                look()
                yield from (page.text for page in self._stored().pages([path]).values())

        counts, inside = counted(texts())
        commonest = dict(counts.most_common(MOST_WORDS))
        engine = self._engined()
        words = engine.words()
        whole: dict[str, int] = {}
        forms = list(commonest)
        for start in range(0, len(forms), _COUNTED):
            look()
            whole.update(engine.occurrences(forms[start : start + _COUNTED]))
        found = key_words(commonest, inside, whole, words)
        return KeyWords(ranking.query.text, len(ranking.articles), len(paths), inside, max(0, words - inside), found)

    def related(self, path: str) -> tuple[tuple[str, float], ...]:
        """The other articles, most related first, with a relatedness from 0 to 1 (the share of the best score)."""
        article = self._article(path)
        scores = self._engined().similar(article, limit=max(len(self.files()), _RELATED_WORDS))
        best = max((score for other, score in scores if other != path), default=0.0)
        found = [(other, score / best) for other, score in scores if other != path and best > 0]
        missing = {file.path for file in self.files()} - {other for other, _ in found} - {path}
        return (*found, *((other, 0.0) for other in sorted(missing)))

    def dossier(
        self,
        entity_id: str,
        cancelled: Cancel | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Dossier:
        """All that the corpus says of one entity; `progress` hears articles read and to read.

        Raises CorpusError where there is no such entity, Cancelled.
        """
        from index.dossier import dossier

        return dossier(self, entity_id, cancelled, progress)

    def matrix(
        self,
        paths: Sequence[str],
        cancelled: Cancel | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Matrix:
        """Which of several articles reports what; `progress` hears pairs compared and to compare.

        Raises CorpusError where they are too few or too many.
        """
        from index.comparison.matrix.coverage_matrix import matrix

        return matrix([self.side(path) for path in dict.fromkeys(paths)], cancelled, progress)

    def side(self, path: str) -> Side:
        """One side of a comparison.  Raises FormatError where the article is too long to be compared."""
        from index.comparison.model import LONGEST, Side

        document = self.read(path)
        if len(document.text) > LONGEST:
            raise FormatError(f"{path} is too long to be compared: more than {LONGEST:,} characters")
        return Side(document, self.annotations(path))

    def compare(self, a: str, b: str, cancelled: Cancel | None = None) -> Comparison:
        """What two articles say of one event.  Raises FormatError where one is too long."""
        from index.comparison.compare import compare

        return compare(self.side(a), self.side(b), cancelled)
