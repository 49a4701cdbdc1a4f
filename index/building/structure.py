"""The structure of an article as bytes: its blocks in arrays, and as JSON what few of them have.

A line of results asks of what kind the block of a match is and where it begins and ends.  That is read off the arrays;
no block is made for it, and the JSON is not read.
"""

from __future__ import annotations

import json
import struct
import sys
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import fields
from itertools import accumulate
from operator import add, sub
from typing import Any, get_args, overload

from index.compressing import compressed, decompressed
from index.documents.model import Block, BlockKind, BlockRole, Document, Inline, Span
from index.errors import DamageError
from index.search.model import Outline

_HEAD = struct.Struct("<IIB")
"""The checksum of what follows, the number of blocks, and how the rest is written."""
_SUM = 4
_APART, _LONG, _ZIPPED = 1, 2, 4
"""Blocks that lie more than 255 characters apart, or are longer than 65,535, and JSON that is compressed."""
_KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
_ROLES: tuple[BlockRole, ...] = get_args(BlockRole)
_KIND_OF = {kind: number for number, kind in enumerate(_KINDS)}
_ROLE_OF = {role: number << 3 for number, role in enumerate(_ROLES)}
_OF_KIND, _OF_ROLE, _LEVEL = 7, 24, 5
"""In the byte of a block: its kind, its role, and from which bit on its level, as far as it is less than `_DEEP`."""
_DEEP = 7
_TITLE = _ROLE_OF["title"]
_TABLE = _KIND_OF["table"]
_COMPRESS_FROM = 64
"""Bytes of JSON below which compressing costs more than it saves."""
_USUAL = (
    '"truncated":true,"encoding":"windows-1252","address":"http://https://www.","inlines":[[,"code",""],"emphasis",""],'
    '"strong",""],"link","https://www."]],"blocks":{"2":[0,[[[],true,""],"3":[1,[],false,"•"],"4":[1,[],false,"1."],"'
).encode()
"""What such JSON often holds, the most usual last."""
_ELSEWHERE = frozenset(("path", "title", "text", "blocks", "inlines", "date", "sha256"))
"""Fields of a document that are in columns of their own, or in arrays."""
_PLAIN: dict[str, Any] = {field.name: field.default for field in fields(Document) if field.name not in _ELSEWHERE}
_PLAIN["language"] = "en"
"""The others, as they are in most documents; only what is otherwise is written."""


def packed(document: Document) -> bytes:
    """The structure of a document: all but its text, path, title, date and hash."""
    blocks = document.blocks
    lengths = [block.end - block.start for block in blocks]
    gaps = [block.start - before for block, before in zip(blocks, [0, *[block.end for block in blocks]], strict=False)]
    apart, long = max(gaps, default=0) > 255, max(lengths, default=0) > 65_535
    bits = bytearray()
    more: dict[int, tuple[Any, ...]] = {}
    for number, (kind, _, _, level, role, rows, header, marker, aligned) in enumerate(blocks):
        bits.append(_KIND_OF[kind] | _ROLE_OF[role] | min(level, _DEEP) << _LEVEL)
        if rows or header or marker or aligned or level >= _DEEP:
            more[number] = (level, rows, header, marker, *([aligned] if aligned else ()))
    rest: dict[str, Any] = {
        name: value for name, plain in _PLAIN.items() if (value := getattr(document, name)) != plain
    }
    if document.inlines:
        rest["inlines"] = document.inlines
    if more:
        rest["blocks"] = more
    told = json.dumps(rest, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") if rest else b""
    zipped = len(told) >= _COMPRESS_FROM
    body = b"".join(
        (
            bits,
            _numbers(gaps, "I" if apart else "B"),
            _numbers(lengths, "I" if long else "H"),
            compressed(told, _USUAL) if zipped else told,
        )
    )
    head = _HEAD.pack(0, len(blocks), apart * _APART | long * _LONG | zipped * _ZIPPED)[_SUM:]
    return struct.pack("<I", zlib.crc32(body, zlib.crc32(head))) + head + body


class Structure(Sequence[Block]):
    """The blocks of an article, each made when it is looked at: a long article has thousands."""

    __slots__ = ("_bits", "_ends", "_more", "_rest", "_starts", "_zipped")

    def __init__(self, data: bytes) -> None:
        """Raises DamageError where `packed` did not write this."""
        try:
            checksum, number, written = _HEAD.unpack_from(data)
        except struct.error as problem:
            raise DamageError(f"the index is damaged: {problem}") from problem
        if checksum != zlib.crc32(memoryview(data)[_SUM:]):
            raise DamageError("the index is damaged: the check sum of an article's structure is another")
        at = _HEAD.size + number
        self._bits = data[_HEAD.size : at]
        gaps: Sequence[int] = data[at : at + number]
        if written & _APART:
            gaps, at = _read(data, at, number, "I")
        else:
            at += number
        lengths, at = _read(data, at, number, "I" if written & _LONG else "H")
        self._ends = list(accumulate(map(add, gaps, lengths)))
        self._starts = list(map(sub, self._ends, lengths))
        self._rest = data[at:]
        self._zipped = bool(written & _ZIPPED)
        self._more: dict[str, Any] | None = None

    def at(self, place: int) -> int:
        """Which block is the last that begins at a character or before it; -1 where none does."""
        return bisect_right(self._starts, place) - 1

    def outline(self, index: int) -> Outline:
        """Kind, start, end and table rows of a block."""
        kind = self._bits[index] & _OF_KIND
        rows = self._besides(index)[1] if kind == _TABLE else ()
        return _KINDS[kind], self._starts[index], self._ends[index], rows

    def title(self) -> tuple[int, int] | None:
        """The characters of the first block that is a title."""
        for index, bits in enumerate(self._bits):
            if bits & _OF_ROLE == _TITLE:
                return self._starts[index], self._ends[index]
        return None

    def language(self) -> str | None:
        """The language of the document."""
        told: str | None = self._told().get("language", _PLAIN["language"])
        return told

    def of_document(self) -> dict[str, Any]:
        """What else `packed` took of the document, by the names of its fields."""
        values = _PLAIN | self._told()
        values["inlines"] = tuple(Inline(*inline) for inline in values.get("inlines", ()))
        values["blocks"] = tuple(self)
        return values

    def __len__(self) -> int:
        return len(self._bits)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        bits = self._bits[index]
        kind, role = _KINDS[bits & _OF_KIND], _ROLES[(bits & _OF_ROLE) >> 3]
        level, rows, header, marker, aligned = self._besides(index if index >= 0 else index + len(self))
        cells = tuple(tuple(Span(*cell) for cell in row) for row in rows)
        return Block(kind, self._starts[index], self._ends[index], level, role, cells, header, marker, aligned)

    def _besides(self, index: int) -> tuple[int, Sequence[Sequence[Sequence[int]]], bool, str, str]:
        """Level, table rows, whether the first is a header, marker, and how the columns of a block are set."""
        if self._rest and (kept := self._told().get("blocks", {}).get(str(index))):
            level, rows, header, marker, *aligned = kept
            return level, rows, header, marker, aligned[0] if aligned else ""
        return self._bits[index] >> _LEVEL, (), False, "", ""

    def _told(self) -> dict[str, Any]:
        if self._more is None:
            told = decompressed(self._rest, _USUAL) if self._zipped else self._rest
            self._more = dict(json.loads(told.decode("utf-8", "surrogatepass"))) if told else {}
        return self._more


def _numbers(values: Sequence[int], kind: str) -> bytes:
    return _little(array(kind, values)).tobytes()


def _read(data: bytes, at: int, number: int, kind: str) -> tuple[array[int], int]:
    """So many numbers of a type from a place on, and where they end."""
    values = array(kind)
    end = at + number * values.itemsize
    values.frombytes(data[at:end])
    return _little(values), end


def _little(values: array[int]) -> array[int]:
    """The numbers in the byte order of the file."""
    if sys.byteorder == "big":
        values.byteswap()
    return values
