"""A posting list comes back from its bytes as it was, and damaged bytes are told."""

from __future__ import annotations

import random
from array import array
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.compressing import run_coded
from index.search.stored.encoding import encode, joined, together
from index.search.stored.postings import Lists, Postings, bounds, part_of, sealed, unsealed


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
    good = sealed(encode(documents, counts, titles, [code for part in codes for code in part]))
    bad = bytearray(good)
    bad[data.draw(st.integers(0, len(bad) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(ValueError, match="damaged"):
        Postings(unsealed(bytes(bad)))
    with pytest.raises(ValueError, match="damaged"):
        Postings(unsealed(good[: data.draw(st.integers(0, len(good) - 1))]))


@pytest.mark.parametrize("most", [255, 900, 65_535, 70_000])
def test_positions_of_a_long_list_are_told_low_and_high_bytes_apart(most: int) -> None:
    dice = random.Random(most)
    parts = [sorted(dice.sample(range(most), 3)) for _ in range(700)]
    codes = [code for part in parts for code in part]
    read = encode(range(700), [3] * 700, [], codes)
    whole = Postings(read)
    assert [list(whole.codes(index)) for index in (0, 5, 699)] == [parts[0], parts[5], parts[699]]
    assert list(Postings(read).all_codes()) == codes
    assert list(part_of(read, 0, len(read)).codes) == codes
    plain = len(run_coded(array("H", codes).tobytes())) if most < 1 << 16 else len(read)
    assert most != 900 or len(read) < plain * 0.95
    again = Postings(joined([(read, 0), (read, 700)]))
    assert list(again.all_codes()) == codes * 2
    with pytest.raises(ValueError, match="damaged"):
        Postings(read[:-30]).all_codes()


def test_a_list_without_positions() -> None:
    read = Postings(encode([3, 9], [2, 1], [], []))
    assert list(read.documents) == [3, 9]
    assert not read.codes(0)


@settings(max_examples=200, deadline=None)
@given(st.lists(lists(), min_size=1, max_size=6))
def test_lists_are_joined_as_numbers_are(each: list[tuple[Any, ...]]) -> None:
    shift = 0
    shifted, packed = [], []
    for documents, counts, titles, codes in each:
        in_a_row = [code for part in codes for code in part]
        numbers = Lists(range(len(documents)), counts, titles, in_a_row)
        packed.append((encode(*numbers), shift))
        shifted.append((numbers, shift))
        shift += len(documents) + 3
    read = Postings(joined(packed)).numbers()
    wanted = together(shifted)
    assert [list(part) for part in read] == [list(part) for part in wanted]
    again = Postings(joined([(joined(packed), 7)]))
    assert list(again.documents) == [number + 7 for number in wanted.documents]
    assert list(again.all_codes()) == list(wanted.codes)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.dictionaries(st.integers(0, 5000), st.lists(st.integers(0, 9000), min_size=1, max_size=2), min_size=1,
                             max_size=3), min_size=4, max_size=9),
    st.booleans(),
)  # fmt: skip
def test_short_lists_are_joined_to_a_short_one_as_numbers_are(
    each: list[dict[int, list[int]]], with_positions: bool
) -> None:
    shifted, packed = [], []
    for place, documents in enumerate(each):
        holding = sorted(documents)
        codes = [code for number in holding for code in documents[number]] if with_positions else []
        numbers = Lists(holding, [len(documents[number]) for number in holding], [], codes)
        packed.append((encode(*numbers), 5001 * place))
        shifted.append((numbers, 5001 * place))
    one = joined(packed)
    assert len([*bounds(one)]) == 1
    read, wanted = Postings(one).numbers(), together(shifted)
    assert [list(part) for part in read] == [list(part) for part in wanted]
