"""The comparison of two articles, put together from its parts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from index.comparison.aligning.alignment import SAME, align
from index.comparison.aligning.coverage import only_one, share_told
from index.comparison.aligning.origin import origins
from index.comparison.aligning.passages import told
from index.comparison.conflicts.collected import conflicts
from index.comparison.conflicts.findings import explained
from index.comparison.model import Alignment, Comparison, Side
from index.comparison.quotes import quote_pairs
from index.comparison.said_in_both import said_in_both
from index.comparison.variants import told_variant, variants
from index.documents.model import Span

OF_THE_WHOLE = ("status", "participant")
"""Kinds that may rest on sentences that tell different things: who holds an office, who governs."""


def compare(a: Side, b: Side, cancelled: Callable[[], bool] | None = None) -> Comparison:
    """What both articles tell, what only one does, and where they conflict.

    compare(b, a) is the same with the sides exchanged: the work is always done in one order of the two, and its results
    are turned afterwards.  Raises Cancelled when `cancelled` says so; nothing else, whatever the texts hold.
    """
    turned = (b.document.text, b.document.path) < (a.document.text, a.document.path)
    left, right = (told(b), told(a)) if turned else (told(a), told(b))
    pairs = align(left, right, cancelled)
    alike = [pair for pair in pairs if not pair.retold]
    quotes = quote_pairs(left, right)
    found = conflicts(left, right, alike, quotes)
    said = said_in_both(left, right, quotes)
    written = variants(left, right, alike)
    contested = [f for f in found if f.strength == "conflict" and f.kind not in OF_THE_WHOLE]
    only_left = only_one(left.passages, pairs, {f.a_sentence for f in contested}, left=True)
    only_right = only_one(right.passages, pairs, {f.b_sentence for f in contested}, left=False)
    covered_left = share_told(len(left.passages), len(only_left))
    covered_right = share_told(len(right.passages), len(only_right))
    if turned:
        found, written, said = (
            tuple(f.turned() for f in found),
            tuple(w.turned() for w in written),
            tuple(q.turned() for q in said),
        )
        only_left, only_right = only_right, only_left
        covered_left, covered_right = covered_right, covered_left

    def place(x: Span, y: Span) -> tuple[Span, Span]:
        return (y, x) if turned else (x, y)

    alignments = [
        Alignment(*place(p.a.span, p.b.span), "same" if p.score >= SAME else "partial", p.score) for p in pairs
    ]
    text_a, text_b = a.document.text, b.document.text
    named_a, anywhere_a = _named(a)
    named_b, anywhere_b = _named(b)
    told_a, told_b = named_a - _makers(a), named_b - _makers(b)
    return Comparison(
        a=a.document.path,
        b=b.document.path,
        alignments=tuple(sorted(alignments, key=lambda x: (x.a, x.b))),
        conflicts=tuple(explained(f, text_a, text_b) for f in sorted(found, key=lambda f: (f.a, f.b, f.kind))),
        variants=tuple(told_variant(w, text_a, text_b) for w in sorted(written, key=lambda w: (w.a, w.b, w.kind))),
        quotes=tuple(sorted(said, key=lambda q: (q.a, q.b))),
        both=tuple(sorted(named_a & named_b)),
        named_a=tuple(sorted(told_a - anywhere_b)),
        named_b=tuple(sorted(told_b - anywhere_a)),
        only_a=only_left,
        only_b=only_right,
        a_in_b=covered_left,
        b_in_a=covered_right,
    )


def _named(side: Side) -> tuple[set[str], set[str]]:
    """The ids of whom and what an article names, and of all that its file does, the page's own lines too."""
    own = [(block.start, block.end) for block in side.document.blocks if block.kind == "boilerplate"]
    named: set[str] = set()
    anywhere: set[str] = set()
    for mention in side.annotations.mentions:
        if not mention.entity:
            continue
        anywhere.add(mention.entity)
        at = bisect_right(own, (mention.start, len(side.document.text) + 1)) - 1
        if at < 0 or mention.start >= own[at][1]:
            named.add(mention.entity)
    return named, anywhere


def _makers(side: Side) -> set[str]:
    """The ids of whom and what an article names only where it says who made it, where and when."""
    above = origins(side.document)
    if not above:
        return set()
    within: set[str] = set()
    elsewhere: set[str] = set()
    for mention in side.annotations.mentions:
        inside = any(span.start <= mention.start < span.end for span in above)
        (within if inside else elsewhere).add(mention.entity)
    return within - elsewhere
