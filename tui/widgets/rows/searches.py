"""Rows of searches where there are no results: those made before, the parts of one that finds nothing, and how a search
is written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.wording import counted
from tui.widgets.columns import Line, Piece, cells, fit, one_line
from tui.widgets.row_list import Heading, Row, parted

_PART: Final = re.compile(r"(?:[^\s\"“”()]|\"[^\"]*+\"?|“[^”]*+”?|\([^()]*+\)?|[”)])++")
_JOINING: Final = frozenset(("AND", "OR", "NOT"))
PARTS_AT_MOST: Final = 8
_QUERY_CELLS: Final = 16


@dataclass(frozen=True, slots=True)
class QueryRow:
    """A search that can be made with Enter; of a saved one, and of a part of one, how many articles it finds, and of a
    saved one how many of them are new since it was last looked at (None: not counted yet).
    """

    query: str
    saved: bool = False
    articles: int | None = None
    new: int | None = None
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The query as it was typed, and its counts."""
        number = "" if self.articles is None else f"  {counted(self.articles, 'article')}"
        fresh = f"  {self.new:,} new" if self.new else ""
        query = fit(one_line(self.query), max(1, width - cells(number + fresh) - 2)).rstrip()
        return ((Piece(f" {query}"), Piece(fresh, "row--accent"), Piece(number, "row--muted")),)


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """How something is asked for, and what it asks for."""

    query: str
    finds: str
    height: int = 1
    choosable: bool = False

    def lines(self, width: int) -> tuple[Line, ...]:
        """Both beside each other."""
        room = min(_QUERY_CELLS, width // 2)
        finds = fit(self.finds, max(1, width - room - 3)).rstrip()
        return ((Piece(f" {fit(self.query, room)}  ", "row--accent"), Piece(finds, "row--muted")),)


_EXAMPLES: Final = (
    ExampleRow("talks truce", "either; best is both"),
    ExampleRow("+talks +truce", "both words"),
    ExampleRow('"peace talks"', "these words on end"),
    ExampleRow("talks -budget", "without a word"),
    ExampleRow("cease*", "what begins so"),
    ExampleRow("person:kallas", "under every spelling"),
    ExampleRow("title:talks", "in the title"),
    ExampleRow("date:2025-04..", "since April 2025"),
)


def searches(saved: Sequence[QueryRow], earlier: Sequence[QueryRow]) -> tuple[Row, ...]:
    """The saved searches and the earlier ones, and how one is written."""
    return parted(_under("Saved searches", saved), _under("Earlier searches", earlier), _examples())


def nothing_found(apart: Sequence[QueryRow]) -> tuple[Row, ...]:
    """What parts of the search find, where it finds nothing and has several, and how one is written."""
    return parted(_under("Parts of it find", apart), _examples())


def parts(text: str) -> tuple[str, ...]:
    """Searches that ask for less than `text` does: all but what is to be left out, and each part that is asked for."""
    wanted: list[str] = []
    left_out = without = False
    for part in _PART.findall(text):
        if part in _JOINING:
            without = part == "NOT"
            continue
        if without or (part[0] == "-" and len(part) > 1):
            left_out, without = True, False
        else:
            wanted.append(part)
    less = [" ".join(wanted)] if left_out else []
    if len(wanted) > 1:
        less += [part.removeprefix("+") for part in wanted]
    return tuple(dict.fromkeys(filter(None, less)))[:PARTS_AT_MOST]


def _under(heading: str, rows: Sequence[Row]) -> tuple[Row, ...]:
    return (Heading(heading), *rows) if rows else ()


def _examples() -> tuple[Row, ...]:
    return (Heading("How to ask"), *_EXAMPLES)
