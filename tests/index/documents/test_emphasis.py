"""Marks in plain text: which runs are a pair, and that what is left keeps its offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.emphasis import marked


def told(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What is left of a text, and each mark's style with the characters under it."""
    rich = marked(text)
    return rich.text, [(mark.style, rich.text[mark.start : mark.end]) for mark in rich.marks]


@pytest.mark.parametrize(
    ("text", "left", "marks"),
    [
        ("*a* b", "a b", [("emphasis", "a")]),
        ("c _a_ b", "c a b", [("emphasis", "a")]),
        ("**a b** c", "a b c", [("strong", "a b")]),
        ("__a__", "a", [("strong", "a")]),
        ("***a***", "a", [("strong", "a"), ("emphasis", "a")]),
        ("~~a~~", "a", [("strike", "a")]),
        ("`a`", "a", [("code", "a")]),
        ("b `a * c` d", "b a * c d", [("code", "a * c")]),
        ("see [a b](https://c.d) now", "see a b now", [("link", "a b")]),
        ("![a](mailto:b@c)", "a", [("link", "a")]),
        ("*a* and *b*", "a and b", [("emphasis", "a"), ("emphasis", "b")]),
        ("*a **b** c*", "a b c", [("strong", "b"), ("emphasis", "a b c")]),
        ("x *[a](https://b)* y", "x a y", [("link", "a"), ("emphasis", "a")]),
        ("(*a*), b", "(a), b", [("emphasis", "a")]),
        ("*a*b", "ab", [("emphasis", "a")]),
    ],
)
def test_a_pair_is_taken_out(text: str, left: str, marks: list[tuple[str, str]]) -> None:
    assert told(text) == (left, marks)


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 * 2",
        "f*** and f***",
        "a* b*",
        "*a b",
        "a b*",
        "*a **",
        "* a*",
        "*a *",
        "snake_case_name",
        "_a_b",
        "b_a_",
        "****a****",
        "**a*",
        "**",
        "a ** b",
        "`a",
        "` a`",
        "`a `",
        "`a``",
        "``a``",
        "[a](ftp://b)",
        "[a](javascript:b)",
        "[](https://b)",
        "[a] (https://b)",
        "~a~",
    ],
)
def test_what_has_no_partner_stays(text: str) -> None:
    assert told(text) == (text, [])


def test_what_is_opened_inside_is_not_closed_outside() -> None:
    assert told("*a **b* c**") == ("a **b c**", [("emphasis", "a **b")])
    assert told("**a *b** c*") == ("a *b c*", [("strong", "a *b")])


def test_nothing_is_in_an_empty_pair() -> None:
    assert told("****") == ("****", [])
    assert told("a **** b") == ("a **** b", [])


@given(st.lists(st.sampled_from(["*", "**", "_", "~~", "`", "a", " ", "b c"]), max_size=14))
def test_the_rest_of_the_text_stays_as_it_is(parts: list[str]) -> None:
    text = "".join(parts)
    rich = marked(text)
    assert "".join(filter(str.isalpha, rich.text)) == "".join(filter(str.isalpha, text))
    assert all(0 <= mark.start < mark.end <= len(rich.text) for mark in rich.marks)
    assert bool(rich.marks) or rich.text == text
