"""The best documents of a query without the scores of all: those that cannot come among them are only counted.

The idea is that of MaxScore (Turtle and Flood 1995): what a document could score at most is known before its score is.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import chain

from index.search.answering.answers import Answer, Either, Scored, Scores, Weighed, in_all, shared, united
from index.search.answering.ranking import LEAST_NORM

_MANY = 10
"""Documents for each that is shown, from which it pays."""
_RARE = 8
_OFTEN = 6.0
"""Documents that have a word so often are looked at first."""


@dataclass(frozen=True, slots=True)
class Retrieved:
    """What a query finds: in each segment the `scores` of documents that answer, which of these have all words of the
    query (`complete`), and how many answer in all.

    Where fewer have a score than answer, the others are not among the best that were asked for; `others` is the best
    score that one of them would have, or 0 where it is no better than one that is there.
    """

    scores: list[Scores]
    complete: list[Set[int]]
    totals: list[int]
    others: float = 0.0

    @property
    def all_complete(self) -> bool:
        """Whether every document that answers has all words of the query."""
        return all(len(numbers) == total for numbers, total in zip(self.complete, self.totals, strict=True))


def best_with_any(answers: Sequence[Answer], shown: int) -> Retrieved | None:
    """The best `shown` documents, and some more, of those that have a word or one of several ways to say it.

    None where that takes as long as the scores of all.
    """
    parted = [_parts(answer) for answer in answers]
    if any(parts is None for parts in parted):
        return None
    segments = [parts for parts in parted if parts is not None]
    sizes = [sum(len(part.counts) for part in ways) for ways in zip(*segments, strict=True)]
    if not shown or sum(sizes) < _MANY * shown:
        return None
    # What few documents have is worth much: all of these are looked at.
    rare = [size * _RARE < sum(sizes) for size in sizes]
    whole = sum(part.weight for part, few in zip(segments[0], rare, strict=True) if not few)
    scores = _with(segments, rare, _OFTEN)
    if sum(map(len, scores)) < shown:
        return None
    least = heapq.nlargest(shown, chain.from_iterable(each.values() for each in scores))[-1]
    if least <= 0.0:
        return None
    if least < whole * _OFTEN / (_OFTEN + LEAST_NORM):
        # A document that has each of the words fewer times than this has a lower score, however short it is.
        times = least * LEAST_NORM / (whole - least) * (1 - 1e-9)
        if times <= 1.0:
            return None
        scores = _with(segments, rare, times)
    return Retrieved(scores, [set() for _ in answers], [len(answer.numbers) for answer in answers])


def _parts(answer: Answer) -> list[Weighed] | None:
    """The words of an answer; None where it is of something else."""
    found: list[Weighed] = []
    for part in answer.parts if isinstance(answer, Either) else (answer,):
        if isinstance(part, Weighed):
            found.append(part)
        elif not (isinstance(part, Scored) and not part.values):
            return None
    return found


def _with(segments: Sequence[Sequence[Weighed]], rare: Sequence[bool], times: float) -> list[Scores]:
    """The scores of the documents that have a rare word, or any of the words so many times."""
    found: list[Scores] = []
    for parts in segments:
        chosen: set[int] = set()
        for part, few in zip(parts, rare, strict=True):
            chosen.update(part.counts if few else [number for number, count in part.counts.items() if count >= times])
        found.append(Either(parts).scores_of(chosen) if parts else {})
    return found


def present(may: list[list[Answer]]) -> list[list[Answer]]:
    """In each segment, the answers to the words of a bag; words that no document has are left aside."""
    known = [index for index in range(len(may[0])) if any(each[index].numbers for each in may)] if may else []
    return [[each[index] for index in known] for each in may]


def best_with_all(may: list[list[Answer]], shown: int) -> Retrieved | None:
    """The documents that have every word of a bag, where they are the best `shown` of all that answer: those with all
    words are lifted above the others.

    None where they are not, or where it cannot be told without the scores of the others.
    """
    known = present(may)
    if not known or len(known[0]) < 2:
        return None
    complete = [shared(each) for each in known]
    if sum(map(len, complete)) < shown:
        return None
    scores = [in_all(each, of=numbers) for each, numbers in zip(known, complete, strict=True)]
    best = max(max(each.values(), default=0.0) for each in scores)
    bounds = [max(each[index].bound for each in known) for index in range(len(known[0]))]
    others = 0.0
    if sum(bounds) - min(bounds) > best:
        if len(bounds) > 2:
            return None
        # Of two words one may be so rare that it is worth more than both are in another article.
        for index, bound in enumerate(bounds):
            if bound > best:
                for each, numbers in zip(known, complete, strict=True):
                    rest = each[index].scores_of(each[index].numbers - numbers)
                    others = max(others, max(rest.values(), default=0.0))
    return Retrieved(scores, complete, [len(united(each)) for each in known], others)
