"""Captions and boilerplate are folded to a line each; what is to be seen of them is unfolded."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.model import Document, Span
from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp
from tui.citation import OMITTED, passage_shown

CAPTION = "Photo: Anna Kowalska walks along the inner quay on Monday morning. By Stock / Harbour Desk."
BODY = [f"Paragraph {number} tells of boat {number * 7} and of its crew, slowly and at length." for number in range(30)]
END = ["Add a comment", "Leave a Reply", "Share this with Zebedee"]
ARTICLE = "\n\n".join(["The Boats", CAPTION, *BODY, "\n".join(END)]) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One article with a caption and three lines that belong to the page, and one with none."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "b.txt").write_text("The Quay\n\nNothing happens here.\n", encoding="utf-8")
    return folder


@pytest.fixture
def library(folder: Path, settings: Settings) -> Iterator[Library]:
    """The library over them."""
    library = Library.open(folder, settings=settings)
    library.refresh()
    yield library
    library.close()


async def test_keys_fold_what_is_in_view_and_all(app: ReaderApp, press, settle, screen_text) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        pane = app.reader.pane
        assert [one.label for one in pane.foldable] == ["1 caption, 16 words", "3 lines of boilerplate"]
        await press(pilot, "minus")
        assert "▸ 1 caption, 16 words" in screen_text(app)
        assert CAPTION[:30] not in screen_text(app)
        await press(pilot, "minus")
        assert CAPTION[:30] in screen_text(app)
        await press(pilot, "underscore", "G")
        assert "▸ 3 lines of boilerplate" in screen_text(app)
        assert len(pane.folded) == 2
        # Unfolded at the lower edge, all of it comes into view.
        await press(pilot, "minus")
        assert all(line in screen_text(app) for line in END)
        await press(pilot, "underscore")
        assert pane.folded == ()
        await press(pilot, "2", "minus")
        assert pane.folded == ()
        assert "No caption and no boilerplate is in view." in screen_text(app)


async def test_the_text_at_the_top_stays_there(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "space", "space")
        place = app.reader.pane.place
        assert place.offset > 200
        for _ in range(2):
            await press(pilot, "underscore")
            assert app.reader.pane.place == place


async def test_find_and_names_unfold_what_they_land_in(app: ReaderApp, press, settle, screen_text) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        pane = app.reader.pane
        await press(pilot, "underscore", "ctrl+f", *"zebedee", "enter")
        assert END[2] in screen_text(app)
        assert len(pane.folded) == 1
        await press(pilot, "escape", "g")
        assert pane.folded
        await press(pilot, "right_square_bracket")
        assert CAPTION[:30] in screen_text(app)
        assert pane.folded == ()


async def test_a_search_result_and_a_mark_unfold_what_they_land_in(
    app: ReaderApp, press, settle, until, screen_text
) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        pane = app.reader.pane
        await press(pilot, "j", "j", "j", "m", "q", "underscore")
        assert len(pane.folded) == 2
        await press(pilot, "G", "apostrophe", "q")
        assert len(pane.folded) == 1
        assert pane.place.offset == ARTICLE.index(CAPTION)
        await press(pilot, "slash", *"zebedee")
        await press(pilot, "enter")
        await until(pilot, lambda: END[2] in screen_text(app))
        assert pane.folded == ()


async def test_a_click_unfolds(app: ReaderApp, press, settle, screen_text) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "underscore")
        pane = app.reader.pane
        row = pane.row_of(ARTICLE.index(CAPTION)) - pane.scroll_offset.y
        await pilot.click(pane, offset=(30, row))
        await settle(pilot)
        assert CAPTION[:30] in screen_text(app)


async def test_folding_is_kept_with_the_article(app: ReaderApp, library: Library, press, settle) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "minus")
        app.reader.open_path("b.txt")
        await settle(pilot)
        assert app.reader.pane.folded == ()
        await press(pilot, "minus")
        app.reader.open_path("a.txt")
        await settle(pilot)
        assert app.reader.pane.folded == (ARTICLE.index(CAPTION),)
        await press(pilot, "q")
    again = ReaderApp(library, open_document="a.txt")
    async with again.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        assert again.reader.pane.folded == (ARTICLE.index(CAPTION),)


async def test_what_is_folded_stays_so_when_the_file_changes(
    app: ReaderApp, folder: Path, press, settle, until, screen_text
) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        reader = app.reader
        await press(pilot, "underscore")
        changed = ARTICLE.replace("The Boats\n", "The Boats of the Harbour\n").replace("Share this", "Share that")
        (folder / "a.txt").write_text(changed, encoding="utf-8")
        reader.post_message(reader.FilesChanged(None))
        await until(pilot, lambda: "of the Harbour" in screen_text(app))
        assert reader.pane.folded == (changed.index(CAPTION),)


async def test_what_is_copied_is_what_one_sees(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        pane, document = app.reader.pane, app.reader.document
        assert document is not None
        after = document.text.index("Paragraph 0")
        pane.select(Span(0, after + 11))
        await press(pilot, "y")
        assert CAPTION[:30] in app.clipboard
        await press(pilot, "minus")
        await press(pilot, "y")
        assert app.clipboard.startswith("“The Boats\n\n[…]\n\nParagraph 0”\n— The Boats (a.txt, characters 0–")
        assert "4 words" in app.reader.header.status.message
        # As the terminal's own key copies: without the citation.
        assert app.screen.get_selected_text() == "The Boats\n\n[…]\n\nParagraph 0"
        # No more than what is folded: that is meant.
        pane.select(Span(pane.folded_spans[0].start, pane.folded_spans[0].start + 5))
        await press(pilot, "y")
        assert app.clipboard.startswith("“Photo”")


@given(st.text("ab \n", max_size=40), st.lists(st.integers(0, 40), min_size=2, max_size=8), st.data())
def test_nothing_is_lost_or_added_but_what_is_folded(text: str, places: list[int], data: st.DataObject) -> None:
    marks = sorted({min(place, len(text)) for place in places})
    folded = [Span(*pair) for pair in list(itertools.pairwise(marks))[::2]]
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    shown = passage_shown(Document("a", "a", text, ()), span, folded)
    hidden = {place for fold in folded for place in range(fold.start, fold.end)}
    if any(fold.start <= span.start and span.end <= fold.end for fold in folded):
        assert shown == text[span.start : span.end]
    else:
        seen = [text[place] for place in range(span.start, span.end) if place not in hidden]
        assert shown.replace(OMITTED, "") == "".join(seen)
        assert shown.count(OMITTED) == sum(fold.start < span.end and span.start < fold.end for fold in folded)
