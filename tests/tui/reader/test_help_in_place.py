"""The help tells first the keys that hold where it was asked for."""

from __future__ import annotations

import pytest

from index.library import Library
from tests.tui.conftest import ScreenText, Until
from tui.app import ReaderApp
from tui.commands import COMMANDS, CONTEXTS, GROUPS, Context, by_place, held, key_label, matching
from tui.screens.help import HelpRow, HelpScreen
from tui.widgets.row_list import EDGE, Heading, RowList


@pytest.mark.parametrize("here", [context for context in CONTEXTS if context != "app"])
def test_what_holds_here_comes_first_and_every_command_once(here: Context) -> None:
    sections = list(by_place(COMMANDS, here))
    told = [command for _, members in sections for command in members]
    assert sorted(each.id for each in told) == sorted(each.id for each in COMMANDS)
    first = [command for heading, members in sections if heading in GROUPS for command in members]
    assert {each.id for each in first} == {each.id for each in (*held(here), *held("app"))}
    assert told[: len(first)] == first


def test_a_section_elsewhere_has_what_holds_there() -> None:
    names = {place[0].upper() + place[1:]: context for context, place in CONTEXTS.items()}
    elsewhere = [pair for pair in by_place(matching("search"), "matrix") if pair[0] not in GROUPS]
    assert elsewhere
    for heading, members in elsewhere:
        assert all(names[heading] in command.contexts for command in members)


async def test_the_list_of_articles_has_its_own_keys_first(
    library: Library, until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("l")
        await until(pilot, lambda: app.screen is not app.reader)
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen) and bool(app.screen.query_one(RowList).rows))
        rows = app.screen.query_one(RowList).rows
        elsewhere = next(n for n, row in enumerate(rows) if isinstance(row, Heading) and row.text == "Reading")
        first = {row.keys for row in rows[:elsewhere] if isinstance(row, HelpRow)}
        wanted = {" ".join(map(key_label, each.keys)) or "palette" for each in (*held("articles"), *held("app"))}
        assert first == wanted
        assert "in the list of articles, then elsewhere" in screen_text(app).splitlines()[0]


def test_it_comes_back_as_it_was_asked_for() -> None:
    screen = HelpScreen({})
    screen.take_up({"typed": "", "row": 0, "here": "matrix"})
    assert screen._here == "matrix"
    screen.take_up({"here": "nowhere"})
    assert screen._here == "matrix"


async def test_what_a_command_does_is_told_whole_at_every_width(library: Library, until: Until) -> None:
    """Also where the list has come to have a scroll bar, which takes a cell of its lines."""
    app = ReaderApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        for width in (61, 97, 105, 109, 113, 120):
            await pilot.resize_terminal(width, 40)
            await pilot.press("question_mark")
            await until(pilot, lambda: isinstance(app.screen, HelpScreen) and bool(app.screen.query_one(RowList).rows))
            shown = app.screen.query_one(RowList)
            await until(pilot, lambda: shown.show_vertical_scrollbar)  # noqa: B023 - asked at once
            room = shown.scrollable_content_region.width - EDGE
            cut = [row.text for row in shown.rows if isinstance(row, HelpRow) and len(row.lines(room)) != row.height]
            assert not cut, width
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is app.reader)
