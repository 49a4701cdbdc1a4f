"""Keys of the reader: moving, finding, marks, and what they open."""

from __future__ import annotations

from collections.abc import Callable

from stage import PICTURED, A, B, C, Stage, effect

from index.documents.model import Block, Document, Inline, Span
from tui.screens.asking.prompts import LetterScreen
from tui.screens.lists.articles import ArticlesScreen
from tui.screens.lists.concordance import ConcordanceScreen
from tui.screens.lists.marks import MarksScreen
from tui.widgets.names import KindRow
from tui.widgets.outline import Outline
from tui.widgets.pane.document import DocumentPane, Place

_MIDDLE = 30


def _pane(stage: Stage) -> DocumentPane:
    return stage.app.screen.moved_pane  # type: ignore[attr-defined, no-any-return]


async def _moved(stage: Stage, key: str) -> int:
    pane = _pane(stage)
    pane.scroll_to(y=_MIDDLE, animate=False)
    await stage.settle()
    before = pane.scroll_offset.y
    assert before == _MIDDLE
    await stage.press(key)
    return pane.scroll_offset.y - before


def _moving(by: Callable[[int], int]) -> Callable[[Stage, str], object]:
    async def moves(stage: Stage, key: str) -> None:
        assert await _moved(stage, key) == by(_pane(stage).size.height)

    return moves


for _command, _by in (
    ("line_down", lambda height: 1),
    ("line_up", lambda height: -1),
    ("page_down", lambda height: height - 2),
    ("page_up", lambda height: 2 - height),
    ("half_down", lambda height: height // 2),
    ("half_up", lambda height: -(height // 2)),
    ("top", lambda height: -_MIDDLE),
):
    effect("reader comparison", _command)(_moving(_by))  # type: ignore[arg-type]


@effect("reader comparison", "bottom")
async def bottom(stage: Stage, key: str) -> None:
    assert await _moved(stage, key) > 0
    assert _pane(stage).at_end


@effect("reader", "count")
async def count(stage: Stage, key: str) -> None:
    typed = ["1", "0"] if key == "0" else [key]
    await stage.press(*typed)
    assert stage.reader.header.status.typed == "".join(typed)
    await stage.press("j")
    assert stage.reader.pane.scroll_offset.y == int("".join(typed))


@effect("reader", "percent")
async def percent(stage: Stage, key: str) -> None:
    await stage.press("5", "0", key)
    view = stage.reader.pane.in_view
    assert view.start <= len(stage.text) // 2 < view.end
    assert stage.reader.header.status.percent == stage.reader.pane.percent in (49, 50)


def _wide_table() -> Document:
    """A table of more columns than fit any pane."""
    cells = [f"column {number:02} of many" for number in range(30)]
    text = " ".join(cells)
    starts = [text.index(cell) for cell in cells]
    row = tuple(Span(start, start + len(cell)) for start, cell in zip(starts, cells, strict=True))
    return Document("wide", "wide", text, (Block("table", 0, len(text), rows=(row,)),))


async def _columns(stage: Stage, key: str, before: int) -> int:
    """The first column that is shown after the key, of those that scroll."""
    pane = _pane(stage)
    document = pane.document
    assert document is not None
    pane.show(_wide_table())
    pane.move_sideways(before)
    await stage.press(key)
    (table,) = pane.tables_in_view().values()
    first = table.range(pane._firsts[0])[0]
    pane.show(document)
    return first


@effect("reader comparison", "table_right")
async def table_right(stage: Stage, key: str) -> None:
    assert await _columns(stage, key, 3) == 5


@effect("reader comparison", "table_left")
async def table_left(stage: Stage, key: str) -> None:
    assert await _columns(stage, key, 3) == 3


@effect("reader", "next_heading")
async def next_heading(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.text[stage.reader.pane.position :].startswith("What the Fleets Want")


@effect("reader", "previous_heading")
async def previous_heading(stage: Stage, key: str) -> None:
    stage.reader.pane.scroll_to_offset(stage.text.index("Elena Marin told"))
    await stage.pilot.pause()
    await stage.press(key)
    assert stage.text[stage.reader.pane.position :].startswith("Questions Remain")


@effect("reader", "outline")
async def outline(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert isinstance(stage.reader.panel, Outline)
    await stage.press(key)
    assert stage.reader.panel is None


@effect("reader", "links")
async def links(stage: Stage, key: str) -> None:
    text = "The report says so."
    there = (Inline(4, 10, "link", "https://example.org/report"),)
    blocks = (Block("paragraph", 0, len(text)),)
    stage.reader.show_document(Document("a.md", "The report", text, blocks, there, sha256="0"), Place(0))
    await stage.press(key, "enter")
    stage.screen(LetterScreen)
    await stage.press("y")
    assert stage.app.clipboard == "https://example.org/report"


@effect("reader", "fold fold_all")
async def fold(stage: Stage, key: str) -> None:
    await _visit(stage, PICTURED)
    assert stage.reader.pane.foldable
    await stage.press(key)
    assert stage.reader.pane.folded
    await stage.press(key)
    assert not stage.reader.pane.folded


# -- finding


@effect("reader", "find")
async def find(stage: Stage, key: str) -> None:
    await stage.press(key, *"quay")
    assert stage.reader._find is not None
    assert stage.reader._find.text == "quay"


@effect("reader", "next_match")
async def next_match(stage: Stage, key: str) -> None:
    await stage.matched()
    before = stage.reader._at
    assert before is not None
    await stage.press(key)
    assert stage.reader._at == before + 1


@effect("reader", "previous_match")
async def previous_match(stage: Stage, key: str) -> None:
    await stage.matched()
    assert stage.reader.matches is not None
    stage.reader._go_match(2)
    await stage.press(key)
    assert stage.reader._at == 1


@effect("reader", "concordance")
async def concordance(stage: Stage, key: str) -> None:
    await stage.matched()
    await stage.press(key)
    assert stage.screen(ConcordanceScreen)._query == "ferry"


@effect("reader", "similar")
async def similar(stage: Stage, key: str) -> None:
    await stage.press(key)
    await stage.until(lambda: stage.reader._bar is not None and stage.typed)


# -- comparing, marks, notes, copies, other screens


@effect("reader", "compare")
async def compare(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.screen(ArticlesScreen)._compare_with == A


@effect("reader", "mark")
async def mark(stage: Stage, key: str) -> None:
    stage.reader.pane.scroll_to(y=_MIDDLE, animate=False)
    await stage.settle()
    here = stage.reader.pane.position
    await stage.press(key, "x")
    kept = stage.library.state.mark("x", A)
    assert kept is not None
    assert kept.offset == here


@effect("reader", "go_mark")
async def go_mark(stage: Stage, key: str) -> None:
    offset = stage.text.index("Paragraph 20")
    stage.library.state.set_mark("x", A, offset, stage.text[offset : offset + 80])
    stage.library.state.set_mark("y", "elsewhere.txt", 0, "Not from here")
    stage.library.state.set_mark("Z", "elsewhere.txt", 0, "From everywhere")
    await stage.press(key)
    assert stage.screen(LetterScreen)._listed == [
        ("x", stage.text[offset : offset + 80]),
        ("Z", "elsewhere.txt: From everywhere"),
    ]
    await stage.press("x")
    assert stage.reader.pane.position == offset


@effect("reader", "marks")
async def marks(stage: Stage, key: str) -> None:
    await stage.press(key)
    stage.screen(MarksScreen)


@effect("reader", "note")
async def note(stage: Stage, key: str) -> None:
    stage.at("Tomas Berg")
    await stage.press(key, *"who?", "enter")
    (kept,) = stage.library.state.notes()
    assert (kept.quotation.shown, kept.text) == ("Tomas Berg", "who?")


@effect("reader", "copy")
async def copy(stage: Stage, key: str) -> None:
    stage.at("Tomas Berg")
    await stage.press(key)
    assert stage.app.clipboard.startswith("“Tomas Berg”")
    assert A in stage.app.clipboard


@effect("reader", "select")
async def select(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.reader.selecting
    assert stage.reader.pane.selected == Span(0, len("The"))


@effect("reader", "articles")
async def articles(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.screen(ArticlesScreen)._compare_with is None


async def _visit(stage: Stage, path: str) -> None:
    stage.reader.open_path(path)
    await stage.until(lambda: stage.reader.document is not None and stage.reader.document.path == path)


@effect("reader", "back")
async def back(stage: Stage, key: str) -> None:
    await _visit(stage, B)
    await stage.press(key)
    assert stage.reader.document is not None
    assert stage.reader.document.path == A


@effect("reader", "forward")
async def forward(stage: Stage, key: str) -> None:
    await _visit(stage, C)
    stage.reader.action_back()
    await stage.settle()
    await stage.press(key)
    assert stage.reader.document is not None
    assert stage.reader.document.path == C


@effect("reader", "leave")
async def leave(stage: Stage, key: str) -> None:
    await stage.matched()
    await stage.press(key)
    assert (stage.reader.query_text, stage.reader.matches) == ("", None)


@effect("reader", "width")
async def width(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.reader.pane.reading_width == 100


# -- the panel of names


@effect("panel", "panel_open")
async def panel_open(stage: Stage, key: str) -> None:
    row = stage.rows.chosen
    assert isinstance(row, KindRow)
    await stage.press(key)
    assert stage.reader.hidden_types == {row.type}


@effect("panel", "panel_close")
async def panel_close(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.reader.panel is None


@effect("app", "palette")
async def palette(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert type(stage.app.screen).__name__ == "CommandPalette"
