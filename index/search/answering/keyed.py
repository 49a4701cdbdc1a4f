"""Phrases by the places of words as numbers: the texts of a segment stand behind one another, each with its title after
it, and the place of a word among all of them is one number, so that what follows a word is one more.

A word's places are made by calls that run over whole arrays: many narrow numbers are one wide one, to which others are
added.  That takes no look at each document.  What words share is told by one call.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, compress, repeat
from operator import add, floordiv
from typing import NamedTuple

from index.search.answering.placed import documents_of
from index.search.stored.numbers import numbers_of, widened
from index.search.stored.postings import SHIFT, TITLE, WIDE, Postings
from index.search.stored.segments import Segment, TermList

_WITHOUT_FLAGS = bytes(byte & ~(TITLE | WIDE) for byte in range(256))
_WIDTH = bytes(1 + (byte & WIDE) // WIDE for byte in range(256))
_IN_TITLE = bytes(byte & TITLE for byte in range(256))
_UNFLAGGED = bytes(byte for byte in range(256) if not byte & (TITLE | WIDE))
_OF_ONE_PLACE = bytes(byte for byte in range(256) if not byte & WIDE)
_PIECE = 1 << 10
"""Places of the rarer of two words that are one set."""
_BLOCK = 1 << 13
"""Places whose numbers are worked out together: few enough for the processor to have them at hand."""


class Row(NamedTuple):
    """The places of a word in order, those of each document `stride` after those of the one before, and how many places
    it covers each time; `widths` is None where that is always one.
    """

    places: array[int]
    widths: bytes | None
    stride: int

    def ends(self) -> Iterator[int]:
        """Where what follows the word has to begin."""
        return map(add, self.places, self.widths or repeat(1))

    def within(self, document: int) -> tuple[int, int]:
        """Where in the row the places of a document begin and end."""
        begin = bisect_left(self.places, document * self.stride)
        return begin, bisect_left(self.places, (document + 1) * self.stride, begin)


class Grid(NamedTuple):
    """Where the places of a segment's documents begin: each `stride` after the one before; `title` places after its
    text begins its title.  Between them is a place without a word.  Places have `size` bytes, and no document has a
    number above `documents`.
    """

    title: int
    stride: int
    size: int
    documents: int


def grid_of(segment: Segment) -> Grid:
    """The grid of a segment."""
    text, title = segment.longest()
    # Odd, so that sets of such numbers are spread evenly.
    stride = (text + title + 2) | 1
    return Grid(text + 1, stride, 4 if stride * (segment.size + 1) < 1 << 32 else 8, segment.size)


def keyed(slots: Sequence[Sequence[TermList]], segment: Segment) -> tuple[dict[int, int], dict[int, int]]:
    """How often documents have a phrase in their text, and how often in their title, as `phrases.beginnings` says.

    `slots` are the lists of its words.
    """
    grid = grid_of(segment)
    inside: Collection[int] = _matched([[row_of(each, grid) for each in lists] for lists in slots], grid.stride)
    titled: Collection[int] = ()
    if all(any(each.postings.titles for each in lists) for lists in slots):
        titled = [place for place in inside if place % grid.stride >= grid.title]
        if titled:
            inside = [place for place in inside if place % grid.stride < grid.title]
    gone = segment.deleted
    texts, titles = (Counter(map(floordiv, places, repeat(grid.stride))) for places in (inside, titled))
    return _without(texts, gone), _without(titles, gone)


def places_to_look_at(lists: Sequence[TermList]) -> int:
    """How many places of a word `keyed` looks at."""
    return sum([each.postings.total for each in lists])


def _without(counts: dict[int, int], gone: frozenset[int]) -> dict[int, int]:
    """The counts without those of deleted documents, of which the rows still tell."""
    for number in gone & counts.keys():
        del counts[number]
    return counts


def _matched(slots: Sequence[Sequence[Row]], stride: int) -> Collection[int]:
    """Where one of the words of each occurrence of a phrase is, the same word of all; a slot has the rows of all words
    that it stands for.
    """
    if len(slots) > stride:  # no text is as long
        return ()
    if any(row.widths for rows in slots[:-1] for row in rows):
        return _matched_backwards(slots)
    # The rarest word first; where the most frequent one would be is told of the others, so that it is not moved.
    lengths = [sum([len(row.places) for row in rows]) for rows in slots]
    order = sorted(range(len(slots)), key=lengths.__getitem__)
    rows = ([_moved(row.places, order[-1] - place) for row in slots[place]] for place in order)
    first, second = next(rows), next(rows)
    found: Collection[int]
    if len(first) == len(second) == 1:
        found = _shared(first[0], second[0])
    else:
        found = set(chain.from_iterable(first)).intersection(chain.from_iterable(second))
    while found and (other := next(rows, None)):
        found = set(found).intersection(chain.from_iterable(other))
    return found


def _moved(places: array[int], by: int) -> array[int]:
    """Places so many further on, or back; those that would lie before the first text are left out."""
    if by < 0:
        places = places[bisect_left(places, -by) :]
    if not by or not places:
        return places
    size = places.itemsize
    each = bytes([1, *bytes(size - 1)])
    moved = array(places.typecode)
    for start in range(0, len(places), _BLOCK):
        data = widened(places[start : start + _BLOCK], size)
        number = _number(data) + _number(each * (len(data) // size)) * by
        moved.extend(numbers_of(number.to_bytes(len(data), "little"), places.typecode))
    return moved


def _shared(ones: array[int], others: array[int]) -> list[int]:
    """What two rows of ascending numbers share, piece by piece of the shorter one: sets and numbers that the processor
    has at hand take half the time of those that it has to fetch.
    """
    found: list[int] = []
    at = 0
    for start in range(0, len(ones), _PIECE):
        mine = ones[start : start + _PIECE]
        at, before = bisect_right(others, mine[-1], at), at
        found += set(mine).intersection(others[before:at])
    return found


def _matched_backwards(slots: Sequence[Sequence[Row]]) -> Collection[int]:
    """The same, of the first word, where words cover one place or two."""
    following: Iterable[int] = chain.from_iterable([row.places for row in slots[-1]])
    for rows in reversed(slots[:-1]):
        after = set(following)
        following = [begin for row in rows for begin in compress(row.places, map(after.__contains__, row.ends()))]
    return list(following)


def row_of(listed: TermList, grid: Grid) -> Row:
    """The places of a word, deleted documents included."""
    if listed.row_of_places is None:
        listed.row_of_places = _made(listed.postings, grid)
    row: Row = listed.row_of_places
    return row


def _made(postings: Postings, grid: Grid) -> Row:
    size, codes = grid.size, postings.all_codes()
    documents = documents_of(postings, grid.documents)
    made = array("I" if size == array("I").itemsize else "Q")
    widths = b""
    for start in range(0, len(codes), _BLOCK):
        data = widened(codes[start : start + _BLOCK], size)
        low = data[::size]
        flagged = low.translate(None, _UNFLAGGED)
        if flagged:
            data[::size] = low.translate(_WITHOUT_FLAGS)
        places = _number(data) >> SHIFT
        if flagged and postings.titles:
            in_titles = bytearray(len(data))
            in_titles[::size] = low.translate(_IN_TITLE)
            places += _number(in_titles) * grid.title
        places += _number(widened(documents[start : start + _BLOCK], size)) * grid.stride
        try:
            made.extend(numbers_of(places.to_bytes(len(data), "little"), made.typecode))
        except OverflowError as error:
            raise ValueError(f"damaged positions: {error}") from error
        if flagged.translate(None, _OF_ONE_PLACE):
            widths = widths.ljust(start, b"\1") + low.translate(_WIDTH)
    return Row(made, widths.ljust(len(made), b"\1") if widths else None, grid.stride)


_number: Callable[[bytes | bytearray], int] = partial(int.from_bytes, byteorder="little")
