"""What articles disagree on, as rows of the matrix tell it: one matter a row, and the question that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from index.comparison.conflicts.findings import opening_of, without_wordings
from index.comparison.matrix.model import CellConflict, Row
from index.documents.model import Span


def question(row: Row) -> str:
    """In a sentence; "" for a row whose sentences tell one fact, which they tell themselves."""
    if not row.disputed:
        return ""
    # Where two surely conflict, the matter is in conflict, whatever is only likely of a third.
    gravest = min(row.conflicts, key=lambda one: one.conflict.strength != "conflict")
    return without_wordings(gravest.conflict.explanation)


def matters(found: Sequence[CellConflict], texts: Sequence[str]) -> list[list[CellConflict]]:
    """The conflicts by what they are about, both in the order in which they were found; `texts` are the articles'.

    Two are of one matter where they are of one kind and hold the very same words against others, or answer one
    question and hold words that are written alike.
    """
    parent = list(range(len(found)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    first: dict[tuple[object, ...], int] = {}
    for number, one in enumerate(found):
        said = one.conflict
        for column, span in ((one.a, said.a), (one.b, said.b)):
            words = " ".join(texts[column][slice(*span)].casefold().split())
            asked = (said.kind, opening_of(said.explanation), column, words)
            for end in ((said.kind, column, span), asked):
                one_root, other = root(first.setdefault(end, number)), root(number)
                parent[max(one_root, other)] = min(one_root, other)
    together: dict[int, list[CellConflict]] = {}
    for number, one in enumerate(found):
        together.setdefault(root(number), []).append(one)
    return list(together.values())


def sentences(conflict: CellConflict) -> tuple[tuple[int, Span], tuple[int, Span]]:
    """Both sentences of a conflict, each with the column of its article."""
    return (conflict.a, conflict.conflict.a_sentence), (conflict.b, conflict.conflict.b_sentence)
