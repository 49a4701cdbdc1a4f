"""What speaks for two sentences telling one fact beyond likeness: words in a row, rare words, no better partner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.passages import EVERYDAY, Passage, weight
from index.comparison.aligning.words import align_words
from index.comparison.matrix.particular import particular

SUPPORT = 0.14
"""Likeness that support is worth: measured, see docs/comparison.md."""
_ROW = 4  # words in a row, of which two are plain words of their own weight
_ROW_OF_BEST = 2  # and so many, one of them such a word, where each sentence is the other's best partner
_PLAIN = 1000
_LITTLE = 2000
"""Two sentences with one telling word in common ("hope"), and all in all less weight, tell of no one fact."""
_AT_MOST = 0.2
"""The likeness of such two, however short one of them is: too little to stand in one row."""


def _slight(a: Passage, b: Passage) -> bool:
    """Whether two aligned sentences have too little in common to tell one fact."""
    if a.plain == b.plain:
        return False
    shared = [min(a.weights[key], b.weights[key]) for key in a.weights.keys() & b.weights.keys()]
    return sum(weight > EVERYDAY for weight in shared) < 2 and sum(shared) < _LITTLE


def supported(pairs: Sequence[Pair], holders_a: Counter[str], holders_b: Counter[str]) -> list[float]:
    """The likenesses of the aligned pairs of two articles, those that have support raised by it.

    `holders_a` and `holders_b` tell how many sentences of either article hold a word.
    """
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for pair in pairs:
        best_a[pair.a.order] = max(pair.score, best_a.get(pair.a.order, 0.0))
        best_b[pair.b.order] = max(pair.score, best_b.get(pair.b.order, 0.0))
    scores = []
    for pair in pairs:
        if _slight(pair.a, pair.b):
            scores.append(min(_AT_MOST, pair.likeness))
            continue
        mutual = best_a[pair.a.order] == pair.score == best_b[pair.b.order]
        firm = any(
            (length >= _ROW and plain > 1) or (mutual and length >= _ROW_OF_BEST and plain > 1)
            for length, plain in _rows(pair.a, pair.b)
        )
        support = particular(pair.a, pair.b, holders_a, holders_b) + (SUPPORT if firm else 0.0)
        scores.append(min(1.0, pair.likeness + support))
    return scores


def _rows(a: Passage, b: Passage) -> list[tuple[int, int]]:
    """The runs of equal words: how many they are, and how many of them are neither names nor everyday words."""
    rows: list[tuple[int, int]] = []
    last = (-2, -2)
    for i, j in align_words(a.words, b.words).matched:
        plain = weight(a.words[i]) == _PLAIN
        length, before = rows.pop() if last == (i - 1, j - 1) else (0, 0)
        rows.append((length + 1, before + plain))
        last = (i, j)
    return rows
