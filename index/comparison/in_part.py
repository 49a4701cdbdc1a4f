"""What one article has alone, told at its level: whole sentences without any partner, and words of those told in part.

A sentence that shares a part with one of the other article is "partial" wherever a comparison is shown, however small
the part; what it has alone is then told as words. `Comparison.only_a` is wider: there a sentence counts that the other
article does not tell for the most part, which is what coverage is reckoned by.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from index.comparison.aligning.dateline import begins
from index.comparison.aligning.passages import weight
from index.comparison.aligning.tokens import Word, tokenize
from index.comparison.model import Alignment, Comparison
from index.documents.model import Span
from index.wording import percent

_MARKS = re.compile('[“”"«»]')
_TOLD = 4
"""Stretches of words that are told of a sentence."""
_COURTESY = frozenset(("mr", "mrs", "ms", "miss", "dr"))
_LONGEST = 80
"""Characters of one that are told."""


def without_partner(comparison: Comparison) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The sentences of A, and those of B, of which the other article tells nothing, in order."""
    a = {x.a for x in comparison.alignments} | {x.a_sentence for x in comparison.conflicts}
    b = {x.b for x in comparison.alignments} | {x.b_sentence for x in comparison.conflicts}
    return tuple(sorted(set(comparison.only_a) - a)), tuple(sorted(set(comparison.only_b) - b))


def covered(comparison: Comparison) -> str:
    """How much of each article the other tells, in a sentence."""
    alone_a, alone_b = without_partner(comparison)
    more_a, more_b = len(comparison.only_a) - len(alone_a), len(comparison.only_b) - len(alone_b)

    def more(number: int) -> str:
        return f", and {number:,} more in part" if number else ""

    return (
        f"B tells {percent(comparison.a_in_b)} of the sentences of A for the most part{more(more_a)}; "
        f"A tells {percent(comparison.b_in_a)} of those of B{more(more_b)}."
    )


def undisputed(comparison: Comparison) -> tuple[Alignment, ...]:
    """What both tell: the aligned pairs of which no conflict, and nothing that may differ, speaks already."""
    disputed = {(found.a_sentence, found.b_sentence) for found in comparison.conflicts}
    return tuple(found for found in comparison.alignments if (found.a, found.b) not in disputed)


class InPart:
    """The words that one side alone has of the sentences told in part, over all their partners."""

    def __init__(self, comparison: Comparison, a: str, b: str) -> None:
        self._texts = a, b
        self._partners: tuple[dict[Span, set[Span]], dict[Span, set[Span]]] = defaultdict(set), defaultdict(set)
        linked = {(x.a, x.b) for x in comparison.alignments}
        for in_a, in_b in linked | {(x.a_sentence, x.b_sentence) for x in comparison.conflicts}:
            self._partners[0][in_a].add(in_b)
            self._partners[1][in_b].add(in_a)
        # What is told otherwise, or by another word, is not told by one side alone.
        said = [(x.a, x.b) for x in comparison.conflicts] + [(x.a, x.b) for x in comparison.variants]
        self._otherwise = sorted({in_a for in_a, _ in said}), sorted({in_b for _, in_b in said})
        self._words: dict[tuple[int, Span], tuple[Word, ...]] = {}

    def said(self, pair: Alignment) -> str:
        """The words of a pair of sentences that one of them alone has, in a sentence; "" where there are none."""
        parts = []
        for letter, side, span in (("A", 0, pair.a), ("B", 1, pair.b)):
            if own := self.own(span, "a" if side == 0 else "b"):
                text = self._texts[side]
                told = ", ".join(f"“{_short(text[s.start : s.end])}”" for s in own[:_TOLD])
                parts.append(f"only {letter} has {told}{' …' if len(own) > _TOLD else ''}")
        said = "; ".join(parts)
        return f"{said[:1].upper()}{said[1:]}." if said else ""

    def own(self, sentence: Span, of: Literal["a", "b"]) -> tuple[Span, ...]:
        """The stretches of a sentence that none of its partners has: content words, with what joins them."""
        side = 0 if of == "a" else 1
        others = (self._tokens(1 - side, partner) for partner in self._partners[side].get(sentence, ()))
        theirs = {word.key for words in others for word in words}
        otherwise = [s for s in self._otherwise[side] if s.start < sentence.end and sentence.start < s.end]
        return tuple(_stretches(self._texts[side], self._tokens(side, sentence), theirs, otherwise))

    def _tokens(self, side: int, span: Span) -> tuple[Word, ...]:
        words = self._words.get((side, span))
        if words is None:
            text = self._texts[side]
            words = self._words[side, span] = tokenize(text, begins(text, *span), span.end)
        return words


def _stretches(text: str, words: Iterable[Word], theirs: set[str], otherwise: Sequence[Span]) -> Iterable[Span]:
    """What stands in a row, none of it in the other; a quotation and what is said of it are two."""
    start = end = -1
    for word in words:
        if not weight(word) or word.folded in _COURTESY:
            continue
        shared = word.key in theirs or any(s.start <= word.start < s.end for s in otherwise)
        if shared:
            if end > start:
                yield Span(start, end)
            start = end = -1
        else:
            if end > start and _MARKS.search(text, end, word.start):
                yield Span(start, end)
                start = -1
            start, end = (word.start if start < 0 else start), word.end
    if end > start:
        yield Span(start, end)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + "…"
