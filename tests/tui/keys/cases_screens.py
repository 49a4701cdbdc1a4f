"""Keys of the other screens: comparison, matrix, lists of articles and over them, marks and notes."""

from __future__ import annotations

from pathlib import Path

from cases_lists import shown
from stage import A, B, C, Stage, effect

from tui.screens.asking.prompts import LineScreen
from tui.screens.comparing.comparison import ComparisonScreen
from tui.screens.comparing.export import ExportScreen
from tui.screens.comparing.matrix import MatrixScreen
from tui.screens.lists.articles import ArticlesScreen
from tui.screens.lists.dossier import Mentioned
from tui.screens.lists.keywords import KeyWordsScreen
from tui.screens.lists.skipped import SkippedScreen
from tui.widgets.pane.moves import next_width
from tui.widgets.rows.articles import ArticleRow
from tui.widgets.rows.concordance import OccurrenceRow, PlotRow
from tui.widgets.rows.dossier import ContextRow
from tui.widgets.rows.keywords import WordRow
from tui.widgets.rows.marks import MarkRow, NoteRow


def move_to(stage: Stage, kind: type) -> object:
    """Moves to the first row of a kind, which is given."""
    rows = stage.rows
    index, row = next((index, row) for index, row in enumerate(rows.rows) if isinstance(row, kind))
    rows.move_to(index)
    return row


# -- choosing


@effect("dossier", "panel_open")
async def dossier_open(stage: Stage, key: str) -> None:
    row = move_to(stage, ContextRow)
    assert isinstance(row, ContextRow)
    await stage.press(key)
    assert stage.given == [Mentioned(row.context.document, row.context.start, row.context.end)]


@effect("articles", "panel_open")
async def articles_open(stage: Stage, key: str) -> None:
    stage.rows.move_to(1)
    await stage.press(key)
    assert stage.given == [B]


@effect("concordance", "panel_open")
async def concordance_open(stage: Stage, key: str) -> None:
    row = stage.rows.chosen
    assert isinstance(row, OccurrenceRow)
    await stage.press(key)
    assert stage.given == [Mentioned(row.occurrence.document, row.occurrence.start, row.occurrence.end)]


@effect("matrix across naming", "panel_open")
async def place_open(stage: Stage, key: str) -> None:
    await stage.press(key)
    (place,) = stage.given
    assert isinstance(place, Mentioned)
    text = stage.library.read(place.document).text
    assert text[place.start : place.end].strip()


@effect("marks", "panel_open")
async def marks_open(stage: Stage, key: str) -> None:
    row = move_to(stage, NoteRow)
    assert isinstance(row, NoteRow)
    await stage.press(key)
    await stage.until(lambda: stage.given)
    assert stage.given == [(A, (row.note.start, row.note.end), 0)]


@effect("keywords", "keywords_choose")
async def keywords_choose(stage: Stage, key: str) -> None:
    row = stage.rows.chosen
    assert isinstance(row, WordRow)
    await stage.press(key)
    assert stage.given == [f"+kowalska +{row.word.form}"]


# -- the list of articles


@effect("articles", "compare")
async def articles_compare(stage: Stage, key: str) -> None:
    stage.rows.move_to(0)
    await stage.press(key)
    assert stage.screen(ComparisonScreen).paths == (C, A)


@effect("articles", "pick")
async def pick(stage: Stage, key: str) -> None:
    stage.rows.move_to(0)
    await stage.press(key)
    assert stage.screen(ArticlesScreen)._picked == {A}
    assert stage.rows.cursor == 1


@effect("articles", "matrix")
async def articles_matrix(stage: Stage, key: str) -> None:
    stage.rows.move_to(0)
    await stage.press("m", "m", key)
    assert stage.screen(MatrixScreen)._paths == (A, B)


@effect("articles", "sort")
async def sort(stage: Stage, key: str) -> None:
    def listed() -> list[str]:
        return [row.listed.title for row in stage.rows.rows if isinstance(row, ArticleRow)]

    assert listed() != sorted(listed())
    await stage.press(key)
    assert listed() == sorted(listed())


@effect("articles", "skipped")
async def skipped(stage: Stage, key: str) -> None:
    await stage.press(key)
    stage.screen(SkippedScreen)


# -- the concordance and key words


@effect("concordance", "concordance_sort")
async def concordance_sort(stage: Stage, key: str) -> None:
    await stage.press(key)
    before = [row.before for row in stage.rows.rows if isinstance(row, OccurrenceRow)]
    assert before == sorted(before)
    assert len(set(before)) > 1


@effect("concordance", "concordance_plot")
async def concordance_plot(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert all(isinstance(row, PlotRow) for row in stage.rows.rows)
    await stage.press(key)
    assert all(isinstance(row, OccurrenceRow) for row in stage.rows.rows)


@effect("concordance", "concordance_words")
async def concordance_words(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.screen(KeyWordsScreen)._query == "ferry"


@effect("keywords", "keywords_sort")
async def keywords_sort(stage: Stage, key: str) -> None:
    before = shown(stage.rows)
    await stage.press(key)
    often = [row.word.inside for row in stage.rows.rows if isinstance(row, WordRow)]
    assert often == sorted(often, reverse=True)
    assert shown(stage.rows) != before


# -- the matrix, and lists over the articles


@effect("matrix naming", "column_right")
async def column_right(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.app.screen._column == 1  # type: ignore[attr-defined]


@effect("matrix naming", "column_left")
async def column_left(stage: Stage, key: str) -> None:
    await stage.press("right", "right", key)
    assert stage.app.screen._column == 1  # type: ignore[attr-defined]


@effect("matrix", "holes")
async def holes(stage: Stage, key: str) -> None:
    screen = stage.screen(MatrixScreen)
    await stage.press("right", "right")
    facts = len(stage.rows.rows)
    await stage.press(key)
    assert screen._only_holes, "all facts are shown"
    assert len(stage.rows.rows) < facts
    await stage.press(key)
    assert len(stage.rows.rows) == facts


@effect("matrix", "more_voices")
async def more_voices(stage: Stage, key: str) -> None:
    await stage.press("right", "right", "minus", "minus")
    assert stage.screen(MatrixScreen)._voices == 1
    await stage.press(key)
    assert (stage.screen(MatrixScreen)._voices, stage.screen(MatrixScreen)._only_holes) == (2, True)


@effect("matrix", "fewer_voices")
async def fewer_voices(stage: Stage, key: str) -> None:
    await stage.press("right", "right", key)
    assert (stage.screen(MatrixScreen)._voices, stage.screen(MatrixScreen)._only_holes) == (2, True)
    await stage.press(key)
    assert stage.screen(MatrixScreen)._voices == 1


@effect("across naming", "scope")
async def scope(stage: Stage, key: str) -> None:
    screen = stage.app.screen
    before = screen._scope  # type: ignore[attr-defined]
    await stage.press(key)
    await stage.until(lambda: screen.found is not None)  # type: ignore[attr-defined]
    assert screen._scope == (before + 1) % len(screen._scopes)  # type: ignore[attr-defined]


@effect("across", "across_order")
async def order(stage: Stage, key: str) -> None:
    await stage.press(key)
    likelihoods = [row.edge.likelihood for row in stage.rows.rows]  # type: ignore[attr-defined]
    assert likelihoods == sorted(likelihoods, reverse=True)
    assert len(set(likelihoods)) > 1


@effect("across", "network_export")
async def network_export(stage: Stage, key: str) -> None:
    file = Path.cwd() / f"network-{key}.graphml"
    await stage.press(key)
    stage.screen(LineScreen)
    await stage.press("ctrl+u", *str(file), "enter")
    await stage.until(file.is_file)


# -- marks and notes


@effect("marks", "note_edit")
async def note_edit(stage: Stage, key: str) -> None:
    row = move_to(stage, NoteRow)
    assert isinstance(row, NoteRow)
    await stage.press(key)
    assert stage.screen(LineScreen)._text == row.note.text
    await stage.press("!", "enter")
    assert f"{row.note.text}!" in {note.text for note in stage.library.state.notes()}


@effect("marks", "mark_remove")
async def mark_remove(stage: Stage, key: str) -> None:
    row = move_to(stage, MarkRow)
    assert isinstance(row, MarkRow)
    await stage.press(key)
    assert row.mark.name not in {mark.name for mark in stage.library.state.marks()}
    assert len(stage.library.state.marks()) == 2


@effect("marks", "mark_restore")
async def mark_restore(stage: Stage, key: str) -> None:
    before = stage.library.state.marks()
    move_to(stage, MarkRow)
    await stage.press("d")
    assert len(stage.library.state.marks()) == len(before) - 1
    await stage.press(key)
    assert stage.library.state.marks() == before


@effect("marks", "notes_export")
async def notes_export(stage: Stage, key: str) -> None:
    file = Path.cwd() / "notes.md"
    await stage.press(key)
    assert stage.screen(LineScreen)._text == file.name
    await stage.press("enter")
    await stage.until(file.is_file)


# -- comparing


def _comparison(stage: Stage) -> ComparisonScreen:
    screen = stage.screen(ComparisonScreen)
    assert isinstance(screen, ComparisonScreen)
    return screen


@effect("comparison", "next_finding")
async def next_finding(stage: Stage, key: str) -> None:
    screen = _comparison(stage)
    await stage.press(key)
    assert screen.current == 0
    await stage.press(key)
    assert screen.current == 1


@effect("comparison", "previous_finding")
async def previous_finding(stage: Stage, key: str) -> None:
    screen = _comparison(stage)
    await stage.press("greater_than_sign", "greater_than_sign", key)
    assert screen.current == 0


@effect("comparison", "next_conflict")
async def next_conflict(stage: Stage, key: str) -> None:
    screen = _comparison(stage)
    await stage.press(key)
    assert screen.current is not None
    assert screen.entries[screen.current].kind == "conflict"


@effect("comparison", "previous_conflict")
async def previous_conflict(stage: Stage, key: str) -> None:
    screen = _comparison(stage)
    await stage.press("right_curly_bracket")
    first = screen.current
    await stage.press("right_curly_bracket")
    assert screen.current != first
    await stage.press(key)
    assert screen.current == first


@effect("comparison", "swap_sides")
async def swap(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert _comparison(stage).paths == (B, A)


@effect("comparison", "step_scroll")
async def step_scroll(stage: Stage, key: str) -> None:
    panes = _comparison(stage).panes
    before = panes.in_step
    await stage.press(key)
    assert panes.in_step is not before
    await stage.press(key)


@effect("comparison", "other_side")
async def other_side(stage: Stage, key: str) -> None:
    panes = _comparison(stage).panes
    assert panes.leading == "a"
    await stage.press(key)
    assert panes.leading == "b"
    assert panes.panes["b"].has_focus


@effect("comparison", "ledger")
async def ledger(stage: Stage, key: str) -> None:
    screen = _comparison(stage)
    await stage.press(key)
    assert screen.has_class("-ledger")
    assert screen.rows.has_focus
    await stage.press(key)
    assert not screen.has_class("-ledger")


@effect("comparison", "flip_layout")
async def flip_layout(stage: Stage, key: str) -> None:
    panes = _comparison(stage).panes
    before = panes.has_class("-stacked")
    await stage.press(key)
    assert panes.has_class("-stacked") is not before


@effect("comparison", "highlights")
async def highlights(stage: Stage, key: str) -> None:
    pane = _comparison(stage).panes.lead
    await stage.press(key)
    assert "person" in {one.style for layer in pane._ordered for one in layer.highlights}


@effect("comparison", "width")
async def width(stage: Stage, key: str) -> None:
    panes = _comparison(stage).panes.panes
    (before,) = {pane.reading_width for pane in panes.values()}
    await stage.press(key)
    assert {pane.reading_width for pane in panes.values()} == {next_width(before)}


@effect("comparison", "copy")
async def comparison_copy(stage: Stage, key: str) -> None:
    await stage.press("right_curly_bracket", key)
    assert A in stage.app.clipboard
    assert B in stage.app.clipboard


@effect("comparison", "compare")
async def comparison_compare(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.screen(ArticlesScreen)._compare_with == A


@effect("comparison matrix", "export")
async def export(stage: Stage, key: str) -> None:
    await stage.press(key)
    stage.screen(ExportScreen)
