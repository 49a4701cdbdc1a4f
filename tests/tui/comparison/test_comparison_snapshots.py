"""How the comparison, the dossier and the picker look, in colour and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp
from tui.screens.articles import ArticlesScreen
from tui.screens.dossier import DossierScreen

A, B = "putin-open-to-direct-talks.txt", "week-called-critical-for-a-truce.txt"
WIDTHS = [60, 100, 160]


@pytest.fixture
def library(starter: Path, starter_cache: Path, tmp_path: Path) -> Iterator[Library]:
    library = Library.open(starter, settings=Settings(cache_dir=starter_cache, data_dir=tmp_path))
    yield library
    library.close()


@pytest.fixture(params=["colour", "no_color"])
def looks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "no_color":
        monkeypatch.setenv("NO_COLOR", "1")
    else:
        monkeypatch.delenv("NO_COLOR", raising=False)


async def settled(pilot: Pilot[None]) -> None:
    """Waits until no worker runs and all that was posted is shown."""
    for _ in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.3)


@pytest.mark.usefixtures("looks")
@pytest.mark.parametrize("width", WIDTHS)
def test_comparison_at_a_conflict(snap_compare: Any, library: Library, width: int) -> None:
    async def run(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("right_curly_bracket")
        await settled(pilot)

    app = ReaderApp(library, compare=(A, B))
    assert snap_compare(app, terminal_size=(width, 40), run_before=run)


@pytest.mark.usefixtures("looks")
@pytest.mark.parametrize("width", WIDTHS)
def test_comparison_with_its_ledger(snap_compare: Any, library: Library, width: int) -> None:
    async def run(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("L", "down")
        await settled(pilot)

    app = ReaderApp(library, compare=(A, B))
    assert snap_compare(app, terminal_size=(width, 40), run_before=run)


@pytest.mark.parametrize("width", WIDTHS)
def test_dossier(snap_compare: Any, library: Library, width: int) -> None:
    async def run(pilot: Pilot[None]) -> None:
        person = next(entity.id for entity in library.entities() if entity.type == "PERSON")
        pilot.app.push_screen(DossierScreen(library, person))
        await settled(pilot)

    assert snap_compare(ReaderApp(library), terminal_size=(width, 40), run_before=run)


@pytest.mark.parametrize("width", WIDTHS)
def test_picker(snap_compare: Any, library: Library, width: int) -> None:
    async def run(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(ArticlesScreen(library, compare_with=A))
        await settled(pilot)

    assert snap_compare(ReaderApp(library), terminal_size=(width, 30), run_before=run)
