"""Small pieces of data, compressed fast.

zlib asks for a quarter of a megabyte before it compresses a single byte, which the system may have to give anew each
time; with tables and a window no larger than what is compressed needs, that costs less, and the result is as small.

What is compressed by a sample begins from a machine that has read the sample, copied each time.  It has a checksum of
its own: that of zlib goes over the sample once more, which takes longer than unpacking a short text.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from typing import Any

_SMALL = 1 << 13
"""Bytes up to which a window of as many loses nothing."""
_LONG = 1 << 15
"""Bytes from which a sample saves little, and more effort takes long."""
_EFFORT = 4
"""How thoroughly zlib looks into what is small: with 1 it takes a fifth less time, for 3 % more bytes."""
_HEAD = struct.Struct("<cI")
"""Before what is compressed by a sample: `_MARK`, with which no data of zlib begin, and the checksum of the data."""
_MARK = b"\0"


def compressed(data: bytes, usual: bytes = b"") -> bytes:
    """What `decompressed` turns into `data` again, where `usual` is what such data often hold; without that, what
    `zlib.decompress` does.
    """
    if usual:
        machine = _packing(usual, len(data) > _SMALL or len(usual) > _SMALL, len(data) > _LONG).copy()
        packed: bytes = machine.compress(data) + machine.flush()
        return _HEAD.pack(_MARK, zlib.crc32(data)) + packed
    if len(data) > _SMALL:
        return zlib.compress(data, 1)
    machine = zlib.compressobj(_EFFORT, zlib.DEFLATED, 13, 7)
    return machine.compress(data) + machine.flush()


@lru_cache(maxsize=8)
def _packing(usual: bytes, wide: bool, long: bool) -> Any:
    """A machine that compresses what comes after a sample."""
    return zlib.compressobj(3 if long else 5, zlib.DEFLATED, -15 if wide else -13, 8 if wide else 7, zdict=usual)


@lru_cache(maxsize=4)
def _unpacking(usual: bytes) -> Any:
    """A machine that turns back what comes after a sample."""
    return zlib.decompressobj(-15, zdict=usual)


def run_coded(data: bytes, other: bytes = b"") -> bytes:
    """What `run_decoded` turns into `data` again, with `other` after it, for numbers, of which hardly any but runs of
    one byte come again: looking for no more than these takes two thirds of the time, and the result is smaller.

    What bytes are usual in `data` and in `other` is told apart.  There is no checksum in it: who keeps it has one.
    """
    if len(data) > _SMALL:
        machine = zlib.compressobj(1, zlib.DEFLATED, -15, 8, zlib.Z_RLE)
    else:
        machine = zlib.compressobj(1, zlib.DEFLATED, -13, 7, zlib.Z_RLE)
    if other:
        return machine.compress(data) + machine.flush(zlib.Z_SYNC_FLUSH) + machine.compress(other) + machine.flush()
    return machine.compress(data) + machine.flush()


def run_decoded(data: bytes) -> bytes:
    """What `run_coded` was given.  Raises zlib.error for what it cannot have given."""
    return zlib.decompress(data, -15)


def decompressed(data: bytes, usual: bytes = b"") -> bytes:
    """What `compressed` was given, by this sample or by none.  Raises zlib.error for what it did not give."""
    if not data.startswith(_MARK):
        return zlib.decompress(data)
    if len(data) < _HEAD.size:
        raise zlib.error("it is cut short")
    machine = _unpacking(usual).copy()
    whole: bytes = machine.decompress(data[_HEAD.size :])
    if not machine.eof:
        raise zlib.error("it is cut short")
    if zlib.crc32(whole) != _HEAD.unpack_from(data)[1]:
        raise zlib.error("its check sum is another")
    return whole
