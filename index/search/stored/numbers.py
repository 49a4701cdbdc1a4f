"""Numbers as bytes, in arrays of the narrowest machine type, or of seven bits a byte where they are few."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence

KINDS = "BHI"


def narrow(values: Sequence[int]) -> tuple[bytes, int]:
    """Numbers from 0 to 2**32 - 1 in the narrowest type that holds all, little-endian, and the type's place in
    `KINDS`.
    """
    top = max(values, default=0)
    if top < 1 << 8:
        return bytes(values if isinstance(values, list) else list(values)), 0
    kind = 1 if top < 1 << 16 else 2
    packed = values if isinstance(values, array) and values.typecode == KINDS[kind] else array(KINDS[kind], values)
    if sys.byteorder == "big":
        packed = array(packed.typecode, packed)
        packed.byteswap()
    return packed.tobytes(), kind


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
