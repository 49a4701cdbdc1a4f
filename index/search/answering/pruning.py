"""The best documents of a query without the scores of all: those that cannot come among them are only counted.

The idea is that of MaxScore (Turtle and Flood 1995): what a document could score at most is known before its score is.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from itertools import chain, islice
from math import inf

from index.search.answering.answers import Answer, Either, Scored, Scores, Weighed, counted, in_all, shared
from index.search.answering.ordering import NEAR_CANDIDATES

_MANY = 10
"""Documents for each that is shown, from which it pays."""
_FEW = 16
"""Documents of a word for each that is shown, up to which all of them are looked at."""
_SAMPLE = 1024
"""Documents from which is told how many the best are likely to be."""
_SPARE, _LEAST = 3, 8
"""How many times as many documents as are wanted are looked at first, and how many of the sample at least."""


@dataclass(frozen=True, slots=True)
class Retrieved:
    """What a query finds: in each segment the `scores` of documents that answer, which of these have all words of the
    query (`complete`), how many answer in all, and whether all of those have all words.

    Where fewer have a score than answer, the others are not among the best that were asked for; `others` is the best
    score that one of them would have, or 0 where it is no better than one that is there.
    """

    scores: list[Scores]
    complete: list[Set[int]]
    totals: list[int]
    all_complete: bool
    others: float = 0.0


def best_with_any(answers: Sequence[Answer], shown: int) -> Retrieved | None:
    """The best `shown` documents, and some more, of those that have a word or one of several ways to say it.

    None where that takes as long as the scores of all.
    """
    parted = [_parts([answer]) for answer in answers]
    segments = [parts for parts in parted if parts is not None]
    if len(segments) < len(parted) or not shown:
        return None

    def scores_of(place: int, numbers: Set[int]) -> Scores:
        return Either(segments[place]).scores_of(numbers) if segments[place] else {}

    scores = _best(segments, None, shown, scores_of)
    if scores is None:
        return None
    return Retrieved(scores, [set() for _ in answers], [counted([answer]) for answer in answers], all_complete=False)


def _parts(answers: Sequence[Answer]) -> list[Weighed] | None:
    """The words of answers; None where one is of something else."""
    found: list[Weighed] = []
    for answer in answers:
        for part in answer.parts if isinstance(answer, Either) else (answer,):
            if isinstance(part, Weighed):
                found.append(part)
            elif part.size or not isinstance(part, Scored):
                return None
    return found


def _best(
    segments: Sequence[Sequence[Weighed]],
    among: Sequence[Set[int]] | None,
    wanted: int,
    scores_of: Callable[[int, Set[int]], Scores],
) -> list[Scores] | None:
    """In each segment the scores of some documents, the best `wanted` of all among them, of those that have any of the
    words, or of those in `among`; None where all of them have to be looked at.

    BM25 gives `weight * share / (1 + share)` where a word stands `share` times as often as the norm of its document is,
    so that no document has more than that for its greatest share, were it that of all words.
    """
    total = sum(map(len, among)) if among is not None else sum(len(part.counts) for parts in segments for part in parts)
    if total < _MANY * wanted:
        return None
    rare, whole = _divided(segments, wanted)
    share = _likely(segments, among, rare, total, wanted)
    scores = _above(segments, among, rare, share, scores_of)
    if sum(map(len, scores)) < wanted:
        return None
    least = heapq.nlargest(wanted, chain.from_iterable(each.values() for each in scores))[-1]
    if least <= 0.0:
        return None
    if least < whole:
        needed = least / (whole - least) * (1 - 1e-9)
        if needed < share:
            scores = _above(segments, among, rare, needed, scores_of)
    return scores


def _likely(
    segments: Sequence[Sequence[Weighed]],
    among: Sequence[Set[int]] | None,
    rare: Sequence[bool],
    total: int,
    wanted: int,
) -> float:
    """A share that some more documents than are wanted probably exceed."""
    step = max(1, total // _SAMPLE)
    shares: list[float] = []
    for place, parts in enumerate(segments):
        for part, few in zip(parts, rare, strict=True):
            if few:
                continue
            norms = part.norms
            if among is None:
                shares += [count / norms[number] for number, count in islice(part.counts.items(), 0, None, step)]
            else:
                known = part.counts.get
                shares += [known(number, 0.0) / norms[number] for number in islice(among[place], 0, None, step)]
    shares.sort(reverse=True)
    index = max(_LEAST, _SPARE * wanted * len(shares) // total)
    return shares[index] if index < len(shares) else 0.0


def _above(
    segments: Sequence[Sequence[Weighed]],
    among: Sequence[Set[int]] | None,
    rare: Sequence[bool],
    share: float,
    scores_of: Callable[[int, Set[int]], Scores],
) -> list[Scores]:
    """The scores of the documents that have a rare word, or a greater share of any of the words."""
    found: list[Scores] = []
    for place, parts in enumerate(segments):
        chosen: set[int] = set()
        for part, few in zip(parts, rare, strict=True):
            counts, norms = part.counts, part.norms
            if few:
                chosen.update(counts if among is None else part.among(among[place]))
            elif share == inf:
                continue
            elif among is None:
                chosen.update([number for number, count in counts.items() if count > share * norms[number]])
            else:
                known = counts.get
                chosen.update([number for number in among[place] if known(number, 0.0) > share * norms[number]])
        found.append(scores_of(place, chosen))
    return found


def present(may: list[list[Answer]]) -> list[list[Answer]]:
    """In each segment, the answers to the words of a bag; words that no document has are left aside."""
    known = [index for index in range(len(may[0])) if any(each[index].size for each in may)] if may else []
    return [[each[index] for index in known] for each in may]


def best_with_all(may: list[list[Answer]], shown: int) -> Retrieved | None:
    """The best documents that have every word of a bag, where they are the best `shown` of all that answer: those with
    all words are lifted above the others.

    None where they are not, or where it cannot be told without the scores of the others.
    """
    known = present(may)
    if not known or len(known[0]) < 2:
        return None
    common = [shared(each) for each in known]
    if sum(map(len, common)) < shown:
        return None

    def scores_of(place: int, numbers: Set[int]) -> Scores:
        return in_all(known[place], of=numbers)

    parted = [_parts(each) for each in known]
    segments = [parts for parts in parted if parts is not None]
    scores = None
    if len(segments) == len(parted):
        # As many as may move up since words are near each other in them.
        scores = _best(segments, common, max(shown, NEAR_CANDIDATES), scores_of)
    if scores is None:
        scores = [scores_of(place, numbers) for place, numbers in enumerate(common)]
    best = max(max(each.values(), default=0.0) for each in scores)
    bounds = [max(each[index].bound for each in known) for index in range(len(known[0]))]
    others = 0.0
    if sum(bounds) - min(bounds) > best:
        if len(bounds) > 2:
            return None
        # Of two words one may be so rare that it is worth more than both are in another article.
        for index, bound in enumerate(bounds):
            if bound > best:
                others = max(others, _beyond([each[index] for each in known], common, best, shown))
    if len(bounds) == 2:
        totals = [counted(each[:1]) + counted(each[1:]) - len(both) for each, both in zip(known, common, strict=True)]
    else:
        totals = [counted(each) for each in known]
    return Retrieved(scores, [set(each) for each in scores], totals, list(map(len, common)) == totals, others)


def _beyond(answers: Sequence[Answer], common: Sequence[Set[int]], best: float, shown: int) -> float:
    """The best score that a document has which is not in `common`; 0 where it is no better than `best`."""

    def scores_of(place: int, numbers: Set[int]) -> Scores:
        return answers[place].scores_of(numbers - common[place])

    parted = [_parts([answer]) for answer in answers]
    segments = [parts for parts in parted if parts is not None]
    if len(segments) == len(parted):
        rare, whole = _divided(segments, shown)
        needed = best / (whole - best) * (1 - 1e-9) if best < whole else inf
        scores = _above(segments, None, rare, needed, scores_of)
    else:
        scores = [scores_of(place, answer.numbers) for place, answer in enumerate(answers)]
    most = max(max(each.values(), default=0.0) for each in scores)
    return most if most > best else 0.0


def _divided(segments: Sequence[Sequence[Weighed]], wanted: int) -> tuple[list[bool], float]:
    """Which of the words, the same in each segment, so few documents have that all of these are looked at, since they
    are worth much; and the weight of the others.
    """
    words = list(zip(*segments, strict=True))
    rare = [sum(len(part.counts) for part in parts) <= _FEW * wanted for parts in words]
    return rare, sum(parts[0].weight for parts, few in zip(words, rare, strict=True) if not few)
