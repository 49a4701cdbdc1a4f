"""Another place or day in the datelines of two near copies.

The words of a dateline are compared with nothing else: reports of one event are written anywhere.  A copy that says of
itself that it comes from another town, or of another day, was changed there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import ratio

from index.comparison.aligning.alignment import SAME, Pair
from index.comparison.aligning.dateline import Dateline, dateline
from index.comparison.aligning.naming import SPELLING
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.thesaurus import concept
from index.comparison.aligning.tokens import tokenize
from index.comparison.conflicts.findings import Finding
from index.comparison.conflicts.occasions import copied
from index.comparison.model import ConflictKind
from index.documents.model import Span

_SENTENCES = 3  # that stand word for word in both: one or two may be of a statement that both had


def other_datelines(a: Told, b: Told, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """What the datelines of two near copies tell otherwise; always only likely."""
    verbatim = sum(pair.a.plain == pair.b.plain for pair in pairs)
    if verbatim < _SENTENCES or not copied(a, b, pairs):
        return
    for pair in pairs:
        line_a, line_b = _line(a, pair.a), _line(b, pair.b)
        if pair.score < SAME or line_a is None or line_b is None:
            continue
        if _another_place(a, line_a.place, b, line_b.place):
            yield _finding("place", line_a.place, line_b.place, pair, "the writing of the report")
        same_day = (line_a.month, line_a.day) == (line_b.month, line_b.day)
        if line_a.on is not None and line_b.on is not None and not same_day:
            yield _finding("date", line_a.on, line_b.on, pair, "the writing of the report")


def _line(told: Told, passage: Passage) -> Dateline | None:
    if not passage.words or passage.words[0].start == passage.span.start:
        return None  # its words begin where it does: none were left out for a dateline
    return dateline(told.side.document.text, *passage.span)


def _another_place(a: Told, in_a: Span, b: Told, in_b: Span) -> bool:
    """Are they two towns, neither a spelling, a part nor another name of the other?"""
    one, other = tokenize(a.side.document.text, *in_a), tokenize(b.side.document.text, *in_b)
    if {concept(w.folded, w.stem) for w in one} & {concept(w.folded, w.stem) for w in other}:
        return False
    return ratio(one[0].folded, other[0].folded) < SPELLING


def _finding(kind: ConflictKind, in_a: Span, in_b: Span, pair: Pair, about: str) -> Finding:
    return Finding(kind, "differs", in_a, in_b, pair.a.span, pair.b.span, about, pair.score)
