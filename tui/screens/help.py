"""The help, made from the table of commands and searchable; and how to write a query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from tui.commands import CONTEXTS, Context, bindings, by_place, key_label, keys_of, matching
from tui.screens.closed_once import ClosedOnce
from tui.screens.coming_back import ComesBack, Standing
from tui.widgets.columns import Line, Piece, cells, fit, wrap
from tui.widgets.filtering import NOTHING_KEPT
from tui.widgets.footer import Footer
from tui.widgets.pieces import Lines
from tui.widgets.row_list import Heading, Row, RowList

QUERIES: tuple[tuple[str, str], ...] = (
    ("truce talks", "articles with any of the words; those with all of them, close together, come first"),
    ("“prisoner exchange”", "the words as they stand, one after the other"),
    ("+truce -Paris", "with the first word, without the second; AND, OR, NOT and brackets do the same"),
    ("person:zelensky", "a name under every spelling; also org: place: group: date: number: event:"),
    ("title:talks", "words of the title; text: of all else"),
    ("cease*  *fire  organi?ation", "words with these letters: * stands for any, ? for one"),
    ("zelensky~  zelensky~1", "words spelt nearly so: two letters other, or one"),
    ('"troops border"~5', "both words, at most five words among them; ~>5 in this order"),
    ("truce path:2025/", "only files whose path has that in it"),
    ("truce date:2025-04..2025-06", 'only articles dated then or naming such a date; date:"last week", date:2025..'),
    ("truce note:check", "only articles with a note of yours that has the word; note:* for any note"),
    ("truce^2 London", "the first word counts twice"),
)
_TITLES = {
    "keys": ("Keys and commands", "Ctrl+P runs them"),
    "queries": ("How to write a search", "docs/search.md says more"),
}
_KEYS = 22
_BELOW = 4
"""Cells before what keys do that have a line of their own."""
_MOST = 8
"""Lines that no text of a command takes."""


@dataclass(frozen=True, slots=True)
class HelpRow:
    """Keys, or an example, and what they do."""

    keys: str
    text: str
    height: int = 2
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The keys in a column of their own, where there is room for one, else on a line of their own.

        What they do is told whole.
        """
        column = _KEYS if width >= 60 else 14
        if cells(self.keys) > column - 2:
            below = (*(wrap(self.text, width - _BELOW, _MOST)),)
            return (
                (Piece(f" {fit(self.keys, width - 2)}", "row--head"),),
                *((Piece(" " * _BELOW + line),) for line in below),
            )
        keys = Piece(f" {fit(self.keys, column - 1)} ", "row--head")
        lines = wrap(self.text, width - column - 2, _MOST)
        first = lines[0] if lines else ""
        rest = tuple((Piece(" " * (column + 1) + line),) for line in lines[1:])
        return ((keys, Piece(first)), *rest)


def help_rows(wanted: str, overrides: Mapping[str, str], width: int, here: Context = "reader") -> Sequence[Row]:
    """The commands and example queries that hold every word of `wanted`; first those that hold `here`, by group."""
    rows: list[Row] = []
    for heading, members in by_place(matching(wanted, overrides), here):
        rows.append(Heading(heading, height=2 if rows else 1))
        for command in members:
            keys = " ".join(key_label(key) for key in keys_of(command, overrides)) or "palette"
            rows.append(_sized(HelpRow(keys, command.help), width))
    if queries := query_rows(wanted, width):
        rows += [Heading("Writing a query", height=2 if rows else 1), *queries]
    return rows


def query_rows(wanted: str, width: int) -> Sequence[Row]:
    """The example queries that hold every word of `wanted`."""
    words = wanted.casefold().split()
    queries = [pair for pair in QUERIES if all(word in " ".join((*pair, "query")).casefold() for word in words)]
    return [_sized(HelpRow(*pair), width) for pair in queries]


def _sized(row: HelpRow, width: int) -> HelpRow:
    return HelpRow(row.keys, row.text, height=max(1, len(row.lines(width))))


class HelpScreen(ClosedOnce, ComesBack):
    """All keys and what they do."""

    DEFAULT_CSS = """
    HelpScreen > .help--title { height: 1; padding: 0 1; background: $panel; }
    HelpScreen > Input, HelpScreen > Input.-textual-compact {
        height: 1; border: none; padding: 0 1 !important; margin: 1 0; background: $surface;
    }
    HelpScreen > RowList { height: 1fr; overflow-y: scroll; }
    """
    BINDINGS: ClassVar[list[BindingType]] = list(bindings("help"))
    comes_as = "help"

    def __init__(
        self, overrides: Mapping[str, str], about: Literal["keys", "queries"] = "keys", here: Context = "reader"
    ) -> None:
        super().__init__()
        self._overrides = overrides
        self._about = about
        self._here = here

    @property
    def shows(self) -> str:
        """What it is about."""
        return self._about

    def standing(self) -> dict[str, object]:
        """What is typed, the row under the cursor, and whose keys come first."""
        return {"typed": self.query_one(Input).value, "row": self.query_one(RowList).cursor or 0, "here": self._here}

    def take_up(self, standing: Standing) -> None:
        """Stand so; a place that is not known any more is the reader's."""
        super().take_up(standing)
        self._here = next((each for each in CONTEXTS if each == standing.get("here")), self._here)

    def compose(self) -> ComposeResult:
        """Title, search field, list, footer."""
        title = Lines(classes="help--title")
        name, said = _TITLES[self._about]
        short = said
        if self._about == "keys":
            short = CONTEXTS[self._here]
            said = f"{short}, then elsewhere; {said}"

        def line(width: int) -> tuple[Line, ...]:
            told = said if cells(name) + 2 + cells(said) <= width else short
            return ((Piece(name, "row--strong"), Piece(f"  {told}", "row--muted")),)

        title.show(line)
        yield title
        yield Input(placeholder="Type to search", compact=True)
        yield RowList()
        yield Footer("help", self._overrides)

    def on_mount(self) -> None:
        """The field has the keys: what is typed searches."""
        field = self.query_one(Input)
        with self.prevent(Input.Changed):
            field.value = self.was_left("typed", "")
        field.focus()
        self.query_one(RowList).wait_for(self.was_left("row", 0))

    def on_resize(self) -> None:
        """The texts wrap anew."""
        self.call_after_refresh(self._fill)

    @on(Input.Changed)
    def _fill(self) -> None:
        rows = self.query_one(RowList)
        width = max(20, rows.scrollable_content_region.width - 1)
        typed = self.query_one(Input).value
        found = query_rows(typed, width) if self._about == "queries" else self._keys(typed, width)
        rows.set_rows(found or [Heading("", NOTHING_KEPT)])

    def _keys(self, typed: str, width: int) -> Sequence[Row]:
        return help_rows(typed, self._overrides, width, self._here)

    def action_line_down(self) -> None:
        """The next line."""
        self.query_one(RowList).action_cursor_down()

    def action_line_up(self) -> None:
        """The line before."""
        self.query_one(RowList).action_cursor_up()

    def action_page_down(self) -> None:
        """A page down."""
        self.query_one(RowList).action_page_down()

    def action_page_up(self) -> None:
        """A page up."""
        self.query_one(RowList).action_page_up()

    def action_half_down(self) -> None:
        """A page down."""
        self.action_page_down()

    def action_half_up(self) -> None:
        """A page up."""
        self.action_page_up()

    def action_top(self) -> None:
        """The first line."""
        self.query_one(RowList).action_first()

    def action_bottom(self) -> None:
        """The last line."""
        self.query_one(RowList).action_last()

    def action_close(self) -> None:
        """Clear the search; without one, leave."""
        field = self.query_one(Input)
        if field.value:
            field.value = ""
        else:
            self.dismiss(None)
