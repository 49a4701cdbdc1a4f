"""The matrix by keyboard: from the list and from a search, through its cells into the articles."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from index.comparison.reports.verify import verify
from index.errors import Cancelled
from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp
from tui.screens.comparing.export import ExportScreen
from tui.screens.comparing.matrix import MatrixScreen
from tui.widgets.row_list import RowList
from tui.widgets.rows.matrix import MatrixRow

Until = Callable[[Pilot[Any], Callable[[], bool]], Awaitable[None]]
ScreenText = Callable[[App[Any]], str]


async def opened(app: ReaderApp, pilot: Pilot[None], until: Until) -> RowList:
    """The matrix of all articles, opened from their list."""
    await until(pilot, lambda: app.reader.document is not None)
    await pilot.press("l")
    await until(pilot, lambda: bool(app.screen.query(RowList)) and len(app.screen.query_one(RowList).rows) == 5)
    await pilot.press("ctrl+g")
    await until(pilot, lambda: isinstance(app.screen, MatrixScreen) and bool(app.screen.query_one(RowList).rows))
    return app.screen.query_one(RowList)


def chosen(rows: RowList) -> MatrixRow:
    row = rows.chosen
    assert isinstance(row, MatrixRow)
    return row


async def test_from_the_list_to_a_cell_to_the_article(
    starter_library: Library, until: Until, screen_text: ScreenText
) -> None:
    starter_library.refresh()
    app = ReaderApp(starter_library)
    async with app.run_test(size=(100, 30)) as pilot:
        rows = await opened(app, pilot, until)
        assert len(chosen(rows).cells) == 5
        assert "facts in 5 articles" in screen_text(app)
        column = next(at for at, cell in enumerate(chosen(rows).cells) if cell.state == "conflict")
        for _ in range(column):
            await pilot.press("right")
        assert chosen(rows).column == column
        assert "is in conflict with another" in screen_text(app)
        path = sorted(one.path for one in starter_library.listing())[column]
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.reader and app.reader.document is not None)
        await until(pilot, lambda: app.reader.document is not None and app.reader.document.path == path)


async def test_holes_of_the_column(starter_library: Library, until: Until, screen_text: ScreenText) -> None:
    starter_library.refresh()
    app = ReaderApp(starter_library)
    async with app.run_test(size=(60, 24)) as pilot:
        rows = await opened(app, pilot, until)
        everything = len(rows.rows)
        for column in range(5):
            await pilot.press("h")
            assert len(rows.rows) < everything
            assert all(isinstance(row, MatrixRow) and row.cells[column].state == "absent" for row in rows.rows)
            assert f"Article {column + 1} leaves out" in screen_text(app)
            await pilot.press("h", "right")
        assert len(rows.rows) == everything
        await pilot.press("h", "escape")
        assert isinstance(app.screen, MatrixScreen)
        assert len(rows.rows) == everything
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, MatrixScreen))


async def test_from_a_search(starter_library: Library, until: Until) -> None:
    starter_library.refresh()
    app = ReaderApp(starter_library)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.reader.document is not None)
        await pilot.press("slash", *"peskov")
        await pilot.press("ctrl+g")
        await until(pilot, lambda: isinstance(app.screen, MatrixScreen) and bool(app.screen.query_one(RowList).rows))
        found = {hit.document for hit in starter_library.search("peskov").hits}
        assert len(chosen(app.screen.query_one(RowList)).cells) == len(found)


async def test_the_work_says_how_far_it_is_and_leaving_stops_it(
    starter_library: Library, until: Until, monkeypatch: pytest.MonkeyPatch, screen_text: ScreenText
) -> None:
    read, stopped = threading.Event(), threading.Event()

    def endless(paths: Any, cancelled: Callable[[], bool], progress: Callable[[int, int], None]) -> None:
        read.wait(60)
        while not cancelled():
            progress(3, 10)
        stopped.set()
        raise Cancelled("The comparison was stopped.")

    monkeypatch.setattr(starter_library, "matrix", endless)
    app = ReaderApp(starter_library)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.reader.document is not None)
        app.push_screen(MatrixScreen(starter_library, ["a", "b"]))
        await until(pilot, lambda: "Coverage  reading the articles … Esc stops it" in screen_text(app))
        read.set()
        await until(pilot, lambda: "3 of 10 pairs" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, stopped.is_set)


async def test_how_many_voices_make_a_hole(starter_library: Library, until: Until, screen_text: ScreenText) -> None:
    starter_library.refresh()
    app = ReaderApp(starter_library)
    async with app.run_test(size=(100, 30)) as pilot:
        rows = await opened(app, pilot, until)
        await pilot.press("h")
        two = len(rows.rows)
        await pilot.press("plus")
        assert len(rows.rows) < two
        assert "3 others or more" in screen_text(app)
        await pilot.press("minus", "minus")
        assert len(rows.rows) > two
        assert "1 other or more" in screen_text(app)


async def test_a_report_of_the_matrix(
    starter_library: Library, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    starter_library.refresh()
    app = ReaderApp(starter_library)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(app, pilot, until)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, ExportScreen))
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, MatrixScreen))
        (report,) = tmp_path.glob("coverage-*-and-4-more.html")
        assert verify(report.read_text(encoding="utf-8"), starter_library.read).drifts == ()


async def test_only_the_picked_articles(starter_library: Library, until: Until, screen_text: ScreenText) -> None:
    starter_library.refresh()
    app = ReaderApp(starter_library)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.reader.document is not None)
        await pilot.press("l")
        await until(pilot, lambda: bool(app.screen.query(RowList)) and len(app.screen.query_one(RowList).rows) == 5)
        await pilot.press("home", "ctrl+o", "tab", "m", "m", "up", "m")
        assert "2 picked" in screen_text(app)
        await pilot.press("ctrl+g")
        await until(pilot, lambda: isinstance(app.screen, MatrixScreen) and bool(app.screen.query_one(RowList).rows))
        paths = sorted(one.path for one in starter_library.listing())
        assert len(chosen(app.screen.query_one(RowList)).cells) == 2
        assert isinstance(app.screen, MatrixScreen)
        assert app.screen.paths == (paths[0], paths[1])


async def test_picked_results_of_two_searches_make_a_matrix(
    starter_library: Library, until: Until, screen_text: ScreenText
) -> None:
    starter_library.refresh()
    app = ReaderApp(starter_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.reader.document is not None)

        async def found(query: str) -> None:
            await until(pilot, lambda: f"{starter_library.search(query).total} article" in screen_text(app))

        await pilot.press("slash", *"ceasefire ")
        await found("ceasefire")
        await pilot.press("ctrl+t")
        assert "1 picked" in screen_text(app)
        assert "✓" in screen_text(app)
        first = app.reader.picked_results
        await pilot.press(*"talks ")
        await until(pilot, lambda: "1 picked" in screen_text(app))
        await found("ceasefire talks")
        await pilot.press("down")
        await pilot.press("ctrl+t", "ctrl+t", "ctrl+t")
        await until(pilot, lambda: len(app.reader.picked_results) != 1)
        picked = app.reader.picked_results
        assert picked[0] == first[0]
        await pilot.press("ctrl+g")
        await until(pilot, lambda: isinstance(app.screen, MatrixScreen) and bool(app.screen.query_one(RowList).rows))
        assert isinstance(app.screen, MatrixScreen)
        assert app.screen.paths == picked


async def test_too_few_or_too_many_articles_are_told_where_one_is(
    tmp_path: Path, starter_cache: Path, until: Until, screen_text: ScreenText
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number in range(41):
        (corpus / f"{number:02}.txt").write_text(f"Report {number}\n\nThe ferry {'alone' * (number == 7)} sails.\n")
    with closing(Library.open(corpus, settings=Settings(cache_dir=tmp_path / "c", data_dir=tmp_path / "d"))) as library:
        library.refresh()
        app = ReaderApp(library)
        async with app.run_test(size=(100, 30)) as pilot:
            await until(pilot, lambda: app.reader.document is not None)
            await pilot.press("l")
            await until(
                pilot, lambda: bool(app.screen.query(RowList)) and len(app.screen.query_one(RowList).rows) == 41
            )
            articles = app.screen
            await pilot.press("ctrl+g")
            (said,) = (each.message for each in app._notifications)
            assert "beside each other, not 41: type to filter, or mark some with Ctrl+O." in said
            assert app.screen is articles
            await pilot.press(*"nothing like it", "ctrl+g")
            assert "beside each other, not 0" in [each.message for each in app._notifications][-1]
            assert app.screen is articles
            await pilot.press("escape", "escape", "slash", *"alone")
            await until(pilot, lambda: "1 article" in screen_text(app).splitlines()[1])
            await pilot.press("ctrl+g")
            await until(pilot, lambda: "the search finds one." in screen_text(app))
            assert app.screen is app.reader


async def test_a_matrix_that_cannot_be_made_says_why_and_how_to_leave(
    starter_library: Library, until: Until, screen_text: ScreenText
) -> None:
    starter_library.refresh()
    app = ReaderApp(starter_library)
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: app.reader.document is not None)
        await app.push_screen(MatrixScreen(starter_library, query="qqqq"))
        await until(pilot, lambda: "Esc goes back." in screen_text(app))
        assert "the search finds fewer than two articles" in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.reader)
