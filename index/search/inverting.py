"""Articles become posting lists in memory: for each word as it is written, the places where it stands.

All texts and titles of a segment lie behind each other in one row of places, so that adding a word is one look-up and
one number.  Folding, stemming and counting are done once a word of the segment when the lists are asked for, by calls
that run over whole arrays.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from index.search import schema
from index.search.entry import Entry
from index.search.folding import analyse
from index.search.postings import SHIFT, TITLE, WIDE, Lists, encode
from index.search.terms import Listed

_Source = tuple[str, int, bool]
"""A word as written, on which of its positions the part in question stands, and whether that covers two."""


def _numbers() -> array[int]:
    return array("I")


class Inverter:
    """The posting lists of the articles added; documents come in ascending order."""

    def __init__(self) -> None:
        self._words: defaultdict[str, array[int]] = defaultdict(_numbers)
        self._titles: defaultdict[str, array[int]] = defaultdict(_numbers)
        # For each place the document it is in, and the position code there.
        self._documents = _numbers()
        self._codes = _numbers()
        self._terms: dict[str, dict[bytes, tuple[array[int], array[int]]]] = {schema.NAME: {}, schema.DATE: {}}

    def add(self, number: int, entry: Entry) -> int:
        """Adds an article; gives the number of words of its text."""
        length = self._place(number, entry.text, self._words, 0)
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

    def _place(self, number: int, text: str, lists: defaultdict[str, array[int]], bits: int) -> int:
        if not text:
            return 0
        words = text.split("\n")
        for place, word in enumerate(words, len(self._codes)):
            lists[word].append(place)
        self._codes.extend(range(bits, (len(words) << SHIFT) + bits, 1 << SHIFT))
        self._documents.extend(array("I", [number]) * len(words))
        return len(words)

    def lists(self) -> dict[str, Listed]:
        """What each field holds."""
        forms: dict[str, list[_Source]] = {}
        stems: dict[str, list[_Source]] = {}
        form_of: dict[str, str] = {}
        for word in self._words.keys() | self._titles.keys():
            if word:
                for part in analyse(word):
                    source = word, part.position, part.width == 2
                    forms.setdefault(part.form, []).append(source)
                    if part.stem not in stems:
                        form_of[part.stem] = part.form
                    stems.setdefault(part.stem, []).append(source)
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
                numbers = self._joined(terms[term])
                documents, data = len(numbers.documents), encode(*numbers)
                if name is not None:
                    made[name] = documents, data
            yield term.encode(), documents, data

    def _joined(self, sources: list[_Source]) -> Lists:
        """The list of everything that a term is a part of."""
        inside = self._places(self._words, sources)
        titled = self._places(self._titles, sources)
        if any(wide for _, _, wide in sources):
            codes = self._with_width(sources)
        else:
            places = sorted(chain(inside, titled)) if inside and titled else inside or titled
            codes = array("I", map(self._codes.__getitem__, places))
        counted = Counter(map(self._documents.__getitem__, inside))
        if not titled:
            return Lists(array("I", counted), array("I", counted.values()), (), codes)
        in_titles = Counter(map(self._documents.__getitem__, titled))
        documents = array("I", sorted(counted.keys() | in_titles.keys()))
        titles = [(index, in_titles[number]) for index, number in enumerate(documents) if number in in_titles]
        return Lists(documents, array("I", [counted[number] for number in documents]), titles, codes)

    @staticmethod
    def _places(lists: dict[str, array[int]], sources: list[_Source]) -> Sequence[int]:
        """The places where any of the sources stands, in order."""
        found: list[Sequence[int]] = []
        for word, offset, _ in sources:
            places = lists.get(word)
            if places is not None:
                found.append([place + offset for place in places] if offset else places)
        if not found:
            return ()
        return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))

    def _with_width(self, sources: list[_Source]) -> array[int]:
        """The position codes of sources some of which cover two positions."""
        # Where a word and a joined one begin at the same place, the word comes first.
        keys = sorted(
            (place + offset) << 1 | wide
            for word, offset, wide in sources
            for place in chain(self._words.get(word, ()), self._titles.get(word, ()))
        )
        return array("I", [self._codes[key >> 1] | (WIDE if key & 1 else 0) for key in keys])
