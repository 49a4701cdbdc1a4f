"""The reader comes back as it was left, unless told otherwise."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.cleaning import clean
from index.library import Library
from index.settings import Settings
from tests.tui.reader.harbour import write_harbour
from tui import session
from tui.app import ReaderApp
from tui.history import History, Visit
from tui.screens import coming_back
from tui.session import Session
from tui.widgets.names import NamesPanel
from tui.widgets.outline import Outline

SIZE = (120, 30)
HINTS = get_type_hints(Session)
TEXTS = st.text().map(clean)
NUMBERS = st.integers(0, 1 << 39)
OF_TYPE = {str: TEXTS, int: NUMBERS, bool: st.booleans()}


@given(st.builds(Session, **{name: OF_TYPE[kind] for name, kind in HINTS.items()}))
def test_a_session_is_read_as_it_was_written(made: Session) -> None:
    assert session.read(session.written(made)) == made


@given(st.one_of(st.none(), st.text(), st.sampled_from(["[]", "null", "{", '{"width": true, "query": 3, "x": []}'])))
def test_what_is_no_session_is_a_new_one(text: str | None) -> None:
    assert session.read(text) == Session()


def test_a_session_that_was_changed_by_others_shows_nothing_raw() -> None:
    said = "\x1b]0;x\x07talks"
    kept = json.dumps({"bar": said, "width": 10**30, "row": 1e400, "stack": json.dumps([[said, said, {said: said}]])})
    left = session.read(kept)
    assert left == Session(bar=clean(said), stack=left.stack)
    assert coming_back.read(left.stack) == [(clean(said), clean(said), {clean(said): clean(said)})]
    assert session.read("[" * 100_000) == Session()
    history = History.read(json.dumps([[[said, 1, 0], [said, 10**30, 0]], []]))
    assert history.back(Visit("here", 0)) is None
    history = History.read(json.dumps([[[said, 1, 0]], []]))
    assert history.back(Visit("here", 0)) == Visit(clean(said), 1)


VISITS = st.lists(st.builds(Visit, TEXTS, NUMBERS, NUMBERS), max_size=60)


@given(VISITS, st.integers(0, 60))
def test_a_history_is_read_as_it_was_written(visits: list[Visit], steps: int) -> None:
    made, here = History(), Visit("here", 0)
    for visit in visits:
        made.leave(visit)
    for _ in range(steps):
        here = made.back(here) or here
    again = History.read(made.written())
    assert again._back == made._back[-50:]
    assert again._forward == made._forward[-50:]


@given(st.one_of(st.text(), st.sampled_from(["", "[]", "[[], 3]", '[[["a", -1, 0]], []]', '[[["a", true, 0]], []]'])))
def test_what_is_no_history_is_an_empty_one(text: str) -> None:
    assert History.read(text).written() == "[[], []]"


async def left(library: Library, press, settle, *keys: str) -> None:
    """One reader that types some keys and leaves."""
    app = ReaderApp(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        await press(pilot, "ctrl+q")


async def test_an_open_search_comes_back_with_its_result(library: Library, press, settle, until) -> None:
    await left(library, press, settle, "slash", *"truce", "down")
    app = ReaderApp(library)
    async with app.run_test(size=SIZE) as pilot:
        reader = app.reader
        # Keys that come at once are typed into it.
        await pilot.press("s")
        await until(pilot, lambda: reader._bar is not None and reader._bar.text in ("truces", "s"))
        await until(pilot, lambda: reader._answered)
    await left(library, press, settle, "escape", "slash", *"truce", "down")
    again = ReaderApp(library)
    async with again.run_test(size=SIZE) as pilot:
        reader = again.reader
        await until(pilot, lambda: reader._results is not None and reader._results.cursor == 1)
        assert reader._bar is not None
        assert reader._bar.text == "truce"
        assert again.focused is reader._bar._field


async def test_the_facets_have_the_keys_again(library: Library, press, settle, until) -> None:
    await left(library, press, settle, "slash", *"truce", "f4")
    app = ReaderApp(library)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: app.reader._facets is not None and app.focused is app.reader._facets)
        await until(pilot, lambda: app.reader._facets.chosen is not None)


async def test_matches_place_and_looks_come_back(library: Library, press, settle) -> None:
    await left(library, press, settle, "slash", *"truce", "enter", "n", "n", "w", "e", "t", "1")
    app = ReaderApp(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        reader = app.reader
        assert reader.query_text == "truce"
        assert reader.matches
        assert reader._at == 2 % len(reader.matches)
        assert reader.pane.reading_width == 100
        assert not reader.shows_names
        assert reader.hidden_types == {"PERSON"}
        await press(pilot, "e", "escape", "q")
    again = ReaderApp(library)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert again.reader.matches is None
        assert again.reader.shows_names


async def test_find_comes_back(library: Library, press, settle) -> None:
    await left(library, press, settle, "ctrl+f", *"fleet", "enter", "n")
    app = ReaderApp(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert app.reader.find_text == "fleet"
        assert app.reader._at == 1


@pytest.mark.parametrize("refreshed", [False, True])
async def test_an_article_renamed_while_the_program_is_closed_is_opened_again(
    settings: Settings, tmp_path: Path, press, settle, refreshed: bool
) -> None:
    corpus = write_harbour(tmp_path / "harbour")
    with closing(Library.open(corpus, settings=settings)) as library:
        library.refresh()
        name = "c-long.txt"
        app = ReaderApp(library, open_document=name)
        async with app.run_test(size=(60, 12)) as pilot:
            await settle(pilot)
            await press(pilot, "5", "0", "percent_sign")
            place = app.reader.pane.place
            assert place.offset
            await press(pilot, "ctrl+q")
    (corpus / name).rename(corpus / "Again.txt")
    if refreshed:  # by another command, which knows nothing of what is open
        with closing(Library.open(corpus, settings=settings)) as library:
            library.refresh()
    with closing(Library.open(corpus, settings=settings)) as library:
        again = ReaderApp(library)
        async with again.run_test(size=(60, 12)) as pilot:
            assert again.reader.document is not None
            assert again.reader.document.path == "Again.txt"
            await settle(pilot)
            assert again.reader.pane.place == place


async def test_an_article_that_is_gone_leaves_room_for_the_first(
    settings: Settings, tmp_path: Path, press, settle
) -> None:
    corpus = write_harbour(tmp_path / "harbour")
    with closing(Library.open(corpus, settings=settings)) as library:
        library.refresh()
        name = "c-long.txt"
        app = ReaderApp(library, open_document=name)
        async with app.run_test(size=SIZE) as pilot:
            await settle(pilot)
            await press(pilot, "j", "ctrl+q")
    (corpus / name).unlink()
    with closing(Library.open(corpus, settings=settings)) as library:
        again = ReaderApp(library)
        async with again.run_test(size=SIZE) as pilot:
            await settle(pilot)
            assert again.reader.document is not None
            assert again.reader.document.path == library.files()[0].path


async def test_panels_come_back_with_the_keys(library: Library, press, settle, until) -> None:
    await left(library, press, settle, "o")
    app = ReaderApp(library)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.focused, Outline))
        await press(pilot, "escape", "E", "down", "down")
        panel = app.reader.panel
        assert panel is not None
        cursor = panel.cursor
        await press(pilot, "ctrl+q")
    again = ReaderApp(library)
    async with again.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(again.focused, NamesPanel))
        panel = again.reader.panel
        assert panel is not None
        await until(pilot, lambda: panel.cursor == cursor)


async def test_one_name_alone_comes_back(library: Library, press, settle) -> None:
    await left(library, press, settle, "right_square_bracket", "i", "z")
    app = ReaderApp(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        reader = app.reader
        assert reader.alone is not None
        assert reader.dims
        assert {mention.entity for mention in reader.mentions} == {reader.alone}
        assert reader.header.status.only


async def test_one_goes_back_to_where_one_was_before(library: Library, press, settle, until) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for path in ("c-long.txt", "b-market.txt"):
            app.reader.open_path(path)
            await settle(pilot)
            app.reader.pane.move_lines(3)
        app.reader.action_back()
        await settle(pilot)
        place = app.reader.here()
        await press(pilot, "q")
    again = ReaderApp(library)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert again.reader.here() == place
        await press(pilot, "alt+right")
        await until(pilot, lambda: again.reader.document.path == "b-market.txt")
        await press(pilot, "backspace", "backspace")
        await until(pilot, lambda: again.reader.document.path == "a-harbour.txt")


async def test_told_otherwise_it_begins_anew(library: Library, press, settle) -> None:
    await left(library, press, settle, "w", "slash", *"truce")
    app = ReaderApp(library, open_document="b-market.txt")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert app.reader._bar is None
        assert app.reader.query_text == ""
        assert app.reader.pane.reading_width == 100  # how articles look is kept
        await press(pilot, "slash", *"truce")
        await press(pilot, "ctrl+q")
    library.settings = replace(library.settings, restore=False)
    again = ReaderApp(library)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert again.reader._bar is None
        assert again.reader.pane.reading_width == 80
        assert again.reader.document is not None
        assert again.reader.document.path == "a-harbour.txt"


async def test_the_theme_comes_back_where_the_settings_name_none(library: Library, press, settle) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.action_next_theme()
        theme = app.theme
        await press(pilot, "q")
    assert ReaderApp(library).theme == theme
    library.settings = replace(library.settings, theme="nord")
    assert ReaderApp(library).theme == "nord"
