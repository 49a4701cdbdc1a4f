"""A document's rows: where there is no text, in tables and broken words, and where heights were estimated."""

from __future__ import annotations

import pytest

from index.documents.model import Block, Document, Span
from tests.tui.typeset.test_parts import paragraphs, spans
from tui.widgets.typeset.flow import PART, Flow, Parts, line_of


def document_of(text: str, *blocks: Block) -> Document:
    return Document("a.txt", "a", text, blocks)


def table_of(cells: int, words: str) -> Document:
    """A table of two rows with so many cells of the same words."""
    blocks, text = [], ""
    for _ in range(2):
        row = []
        for _ in range(cells):
            row.append(Span(len(text), len(text) + len(words)))
            text += words + "  "
        blocks.append(tuple(row))
        text = text[:-2] + "\n"
    return document_of(text, Block("table", 0, len(text) - 1, rows=tuple(blocks)))


def flow_of_lines(count: int) -> Flow:
    """Paragraphs of one row each and a blank one above it, where three rows each are estimated."""
    flow = Flow(Parts(paragraphs(*[30] * count)), 30)
    flow.part_at(0)
    assert flow.height == 3 * count + 1
    return flow


def test_a_document_without_text_has_one_row() -> None:
    flow = Flow(Parts(document_of("")), 30)
    assert (flow.height, flow.part_at(5), flow.row(0), flow.row_of(0)) == (1, 0, None, 0)
    assert (flow.settle(0, 9), flow.settle_above(5, 9)) == (0, 0)


def test_what_stands_before_the_first_block_is_in_its_part() -> None:
    assert Parts(document_of("\n\nabc", Block("paragraph", 2, 5))).at(0) == 0


def test_a_block_of_three_parts_without_a_space_is_cut_once() -> None:
    text = "a" * (3 * PART)
    assert spans(document_of(text, Block("paragraph", 0, len(text)))) == [(0, 0, PART), (0, PART, len(text))]


def test_a_cut_is_at_the_last_of_the_lines_near_by() -> None:
    text = "a" * (PART - 200) + "\n" + "a" * 100 + "\n" + "a" * (PART + 100)
    cut = PART - 98
    assert spans(document_of(text, Block("paragraph", 0, len(text)))) == [(0, 0, cut), (0, cut, len(text))]


def test_a_blank_row_stands_above_a_block_and_not_above_its_parts() -> None:
    flow = Flow(Parts(paragraphs(5, 2 * PART + 1)), 30)
    blank = [[row.blank for row in flow.rows(number)] for number in range(3)]
    assert [any(of) for of in blank] == [True, True, False]


def test_a_row_past_the_end_of_its_part_is_looked_for_again() -> None:
    flow = flow_of_lines(3)
    assert flow.part_at(2) == 0
    found = flow.row(2)
    assert found is not None
    assert found[:2] == (1, 0)


@pytest.mark.parametrize(
    ("first", "last", "shift", "height"),
    [
        (0, 1, 0, 30),
        (0, 2, 0, 29),
        (2, 2, -1, 30),  # the first paragraph has no third row
        (3, 4, 0, 30),
        (5, 5, -1, 30),  # nor has the second
        (5, 6, -1, 29),
        (3, 8, 0, 28),
    ],
)
def test_only_what_is_shown_is_settled(first: int, last: int, shift: int, height: int) -> None:
    flow = flow_of_lines(10)
    assert flow.settle(first, last) == shift
    assert flow.height == height


@pytest.mark.parametrize(
    ("row", "rows", "shift", "height"),
    [
        (15, 0, 0, 31),
        (15, 2, -1, 30),
        (15, 3, -2, 29),
        (16, 1, 0, 31),
        (16, 3, -1, 30),
        (3, 5, -1, 30),
    ],
)
def test_only_what_is_shown_above_is_settled(row: int, rows: int, shift: int, height: int) -> None:
    flow = flow_of_lines(10)
    assert flow.settle_above(row, rows) == shift
    assert flow.height == height


@pytest.mark.parametrize("width", [30, 60])
def test_a_place_in_a_cell_is_in_the_row_that_shows_it(width: int) -> None:
    document = table_of(3, "one two three four five")
    rows = Flow(Parts(document), width).rows(0)
    assert len(rows) > 4
    for offset, letter in enumerate(document.text):
        if not letter.isspace():
            shown = [line for line, row in enumerate(rows) if any(run.start <= offset < run.end for run in row.runs)]
            assert [line_of(rows, offset)] == shown


def test_a_place_in_a_broken_word_is_in_its_line() -> None:
    document = document_of("a" * 40, Block("paragraph", 0, 40))
    blank, *rows = Flow(Parts(document), 12).rows(0)
    assert blank.blank
    (width,) = {row.end - row.start for row in rows[:-1]}
    assert [line_of((blank, *rows), offset) for offset in range(40)] == [1 + offset // width for offset in range(40)]


def test_a_table_that_does_not_fit_is_shown_from_its_column() -> None:
    flow = Flow(Parts(table_of(12, "abcdefghijklmnop")), 40)
    assert flow.rows(0)[1].sideways is not None
    texts = []
    for first in (0, 1, 2):
        flow.firsts = {0: first} if first else {}
        found = flow.row(1)
        assert found is not None
        assert found[2] == flow.rows(0)[1].shown(first)
        texts.append(found[2].runs)
    assert texts[0] != flow.rows(0)[1].runs
    assert texts[1] != texts[2]
