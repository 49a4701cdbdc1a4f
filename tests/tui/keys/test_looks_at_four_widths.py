"""What the lists look like at four widths, and without colour."""

from __future__ import annotations

from typing import Any

import pytest
from stage import SIZE, A, Stage
from textual.pilot import Pilot
from textual.widgets import Input

from index.library import Library
from tui.app import ReaderApp
from tui.command_table import Context

_SHOWN: tuple[Context, ...] = ("articles", "concordance", "facets", "keywords", "explain", "help")


@pytest.fixture
def look(snap_compare: Any, library: Library, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Compares a context with how it looked before."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda self: None)

    def compare(context: Context, width: int) -> None:
        async def run(pilot: Pilot[None]) -> None:
            assert isinstance(pilot.app, ReaderApp)
            stage = Stage(pilot.app, pilot, library)
            await stage.until(
                lambda: stage.app.screen_stack and stage.reader.is_mounted and stage.reader.pane.size.width
            )
            await stage.to(context)
            await stage.press("down")
            await pilot.pause(0.3)  # what stands beside the list follows when the cursor rests
            await stage.settle()

        assert snap_compare(ReaderApp(library, open_document=A), terminal_size=(width, SIZE[1]), run_before=run)

    return compare


@pytest.mark.parametrize("width", [50, 80, 120, 200])
@pytest.mark.parametrize("context", _SHOWN)
def test_looks(look: Any, context: Context, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    look(context, width)


@pytest.mark.parametrize("context", _SHOWN)
def test_looks_without_colour(look: Any, context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    look(context, 80)
