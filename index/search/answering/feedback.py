"""Feedback, for long queries: words that the first hits have in common weigh for the rest (relevance model, Lavrenko
and Croft 2001); it adds no hits, it only orders them.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from index.search.answering.answers import Answer, Scored, Scores, Tallied, Weighed
from index.search.answering.bounding import best, rows_of
from index.search.answering.located import indexes
from index.search.answering.ordering import top
from index.search.answering.pooling import Pool
from index.search.answering.ranking import K1, B, norm, rarity
from index.search.answering.tallies import tally
from index.search.folding import STOP_WORDS, tokens
from index.search.stored import schema
from index.search.stored.segments import Segment, Snapshot

_FEEDBACK_WORDS = 25
_FEEDBACK_LENGTH = 50_000
"""Characters of an article that are looked at; what it is about stands there."""
_FEEDBACK_WEIGHT = 0.6
_LEADERS = 5
_LEAD = 0.3
"""What the best by the words of the query alone keep of their lead when feedback lifts others: this share of the best
score, divided by their rank.  Who describes one article wants that one, not those that are like its rivals."""
_MOST_SHARED = 32
"""Articles among which the one that shares most is looked for first."""

_Telling = Sequence[tuple[str, float]]
"""Stems with what they weigh."""


class Feedback:
    """What articles share with examples, texts of the first hits with their scores, as a part of the best score.

    `check` is called before each step over a segment, and may raise.
    """

    def __init__(self, snapshot: Snapshot, examples: Iterable[tuple[float, str]], check: Callable[[], None]) -> None:
        self._snapshot, self._check = snapshot, check
        self._telling, self._best = _telling(snapshot, examples)
        self._most = 0.0

    def add_to(self, found: list[Scores], pool: Pool | None, shown: int, share: float) -> None:
        """Raises the scores of documents that share telling words with the examples; the best ones keep a part of their
        lead.

        Of a `pool` the scores are added of those that come among the first `shown` by it, where a share of the best
        score lifts those with all words.
        """
        leaders = top(found, _LEADERS)
        if pool is None:
            extra = [self._sums(place, scores) for place, scores in enumerate(found)]
        else:
            answers = [
                [_at_most(segment, *word, self._snapshot) for word in self._telling] for segment in self._segments
            ]
            self.rows = rows_of(answers, pool.sizes, self._check).among(pool.numbers())
            total = sum(map(len, pool.numbers()))
            known = best(self.rows, _MOST_SHARED, total, self._sums)
            extra = known or [self._sums(place, numbers) for place, numbers in enumerate(pool.numbers())]
        self._most = max((max(sums.values(), default=0.0) for sums in extra), default=0.0)
        if self._most <= 0.0:
            return
        for place, scores in enumerate(found):
            self.add(place, scores)
        for rank, (place, number) in enumerate(leaders, 1):
            found[place][number] += _LEAD * self._best / rank
        if pool is not None:
            self.weight = _FEEDBACK_WEIGHT * self._best / self._most
            pool.extend(found, self, shown, share)

    def add(self, place: int, scores: Scores) -> None:
        """Adds it to some scores of a segment."""
        for number, total in self._sums(place, scores.keys()).items():
            scores[number] += _FEEDBACK_WEIGHT * self._best * total / self._most

    @property
    def _segments(self) -> Sequence[Segment]:
        return self._snapshot.segments

    def _sums(self, place: int, numbers: Collection[int]) -> Scores:
        """What the telling words of some documents of a segment weigh there."""
        self._check()
        segment = self._segments[place]
        norms = segment.norms(K1, B, self._snapshot.mean)
        sums: Scores = dict.fromkeys(numbers, 0.0)
        for stem, weight in self._telling:
            listed = segment.list_of(schema.STEM, stem)
            if listed is not None:
                counts = listed.counts
                for number, index in indexes(listed, sums.keys()):
                    count = counts[index]
                    sums[number] += weight * count / (count + norms[number])
        return sums


def _at_most(segment: Segment, stem: str, weight: float, snapshot: Snapshot) -> Answer:
    """What a word weighs in documents, or more."""
    listed = segment.list_of(schema.STEM, stem)
    if listed is None:
        return Scored({})
    norms = segment.norms(K1, B, snapshot.mean)
    # Where a word stands in titles as well, these count in a tally.
    counted = tally({1: [listed]}, lambda: segment.length_classes()[1], segment.size)
    if counted is not None:
        return Tallied(counted, weight, norms, [norm(each, snapshot.mean) for each in segment.length_classes()[0]])
    return Weighed(dict(zip(listed.documents, listed.counts, strict=True)), weight, norms)


def _telling(snapshot: Snapshot, examples: Iterable[tuple[float, str]]) -> tuple[_Telling, float]:
    """The words that examples share, the most telling first, and the best score of these."""
    shares: dict[str, float] = {}
    most = 0.0
    for score, text in examples:
        counts = Counter(
            token.stem
            for token in tokens(text[:_FEEDBACK_LENGTH])
            if token.width == 1 and len(token.stem) > 1 and not token.form[0].isdigit() and token.form not in STOP_WORDS
        )
        length = counts.total()
        for stem, count in counts.items():
            shares[stem] = shares.get(stem, 0.0) + score * count / length
        most = max(most, score)
    # Frequent words first: only these can be among the telling ones, and each look-up costs.
    likely = heapq.nsmallest(_FEEDBACK_WORDS * 5, shares.items(), key=lambda item: (-item[1], item[0]))
    weights = {stem: share * rarity(snapshot.holding(schema.STEM, stem), snapshot.articles) for stem, share in likely}
    return heapq.nsmallest(_FEEDBACK_WORDS, weights.items(), key=lambda item: (-item[1], item[0])), most
