"""What one clause of a query finds in one segment, scored no further than is asked for: of a frequent word beside a
rare one, few documents count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

from index.search.answering.tallies import Documents, Tally, joined

Scores = dict[int, float]
"""Scores by the number of the document."""


class Answer(Protocol):
    """The documents that answer a clause, and their scores, which are reckoned when they are asked for."""

    @property
    def numbers(self) -> Set[int]:
        """The documents."""

    @property
    def size(self) -> int:
        """At least as many as the documents are, 0 where there is none; told without looking at them."""

    def among(self, numbers: Set[int]) -> Set[int]:
        """Those of some documents that answer."""

    @property
    def bound(self) -> float:
        """A score that none of the documents exceeds."""

    def scores(self) -> Scores:
        """The scores of all of them, for the caller to change."""

    def scores_of(self, numbers: Collection[int]) -> Scores:
        """The scores of some of its documents."""

    def add_to(self, scores: Scores, of: Collection[int] | None = None) -> None:
        """Adds what it gives to those documents that have a score already; `of` are these, where they are known."""

    def merge_into(self, scores: Scores) -> None:
        """Adds what it gives, also to documents that have no score yet."""


@dataclass(slots=True, eq=False, repr=False)
class Scored:
    """Documents with scores; nobody changes them."""

    values: Scores

    @property
    def numbers(self) -> Set[int]:
        """See `Answer`."""
        return self.values.keys()

    @property
    def size(self) -> int:
        """See `Answer`."""
        return len(self.values)

    def among(self, numbers: Set[int]) -> Set[int]:
        """See `Answer`."""
        return self.values.keys() & numbers

    @property
    def bound(self) -> float:
        """See `Answer`."""
        return max(self.values.values(), default=0.0)

    def scores(self) -> Scores:
        """See `Answer`."""
        return dict(self.values)

    def scores_of(self, numbers: Collection[int]) -> Scores:
        """See `Answer`."""
        values = self.values
        return {number: values[number] for number in numbers}

    def add_to(self, scores: Scores, of: Collection[int] | None = None) -> None:
        """See `Answer`."""
        values = self.values
        for number in scores.keys() & values.keys() if of is None else of:
            scores[number] += values[number]

    def merge_into(self, scores: Scores) -> None:
        """See `Answer`."""
        known = scores.get
        for number, score in self.values.items():
            scores[number] = known(number, 0.0) + score


@dataclass(slots=True, eq=False, repr=False)
class Weighed:
    """Documents with how often they have something, which BM25 makes scores of with the `norms` of all documents, none
    of which is below `least`.
    """

    counts: dict[int, float]
    weight: float
    norms: Sequence[float]
    least: float = 0.0

    @property
    def numbers(self) -> Set[int]:
        """See `Answer`."""
        return self.counts.keys()

    @property
    def size(self) -> int:
        """See `Answer`."""
        return len(self.counts)

    def among(self, numbers: Set[int]) -> Set[int]:
        """See `Answer`."""
        if isinstance(numbers, Documents):
            return numbers & self.counts.keys()
        return self.counts.keys() & numbers

    @property
    def bound(self) -> float:
        """See `Answer`."""
        return self.weight if self.counts else 0.0

    def shares(self, step: int) -> list[float]:
        """Of every `step`-th document how often it has it, divided by its norm."""
        norms = self.norms
        return [count / norms[number] for number, count in islice(self.counts.items(), 0, None, step)]

    def shares_of(self, numbers: Sequence[int]) -> list[float]:
        """The same of some documents; 0 for those that have it not."""
        known, norms = self.counts.get, self.norms
        return [known(number, 0.0) / norms[number] for number in numbers]

    def exceeding(self, share: float, among: Set[int] | None) -> list[int]:
        """The documents that have it more than `share` times as often as their norm is; of `among`, where given."""
        norms = self.norms
        if among is None:
            # Most are told by their count alone, unless it has to be no more than one.
            if floor := int(share * self.least):
                return [n for n, count in self.counts.items() if count > floor and count > share * norms[n]]
            return [n for n, count in self.counts.items() if count > share * norms[n]]
        known = self.counts.get
        return [number for number in among if known(number, 0.0) > share * norms[number]]

    def scores(self) -> Scores:
        """See `Answer`."""
        weight, norms = self.weight, self.norms
        return {number: weight * count / (count + norms[number]) for number, count in self.counts.items()}

    def scores_of(self, numbers: Collection[int]) -> Scores:
        """See `Answer`."""
        counts, weight, norms = self.counts, self.weight, self.norms
        return {number: weight * (count := counts[number]) / (count + norms[number]) for number in numbers}

    def add_to(self, scores: Scores, of: Collection[int] | None = None) -> None:
        """See `Answer`."""
        counts, weight, norms = self.counts, self.weight, self.norms
        for number in scores.keys() & counts.keys() if of is None else of:
            count = counts[number]
            scores[number] += weight * count / (count + norms[number])

    def merge_into(self, scores: Scores) -> None:
        """See `Answer`."""
        weight, norms, known = self.weight, self.norms, scores.get
        for number, count in self.counts.items():
            scores[number] = known(number, 0.0) + weight * count / (count + norms[number])


@dataclass(slots=True, eq=False, repr=False)
class Tallied:
    """As `Weighed`, of what many documents have; `least` has the least norm of each class of documents by length."""

    tally: Tally
    weight: float
    norms: Sequence[float]
    least: Sequence[float]

    @property
    def numbers(self) -> Set[int]:
        """See `Answer`."""
        return self.tally.documents

    @property
    def size(self) -> int:
        """See `Answer`."""
        return len(self.tally)

    def among(self, numbers: Set[int]) -> Set[int]:
        """See `Answer`."""
        return self.tally.documents & numbers

    @property
    def bound(self) -> float:
        """See `Answer`."""
        return self.weight if self.size else 0.0

    def scores(self) -> Scores:
        """See `Answer`."""
        return self.scores_of(self.tally.documents)

    def scores_of(self, numbers: Collection[int]) -> Scores:
        """See `Answer`."""
        units, one, weight, norms = self.tally.units, self.tally.one, self.weight, self.norms
        return {number: weight * (count := units[number] / one) / (count + norms[number]) for number in numbers}

    def add_to(self, scores: Scores, of: Collection[int] | None = None) -> None:
        """See `Answer`."""
        units, one, weight, norms = self.tally.units, self.tally.one, self.weight, self.norms
        for number in self.among(scores.keys()) if of is None else of:
            count = units[number] / one
            scores[number] += weight * count / (count + norms[number])

    def merge_into(self, scores: Scores) -> None:
        """See `Answer`."""
        units, one, weight, norms, known = self.tally.units, self.tally.one, self.weight, self.norms, scores.get
        for number in self.tally.documents:
            count = units[number] / one
            scores[number] = known(number, 0.0) + weight * count / (count + norms[number])

    def shares(self, step: int) -> list[float]:
        """See `Weighed`; of every `step`-th document of the segment."""
        return self.shares_of(self.tally.documents.sample(step))

    def shares_of(self, numbers: Sequence[int]) -> list[float]:
        """See `Weighed`."""
        units, one, norms = self.tally.units, self.tally.one, self.norms
        return [units[number] / one / norms[number] for number in numbers]

    def exceeding(self, share: float, among: Set[int] | None) -> list[int]:
        """See `Weighed`."""
        units, norms, least = self.tally.units, self.norms, self.tally.one * share
        likely = self.tally.above([share * least for least in self.least])
        return [
            number for number in (likely if among is None else likely & among) if units[number] > least * norms[number]
        ]


@dataclass(slots=True, eq=False, repr=False)
class Either:
    """Documents that are in any of some answers, with the sums of their scores."""

    parts: Sequence[Answer]
    _union: list[Set[int]] = field(default_factory=list)

    @property
    def numbers(self) -> Set[int]:
        """See `Answer`."""
        if not self._union:
            self._union.append(united(self.parts))
        return self._union[0]

    @property
    def size(self) -> int:
        """See `Answer`."""
        return sum(part.size for part in self.parts)

    def among(self, numbers: Set[int]) -> Set[int]:
        """See `Answer`."""
        return joined([part.among(numbers) for part in self.parts])

    @property
    def bound(self) -> float:
        """See `Answer`."""
        return sum(part.bound for part in self.parts)

    def scores(self) -> Scores:
        """See `Answer`."""
        return in_any(self.parts)

    def scores_of(self, numbers: Collection[int]) -> Scores:
        """See `Answer`."""
        wanted = numbers if isinstance(numbers, Set) else set(numbers)
        first, *others = self.parts
        scores = first.scores_of(first.among(wanted))
        for other in others:
            for number, score in other.scores_of(other.among(wanted)).items():
                scores[number] = scores.get(number, 0.0) + score
        return scores

    def add_to(self, scores: Scores, of: Collection[int] | None = None) -> None:
        """See `Answer`."""
        Scored(self.scores_of(scores.keys() if of is None else of)).add_to(scores, of)

    def merge_into(self, scores: Scores) -> None:
        """See `Answer`."""
        Scored(self.scores()).merge_into(scores)


def united(answers: Sequence[Answer]) -> Set[int]:
    """The documents that are in any answer."""
    return joined([answer.numbers for answer in answers if answer.size])


def counted(answers: Sequence[Answer]) -> int:
    """How many documents are in any answer; of two lists one is looked up in the other."""
    parts = [part for answer in answers for part in (answer.parts if isinstance(answer, Either) else (answer,))]
    found = sorted((part.numbers for part in parts if part.size), key=len)
    if len(found) > 2 or (len(found) == 2 and isinstance(found[1], Documents)):
        return len(joined(found))
    return sum(map(len, found)) - (sum(map(found[1].__contains__, found[0])) if len(found) == 2 else 0)


def shared(answers: Sequence[Answer]) -> Set[int]:
    """The documents that are in every answer, of which there is at least one."""
    smallest, *others = sorted(answers, key=_size)
    found = smallest.numbers
    for other in others:
        found = other.among(found)
    return found


def _size(answer: Answer) -> int:
    return answer.size


def in_all(answers: Sequence[Answer], of: Set[int] | None = None) -> Scores:
    """The documents that are in every answer, with the sums of their scores; `of` are these, where they are known."""
    if not answers:
        return {}
    common = shared(answers) if of is None else of
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
