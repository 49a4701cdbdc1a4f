"""What the rows of a database are worth that anything may have written since: each value by its kind, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from index.documents.cleaning import clean

_MOST = 1 << 40
"""No place in a text is further."""
_LATEST = 1e11
"""Seconds since 1970, which is some time after the year 5000."""


def usable(rows: Iterable[tuple[Any, ...]], kinds: Sequence[Callable[[Any], Any]]) -> Iterator[tuple[Any, ...]]:
    """The rows whose values are what was once written there, cleaned where they are shown as they are.

    SQLite holds any value in any column, and nothing tells a file that a disk or another program has changed.  What
    cannot be used is passed over, and stays in the file.
    """
    for row in rows:
        try:
            yield tuple(kind(value) for kind, value in zip(kinds, row, strict=True))
        except ValueError:
            continue


def text(value: object) -> str:
    """A text, as it was written.  Raises ValueError."""
    if not isinstance(value, str):
        raise ValueError
    return value


def lines(value: object) -> str:
    """A text that is shown, cleaned.  Raises ValueError."""
    return clean(text(value))


def line(value: object) -> str:
    """A text that is shown on one line.  Raises ValueError."""
    return clean(text(value)).replace("\n", " ")


def number(value: object) -> int:
    """A place in a text, or a length.  Raises ValueError."""
    if not isinstance(value, int) or not 0 <= value < _MOST:
        raise ValueError
    return value


def moment(value: object) -> float:
    """Seconds since 1970.  Raises ValueError."""
    if not isinstance(value, float) or not 0 <= value < _LATEST:
        raise ValueError
    return value


def places(value: object) -> tuple[int, ...]:
    """Places in a text, parted by blanks.  Raises ValueError."""
    return tuple(number(int(place)) for place in text(value).split())
