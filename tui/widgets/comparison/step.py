"""Step-scroll: where the other pane has to stand so that the aligned passage is beside the one being read.

All figures are rows of wrapped text.  Both panes begin on the same row of the screen, or show one after the other on
the same rows; what is beside what is therefore a matter of rows below the top of a pane.
"""

from __future__ import annotations

from typing import NamedTuple


class View(NamedTuple):
    """What a pane shows: its first visible row, how many rows it is high, and how many its text has."""

    top: int
    height: int
    rows: int

    @property
    def last_top(self) -> int:
        """The first visible row when it is scrolled to the end."""
        return max(0, self.rows - self.height)


class Rows(NamedTuple):
    """The rows of a passage, from `first` to `last`, both included."""

    first: int
    last: int

    @property
    def number(self) -> int:
        """How many rows it takes."""
        return self.last - self.first + 1


def reading_row(view: View) -> int:
    """The row that counts as the one being read.

    It goes down the pane as the text goes by: at the beginning of the text it is the first visible row, at the end the
    last, so that every passage is the one being read at some place, the first and the last ones too.
    """
    if view.last_top == 0:
        return view.top
    share = min(1.0, view.top / view.last_top)
    return min(view.top + round((view.height - 1) * share), view.rows - 1)


def beside(here: Rows, there: Rows, top: int) -> int:
    """How many rows below the top of its pane `there` begins, for `here` to be beside it in a pane scrolled to `top`.

    Where `here` begins above the top, as large a share of `there` has gone by as of `here`, and the figure is negative.
    """
    gone = top - here.first
    if gone <= 0:
        return -gone
    return -int(min(gone / here.number, 1.0) * there.number)


def common_row(a: Rows, b: Rows, a_view: View, b_view: View) -> int:
    """The row below the tops of both panes on which both passages can begin: a third down, or as near as the ends
    allow."""
    highest = max(a.first - a_view.last_top, b.first - b_view.last_top, 0)
    lowest = min(a.first, b.first)
    height = min(a_view.height, b_view.height)
    wanted = min(height // 3, max(0, height - max(a.number, b.number)))
    return max(highest, min(wanted, lowest))
