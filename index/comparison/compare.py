"""The comparison of two articles, put together from its parts."""

from __future__ import annotations

from collections.abc import Callable

from index.comparison.alignment import SAME, Pair, align
from index.comparison.conflicts import conflicts
from index.comparison.coverage import only_one, share_told
from index.comparison.findings import explained
from index.comparison.model import Alignment, Comparison, QuotePair, Side
from index.comparison.passages import told
from index.comparison.quotes import quote_pairs
from index.comparison.variants import variants


def compare(a: Side, b: Side, cancelled: Callable[[], bool] | None = None) -> Comparison:
    """What both articles tell, what only one does, and where they conflict.

    compare(b, a) is the same with the sides exchanged: the work is done in one canonical order and turned afterwards.
    Raises Cancelled when `cancelled` says so; nothing else, whatever the texts hold.
    """
    left, right = told(a), told(b)
    pairs = align(left, right, cancelled)
    quotes = quote_pairs(left, right)
    text_a, text_b = a.document.text, b.document.text
    found = conflicts(left, right, pairs, quotes)
    ids_a = {m.entity for m in a.annotations.mentions if m.entity}
    ids_b = {m.entity for m in b.annotations.mentions if m.entity}
    only_a, only_b = only_one(left.passages, pairs, left=True), only_one(right.passages, pairs, left=False)
    return Comparison(
        a=a.document.path,
        b=b.document.path,
        alignments=tuple(_alignment(p) for p in pairs),
        conflicts=tuple(explained(f, text_a, text_b) for f in found),
        variants=variants(left, right, pairs),
        quotes=tuple(QuotePair(q.a.span, q.b.span, q.speaker_a or q.speaker_b, q.kind) for q in quotes),
        both=tuple(sorted(ids_a & ids_b)),
        named_a=tuple(sorted(ids_a - ids_b)),
        named_b=tuple(sorted(ids_b - ids_a)),
        only_a=only_a,
        only_b=only_b,
        a_in_b=share_told(len(left.passages), len(only_a)),
        b_in_a=share_told(len(right.passages), len(only_b)),
    )


def _alignment(pair: Pair) -> Alignment:
    return Alignment(pair.a.span, pair.b.span, "same" if pair.score >= SAME else "partial", pair.score)
