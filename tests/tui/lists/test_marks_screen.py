"""The list of marks and notes: filtered, gone to, changed, taken away, written as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp
from tui.screens.asking.prompts import LineScreen
from tui.screens.lists.marks import MarksScreen
from tui.widgets.columns import line_cells
from tui.widgets.row_list import RowList
from tui.widgets.rows.marks import MarkRow, NoteRow

FIRST = "A Day on the Quay\n\nThe harbour master spoke of a truce. Nobody wrote it down.\n"
SECOND = "What the Fleets Said\n\nThe eastern fleet said [nothing] at all.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two articles."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a-quay.txt").write_text(FIRST)
    (folder / "b-fleets.txt").write_text(SECOND)
    return folder


@pytest.fixture
def library(corpus: Path, tmp_path: Path) -> Iterator[Library]:
    """The library over them, indexed, with marks and notes, one of an article that is gone."""
    library = Library.open(corpus, settings=Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data"))
    library.refresh()
    text = library.read("a-quay.txt").text
    start = text.index("a truce")
    state = library.state
    state.set_mark("t", "a-quay.txt", start, "a truce. Nobody wrote it down.")
    state.add_note("a-quay.txt", start, start + 7, "a truce", "who says so? [sic] " + "and on what ground, " * 8)
    state.add_note("b-fleets.txt", 0, 20, "What the Fleets Said", "a headline")
    state.add_note("c-gone.txt", 5, 9, "gone", "kept all the same")
    yield library
    library.close()


def rows(app: ReaderApp) -> list[Any]:
    """The marks and notes that are listed."""
    return [row for row in app.screen.query_one(RowList).rows if isinstance(row, MarkRow | NoteRow)]


def in_view(app: ReaderApp) -> str:
    """The text in view in the reader."""
    document, view = app.reader.document, app.reader.pane.in_view
    return document.text[view.start : view.end] if document is not None else ""


async def opened(app: ReaderApp, pilot: Pilot[None], until: Any) -> None:
    """The list is there."""
    await until(pilot, lambda: app.reader.document is not None)
    await pilot.press("B")
    await until(pilot, lambda: isinstance(app.screen, MarksScreen) and len(rows(app)) == 4)


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40), (200, 60)])
async def test_all_are_listed_by_article(library: Library, until, screen_text, size: tuple[int, int]) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot, until)
        shown = screen_text(app)
        assert "1 mark, 3 notes" in shown
        assert "[sic]" in shown
        assert "not in the folder any more" in shown or size[0] < 60
        assert all(line_cells(line) <= size[0] - 2 for row in rows(app) for line in row.lines(size[0] - 2))


async def test_filter_by_note_words_title_and_file(library: Library, until, screen_text) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(90, 30)) as pilot:
        await opened(app, pilot, until)
        await until(pilot, lambda: "d Remove" in screen_text(app))
        await pilot.press("f")
        await until(pilot, lambda: "d Remove" not in screen_text(app))  # what is typed now is text
        assert "Esc Close" in screen_text(app)
        for typed, expected in (("headline", 1), ("quay", 2), ("TRUCE", 2), ("a-quay ground", 1), ("nowhere", 0)):
            app.screen.query_one("FilterField").value = typed  # type: ignore[attr-defined]
            await until(pilot, lambda number=expected: len(rows(app)) == number)
        await pilot.press("escape")
        await until(pilot, lambda: len(rows(app)) == 4)


async def test_the_footer_offers_what_can_be_done_with_the_row(library: Library, until, screen_text) -> None:
    app = ReaderApp(library)

    async def offered(*labels: str) -> None:
        every = ("Enter Open", "f Filter", "e Edit", "d Remove", "U Bring back", "r Export", "y Copy")
        await until(pilot, lambda: [each for each in every if each in screen_text(app)] == [*labels])

    async with app.run_test(size=(160, 30)) as pilot:
        await opened(app, pilot, until)
        assert isinstance(rows(app)[0], MarkRow)
        await offered("Enter Open", "f Filter", "d Remove", "r Export", "y Copy")
        await pilot.press("down")
        await offered("Enter Open", "f Filter", "e Edit", "d Remove", "r Export", "y Copy")
        await pilot.press("f", *"nobody wrote", "enter")
        await offered("Enter Open", "f Filter", "d Remove", "y Copy")
        await pilot.press("escape")
        await until(pilot, lambda: len(rows(app)) == 4)
        for left in (3, 2, 1, 0):
            await pilot.press("d")
            await until(pilot, lambda left=left: len(rows(app)) == left)
        await offered("U Bring back")
        await pilot.press("U")
        await offered("Enter Open", "f Filter", "e Edit", "d Remove", "U Bring back", "r Export", "y Copy")
        for back in (2, 3, 4):
            await pilot.press("U")
            await until(pilot, lambda back=back: len(rows(app)) == back)
        await offered("Enter Open", "f Filter", "d Remove", "r Export", "y Copy")


async def test_a_place_is_found_by_its_words_when_the_article_has_changed(
    library: Library, corpus: Path, until
) -> None:
    app = ReaderApp(library, open_document="b-fleets.txt")
    async with app.run_test(size=(60, 12)) as pilot:
        before = "\n\n".join(f"Paragraph {number} came later." for number in range(30))
        (corpus / "a-quay.txt").write_text(FIRST.replace("The harbour", f"{before}\n\nThe harbour"))
        for keys in ("f truce enter enter", "f ground enter enter"):
            await opened(app, pilot, until)
            for key in keys.split():
                await pilot.press(*(key if key in ("truce", "ground") else (key,)))
                await pilot.pause()
            await until(pilot, lambda: app.screen is app.reader)
            await until(pilot, lambda: "a truce" in in_view(app))


async def test_an_article_that_is_gone_says_so_and_the_list_stays(library: Library, until) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(90, 30)) as pilot:
        await opened(app, pilot, until)
        await pilot.press("G", "enter")
        await until(pilot, lambda: bool(app._notifications))
        assert isinstance(app.screen, MarksScreen)


async def test_change_remove_and_bring_back(library: Library, until, screen_text) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(90, 30), notifications=True) as pilot:
        await opened(app, pilot, until)
        await pilot.press("G", "up", "e")
        await until(pilot, lambda: isinstance(app.screen, LineScreen))
        await pilot.press("end", *" indeed", "enter")
        await until(pilot, lambda: any(note.text == "a headline indeed" for note in library.state.notes()))
        await until(pilot, lambda: isinstance(app.screen, MarksScreen))
        await pilot.press("G", "d")
        await until(pilot, lambda: len(rows(app)) == 3)
        assert {note.document for note in library.state.notes()} == {"a-quay.txt", "b-fleets.txt"}
        await pilot.press("g", "d")
        await until(pilot, lambda: len(rows(app)) == 2)
        assert library.state.marks() == ()
        await until(pilot, lambda: "Mark t is taken away.  U brings it back." in screen_text(app))
        await pilot.press("U")
        await until(pilot, lambda: len(rows(app)) == 3)
        assert [mark.name for mark in library.state.marks()] == ["t"]
        await pilot.press("U")
        await until(pilot, lambda: len(rows(app)) == 4)
        assert {note.text for note in library.state.notes()} >= {"a headline indeed", "kept all the same"}
        await pilot.press("U")
        await until(pilot, lambda: "There is nothing to bring back." in screen_text(app))
        assert "U brings it back" not in screen_text(app), "what no longer holds is not told any more"


async def test_listed_notes_are_written_as_markdown(
    library: Library, until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = ReaderApp(library)
    async with app.run_test(size=(90, 30)) as pilot:
        await opened(app, pilot, until)
        for name in ("notes.md", "notes-2.md"):
            await pilot.press("r")
            await until(pilot, lambda: isinstance(app.screen, LineScreen))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, MarksScreen))
            await until(pilot, (tmp_path / name).exists)
    written = (tmp_path / "notes.md").read_text(encoding="utf-8")
    assert written.count("\n## ") == 3
    assert "> a truce\n\nwho says so? \\[sic\\] and on" in written
