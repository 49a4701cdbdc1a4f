"""How often each document of a segment has something that many of them have: a number for each document, in a row.

Of tens of thousands of documents few may come among those that are shown.  Rows of bytes are added, compared with a
number and laid over each other by single calls, so that the many are told from the few without a look at each.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, compress

from index.search.answering.ranking import TITLE_WEIGHT
from index.search.stored.segments import CLASSES, TermList
from index.search.stored.unions import Union

_FROM = 16
"""A row pays where one in so many documents has what is counted."""
_LONG = 8
"""A list is kept as a row where one in so many documents is in it."""
_SCARCE = 12
"""Of documents rarer than one in so many, each is looked for; else all are gone through."""
_MOST = (1 << 16) - 1
_IN_HALVES = 2
_TITLE_HALVES = round(TITLE_WEIGHT * _IN_HALVES)
_BITS = 5
"""A document has a code: its class by length, and in so many bits the level of how often it has what is counted."""
_TOPS = [*range(16), *(round(16 * 1.19**step) for step in range(1, 16))]
"""The most units that documents of a level have; of the last level they have any number."""
_LEVEL = bytes(bisect_left(_TOPS, number) for number in range(256))
_ROWS = [bytes(least) + b"\1" * ((1 << _BITS) - least) for least in range(1 << _BITS)]
"""For a level what becomes of each: 1 from that level on."""
_HIGHEST = b"\0" + bytes([(1 << _BITS) - 1]) * 255
_LOW = int(sys.byteorder == "big")
"""Which of the two bytes of a number is the low one."""


class Documents(Set[int]):
    """Documents of a segment: `mask` has a byte for each, 1 or 0."""

    __slots__ = ("_size", "mask")

    def __init__(self, mask: bytes) -> None:
        self.mask = mask
        self._size = mask.count(1)

    def __len__(self) -> int:
        return self._size

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and self.mask[number] == 1

    def __iter__(self) -> Iterator[int]:
        return iter(self._listed())

    def _listed(self) -> list[int]:
        mask = self.mask
        if self._size * _SCARCE > len(mask):
            return list(compress(range(len(mask)), mask))
        found: list[int] = []
        place = mask.find(1)
        while place >= 0:
            found.append(place)
            place = mask.find(1, place + 1)
        return found

    @classmethod
    def _from_iterable(cls, numbers: Iterable[int]) -> Set[int]:  # type: ignore[override]
        return set(numbers)

    def __and__(self, other: object) -> Set[int]:
        if isinstance(other, Documents):
            return _masked(_number(self) & _number(other), len(self.mask))
        if isinstance(other, Set):
            mask = self.mask
            return {number for number in other if mask[number]}
        return NotImplemented

    __rand__ = __and__

    def __or__(self, other: object) -> Set[int]:
        if isinstance(other, Documents):
            return _masked(_number(self) | _number(other), len(self.mask))
        if isinstance(other, Set):
            return self._marked(other, 1)
        return NotImplemented

    __ror__ = __or__

    def __sub__(self, other: object) -> Set[int]:
        if isinstance(other, Documents):
            both = _number(self)
            return _masked(both ^ (both & _number(other)), len(self.mask))
        if isinstance(other, Set):
            return self._marked(other, 0)
        return NotImplemented

    def _marked(self, others: Iterable[int], value: int) -> Documents:
        mask = bytearray(self.mask)
        for number in others:
            mask[number] = value
        return Documents(bytes(mask))

    def sample(self, step: int) -> list[int]:
        """Those among every `step`-th document of the segment."""
        size = len(self.mask)
        return list(compress(range(0, size, step), self.mask[::step]))


def _number(documents: Documents) -> int:
    return int.from_bytes(documents.mask, "little")


def _masked(number: int, size: int) -> Documents:
    return Documents(number.to_bytes(size, "little"))


def joined(sets: Sequence[Set[int]]) -> Set[int]:
    """The documents that are in any of some sets."""
    # The rows first: what is put into a row is not gone through again.
    rows: list[Set[int]] = [each for each in sets if isinstance(each, Documents)]
    others = [each for each in sets if each and not isinstance(each, Documents)]
    if not rows:
        return set().union(*others) if len(others) != 1 else others[0]
    found, *further = rows
    for each in (*further, *others):
        found = found | each
    return found


class Tally:
    """How often documents have something: `units` has a number for each, of which an occurrence is worth `one`.

    Parts of one can be told, since an occurrence in a title counts one and a half times, and one that is some letters
    away less.
    """

    __slots__ = ("_codes", "documents", "one", "units")

    def __init__(self, units: array[int], classes: bytes, one: int = _IN_HALVES) -> None:
        """`classes` are those of `Segment.length_classes`."""
        self.units, self.one = units, one
        data = units.tobytes()
        low, high = data[_LOW::2], data[1 - _LOW :: 2]
        levels = int.from_bytes(low.translate(_LEVEL), "little")
        if high.strip(b"\0"):
            levels |= int.from_bytes(high.translate(_HIGHEST), "little")
        levels |= int.from_bytes(classes, "little") << _BITS
        self._codes = levels.to_bytes(len(low), "little")
        self.documents = Documents(self._codes.translate(_row_of([0] * CLASSES)))

    def __len__(self) -> int:
        return len(self.documents)

    def steps(self, norms: Sequence[float], steps: int) -> bytes:
        """For each document how many of so many steps `count / (count + norm)` is at most on the way to 1, rounded up;
        `norms` has the least norm of each class by length.
        """
        last = (1 << _BITS) - 1
        table = bytearray()
        for norm in norms:
            shares = [top / (top + self.one * norm) for top in _TOPS]
            table += bytes([0, *(int(steps * share) + 1 for share in shares[1:]), *[steps] * (last + 1 - len(_TOPS))])
        return self._codes.translate(table.ljust(256, b"\0"))

    def above(self, least: Sequence[float]) -> Documents:
        """The documents that have it more often than is told for their class by length, and some more."""
        return Documents(self._codes.translate(_row_of([self.one * each for each in least])))


def _row_of(units: Sequence[float]) -> bytes:
    """The table by which the codes of the documents that may have more become 1, and others 0."""
    rows = [_ROWS[bisect_right(_TOPS, each)] for each in units]
    return b"".join(rows).ljust(256, b"\0")


def tally(
    alike: Mapping[int, Sequence[TermList | Union]],
    classes: Callable[[], bytes],
    size: int,
    *,
    whole: int = 1,
    titles: bool = True,
) -> Tally | None:
    """How often each of the `size` documents of a segment has any of some terms, in its text and, with `titles`, in its
    title; `classes` gives their classes by length.

    The lists are given by how many parts of a `whole` an occurrence counts.  None where too few documents have them for
    a row to pay, or one has them too often.
    """
    if _FROM * sum(len(each.documents) for each in chain.from_iterable(alike.values())) < size:
        return None
    rows: list[_Row] = []
    for parts, lists in alike.items():
        long = [each for each in lists if _LONG * len(each.documents) >= size]
        found = [_row(each, size) if titles else _made(_counts(each, size), (), max(each.counts)) for each in long]
        if len(long) < len(lists):
            found.append(_added([each for each in lists if _LONG * len(each.documents) < size], size, titles=titles))
        rows += [(parts * row, parts * most) for row, most in found]
    if sum(most for _, most in rows) > _MOST:
        return None
    units = array("H")
    units.frombytes(sum(row for row, _ in rows).to_bytes(2 * size, sys.byteorder))
    return Tally(units, classes(), _IN_HALVES * whole)


_Row = tuple[int, int]
"""Two bytes for each document in one number, which can be added to others, and what none of them is greater than."""


def _row(listed: TermList | Union, size: int) -> _Row:
    """The row of a list, which it keeps."""
    if listed.row is None:
        listed.row = _made(_counts(listed, size), [listed], max(listed.counts))
    return listed.row


def _counts(listed: TermList | Union, size: int) -> bytearray | array[int]:
    """How often each document has the term of a list in its text."""
    try:
        if len(listed.documents) == size:  # all of them, in order
            return bytearray(iter(listed.counts))
        few = bytearray(size)
        for number, count in zip(listed.documents, listed.counts, strict=True):
            few[number] = count
        return few
    except ValueError:  # more than a byte can hold
        counts = array("I", bytes(4 * size))
        for number, count in zip(listed.documents, listed.counts, strict=True):
            counts[number] = count
        return counts


def _added(lists: Sequence[TermList | Union], size: int, *, titles: bool) -> _Row:
    """The sum of lists of few documents each."""
    counts = [0] * size
    for each in lists:
        for number, count in zip(each.documents, each.counts, strict=True):
            counts[number] += count
    titled = lists if titles else ()
    try:
        return _made(bytes(counts), titled, 255)
    except ValueError:  # more than a byte can hold
        return _made(array("I", counts), titled, max(counts))


def _made(counts: bytes | bytearray | array[int], lists: Sequence[TermList | Union], most: int) -> _Row:
    """A row of counts, none above `most`, in halves, and of what lists say of titles."""
    titles: dict[int, int] = {}
    for each in lists:
        numbers = map(each.documents.__getitem__, each.titles)
        if not titles:
            titles = dict(zip(numbers, each.titles.values(), strict=True))
            continue
        for number, titled in zip(numbers, each.titles.values(), strict=True):
            titles[number] = titles.get(number, 0) + titled
    most = _IN_HALVES * most + _TITLE_HALVES * max(titles.values(), default=0)
    if most > _MOST:
        return 0, most
    row = bytearray(2 * len(counts))
    if isinstance(counts, array):
        row[:] = array("H", counts).tobytes()
    else:
        row[_LOW::2] = counts
    total = int.from_bytes(row, sys.byteorder) << 1
    if titles:
        extra = array("H", bytes(len(row)))
        for number, titled in titles.items():
            extra[number] = _TITLE_HALVES * titled
        total += int.from_bytes(extra.tobytes(), sys.byteorder)
    return total, most
