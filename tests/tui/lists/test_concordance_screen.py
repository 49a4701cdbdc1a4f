"""The concordance by keyboard: from a search to every occurrence, sorted, filtered, and into the article."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp
from tui.screens.lists.concordance import ConcordanceScreen
from tui.screens.lists.dossier import Mentioned
from tui.screens.lists.keywords import KeyWordsScreen
from tui.widgets.row_list import RowList
from tui.widgets.rows.concordance import OccurrenceRow, PlotRow

Until = Callable[[Pilot[Any], Callable[[], bool]], Awaitable[None]]
ScreenText = Callable[[ReaderApp], str]

FERRY = """The Ferry to Weyford

The ferry left the harbour at noon. Nobody on the quay had seen a ferry so full.

When the old ferry came back, the other ferries were late.
"""
BRIDGE = """A Bridge for Weyford

A bridge will replace the ferry. The council wants no other ferry before the bridge is open.
"""
RAIN = """Rain in the Hills

It rained for three days in the hills, and the river rose.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Three articles, indexed."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in (("ferry.txt", FERRY), ("bridge.txt", BRIDGE), ("rain.txt", RAIN)):
        (folder / name).write_text(text, encoding="utf-8")
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data", restore=False)
    library = Library.open(folder, settings=settings)
    library.refresh()
    yield library
    library.close()


async def opened(pilot: Pilot[None], until: Until, library: Library, query: str) -> ConcordanceScreen:
    """The concordance of a query, once it is complete."""
    screen = ConcordanceScreen(library, query)
    pilot.app.push_screen(screen)
    await until(pilot, lambda: screen.is_current and screen._final)
    return screen


def surfaces(screen: ConcordanceScreen) -> list[str]:
    """The occurrences in the order shown."""
    return [row.occurrence.surface for row in screen.query_one(RowList).rows if isinstance(row, OccurrenceRow)]


@pytest.mark.parametrize("size", [(40, 12), (60, 24), (120, 40)])
async def test_every_occurrence_is_there_aligned(
    library: Library, size: tuple[int, int], until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot, until, library, "ferry")
        result = library.search("ferry")
        assert len(surfaces(screen)) == sum(hit.matches for hit in result.hits) == 7
        assert "7 occurrences in 2 articles" in screen_text(app)
        lines = [line for line in screen_text(app).splitlines() if " ferry" in line and "…" not in line[:1]]
        assert lines


async def test_sort_filter_spread(library: Library, until: Until, screen_text: ScreenText) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot, until, library, "ferry")
        rows = screen.query_one(RowList)
        await pilot.press("s")
        left = [row.before for row in rows.rows if isinstance(row, OccurrenceRow)]
        assert left == sorted(left)
        assert "by what stands before" in screen_text(app)
        await pilot.press("s")
        right = [row.after for row in rows.rows if isinstance(row, OccurrenceRow)]
        assert right == sorted(right)
        await pilot.press("f", *"council")
        await until(pilot, lambda: len(rows.rows) == 2)
        assert "2 of 7 occurrences" in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: len(rows.rows) == 7)
        await pilot.press("d")
        await pilot.pause()
        assert [row.plot.document for row in rows.rows if isinstance(row, PlotRow)] == ["ferry.txt", "bridge.txt"]
        await pilot.press("d")
        await pilot.pause()
        assert len(surfaces(screen)) == 7


async def test_key_words_narrow_the_concordance(library: Library, until: Until, screen_text: ScreenText) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot, until, library, "ferry")
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, KeyWordsScreen) and app.screen.has_gathered)
        await pilot.press("f", *"council", "enter", "enter")
        await until(pilot, lambda: screen.is_current and screen._final and len(surfaces(screen)) == 3)
        assert {row.occurrence.document for row in screen.main_list.rows if isinstance(row, OccurrenceRow)} == {
            "bridge.txt"
        }
        assert "+ferry +council" in screen_text(app)


async def test_a_narrowed_concordance_opens_the_article_with_what_it_is_narrowed_to(
    library: Library, until: Until
) -> None:
    app = ReaderApp(library, open_document="rain.txt")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", *"ferry", "ctrl+k")
        await until(pilot, lambda: isinstance(app.screen, ConcordanceScreen) and app.screen._final)
        screen = app.screen
        assert isinstance(screen, ConcordanceScreen)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, KeyWordsScreen) and app.screen.has_gathered)
        await pilot.press("f", *"council", "enter", "enter")
        await until(pilot, lambda: screen.is_current and screen._final and len(surfaces(screen)) == 3)
        await pilot.press("enter")
        reader = app.reader
        await until(pilot, lambda: bool(reader.matches))
        assert reader.document is not None
        text = reader.document.text
        assert {text[span.start : span.end] for span in reader.matches or ()} == {"ferry", "council"}
        assert reader.query_text == "+ferry +council"


async def test_from_the_search_bar_to_the_spot_and_back(
    library: Library, until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(library, open_document="rain.txt")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", *"ferry", "ctrl+k")
        await until(pilot, lambda: isinstance(app.screen, ConcordanceScreen) and app.screen._final)
        screen = app.screen
        assert isinstance(screen, ConcordanceScreen)
        await pilot.press("j", "j")
        row = screen.query_one(RowList).chosen
        assert isinstance(row, OccurrenceRow)
        await pilot.press("enter")
        reader = app.reader
        await until(
            pilot,
            lambda: (
                reader.document is not None
                and reader.document.path == row.occurrence.document
                and reader.matches is not None
            ),
        )
        assert app.screen is reader
        assert reader.matches is not None
        assert reader._at is not None
        assert reader.matches[reader._at].start == row.occurrence.start
        # K goes there again, with the query that still holds; Escape comes back.
        await pilot.press("K")
        await until(pilot, lambda: isinstance(app.screen, ConcordanceScreen) and app.screen._final)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is reader)
        await pilot.press("escape")
        await until(pilot, lambda: reader.document is not None and reader.document.path == "rain.txt")


async def test_a_corrected_query_is_followed(library: Library, until: Until, screen_text: ScreenText) -> None:
    app = ReaderApp(library, open_document="rain.txt")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", *"weyfrod ")
        await until(pilot, lambda: "for weyford" in screen_text(app))
        await pilot.press("enter")
        reader = app.reader
        await until(pilot, lambda: bool(reader.matches))
        assert reader.query_text.strip() == "weyford"
        await pilot.press("K")
        await until(pilot, lambda: isinstance(app.screen, ConcordanceScreen) and app.screen._final)
        assert isinstance(app.screen, ConcordanceScreen)
        assert {surface.lower() for surface in surfaces(app.screen)} == {"weyford"}


async def test_without_a_search_it_says_so(library: Library, until: Until, screen_text: ScreenText) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("K")
        await until(pilot, lambda: "Nothing is searched for" in screen_text(app))
        assert app.screen is app.reader


async def test_a_query_with_a_fault_is_explained(library: Library, until: Until, screen_text: ScreenText) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        found: list[Mentioned | None] = []
        app.push_screen(ConcordanceScreen(library, "f*"), found.append)
        await until(pilot, lambda: "needs at least" in screen_text(app))
        await pilot.press("j", "s", "d", "enter", "y", "escape")
        await until(pilot, lambda: found == [None])
