"""Phrases by the places of words as numbers: the same as going through the documents, and as trying every place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.search.answering.keyed import keyed, places_of
from index.search.answering.phrases import beginnings
from index.search.stored.encoding import encode
from index.search.stored.postings import SHIFT, TITLE, WIDE, Postings
from index.search.stored.segments import TermList

texts = st.lists(st.sampled_from("abc"), max_size=9)
articles = st.dictionaries(st.integers(0, 3000), st.tuples(texts, st.lists(st.sampled_from("abc"), max_size=3)))
phrases = st.lists(st.sampled_from("abc"), min_size=2, max_size=4)
chosen = st.sets(st.integers(0, 3000), max_size=4)


def of_word(word: str, held: dict[int, tuple[list[str], list[str]]], deleted: set[int]) -> TermList | None:
    documents, counts, titles = list[int](), list[int](), list[tuple[int, int]]()
    codes: list[int] = []
    for number, (text, title) in sorted(held.items()):
        if word in text or word in title:
            if word in title:
                titles.append((len(documents), title.count(word)))
            documents.append(number)
            counts.append(text.count(word))
            codes += [place << SHIFT for place, other in enumerate(text) if other == word]
            codes += [place << SHIFT | TITLE for place, other in enumerate(title) if other == word]
    found = TermList(Postings(encode(documents, counts, titles, codes)), frozenset(deleted)) if documents else None
    return found if found and found.documents else None


def often(phrase: list[str], words: list[str]) -> int:
    return sum(words[place : place + len(phrase)] == phrase for place in range(len(words)))


@given(articles, phrases, chosen)
def test_a_phrase_is_found_the_same_however_often_it_is_asked_for(
    held: dict[int, tuple[list[str], list[str]]], phrase: list[str], some: set[int]
) -> None:
    deleted = some & set(held)
    lists = {word: of_word(word, held, deleted) for word in set(phrase)}
    known = [found for word in phrase if (found := lists[word]) is not None]
    if len(known) < len(phrase):
        return
    holding = set(known[0].documents).intersection(*(each.documents for each in known))
    expected = tuple(
        {number: count for number in sorted(holding) if (count := often(phrase, held[number][zone]))} for zone in (0, 1)
    )
    assert beginnings([[each] for each in known], holding) == expected
    rows = [list(places_of(each)) for each in known]
    assert all(row == sorted(row) for row in rows)
    told = keyed(known, holding)
    assert told == expected
    assert told is not None
    assert [list(each) for each in told] == [list(each) for each in expected]


def listed(codes: list[int]) -> TermList:
    return TermList(Postings(encode([7], [len(codes)], [], codes)), frozenset())


def test_a_word_written_as_one_of_two_is_looked_for_in_the_documents() -> None:
    one, other = listed([4 | WIDE]), listed([3 << SHIFT])
    for _ in range(3):
        assert beginnings([[one], [other]], {7}) == ({7: 1}, {})
    assert not places_of(one)


def test_rows_are_made_of_words_that_come_again() -> None:
    one, other = listed([0, 8]), listed([4, 400])
    assert keyed([one, other], {7}) is None
    assert one.keys is None
    assert keyed([one, other], {7}) == ({7: 1}, {})
    assert one.keys is not None


def test_no_row_is_made_of_a_frequent_word_for_few_documents() -> None:
    one, other = listed([0]), listed(list(range(4, 4000, 4)))
    for _ in range(3):
        assert keyed([one, other], {7}) is None
        assert beginnings([[one], [other]], {7}) == ({7: 1}, {})
