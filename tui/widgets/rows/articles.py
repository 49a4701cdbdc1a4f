"""The list of articles: a row for each, filtered by what is typed and sorted by what is asked."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from index.documents.model import Document, Skipped
from tui.widgets.columns import Line, Piece, cells, fit, one_line, wrap
from tui.widgets.filtering import folded, kept, words_of
from tui.widgets.read_state import ReadState, percent, state_of, stopped

if TYPE_CHECKING:
    from index.building.rows import Listed
    from index.user.state import Position

Order = Literal["related", "path", "title", "date", "length", "read"]

ORDERS: tuple[Order, ...] = ("path", "title", "date", "length", "read")
ORDER_NAMES: dict[Order, str] = {
    "related": "by relatedness",
    "path": "by file",
    "title": "by title",
    "date": "newest first",
    "length": "longest first",
    "read": "last begun first, then unread, then read",
}
_STATES: tuple[ReadState, ...] = ("begun", "unread", "read")

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019)."""

_HOURS_FROM = 120
"""Minutes from which a length is told in hours."""
_BAR = 8
_LEAST_NAME = 6
"""Cells of a file's name that tell it from another of the same title."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article; `score` is its relatedness from 0 to 1, None where nothing is compared.

    `hay` is what a filter looks in; `dated` says that some article of the list has a date, `begun` that some was read;
    `picked` that it is marked for the matrix; `twin` that another has its title.
    """

    listed: Listed
    hay: str
    score: float | None = None
    dated: bool = True
    position: Position | None = None
    begun: bool = False
    picked: bool = False
    twin: bool = False
    height: int = 1
    choosable: bool = True

    @property
    def read_state(self) -> ReadState:
        """How far the article was read."""
        return state_of(self.position)

    def lines(self, width: int) -> tuple[Line, ...]:
        """Title, then the file's name, date, where the reading stopped, and length where there is room for them."""
        left: list[Piece] = [Piece("✓ ", "row--accent")] if self.picked else []
        if self.score is not None:
            left += [Piece(bar(self.score, _BAR), "row--accent"), Piece("  ")]
        right: list[Piece] = []
        if width >= 60 and self.dated:
            right.append(Piece(fit(self.listed.date or "", 10) + "  ", "row--muted"))
        if self.begun:
            style = "row--accent" if self.read_state == "begun" else "row--muted"
            right.append(Piece(fit(stopped(self.position), 5, "right") + " ", style))
        right.append(Piece(fit(minutes(self.listed.words), 8, "right") + " ", "row--muted"))
        room = width - sum(cells(piece.text) for piece in (*left, *right)) - 2
        title = one_line(self.listed.title)
        if width >= 90 and self.listed.title != self.listed.path:
            name = min(36, max(12, room // 3))
            body = [
                Piece(fit(title, room - name - 2) + "  "),
                Piece(fit(one_line(self.listed.path), name) + "  ", "row--muted"),
            ]
        elif self.twin and (left_over := room - cells(title) - 2) >= _LEAST_NAME:
            body = [Piece(title + "  "), Piece(fit(one_line(self.listed.path), left_over) + "  ", "row--muted")]
        else:
            body = [Piece(fit(title, max(1, room)) + "  ")]
        return ((*left, *body, *right),)


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A file that is not read, and why."""

    skipped: Skipped
    height: int = 2
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The file on one line, the reason below it."""
        return (
            (Piece(one_line(self.skipped.path)),),
            (Piece("  "), Piece(one_line(self.skipped.reason), "row--muted")),
        )


def bar(share: float, width: int) -> str:
    """A bar of `share` (0 to 1) of `width` cells, to half a cell; never empty for more than nothing."""
    halves = round(min(max(share, 0.0), 1.0) * width * 2)
    full, rest = divmod(max(halves, 1) if share > 0 else 0, 2)
    return ("━" * full + "╸" * rest).ljust(width)


def minutes(words: int) -> str:
    """How long the article takes to read, in at most 8 cells; nothing where it was not read yet."""
    if not words:
        return ""
    taken = math.ceil(words / WORDS_A_MINUTE)
    return f"{taken} min" if taken < _HOURS_FROM else f"{round(taken / 60):,} h"


def article_rows(
    listing: tuple[Listed, ...],
    scores: Mapping[str, float] | None = None,
    without: str | None = None,
    positions: Mapping[str, Position] | None = None,
) -> tuple[ArticleRow, ...]:
    """A row for each article but `without`; `scores` gives relatedness and `positions` the reading by path.

    The filter also looks in "is:unread", "is:begun" or "is:read".
    """
    positions = positions or {}
    dated = any(listed.date for listed in listing)
    titles = Counter(listed.title for listed in listing)
    return tuple(
        ArticleRow(
            listed,
            folded(f"{listed.title} {listed.path} {listed.date or ''} is:{state_of(positions.get(listed.path))}"),
            None if scores is None else scores.get(listed.path, 0.0),
            dated,
            positions.get(listed.path),
            bool(positions),
            twin=titles[listed.title] > 1,
        )
        for listed in listing
        if listed.path != without
    )


def arranged(rows: tuple[ArticleRow, ...], order: Order, typed: str) -> tuple[ArticleRow, ...]:
    """The rows that hold every typed word, in an order."""
    words = words_of(typed)
    found = [row for row in rows if kept(words, row.hay)] if words else list(rows)
    found.sort(key=lambda row: row.listed.path)
    if order == "related":
        found.sort(key=lambda row: -(row.score or 0.0))
    elif order == "title":
        found.sort(key=lambda row: folded(row.listed.title))
    elif order == "date":
        # An article without a date comes last; ISO dates sort as they are.
        found.sort(key=lambda row: row.listed.date or "", reverse=True)
    elif order == "length":
        found.sort(key=lambda row: -row.listed.words)
    elif order == "read":
        found.sort(key=lambda row: -row.position.read_at if row.position is not None else 0.0)
        found.sort(key=lambda row: _STATES.index(row.read_state))
    return tuple(found)


def preview_lines(document: Document, width: int, height: int, position: Position | None = None) -> tuple[Line, ...]:
    """The beginning of an article: title (where the text does not begin with it), file, length and how far it was
    read, then as much of its text as goes into `height` lines."""
    named = any(block.role == "title" for block in document.blocks[:2])
    lines: list[Line] = []
    if named or not document.text.startswith(document.title.removesuffix("…")):  # else the text says it
        lines += [(Piece(line, "row--strong"),) for line in wrap(document.title, width, 3)]
    lines.append((Piece(fit(one_line(document.path), width), "row--muted"),))
    facts = [fact for fact in (document.date, minutes(len(document.text.split()))) if fact]
    if position is not None:
        done, above = state_of(position) == "read", percent(position)
        facts.append("read to the end" if done else f"reading stopped at {above}%" if above else "begun")
    lines.append((Piece(" · ".join(facts), "row--muted"),))
    for block in document.blocks:
        if len(lines) >= height:
            break
        if block.role == "title" or block.kind == "boilerplate":
            continue
        lines.append(())
        room = max(0, height - len(lines))
        # A line has at most `width` characters of use, so a long block is not gone through to its end.
        text = document.text[block.start : min(block.end, block.start + (room + 1) * (width + 1))]
        style = "row--head" if block.kind == "heading" else ""
        lines += [(Piece(line, style),) for line in wrap(text, width, room)]
    return tuple(lines[:height])
