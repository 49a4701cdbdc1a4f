"""Matches by way of the posting lists: where the text is another than was indexed, it is looked at itself."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_articles import article, cut, filled, found, nobody, pages, reader

from index.building.kept import Page
from index.search.answering import located
from index.search.answering.located import codes_of, cut_out, indexes, standing
from index.search.query.parsing import parse
from index.search.query.syntax import Word
from index.search.stored import postings
from index.search.stored.encoding import encode
from index.search.stored.postings import Postings
from index.search.stored.segments import TermList
from index.search.whoosh_engine import WhooshEngine


def test_a_text_that_changed_since_is_looked_at_itself(engine: WhooshEngine) -> None:
    indexed = article("a.txt", "A truce was signed in Istanbul and a truce was broken.")
    now = article("a.txt", "Nobody signed anything: no truce, no talks, nothing at all.")
    filled(engine, [indexed])
    result = engine.search(parse("truce"), limit=5, read=reader([now]), names=nobody, pages=pages([now]))
    (hit,) = result.hits
    assert hit.matches == 1
    assert cut(now, hit.snippets[0].matches) == ["truce"]


def test_a_damaged_page_costs_nothing_but_time(engine: WhooshEngine) -> None:
    one, other = article("a.txt", "A truce."), article("b.txt", "Another truce, another day.")
    filled(engine, [one, other])
    damaged = Page("a.txt", "", None, "", b"", b"", b"", b"")

    def broken(paths: Sequence[str]) -> dict[str, Page]:
        return {path: damaged for path in paths if path == "a.txt"}

    result = engine.search(parse("truce"), limit=5, read=reader([one, other]), names=nobody, pages=broken)
    assert sorted(found(result)) == ["a.txt", "b.txt"]
    assert [hit.matches for hit in result.hits] == [1, 1]


held = st.dictionaries(st.integers(0, 60), st.lists(st.integers(0, 99), min_size=1, max_size=3), min_size=1)
chosen = st.sets(st.integers(0, 60), max_size=12)


def listed(codes: dict[int, list[int]], deleted: set[int]) -> TermList:
    documents = sorted(codes)
    each = [codes[number] for number in documents]
    data = encode(documents, list(map(len, each)), [], [code for part in each for code in part])
    return TermList(Postings(data), frozenset(deleted))


@given(held, chosen, chosen)
def test_what_a_list_has_of_some_documents(codes: dict[int, list[int]], deleted: set[int], wanted: set[int]) -> None:
    one = listed(codes, deleted)
    left = {number: codes[number] for number in sorted(codes) if number not in deleted}
    there = [number for number in left if number in wanted]
    assert indexes(one, wanted) == [(number, list(left).index(number)) for number in there]
    for _ in range(2):  # the second time, where the places of each document begin is known
        assert [(number, list(each)) for number, each in standing(one, wanted)] == [
            (each, left[each]) for each in there
        ]
    assert list(map(list, cut_out(one, wanted))) == [left[number] for number in there]


@given(held, held, chosen)
def test_codes_of_a_word_that_stands_for_several(
    one: dict[int, list[int]], other: dict[int, list[int]], wanted: set[int]
) -> None:
    slot = Word("truce", "truce", "any", 1.0, 0, 5)
    found = codes_of([slot], lambda asked: [listed(one, set()), listed(other, set())], frozenset(wanted))
    together = {number: one.get(number, []) + other.get(number, []) for number in wanted}
    assert {number: [list(codes) for codes in each] for number, each in found.items()} == {
        number: [codes] for number, codes in together.items()
    }


@given(held, held, chosen)
def test_a_few_documents_are_found_without_counting_the_others(
    one: dict[int, list[int]], other: dict[int, list[int]], wanted: set[int]
) -> None:
    each = [sorted(one), [number + 61 for number in sorted(other)]]
    data = b"".join(encode(numbers, [1] * len(numbers), [], [4] * len(numbers)) for numbers in each)
    numbers = [*each[0], *each[1]]
    far = sorted({number * 2 for number in wanted} | wanted)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(located, "_SCARCE", 0)
        patch.setattr(postings, "_STRETCH", 3)
        parted = TermList(Postings(data), frozenset())
        told = [indexes(parted, set(far)) for _ in range(2)]  # the second time all are counted
    assert told == [[(number, numbers.index(number)) for number in far if number in numbers]] * 2
