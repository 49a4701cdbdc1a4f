"""The lines that say what is being looked at: the figures of the comparison, one finding explained, or what a mark
means."""

from __future__ import annotations

from collections.abc import Iterable

from index.comparison.conflicts.findings import without_wordings
from index.comparison.model import Comparison
from tui.widgets.columns import Line, Piece, cells, fit, line_cells, one_line, wrap
from tui.widgets.comparison.ledger import LETTERS, TITLES, Entry, EntryKind, counts, summary
from tui.widgets.comparison.ledger_list import FACING, STYLES
from tui.widgets.comparison.passages import LETTERS as PASSAGE_LETTERS
from tui.widgets.comparison.passages import MEANINGS, Passage

_SIDE = {"only_a": "A", "only_b": "B"}
_BOTH_ON_ONE_LINE = 60
"""Cells from which both wordings of a finding stand on one line."""
_EXPLANATION = 260
"""Cells that nearly every explanation keeps within."""
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
        line.append(Piece(phrase, STYLES[kind] if kind else "row--muted"))
    return tuple(line)


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
    return (tuple(title), _wordings(entry, width), *_explained(entry, width, height - 2))


def _wordings(entry: Entry, width: int) -> Line:
    a, b = one_line(entry.a_text), one_line(entry.b_text)
    room = max(8, width - 10)
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
    """Why, in full where there is room; else without the wordings, which stand above."""
    full = wrap(entry.explanation, width, limit)
    cut = entry.kind in ("conflict", "differs") and len(wrap(entry.explanation, width, limit + 1)) > limit
    return tuple((Piece(line),) for line in (wrap(without_wordings(entry.explanation), width, limit) if cut else full))


def wanted_height(width: int, height: int) -> int:
    """How many rows of a screen the strip takes, its border among them, so that explanations are rarely cut."""
    if height < _HIGH:
        return 4
    explained = -(-_EXPLANATION // max(1, width))
    return max(5, min(3 + explained, height // 5 + 1))


def passage_line(passage: Passage | None, in_step: bool, width: int) -> Line:
    """What the mark of the passage being read means, and the legend of the others where there is room for all of it."""
    says = "in step" if in_step else "each side alone"
    legend = tuple(
        piece
        for mark, letter in PASSAGE_LETTERS.items()
        for piece in (Piece(f"  {letter}", f"row--{mark}"), Piece(f" {MEANINGS[mark]}", "row--muted"))
    )
    line = [Piece(says, "row--muted")]
    if passage is not None:
        number = str(passage.number or "")
        mark = Piece(f"{PASSAGE_LETTERS[passage.mark]}{number} {MEANINGS[passage.mark]}", f"row--{passage.mark}")
        line = [mark, Piece(f"   {says}", "row--muted")]
    gap = width - line_cells((*line, *legend))
    return (*line, Piece(" " * gap), *legend) if gap >= 2 else tuple(line)
