"""Links: listed by a key or clicked, their whole address seen before anything is done with it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from index.settings import Settings
from tests.tui.conftest import ScreenText, Until
from tui import browser
from tui.app import ReaderApp
from tui.screens.asking.picking import PickScreen
from tui.screens.asking.prompts import LetterScreen

ADDRESS = "https://example.org/quay?of=weyford&day=2"
LONG = "https://example.org/" + "a" * 500


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.md").write_text(
        f"# Quay\n\nThe [report about it]({ADDRESS}) says so, and [once more]({LONG}).\n\n"
        + "The crane stood still.\n\n" * 60
        + "[far below](mailto:desk@example.org)\n"
    )
    (corpus / "b.md").write_text("# Pier\n\nNothing leads on.\n")
    library = Library.open(corpus, settings=Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data"))
    library.refresh()
    yield library
    library.close()


def program(tmp_path: Path, does: str) -> str:
    """A program that stands for what opens addresses."""
    file = tmp_path / "opens"
    file.write_text(f"#!/bin/sh\n{does}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return str(file)


async def test_links_are_listed_and_copied(
    library: Library, until: Until, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "opener", lambda: None)
    app = ReaderApp(library, open_document="a.md")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("u")
        await until(pilot, lambda: isinstance(app.screen, PickScreen) and "far below" in screen_text(app))
        await pilot.press(*"report", "enter")
        await until(pilot, lambda: isinstance(app.screen, LetterScreen) and ADDRESS in screen_text(app))
        assert "open it in the browser" not in screen_text(app)
        await pilot.press("y")
        await until(pilot, lambda: "Copied the address." in screen_text(app))
        assert app.clipboard == ADDRESS


async def test_those_in_view_are_listed_first(library: Library, until: Until, screen_text: ScreenText) -> None:
    app = ReaderApp(library, open_document="a.md")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("G", "u")
        await until(pilot, lambda: isinstance(app.screen, PickScreen) and "once more" in screen_text(app))
        text = screen_text(app)
        assert text.rindex("far below") < text.index("report about it") < text.index("once more")


async def test_a_clicked_link_is_shown_and_opened(
    library: Library, until: Until, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    opens = program(tmp_path, f"printf '%s' \"$#:$1\" > '{told}.part'; mv '{told}.part' '{told}'")
    monkeypatch.setattr(browser, "opener", lambda: opens)
    app = ReaderApp(library, open_document="a.md")
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "report about it" in screen_text(app))
        pane = app.reader.pane
        row = next(y for y in range(10) if "report about" in pane.render_line(y).text)
        await pilot.click(pane, offset=(pane.render_line(row).text.index("report") + 1, row))
        await until(pilot, lambda: isinstance(app.screen, LetterScreen) and ADDRESS in screen_text(app))
        assert not told.exists()
        await pilot.press("o")
        await until(pilot, told.exists)
        assert told.read_text() == f"1:{ADDRESS}"


async def test_what_cannot_be_seen_whole_is_not_opened(
    library: Library, until: Until, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    monkeypatch.setattr(browser, "opener", lambda: "/bin/true")
    monkeypatch.setattr(browser, "open_address", lambda address: given.append(address) or True)
    app = ReaderApp(library, open_document="a.md")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("u", *"once more", "enter")
        await until(pilot, lambda: isinstance(app.screen, LetterScreen))
        assert "copy it" in screen_text(app)
        assert "open it in the browser" not in screen_text(app)
        await pilot.press("o")
        await until(pilot, lambda: app.screen is app.reader)
        assert not given


async def test_without_links_that_is_told(library: Library, until: Until, screen_text: ScreenText) -> None:
    app = ReaderApp(library, open_document="b.md")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("u")
        await until(pilot, lambda: "This article has no links." in screen_text(app))
        app.reader.ask_link("")
        assert app.screen is app.reader


async def test_a_browser_that_does_not_start_is_told(
    library: Library, until: Until, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(browser, "opener", lambda: str(tmp_path / "not there"))
    app = ReaderApp(library, open_document="a.md")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("u", *"report", "enter")
        await until(pilot, lambda: isinstance(app.screen, LetterScreen))
        await pilot.press("o")
        await until(pilot, lambda: "The browser could not be started." in screen_text(app))


@pytest.mark.parametrize("address", ["file:///etc/passwd", "-x", "javascript:alert(1)", "/bin/sh"])
def test_other_kinds_of_addresses_are_never_given_away(
    address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(browser, "opener", lambda: program(tmp_path, "exit 0"))
    assert not browser.open_address(address)
    assert browser.open_address("https://example.org/")


def test_without_a_desktop_nothing_opens_addresses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(browser.sys, "platform", "linux")
    program(tmp_path, "exit 0")
    (tmp_path / "opens").rename(tmp_path / "xdg-open")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert browser.opener() is None
    assert not browser.open_address("https://example.org/")
    monkeypatch.setenv("DISPLAY", ":0")
    assert browser.opener() == str(tmp_path / "xdg-open")
