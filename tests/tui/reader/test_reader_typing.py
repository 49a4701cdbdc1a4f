"""Keys that come faster than the screen is painted: each does what it would have done slowly."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from textual import events
from textual.pilot import Pilot

from index.documents.cleaning import clean_line
from index.library import Library
from tui.app import ReaderApp
from tui.screens.asking.prompts import LetterScreen
from tui.screens.lists.articles import ArticlesScreen

_CHARACTERS = {"apostrophe": "'", "slash": "/", "space": " ", "percent_sign": "%"}


@pytest.fixture
def burst() -> Callable[..., None]:
    """Sends keys all at once, as a terminal does that was not listened to for a while."""

    def send(pilot: Pilot[None], *keys: str) -> None:
        for key in keys:
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else _CHARACTERS.get(key)))

    return send


@pytest.fixture
def long(library: Library) -> ReaderApp:
    """The app on the long article."""
    return ReaderApp(library, open_document="c-long.txt")


async def test_counts_and_marks(long: ReaderApp, burst, settle, until) -> None:
    async with long.run_test(size=(80, 22)) as pilot:
        await settle(pilot)
        pane, state = long.reader.pane, long.library.state
        burst(pilot, "5", "j", "m", "a", "1", "0", "j", "m", "B", "g", "apostrophe", "B", "2", "k")
        await until(pilot, lambda: pane.scroll_offset.y == 13)
        assert [mark.name for mark in state.marks()] == ["a", "B"]
        burst(pilot, "apostrophe", "a", "j")
        await until(pilot, lambda: pane.scroll_offset.y == 6)


async def test_a_key_that_comes_to_a_prompt_already_answered_is_not_lost(long: ReaderApp, press, settle, until) -> None:
    async with long.run_test(size=(80, 22)) as pilot:
        await settle(pilot)
        await press(pilot, "m")
        prompt = long.screen
        assert isinstance(prompt, LetterScreen)
        # As where the prompt was so slow that both keys were handed to it.
        prompt.on_key(events.Key("a", "a"))
        prompt.on_key(events.Key("j", "j"))
        await until(pilot, lambda: long.reader.pane.scroll_offset.y == 1)
        assert [mark.name for mark in long.library.state.marks()] == ["a"]


async def test_a_search_typed_and_chosen_at_once(app: ReaderApp, burst, settle, until) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await settle(pilot)
        burst(pilot, "slash", *"stalls", "enter")
        await until(pilot, lambda: app.reader.document is not None and app.reader.document.path == "b-market.txt")
        assert app.reader.query_text == "stalls"


async def test_enter_waits_for_the_answer(library: Library, settle, until, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    search = library.search

    def slow(text: str, *arguments: object, **named: object) -> object:
        assert go_on.wait(60)
        return search(text, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(library, "search", slow)
    app = ReaderApp(library, query="stalls", open_document="c-long.txt")
    async with app.run_test(size=(80, 22)) as pilot:
        app.post_message(events.Key("enter", "\r"))
        for _ in range(5):
            await pilot.pause()
        document = app.reader.document
        assert document is not None
        assert document.path == "c-long.txt"
        go_on.set()
        await until(pilot, lambda: app.reader.document is not None and app.reader.document.path == "b-market.txt")
        assert app.screen is app.reader
        assert app.reader.panel is None


async def test_keys_typed_before_the_first_paint(library: Library, burst, until) -> None:
    app = ReaderApp(library, open_document="c-long.txt")
    async with app.run_test(size=(80, 22)) as pilot:
        burst(pilot, "3", "j")
        await until(pilot, lambda: app.reader.pane.scroll_offset.y == 3)


async def test_find_typed_and_kept_at_once(app: ReaderApp, burst, settle, until) -> None:
    async with app.run_test(size=(60, 10)) as pilot:
        await settle(pilot)
        reader = app.reader
        burst(pilot, "ctrl+f", *"nobody", "enter")
        await until(pilot, lambda: reader._find is None and len(reader.matches or ()) == 2)
        assert reader.pane.scroll_offset.y > 0
        burst(pilot, "backspace")  # and back to where the finding began
        await until(pilot, lambda: reader.pane.scroll_offset.y == 0)


async def test_find_given_up_before_its_answer_shows_nothing(app: ReaderApp, burst, settle) -> None:
    async with app.run_test(size=(60, 10)) as pilot:
        await settle(pilot)
        burst(pilot, "ctrl+f", *"nobody", "escape")
        await settle(pilot)
        assert app.reader.matches is None
        assert app.reader.find_text == ""


async def test_a_note_and_a_list_typed_at_once(app: ReaderApp, burst, settle, until) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await settle(pilot)
        burst(pilot, "a", *"why", "enter", "l", *"market", "enter")
        await until(pilot, lambda: app.reader.document is not None and app.reader.document.path == "b-market.txt")
        assert [note.text for note in app.library.state.notes()] == ["why"]
        assert not isinstance(app.screen, ArticlesScreen)


async def test_what_is_pasted_goes_to_the_field_that_a_key_opens(app: ReaderApp, burst, settle, until) -> None:
    async with app.run_test(size=(80, 22)) as pilot:
        await settle(pilot)
        burst(pilot, "slash")
        app.post_message(events.Paste("stalls"))
        burst(pilot, "enter")
        await until(pilot, lambda: app.reader.document is not None and app.reader.document.path == "b-market.txt")


async def test_a_query_that_is_given_passes_the_door_as_one_that_is_typed(library: Library, press, settle) -> None:
    given = "truce \udcff\x1b]0;x\x07\u202e"  # bytes of an argument that are no text, and worse
    app = ReaderApp(library, query=given)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        bar = app.reader._bar
        assert bar is not None
        assert bar.text == clean_line(given)
        await press(pilot, "enter")
        await settle(pilot)
        assert app.reader.query_text == clean_line(given)
        assert library.state.searches() == (clean_line(given),)
