"""Many short posting lists of a segment as one: the documents that have any of their terms, and how often.

The beginning of a word may stand for a thousand forms, most of which few documents have.  Making an object of each of
these lists takes longer than counting what is in it, and of the documents that are shown a handful have them.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import accumulate, compress
from operator import add
from typing import NamedTuple

from index.search.stored.postings import DAMAGE, SHORT, bounds, unpacked


class Head(NamedTuple):
    """Documents, how often each has a term in its text, of which part each is told, and by index how often some have
    the term in their title.
    """

    parts: Sequence[int]
    documents: list[int]
    counts: Sequence[int]
    titles: Sequence[tuple[int, int]] = ()


_NUMBER = re.compile(rb"[\x80-\xff]*[\0-\x7f]")
"""A number of a short part."""
_FURTHER = bytes(range(128, 256))
"""Bytes after which a number goes on."""
_ODD = (1).__and__
_KEPT = 1 << 14


class Union:
    """The short ones of some lists; `documents`, `counts`, `titles` and `row` are as in a `TermList`."""

    __slots__ = ("_members", "_owners", "counts", "documents", "long", "row", "titles")

    def __init__(self, lists: Iterable[tuple[bytes, bytes]], size: int, deleted: frozenset[int]) -> None:
        """`lists` are terms with their lists, nothing for a long one; `size` is the number of documents of the segment.

        Raises ValueError where a list is damaged.
        """
        self.long: list[str] = []
        """The terms with long lists, which are left out."""
        self.row: tuple[int, int] | None = None
        terms: list[bytes] = []
        parts: list[bytes] = []
        for term, data in lists:
            if not data:
                self.long.append(_name(term))
            elif data[0] == SHORT and len(data) == 2 + data[1]:
                terms.append(term)
                parts.append(data)
            else:
                several = parts_of(data)
                terms += [term] * len(several)
                parts += several
        counts = [0] * size
        titled: dict[int, int] = {}
        self._members: list[int] = []
        """The documents of all lists."""
        self._owners: list[bytes] = []
        """For each of them the term."""
        for which, documents, often, titles in heads_of(parts):
            for number, count in zip(documents, often, strict=True):
                counts[number] += count
            self._members += documents
            self._owners += [terms[place] for place in which]
            for index, times in titles:
                titled[documents[index]] = titled.get(documents[index], 0) + times
        self.documents: Sequence[int] = array("I", sorted(set(self._members) - deleted))
        self.counts: Sequence[int] = [counts[number] for number in self.documents]
        places = {number: bisect_left(self.documents, number) for number in titled.keys() - deleted}
        self.titles = {place: titled[number] for number, place in places.items()}

    def __len__(self) -> int:
        return len(self.documents)

    def having(self, documents: Set[int]) -> set[str]:
        """The terms with short lists that any of some documents have."""
        return set(map(_name, set(compress(self._owners, map(documents.__contains__, self._members)))))


def _name(term: bytes) -> str:
    return term.decode("utf-8", "surrogatepass")


def parts_of(data: bytes) -> list[bytes]:
    """The parts of a list.  Raises ValueError where the bytes are none."""
    try:
        return [data[start:end] for start, end in bounds(data)]
    except DAMAGE as error:
        raise ValueError(f"damaged posting list: {error}") from error


def heads_of(parts: Sequence[bytes]) -> Iterator[Head]:
    """What is told of the documents of some parts of lists, all of it in no order.

    Raises ValueError where one is damaged.
    """
    plain = [part[0] == SHORT and len(part) > 2 and part[-1] < 128 and part[1:3].isascii() for part in parts]
    # The numbers of all parts are told by one call, those of positions with them: it takes less than a call for each.
    numbers = list(map(_number_of, _NUMBER.findall(b"".join(compress(parts, plain)))))
    alike: dict[int, list[tuple[int, int]]] = defaultdict(list)
    others: list[int] = []
    begin = end = 0
    for place, part in enumerate(parts):
        if plain[place]:
            begin, end = end, end + len(part.translate(None, _FURTHER))
            documents = part[2] >> 1
            if documents and begin + 3 + 2 * documents <= end:
                alike[documents].append((place, begin + 3))
                continue
        others.append(place)
    for documents, found in alike.items():
        following = range(1, 2 * documents, 2)
        if any(map(_ODD, (numbers[begin + index] for index in following for _, begin in found))):
            # A further number follows that tells how often the term is in the title.
            titled = {place for place, begin in found if any(numbers[begin + index] & 1 for index in following)}
            others += titled
            found = [each for each in found if each[0] not in titled]
        places, begins = zip(*found, strict=True) if found else ((), ())
        column: Sequence[int] = [0] * len(begins)
        for index in range(0, 2 * documents, 2):
            column = list(map(add, column, [numbers[begin + index] for begin in begins]))
            yield Head(places, column, [numbers[begin + index + 1] >> 1 for begin in begins])
    for place in others:
        try:
            base, steps, counts, titles, _ = unpacked(parts[place], 0, len(parts[place]))
        except DAMAGE as error:
            raise ValueError(f"damaged posting list: {error}") from error
        yield Head([place] * len(steps), list(accumulate(steps, initial=base))[1:], counts, titles)


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
