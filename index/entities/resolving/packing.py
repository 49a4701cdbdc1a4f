"""Numbers as bytes, each kind of byte of all numbers together, so that packing and unpacking many is a few calls."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from operator import sub

from index.errors import DamageError

Count = tuple[int, int, int]
"""Of a profile: an article's number, the place of one of its forms, and how often the article mentions it so."""
_BYTES = 4
"""Bytes of the largest number."""


def packed(numbers: Sequence[int]) -> bytes:
    """Numbers below 2**32 as bytes: how many bytes each has, then all their lowest bytes, and so on."""
    if len(numbers) == 1:
        return _alone(numbers[0])
    width = _width(numbers)
    return bytes((width,)) + _planes(numbers, width) if numbers else b""


def unpacked(blob: object) -> array[int]:
    """The numbers of `packed`.  Raises DamageError for what are none."""
    if not isinstance(blob, bytes):
        raise _damage()
    if not blob:
        return array("I")
    width = blob[0]
    if not 0 < width <= _BYTES or (len(blob) - 1) % width:
        raise _damage()
    return _numbers(blob, 1, (len(blob) - 1) // width, width)


def packed_rising(numbers: Sequence[int]) -> bytes:
    """Numbers of which each is at least the one before; packed as their distances."""
    return packed(_distances(numbers))


def unpacked_rising(blob: object) -> Iterator[int]:
    """The numbers of `packed_rising`.  Raises DamageError for what are none."""
    return accumulate(unpacked(blob))


def packed_counts(counts: Sequence[Count]) -> bytes:
    """The counts of a profile, by rising numbers of their articles: distances, places and times, of which nothing is
    kept where all places are 0 and all times 1, as most are.
    """
    if not counts:
        return b""
    if len(counts) == 1 and counts[0][1:] == (0, 1):  # as two in three
        return _alone(counts[0][0])
    articles, places, times = zip(*counts, strict=True)
    columns = _distances(articles), places, [each - 1 for each in times]
    widths = [_width(column) for column in columns]
    widths[1:] = [width if any(column) else 0 for column, width in zip(columns[1:], widths[1:], strict=True)]
    kinds = widths[0] + 5 * widths[1] + 25 * widths[2]
    return bytes((kinds,)) + b"".join(map(_planes, columns, widths))


def unpacked_counts(blob: object) -> Iterator[Count]:
    """The counts of `packed_counts`.  Raises DamageError for what are none."""
    if not isinstance(blob, bytes):
        raise _damage()
    if not blob:
        return iter(())
    widths = blob[0] % 5, blob[0] // 5 % 5, blob[0] // 25
    if not widths[0] or widths[2] > _BYTES or (len(blob) - 1) % sum(widths):
        raise _damage()
    number = (len(blob) - 1) // sum(widths)
    at = accumulate((width * number for width in widths), initial=1)
    distances, places, more = (_numbers(blob, start, number, width) for start, width in zip(at, widths, strict=False))
    return zip(accumulate(distances), places, map((1).__add__, more), strict=True)


def _alone(number: int) -> bytes:
    """One number, as all numbers are packed."""
    width = (number.bit_length() + 7) // 8 or 1
    return bytes((width, *number.to_bytes(width, "little")))


def _distances(numbers: Sequence[int]) -> Sequence[int]:
    return [*map(sub, numbers, chain((0,), numbers))]


def _width(numbers: Iterable[int]) -> int:
    return max(1, (max(numbers, default=0).bit_length() + 7) // 8)


def _planes(numbers: Sequence[int], width: int) -> bytes:
    """The lowest `width` bytes of numbers."""
    if width == 1:
        return bytes(numbers)
    data = _little(array("I", numbers)).tobytes()
    return b"".join(data[place::_BYTES] for place in range(width))


def _numbers(blob: bytes, start: int, number: int, width: int) -> array[int]:
    """So many numbers whose lowest `width` bytes begin at `start`."""
    data = bytearray(number * _BYTES)
    for place in range(width):
        data[place::_BYTES] = blob[start + place * number : start + (place + 1) * number]
    numbers = array("I")
    numbers.frombytes(data)
    return _little(numbers)


def _little(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _damage() -> DamageError:
    return DamageError("the entities of the corpus are damaged")
