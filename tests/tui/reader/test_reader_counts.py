"""A number typed before a command tells how often, or where to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.library import Library
from tui.app import ReaderApp


@pytest.fixture
def long(library: Library) -> ReaderApp:
    """The app on the long article."""
    return ReaderApp(library, open_document="c-long.txt")


async def test_counts_before_moves(long: ReaderApp, press, settle) -> None:
    async with long.run_test(size=(80, 22)) as pilot:
        await settle(pilot)
        pane, page = long.reader.pane, long.reader.pane.size.height
        for keys, expected in (
            (("5", "j"), 5),
            (("3", "k"), 2),
            (("j",), 3),  # a count holds once
            (("2", "0", "j"), 23),
            (("1", "0", "k"), 13),
            (("g", "2", "space"), 2 * (page - 2)),
            (("2", "ctrl+u"), 2 * (page - 2) - 2 * (page // 2)),
            (("0", "j"), 2 * (page - 2) - 2 * (page // 2) + 1),
        ):
            await press(pilot, *keys)
            assert pane.scroll_offset.y == expected, keys


async def test_a_count_shows_while_it_is_typed_and_esc_drops_it(long: ReaderApp, press, settle) -> None:
    async with long.run_test(size=(80, 22)) as pilot:
        await settle(pilot)
        await press(pilot, "4", "2")
        assert " 42 " in long.reader.header.render_line(0).text
        await press(pilot, "escape")
        assert " 42 " not in long.reader.header.render_line(0).text
        await press(pilot, "j")
        assert long.reader.pane.scroll_offset.y == 1
        # A command that takes no count uses it up all the same.
        await press(pilot, "7", "e", "j")
        assert long.reader.pane.scroll_offset.y == 2


async def test_percent_and_paragraph(long: ReaderApp, press, settle) -> None:
    async with long.run_test(size=(80, 22)) as pilot:
        await settle(pilot)
        document, pane = long.reader.document, long.reader.pane
        assert document is not None
        await press(pilot, "5", "0", "percent_sign")
        half = len(document.text) // 2
        assert abs(pane.in_view.start - half) < 200
        await press(pilot, "backspace")
        assert pane.position == 0
        await press(pilot, "percent_sign")
        assert "number first" in long.reader.header.status.message
        await press(pilot, "1", "2", "G")
        assert pane.position == document.blocks[11].start
        await press(pilot, "3", "g")
        assert pane.position == document.blocks[2].start
        await press(pilot, *"999", "percent_sign")
        assert pane.at_end


async def test_counts_before_names_and_headings(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(60, 10)) as pilot:
        await settle(pilot)
        reader = app.reader
        await press(pilot, "3", "right_square_bracket")
        third = reader.current_mention()
        assert third == reader.mentions[2]
        await press(pilot, "2", "left_square_bracket")
        assert reader.current_mention() == reader.mentions[0]
        await press(pilot, "g", "2", "right_curly_bracket")
        assert reader.document is not None
        assert reader.document.text[reader.pane.position :].startswith("Questions Remain")


async def test_the_keys_of_a_count_can_be_others(library: Library, press, settle) -> None:
    keys = "ampersand,é,quotation_mark,f6,f7,f8,è,f9,ç,à"
    library.settings = replace(library.settings, keys={"count": keys})
    app = ReaderApp(library, open_document="c-long.txt")
    async with app.run_test(size=(80, 22)) as pilot:
        await settle(pilot)
        await press(pilot, "ampersand", "à", "j")
        assert app.reader.pane.scroll_offset.y == 10
        await press(pilot, "5", "j")
        assert app.reader.pane.scroll_offset.y == 11
