"""Every key where there is nothing that it could be for: an empty folder, an article of one word, lists without rows,
messages that come when nobody waits for them any more. Nothing faults, and Esc leads back to the reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from stage import SIZE, Stage
from textual.screen import Screen

from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp
from tui.commands import Context, held
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
from tui.screens.lists.timeline import TimelineScreen
from tui.screens.lists.voices import VoicesScreen


@pytest.fixture
def bare(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A corpus whose only article is what the test says."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_bytes(request.param)
    monkeypatch.chdir(tmp_path)
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data", restore=False)
    library = Library.open(corpus, settings=settings)
    library.refresh()
    yield library
    library.close()


async def pressed(stage: Stage, key: str, ground: Screen[Any]) -> None:
    """Presses a key, and Esc until a screen has the keys again."""
    await stage.pilot.press(key)
    for _ in range(8):
        await stage.pilot.pause()
        gone = ground not in stage.app.screen_stack
        if gone or (stage.app.screen is ground and stage.reader.panel is None and stage.reader._bar is None):
            return
        await stage.pilot.press("escape")
    raise AssertionError(f"after {key}, {type(stage.app.screen).__name__} cannot be left")


@pytest.mark.parametrize("bare", [b"Quay\n"], ids=["one word"], indirect=True)
async def test_reading(bare: Library) -> None:
    app = ReaderApp(bare)
    async with app.run_test(size=SIZE) as pilot:
        stage = Stage(app, pilot, bare)
        await stage.settle()
        document = stage.reader.document
        for context in ("reader", "app"):
            for key in (key for each in held(context) for key in each.keys if each.id != "suspend"):  # type: ignore[arg-type]
                await pressed(stage, key, stage.reader)
        await stage.settle()
        assert stage.reader.document is document
        assert document is not None


async def test_a_folder_whose_articles_are_gone_before_the_screen_opens(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data")
    library = Library.open(tmp_path / "corpus", settings=settings)
    app = ReaderApp(library)
    async with app.run_test(size=SIZE) as pilot:
        stage = Stage(app, pilot, library)
        await stage.settle()
        for context in ("reader", "app"):
            for key in (key for each in held(context) for key in each.keys if each.id != "suspend"):  # type: ignore[arg-type]
                await pressed(stage, key, stage.reader)
        for key in ("enter", "v", "y"):
            await pilot.click(stage.reader.pane, offset=(10, 2))
            await pressed(stage, key, stage.reader)
        stage.reader.find_typed("quay")
        assert stage.reader.document is None
        assert stage.reader.pane.percent == 100
        assert stage.reader.pane.block_at(0) is None
        assert app._as_left() is None
    library.close()


@pytest.mark.parametrize("bare", [b"Quay\n"], ids=["one word"], indirect=True)
async def test_lists_without_rows(bare: Library) -> None:
    """What is opened and finds nothing takes every key of its own, or tells so and is gone."""
    opened: dict[Context, list[Screen[Any]]] = {
        "dossier": [DossierScreen(bare, "nobody")],
        "concordance": [ConcordanceScreen(bare, "zebra")],
        "facets": [FacetsScreen(bare, "zebra")],
        "explain": [ExplainScreen(bare, "zebra", "a.txt", "Quay"), ExplainScreen(bare, "zebra", "gone.txt", "Gone")],
        "keywords": [KeyWordsScreen(bare, "zebra"), KeyWordsScreen(bare, "quay")],
        "matrix": [MatrixScreen(bare, query="zebra"), MatrixScreen(bare, ("gone.txt", "a.txt"))],
        "marks": [MarksScreen(bare)],
        "across": [
            kind(bare, scopes(bare, "a.txt", "zebra"), at)
            for kind, at in ((NetworkScreen, 0), (TimelineScreen, 1), (VoicesScreen, 2))
        ],
        "naming": [NamingScreen(bare, naming_scopes(bare, "a.txt", "zebra"))],
        "articles": [ArticlesScreen(bare, current="a.txt")],
        "comparison": [ComparisonScreen(bare, "a.txt", "gone.txt"), ComparisonScreen(bare, "a.txt", "a.txt")],
    }
    app = ReaderApp(bare)
    async with app.run_test(size=SIZE) as pilot:
        stage = Stage(app, pilot, bare)
        await stage.settle()
        for context, screens in opened.items():
            for screen in screens:
                app.push_screen(screen)
                await stage.settle()
                for key in (key for each in held(context) for key in each.keys if key not in ("escape", "q")):
                    if screen not in app.screen_stack:
                        break
                    await pressed(stage, key, screen)
                if screen in app.screen_stack:
                    await pressed(stage, "escape", stage.reader)
        assert app.screen is stage.reader
