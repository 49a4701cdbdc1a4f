"""The screens over the article come back as they were left, one over the other, and without what is gone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.library import Library
from index.settings import Settings
from tui import session
from tui.app import ReaderApp
from tui.screens import coming_back
from tui.screens.coming_back import Left
from tui.screens.comparing.comparison import ComparisonScreen
from tui.screens.comparing.matrix import MatrixScreen
from tui.screens.help import HelpScreen
from tui.screens.lists.articles import ArticlesScreen
from tui.screens.lists.concordance import ConcordanceScreen
from tui.screens.lists.dossier import DossierScreen
from tui.screens.lists.explain import ExplainScreen
from tui.screens.lists.keywords import KeyWordsScreen
from tui.screens.lists.naming import NamingScreen
from tui.screens.lists.network import NetworkScreen
from tui.session import Session

SIZE = (120, 30)
A, B, C = "a-harbour.txt", "b-market.txt", "c-long.txt"


@given(st.one_of(st.text(), st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps)))
def test_what_is_no_stack_of_screens_is_an_empty_one(text: str) -> None:
    assert all(isinstance(left, Left) for left in coming_back.read(text))


def kinds(app: ReaderApp) -> list[type]:
    """The screens over the reader."""
    return [type(screen) for screen in app.screen_stack[1:]]


def stack(app: ReaderApp) -> list[Left]:
    """The screens over the reader, as they would be kept now."""
    return coming_back.read(coming_back.written(app.screen_stack[1:]))


def keep(library: Library, *left: Left) -> None:
    """What another session would have left."""
    made = session.written(Session(stack=json.dumps(left)))
    library.state.keep_session({"document": A, session.KEY: made})


CASES: dict[str, tuple[tuple[str, ...], list[type]]] = {
    "dossiers": (("right_square_bracket", "enter", "F", "right", "down"), [DossierScreen, NamingScreen]),
    "concordance": (("slash", *"truce", "enter", "K", "s", "s", "w", "s", "down"), [ConcordanceScreen, KeyWordsScreen]),
    "from the search": (("slash", *"truce", "f5", "down"), [KeyWordsScreen]),
    "spread": (("slash", *"truce", "ctrl+k", "d", "down"), [ConcordanceScreen]),
    "network": (("W", "s", "f", *"kow", "enter", "a", "down"), [NetworkScreen]),
    "articles": (("l", "ctrl+t", *"ar", "tab", "m", "down"), [ArticlesScreen]),
    "picker": (("c", "tab", "down"), [ArticlesScreen]),
    "help": (("question_mark", *"mark", "down"), [HelpScreen]),
    "how to search": (("slash", "question_mark", "down", "down"), [HelpScreen]),
    "explanation": (("slash", *"truce", "exclamation_mark", "down"), [ExplainScreen]),
    "matrix": (("l", "tab", "m", "m", "ctrl+g", "right", "h"), [ArticlesScreen, MatrixScreen]),
}


@pytest.mark.parametrize("case", CASES)
async def test_screens_come_back_as_they_stood(library: Library, press, settle, until, case: str) -> None:
    keys, wanted = CASES[case]
    app = ReaderApp(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        assert kinds(app) == wanted
        await until(pilot, lambda: all(screen.settled for screen in app.screen_stack[1:]))  # type: ignore[attr-defined]
        left = stack(app)
        await press(pilot, "ctrl+q")
    again = ReaderApp(library)
    async with again.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: kinds(again) == wanted)
        await until(pilot, lambda: all(screen.settled for screen in again.screen_stack[1:]))  # type: ignore[attr-defined]
        await until(pilot, lambda: stack(again) == left)


async def test_a_comparison_stands_where_it_stood(library: Library, press, settle, until) -> None:
    app = ReaderApp(library, compare=(A, C))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ComparisonScreen) and app.screen.compared is not None)
        await press(pilot, "s", "tab", "space", "j", "w", "L")
        left = stack(app)
        assert left[0].standing["leading"] == "b"
        assert left[0].standing["ledger"]
        await press(pilot, "ctrl+q")
    again = ReaderApp(library)
    async with again.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(again.screen, ComparisonScreen) and again.screen.compared is not None)
        await settle(pilot)
        assert stack(again) == left
        await press(pilot, "escape", "escape")
        assert again.screen is again.reader


async def test_what_is_gone_is_left_out_without_a_word(library: Library, settle, until) -> None:
    keep(
        library,
        Left("dossier", "nobody-at-all", {}),
        Left("comparison", f"{A}\nnot-there.txt", {}),
        Left("no such screen", "", {}),
        Left("matrix", f"{A}\n{B}\nnot-there.txt", {"_column": 2, "_voices": 9, "row": 10_000}),
        Left("articles", "", {"order": "length", "filter": 7, "picked": ["not-there.txt", 3]}),
    )
    app = ReaderApp(library)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: bool(kinds(app)) and isinstance(app.screen, ArticlesScreen))
        await until(pilot, lambda: app.screen.settled)
        assert app.screen.order == "length"
        app.screen.dismiss(None)
        await until(pilot, lambda: isinstance(app.screen, MatrixScreen) and app.screen.settled)
        assert app.screen.paths == (A, B)
        assert app.screen._column == 1
        app.screen.dismiss(None)
        await until(pilot, lambda: app.screen is app.reader)
        assert app.reader.header.status.message == ""


async def test_the_order_of_the_list_is_that_of_last_time(library: Library, press, settle, until) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "l", "ctrl+t", "ctrl+t", "escape", "ctrl+q")
    again = ReaderApp(library)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert kinds(again) == []
        await press(pilot, "l")
        await until(pilot, lambda: isinstance(again.screen, ArticlesScreen) and again.screen.settled)
        assert again.screen.order == "date"


TABLE = """# Losses

| Month | Boats lost | Crews | Repaired | Value | Told by | Note |
|---|---|---|---|---|---|---|
| January 2025 | 14 | 96 | 3 | $1.2 million | the harbour office | the western fleet counts eleven boats and no more |
"""


@pytest.fixture
def table(tmp_path: Path, settings: Settings) -> Iterator[Library]:
    """An article with a table that fits no narrow terminal."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "table.md").write_text(TABLE, encoding="utf-8")
    library = Library.open(tmp_path / "corpus", settings=settings)
    library.refresh()
    yield library
    library.close()


async def test_a_table_is_scrolled_as_far_as_it_was(table: Library, press, settle, screen_text) -> None:
    app = ReaderApp(table)
    async with app.run_test(size=(50, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "right", "right")
        assert "Boats lost" not in screen_text(app)
        assert "Repaired" in screen_text(app)
        await press(pilot, "q")
    again = ReaderApp(table)
    async with again.run_test(size=(50, 20)) as pilot:
        await settle(pilot)
        assert "Boats lost" not in screen_text(again)
        assert "Repaired" in screen_text(again)
        await press(pilot, "left", "left")
        assert "Boats lost" in screen_text(again)


async def test_what_is_found_in_a_column_out_of_view_is_shown(table: Library, press, settle, screen_text) -> None:
    app = ReaderApp(table)
    async with app.run_test(size=(50, 20)) as pilot:
        await settle(pilot)
        assert "Told by" not in screen_text(app)
        await press(pilot, "ctrl+f", *"office", "enter")
        assert "Told by" in screen_text(app)
        assert "harbour office" in screen_text(app)
        assert "January 2025" in screen_text(app)  # the first column stays
        # What is in view already moves nothing, and what stands in no table neither.
        before = screen_text(app)
        offset = app.reader.document.text.index("harbour office")
        app.reader.pane.scroll_to_offset(offset, "visible")
        app.reader.pane.scroll_to_offset(0, "visible")
        await settle(pilot)
        assert screen_text(app) == before


def kept(library: Library) -> Session:
    """What is kept now."""
    return session.read(library.state.session().get(session.KEY))


async def test_what_changes_is_kept_while_one_reads(library: Library, press, settle, until) -> None:
    app = ReaderApp(library, open_document=C)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "space", "slash", *"truce")
        await until(pilot, lambda: kept(library).bar == "truce")
        position = library.state.position(C)
        assert position is not None
        assert position.offset == app.reader.pane.position > 0
        await press(pilot, "escape", "l", "tab", "down")
        await until(pilot, lambda: [left.name for left in coming_back.read(kept(library).stack)] == ["articles"])
        app._touched = False  # as when nothing is kept any more, because the program was killed


async def test_what_was_left_stands_until_something_is_done(library: Library, settle, until) -> None:
    keep(library, Left("articles", "", {"filter": "long"}), Left("dossier", "nobody-at-all", {}))
    before = library.state.session()
    app = ReaderApp(library)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen) and app.screen.settled)
        app._keep_as_it_goes()
        await settle(pilot)
        assert library.state.session() == before
        await pilot.press("down")
        app._keep_as_it_goes()
        await until(pilot, lambda: library.state.session() != before)


async def test_that_it_cannot_be_kept_is_said_once(
    library: Library, press, settle, until, monkeypatch: pytest.MonkeyPatch
) -> None:
    from index.errors import StateError

    def fail(*given: Any, **named: Any) -> None:
        raise StateError("the disk is full")

    app = ReaderApp(library)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        monkeypatch.setattr(library.state, "keep_session", fail)
        await press(pilot, "w")
        await until(pilot, lambda: app.reader.header.status.message == "the disk is full")
        app.reader.say(message="")
        await press(pilot, "w")
        app._keep_as_it_goes()
        await settle(pilot)
        assert app.reader.header.status.message != "the disk is full"
        monkeypatch.undo()


def test_without_coming_back_nothing_is_taken_up(library: Library) -> None:
    keep(library, Left("articles", "", {}))
    library.settings = replace(library.settings, restore=False)
    assert ReaderApp(library)._session is None
