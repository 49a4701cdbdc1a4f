"""What one article tells and the other lacks: sentences without a partner that tells most of what they tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from index.comparison.alignment import Pair
from index.comparison.passages import Passage
from index.documents.model import Span


def only_one(passages: Sequence[Passage], pairs: Sequence[Pair], *, left: bool) -> tuple[Span, ...]:
    """The sentences of one side (`left`: of A) that the other does not tell."""
    partners: dict[int, list[Passage]] = defaultdict(list)
    for pair in pairs:
        mine, other = (pair.a, pair.b) if left else (pair.b, pair.a)
        partners[mine.order].append(other)
    return tuple(p.span for p in passages if not partners[p.order])


def share_told(count: int, lacking: int) -> float:
    """The share of `count` sentences that the other article tells too; 0 for an empty article."""
    return round((count - lacking) / count, 4) if count else 0.0
