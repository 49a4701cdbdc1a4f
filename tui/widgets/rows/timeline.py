"""Dated statements as rows, and how they spread over time as a strip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.widgets.columns import Line, Piece, cells, fit, one_line, wrap
from tui.widgets.row_list import Row

if TYPE_CHECKING:
    from index.across.timeline import Statement

_HEIGHTS = " ▁▂▃▄▅▆▇█"
_DATE = 13
_MOST_LINES, _LOST = 4, 4
"""Lines of a statement; cells that a line loses where it is broken at a space."""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A sentence that speaks of a date, on `height` lines; choosing it opens the article there; `first`: its date is
    shown.
    """

    statement: Statement
    first: bool = True
    height: int = field(default=2, compare=False)
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The date, "?" behind it where the year is assumed, and the sentence, cut where its lines are too few."""
        date = f"{shown_date(self.statement.date)}{' ?' if self.statement.assumed else ''}" if self.first else ""
        also = f"  ×{len(self.statement.also) + 1:,}" if self.statement.also else ""
        text = wrap(one_line(self.statement.text), max(4, width - _DATE - len(also)), self.height)
        look = "row--strong" if self.first else ""
        lines: list[Line] = [
            (Piece(fit(date, _DATE), look), Piece(text[0] if text else ""), Piece(also, "row--accent"))
        ]
        return (*lines, *((Piece(" " * _DATE), Piece(line)) for line in text[1:]))


@dataclass(frozen=True, slots=True)
class StripRow:
    """How many statements speak of each stretch of time, from the first to the last."""

    dates: tuple[str, ...]
    height: int = 1
    choosable: bool = False

    def lines(self, width: int) -> tuple[Line, ...]:
        """The first date, the strip, the last."""
        return (strip_line(self.dates, width),)


def shown_date(date: str) -> str:
    """An ISO date for a person: a decade as "1990s", all else as it is."""
    return f"{date}0s" if len(date) == 3 else date


def strip_line(dates: Sequence[str], width: int) -> Line:
    """Dates in order of time as a strip of bars between the first and the last."""
    if not dates:
        return ()
    first, last = shown_date(dates[0]), shown_date(dates[-1])
    room = max(1, min(width - len(first) - len(last) - 2, 80))
    at = [_years(date) for date in dates]
    spread = max(at) - min(at)
    counts = [0] * room
    for one in at:
        counts[min(room - 1, int((one - min(at)) / spread * room)) if spread else 0] += 1
    most = max(counts)
    bars = "".join(_HEIGHTS[-(-count * (len(_HEIGHTS) - 1) // most)] for count in counts)
    return (Piece(f"{first} ", "row--muted"), Piece(bars, "row--accent"), Piece(f" {last}", "row--muted"))


def _years(date: str) -> float:
    """Years, the middle of what a date leaves open."""
    year = int(date.ljust(4, "5")[:4])
    if len(date) < 7:
        return year + 0.5
    month = int(date[5:7]) - 1
    return year + (month + ((int(date[8:10]) - 0.5) / 31 if len(date) > 7 else 0.5)) / 12


def statement_rows(statements: Sequence[Statement], width: int = 0) -> tuple[Row, ...]:
    """The statements; a date that several speak of stands before the first of them.

    Each has the lines that it takes at `width` cells, as far as can be told without breaking it; 0: two.
    """
    return tuple(
        StatementRow(one, not number or statements[number - 1].date != one.date, _height(one, width))
        for number, one in enumerate(statements)
    )


def _height(statement: Statement, width: int) -> int:
    if not width:
        return 2
    room = max(4, width - _DATE - (5 if statement.also else 0))
    needs = cells(statement.text)
    return 1 if needs <= room else min(_MOST_LINES, -(-needs // max(4, room - _LOST)))
