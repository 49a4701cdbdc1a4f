"""The coverage matrix as the JSON object that the commands print (docs/schemas)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from index.comparison.holes import Hole, holes
from index.comparison.matrix_model import Cell, CellConflict, Matrix, Row
from index.documents.model import Document, Span

LETTERS = {"reported": "●", "absent": "○", "conflict": "!", "differs": "?"}
"""One letter for each state of a cell, the same wherever a matrix is shown."""


def matrix_payload(matrix: Matrix, documents: Sequence[Document], at_least: int = 2) -> dict[str, Any]:
    """One object; articles are named by their number in `articles` from 0, and every span comes with its text.

    `documents` are those of the columns; `at_least` voices make a hole.
    """

    def cut(column: int, span: Span) -> dict[str, Any]:
        return {"span": list(span), "text": documents[column].text[span.start : span.end]}

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

    return {
        "articles": [{"path": c.path, "title": c.title, "voice": c.voice} for c in matrix.columns],
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
