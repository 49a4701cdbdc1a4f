"""The dossier by keyboard: names, mentions, company, filter, and the way into the article."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from index.library import Library
from tui.app import ReaderApp
from tui.screens.lists.dossier import DossierScreen, Mentioned
from tui.widgets.row_list import RowList
from tui.widgets.rows.dossier import CompanionRow, ContextRow, NameRow

Until = Callable[[Pilot[Any], Callable[[], bool]], Awaitable[None]]
ScreenText = Callable[[ReaderApp], str]
A = "putin-open-to-direct-talks.txt"


def person(starter_library: Library) -> str:
    """The id of the person named most."""
    return next(entity.id for entity in starter_library.entities() if entity.type == "PERSON")


async def opened(
    pilot: Pilot[None], until: Until, starter_library: Library, found: list[Mentioned | None]
) -> DossierScreen:
    """The dossier of the person named most, once it is gathered."""
    screen = DossierScreen(starter_library, person(starter_library))
    pilot.app.push_screen(screen, found.append)
    await until(pilot, lambda: screen.is_current and bool(rows_of(screen, ContextRow)))
    return screen


def rows_of(screen: DossierScreen, kind: type) -> list[object]:
    """The rows of a kind in both lists."""
    return [row for rows in screen.query(RowList) for row in rows.rows if isinstance(row, kind)]


@pytest.mark.parametrize("size", [(40, 15), (60, 24), (120, 40), (200, 60)])
async def test_every_name_and_mention_is_there_and_enter_leads_to_its_place(
    starter_library: Library, size: tuple[int, int], until: Until
) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=size) as pilot:
        found: list[Mentioned | None] = []
        screen = await opened(pilot, until, starter_library, found)
        dossier = starter_library.dossier(person(starter_library))
        assert len(rows_of(screen, ContextRow)) == len(dossier.contexts)
        assert {row.form for row in rows_of(screen, NameRow)} == {  # type: ignore[attr-defined]
            form for article in dossier.articles for form, _ in article.forms
        }
        places = screen.query_one("#dossier-places", RowList)
        while not isinstance(places.chosen, ContextRow):
            await pilot.press("j")
        context = places.chosen.context
        await pilot.press("enter")
        await until(pilot, lambda: bool(found))
        assert found == [Mentioned(context.document, context.start, context.end)]


async def test_filter_as_you_type_and_escape(starter_library: Library, until: Until) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(120, 40)) as pilot:
        found: list[Mentioned | None] = []
        screen = await opened(pilot, until, starter_library, found)
        all_mentions = len(rows_of(screen, ContextRow))
        await pilot.press("f", *"monday")
        await pilot.pause()
        kept = rows_of(screen, ContextRow)
        assert 0 < len(kept) < all_mentions
        await pilot.press("escape")
        await pilot.pause()
        assert len(rows_of(screen, ContextRow)) == all_mentions
        await pilot.press("escape")
        await until(pilot, lambda: bool(found))
        assert found == [None]


async def test_a_companion_opens_its_own_dossier(
    starter_library: Library, until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(160, 40)) as pilot:
        found: list[Mentioned | None] = []
        screen = await opened(pilot, until, starter_library, found)
        about = screen.query_one("#dossier-about", RowList)
        about.focus()
        await pilot.press("g")
        while not isinstance(about.chosen, CompanionRow):
            await pilot.press("j")
        name = about.chosen.companion.entity.name
        await pilot.press("enter")
        await until(
            pilot, lambda: app.screen is not screen and name in screen_text(app) and "mentions in" in screen_text(app)
        )
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)


async def test_an_unknown_entity_is_said(starter_library: Library, until: Until, screen_text: ScreenText) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(100, 30)) as pilot:
        app.push_screen(DossierScreen(starter_library, "nobody"))
        await until(pilot, lambda: "nobody" in screen_text(app))
        await pilot.press("j", "enter", "f", "x", "escape", "escape")
        await until(pilot, lambda: app.screen is app.reader)


async def test_names_that_are_still_being_found_are_told(
    starter_library: Library, until: Until, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "names found in 4,200 of 20,000 articles"
    monkeypatch.setattr(Library, "named", lambda self: (4_200, 20_000))
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, until, starter_library, [])
        assert told in screen_text(app)
        await pilot.press("escape", "/", *"person:putin")
        await until(pilot, lambda: told in screen_text(app))
        monkeypatch.setattr(Library, "named", lambda self: (20_000, 20_000))
        await pilot.press("space")
        await until(pilot, lambda: "article" in screen_text(app) and "names found" not in screen_text(app))
