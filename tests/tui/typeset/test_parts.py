"""A long document in parts: where a long block is cut, and which part and row a place has, by counting them all."""

from __future__ import annotations

import itertools
import random

import pytest

from index.documents.model import Block, Document, Span
from tui.widgets.typeset.cells import Grapheme, index_at_cell, is_narrow, is_unsure, measure, most, most_cells, printed
from tui.widgets.typeset.flow import PART, Flow, Parts, line_of
from tui.widgets.typeset.rows import Row


def paragraphs(*lengths: int, word: str = "abcdefg ") -> Document:
    """A document of paragraphs of so many characters each."""
    text, blocks = "", []
    for length in lengths:
        blocks.append(Block("paragraph", len(text), len(text) + length))
        text += (word * (length // len(word) + 1))[: length - 1] + "x" + "\n\n"
    return Document("a.txt", "a", text, tuple(blocks))


def spans(document: Document) -> list[tuple[int, int, int]]:
    parts = Parts(document)
    return list(zip(parts.blocks, parts.starts, parts.ends, strict=True))


def test_a_block_is_cut_where_it_is_longer_than_two_parts() -> None:
    assert spans(paragraphs(2 * PART)) == [(0, 0, 2 * PART)]
    assert spans(paragraphs(5, 2 * PART)) == [(0, 0, 5), (1, 7, 2 * PART + 7)]
    (first, second) = spans(paragraphs(2 * PART + 1))
    assert first == (0, 0, PART)
    assert second == (0, PART, 2 * PART + 1)


def test_the_parts_of_a_block_are_whole_words_and_lie_beside_each_other() -> None:
    document = paragraphs(10, 5 * PART - 100, 20, word="abcdef ")
    found = spans(document)
    assert [block for block, *_ in found] == [0, *[1] * 4, 2]
    assert found[0][1:] == (0, 10)
    assert found[1][1] == 12
    assert found[4][2] == 5 * PART - 88
    assert found[5][1:] == (5 * PART - 86, 5 * PART - 66)
    for (_, start, end), (_, following, _) in itertools.pairwise(found[1:5]):
        assert end == following
        assert document.text[end - 1] == " "
        assert PART - 7 < end - start <= PART


@pytest.mark.parametrize(("at", "cut"), [(PART - 401, PART), (PART - 400, PART - 399), (PART - 1, PART), (PART, PART)])
@pytest.mark.parametrize("space", [" ", "\n"])
def test_a_cut_is_at_the_last_space_near_by(at: int, cut: int, space: str) -> None:
    text = "a" * at + space + "a" * (2 * PART - at)
    document = Document("a.txt", "a", text, (Block("paragraph", 0, len(text)),))
    assert spans(document) == [(0, 0, cut), (0, cut, len(text))]


def table(rows: int, width: int) -> Document:
    text = "\n".join("ab  " + "c" * (width - 5) for _ in range(rows))
    cells = tuple(
        (Span(row * width, row * width + 2), Span(row * width + 4, (row + 1) * width - 1)) for row in range(rows)
    )
    return Document("a.txt", "a", text, (Block("table", 0, len(text), rows=cells),))


def test_a_table_is_cut_between_rows() -> None:
    found = spans(table(5, PART))
    # A part goes on until it is longer than its size.
    assert [(start, end) for _, start, end in found] == [(0, 2 * PART), (2 * PART, 4 * PART), (4 * PART, 5 * PART - 1)]
    assert len(spans(table(40, 100))) == 1


@pytest.mark.parametrize("count", [1, 255, 256, 257, 600])
def test_a_place_is_in_its_part_or_in_the_next(count: int) -> None:
    random.seed(count)
    document = paragraphs(*(random.randrange(1, 200) for _ in range(count)))
    parts = Parts(document)
    assert len(parts) == count
    assert sum(number for _, number in parts.sizes) == count
    assert sum(size for size, _ in parts.sizes) == sum(block.end - block.start for block in document.blocks)
    assert [number for _, number in parts.sizes[:-1]] == [256] * (len(parts.sizes) - 1)
    for number, block in enumerate(document.blocks):
        assert parts.at(block.start) == parts.at(block.end - 1) == number
        assert parts.at(block.end) == parts.at(block.end + 1) == min(number + 1, count - 1)


@pytest.mark.parametrize("count", [1, 256, 300, 600])
@pytest.mark.parametrize("width", [12, 40])
def test_rows_are_where_counting_them_all_puts_them(count: int, width: int) -> None:
    """Whatever was looked at before: heights that were estimated are corrected as parts are set."""
    random.seed(count)
    document = paragraphs(*(random.randrange(1, 120) for _ in range(count)))
    whole = Flow(Parts(document), width)
    rows = [(number, line, row) for number in range(count) for line, row in enumerate(whole.rows(number))]
    assert whole.height == len(rows) + 1
    tops = [number for number, (_, line, _) in enumerate(rows) if not line]
    assert [whole.top(number) for number in range(count)] == tops
    for y, (number, line, row) in enumerate(rows):
        assert whole.part_at(y) == number
        assert whole.row(y) == (number, line, row)
    assert whole.row(len(rows)) is None
    assert whole.part_at(len(rows) + 5) == count - 1
    assert whole.part_at(-3) == 0
    for block in document.blocks[:: max(1, count // 20)]:
        for offset in (block.start, (block.start + block.end) // 2, block.end - 1):
            row = rows[whole.row_of(offset)][2]
            assert row.start <= offset < row.end or document.text[offset] == " "

    flow = Flow(Parts(document), width)
    seen = list(range(count))
    random.shuffle(seen)
    for number in seen[: count // 2]:
        before = flow.top(number)
        assert flow.rows(number) == whole.rows(number)
        assert flow.top(number) == before
        assert flow.rows(number) is flow.rows(number)
    for number in seen:
        flow.rows(number)
    assert flow.height == whole.height
    assert [flow.top(number) for number in range(count)] == tops


def test_heights_are_estimates_until_a_part_is_looked_at() -> None:
    """Of a group of 256 parts as a whole, then of each: as if every line were full, and one blank row above."""
    flow = Flow(Parts(paragraphs(*[100] * 600, word="a" * 19 + " ")), 30)
    whole, last = 256 * 100 // 30 + 256 * 3 // 2, 88 * 100 // 30 + 88 * 3 // 2
    assert flow.height == 2 * whole + last + 1
    assert flow.top(10) == 10 * (100 // 30 + 2)
    assert flow.height == 256 * 5 + whole + last + 1
    assert flow.top(300) == 300 * 5
    assert flow.top(600 - 1) == 2 * 256 * 5 + 87 * 5
    assert flow.height == 600 * 5 + 1
    assert len(flow.rows(1)) == 6
    assert flow.height == 600 * 5 + 2
    assert [flow.top(number) for number in (1, 2, 256, 599)] == [5, 11, 256 * 5 + 1, 599 * 5 + 1]


def test_a_row_is_looked_for_in_the_next_group_where_the_estimate_was_too_high() -> None:
    flow = Flow(Parts(paragraphs(*[119] * 600)), 30)
    assert flow.part_at(1300) == 260
    assert flow.top(260) == 1300


@pytest.mark.parametrize("count", [3, 300, 600])
def test_what_is_settled_stays_where_it_is(count: int) -> None:
    random.seed(count)
    document = paragraphs(*(random.randrange(1, 400) for _ in range(count)))
    for last in (0, 7, 30):
        flow = Flow(Parts(document), 30)
        for first in (0, flow.height // 3, flow.height - 2):
            number = flow.part_at(first)
            line = first - flow.top(number)
            moved = first + flow.settle(first, first + last)
            assert moved == flow.top(number) + min(line, len(flow.rows(number)) - 1)
            shown = flow.height
            for y in range(moved, min(moved + last + 1, flow.height - 1)):
                assert flow.row(y) is not None
            assert flow.height == shown  # all that is seen was exact already
        flow = Flow(Parts(document), 30)
        row = flow.height - 2
        number = flow.part_at(row)
        line = row - flow.top(number)
        moved = row + flow.settle_above(row, last)
        assert moved == flow.top(number) + line
        shown = flow.height
        for y in range(max(0, moved - last), moved - line):
            assert flow.row(y) is not None
        assert flow.height == shown


def test_a_part_above_that_is_looked_at_moves_what_is_below() -> None:
    document = paragraphs(*[50] * 10)
    flow = Flow(Parts(document), 12)
    estimated = flow.top(9)
    moved = sum(len(flow.rows(number)) for number in range(9))
    assert flow.top(9) == moved != estimated


def test_only_so_many_parts_are_kept() -> None:
    flow = Flow(Parts(paragraphs(*[20] * 900)), 30)
    first = flow.rows(0)
    for number in range(1, 768):
        flow.rows(number)
    assert flow.rows(0) is first
    flow.rows(768)
    assert flow.rows(0) is first  # it was asked for last but one
    again = [flow.rows(number) for number in range(1, 770)]
    assert flow.rows(0) is not first
    assert flow.rows(0) == first
    assert again[-1] is flow.rows(769)


def test_the_line_that_shows_a_place() -> None:
    document = paragraphs(60, 60, word="abcdefg ")
    flow = Flow(Parts(document), 12)
    rows = flow.rows(1)
    assert isinstance(rows[0], Row)
    lines = [line_of(rows, offset) for offset in range(62, 122)]
    assert lines == sorted(lines)
    blank = sum(row.blank for row in rows)
    assert lines[0] == blank
    assert lines[-1] == len(rows) - 1
    assert line_of(rows, 61) == blank
    for offset in range(62, 122):
        row = rows[line_of(rows, offset)]
        assert row.start <= offset < row.end or document.text[offset] == " "


def test_short_ways_of_measuring_come_to_the_same() -> None:
    assert printed("a\tb") == printed("a\nb") == "a b"
    assert printed("ab") == "ab"
    assert not is_narrow("漢ab")
    assert is_narrow("漢ab", 1)
    assert index_at_cell("\u0301a", 0, 2, 0) == 0
    assert index_at_cell("\u0301ab", 0, 3, 1) == 2
    assert index_at_cell("a漢b", 1, 3, -2) == 1
    assert most_cells("漢", Grapheme(0, 1, 2)) == 2


@pytest.mark.parametrize("width", [30, 40, 90])
def test_what_was_not_looked_at_is_estimated(width: int) -> None:
    random.seed(width)
    document = paragraphs(*(random.randrange(1, 400) for _ in range(600)))
    flow, whole = Flow(Parts(document), width), Flow(Parts(document), width)
    exact = sum(len(whole.rows(number)) for number in range(600)) + 1
    assert abs(flow.height - exact) < exact / 4
    flow.part_at(0)  # the heights of the first group are those of its parts now
    assert abs(flow.height - exact) < exact / 4
    assert abs(flow.top(255) - whole.top(255)) < whole.top(255) / 4


def test_a_heading_stands_apart_from_what_is_before_it() -> None:
    text = "One\n\nTwo\n\nThree"
    blocks = (Block("list_item", 0, 3), Block("list_item", 5, 8), Block("heading", 10, 15, 1))
    flow = Flow(Parts(Document("a.txt", "a", text, blocks)), 20)
    blank = [sum(row.blank for row in flow.rows(number)) for number in range(3)]
    assert blank[0] > blank[1]
    assert blank[1] < blank[2]


@pytest.mark.parametrize(
    ("text", "unsure", "least", "cells"),
    [("ab", False, 2, 2), ("äb", False, 2, 2), ("漢字", False, 4, 4), ("नि", True, 1, 2), ("aनि", True, 2, 3)],
)
def test_what_terminals_may_count_otherwise(text: str, unsure: bool, least: int, cells: int) -> None:
    assert is_unsure(text) == unsure
    assert measure(text) == least
    assert most(text) == cells


def test_a_paragraph_that_goes_on_with_an_item_has_no_mark_and_stands_under_its_text() -> None:
    text = "Item\nIt goes on"
    blocks = (Block("list_item", 0, 4, 1, marker="•"), Block("list_item", 5, 15, 1))
    flow = Flow(Parts(Document("a.md", "a", text, blocks)), 40)
    (item,), (onward,) = ([row for row in flow.rows(number) if not row.blank] for number in range(2))
    assert [run.mark for run in item.runs if run.mark] == ["•"]
    assert not [run.mark for run in onward.runs if run.mark]
    assert [run.column for run in onward.runs] == [run.column for run in item.runs if run.end > run.start]
