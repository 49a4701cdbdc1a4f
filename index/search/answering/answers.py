"""What one clause of a query finds in one segment, scored no further than is asked for: of a frequent word beside a
rare one, few documents count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

Scores = dict[int, float]
"""Scores by the number of the document."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The documents that answer a clause: scores by number, or, where `weight` is above 0, how often they have it,
    which BM25 makes scores of with the `norms` of all documents.
    """

    values: dict[int, float]
    weight: float = 0.0
    norms: Sequence[float] = ()

    @property
    def numbers(self) -> Collection[int]:
        """The documents."""
        return self.values.keys()

    def scores(self) -> Scores:
        """The scores of all of them, for the caller to change."""
        if not self.weight:
            return dict(self.values)
        weight, norms = self.weight, self.norms
        return {number: weight * count / (count + norms[number]) for number, count in self.values.items()}

    def scores_of(self, numbers: Collection[int]) -> Scores:
        """The scores of some of its documents."""
        values, weight, norms = self.values, self.weight, self.norms
        if not weight:
            return {number: values[number] for number in numbers}
        return {number: weight * (count := values[number]) / (count + norms[number]) for number in numbers}

    def add_to(self, scores: Scores, of: Collection[int] | None = None) -> None:
        """Adds what it gives to those documents that have a score already; `of` are these, where they are known."""
        values, weight, norms = self.values, self.weight, self.norms
        for number in scores.keys() & values.keys() if of is None else of:
            count = values[number]
            scores[number] += weight * count / (count + norms[number]) if weight else count

    def merge_into(self, scores: Scores) -> None:
        """Adds what it gives, also to documents that have no score yet."""
        weight, norms, known = self.weight, self.norms, scores.get
        if weight:
            for number, count in self.values.items():
                scores[number] = known(number, 0.0) + weight * count / (count + norms[number])
        else:
            for number, score in self.values.items():
                scores[number] = known(number, 0.0) + score


def in_all(answers: Sequence[Answer]) -> Scores:
    """The documents that are in every answer, with the sums of their scores."""
    if not answers:
        return {}
    smallest, *others = sorted((answer.values.keys() for answer in answers), key=len)
    common = set(smallest).intersection(*others) if others else smallest
    first, *further = answers
    scores = first.scores_of(common)
    for answer in further:
        answer.add_to(scores, of=common)
    return scores


def in_any(answers: Iterable[Answer]) -> Scores:
    """The documents that are in any answer, with the sums of their scores."""
    first, *others = answers
    scores = first.scores()
    for answer in others:
        answer.merge_into(scores)
    return scores
