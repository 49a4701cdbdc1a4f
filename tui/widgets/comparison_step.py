"""Step-scroll: where the other pane has to stand so that the aligned passage is beside the one being read.

All figures are rows of wrapped text.  Both panes stand in the same rows of the screen, or the same number of rows below
the top of their own; what is beside what is therefore a matter of rows alone.
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

    def clamp(self, top: int) -> int:
        """The nearest first row that the pane can show."""
        return min(max(0, top), self.last_top)


class Rows(NamedTuple):
    """The rows of a passage, from `first` to `last`, both included."""

    first: int
    last: int


def reading_row(view: View) -> int:
    """The row that counts as the one being read.

    It goes down the pane as the text goes by: at the beginning of the text it is the first visible row, at the end the
    last, so that every passage is the one being read at some place, the first and the last ones too.
    """
    if view.last_top == 0:
        return view.top
    return min(view.top + round((view.height - 1) * view.top / view.last_top), view.rows - 1)


def beside(here: Rows, there: Rows, lead: View, other: View) -> int:
    """The first row of the other pane with which the passage `there` begins on the line where `here` does.

    Where `here` begins above the pane, as much of `there` has gone by as of `here`.
    """
    gone = lead.top - here.first
    if gone <= 0:
        return other.clamp(there.first + gone)
    share = gone / (here.last - here.first + 1)
    return other.clamp(there.first + int(share * (there.last - there.first + 1)))


def centred(rows: Rows, view: View) -> int:
    """The first row with which a passage stands a third down the pane, so that what leads up to it is seen too."""
    room = max(0, view.height - (rows.last - rows.first + 1))
    return view.clamp(rows.first - min(view.height // 3, room))
