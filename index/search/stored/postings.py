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
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from index.compressing import run_decoded
from index.search.stored.numbers import KINDS, numbers_of, read, widened

_SUM = struct.Struct("<I")
HEADER = struct.Struct("<BIIIIBBBB")
"""Kind of the part, number its documents are counted from, documents, bytes of head and of tail, types of documents and
counts, of positions, what is compressed, types of titles."""
BASE = struct.Struct("<I")
SHORT, LONG = 1, 2
ZIPPED_HEAD, ZIPPED_TAIL, PARTED_TAIL = 1, 2, 4
"""What is compressed; of a parted tail, of numbers of two bytes, all low bytes come first."""
_FEW = 16
"""Documents of a list for each that is asked for, from which it does not pay to know where those of all begin."""

_STRETCH = 256
"""Documents that are counted together where only their last one is asked for."""

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

    __slots__ = (
        "_asked",
        "_codes",
        "_documents",
        "_firsts",
        "_opened",
        "_places",
        "_sought",
        "_steps",
        "_tails",
        "_total",
        "counts",
        "titles",
    )

    def __init__(self, data: bytes) -> None:
        try:
            parts = [unpacked(data, start, end) for start, end in bounds(data)]
        except DAMAGE as error:
            raise ValueError(f"damaged posting list: {error}") from error
        self._firsts = [0]
        """The index of the first document of each part."""
        self.counts = parts[0].counts
        self.titles = parts[0].titles
        if len(parts) > 1:
            counts = array(max((part.counts for part in parts), key=_width).typecode)
            self.titles = []
            for part in parts:
                self.titles += [(len(counts) + index, number) for index, number in part.titles]
                counts.extend(part.counts if part.counts.typecode == counts.typecode else iter(part.counts))
                self._firsts.append(len(counts))
            self._firsts.pop()
            self.counts = counts
        self._steps = [(part.base, part.steps) for part in parts]
        self._documents: Sequence[int] | None = None
        self._tails = [part.tail for part in parts]
        self._opened: list[array[int] | None] = [None] * len(parts)
        self._codes: array[int] | None = None
        self._places: Sequence[int] = ()
        self._asked = self._sought = False
        self._total = -1

    @property
    def total(self) -> int:
        """How often the term stands in the texts of all documents."""
        if self._total < 0:
            counts = self.counts
            if counts.typecode == "B":
                # Most have it once.
                several = counts.tobytes().translate(None, b"\1")
                self._total = len(counts) - len(several) + sum(several)
            else:
                self._total = sum(counts)
        return self._total

    @property
    def documents(self) -> Sequence[int]:
        """The documents; counting them takes as long as reading the rest, and not all who ask need them."""
        if self._documents is None:
            (base, steps), *others = self._steps
            try:
                documents = array("I", accumulate(steps, initial=base))
                del documents[0]
                for base, steps in others:
                    documents.extend(islice(accumulate(steps, initial=base), 1, None))
            except OverflowError as error:
                raise ValueError(f"damaged posting list: {error}") from error
            self._documents = documents
        return self._documents

    def steps(self) -> Iterator[tuple[int, Sequence[int]]]:
        """For each part how far its first document is from the last one of the part before it, and then for all of its
        documents how far each is from the one before; the first of these numbers has no meaning.
        """
        last = 0
        final = len(self._steps) - 1
        for part, (base, steps) in enumerate(self._steps):
            yield base + steps[0] - last, steps
            if part < final:
                last = base + sum(steps)

    def indexes(self, wanted: Sequence[int]) -> list[tuple[int, int]]:
        """Those of some documents, in ascending order, that have the term, each with its index; the first time no more
        of the others are counted than have to be.
        """
        found: list[tuple[int, int]] = []
        if self._sought or self._documents is not None:
            documents = self.documents
            for number in wanted:
                index = bisect_left(documents, number)
                if index < len(documents) and documents[index] == number:
                    found.append((number, index))
            return found
        self._sought = True
        bases = [base for base, _ in self._steps]
        bounds = [*(bisect_left(wanted, base) for base in bases), len(wanted)]
        for part, (base, steps) in enumerate(self._steps):
            at, last = 0, base
            for number in wanted[bounds[part] : bounds[part + 1]]:
                while (following := last + sum(steps[at : at + _STRETCH])) < number and at < len(steps):
                    at, last = at + _STRETCH, following
                stretch = [*accumulate(steps[at : at + _STRETCH], initial=last)]
                index = bisect_left(stretch, number, 1)
                if index < len(stretch) and stretch[index] == number:
                    found.append((number, self._firsts[part] + at + index - 1))
        return found

    def codes(self, index: int) -> Sequence[int]:
        """Positions of the term in `documents[index]`, in the text first, then in the title (see `SHIFT`)."""
        return self.codes_at((index,))[0]

    def codes_at(self, indexes: Sequence[int]) -> list[Sequence[int]]:
        """The `codes` of some documents, in ascending order; the first time, of a few only the parts that they are in
        are unpacked.
        """
        if self._asked or self._places or len(indexes) * _FEW > len(self.counts):
            codes, places = self.parted_codes()
            return [codes[places[index] : places[index + 1]] for index in indexes] if codes else [codes] * len(indexes)
        self._asked = True
        counts, titles = self.counts, dict(self.titles)
        titled = sorted(titles)
        found: list[Sequence[int]] = []
        # Where all are there, they are one part.
        firsts = self._firsts if self._codes is None else [0]
        opened: Sequence[int] = ()
        part, at, begin = -1, 0, 0
        for index in indexes:
            if part < 0 or (part + 1 < len(firsts) and firsts[part + 1] <= index):
                part = bisect_right(firsts, index) - 1
                opened = self._part(part) if self._codes is None else self._codes
                at, begin = firsts[part], 0
            begin += sum(counts[at:index])
            if titled:
                begin += sum(titles[place] for place in titled[bisect_left(titled, at) : bisect_left(titled, index)])
            at = index
            end = begin + counts[index] + titles.get(index, 0)
            if opened and end > len(opened):
                raise ValueError("damaged positions: too few")
            found.append(opened[begin:end])
        return found

    def _part(self, part: int) -> array[int]:
        """The positions in the documents of a part."""
        opened = self._opened[part]
        if opened is None:
            try:
                tail = self._tails[part]
                opened = self._opened[part] = tail.codes() if isinstance(tail, _Tail) else tail
            except DAMAGE as error:
                raise ValueError(f"damaged positions: {error}") from error
        return opened

    def all_codes(self) -> array[int]:
        """The positions in all documents, in a row; none where the list is of something without positions."""
        if self._codes is None:
            parts = [self._part(part) for part in range(len(self._tails))]
            codes = parts[0]
            if len(parts) > 1:
                widest = max(parts, key=_width)
                codes = numbers_of(b"".join([widened(part, widest.itemsize) for part in parts]), widest.typecode)
            if codes and len(codes) != self.total + sum(number for _, number in self.titles):
                raise ValueError("damaged positions: too many or too few")
            self._codes = codes
            self._opened = [None] * len(self._tails)
        return self._codes

    def parted_codes(self) -> tuple[Sequence[int], Sequence[int]]:
        """`all_codes`, and where in them those of each document begin and those of the last one end."""
        codes = self.all_codes()
        if not self._places:
            self._places = array("I", accumulate(self.often(), initial=0))
        return codes, self._places

    def often(self) -> array[int]:
        """How often each document has the term, in its text and in its title."""
        if not self.titles:
            return self.counts
        totals = self.counts[:]
        try:
            for index, number in self.titles:
                totals[index] += number
        except OverflowError:  # more than fits where the counts of texts do
            totals = array("I", self.counts)
            for index, number in self.titles:
                totals[index] += number
        return totals

    def numbers(self) -> Lists:
        """All of it."""
        return Lists(self.documents, self.counts, self.titles, self.all_codes())


def _width(numbers: array[int]) -> int:
    return numbers.itemsize


class _Tail(NamedTuple):
    """The positions of a part, not unpacked before they are asked for."""

    body: bytes
    kind: int
    zipped: int

    def codes(self) -> array[int]:
        raw = run_decoded(self.body) if self.zipped & ZIPPED_TAIL else self.body
        if self.zipped & PARTED_TAIL:
            numbers = bytearray(len(raw))
            numbers[::2], numbers[1::2] = raw[: len(raw) // 2], raw[len(raw) // 2 :]
            raw = bytes(numbers)
        values = array(KINDS[self.kind])
        codes, _ = read(raw, 0, len(raw) // values.itemsize, self.kind)
        return codes


class _Part(NamedTuple):
    """`steps` are those from each document to the next, the first one from `base`, which is no further than it."""

    base: int
    steps: Sequence[int]
    counts: array[int]
    titles: list[tuple[int, int]]
    tail: _Tail | array[int]


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


def part_of(data: bytes, start: int, end: int) -> Lists:
    """One part of a list, all of it."""
    base, steps, counts, titles, tail = unpacked(data, start, end)
    # The first document is no further than the number that all are counted from.
    documents = array("I", islice(accumulate(steps, initial=base), 1, None))
    codes = tail.codes() if isinstance(tail, _Tail) else tail
    if codes and len(codes) != sum(counts) + sum(number for _, number in titles):
        raise ValueError("damaged positions: too many or too few")
    return Lists(documents, counts, titles, codes)


def unpacked(data: bytes, start: int, end: int) -> _Part:
    """One part of a list, its positions not unpacked.  Raises what is in `DAMAGE`."""
    if data[start] == SHORT:
        return _unpacked_short(data[start + 2 : end])
    _, base, number, head, _, kinds, wide, zipped, title_kinds = HEADER.unpack_from(data, start)
    start += HEADER.size
    body = data[start : start + head]
    if zipped & ZIPPED_HEAD:
        body = run_decoded(body)
    steps, place = read(body, 0, number, kinds & 7)
    counts, place = read(body, place, number, kinds >> 3)
    (titles,) = struct.unpack_from("<I", body, place)
    told: list[tuple[int, int]] = []
    if titles:
        indexes, place = read(body, place + 4, titles, title_kinds & 7)
        numbers, place = read(body, place, titles, title_kinds >> 3)
        told = list(zip(indexes, numbers, strict=True))
    return _Part(base, steps, counts, told, _Tail(data[start + head : end], wide, zipped))


def _unpacked_short(packed: bytes) -> _Part:
    numbers = list(packed) if packed and max(packed) < 128 else _of_seven(packed)
    end = 1 + 2 * (numbers[0] >> 1)
    told = numbers[2:end:2]
    titles: list[tuple[int, int]] = []
    if any(count & 1 for count in told):
        end, numbers, titles = _with_titles(numbers)
        told = numbers[2:end:2]
    if len(numbers) < end or end == 1 or (len(numbers) > end) != bool(numbers[0] & 1):
        raise IndexError("not as long as it says")
    steps = numbers[1:end:2]
    base, steps[0] = steps[0], 0
    return _Part(base, steps, array("I", [count >> 1 for count in told]), titles, array("I", numbers[end:]))


def _with_titles(numbers: list[int]) -> tuple[int, list[int], list[tuple[int, int]]]:
    """The numbers of a short list without how often the term is in titles, where the documents of that end, and the
    titles.
    """
    plain = numbers[:1]
    titles: list[tuple[int, int]] = []
    given = iter(numbers[1:])
    try:
        for index in range(numbers[0] >> 1):
            plain += (next(given), next(given))
            if plain[-1] & 1:
                titles.append((index, next(given)))
    except StopIteration:
        raise IndexError("too short") from None
    end = len(plain)
    return end, plain + list(given), titles


def _of_seven(packed: bytes) -> list[int]:
    numbers: list[int] = []
    value = bits = 0
    for byte in packed:
        value |= (byte & 127) << bits
        if byte & 128:
            bits += 7
        else:
            numbers.append(value)
            value = bits = 0
    return numbers
