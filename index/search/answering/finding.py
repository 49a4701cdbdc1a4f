"""From a query to the best articles: what answers, corrected where nothing does, scored in the steps that `ordering`
describes.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from index.errors import CorpusError, FormatError
from index.search.answering.correction import corrected
from index.search.answering.feedback import Feedback
from index.search.answering.located import Codes, codes_of
from index.search.answering.matching import Matcher
from index.search.answering.ordering import (
    DESCRIBED_FROM,
    DESCRIBED_LIFT,
    FEEDBACK_ARTICLES,
    Watch,
    add_nearness,
    first,
    lift_complete,
    unwatched,
    wanted,
)
from index.search.answering.reach import within_reach
from index.search.answering.recent import RecentLookups
from index.search.answering.retrieval import Retrieval
from index.search.effort import Effort
from index.search.model import Article, Cancel, Names, Read
from index.search.query.syntax import Bag, Phrase, Query
from index.search.stored.segments import Snapshot
from index.search.stored.snapshots import Snapshots

Ranked = tuple[float, str, int, int]
"""Score, path, and the segment and number of a document."""


@dataclass(slots=True, eq=False, repr=False)
class Best:
    """One of the best articles, and the position codes of the words that match in it."""

    score: float
    path: str
    title: str
    codes: Codes


@dataclass(slots=True, eq=False, repr=False)
class Found:
    """What a query finds: the query that was run, and the best, best first."""

    asked: Query
    matcher: Matcher
    retrieval: Retrieval
    best: list[Best]
    total: int
    left_out: int
    """Words of the query that were not looked for, since it asked for too much."""
    corrected: bool


class Shelf:
    """The articles that one search has looked at; one that cannot be read any more is None."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._articles: dict[str, Article | None] = {}

    def article(self, path: str) -> Article | None:
        """The article of a path."""
        if path not in self._articles:
            try:
                self._articles[path] = self._read(path)
            except (CorpusError, FormatError):
                self._articles[path] = None
        return self._articles[path]


def find(
    snapshots: Snapshots,
    query: Query,
    limit: int | None,
    shelf: Shelf,
    names: Names,
    cancelled: Cancel | None,
    recent: RecentLookups,
    tell: Watch = unwatched,
    effort: Effort | None = None,
) -> Found:
    """The best `limit` articles (None: all of them, without titles and codes), and how many there are.

    `tell` hears of every step of scoring, `effort` what takes long.
    Raises Cancelled, EngineError, and QueryError where too much is asked for.
    """
    # What calls back to the caller (names, articles) is done without the lock, since the caller may have one too.
    query, left_out = reachable(snapshots, query)
    matcher = Matcher(query.clause, names)
    with snapshots.latest() as snapshot:
        retrieval = Retrieval(snapshot, matcher.surfaces, cancelled, recent.at(snapshot), effort)
        # Who watches wants every score.
        shown = limit if tell is unwatched else None
        retrieved = retrieval.find(query.clause, shown, described=_described(query))
        asked = corrected(query, snapshot, retrieval, any(retrieved.totals)) or query
        described = _described(asked)
        if asked is not query:
            retrieved = retrieval.find(asked.clause, shown, described=described)
        found, complete = retrieved.scores, retrieved.complete
        stems = wanted(asked.clause)
        retrieval.check()
        tell("clauses", snapshot, found)
        if not (isinstance(asked.clause, Phrase) and asked.clause.slop is None):
            # The words of a phrase are as near as can be wherever it stands.
            # Feedback may still move any document up.
            add_nearness(snapshot, found, complete, stems, None if described else shown)
        tell("near", snapshot, found)
        examples = first(found, complete, FEEDBACK_ARTICLES) if described else []
        paths = [(found[place][number], snapshot.segments[place].path(number)) for place, number in examples]
    texts = [(score, article.document.text) for score, path in paths if (article := shelf.article(path))]
    with snapshots.held():
        lift = DESCRIBED_LIFT if described else 1.0
        pool = retrieved.pool
        if texts:
            share = lift if any(complete) and not retrieved.all_complete else 0.0
            Feedback(snapshot, texts, retrieval.check).add_to(found, pool, shown or 0, share)
            complete = pool.complete_among(found) if pool else complete
        tell("shared", snapshot, found)
        if any(complete) and not retrieved.all_complete:
            lift_complete(found, complete, retrieved.others, lift)
        tell("complete", snapshot, found)
        retrieval.check()
        total = sum(retrieved.totals)
        ranked = ranked_best(snapshot, found, total if limit is None else limit)
    if asked is not query:
        matcher = Matcher(asked.clause, names)
    with snapshots.held():
        best = _listed(ranked, snapshot, retrieval, matcher) if limit is not None else _named(ranked)
    return Found(asked, matcher, retrieval, best, total, left_out, corrected=asked is not query)


def reachable(snapshots: Snapshots, query: Query) -> tuple[Query, int]:
    """See `within_reach`, over the last commit."""
    if not isinstance(query.clause, Bag):
        return query, 0
    with snapshots.latest() as snapshot:
        return within_reach(query, snapshot)


def answering(
    snapshots: Snapshots, query: Query, names: Names, cancelled: Cancel | None, recent: RecentLookups
) -> tuple[Query, list[str]]:
    """The query that was run, and the paths of all articles that answer it, in no order.  Raises as `find` does."""
    query, _ = reachable(snapshots, query)
    matcher = Matcher(query.clause, names)
    with snapshots.latest() as snapshot:
        retrieval = Retrieval(snapshot, matcher.surfaces, cancelled, recent.at(snapshot))
        asked = corrected(query, snapshot, retrieval, retrieval.answers(query.clause)) or query
        paths: list[str] = []
        for segment, numbers in zip(snapshot.segments, retrieval.numbers(asked.clause), strict=True):
            known = segment.paths()
            paths += [known[number] for number in numbers]
    return asked, paths


def _described(query: Query) -> bool:
    """Whether a query has so many words that it is a description, not a name."""
    return len(set(wanted(query.clause))) >= DESCRIBED_FROM


def ranked_best(snapshot: Snapshot, found: list[dict[int, float]], limit: int) -> list[Ranked]:
    """The best documents in order; equal scores by path."""
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


def _named(ranked: list[Ranked]) -> list[Best]:
    return [Best(score, path, "", ()) for score, path, _, _ in ranked]


def _listed(ranked: list[Ranked], snapshot: Snapshot, retrieval: Retrieval, matcher: Matcher) -> list[Best]:
    """The best with their titles, and where the words of the query stand in them."""
    slots = matcher.slots
    codes: dict[int, dict[int, list[Sequence[int] | None]]] = {}
    for place in {place for _, _, place, _ in ranked}:
        numbers = frozenset([number for _, _, other, number in ranked if other == place])
        lists = partial(retrieval.occurrences.lists_among, snapshot.segments[place], numbers)
        codes[place] = codes_of(slots, lists, numbers)
    return [
        Best(score, path, snapshot.segments[place].title(number), codes[place][number])
        for score, path, place, number in ranked
    ]
