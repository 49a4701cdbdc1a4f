"""What moves hits up beyond BM25: words that stand near each other, words that the best hits share, and having all the
words.

Nearness: neighbours in the query that are near in the text (Rasolofo and Savoy 2003).  Feedback, for long queries: the
words that the first hits have in common weigh for the rest (relevance model, Lavrenko and Croft 2001); it adds no hits,
it only orders them.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence, Set
from itertools import chain, pairwise
from typing import Literal

from index.search.answering.answers import Scores
from index.search.answering.located import standing
from index.search.answering.ranking import rarity
from index.search.query.syntax import And, Bag, Clause, Or, Phrase, Word
from index.search.stored import schema
from index.search.stored.postings import SHIFT, TITLE
from index.search.stored.segments import Segment, Snapshot

Step = Literal["clauses", "near", "shared", "complete"]
"""The steps of a score, in order; each is told when it is done."""
Watch = Callable[[Step, Snapshot, Sequence[Mapping[int, float]]], None]
"""Hears of a step that is done, with the scores of each segment."""

NEAR_CANDIDATES = 200
"""The best documents, in which it counts whether words are near each other."""
_SORTED = 4_000
"""Scores up to which putting all in order takes no longer than choosing the best."""
_NEAR_WORDS = 10
_EACH = 12
"""Pairs of places that are compared each with each."""
_NEAR_WEIGHT = 0.5
DESCRIBED_FROM = 5
"""Different words of a query from which it is a description, not a name: feedback pays, and an article without one of
the words may be as good as one that has all."""
DESCRIBED_LIFT = 0.2
"""How far a description lifts articles with all its words, as a share of the best score."""
FEEDBACK_ARTICLES = 6


def unwatched(step: Step, snapshot: Snapshot, found: Sequence[Mapping[int, float]]) -> None:
    """Nobody asks how the articles fare."""


def wanted(clause: Clause) -> list[str]:
    """The stems that a query asks for, in its order."""
    if isinstance(clause, Word):
        return [clause.stem]
    if isinstance(clause, Phrase):
        return [slot.stem for slot in clause.slots if isinstance(slot, Word)]
    if isinstance(clause, Or):
        # Of several ways to say one thing, the first has the words as they were typed.
        return wanted(clause.clauses[0])
    if isinstance(clause, And):
        return [stem for each in clause.clauses for stem in wanted(each)]
    if isinstance(clause, Bag):
        return [stem for each in (*clause.must, *clause.may) for stem in wanted(each)]
    return []


def first(found: Sequence[Scores], complete: Sequence[Set[int]], number: int) -> list[tuple[int, int]]:
    """The best so far, as place of the segment and number: those with all words before the others."""
    lifted = [{document: found[place][document] for document in numbers} for place, numbers in enumerate(complete)]
    best = top(lifted, number)
    if len(best) < number:
        # Of the others there are enough among the best of all.
        others = [pair for pair in top(found, number) if pair[1] not in complete[pair[0]]]
        best += others[: number - len(best)]
    return best


def top(found: Sequence[Scores], number: int) -> list[tuple[int, int]]:
    """The documents with the best scores, as place of the segment and number; of equal ones those that come first."""
    least = heapq.nlargest(number, chain.from_iterable(scores.values() for scores in found))[-1:]
    best = [
        (-score, place, document)
        for place, scores in enumerate(found)
        for document, score in scores.items()
        if score >= least[0]
    ]
    best.sort()
    return [(place, document) for _, place, document in best[:number]]


def add_nearness(
    snapshot: Snapshot, found: list[Scores], complete: Sequence[Set[int]], stems: Sequence[str], shown: int | None
) -> None:
    """Raises the score of those of the first documents in which neighbours of the query are near each other.

    Where only the first `shown` are asked for, those that cannot come among them are left as they are.
    """
    pairs = list(dict.fromkeys((a, b) for a, b in pairwise(stems) if a != b))
    if not pairs:
        return
    holding = {stem: snapshot.holding(schema.STEM, stem) for stem in set(stems)}
    weights = {stem: rarity(number, snapshot.articles) for stem, number in holding.items() if number}
    reach = _NEAR_WEIGHT * sum(min(weights.get(one, 0.0), weights.get(other, 0.0)) for one, other in pairs)
    candidates = within_reach(found, complete, reach, shown) if shown else None
    if candidates is None:
        candidates = candidates_of(found, complete, reach, shown)
    for place, numbers in enumerate(candidates):
        if not numbers:
            continue
        found_at = {stem: _standing(snapshot.segments[place], stem, numbers) for stem in weights}
        for one, other in pairs:
            if one not in weights or other not in weights:
                continue
            weight = _NEAR_WEIGHT * min(weights[one], weights[other])
            ones, others, scores = found_at[one], found_at[other], found[place]
            for number in ones.keys() & others.keys():
                distance = _distance(ones[number], others[number])
                if distance <= _NEAR_WORDS:
                    scores[number] += weight / distance


def within_reach(
    found: Sequence[Scores], complete: Sequence[Set[int]], reach: float, shown: int
) -> list[set[int]] | None:
    """In each segment, the documents that `reach` may bring among the first `shown`, where all of these, or none of
    all, have all words.

    None where they are others, or more than are looked at.
    """
    pools = found
    if any(complete):
        pools = [{number: found[place][number] for number in numbers} for place, numbers in enumerate(complete)]
    scores = [*chain.from_iterable(pool.values() for pool in pools)]
    if not shown <= len(scores) <= _SORTED:
        return None
    scores.sort()
    least = scores[-shown] - reach
    if len(scores) - bisect_left(scores, least) > NEAR_CANDIDATES:
        return None
    return [{number for number, score in pool.items() if score >= least} for pool in pools]


def candidates_of(
    found: Sequence[Scores], complete: Sequence[Set[int]], reach: float, shown: int | None
) -> list[set[int]]:
    """In each segment, those of the first documents that `reach` may bring among the first `shown`."""
    candidates = first(found, complete, NEAR_CANDIDATES)
    if shown is not None and shown < len(candidates):
        place, number = candidates[shown - 1]
        whole, least = number in complete[place], found[place][number] - reach
        candidates = [
            (place, number)
            for place, number in candidates
            if found[place][number] >= least and (not whole or number in complete[place])
        ] + [(place, number) for place, number in candidates[:shown] if found[place][number] < least]
    wanted: list[set[int]] = [set() for _ in found]
    for place, number in candidates:
        wanted[place].add(number)
    return wanted


def _standing(segment: Segment, stem: str, numbers: set[int]) -> dict[int, list[int]]:
    """The positions of a stem in the texts of those of some documents that have it."""
    listed = segment.list_of(schema.STEM, stem)
    if listed is None:
        return {}
    return {
        number: [code >> SHIFT for code in codes if not code & TITLE] for number, codes in standing(listed, numbers)
    }


def _distance(one: Sequence[int], other: Sequence[int]) -> int:
    """How many words lie from the nearest of one to the nearest of the other; a large number where there is none."""
    least = 1 << 30
    if len(one) * len(other) <= _EACH:
        for before in one:
            for behind in other:
                apart = behind - before if behind > before else before - behind
                if 0 < apart < least:
                    least = apart
        return least
    here, there = iter(one), iter(other)
    left, right = next(here, None), next(there, None)
    while left is not None and right is not None:
        distance = left - right
        if distance < 0:
            distance = -distance
            left = next(here, None)
        else:
            right = next(there, None)
        if 0 < distance < least:
            if distance == 1:
                return 1
            least = distance
    return least


def lift_complete(found: list[Scores], complete: Sequence[Set[int]], others: float, share: float) -> None:
    """Adds a share of the best score to the documents with all words of the query; 1.0 puts them above those with
    some, of which those without a score have at most `others`.
    """
    best = max((max(scores.values(), default=0.0) for scores in found), default=0.0)
    lift = share * max(best, others)
    for scores, numbers in zip(found, complete, strict=True):
        for number in numbers:
            scores[number] += lift
