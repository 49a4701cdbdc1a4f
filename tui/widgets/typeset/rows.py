"""What the setting of a block gives: rows of runs, each run a stretch of the text at a column of cells."""

from __future__ import annotations

from typing import NamedTuple

from tui.widgets.typeset.sideways import Run, Sideways

__all__ = ["Row", "Run"]


class Row(NamedTuple):
    """One line of the pane: `start` to `end` covers its text (equal where there is none); `style` is its look.

    One of a table that does not fit has the runs of all columns, and `sideways` says which of them are shown.
    """

    start: int
    end: int
    runs: tuple[Run, ...] = ()
    style: str = ""
    sideways: Sideways | None = None

    def shown(self, first: int) -> Row:
        """The row as it fits the pane, where its table is scrolled sideways to column `first`."""
        if self.sideways is None or not self.runs:
            return self
        return self._replace(runs=self.sideways.shown(self.runs, first, self.start, rule=self.style == "rule"))

    @property
    def blank(self) -> bool:
        """Whether no text stands in it."""
        return self.start == self.end
