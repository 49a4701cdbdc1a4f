"""What is folded takes one row that says how much it is; all else is shown as before."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.documents.model import Block, BlockKind, Document
from tests.tui.typeset.any_documents import WIDTHS, documents
from tui.widgets.typeset.flow import Flow, Parts
from tui.widgets.typeset.folds import Stretch, stretches
from tui.widgets.typeset.rows import Row


@st.composite
def folded_documents(draw: st.DrawFn) -> tuple[Document, list[Stretch]]:
    """Documents with some of what can be folded of them."""
    document = draw(documents())
    return document, [one for one in stretches(document) if draw(st.booleans())]


@given(folded_documents(), WIDTHS)
@settings(max_examples=200, deadline=None)
def test_what_is_folded_takes_a_row_and_all_else_is_shown_as_before(
    made: tuple[Document, list[Stretch]], width: int
) -> None:
    document, folded = made
    flow, whole = Flow(Parts(document, folded), width), Flow(Parts(document), width)
    rows = [row for number in range(len(flow.parts)) for row in flow.rows(number)]
    starts = {one.start: one for one in folded}
    for row in rows:
        assert sum(run.cells for run in row.shown(0).runs) <= width
        if row.style == "fold":
            one = starts.pop(row.start)
            assert (row.start, row.end) == (one.start, one.end)
            assert all(run.start == run.end == one.start and run.mark for run in row.runs)
    assert not starts

    def unfolded(row: Row) -> bool:
        return not row.blank and row.style != "fold" and not any(one.start <= row.start < one.end for one in folded)

    before = [row for number in range(len(whole.parts)) for row in whole.rows(number)]
    assert [row for row in rows if unfolded(row)] == [row for row in before if unfolded(row)]


@given(folded_documents(), WIDTHS)
@settings(max_examples=100, deadline=None)
def test_every_character_is_found_in_its_row_or_in_that_of_its_fold(
    made: tuple[Document, list[Stretch]], width: int
) -> None:
    document, folded = made
    flow = Flow(Parts(document, folded), width)
    for number in range(len(flow.parts)):
        flow.rows(number)
    for offset, character in enumerate(document.text):
        if character.isspace():
            continue
        found = flow.row(flow.row_of(offset))
        assert found is not None
        row = flow.rows(found[0])[found[1]]
        over = any(one.start <= offset < one.end for one in folded)
        assert (row.style == "fold") == over
        assert row.start <= offset < row.end
        assert over or any(run.start <= offset < run.end for run in row.runs)


def test_stretches_are_of_one_kind_and_say_what_and_how_much() -> None:
    lines = ["A paragraph.", "A harbour at dawn.", "Share this", "Print\nEmail", "Another.", "Leave a reply"]
    kinds: list[BlockKind] = ["paragraph", "caption", "boilerplate", "boilerplate", "paragraph", "boilerplate"]
    text, blocks = "", []
    for kind, line in zip(kinds, lines, strict=True):
        blocks.append(Block(kind, len(text), len(text) + len(line)))
        text += line + "\n"
    found = stretches(Document("a", "a", text, tuple(blocks)))
    assert [one.label for one in found] == ["1 caption, 4 words", "3 lines of boilerplate", "1 line of boilerplate"]
    assert [text[one.start : one.end] for one in found] == [lines[1], f"{lines[2]}\n{lines[3]}", lines[5]]


def test_a_long_boilerplate_is_folded_whole() -> None:
    text = "Intro.\n" + "share this " * 5_000
    blocks = (Block("paragraph", 0, 6), Block("boilerplate", 7, len(text) - 1))
    document = Document("a", "a", text, blocks)
    assert len(Parts(document)) > 3
    parts = Parts(document, stretches(document))
    assert (len(parts), parts.ends) == (2, [6, len(text) - 1])
