"""The naming matrix: what each of several articles calls the same entities, titles and offices before the names too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.across.seen import Cancel, Progress, Seen, each_seen
from index.documents.model import Document, Span
from index.entities.model import Entity, EntityType, Mention

_NAMED: tuple[EntityType, ...] = ("PERSON", "ORG", "PLACE", "GROUP", "EVENT")


@dataclass(frozen=True, slots=True)
class Form:
    """A name as one article prints it, with the title or office before it; how often, and where first."""

    text: str
    count: int
    first: Span


@dataclass(frozen=True, slots=True)
class Column:
    """An article."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class NamingRow:
    """An entity; `cells` are one for each article, the forms it prints, most frequent first."""

    entity: Entity
    cells: tuple[tuple[Form, ...], ...]

    @property
    def articles(self) -> int:
        """How many of the articles name it."""
        return sum(bool(cell) for cell in self.cells)

    @property
    def mentions(self) -> int:
        """How often they do."""
        return sum(form.count for cell in self.cells for form in cell)

    @property
    def differs(self) -> bool:
        """Do two articles that name it never use the same form?  A dateline's capitals are no other form."""
        sets = [{form.text.casefold() for form in cell} for cell in self.cells if cell]
        return any(not one & other for at, one in enumerate(sets) for other in sets[:at])


@dataclass(frozen=True, slots=True)
class NamingMatrix:
    """Entities as rows, named by most articles first; articles as columns."""

    columns: tuple[Column, ...]
    rows: tuple[NamingRow, ...]


def printed(mention: Mention) -> str:
    """A mention with the title or office before it, as printed."""
    return " ".join(f"{mention.title} {mention.text}".split())


def naming(
    paths: Sequence[str],
    seen: Seen,
    entity: Callable[[str], Entity | None],
    *,
    first: str = "",
    cancelled: Cancel | None = None,
    progress: Progress | None = None,
) -> NamingMatrix:
    """The naming matrix of some articles; the entity `first` stands in the first row.  Raises Cancelled."""
    columns: list[Column] = []
    cells: dict[str, dict[int, tuple[Form, ...]]] = {}
    for document, named in each_seen(paths, seen, cancelled, progress):
        for identity, forms in _forms(document, named.mentions).items():
            cells.setdefault(identity, {})[len(columns)] = forms
        columns.append(Column(document.path, document.title))
    rows = [
        NamingRow(found, tuple(here.get(number, ()) for number in range(len(columns))))
        for identity, here in cells.items()
        if (found := entity(identity)) is not None
    ]
    rows.sort(key=lambda row: (row.entity.id != first, -row.articles, -row.mentions, row.entity.id))
    return NamingMatrix(tuple(columns), tuple(rows))


def _forms(document: Document, mentions: Sequence[Mention]) -> dict[str, tuple[Form, ...]]:
    counts: dict[str, Counter[str]] = {}
    first: dict[tuple[str, str], Span] = {}
    for mention in mentions:
        if mention.type in _NAMED:
            text = printed(mention)
            counts.setdefault(mention.entity, Counter())[text] += 1
            first.setdefault((mention.entity, text), _whole(document, mention))
    return {
        identity: tuple(Form(text, count, first[identity, text]) for text, count in counter.most_common())
        for identity, counter in counts.items()
    }


def _whole(document: Document, mention: Mention) -> Span:
    """The name with the title that is printed right before it."""
    start = mention.start - len(mention.title) - 1
    titled = mention.title and document.text[max(0, start) : mention.start].split() == mention.title.split()
    return Span(start if titled else mention.start, mention.end)


def naming_payload(matrix: NamingMatrix) -> dict[str, object]:
    """What `naming --json` says."""
    return {
        "articles": [{"path": column.path, "title": column.title} for column in matrix.columns],
        "rows": [
            {
                "entity": row.entity.id,
                "name": row.entity.name,
                "type": row.entity.type,
                "mentions": row.mentions,
                "differs": row.differs,
                "cells": [
                    [{"text": form.text, "count": form.count, "first": list(form.first)} for form in cell]
                    for cell in row.cells
                ],
            }
            for row in matrix.rows
        ],
    }
