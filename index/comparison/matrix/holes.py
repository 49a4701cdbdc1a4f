"""What an article leaves out: facts that several independent others report and it does not."""

from __future__ import annotations

from dataclasses import dataclass

from index.comparison.matrix.model import Cell, Matrix
from index.documents.model import Span


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact is reported: the column of the article, and the sentence of it that says most of what others do."""

    column: int
    span: Span


@dataclass(frozen=True, slots=True)
class Hole:
    """Row `row` of the matrix is missing from an article, though `voices` independent others report it."""

    row: int
    voices: int
    sources: tuple[Source, ...]


def holes(matrix: Matrix, column: int, at_least: int = 2) -> tuple[Hole, ...]:
    """The holes of one article, in the order of the matrix: rows of `at_least` voices that it does not report.

    A row for which the article has a sentence that resembles a telling of it is no hole: it may be told in other words.
    Nor is a mere dispute among others, or a row whose tellings have little in common.
    """
    return tuple(
        Hole(
            number,
            row.voices,
            tuple(Source(other, cell.fullest) for other, cell in enumerate(row.cells) if cell.fullest is not None),
        )
        for number, row in enumerate(matrix.rows)
        if row.voices >= at_least and not (row.disputed or row.slight) and _lacks(row.cells[column])
    )


def _lacks(cell: Cell) -> bool:
    return cell.state == "absent" and cell.near is None
