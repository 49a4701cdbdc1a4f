"""Numbers come back as they were packed; what is no packed numbers is damage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities.resolving.packing import (
    packed,
    packed_counts,
    packed_rising,
    unpacked,
    unpacked_counts,
    unpacked_rising,
)
from index.errors import DamageError

NUMBERS = st.lists(st.one_of(st.integers(0, 300), st.integers(0, 2**32 - 1)))


@given(NUMBERS)
def test_numbers_come_back(numbers):
    assert [*unpacked(packed(numbers))] == numbers
    assert [*unpacked_rising(packed_rising(sorted(numbers)))] == sorted(numbers)


@given(st.lists(st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 400), st.integers(1, 2**32))))
def test_counts_come_back(counts):
    counts.sort()
    assert [*unpacked_counts(packed_counts(counts))] == counts


def test_a_single_usual_count_takes_three_bytes():
    assert len(packed_counts([(20_000, 0, 1)])) == 3


@pytest.mark.parametrize("wrong", [None, "text", b"\x00", b"\x05abcde", b"\x02abc", b"\x7d", b"\xffabc"])
def test_what_is_no_numbers_is_damage(wrong):
    with pytest.raises(DamageError):
        unpacked(wrong)


@pytest.mark.parametrize("wrong", [None, "text", b"\x00", b"\x02abc", b"\x7d", b"\xffabc"])
def test_what_is_no_counts_is_damage(wrong):
    with pytest.raises(DamageError):
        unpacked_counts(wrong)
