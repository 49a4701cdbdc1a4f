"""The one line above the article: its title, where one is in it, and what the program is doing."""

from __future__ import annotations

from typing import NamedTuple

from index.wording import counted
from tui.widgets.columns import Line, Piece, cells, fit, one_line
from tui.widgets.pieces import Lines

_ONLY = 20
"""Cells that a name shown alone takes at most."""


class MatchCount(NamedTuple):
    """The number of the match one is on (0: none), that of all, and whether there are `more` that are not counted."""

    at: int
    all: int
    more: bool = False

    def said(self) -> str:
        """Where one is among the matches, or how many there are."""
        if not self.all:
            return "no match"
        if self.more:
            return f"{self.all:,} or more matches"
        if self.at:
            return f"{self.at:,}/{self.all:,}"
        return counted(self.all, "match")


class Status(NamedTuple):
    """What the header says: `matches` where one is among them; `typed` the count typed before a command, `selected` how
    much the keys have selected, `only` whose mentions alone stand out; `reading` that the rest of the article is not
    there yet, `work` what else is being done, `gone` that the file of the article is not there any more."""

    title: str = ""
    path: str = ""
    percent: int = 0
    matches: MatchCount | None = None
    work: str = ""
    reading: bool = False
    message: str = ""
    alarm: bool = False
    typed: str = ""
    selected: str = ""
    only: str = ""
    gone: bool = False


def header_line(status: Status, width: int) -> Line:
    """The header in `width` cells: the title gives way first, then the file's name; place and matches always show."""
    place = f"{status.percent:>3}%"
    right: list[Piece] = []
    if status.message:
        right.append(Piece(one_line(status.message), "row--conflict" if status.alarm else "row--accent"))
    elif status.reading:
        right.append(Piece("reading the rest …", "row--muted"))
    elif status.work:
        right.append(Piece(status.work, "row--muted"))
    if status.selected:
        right.append(Piece(f"selected {status.selected}", "row--accent"))
    if status.only:
        right.append(Piece(f"only {fit(one_line(status.only), _ONLY).rstrip()}", "row--accent"))
    if status.gone and not status.alarm:  # of which the first one tells of it at length
        right.append(Piece("file gone", "row--conflict"))
    if status.typed:
        right.append(Piece(status.typed, "row--strong"))
    if status.matches is not None:
        right.append(Piece(status.matches.said(), "row--accent"))
    right.append(Piece(place, "row--muted"))
    room = width - 2
    while len(right) > 3 and sum(cells(piece.text) + 2 for piece in right[1:]) > room - 8:
        del right[1]  # a message comes first, matches and place stay
    # A long message takes the title's place.
    spare = room - sum(cells(piece.text) + 2 for piece in right[1:]) - 8
    if cells(right[0].text) > spare:
        right[0] = Piece(fit(right[0].text, max(4, spare)), right[0].style)
    used = sum(cells(piece.text) for piece in right) + 2 * len(right)
    left = _left(status, room - used)
    gap = room - used - sum(cells(piece.text) for piece in left) + 2
    line = [Piece(" "), *left, Piece(" " * max(0, gap))]
    for number, piece in enumerate(right):
        line += [Piece("  " if number else ""), piece]
    return (*line, Piece(" "))


def _left(status: Status, room: int) -> list[Piece]:
    title = one_line(status.title)
    if room < 4:
        return []
    if cells(title) > room:
        return [Piece(fit(title, room), "row--strong")]
    beside = room - cells(title) - 2
    if status.path and status.path != title and beside >= cells(status.path):
        return [Piece(title, "row--strong"), Piece(f"  {status.path}", "row--muted")]
    return [Piece(title, "row--strong")]


class Header(Lines):
    """The header."""

    DEFAULT_CSS = "Header { dock: top; height: 1; background: $panel; }"

    def __init__(self) -> None:
        super().__init__()
        self.status = Status()

    def show_status(self, status: Status) -> None:
        """Show another status, where it is another."""
        if status != self.status:
            self.status = status
            self.show(lambda width: (header_line(status, width),))
