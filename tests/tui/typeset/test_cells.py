"""Cells and characters: a cell is that of one character, the same way back; and a document that has nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from rich.cells import cell_len

from index.documents.model import Document
from tests.tui.typeset.any_documents import WORDS
from tui.widgets.typeset.cells import (
    Grapheme,
    graphemes,
    index_at_cell,
    is_narrow,
    is_unsure,
    measure,
    most_cells,
    printed,
)
from tui.widgets.typeset.flow import Flow, Parts
from tui.widgets.typeset.layers import Highlight, Layer, overlay


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("abc", [0, 1, 2, 3, 3]),
        ("漢字a", [0, 0, 1, 1, 2, 3, 3]),
        ("a漢b", [0, 1, 1, 2, 3]),
        ("e\u0301a", [0, 2, 3]),
        ("a\tb", [0, 1, 2, 3]),
    ],
)
def test_the_character_of_a_cell(text: str, places: list[int]) -> None:
    assert [index_at_cell(text, 0, len(text), cell) for cell in range(len(places))] == places
    inside = f"xy{text}漢"
    assert [index_at_cell(inside, 2, 2 + len(text), cell) - 2 for cell in range(len(places))] == places
    assert index_at_cell(text, 1, len(text), -1) == 1


@given(WORDS)
@settings(max_examples=200, deadline=None)
def test_graphemes_cover_the_text_and_its_cells(text: str) -> None:
    pieces = graphemes(f"x{text}", 1, len(text) + 1)
    assert "".join(text[one.start - 1 : one.end - 1] for one in pieces) == text
    assert measure(text) == cell_len(printed(text).lstrip("\u200d\ufe0f"))
    assert measure(f"{text}漢") <= measure(text) + 2
    if is_narrow(text):
        assert measure(text) == len(text) == sum(one.cells for one in pieces)
    for cell in range(1, sum(one.cells for one in pieces)):
        at = index_at_cell(text, 0, len(text), cell)
        (piece,) = (one for one in pieces if one.start - 1 == at)
        before = sum(one.cells for one in pieces if one.start < piece.start)
        assert before <= cell < before + piece.cells


def test_signs_that_take_cells_of_their_own_elsewhere() -> None:
    assert most_cells("नि", Grapheme(0, 2, 1)) == 2
    assert most_cells("e\u0301", Grapheme(0, 2, 1)) == 1
    assert most_cells("ि", Grapheme(0, 1, 1)) == 1
    assert [measure(text) for text in ("\u200da", "\u200d漢", "\ufe0fa", "a\u200d")] == [1, 2, 1, 1]
    assert printed("a\tb\nc") == "a b c"
    assert not is_unsure("● 漢字")  # every terminal draws them alike
    assert is_unsure("☎")
    assert not is_narrow("ab漢", 0)
    assert is_narrow("漢ab漢", 1, 3)


@pytest.mark.parametrize("width", [12, 80])
def test_a_document_without_anything(width: int) -> None:
    flow = Flow(Parts(Document("a", "a", "", ())), width)
    assert (flow.height, flow.part_at(3), flow.row(0), flow.row_of(0)) == (1, 0, None, 0)
    assert flow.settle(0, 20) == flow.settle_above(5, 20) == 0
    assert flow.parts.at(4) == 0


def test_layers_at_their_edges() -> None:
    long, first, second, empty = (Highlight(*span, "h") for span in ((0, 9), (2, 4), (4, 6), (5, 5)))
    layer = Layer([second, empty, long, first])
    assert layer.highlights == [long, first, second]
    assert layer.over(4, 5) == (long, second)
    assert layer.over(0, 2) == (long,)
    assert layer.over(9, 12) == ()
    assert Layer([first, second]).over(6, 9) == ()
    under = [Highlight(1, 3, "a"), Highlight(2, 6, "b"), Highlight(8, 9, "c"), Highlight(0, 1, "d")]
    assert overlay(1, 5, under) == [(1, 2, ("a",)), (2, 3, ("a", "b")), (3, 5, ("b",))]
    assert overlay(6, 8, under) == [(6, 8, ())]
    assert overlay(7, 10, under) == [(7, 8, ()), (8, 9, ("c",)), (9, 10, ())]
