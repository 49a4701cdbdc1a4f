"""The ledger on the screen: a list of every finding under its kind, and the strip that explains the one being looked
at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.widgets.columns import Line, Piece, cells, fit, one_line, wrap
from tui.widgets.comparison_passages import LETTERS as PASSAGE_LETTERS
from tui.widgets.comparison_passages import MEANINGS, Passage
from tui.widgets.ledger import KINDS, LETTERS, TITLES, Entry, EntryKind, counts
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
_FACING: dict[EntryKind, str] = {
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
            return (
                (letter, label, Piece("  "), Piece(one_line(entry.a_text))),
                (
                    Piece("  "),
                    indent,
                    Piece(f"{_FACING[entry.kind]} ", STYLES[entry.kind]),
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


def entry_lines(entry: Entry, place: int, total: int, width: int, height: int) -> tuple[Line, ...]:
    """The finding explained in at most `height` lines: what it is, both wordings, why.

    `place` of `total` is where it stands among those of its kind.
    """
    style = STYLES[entry.kind]
    what = {
        "conflict": "conflict",
        "differs": "may differ",
        "variant": "same thing, other words",
        "quote": "quotation",
    }.get(entry.kind, TITLES[entry.kind].lower())
    title: list[Piece] = [Piece(f"{LETTERS[entry.kind]} {what.capitalize()} {place} of {total}", style)]
    if entry.label:
        title.append(Piece(f" · {entry.label}", "row--muted"))
    if entry.times > 1:
        title.append(Piece(f" · {entry.times} times", "row--muted"))
    wordings = _wordings(entry, width)
    if height <= 2:
        return ((*title, Piece("  "), *wordings), *_explained(entry, width, 1))[:height]
    return (tuple(title), wordings, *_explained(entry, width, height - 2))


def _wordings(entry: Entry, width: int) -> Line:
    a, b = one_line(entry.a_text), one_line(entry.b_text)
    if entry.a is None or entry.b is None:
        side = "A" if entry.b is None else "B"
        return (Piece(f"{side} ", "row--muted"), Piece(a or b))
    room = max(8, width - 10)
    # Each has half of the line, and what the other leaves of its half.
    first = min(cells(a), max(room // 2, room - cells(b)))
    return (
        Piece("A ", "row--muted"),
        Piece(fit(a, first), "row--strong"),
        Piece(f"  {_FACING[entry.kind]}  ", STYLES[entry.kind]),
        Piece("B ", "row--muted"),
        Piece(fit(b, min(cells(b), max(1, room - first))), "row--strong"),
    )


def _explained(entry: Entry, width: int, limit: int) -> tuple[Line, ...]:
    return tuple((Piece(line),) for line in wrap(entry.explanation, width, limit))


def passage_line(passage: Passage | None, in_step: bool) -> Line:
    """What the mark of the passage being read means, and the legend of the others."""
    says = "in step" if in_step else "each side alone"
    legend = tuple(
        piece
        for mark, letter in PASSAGE_LETTERS.items()
        for piece in (Piece(f"  {letter}", f"row--{mark}"), Piece(f" {MEANINGS[mark]}", "row--muted"))
    )
    if passage is None:
        return (Piece(says, "row--muted"), *legend)
    number = f" {passage.number}" if passage.number else ""
    return (
        Piece(f"{PASSAGE_LETTERS[passage.mark]}{number} {MEANINGS[passage.mark]}", f"row--{passage.mark}"),
        Piece(f"  · {says} ·", "row--muted"),
        *legend,
    )


def place_among(entries: tuple[Entry, ...], index: int) -> tuple[int, int]:
    """Which of its kind an entry is, from 1, and how many there are."""
    kind = entries[index].kind
    same = [number for number, entry in enumerate(entries) if entry.kind == kind]
    return same.index(index) + 1, len(same)


assert set(STYLES) == set(KINDS)
