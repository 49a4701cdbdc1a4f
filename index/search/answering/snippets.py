"""The passages of an article that show best why it was found: few, short, cut between sentences or words, matches
marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial, reduce
from math import inf
from operator import or_
from typing import NamedTuple

from index.documents.model import Span
from index.documents.sentences import NEVER_ENDING
from index.search.answering.marking import Mark
from index.search.model import Snippet, Told

_span = partial(tuple.__new__, Span)

LONGEST = 220
"""Characters of a snippet."""
_MOST = 3
_LOOKED_AT = 2_000
"""Marks of an article that passages are chosen from; the first ones, in an article with more."""
_STANDING = {"heading": -1.0, "caption": -0.5, "boilerplate": -1.5, "table": -0.3}
"""What a passage is worth less for standing where little is told."""
_SENTENCE_END = re.compile(r"[.!?\u2026](?<![A-Z].)[\"'\u201d\u2019)\]]*\s+(?=[^\W_a-z]|[\"'\u201c\u2018(])")
_LAST_WORD = re.compile(r"\b[^\W\d_][\w.-]{0,8}$")
_LONGEST_SHORT = 8
"""Characters of an abbreviation."""
_ENDED = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]{0,3}$")
_INK = re.compile(r"\S")
_TAIL = 8
"""Characters that are looked at to tell whether a sentence ends with them."""
_ENDING = 5
"""Characters that `_ENDED` matches at most, and a line end."""
_LEAD = 80
"""Characters before the first match within which a sentence may begin; further away, the snippet begins between words.
"""


def snippets(document: Told, marks: Sequence[Mark]) -> tuple[Snippet, ...]:
    """Up to three passages in order of the text; without a match, the first words of the article."""
    if not marks:
        return _beginning(document)
    marks = marks[:_LOOKED_AT]
    text = document.text
    places = _places(document, marks)
    spans = [
        (places[first], _borders(text, places[first], marks[first].start, marks[last].end))
        for first, last in sorted(_chosen(_windows(marks, places), marks, places))
    ]
    made: list[Snippet] = []
    shown_from = 0
    ended = -1
    many = len(marks)
    for place, (start, end) in spans:
        if start < ended:
            start = _begun(text, ended, end)
        while shown_from < many and marks[shown_from].start < start:
            shown_from += 1
        matches: list[Span] = []
        for at in range(shown_from, many):
            first, last, _ = marks[at]
            if first > end:
                break
            if last <= end:
                matches.append(_span((first, last)))
        if matches:
            made.append(Snippet(start, end, text[start:end], tuple(matches), _cut(text, place, start, end)))
            ended = end
    return tuple(made)


class _Place(NamedTuple):
    """Where a match stands: the block or table row, which no passage goes beyond, and its kind."""

    start: int
    end: int
    kind: str


def _places(document: Told, marks: Sequence[Mark]) -> list[_Place]:
    """Where each of the marks stands; they are in order, so most stand where the one before does."""
    found: list[_Place] = []
    here = _Place(0, 0, "")
    low = high = 0
    for start, _, _ in marks:
        if not low <= start < high:
            here = _place(document, start)
            low, high, _ = here
        found.append(here)
    return found


def _chosen(
    windows: Sequence[tuple[int, int]], marks: Sequence[Mark], places: Sequence[_Place]
) -> list[tuple[int, int]]:
    """The stretches of marks to show, as first and last index: what is new counts most, then how much there is."""
    if len(windows) == 1:
        return [windows[0]]
    bits = [1 << clause for _, _, clause in marks]
    whole = reduce(or_, set(bits))
    weighed: list[tuple[int, int, int, float]] = []
    many, one = len(marks), whole == bits[0]
    for first, last in windows:
        clauses = whole if one else reduce(or_, bits[first : last + 1])
        more = last - first
        worth = clauses.bit_count() + (more if more < 8 else 8) / 10 - first / many / 20
        weighed.append((first, last, clauses, worth + _STANDING.get(places[first][2], 0.0)))
    chosen: list[tuple[int, int]] = []
    told = 0
    while weighed and len(chosen) < _MOST:
        # More of the same is shown once.
        if len(chosen) > 1 and told == whole:
            break
        best, most = weighed[0], -inf
        for window in weighed:
            value = 10 * (window[2] & ~told).bit_count() + window[3]
            if value > most:
                best, most = window, value
        first, last, clauses, _ = best
        if (len(chosen) > 1 and not clauses & ~told) or (chosen and most < 0.5):
            break
        chosen.append((first, last))
        told |= clauses
        weighed = [window for window in weighed if window[0] > last or first > window[1]]
    return chosen


def _windows(marks: Sequence[Mark], places: Sequence[_Place]) -> list[tuple[int, int]]:
    """First and last mark of every stretch that fits into a snippet, one for each first mark; none goes beyond a
    block.
    """
    windows: list[tuple[int, int]] = []
    ends = [end for _, end, _ in marks]
    many = len(marks)
    last = shown = -1
    for first, (start, _, _) in enumerate(marks):
        if last < first:
            last = first
        most = start + LONGEST - 40
        if most > places[first][1]:
            most = places[first][1]
        while last + 1 < many and ends[last + 1] <= most:
            last += 1
        if shown < last:
            windows.append((first, last))
            shown = last
    return windows


def passage_bounds(document: Told, place: int) -> tuple[int, int]:
    """Start and end of the block or table row that holds a place, or of the line where no block does."""
    start, end, _ = _place(document, place)
    return start, end


def _place(document: Told, place: int) -> _Place:
    """Where a character stands."""
    index = document.block_at(place)
    kind = "paragraph"
    if index >= 0:
        kind, start, end, rows = document.outline(index)
        if place < end:
            for row in rows:
                if row and row[0][0] <= place < row[-1][1]:
                    return _Place(row[0][0], row[-1][1], kind)
            return _Place(start, end, kind)
    start = document.text.rfind("\n", 0, place) + 1
    end = document.text.find("\n", place)
    return _Place(start, len(document.text) if end < 0 else end, kind)


def _borders(text: str, place: _Place, start: int, end: int) -> tuple[int, int]:
    """The passage around matches: from a sentence's or a word's beginning to a sentence's or a word's end."""
    first, last, _ = place
    if end - start > LONGEST:
        return start, _word_end(text, start + LONGEST, start + 1)
    room = LONGEST - (end - start)
    low = max(first, start - room * 3 // 4)
    if low == first:
        left = first
        if end - first > LONGEST // 2:
            left = max(_sentence_ends(text, low, start), default=first)
    elif begun := next(_sentence_ends(text, low, start), 0):
        left = begun
    else:
        left = _word_start(text, max(first, start - min(_LEAD, room)), start)
    high = min(last, left + LONGEST)
    if high < last:
        ends = [_trimmed(text, begun) for begun in _sentence_ends(text, end - 1, high + 1)]
        fitting = [place for place in ends if end <= place <= high and place - left >= LONGEST // 3]
        high = fitting[-1] if fitting else _word_end(text, high, end)
    return _begun(text, left, start), max(end, _trimmed(text, high))


def _sentence_ends(text: str, low: int, high: int) -> Iterator[int]:
    """Where the next sentence begins behind each one that ends from `low` to `high`; "Mr." ends none."""
    for match in _SENTENCE_END.finditer(text, low, high):
        at = match.start()
        word = _LAST_WORD.search(text, max(0, at - _LONGEST_SHORT), at)
        if text[at] != "." or word is None or word[0].casefold() not in NEVER_ENDING:
            yield match.end()


def _cut(text: str, place: _Place, start: int, end: int) -> tuple[bool, bool]:
    """Whether a sentence of the place is broken off before `start`, and after `end`."""
    first, last, _ = place
    before = text[max(first, start - _TAIL) : start].rstrip() if first < start else ""
    after = text[end : min(last, end + _TAIL)].strip() if end < last else ""
    return (
        bool(before) and not _ENDED.search(before),
        bool(after) and not _ENDED.search(text, max(start, end - _ENDING), end),
    )


def _begun(text: str, start: int, end: int) -> int:
    """The start without white space after it; `end` where there is nothing else."""
    if start < end and not text[start].isspace():
        return start
    found = _INK.search(text, start, end)
    return found.start() if found else end


def _trimmed(text: str, end: int) -> int:
    """The end without white space before it."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _word_start(text: str, low: int, high: int) -> int:
    """The first beginning of a word from `low` on, at most `high`."""
    if low == 0 or text[low - 1].isspace():
        return low
    place = low
    while place < high and not text[place].isspace():
        place += 1
    while place < high and text[place].isspace():
        place += 1
    return place


def _word_end(text: str, high: int, low: int) -> int:
    """The last end of a word from `low` to `high`, or of a part of one with a hyphen; `high` where none ends."""
    if high >= len(text) or text[high].isspace():
        return high
    place = high
    while place > low and not text[place - 1].isspace():
        place -= 1
    if place > low:
        return _trimmed(text, place)
    inside = (at for at in range(high, low - 1, -1) if not (text[at - 1].isalnum() and text[at].isalnum()))
    return next(inside, high)


def _beginning(document: Told) -> tuple[Snippet, ...]:
    """The first paragraph's beginning, as a passage without matches."""
    for block in document.blocks:
        if block.kind in ("paragraph", "list_item", "quote"):
            start = _begun(document.text, block.start, block.end)
            end = _trimmed(document.text, block.end)
            if end - start > LONGEST:
                end = _word_end(document.text, start + LONGEST, start)
            if end > start:
                place = _Place(block.start, block.end, block.kind)
                return (Snippet(start, end, document.text[start:end], (), _cut(document.text, place, start, end)),)
    return ()
