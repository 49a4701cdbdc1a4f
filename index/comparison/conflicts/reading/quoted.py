"""Whether a word of an article stands in a quotation: what is said there is not said by its author."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Told


def is_quoted(told: Told, at: int) -> bool:
    """Does the character at `at` stand in quoted words?"""
    starts, ends = _bounds(told)
    before = bisect_right(starts, at)
    return before > 0 and at < ends[before - 1]


@once
def _bounds(told: Told) -> tuple[Sequence[int], Sequence[int]]:
    """Where the quotations begin, in order, and where the farthest of those that have begun by then ends."""
    spans = sorted(quotation.span for quotation in told.quotations)
    return [span.start for span in spans], list(accumulate((span.end for span in spans), max))
