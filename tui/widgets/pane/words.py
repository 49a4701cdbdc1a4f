"""The words of a text as a reader takes them: with the apostrophes, hyphens, points and commas inside them."""

from __future__ import annotations

from index.documents.model import Span
from index.documents.patterns import late

_PATTERN = r"\w+(?:[’'\-.,]\w+)*"
_WORD = late(_PATTERN)
_WHOLE = late(rf"(?<!\w){_PATTERN}")
_FAR = 2_000
"""Characters to look for a word in: a line without any may be megabytes long."""


def word_from(text: str, offset: int, *, whole: bool = False) -> Span | None:
    """The first word that begins at `offset` or after; the rest of a word counts as one, unless it is `whole`."""
    found = (_WHOLE if whole else _WORD).search(text, offset, offset + _FAR)
    return Span(found.start(), found.end()) if found else None


def word_before(text: str, offset: int) -> Span | None:
    """The last word that ends at `offset` or before."""
    last = None
    for found in _WORD.finditer(text, max(0, offset - _FAR), offset + _FAR):
        if found.end() > offset:
            break
        last = Span(found.start(), found.end())
    return last


def word_at(text: str, offset: int) -> Span | None:
    """The word that the character at `offset` belongs to; None where it stands between words."""
    for found in _WORD.finditer(text, max(0, offset - _FAR), offset + _FAR):
        if found.start() > offset:
            break
        if offset < found.end():
            return Span(found.start(), found.end())
    return None
