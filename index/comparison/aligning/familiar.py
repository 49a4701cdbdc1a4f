"""How well a pair of sentences holds when the words that many aligned sentences already share count for less.

Two articles on one event have their topic in common throughout: the same names, "talks", "peace".  What a pair has in
common beyond that speaks for it.  Words are counted only in sentences that are aligned already, the best pairs first,
and not in the articles, so that a sentence which aligns with nothing has no influence on the others.
"""

from __future__ import annotations

from collections import Counter
from math import log, sqrt

from index.comparison.aligning.passages import Passage

_LOSS = 0.4
"""How fast a word loses weight with the logarithm of the aligned sentences that hold it."""
_WHOLE = 1000
_SHARES = (0.46, 0.24, 0.3)  # of words evenly, of words as a share of the shorter sentence, of pieces of words
_TELLING = 5_000_000  # the weight from which a sentence that another contains says something of its own
_KNOWN = 4096


def _worth(count: int) -> int:
    """What is left of a word's weight when `count` aligned sentences hold it, in thousandths."""
    return round(_WHOLE / (1 + _LOSS * log(1 + count)))


_WORTH = [_worth(count) for count in range(_KNOWN)]


class Familiar:
    """The words of the sentences aligned so far, by how many hold them.

    Sums are of whole numbers, so that they do not depend on the order in which sets give their members.
    """

    def __init__(self) -> None:
        self._words: Counter[str] = Counter()
        self._pieces: Counter[str] = Counter()

    def add(self, passage: Passage) -> None:
        """Counts a sentence that has found its first partner."""
        self._words.update(passage.weights.keys())
        self._pieces.update(passage.grams)

    def likeness(self, a: Passage, b: Passage) -> float:
        """How much two sentences have in common beside what is familiar, 0 to 1."""
        left, right = self._weighed(a), self._weighed(b)
        common = sum(min(left[key], right[key]) for key in left.keys() & right.keys())
        shorter, longer = sorted((sum(left.values()), sum(right.values())))
        if not common:
            return 0.0
        even, contained, pieces = _SHARES
        return (
            even * common / sqrt(shorter * longer)
            + contained * common / shorter * min(1.0, shorter / _TELLING)
            + pieces * self._pieces_in_common(a, b)
        )

    def _weighed(self, passage: Passage) -> dict[str, int]:
        count = self._words
        return {key: weight * _WORTH[min(count[key], _KNOWN - 1)] for key, weight in passage.weights.items() if weight}

    def _pieces_in_common(self, a: Passage, b: Passage) -> float:
        every = self._sum(a.grams) + self._sum(b.grams)
        return 2 * self._sum(a.grams & b.grams) / every if every else 0.0

    def _sum(self, pieces: frozenset[str]) -> int:
        count = self._pieces
        return sum(_WORTH[min(count[piece], _KNOWN - 1)] for piece in pieces)
