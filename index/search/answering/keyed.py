"""Phrases by the places of words as numbers: the texts of a segment stand behind one another, and the place of a word
among all their words is one number, so that what follows a word is one more.

The places of a word are a row, made by calls that run over whole arrays: many narrow numbers are one wide one, to which
others are added.  What two words share is told by one call.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain, compress, repeat
from operator import add, floordiv
from typing import NamedTuple

from index.search.stored.postings import SHIFT, TITLE, WIDE, Postings
from index.search.stored.segments import Segment, TermList

_LOOKED_UP = 12
"""Looking one place up in a row takes as long as going over so many of it."""
_TITLE = 4099
"""From a title to the next, more than any has words; odd, so that sets of such numbers are spread evenly."""
_SIZE = 4
"""Bytes of a place."""
_LOW = _SIZE - 1 if sys.byteorder == "big" else 0
"""Which of them is the lowest."""
_WITHOUT_FLAGS = bytes(byte & ~(TITLE | WIDE) for byte in range(256))
_WIDTH = bytes(1 + (byte & WIDE) // WIDE for byte in range(256))
_IN_TITLE = bytes(byte & TITLE for byte in range(256))
_IN_TEXT = bytes(1 - (byte & TITLE) for byte in range(256))
_ONE = (1).to_bytes(_SIZE, sys.byteorder)


class Row(NamedTuple):
    """Where a word begins, in order, and where what follows it has to begin; `ends` is None where each is one more."""

    begins: Sequence[int]
    ends: Sequence[int] | None


class Places(NamedTuple):
    """The places of a word in all texts of a segment, and in all titles."""

    texts: Row
    titles: Row


_NONE = Row((), None)


def keyed(slots: Sequence[Sequence[TermList]], segment: Segment) -> tuple[dict[int, int], dict[int, int]] | None:
    """How often documents have a phrase in their text, and how often in their title, as `phrases.beginnings` says.

    `slots` are the lists of its words.  None where places of such texts or titles are no numbers of a row's size.
    """
    found = [[places_of(each, segment) for each in lists] for lists in slots]
    known = [[each for each in places if each is not None] for places in found]
    if any(len(some) < len(every) for some, every in zip(known, found, strict=True)):
        return None
    starts = segment.starts()
    inside = _matched([_joined([each.texts for each in places]) for places in known])
    titled = _matched([_joined([each.titles for each in places]) for places in known])
    gone = segment.deleted
    return (
        _counted(map(partial(bisect_right, starts), inside), -1, gone),
        _counted(map(floordiv, titled, repeat(_TITLE)), 0, gone),
    )


def places_to_look_at(lists: Sequence[TermList]) -> int:
    """How many places of a word `keyed` looks at."""
    return sum([sum(each.postings.counts) for each in lists])


def _counted(documents: Iterable[int], shift: int, gone: frozenset[int]) -> dict[int, int]:
    """How often each document comes, without those that are deleted, of which the rows still tell."""
    counts = Counter(documents)
    if shift:
        return {number + shift: count for number, count in counts.items() if number + shift not in gone}
    return {number: count for number, count in counts.items() if number not in gone} if gone else dict(counts)


def _joined(rows: Sequence[Row]) -> Row:
    """The places of any of some words as one row."""
    if len(rows) == 1:
        return rows[0]
    if all(row.ends is None for row in rows):
        return Row(sorted(chain.from_iterable(row.begins for row in rows)), None)
    both = sorted(chain.from_iterable(zip(row.begins, _ends(row), strict=True) for row in rows))
    return Row([begin for begin, _ in both], [end for _, end in both])


def _ends(row: Row) -> Sequence[int]:
    return _moved(row.begins, 1) if row.ends is None else row.ends


def _matched(rows: Sequence[Row]) -> Sequence[int]:
    """Where a word of a phrase stands in each of its occurrences, the same word in all of them, in order."""
    if not all(row.begins for row in rows):
        return ()
    if any(row.ends is not None for row in rows):
        following = rows[-1].begins
        for row in reversed(rows[:-1]):
            after = set(following)
            following = list(compress(row.begins, map(after.__contains__, _ends(row))))
        return following
    # The rarest word first.
    place, *others = sorted(range(len(rows)), key=[len(row.begins) for row in rows].__getitem__)
    found = rows[place].begins
    for other in others:
        found = _shared(_moved(found, other - place), rows[other].begins)
        place = other
    return found


def _shared(places: Sequence[int], row: Sequence[int]) -> list[int]:
    """Those of some places that are in a row; both are in order."""
    if len(places) * _LOOKED_UP > len(row):
        return sorted(set(places).intersection(row))
    last = row[-1]
    return [place for place in places if place <= last and row[bisect_left(row, place)] == place]


def _moved(places: Sequence[int], by: int) -> Sequence[int]:
    """Places so many words further on."""
    if isinstance(places, array) and places.typecode == "I":
        step = _number(_ONE * len(places)) * abs(by)
        number = _number(places.tobytes())
        return _array(number + step if by > 0 else number - step, len(places))
    return [place + by for place in places]


def places_of(listed: TermList, segment: Segment) -> Places | None:
    """The places of a word in a segment, deleted documents included; None where they are no numbers of this size."""
    if listed.row_of_places is None:
        listed.row_of_places = _made(listed.postings, segment.starts())
    return listed.row_of_places or None


def _made(postings: Postings, starts: Sequence[int]) -> Places | tuple[()]:
    if not starts:
        return ()
    codes = postings.all_codes()
    data = _widened(codes)
    low = data[_LOW::_SIZE]
    titles = _NONE
    if postings.titles:
        documents = postings.documents
        in_titles = [code >> SHIFT for code in compress(codes, low.translate(_IN_TITLE))]
        if max(in_titles) >= _TITLE - 2:
            return ()
        bases = chain.from_iterable(repeat(documents[index] * _TITLE, number) for index, number in postings.titles)
        widths = bytes(compress(low.translate(_WIDTH), low.translate(_IN_TITLE)))
        begins = list(map(add, bases, in_titles))
        titles = Row(begins, None if max(widths) == 1 else list(map(add, begins, widths)))
        data = array("I", compress(_array(_number(data), len(codes)), low.translate(_IN_TEXT))).tobytes()
        low = data[_LOW::_SIZE]
    return Places(_in_texts(bytearray(data), low, postings, starts), titles)


def _in_texts(data: bytearray, low: bytes | bytearray, postings: Postings, starts: Sequence[int]) -> Row:
    """The places of position codes in texts."""
    count = len(low)
    if not count:
        return _NONE
    bases: Iterable[int] = map(starts.__getitem__, postings.documents)
    if count != len(postings.documents) or postings.titles:
        bases = chain.from_iterable(map(repeat, bases, postings.counts))
    widths = low.translate(_WIDTH)
    data[_LOW::_SIZE] = low.translate(_WITHOUT_FLAGS)
    number = (_number(data) >> SHIFT) + _number(array("I", bases).tobytes())
    begins = _array(number, count)
    if not widths.strip(b"\1"):
        return Row(begins, None)
    further = bytearray(_ONE * count)
    further[_LOW::_SIZE] = widths
    return Row(begins, _array(number + _number(further), count))


def _widened(codes: Sequence[int]) -> bytes | bytearray:
    """Position codes as bytes, each as many as a place takes."""
    if not isinstance(codes, array) or codes.itemsize == _SIZE:
        return (codes if isinstance(codes, array) else array("I", codes)).tobytes()
    data, narrow, size = bytearray(_SIZE * len(codes)), codes.tobytes(), codes.itemsize
    first = _SIZE - size if sys.byteorder == "big" else 0
    for byte in range(size):
        data[first + byte :: _SIZE] = narrow[byte::size]
    return data


_number: Callable[[bytes | bytearray], int] = partial(int.from_bytes, byteorder=sys.byteorder)


def _array(number: int, count: int) -> array[int]:
    found = array("I")
    found.frombytes(number.to_bytes(_SIZE * count, sys.byteorder))
    return found
