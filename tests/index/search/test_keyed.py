"""Phrases by the places of words as numbers: the same as going through the documents, and as trying every place."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from index.search.answering.keyed import keyed, places_of
from index.search.answering.phrases import beginnings
from index.search.stored.encoding import encode
from index.search.stored.postings import SHIFT, TITLE, WIDE, Postings
from index.search.stored.segments import Segment, TermList

Held = dict[int, tuple[list[str], list[str]]]
"""The words of the text and of the title of documents; a capital stands for a joined word, which covers two places."""
texts = st.lists(st.sampled_from("abcA"), max_size=9)
articles = st.dictionaries(st.integers(0, 300), st.tuples(texts, st.lists(st.sampled_from("abcA"), max_size=3)))
phrases = st.lists(st.lists(st.sampled_from("abcA"), min_size=1, max_size=2, unique=True), min_size=2, max_size=4)
chosen = st.sets(st.integers(0, 300), max_size=4)


class Bare(Segment):
    """A segment of which only the lengths of its texts and what is deleted is known."""

    def __init__(self, lengths: Sequence[int], deleted: frozenset[int] = frozenset()) -> None:
        self.deleted = deleted
        self._told = lengths
        self._starts = None

    def lengths(self) -> Sequence[int]:  # type: ignore[override]
        return self._told


def codes_in(words: list[str], word: str, flag: int) -> list[int]:
    place, found = 0, []
    for other in words:
        if other == word:
            found.append(place << SHIFT | flag | (WIDE if word.isupper() else 0))
        place += 2 if other.isupper() else 1
    return found


def of_word(word: str, held: Held, deleted: set[int]) -> TermList | None:
    documents, counts, titles = list[int](), list[int](), list[tuple[int, int]]()
    codes: list[int] = []
    for number, (text, title) in sorted(held.items()):
        if word in text or word in title:
            if word in title:
                titles.append((len(documents), title.count(word)))
            documents.append(number)
            counts.append(text.count(word))
            codes += codes_in(text, word, 0) + codes_in(title, word, TITLE)
    found = TermList(Postings(encode(documents, counts, titles, codes)), frozenset(deleted)) if documents else None
    return found if found and found.documents else None


def often(phrase: list[list[str]], words: list[str]) -> int:
    return sum(
        all(word in slot for word, slot in zip(words[place : place + len(phrase)], phrase, strict=True))
        for place in range(len(words) - len(phrase) + 1)
    )


@given(articles, phrases, chosen)
@example({0: (["a", "b"], []), 1: (["b"], ["a"])}, [["a"], ["b"], ["b"]], set())
@example({0: (["c", "a"], []), 1: (["b"], [])}, [["c"], ["a"], ["b"]], set())
@example({0: (["A"], []), 1: (["b"], [])}, [["A"], ["b"]], set())
@example({0: ([], ["a", "b"])}, [["a", "b"], ["a"]], set())
@example({0: ([], ["a", "a", "a"]), 1: ([], ["b"])}, [["a", "b"], ["a"]], set())
def test_a_phrase_is_found_alike_by_numbers_and_document_by_document(
    held: Held, phrase: list[list[str]], some: set[int]
) -> None:
    deleted = some & set(held)
    slots = [[found for word in slot if (found := of_word(word, held, deleted)) is not None] for slot in phrase]
    if not all(slots):
        return
    holding = set.intersection(*({number for each in lists for number in each.documents} for lists in slots))
    expected = tuple(
        {number: count for number in sorted(holding) if (count := often(phrase, held[number][zone]))} for zone in (0, 1)
    )
    if holding:
        assert beginnings(slots, holding) == expected
    lengths = [
        sum(2 if word.isupper() else 1 for word in held.get(number, ([], []))[0]) for number in range(max(held) + 1)
    ]
    told = keyed(slots, Bare(lengths, frozenset(deleted)))
    assert told == expected
    assert told is not None
    assert [list(each) for each in told] == [list(each) for each in expected]


def listed(*codes: int) -> TermList:
    inside = [code for code in codes if not code & TITLE]
    titles = [(0, len(codes) - len(inside))] if len(codes) > len(inside) else []
    return TermList(Postings(encode([0], [len(inside)], titles, codes)), frozenset())


def test_a_row_is_made_once() -> None:
    segment, one = Bare([3]), listed(0, 8)
    assert places_of(one, segment) is places_of(one, segment)


def test_what_no_row_can_tell_is_left_to_the_documents() -> None:
    many = Bare([1 << 31, 1 << 31])
    assert keyed([[listed(0)], [listed(4)]], many) is None
    assert many.starts() == []
    long = listed(5000 << SHIFT | TITLE)
    assert keyed([[long], [listed(5001 << SHIFT | TITLE)]], Bare([3])) is None


def test_a_long_title_does_not_run_into_the_next_one() -> None:
    one = TermList(Postings(encode([0, 1], [0, 0], [(0, 1), (1, 1)], [4090 << SHIFT | TITLE, TITLE])), frozenset())
    other = TermList(
        Postings(encode([0, 1], [0, 0], [(0, 1), (1, 1)], [4091 << SHIFT | TITLE, 4 | TITLE])), frozenset()
    )
    assert keyed([[one], [other]], Bare([0, 0])) == ({}, {0: 1, 1: 1})
