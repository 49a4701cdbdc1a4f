"""Small pieces of data, compressed fast.

zlib asks for a quarter of a megabyte before it compresses a single byte, which the system may have to give anew each
time; with tables and a window no larger than what is compressed needs, that costs less, and the result is as small.
"""

from __future__ import annotations

import zlib

_SMALL = 1 << 13
"""Bytes up to which a window of as many loses nothing."""


def compressed(data: bytes, usual: bytes = b"") -> bytes:
    """What `zlib.decompress` turns into `data` again; `usual` is what such data often hold, of which no more than the
    places is kept then: looking for these somewhat better than at the least effort is worth the time, and no more is.
    """
    if usual:
        window = 15 if len(data) + len(usual) > _SMALL else 13
        machine = zlib.compressobj(3, zlib.DEFLATED, window, 8, zdict=usual)
    elif len(data) > _SMALL:
        return zlib.compress(data, 1)
    else:
        machine = zlib.compressobj(1, zlib.DEFLATED, 13, 7)
    return machine.compress(data) + machine.flush()


def run_coded(data: bytes, other: bytes = b"") -> bytes:
    """What `zlib.decompress` turns into `data` again, with `other` after it, for numbers, of which hardly any but runs
    of one byte come again: looking for no more than these takes two thirds of the time, and the result is smaller.

    What bytes are usual in `data` and in `other` is told apart.
    """
    if len(data) > _SMALL:
        machine = zlib.compressobj(1, zlib.DEFLATED, 15, 8, zlib.Z_RLE)
    else:
        machine = zlib.compressobj(1, zlib.DEFLATED, 13, 7, zlib.Z_RLE)
    if other:
        return machine.compress(data) + machine.flush(zlib.Z_SYNC_FLUSH) + machine.compress(other) + machine.flush()
    return machine.compress(data) + machine.flush()


def decompressed(data: bytes, usual: bytes = b"") -> bytes:
    """What `compressed` was given.  Raises zlib.error for what it did not give."""
    if not usual:
        return zlib.decompress(data)
    machine = zlib.decompressobj(zdict=usual)
    whole = machine.decompress(data)
    if not machine.eof:
        raise zlib.error("it is cut short")
    return whole
