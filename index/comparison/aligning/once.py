"""What an article alone says, worked out once for all articles that it is compared with."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from index.comparison.aligning.passages import Told

Found = TypeVar("Found")


def once(function: Callable[[Told], Found]) -> Callable[[Told], Found]:
    """A function of an article that keeps with it what it found; nobody may change that.  No generator: it would be
    empty the second time.
    """

    @wraps(function)
    def kept(told: Told) -> Found:
        if function not in told.kept:
            told.kept[function] = function(told)
        return cast(Found, told.kept[function])

    return kept
