"""How the comparison, the dossier and the picker look, in colour and without."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import WorkerCancelled

from index.library import Library
from tui.app import ReaderApp
from tui.screens.articles import ArticlesScreen
from tui.screens.comparison import ComparisonScreen
from tui.screens.dossier import DossierScreen

WIDTHS = [60, 100, 160]


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cursor of a field does not blink."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda self: None)


@pytest.fixture(params=["colour", "no_color"])
def _looks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "no_color":
        monkeypatch.setenv("NO_COLOR", "1")
    else:
        monkeypatch.delenv("NO_COLOR", raising=False)


async def settled(pilot: Pilot[None]) -> None:
    """Waits until no worker runs and all that was posted is shown."""
    for _ in range(3):
        with suppress(WorkerCancelled):  # a later one took its place
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()


@pytest.mark.usefixtures("_looks")
@pytest.mark.parametrize("keys", [("right_curly_bracket",), ("L", "down")], ids=["conflict", "ledger"])
@pytest.mark.parametrize("width", WIDTHS)
def test_comparison(snap_compare: Any, given_library: Library, width: int, keys: tuple[str, ...]) -> None:
    async def run(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(ComparisonScreen(given_library, "bridge.txt", "ferry.txt"))
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)

    assert snap_compare(ReaderApp(given_library), terminal_size=(width, 34), run_before=run)


@pytest.mark.usefixtures("_looks")
@pytest.mark.parametrize("width", WIDTHS)
def test_dossier(snap_compare: Any, given_library: Library, width: int) -> None:
    async def run(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(DossierScreen(given_library, "ada-lindqvist"))
        await settled(pilot)

    assert snap_compare(ReaderApp(given_library), terminal_size=(width, 30), run_before=run)


@pytest.mark.usefixtures("_looks")
@pytest.mark.parametrize("width", WIDTHS)
def test_picker(snap_compare: Any, given_library: Library, width: int) -> None:
    async def run(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(ArticlesScreen(given_library, compare_with="bridge.txt"))
        await settled(pilot)

    assert snap_compare(ReaderApp(given_library), terminal_size=(width, 26), run_before=run)
