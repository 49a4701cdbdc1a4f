"""Dates told from the day of writing: "Tuesday", "yesterday", "last October", placed by the date of the article.

News tells what was, and a day of the week is mostly the last such day.  It is the next one where the words before it
look ahead ("will vote on Friday", "next Friday").  Weeks, seasons and stretches have no place.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from index.entities.wordset import wordset

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAY = re.compile(rf"({'|'.join(_WEEKDAYS)})(?:,? (?:morning|afternoon|evening|night))?")
_MONTH = re.compile(rf"(last|next|this) ({'|'.join(_MONTHS)})")
_YEAR_OR_MONTH = re.compile(r"(last|next|this) (year|month)")
_DAYS = {"yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_PART_OF_DAY = re.compile(r"(yesterday|tomorrow|this)(?: (?:morning|afternoon|evening|night))")
_STEPS = {"last": -1, "this": 0, "next": 1}
_AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|would|due|scheduled|expected|upcoming|(?:is|are|was|were|set|going|plans?|planned) to)\b"
    r"|['’]ll\b"
)
_CLAUSE = re.compile(r"[,;:–—“”\"()]|\b(?:that|and|but|said|says|told|announced|added|wrote)\b")
_AHEAD_WORDS = wordset("next coming")
_LATELY_WORDS = wordset("last past previous")
_OF_NO_WEEK = wordset("every each most any a some all")
_OPENING = 2
"""Words before a day that begins its sentence: "On Friday, the council will vote"."""


def from_day_of_writing(told: str, before: str, after: str, own: date) -> str:
    """The ISO 8601 date of `told`, a date as the text prints it, as coarse as it is; "" where it has no place.

    `before` and `after` are what stands around it in its sentence, and `own` is the day on which it was written.
    """
    words = " ".join(told.casefold().split())
    if part := _PART_OF_DAY.fullmatch(words):
        words = "today" if part[1] == "this" else part[1]
    try:
        if words in _DAYS:
            return (own + timedelta(days=_DAYS[words])).isoformat()
        if found := _WEEKDAY.fullmatch(words):
            return _weekday(_WEEKDAYS.index(found[1]), before, after, own)
        if found := _MONTH.fullmatch(words):
            return _month(_MONTHS.index(found[2]) + 1, _STEPS[found[1]], own)
        if found := _YEAR_OR_MONTH.fullmatch(words):
            return _stepped(found[2], _STEPS[found[1]], own)
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return ""
    return ""


def _weekday(weekday: int, before: str, after: str, own: date) -> str:
    beside = before.casefold().split()
    since = (own.weekday() - weekday) % 7
    if beside and beside[-1] in _OF_NO_WEEK:
        return ""
    if beside and beside[-1] in _LATELY_WORDS:
        return (own - timedelta(days=since or 7)).isoformat()
    if (beside and beside[-1] in _AHEAD_WORDS) or looks_ahead(before, after):
        return (own + timedelta(days=(7 - since) if since else 7)).isoformat()
    return (own - timedelta(days=since)).isoformat()


def looks_ahead(before: str, after: str) -> bool:
    """Does the clause up to a date look ahead, or the one after it where the sentence begins with it?"""
    if len(before.split()) < _OPENING:
        return _AHEAD.search(_CLAUSE.split(after.casefold().lstrip(" ,"))[0]) is not None
    return _AHEAD.search(_CLAUSE.split(before.casefold())[-1]) is not None


def _month(month: int, steps: int, own: date) -> str:
    """ "Last October" in November is a month ago, and "last December" is of the year before."""
    year = own.year + (steps if (steps < 0 and month >= own.month) or (steps > 0 and month <= own.month) else 0)
    return f"{date(year, month, 1).isoformat()[:7]}"


def _stepped(unit: str, steps: int, own: date) -> str:
    if unit == "year":
        return f"{date(own.year + steps, 1, 1).year:04}"
    months = own.year * 12 + own.month - 1 + steps
    return date(months // 12, months % 12 + 1, 1).isoformat()[:7]
