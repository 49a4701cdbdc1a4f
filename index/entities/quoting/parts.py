"""A part of a sentence as a quotation: its span without marks, and what kind it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.documents.model import Span
from index.entities.model import Quote, QuoteKind
from index.entities.quoting.speaking import Clause

_EDGES = " \n\t,;:\"“”‘’'«»„—–-"
_JOINED = re.compile(r"(?:and|or)\s+(?:many|most|several|others?|the|his|her|its|their)\b")
"""What goes on with another subject after a cue, and was not said ("as Ukraine claims and many dispute")."""


def trim(text: str, start: int, end: int) -> Span:
    """Without white space, marks of quotation and commas at the ends."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def count(text: str, span: Span) -> int:
    """The words of a span."""
    return len(text[span.start : span.end].split())


def quote(clause: Clause, start: int, end: int, speaker: Span | None, cue: Span | None) -> list[Quote]:
    """What stands from `start` to `end` as one quotation; none where it is a single word or nothing."""
    text = clause.text
    span = trim(text, start, end)
    held = [p for p in clause.inside if p.start < span.end and p.end > span.start]
    if held:
        span = _paired(text, span, held)
    if span.end <= span.start or (count(text, span) < 2 and not held) or _JOINED.match(text, span.start):
        return []
    covered = sum(min(p.end, span.end) - max(p.start, span.start) for p in held)
    kind: QuoteKind = "indirect" if not held else "direct" if covered >= 0.9 * (span.end - span.start) - 4 else "mixed"
    return [Quote(span.start, span.end, speaker, cue, kind)]


def _paired(text: str, span: Span, held: Sequence[Span]) -> Span:
    """The span with both marks of its first and its last quoted passage, or with neither.

    A passage that is never closed has no mark at its end.
    """
    start, end = span.start, span.end
    if held[0].start == start and held[0].end < end - 2:
        start -= 1
    if held[-1].end <= end <= held[-1].end + 2:
        closed = not text[held[-1].end : held[-1].end + 1].isspace() and held[-1].end < len(text)
        end = held[-1].end + (held[-1].start > start and closed)
    return Span(start, end)
