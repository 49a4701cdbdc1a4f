"""Many short lists read as one: the documents, counts and titles are those of all lists together, and the terms that a
document has are told; what a query finds by it is what it finds list by list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_articles import article, filled, nobody, pages, reader

from index.search.answering import occurrences
from index.search.model import SearchResult
from index.search.query.parsing import parse
from index.search.stored.encoding import encode, joined
from index.search.stored.postings import SHIFT, Postings
from index.search.stored.segments import Segment
from index.search.stored.unions import Union, heads_of, parts_of
from index.search.whoosh_engine import WhooshEngine

SIZE = 5_000
numbers = st.one_of(st.integers(0, 40), st.integers(0, SIZE - 1))
counts = st.tuples(st.integers(0, 400), st.integers(0, 3)).filter(any)
held = st.dictionaries(numbers, counts, min_size=1, max_size=6)
"""Documents with how often they have a term in their text and in their title."""
Held = dict[int, tuple[int, int]]


def encoded(documents: Held, again: int = 0) -> bytes:
    """A list, or the same twice, the second one so many documents later: short ones are two parts then, or one."""
    order = sorted(documents)
    titles = [(place, documents[number][1]) for place, number in enumerate(order) if documents[number][1]]
    codes = [place << SHIFT for number in order for place in range(sum(documents[number]))]
    data = encode(order, [documents[number][0] for number in order], titles, codes if len(codes) < 9 else [])
    return joined([(data, 0), (data, again)]) if again else data


@given(st.lists(st.tuples(held, st.booleans()), max_size=6))
def test_what_is_told_of_lists_is_what_each_of_them_says(lists: list[tuple[Held, bool]]) -> None:
    parts = [part for each, long in lists for part in parts_of(encoded(each, SIZE if long else 0))]
    wanted: list[tuple[int, int, int, int]] = []
    for place, part in enumerate(parts):
        whole = Postings(part)
        titles = dict(whole.titles)
        pairs = zip(whole.documents, whole.counts, strict=True)
        wanted += [(place, number, count, titles.get(index, 0)) for index, (number, count) in enumerate(pairs)]
    found: list[tuple[int, int, int, int]] = []
    for head in heads_of(parts):
        told = dict(head.titles)
        rows = zip(head.parts, head.documents, head.counts, strict=True)
        found += [(*row, told.get(index, 0)) for index, row in enumerate(rows)]
    assert sorted(found) == sorted(wanted)


@given(st.lists(held, max_size=8), st.sets(numbers), st.sets(numbers))
def test_a_union_is_the_sum_of_its_lists(lists: list[Held], deleted: set[int], wanted: set[int]) -> None:
    told = [(f"term{place}".encode(), encoded(each)) for place, each in enumerate(lists)]
    union = Union([*told, (b"often", b"")], SIZE, frozenset(deleted))
    assert union.long == ["often"]
    texts: Counter[int] = Counter()
    titled: Counter[int] = Counter()
    for each in lists:
        for number, (count, title) in each.items():
            texts[number] += count
            titled[number] += title
    live = sorted(texts.keys() - deleted)
    assert list(union.documents) == live
    assert len(union) == len(live)
    assert list(union.counts) == [texts[number] for number in live]
    assert {live[place]: count for place, count in union.titles.items()} == {n: titled[n] for n in live if titled[n]}
    assert union.having(wanted) == {f"term{place}" for place, each in enumerate(lists) if wanted & each.keys()}


@pytest.mark.parametrize("data", [b"", b"\x07\x01\x02", b"\x01\x09\x04", b"\x01\x02\x04\x01", b"\x01\x00"])
def test_a_damaged_list_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match="damaged"):
        list(heads_of(parts_of(data)))


@pytest.mark.parametrize("query", ["ab*", "title:ab*", "text:ab*", '"ab* truce"', "ab* truce", "ab* -abba"])
def test_many_lists_as_one_find_what_each_by_itself_finds(
    engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    articles = [
        article(
            f"{number:03}.txt",
            f"Ab{'cdefghij'[number % 8]} and ab{'klmnop'[number % 6]} saw the truce number {number}, "
            + "abba " * (number % 5)
            + f"as ab{number % 50} did.",
            title=f"Ab{number % 40} {'truce' if number % 3 else 'abba'}",
        )
        for number in range(90)
    ]
    filled(engine, articles[:60])
    filled(engine, articles[60:])
    with engine.refresh() as batch:
        batch.remove("007.txt")
    kept = [each for each in articles if each.document.path != "007.txt"]

    def answer() -> SearchResult:
        engine._recent.__init__()  # type: ignore[misc]
        return engine.search(parse(query), limit=15, read=reader(kept), names=nobody, pages=pages(kept))

    read: list[Union] = []
    union_of = Segment.union

    def union(segment: Segment, field: str, terms: Sequence[str]) -> Union:
        read.append(union_of(segment, field, terms))
        return read[-1]

    monkeypatch.setattr(Segment, "union", union)
    many = answer()
    assert any(map(len, read))
    read.clear()
    monkeypatch.setattr(occurrences, "_MANY", 1_000)
    each = answer()
    assert not read
    assert many.total == each.total > 10
    assert many.hits == each.hits
