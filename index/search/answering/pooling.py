"""The articles that answer a bag of words, of which those get a score that may be among the best."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from typing import Protocol

from index.search.answering.answers import Answer, Either, Scores, in_all, in_any
from index.search.answering.bounding import Rows, add, best, rows_of

_MANY = 10
"""Documents for each that is wanted, from which it pays."""

_SPARSE = 8
"""One in so many documents has to answer: a row is as long for few."""


@dataclass(slots=True, eq=False, repr=False)
class Bagged:
    """What answers a bag in one segment: `numbers` are the documents; they have all of `must`, and `may` adds to it."""

    must: Sequence[Answer]
    may: Sequence[Answer]
    numbers: Set[int]

    def scores(self) -> Scores:
        """The scores of all of them."""
        if self.may and not self.must:
            scores = in_any(self.may)
            return scores if len(scores) == len(self.numbers) else {number: scores[number] for number in self.numbers}
        return self.scores_of(self.numbers)

    def scores_of(self, numbers: Set[int]) -> Scores:
        """The scores of some of them."""
        if self.must:
            scores = in_all(self.must, of=numbers)
            for optional in self.may:
                optional.add_to(scores)
            return scores
        if self.may:
            return Either(self.may).scores_of(numbers)
        return dict.fromkeys(numbers, 0.0)


class Further(Protocol):
    """What is added to the scores of all articles: `rows` have what it is at most, each unit as much as `weight`."""

    rows: Rows
    weight: float

    def add(self, place: int, scores: Scores) -> None:
        """Adds it to some scores of a segment."""


class Pool:
    """The articles of all segments that answer a bag; `complete` are those with all words of it.

    `check` is called before each step over a segment, and may raise.
    """

    def __init__(
        self,
        bagged: Sequence[Bagged],
        complete: Sequence[Set[int]],
        sizes: Sequence[int],
        check: Callable[[], None],
    ) -> None:
        self._bagged, self._complete, self.check = bagged, complete, check
        self.sizes = sizes
        self._rows: Rows | None = None

    def numbers(self) -> list[Set[int]]:
        """The documents of each segment."""
        return [each.numbers for each in self._bagged]

    def best(self, wanted: int) -> list[Scores] | None:
        """The scores of some articles, the best `wanted` of all and of the complete ones among them; None where it does
        not pay, or all of them have to be looked at.
        """
        total = sum(len(each.numbers) for each in self._bagged)
        if total < _MANY * wanted or total * _SPARSE < sum(self.sizes):
            return None
        parts = [[*each.must, *each.may] for each in self._bagged]
        rows = rows_of(parts, self.sizes, self.check).among(self.numbers())
        scores = best(rows, wanted, total, self._scores_of)
        if scores is None:
            return None
        self._rows = rows
        whole = sum(map(len, self._complete))
        if whole < _MANY * wanted:
            for place, numbers in enumerate(self._complete):
                scores[place].update(self._scores_of(place, numbers - scores[place].keys()))
        else:
            lifted = best(rows.among(self._complete), wanted, whole, self._scores_of)
            if lifted is None:
                return None
            for known, more in zip(scores, lifted, strict=True):
                known.update(more)
        return scores

    def complete_among(self, scores: Sequence[Scores]) -> list[Set[int]]:
        """Of some documents those with all words."""
        return [each & known.keys() for each, known in zip(self._complete, scores, strict=True)]

    def all(self) -> list[Scores]:
        """The scores of all articles."""
        return [each.scores() for each in self._bagged]

    def extend(self, scores: list[Scores], further: Further, shown: int, share: float) -> None:
        """Adds to the scores of the best, in which `further` is, those of articles that come among the first `shown`
        with it, where a share of the best score lifts the complete ones.
        """
        rows = self._rows.with_others(further.rows, further.weight, 0.0, self._complete) if self._rows else None

        def scores_of(place: int, numbers: Set[int]) -> Scores:
            found = self._scores_of(place, numbers)
            further.add(place, found)
            return found

        def reach(likely: Rows | None, least: float) -> None:
            if likely is None:
                for place, numbers in enumerate(self.numbers()):
                    scores[place].update(scores_of(place, set(numbers) - scores[place].keys()))
            else:
                add(likely, least, scores, scores_of)

        highest = max(max(each.values(), default=0.0) for each in scores)
        reach(rows, highest)
        lift = share * max(max(each.values(), default=0.0) for each in scores)
        lifted = [
            score + lift if number in whole else score
            for known, whole in zip(scores, self.complete_among(scores), strict=True)
            for number, score in known.items()
        ]
        if lift and self._rows:
            rows = self._rows.with_others(further.rows, further.weight, lift, self._complete)
        reach(rows, heapq.nlargest(shown, lifted)[-1])

    def _scores_of(self, place: int, numbers: Set[int]) -> Scores:
        self.check()
        return self._bagged[place].scores_of(numbers)
