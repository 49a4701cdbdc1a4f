"""A posting list as bytes: which documents hold a term, how often, in the title how often, and at which positions.

Documents, counts and positions lie in arrays of their own, each in the narrowest machine type, so that a list is read
by a few calls and not by a loop.  Counts come before positions and are compressed apart from them: ranking needs no
positions.

A list consists of parts, each of a run of documents counted from a number of its own: when segments are merged, most
parts are taken over as they are.  The few numbers of a short list are written one after the other.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from operator import sub
from typing import NamedTuple

_SUM = struct.Struct("<I")
_HEADER = struct.Struct("<BIIIIBBBB")
"""Kind of the part, number its documents are counted from, documents, bytes of head and of tail, types of documents and
counts, of positions, what is compressed, types of titles."""
_BASE = struct.Struct("<I")
_SHORT, _LONG = 1, 2
FEW = 12
"""Numbers that a short part has at most: documents and positions."""
_COMPRESS_FROM = 96
"""Bytes below which compressing costs more than it saves."""
_FEW_PARTS = 3
"""Short parts that may follow one another: joining them takes longer than reading them."""
_KEPT_FROM = 256
"""Bytes from which a part is taken over when segments are merged."""

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
            parts = [_unpacked(data, start, end) for start, end in _bounds(data)]
        except _DAMAGE as error:
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
            except _DAMAGE as error:
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
        values = array(_KINDS[self.kind])
        codes, _ = _read(raw, 0, len(raw) // values.itemsize, self.kind)
        return codes


class _Part(NamedTuple):
    documents: Sequence[int]
    counts: Sequence[int]
    titles: list[tuple[int, int]]
    tail: _Tail


_DAMAGE = (struct.error, zlib.error, IndexError, OverflowError, ValueError)


def sealed(data: bytes) -> bytes:
    """A list with its checksum before it, as it lies in a file by itself."""
    return _SUM.pack(zlib.crc32(data)) + data


def unsealed(data: bytes) -> bytes:
    """A list without its checksum.  Raises `ValueError` where it is not as it was sealed."""
    body = data[_SUM.size :]
    if len(data) < _SUM.size or _SUM.unpack_from(data)[0] != zlib.crc32(body):
        raise ValueError("damaged posting list: its check sum is another")
    return body


def encode(
    documents: Sequence[int], counts: Sequence[int], titles: Sequence[tuple[int, int]], codes: Sequence[int]
) -> bytes:
    """The bytes of a posting list of one part; the arguments are as in `Lists`."""
    if len(documents) + len(codes) <= FEW:
        return _short(documents, counts, titles, codes)
    base = documents[0]
    deltas = array("I", (0,))
    deltas.extend(map(sub, islice(documents, 1, None), documents))
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
    header = _HEADER.pack(_LONG, base, len(documents), len(head), len(tail), kinds, wide, zipped, title_kinds)
    return header + head + tail


def encode_few(documents: Sequence[int], codes: Sequence[int]) -> tuple[int, bytes]:
    """For each of a few places in texts its document, in ascending order, and its position: how many documents these
    are, and the same bytes as of `encode`.
    """
    numbers = [0]
    last = number = 0
    for document in documents:
        if number and document == last:
            numbers[-1] += 2
        else:
            numbers += (document - last, 2)
            last = document
            number += 1
    numbers[0] = number << 1 | 1
    numbers += codes
    packed = bytes(numbers) if max(numbers) < 128 else _seven(numbers)
    return number, bytes((_SHORT, len(packed))) + packed


def joined(lists: Iterable[tuple[bytes, int]]) -> bytes:
    """One list of several, of each of which every document's number grows by a number, so that they follow one another.

    Parts that are long enough are taken over as they are.  Raises `ValueError` where one is damaged.
    """
    done: list[bytes] = []
    short: list[tuple[bytes, int]] = []

    def flush() -> None:
        if len(short) <= _FEW_PARTS and all(part[0] == _SHORT for part, _ in short):
            done.extend(_shifted(part, shift) for part, shift in short)
        else:
            done.append(encode(*together((Postings(part).numbers(), shift) for part, shift in short)))
        short.clear()

    try:
        for data, shift in lists:
            for start, end in _bounds(data):
                if data[start] == _LONG and end - start >= _KEPT_FROM:
                    flush()
                    (base,) = _BASE.unpack_from(data, start + 1)
                    done.append(data[start : start + 1] + _BASE.pack(base + shift) + data[start + 5 : end])
                else:
                    short.append((data[start:end], shift))
        flush()
    except _DAMAGE as error:
        raise ValueError(f"damaged posting list: {error}") from error
    return b"".join(done)


def together(lists: Iterable[tuple[Lists, int]]) -> Lists:
    """One list of several, as `joined` makes it of their bytes."""
    documents, counts, codes = array("I"), array("I"), array("I")
    titles: list[tuple[int, int]] = []
    for each, shift in lists:
        titles += [(len(documents) + index, number) for index, number in each.titles]
        documents.extend([number + shift for number in each.documents])
        counts.extend(iter(each.counts))
        codes.extend(iter(each.codes))
    return Lists(documents, counts, titles, codes)


def _bounds(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the parts of a list lie."""
    start = 0
    while start < len(data):
        if data[start] == _LONG:
            _, _, _, head, tail, *_ = _HEADER.unpack_from(data, start)
            end = start + _HEADER.size + head + tail
        elif data[start] == _SHORT:
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
    if data[start] == _SHORT:
        return _unpacked_short(data[start + 2 : end])
    _, base, number, head, _, kinds, wide, zipped, title_kinds = _HEADER.unpack_from(data, start)
    start += _HEADER.size
    body = data[start : start + head]
    if zipped & 1:
        body = zlib.decompress(body)
    deltas, place = _read(body, 0, number, kinds & 7)
    deltas = array("I", deltas)
    deltas[0] = base
    counts, place = _read(body, place, number, kinds >> 3)
    (titles,) = struct.unpack_from("<I", body, place)
    indexes, place = _read(body, place + 4, titles, title_kinds & 7)
    numbers, place = _read(body, place, titles, title_kinds >> 3)
    tail = _Tail(data[start + head : end], wide, bool(zipped & 2))
    return _Part(array("I", accumulate(deltas)), counts, list(zip(indexes, numbers, strict=True)), tail)


# -- short lists: numbers of seven bits a byte, the last with its highest bit clear


def _short(
    documents: Sequence[int], counts: Sequence[int], titles: Sequence[tuple[int, int]], codes: Sequence[int]
) -> bytes:
    """Bit 0 of the first number: it has positions; then documents, counts with a bit for a title's, and positions."""
    in_title = dict(titles)
    numbers = [len(documents) << 1 | bool(codes)]
    before = 0
    for index, document in enumerate(documents):
        numbers.append(document - before)
        before = document
        numbers.append(counts[index] << 1 | (index in in_title))
        if index in in_title:
            numbers.append(in_title[index])
    numbers += codes
    packed = bytes(numbers) if max(numbers) < 128 else _seven(numbers)
    return bytes((_SHORT, len(packed))) + packed


def _seven(numbers: Iterable[int]) -> bytes:
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


def _shifted(part: bytes, shift: int) -> bytes:
    """A short part whose documents' numbers grow by a number."""
    at = 2
    while part[at] > 127:
        at += 1
    at += 1
    value = bits = 0
    end = at
    while True:
        value |= (part[end] & 127) << bits
        bits += 7
        end += 1
        if part[end - 1] < 128:
            break
    body = part[2:at] + _seven((value + shift,)) + part[end:]
    return bytes((_SHORT, len(body))) + body


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
    return _Part(documents, counts, titles, _Tail(struct.pack(f"<{len(codes)}I", *codes), _WIDEST, zipped=False))


_KINDS = "BHI"
_WIDEST = 2


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
