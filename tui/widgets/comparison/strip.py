"""The lines that say what was found: the figures of the comparison, and one finding explained."""

from __future__ import annotations

from collections.abc import Iterable

from index.comparison.conflicts.findings import without_wordings
from index.comparison.model import Comparison
from tui.widgets.columns import Line, Piece, cells, fit, line_cells, one_line, wrap
from tui.widgets.comparison.ledger import LETTERS, TITLES, Entry, EntryKind, counts, summary
from tui.widgets.comparison.ledger_list import FACING, STYLES

_SIDE = {"only_a": "A", "only_b": "B"}
_BESIDE_WORDINGS = 9
"""Cells of a line with both wordings that are taken by what stands beside and between them."""
_BOTH_ON_ONE_LINE = 60
"""Cells from which both wordings of a finding stand on one line."""
_EXPLANATION = 260
"""Cells that nearly every finding keeps within: its wordings where they are long, and why."""
_WIDE = 100
"""Cells of a low screen from which one line has room for nearly every explanation."""
_HIGH = 24
"""Rows of a screen from which the strip may take more than three lines."""


def summary_line(entries: tuple[Entry, ...], comparison: Comparison, width: int) -> Line:
    """The figures of the comparison in words; without coverage, which stands above each side, where there is no room
    for it; and beside the signs of the gutter where there is none for words.
    """
    said = summary(entries, comparison)
    found = [(kind, phrase) for kind, phrase in said if kind is not None]
    for line in (_parted(said), _parted(found)):
        if line_cells(line) <= width:
            return line
    number = counts(entries)
    return _parted((kind, f"{LETTERS[kind]}{_SIDE.get(kind, '')} {number[kind]:,}") for kind, _ in found)


def _parted(phrases: Iterable[tuple[EntryKind | None, str]]) -> Line:
    line: list[Piece] = []
    for kind, phrase in phrases:
        if line:
            line.append(Piece(" · ", "row--muted"))
        line.append(Piece(phrase, _style(kind, phrase)))
    return tuple(line)


def _style(kind: EntryKind | None, phrase: str) -> str:
    """What there is none of alarms nobody."""
    return "row--muted" if kind is None or phrase.startswith("no ") else STYLES[kind]


def entry_lines(entry: Entry, place: int, total: int, width: int, height: int) -> tuple[Line, ...]:
    """The finding explained in at most `height` lines: what it is, both wordings, why.

    `place` of `total` is where it stands among those of its kind.
    """
    style = STYLES[entry.kind]
    what = {"conflict": "Conflict", "quote": "Quotation"}.get(entry.kind, TITLES[entry.kind])
    title: list[Piece] = [Piece(f"{LETTERS[entry.kind]} {what} {place} of {total}", style)]
    if entry.label:
        title.append(Piece(f" · {entry.label}", "row--muted"))
    if entry.times > 1:
        title.append(Piece(f" · {entry.times} times", "row--muted"))
    if width < _BOTH_ON_ONE_LINE and entry.a is not None and entry.b is not None:
        mark = Piece(f"{LETTERS[entry.kind]} {place}/{total} ", style)
        facing = Piece(f" {FACING[entry.kind]} ".rjust(cells(mark.text)), style)
        first = (mark, Piece("A ", "row--muted"), Piece(one_line(entry.a_text), "row--strong"))
        second = (facing, Piece("B ", "row--muted"), Piece(one_line(entry.b_text), "row--strong"))
        return (first, second, *_explained(entry, width, height - 2))
    if entry.a is None or entry.b is None:
        return (tuple(title), *_told_by_one(entry, width, height - 1))
    explained = _explained(entry, width, height - 2)
    if _fits(entry, width) or len(explained) > height - 3:
        return (tuple(title), wordings(entry, width), *explained)
    a = (Piece("A ", "row--muted"), Piece(one_line(entry.a_text), "row--strong"))
    b = (
        Piece(f"{FACING[entry.kind]} ", style),
        Piece("B ", "row--muted"),
        Piece(one_line(entry.b_text), "row--strong"),
    )
    return (tuple(title), a, b, *explained)


def _fits(entry: Entry, width: int) -> bool:
    """Whether one line has both wordings whole."""
    return cells(one_line(entry.a_text)) + cells(one_line(entry.b_text)) + _BESIDE_WORDINGS <= width


def wordings(entry: Entry, width: int) -> Line:
    """Both wordings of a finding on one line of `width` cells, each cut where it must be."""
    a, b = one_line(entry.a_text), one_line(entry.b_text)
    room = max(8, width - _BESIDE_WORDINGS)
    # Each has half of the line, and what the other leaves of its half.
    first = min(cells(a), max(room // 2, room - cells(b)))
    return (
        Piece("A ", "row--muted"),
        Piece(fit(a, first), "row--strong"),
        Piece(f"  {FACING[entry.kind]}  ", STYLES[entry.kind]),
        Piece("B ", "row--muted"),
        Piece(fit(b, min(cells(b), max(1, room - first))), "row--strong"),
    )


def _told_by_one(entry: Entry, width: int, limit: int) -> tuple[Line, ...]:
    """What one side alone tells, on as many lines as there are."""
    side, text = ("A", entry.a_text) if entry.b is None else ("B", entry.b_text)
    lines = wrap(one_line(text), width - 2, limit)
    return tuple((Piece("  " if n else f"{side} ", "row--muted"), Piece(line)) for n, line in enumerate(lines))


def _explained(entry: Entry, width: int, limit: int) -> tuple[Line, ...]:
    """Why, without the wordings, which stand above."""
    return tuple((Piece(line),) for line in wrap(without_wordings(entry.explanation), width, limit))


def wanted_height(width: int, height: int) -> int:
    """How many rows of a screen the strip takes, its border among them, so that explanations are rarely cut."""
    if height < _HIGH:
        return 4 if width >= _WIDE else 5
    explained = -(-_EXPLANATION // max(1, width))
    return max(5, min(3 + explained, height // 5 + 1))
