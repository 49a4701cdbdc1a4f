"""Phrases by the places of words as numbers: the same as going through the documents, and as trying every place."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.search.answering.keyed import keyed, places_of, places_to_look_at
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


def is_found_alike(held: Held, phrase: list[list[str]], deleted: set[int]) -> None:
    """Sees to it that both ways find what trying every place finds."""
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


@given(articles, phrases, chosen)
@example({0: (["a", "b"], []), 1: (["b"], ["a"])}, [["a"], ["b"], ["b"]], set())
@example({0: (["c", "a"], []), 1: (["b"], [])}, [["c"], ["a"], ["b"]], set())
@example({0: (["A"], []), 1: (["b"], [])}, [["A"], ["b"]], set())
@example({0: ([], ["a", "b"])}, [["a", "b"], ["a"]], set())
@example({0: ([], ["a", "a", "a"]), 1: ([], ["b"])}, [["a", "b"], ["a"]], set())
def test_a_phrase_is_found_alike_by_numbers_and_document_by_document(
    held: Held, phrase: list[list[str]], some: set[int]
) -> None:
    is_found_alike(held, phrase, some & set(held))


FREQUENT = "b" * 20


@pytest.mark.parametrize(
    ("told", "phrase"),
    [
        ("cb" + FREQUENT, "c b"),  # a rare word: its few places are looked up among the many of the other
        (FREQUENT + "cb", "c b"),
        (FREQUENT + "c", "c b"),
        (FREQUENT + "cab", "c b"),
        (FREQUENT + "cab", "b c"),
        (FREQUENT + "bcab", "b c a b"),
        (FREQUENT + "cabcaab", "c a a b"),
        ("aaaa", "a a"),  # more often than there are articles
        ("aaaa aa aaaaa", "a a a"),
        ("ab abab", "a b"),
        ("a bb bb b", "a b"),
        ("AA Aa aA A", "A A"),  # nothing but words of two places
        ("aAb AbA", "a A b"),
        ("ab ba abc", "ab ab"),
        ("cca caab", "c a a"),
        ("ababa abaab", "a b"),  # the frequent word is the first of its article
        ("cabaaa cab", "c a b"),  # from the rarest word over another to the next
    ],
)
def test_a_phrase_is_found_in_texts_in_titles_and_not_in_what_is_deleted(told: str, phrase: str) -> None:
    words = [list(text) for text in told.split()]
    slots = [list(slot) for slot in phrase.split()]
    texts: Held = {number: (text, []) for number, text in enumerate(words)}
    titles: Held = {2 * number: (["c"], text) for number, text in enumerate(words)}
    both: Held = {3 * number + 1: (text, text) for number, text in enumerate(words)}
    for held in (texts, titles, both):
        for deleted in (set(), {max(held)}, {min(held)}):
            is_found_alike(held, slots, deleted)


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
    for place, fits in ((4096, True), (4097, False)):
        long, first = listed(place << SHIFT | TITLE), listed(TITLE, place << SHIFT | TITLE)
        other = listed(place + 1 << SHIFT | TITLE)
        assert (places_of(long, Bare([3])) is not None) == (places_of(first, Bare([3])) is not None) == fits
        assert keyed([[long], [listed(TITLE)]], Bare([3])) == (({}, {}) if fits else None)
        assert keyed([[long], [other]], Bare([3])) is None


def test_so_many_titles_that_the_last_has_no_number_are_left_to_the_documents() -> None:
    last = ((1 << 32) - 4099) // 4099 - 1
    for number, expected in ((last, ({}, {last: 1})), (last + 1, None)):
        one, other = (
            TermList(Postings(encode([number], [0], [(0, 1)], [place << SHIFT | TITLE])), frozenset())
            for place in (4095, 4096)
        )
        assert keyed([[one], [other]], Bare(bytes(number + 1))) == expected


def test_the_places_of_a_word_are_counted_in_all_its_lists() -> None:
    assert places_to_look_at([listed(0, 8), listed(4)]) == 3


def test_a_long_title_does_not_run_into_the_next_one() -> None:
    one = TermList(Postings(encode([0, 1], [0, 0], [(0, 1), (1, 1)], [4090 << SHIFT | TITLE, TITLE])), frozenset())
    other = TermList(
        Postings(encode([0, 1], [0, 0], [(0, 1), (1, 1)], [4091 << SHIFT | TITLE, 4 | TITLE])), frozenset()
    )
    assert keyed([[one], [other]], Bare([0, 0])) == ({}, {0: 1, 1: 1})
