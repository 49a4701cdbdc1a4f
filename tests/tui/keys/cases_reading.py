"""Keys of the reader: moving, names, marks, selecting, and the panels."""

from __future__ import annotations

from collections.abc import Callable

from stage import PICTURED, A, B, C, Stage, effect

from index.documents.model import Span
from index.entities.corrections import Correction
from index.entities.model import ENTITY_TYPES
from tui.screens.articles import ArticlesScreen
from tui.screens.concordance import ConcordanceScreen
from tui.screens.dossier import DossierScreen
from tui.screens.marks import MarksScreen
from tui.screens.naming import NamingScreen
from tui.screens.network import NetworkScreen
from tui.screens.picking import PickScreen
from tui.screens.prompts import LetterScreen, LineScreen
from tui.screens.timeline import TimelineScreen
from tui.screens.voices import VoicesScreen
from tui.widgets.names import KindRow, NamesPanel
from tui.widgets.outline import Outline
from tui.widgets.pane.document import DocumentPane

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
    assert stage.reader.header.status.count == "".join(typed)
    await stage.press("j")
    assert stage.reader.pane.scroll_offset.y == int("".join(typed))


@effect("reader", "percent")
async def percent(stage: Stage, key: str) -> None:
    await stage.press("5", "0", key)
    view = stage.reader.pane.in_view
    assert view.start <= len(stage.text) // 2 < view.end


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


# -- names


@effect("reader", "next_mention")
async def next_mention(stage: Stage, key: str) -> None:
    stage.reader.go_mention(1)
    await stage.press(key)
    assert stage.reader.current_mention() == stage.reader.mentions[2]


@effect("reader", "previous_mention")
async def previous_mention(stage: Stage, key: str) -> None:
    stage.reader.go_mention(2)
    await stage.press(key)
    assert stage.reader.current_mention() == stage.reader.mentions[1]


@effect("reader", "open")
async def open_(stage: Stage, key: str) -> None:
    mention = stage.at("Tomas Berg")
    await stage.press(key)
    assert stage.screen(DossierScreen)._entity == mention.entity


def _styles(pane: DocumentPane) -> set[str]:
    return {one.style for layer in pane._ordered for one in layer.highlights}


@effect("reader", "highlights")
async def highlights(stage: Stage, key: str) -> None:
    assert "person" in _styles(stage.reader.pane)
    await stage.press(key)
    assert "person" not in _styles(stage.reader.pane)


@effect("reader", "entity_panel")
async def entity_panel(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert isinstance(stage.reader.panel, NamesPanel)


def _walks(same: Callable[[object], object], step: int) -> Callable[[Stage, str], object]:
    async def walks(stage: Stage, key: str) -> None:
        mentions = stage.reader.mentions
        here = stage.at("Tomas Berg")
        alike = [mention for mention in mentions if same(mention) == same(here)]
        start = alike[1]
        stage.reader.go_mention(mentions.index(start))
        await stage.press(key)
        assert stage.reader.current_mention() == alike[1 + step]

    return walks


for _command, _same, _step in (
    ("next_of_entity", lambda mention: mention.entity, 1),
    ("previous_of_entity", lambda mention: mention.entity, -1),
    ("next_of_kind", lambda mention: mention.type, 1),
    ("previous_of_kind", lambda mention: mention.type, -1),
):
    effect("reader", _command)(_walks(_same, _step))  # type: ignore[arg-type]


@effect("reader", "alone")
async def alone(stage: Stage, key: str) -> None:
    mention = stage.at("Tomas Berg")
    await stage.press(key)
    assert stage.reader.alone == mention.entity
    assert {one.entity for one in stage.reader.mentions} == {mention.entity}


@effect("reader", "dim")
async def dim(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert "dim" in _styles(stage.reader.pane)


@effect("reader", "toggle_kind")
async def toggle_kind(stage: Stage, key: str) -> None:
    await stage.press(key)
    stage.screen(LetterScreen)
    await stage.press("1")
    assert stage.reader.hidden_types == {ENTITY_TYPES[0]}
    await stage.press("2", key)
    assert stage.reader.hidden_types == {*ENTITY_TYPES[:2]}


@effect("reader", "voices")
async def voices(stage: Stage, key: str) -> None:
    await stage.press(key)
    stage.screen(VoicesScreen)


@effect("reader", "network")
async def network(stage: Stage, key: str) -> None:
    await stage.press(key)
    stage.screen(NetworkScreen)


@effect("reader", "timeline")
async def timeline(stage: Stage, key: str) -> None:
    await stage.press(key)
    stage.screen(TimelineScreen)


@effect("reader dossier", "naming")
async def naming(stage: Stage, key: str) -> None:
    await stage.press(key)
    stage.screen(NamingScreen)


def _named(stage: Stage) -> str:
    """The name that is corrected: the dossier's, or the one that is stood on."""
    if stage.app.screen is stage.reader:
        stage.at("Anna Kowalska")
    return "Anna Kowalska"


@effect("reader dossier", "merge_entity")
async def merge(stage: Stage, key: str) -> None:
    name = _named(stage)
    await stage.press(key)
    assert stage.screen(PickScreen)._question == f"{name} is the same as …"
    await stage.press(*"tomas berg", "enter")
    await stage.until(lambda: all(one.name != name for one in stage.library.entities()))


@effect("reader dossier", "split_entity")
async def split(stage: Stage, key: str) -> None:
    name = _named(stage)
    await stage.press(key)
    assert stage.screen(PickScreen)._question == f"Not {name}, but another:"


@effect("reader dossier", "rename_entity")
async def rename(stage: Stage, key: str) -> None:
    name = _named(stage)
    await stage.press(key)
    assert stage.screen(LineScreen)._text == name
    await stage.press("X", "enter")
    await stage.until(lambda: any(one.name == f"{name}X" for one in stage.library.entities()))


@effect("reader dossier", "retype_entity")
async def retype(stage: Stage, key: str) -> None:
    name = _named(stage)
    await stage.press(key)
    assert stage.screen(PickScreen)._question == f"{name} is a …"


@effect("reader dossier", "ignore_entity")
async def ignore(stage: Stage, key: str) -> None:
    name = _named(stage)
    await stage.press(key)
    await stage.until(lambda: all(one.name != name for one in stage.library.entities()))


@effect("reader dossier", "undo_correction")
async def undo(stage: Stage, key: str) -> None:
    stage.library.correct(Correction("rename", ("Tomas Berg",), "PERSON", "T. Berg"))
    await stage.press(key)
    await stage.until(lambda: not stage.library.corrections().entries)


@effect("reader", "add_entity")
@effect("select", "select_add")
async def add(stage: Stage, key: str) -> None:
    start = stage.text.index("crane")
    stage.reader.pane.select(Span(start, start + 5))
    await stage.press(key)
    assert stage.screen(PickScreen)._question == "crane is a …"


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
    await stage.press(key, "x")
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
    assert (kept.quotation, kept.text) == ("Tomas Berg", "who?")


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


# -- selecting


def _selecting(before: tuple[str, ...], selected: Callable[[str], str]) -> Callable[[Stage, str], object]:
    """After `before` and the key, that is selected which `selected` says of the text."""

    async def selects(stage: Stage, key: str) -> None:
        await stage.press(*before, key)
        span = stage.reader.pane.selected
        assert span is not None
        assert stage.text[span.start : span.end] == selected(stage.text)

    return selects


_FIRST = "The Eastern Ferry Sails Again"
for _command, _before, _selected in (
    ("select_next_word", (), lambda text: "The Eastern"),
    ("select_previous_word", ("w", "w"), lambda text: "The Eastern"),
    ("select_right", (), lambda text: "The "),
    ("select_left", (), lambda text: "Th"),
    ("select_paragraph", (), lambda text: _FIRST),
    (
        "select_paragraph_before",
        ("right_curly_bracket", "right_curly_bracket"),
        lambda text: text[: text.index("The mayor") + 1],
    ),
):
    effect("select", _command)(_selecting(_before, _selected))  # type: ignore[arg-type]


@effect("select", "select_down")
async def select_down(stage: Stage, key: str) -> None:
    await stage.press("right_curly_bracket", key)
    span = stage.reader.pane.selected
    assert span is not None
    assert stage.text[span.start :].startswith(_FIRST)
    assert stage.text[: span.end].startswith(_FIRST + "\n\nThe mayor Anna")


@effect("select", "select_up")
async def select_up(stage: Stage, key: str) -> None:
    pane = stage.reader.pane
    await stage.press("right_curly_bracket", "right_curly_bracket")
    before = pane.selected
    await stage.press(key)
    assert before is not None
    assert pane.selected is not None
    assert pane.row_of(pane.selected.end - 1) == pane.row_of(before.end - 1) - 1


@effect("select", "select_copy")
async def select_copy(stage: Stage, key: str) -> None:
    await stage.press("w", key)
    assert stage.app.clipboard.startswith("“The Eastern”")
    assert not stage.reader.selecting


@effect("select", "select_note")
async def select_note(stage: Stage, key: str) -> None:
    await stage.press("w", key, *"east?", "enter")
    (kept,) = stage.library.state.notes()
    assert (kept.quotation, kept.text) == ("The Eastern", "east?")


@effect("select", "select_similar")
async def select_similar(stage: Stage, key: str) -> None:
    stage.reader.pane.scroll_to_offset(stage.text.index("Paragraph 20"))
    await stage.settle()
    await stage.press("v", "v", "right_curly_bracket")
    selected = stage.reader.pane.selected
    assert selected is not None
    await stage.press(key)
    await stage.until(lambda: stage.reader._bar is not None and stage.typed)
    assert stage.typed.strip() == stage.library.more_like(A, selected)


@effect("select", "select_end")
async def select_end(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert not stage.reader.selecting
    assert stage.reader.pane.selected is None


@effect("app", "palette")
async def palette(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert type(stage.app.screen).__name__ == "CommandPalette"
