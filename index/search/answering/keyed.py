"""Phrases by the places of words as numbers: the texts of a segment stand behind one another, each with its title after
it, and the place of a word among all of them is one number, so that what follows a word is one more.

A word's places are kept as the steps from each to the next one, made by calls that run over whole arrays: many narrow
numbers are one wide one, to which others are added.  Adding the steps up gives the places at the pace at which an array
could be read, and needs no look at each document.  What words share is told by one call.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import accumulate, chain, compress, islice, repeat
from operator import add, floordiv
from typing import NamedTuple

from index.search.stored.numbers import numbers_of, widened
from index.search.stored.postings import SHIFT, TITLE, WIDE, Postings
from index.search.stored.segments import Segment, TermList

_WITHOUT_FLAGS = bytes(byte & ~(TITLE | WIDE) for byte in range(256))
_WIDTH = bytes(1 + (byte & WIDE) // WIDE for byte in range(256))
_IN_TITLE = bytes(byte & TITLE for byte in range(256))
_AT_ONCE, _PIECE = 1 << 13, 1 << 10
"""Places of the rarest word up to which they are one set, and those that are put into a set where they are more."""
_BLOCK = 1 << 13
"""Places whose numbers are worked out together: few enough for the processor to have them at hand."""
_MOST_KEPT = 1 << 14
_LONG = 64
"""A document with so many places of a word comes seldom."""


class Row(NamedTuple):
    """The places of a word in order, as steps from each to the next one, the first from 0, and how many places it
    covers each time; `widths` is None where that is always one.
    """

    steps: array[int]
    widths: bytes | None

    def begins(self, before: int = 0) -> Iterator[int]:
        """Where so many places before the word are."""
        return islice(accumulate(self.steps, initial=-before), 1, None)

    def ends(self) -> Iterator[int]:
        """Where what follows the word has to begin."""
        return map(add, self.begins(), self.widths) if self.widths else self.begins(-1)


class Grid(NamedTuple):
    """Where the places of a segment's documents begin: each `stride` after the one before; `title` places after its
    text begins its title.  Between them is a place without a word.  Steps have `size` bytes.
    """

    title: int
    stride: int
    size: int


def grid_of(segment: Segment) -> Grid:
    """The grid of a segment."""
    text, title = segment.longest()
    # Odd, so that sets of such numbers are spread evenly.
    stride = (text + title + 2) | 1
    return Grid(text + 1, stride, 4 if stride * (segment.size + 1) < 1 << 32 else 8)


def keyed(slots: Sequence[Sequence[TermList]], segment: Segment) -> tuple[dict[int, int], dict[int, int]]:
    """How often documents have a phrase in their text, and how often in their title, as `phrases.beginnings` says.

    `slots` are the lists of its words.
    """
    grid = grid_of(segment)
    inside: Collection[int] = _matched([[row_of(each, grid) for each in lists] for lists in slots])
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
    return sum([sum(each.postings.counts) for each in lists])


def _without(counts: dict[int, int], gone: frozenset[int]) -> dict[int, int]:
    """The counts without those of deleted documents, of which the rows still tell."""
    for number in gone & counts.keys():
        del counts[number]
    return counts


def _matched(slots: Sequence[Sequence[Row]]) -> Collection[int]:
    """Where the occurrences of a phrase begin; a slot has the rows of all words that it stands for."""
    if any(row.widths for rows in slots[:-1] for row in rows):
        return _matched_backwards(slots)
    # The rarest word first; of each, where the phrase would begin.
    lengths = [sum([len(row.steps) for row in rows]) for rows in slots]
    order = sorted(range(len(slots)), key=lengths.__getitem__)
    first, second, *others = [(place, slots[place]) for place in order]
    found: Collection[int]
    if lengths[order[0]] > _AT_ONCE and len(first[1]) == len(second[1]) == 1:  # rows of ascending numbers
        found = _shared(_begins(*first), _begins(*second))
    else:
        found = set(_begins(*first)).intersection(_begins(*second))
    for other in others:
        if found:
            found = set(found).intersection(_begins(*other))
    return found


def _begins(place: int, rows: Sequence[Row]) -> Iterator[int]:
    """Where a phrase would begin that has one of the words of some rows at a place."""
    return rows[0].begins(place) if len(rows) == 1 else chain.from_iterable([row.begins(place) for row in rows])


def _shared(ones: Iterator[int], others: Iterator[int]) -> list[int]:
    """What two rows of ascending numbers share, piece by piece: sets and numbers that the processor has at hand take
    half the time of those that it has to fetch.
    """
    found: list[int] = []
    mine, yours = [*islice(ones, _PIECE)], [*islice(others, _PIECE)]
    while mine and yours:
        if mine[-1] <= yours[-1]:
            cut = bisect_right(yours, mine[-1])
            found += set(mine).intersection(yours[:cut])
            mine, yours = [*islice(ones, _PIECE)], yours[cut:] or [*islice(others, _PIECE)]
        else:
            cut = bisect_right(mine, yours[-1])
            found += set(mine[:cut]).intersection(yours)
            mine, yours = mine[cut:] or [*islice(ones, _PIECE)], [*islice(others, _PIECE)]
    return found


def _matched_backwards(slots: Sequence[Sequence[Row]]) -> Collection[int]:
    """The same where words cover one place or two."""
    following: Iterable[int] = chain.from_iterable([row.begins() for row in slots[-1]])
    for rows in reversed(slots[:-1]):
        after = set(following)
        following = [begin for row in rows for begin in compress(row.begins(), map(after.__contains__, row.ends()))]
    return list(following)


def row_of(listed: TermList, grid: Grid) -> Row:
    """The places of a word, deleted documents included."""
    if listed.row_of_places is None:
        listed.row_of_places = _made(listed.postings, grid)
    row: Row = listed.row_of_places
    return row


def _made(postings: Postings, grid: Grid) -> Row:
    size, codes = grid.size, postings.all_codes()
    documents = _strides(postings, size)
    steps = array("I" if size == array("I").itemsize else "Q")
    widths: list[bytes] = []
    last = 0
    for start in range(0, len(codes), _BLOCK):
        data = widened(codes[start : start + _BLOCK], size)
        low = bytes(data[::size])
        data[::size] = low.translate(_WITHOUT_FLAGS)
        places = _number(data) >> SHIFT
        if postings.titles:
            in_titles = bytearray(len(data))
            in_titles[::size] = low.translate(_IN_TITLE)
            places += _number(in_titles) * grid.title
        end = 8 * len(data)
        following = places >> end - 8 * size
        before = (places << 8 * size) + last - (following << end)
        last = following
        strides = _number(documents[size * start : size * start + len(data)]) * grid.stride
        try:
            made = (strides + places - before).to_bytes(len(data), "little")
        except OverflowError as error:
            raise ValueError(f"damaged positions: {error}") from error
        steps.extend(numbers_of(made, steps.typecode))
        widths.append(low.translate(_WIDTH))
    covered = b"".join(widths)
    return Row(steps, covered if covered.strip(b"\1") else None)


def _strides(postings: Postings, size: int) -> bytes:
    """How many documents further on each place is than the place before it."""
    often, at = postings.often(), 0
    done: list[bytes] = []
    for first, steps in postings.steps():
        numbers = often[at : at + len(steps)]
        at += len(steps)
        done.append(_of_document(first, numbers[0], size))
        further = steps[1:] if isinstance(steps, array) else array("I", steps[1:])
        done += _of_documents(further, numbers[1:], size)
    return b"".join(done)


def _of_documents(steps: array[int], numbers: array[int], size: int) -> Iterator[bytes]:
    """The strides of documents so many further on, each, which have a word so often."""
    kind = max(steps.typecode, numbers.typecode, key=_KINDS.index)
    pairs = array(kind, [0]) * (2 * len(steps))
    pairs[::2] = steps if steps.typecode == kind else array(kind, steps)
    pairs[1::2] = numbers if numbers.typecode == kind else array(kind, numbers)
    both = array(_KINDS[_KINDS.index(kind) + 1], pairs.tobytes())
    return map(_known(pairs.itemsize, size).__getitem__, both)


_KINDS = "BHIQ"


class _Known(dict[int, bytes]):
    """Strides as bytes by what tells them, a step and how often in one number: most come again and again."""

    def __init__(self, half: int, size: int) -> None:
        self._half, self._size = half, size

    def __missing__(self, both: int) -> bytes:
        pair = both.to_bytes(2 * self._half, sys.byteorder)
        step, often = (int.from_bytes(each, sys.byteorder) for each in (pair[: self._half], pair[self._half :]))
        found = _of_document(step, often, self._size)
        if often < _LONG and len(self) < _MOST_KEPT:
            self[both] = found
        return found


_known = cache(_Known)


def _of_document(step: int, often: int, size: int) -> bytes:
    return step.to_bytes(size, "little") + bytes(size * (often - 1))


_number: Callable[[bytes | bytearray], int] = partial(int.from_bytes, byteorder="little")
