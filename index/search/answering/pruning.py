"""The best documents of a query without the scores of all: those that cannot come among them are only counted.

The idea is that of MaxScore (Turtle and Flood 1995): what a document could score at most is known before its score is.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from itertools import chain, islice
from math import inf
from typing import NamedTuple

from index.search.answering.answers import (
    Answer,
    Either,
    Scored,
    Scores,
    Tallied,
    Weighed,
    counted,
    in_all,
    shared,
)
from index.search.answering.ordering import NEAR_CANDIDATES
from index.search.answering.pooling import Pool
from index.search.answering.tallies import Documents

_Part = Weighed | Tallied
_MANY = 10
"""Documents for each that is shown, from which it pays."""
_FEW = 16
"""Documents of a word for each that is shown, up to which all of them are looked at."""
_COUNTED = 2_000
"""Documents of a word of which each is looked at in the time that a sample takes."""
_SAMPLE = 512
"""Documents from which is told how many the best are likely to be."""
_TELLING = 3
"""A word that is worth less than such a part of the most telling one is worth little beside it."""
_SPARE, _LEAST = 3, 8
"""How many times as many documents as are wanted are looked at first, and how many of the sample at least."""
_ROUNDED = 1 - 1e-9
"""What scores alike may differ by, since they were rounded, is less."""


@dataclass(slots=True, eq=False, repr=False)
class Retrieved:
    """What a query finds: in each segment the `scores` of documents that answer, which of these have all words of the
    query (`complete`), how many answer in all, and whether all of those have all words.

    Where fewer have a score than answer, the others are not among the best that were asked for; `others` is the best
    score that one of them would have, or 0 where it is no better than one that is there, and `pool` has them.
    """

    scores: list[Scores]
    complete: list[Set[int]]
    totals: list[int]
    all_complete: bool
    others: float = 0.0
    pool: Pool | None = None


def best_with_any(answers: Sequence[Answer], shown: int, check: Callable[[], None]) -> Retrieved | None:
    """The best `shown` documents, and some more, of those that have a word or one of several ways to say it.

    None where that takes as long as the scores of all.  `check` is called now and then, and may raise.
    """
    parted = [_parts([answer]) for answer in answers]
    segments = [parts for parts in parted if parts is not None]
    if len(segments) < len(parted) or not shown:
        return None

    def scores_of(place: int, numbers: Set[int]) -> Scores:
        check()
        return Either(segments[place]).scores_of(numbers) if segments[place] else {}

    scores = _best_of_few(segments, shown) or _best(segments, None, shown, scores_of)
    if scores is None:
        return None
    return Retrieved(scores, [set() for _ in answers], [counted([answer]) for answer in answers], all_complete=False)


def _best_of_few(segments: Sequence[Sequence[_Part]], shown: int) -> list[Scores] | None:
    """In each segment the scores of the best `shown` of all documents with one word, and of those that equal them; None
    where it is not one word, or so many have it that a sample tells sooner which are the best.
    """
    total = sum(part.size for parts in segments for part in parts)
    if not _MANY * shown <= total <= _COUNTED or max(map(len, segments)) > 1:
        return None
    if not all(part.weight for parts in segments for part in parts):
        return None  # all score nothing
    shares = sorted(chain.from_iterable(part.shares(1) for parts in segments for part in parts))
    least = shares[-shown] * _ROUNDED
    return [parts[0].scores_of(parts[0].exceeding(least, None)) if parts else {} for parts in segments]


def _parts(answers: Sequence[Answer]) -> list[_Part] | None:
    """The words of answers; None where one is of something else."""
    found: list[_Part] = []
    for answer in answers:
        for part in answer.parts if isinstance(answer, Either) else (answer,):
            if isinstance(part, _Part):
                found.append(part)
            elif part.size or not isinstance(part, Scored):
                return None
    return found


def _best(
    segments: Sequence[Sequence[_Part]],
    among: Sequence[Set[int]] | None,
    wanted: int,
    scores_of: Callable[[int, Set[int]], Scores],
) -> list[Scores] | None:
    """In each segment the scores of some documents, the best `wanted` of all among them, of those that have any of the
    words, or of those in `among`; None where all of them have to be looked at.

    BM25 gives `weight * share / (1 + share)` where a word stands `share` times as often as the norm of its document is,
    so that no document has more than that for its greatest share, were it that of all words.
    """
    total = sum(map(len, among)) if among is not None else sum(part.size for parts in segments for part in parts)
    if total < _MANY * wanted:
        return None
    words = _words(segments, among, total, wanted)
    shares = _likely(words, total, wanted)
    scores = _above(segments, among, shares, scores_of)
    if sum(map(len, scores)) < wanted:
        return None
    least = heapq.nlargest(wanted, chain.from_iterable(each.values() for each in scores))[-1]
    if least <= 0.0:
        return None
    needed = _needed(words, least)
    if any(one < other for one, other in zip(needed, shares, strict=True)):
        scores = _above(segments, among, needed, scores_of)
    return scores


class _Word(NamedTuple):
    """A word in all segments: what it is worth at most, its shares in some of the documents, the least first, and
    whether so few documents have it that all of these are looked at, since they are worth much.
    """

    weight: float
    shares: list[float]
    few: bool


def _words(
    segments: Sequence[Sequence[_Part]], among: Sequence[Set[int]] | None, total: int, wanted: int
) -> list[_Word]:
    """The words that are the same in each segment; of those that few documents have no shares are told."""
    step = max(1, total // _SAMPLE)
    some = [_some(numbers, step) for numbers in among] if among is not None else None
    words: list[_Word] = []
    for parts in zip(*segments, strict=True):
        few = _rare(parts, wanted)
        shares: list[float] = []
        for place, part in enumerate(() if few else parts):
            shares += part.shares(step) if some is None else part.shares_of(some[place])
        shares.sort()
        words.append(_Word(parts[0].weight, shares, few))
    return words


def _likely(words: Sequence[_Word], total: int, wanted: int) -> list[float]:
    """For each word a share that some more documents than are wanted probably exceed, those of words that are worth
    little beside the others not counted.
    """
    most = max((word.weight for word in words if not word.few), default=0.0)
    telling = [word.few or word.weight * _TELLING >= most for word in words]
    shares = sorted(chain.from_iterable(word.shares for word, tells in zip(words, telling, strict=True) if tells))
    index = len(shares) - 1 - max(_LEAST, _SPARE * wanted * len(shares) // total)
    share = shares[index] if index >= 0 else 0.0
    return [0.0 if word.few else share if tells else inf for word, tells in zip(words, telling, strict=True)]


def _needed(words: Sequence[_Word], least: float) -> list[float]:
    """For each word a share, such that a document which exceeds none of them scores less than `least`.

    What a word is worth that nearly all documents have may be granted to each of them: then it does not matter how
    often they have it, and of the others a little more is asked.  As many words are granted as spares most looks.
    """
    needed = [0.0 if word.few else inf for word in words]
    order = sorted((index for index, word in enumerate(words) if not word.few), key=lambda index: words[index].weight)
    best, chosen = inf, (0, 0.0)
    for granted in range(len(order)):
        rest = least - sum(words[index].weight for index in order[:granted])
        whole = sum(words[index].weight for index in order[granted:])
        if rest <= 0.0:
            break
        share = rest / (whole - rest) * _ROUNDED if rest < whole else inf
        looks = sum(len(words[index].shares) - bisect_right(words[index].shares, share) for index in order[granted:])
        if looks < best:
            best, chosen = looks, (granted, share)
    for index in order[chosen[0] :]:
        needed[index] = chosen[1]
    return needed


def _some(numbers: Set[int], step: int) -> list[int]:
    """One in `step` of some documents."""
    return numbers.sample(step) if isinstance(numbers, Documents) else list(islice(numbers, 0, None, step))


def _above(
    segments: Sequence[Sequence[_Part]],
    among: Sequence[Set[int]] | None,
    shares: Sequence[float],
    scores_of: Callable[[int, Set[int]], Scores],
) -> list[Scores]:
    """The scores of the documents that have a greater share of any word than is given for it, or that have it at all
    where that is 0.
    """
    found: list[Scores] = []
    for place, parts in enumerate(segments):
        chosen: set[int] = set()
        for part, share in zip(parts, shares, strict=True):
            if not share:
                chosen.update(part.numbers if among is None else part.among(among[place]))
            elif share < inf:
                chosen.update(part.exceeding(share, among[place] if among is not None else None))
        found.append(scores_of(place, chosen))
    return found


def present(may: list[list[Answer]]) -> list[list[Answer]]:
    """In each segment, the answers to the words of a bag; words that no document has are left aside."""
    known = [index for index in range(len(may[0])) if any(each[index].size for each in may)] if may else []
    return [[each[index] for index in known] for each in may]


def best_with_all(may: list[list[Answer]], shown: int, check: Callable[[], None]) -> Retrieved | None:
    """The best documents that have every word of a bag, where they are the best `shown` of all that answer: those with
    all words are lifted above the others.

    None where they are not, or where it cannot be told without the scores of the others.  `check` is called now and
    then, and may raise.
    """
    known = present(may)
    if not known or len(known[0]) < 2:
        return None
    common = [shared(each) for each in known]
    if sum(map(len, common)) < shown:
        return None

    def scores_of(place: int, numbers: Set[int]) -> Scores:
        check()
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
        words = [_Word(parts[0].weight, [], _rare(parts, shown)) for parts in zip(*segments, strict=True)]
        scores = _above(segments, None, _needed(words, best), scores_of)
    else:
        scores = [scores_of(place, answer.numbers) for place, answer in enumerate(answers)]
    most = max(max(each.values(), default=0.0) for each in scores)
    return most if most > best else 0.0


def _rare(parts: Sequence[_Part], wanted: int) -> bool:
    """Whether so few documents have a word, the same in each segment, that all of them are looked at."""
    return sum(part.size for part in parts) <= _FEW * wanted
