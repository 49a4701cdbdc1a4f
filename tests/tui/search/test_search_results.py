"""The results under the search bar: more on the way down, versions folded, explained, saved, asked for again."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from index.errors import Cancelled
from index.library import Library
from index.search.answering import reach
from index.search.model import Cancel, SearchResult
from index.settings import Settings
from tests.tui.search.seen import ScreenText, Until, bar_text, documents, looked, results
from tui.app import ReaderApp
from tui.screens.help import HelpScreen
from tui.screens.lists.explain import ExplainScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.rows.explain import PartRow
from tui.widgets.rows.results import ResultRow
from tui.widgets.rows.searches import QueryRow


async def test_versions_are_folded_and_unfolded(library: Library, until: Until, screen_text: ScreenText) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("slash", *"ferry ")
        await looked(pilot, until, app)
        assert len(documents(app)) == 2
        assert "3 versions" in screen_text(app)
        assert "4 articles" in screen_text(app)
        leader = next(row for row in results(app).rows if isinstance(row, ResultRow) and row.versions == 3)
        while results(app).chosen != leader:
            await pilot.press("down")
        await pilot.press("ctrl+o")
        await until(pilot, lambda: len(documents(app)) == 4)
        at = documents(app).index(leader.hit.document)
        assert {*documents(app)[at : at + 3]} == {"wire/a.txt", "wire/b.txt", "wire/c.txt"}
        await pilot.press("ctrl+o")
        await until(pilot, lambda: len(documents(app)) == 2)
        # What has no other version says so.
        await pilot.press("up" if results(app).cursor else "down", "ctrl+o")
        await until(pilot, lambda: "no other version" in screen_text(app))


@pytest.mark.parametrize(
    ("width", "said"), [(120, "2 common words left out, at least 5 articles"), (50, " 2 common words left out… ")]
)
async def test_words_that_are_left_out_are_told(
    library: Library, until: Until, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch, width: int, said: str
) -> None:
    monkeypatch.setattr(reach, "_MOST_SCORED", 1)
    app = ReaderApp(library)
    async with app.run_test(size=(width, 30)) as pilot:
        await pilot.press("slash")
        assert app.reader._bar is not None
        app.reader._bar.text = "ferry harbour bridge council quay mayor hills "
        await until(pilot, lambda: said in screen_text(app))


async def test_what_the_first_key_needs_is_read_when_the_bar_opens(
    library: Library, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    warmed = threading.Event()
    warm = library.warm

    def noted(cancelled: Cancel) -> None:
        warm(cancelled)
        warmed.set()

    monkeypatch.setattr(library, "warm", noted)
    app = ReaderApp(library)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        assert not warmed.is_set()
        await pilot.press("slash")
        await until(pilot, warmed.is_set)
        assert not app.reader._asked
        await pilot.press(*"fer")
        await until(pilot, lambda: bool(documents(app)))


async def test_a_key_stops_what_is_told_of_the_results_before_it_searches(
    library: Library, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, stopped = threading.Event(), threading.Event()
    in_time: list[bool] = []
    search = library.search

    def versions(paths: Sequence[str], cancelled: Cancel) -> dict[str, str]:
        begun.set()
        while not cancelled() and not in_time:
            time.sleep(0.005)
        stopped.set()
        raise Cancelled("stopped")

    def searched(text: str, *rest: Any, **more: Any) -> SearchResult:
        if text == "ferry s":
            in_time.append(stopped.wait(60))
        return search(text, *rest, **more)

    monkeypatch.setattr(library, "versions", versions)
    monkeypatch.setattr(library, "search", searched)
    app = ReaderApp(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("slash", *"ferry ")
        await until(pilot, begun.is_set)
        await pilot.press("s")
        await until(pilot, lambda: bool(in_time))
    assert in_time == [True]


async def test_a_result_is_explained(library: Library, until: Until, screen_text: ScreenText) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("slash", *"ferry bridge ")
        await until(pilot, lambda: bool(documents(app)))
        hit = results(app).chosen
        assert isinstance(hit, ResultRow)
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: isinstance(app.screen, ExplainScreen) and app.screen.has_gathered)
        screen = app.screen
        assert isinstance(screen, ExplainScreen)
        parts = [row.part for row in screen.main_list.rows if isinstance(row, PartRow)]
        assert sum(part.score for part in parts) == pytest.approx(hit.hit.score)
        assert {"ferry", "bridge"} <= {part.asked for part in parts}
        assert "bridge 2" in screen_text(app)
        await pilot.press("j", "escape")
        await until(pilot, lambda: app.screen is app.reader)
        assert bar_text(app) == "ferry bridge "
        await pilot.press("x")
        assert bar_text(app) == "ferry bridge x"


async def test_a_question_mark_helps_in_an_empty_bar_and_is_a_letter_else(library: Library, until: Until) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", "question_mark")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.reader)
        await pilot.press(*"f?rry ")
        await until(pilot, lambda: len(documents(app)) == 4 or results(app)._looked is not None)
        assert bar_text(app) == "f?rry "
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))


async def test_earlier_searches_come_back_by_the_up_key(library: Library, until: Until) -> None:
    for query in ("rain", "bridge", "ferry"):
        library.state.used_search(query)
    app = ReaderApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", *"har")
        await until(pilot, lambda: bool(documents(app)))
        await pilot.press("up")
        assert bar_text(app) == "ferry"
        await until(pilot, lambda: bool(documents(app)))
        await pilot.press("up", "up")
        assert bar_text(app) == "rain"
        await pilot.press("alt+up")
        assert bar_text(app) == "rain"
        await pilot.press("alt+down", "alt+down")
        assert bar_text(app) == "ferry"
        await pilot.press("alt+down")
        assert bar_text(app) == "har"
        # In the results, the key goes up in them.
        await until(pilot, lambda: len(documents(app)) > 1)
        await pilot.press("down", "up")
        assert bar_text(app) == "har"


async def test_a_saved_search_tells_what_is_new(
    library: Library, folder: Path, until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", *"bridge")
        await until(pilot, lambda: bool(documents(app)))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: library.state.new_in("bridge", ["x"]) == {"x"})
        assert library.state.searches(saved=True) == ("bridge",)
        (folder / "own" / "f.txt").write_text("Tolls\n\nThe bridge will cost a toll.\n", encoding="utf-8")
        library.refresh()
        await pilot.press(*["backspace"] * 6)
        await until(pilot, lambda: "1 new" in screen_text(app))
        row = results(app).chosen
        assert isinstance(row, QueryRow)
        assert (row.articles, row.new) == (2, 1)
        await pilot.press("enter")
        await looked(pilot, until, app)
        fresh = {row.hit.document for row in results(app).rows if isinstance(row, ResultRow) and row.new}
        assert fresh == {"own/f.txt"}
        assert "1 new" in screen_text(app)
        # Opened, it has been looked at.
        await pilot.press("enter")
        await until(pilot, lambda: app.reader._bar is None)
        assert library.state.new_in("bridge", ["own/d.txt", "own/f.txt"]) == frozenset()
        await pilot.press("slash")
        await until(pilot, lambda: app.reader._bar is not None and app.reader._bar.text == "bridge")
        await pilot.press(*["backspace"] * 6)
        await until(pilot, lambda: "2 articles" in screen_text(app))
        assert " new" not in screen_text(app).split("Saved searches")[1]
        # Not saved any more, it is one of the earlier ones.
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Saved searches" not in screen_text(app))
        assert library.state.searches(saved=True) == ()


async def test_more_like_an_article_and_like_a_selection(library: Library, until: Until) -> None:
    app = ReaderApp(library, open_document="wire/a.txt")
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.reader.document is not None)
        await pilot.press("L")
        await until(pilot, lambda: app.reader._bar is not None and bool(documents(app)))
        assert bar_text(app).endswith('-path:"wire/a.txt" ')
        assert documents(app)[0] in ("wire/b.txt", "wire/c.txt")
        assert "wire/a.txt" not in documents(app)
        # Of a result.
        await pilot.press("ctrl+l")
        await until(pilot, lambda: f'-path:"{"wire/b.txt"}"' in bar_text(app) or "wire/c.txt" in bar_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.reader._bar is None)
        document = app.reader.document
        assert document is not None
        start = document.text.index("harbour office")
        from index.documents.model import Span

        app.reader.pane.select(Span(start, start + len("harbour office")))
        await pilot.press("L")
        await until(pilot, lambda: app.reader._bar is not None and bool(documents(app)))
        assert set(bar_text(app).split(" -path")[0].split()) == {"harbour", "office"}


@pytest.mark.parametrize("moved", [False, True])
async def test_the_cursor_is_on_the_best_result_until_it_is_moved(
    folder: Path, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch, moved: bool
) -> None:
    monkeypatch.setattr(ReaderScreen, "refresh_index", lambda reader, places=None: None)  # the test says what it does
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data", restore=True)
    library = Library.open(folder, settings=settings)
    library.refresh()
    app = ReaderApp(library)
    async with app.run_test(size=(80, 40)) as pilot:
        reader = app.reader
        await pilot.press("slash", *"bridge harbour ")
        await looked(pilot, until, app)
        best, second = documents(app)[:2]
        assert results(app).chosen_path == best
        if moved:
            await pilot.press("down", "down", "up")
        on = second if moved else best
        assert results(app).chosen_path == on
        for number in range(3):
            better = f"better{number}.txt"
            (folder / better).write_text(f"Bridge Harbour{' Bridge Harbour' * number}\n\nThe bridge in the harbour.\n")
            library.rescan()
            library.refresh()
            reader.search_again()
            await until(pilot, lambda better=better: better in documents(app) and reader._answered)  # type: ignore[misc]
            assert documents(app)[0].startswith("better")
            assert results(app).chosen_path == (on if moved else documents(app)[0])
            await looked(pilot, until, app)
            assert results(app).chosen_path == (on if moved else documents(app)[0])
        assert app.reader.left_as(()).result == (on if moved else "")
        # What is typed next has a best result of its own.
        await pilot.press(*"rain ")
        await looked(pilot, until, app)
        assert results(app).cursor == 0
    library.close()


async def test_the_article_that_was_chosen_when_the_reader_was_left_is_waited_for(
    folder: Path, tmp_path: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReaderScreen, "refresh_index", lambda reader, places=None: None)
    (folder / "own" / "d.txt").rename(tmp_path / "d.txt")
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data", restore=False)
    library = Library.open(folder, settings=settings)
    library.refresh()
    app = ReaderApp(library)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("slash", *"ferry ")
        results(app).resume_at("own/d.txt")
        await looked(pilot, until, app)
        assert results(app).cursor == 0
        (tmp_path / "d.txt").rename(folder / "own" / "d.txt")
        library.rescan()
        library.refresh()
        app.reader.search_again()
        await until(pilot, lambda: "own/d.txt" in documents(app))
        assert results(app).chosen_path == "own/d.txt" != documents(app)[0]
    library.close()
