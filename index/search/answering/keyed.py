"""Phrases by the places of words as numbers: a document and a position in it are one number, the place of the next word
is a little more, and what two words share is told by one call.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence, Set
from itertools import chain, repeat
from operator import add, floordiv

from index.search.stored.postings import SHIFT, TITLE, WIDE
from index.search.stored.segments import TermList

_DOCUMENT = (1 << 32) + 981
"""From a document to the next: more than any position code, and odd, so that sets of such numbers are spread evenly."""
_NEXT = 1 << SHIFT
_DOCUMENTS, _PLACES = 24, 32
"""Documents and places of all words for each document that has all of them, up to which it pays to make their rows."""
_LOOKED_UP = 12
"""Looking one place up in a row takes as long as going over so many of it."""


def keyed(lists: Sequence[TermList], documents: Set[int]) -> tuple[dict[int, int], dict[int, int]] | None:
    """How often documents have a phrase in their text, and how often in their title, as `phrases.beginnings` says.

    `lists` are those of its words, `documents` have all of these.  None where this does not pay, or not yet: a list is
    told by its places once it is asked for again.
    """
    if not all(each.keys is not None for each in lists) and not _worth(lists, documents):
        return None
    rows = [places_of(each) for each in lists]
    if not all(rows):
        return None
    place, *others = sorted(range(len(rows)), key=[*map(len, rows)].__getitem__)
    found: Collection[int] = rows[place]
    for other in others:
        found = _shared({*map(((other - place) * _NEXT).__add__, found)}, rows[other])
        place = other
    begun = [key - place * _NEXT for key in sorted(found)] if place else sorted(found)
    titled: Counter[int] = Counter()
    if all(each.titles for each in lists):
        titled.update([key // _DOCUMENT for key in begun if key % _DOCUMENT & TITLE])
    if titled:
        begun = [key for key in begun if not key % _DOCUMENT & TITLE]
    inside = Counter(map(floordiv, begun, repeat(_DOCUMENT)))
    return _among(inside, documents), _among(titled, documents)


def _worth(lists: Sequence[TermList], documents: Set[int]) -> bool:
    """Whether to have the places of words as rows: for words that are asked for again, and not of far more documents
    than have all of them.
    """
    again = all(each.in_phrase for each in lists)
    for each in lists:
        each.in_phrase = True
    return (
        again
        and sum([len(each.documents) for each in lists]) <= _DOCUMENTS * len(documents)
        and sum([len(each.postings.all_codes()) for each in lists]) <= _PLACES * len(documents)
    )


def _among(counts: dict[int, int], documents: Set[int]) -> dict[int, int]:
    """The counts without those of deleted documents, of which the rows still tell."""
    if counts.keys() <= documents:
        return dict(counts)
    return {number: count for number, count in counts.items() if number in documents}


def _shared(keys: set[int], row: Sequence[int]) -> set[int]:
    """Those of some keys that are in a row, which is in order."""
    if len(keys) * _LOOKED_UP > len(row):
        return keys.intersection(row)
    last = row[-1]
    return {key for key in keys if key <= last and row[bisect_left(row, key)] == key}


def places_of(listed: TermList) -> Sequence[int]:
    """The places of a word in all documents of its list, in order; none where one is of a joined word, which covers
    two positions.
    """
    if listed.keys is None:
        postings = listed.postings
        codes = postings.all_codes()
        if any(code & WIDE for code in set(codes)):
            listed.keys = ()
        else:
            often: Sequence[int] = postings.counts
            if postings.titles:
                often = added = list(often)
                for index, number in postings.titles:
                    added[index] += number
            bases = chain.from_iterable(map(repeat, map(_DOCUMENT.__mul__, postings.documents), often))
            keys = list(map(add, codes, bases))
            # Those in a title come after those in the text, but positions begin anew with it.
            listed.keys = array("Q", sorted(keys) if postings.titles else keys)
    return listed.keys
