"""Articles become posting lists in memory: for each piece of a text, the places where it stands.

All texts and titles of a segment lie behind each other in one row of places, so that adding a piece is one look-up and
one number.  What a piece consists of is looked at once a segment, when the lists are asked for, and the lists are then
made by calls that run over whole arrays.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from index.search.stored import schema
from index.search.stored.encoding import FEW, encode, encode_few
from index.search.stored.entry import Entry
from index.search.stored.pieces import Cut, piece
from index.search.stored.postings import SHIFT, TITLE, WIDE
from index.search.stored.terms import Listed

_Source = tuple[str, int, bool]
"""A piece, on which of its positions (as a position code) the part in question stands, and whether that covers two."""
_OFFSET = 34
"""Bits that hold, in one number with a place, a position in its piece (as a code) and whether two are covered."""
_PART = (1 << _OFFSET) - (1 << SHIFT)


def _numbers() -> array[int]:
    return array("I")


class Inverter:
    """The posting lists of the articles added; documents come in ascending order."""

    def __init__(self) -> None:
        self._texts: defaultdict[str, array[int]] = defaultdict(_numbers)
        self._titles: defaultdict[str, array[int]] = defaultdict(_numbers)
        # For each place the document it is in, and the position code there.
        self._documents = _numbers()
        self._codes = _numbers()
        self._terms: dict[str, dict[bytes, tuple[array[int], array[int]]]] = {schema.NAME: {}, schema.DATE: {}}

    def add(self, number: int, entry: Entry) -> int:
        """Adds an article; gives the number of words of its text."""
        length = self._place(number, entry.text, self._texts, 0)
        self._place(number, entry.heading, self._titles, TITLE)
        for field, terms in ((schema.NAME, entry.names), (schema.DATE, [(date, 1) for date in entry.dates])):
            lists = self._terms[field]
            for term, count in terms:
                found = lists.get(term)
                if found is None:
                    found = lists[term] = _numbers(), _numbers()
                found[0].append(number)
                found[1].append(count)
        return length

    def _place(self, number: int, cut: Cut, lists: defaultdict[str, array[int]], bits: int) -> int:
        for place, text in enumerate(cut.pieces, len(self._codes)):
            lists[text].append(place)
        codes = list(accumulate(cut.widths, initial=bits))
        end = codes.pop()
        self._codes.extend(codes)
        self._documents.extend(array("I", (number,)) * len(codes))
        return end >> SHIFT

    def lists(self) -> dict[str, Listed]:
        """What each field holds."""
        forms: dict[str, list[_Source]] = {}
        stems: dict[str, list[_Source]] = {}
        form_of: dict[str, str] = {}
        for text in self._texts.keys() | self._titles.keys():
            for form, stem, offset, wide in piece(text).parts:
                source = text, offset, wide
                if form in forms:
                    forms[form].append(source)
                else:
                    forms[form] = [source]
                if stem in stems:
                    stems[stem].append(source)
                else:
                    stems[stem] = [source]
                    form_of[stem] = form
        # A stem of one form has the list of that form.
        same = {stem: form for stem, form in form_of.items() if len(stems[stem]) == len(forms[form])}
        made: dict[str, tuple[int, bytes]] = dict.fromkeys(same.values(), (0, b""))
        return {
            schema.FORM: self._placed(forms, {form: form for form in made}, made),
            schema.STEM: self._placed(stems, same, made),
            schema.NAME: self._counted(self._terms[schema.NAME]),
            schema.DATE: self._counted(self._terms[schema.DATE]),
        }

    def _counted(self, lists: dict[bytes, tuple[array[int], array[int]]]) -> Iterator[tuple[bytes, int, bytes]]:
        for term in sorted(lists):
            documents, counts = lists[term]
            yield term, len(documents), encode(documents, counts, (), ())

    def _placed(
        self, terms: dict[str, list[_Source]], same: dict[str, str], made: dict[str, tuple[int, bytes]]
    ) -> Iterator[tuple[bytes, int, bytes]]:
        """The lists of all terms; those in `same` are made once and kept in `made` under their name there."""
        # The order of code points is that of their bytes in UTF-8.
        for term in sorted(terms):
            name = same.get(term)
            documents, data = made[name] if name is not None else (0, b"")
            if not documents:
                documents, data = self._listed(terms[term])
                if name is not None:
                    made[name] = documents, data
            yield term.encode(), documents, data

    def _listed(self, sources: list[_Source]) -> tuple[int, bytes]:
        """How many documents have any of the sources, and the list of them."""
        inside = _places(self._texts, sources)
        titled = _places(self._titles, sources)
        further = [source for source in sources if source[1] or source[2]]
        if not further:
            codes = self._codes_at(inside, titled)
        elif len(further) == len(sources):
            codes = self._with_further((), [], further)
        else:
            whole = [source for source in sources if not source[1] and not source[2]]
            inside_whole, titled_whole = _places(self._texts, whole), _places(self._titles, whole)
            places = sorted(chain(inside_whole, titled_whole))
            codes = self._with_further(places, self._codes_at(places, ()), further)
        document = self._documents.__getitem__
        if len(inside) <= FEW // 2 and not titled:
            return encode_few(list(map(document, inside)), codes)
        counted = Counter(map(document, inside))
        if not titled:
            return len(counted), encode(list(counted), list(counted.values()), (), codes)
        in_titles = Counter(map(document, titled))
        documents = sorted(counted.keys() | in_titles.keys())
        titles = [(index, in_titles[number]) for index, number in enumerate(documents) if number in in_titles]
        return len(documents), encode(documents, [counted[number] for number in documents], titles, codes)

    def _codes_at(self, inside: Sequence[int], titled: Sequence[int]) -> list[int]:
        """The position codes at places."""
        places = sorted(chain(inside, titled)) if inside and titled else inside or titled
        return list(map(self._codes.__getitem__, places))

    def _with_further(self, places: Sequence[int], codes: list[int], sources: list[_Source]) -> list[int]:
        """The position codes at ascending places, and among them those of sources that are further parts of their
        piece, or cover two positions.
        """
        keys = sorted(
            place << _OFFSET | offset | wide
            for text, offset, wide in sources
            for place in chain(self._texts.get(text, ()), self._titles.get(text, ()))
        )
        begin = self._codes
        found: list[int] = []
        done = 0
        for key in keys:
            place = key >> _OFFSET
            # Where a word and a further part or a joined one begin at the same place, the word comes first.
            until = bisect_right(places, place, done)
            found += codes[done:until]
            done = until
            found.append(begin[place] + (key & _PART) | (WIDE if key & 1 else 0))
        found += codes[done:]
        return found


def _places(lists: dict[str, array[int]], sources: list[_Source]) -> Sequence[int]:
    """The places where any of the sources stands, in order."""
    if len(sources) == 1:
        return lists.get(sources[0][0], ())
    found = [places for text, _, _ in sources if (places := lists.get(text)) is not None]
    return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))
