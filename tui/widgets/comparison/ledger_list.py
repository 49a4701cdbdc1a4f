"""The ledger on the screen: a list of every finding under its kind, and the strip that explains the one being looked
at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.widgets.columns import Line, Piece, cells, fit, one_line
from tui.widgets.comparison.ledger import KINDS, LETTERS, TITLES, Entry, EntryKind, counts
from tui.widgets.comparison.near import in_context
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
_LABELLED_FROM = 70
"""Cells of a list from which the kind of a conflict stands beside it."""
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
            return self._facing(letter, width)
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

    def _facing(self, letter: Piece, width: int) -> tuple[Line, ...]:
        """Both wordings; those of a conflict among the words of their sentences, which tell what is disputed."""
        entry = self.entry
        # How quotations differ is their label; of conflicts a narrow list shows the words, and the strip the kind.
        label = fit(entry.label, _LABEL) + " " if entry.kind == "quote" or width >= _LABELLED_FROM else ""
        facing = Piece(f"{FACING[entry.kind]} ", STYLES[entry.kind])
        a, b = Piece(one_line(entry.a_text)), Piece(one_line(entry.b_text))
        room = width - cells(f"{letter.text}{label}{facing.text}")
        conflict = entry.kind != "quote"
        return (
            (
                letter,
                Piece(label, "row--muted"),
                Piece(" " * cells(facing.text)),
                *(in_context(entry.a_text, entry.a_near, room) if conflict else (a,)),
            ),
            (
                Piece(" " * cells(letter.text + label)),
                facing,
                *(in_context(entry.b_text, entry.b_near, room) if conflict else (b,)),
            ),
        )


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


def instead(said: str, why: str = "") -> tuple[Row, ...]:
    """What stands in the place of a ledger that has nothing to list."""
    return (Heading(said), *((Heading("", one_line(why)),) if why else ()))


def row_of(rows: Sequence[Row], index: int) -> int | None:
    """Where the entry `index` stands among the rows."""
    return next((row for row, one in enumerate(rows) if isinstance(one, EntryRow) and one.index == index), None)


assert set(STYLES) == set(KINDS)
