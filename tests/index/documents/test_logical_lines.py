"""Which physical lines are one: the width a text was broken at, and what in such a text stays a line of its own."""

from __future__ import annotations

import pytest

from index.documents.wrapping import logical_lines


def line(length: int, first: str = "word", last: str = "x") -> str:
    """A line of words of a given length."""
    words = first + " word" * length
    return words[: length - len(last)] + last


def joined(*lines: str) -> int:
    """How many logical lines are left of physical ones."""
    return len(logical_lines("\n".join(lines)))


def of(*lengths: int) -> list[str]:
    return [line(length) for length in lengths]


def test_text_with_a_paragraph_a_line_keeps_its_lines_margins_and_gaps() -> None:
    text = "  One line.\n\n \nAnother.\n\tA third one.  \n"
    assert logical_lines(text) == [("One line.", 2, False), ("Another.", 0, True), ("A third one.", 0, False)]
    assert logical_lines("") == logical_lines(" \n\n") == []


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (of(70, 70, 70), 1),
        ([*of(70, 70), "", " "], 2),
        ([text + " " * 80 for text in of(70, 70, 70)], 1),
        ([" " * 20 + text for text in of(50, 50, 50)], 1),
        (of(132, 132, 132), 1),
        (of(133, 133, 133), 3),
        (of(32, 32, 32), 1),
        (of(31, 31, 31), 3),
        # One line in twenty may be longer than the width, but not longer than two of the widest.
        (of(*[70] * 18, 120, 20), 1),
        (of(*[70] * 17, 120, 20), 19),
        (of(*[70] * 18, 264, 20), 1),
        (of(*[70] * 18, 265, 20), 20),
    ],
)
def test_the_width_is_what_nearly_all_lines_keep_to(lines: list[str], left: int) -> None:
    assert joined(*lines) == left


@pytest.mark.parametrize(
    ("lengths", "left"),
    [
        ((70, 70, 70, 58, 58, 10), 1),
        ((70, 70, 58, 58, 58, 10), 6),
        ((70, 70, 59, 59, 59, 10), 1),
        ((70, 59, 59, 58, 58, 10), 1),
    ],
)
def test_most_lines_are_as_full_as_the_next_word_lets_them_be(lengths: tuple[int, ...], left: int) -> None:
    assert joined(*of(*lengths)) == left


def test_half_of_the_lines_break_inside_a_sentence() -> None:
    ends, goes_on = line(70, last="y."), line(70)
    assert joined(ends, goes_on, ends, goes_on, goes_on) == 1
    assert joined(ends, goes_on, ends, ends, goes_on) == 5


def test_the_beginning_of_a_long_text_decides() -> None:
    wrapped, apart = of(*[70] * 4000), ["It ends here."] * 4000
    assert len(logical_lines("\n".join([*wrapped, *apart]))) == 4000
    assert len(logical_lines("\n".join([*apart, *wrapped]))) == 8000


WRAPPED = of(70, 70, 70, 70, 70, 70)


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("they nego-", "tIations.", "they nego-tIations."),
        ("they met -", "and left.", "they met - and left."),
        ("they met -", "it seems.", "they met - it seems."),
        ("the Anglo-", "American.", "the Anglo- American."),
        ("they never", "met again.", "they never met again."),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_joins(before: str, after: str, text: str) -> None:
    found = logical_lines("\n".join([*WRAPPED, "", line(70, last=before), after, "", *WRAPPED]))
    assert [one.gap for one in found] == [False, True, True]
    assert found[0].text == " ".join(WRAPPED)
    assert found[1].text.endswith(text)


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ((line(58), line(70, "Word")), 2),
        ((line(59), line(70, "Word")), 1),
        (("   " + line(56), line(70, "Word")), 1),
        ((line(30), "word"), 1),
        ((line(30, last="y."), "word"), 2),
        ((line(70), "", line(70)), 2),
        ((line(70, "word | word"), line(70)), 2),
        ((line(70, "#word"), line(70)), 2),
        ((line(70), line(70, "* word")), 2),
        ((line(70), line(70, "12. word")), 1),
        ((line(70, last="y."), line(70, "12. word")), 2),
        ((line(58), line(70, "12. word")), 2),
        ((line(70, "1. word"), line(70, "12. word")), 2),
        ((line(70), " " + line(69, "12. word")), 2),
        ((line(70), " " + line(69)), 1),
        ((line(70), "  " + line(68)), 2),
        ((line(70, "- word"), "  " + line(68)), 1),
        (("https://lake.example/talks/the-old-hotel-by-the-lake/of/2021", line(70)), 2),
        ((line(70), "https://lake.example/talks/the-old-hotel-by-the-lake/of/2021", line(70)), 1),
    ],
)
def test_what_begins_a_line_of_its_own(lines: tuple[str, ...], left: int) -> None:
    assert joined(*lines, "", *WRAPPED) == left + 1


@pytest.mark.parametrize(
    ("title", "first", "second", "left"),
    [
        ("THE TALKS", "The Ministry and", line(49, "Forests"), 2),
        ("THE TALKS", "The Ministry and", line(48, "Forests"), 3),
        ("THE TALKS", "The Ministry and", line(48, "Forests", last="y."), 3),
        ("THE TALKS", "The Ministry and", " " + line(60, "Forests"), 2),
        ("THE TALKS", "The Ministry and", "  " + line(60, "Forests"), 3),
        ("THE TALKS.", "The Ministry and", line(60, "Forests"), 3),
        ("THE TALKS", "The Ministry of it.", line(60, "Forests"), 3),
        ("THE TALKS", "By Ada Morley", line(60, "Forests"), 3),
        ("THE TALKS", "The Ministry and", line(60, "- Forests"), 3),
    ],
)
def test_the_first_line_of_a_story_may_be_short(title: str, first: str, second: str, left: int) -> None:
    assert joined(title, "", first, second, *WRAPPED) == left


def spaced(*parts: str | int) -> list[str]:
    """Lines, and how many blank ones stand between them."""
    return [one for part in parts for one in ([part] if isinstance(part, str) else [""] * part)]


LOW, HIGH, ENDS = line(70), line(70, "Word"), "It ends."


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (spaced(LOW, 1, LOW, 1, LOW, 1, LOW), 1),
        (spaced(LOW, 2, LOW, 2, LOW, 2, LOW), 1),
        (spaced(3, LOW, 1, LOW, 1, LOW, 1, LOW, 3), 1),
        (spaced(LOW, 1, LOW, 1, LOW), 3),
        # More blank lines than most have part paragraphs; half of the lines have to have as many.
        (spaced(LOW, 1, LOW, 1, LOW, 1, LOW, 2, LOW), 2),
        (spaced(LOW, 1, LOW, 1, LOW, 1, LOW, 2, LOW, 2, LOW, 2, LOW), 4),
        (spaced(LOW, 1, LOW, 1, LOW, 1, LOW, 2, LOW, 2, LOW, 3, LOW, 3, LOW), 8),
        # Half of the lines have to go on with a small letter.
        (spaced(LOW, 1, LOW, 1, HIGH, 1, LOW, 1, HIGH), 1),
        (spaced(LOW, 1, LOW, 1, HIGH, 1, HIGH, 1, HIGH), 5),
        # One line in ten may stand right below another.
        (spaced(LOW, 1, LOW, 1, LOW, 1, LOW, 1, LOW, 1, ENDS, LOW, 1, LOW, 1, LOW, 1, LOW, 1, LOW), 2),
        (spaced(LOW, 1, LOW, 1, LOW, 1, LOW, 1, LOW, 1, ENDS, LOW, 1, LOW, 1, LOW, 1, LOW), 10),
    ],
)
def test_text_with_blank_lines_below_every_line(lines: list[str], left: int) -> None:
    assert joined(*lines) == left


def test_what_parts_the_paragraphs_of_spaced_text_is_a_gap() -> None:
    found = logical_lines("\n".join(spaced(LOW, 1, LOW, 1, LOW, 1, LOW, 2, ENDS)))
    assert found == [(" ".join([LOW] * 4), 0, False), (ENDS, 0, True)]
