"""What two articles say of one event: what agrees, what only one has, and what conflicts."""

from __future__ import annotations

from typing import Literal, NamedTuple

from index.documents.model import Document, Span
from index.entities.model import Annotations

ConflictKind = Literal["number", "date", "place", "participant", "status", "attribution", "negation", "modality"]
Strength = Literal["conflict", "differs"]


LONGEST = 500_000
"""Characters of an article that is compared, a thick novel: some five seconds of work, and a tenth of a GB."""


class Side(NamedTuple):
    """One of the two articles, with what it names."""

    document: Document
    annotations: Annotations


class Alignment(NamedTuple):
    """Two sentences that tell the same thing, or partly the same; `score` is from 0 to 1."""

    a: Span
    b: Span
    kind: Literal["same", "partial"]
    score: float


class Conflict(NamedTuple):
    """The same fact told irreconcilably ("conflict"), or likely so ("differs"); spans: the fewest differing words."""

    kind: ConflictKind
    strength: Strength
    a: Span
    b: Span
    a_sentence: Span
    b_sentence: Span
    explanation: str


class Variant(NamedTuple):
    """The same thing under another spelling, style or word."""

    kind: Literal["spelling", "style", "wording"]
    a: Span
    b: Span
    explanation: str


class QuotePair(NamedTuple):
    """The same words in both; `speaker` is the fuller name of who says them, "" where neither text gives one.

    `speaker_a` and `speaker_b` are the name that each article has for the voice, or its words for somebody without a
    name ("an engineer"); "" where it has neither.
    `dropped_a` are the words of a truncated quotation that A has and B leaves out, `dropped_b` those that A leaves out.
    """

    a: Span
    b: Span
    speaker: str
    kind: Literal["identical", "truncated", "paraphrased", "reattributed"]
    dropped_a: tuple[Span, ...] = ()
    dropped_b: tuple[Span, ...] = ()
    speaker_a: str = ""
    speaker_b: str = ""

    def turned(self) -> QuotePair:
        """The same with A and B exchanged."""
        return QuotePair(
            self.b,
            self.a,
            self.speaker,
            self.kind,
            self.dropped_b,
            self.dropped_a,
            self.speaker_b,
            self.speaker_a,
        )


class Comparison(NamedTuple):
    """The statement about two articles; every span is of `a`'s or `b`'s text as its name says.

    `only_a` and `only_b` are sentences that the other side does not tell for the most part (headings, captions,
    questions and boilerplate are not counted); `both`, `named_a` and `named_b` are entity ids named on both sides or on
    one, outside boilerplate; coverage is the share of sentences, 0 to 1.
    """

    a: str
    b: str
    alignments: tuple[Alignment, ...]
    conflicts: tuple[Conflict, ...]
    variants: tuple[Variant, ...]
    quotes: tuple[QuotePair, ...]
    both: tuple[str, ...]
    named_a: tuple[str, ...]
    named_b: tuple[str, ...]
    only_a: tuple[Span, ...]
    only_b: tuple[Span, ...]
    a_in_b: float
    b_in_a: float
