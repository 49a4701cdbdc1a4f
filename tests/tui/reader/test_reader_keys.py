"""Every key of the reader does what the table of commands says."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from index.library import Library
from tests.tui.conftest import Until
from tui.app import ReaderApp
from tui.commands import bindings, held
from tui.screens.comparing.comparison import ComparisonScreen
from tui.screens.help import HelpRow, HelpScreen
from tui.screens.lists.articles import ArticlesScreen
from tui.screens.lists.dossier import DossierScreen
from tui.screens.lists.marks import MarkRow, MarksScreen, NoteRow
from tui.screens.reader import ReaderScreen
from tui.widgets.bars import FindBar, SearchBar
from tui.widgets.names import KindRow, NameRow, NamesPanel
from tui.widgets.outline import Outline


def test_every_command_has_its_action() -> None:
    for command in held("reader"):
        owner, _, name = command.action.rpartition(".")
        target = ReaderApp if owner == "app" else ReaderScreen
        assert hasattr(target, f"action_{name}"), command.id
    for command in held("help"):
        owner, _, name = command.action.rpartition(".")
        assert hasattr(ReaderApp if owner == "app" else HelpScreen, f"action_{name}"), command.id


@pytest.fixture
def long(library: Library) -> ReaderApp:
    """The app on the long article."""
    return ReaderApp(library, open_document="c-long.txt")


async def test_moving(long: ReaderApp, press, settle) -> None:
    async with long.run_test(size=(80, 22)) as pilot:
        await settle(pilot)
        pane = long.reader.pane
        page = pane.size.height
        for key, expected in (
            *(("j", 1), ("down", 2), ("k", 1), ("up", 0), ("space", page - 2), ("b", 0)),
            *(("pagedown", page - 2), ("pageup", 0), ("ctrl+d", page // 2), ("ctrl+u", 0), ("ctrl+v", page - 2)),
            *(("g", 0), ("end", pane.max_scroll_y), ("home", 0)),
        ):
            await press(pilot, key)
            assert pane.scroll_offset.y == expected or (key == "end" and pane.at_end), key
        await press(pilot, "G")
        assert pane.at_end
        assert pane.percent == 100
        assert pane.max_scroll_y > 100
        last = pane.in_view.end
        assert long.reader.document is not None
        assert last == len(long.reader.document.text.rstrip())
        await press(pilot, "k")
        assert not pane.at_end


async def test_headings(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(60, 10)) as pilot:
        await settle(pilot)
        reader = app.reader

        async def heading(key: str) -> str:
            await press(pilot, key)
            assert reader.document is not None
            view = reader.pane.in_view
            return reader.document.text[view.start : view.end]

        assert (await heading("right_curly_bracket")).startswith("What the Fleets Want")
        assert (await heading("right_curly_bracket")).startswith("Questions Remain")
        await press(pilot, "right_curly_bracket")
        assert "No heading" in reader.header.status.message
        assert (await heading("left_curly_bracket")).startswith("What the Fleets Want")
        assert (await heading("left_curly_bracket")).startswith("Harbour Talks")


async def test_highlights(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pane = app.reader.pane

        def styles() -> set[str]:
            return {one.style for layer in pane._ordered for one in layer.highlights}

        assert {"person", "place", "date"} <= styles()
        await press(pilot, "e")
        assert not styles() & {"person", "place", "date"}
        await press(pilot, "e")
        assert "person" in styles()


async def test_names_panel(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(110, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "E")
        panel = app.reader.panel
        assert isinstance(panel, NamesPanel)
        kinds = {row.type: row.count for row in panel.rows if isinstance(row, KindRow)}
        assert app.reader.annotations is not None
        assert sum(kinds.values()) == len(app.reader.annotations.mentions)
        # Enter on a kind hides it in the text.
        assert isinstance(panel.chosen, KindRow)
        hidden = panel.chosen.type.lower()
        await press(pilot, "enter")
        pane = app.reader.pane
        assert hidden not in {one.style for layer in pane._ordered for one in layer.highlights}
        await press(pilot, "enter")
        assert hidden in {one.style for layer in pane._ordered for one in layer.highlights}
        await press(pilot, "j")
        assert isinstance(panel.chosen, NameRow)
        name = panel.chosen.entity.id
        await press(pilot, "enter")
        assert type(app.screen).__name__ == "DossierScreen"
        assert name
        await press(pilot, "escape", "escape")
        assert app.reader.panel is None
        assert app.focused is pane


async def test_outline(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(110, 12)) as pilot:
        await settle(pilot)
        await press(pilot, "o")
        panel = app.reader.panel
        assert isinstance(panel, Outline)
        assert [row.text for row in panel.rows][:2] == ["Harbour Talks Enter a Third Day", "What the Fleets Want"]  # type: ignore[attr-defined]
        assert [row.reading for row in panel.rows].count(True) == 1  # type: ignore[attr-defined]
        await press(pilot, "j", "enter")
        assert app.reader.panel is None
        view = app.reader.pane.in_view
        assert app.reader.document is not None
        assert "What the Fleets Want" in app.reader.document.text[view.start : view.end]


async def test_reading_width(long: ReaderApp, press, settle) -> None:
    async with long.run_test(size=(160, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "space")
        position = long.reader.pane.position
        widths = []
        for _ in range(4):
            await press(pilot, "w")
            pane = long.reader.pane
            widths.append(pane._frame().column)
            assert pane.in_view.start <= position < pane.in_view.end
        assert widths == [100, 153, 60, 80]


async def test_marks(long: ReaderApp, press, settle) -> None:
    async with long.run_test(size=(80, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "space", "space")
        here = long.reader.pane.position
        await press(pilot, "m", "a")
        await press(pilot, "g", "apostrophe", "a")
        assert long.reader.pane.position == here
        await press(pilot, "m", "A", "l", "up", "up", "enter")
        assert long.reader.document is not None
        assert long.reader.document.path != "c-long.txt"
        await press(pilot, "apostrophe", "A")
        assert long.reader.document.path == "c-long.txt"
        assert long.reader.pane.position == here
        await press(pilot, "apostrophe", "z")
        assert "no mark" in long.reader.header.status.message
        await press(pilot, "B")
        assert isinstance(long.screen, MarksScreen)
        rows = long.screen.query_one("RowList").rows  # type: ignore[attr-defined]
        assert [row.mark.name for row in rows if isinstance(row, MarkRow)] == ["A", "a"]
        await press(pilot, "d")
        assert len(long.library.state.marks()) == 1
        await press(pilot, "escape")
        assert long.screen is long.reader


async def test_note(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(80, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "right_square_bracket", "a")
        await press(pilot, *"check this")
        await press(pilot, "enter")
        (note,) = app.library.state.notes()
        assert note.text == "check this"
        assert app.reader.document is not None
        assert note.quotation.shown == app.reader.document.text[note.start : note.end] == "Anna Kowalska"
        styles = {one.style for layer in app.reader.pane._ordered for one in layer.highlights}
        assert "note" in styles
        await press(pilot, "G", "B")
        rows = app.screen.query_one("RowList").rows  # type: ignore[attr-defined]
        assert any(isinstance(row, NoteRow) for row in rows)
        await press(pilot, "enter")
        view = app.reader.pane.in_view
        assert view.start <= note.start < view.end


async def test_copy_with_citation(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(80, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "right_square_bracket", "y")
        assert app.reader.document is not None
        start = app.reader.document.text.index("Anna")
        assert app.clipboard.splitlines() == [
            "“Anna Kowalska”",
            f"— Harbour Talks Enter a Third Day (a-harbour.txt, characters {start}–{start + 13})",
        ]


async def test_selecting_by_mouse_and_copying(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pane, document = app.reader.pane, app.reader.document
        assert document is not None
        left = pane._frame().left
        row = next(y for y in range(20) if pane.render_line(y).text.strip().startswith("Mayor"))
        await pilot.mouse_down(pane, offset=(left + 6, row))
        await pilot.hover(pane, offset=(left + 4, row + 1))
        await pilot.mouse_up(pane, offset=(left + 4, row + 1))
        await settle(pilot)
        selected = pane.selected
        assert selected is not None
        words = document.text[selected.start : selected.end]
        assert words.startswith("Anna Kowalska said")
        assert "\n" not in words
        await press(pilot, "y")
        assert words.strip() in app.clipboard


async def test_a_second_click_selects_the_word_and_a_third_the_paragraph(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pane, document = app.reader.pane, app.reader.document
        assert document is not None
        left = pane._frame().left
        row = next(y for y in range(20) if " said " in pane.render_line(y).text)
        column = pane.render_line(row).text.index(" said ") + 2
        await pilot.double_click(pane, offset=(column, row))
        await settle(pilot)
        assert pane.selected is not None
        assert document.text[pane.selected.start : pane.selected.end] == "said"
        await pilot.triple_click(pane, offset=(column, row))
        await settle(pilot)
        block = pane.block_at(pane.selected.start)
        assert block is not None
        assert pane.selected == (block.start, block.end)
        await press(pilot, "y")
        assert document.text[block.start : block.end] in app.clipboard
        await pilot.double_click(pane, offset=(left, row - 1))  # between paragraphs
        assert pane.selected is None


async def test_two_clicks_on_a_name_open_its_dossier(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pane = app.reader.pane
        row = next(y for y in range(20) if "Anna Kowalska" in pane.render_line(y).text)
        await pilot.double_click(pane, offset=(pane.render_line(row).text.index("Kowalska"), row))
        await settle(pilot)
        assert isinstance(app.screen, DossierScreen)
        await press(pilot, "escape")
        assert pane.selected is None


async def test_other_screens(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "l")
        assert isinstance(app.screen, ArticlesScreen)
        await press(pilot, "escape", "c")
        assert isinstance(app.screen, ArticlesScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, ComparisonScreen)
        await press(pilot, "slash")
        assert app.screen is app.reader
        assert app.reader._bar is not None
        await press(pilot, "escape", "question_mark")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, *"swap")
        rows = [row for row in app.screen.query_one("RowList").rows if isinstance(row, HelpRow)]  # type: ignore[attr-defined]
        assert [row.keys for row in rows] == ["x"]
        await press(pilot, *"zzz")
        (row,) = app.screen.query_one("RowList").rows  # type: ignore[attr-defined]
        assert "Nothing here has all these words" in row.note
        await press(pilot, "escape", "escape")
        assert app.screen is app.reader


async def test_bars(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("slash", "c", "l", "q")  # what is typed at once is typed into the bar
        await settle(pilot)
        assert isinstance(app.focused and app.focused.parent, SearchBar)
        assert app.reader._bar.text == "clq"
        await press(pilot, "escape")
        await pilot.press("ctrl+f", "c", "l")
        await settle(pilot)
        assert isinstance(app.focused and app.focused.parent, FindBar)
        assert app.reader._find.text == "cl"


async def test_the_palette_offers_and_runs_the_commands(app: ReaderApp, until: Until, press, settle) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        assert type(app.screen).__name__ == "CommandPalette"
        await press(pilot, *"outline")
        offered = app.screen.query_one(OptionList)
        await until(pilot, lambda: any("outline" in str(each.prompt).lower() for each in offered.options[:1]))
        await press(pilot, "enter")
        await settle(pilot)
        if app.screen is not app.reader:
            await press(pilot, "enter")
        assert isinstance(app.reader.panel, Outline)


async def test_quit(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("q")
        await pilot.pause()
    assert not app.is_running
    assert app.return_code == 0


async def test_keys_can_be_rebound(harbour_corpus, settings, press, settle) -> None:
    from dataclasses import replace

    library = Library.open(harbour_corpus, settings=replace(settings, keys={"outline": "z", "nonsense": "x"}))
    app = ReaderApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "nonsense" in app.reader.header.status.message
        await press(pilot, "o")
        assert app.reader.panel is None
        await press(pilot, "z")
        assert isinstance(app.reader.panel, Outline)
    library.close()


async def test_theme(app: ReaderApp, settle) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert app.current_theme.dark
        app.action_next_theme()
        await settle(pilot)
        assert not app.current_theme.dark
        for name in ("nord", "textual-light", "gruvbox"):
            app.theme = name
            await settle(pilot)


def test_no_key_is_given_twice_in_one_place() -> None:
    from collections import Counter

    from tui.command_table import CONTEXTS

    for context in CONTEXTS:
        counts = Counter(key for binding in bindings(context) for key in binding.key.split(","))
        assert [key for key, count in counts.items() if count > 1] == [], context


async def test_a_mark_on_a_blank_row_is_gone_back_to_exactly(long: ReaderApp, press, settle) -> None:
    async with long.run_test(size=(80, 22)) as pilot:
        await settle(pilot)
        pane = long.reader.pane
        while not pane.place.blanks or pane.scroll_offset.y < 5:
            await press(pilot, "j")
        place, row = pane.place, pane.scroll_offset.y
        await press(pilot, "m", "a", "G", "apostrophe", "a")
        assert (pane.place, pane.scroll_offset.y) == (place, row)
        # By way of the list, and after the program was left, too.
        await press(pilot, "G", "B", "enter")
        assert (pane.place, pane.scroll_offset.y) == (place, row)
        await press(pilot, "q")
    again = ReaderApp(long.library)
    async with again.run_test(size=(80, 22)) as pilot:
        await settle(pilot)
        assert (again.reader.pane.place, again.reader.pane.scroll_offset.y) == (place, row)
