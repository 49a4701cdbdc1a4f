"""A posting list as bytes: which documents hold a term, how often, in the title how often, and at which positions.

Documents, counts and positions lie in arrays of their own, each in the narrowest machine type, so that a list is read
by a few calls and not by a loop.  Counts come before positions and are compressed apart from them: ranking needs no
positions.

A list consists of parts, each of a run of documents counted from a number of its own: when segments are merged, most
parts are taken over as they are.  The few numbers of a short list are written one after the other.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from index.search.stored.numbers import KINDS, WIDEST, read

_SUM = struct.Struct("<I")
HEADER = struct.Struct("<BIIIIBBBB")
"""Kind of the part, number its documents are counted from, documents, bytes of head and of tail, types of documents and
counts, of positions, what is compressed, types of titles."""
BASE = struct.Struct("<I")
SHORT, LONG = 1, 2

TITLE = 1
WIDE = 2
SHIFT = 2
"""A position is written as `position << SHIFT`, with the bits `WIDE` (a joined word, two positions) and `TITLE`."""


class Lists(NamedTuple):
    """A posting list as numbers, of documents in ascending order.

    `counts[i]` is how often the term stands in the text of `documents[i]`; `titles` gives, for the few that have it in
    their title too, index and count; `codes` are the positions in all documents in a row, in each in the text first,
    then in the title (see `SHIFT`), or none at all.
    """

    documents: Sequence[int]
    counts: Sequence[int]
    titles: Sequence[tuple[int, int]]
    codes: Sequence[int]


class Postings:
    """The posting list of one term in one segment; attributes are as in `Lists`.

    Raises `ValueError` where the bytes are not such a list.
    """

    __slots__ = ("_codes", "_places", "_tails", "counts", "documents", "titles")

    def __init__(self, data: bytes) -> None:
        try:
            parts = [_unpacked(data, start, end) for start, end in bounds(data)]
        except DAMAGE as error:
            raise ValueError(f"damaged posting list: {error}") from error
        if len(parts) == 1:
            (part,) = parts
            self.documents: Sequence[int] = part.documents
            self.counts: Sequence[int] = part.counts
            self.titles: list[tuple[int, int]] = part.titles
        else:
            documents, counts = array("I"), array("I")
            self.titles = []
            for part in parts:
                self.titles += [(len(documents) + index, number) for index, number in part.titles]
                documents.extend(part.documents)
                counts.extend(iter(part.counts))
            self.documents, self.counts = documents, counts
        self._tails = [part.tail for part in parts]
        self._codes: Sequence[int] | None = None
        self._places: list[int] = []

    def codes(self, index: int) -> Sequence[int]:
        """Positions of the term in `documents[index]`, in the text first, then in the title (see `SHIFT`)."""
        codes = self.all_codes()
        return codes[self._places[index] : self._places[index + 1]] if codes else codes

    def all_codes(self) -> Sequence[int]:
        """The positions in all documents, in a row; none where the list is of something without positions."""
        if self._codes is None:
            totals = list(self.counts)
            for place, number in self.titles:
                totals[place] += number
            self._places = list(accumulate(totals, initial=0))
            try:
                codes: Sequence[int] = self._tails[0].codes()
                if len(self._tails) > 1:
                    codes = array("I", codes)
                    for tail in self._tails[1:]:
                        codes.extend(iter(tail.codes()))
            except DAMAGE as error:
                raise ValueError(f"damaged positions: {error}") from error
            if codes and len(codes) != self._places[-1]:
                raise ValueError("damaged positions: too many or too few")
            self._codes = codes
        return self._codes

    def parted_codes(self) -> tuple[Sequence[int], Sequence[int]]:
        """`all_codes`, and where in them those of each document begin and those of the last one end."""
        return self.all_codes(), self._places

    def numbers(self) -> Lists:
        """All of it."""
        return Lists(self.documents, self.counts, self.titles, self.all_codes())


class _Tail(NamedTuple):
    """The positions of a part, not unpacked before they are asked for."""

    body: bytes
    kind: int
    zipped: bool

    def codes(self) -> array[int]:
        raw = zlib.decompress(self.body) if self.zipped else self.body
        values = array(KINDS[self.kind])
        codes, _ = read(raw, 0, len(raw) // values.itemsize, self.kind)
        return codes


class _Part(NamedTuple):
    documents: Sequence[int]
    counts: Sequence[int]
    titles: list[tuple[int, int]]
    tail: _Tail


DAMAGE = (struct.error, zlib.error, IndexError, OverflowError, ValueError)


def sealed(data: bytes) -> bytes:
    """A list with its checksum before it, as it lies in a file by itself."""
    return _SUM.pack(zlib.crc32(data)) + data


def unsealed(data: bytes) -> bytes:
    """A list without its checksum.  Raises `ValueError` where it is not as it was sealed."""
    body = data[_SUM.size :]
    if len(data) < _SUM.size or _SUM.unpack_from(data)[0] != zlib.crc32(body):
        raise ValueError("damaged posting list: its check sum is another")
    return body


def bounds(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the parts of a list lie."""
    start = 0
    while start < len(data):
        if data[start] == LONG:
            _, _, _, head, tail, *_ = HEADER.unpack_from(data, start)
            end = start + HEADER.size + head + tail
        elif data[start] == SHORT:
            end = start + 2 + data[start + 1]
        else:
            raise ValueError("a part of no kind")
        if end > len(data):
            raise IndexError("too short")
        yield start, end
        start = end
    if not data:
        raise IndexError("empty")


def _unpacked(data: bytes, start: int, end: int) -> _Part:
    if data[start] == SHORT:
        return _unpacked_short(data[start + 2 : end])
    _, base, number, head, _, kinds, wide, zipped, title_kinds = HEADER.unpack_from(data, start)
    start += HEADER.size
    body = data[start : start + head]
    if zipped & 1:
        body = zlib.decompress(body)
    deltas, place = read(body, 0, number, kinds & 7)
    deltas = array("I", deltas)
    deltas[0] = base
    counts, place = read(body, place, number, kinds >> 3)
    (titles,) = struct.unpack_from("<I", body, place)
    indexes, place = read(body, place + 4, titles, title_kinds & 7)
    numbers, place = read(body, place, titles, title_kinds >> 3)
    tail = _Tail(data[start + head : end], wide, bool(zipped & 2))
    return _Part(array("I", accumulate(deltas)), counts, list(zip(indexes, numbers, strict=True)), tail)


def _unpacked_short(packed: bytes) -> _Part:
    numbers: list[int] = []
    value = bits = 0
    for byte in packed:
        value |= (byte & 127) << bits
        if byte & 128:
            bits += 7
        else:
            numbers.append(value)
            value = bits = 0
    given = iter(numbers)
    documents, counts = array("I"), array("I")
    titles: list[tuple[int, int]] = []
    try:
        first = next(given)
        document = 0
        for index in range(first >> 1):
            document += next(given)
            count = next(given)
            documents.append(document)
            counts.append(count >> 1)
            if count & 1:
                titles.append((index, next(given)))
    except StopIteration:
        raise IndexError("too short") from None
    codes = array("I", given)
    if bool(codes) != bool(first & 1) or not documents:
        raise IndexError("not as long as it says")
    return _Part(documents, counts, titles, _Tail(struct.pack(f"<{len(codes)}I", *codes), WIDEST, zipped=False))
