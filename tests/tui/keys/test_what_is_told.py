"""What screens say where there is something to refuse, to ask again or to choose another way."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from stage import A, B, C, staged
from textual.widgets import Input

from index.comparison.reports.verify import verify
from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp
from tui.commands import Context
from tui.screens.asking.picking import PickScreen
from tui.screens.asking.prompts import LineScreen
from tui.screens.comparing.comparison import ComparisonScreen
from tui.screens.comparing.export import ExportScreen
from tui.screens.comparing.matrix import MatrixScreen
from tui.screens.lists.dossier import DossierScreen
from tui.screens.lists.keywords import KeyWordsScreen
from tui.screens.lists.marks import MarksScreen
from tui.widgets.rows.marks import MarkRow, NoteRow

ScreenText = Callable[[ReaderApp], str]


async def test_a_matrix_in_every_format(library: Library, screen_text: ScreenText, tmp_path: Path) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.to("matrix")
        screen = stage.screen(MatrixScreen)
        for name in ("m.md", "m.html", "m.json"):
            await stage.press("r")
            field = stage.screen(ExportScreen).query_one(Input)
            field.value = ""
            await stage.press("enter")
            assert "Give the file a name." in screen_text(app)
            field.value = name  # its ending says what it is
            await stage.press("enter")
            assert app.screen is screen
        for name in ("m.md", "m.html"):
            checked = verify((tmp_path / name).read_text(encoding="utf-8"), library.read)
            assert checked.checked
            assert not checked.drifts
        written = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
        assert [each["path"] for each in written["articles"]] == [A, B, C]
        await stage.press("r")
        field = stage.screen(ExportScreen).query_one(Input)
        field.value = "nested"
        await stage.press("down")  # a name without an ending gets one
        assert field.value.startswith("nested.")
        await stage.press("escape")
        assert app.screen is screen


@pytest.mark.parametrize("context", ["comparison", "across", "marks"])
async def test_names_that_no_file_can_have(
    library: Library, screen_text: ScreenText, tmp_path: Path, context: Context
) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.to(context)
        screen = app.screen
        for name, said in ((".", "folder"), ("/", "folder"), ("~nobody-at-all/n.md", "directory")):
            await stage.press("r")
            app.screen.query_one(Input).value = name
            await stage.press("enter")
            told = [each.message for each in app._notifications][-1:]
            assert said in screen_text(app) or said in "".join(told), name
            while app.screen is not screen:
                await stage.press("escape")
        assert not any(file.suffix == ".md" for file in tmp_path.iterdir())


async def test_marks_and_notes(library: Library, screen_text: ScreenText) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.ground()
        library.state.set_mark("A", A, 0, stage.text[:40])
        screen = MarksScreen(library)
        await stage.push(screen, lambda: screen.has_gathered)
        assert isinstance(screen.main_list.chosen, MarkRow)
        await stage.press("e", "r")
        assert app.screen is screen
        assert [each.message for each in app._notifications][-1] == "There are no notes to write."
        note = library.state.add_note(A, 0, 5, stage.text[:5], "first words")
        screen.start_gathering()
        await stage.settle()
        rows = screen.main_list.rows
        screen.main_list.move_to(next(at for at, row in enumerate(rows) if isinstance(row, NoteRow)))
        # The same words once more change nothing.
        await stage.press("e", "enter")
        assert [each.text for each in library.state.notes(A)] == ["first words"]
        assert note


async def test_corrections_that_change_nothing(library: Library) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.to("dossier")
        screen = stage.screen(DossierScreen)
        screen.action_rename_entity()
        await stage.settle()
        assert isinstance(app.screen, LineScreen)
        await stage.press("enter")
        for ask in (screen.action_merge_entity, screen.action_retype_entity):
            ask()
            await stage.settle()
            assert isinstance(app.screen, PickScreen)
            await stage.press("escape")
        assert app.screen is screen
        alone = next(one for one in library.entities() if not one.aliases)
        other = DossierScreen(library, alone.id)
        app.push_screen(other)
        await stage.until(lambda: other.has_gathered)
        other.action_split_entity()
        await stage.settle()
        assert [each.message for each in app._notifications][-1] == f"{alone.name} goes by this name only."
        assert not library.corrections_file.exists()


async def test_key_words_without_anything_to_compare_with(library: Library, screen_text: ScreenText) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.ground()
        for query, said in (
            ("zebra ", "nothing found"),
            ("the ", "words in all articles, no others to compare with · most frequent first"),
        ):
            screen = KeyWordsScreen(library, query)
            app.push_screen(screen)
            await stage.until(lambda screen=screen: screen.has_gathered)  # type: ignore[misc]
            assert said in screen_text(app)
            await stage.press("escape")


async def test_a_comparison_made_again_and_one_being_made(library: Library) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.to("comparison")
        screen = stage.screen(ComparisonScreen)
        assert screen.current is None
        await stage.press("y")
        passage = screen.panes.lead.lead_passage
        if passage is not None:
            assert f"characters {passage.start}–{passage.end}" in app.clipboard
        # Names stay shown when the comparison is made again.
        shown = screen._shows_names
        await stage.press("e")
        assert screen._shows_names is not shown
        done = screen.compared
        screen.start(*screen.paths)
        await stage.until(lambda: screen.compared not in (None, done))
        await stage.settle()
        named = screen.panes.panes["a"]._layers.get("names")
        assert bool(named and named[1].highlights) is screen._shows_names
        # While it is made there is nothing to export and nothing to name.
        screen.compared = None
        await stage.press("e", "r")
        assert app.screen is screen


async def test_searches_made_before(library: Library) -> None:
    async with staged(library) as stage:
        await stage.ground()
        for query in ("crane", "quay", "ferry"):
            library.state.used_search(query)
        await stage.press("slash")
        reader = stage.reader
        assert reader._bar is not None
        # What stands in the bar already is no step back; from the newest on, what was typed comes again.
        reader._bar.text = "ferry"
        await stage.settle()
        for step, text in ((1, "quay"), (1, "crane"), (-1, "quay"), (-1, "ferry")):
            reader._walk_searches(step)
            await stage.settle()
            assert stage.typed == text
        reader._bar.text = "mayor"
        await stage.settle()
        reader._walk_searches(1)
        await stage.settle()
        assert stage.typed == "ferry"
        for _ in range(3):
            reader._walk_searches(1)
            await stage.settle()
        assert stage.typed == "crane"
        # In an empty bar a search can be chosen, and kept.
        reader._bar.text = ""
        await stage.settle()
        results = reader._results
        assert results is not None
        results.save("")
        await stage.settle()
        assert library.state.searches(saved=True) == ("ferry",) or list(library.state.searches(saved=True)) == ["ferry"]
        await stage.press("enter")
        assert stage.typed == "ferry"


async def test_themes_that_are_not_there_or_named_by_the_settings(library: Library, screen_text: ScreenText) -> None:
    library.settings = replace(library.settings, theme="nonesuch")
    async with staged(library) as stage:
        app = stage.app
        await stage.settle()
        assert app.theme == "reader-dark"
        assert "There is no theme “nonesuch”." in screen_text(app)
        app.action_choose_theme()
        await stage.settle()
        await stage.press("down", "enter")
        assert app.theme != "reader-dark"
        assert "it is back when the program starts again" in screen_text(app)
        app.action_palette()
        app.action_palette()  # one is enough
        await stage.settle()
        await stage.press("escape")
        assert app.screen is stage.reader
        assert isinstance(library.settings, Settings)
