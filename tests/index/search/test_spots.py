"""Where words stand together, against looking at every way in which they could."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from index.search.answering.spots import in_order, near, runs, together
from index.search.stored.postings import SHIFT, TITLE, WIDE

codes = st.builds(
    lambda position, width, title: position << SHIFT | width | title,
    st.integers(0, 7),
    st.sampled_from((0, 0, WIDE)),
    st.sampled_from((0, 0, TITLE)),
)
slots = st.lists(st.sets(codes, max_size=4), min_size=1, max_size=4)
slops = st.integers(0, 4)


def position(code: int) -> int:
    return code >> SHIFT


def last_position(code: int) -> int:
    return position(code) + (1 if code & WIDE else 0)


@settings(max_examples=100)
@given(slots)
def test_runs(words: list[set[int]]) -> None:
    def follows(one: int, other: int) -> bool:
        return position(other) == last_position(one) + 1 and one & TITLE == other & TITLE

    ways = {
        way for way in itertools.product(*words) if all(follows(one, other) for one, other in itertools.pairwise(way))
    }
    found = runs(words)
    assert [way[0] for way in found] == sorted({way[0] for way in ways})
    assert ways.issuperset(found)


@settings(max_examples=100)
@given(slots, slops)
def test_in_order(words: list[set[int]], slop: int) -> None:
    reach = len(words) - 1 + slop
    ways = [
        way
        for way in itertools.product(*words)
        if all(last_position(one) < position(other) for one, other in itertools.pairwise(way))
        and position(way[-1]) - position(way[0]) <= reach
    ]
    found = in_order(words, slop)
    ends = {way[-1] for way in ways}
    shortest = {max(way[0] for way in ways if way[-1] == end) for end in ends}
    assert ends | shortest <= found
    # Nothing else takes part but what stands between the ends of such a stretch.
    inside = {code for way in ways if way[0] in shortest for code in way}
    assert found <= inside


def windows(words: Sequence[set[int]], keys: Sequence[str], reach: int) -> Iterator[set[tuple[str, int]]]:
    """What stands within reach before each code, with it."""
    events = sorted(
        (position(code), keys.index(key), code, key) for key, word in zip(keys, words, strict=True) for code in word
    )
    for at, event in enumerate(events):
        yield {(key, code) for place, _, code, key in events[: at + 1] if event[0] - place <= reach}


@settings(max_examples=100)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sets(codes, max_size=4)), min_size=1, max_size=4), slops)
def test_near(asked: list[tuple[str, set[int]]], slop: int) -> None:
    word_of = dict(reversed(asked))
    keys = [key for key, _ in asked]
    needed = Counter(keys)
    expected: set[int] = set()
    for window in windows(list(word_of.values()), list(word_of), len(keys) - 1 + slop):
        held = Counter(key for key, _ in window)
        if all(held[key] >= number for key, number in needed.items()):
            expected |= {code for _, code in window}
    assert near([word_of[key] for key in keys], keys, slop) == expected


def test_a_neighbourhood_in_the_order_of_its_words_or_in_any() -> None:
    one, two, far = 0, 1 << SHIFT, 20 << SHIFT
    assert near([{one, far}, {two}], "ab", 0) == {one, two}
    assert near([{two}, {one, far}], "ab", 0) == {one, two}
    assert together([{one, far}, {two}], "ab", 0, ordered=True) == {one, two}
    assert together([{two}, {one, far}], "ab", 0, ordered=True) == set()
    assert together([{two}, {one, far}], "ab", 0, ordered=False) == {one, two}
