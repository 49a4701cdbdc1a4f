"""The dateline that a report begins with: where it is from, on which day, by which agency.

"GENEVA, March 6 (Reuters) - The board …", "Bergen, 9 February. The board …".  Its words tell nothing of what happened,
so they are compared with none; nor are the hours that the entries of a running report begin with.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from index.comparison.aligning.tokens import MONTHS
from index.documents.model import Span
from index.documents.patterns import late

_LONGEST = 100  # characters of a dateline
_SHORTEST = 4  # letters of a place in capitals that is no set of initials
_NAMES = sorted({m.title() for m in MONTHS} | {m[:3].title() for m in MONTHS} | {"Sept"}, key=lambda m: (-len(m), m))
_WORDS = r"[A-Z][\w.'’/&-]*(?: [A-Z][\w.'’/&-]*){0,3}"
_MONTH = rf"(?:{'|'.join(_NAMES)})"
_DATELINE = re.compile(
    rf"(?P<place>{_WORDS}(?:, {_WORDS}){{0,2}}?)"
    rf"(?:,? (?P<on>(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:, (?P<year>\d{{4}}))?"
    rf"|(?P<first>\d{{1,2}}) (?P<after>{_MONTH})\.?(?: (?P<closing>\d{{4}}))?))?"
    r"(?P<agency>,? \((?:[A-Z]{2,8}|[A-Z][a-z]{2,}[\w. /-]{0,24})\))?"
    r"(?:\s?(?:--?|[–—])\s+(?=[\"“‘'<(]?[A-Z0-9])|(?P<whole>\.(?=\s|$)))"
)
_HOUR = late(
    r"\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s(?:GMT|BST|CES?T|E[SD]?T))?\s?(?:--?|[–—:|])?\s+(?=[\"“‘'(]?[A-Z])"
)


class Dateline(NamedTuple):
    """`end` is where the report itself begins in the text; year, month and day are 0 where it does not name them.

    `place` is where the place stands, `on` where the day does, None where there is none.
    """

    end: int
    place: Span
    on: Span | None = None
    year: int = 0
    month: int = 0
    day: int = 0

    def date(self) -> date | None:
        """The day, of the year 2000 where it names none; None where it names no day or one that is in no calendar."""
        try:
            return date(self.year or 2000, self.month, self.day)
        except ValueError:
            return None


def dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline of a report that begins at `start`: its place stands with a day, an agency, or all in capitals."""
    found = _DATELINE.match(text, start, min(end, start + _LONGEST))
    if found is None:
        return None
    place = found["place"]
    if not found["on"] and (found["whole"] or not (found["agency"] or (place.isupper() and len(place) >= _SHORTEST))):
        return None
    where = Span(*found.span("place"))
    if not found["on"]:
        return Dateline(found.end(), where)
    month = [m[:3] for m in MONTHS].index((found["month"] or found["after"])[:3].casefold()) + 1
    year, day = int(found["year"] or found["closing"] or 0), int(found["day"] or found["first"])
    return Dateline(found.end(), where, Span(*found.span("on")), year, month, day)


def begins(text: str, start: int, end: int, dated: bool = True) -> int:
    """Where what a sentence tells begins: after its dateline (where it may be `dated`), or after the hour of an entry
    of a running report ("14:10 The mayor …"); `end` where it is nothing else.
    """
    line = dateline(text, start, end) if dated else None
    if line is not None:
        return line.end
    first = start == 0 or text[start - 1] == "\n"
    hour = _HOUR.match(text, start, end) if first else None
    return hour.end() if hour is not None else start
