"""Whether an article that has no sentence in a row tells its fact after all, in words too different to be aligned.

What matters is not what each telling adds but what they have in common: the words that stand in half of the articles
of the row or more.  An article tells the fact where one sentence, or two that follow each other, hold most of these, or
where a sentence is nearly as like to the tellings as they are to each other.  It is likely to tell it, too, where a
sentence holds words of theirs that no other sentence holds (the town where the van was found).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from index.comparison.aligning.alignment import similarity
from index.comparison.aligning.passages import EVERYDAY, Passage, Told
from index.comparison.matrix.clusters import Place

_SLIGHT = 1400
"""Tellings whose common words weigh less tell no fact that could be missed: "How are you?", "he said"."""
_LITTLE, _UNLIKE = 2100, 0.42
"""Nor do those that have two words in common and are else unlike: "conservative movement"."""
_MOST = 0.66
"""The share of the common words' weight that one sentence, or two, must hold to tell the fact."""
_AS_LIKE = 0.75
"""The share of the tellings' likeness to each other from which a sentence is as good as one of them."""
_PARTICULAR = 1300
"""The weight of the words from which they tell the fact that are held by its tellings alone: a name, or two words."""
_ASKED = 6  # tellings that are held against each other, one an article; and sentences against them, the likest


@dataclass(frozen=True, slots=True)
class Fact:
    """What the tellings of a row have in common: words with their weights; and how like each other the tellings are.

    `particular` are those of the words that their articles hold nowhere else.
    """

    tellings: tuple[Passage, ...]
    common: dict[str, int]
    alike: float
    particular: frozenset[str] = frozenset()

    @property
    def slight(self) -> bool:
        """Whether it is too little to be missed."""
        weight = sum(self.common.values())
        return weight < _SLIGHT or (weight < _LITTLE and self.alike < _UNLIKE)


class Nearest:
    """The articles of a matrix by their words."""

    def __init__(self, articles: Sequence[Told]) -> None:
        self._articles = articles
        self._places: list[dict[str, list[int]]] = []
        for article in articles:
            places: dict[str, list[int]] = defaultdict(list)
            for passage in article.passages:
                for key, weight in passage.weights.items():
                    if weight:
                        places[key].append(passage.order)
            self._places.append(places)

    def fact(self, tellings: Iterable[Place]) -> Fact:
        """What the sentences of a row have in common: words that half of its articles, and two at least, hold."""
        held: dict[int, dict[str, int]] = defaultdict(dict)
        firsts: dict[int, Passage] = {}
        orders: dict[int, set[int]] = defaultdict(set)
        for number, order in tellings:
            orders[number].add(order)
            passage = self._articles[number].passages[order]
            firsts.setdefault(number, passage)
            held[number].update(passage.weights)
        counted = Counter(key for words in held.values() for key, weight in words.items() if weight)
        least = max(2, (len(held) + 1) // 2)
        weights = {key: weight for words in held.values() for key, weight in words.items()}
        told = tuple(firsts[number] for number in sorted(firsts)[:_ASKED])
        alike = [similarity(one, other) for one, other in combinations(told, 2)]
        common = {key: weights[key] for key, count in counted.items() if count >= least}
        particular = frozenset(
            key
            for key, weight in common.items()
            if weight > EVERYDAY and all(orders[n].issuperset(self._places[n].get(key, ())) for n in orders)
        )
        return Fact(told, common, sum(alike) / len(alike) if alike else 1.0, particular)

    def fullest(self, tellings: Iterable[Place]) -> dict[int, Passage]:
        """For each article of a row the sentence that has most in common with the others; of equals the first."""
        told: dict[int, list[Passage]] = defaultdict(list)
        for number, order in tellings:
            told[number].append(self._articles[number].passages[order])
        found = {}
        for number, own in told.items():
            others = {key for other, passages in told.items() if other != number for p in passages for key in p.weights}
            found[number] = max(own, key=lambda p: (sum(p.weights[key] for key in p.weights.keys() & others), -p.order))
        return found

    def in_article(self, number: int, fact: Fact) -> Passage | None:
        """The sentence of an article that tells the fact of a row that lacks it, if there is one."""
        passages = self._articles[number].passages
        holds: dict[int, set[str]] = defaultdict(set)
        for key in fact.common:
            for order in self._places[number].get(key, ()):
                holds[order].add(key)

        def weight(keys: Iterable[str]) -> int:
            return sum(fact.common[key] for key in keys)

        for order in sorted(holds):
            own = {key for key in holds[order] & fact.particular if len(self._places[number][key]) == 1}
            if weight(own) >= _PARTICULAR:
                return passages[order]
        likest = sorted(holds, key=lambda order: (-weight(holds[order]), order))[:_ASKED]
        needed = _MOST * sum(fact.common.values())
        for order in likest:
            if max(weight(holds[order] | holds.get(order + beside, set())) for beside in (0, -1, 1)) >= needed:
                return passages[order]
        scored = [(max(similarity(passages[order], one) for one in fact.tellings), -order) for order in likest]
        best, order = max(scored, default=(0.0, 0))
        return passages[-order] if scored and best >= _AS_LIKE * fact.alike else None
