"""Text in a given number of terminal cells: cut, padded and aligned, for lists that stand in columns.

A character may take no cell, one or two; everything here counts cells, and never splits a wide character.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from tui.widgets.typeset.cells import graphemes, is_narrow, measure

ELLIPSIS = "…"
JOINER = "\u200d"
"""At the end of a cut text it would join what comes next, a space or another column, and take its cell."""
_DEEPEST = 8
"""Characters that are looked at for each cell: nobody stacks more marks than that on a letter to be read."""


class Piece(NamedTuple):
    """Some text of one look; `style` is a component class of the widget that shows it, "" for its plain look."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]
"""One line of cells, from left to right."""


def cells(text: str) -> int:
    """The cells that `text` takes."""
    return measure(text)


def one_line(text: str) -> str:
    """The text with every run of white space, line ends among them, as one space."""
    return " ".join(text.split())


def head(text: str, width: int) -> str:
    """As much of the beginning of `text` as goes into `width` cells."""
    near = text[: width * _DEEPEST]
    used = 0
    if is_narrow(near):
        return near[: max(0, width)]
    for grapheme in graphemes(near, 0, len(near)):
        used += grapheme.cells
        if used > width:
            return near[: grapheme.start]
    return near


def tail(text: str, width: int) -> str:
    """As much of the end of `text` as goes into `width` cells; never begins inside a grapheme."""
    near = text[-width * _DEEPEST :] if width > 0 else ""
    used = 0
    start = len(near)
    if is_narrow(near):
        return near[max(0, len(near) - width) :]
    for grapheme in reversed(graphemes(near, 0, len(near))):
        used += grapheme.cells
        if used > width:
            break
        start = grapheme.start
    return near[start:]


def fit(text: str, width: int, align: Literal["left", "right"] = "left") -> str:
    """`text` in exactly `width` cells: padded, or cut at its end with an ellipsis."""
    if width <= 0:
        return ""
    text = text.strip(JOINER)
    kept = head(text, width)
    if len(kept) < len(text):
        kept = head(text, width - 1).rstrip(" " + JOINER + ELLIPSIS) + ELLIPSIS
    text, gap = kept, " " * (width - cells(kept))
    return text + gap if align == "left" else gap + text


def fit_end(text: str, width: int) -> str:
    """`text` in exactly `width` cells, right-aligned, cut at its beginning with an ellipsis: its end is what counts."""
    if width <= 0:
        return ""
    text = text.strip(JOINER)
    kept = tail(text, width)
    if len(kept) < len(text):
        kept = ELLIPSIS + tail(text, width - 1).lstrip(" " + JOINER)
    return " " * (width - cells(kept)) + kept


def fit_parts(text: str, width: int) -> str:
    """`text` in exactly `width` cells, right-aligned; of what commas part only whole parts, where one fits."""
    end = head(text, width).rfind(", ") if cells(text) > width else -1
    return fit(text[:end] + ELLIPSIS if end > 0 else text, width, "right")


def line_cells(line: Iterable[Piece]) -> int:
    """The cells that a line takes."""
    return sum(cells(piece.text) for piece in line)


def cut_line(line: Sequence[Piece], width: int) -> Line:
    """The line in exactly `width` cells; what passes the edge is cut with an ellipsis, what lacks is plain space."""
    if (total := line_cells(line)) <= width:
        return (*line, Piece(" " * (width - total))) if total < width else tuple(line)
    kept: list[Piece] = []
    left = width
    for text, style in line:
        size = cells(text)
        if size >= left:
            kept.append(Piece(fit(text + "  ", left) if left else "", style))
            break
        kept.append(Piece(text, style))
        left -= size
    return tuple(kept)


def wrap(text: str, width: int, limit: int) -> tuple[str, ...]:
    """`text` on at most `limit` lines of `width` cells, broken at spaces; the last is cut with an ellipsis where more
    follows."""
    lines: list[str] = []
    rest = one_line(text)
    while rest and len(lines) < limit and width > 0:
        taken = head(rest, width)
        if len(taken) < len(rest):
            if len(lines) == limit - 1:
                lines.append(fit(rest, width).rstrip())
                break
            space = len(taken) if rest[len(taken)] == " " else taken.rfind(" ")
            taken = taken[:space] if space > 0 else taken or rest[:1]
        lines.append(taken)
        rest = rest[len(taken) :].lstrip()
    return tuple(lines)
