"""How a text, its blocks and its marks are put together: every offset fits, white space is one space or none."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.builder import Builder, Mark, Rich, joined, spaced
from index.documents.model import Block, Inline, Span

MARKED = Rich("one two three", (Mark(0, 3, "strong"), Mark(4, 7, "link", "http://a"), Mark(8, 13, "code")))


@pytest.mark.parametrize(
    ("start", "end", "marks"),
    [
        (0, 13, [(0, 3), (4, 7), (8, 13)]),
        (3, 8, [(1, 4)]),  # what only touches the cut is gone
        (1, 10, [(0, 2), (3, 6), (7, 9)]),
        (2, 9, [(0, 1), (2, 5), (6, 7)]),
        (5, 6, [(0, 1)]),
        (3, 4, []),
    ],
)
def test_a_cut_keeps_what_is_left_of_each_mark(start: int, end: int, marks: list[tuple[int, int]]) -> None:
    cut = MARKED.cut(start, end)
    assert cut.text == MARKED.text[start:end]
    assert [(mark.start, mark.end) for mark in cut.marks] == marks
    assert all(mark.target == "http://a" for mark in cut.marks if mark.style == "link")


@given(st.text("ab ", max_size=12), st.data())
def test_a_mark_stays_on_its_characters(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    start, first, last, end = places
    rich = Rich(text, (Mark(first, last, "strong"),))
    for whole in (rich.cut(start, end), joined([Rich("xy"), rich]).cut(2 + start, 2 + end)):
        assert whole.text == text[start:end]
        assert [whole.text[m.start : m.end] for m in whole.marks] in ([text[first:last]], [])
        assert bool(whole.marks) == (max(first, start) < min(last, end) or (start < first == last < end))


def test_white_space_at_the_ends_goes_with_its_marks() -> None:
    assert Rich("  a b ", (Mark(0, 3, "strong"), Mark(5, 6, "code"))).strip() == Rich("a b", (Mark(0, 1, "strong"),))
    assert Rich("a").strip() == Rich("a")
    assert Rich("  a ").strip() == Rich("a")


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        (" a\n b ", "x", " a b "),
        (" a", "", "a"),
        (" a", "x ", "a"),
        (" a", "x\n", "a"),
        (" a", "x\t", " a"),
        (" a", "\nx", " a"),
        (" a", " x", " a"),
        ("a", "x ", "a"),
        ("ab", "", "ab"),
        ("   ", "x", " "),
        ("   ", "x ", ""),
        ("", "x", ""),
        ("a ", "", "a "),
    ],
)
def test_white_space_as_it_is_read(text: str, before: str, expected: str) -> None:
    assert spaced(text, before) == expected


def test_blocks_are_parted_by_an_empty_line_and_items_by_none() -> None:
    builder = Builder()
    for kind in ("list_item", "list_item", "paragraph", "list_item", "heading"):
        builder.add(kind, kind[0])
    assert builder.content().text == "l\nl\n\np\n\nl\n\nh"
    assert [(each.start, each.end) for each in builder.blocks] == [(0, 1), (2, 3), (5, 6), (8, 9), (11, 12)]
    builder.add("paragraph", " \n ")
    assert len(builder.blocks) == 5


def test_marks_follow_their_block_and_are_in_order() -> None:
    builder = Builder()
    builder.add("paragraph", "first")
    marks = (Mark(4, 7, "link", "http://a"), Mark(4, 7, "emphasis"), Mark(4, 9, "strong"), Mark(5, 5, "code"))
    builder.add("paragraph", Rich("one two three", (*marks, Mark(0, 3, "code"))))
    content = builder.content()
    assert content.inlines == (
        Inline(7, 10, "code"),
        Inline(11, 16, "strong"),
        Inline(11, 14, "emphasis"),
        Inline(11, 14, "link", "http://a"),
    )
    assert content.text[11:14] == "two"


def test_a_table_has_a_row_a_line_and_cells_of_all_columns() -> None:
    builder = Builder()
    builder.add("paragraph", "Before")
    row = [Rich("North"), Rich(""), Rich("truce\n kept", (Mark(0, 5, "strong"),)), Rich(" ")]
    builder.table([row, [Rich(""), Rich(" ")], [Rich("South", (Mark(0, 5, "strong"),))]], header=True)
    content = builder.content()
    assert content.text == "Before\n\nNorth    truce kept\nSouth"
    (_, table) = content.blocks
    assert table == Block(
        "table",
        8,
        33,
        rows=((Span(8, 13), Span(15, 15), Span(17, 27), Span(27, 27)), (Span(28, 33), *[Span(33, 33)] * 3)),
        header=True,
    )
    assert content.inlines == (Inline(28, 33, "strong"),)


@pytest.mark.parametrize(("rows", "header"), itertools.product((1, 2), (True, False)))
def test_a_single_row_is_no_header(rows: int, header: bool) -> None:
    builder = Builder()
    builder.table([[Rich("a")]] * rows, header=header)
    assert builder.blocks[0].header == (header and rows > 1)


def test_a_table_of_nothing_is_none() -> None:
    builder = Builder()
    builder.table([[Rich(" ")], []], header=True)
    assert builder.blocks == []
    assert builder.content().text == ""
