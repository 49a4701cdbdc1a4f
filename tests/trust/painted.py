"""What a terminal shows of all that was written to it: a grid of characters, of which a test may ask what has come."""

from __future__ import annotations

import codecs
import re

from rich.cells import get_character_cell_size

_WRITTEN = re.compile(
    r"\x1b\[(?P<numbers>[0-?]*)[ -/]*(?P<order>[@-~])|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-Z\\`-~]"
    r"|(?P<text>[^\x1b\x00-\x1f]+)|(?P<control>[\x00-\x1f])"
)
_BEGUN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?|[ -/]*)?\Z")
"""A sequence of which the end has not been read yet."""
_MOVES = {"A": (0, -1), "B": (0, 1), "C": (1, 0), "D": (-1, 0)}


class Painted:
    """The grid, as far as the program's own orders need: places, text, what is wiped. Colours are left out."""

    def __init__(self, columns: int, rows: int) -> None:
        self._columns, self._rows = columns, rows
        self._x = self._y = 0
        self._begun = ""
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._wipe()

    def lines(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        return ["".join(row).rstrip() for row in self._cells]

    def feed(self, data: bytes) -> None:
        """Paints what was written; a sequence may go on in the next piece."""
        text = self._begun + self._decode(data)
        begun = _BEGUN.search(text)
        self._begun = begun.group() if begun else ""
        for found in _WRITTEN.finditer(text, 0, len(text) - len(self._begun)):
            if found["text"]:
                self._put(found["text"])
            elif found["order"]:
                self._obey(found["order"], found["numbers"])
            elif found["control"] == "\r":
                self._x = 0
            elif found["control"] == "\n":
                self._go(self._x, self._y + 1)

    def _put(self, text: str) -> None:
        for letter in text:
            width = get_character_cell_size(letter)
            if width and self._x + width <= self._columns:
                self._cells[self._y][self._x : self._x + width] = [letter, *[""] * (width - 1)]
                self._x += width

    def _obey(self, order: str, numbers: str) -> None:
        told = [int(number) if number.isdigit() else 1 for number in numbers.split(";")]
        if order in "Hf":
            self._go(told[-1] - 1 if len(told) > 1 else 0, told[0] - 1)
        elif order == "G":
            self._go(told[0] - 1, self._y)
        elif order in _MOVES:
            right, down = _MOVES[order]
            self._go(self._x + told[0] * right, self._y + told[0] * down)
        elif order == "K":
            self._cells[self._y][self._x :] = [" "] * (self._columns - self._x)
        elif order == "J" or (order == "h" and numbers == "?1049"):
            self._wipe()

    def _go(self, x: int, y: int) -> None:
        self._x, self._y = min(max(x, 0), self._columns - 1), min(max(y, 0), self._rows - 1)

    def _wipe(self) -> None:
        self._cells = [[" "] * self._columns for _ in range(self._rows)]
