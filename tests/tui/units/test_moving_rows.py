"""Keys that move a list do so from the filter too, whatever they are rebound to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.library import Library
from tui.app import ReaderApp
from tui.screens.articles import ArticlesScreen
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
