"""Word-level marks inside passages that both articles tell: the words of each that its partners have not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from index.comparison.in_part import InPart
from index.comparison.model import Comparison
from index.documents.model import Span
from tui.widgets.comparison.passages import SideName


def own_words(comparison: Comparison, a: str, b: str) -> dict[SideName, tuple[Span, ...]]:
    """Of each side, in order, the words in sentences with a partner that no partner has; none overlapping."""
    in_part = InPart(comparison, a, b)
    pairs = [(x.a, x.b) for x in comparison.alignments] + [(x.a_sentence, x.b_sentence) for x in comparison.conflicts]
    return {
        "a": tuple(_apart(span for sentence in {here for here, _ in pairs} for span in in_part.own(sentence, "a"))),
        "b": tuple(_apart(span for sentence in {here for _, here in pairs} for span in in_part.own(sentence, "b"))),
    }


def inside(words: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of the words that begin in [start, end)."""
    first = bisect_right(words, start - 1, key=lambda word: word.start)
    return words[first : bisect_right(words, end - 1, key=lambda word: word.start)]


def _apart(spans: Iterable[Span]) -> Iterable[Span]:
    end = 0
    for span in sorted(spans):
        if span.start >= end:
            yield span
            end = span.end
