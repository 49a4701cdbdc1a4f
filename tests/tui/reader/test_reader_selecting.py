"""Selecting by keys, over the real app."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from textual.pilot import Pilot

from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp
from tui.citation import PASSAGE_AT_MOST
from tui.clipboard import AT_MOST


def selected(app: ReaderApp) -> str:
    """The words that are selected."""
    span, document = app.reader.pane.selected, app.reader.document
    return document.text[span.start : span.end] if span is not None and document is not None else ""


async def start_at(pilot: Pilot[None], app: ReaderApp, press, words: str) -> None:
    """Select the first of `words`, by finding it."""
    await press(pilot, "ctrl+f")
    await pilot.press(*words)
    await press(pilot, "enter", "v")
    assert selected(app) == words


async def test_words_characters_and_the_end(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        assert selected(app) == "Harbour"
        for keys, expected in (
            (("w",), "Harbour Talks"),
            (("2", "w"), "Harbour Talks Enter a"),
            (("b",), "Harbour Talks Enter"),
            (("h", "left"), "Harbour Talks Ent"),
            (("3", "l"), "Harbour Talks Enter "),
            (("w",), "Harbour Talks Enter a"),
        ):
            await press(pilot, *keys)
            assert selected(app) == expected, keys
        assert "selected 4 words" in app.reader.header.render_line(0).text
        await press(pilot, "escape")
        assert selected(app) == ""
        assert "selected" not in app.reader.header.render_line(0).text
        # The keys are the reader's again.
        await press(pilot, "w")
        assert app.reader.pane.reading_width == 100


async def test_back_before_the_first_word(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await start_at(pilot, app, press, "certain")
        for key, expected in (
            ("b", "less certain"),
            ("b", "was\nless certain"),
            ("w", "less certain"),
            ("h", " less certain"),
            ("l", "less certain"),
            ("w", "certain"),
            ("w", "certain and"),
        ):
            await press(pilot, key)
            assert selected(app).split() == expected.split(), key


async def test_rows_and_paragraphs(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        document, pane = app.reader.document, app.reader.pane
        assert document is not None
        await start_at(pilot, app, press, "harbour truce")
        first = pane.selected
        assert first is not None
        column = pane.column_of(first.end - 1)
        await press(pilot, "j")
        below = pane.selected
        assert below is not None
        assert below.start == first.start
        assert pane.row_of(below.end - 1) == pane.row_of(first.end - 1) + 1
        assert pane.column_of(below.end - 1) == column
        await press(pilot, "k")
        assert pane.selected == first
        await press(pilot, "right_curly_bracket")
        assert selected(app).endswith("both fleets would sign.")
        await press(pilot, "right_curly_bracket")
        assert selected(app).endswith("the mayor told reporters.")
        await press(pilot, "3", "left_curly_bracket")
        assert selected(app).startswith("Harbour Talks Enter")
        assert selected(app).endswith("harbour truce")


async def test_what_is_copied_is_bounded_and_says_so(settings: Settings, tmp_path: Path, press, settle) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("words " * 200_000)
    with closing(Library.open(tmp_path / "corpus", settings=settings)) as library:
        app = ReaderApp(library)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await press(pilot, "y")
            assert f"characters 0–{PASSAGE_AT_MOST})" in app.clipboard
            assert len(app.clipboard) < PASSAGE_AT_MOST + 9_000
            assert "only the first" in app.reader.header.status.message
            app.copy_to_clipboard("a" * 50_000_000)
            assert len(app.clipboard) == AT_MOST
            await settle(pilot)
            assert "Only the first" in str([*app._notifications][-1].message)


async def test_copy_and_note(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        document = app.reader.document
        assert document is not None
        await press(pilot, "right_square_bracket", "v")
        assert selected(app) == "Anna Kowalska"
        await press(pilot, "w", "y")
        start = document.text.index("Anna")
        assert app.clipboard.splitlines()[0] == "“Anna Kowalska said”"
        assert f"characters {start}–{start + 18}" in app.clipboard
        assert selected(app) == ""
        assert "Copied 3 words" in app.reader.header.status.message
        await press(pilot, "v", "2", "w", "a")
        await press(pilot, *"said when")
        await press(pilot, "enter")
        (note,) = app.library.state.notes()
        assert note.quotation.shown == "Anna Kowalska said on"
        assert app.reader.selecting is False


async def test_a_selection_ends_with_its_article(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "w")
        app.reader.open_path("b-market.txt")
        await settle(pilot)
        assert not app.reader.selecting
        assert selected(app) == ""
        await press(pilot, "v", "slash")
        await settle(pilot)
        assert not app.reader.selecting


async def test_characters_are_those_that_are_drawn(library: Library, press, settle) -> None:
    app = ReaderApp(library, open_document="d-wide.txt")
    async with app.run_test(size=(60, 12)) as pilot:
        await settle(pilot)
        await start_at(pilot, app, press, "tude")
        await press(pilot, "b", "h")
        assert selected(app).endswith(" étude")
        await press(pilot, "escape")
        await start_at(pilot, app, press, "ve")
        await press(pilot, "l", "l", "l")
        assert selected(app) == "ve, 👩‍👩‍👧"
