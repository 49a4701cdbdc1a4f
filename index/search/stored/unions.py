"""Many short posting lists of a segment as one: the documents that have any of their terms, and how often.

The beginning of a word may stand for a thousand forms, most of which few documents have.  Making an object of each of
these lists takes longer than counting what is in it, and of the documents that are shown a handful have them.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence, Set
from itertools import accumulate, compress

from index.search.stored.postings import DAMAGE, SHORT, bounds, unpacked

Head = tuple[Sequence[int], Sequence[int], Sequence[tuple[int, int]]]
"""Documents, counts and titles of a list, as in `postings.Lists`."""
_NUMBER = re.compile(rb"[\x80-\xff]*[\0-\x7f]")
"""A number of a short list."""
_LONGEST = 3
"""Bytes that a step or a count takes at most, on an average; where they take more, the whole list is read."""
_EVEN = bytes(range(0, 256, 2))
_HALF = bytes(byte >> 1 for byte in range(256))
_KEPT = 1 << 14


class Union:
    """The short ones of some lists; `documents`, `counts`, `titles` and `row` are as in a `TermList`."""

    __slots__ = ("_ends", "_members", "_terms", "counts", "documents", "long", "row", "titles")

    def __init__(self, lists: Iterable[tuple[bytes, bytes]], size: int, deleted: frozenset[int]) -> None:
        """`lists` are terms with their lists, nothing for a long one; `size` is the number of documents of the segment.

        Raises ValueError where a list is damaged.
        """
        self._terms: list[str] = []
        self._members = array("I")
        """The documents of each list, one list after the other."""
        self._ends = array("I")
        self.long: list[str] = []
        """The terms with long lists, which are left out."""
        self.row: tuple[int, int] | None = None
        counts = [0] * size
        titled: dict[int, int] = {}
        for term, data in lists:
            name = term.decode("utf-8", "surrogatepass")
            if not data:
                self.long.append(name)
                continue
            documents, often, titles = head_of(data)
            for number, count in zip(documents, often, strict=True):
                counts[number] += count
            self._members.extend(documents)
            self._terms.append(name)
            self._ends.append(len(self._members))
            for index, times in titles:
                titled[documents[index]] = titled.get(documents[index], 0) + times
        self.documents: Sequence[int] = array("I", sorted(set(self._members) - deleted))
        self.counts: Sequence[int] = [counts[number] for number in self.documents]
        places = {number: bisect_left(self.documents, number) for number in titled.keys() - deleted}
        self.titles = {place: titled[number] for number, place in places.items()}

    def __len__(self) -> int:
        return len(self.documents)

    def having(self, documents: Set[int]) -> list[str]:
        """The terms with short lists that any of some documents have, in order."""
        found = compress(range(len(self._members)), map(documents.__contains__, self._members))
        return [self._terms[place] for place in dict.fromkeys(bisect_right(self._ends, index) for index in found)]


def head_of(data: bytes) -> Head:
    """What is told of the documents of a list.  Raises ValueError where the bytes are none."""
    try:
        if data[0] == SHORT and len(data) == 2 + data[1] and (found := _of_short(data)) is not None:
            return found
        parts = [unpacked(data, start, end) for start, end in bounds(data)]
    except DAMAGE as error:
        raise ValueError(f"damaged posting list: {error}") from error
    documents: list[int] = []
    counts: list[int] = []
    titles: list[tuple[int, int]] = []
    for part in parts:
        titles += [(len(counts) + index, times) for index, times in part.titles]
        each = accumulate(part.steps, initial=part.base)
        next(each)
        documents += each
        counts += part.counts
    return documents, counts, titles


def _of_short(data: bytes) -> Head | None:
    """A short list of one part, of whose documents none has the term in its title or very often; None for others."""
    pairs = data[2] & ~1
    numbers = list(map(_number_of, _NUMBER.findall(data, 3, 3 + _LONGEST * pairs)))
    told = numbers[1:pairs:2]
    if not pairs or len(numbers) < pairs or max(told) > 255 or (often := bytes(told)).translate(None, _EVEN):
        return None
    return list(accumulate(numbers[:pairs:2])), often.translate(_HALF), ()


class _Numbers(dict[bytes, int]):
    """What numbers of seven bits a byte stand for, those met first kept."""

    def __missing__(self, data: bytes) -> int:
        number = 0
        for place, byte in enumerate(data):
            number |= (byte & 127) << 7 * place
        if len(self) < _KEPT:
            self[data] = number
        return number


_number_of = _Numbers().__getitem__
