"""Where the words of a text begin, as bytes: what turns the positions of a posting list into characters of the text
without cutting it into words again.

For each position the characters since the word of the position before; 0 for a further part of the same word.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from collections.abc import Sequence

from index.compressing import run_coded, run_decoded

_KINDS = "BHI"
_HEAD = struct.Struct("<BI")
"""Of what is compressed: its kind and the checksum of the gaps."""
_COMPRESS_FROM = 128
"""Bytes below which compressing costs more than it saves."""


def encode(gaps: Sequence[int]) -> bytes:
    """The gaps of a text as bytes."""
    if isinstance(gaps, bytes):
        kind, data = 0, gaps
    else:
        top = max(gaps, default=0)
        kind = 0 if top < 1 << 8 else 1 if top < 1 << 16 else 2
        packed = array(_KINDS[kind], gaps)
        if sys.byteorder == "big":
            packed.byteswap()
        data = packed.tobytes()
    if len(data) < _COMPRESS_FROM:
        return b"%c" % kind + data
    return _HEAD.pack(kind | 4, zlib.crc32(data)) + run_coded(data)


def decode(data: bytes) -> Sequence[int]:
    """The gaps that `encode` wrote, one for each position.  Raises ValueError where the bytes are none of its."""
    try:
        kind, body = data[0], data[1:]
        if kind & 4:
            _, checksum = _HEAD.unpack_from(data)
            body = run_decoded(data[_HEAD.size :])
            if zlib.crc32(body) != checksum:
                raise ValueError("their check sum is another")
        if kind & 3 == 0:
            return body
        gaps = array(_KINDS[kind & 3])
        gaps.frombytes(body)
    except (IndexError, ValueError, struct.error, zlib.error) as problem:
        raise ValueError(f"damaged beginnings of words: {problem}") from problem
    if sys.byteorder == "big":
        gaps.byteswap()
    return gaps
