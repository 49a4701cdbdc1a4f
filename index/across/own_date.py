"""The day on which an article says that it was written, where that is certain: its own date, else that of its dateline,
else a line at its beginning that holds a date and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from index.comparison.aligning.dateline import dateline
from index.documents.model import Document
from index.documents.sentences import segments
from index.entities.model import Mention
from index.entities.wordset import wordset

_FIRST = 8
"""Lines at the beginning of an article in which it is dated."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST = 100
"""Characters of a line that dates an article."""
_WORD = re.compile(r"[^\W\d_]+")
_AROUND = wordset(
    "first published posted updated last date dated on at am pm a p m gmt utc est edt bst cet ist by "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun"
)
"""Words that may stand beside a date in a line that dates an article."""


def own_date(document: Document, mentions: Sequence[Mention]) -> str | None:
    """The date in ISO 8601, as coarse as it is told; None where the article tells none."""
    if document.date:
        return document.date
    text = document.text
    for part in islice(segments(document), _FIRST):
        line = dateline(text, part.start, part.end)
        if line is not None and line.year and (day := line.date()) is not None:
            return day.isoformat()
        for one in mentions:
            if one.start >= part.end:
                break
            if (
                one.start >= part.start
                and one.type == "DATE"
                and _DAY.fullmatch(one.value)
                and part.end - part.start <= _LONGEST
                and _only_dates(text[part.start : one.start] + " " + text[one.end : part.end])
            ):
                return one.value
    return None


def _only_dates(around: str) -> bool:
    """Is what stands beside a date in its line no more than when and how it was published?"""
    return all(word in _AROUND for word in map(str.lower, _WORD.findall(around)))
