"""Phrases by the places of words as numbers: the texts of a segment stand behind one another, and the place of a word
among all their words is one number, so that what follows a word is one more.

The places of a word are a row, made by calls that run over whole arrays: many narrow numbers are one wide one, to which
others are added.  What two words share is told by one call.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain, compress, islice, repeat
from operator import floordiv, mul, sub
from typing import NamedTuple

from index.search.stored.numbers import widened
from index.search.stored.postings import SHIFT, TITLE, WIDE, Postings
from index.search.stored.segments import Segment, TermList

_LOOKED_UP = 12
"""Looking one place up in a row takes as long as going over so many of it."""
_TITLE = 4099
"""From a title to the next, more than any has words; odd, so that sets of such numbers are spread evenly."""
_SIZE = 4
"""Bytes of a place."""
_MOST = (1 << 32) - _TITLE
_LOW = _SIZE - 1 if sys.byteorder == "big" else 0
"""Which of them is the lowest."""
_WITHOUT_FLAGS = bytes(byte & ~(TITLE | WIDE) for byte in range(256))
_WIDTH = bytes(1 + (byte & WIDE) // WIDE for byte in range(256))
_IN_TITLE = bytes(byte & TITLE for byte in range(256))
_IN_TEXT = bytes(1 - (byte & TITLE) for byte in range(256))
_ONE = (1).to_bytes(_SIZE, sys.byteorder)
_BASE = struct.Struct("I").pack


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
    inside = _matched([[each.texts for each in places] for places in known])
    titled = _matched([[each.titles for each in places] for places in known])
    gone = segment.deleted
    if len(inside) < len(starts):
        texts = Counter(bisect_right(starts, place) - 1 for place in inside)
    else:
        ends = [bisect_left(inside, start) for start in starts]
        often = map(sub, chain(islice(ends, 1, None), (len(inside),)), ends)
        texts = Counter({number: count for number, count in enumerate(often) if count})
    return _without(texts, gone), _without(Counter(map(floordiv, titled, repeat(_TITLE))), gone)


def places_to_look_at(lists: Sequence[TermList]) -> int:
    """How many places of a word `keyed` looks at."""
    return sum([sum(each.postings.counts) for each in lists])


def _without(counts: dict[int, int], gone: frozenset[int]) -> dict[int, int]:
    """The counts without those of deleted documents, of which the rows still tell."""
    return {number: count for number, count in counts.items() if number not in gone} if gone else dict(counts)


def _matched(slots: Sequence[Sequence[Row]]) -> Sequence[int]:
    """Where a word of a phrase stands in each of its occurrences, the same word in all of them, in order; a slot has
    the rows of all words that it stands for.
    """
    lengths = [sum([len(row.begins) for row in rows]) for rows in slots]
    if not all(lengths):
        return ()
    if any(row.ends is not None for rows in slots for row in rows):
        following: Sequence[int] = [*chain.from_iterable(row.begins for row in slots[-1])]
        for rows in reversed(slots[:-1]):
            after = set(following)
            following = [
                begin
                for row in rows
                for begin in compress(
                    row.begins, map(after.__contains__, _moved(row.begins, 1) if row.ends is None else row.ends)
                )
            ]
        return sorted(following)
    # The rarest word first.
    place, *others = sorted(range(len(slots)), key=lengths.__getitem__)
    rarest = slots[place]
    found = rarest[0].begins if len(rarest) == 1 else sorted(chain.from_iterable(row.begins for row in rarest))
    for other in others:
        places = _moved(found, other - place)
        found = sorted(chain.from_iterable(_shared(places, row.begins) for row in slots[other] if row.begins))
        place = other
    return found


def _shared(places: Sequence[int], row: Sequence[int]) -> Iterable[int]:
    """Those of some places that are in a row; both are in order."""
    if len(places) * _LOOKED_UP > len(row):
        return set(places).intersection(row)
    last = row[-1]
    return [place for place in places if place <= last and row[bisect_left(row, place)] == place]


def _moved(places: Sequence[int], by: int) -> Sequence[int]:
    """Places so many words further on; of places in order without those before which there are not so many."""
    if isinstance(places, array) and places.typecode == "I":
        if by < 0:
            places = places[bisect_left(places, -by) :]
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
    data = widened(codes)
    documents, counts = postings.documents, postings.counts
    if not postings.titles:
        return Places(_row(data, _number(_bases(starts, documents, counts))), _NONE)
    low = data[_LOW::_SIZE]
    wide = _array(_number(data), len(codes))
    in_titles = array("I", compress(wide, low.translate(_IN_TITLE)))
    if max(in_titles) >> SHIFT >= _TITLE - 2 or len(starts) * _TITLE > _MOST:
        return ()
    in_texts = array("I", compress(wide, low.translate(_IN_TEXT)))
    bases = _bases(starts, documents, counts)
    indexes, numbers = zip(*postings.titles, strict=True)
    titled = chain.from_iterable(map(repeat, map(documents.__getitem__, indexes), numbers))
    return Places(
        _row(in_texts.tobytes(), _number(bases)),
        _row(in_titles.tobytes(), _number(array("I", titled).tobytes()) * _TITLE),
    )


def _bases(starts: Sequence[int], documents: Iterable[int], counts: Iterable[int]) -> bytes:
    """Where the text of each document begins, once for each time that it has a word, as numbers of a row."""
    return b"".join(map(mul, map(_BASE, map(starts.__getitem__, documents)), counts))


def _row(codes: bytes | bytearray, bases: int) -> Row:
    """The places of position codes, each counted from its base."""
    low = codes[_LOW::_SIZE]
    count = len(low)
    if not count:
        return _NONE
    data = bytearray(codes)
    data[_LOW::_SIZE] = low.translate(_WITHOUT_FLAGS)
    number = (_number(data) >> SHIFT) + bases
    begins = _array(number, count)
    widths = low.translate(_WIDTH)
    if not widths.strip(b"\1"):
        return Row(begins, None)
    further = bytearray(_SIZE * count)
    further[_LOW::_SIZE] = widths
    return Row(begins, _array(number + _number(further), count))


_number: Callable[[bytes | bytearray], int] = partial(int.from_bytes, byteorder=sys.byteorder)


def _array(number: int, count: int) -> array[int]:
    found = array("I")
    found.frombytes(number.to_bytes(_SIZE * count, sys.byteorder))
    return found
