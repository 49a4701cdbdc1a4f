"""Numbers as bytes, in arrays of the narrowest machine type, or of seven bits a byte where they are few."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence

KINDS = "BHI"
_WIDE = 4
"""Bytes of the widest kind."""


def narrow(values: Sequence[int]) -> tuple[bytes, int]:
    """Numbers from 0 to 2**32 - 1 in the narrowest type that holds all, little-endian, and the type's place in
    `KINDS`.
    """
    if isinstance(values, list):
        try:
            return bytes(values), 0
        except ValueError:  # one is larger
            pass
    packed = values if isinstance(values, array) and values.typecode == "I" else array("I", values)
    if sys.byteorder == "big":
        packed = array("I", packed)
        packed.byteswap()
    data = packed.tobytes()
    if any((data[2::4].strip(b"\0"), data[3::4].strip(b"\0"))):
        return data, 2
    if not data[1::4].strip(b"\0"):
        return data[::4], 0
    halves = bytearray(len(data) >> 1)
    halves[::2], halves[1::2] = data[::4], data[1::4]
    return bytes(halves), 1


def read(data: bytes, place: int, number: int, kind: int) -> tuple[array[int], int]:
    """`number` numbers of a type from `place` on, and where they end."""
    values = array(KINDS[kind])
    end = place + number * values.itemsize
    if end > len(data):
        raise IndexError("too short")
    values.frombytes(data[place:end])
    if sys.byteorder == "big":
        values.byteswap()
    return values, end


def widened(values: array[int], size: int = _WIDE) -> bytearray:
    """Numbers as bytes, so many for each, the lowest first."""
    own = values.itemsize
    if sys.byteorder == "big":
        values = values[:]
        values.byteswap()
    narrow = values.tobytes()
    if own == size:
        return bytearray(narrow)
    data = bytearray(size * len(values))
    for byte in range(own):
        data[byte::size] = narrow[byte::own]
    return data


def numbers_of(data: bytes | bytearray, kind: str) -> array[int]:
    """The numbers of a type of array that bytes give, the lowest first."""
    values = array(kind)
    values.frombytes(data)
    if sys.byteorder == "big":
        values.byteswap()
    return values


def seven(numbers: Iterable[int]) -> bytes:
    return b"".join(map(_seven_of, numbers))


class _Sevens(dict[int, bytes]):
    """Numbers as bytes, those met first kept: of most lists all are small."""

    def __missing__(self, number: int) -> bytes:
        out = bytearray()
        rest = number
        while rest > 127:
            out.append(rest & 127 | 128)
            rest >>= 7
        out.append(rest)
        found = bytes(out)
        if len(self) < _KEPT_SEVENS:
            self[number] = found
        return found


_KEPT_SEVENS = 1 << 14
_seven_of = _Sevens().__getitem__
