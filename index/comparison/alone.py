"""What one article alone tells, the weightiest first: who reads a list wants what is missed most at its top."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from index.comparison.in_part import without_partner
from index.comparison.model import Comparison, Side
from index.documents.model import Span

_FIGURES = frozenset({"DATE", "NUMBER"})
_MOST = 3
"""Names, and figures, that count: a sentence that only lists them weighs no more."""
_NEW = 2
"""What a name weighs that the other article has nowhere; one that both have weighs 1, as a figure does."""
_LEAD = 3
"""Sentences at the top of an article, which tell what its writer held for most important; what they weigh more."""


def alone_by_weight(comparison: Comparison, a: Side, b: Side) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The sentences of A, and those of B, of which the other tells nothing: by names, figures and whether they are of
    the lead; those that weigh the same as their article has them.
    """
    only_a, only_b = without_partner(comparison)
    told_a = {*comparison.only_a, *(x.a for x in comparison.alignments)}
    told_b = {*comparison.only_b, *(x.b for x in comparison.alignments)}
    return (
        _ranked(only_a, sorted(told_a)[:_LEAD], a, frozenset(comparison.named_a)),
        _ranked(only_b, sorted(told_b)[:_LEAD], b, frozenset(comparison.named_b)),
    )


def _ranked(
    sentences: Sequence[Span], lead: Collection[Span], side: Side, only_here: Collection[str]
) -> tuple[Span, ...]:
    mentions = sorted(side.annotations.mentions, key=lambda mention: mention.start)
    starts = [mention.start for mention in mentions]

    def weight(sentence: Span) -> int:
        inside = mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        names = {mention.entity for mention in inside if mention.type not in _FIGURES}
        figures = {mention.value or mention.text for mention in inside if mention.type in _FIGURES}
        heaviest = sorted((_NEW if name in only_here else 1 for name in names), reverse=True)[:_MOST]
        return sum(heaviest) + min(len(figures), _MOST) + (_LEAD if sentence in lead else 0)

    return tuple(sorted(sentences, key=lambda sentence: (-weight(sentence), sentence)))
