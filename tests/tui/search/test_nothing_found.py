"""Where there are no results: parts of the search that find something, and how a search is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.library import Library
from tests.tui.search.seen import ScreenText, Until, bar_text, documents, results
from tui.app import ReaderApp
from tui.widgets.rows.searches import PARTS_AT_MOST, ExampleRow, QueryRow, nothing_found, parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ferry", ()),
        ("ferry +bridge", ("ferry", "bridge")),
        ('"the ferry" -crew', ('"the ferry"',)),
        ("ferry NOT crew hills", ("ferry hills", "ferry", "hills")),
        ('ferry AND person:"anna kowalska"', ("ferry", 'person:"anna kowalska"')),
        ("(ferry OR boat) AND hills", ("(ferry OR boat)", "hills")),
        ("“weyford quay” hills", ("“weyford quay”", "hills")),
        ("-crew", ()),
        ("ferry ferry", ("ferry",)),
        ("", ()),
    ],
)
def test_the_parts_of_a_search(text: str, expected: tuple[str, ...]) -> None:
    assert parts(text) == expected


@given(st.text(alphabet='ab+-"“”() ANDORT:~', max_size=60))
def test_any_search_has_few_parts_and_none_is_blank(text: str) -> None:
    found = parts(text)
    assert len(found) <= PARTS_AT_MOST
    assert all(part.strip() for part in found)


async def test_a_search_that_finds_nothing_leads_to_one_that_does(
    library: Library, until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("slash", *"+ferry +hills -anna")
        await until(pilot, lambda: any(isinstance(row, QueryRow) for row in results(app).rows))
        rows = [row for row in results(app).rows if isinstance(row, QueryRow)]
        assert [(row.query, row.articles) for row in rows] == [("+ferry +hills", 0), ("ferry", 4), ("hills", 1)]
        await until(pilot, lambda: "nothing found" in screen_text(app))
        await pilot.press("enter")  # the first that finds something is chosen
        await until(pilot, lambda: len(documents(app)) > 1)
        await until(pilot, lambda: bar_text(app) == "ferry")


async def test_an_open_bracket_is_no_search_of_its_own(library: Library, until: Until) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("slash", *"+quay +hills (")
        await until(pilot, lambda: any(isinstance(row, QueryRow) for row in results(app).rows))
        queries = [row.query for row in results(app).rows if isinstance(row, QueryRow)]
        assert queries == ["quay", "hills"]


@pytest.mark.parametrize("width", [20, 40, 100])
async def test_how_a_search_is_written_stands_in_the_empty_bar(
    library: Library, until: Until, screen_text: ScreenText, width: int
) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(max(width, 40), 30)) as pilot:
        await pilot.press("slash")
        await until(pilot, lambda: "How to ask" in screen_text(app))
    for row in nothing_found(()):
        (line,) = row.lines(width)
        assert sum(len(piece.text) for piece in line) <= width
        assert not isinstance(row, ExampleRow) or not row.choosable


async def test_the_footer_offers_what_is_done_with_articles_where_some_are_found(
    library: Library, until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(library)

    def footer() -> str:
        return screen_text(app).splitlines()[-1]

    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("slash")
        await until(pilot, lambda: "Language" in footer())
        assert not any(label in footer() for label in ("Concordance", "Narrow", "Why", "Versions", "More like", "Save"))
        await pilot.press(*"ferry ")
        await until(pilot, lambda: all(label in footer() for label in ("Concordance", "Narrow", "Why", "Versions")))
        await pilot.press(*"+zebra ")
        await until(pilot, lambda: "nothing found" in screen_text(app) and "Concordance" not in footer())
        await pilot.press("escape")
        await until(pilot, lambda: app.reader._bar is None)
        await pilot.press("slash")
        await until(pilot, lambda: "Language" in footer())
