"""Setting a table: columns share the width, cells wrap; where that is too narrow, it is scrolled sideways.

A column that is content with an equal part of the width gets what it needs, and the others share the rest.  Columns are
set as the article says; where it does not say so, those of figures are flush right, so that tens stand below tens.
"""

from __future__ import annotations

from bisect import bisect_left

from index.documents.model import Block, Span
from index.documents.patterns import late
from tui.widgets.typeset.cells import measure, most
from tui.widgets.typeset.rows import Row, Run
from tui.widgets.typeset.sideways import GAP, Sideways, least
from tui.widgets.typeset.wrapping import Line, wrap

NARROWEST = 7
"""Columns narrower than this read badly: the table is scrolled sideways instead."""

_MEASURED = 400
"""Cells are measured for the column widths up to this many characters, and in this many rows."""

_FIGURE = late(r"[-+\u2212±~≈<>]?\s?[$€£¥₴₽]?\s?\d[\d.,'\u2019 \u00a0\u2009\u202f]*\s?(?:%|‰|[a-zA-Z]{1,2})?")
"""A figure as tables print it, with its sign, currency, or a unit of two letters at most."""
_NO_FIGURE = frozenset({"", "-", "–", "—", "n/a", "?"})
"""Cells of a column of figures that has none there."""

Cells = tuple[Span, ...]


def set_table(text: str, block: Block, start: int, end: int, width: int) -> tuple[Row, ...]:
    """The table rows of `block` that begin from `start` up to `end`, at `width` cells."""
    first = bisect_left(block.rows, start, key=_place)
    rows = block.rows[first : bisect_left(block.rows, end, key=_place)]
    header = block.rows[0] if block.header else None
    columns = max(len(cells) for cells in block.rows)
    wanted = _wanted(text, block, columns)
    widths = share(wanted, width - GAP * (columns - 1))
    narrow = any(given < min(NARROWEST, want) for given, want in zip(widths, wanted, strict=True))
    if columns > 1 and narrow:
        sideways = least(wanted, _words(text, block, columns), width)
        return _columned(text, rows, header, sideways.widths, block.aligned, sideways)
    return _columned(text, rows, header, tuple(widths), block.aligned)


def _place(cells: Cells) -> int:
    return cells[0].start


def share(wanted: list[int], width: int) -> list[int]:
    """Parts of `width` for columns that want so much: none gets more than it wants, and equal wants get equal parts."""
    given = [0] * len(wanted)
    left, open_columns = max(0, width), sorted(range(len(wanted)), key=lambda column: wanted[column])
    while open_columns:
        column, part = open_columns[0], left // len(open_columns)
        given[column] = min(wanted[column], part)
        left -= given[column]
        open_columns = open_columns[1:]
    return given


def _wanted(text: str, block: Block, columns: int) -> list[int]:
    wanted = [1] * columns
    for cells in block.rows[:_MEASURED]:
        for column, cell in enumerate(cells):
            content = text[cell.start : min(cell.end, cell.start + _MEASURED)]
            wanted[column] = max(wanted[column], most(content))
    return wanted


def _words(text: str, block: Block, columns: int) -> list[int]:
    """The cells of the longest word of each column."""
    longest = [1] * columns
    for cells in block.rows[:_MEASURED]:
        for column, cell in enumerate(cells):
            words = text[cell.start : min(cell.end, cell.start + _MEASURED)].split()
            longest[column] = max(longest[column], max(map(most, words), default=1))
    return longest


def _columned(
    text: str,
    table: tuple[Cells, ...],
    header: Cells | None,
    widths: tuple[int, ...],
    aligned: str,
    sideways: Sideways | None = None,
) -> tuple[Row, ...]:
    lefts = [sum(widths[:column]) + GAP * column for column in range(len(widths))]
    total = lefts[-1] + widths[-1]
    sides = [
        side if side != " " else "r" if _holds_figures(text, table, header, column) else "l"
        for column, side in enumerate(aligned.ljust(len(widths)))
    ]
    broken = [[_lines(text, cell, widths[column]) for column, cell in enumerate(cells)] for cells in table]
    airy = any(
        len(lines) > 1
        for cells, lines_of in zip(table, broken, strict=True)
        if cells is not header
        for lines in lines_of
    )
    rows: list[Row] = []
    for cells, lines_of in zip(table, broken, strict=True):
        place = _place(cells)
        if airy and rows and rows[-1].style != "rule":
            rows.append(Row(place, place))
        for height in range(max(len(lines) for lines in lines_of)):
            runs = tuple(
                _run(text, lefts[column], widths[column], *lines[height], sides[column])
                for column, lines in enumerate(lines_of)
                if height < len(lines)
            )
            rows.append(_row(runs, place, "table-header" if cells is header else "", sideways))
        if cells is header:
            rule = Run(0, total, place, place, "─" * total, "rule")
            rows.append(Row(place, place, (rule,), "rule", sideways))
    return tuple(rows)


def _holds_figures(text: str, table: tuple[Cells, ...], header: Cells | None, column: int) -> bool:
    """Whether a column holds figures and nothing else, below its heading."""
    held = [
        text[cells[column].start : cells[column].end].strip()
        for cells in table[:_MEASURED]
        if cells is not header and column < len(cells)
    ]
    figures = [cell for cell in held if cell not in _NO_FIGURE]
    return bool(figures) and all(len(cell) < _MEASURED and _FIGURE.fullmatch(cell) for cell in figures)


def _run(text: str, left: int, width: int, start: int, end: int, side: str) -> Run:
    cells = measure(text[start:end])
    spare = max(0, width - cells)
    return Run(left + (spare if side == "r" else spare // 2 if side == "c" else 0), cells, start, end)


def _lines(text: str, cell: Span, width: int) -> list[Line]:
    return wrap(text, cell.start, cell.end, max(2, width)) if cell.end > cell.start else []


def _row(runs: tuple[Run, ...], place: int, style: str, sideways: Sideways | None) -> Row:
    shown = [run for run in runs if run.end > run.start]
    if not shown:
        return Row(place, place, runs, style, sideways)
    return Row(min(run.start for run in shown), max(run.end for run in shown), runs, style, sideways)
