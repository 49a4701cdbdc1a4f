"""How much a pair of sentences has in common beside what both articles speak of throughout.

Two articles on one event share their topic: the same names, "talks", "peace".  A word counts for less the more
sentences hold it, as in a search engine (Spärck Jones 1972), but sentences are counted only where they are aligned for
sure, so that a sentence which aligns with nothing has no influence on the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt

from index.comparison.aligning.passages import Passage

_WHOLE = 1000
_LEAST = 50  # of which a word keeps so much that every sentence holds
_UNSEEN = 2  # sentences that are counted beside those that are
_WORDS, _PIECES = 0.75, 0.25  # what words and pieces of words say of a likeness


class Familiar:
    """What words and pieces of words are worth, by how many of `firm`, the aligned sentences, hold them.

    Sums are of whole numbers, so that they do not depend on the order in which sets give their members.
    """

    def __init__(self, firm: Iterable[Passage]) -> None:
        self._words: Counter[str] = Counter()
        self._pieces: Counter[str] = Counter()
        count = _UNSEEN
        for passage in firm:
            count += 1
            self._words.update(passage.weights.keys())
            self._pieces.update(passage.grams)
        whole = log(count)
        self._worth = [max(_LEAST, round(_WHOLE * log(count / (seen + 1)) / whole)) for seen in range(count)]
        self._masses: dict[int, tuple[int, int]] = {}

    def likeness(self, a: Passage, b: Passage, shared: Mapping[str, int]) -> float:
        """How much two sentences have in common beside what is familiar, 0 to 1; `shared` are their shared words."""
        common = self._mass(shared)
        if not common:
            return 0.0
        (mass_a, pieces_a), (mass_b, pieces_b) = self._profile(a), self._profile(b)
        pieces = 2 * self._sum(a.grams & b.grams) / max(1, pieces_a + pieces_b)
        return _WORDS * common / sqrt(mass_a * mass_b) + _PIECES * pieces

    def _profile(self, passage: Passage) -> tuple[int, int]:
        """What a sentence's words are worth together, and its pieces; reckoned once."""
        found = self._masses.get(id(passage))
        if found is None:
            found = self._masses[id(passage)] = (self._mass(passage.weights), self._sum(passage.grams))
        return found

    def _mass(self, weights: Mapping[str, int]) -> int:
        worth, seen = self._worth, self._words.get
        return sum([weight * worth[seen(key, 0)] for key, weight in weights.items()])

    def _sum(self, pieces: frozenset[str]) -> int:
        worth, seen = self._worth, self._pieces.get
        return sum([worth[seen(piece, 0)] for piece in pieces])
