"""Quoted words of an article, one part a sentence: by quotation marks, and by the voices that were recognised."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from index.comparison.model import Side
from index.documents.model import Span
from index.documents.sentences import Sentence
from index.entities.model import Quote

# a quotation ends where its paragraph does, at the latest, and its two marks may be of two styles; the lengths bound
# the search on text full of marks
_MARKED = re.compile(
    r"“([^“”\"\n]{1,2000})(?:”|(?<=[,.!?])\"(?!\w))|“([^“”\n]{1,2000})(?:”|(?=\n)|$)|"
    r"\"([^\"“”\n]{1,2000})(?:\"|(?<=[,.!?])”)|\"([^\"\n]{1,2000})\"|«([^«»\n]{1,2000})»|(?<!\w)‘([^‘’\n]{8,400})’(?!\w)"
)


class Quotation(NamedTuple):
    """The part of a quotation that lies in one sentence, without quotation marks; `speaker` may be unknown.

    `passage` is the whole between two quotation marks.
    """

    span: Span
    sentence: Span
    speaker: Span | None
    passage: Span


def quotations(side: Side, bounds: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """All quoted words of an article in order, cut at the ends of its sentences `bounds`."""
    text = side.document.text
    given = sorted((q for q in side.annotations.quotes if q.kind != "indirect"), key=lambda q: q.start)
    marked = [Span(*match.span(match.lastindex or 0)) for match in _MARKED.finditer(text)]
    ends = [b.end for b in bounds]
    parts: list[Quotation] = []
    for span, speaker in _voiced(marked, given):
        at = bisect_right(ends, span.start)
        while at < len(bounds) and bounds[at].start < span.end:
            start, end = max(span.start, bounds[at].start), min(span.end, bounds[at].end)
            while start < end and not text[start].isalnum():
                start += 1
            while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".!?"):
                end -= 1
            if end > start:
                parts.append(Quotation(Span(start, end), Span(bounds[at].start, bounds[at].end), speaker, span))
            at += 1
    return tuple(parts)


def _voiced(marked: list[Span], given: list[Quote]) -> list[tuple[Span, Span | None]]:
    """The marked spans, each with the speaker of a given quotation it touches, and the given ones that none touches."""
    starts = [m.start for m in marked]
    speakers: dict[int, Span] = {}
    alone: list[tuple[Span, Span | None]] = []
    for quote in given:
        first = max(0, bisect_right(starts, quote.start) - 1)
        touched = [at for at in range(first, bisect_left(starts, quote.end)) if marked[at].end > quote.start]
        if not touched:
            alone.append((Span(quote.start, quote.end), quote.speaker))
        for at in touched:
            if quote.speaker is not None:
                speakers.setdefault(at, quote.speaker)
    return sorted([(span, speakers.get(at)) for at, span in enumerate(marked)] + alone, key=lambda v: v[0])
