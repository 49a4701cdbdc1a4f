"""Which sentences of two articles tell the same thing: many to many, in free order.

Candidates come from an inverted index over shared words; each is then scored by several signals (weighted words, of
which names, numbers and dates weigh most, pieces of words, people).  Strong pairs of two sentences still alone are
taken first, best first.  Then all pairs are asked how much they have in common where the words that the sentences
aligned so far hold count for less (`familiar.py`), and at last what the aligned sentences say of others that retell
them (`retold.py`).  Every decision looks only at the pair and at pairs already taken, so a sentence that aligns with
nothing influences nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from math import sqrt
from typing import NamedTuple

from index.comparison.aligning.familiar import Familiar
from index.comparison.aligning.passages import EVERYDAY, Passage, Told, shared_words
from index.comparison.aligning.retold import Retold
from index.errors import Cancelled

SAME = 0.65
"""At or above this score two sentences tell the same."""
PARTNER = 0.15
"""Below this score two sentences tell nothing the same."""
FIRM = 0.37
"""At or above this score two sentences that have no other partner yet are aligned for sure."""
HOLDS = 0.25
"""Other pairs are aligned when they have as much in common where familiar words count for less."""
NEAR_BEST = 0.5
"""The share of the best partner's likeness that a further partner needs."""
COPIED = 0.85
"""A sentence with a partner at or above this score stands in the other article nearly word for word."""
COPIED_NEEDS = 0.70
"""What a further partner of such a sentence needs."""
MOST_PARTNERS = 7
_WORTH = 0.15  # the share of words (by weight) that two sentences must have in common to be scored
_LARGE = 500  # sentences; in larger articles the search for partners is bounded in the two ways below
_LOOKED_UP = 400
_BEST_OF_LARGE = 12
_TELLING = 5000  # the weight from which a sentence that another contains says something of its own
_PLAIN_SHARE = 0.2  # of the likeness of a pair that is its score, in which familiar words count in full
_ONLY_NAMES = 0.7  # of its score a pair keeps that has nothing in common but a name or two and everyday words
_FEW_NAMES = 4000  # the weight from which names alone tell of one thing
_NAME = 1300  # that of names


class Pair(NamedTuple):
    """Two aligned passages; `score` is from 0 to 1, and so is `likeness`, in which familiar words count for less.

    `retold`: they are too little alike to be held against each other, but others that retell one of them are partners
    of the other.
    """

    a: Passage
    b: Passage
    score: float
    likeness: float = 0.0
    retold: bool = False


@dataclass(slots=True)
class _Taken:
    """What is aligned so far, by places: the likeness of each sentence's best partner, and how many partners it has."""

    best_a: dict[int, float]
    best_b: dict[int, float]
    count_a: dict[int, int] = field(init=False)
    count_b: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.count_a = defaultdict(int, dict.fromkeys(self.best_a, 1))
        self.count_b = defaultdict(int, dict.fromkeys(self.best_b, 1))

    def best(self, i: int, j: int) -> float:
        return max(self.best_a.get(i, 0.0), self.best_b.get(j, 0.0))

    def needed(self, i: int, j: int) -> float:
        """What a further partner of either must have in common with it."""
        best = self.best(i, j)
        return max(HOLDS, COPIED_NEEDS if best >= COPIED else NEAR_BEST * best)

    def full(self, i: int, j: int) -> bool:
        return max(self.count_a[i], self.count_b[j]) >= MOST_PARTNERS

    def take(self, pair: Pair) -> None:
        """The pairs come likest first."""
        i, j = pair.a.order, pair.b.order
        self.best_a.setdefault(i, pair.likeness)
        self.best_b.setdefault(j, pair.likeness)
        self.count_a[i] += 1
        self.count_b[j] += 1


def align(a: Told, b: Told, cancelled: Callable[[], bool] | None = None) -> tuple[Pair, ...]:
    """The aligned pairs in the order of `a`, then `b`.  Raises Cancelled when `cancelled` says so."""
    taken, paired_a, paired_b = _twins(a.passages, b.passages)
    firsts_a, firsts_b = _firsts(a.passages), _firsts(b.passages)
    scored: list[tuple[float, int, int]] = []
    for step, (i, j) in enumerate(_candidates(firsts_a, firsts_b)):
        if step % 512 == 0 and cancelled is not None and cancelled():
            raise Cancelled("The comparison was stopped.")
        left, right = a.passages[i], b.passages[j]
        if left.plain == right.plain:
            continue
        score = similarity(left, right)
        if score >= PARTNER:
            scored.append((score, i, j))
    scored.sort(key=lambda s: (-s[0], s[1], s[2]))
    pairs = [Pair(a.passages[i], b.passages[j], 1.0, 1.0) for i, j in taken]
    firm = _firm(scored, paired_a, paired_b)
    familiar = Familiar(
        (
            *(a.passages[i] for i in sorted({*paired_a, *(i for i, _ in firm)})),
            *(b.passages[j] for j in sorted({*paired_b, *(j for _, j in firm)})),
        )
    )
    pairs += _held(a.passages, b.passages, scored, firm, familiar, taken)
    return tuple(sorted(pairs, key=lambda p: (p.a.order, p.b.order)))


def _firm(
    scored: Sequence[tuple[float, int, int]], paired_a: Collection[int], paired_b: Collection[int]
) -> set[tuple[int, int]]:
    """The pairs of two sentences still alone, best first: a sentence that they leave alone has no part in them."""
    alone_no_more_a, alone_no_more_b = set(paired_a), set(paired_b)
    firm = set()
    for score, i, j in scored:
        if score >= FIRM and i not in alone_no_more_a and j not in alone_no_more_b:
            alone_no_more_a.add(i)
            alone_no_more_b.add(j)
            firm.add((i, j))
    return firm


def _held(
    a: Sequence[Passage],
    b: Sequence[Passage],
    scored: Sequence[tuple[float, int, int]],
    firm: Collection[tuple[int, int]],
    familiar: Familiar,
    twins: Sequence[tuple[int, int]],
) -> Iterator[Pair]:
    """The pairs that hold, of all `scored` (score, place in `a`, place in `b`), likest first; `twins` are paired
    already.
    """
    taken = _Taken({i: 1.0 for i, _ in twins}, {j: 1.0 for _, j in twins})
    retold = Retold(a, b, familiar, twins)
    left: list[Pair] = []
    for pair in _likest(Pair(a[i], b[j], score, _likeness(a[i], b[j], score, familiar)) for score, i, j in scored):
        i, j = pair.a.order, pair.b.order
        if taken.full(i, j) or (pair.likeness < taken.needed(i, j) and (i, j) not in firm):
            left.append(pair)
            continue
        taken.take(pair)
        retold.add(i, j, pair.likeness)
        yield pair
    if max(len(a), len(b)) <= _LARGE:
        yield from _retellings(left, taken, retold)


def _retellings(left: Sequence[Pair], taken: _Taken, retold: Retold) -> Iterator[Pair]:
    """Of the pairs that were left, those that hold because of what is aligned with others that retell them."""
    supported = []
    for pair in left:
        i, j = pair.a.order, pair.b.order
        support = retold.support(i, j) if taken.best(i, j) < COPIED else 0.0
        if support and pair.likeness + support >= HOLDS:
            supported.append(pair._replace(likeness=round(pair.likeness + support, 4), retold=True))
    for pair in _likest(supported):
        i, j = pair.a.order, pair.b.order
        if pair.likeness >= taken.needed(i, j) and not taken.full(i, j):
            taken.take(pair)
            yield pair


def _likest(pairs: Iterable[Pair]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: (-pair.likeness, pair.a.order, pair.b.order))


def _likeness(a: Passage, b: Passage, score: float, familiar: Familiar) -> float:
    """How much two sentences have in common, most of it beside what is familiar."""
    shared = shared_words(a, b)
    likeness = familiar.likeness(a, b, shared) + _people(a.people, b.people)
    if _names_alone(shared.values()):
        likeness *= _ONLY_NAMES
    return round(_PLAIN_SHARE * score + (1 - _PLAIN_SHARE) * likeness, 4)


def similarity(a: Passage, b: Passage) -> float:
    """How far two sentences tell the same, 0 to 1; symmetric to the last bit, since the sums are of whole numbers."""
    if a.plain == b.plain:
        return 1.0
    shared = shared_words(a, b).values()
    common = sum(shared)
    if not common:
        return 0.0
    shorter, longer = sorted((a.mass, b.mass))
    even = common / sqrt(shorter * longer)
    contained = common / shorter * min(1.0, shorter / _TELLING)
    grams = 2 * len(a.grams & b.grams) / max(1, len(a.grams) + len(b.grams))
    score = 0.42 * even + 0.28 * contained + 0.3 * grams + _people(a.people, b.people)
    if _names_alone(shared):
        score *= _ONLY_NAMES
    return round(min(0.999, max(0.0, score)), 4)


def _names_alone(shared: Collection[int]) -> bool:
    """Are the words in common, by their weights, but a name or two and everyday words?"""
    return sum(shared) < _FEW_NAMES and not any(EVERYDAY < weight < _NAME for weight in shared)


def _people(a: Sequence[str], b: Sequence[str]) -> float:
    """The same person named first speaks a little for two sentences, no person in common a little against them."""
    if not a or not b:
        return 0.0
    if a[0] == b[0]:
        return 0.03
    return 0.0 if set(a) & set(b) else -0.05


def _twins(a: Sequence[Passage], b: Sequence[Passage]) -> tuple[list[tuple[int, int]], set[int], set[int]]:
    """Sentences that read the same, first with first and so on; what one side has more of joins the other's last."""
    places_a, places_b = _places(a), _places(b)
    pairs: list[tuple[int, int]] = []
    for plain, left in places_a.items():
        right = places_b.get(plain)
        if right is None:
            continue
        longest = max(len(left), len(right))
        pairs += [(left[min(n, len(left) - 1)], right[min(n, len(right) - 1)]) for n in range(longest)]
    return pairs, {i for i, _ in pairs}, {j for _, j in pairs}


def _places(passages: Sequence[Passage]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for passage in passages:
        places[passage.plain].append(passage.order)
    return places


def _firsts(passages: Sequence[Passage]) -> list[Passage]:
    """The first of the passages that read the same: the others' partners would only repeat."""
    seen: set[str] = set()
    firsts = []
    for passage in passages:
        if passage.plain not in seen:
            seen.add(passage.plain)
            firsts.append(passage)
    return firsts


def _candidates(a: Sequence[Passage], b: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """The pairs worth scoring: those that share a fair part of their words' weight, by an inverted index.

    In a large article only the rarest words of a sentence are looked up, and of what they meet the best are taken.
    """
    postings: dict[str, list[int]] = defaultdict(list)
    for place, passage in enumerate(b):
        for key, value in passage.weights.items():
            if value:
                postings[key].append(place)
    roots = [sqrt(p.mass) for p in b]
    orders = [p.order for p in b]
    large = len(b) > _LARGE or len(a) > _LARGE
    for passage in a:
        gathered: dict[int, int] = defaultdict(int)
        rarest_first = sorted((len(postings[key]), key) for key in passage.weights.keys() & postings.keys())
        reached = 0
        for length, key in rarest_first:
            reached += length
            if large and reached > _LOOKED_UP and gathered:
                break
            value = passage.weights[key]
            for place in postings[key][:_LARGE]:
                gathered[place] += value
        if large and len(gathered) > _BEST_OF_LARGE:
            worth = nlargest(_BEST_OF_LARGE, ((total / roots[place], place) for place, total in gathered.items()))
            places = [place for _, place in worth]
        else:
            needed = (_WORTH if not large else 0.0) * sqrt(passage.mass)
            places = [place for place, total in gathered.items() if total >= needed * roots[place]]
        for place in places:
            yield passage.order, orders[place]
