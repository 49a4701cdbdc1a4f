"""Dates as coarse as they are known ("2025", "2025-04", "2025-04-21") and the ranges of a query, compared as the days
they may be.
"""

from __future__ import annotations


def overlaps(date: str, low: str, high: str) -> bool:
    """Whether some day of an ISO date lies from the first day of `low` to the last of `high`; "" leaves an end open."""
    first, last = date + "-01-01"[len(date) - 4 :], date + "-12-31"[len(date) - 4 :]
    return (not low or last >= low + "-01-01"[len(low) - 4 :]) and (
        not high or first <= high + "-12-31"[len(high) - 4 :]
    )
