"""A text cut at its spaces has the words of the text, at the same places."""

from __future__ import annotations

import sys

from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.search.folding import fold, tokens
from index.search.stored.pieces import cut
from index.search.stored.postings import SHIFT


def parts(text: str) -> list[tuple[str, str, int, int]]:
    """Form, stem, position and width of every token, by way of the pieces."""
    found = []
    cutting = cut(text)
    position = 0
    for each in cutting.pieces:
        found += [(form, stem, position + (offset >> SHIFT), 1 + wide) for form, stem, offset, wide in each.parts]
        position += each.width >> SHIFT
    return found


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.text(alphabet="aB-'’. 1,\n", max_size=200),
        st.text(alphabet="aB1 .,;:!?()[]\"“”‘’'-", max_size=200),
        st.text(alphabet="İΣsß停火 \n\t\u2003.й-", max_size=200),
    )
)
@example("word," * 40 + " cease-fire")
@example("停火" * 60 + ". Talks")
@example(" " + "x" * 70 + "-y\n\nz")
def test_the_words_of_the_pieces_are_those_of_the_text(text: str) -> None:
    assert parts(text) == [(token.form, token.stem, token.position, token.width) for token in tokens(text)]


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), st.text(alphabet="aB-'’. 1,\n", max_size=200)))
@example("." * 80 + "one two")
def test_the_pieces_follow_one_another_without_a_gap(text: str) -> None:
    cutting = cut(text)
    assert sum(cutting.spans) == (len(text) + 1 if text else 0)
    at = 0
    for each, span in zip(cutting.pieces, cutting.spans, strict=True):
        assert text.lower().startswith(each.text, at) or "İ" in text
        at += span


def test_small_letters_fold_to_what_the_letters_fold_to() -> None:
    for character in map(chr, range(sys.maxunicode + 1)):
        if not character.islower() and character.lower() != character and len(character.lower()) == 1:
            assert fold(character.lower()) == fold(character)
            assert character.lower().isalnum() == character.isalnum()
