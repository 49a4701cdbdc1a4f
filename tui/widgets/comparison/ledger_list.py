"""The ledger on the screen: a list of every finding under its kind, and the strip that explains the one being looked
at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.widgets.columns import Line, Piece, fit, one_line
from tui.widgets.comparison.ledger import KINDS, LETTERS, TITLES, Entry, EntryKind, counts
from tui.widgets.row_list import Heading, Row

STYLES: dict[EntryKind, str] = {
    "conflict": "row--conflict",
    "differs": "row--differs",
    "only_a": "row--only",
    "only_b": "row--only",
    "variant": "row--variant",
    "quote": "row--quote",
    "partial": "row--partial",
    "same": "row--same",
}

_LABEL = 12
FACING: dict[EntryKind, str] = {
    "conflict": "≠",
    "differs": "≟",
    "variant": "≈",
    "quote": "”",
    "partial": "~",
    "same": "=",
}
_TWO_LINES: tuple[EntryKind, ...] = ("conflict", "differs", "quote")


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One finding: both wordings below each other where they are what it is about, else one line."""

    index: int
    entry: Entry
    choosable: bool = True

    @property
    def height(self) -> int:
        """Two lines for two wordings."""
        return 2 if self.entry.kind in _TWO_LINES else 1

    def lines(self, width: int) -> tuple[Line, ...]:
        """Letter, kind and wording; the other side's wording stands under the first."""
        entry = self.entry
        letter = Piece(f"{LETTERS[entry.kind]} ", STYLES[entry.kind])
        if entry.kind in _TWO_LINES:
            label = Piece(fit(entry.label, _LABEL) + " ", "row--muted")
            indent = Piece(" " * (_LABEL + 1))
            # Several conflicts may be of the same two words: their sentences tell them apart.
            around = (Piece(f"   {one_line(entry.around)}", "row--muted"),) if entry.around else ()
            return (
                (letter, label, Piece("  "), Piece(one_line(entry.a_text)), *around),
                (
                    Piece("  "),
                    indent,
                    Piece(f"{FACING[entry.kind]} ", STYLES[entry.kind]),
                    Piece(one_line(entry.b_text)),
                ),
            )
        if entry.kind == "variant":
            times = f"  {entry.times} times" if entry.times > 1 else ""
            return (
                (
                    letter,
                    Piece(one_line(entry.a_text)),
                    Piece(" / ", "row--muted"),
                    Piece(one_line(entry.b_text)),
                    Piece(times, "row--muted"),
                ),
            )
        return ((letter, Piece(one_line(entry.a_text or entry.b_text))),)


def ledger_rows(entries: tuple[Entry, ...]) -> tuple[Row, ...]:
    """The ledger under its headings; a kind without entries has none."""
    number = counts(entries)
    rows: list[Row] = []
    before: EntryKind | None = None
    for index, entry in enumerate(entries):
        if entry.kind != before:
            rows.append(Heading(TITLES[entry.kind], str(number[entry.kind]), height=2 if rows else 1))
            before = entry.kind
        rows.append(EntryRow(index, entry))
    return tuple(rows)


def row_of(rows: Sequence[Row], index: int) -> int | None:
    """Where the entry `index` stands among the rows."""
    return next((row for row, one in enumerate(rows) if isinstance(one, EntryRow) and one.index == index), None)


assert set(STYLES) == set(KINDS)
