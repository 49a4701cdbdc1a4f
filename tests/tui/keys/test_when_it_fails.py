"""What fails under the screen (the index, the user's file, an article) is one line there; the reading goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from stage import A, B, C, staged

from index.documents.model import Document, Span
from index.errors import CorpusError, EngineError, StateError
from index.library import Library
from index.user.state import State
from tests.tui.keys.test_keys_with_nothing import pressed
from tui.app import ReaderApp
from tui.screens.comparing.comparison import ComparisonScreen
from tui.screens.comparing.matrix import MatrixScreen
from tui.screens.lists.across import scopes
from tui.screens.lists.articles import ArticlesScreen
from tui.screens.lists.concordance import ConcordanceScreen
from tui.screens.lists.dossier import DossierScreen
from tui.screens.lists.explain import ExplainScreen
from tui.screens.lists.facets import FacetsScreen
from tui.screens.lists.keywords import KeyWordsScreen
from tui.screens.lists.marks import MarksScreen
from tui.screens.lists.naming import NamingScreen, naming_scopes
from tui.screens.lists.network import NetworkScreen
from tui.screens.lists.skipped import SkippedScreen
from tui.widgets.row_list import RowList
from tui.widgets.rows.marks import NoteRow

ScreenText = Callable[[ReaderApp], str]

GONE = "the disk is gone"
_OF_THE_INDEX = (
    *("annotations", "answering", "compare", "concordance", "documents_naming", "dossier", "entities", "explain"),
    *("facets", "key_words", "listing", "matches", "matrix", "more_like", "ranking", "related", "search", "seen"),
    *("skipped", "versions"),
)
"""What of the library asks the index or the articles."""


def _fails(monkeypatch: pytest.MonkeyPatch, error: Exception, *names: str, of: type = Library) -> None:
    def fail(*arguments: object, **options: object) -> Any:
        raise error

    for name in names:
        monkeypatch.setattr(of, name, fail)


def told(app: ReaderApp, text: str) -> str:
    """What the screen says, and what was said over it."""
    return " ".join([*text.split(), *(each.message for each in app._notifications)])


async def test_every_screen_says_that_the_index_fails(
    library: Library, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.ground()
        one = stage.entity("Anna Kowalska").id
        scope, naming = scopes(library, A, "ferry"), naming_scopes(library, A, "ferry")
        _fails(monkeypatch, EngineError(GONE), *_OF_THE_INDEX)
        for screen in (
            ArticlesScreen(library, current=A),
            ArticlesScreen(library, compare_with=A),
            ComparisonScreen(library, A, B),
            ConcordanceScreen(library, "ferry"),
            DossierScreen(library, one),
            ExplainScreen(library, "ferry", A, "The Eastern Ferry"),
            FacetsScreen(library, "ferry"),
            KeyWordsScreen(library, "ferry"),
            MatrixScreen(library, (A, B, C)),
            MatrixScreen(library, query="ferry"),
            NetworkScreen(library, scope, len(scope) - 1),
            NamingScreen(library, naming, first=one),
            SkippedScreen(library),
        ):
            app.clear_notifications()
            app.push_screen(screen)
            await stage.settle()
            assert GONE in told(app, screen_text(app)), type(screen).__name__
            await pressed(stage, "escape", stage.reader)
            assert app.screen is stage.reader


async def test_the_reader_says_that_the_index_fails(
    library: Library, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.to("search")
        reader, results = stage.reader, stage.reader._results
        assert results is not None
        shown = list(results.rows)
        _fails(monkeypatch, EngineError(GONE), *_OF_THE_INDEX)
        # What is looked up of the results, and more of them, comes or does not; the results stay.
        assert results._result is not None
        results._ask_further("ferry ", results._result)
        results._look("ferry ", results._result)
        results._look_at_saved("ferry")
        await stage.settle()
        assert len(results.rows) == len(shown)
        await stage.pilot.press("x")
        await stage.settle()
        assert GONE in screen_text(app)
        await stage.press("escape", "escape")
        reader.action_similar()
        await stage.settle()
        assert GONE in screen_text(app)
        for ask in (reader.annotate, lambda: reader.open_match("ferry", A, Span(0, 0))):
            reader.say(message="")
            ask()
            await stage.settle()
            assert GONE in screen_text(app)
        assert reader.document is not None
        assert reader.document.path == A


async def test_a_saved_search_that_cannot_be_counted_is_listed_all_the_same(
    library: Library, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.ground()
        library.state.save_search("crane")
        _fails(monkeypatch, EngineError(GONE), "ranking")
        await stage.press("slash")
        assert "crane" in screen_text(app)
        await stage.press("enter")
        assert stage.typed == "crane"


async def test_an_article_that_cannot_be_read_is_told_and_the_open_one_stays(
    library: Library, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.ground()
        library.state.set_mark("B", B, 0, "The Western Ferry")
        read = Library.read

        def fails(self: Library, path: str) -> Document:
            if path == B:
                raise CorpusError(f"{B}: {GONE}")
            return read(self, path)

        monkeypatch.setattr(Library, "read", fails)
        stage.reader.open_path(B)
        await stage.settle()
        assert GONE in screen_text(app)
        assert stage.reader.document is not None
        assert stage.reader.document.path == A
        screen = MarksScreen(library)
        await stage.push(screen, lambda: screen.has_gathered)
        await stage.press("enter")
        assert GONE in told(app, screen_text(app))
        assert app.screen is screen


async def test_what_cannot_be_kept_is_told_each_time_and_nothing_is_lost(
    library: Library, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.ground()
        library.state.set_mark("A", A, 0, "The Eastern Ferry")
        library.state.add_note(A, 0, 3, "The", "first words")
        library.state.save_search("crane")

        async def tells(*keys: str) -> None:
            app.clear_notifications()
            stage.reader.say(message="")
            if (bar := stage.reader._bar) is not None:
                bar.say("")
            await stage.press(*keys)
            assert GONE in told(app, screen_text(app)), keys

        with monkeypatch.context() as failing:
            _fails(failing, StateError(GONE), "_rows", of=State)
            await tells("m", "b")
            await tells("apostrophe")
            await stage.press("A")
            assert app.screen is stage.reader
            await tells("a", "x", "enter")
            await tells("slash")
            await stage.pilot.press(*"ferry", "space")
            results = stage.reader._results
            assert results is not None
            await stage.until(lambda: results._text == "ferry ")
            await tells("ctrl+s")
            await tells("enter")
            await tells("escape", "B")
            await stage.press("escape")
            app.keep_session()
        screen = MarksScreen(library)
        await stage.push(screen, lambda: screen.has_gathered)
        rows = screen.main_list
        with monkeypatch.context() as failing:  # the list itself can be read
            _fails(failing, StateError(GONE), "remove_mark", "change_note", of=State)
            await tells("d")
            rows.move_to(next(at for at, row in enumerate(rows.rows) if isinstance(row, NoteRow)))
            await tells("e", "x", "enter")
        assert [mark.name for mark in library.state.marks()] == ["A"]
        assert [note.text for note in library.state.notes()] == ["first words"]
        assert library.state.searches(saved=True) == ("crane",)


async def test_where_reading_stopped_cannot_be_known_it_begins_at_the_beginning(
    library: Library, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.settings = replace(library.settings, restore=True)
    library.state.keep_position(A, 900, 900, len(library.read(A).text))
    _fails(monkeypatch, StateError(GONE), "_rows", of=State)
    async with staged(library) as stage:
        await stage.settle()
        assert stage.reader.pane.place == (0, 0)
        screen = ArticlesScreen(library, current=A)
        await stage.push(screen, lambda: any(len(each.rows) > 2 for each in screen.query(RowList)))
