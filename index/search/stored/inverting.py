"""Articles become posting lists in memory: for each word, the places where it stands.

A place is one number: the article and, in its lower half, the position code.  Adding a word is one look-up of its piece
of text and one number; what a piece consists of is looked at once a segment.  The lists are then made by calls that run
over whole arrays.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate, chain

from index.search.folding import LONGEST, stem_of
from index.search.stored import beginnings, schema
from index.search.stored.encoding import FEW, encode, encode_few
from index.search.stored.entry import Entry
from index.search.stored.pieces import Cut, Piece
from index.search.stored.postings import SHIFT, TITLE, WIDE
from index.search.stored.terms import Listed

_ARTICLE = 32
"""Bits of a place below those of the article."""
_IN_TITLE = 1 << 31
"""In a place: it comes after those of the article's text, and its position code has `TITLE`."""
_CODE = _IN_TITLE - 1
_CODES, _ARTICLES = (0, 1) if sys.byteorder == "little" else (1, 0)
"""Where the halves of a place lie in it."""
_MOST_IN_FEW = FEW // 2

_take_down = array.append
_Places = Sequence[int]
"""Places in order."""
_Ordered = tuple[list[str], list[Sequence[_Places]]]
"""Forms in order, and the places of each, in one or more runs."""


_places: Callable[[], array[int]] = partial(array, "Q")


class _Taken(dict[Piece, "array[int]"]):
    """For each piece the places where it stands.  A word by itself, marks beside it or not, has the places of its
    form; a piece of several parts has places of its own.
    """

    def __init__(self) -> None:
        self.forms: defaultdict[str, array[int]] = defaultdict(_places)
        self.several: dict[str, tuple[Piece, array[int]]] = {}
        self._nowhere = _places()

    def __missing__(self, piece: Piece) -> array[int]:
        if piece.form is not None:
            found = self.forms[piece.form]
        elif piece.several:
            found = self.several.setdefault(piece.text, (piece, _places()))[1]
        else:
            found = self._nowhere
        if len(piece.text) <= LONGEST:  # a longer one is another one each time
            self[piece] = found
        return found

    def runs(self) -> dict[str, list[_Places]]:
        """The places of each form, in one or more runs."""
        found: dict[str, list[_Places]] = {form: [places] for form, places in self.forms.items()}
        for piece, places in self.several.values():
            for form, offset, wide in piece.several:
                further = offset + (WIDE if wide else 0)
                found.setdefault(form, []).append([place + further for place in places] if further else places)
        return found


class Inverter:
    """The posting lists of the articles added; documents come in ascending order."""

    def __init__(self) -> None:
        self._texts = _Taken()
        self._titles = _Taken()
        self._terms: dict[str, dict[bytes, tuple[array[int], array[int]]]] = {
            schema.NAME: {},
            schema.DATE: {},
            schema.INFLECTED: {},
        }
        self._in_texts: _Ordered = [], []
        self._in_titles: _Ordered = [], []

    def add(self, number: int, entry: Entry) -> int:
        """Adds an article; gives the number of words of its text."""
        length = _put(self._texts, entry.text, number << _ARTICLE)
        _put(self._titles, entry.heading, number << _ARTICLE | _IN_TITLE | TITLE)
        for field, terms in (
            (schema.NAME, entry.names),
            (schema.DATE, [(date, 1) for date in entry.dates]),
            (schema.INFLECTED, [(form, 1) for form in entry.inflected]),
        ):
            lists = self._terms[field]
            for term, count in terms:
                found = lists.get(term)
                if found is None:
                    found = lists[term] = array("I"), array("I")
                found[0].append(number)
                found[1].append(count)
        return length

    def lists(self) -> dict[str, Listed]:
        """What each field holds."""
        forms, titled = self._texts.runs(), self._titles.runs()
        ordered = sorted(forms.keys() | titled.keys())
        passed: list[Sequence[_Places]] = []
        self._in_texts = ordered, passed
        in_titles = sorted(titled)
        self._in_titles = in_titles, [titled[form] for form in in_titles]
        forms_of: dict[str, list[str]] = {}
        for form, stem in zip(ordered, map(stem_of, ordered), strict=True):
            forms_of.setdefault(stem, []).append(form)
        # A stem of one form has the list of that form.
        alone = {found[0] for found in forms_of.values() if len(found) == 1}
        made: dict[str, tuple[int, bytes]] = {}

        def form_list(form: str) -> tuple[int, bytes]:
            inside = forms.get(form, ())
            passed.append(inside)
            found = _listed(inside, titled.get(form, ()))
            if form in alone:
                made[form] = found
            return found

        def stem_list(stem: str) -> tuple[int, bytes]:
            own = forms_of[stem]
            if len(own) == 1:
                return made[own[0]]
            return _listed(
                [run for form in own for run in forms.get(form, ())],
                [run for form in own for run in titled.get(form, ())],
            )

        return {
            schema.FORM: _each(ordered, form_list),
            schema.STEM: _each(sorted(forms_of), stem_list),
            schema.NAME: _counted(self._terms[schema.NAME]),
            schema.DATE: _counted(self._terms[schema.DATE]),
            schema.INFLECTED: _counted(self._terms[schema.INFLECTED]),
        }

    def beginning_with(self, letters: str) -> tuple[int, bytes]:
        """How many documents have forms that begin with some letters, and the list of them, without positions; once all
        forms of the `lists` have been taken.
        """
        texts, titles = _begun(self._in_texts, letters), _begun(self._in_titles, letters)
        return beginnings.list_of(texts, titles) if texts or titles else (0, b"")


def _put(taken: _Taken, cut: Cut, start: int) -> int:
    """Takes down the places of a text, which begins at one; gives how many positions it has."""
    places = list(accumulate([piece.width for piece in cut.pieces], initial=start))
    end = places.pop()
    deque(map(_take_down, map(taken.__getitem__, cut.pieces), places), 0)
    return (end - start) >> SHIFT


def _each(terms: Iterable[str], listed: Callable[[str], tuple[int, bytes]]) -> Iterator[tuple[bytes, int, bytes]]:
    # The order of code points is that of their bytes in UTF-8.
    for term in terms:
        yield term.encode(), *listed(term)


def _counted(lists: dict[bytes, tuple[array[int], array[int]]]) -> Iterator[tuple[bytes, int, bytes]]:
    for term in sorted(lists):
        documents, counts = lists[term]
        yield term, len(documents), encode(documents, counts, (), ())


def _listed(inside: Sequence[_Places], titled: Sequence[_Places]) -> tuple[int, bytes]:
    """How many documents these places are in, and the list of them; `titled` are those in titles."""
    if not titled and len(inside) == 1 and len(inside[0]) == 1:  # most words stand in a segment once
        (place,) = inside[0]
        return encode_few((place >> _ARTICLE,), (place & _CODE,))
    places = _in_order(inside)
    documents, codes = _halves(places)
    if not titled:
        if len(documents) <= _MOST_IN_FEW:
            return encode_few(documents, codes)
        counted = Counter(documents)
        return len(counted), encode(list(counted), list(counted.values()), (), codes)
    counted = Counter(documents)
    in_title = _in_order(titled)
    in_titles = Counter(_halves(in_title)[0])
    # Most titles stand in the text too, and the documents are in order as they are.
    holding = list(counted) if in_titles.keys() <= counted.keys() else sorted(counted.keys() | in_titles.keys())
    titles = [(bisect_left(holding, number), count) for number, count in in_titles.items()]
    often = [counted[number] for number in holding]
    return len(holding), encode(holding, often, titles, _with_titles(places, codes, in_title))


def _with_titles(places: _Places, codes: array[int], in_title: _Places) -> array[int]:
    """The position codes of `places`, those in titles among them, each after the text of its article.  They are few:
    what is between them is copied.
    """
    found = array("I")
    before = 0
    for place in in_title:
        at = bisect_left(places, place, before)
        found += codes[before:at]
        found.append(place & _CODE)
        before = at
    found += codes[before:]
    return found


def _begun(ordered: _Ordered, letters: str) -> Counter[int]:
    """How often each document has forms that begin with some letters."""
    forms, runs = ordered
    low = bisect_left(forms, letters)
    high = bisect_right(forms, letters, low, key=lambda form: form[: len(letters)])
    places = array("Q")
    for run in chain.from_iterable(runs[low:high]):
        places.extend(run)
    return Counter(array("I", places.tobytes())[_ARTICLES::2])


def _in_order(runs: Sequence[_Places]) -> array[int]:
    """The places of some runs in order."""
    if len(runs) == 1 and isinstance(runs[0], array):
        return runs[0]
    return array("Q", sorted(chain.from_iterable(runs)))


def _halves(places: array[int]) -> tuple[array[int], array[int]]:
    """The documents and the position codes of places."""
    halves = array("I", places.tobytes())
    return halves[_ARTICLES::2], halves[_CODES::2]
