"""What is said of when: the sentences that name a date, in the order of the dates they speak of.

Dates that the text gives a year count (2022, 2022-02, 2022-02-24, a decade).  Where the article itself is dated
(`own_date.py`), so do days and months without a year, taken for those nearest to that date, and days told from it
("Monday", "yesterday", `relative_dates.py`).  "Last week" has no place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from index.across.own_date import own_date
from index.across.relative_dates import from_day_of_writing, looks_ahead
from index.across.seen import Cancel, Progress, Seen, by_sentence, each_seen, sentence_spans
from index.documents.model import Document, Span
from index.entities.model import Annotations

_ABSOLUTE = re.compile(r"\d{3,4}|\d{4}-\d{2}(?:-\d{2})?")
_WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
_MONTHS = re.compile(r"(\d{4})-\d\d/\1-\d\d")
_SOON = 75
"""Days ahead up to which a month without a year is to come."""
_NEAR = 1_000
"""Characters of a sentence before a date and after it that tell of which day it speaks: a sentence may have no end."""
_YEARLESS = re.compile(r"--(\d{2})(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that speaks of `date`, which is ISO 8601 as coarse as known ("199" is a decade); `assumed`: it is
    worked out from the article's own date.  `mention` is where the date is named; `also` counts other articles that say
    the very same.
    """

    date: str
    assumed: bool
    document: str
    start: int
    end: int
    text: str
    mention: Span
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """The statements by date; `articles` were looked at, and `undated` dates named that have no place in it."""

    statements: tuple[Statement, ...]
    articles: int
    undated: int


def timeline(
    paths: Sequence[str], seen: Seen, *, cancelled: Cancel | None = None, progress: Progress | None = None
) -> Timeline:
    """The timeline of some articles; a sentence that several tell in the same words stands there once.

    Raises Cancelled.
    """
    found: list[Statement] = []
    looked = undated = 0
    for document, named in each_seen(paths, seen, cancelled, progress):
        looked += 1
        told, without = dated_statements(document, named)
        found += told
        undated += without
    return Timeline(ordered(found), looked, undated)


def dated_statements(
    document: Document,
    annotations: Annotations,
    entities: Collection[str] | None = None,
    spans: Sequence[Span] | None = None,
) -> tuple[list[Statement], int]:
    """The statements of one article, and how many dates have no place; `entities`: only sentences that name one.
    `spans` are the document's sentences, where they are known.
    """
    if all(mention.type != "DATE" for mention in annotations.mentions):
        return [], 0
    found: list[Statement] = []
    undated = 0
    own = own_date(document, annotations.mentions)
    written = _day(own)
    for span, mentions in by_sentence(spans or sentence_spans(document), annotations.mentions):
        if entities is not None and not any(mention.entity in entities for mention in mentions):
            continue
        said: set[str] = set()
        text = document.text[span.start : span.end]
        for mention in mentions:
            if mention.type != "DATE" or mention.value.startswith("P"):
                continue
            before = document.text[max(span.start, mention.start - _NEAR) : mention.start]
            around = before, document.text[mention.end : min(span.end, mention.end + _NEAR)]
            when, assumed = placed(mention.value, own, ahead=looks_ahead(*around))
            if written is not None and not mention.value:
                when, assumed = from_day_of_writing(mention.text, *around, written), True
            if not when:
                undated += 1
            elif when not in said:
                said.add(when)
                place = Span(mention.start, mention.end)
                found.append(Statement(when, assumed, document.path, *span, text, place))
    return found, undated


def _day(own: str | None) -> date | None:
    """The day, where a date is told to the day."""
    try:
        return date.fromisoformat(own[:10]) if own and _WHOLE.match(own) else None
    except ValueError:
        return None


def placed(value: str, own: str | None, *, ahead: bool = False) -> tuple[str, bool]:
    """A date's place in time, and whether its year is assumed; "" for none.  `own` is the article's own date.  Months
    of one year (a quarter) stand with that year.  "In May", told in January, is past unless the text looks `ahead`.
    """
    if (months := _MONTHS.fullmatch(value)) is not None:
        return months[1], False
    if _ABSOLUTE.fullmatch(value):
        return value, False
    found = _YEARLESS.fullmatch(value)
    if found is None or not own or not re.match(r"\d{4}", own):
        return "", False
    month, day = int(found[1]), int(found[2] or 15)
    try:
        middle = date.fromisoformat((own + "-06-15" if len(own) == 4 else own + "-15" if len(own) == 7 else own)[:10])
        nearest = min(
            (date(year, month, min(day, 28)) for year in (middle.year - 1, middle.year, middle.year + 1)),
            key=lambda one: abs(one - middle),
        )
        if not found[2] and not ahead and (nearest - middle).days > _SOON:
            nearest = nearest.replace(year=nearest.year - 1)
    except ValueError:
        return "", False
    return f"{nearest.year:04}{value[1:]}", True


def ordered(found: Iterable[Statement]) -> tuple[Statement, ...]:
    """By date, a year before its months and these before their days; word for word the same of one date is one."""
    same: dict[tuple[str, str], list[Statement]] = {}
    for one in found:
        same.setdefault((one.date, " ".join(one.text.split()).casefold()), []).append(one)
    merged = []
    for several in same.values():
        first = min(several, key=lambda one: (one.document, one.start))
        others = tuple(sorted({one.document for one in several} - {first.document}))
        merged.append(
            Statement(
                first.date, first.assumed, first.document, first.start, first.end, first.text, first.mention, others
            )
        )
    return tuple(sorted(merged, key=lambda one: (one.date.ljust(4, "0"), one.document, one.start)))


def timeline_payload(found: Timeline) -> dict[str, object]:
    """What `timeline --json` says."""
    return {
        "articles": found.articles,
        "undated": found.undated,
        "statements": [statement_payload(one) for one in found.statements],
    }


def statement_payload(one: Statement) -> dict[str, object]:
    """A dated statement in JSON."""
    return {
        "date": one.date,
        "assumed": one.assumed,
        "document": one.document,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "mention": list(one.mention),
        "also": list(one.also),
    }
