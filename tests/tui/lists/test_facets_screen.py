"""Narrowing a search by what its articles name: by keys, with the query visible and editable."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from index.library import Library
from tui.app import ReaderApp
from tui.screens.lists.facets import FacetsScreen
from tui.widgets.row_list import RowList
from tui.widgets.rows.facets import FacetRow

Until = Callable[[Pilot[Any], Callable[[], bool]], Awaitable[None]]
ScreenText = Callable[[ReaderApp], str]


@pytest.mark.parametrize(("key", "keeps"), [("enter", True), ("minus", False)])
@pytest.mark.parametrize("size", [(50, 20), (100, 40)])
async def test_include_and_exclude(
    starter_library: Library, size: tuple[int, int], key: str, keeps: bool, until: Until
) -> None:
    app = ReaderApp(starter_library)
    async with app.run_test(size=size) as pilot:
        await pilot.press("slash", *"talks ", "f4")
        await until(pilot, lambda: isinstance(app.screen, FacetsScreen) and bool(app.screen.query_one(RowList).rows))
        row = app.screen.query_one(RowList).chosen
        assert isinstance(row, FacetRow)
        clause, articles = row.facet.clause, row.facet.articles
        total = row.total
        await pilot.press(key)
        await until(pilot, lambda: app.screen is app.reader)
        bar = app.reader._bar
        assert bar is not None
        assert bar.text.strip() == (f"+talks +{clause}" if keeps else f"talks -{clause}")
        found = starter_library.search(bar.text)
        assert found.total <= total
        if not keeps:
            assert found.total <= total - articles
        # Escape from the choice leaves the query as it is.
        text = bar.text
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(app.screen, FacetsScreen))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.reader)
        assert bar.text == text
