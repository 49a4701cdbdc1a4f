"""What tests of several screens share: the starter corpus opened, waiting, and the text on the screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import textual.app
import textual.pilot
import textual.screen
from textual.app import App
from textual.pilot import Pilot

from index.library import Library
from index.settings import Settings
from tests.tui.idle import until_idle
from tui import clipboard, finding

Until = Callable[[Pilot[Any], Callable[[], bool]], Awaitable[None]]
ScreenText = Callable[[App[Any]], str]
_SECONDS = 120.0
"""How long a screen may take for what it was told, where Textual gives it 30."""
_FRAME = 0.001
"""Seconds from a change to its painting, where Textual lets 17 ms pass: two fifths of what tests of keys took."""


@pytest.fixture(autouse=True, scope="session")
def _idle_as_the_loop_tells() -> None:
    """Pilots wait no longer than there is something to wait for, and as long as a busy machine needs."""
    for module in (textual.app, textual.pilot):
        vars(module)["wait_for_idle"] = until_idle
    vars(textual.screen)["UPDATE_PERIOD"] = _FRAME
    Pilot._wait_for_screen.__defaults__ = (_SECONDS,)


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is started on a busy machine is waited for: how long is no test's business but those of what hangs."""
    monkeypatch.setattr(finding, "PATIENCE", 60.0)
    monkeypatch.setattr(clipboard, "_SECONDS", 60.0)


@pytest.fixture
def starter_library(starter: Path, starter_cache: Path, tmp_path: Path) -> Iterator[Library]:
    """The starter corpus, indexed, for one reader who made nothing yet."""
    library = Library.open(starter, settings=Settings(cache_dir=starter_cache, data_dir=tmp_path / "data"))
    yield library
    library.close()


@pytest.fixture
def until() -> Until:
    """Waits until something holds; fails where it does not within half a minute."""

    async def wait(pilot: Pilot[Any], holds: Callable[[], bool]) -> None:
        await pilot.pause()
        for _ in range(3000):
            if holds():
                await pilot.pause()
                return
            await pilot.pause(0.01)
        raise AssertionError("it never came to hold")

    return wait


@pytest.fixture
def screen_text() -> ScreenText:
    """All text on the screen, a line for each of its own."""

    def text(app: App[Any]) -> str:
        return "\n".join("".join(strip.text for strip in line) for line in app.screen._compositor.render_strips())

    return text
