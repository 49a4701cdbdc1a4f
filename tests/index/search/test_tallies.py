"""Rows of numbers say what lists of them say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.answering.answers import Tallied, Weighed
from index.search.answering.tallies import Documents, joined, tally
from index.search.stored.segments import CLASSES

SIZE = 64
numbers = st.sets(st.integers(0, SIZE - 1))
lists = st.lists(
    st.dictionaries(
        st.integers(0, SIZE - 1),
        st.tuples(st.sampled_from([0, 1, 1, 2, 3, 90, 254, 255, 256, 400]), st.sampled_from([0, 0, 1, 2, 130])),
        min_size=1,
        max_size=SIZE,
    ),
    min_size=1,
    max_size=4,
)


def _listed(found: dict[int, tuple[int, int]]) -> Any:
    documents = sorted(number for number, (count, titled) in found.items() if count or titled)
    titles = {place: found[number][1] for place, number in enumerate(documents) if found[number][1]}
    counts = [found[number][0] for number in documents]
    return SimpleNamespace(documents=documents, counts=counts, titles=titles, row=None)


def _documents(chosen: set[int]) -> Set[int]:
    return Documents(bytes(int(number in chosen) for number in range(SIZE)))


@given(lists, st.lists(st.integers(0, 900), min_size=SIZE, max_size=SIZE), st.floats(0, 300), st.none() | numbers)
def test_a_row_has_the_sums_of_its_lists_and_tells_who_has_more(
    found: list[dict[int, tuple[int, int]]], lengths: list[int], share: float, among: set[int] | None
) -> None:
    sums: Counter[int] = Counter()
    for each in found:
        for number, (count, titled) in each.items():
            sums[number] += 2 * count + 3 * titled
    expected = {number: twice / 2 for number, twice in sums.items() if twice}
    bounds = sorted(set(sorted(lengths)[:: SIZE // CLASSES]))
    classes = bytes(sum(bound <= length for bound in bounds) - 1 for length in lengths)
    made = [_listed(each) for each in found]
    if sum(len(each.documents) for each in made) * 16 < SIZE:
        assert tally({1: made}, lambda: classes, SIZE) is None
        return
    tally({1: made}, lambda: classes, SIZE)
    many = tally({1: made}, lambda: classes, SIZE)  # from the rows that the lists have kept
    assert many is not None
    assert {number: many.units[number] / 2 for number in many.documents} == expected
    norms = [0.5 + length / 100 for length in lengths]
    row, plain = Tallied(many, 1.5, norms, [0.5 + each / 100 for each in bounds]), Weighed(expected, 1.5, norms)
    assert row.scores() == plain.scores()
    assert (row.size, row.bound, row.numbers) == (plain.size, plain.bound, plain.numbers)
    assert set(row.exceeding(share, among)) == set(plain.exceeding(share, among))
    if among is not None:
        assert row.among(among) == row.among(_documents(among)) == plain.among(among) == plain.among(_documents(among))
        assert set(row.exceeding(share, _documents(among))) == set(plain.exceeding(share, _documents(among)))


@given(lists, st.lists(st.sampled_from([5, 3, 2]), min_size=4, max_size=4), st.booleans(), st.floats(0, 300))
def test_a_row_has_the_sums_of_lists_that_count_less_than_whole(
    found: list[dict[int, tuple[int, int]]], parts: list[int], titles: bool, share: float
) -> None:
    sums: Counter[int] = Counter()
    alike: dict[int, list[Any]] = {}
    for each, times in zip(found, parts, strict=False):
        alike.setdefault(times, []).append(_listed(each))
        for number, (count, titled) in each.items():
            sums[number] += times * (2 * count + 3 * titled * titles)
    expected = {number: tenths / 10 for number, tenths in sums.items() if tenths}
    many = tally(alike, lambda: bytes(SIZE), SIZE, whole=5, titles=titles)
    if many is None:
        assert sum(len(each.documents) for same in alike.values() for each in same) * 16 < SIZE
        return
    norms = [0.5] * SIZE
    row, plain = Tallied(many, 1.5, norms, [0.5]), Weighed(expected, 1.5, norms)
    assert row.scores() == plain.scores()
    assert sorted(row.shares(1)) == sorted(plain.shares(1))
    likely, sure = set(row.exceeding(share, None)), set(plain.exceeding(share, None))
    assert all(expected[number] / 0.5 == pytest.approx(share) for number in likely ^ sure)


@pytest.mark.parametrize("often", [32_768, 70_000])
def test_what_is_too_often_for_a_row_is_left_to_others(often: int) -> None:
    assert tally({1: [_listed({1: (often, 0), 5: (1, 0)})] * 8}, lambda: bytes(SIZE), SIZE) is None
    assert tally({1: [_listed(dict.fromkeys(range(SIZE), (often, 0)))]}, lambda: bytes(SIZE), SIZE) is None


@given(numbers, numbers)
def test_documents_are_a_set(one: set[int], other: set[int]) -> None:
    row, second = _documents(one), _documents(other)
    assert row == one
    assert (len(row), list(row)) == (len(one), sorted(one))
    for left, right in ((row, second), (row, other), (one, second)):
        assert (left & right, left | right, left - right) == (one & other, one | other, one - other)
    assert joined([row, other]) == joined([other, second, row]) == joined([one, other]) == one | other
    assert isinstance(row, Documents)
    assert set(row.sample(3)) == {number for number in one if number % 3 == 0}
