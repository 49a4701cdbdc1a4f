"""A text cut at its spaces has the words of the text, at the same places."""

from __future__ import annotations

import sys
from itertools import accumulate

from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.search.folding import analyse, fold, stem, tokens, words
from index.search.stored.pieces import cut
from index.search.stored.postings import SHIFT
from index.search.stored.starts import decode, encode


def parts(text: str) -> list[tuple[str, str, int, int]]:
    """Form, stem, position and width of every token, by way of the pieces."""
    found = []
    cutting = cut(text)
    position = 0
    for each in cutting.pieces:
        found += [(form, stem(form), position + (offset >> SHIFT), 1 + wide) for form, offset, wide in each.parts]
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


@given(st.one_of(st.text(alphabet="aB, \n", max_size=60), st.text(alphabet="a \n停", min_size=150, max_size=200)))
@example("one  two")
@example(" one   two\n\n\nthree\n")
@example("x" * 70 + "\n\none")
def test_words_between_spaces_are_counted(text: str) -> None:
    assert cut(text).words == len(text.split())


def beginnings(text: str) -> list[int]:
    """For each position the character at which its word begins."""
    found: list[int] = []
    for match in words(text):
        found += [match.start()] * (analyse(match[0])[-1].position + 1 if analyse(match[0]) else 1)
    return found


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.text(alphabet="aB-'’. 1,\n", max_size=200),
        st.lists(st.sampled_from(("a", "cease-fire", " ", "\n", '"', "—", "停火", "x" * 63, " " * 200, "." * 90))).map(
            "".join
        ),
    )
)
@example("." * 80 + "one two")
@example('"one" (two) — three' + " " * 300 + "four")
@example(" " * 250 + ". one")
def test_the_gaps_tell_where_each_word_begins(text: str) -> None:
    gaps = cut(text).gaps()
    assert list(accumulate(gaps)) == beginnings(text)
    assert list(decode(encode(gaps))) == list(gaps)


def test_small_letters_fold_to_what_the_letters_fold_to() -> None:
    for character in map(chr, range(sys.maxunicode + 1)):
        if not character.islower() and character.lower() != character and len(character.lower()) == 1:
            assert fold(character.lower()) == fold(character)
            assert character.lower().isalnum() == character.isalnum()
