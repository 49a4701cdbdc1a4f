"""The document of each place of a word, for all places of a list at once.

Most documents have a word once or twice.  Where no step from one to the next is long, the step and how often the
document has the word are two bytes of which none can be the other: one call takes out what says "once", and what says
more often becomes as many zeros, since further places in a document are no step away.  The steps are then added up in
columns that lie beside each other, each column a run of places: one addition of wide numbers takes all columns a place
further.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate, chain, islice, repeat

from index.search.stored.numbers import numbers_of, widened
from index.search.stored.postings import Postings

_LONGEST, _MOST = 215, 40
"""The longest step and the most places of a document, from which on both together are not told by a byte."""
_SHORT, _FEW = bytes(range(_LONGEST + 1)), bytes(range(_MOST + 1))
_OFTEN = bytes([255, *range(255, 255 - _MOST, -1)]).ljust(256, b"\0")
"""How often a document has a word, counted down from the highest byte; never comes from damaged lists alone."""
_ONCE, _ONCE_OR_TWICE = _OFTEN[1:2], b"\0\1\2"
_TWICE = bytes([*range(254), 0, 255])
"""Makes what says "twice" the one zero."""
_COLUMN = 16
"""Places of a column."""


def documents_of(postings: Postings, most: int) -> array[int]:
    """The document of each place in order; no document has a number above `most`."""
    numbers = postings.often()
    counts = numbers.tobytes()
    if numbers.typecode == "B" and not counts.translate(None, _FEW):
        steps = _of_bytes([*postings.steps()])
        if steps is not None and not steps.translate(None, _SHORT):
            return _summed(_expanded(steps, counts), "H" if most < 1 << 16 else "I")
    return array("I", chain.from_iterable(map(repeat, postings.documents, numbers)))


def _of_bytes(parts: Sequence[tuple[int, Sequence[int]]]) -> bytearray | None:
    """The steps from document to document as bytes; None where one is too long."""
    steps = bytearray()
    try:
        for first, further in parts:
            at = len(steps)
            steps += further.tobytes() if isinstance(further, array) else bytes(further)
            if len(steps) - at != len(further):  # of numbers of several bytes
                return None
            steps[at] = first
    except ValueError:  # more than a byte can hold
        return None
    return steps


def _expanded(steps: bytearray, counts: bytes) -> bytes:
    """After the step to each document as many zeros as it has further places."""
    pairs = bytearray(2 * len(steps))
    pairs[::2], pairs[1::2] = steps, counts.translate(_OFTEN)
    strides = bytes(pairs.translate(_TWICE, _ONCE))
    for several in set(counts.translate(None, _ONCE_OR_TWICE)):
        strides = strides.replace(_OFTEN[several : several + 1], bytes(several - 1))
    return strides


def _summed(steps: bytes, kind: str) -> array[int]:
    """What the steps up to each of them add up to.  Raises ValueError where that is more than the kind can hold."""
    size = array(kind).itemsize
    columns = -(-len(steps) // _COLUMN)
    length = size * columns
    padded = steps.ljust(columns * _COLUMN, b"\0")
    sums: list[int] = []
    total = 0
    for row in range(_COLUMN):
        wide = bytearray(length)
        wide[::size] = padded[row::_COLUMN]
        total += int.from_bytes(wide, "little")
        sums.append(total)
    try:
        ends = numbers_of(total.to_bytes(length, "little"), kind)
        before = int.from_bytes(widened(array(kind, islice(accumulate(ends, initial=0), columns)), size), "little")
        found = array(kind, bytes(length * _COLUMN))
        for row, each in enumerate(sums):
            found[row::_COLUMN] = numbers_of((each + before).to_bytes(length, "little"), kind)
    except OverflowError as error:
        raise ValueError(f"damaged positions: {error}") from error
    del found[len(steps) :]
    return found
