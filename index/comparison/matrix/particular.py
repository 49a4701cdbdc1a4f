"""Words that two sentences share with hardly another: they speak for the two telling one fact.

"Gaffe" in one sentence of either article says more than a word that every other sentence holds, as in a search engine
(Spärck Jones 1972).  Here whole articles are counted, which alignment may not do: there a sentence that aligns with
nothing would have a say in what others align with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from index.comparison.aligning.passages import EVERYDAY, Passage

_WORTH = 0.03
"""Likeness that a plain word is worth which one sentence of either article holds: measured, see docs/comparison.md."""
_MOST = 0.06
_PLAIN = 1000  # the weight of a plain word; everyday ones are not asked
_FINE = 1000  # so that sums are of whole numbers, which do not depend on the order of a set


def holders(passages: Iterable[Passage]) -> Counter[str]:
    """How many sentences of an article hold each word."""
    return Counter(key for passage in passages for key in passage.weights)


def particular(a: Passage, b: Passage, holders_a: Counter[str], holders_b: Counter[str]) -> float:
    """What the words that both sentences hold, each divided among the pairs of sentences that do, add to a likeness."""
    weights = {key: min(a.weights[key], b.weights[key]) for key in a.weights.keys() & b.weights.keys()}
    shared = sum(
        _FINE * weight // (holders_a[key] * holders_b[key]) for key, weight in weights.items() if weight > EVERYDAY
    )
    return min(_MOST, _WORTH * shared / (_PLAIN * _FINE))
