"""Words of a quotation that the other article tells too, though not between the same quotation marks.

`He spoke of a "war of choice"` leaves no "a" out of "a war of choice", and an article that interrupts a passage ("…,"
she said, "…") gives in another one what it lacks in this.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.comparison.aligning.tokens import Word, tokenize
from index.comparison.aligning.words import place_of
from index.documents.model import Span

_ROOM = 8
"""Characters more than those of the words that are looked at: marks, spaces, another apostrophe."""
_TELLING = 3
"""Words that are surely the same ones where they stand in another passage."""


def beside(words: Sequence[Word], text: str, quoted: Span, *, before: bool) -> bool:
    """Do the words stand right before, or right after, what is quoted, on one line with it?"""
    room = words[-1].end - words[0].start + _ROOM
    start, end = (max(0, quoted.start - room), quoted.start) if before else (quoted.end, quoted.end + room)
    line = text[start:end].rpartition("\n")[2] if before else text[start:end].partition("\n")[0]
    near = [word.folded for word in tokenize(line, 0, len(line))]
    sought = [word.folded for word in words]
    return near[-len(sought) :] == sought if before else near[: len(sought)] == sought


def in_another(words: Sequence[Word], passages: Sequence[Sequence[Word]]) -> bool:
    """Do the words stand in a row in one of the passages?"""
    sought = [word.folded for word in words]
    if len(sought) < _TELLING:
        return False
    return any(place_of(sought, [word.folded for word in passage]) >= 0 for passage in passages)
