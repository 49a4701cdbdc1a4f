"""What the strip says while no finding is looked at: the passage being read, what the marks mean, and the gravest
findings."""

from __future__ import annotations

from collections.abc import Sequence

from index.comparison.conflicts.findings import without_wordings
from tui.widgets.columns import Line, Piece, line_cells, wrap
from tui.widgets.comparison.ledger import LETTERS, Entry
from tui.widgets.comparison.ledger_list import STYLES
from tui.widgets.comparison.passages import LETTERS as PASSAGE_LETTERS
from tui.widgets.comparison.passages import MEANINGS, Passage
from tui.widgets.comparison.strip import wordings

_GRAVE = ("conflict", "differs")
_GRAVE_AT_LEAST = 2
"""Lines that the legend leaves to the gravest findings where there are so many."""
_GAP = "  "

_SIGNS: tuple[Line, ...] = tuple(
    (Piece(letter, f"row--{mark}"), Piece(f" {MEANINGS[mark]}", "row--muted"))
    for mark, letter in PASSAGE_LETTERS.items()
)
_WORDS: tuple[Line, ...] = (
    (Piece("words", "row--word"), Piece(" its partner has not", "row--muted")),
    (Piece("words", "row--variant"), Piece(" put otherwise there", "row--muted")),
)
"""How words inside a passage look."""


def rest_lines(
    passage: Passage | None, in_step: bool, entries: Sequence[Entry], width: int, height: int, little: str = ""
) -> tuple[Line, ...]:
    """At most `height` lines: the passage being read with the legend of the marks, then the gravest findings.

    `little` says why there is little that both tell; it comes before the legend of words that both have.
    """
    grave = [entry for entry in entries if entry.kind in _GRAVE]
    first = _passage(passage, in_step)
    signs = _joined(_SIGNS)
    legend = [*_SIGNS, *_WORDS]
    gap = width - line_cells(first) - line_cells(signs)
    if gap >= len(_GAP):
        first = (*first, Piece(" " * gap), *signs)
        legend = [*_WORDS]
    room = height - 1 - min(len(grave), _GRAVE_AT_LEAST)
    said: list[Line] = [(Piece(line, "row--accent"),) for line in wrap(little, width, max(0, room))] if little else []
    lines = [first, *[*said, *_packed(legend, width)][: max(0, room)]]
    return (*lines, *(_in_short(entry, width) for entry in grave))[:height]


def _passage(passage: Passage | None, in_step: bool) -> Line:
    """What the mark of the passage being read means, and how the sides scroll."""
    says = "in step" if in_step else "each side alone"
    if passage is None:
        return (Piece(says, "row--muted"),)
    number = str(passage.number or "")
    mark = Piece(f"{PASSAGE_LETTERS[passage.mark]}{number} {MEANINGS[passage.mark]}", f"row--{passage.mark}")
    return (mark, Piece(f"   {says}", "row--muted"))


def _packed(items: Sequence[Line], width: int) -> list[Line]:
    """The items on as few lines as hold each of them whole."""
    lines: list[list[Line]] = []
    for item in items:
        if lines and line_cells(_joined((*lines[-1], item))) <= width:
            lines[-1].append(item)
        else:
            lines.append([item])
    return [_joined(line) for line in lines]


def _joined(items: Sequence[Line]) -> Line:
    return tuple(piece for n, item in enumerate(items) for piece in ((Piece(_GAP), *item) if n else item))


def _in_short(entry: Entry, width: int) -> Line:
    """A finding on one line: both wordings, and what they are about where all of it has room."""
    sign = Piece(f"{LETTERS[entry.kind]} ", STYLES[entry.kind])
    line = (sign, *wordings(entry, width - len(sign.text)))
    about = Piece(f"   {without_wordings(entry.explanation)}", "row--muted")
    return (*line, about) if line_cells((*line, about)) <= width else line
