"""What a row of the matrix is about whose sentences tell several things: the question that articles disagree on."""

from __future__ import annotations

from index.comparison.conflicts.findings import without_wordings
from index.comparison.matrix.model import Row


def question(row: Row) -> str:
    """In a sentence; "" for a row whose sentences tell one fact, which they tell themselves."""
    return without_wordings(row.conflicts[0].conflict.explanation) if row.disputed else ""
