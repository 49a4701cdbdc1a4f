"""What one article tells and the other lacks: sentences without a partner that tells most of what they tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from index.comparison.aligning.alignment import SAME, Pair
from index.comparison.aligning.passages import Passage
from index.documents.model import Span

MOST = 0.5
"""The share of a sentence's weight that its partners must hold for the other article to tell it."""


def only_one(
    passages: Sequence[Passage], pairs: Sequence[Pair], contested: Collection[Span], *, left: bool
) -> tuple[Span, ...]:
    """The sentences of one side (`left`: of A) that the other does not tell; `contested` ones it tells otherwise."""
    told: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        mine, other = (pair.a, pair.b) if left else (pair.b, pair.a)
        told[mine.plain].update(mine.weights.keys() & other.weights.keys())
        if mine.plain == other.plain or pair.score >= SAME:
            told[mine.plain].update(mine.weights)
    return tuple(p.span for p in passages if p.span not in contested and not _is_told(p, told))


def _is_told(passage: Passage, told: dict[str, set[str]]) -> bool:
    keys = told.get(passage.plain)
    return keys is not None and sum(passage.weights.get(key, 0) for key in keys) >= MOST * passage.mass


def share_told(count: int, lacking: int) -> float:
    """The share of `count` sentences that the other article tells too; 0 for an empty article."""
    return round((count - lacking) / count, 4) if count else 0.0
