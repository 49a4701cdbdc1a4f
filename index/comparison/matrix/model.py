"""The coverage matrix: facts as rows, articles as columns, and in each cell whether the article reports the fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.comparison.matrix.reuse import Reuse
from index.comparison.model import Conflict
from index.documents.model import Span

State = Literal["reported", "absent", "conflict", "differs"]
"""`conflict`: another article tells it irreconcilably; `differs`: likely so."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article has of one fact: `spans` are its sentences, in order, none where it is absent.

    `near` is, where the fact is absent, the sentence that resembles a telling of it without telling it, or None;
    `fullest`, where it is not, the one of `spans` that has most in common with the other articles'.
    """

    state: State
    spans: tuple[Span, ...]
    near: Span | None = None
    fullest: Span | None = None


@dataclass(frozen=True, slots=True)
class CellConflict:
    """A conflict that touches a row, between the articles of columns `a` and `b`."""

    a: int
    b: int
    conflict: Conflict


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: `label` is its most central sentence, of the article of column `column`.

    `voices` counts the articles that report it, copies of one story as one.  `disputed`: its sentences tell several
    things and were put together only because they contradict each other.  `slight`: what they have in common is too
    little to be missed by an article that lacks it.
    """

    column: int
    label: Span
    cells: tuple[Cell, ...]
    voices: int
    conflicts: tuple[CellConflict, ...]
    disputed: bool = False
    slight: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One article; articles with the same `voice` copy each other."""

    path: str
    title: str
    voice: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole, most important row first; every row has as many cells as there are columns."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    reuses: tuple[Reuse, ...]
