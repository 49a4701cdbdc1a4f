"""A posting list as bytes: which documents hold a term, how often, in the title how often, and at which positions.

Documents, counts and positions lie in arrays of their own, each in the narrowest machine type, so that a list is read
by a few calls and not by a loop.  Counts come before positions and are compressed apart from them: ranking needs no
positions.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from collections.abc import Sequence
from itertools import accumulate

_SUM = struct.Struct("<I")
_HEADER = struct.Struct("<IIIBBBB")
_ONE = struct.Struct(_HEADER.format + "HBIH")
_ONE_HEAD = 7
_COMPRESS_FROM = 96
"""Bytes below which compressing costs more than it saves."""

TITLE = 1
WIDE = 2
SHIFT = 2
"""A position is written as `position << SHIFT`, with the bits `WIDE` (a joined word, two positions) and `TITLE`."""


class Postings:
    """The posting list of one term in one segment.

    `documents` are ascending numbers; `counts[i]` is how often the term stands in the text of `documents[i]`; `titles`
    gives, for the few that have it in their title too, index and count.  Raises `ValueError` where the bytes are not
    such a list.
    """

    __slots__ = ("_codes", "_data", "_places", "counts", "documents", "titles")

    def __init__(self, sealed: bytes) -> None:
        data = sealed[_SUM.size :]
        if len(sealed) < _SUM.size or _SUM.unpack_from(sealed)[0] != zlib.crc32(data):
            raise ValueError("damaged posting list: its check sum is another")
        try:
            number, head, tail, kinds, wide, zipped, title_kinds = _HEADER.unpack_from(data)
            body = data[_HEADER.size : _HEADER.size + head]
            if zipped & 1:
                body = zlib.decompress(body)
            widths = (kinds & 7, kinds >> 3)
            place = 0
            deltas, place = _read(body, place, number, widths[0])
            self.documents: Sequence[int] = array("I", accumulate(deltas))
            self.counts, place = _read(body, place, number, widths[1])
            (titles,) = struct.unpack_from("<I", body, place)
            indexes, place = _read(body, place + 4, titles, title_kinds & 7)
            numbers, place = _read(body, place, titles, title_kinds >> 3)
            self.titles: list[tuple[int, int]] = list(zip(indexes, numbers, strict=True))
        except (struct.error, zlib.error, IndexError, OverflowError) as error:
            raise ValueError(f"damaged posting list: {error}") from error
        self._data = (data[_HEADER.size + head : _HEADER.size + head + tail], wide, bool(zipped & 2))
        self._codes: Sequence[int] | None = None
        self._places: list[int] = []

    def codes(self, index: int) -> Sequence[int]:
        """Positions of the term in `documents[index]`, in the text first, then in the title (see `SHIFT`)."""
        codes = self.all_codes()
        return codes[self._places[index] : self._places[index + 1]] if codes else codes

    def all_codes(self) -> Sequence[int]:
        """The positions in all documents, in a row; none where the list is of something without positions."""
        if self._codes is None:
            body, wide, zipped = self._data
            try:
                raw = zlib.decompress(body) if zipped else body
                totals = list(self.counts)
                for place, number in self.titles:
                    totals[place] += number
                self._places = list(accumulate(totals, initial=0))
                self._codes, _ = _read(raw, 0, self._places[-1] if raw else 0, wide)
            except (struct.error, zlib.error, IndexError) as error:
                raise ValueError(f"damaged positions: {error}") from error
        return self._codes


def encode(
    documents: Sequence[int], counts: Sequence[int], titles: Sequence[tuple[int, int]], codes: Sequence[int]
) -> bytes:
    """The bytes of a posting list; the arguments are as the attributes of `Postings`, `codes` of all documents in a
    row.
    """
    data = _encoded(documents, counts, titles, codes)
    return _SUM.pack(zlib.crc32(data)) + data


def _encoded(
    documents: Sequence[int], counts: Sequence[int], titles: Sequence[tuple[int, int]], codes: Sequence[int]
) -> bytes:
    if len(documents) == len(codes) == 1 and not titles and codes[0] < 1 << 16 and documents[0] < 1 << 16:
        # Most words stand once in one document.
        return _ONE.pack(1, _ONE_HEAD, 2, 1, 1, 0, 0, documents[0], counts[0], 0, codes[0])
    deltas = array("I", documents)
    for index in range(len(deltas) - 1, 0, -1):
        deltas[index] -= deltas[index - 1]
    first, first_kind = _narrow(deltas)
    second, second_kind = _narrow(counts)
    third, third_kind = _narrow([index for index, _ in titles])
    fourth, fourth_kind = _narrow([number for _, number in titles])
    head = first + second + struct.pack("<I", len(titles)) + third + fourth
    tail, wide = _narrow(codes)
    zipped = 0
    if len(head) > _COMPRESS_FROM:
        head, zipped = zlib.compress(head, 1), zipped | 1
    if len(tail) > _COMPRESS_FROM:
        tail, zipped = zlib.compress(tail, 1), zipped | 2
    kinds, title_kinds = first_kind | second_kind << 3, third_kind | fourth_kind << 3
    return _HEADER.pack(len(documents), len(head), len(tail), kinds, wide, zipped, title_kinds) + head + tail


_KINDS = "BHI"


def _narrow(values: Sequence[int]) -> tuple[bytes, int]:
    """Numbers from 0 to 2**32 - 1 in the narrowest type that holds all, little-endian, and the type's place in
    `_KINDS`.
    """
    top = max(values, default=0)
    kind = 0 if top < 1 << 8 else 1 if top < 1 << 16 else 2
    packed = values if isinstance(values, array) and values.typecode == _KINDS[kind] else array(_KINDS[kind], values)
    if sys.byteorder == "big":
        packed = array(packed.typecode, packed)
        packed.byteswap()
    return packed.tobytes(), kind


def _read(data: bytes, place: int, number: int, kind: int) -> tuple[array[int], int]:
    """`number` numbers of a type from `place` on, and where they end."""
    values = array(_KINDS[kind])
    end = place + number * values.itemsize
    if end > len(data):
        raise IndexError("too short")
    values.frombytes(data[place:end])
    if sys.byteorder == "big":
        values.byteswap()
    return values, end
