"""Text in a given number of terminal cells: cut, padded and aligned, for lists that stand in columns.

A character may take no cell, one or two; everything here counts cells, and never splits a wide character.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from rich.cells import cell_len, get_character_cell_size

ELLIPSIS = "…"


class Piece(NamedTuple):
    """Some text of one look; `style` is a component class of the widget that shows it, "" for its plain look."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]
"""One line of cells, from left to right."""


def cells(text: str) -> int:
    """The cells that `text` takes."""
    return cell_len(text)


def one_line(text: str) -> str:
    """The text with every run of white space, line ends among them, as one space."""
    return " ".join(text.split())


def head(text: str, width: int) -> str:
    """As much of the beginning of `text` as goes into `width` cells."""
    if len(text) <= width and cell_len(text) <= width:
        return text
    used = 0
    # A character of no width belongs to the one before it, so only a character that would pass the edge ends the cut.
    for index, character in enumerate(text):
        used += get_character_cell_size(character)
        if used > width:
            return text[:index]
    return text


def tail(text: str, width: int) -> str:
    """As much of the end of `text` as goes into `width` cells; never begins with a combining character."""
    used = 0
    start = len(text)
    for index in range(len(text) - 1, -1, -1):
        size = get_character_cell_size(text[index])
        if used + size > width:
            break
        used += size
        if size:
            start = index
    return text[start:]


def fit(text: str, width: int, align: Literal["left", "right"] = "left") -> str:
    """`text` in exactly `width` cells: padded, or cut at its end with an ellipsis."""
    if width <= 0:
        return ""
    if len(text) > width * 4 or cell_len(text) > width:
        text = head(text, width - 1).rstrip() + ELLIPSIS
    gap = " " * (width - cell_len(text))
    return text + gap if align == "left" else gap + text


def fit_end(text: str, width: int) -> str:
    """`text` in exactly `width` cells, right-aligned, cut at its beginning with an ellipsis: its end is what counts."""
    if width <= 0:
        return ""
    kept = tail(text, width)
    if len(kept) < len(text):
        kept = ELLIPSIS + tail(text, width - 1).lstrip()
    return " " * (width - cell_len(kept)) + kept


def line_cells(line: Iterable[Piece]) -> int:
    """The cells that a line takes."""
    return sum(cell_len(piece.text) for piece in line)


def cut_line(line: Sequence[Piece], width: int) -> Line:
    """The line in exactly `width` cells; what passes the edge is cut with an ellipsis, what lacks is plain space."""
    if (total := line_cells(line)) <= width:
        return (*line, Piece(" " * (width - total))) if total < width else tuple(line)
    kept: list[Piece] = []
    left = width
    for text, style in line:
        size = cell_len(text)
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
