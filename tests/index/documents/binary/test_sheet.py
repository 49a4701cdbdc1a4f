"""Paragraphs and tables as they stream by: also where a damaged or strange file closes what it never opened."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from index.documents.binary.sheet import DEEPEST, Sheet


def _said(sheet: Sheet) -> list[tuple[str, str]]:
    return [(piece.tag, piece.rich.text) for piece in sheet.pieces]


def _paragraph(sheet: Sheet, text: str) -> None:
    sheet.begin_paragraph()
    sheet.say(text)
    sheet.end_paragraph()


@pytest.mark.parametrize(
    "step",
    [
        lambda sheet: sheet.is_now("h1"),
        lambda sheet: sheet.say("words of no paragraph"),
        lambda sheet: sheet.break_line(),
        lambda sheet: sheet.end_paragraph(),
        lambda sheet: sheet.begin_row(),
        lambda sheet: sheet.begin_cell(),
        lambda sheet: sheet.has_header(),
        lambda sheet: sheet.end_table(),
    ],
    ids=["is_now", "say", "break_line", "end_paragraph", "begin_row", "begin_cell", "has_header", "end_table"],
)
def test_what_belongs_to_nothing_changes_nothing(step: Callable[[Sheet], object]) -> None:
    sheet = Sheet()
    _paragraph(sheet, "Before it.")
    step(sheet)
    _paragraph(sheet, "After it.")
    assert _said(sheet) == [("p", "Before it."), ("p", "After it.")]


def test_a_line_cannot_break_where_nothing_stands_yet_and_empty_words_are_none() -> None:
    sheet = Sheet()
    sheet.begin_paragraph()
    sheet.break_line()
    sheet.say("")
    sheet.say("One")
    sheet.break_line()
    sheet.say("two.")
    assert sheet.end_paragraph() is not None
    assert _said(sheet) == [("p", "One\ntwo.")]


def test_a_table_without_words_is_no_block() -> None:
    sheet = Sheet()
    sheet.begin_table()
    sheet.begin_cell()  # in no row
    sheet.begin_row()
    sheet.begin_cell()
    _paragraph(sheet, " ")
    sheet.end_table()
    _paragraph(sheet, "After it.")
    assert _said(sheet) == [("p", "After it.")]


def test_tables_beyond_the_deepest_end_one_by_one_and_their_words_join_the_cell() -> None:
    sheet = Sheet()
    for depth in range(DEEPEST + 3):
        sheet.begin_table()
        sheet.begin_row()
        sheet.begin_cell()
        _paragraph(sheet, f"word{depth}")
    for _ in range(DEEPEST + 3):
        assert not sheet.pieces
        sheet.end_table()
    assert re.findall(r"word\d+", repr(sheet.pieces)) == [f"word{n}" for n in range(DEEPEST + 3)]
