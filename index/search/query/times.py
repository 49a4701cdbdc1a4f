"""Dates as coarse as they are known ("2025", "2025-04", "2025-04-21") and the ranges of a query, compared as the days
they may be.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_RELATIVE = re.compile(
    r"(today|yesterday|tomorrow)|(this|last|past|next)[\s_-]+(?:(\d{1,3})[\s_-]+)?(day|week|month|year)s?",
    re.IGNORECASE,
)
_FROM_TODAY = {"today": 0, "yesterday": -1, "tomorrow": 1}


def overlaps(date: str, low: str, high: str) -> bool:
    """Whether some day of an ISO date, or of an interval (2020-07/2020-09), lies from the first day of `low` to the
    last of `high`; "" leaves an end open.
    """
    begin, _, end = date.partition("/")
    end = end or begin
    first, last = begin + "-01-01"[len(begin) - 4 :], end + "-12-31"[len(end) - 4 :]
    return (not low or last >= low + "-01-01"[len(low) - 4 :]) and (
        not high or first <= high + "-12-31"[len(high) - 4 :]
    )


def relative(text: str, today: date) -> tuple[str, str] | None:
    """First and last day of a time that is told from today ("last week", "past 7 days"), as ISO dates; else None.

    A week is from Monday to Sunday (ISO 8601); a number of weeks, months or years ends, or begins, today.
    """
    found = _RELATIVE.fullmatch(text.strip())
    if found is None:
        return None
    day, which, number, unit = (part.lower() if part else "" for part in found.groups())
    try:
        if day:
            low = high = today + timedelta(_FROM_TODAY[day])
        elif number:
            other = _moved(today, unit, int(number) * (1 if which == "next" else -1))
            low, high = min(today, other), max(today, other)
        else:
            low = _moved(_first(today, unit), unit, {"this": 0, "next": 1}.get(which, -1))
            high = _moved(low, unit, 1) - timedelta(1)
    except (ValueError, OverflowError):
        return None
    return low.isoformat(), high.isoformat()


def _first(day: date, unit: str) -> date:
    """The first day of the week, month or year of a day."""
    if unit == "week":
        return day - timedelta(day.weekday())
    return day.replace(day=1) if unit == "month" else day.replace(month=1, day=1) if unit == "year" else day


def _moved(day: date, unit: str, number: int) -> date:
    """So many units later; a day that a month does not have is its last one."""
    if unit in ("day", "week"):
        return day + timedelta(number * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + number * (12 if unit == "year" else 1)
    first = date(months // 12, months % 12 + 1, 1)
    following = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return first + timedelta(min(day.day, (following - first).days) - 1)
