"""The words that one of two aligned passages has and the other has not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.comparison.words import differing


def cut(a: str, b: str) -> tuple[list[str], list[str]]:
    a_found, b_found = differing(a, b)
    return [a[start:end] for start, end in a_found], [b[start:end] for start, end in b_found]


def test_only_the_differing_words_are_marked() -> None:
    assert cut("The Biden administration spoke on Monday.", "The Trump administration spoke on Monday!") == (
        ["Biden"],
        ["Trump"],
    )


def test_neighbours_are_one_mark_and_case_does_not_count() -> None:
    assert cut("Talks began early today in Paris", "talks BEGAN in Paris") == (["early today"], [])


def test_the_curl_of_an_apostrophe_makes_no_difference() -> None:
    assert cut("It didn’t hold", "It didn't hold") == ([], [])


@given(st.text(max_size=60), st.text(max_size=60))
def test_marks_lie_inside_and_equal_texts_have_none(a: str, b: str) -> None:
    for text, spans in zip((a, b), differing(a, b), strict=True):
        assert all(0 <= start < end <= len(text) for start, end in spans)
    assert differing(a, a) == ((), ())


def test_very_long_passages_are_no_burden() -> None:
    a = " ".join(f"word{number}" for number in range(200_000))
    b = " ".join(f"term{number}" for number in range(200_000))
    assert differing(a, b)[0]
