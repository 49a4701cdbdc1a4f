"""Words of a finding among those that stand near them, so that a line shows what they are about."""

from __future__ import annotations

from typing import NamedTuple

from index.documents.model import Span
from tui.widgets.columns import Line, Piece, cells, fit, fit_end, one_line

_BEFORE = 2
"""The words have half of the room in front of them, and what is not needed behind them."""


class Near(NamedTuple):
    """What a sentence has before and after some of its words."""

    before: str = ""
    after: str = ""


NOTHING_NEAR = Near()


def near(text: str, words: Span, sentence: Span) -> Near:
    """What stands near the words in their sentence; nothing where they are not in it."""
    if not sentence.start <= words.start <= words.end <= sentence.end:
        return NOTHING_NEAR
    return Near(text[sentence.start : words.start], text[words.end : sentence.end])


def in_context(words: str, around: Near, width: int) -> Line:
    """The words on a line of at most `width` cells, with as much of what is near them as has room."""
    words = one_line(words)
    before, after = one_line(around.before), one_line(around.after)
    before += " " * (before != "" and around.before[-1:].isspace())
    after = " " * (after != "" and around.after[:1].isspace()) + after
    room = max(0, width - cells(words))
    shown = min(cells(before), max(room // _BEFORE, room - cells(after)))
    return (
        Piece(fit_end(before, shown), "row--muted"),
        Piece(fit(words, min(cells(words), width)), "row--strong"),
        Piece(fit(after, min(cells(after), room - shown)), "row--muted"),
    )
