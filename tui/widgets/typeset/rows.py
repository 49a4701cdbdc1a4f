"""What the setting of a block gives: rows of runs, each run a stretch of the text at a column of cells."""

from __future__ import annotations

from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of one row, `cells` wide from `column` on.

    It shows the text from `start` to `end`; where these are equal it shows `mark`, drawn but not of the text.
    """

    column: int
    cells: int
    start: int
    end: int
    mark: str = ""
    style: str = ""


class Row(NamedTuple):
    """One line of the pane: `start` to `end` covers its text (equal where there is none); `style` is its look."""

    start: int
    end: int
    runs: tuple[Run, ...] = ()
    style: str = ""

    @property
    def blank(self) -> bool:
        """Whether no text stands in it."""
        return self.start == self.end
