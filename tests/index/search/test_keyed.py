"""Phrases by the places of words as numbers: the same as going through the documents, and as trying every place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.search.answering import keyed as keyed_module
from index.search.answering.keyed import grid_of, keyed, places_to_look_at, row_of
from index.search.answering.located import standing
from index.search.answering.phrases import beginnings
from index.search.answering.placed import documents_of
from index.search.stored.encoding import encode, joined
from index.search.stored.postings import SHIFT, TITLE, WIDE, Postings
from index.search.stored.segments import Segment, TermList

Held = dict[int, tuple[list[str], list[str]]]
"""The words of the text and of the title of documents; a capital stands for a joined word, which covers two places."""
texts = st.lists(st.sampled_from("abcA"), max_size=9)
articles = st.dictionaries(st.integers(0, 300), st.tuples(texts, st.lists(st.sampled_from("abcA"), max_size=3)))
phrases = st.lists(st.lists(st.sampled_from("abcA"), min_size=1, max_size=3, unique=True), min_size=2, max_size=4)
chosen = st.sets(st.integers(0, 300), max_size=4)


class Bare(Segment):
    """A segment of which only the lengths of its texts and titles and what is deleted is known."""

    def __init__(self, lengths: Sequence[int], title: int = 0, deleted: frozenset[int] = frozenset()) -> None:
        self.deleted = deleted
        self.size = len(lengths)
        self._longest = max(lengths, default=0), title


def covered(words: list[str]) -> int:
    return sum(2 if word.isupper() else 1 for word in words)


def segment_of(held: Held, deleted: frozenset[int] = frozenset()) -> Bare:
    """A segment that holds these documents, and empty ones between them."""
    lengths = [covered(held.get(number, ([], []))[0]) for number in range(max(held) + 1)]
    return Bare(lengths, max(covered(title) for _, title in held.values()), deleted)


def codes_in(words: list[str], word: str, flag: int) -> list[int]:
    place, found = 0, []
    for other in words:
        if other == word:
            found.append(place << SHIFT | flag | (WIDE if word.isupper() else 0))
        place += 2 if other.isupper() else 1
    return found


def encoded(word: str, held: Held) -> bytes:
    documents, counts, titles = list[int](), list[int](), list[tuple[int, int]]()
    codes: list[int] = []
    for number, (text, title) in sorted(held.items()):
        if word in text or word in title:
            if word in title:
                titles.append((len(documents), title.count(word)))
            documents.append(number)
            counts.append(text.count(word))
            codes += codes_in(text, word, 0) + codes_in(title, word, TITLE)
    return encode(documents, counts, titles, codes) if documents else b""


def of_word(word: str, held: Held, deleted: frozenset[int], parts: int = 1) -> TermList | None:
    """The list of a word, in parts of some documents each."""
    numbers = sorted(held)
    size = -(-len(numbers) // parts)
    each = [{number: held[number] for number in numbers[at : at + size]} for at in range(0, len(numbers), size or 1)]
    made = b"".join(encoded(word, some) for some in each)
    found = TermList(Postings(made), deleted) if made else None
    return found if found and found.documents else None


def often(phrase: list[list[str]], words: list[str]) -> int:
    return sum(
        all(word in slot for word, slot in zip(words[place : place + len(phrase)], phrase, strict=True))
        for place in range(len(words) - len(phrase) + 1)
    )


def told(phrase: list[list[str]], held: Held, deleted: frozenset[int]) -> tuple[dict[int, int], ...]:
    """How often the documents have a phrase in their text and in their title, by trying every place."""
    live = [number for number in sorted(held) if number not in deleted]
    return tuple({number: count for number in live if (count := often(phrase, held[number][zone]))} for zone in (0, 1))


def slots_of(phrase: list[list[str]], held: Held, deleted: frozenset[int], parts: int = 1) -> list[list[TermList]]:
    lists = {word: of_word(word, held, deleted, parts) for slot in phrase for word in slot}
    return [[found for word in slot if (found := lists[word]) is not None] for slot in phrase]


@contextmanager
def in_small_pieces() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, number in (("_PIECE", 2), ("_BLOCK", 3)):
            patch.setattr(keyed_module, name, number)
        yield


def is_found_alike(held: Held, phrase: list[list[str]], deleted: frozenset[int], parts: int = 1) -> None:
    """Sees to it that each way finds what trying every place finds."""
    slots = slots_of(phrase, held, deleted, parts)
    if not all(slots):
        return
    expected = told(phrase, held, deleted)
    holding = set.intersection(*({number for each in lists for number in each.documents} for lists in slots))
    if holding:
        assert beginnings(slots, holding) == expected
    assert keyed(slots, segment_of(held, deleted)) == expected
    with in_small_pieces():
        assert keyed(slots_of(phrase, held, deleted, parts), segment_of(held, deleted)) == expected


@given(articles, phrases, chosen, st.integers(1, 4))
@example({0: (["a", "b"], []), 1: (["b"], ["a"])}, [["a"], ["b"], ["b"]], set(), 1)
@example({0: (["c", "a"], []), 1: (["b"], [])}, [["c"], ["a"], ["b"]], set(), 1)
@example({0: (["A"], []), 1: (["b"], [])}, [["A"], ["b"]], set(), 1)
@example({0: (["a"], ["b"])}, [["a"], ["b"]], set(), 1)
@example({0: ([], ["a"]), 1: (["b"], [])}, [["a"], ["b"]], set(), 1)
@example({0: ([], ["a", "b"])}, [["a", "b"], ["a"]], set(), 1)
@example({0: ([], ["a", "a", "a"]), 1: ([], ["b"])}, [["a", "b"], ["a"]], set(), 1)
def test_a_phrase_is_found_alike_by_numbers_and_document_by_document(
    held: Held, phrase: list[list[str]], some: set[int], parts: int
) -> None:
    is_found_alike(held, phrase, frozenset(some & held.keys()), parts)


FREQUENT = "b" * 20


@pytest.mark.parametrize(
    ("said", "phrase"),
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
def test_a_phrase_is_found_in_texts_in_titles_and_not_in_what_is_deleted(said: str, phrase: str) -> None:
    words = [list(text) for text in said.split()]
    slots = [list(slot) for slot in phrase.split()]
    texts: Held = {number: (text, []) for number, text in enumerate(words)}
    titles: Held = {2 * number: (["c"], text) for number, text in enumerate(words)}
    both: Held = {3 * number + 1: (text, text) for number, text in enumerate(words)}
    for held in (texts, titles, both):
        for deleted in (frozenset[int](), frozenset({max(held)}), frozenset({min(held)})):
            is_found_alike(held, slots, deleted)


sentences = st.lists(st.sampled_from("abcde"), max_size=40)


@given(st.lists(st.tuples(sentences, sentences), min_size=1, max_size=30), st.data())
def test_rows_of_many_documents_in_pieces(said: list[tuple[list[str], list[str]]], data: st.DataObject) -> None:
    held = dict(enumerate(said))
    words = data.draw(st.sampled_from([text for each in said for text in each]))
    start = data.draw(st.integers(0, max(0, len(words) - 2)))
    phrase = [[word] for word in words[start : start + data.draw(st.integers(2, 5))]]
    if len(phrase) < 2:
        return
    deleted = frozenset(data.draw(st.sets(st.integers(0, len(said) - 1), max_size=3)))
    slots = slots_of(phrase, held, deleted, data.draw(st.integers(1, 3)))
    if not all(slots):
        return
    with in_small_pieces():
        assert keyed(slots, segment_of(held, deleted)) == told(phrase, held, deleted)


@given(st.integers(100, 300), st.integers(0, 40), st.booleans())
def test_a_phrase_of_hundreds_of_words(length: int, before: int, titled: bool) -> None:
    words = [chr(ord("a") + place * place % 7) for place in range(length)]
    held: Held = {0: (words[:-1], []), 2: (["x"] * before + words, []), 3: (words[1:], words if titled else [])}
    phrase = [[word] for word in words]
    slots = slots_of(phrase, held, frozenset())
    assert keyed(slots, segment_of(held)) == told(phrase, held, frozenset())


def test_a_text_too_long_for_numbers_of_four_bytes() -> None:
    held: Held = {0: (["a", "b"], []), 1: (["b"], ["a", "b"]), 900: (["a", "b", "a", "b"], [])}
    long = Bare([1 << 31, 1, 4], 1 << 20)
    slots = slots_of([["a"], ["b"]], held, frozenset())
    assert (grid_of(long).size, grid_of(segment_of(held)).size) == (8, 4)
    assert keyed(slots, long) == ({0: 1, 900: 2}, {1: 1})


@pytest.mark.parametrize("kinds", [(300, 2), (2, 300), (70_000, 2), (2, 70_000)])
def test_steps_and_counts_of_any_size(kinds: tuple[int, int]) -> None:
    step, count = kinds
    held: Held = {0: (["a", "b"], []), step: (["a", "b"] * count, []), 2 * step: (["b", "a"], ["a", "b"])}
    slots = slots_of([["a"], ["b"]], held, frozenset())
    assert keyed(slots, segment_of(held)) == ({0: 1, step: count}, {2 * step: 1})


@given(articles.filter(bool), chosen, chosen)
def test_where_a_word_stands_is_the_same_once_it_has_a_row(held: Held, gone: set[int], wanted: set[int]) -> None:
    deleted = frozenset(gone)
    grid = grid_of(segment_of(held))
    for word in "abcA":
        found = of_word(word, held, deleted)
        if found:
            before = standing(found, wanted - deleted)
            row_of(found, grid)
            assert standing(found, wanted - deleted) == before


def listed(*codes: int) -> TermList:
    inside = [code for code in codes if not code & TITLE]
    titles = [(0, len(codes) - len(inside))] if len(codes) > len(inside) else []
    return TermList(Postings(encode([0], [len(inside)], titles, codes)), frozenset())


def test_a_row_is_made_once() -> None:
    grid, one = grid_of(Bare([3])), listed(0, 8)
    assert row_of(one, grid) is row_of(one, grid)


@pytest.mark.parametrize("documents", [[4_000_000_000], [*range(0, 80_000, 200)]])
def test_documents_that_cannot_be_are_told_as_damage(documents: list[int]) -> None:
    damaged = Postings(encode(documents, [1] * len(documents), [], [0] * len(documents)))
    with pytest.raises(ValueError, match="damaged positions"):
        row_of(TermList(damaged, frozenset()), grid_of(Bare([3])))


@given(
    st.lists(st.tuples(st.integers(1, 215), st.integers(1, 40)), min_size=1, max_size=60),
    st.sampled_from([(1, 1), (215, 40), (216, 1), (1, 41), (300, 1), (1, 300)]),
    st.integers(1, 3),
    st.lists(st.integers(0, 59), max_size=5),
)
def test_each_place_has_its_document(
    told: list[tuple[int, int]], last: tuple[int, int], parts: int, titled: list[int]
) -> None:
    """Whether steps and counts are short or long, in one part or several, with occurrences in titles and without."""
    documents = [*accumulate(step for step, _ in [*told, last])]
    counts = [count for _, count in [*told, last]]
    titles = [(place, 1 + place % 3) for place in sorted(set(titled)) if place < len(documents)]
    size = -(-len(documents) // parts)
    data = b"".join(
        encode(
            documents[at : at + size],
            counts[at : at + size],
            [(place - at, number) for place, number in titles if at <= place < at + size],
            [],
        )
        for at in range(0, len(documents), size)
    )
    often = [count + dict(titles).get(place, 0) for place, count in enumerate(counts)]
    expected = [document for document, number in zip(documents, often, strict=True) for _ in range(number)]
    for most in (documents[-1], 1 << 20):
        assert list(documents_of(Postings(data), most)) == expected


def test_the_places_of_a_word_are_counted_in_all_its_lists() -> None:
    assert places_to_look_at([listed(0, 8), listed(4)]) == 3


def test_a_long_title_does_not_run_into_the_next_one() -> None:
    titles = [(0, 1), (1, 1)]
    one = TermList(Postings(encode([0, 1], [0, 0], titles, [4090 << SHIFT | TITLE, TITLE])), frozenset())
    other = TermList(Postings(encode([0, 1], [0, 0], titles, [4091 << SHIFT | TITLE, 4 | TITLE])), frozenset())
    assert keyed([[one], [other]], Bare([0, 0], 4092)) == ({}, {0: 1, 1: 1})


def test_lists_that_were_joined() -> None:
    held: Held = {0: (["a", "b"] * 20, ["b"]), 5: (["b", "a"] * 30, ["a"])}
    again = {number + shift: words for shift in (0, 10, 500) for number, words in held.items()}
    slots = [
        [TermList(Postings(joined([(encoded(word, held), shift) for shift in (0, 10, 500)])), frozenset())]
        for word in "ab"
    ]
    assert keyed(slots, segment_of(again)) == told([["a"], ["b"]], again, frozenset())
