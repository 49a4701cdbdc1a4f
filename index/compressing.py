"""Small pieces of data, compressed fast.

zlib asks for a quarter of a megabyte before it compresses a single byte, which the system may have to give anew each
time; with tables and a window no larger than what is compressed needs, that costs less, and the result is as small.
"""

from __future__ import annotations

import zlib

_SMALL = 1 << 13
"""Bytes up to which a window of as many loses nothing."""


def compressed(data: bytes) -> bytes:
    """What `zlib.decompress` turns into `data` again."""
    if len(data) > _SMALL:
        return zlib.compress(data, 1)
    machine = zlib.compressobj(1, zlib.DEFLATED, 13, 7)
    return machine.compress(data) + machine.flush()
