"""How many terminal cells text takes, and where it may be cut.

The measure is Rich's, which is what Textual paints by; text that is plainly one cell a character takes a short way.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

from rich.cells import cell_len, split_graphemes

from index.documents.patterns import late

# Characters outside these ranges may take no cell, or two, or change the one before them.
_NARROW = (
    "\n\t\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482\u048a-\u052f"
    "\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2193\u2500-\u25a0\u25cf"
)
_NOT_NARROW = re.compile(f"[^{_NARROW}]")
# Characters outside these may besides take more cells in one terminal than in another: ideographs, kana and Hangul are
# wide in all of them.
_UNSURE = late(
    f"[^{_NARROW}"
    "\u2248\u2260\u2264\u2265\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    + "\uac00-\ud7a3\uf900-\ufad9\uff01-\uff60\U00020000-\U0003fffd]"
)
JOINERS = "\u200d\ufe0f"
"""Characters that join others: at the beginning of what is drawn they join nothing, and are left out."""

_UNPRINTED = {ord("\t"): " ", ord("\n"): " "}


class Grapheme(NamedTuple):
    """What a reader takes for one character: text from `start` to `end`, `cells` wide (0 to 2)."""

    start: int
    end: int
    cells: int


def is_narrow(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether every character of the text takes exactly one cell."""
    return _NOT_NARROW.search(text, start, len(text) if end is None else end) is None


def is_unsure(text: str) -> bool:
    """Whether terminals may disagree on how many cells the text takes."""
    return not text.isascii() and not is_narrow(text) and _UNSURE.search(text) is not None


def measure(text: str) -> int:
    """The cells that `text` takes; a tab and a line end are drawn as one space."""
    return len(text) if _NOT_NARROW.search(text) is None else cell_len(text.translate(_UNPRINTED).lstrip(JOINERS))


def printed(text: str) -> str:
    """The text as it is drawn: a tab or a line end is one space, so that characters and offsets stay one to one."""
    return text.translate(_UNPRINTED) if "\t" in text or "\n" in text else text


def graphemes(text: str, start: int, end: int) -> list[Grapheme]:
    """The graphemes of `text[start:end]`, in offsets of `text`."""
    spans, _ = split_graphemes(printed(text[start:end]))
    # A run of marks without a base has an end past its last character in Rich's spans.
    return [Grapheme(start + first, min(start + last, end), size) for first, last, size in spans]


def most_cells(text: str, piece: Grapheme) -> int:
    """The cells that a grapheme takes where it takes most: many terminals give each spacing vowel sign of India's
    scripts a cell of its own, and draw each of several joined emoji, which Rich does not; a line that is broken by
    Rich's measure alone loses its end there.
    """
    if piece.end - piece.start == 1:
        return piece.cells
    rest = text[piece.start + 1 : piece.end]
    return piece.cells + sum(1 if category(one) == "Mc" else cell_len(one) for one in rest)


@lru_cache(2048)
def most(text: str) -> int:
    """The cells that `text` takes where it takes most."""
    if not is_unsure(text):
        return measure(text)
    return sum(most_cells(text, one) for one in graphemes(text, 0, len(text)))


def index_at_cell(text: str, start: int, end: int, cell: int) -> int:
    """The offset in `text` of the character that covers `cell`, counted from `start`; else `end`."""
    if cell <= 0:
        return start
    if is_narrow(text, start, end):
        return min(start + cell, end)
    used = 0
    for one in graphemes(text, start, end):
        used += one.cells
        if used > cell:
            return one.start
    return end
