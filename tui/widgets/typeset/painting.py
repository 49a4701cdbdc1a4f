"""Painting one row: from its runs, and the highlights over them, to a strip of styled cells.

Every piece of text carries where it comes from as Textual's selection offset: `y` is the start of the row and `x` the
distance from it, in characters of the document, so that a selection is a span of the text whatever the layout.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
from textual.strip import Strip

from tui.widgets.typeset.cells import JOINERS, graphemes, is_narrow, printed
from tui.widgets.typeset.layers import Highlight, overlay
from tui.widgets.typeset.rows import Row, Run

Look = Callable[[tuple[str, ...]], Style]
"""Gives the style of component classes laid over each other, lowest first; of none, the plain one."""

_MARGIN = -100_000
"""An `x` that stands for the margin before a row: it counts as the row's start."""


class Frame(NamedTuple):
    """Where rows stand in the pane: a column of `column` cells that starts at cell `left` of `width`."""

    left: int
    column: int
    width: int


def paint(row: Row, text: str, frame: Frame, look: Look, highlights: Sequence[Highlight]) -> Strip:
    """The strip of a row, exactly `frame.width` cells."""
    plain = look(())
    margin = Style.from_meta({"offset": (_MARGIN, row.start)})
    segments = [Segment(" " * frame.left, plain + margin)] if frame.left else []
    column = 0
    for run in row.runs:
        if run.column > column:
            segments.append(Segment(" " * (run.column - column), plain))
        if run.start == run.end:
            segments.append(Segment(run.mark, look((run.style,))))
        else:
            segments.extend(_pieces(row, run, text, look, highlights))
        column = run.column + run.cells
    if frame.left + column < frame.width:
        segments.append(Segment(" " * (frame.width - frame.left - column), plain))
    if row.blank:
        # No cells, but Textual finds here where a blank row stands in the text.
        segments.append(Segment("", plain + _offset(row, row.start)))
    return Strip(segments, max(frame.width, frame.left + column))


def text_offset(place: Offset) -> int:
    """The offset in the text that a selection's end, as painted here, stands for."""
    return place.y + max(0, place.x)


def _pieces(row: Row, run: Run, text: str, look: Look, highlights: Sequence[Highlight]) -> list[Segment]:
    first = run.start
    if not is_narrow(text, run.start, run.end):
        highlights = _whole_graphemes(text, run, highlights)
        while first < run.end and text[first] in JOINERS:
            first += 1
    base = (row.style,) if row.style else ()
    return [
        Segment(printed(text[start:end]), look((*base, *styles)) + _offset(row, start))
        for start, end, styles in overlay(first, run.end, highlights)
    ]


def _offset(row: Row, start: int) -> Style:
    return Style.from_meta({"offset": (start - row.start, row.start)})


def _whole_graphemes(text: str, run: Run, highlights: Sequence[Highlight]) -> list[Highlight]:
    """Highlights widened to whole graphemes: cut inside one, its parts would take other cells than the whole."""
    starts = [one.start for one in graphemes(text, run.start, run.end)]
    ends = [*starts[1:], run.end]
    widened = []
    for one in highlights:
        if one.start < run.end and one.end > run.start:
            first = starts[max(0, bisect_right(starts, one.start) - 1)]
            last = ends[min(bisect_left(ends, one.end), len(ends) - 1)]
            widened.append(Highlight(first, last, one.style))
    return widened
