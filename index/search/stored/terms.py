"""The terms of a segment as bytes: in order, in blocks.

Most terms stand in a handful of documents; their posting lists lie in the block itself, longer ones in a file of their
own.  A block is compressed, carries a checksum, and is read when one of its terms is asked for.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from itertools import accumulate, compress, pairwise
from typing import IO, Any, NamedTuple

from index.compressing import compressed
from index.search.stored.postings import sealed, unsealed

_INLINE = 64
"""Bytes up to which a list lies beside its term."""
_BLOCK = 128
"""Terms in a block."""
_KEPT_BLOCKS = 256
_END = struct.Struct("<QII")
"""Where the directory begins, its bytes and its checksum."""
_PLACE = struct.Struct("<QII")
"""Of a block: where it begins, its bytes and its checksum."""


Listed = Iterable[tuple[bytes, int, bytes]]
"""The terms of a field in order, each with its number of documents and its list."""


class Term(NamedTuple):
    """A term: in how many documents it is, and its list, or where in the file of lists it lies."""

    documents: int
    data: bytes
    offset: int
    length: int


class TermWriter:
    """Writes terms, field by field, in order, to `terms`, and long lists to `lists`."""

    def __init__(self, terms: IO[bytes], lists: IO[bytes]) -> None:
        self._terms, self._lists = terms, lists
        self._at = self._list_at = 0
        self._fields: dict[str, list[tuple[bytes, int, int, int]]] = {}
        self._pending: list[tuple[bytes, Term]] = []
        # Many words have one form alone, so that the list of the form is that of the stem.
        self._written: dict[tuple[int, int, bytes], int] = {}
        """Where lists lie, by hash, length and checksum: 96 bits tell them apart, the first 64 of them keyed."""

    def field(self, name: str, terms: Listed) -> None:
        """Writes all terms of a field."""
        directory = self._fields.setdefault(name, [])
        for term, documents, data in terms:
            if len(data) <= _INLINE:
                self._pending.append((term, Term(documents, data, 0, 0)))
            else:
                self._pending.append((term, Term(documents, b"", self._listed(data), len(data))))
            if len(self._pending) == _BLOCK:
                self._flush(directory)
        self._flush(directory)

    def _listed(self, data: bytes) -> int:
        """Where a list lies in the file of lists."""
        written = sealed(data)
        key = hash(data), len(data), written[: len(written) - len(data)]
        offset = self._written.get(key)
        if offset is None:
            offset = self._written[key] = self._list_at
            self._lists.write(written)
            self._list_at += len(written)
        return offset

    def _flush(self, directory: list[tuple[bytes, int, int, int]]) -> None:
        if self._pending:
            block = compressed(_packed(self._pending))
            directory.append((self._pending[0][0], self._at, len(block), zlib.crc32(block)))
            self._terms.write(block)
            self._at += len(block)
            self._pending.clear()

    def close(self) -> None:
        """Writes the directory."""
        parts: list[bytes] = []
        for name, blocks in self._fields.items():
            parts.append(struct.pack("<HI", len(name), len(blocks)) + name.encode())
            parts.extend(_PLACE.pack(*place) + struct.pack("<H", len(first)) + first for first, *place in blocks)
        directory = compressed(b"".join(parts))
        self._terms.write(directory + _END.pack(self._at, len(directory), zlib.crc32(directory)))


class TermTable:
    """The terms of a segment, read from the files that a `TermWriter` wrote.

    Raises `ValueError` where they are damaged.  One thread at a time.
    """

    def __init__(self, terms: Any, size: int, lists: Any) -> None:
        """`terms` and `lists` give bytes by `get(offset, length)`; `size` is that of the first."""
        self._terms, self._lists = terms, lists
        self._blocks: OrderedDict[int, _Block] = OrderedDict()
        try:
            at, length, checksum = _END.unpack(bytes(terms.get(size - _END.size, _END.size)))
            directory = bytes(terms.get(at, length))
            if at + length + _END.size != size or zlib.crc32(directory) != checksum:
                raise ValueError("its check sum is another")
            self._firsts, self._places = _directory(zlib.decompress(directory))
        except (struct.error, zlib.error, IndexError, ValueError, OverflowError, OSError) as problem:
            raise ValueError(f"damaged table of terms: {problem}") from problem

    def fields(self) -> list[str]:
        """The fields that have terms, in order."""
        return sorted(self._firsts)

    def find(self, field: str, term: bytes) -> Term | None:
        """A term of a field, or None."""
        number = bisect_right(self._firsts.get(field, []), term) - 1
        return self._block(field, number).get(term) if number >= 0 else None

    def short_lists(self, field: str, terms: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Those of some terms that there are, each with its list, where that lies beside it, else with nothing; of
        neighbours a block is looked up once.
        """
        firsts = self._firsts.get(field, [])
        block: _Block | None = None
        low = high = b""
        for term in terms:
            if block is None or not low <= term < high:
                number = bisect_right(firsts, term) - 1
                if number < 0:
                    continue
                block, low = self._block(field, number), firsts[number]
                high = firsts[number + 1] if number + 1 < len(firsts) else term + b"\0"
            place = block.numbers.get(term)
            if place is not None:
                yield term, block.list_at(place)

    def terms(self, field: str, start: bytes = b"") -> Iterator[tuple[bytes, Term]]:
        """The terms of a field from `start` on, in order."""
        firsts = self._firsts.get(field, [])
        for number in range(max(0, bisect_right(firsts, start) - 1), len(firsts)):
            for term, found in self._block(field, number, keep=False).items():
                if term >= start:
                    yield term, found

    def beginning(self, field: str, prefix: bytes) -> list[bytes]:
        """The terms of a field that begin with a prefix, in order; but for all terms their blocks are kept."""
        firsts = self._firsts.get(field, [])
        found: list[bytes] = []
        for number in range(max(0, bisect_right(firsts, prefix) - 1), len(firsts)):
            if firsts[number] > prefix and not firsts[number].startswith(prefix):
                break
            names = list(self._block(field, number).numbers) if prefix else _names(self._packed_block(field, number))
            if not (names[0].startswith(prefix) and names[-1].startswith(prefix)):
                names = [name for name in names if name.startswith(prefix)]
            found += names
        return found

    def has_beginning(self, field: str, prefix: bytes) -> bool:
        """Whether a term of a field begins with a prefix."""
        return next((term.startswith(prefix) for term, _ in self.terms(field, prefix)), False)

    def data(self, term: Term) -> bytes:
        """The list of a term."""
        if term.data:
            return term.data
        return unsealed(bytes(self._lists.get(term.offset, term.length + 4)))

    def _block(self, field: str, number: int, *, keep: bool = True) -> _Block:
        offset = self._places[field][number][0]
        known = self._blocks.get(offset)
        if known is not None:
            self._blocks.move_to_end(offset)
            return known
        block = _Block(self._packed_block(field, number))
        if keep:
            self._blocks[offset] = block
            if len(self._blocks) > _KEPT_BLOCKS:
                self._blocks.popitem(last=False)
        return block

    def _packed_block(self, field: str, number: int) -> bytes:
        offset, length, checksum = self._places[field][number]
        packed = bytes(self._terms.get(offset, length))
        if zlib.crc32(packed) != checksum:
            raise ValueError("damaged table of terms: the check sum of a block is another")
        return zlib.decompress(packed)


def _directory(data: bytes) -> tuple[dict[str, list[bytes]], dict[str, list[tuple[int, int, int]]]]:
    firsts: dict[str, list[bytes]] = {}
    places: dict[str, list[tuple[int, int, int]]] = {}
    at = 0
    while at < len(data):
        length, number = struct.unpack_from("<HI", data, at)
        at += 6
        name = data[at : at + length].decode()
        at += length
        first, place = firsts.setdefault(name, []), places.setdefault(name, [])
        for _ in range(number):
            place.append(_PLACE.unpack_from(data, at))
            (length,) = struct.unpack_from("<H", data, at + _PLACE.size)
            at += _PLACE.size + 2
            first.append(data[at : at + length])
            at += length
    return firsts, places


def _packed(terms: list[tuple[bytes, Term]]) -> bytes:
    names, found = zip(*terms, strict=True)
    documents, lists, offsets, lengths = zip(*found, strict=True)
    numbers = (
        array("H", map(len, names)),
        array("I", documents),
        array("B", map(len, lists)),
        array("I", compress(lengths, lengths)),
        array("Q", [offset for offset, length in zip(offsets, lengths, strict=True) if length]),
    )
    return b"".join(
        (
            struct.pack("<HH", len(terms), len(numbers[3])),
            *(_little(each).tobytes() for each in numbers),
            *names,
            *lists,
        )
    )


class _Block:
    """A block that is read: where its terms are known by name, what is told of one is made when it is asked for.

    No object for each term: of the hundred in a block one or two are asked for, and hundreds of thousands of objects
    would have to be looked through for garbage again and again.
    """

    __slots__ = ("_data", "_documents", "_inline", "_offsets", "_sizes", "_starts", "_stretches", "numbers")

    def __init__(self, data: bytes) -> None:
        number, long = struct.unpack_from("<HH", data)
        at = 4

        def read(kind: str, count: int) -> array[int]:
            nonlocal at
            values = array(kind)
            values.frombytes(data[at : at + count * values.itemsize])
            at += count * values.itemsize
            return _little(values)

        lengths, self._documents = read("H", number), read("I", number)
        self._sizes = data[at : at + number]
        at += number
        self._stretches, self._offsets = read("I", long), read("Q", long)
        ends = list(accumulate(lengths, initial=at))
        self.numbers = {data[start:end]: place for place, (start, end) in enumerate(pairwise(ends))}
        """The terms in order, each with its place."""
        self._inline = ends[-1]
        self._starts: list[int] = []
        self._data = data

    def get(self, name: bytes) -> Term | None:
        """A term, or None."""
        place = self.numbers.get(name)
        if place is None:
            return None
        before, size = self._sizes[:place], self._sizes[place]
        if size:
            start = self._inline + sum(before)
            return Term(self._documents[place], self._data[start : start + size], 0, 0)
        long = before.count(0)
        return Term(self._documents[place], b"", self._offsets[long], self._stretches[long])

    def list_at(self, place: int) -> bytes:
        """The list of the term of a place, where it lies beside it, else nothing."""
        if not self._starts:
            self._starts = list(accumulate(self._sizes, initial=self._inline))
        return self._data[self._starts[place] : self._starts[place + 1]]

    def items(self) -> Iterator[tuple[bytes, Term]]:
        """The terms in order."""
        stretches = zip(self._stretches, self._offsets, strict=True)
        at = self._inline
        for name, documents, size in zip(self.numbers, self._documents, self._sizes, strict=True):
            if size:
                yield name, Term(documents, self._data[at : at + size], 0, 0)
                at += size
            else:
                length, offset = next(stretches)
                yield name, Term(documents, b"", offset, length)


def _names(data: bytes) -> list[bytes]:
    """The terms of a block without what is told of them."""
    number, long = struct.unpack_from("<HH", data)
    lengths = array("H")
    lengths.frombytes(data[4 : 4 + 2 * number])
    begin = 4 + 7 * number + 12 * long
    ends = list(accumulate(_little(lengths), initial=begin))
    return [data[start:end] for start, end in pairwise(ends)]


def _little(values: array[int]) -> array[int]:
    """The numbers in the byte order of the file."""
    if sys.byteorder == "big":
        values.byteswap()
    return values
