"""Lines for people that are longer than the terminal is wide are broken between words, as a page is.

In a pipe and in a file nothing is broken: there a line is what other programs count by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import combining, east_asian_width

_BLANKS = re.compile(r" +")
_LEAD = re.compile(r" *(?:(?:[AB] (?: |\[\d+(?:-\d+)?\] )|\d{1,3}[.)] |[-*•–] )(?=\S))?")
"""What stands before the words of a line: blanks, then the side and place of a passage, or a number or bullet."""


def broken(line: str, columns: int, lead: int) -> tuple[list[tuple[int, int]], int]:
    """The parts of a line that `columns` hold, each from where to where, and how far those after the first are
    indented: to below the words of the line, which follow its first `lead` characters, but never beyond the middle.

    A word that is longer than a line stays whole, so that an address or a path is copied as it is.
    """
    indent = min(lead, columns // 2)
    parts: list[tuple[int, int]] = []
    start, room = 0, columns
    end = follows = 0
    for blanks in (*_BLANKS.finditer(line, lead), None):
        word_ends = blanks.start() if blanks else len(line)
        if end > start and cells(line[start:word_ends]) > room:
            parts.append((start, end))
            start, room = follows, columns - indent
        end, follows = word_ends, blanks.end() if blanks else len(line)
    return [*parts, (start, len(line))], indent


def cells(text: str) -> int:
    """How many columns a terminal takes for it."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(one) else 2 if east_asian_width(one) in "WF" else 1 for one in text)


def wrapped(pieces: Sequence[tuple[str, str]], columns: int) -> list[list[tuple[str, str]]]:
    """A line of (style, text) as lines that `columns` hold."""
    line = "".join(text for _, text in pieces)
    found = _LEAD.match(line)
    parts, indent = broken(line, columns, found.end() if found else 0)
    lines: list[list[tuple[str, str]]] = []
    for start, end in parts:
        row = [("", " " * indent)] if lines and indent else []
        at = 0
        for style, text in pieces:
            if inside := text[max(start - at, 0) : max(end - at, 0)]:
                row.append((style, inside))
            at += len(text)
        lines.append(row)
    return lines
