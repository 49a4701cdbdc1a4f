"""Lines of a comparison are as long as the settings say, from its first look, however wide the terminal is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from textual.pilot import Pilot

from index.library import Library
from tui.app import ReaderApp
from tui.screens.comparing.comparison import ComparisonScreen

Until = Callable[[Pilot[Any], Callable[[], bool]], Awaitable[None]]


async def test_stacked_lines_are_no_longer_than_the_settings_say(starter_library: Library, until: Until) -> None:
    app = ReaderApp(starter_library, compare=("putin-open-to-direct-talks.txt", "week-called-critical-for-a-truce.txt"))
    async with app.run_test(size=(200, 60)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ComparisonScreen) and app.screen.compared is not None)
        await pilot.press("v")
        await pilot.pause()
        assert isinstance(app.screen, ComparisonScreen)
        assert app.screen.panes.has_class("-stacked")
        for pane in app.screen.panes.panes.values():
            assert pane.reading_width == starter_library.settings.width == 80
            longest = max(len(pane.render_line(y).text.rstrip()) for y in range(pane.size.height))
            assert 60 < longest <= 90
