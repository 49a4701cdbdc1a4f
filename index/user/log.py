"""SQLite's write-ahead log, read by its format: what a file and the log beside it hold together, without a place to
write.

https://www.sqlite.org/fileformat2.html#the_write_ahead_log
"""

from __future__ import annotations

import struct
from typing import Final

_HEAD: Final = struct.Struct(">8I")
"""Of a log: magic number, version of the format, size of a page, a number, two salts, two sums."""
_FRAME: Final = struct.Struct(">6I")
"""Of a frame: the page that follows, pages of the file after a commit (else 0), two salts, two sums."""
_LITTLE, _BIG = 0x377F0682, 0x377F0683
_LOGGED: Final = slice(18, 20)
"""The bytes of a file that say it has a log."""


def with_log(file: bytes, log: bytes) -> bytes:
    """The file as it is with all that was committed to its log, as one that needs no log.

    Frames of a log that was begun anew, and what was not written to its end, count for nothing.
    """
    pages: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    count = 0
    size = 0
    if len(log) >= _HEAD.size:
        magic, _, size, _, *salts, first, second = _HEAD.unpack_from(log)
        order = {_LITTLE: "<", _BIG: ">"}.get(magic, "")
        sums = _summed(log[: _HEAD.size - 8], order, (0, 0)) if order and 512 <= size <= 65_536 else None
        at = _HEAD.size if sums == (first, second) else len(log)
        while sums is not None and at + _FRAME.size + size <= len(log):
            number, after, *theirs, first, second = _FRAME.unpack_from(log, at)
            page = log[at + _FRAME.size : at + _FRAME.size + size]
            sums = _summed(log[at : at + 8] + page, order, sums)
            if theirs != salts or sums != (first, second):
                break
            waiting[number] = page
            at += _FRAME.size + size
            if after:
                pages, waiting, count = pages | waiting, {}, after
    merged = bytearray(file)
    if count:
        merged = merged[: count * size].ljust(count * size, b"\0")
        for number, page in pages.items():
            if 0 < number <= count:
                merged[(number - 1) * size : number * size] = page
    merged[_LOGGED] = b"\1\1"
    return bytes(merged)


def _summed(data: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    """The two running sums of a log, after `data`."""
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data[: len(data) // 4 * 4])
    for even, odd in zip(words[::2], words[1::2], strict=False):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second
