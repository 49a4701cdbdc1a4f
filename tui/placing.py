"""Where text stands whose cells terminals count differently: each column of a row is begun at its own place.

Vowel signs of India's scripts, marks of Arabic, emoji that are joined of several, what a variation selector widens: of
these one terminal makes more cells than another, and whatever follows on the row would be shifted.  Textual writes a
row from left to right.  So a row with such text is written twice: first blank, then each stretch between two gaps from
the cell on at which it belongs, which the cursor is sent to (CHA, `CSI n G`; ECMA-48, 8.3.9).  What takes more cells
then runs into the gap after it, what takes fewer leaves a longer gap, and the next column stands where it should.

This is done to what is about to be written to the terminal, when every strip's place on the screen is known, be it
beside a panel or under a dialog.  Strips themselves hold no control characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.strip import Strip

from tui.widgets.typeset.cells import graphemes, is_unsure, most, most_cells

_STRETCH = re.compile(r"\S+(?: \S+)*")
"""Words parted by single spaces: what reads as one, and is not parted."""


def placed(update: LayoutUpdate | ChopsUpdate, width: int) -> LayoutUpdate | ChopsUpdate:
    """The update, for a screen of so many cells, with its strips placed where they need it."""
    if isinstance(update, LayoutUpdate):
        update.strips = [_placed_line(line, update.region.x, width) for line in update.strips]
    else:
        chops = list(update.chops)
        for y in {y for y, _, _ in update.spans}:
            chops[y] = {x: strip and _placed(strip, x, width) for x, strip in chops[y].items()}
        update.chops = chops
    return update


def _placed_line(line: Iterable[Strip], x: int, width: int) -> list[Strip]:
    strips = []
    for strip in line:
        strips.append(_placed(strip, x, width))
        x += strip.cell_length
    return strips


def _placed(strip: Strip, x: int, width: int) -> Strip:
    return PlacedStrip(strip, x, width) if is_unsure(strip.text) else strip


class _Stretch(NamedTuple):
    """Words at a column of the strip, in pieces of one style each; `unsure` where their cells are."""

    column: int
    pieces: list[tuple[str, Style | None]]
    unsure: bool


class PlacedStrip(Strip):
    """A strip that stands at cell `x` of a screen of `width` cells, some of whose text is of unsure width."""

    __slots__ = ["_width", "_x"]

    def __init__(self, strip: Strip, x: int, width: int) -> None:
        super().__init__(strip._segments, strip.cell_length)
        self._x = x
        self._width = width

    def crop(self, start: int, end: int | None = None) -> Strip:
        """As of any strip; the place goes along."""
        return _placed(super().crop(start, end), self._x + start, self._width)

    def render(self, console: Console) -> str:
        """The row blank, then its stretches from left to right, then the cursor behind it."""
        system = console._color_system or ColorSystem.TRUECOLOR
        written = [self._styled(" " * cell_len(text), style, system) for text, style, _ in self._segments if text]
        for stretch in _stretches(self._segments):
            written.append(_to_column(self._x + stretch.column))
            pieces = stretch.pieces
            ends = self._x + self.cell_length
            if stretch.unsure and ends < self._width:  # beside it stands what may not be painted again
                pieces = _kept_within(pieces, self.cell_length - stretch.column)
            written += [self._styled(text, style, system) for text, style in pieces]
        written.append(_to_column(self._x + self.cell_length))
        return "".join(written)

    def _styled(self, text: str, style: Style | None, system: ColorSystem) -> str:
        return text if style is None else self.render_style(style, text, system)


def _to_column(cell: int) -> str:
    return f"\x1b[{cell + 1}G"


def _stretches(segments: Iterable[Segment]) -> Iterator[_Stretch]:
    """The words of a row, parted where two spaces or more stand."""
    styles = [(segment.text, segment.style) for segment in segments if segment.text]
    text = "".join(part for part, _ in styles)
    for found in _STRETCH.finditer(text):
        start, end = found.span()
        pieces, at = [], 0
        for part, style in styles:
            first, last = max(start - at, 0), min(end - at, len(part))
            if first < last:
                pieces.append((part[first:last], style))
            at += len(part)
        # As the strip was cut into segments, so are its cells counted.
        yield _Stretch(_cells_before(styles, start), pieces, is_unsure(found[0]))


def _cells_before(styles: Iterable[tuple[str, Style | None]], end: int) -> int:
    used = at = 0
    for part, _ in styles:
        if at >= end:
            break
        used += cell_len(part[: end - at])
        at += len(part)
    return used


def _kept_within(pieces: list[tuple[str, Style | None]], room: int) -> list[tuple[str, Style | None]]:
    """As much of the pieces as takes no more than `room` cells where it takes most."""
    kept = []
    for text, style in pieces:
        size = most(text)
        if size > room:
            end = 0
            for grapheme in graphemes(text, 0, len(text)):
                room -= most_cells(text, grapheme)
                if room < 0:
                    break
                end = grapheme.end
            kept.append((text[:end], style))
            break
        kept.append((text, style))
        room -= size
    return kept
