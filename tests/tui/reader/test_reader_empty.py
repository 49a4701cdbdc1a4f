"""Where there is nothing to read the reader says why, and what leads on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from index.settings import Settings
from tests.tui.conftest import ScreenText, Until
from tui.app import ReaderApp
from tui.widgets.pane.notice import Notice


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    return corpus


@pytest.fixture
def library(folder: Path, tmp_path: Path) -> Iterator[Library]:
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data", restore=False)
    library = Library.open(folder, settings=settings)
    yield library
    library.close()


async def test_a_folder_of_which_nothing_can_be_read(
    folder: Path, library: Library, until: Until, screen_text: ScreenText
) -> None:
    (folder / "report.docx").write_bytes(b"no archive")
    app = ReaderApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "This file cannot be read: " in screen_text(app))
        assert "F3 there lists the files that are not read" in screen_text(app)
        await pilot.press("l")
        await until(pilot, lambda: "No article can be read here; F3 lists" in screen_text(app))
        await pilot.resize_terminal(60, 15)  # without a preview
        await until(pilot, lambda: "No article can be read here" not in screen_text(app))
        assert "none can be read · F3: why" in screen_text(app)


async def test_a_single_article_has_no_other_to_be_compared_with(
    folder: Path, library: Library, until: Until, screen_text: ScreenText
) -> None:
    (folder / "a.txt").write_text("Quay\n\nThe ferry sails.\n")
    app = ReaderApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "The ferry sails." in screen_text(app))
        await pilot.press("c")
        await until(pilot, lambda: "There is no other article here to compare with." in screen_text(app))
        assert "Compare with …  no other article" in screen_text(app)


async def test_an_empty_article_says_so_until_there_is_something(
    folder: Path, library: Library, until: Until, screen_text: ScreenText
) -> None:
    (folder / "a.txt").write_text("")
    (folder / "b.txt").write_text("Quay\n\nThe ferry sails.\n")
    app = ReaderApp(library, open_document="a.txt")
    async with app.run_test(size=(40, 15)) as pilot:
        await until(pilot, lambda: "This article is empty." in screen_text(app))
        app.reader.open_path("b.txt")
        await until(pilot, lambda: "The ferry sails." in screen_text(app) and not app.reader.query(Notice))
        assert "This article is empty." not in screen_text(app)


async def test_without_any_article_the_next_step_is_told(
    library: Library, until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "No article is open." in screen_text(app))
        assert "l lists the articles" in screen_text(app)
