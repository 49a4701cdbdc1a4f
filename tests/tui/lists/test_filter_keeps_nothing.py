"""Where a filter keeps no line, each list says so, how many there are, and how to get them back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from index.library import Library
from tui.app import ReaderApp
from tui.screens.lists.gathering import GatheringScreen
from tui.widgets.filtering import NOTHING_KEPT

Until = Callable[[Pilot[Any], Callable[[], bool]], Awaitable[None]]
ScreenText = Callable[[ReaderApp], str]
A = "putin-open-to-direct-talks.txt"


@pytest.mark.parametrize(
    ("keys", "of"),
    [
        (["W"], " pairs in "),
        (["D"], " statements"),
        (["V"], " voices with "),
        (["F"], " named in "),
        (["m", "q", "B"], "0 of 1 mark"),
        (["right_square_bracket", "enter"], " mentions in "),
        (["slash", *"putin", "ctrl+k"], " occurrences in "),
        (["slash", *"nuclear", "f5"], " kept · "),
    ],
    ids=["network", "timeline", "voices", "naming", "marks", "dossier", "concordance", "keywords"],
)
async def test_a_list_says_that_its_filter_keeps_nothing(
    starter_library: Library, until: Until, screen_text: ScreenText, keys: list[str], of: str
) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(100, 20)) as pilot:
        await until(pilot, lambda: app.reader.annotations is not None)
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(app.screen, GatheringScreen) and bool(app.screen.main_list.rows))
        assert NOTHING_KEPT not in screen_text(app)
        await pilot.press("f", *"zzzz")
        await until(pilot, lambda: NOTHING_KEPT in screen_text(app))
        told = screen_text(app)
        assert "0 of " in told
        assert of in told
        await pilot.press("escape")
        await until(pilot, lambda: NOTHING_KEPT not in screen_text(app))
        assert "0 of " not in screen_text(app)
