"""The first paint needs little: what it must not load, and that it shows the text before names and index are there."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import Cancelled
from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp

_NOT_NEEDED = (
    "whoosh",
    "markdown_it",
    "selectolax",
    "rapidfuzz",
    "sqlite3",
    "index.entities.recognise",
    "index.entities.recognising",
    "index.search.whoosh_engine",
    "textual.widgets._markdown",
    "tui.widgets.bars",
    "tui.screens.comparing.comparison",
    "tui.screens.help",
)


@pytest.mark.usefixtures("unmeasured")
def test_what_is_not_loaded_for_the_first_paint() -> None:
    code = f"import sys, index.library, tui.app; print([name for name in {_NOT_NEEDED!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_the_text_is_there_while_the_index_is_made(
    harbour_corpus: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, until
) -> None:
    library = Library.open(harbour_corpus, settings=settings)
    going, done = threading.Event(), threading.Event()

    def refresh(progress: Callable[[int, int], None], cancelled: Callable[[], bool], *, names: bool) -> None:
        going.set()
        while not cancelled():
            progress(3, 12)
            done.wait(0.05)
        raise Cancelled("stopped")

    monkeypatch.setattr(library, "refresh", refresh)
    app = ReaderApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Harbour" in app.reader.pane.render_line(1).text
        await until(pilot, going.is_set)
        await until(pilot, lambda: app.reader.header.status.work == "indexing 3 of 12")
        await pilot.press("q")
    library.close()
