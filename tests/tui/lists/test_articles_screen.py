"""The list of articles by keyboard: filter, sort, preview, open; as a picker; and what was skipped."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from index.building.rows import Listed
from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp
from tui.screens.comparing.comparison import ComparisonScreen
from tui.screens.lists.articles import ArticlesScreen
from tui.screens.lists.skipped import SkippedScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.filter_field import FilterField
from tui.widgets.row_list import RowList
from tui.widgets.rows.articles import ArticleRow

Until = Callable[[Pilot[Any], Callable[[], bool]], Awaitable[None]]
ScreenText = Callable[[ReaderApp], str]
A, B = "putin-open-to-direct-talks.txt", "week-called-critical-for-a-truce.txt"


def listed(app: ReaderApp) -> list[str]:
    """The paths in the order in which they are listed."""
    return [row.listed.path for row in app.screen.query_one(RowList).rows if isinstance(row, ArticleRow)]


@pytest.mark.parametrize("size", [(40, 15), (60, 24), (120, 40), (200, 60)])
async def test_filter_preview_and_open(
    starter_library: Library, size: tuple[int, int], until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen) and len(listed(app)) == 5)
        await pilot.press(*"critical truce")
        await pilot.pause()
        assert listed(app) == [B]
        if size[1] >= 20:
            await until(pilot, lambda: screen_text(app).count(B) >= 1)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await until(pilot, lambda: app.reader.document is not None and app.reader.document.path == B)


async def test_escape_clears_the_filter_first_and_then_leaves(
    starter_library: Library, until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen) and len(listed(app)) == 5)
        await pilot.press(*"no such words")
        await pilot.pause()
        assert listed(app) == []
        await until(pilot, lambda: "No article has that" in screen_text(app))
        assert not any(label in screen_text(app) for label in ("Pick", "Sort", "Compare"))
        await pilot.press("enter", "down", "escape")
        await pilot.pause()
        assert len(listed(app)) == 5
        await until(pilot, lambda: "Pick" in screen_text(app) and "Sort" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))


@pytest.mark.parametrize("key", ["slash", "question_mark"])
async def test_what_an_empty_filter_leaves_is_a_command_and_text_in_one_that_is_not(
    starter_library: Library, until: Until, screen_text: ScreenText, key: str
) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen) and len(listed(app)) == 5)
        await until(pilot, lambda: "/ Search" in screen_text(app))
        await pilot.press("t", key)
        await until(pilot, lambda: app.screen.query_one(FilterField).value in ("t/", "t?"))
        await until(pilot, lambda: "/ Search" not in screen_text(app))
        await pilot.press("backspace")
        await until(pilot, lambda: "Ctrl+O Pick" in screen_text(app))
        await pilot.press("backspace", key)
        await until(pilot, lambda: not isinstance(app.screen, ArticlesScreen))
        await until(pilot, lambda: ("How to ask" if key == "slash" else "Keys") in screen_text(app))


async def test_two_picked_articles_tell_what_to_do_with_them(
    starter_library: Library, until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen) and len(listed(app)) == 5)
        await pilot.press("ctrl+o")
        await until(pilot, lambda: "1 picked" in screen_text(app))
        assert "beside each other" not in screen_text(app)
        await pilot.press("ctrl+o")
        await until(pilot, lambda: "2 picked: Ctrl+G lays them beside each other" in screen_text(app))


async def test_sorting_keeps_the_cursor_on_its_article(starter_library: Library, until: Until) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen) and len(listed(app)) == 5)
        by_path = listed(app)
        assert by_path == sorted(by_path)
        rows = app.screen.query_one(RowList)
        assert isinstance(rows.chosen, ArticleRow)
        assert rows.chosen.listed.path == A
        for _ in range(5):
            await pilot.press("ctrl+t")
            await pilot.pause()
            assert isinstance(rows.chosen, ArticleRow)
            assert rows.chosen.listed.path == A
        assert listed(app) == by_path


@pytest.mark.parametrize("width", [40, 80, 120, 200])
async def test_the_list_tells_where_the_reading_stopped(
    starter_library: Library, until: Until, screen_text: ScreenText, width: int
) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(width, 24)) as pilot:
        await until(pilot, lambda: app.reader.pane.size.height > 0)
        await pilot.press("5", "0", "percent_sign")
        await until(pilot, lambda: app.reader.header.status.percent > 40)
        percent = app.reader.header.status.percent
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen) and len(listed(app)) == 5)
        app.screen._order = "read"
        app.screen._arrange(None)
        await until(pilot, lambda: listed(app)[0] == A)
        row = next(line for line in screen_text(app).splitlines() if "▌" in line)
        assert f"{percent}%" in row
        assert percent in (48, 49, 50)
        assert "0 read" not in screen_text(app)
        assert "1 begun" in screen_text(app).splitlines()[0] or width < 80
        await pilot.press(*"is:unread")
        await until(pilot, lambda: len(listed(app)) == 4 and A not in listed(app))


async def test_the_picker_ranks_by_relatedness(starter_library: Library, until: Until, screen_text: ScreenText) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("c")
        ranked = [path for path, _ in starter_library.related(A)]
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen) and listed(app) == ranked)
        assert A not in ranked
        assert "━" in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ComparisonScreen))
        assert isinstance(app.screen, ComparisonScreen)
        assert app.screen.paths == (A, ranked[0])


async def test_the_list_compares_the_open_article_with_the_chosen_one(starter_library: Library, until: Until) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen) and len(listed(app)) == 5)
        await pilot.press("tab", "G", "c")
        await until(pilot, lambda: isinstance(app.screen, ComparisonScreen))
        assert isinstance(app.screen, ComparisonScreen)
        assert app.screen.paths == (A, "zelensky-proposes-talks-next-week.txt")


async def test_what_was_skipped_is_listed_with_its_reason(
    tmp_path: Path, until: Until, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "good.txt").write_text("A report\n\nSomething happened in Kyiv on Monday, officials said.\n")
    (corpus / "[bold]picture[.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    monkeypatch.setattr("index.entities.recognise.NAMED_AT_MOST", 50)
    library = Library.open(corpus, settings=Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data"))
    library.refresh()
    app = ReaderApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        lacking = "ames were looked for in its first 50 characters only"
        await until(pilot, lambda: f"N{lacking}." in screen_text(app))
        app.reader.tell("")
        await pilot.press("9", "]")
        await until(pilot, lambda: f"N{lacking}." in screen_text(app))
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen))
        await until(pilot, lambda: "Articles  1 · 1 cannot be read (F3) · by file" in screen_text(app))
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(app.screen, SkippedScreen) and "[bold]picture[.txt" in screen_text(app))
        (skipped,) = library.skipped()
        assert skipped.reason in screen_text(app)
        assert f"n{lacking}" in screen_text(app)
        assert "Skipped files  1; 1 more in part" in screen_text(app)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
    library.close()


async def test_a_long_list_says_that_it_is_read_and_how_long_it_is(
    starter_library: Library, until: Until, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, listing = threading.Event(), starter_library.listing()
    many = tuple(listing[0]._replace(path=f"{number}.txt") for number in range(1_234))

    def slow() -> tuple[Listed, ...]:
        assert go_on.wait(60)
        return many

    monkeypatch.setattr(starter_library, "listing", slow)
    app = ReaderApp(starter_library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        await until(pilot, lambda: "Articles  the list is read …" in screen_text(app))
        go_on.set()
        await until(pilot, lambda: "Articles  1,234 · by file" in screen_text(app))
        await pilot.press("1")
        await until(pilot, lambda: "of 1,234 · by file" in screen_text(app))
