"""Where a report says who made it, where and when: the lines above its first sentence, and the dateline before it.

Whoever is named there alone is nobody that the report tells of.
"""

from __future__ import annotations

import re

from index.comparison.aligning.dateline import dateline
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.tokens import MONTHS
from index.documents.bylines import is_byline
from index.documents.model import Document, Span

_TOP = 6
"""Blocks from the top of an article in which such lines are looked for."""
_LONGEST = 120
_KINDS = "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in (
    "analysis", "comment", "commentary", "compiled", "diary", "opinion", "report", "reported", "story", "text", "words",
    "written",
))  # fmt: skip
_MADE_BY = re.compile(
    rf"(?:[A-Z][\w'’-]{{1,20}} ){{0,2}}(?:{_KINDS})(?: and [a-z]{{3,12}})? by (?:the\s)?[A-Za-z]"
    r"|By [A-Z][\w.'’-]{1,30} [A-Z][\w.'’-]{1,30}, "
    r"|From our(?: [a-z]{3,12}){0,2} (?:correspondent|reporter|newsroom)s?\b"
)
"""How a line begins that tells who wrote, with more than the name behind it."""
_MONTH = "|".join(name for month in sorted(MONTHS) for name in (month.title(), rf"{month[:3].title()}t?\b\.?"))
_DAY = re.compile(
    rf"\b(?:(?:{_MONTH}) \d{{1,2}}|\d{{1,2}} (?:{_MONTH})|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?![\w-])"
)
_AGENCY = re.compile(r"\([A-Z][^()\n]{1,40}\)\s{0,2}(?:[-–—]|$)")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def origins(document: Document) -> tuple[Span, ...]:
    """The stretches of an article, in order and apart, that say who made it, where and when."""
    text = document.text
    found = []
    for block in document.blocks[:_TOP]:
        if block.role == "title" or block.kind not in ("heading", "caption", "paragraph"):
            continue
        line = text[block.start : block.end].strip()
        if len(line) <= _LONGEST and line != document.title and says_origin(line):
            found.append(Span(block.start, block.end))
        elif (before := dateline(text, block.start, block.end)) is not None:
            found.append(Span(block.start, before.end))
    return tuple(found)


def says_origin(line: str) -> bool:
    """Does a line say who made a report, or where and when, and nothing else ("Geneva, 2 November")?"""
    if line.endswith(("!", "?")) or (line.endswith(".") and not _AGENCY.search(line)):
        return False
    if is_byline(line) or _MADE_BY.match(line):
        return True
    if not _DAY.search(line) and not _AGENCY.search(line):
        return False
    return all(not word.islower() or word in FUNCTION for word in _WORD.findall(line))
