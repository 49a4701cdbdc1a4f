"""Where a passage or a place stands in a text that may have changed since: by its words, nearest to where it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.documents.model import Span
    from index.user.state import Note


def placed(note: Note, text: str) -> Span | None:
    """Where a note stands in the text as it is now: where it stood, else where its words stand nearest to that."""
    return note.quotation.nearest(text, note.start, note.end - note.start)


def placed_mark(offset: int, context: str, text: str) -> int:
    """Where a mark stands now; `context` is what stood there, its white space as single spaces."""
    words = context.split()
    if not words:
        return min(offset, max(0, len(text) - 1))
    wanted = re.compile(r"\s+".join(map(re.escape, words)))
    if wanted.match(text, offset):
        return offset
    found = [match.start() for match in wanted.finditer(text)]
    return min(found, key=lambda place: abs(place - offset), default=min(offset, max(0, len(text) - 1)))


def moved_offset(before: str, now: str, offset: int) -> int:
    """Where the text that stood at `offset` stands now: by its words, the longest that are found, nearest to it."""
    if offset == 0:
        return 0
    for length in (400, 120, 40):
        words = before[offset : offset + length]
        places = [place for place in (now.find(words, offset), now.rfind(words, 0, offset + length)) if place >= 0]
        if places and len(words.strip()) > 10:
            return min(places, key=lambda place: abs(place - offset))
    # The words themselves are gone: what stands before them may not be.
    words = before[max(0, offset - 120) : offset]
    place = now.rfind(words)
    return place + len(words) if place >= 0 and words.strip() else min(offset, max(0, len(now) - 1))
