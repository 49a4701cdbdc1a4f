"""The passages of an article that show best why it was found: few, short, cut between sentences or words, matches
marked.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from index.documents.model import Block, Document, Span
from index.search.matching import Mark
from index.search.model import Snippet

LONGEST = 220
"""Characters of a snippet."""
_MOST = 3
_LOOKED_AT = 2_000
"""Marks of an article that passages are chosen from; the first ones, in an article with more."""
_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\s+(?=[^\W_a-z]|[\"'\u201c\u2018(])")
_LEAD = 80
"""Characters before the first match within which a sentence may begin; further away, the snippet begins between words.
"""


def snippets(document: Document, marks: Sequence[Mark]) -> tuple[Snippet, ...]:
    """Up to three passages in order of the text; without a match, the first words of the article."""
    if not marks:
        return _beginning(document)
    marks = marks[:_LOOKED_AT]
    windows = _windows(document, marks)
    chosen: list[tuple[int, int]] = []
    told: set[int] = set()
    for _ in range(_MOST):
        best, best_worth = None, 0.0
        for first, last in windows:
            if any(first <= other_last and other_first <= last for other_first, other_last in chosen):
                continue
            clauses = {mark.clause for mark in marks[first : last + 1]}
            # Something new to show counts most, then how much is shown, then how early.
            worth = len(clauses - told) * 10 + len(clauses) + min(last - first, 8) / 10 - first / len(marks) / 20
            if chosen and not clauses - told and worth < 2:
                continue
            if best is None or worth > best_worth:
                best, best_worth = (first, last), worth
        if best is None:
            break
        chosen.append(best)
        told |= {mark.clause for mark in marks[best[0] : best[1] + 1]}
    spans = [_borders(document, marks[first].start, marks[last].end) for first, last in sorted(chosen)]
    made: list[Snippet] = []
    starts = [mark.start for mark in marks]
    for start, end in spans:
        if made and start < made[-1].end:
            start = made[-1].end
            while start < end and document.text[start].isspace():
                start += 1
        shown = [mark for mark in marks[bisect_left(starts, start) : bisect_right(starts, end)] if mark.end <= end]
        if shown:
            made.append(
                Snippet(start, end, document.text[start:end], tuple(Span(mark.start, mark.end) for mark in shown))
            )
    return tuple(made)


def _windows(document: Document, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """First and last mark of every stretch that fits into a snippet, one for each first mark; none goes beyond a
    block.
    """
    ends = [_block_of(document, mark.start)[1] for mark in marks]
    windows: list[tuple[int, int]] = []
    last = 0
    for first, mark in enumerate(marks):
        last = max(last, first)
        while last + 1 < len(marks) and marks[last + 1].end <= min(mark.start + LONGEST - 40, ends[first]):
            last += 1
        if not windows or windows[-1][1] < last:
            windows.append((first, last))
    return windows


def _block_of(document: Document, place: int) -> tuple[int, int]:
    """Start and end of the block that holds a place, or of the line where no block does."""
    blocks: tuple[Block, ...] = document.blocks
    index = bisect_right(blocks, place, key=lambda block: block.start) - 1
    if index >= 0 and place < blocks[index].end:
        return blocks[index].start, blocks[index].end
    start = document.text.rfind("\n", 0, place) + 1
    end = document.text.find("\n", place)
    return start, len(document.text) if end < 0 else end


def _borders(document: Document, start: int, end: int) -> tuple[int, int]:
    """The passage around matches: from a sentence's or a word's beginning to a sentence's or a word's end."""
    text = document.text
    first, last = _block_of(document, start)
    if end - start > LONGEST:
        return start, end if end - start <= 2 * LONGEST else _word_end(text, start + LONGEST, start)
    low = max(first, start - min(_LEAD, LONGEST - (end - start)))
    left = low
    if low > first:
        sentences = [match.end() for match in _SENTENCE_END.finditer(text, low, start) if match.end() <= start]
        left = sentences[0] if sentences else _word_start(text, low, start)
    elif first < start:
        sentences = [match.end() for match in _SENTENCE_END.finditer(text, first, start) if match.end() <= start]
        if sentences and end - first > LONGEST // 2:
            left = sentences[-1]
    high = min(last, left + LONGEST)
    if high < last:
        sentences = [match.end() for match in _SENTENCE_END.finditer(text, end - 1 if end else 0, high + 1)]
        ends = [len(text[:place].rstrip()) if place - 4 < 0 else _trimmed(text, place) for place in sentences]
        fitting = [place for place in ends if end <= place <= high]
        high = fitting[-1] if fitting and fitting[-1] - left >= LONGEST // 3 else _word_end(text, high, end)
    return left, max(end, _trimmed(text, high))


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
    """The last end of a word up to `high`, at least `low`."""
    if high >= len(text) or text[high].isspace():
        return high
    place = high
    while place > low and not text[place - 1].isspace():
        place -= 1
    return _trimmed(text, place) if place > low else high


def _beginning(document: Document) -> tuple[Snippet, ...]:
    """The first paragraph's beginning, as a passage without matches."""
    for block in document.blocks:
        if block.kind in ("paragraph", "list_item", "quote"):
            end = min(block.end, block.start + LONGEST)
            if end < block.end:
                end = _word_end(document.text, end, block.start)
            return (Snippet(block.start, end, document.text[block.start : end], ()),) if end > block.start else ()
    return ()
