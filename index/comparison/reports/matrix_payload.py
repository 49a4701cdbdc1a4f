"""The coverage matrix as the JSON object that the commands print (docs/schemas)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from index.comparison.matrix.holes import Hole, holes
from index.comparison.matrix.model import Cell, CellConflict, Matrix, Row
from index.comparison.reports.citing import digest
from index.comparison.reports.sealing import sealed_object
from index.documents.model import Document, Span

LETTERS = {"reported": "●", "absent": "○", "conflict": "!", "differs": "?"}
"""One letter for each state of a cell, the same wherever a matrix is shown."""


def matrix_payload(matrix: Matrix, documents: Sequence[Document], at_least: int = 2) -> dict[str, Any]:
    """One object; articles are named by their number in `articles` from 0, and every span comes with its text and hash.

    `documents` are those of the columns; `at_least` voices make a hole.
    """

    def cut(column: int, span: Span) -> dict[str, Any]:
        text = documents[column].text[span.start : span.end]
        return {"span": list(span), "text": text, "hash": digest(text)}

    def cell(column: int, one: Cell) -> dict[str, Any]:
        return {"state": one.state, "passages": [cut(column, span) for span in one.spans]}

    def conflict(one: CellConflict) -> dict[str, Any]:
        said = one.conflict
        return {
            "articles": [one.a, one.b],
            "kind": said.kind,
            "strength": said.strength,
            "passages": [cut(one.a, said.a), cut(one.b, said.b)],
            "explanation": said.explanation,
        }

    def row(one: Row) -> dict[str, Any]:
        return {
            "label": {"article": one.column} | cut(one.column, one.label),
            "voices": one.voices,
            "disputed": one.disputed,
            "cells": [cell(column, x) for column, x in enumerate(one.cells)],
            "conflicts": [conflict(x) for x in one.conflicts],
        }

    def hole(one: Hole) -> dict[str, Any]:
        sources = [{"article": s.column} | cut(s.column, s.span) for s in one.sources]
        return {"row": one.row, "voices": one.voices, "sources": sources}

    found = {
        "articles": [
            {"path": c.path, "title": c.title, "voice": c.voice, "url": document.address or None}
            for c, document in zip(matrix.columns, documents, strict=True)
        ],
        "rows": [row(one) for one in matrix.rows],
        "holes": [[hole(one) for one in holes(matrix, at, at_least)] for at in range(len(matrix.columns))],
        "copied": [
            {
                "articles": [one.first, one.second],
                "share": one.share,
                "passages": [
                    {"a": cut(one.first, p.a), "b": cut(one.second, p.b), "words": p.words} for p in one.passages
                ],
            }
            for one in matrix.reuses
        ],
    }
    return sealed_object(found)


def cited_in_matrix(found: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """What leads to it (a JSON Pointer), path and citation of each passage in a payload: an object of span, text and
    hash, if nothing is damaged.
    """
    columns = _objects(found.get("articles"))
    paths = [str(one.get("path", "")) for one in columns]

    def at(number: Any) -> str:
        return paths[number] if type(number) is int and 0 <= number < len(paths) else ""

    for place, row in enumerate(_objects(found.get("rows"))):
        label, here = row.get("label"), f"/rows/{place}"
        yield f"{here}/label", at(label.get("article") if isinstance(label, dict) else None), label
        for column, cell in enumerate(_objects(row.get("cells"))):
            for number, passage in enumerate(_items(cell.get("passages"))):
                yield f"{here}/cells/{column}/passages/{number}", at(column), passage
        for number, conflict in enumerate(_objects(row.get("conflicts"))):
            both = zip(_items(conflict.get("articles")), _items(conflict.get("passages")), strict=False)
            for side, (article, passage) in enumerate(both):
                yield f"{here}/conflicts/{number}/passages/{side}", at(article), passage
    for place, lacking in enumerate(_items(found.get("holes"))):
        for number, hole in enumerate(_objects(lacking)):
            for one, source in enumerate(_objects(hole.get("sources"))):
                yield f"/holes/{place}/{number}/sources/{one}", at(source.get("article")), source
    for place, reuse in enumerate(_objects(found.get("copied"))):
        articles = _items(reuse.get("articles"))
        for number, passage in enumerate(_objects(reuse.get("passages"))):
            for key, article in zip("ab", articles, strict=False):
                yield f"/copied/{place}/passages/{number}/{key}", at(article), passage.get(key)


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _objects(value: Any) -> list[dict[str, Any]]:
    """The items of a list, an empty object for what is none."""
    return [one if isinstance(one, dict) else {} for one in _items(value)]
