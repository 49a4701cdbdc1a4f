"""What was kept as JSON in the user's file, as it may be used: another program, or a disk, may have changed it."""

from __future__ import annotations

import json
from math import isfinite

from index.documents.cleaning import clean

_MOST = 1 << 40
"""No place in a text, row or time is further."""


def read(text: str | None) -> object:
    """The value with every text in it cleaned, and None for numbers that count nothing; None for what is no JSON."""
    try:
        return _usable(json.loads(text or "null"))
    except (ValueError, TypeError, RecursionError):
        return None


def _usable(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_usable(each) for each in value]
    if isinstance(value, dict):
        return {clean(name): _usable(each) for name, each in value.items()}
    if isinstance(value, int | float):
        return value if isfinite(value) and abs(value) < _MOST else None
    return value
