"""The beginnings of words, kept as bytes: positions lead back to the very characters."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.folding import tokens
from index.search.stored.pieces import cut
from index.search.stored.starts import decode, encode


@given(st.one_of(st.text(max_size=200), st.text(alphabet="ab-'. 1,", max_size=200)))
def test_every_position_leads_to_the_beginning_of_its_word(text: str) -> None:
    gaps = decode(encode(cut(text).gaps()))
    starts = list(accumulate(gaps))
    for token in [token for token in tokens(text) if token.width == 1]:
        start = starts[token.position]
        before = token.position - starts.index(start) if token.position else 0
        alike = [other for other in tokens(text[start:]) if other.position == before and other.width == 1]
        assert start <= token.start
        assert before or start == token.start
        assert any(other.form == token.form for other in alike) or not before


@pytest.mark.parametrize("gap", [1, 255, 256, 70_000])
def test_words_may_stand_far_apart(gap: int) -> None:
    text = "one" + " " * gap + "two" + " three four" * 50
    assert list(accumulate(decode(encode(cut(text).gaps()))))[:3] == [0, gap + 3, gap + 7]


def test_what_is_damaged_is_an_error() -> None:
    for damaged in (b"", b"\x04nonsense", b"\x01odd"):
        with pytest.raises(ValueError, match="damaged"):
            decode(damaged)
    sound = encode(bytes(range(1, 200)))
    for place in range(1, len(sound)):
        damaged = sound[:place] + bytes((sound[place] ^ 0x55,)) + sound[place + 1 :]
        with pytest.raises(ValueError, match="damaged"):
            decode(damaged)
