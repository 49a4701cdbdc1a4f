"""A posting list comes back from its bytes as it was, and damaged bytes are told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search.postings import Postings, encode


@st.composite
def lists(draw: st.DrawFn) -> tuple[list[int], list[int], list[tuple[int, int]], list[list[int]]]:
    most = draw(st.sampled_from([200, 60_000, 4_000_000_000]))
    documents = sorted(draw(st.sets(st.integers(0, most), min_size=1, max_size=30)))
    codes = [draw(st.lists(st.integers(0, most), min_size=1, max_size=5)) for _ in documents]
    titled = [draw(st.integers(0, len(each))) for each in codes]
    counts = [len(each) - inside for each, inside in zip(codes, titled, strict=True)]
    titles = [(index, inside) for index, inside in enumerate(titled) if inside]
    return documents, counts, titles, codes


@settings(max_examples=200, deadline=None)
@given(lists())
def test_there_and_back(each: tuple[list[int], list[int], list[tuple[int, int]], list[list[int]]]) -> None:
    documents, counts, titles, codes = each
    read = Postings(encode(documents, counts, titles, [code for part in codes for code in part]))
    assert list(read.documents) == documents
    assert list(read.counts) == counts
    assert read.titles == titles
    assert [list(read.codes(index)) for index in range(len(documents))] == codes


@settings(max_examples=200, deadline=None)
@given(lists(), st.data())
def test_any_damage_is_noticed(
    each: tuple[list[int], list[int], list[tuple[int, int]], list[list[int]]], data: st.DataObject
) -> None:
    documents, counts, titles, codes = each
    good = encode(documents, counts, titles, [code for part in codes for code in part])
    bad = bytearray(good)
    bad[data.draw(st.integers(0, len(bad) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(ValueError, match="damaged"):
        Postings(bytes(bad))
    with pytest.raises(ValueError, match="damaged"):
        Postings(good[: data.draw(st.integers(0, len(good) - 1))])


def test_a_list_without_positions() -> None:
    read = Postings(encode([3, 9], [2, 1], [], []))
    assert list(read.documents) == [3, 9]
    assert not read.codes(0)
