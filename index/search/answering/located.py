"""The matches of the articles that a search lists: their places come from the posting lists, so that no article is cut
into words again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence, Set
from itertools import compress, islice

from index.search.query.syntax import Slot
from index.search.stored.segments import TermList

Codes = Sequence[Sequence[int] | None]
"""The position codes of one article, in its text and in its title, that each word of a query matches, word by word;
None of a word that is to be looked for in the text itself."""
_SCARCE = 128
"""Documents of a list for each that is looked up, from which it does not pay to count all of them."""
_FEW = 8
"""Looking one document up in a list takes as long as going over so many of it."""


def codes_of(
    slots: Sequence[Slot], lists: Callable[[Slot], Sequence[TermList] | None], wanted: Set[int]
) -> dict[int, list[Sequence[int] | None]]:
    """The codes of some documents of one segment; `lists` gives the posting lists that a word stands for, None of one
    that is to be looked for in texts.
    """
    found: dict[int, list[Sequence[int] | None]] = {number: [()] * len(slots) for number in wanted}
    for place, slot in enumerate(slots):
        listed_of = lists(slot)
        if listed_of is None:
            for own in found.values():
                own[place] = None
            continue
        for listed in listed_of:
            for number, codes in standing(listed, wanted):
                own = found[number]
                before = own[place]
                own[place] = [*before, *codes] if before else codes
    return found


def standing(listed: TermList, wanted: Set[int]) -> list[tuple[int, Sequence[int]]]:
    """Those of the wanted documents that a list has, in its order, each with the position codes in it."""
    row = listed.row_of_places
    if row is not None and isinstance(listed.places, range):
        # Where a phrase was looked for the places of each document are known.
        all_codes = listed.postings.all_codes()
        spans = [(number, *row.within(number)) for number in sorted(wanted)]
        return [(number, all_codes[begin:end]) for number, begin, end in spans if begin < end]
    found = indexes(listed, wanted)
    if not found:
        return []
    codes = listed.postings.codes_at([listed.places[index] for _, index in found])
    return [(number, each) for (number, _), each in zip(found, codes, strict=True)]


def cut_out(listed: TermList, wanted: Set[int]) -> list[Sequence[int]]:
    """The position codes of a list in documents that it has, in its order."""
    documents, places = listed.documents, listed.places
    if not isinstance(places, range) or len(documents) > _FEW * len(wanted):
        return [codes for _, codes in standing(listed, wanted)]
    codes, begins = listed.postings.parted_codes()
    chosen = list(map(wanted.__contains__, documents))
    ends = compress(islice(begins, 1, None), chosen)
    return [codes[begin:end] for begin, end in zip(compress(begins, chosen), ends, strict=True)]


def indexes(listed: TermList, wanted: Set[int]) -> list[tuple[int, int]]:
    """Which of the wanted documents stand where in a list, in its order."""
    if len(listed) >= _SCARCE * len(wanted) and isinstance(listed.places, range):
        return listed.postings.indexes(sorted(wanted))
    documents = listed.documents
    if len(documents) < _FEW * len(wanted):
        if wanted.isdisjoint(documents):  # as most lists of the many forms of a word
            return []
        return [(number, index) for index, number in enumerate(documents) if number in wanted]
    found: list[tuple[int, int]] = []
    for number in sorted(wanted):
        index = bisect_left(documents, number)
        if index < len(documents) and documents[index] == number:
            found.append((number, index))
    return found
