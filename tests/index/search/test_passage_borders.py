"""Where a passage begins and ends around matches that are known, to the character."""

from __future__ import annotations

import pytest

from index.documents.model import Block, Document
from index.search.answering.marking import Mark
from index.search.answering.snippets import LONGEST, snippets
from index.search.model import Snippet

LETTERS = "word " * 60


def shown(text: str, *marks: tuple[int, int], end: int | None = None) -> tuple[Snippet, ...]:
    """The passages of a text that is one paragraph, up to `end`, around stretches of it."""
    document = Document("a.txt", "", text, (Block("paragraph", 0, len(text) if end is None else end),))
    return snippets(document, [Mark(first, last, 0) for first, last in marks])


def sentence(length: int) -> str:
    """A sentence of so many characters that ends with a match and a full stop."""
    return f"Nobody {'x' * (length - 14)} truce."


@pytest.mark.parametrize(
    ("length", "end"),
    [
        # A sentence's end is taken where a third of the passage is filled.
        (73, 73),
        (74, 74),
        (72, 217),
        (60, 220),
    ],
)
def test_a_passage_ends_with_a_sentence_that_fills_a_third(length: int, end: int) -> None:
    text = f"{sentence(length)} Then {LETTERS}"
    (passage,) = shown(text, (length - 6, length - 1))
    assert (passage.start, passage.end) == (0, end)
    assert passage.cut == (False, end > length)
    assert passage.matches == ((length - 6, length - 1),)


@pytest.mark.parametrize(("before", "start"), [(110, 0), (111, 18)])
def test_where_the_match_is_far_down_the_passage_begins_with_its_sentence(before: int, start: int) -> None:
    text = "Nothing was said. " + sentence(before - 17) + f" Then {LETTERS}"
    (passage,) = shown(text, (before - 5, before))
    assert passage.start == start


def test_a_match_at_the_beginning_or_the_end_is_in_its_passage() -> None:
    text = "truce and truce"
    (passage,) = shown(text, (0, 5), (10, 15))
    assert passage.matches == ((0, 5), (10, 15))
    (alone,) = shown("x" * 300 + "truce " + LETTERS, (300, 305))
    assert (alone.start, alone.matches) == (300, ((300, 305),))


@pytest.mark.parametrize("length", [181, 219])
def test_a_match_that_nearly_fills_a_passage_is_shown(length: int) -> None:
    text = "a " * 200
    (passage,) = shown(text, (0, length))
    assert passage.matches == ((0, length),)


def test_a_longer_match_has_no_passage() -> None:
    assert shown("a " * 200, (0, LONGEST + 1)) == ()


@pytest.mark.parametrize("after", ["", "\n\nAfter.", "  \n\nAfter."])
def test_nothing_is_cut_off_where_only_space_follows(after: str) -> None:
    (passage,) = shown(f"He spoke of the truce  {after}", (16, 21), end=23)
    assert (passage.text, passage.cut) == ("He spoke of the truce", (False, False))


def test_of_two_passages_that_touch_the_second_begins_behind_the_first() -> None:
    text = "truce " * 80
    first, second = shown(text, *((at, at + 5) for at in range(0, 480, 6)))
    assert first.end < second.start
    assert {*first.matches}.isdisjoint(second.matches)
    assert all(passage.start <= at[0] < at[1] <= passage.end for passage in (first, second) for at in passage.matches)
