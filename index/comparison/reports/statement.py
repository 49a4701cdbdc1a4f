"""A comparison as a statement in sections, each line with its evidence; Markdown and HTML only dress it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.comparison.alone import alone_by_weight
from index.comparison.conflicts.findings import by_importance, without_wordings
from index.comparison.in_common import why_little
from index.comparison.in_part import InPart, covered, undisputed
from index.comparison.model import Comparison, QuotePair, Side, Strength
from index.comparison.reports.citing import Citation, cite, flat
from index.comparison.said_in_both import left_out, said_by, voiced
from index.documents.bylines import is_byline
from index.documents.model import Document, Span
from index.wording import counted

_NO_NAMES = frozenset({"DATE", "NUMBER"})
_LANDS = frozenset({"PLACE", "GROUP"})
_TOP = 6
"""Blocks from the top of an article in which a byline is looked for."""
_PEOPLES = "(?:a|an|ans|ian|ians|i|is|n|ns|s)?"
_PEOPLE = re.compile(r"(?:ians?|ans?|is|[ains])\Z")
"""What the name of a land and that of its people end in (Armenia, Armenians; Iraq, Iraqi)."""
_SPACED = re.compile(r"(?<=[A-Za-z])(?:\\?[ -])?(?=\d)")
_LETTERS = 4
"""Letters at most of what is written in capitals and is no word: MS, HMS, EU, NATO."""


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: its kind, what it says in words, and the passages it rests on, each with "A" or "B"."""

    kind: str
    says: str
    evidence: tuple[tuple[str, Citation], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading; `empty` is said where there are none."""

    heading: str
    lines: tuple[Line, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose last column is a passage: its head, and for each row the cells before that passage."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], Citation], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An article that the statement is about: its letter or number, its title, what else is known of it, and its
    address, "" where none is known.
    """

    letter: str
    title: str
    facts: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Statement:
    """The whole: heading, articles, a few sentences of which the first sums up, a table where there is one, the
    sections by importance.
    """

    heading: str
    articles: tuple[Told, ...]
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    table: Table | None = None


def statement(comparison: Comparison, a: Side, b: Side) -> Statement:
    """What the comparison says, in the order of the ledger: conflicts, then what one side leaves out."""
    one, other = a.document, b.document

    def both(x: Span, y: Span) -> tuple[tuple[str, Citation], ...]:
        return (("A", cite(one, x)), ("B", cite(other, y)))

    def held(strength: Strength) -> tuple[Line, ...]:
        found = (c for c in by_importance(comparison.conflicts) if c.strength == strength)
        return tuple(
            Line(
                f"{c.kind}, {c.strength}",
                without_wordings(c.explanation),
                (*both(c.a, c.b), *both(c.a_sentence, c.b_sentence)),
            )
            for c in found
        )

    in_part = InPart(comparison, one.text, other.text)
    only_a, only_b = alone_by_weight(comparison, a, b)
    variants = [Line(v.kind, v.explanation, both(v.a, v.b)) for v in comparison.variants]
    quotes = [Line(q.kind, _said(q, one.text, other.text), both(q.a, q.b)) for q in comparison.quotes]
    shared = [
        Line(x.kind, in_part.said(x) if x.kind == "partial" else "", both(x.a, x.b)) for x in undisputed(comparison)
    ]
    return Statement(
        "Comparison of two articles",
        (_told("A", one), _told("B", other)),
        _counted(comparison, why_little(comparison, one, other)),
        (
            Section("Conflicts", held("conflict"), "No conflict was found."),
            Section("May differ", held("differs"), "Nothing else was found that may differ."),
            Section("Told only by A", _alone("A", one, only_a), "Every sentence of A has something that B tells."),
            Section("Told only by B", _alone("B", other, only_b), "Every sentence of B has something that A tells."),
            Section("Same thing, other words", tuple(variants), "No variant was found."),
            Section("Quotations in both", tuple(quotes), "No quotation stands in both."),
            Section("Told by both, or in part", tuple(shared), "No passage tells the same in both."),
            Section("Named", named(comparison, a, b), "Nobody is named."),
        ),
    )


def _said(quote: QuotePair, a: str, b: str) -> str:
    cut = left_out(quote, a, b)
    who = said_by(quote)
    told = (f"Said by {who}" if who else voiced(quote), cut)
    return " ".join(f"{one[0].upper()}{one[1:]}." for one in told if one)


def _told(letter: str, document: Document) -> Told:
    facts = (*_written(document), document.path, f"file sha256 {document.sha256 or 'unknown'}")
    return Told(letter, document.title, facts, document.address)


def _written(document: Document) -> tuple[str, ...]:
    """By whom and when, as far as the article tells."""
    lines = (flat(document.text[block.start : block.end]) for block in document.blocks[:_TOP])
    byline = next((line for line in lines if is_byline(line)), "")
    return tuple(filter(None, (byline, document.date)))


def _counted(comparison: Comparison, little: str) -> tuple[str, ...]:
    sure = sum(c.strength == "conflict" for c in comparison.conflicts)
    other = len(comparison.conflicts) - sure
    found = f"{counted(sure, 'conflict')}, {f'{other:,}' if other else 'nothing else'} that may differ."
    return (
        f"{found[0].upper()}{found[1:]} {covered(comparison)}",
        *((little,) if little else ()),
        "Found by rules, without understanding: read the passages before relying on a line. A conflict is what cannot"
        " be right in both; what differs is only likely one. Offsets count characters of each text as it is read;"
        " “ceasefire-reader verify” checks every passage against the articles.",
    )


def _alone(letter: str, document: Document, spans: Sequence[Span]) -> tuple[Line, ...]:
    return tuple(Line("only", "", ((letter, cite(document, span)),)) for span in spans)


def named(comparison: Comparison, a: Side, b: Side) -> tuple[Line, ...]:
    """Who and which places are named on both sides and on one, each with the first mention.

    One whose name stands in the other article too, though it was not recognised there, is not told as one side's alone.
    """
    entities = {e.id: e for side in (b, a) for e in side.annotations.entities}
    first_a, first_b = _firsts(a), _firsts(b)
    lines = []
    for kind, ids in (("both", comparison.both), ("only A", comparison.named_a), ("only B", comparison.named_b)):
        for identity in ids:
            entity = entities.get(identity)
            if entity is not None and entity.type in _NO_NAMES:
                continue
            firsts = (("A", a, first_a.get(identity)), ("B", b, first_b.get(identity)))
            seen = [(letter, cite(side.document, first)) for letter, side, first in firsts if first is not None]
            missing = [side.document.text for _, side, first in firsts if first is None]
            of_land = entity is not None and entity.type in _LANDS
            if any(_stands_in(citation.text, text, of_land=of_land) for _, citation in seen for text in missing):
                continue
            lines.append(Line(kind, entity.name if entity is not None else identity, tuple(seen)))
    return tuple(lines)


def _stands_in(name: str, text: str, *, of_land: bool = False) -> bool:
    """Whether a text holds a name, also in the plural (Tavians, Tavian), in small letters (city of Ghent), without the
    letters before it (MS Solvind, Solvind) or with another space (SK 414, SK414).

    `of_land`: it names a place or a people, which may stand for each other (Tavia, Tavians).
    """
    first, _, rest = name.partition(" ")
    bare = rest if rest and first.isupper() and len(first) <= _LETTERS else name
    flags = re.IGNORECASE if len(bare) > _LETTERS else re.NOFLAG
    root = _PEOPLE.sub("", bare) if of_land else ""
    if len(root) >= _LETTERS:
        form = re.escape(root) + _PEOPLES
    else:
        form = _SPACED.sub(r"\\s?", re.escape(bare.removesuffix("s"))) + r"(?:s|\s?\d+)?"
    return re.search(rf"(?<!\w){form}(?!\w)", text, flags) is not None


def _firsts(side: Side) -> dict[str, Span]:
    firsts: dict[str, Span] = {}
    for mention in sorted(side.annotations.mentions, key=lambda m: m.start):
        firsts.setdefault(mention.entity, Span(mention.start, mention.end))
    return firsts
