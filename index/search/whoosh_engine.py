"""The engine that comes with the program: a Whoosh index in a folder of its own (see `engine` for what an engine
does).
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from index.search.answering.budget import Budget
from index.search.answering.finding import Shelf, answering, find, ranked_best
from index.search.answering.hits import hits
from index.search.answering.matching import Matcher
from index.search.answering.ranking import K1, B
from index.search.answering.recent import RecentLookups
from index.search.answering.retrieval import Retrieval
from index.search.effort import Effort
from index.search.engine import Dates
from index.search.model import Article, Cancel, Names, Pages, Ranking, Read, SearchResult
from index.search.query.syntax import Query
from index.search.stored import folder as folders
from index.search.stored import schema
from index.search.stored.snapshots import Snapshots

if TYPE_CHECKING:
    from index.search.answering.explain import Explanation
    from index.search.facets import Faceted, Naming
    from index.search.stored.batch import WhooshBatch
    from index.search.stored.making import SegmentMaker

# What only some of the methods need they import themselves: a search at the command line takes as long as its imports.

_FORMS = 100
"""Words whose lists are read at once."""


class WhooshEngine:
    """An `Engine` over Whoosh.  Any thread may use it; of several searches at once each waits for the others' look at
    the index.
    """

    def __init__(self, folder: Path) -> None:
        """Opens or makes the index.  Raises EngineError, where `destroy` and opening again help."""
        self._index = folders.open_index(folder)
        self._snapshots = Snapshots(self._index)
        self._recent = RecentLookups()

    @staticmethod
    def destroy(folder: Path) -> None:
        """Deletes the index in a folder, damaged or not.  Raises EngineError where it cannot be deleted."""
        folders.destroy(folder)

    def build(self) -> AbstractContextManager[WhooshBatch]:
        """Begins the index anew; see `Engine.build`."""
        return self._changes(anew=True)

    def refresh(self) -> AbstractContextManager[WhooshBatch]:
        """Begins changes; see `Engine.refresh`."""
        return self._changes(anew=False)

    @contextmanager
    def _changes(self, *, anew: bool) -> Iterator[WhooshBatch]:
        from index.search.stored.batch import WhooshBatch

        batch = WhooshBatch(self._index, self._snapshots, anew=anew)
        try:
            yield batch
        except BaseException:
            batch.cancel()
            raise
        batch.commit()

    def maker(self) -> SegmentMaker:
        """Something to make segments with; for the one who may write."""
        from index.search.stored.making import SegmentMaker

        return SegmentMaker(Path(self._index.storage.folder))

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
        """The best `limit` articles with passages, and how many there are in all; see `Engine.search`."""
        began = time.perf_counter()
        shelf = Shelf(read)
        effort = effort or Effort()
        found = find(self._snapshots, query, limit, shelf, names, cancelled, self._recent, effort=effort)
        effort.begins("the articles found are being read")
        shown = tuple(hits(found, skip, pages, shelf))
        took = (time.perf_counter() - began) * 1000
        corrected = found.asked.text if found.corrected else None
        return SearchResult(query.text, found.total, took, shown, corrected, found.left_out)

    def ranking(
        self, query: Query, *, read: Read, names: Names, cancelled: Cancel | None = None, effort: Effort | None = None
    ) -> Ranking:
        """Every article that answers, in the order of `search`, and the query that was run."""
        found = find(self._snapshots, query, None, Shelf(read), names, cancelled, self._recent, effort=effort)
        return Ranking(found.asked, tuple((each.path, each.score) for each in found.best))

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
        """How the articles that answer spread over names, years and folders."""
        from index.search.facets import faceted

        asked, paths = answering(self._snapshots, query, names, cancelled, self._recent)
        return faceted(asked.text, paths, naming, dates(), cancelled)

    def suggest(self, query: Query, *, names: Names, cancelled: Cancel | None = None) -> Query | None:
        """What was probably meant, where that is something else."""
        from index.search.answering.correction import corrected

        matcher = Matcher(query.clause, names)
        with self._snapshots.latest() as snapshot:
            retrieval = Retrieval(snapshot, matcher.surfaces, cancelled)
            return corrected(query, snapshot, retrieval, retrieval.answers(query.clause))

    def explain(
        self, query: Query, paths: Sequence[str], *, read: Read, names: Names, cancelled: Cancel | None = None
    ) -> dict[str, Explanation]:
        """Why the articles of these paths were found, by path; those that do not answer are left out."""
        from index.search.answering.explain import Watcher, explanation, leaf_scores

        shelf = Shelf(read)
        watcher = Watcher(paths)
        found = find(self._snapshots, query, 1, shelf, names, cancelled, self._recent, watcher)
        asked = found.asked
        with self._snapshots.held():
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

    def similar(self, article: Article, *, limit: int) -> tuple[tuple[str, float], ...]:
        """The paths of articles that share telling words with this one, most alike first, itself not among them."""
        from index.search.likeness import similar

        with self._snapshots.latest() as snapshot:
            best = ranked_best(snapshot, similar(article, snapshot), limit + 1)
        return tuple((path, score) for score, path, _, _ in best if path != article.document.path)[:limit]

    def words(self) -> int:
        """How many words all articles have."""
        with self._snapshots.latest() as snapshot:
            return sum(sum(segment.lengths()[number] for number in segment.live()) for segment in snapshot.segments)

    def occurrences(self, forms: Sequence[str]) -> dict[str, int]:
        """How often folded forms stand in the texts of all articles."""
        found: dict[str, int] = {}
        for start in range(0, len(forms), _FORMS):
            # Who types in between is let through.
            with self._snapshots.latest() as snapshot:
                for form in forms[start : start + _FORMS]:
                    lists = (segment.list_of(schema.FORM, form) for segment in snapshot.segments)
                    found[form] = sum(sum(each.counts) for each in lists if each is not None)
        return found

    def inflected(self, form: str) -> tuple[str, ...]:
        """The other forms of a word in the languages of the articles; see `Engine.inflected`."""
        with self._snapshots.latest() as snapshot:
            return snapshot.inflected(form)

    def telling(self, text: str, most: int) -> tuple[str, ...]:
        """The words that tell a text from the rest of the index, at most so many, the most telling first."""
        from index.search.likeness import telling_words

        with self._snapshots.latest() as snapshot:
            return telling_words(text, snapshot, most)

    def open(self) -> None:
        """Opens the last commit, which searching does by itself.  Raises DamageError where it is damaged."""
        with self._snapshots.latest():
            pass

    def warm(self, cancelled: Cancel | None = None) -> None:
        """See `Engine.warm`: what ranking asks of every document, and the words that a first letter stands for."""
        budget = Budget(cancelled)
        with self._snapshots.latest() as snapshot:
            pass
        for segment in snapshot.segments:
            budget.check()
            with self._snapshots.held():
                segment.norms(K1, B, snapshot.mean)
                segment.length_classes()
        for segment in snapshot.segments:
            budget.check()
            with self._snapshots.held():
                segment.forms()
        snapshot.lexicon()

    def documents(self, among: Collection[str] | None = None) -> frozenset[str]:
        """The paths of all articles of the last commit, or of those of `among`."""
        with self._snapshots.latest() as snapshot:
            if among is not None:
                return frozenset(
                    path for path in among if any(segment.number_of(path) is not None for segment in snapshot.segments)
                )
            return frozenset(snapshot.each(lambda segment: [segment.paths()[number] for number in segment.live()]))

    def close(self) -> None:
        """Lets go of all files."""
        self._snapshots.forget()
