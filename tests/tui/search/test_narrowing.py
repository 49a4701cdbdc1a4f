"""What narrows a search: the facets beside the results, and the key words."""

from __future__ import annotations

import threading

import pytest

from index.library import Library
from index.search.facets import narrowed
from tests.tui.search.seen import ScreenText, Until, bar_text, counted, documents, looked, results
from tui.app import ReaderApp
from tui.screens.lists.keywords import KeyWordsScreen
from tui.screens.reading.beside import BESIDE_FROM, FacetsBeside
from tui.widgets.rows.facets import FacetRow
from tui.widgets.rows.keywords import WordRow


async def test_facets_beside_the_results(library: Library, until: Until) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(BESIDE_FROM + 10, 40)) as pilot:
        await pilot.press("slash", *"harbour ")
        facets = app.reader._facets
        assert isinstance(facets, FacetsBeside)
        await until(pilot, lambda: counted(app))
        assert facets.display
        await pilot.press("f4")
        assert facets.has_focus
        rows = [row for row in facets.rows if isinstance(row, FacetRow)]
        own = next(number for number, row in enumerate(rows) if row.facet.clause == 'path:"own/"')
        await pilot.press(*["down"] * own, "enter")
        await until(pilot, lambda: bar_text(app) == 'harbour path:"own/" ')
        await until(pilot, lambda: set(documents(app)) == {"own/d.txt", "own/e.txt"})
        await until(pilot, lambda: facets._faceted is not None and facets._faceted.total == 2)
        row = next(row for row in facets.rows if isinstance(row, FacetRow) and row.facet.kind == "folder")
        facets.move_to([*facets.rows].index(row))
        await pilot.press("minus")
        await until(pilot, lambda: bar_text(app) == 'harbour -path:"own/" ')
        await pilot.press("escape")
        await until(pilot, lambda: not facets.has_focus)
        await pilot.press("x")
        assert bar_text(app).endswith('" x')
        # Where there is no room they are not there, and F4 opens their screen.
        await pilot.resize_terminal(BESIDE_FROM - 10, 40)
        await until(pilot, lambda: not facets.display)
        await pilot.press("escape")
        await until(pilot, lambda: app.reader._facets is None)
        assert not app.screen.query(FacetsBeside)


async def test_of_results_and_facets_one_shows_the_cursor(library: Library, until: Until) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(BESIDE_FROM + 10, 40)) as pilot:
        await pilot.press("slash", *"harbour ")
        await until(pilot, lambda: counted(app))
        facets = app.reader._facets
        assert facets is not None

        lists = (results(app), facets)

        def bars() -> list[set[str]]:
            return [{rows.render_line(y).text[:1] for y in range(30)} - {" "} for rows in lists]

        await until(pilot, lambda: bars() == [{"▌"}, {"▏"}])
        await pilot.press("f4")
        await until(pilot, lambda: bars() == [{"▏"}, {"▌"}])
        await pilot.press("escape")
        await until(pilot, lambda: bars() == [{"▌"}, {"▏"}])


async def test_facets_wait_for_the_answer(library: Library, until: Until, monkeypatch: pytest.MonkeyPatch) -> None:
    app = ReaderApp(library)
    search, may_answer = library.search, threading.Event()

    def late(*given: object, **options: object) -> object:
        may_answer.wait(60)
        return search(*given, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(library, "search", late)
    async with app.run_test(size=(BESIDE_FROM + 10, 40)) as pilot:
        await pilot.press("slash", *"bridge ")
        facets = app.reader._facets
        assert facets is not None
        assert facets._asked == ("bridge ", True)
        assert facets._calm is None
        may_answer.set()
        await until(pilot, lambda: counted(app))


async def test_a_facet_narrows_what_is_typed_and_not_what_was_counted(library: Library, until: Until) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(BESIDE_FROM + 10, 40)) as pilot:
        await pilot.press("slash", *"harbour ")
        await until(pilot, lambda: counted(app))
        facets = app.reader._facets
        assert facets is not None
        number, row = next(each for each in enumerate(facets.rows) if isinstance(each[1], FacetRow))
        await pilot.press(*"bridge ", "f4")
        facets.move_to(number)
        await pilot.press("plus")
        assert bar_text(app).strip() == narrowed("harbour bridge", row.facet.clause, without=False)


async def test_the_whole_word_is_counted_beside_what_begins_with_it(
    library: Library, until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", *"rain")
        await looked(pilot, until, app)
        assert "with the whole word" not in screen_text(app)
        await pilot.press("backspace", "backspace")
        await until(pilot, lambda: bar_text(app) == "ra")
        await looked(pilot, until, app)
        assert library.search("ra*").total == results(app)._result.total  # type: ignore[union-attr]


async def test_key_words_sort_filter_and_narrow(library: Library, until: Until, screen_text: ScreenText) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", *"bridge ", "f5")
        await until(pilot, lambda: isinstance(app.screen, KeyWordsScreen) and app.screen.has_gathered)
        screen = app.screen
        assert isinstance(screen, KeyWordsScreen)
        rows = [row.word for row in screen.main_list.rows if isinstance(row, WordRow)]
        assert rows[0].form == "bridge"
        assert (rows[0].inside, rows[0].outside) == (3, 0)
        assert "most key first" in screen_text(app)
        await pilot.press("s")
        inside = [row.word.inside for row in screen.main_list.rows if isinstance(row, WordRow)]
        assert inside == sorted(inside, reverse=True)
        await pilot.press("f", *"kowal", "enter")
        await until(pilot, lambda: len(screen.main_list.rows) == 1)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.reader)
        assert bar_text(app) == "+bridge +kowalska "
