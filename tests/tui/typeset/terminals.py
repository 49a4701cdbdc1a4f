"""Terminals that count cells each in its own way, as far as Textual speaks to them: text, and where the cursor goes."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import category

from rich.cells import cell_len

from tui.widgets.typeset.cells import graphemes

Measure = Callable[[str], list[tuple[str, int]]]
"""What a terminal makes of text: pieces, each with its cells."""

_SAID = re.compile(
    r"\x1b\[(?P<at>[\d;]*)(?P<what>[A-Za-z])|\x1b\](?P<title>[^\x1b]*)\x1b\\|(?P<text>[^\x1b\n]+)|(?P<line>\n)"
)


def by_clusters(text: str) -> list[tuple[str, int]]:
    """As Rich measures: what reads as one character takes one place."""
    return [(text[one.start : one.end], one.cells) for one in graphemes(text, 0, len(text))]


def by_characters(text: str) -> list[tuple[str, int]]:
    """Each character by itself; vowel signs that take room take a cell, and so do parts of joined emoji."""
    return [(one, 1 if category(one) == "Mc" else cell_len(one)) for one in text]


def by_marks(text: str) -> list[tuple[str, int]]:
    """As a console that knows no marks: each character takes a cell at least."""
    return [(one, max(1, cell_len(one))) for one in text]


def by_bases(text: str) -> list[tuple[str, int]]:
    """What reads as one character takes what its first one takes, whatever selects or joins."""
    return [(text[one.start : one.end], cell_len(text[one.start])) for one in graphemes(text, 0, len(text))]


MEASURES: tuple[Measure, ...] = (by_clusters, by_characters, by_marks, by_bases)


class Terminal:
    """The cells of one."""

    def __init__(self, width: int, height: int, measure: Measure) -> None:
        self._measure = measure
        self.rows = [[" "] * width for _ in range(height)]
        self._x = self._y = 0

    def write(self, said: str) -> None:
        """Text is drawn, the cursor goes where it is sent; the last cell of a row takes what passes it."""
        at = 0
        for found in _SAID.finditer(said):
            assert found.start() == at, f"not understood: {said[at : found.start()]!r}"
            at = found.end()
            if found["line"]:
                self._y, self._x = self._y + 1, 0
            elif found["what"] == "H":
                self._y, self._x = (int(number) - 1 for number in found["at"].split(";"))
            elif found["what"] == "G":
                self._x = int(found["at"]) - 1
            elif found["text"]:
                self._draw(found["text"])
            else:
                assert found["what"] in (None, "m"), found[0]
        assert at == len(said)

    def _draw(self, text: str) -> None:
        row = self.rows[self._y]
        for piece, size in self._measure(text):
            if not size:
                row[max(0, self._x - 1)] += piece
            for place in range(size):
                row[min(self._x, len(row) - 1)] = piece if place == 0 else ""
                self._x += 1
        self._x = min(self._x, len(row))

    def line(self, y: int) -> str:
        """A row as it is seen."""
        return "".join(self.rows[y])

    def column(self, y: int, word: str) -> int:
        """The cell of a row from which a word of plain letters stands; -1 where it does not."""
        row = self.rows[y]
        return next((x for x in range(len(row)) if row[x : x + len(word)] == list(word)), -1)
