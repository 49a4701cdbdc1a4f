"""Where notes, marks and the place in an article are after the article has changed."""

from __future__ import annotations

from typing import SupportsIndex

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.documents.model import Span
from index.user.placing import moved_offset, placed, placed_mark
from index.user.quotation import quotation
from index.user.state import Note

WORDS = [f"word{number:03}" for number in range(200)]
TEXT = " ".join(WORDS)


class Looked(str):
    """A text that counts how often a part of it was taken out to be looked at."""

    times = 0

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        """Counts."""
        self.times += 1
        return super().__getitem__(key)


def note_on(start: int, words: str) -> Note:
    """A note on words that stood at a place."""
    return Note(1, "a.txt", start, start + len(words), quotation(words), "mine", 0.0)


OFFSET = TEXT.index("word100")


@pytest.mark.parametrize(
    ("start", "text", "found"),
    [
        (4, "one two three two", 4),  # where it stood, though it also stands elsewhere
        (4, "zero one two three two", 9),
        (20, "one two three", 4),
        (5, "two and two and two", 8),  # of those before and after, the nearest
        (1, "two and two and two", 0),
        (6, "two one two six", 8),
        (16, "two one", 0),
        (20, "two two one", 4),
        (0, "one two", 4),
    ],
)
def test_a_note_follows_its_words(start: int, text: str, found: int) -> None:
    assert placed(note_on(start, "two"), text) == Span(found, found + 3)


def test_a_note_whose_words_are_gone_has_no_place() -> None:
    assert placed(note_on(4, "gone"), "one two three") is None
    assert placed(note_on(4, ""), "one two three") is None


LONG = " ".join(f"{number}. The same was said of the harbour." for number in range(400))
"""A passage of which not all is kept, though much of it stands there again and again."""


@given(st.text("ab ", max_size=40), st.text("ab ", max_size=40), st.integers(0, 3), st.integers(0, 60_000))
@settings(max_examples=100)
def test_a_note_on_a_long_passage_stands_where_all_its_words_do(
    before: str, after: str, times: int, start: int
) -> None:
    changed = LONG.replace("200. The", "200. One")
    text = before + f"{changed} {LONG} " * times + changed + after
    wanted = [place for place in range(len(text)) if text.startswith(LONG, place)]
    nearest = min(wanted, key=lambda place: abs(place - start), default=None)
    found = placed(note_on(start, LONG), text)
    assert found == (None if nearest is None else Span(nearest, nearest + len(LONG)))


def test_a_text_of_one_letter_is_soon_looked_through() -> None:
    looked = Looked("a" * 300_000)
    assert placed(note_on(100_000, "a" * 50_000), looked) == Span(100_000, 150_000)
    assert placed(note_on(100_000, "a" * 50_000 + "b" + "a" * 50_000), looked) is None
    assert looked.times < 100


@pytest.mark.parametrize(
    ("offset", "context", "text", "found"),
    [
        (4, "two three", "one two\nthree", 4),
        (4, "two three", "one one one two  three two three", 12),
        (30, "two three", "one two three two\tthree", 14),
        (9, "a.c", "abc abc abc a.c", 12),
        (4, "gone", "one", 2),
        (1, "gone", "one", 1),
        (9, "", "one", 2),
        (1, "", "one", 1),
        (9, " ", "", 0),
        (9, "gone", "", 0),
    ],
)
def test_a_mark_follows_its_words(offset: int, context: str, text: str, found: int) -> None:
    assert placed_mark(offset, context, text) == found


@given(st.integers(0, len(TEXT) - 60), st.integers(0, 60))
@settings(max_examples=100)
def test_words_that_move_take_the_place_with_them(offset: int, words: int) -> None:
    more = "".join(f"new{number} " for number in range(words))
    assert moved_offset(TEXT, more + TEXT, offset) == (offset + len(more) if offset else 0)
    fewer = TEXT[min(8 * words, offset) :]
    if offset:
        assert moved_offset(TEXT, fewer, offset) == offset - (len(TEXT) - len(fewer))


def test_the_nearest_of_the_same_words_is_taken() -> None:
    line = "The same line again and again. "
    before = line * 40
    assert moved_offset(before, before, 10 * len(line)) == 10 * len(line)
    assert moved_offset(before, "x" * 5 + before, 10 * len(line)) == 10 * len(line) + 5
    assert moved_offset(before, before[5:], 10 * len(line)) == 10 * len(line) - 5


def test_words_that_changed_further_on_are_found_by_their_beginning() -> None:
    for kept in (130, 50):
        changed = "New. " + TEXT[: OFFSET + kept] + " other words" * 50
        assert moved_offset(TEXT, changed, OFFSET) == OFFSET + 5
    # Few words are found anywhere: what stands before them says more.
    assert moved_offset("a b " + TEXT + " the end", "the end a b " + TEXT + " of it", 1604) == 1612


@pytest.mark.parametrize("length", [400, 120, 40])
def test_more_of_the_same_words_is_worth_more_than_a_nearer_place(length: int) -> None:
    nearer = TEXT[: length - 1] + "#"
    now = f"{nearer} and then {TEXT[:length]}#"
    assert moved_offset(f". {TEXT}", f". {now}", 2) == 2 + len(nearer) + len(" and then ")


def test_ten_characters_at_the_end_are_too_few_to_be_known_by() -> None:
    assert moved_offset("Alpha beta. 0123456789", "0123456789 Alpha beta. gone", 12) == 23
    assert moved_offset("Alpha beta. 0123456789a", "0123456789a Alpha beta. gone", 12) == 0


def test_where_the_words_are_gone_the_place_is_behind_what_stood_before() -> None:
    assert moved_offset(TEXT, "New. " + TEXT[:OFFSET] + "else " * 100, OFFSET) == OFFSET + 5
    assert moved_offset(TEXT, "New. " + TEXT[:40] + "else " * 100, 40) == 45
    near = TEXT[OFFSET - 120 : OFFSET]  # more than that need not be there any more
    assert moved_offset(TEXT, near + "else " * 100, OFFSET) == 120
    assert moved_offset(TEXT, near + "or else " + near + "else " * 100, OFFSET) == 248
    assert moved_offset(TEXT, near + "or else " + near[1:] + "else " * 100, OFFSET) == 120
    assert moved_offset("ab" + "gone " * 20, "x" * 20 + "b" + "else " * 20, 2) == 2
    assert moved_offset(TEXT, "else " * 20, OFFSET) == 99
    assert moved_offset(TEXT, "else " * 400, OFFSET) == OFFSET
    assert moved_offset(TEXT, "", OFFSET) == 0
    assert moved_offset("   " + TEXT, "   " + "else " * 40, 3) == 3
