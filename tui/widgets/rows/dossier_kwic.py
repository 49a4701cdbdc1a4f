"""Key word in context (Luhn, 1960): every mention on a line of its own, all of them standing in one column."""

from __future__ import annotations

import re

from tui.widgets.columns import JOINER, Line, Piece, cells, fit, fit_end

_SPACE = re.compile(r"\s+")


def kwic_line(left: str, surface: str, right: str, width: int) -> Line:
    """`surface` with what stands before and after it, in exactly `width` cells; it begins two fifths along, whatever
    its length."""
    before = width * 2 // 5
    match = fit(_flat(surface), width - before) if cells(surface) > width - before else _flat(surface)
    after = width - before - cells(match)
    return (
        Piece(fit_end(_flat(left), before)),
        Piece(match, "row--match"),
        Piece(fit(_flat(right), after)),
    )


def _flat(text: str) -> str:
    # A space at the seam stays: it is what parts the words from the name.
    return _SPACE.sub(" ", text).strip(JOINER)
