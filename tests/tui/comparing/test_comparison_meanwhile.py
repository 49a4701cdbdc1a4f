"""What may happen while two articles are compared: one leaves, an article cannot be read or changes, a fault."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from index.errors import Cancelled
from index.library import Library
from index.settings import Settings
from tests.tui.comparing.test_comparison_journey import compared
from tui.app import ReaderApp
from tui.screens.comparing.comparison import ComparisonScreen
from tui.screens.reader import ReaderScreen

Until = Callable[[Pilot[Any], Callable[[], bool]], Awaitable[None]]
ScreenText = Callable[[ReaderApp], str]
A, B = "putin-open-to-direct-talks.txt", "week-called-critical-for-a-truce.txt"


async def test_an_article_that_cannot_be_read_is_said(
    starter_library: Library, until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(ComparisonScreen(starter_library, A, "no-such-article.txt"))
        await until(pilot, lambda: "no article" in screen_text(app))
        assert not any(label in screen_text(app) for label in ("Next conflict", "Next finding", "Export"))
        await pilot.press("right_curly_bracket")
        await until(pilot, lambda: "There is no comparison to walk through yet" in screen_text(app))
        await pilot.press("L")
        await until(pilot, lambda: "These articles could not be compared." in screen_text(app))
        assert screen_text(app).count("no article") == 1
        comparison = app.screen
        assert isinstance(comparison, ComparisonScreen)
        comparison._hush()
        await until(pilot, lambda: screen_text(app).count("no article") == 2)
        await pilot.press("r", "escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))


async def test_leaving_stops_a_comparison_that_is_still_being_made(
    starter_library: Library, until: Until, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[bool] = []

    def slow(a: str, b: str, cancelled: Callable[[], bool]) -> None:
        for _ in range(1000):
            if cancelled():
                stopped.append(True)
                raise Cancelled("stopped")
            time.sleep(0.01)

    monkeypatch.setattr(starter_library, "compare", slow)
    app = ReaderApp(starter_library, compare=(A, B))
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "Comparing …" in screen_text(app))
        assert "Next conflict" not in screen_text(app)
        await pilot.press("L")
        await until(pilot, lambda: "The articles are being compared …" in screen_text(app))
        await pilot.press("escape", "j", "right_curly_bracket", "r", "escape")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await until(pilot, lambda: bool(stopped))


async def test_a_fault_is_said_and_the_screen_can_be_left(
    starter_library: Library, until: Until, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(a: str, b: str, cancelled: Callable[[], bool]) -> None:
        raise ZeroDivisionError("[/] nobody thought of this")

    monkeypatch.setattr(starter_library, "compare", faulty)
    app = ReaderApp(starter_library, compare=(A, B))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until(pilot, lambda: "ZeroDivisionError" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))


async def test_articles_that_change_outside_are_compared_anew(
    starter: Path, tmp_path: Path, until: Until, screen_text: ScreenText
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in (A, B):
        (corpus / name).write_bytes((starter / name).read_bytes())
    library = Library.open(corpus, settings=Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data"))
    library.refresh()
    app = ReaderApp(library, compare=(A, B))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await compared(pilot, until)
        (corpus / A).write_text("Nothing was said\n\nThe delegations went home in silence that evening.\n")
        reader = app.reader
        library.rescan()
        status = library.refresh()
        reader._follows = True
        reader.post_message(ReaderScreen.Indexed(status))
        await until(pilot, lambda: "An article has changed; they are compared anew." in screen_text(app))
        assert screen.compared is not None
        assert "went home in silence" in screen_text(app)

        (corpus / A).rename(corpus / "renamed.txt")
        library.rescan()
        status = library.refresh()
        reader._follows = True
        reader.post_message(ReaderScreen.Indexed(status))
        await until(pilot, lambda: "The file of an article was renamed to renamed.txt." in screen_text(app))
        assert screen.paths == ("renamed.txt", B)
        assert "went home in silence" in screen_text(app)

        before = screen.compared
        (corpus / "renamed.txt").unlink()
        library.rescan()
        status = library.refresh()
        reader._follows = True
        reader.post_message(ReaderScreen.Indexed(status))
        await until(pilot, lambda: "renamed.txt is not in the folder any more." in screen_text(app))
        assert "This is how they compared before." in screen_text(app)
        assert screen.compared == before is not None
        await pilot.press("greater_than_sign", "L")
        await until(pilot, lambda: screen.current == 0)
        assert "went home in silence" in screen_text(app)

        (corpus / A).write_text("Nothing was said\n\nThe delegations met again.\n")
        (corpus / "renamed.txt").write_text("Nothing was said\n\nThe delegations met once more.\n")
        library.rescan()
        status = library.refresh()
        reader._follows = True
        reader.post_message(ReaderScreen.Indexed(status))
        await until(pilot, lambda: "met once more" in screen_text(app))
        assert "not in the folder" not in screen_text(app)
    library.close()
