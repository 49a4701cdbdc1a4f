"""Further results: on the way down, as soon as they can be had, and while the index is made."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index.errors import EngineError
from index.library import Library
from index.search.model import SearchResult
from index.settings import Settings
from tests.tui.search.seen import ScreenText, Until, documents, results
from tui.app import ReaderApp
from tui.screens.reader import ReaderScreen
from tui.screens.reading import results as page_of_results
from tui.screens.reading.results import PAGE


@pytest.fixture
def sixty(folder: Path, tmp_path: Path) -> Iterator[Library]:
    """Sixty articles on the weather, indexed."""
    for number in range(60):
        (folder / f"more{number:02}.txt").write_text(f"Note {number}\n\nA note on the weather.\n")
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data", restore=False)
    library = Library.open(folder, settings=settings)
    library.refresh()
    yield library
    library.close()


async def test_more_results_come_on_the_way_down(tmp_path: Path, until: Until, screen_text: ScreenText) -> None:
    chance = random.Random(3)
    folder = tmp_path / "many"
    folder.mkdir()
    number = PAGE + 30
    for at in range(number):
        words = " ".join(f"w{chance.randrange(5000)}" for _ in range(30))
        (folder / f"{at:03}.txt").write_text(f"Harbour {at}\n\nThe harbour {words}.\n", encoding="utf-8")
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data", restore=False)
    library = Library.open(folder, settings=settings)
    library.refresh()
    app = ReaderApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", *"harbour ")
        await until(pilot, lambda: len(documents(app)) == PAGE)
        assert f"{number} articles" in screen_text(app)
        results(app).move_to(PAGE - 2)
        await until(pilot, lambda: len(documents(app)) == number)
        assert results(app).cursor == PAGE - 2
        assert documents(app) == [hit.document for hit in library.search("harbour", number).hits]
        results(app).action_last()
        await pilot.pause()
        assert len(documents(app)) == number
    library.close()


async def test_further_results_come_as_soon_as_they_can_be_had(
    sixty: Library, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = ReaderApp(sixty, query="weather")
    async with app.run_test(size=(80, 30)) as pilot:
        await until(pilot, lambda: app.reader._bar is not None and results(app).given == PAGE)
        found, refused = sixty.search, []

        def refuses(*arguments: Any, **options: Any) -> SearchResult:
            refused.append(arguments)
            raise EngineError("not now")

        monkeypatch.setattr(sixty, "search", refuses)
        results(app).action_last()
        await until(pilot, lambda: bool(refused))
        await pilot.pause(0.1)
        assert results(app).given == PAGE
        monkeypatch.setattr(sixty, "search", found)
        await until(pilot, lambda: results(app).given == 60)


async def test_results_that_grew_before_the_typing_paused_grow_on(
    sixty: Library, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReaderScreen, "refresh_index", lambda reader, places=None: None)  # which may ask again
    monkeypatch.setattr(page_of_results, "_CALM", 3600.0)  # the test says when the typing pauses
    app = ReaderApp(sixty, query="weather")
    async with app.run_test(size=(80, 30)) as pilot:
        await until(pilot, lambda: app.reader._bar is not None and 0 < results(app).given < PAGE)
        first = results(app)._result
        assert first is not None
        results(app).action_last()
        await until(pilot, lambda: results(app).given == PAGE)
        results(app)._complete("weather", first)
        results(app).action_last()
        await until(pilot, lambda: results(app).given == 60)


@pytest.mark.parametrize("refused", [False, True])
async def test_what_is_asked_for_anew_gets_no_further_results_before_its_answer(
    sixty: Library, until: Until, monkeypatch: pytest.MonkeyPatch, refused: bool
) -> None:
    monkeypatch.setattr(ReaderScreen, "refresh_index", lambda reader, places=None: None)  # which may ask again
    app = ReaderApp(sixty, query="weather")
    async with app.run_test(size=(80, 30)) as pilot:
        await until(pilot, lambda: app.reader._bar is not None and results(app).given == PAGE)
        search, asked, may = sixty.search, [], threading.Event()

        def slow(text: str, *rest: Any, skip: int = 0, typing: bool = False, **more: Any) -> SearchResult:
            if typing and not may.is_set():
                asked.append(skip)
                assert may.wait(60)
                if refused:
                    raise EngineError("not now")
            return search(text, *rest, skip=skip, typing=typing, **more)

        monkeypatch.setattr(sixty, "search", slow)
        try:
            app.reader.search_again()
            results(app).action_last()
            await until(pilot, lambda: bool(asked))
            chosen = results(app).chosen_path
            assert (asked, results(app).given) == ([0], PAGE)
        finally:
            may.set()
        await until(pilot, lambda: results(app).given == 60)
        assert results(app).chosen_path == chosen == documents(app)[PAGE - 1]


async def test_what_is_found_while_the_index_is_made_says_so_and_grows(
    folder: Path, tmp_path: Path, until: Until, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReaderScreen, "refresh_index", lambda reader, places=None: None)  # the test says what it does
    for number in range(60):
        (folder / f"more{number:02}.txt").write_text(
            f"Note {number}\n\nA note on the weather{' and the ferry' * number}.\n"
        )
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data", restore=False)
    library = Library.open(folder, settings=settings)
    app = ReaderApp(library, query="wea")
    async with app.run_test(size=(80, 30)) as pilot:
        reader = app.reader
        await until(pilot, lambda: "nothing found" in screen_text(app))
        reader.post_message(ReaderScreen.Indexing("indexing", 0, 65))
        await until(pilot, lambda: "nothing found, still indexing" in screen_text(app))
        library.refresh()
        reader.search_again()
        await until(pilot, lambda: reader._answered and "60 articles" in screen_text(app))
        reader.post_message(ReaderScreen.Indexing("indexing", 1, 65))
        await until(pilot, lambda: "60 articles, still indexing" in screen_text(app))
        for _ in range(3000):  # further ones are given when the end is neared
            if results(app).given == 60:
                break
            await pilot.press("pagedown")
            await pilot.pause(0.01)
        assert results(app).given == 60
        await pilot.press("end")
        chosen = results(app).chosen_path
        (folder / "last.txt").write_text("Last\n\nThe weather at last, the weather.\n")
        library.rescan()
        library.refresh()
        reader._asked_again = 0.0
        reader.post_message(ReaderScreen.Indexing("indexing", 61, 65))
        await until(pilot, lambda: "61 articles, still indexing" in screen_text(app))
        assert results(app).chosen_path == chosen
        reader.post_message(ReaderScreen.Indexed(library.status()))
        await until(pilot, lambda: "61 articles " in screen_text(app) and "still indexing" not in screen_text(app))
        assert results(app).chosen_path == chosen
        assert results(app).given >= 60
        await pilot.press("x")
        await until(pilot, lambda: "nothing found" in screen_text(app) or "There is no" in screen_text(app))
    library.close()
