"""Keys that move a list do so from the filter too, whatever they are rebound to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.library import Library
from tui.app import ReaderApp
from tui.screens.lists.articles import ArticlesScreen
from tui.screens.lists.dossier import DossierScreen
from tui.screens.moving_rows import MovingRows
from tui.widgets.filter_field import FilterField
from tui.widgets.row_list import RowList

KEYS = {"panel_first": "f2", "panel_last": "f6", "panel_page_down": "f7", "panel_page_up": "f8"}


async def test_each_moves_the_list_while_the_filter_has_the_keys(starter_library: Library) -> None:
    starter_library.settings = replace(starter_library.settings, keys=KEYS)
    app = ReaderApp(starter_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l")
        while not (isinstance(app.screen, ArticlesScreen) and app.screen.query_one(RowList).rows):
            await pilot.pause()
        rows = app.screen.query_one(RowList)
        app.screen.query_one(FilterField).focus()
        await pilot.pause()
        for key, wanted in (("f6", 4), ("f2", 0), ("f7", 4), ("f8", 0), ("down", 1), ("up", 0)):
            await pilot.press(key)
            assert rows.chosen is rows.rows[wanted], key


async def test_the_keys_of_an_article_move_a_dossier_whatever_they_are_rebound_to(starter_library: Library) -> None:
    """The list has keys of its own that are the same, so only others show that the screen's moves do something."""
    own = {"top": "f2", "bottom": "f6", "half_down": "f7", "half_up": "f8", "line_down": "f9", "line_up": "f10"}
    starter_library.settings = replace(starter_library.settings, keys=own)
    entity = next(each for each in starter_library.entities() if len(each.aliases) > 1)
    app = ReaderApp(starter_library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = DossierScreen(starter_library, entity.id)
        await app.push_screen(screen)
        while not screen.has_gathered:
            await pilot.pause()
        rows = screen.main_list
        able = [index for index, row in enumerate(rows.rows) if row.choosable]
        for key, wanted in (("f6", able[-1]), ("f2", able[0]), ("f9", able[1]), ("f10", able[0])):
            await pilot.press(key)
            assert rows.cursor == wanted, key
        await pilot.press("f7")
        below = rows.cursor
        assert below is not None
        assert below > able[1]
        await pilot.press("f8")
        assert rows.cursor is not None
        assert rows.cursor < below


@pytest.mark.parametrize("action", ["choose", "cursor_down", "cursor_up", "page_down", "page_up", "first", "last"])
def test_what_is_asked_of_the_screen_is_asked_of_its_list(action: str) -> None:
    asked: list[str] = []

    class Rows:
        def __getattr__(self, name: str) -> object:
            return lambda: asked.append(name)

    class Screen(MovingRows):
        def list_to_move(self) -> RowList:
            return Rows()  # type: ignore[return-value]

    getattr(Screen(), f"action_{action}")()
    assert asked == [f"action_{action}"]
