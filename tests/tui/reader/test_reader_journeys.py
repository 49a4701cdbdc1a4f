"""The journeys by keyboard alone: find, follow, find in the article, back and forth."""

from __future__ import annotations

import pytest

from index.library import Library
from tui.app import ReaderApp
from tui.screens.lists.dossier import DossierScreen
from tui.widgets.header import MatchCount
from tui.widgets.rows.results import ResultRow


def shown(app: ReaderApp) -> str:
    """The text that is in view."""
    pane = app.reader.pane
    return "\n".join(pane.render_line(y).text for y in range(pane.size.height))


def match(app: ReaderApp) -> str:
    """The current match."""
    reader = app.reader
    assert reader.matches is not None
    assert reader._at is not None
    assert reader.document is not None
    span = reader.matches[reader._at]
    assert span.start >= reader.pane.in_view.start
    assert span.end <= reader.pane.in_view.end
    return reader.document.text[span.start : span.end]


async def test_find(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "c", "escape", "j", "j")
        left = app.reader.here()
        await press(pilot, "slash", "c", "e", "a")
        results = app.reader._results
        assert results is not None
        hits = [row.hit for row in results.rows if isinstance(row, ResultRow)]
        assert {hit.document for hit in hits} == {"a-harbour.txt", "b-market.txt"}
        assert all(
            snippet.text[span.start - snippet.start : span.end - snippet.start].lower().startswith("cea")
            for hit in hits
            for snippet in hit.snippets
            for span in snippet.matches
        )
        wanted = next(index for index, hit in enumerate(hits) if hit.document == "b-market.txt")
        await press(pilot, *["down"] * wanted, "enter")
        assert app.reader.document is not None
        assert app.reader.document.path == "b-market.txt"
        assert match(app).lower() == "ceasefire"
        assert app.reader.header.status.matches == MatchCount(1, 1)
        await press(pilot, "escape")
        assert app.reader.here() == left
        assert app.reader.header.status.matches is None


async def test_find_walks_the_matches(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(100, 12)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"truce", "enter")
        count = len(app.reader.matches or ())
        assert count >= 2
        places = []
        for _ in range(count):
            places.append(app.reader._at)
            assert match(app).lower() == "truce"
            await press(pilot, "n")
        assert places == [*range(count)]
        assert app.reader._at == 0
        await press(pilot, "N")
        assert app.reader._at == count - 1


async def test_a_query_that_cannot_be_read_is_explained_in_the_bar(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await press(pilot, *"person:")
        assert app.is_running
        bar = app.reader._bar
        assert bar is not None
        await press(pilot, *["backspace"] * 7, *"truce")
        assert any(isinstance(row, ResultRow) for row in app.reader._results.rows)  # type: ignore[union-attr]


async def test_a_stale_answer_is_never_shown(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"truce")
        reader = app.reader
        assert reader._results is not None
        before = list(reader._results.rows)
        stale = app.library.search("quay")
        reader.post_message(reader.Answered(reader._number - 1, stale))
        await settle(pilot)
        assert list(reader._results.rows) == before


async def test_follow(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "right_square_bracket")
        mention = app.reader.current_mention()
        while mention is not None and mention.type != "PERSON":
            await press(pilot, "right_square_bracket")
            mention = app.reader.current_mention()
        assert mention is not None
        assert "Kowalska" in mention.text
        here = app.reader.here()
        await press(pilot, "enter")
        assert isinstance(app.screen, DossierScreen)
        await press(pilot, "escape")
        assert app.screen is app.reader
        assert app.reader.here() == here
        await press(pilot, "right_square_bracket")
        after = app.reader.current_mention()
        assert after is not None
        assert after.start > mention.start
        await press(pilot, "left_square_bracket")
        assert app.reader.current_mention() == mention


async def test_find_in_this_article(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        here = app.reader.here()
        # Wrapped over a line end, and small letters for capitals.
        await press(pilot, "ctrl+f", *"in gdansk would")
        assert match(app) == "in Gdansk would"
        await press(pilot, "escape")
        assert app.reader.here() == here
        assert app.reader.matches is None
        await press(pilot, "ctrl+f", *"harbour", "enter")
        assert app.reader._find is None
        first = app.reader._at
        await press(pilot, "n", "n")
        assert app.reader._at == (first or 0) + 2
        for key, at in (("N", 0), ("n", -1)):
            app.reader._go_match(at % len(app.reader.matches or ()))
            await press(pilot, key)
            assert app.reader.header.status.message == f"On from the {'first' if key == 'n' else 'last'} match."
        assert app.reader._at == 0
        await press(pilot, "ctrl+f")
        assert app.reader._find is not None
        assert app.reader._find.text == "harbour"
        await press(pilot, *"Harbour")
        assert all(
            app.reader.document is not None and app.reader.document.text[span.start : span.end] == "Harbour"
            for span in app.reader.matches or ()
        )
        await press(pilot, "ctrl+r", "ctrl+a", "ctrl+k", *"f..ets?")
        assert match(app).lower().startswith("fleet")
        await press(pilot, "(")
        assert app.is_running


@pytest.mark.parametrize("pattern", [False, True])
async def test_find_goes_on_from_where_one_is_however_many_there_are(
    library: Library, press, settle, monkeypatch: pytest.MonkeyPatch, pattern: bool
) -> None:
    monkeypatch.setattr("tui.finding.MOST", 6)
    app = ReaderApp(library, open_document="c-long.txt")
    async with app.run_test(size=(80, 20)) as pilot:
        await settle(pilot)
        reader = app.reader
        document = reader.document
        assert document is not None
        await press(pilot, "9", "0", "percent_sign")
        place = reader.pane.in_view.start
        assert place > len(document.text) // 2
        await press(pilot, "ctrl+f", *(["ctrl+r"] if pattern else []), *"the ")
        assert match(app).lower().strip() == "the"
        assert reader.matches is not None
        assert reader._at is not None
        assert reader.matches[reader._at].start == document.text.lower().index("the", place)
        assert "6 or more matches" in str(reader._find and reader._find.query_one(".bar--said").render_line(0).text)
        await press(pilot, "enter")
        assert "6 or more matches" in reader.header.render_line(0).text
        for _ in range(6):
            at = reader._at
            await press(pilot, "n")
        # Those further on are not passed over.
        assert reader._at == at == 5
        assert "Ctrl+F" in str(reader.header.status.message)


async def test_back_and_forward_to_the_exact_place(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(60, 12)) as pilot:
        await settle(pilot)
        await press(pilot, "space", "j")
        first = app.reader.here()
        await press(pilot, "l", "down", "down", "enter")
        assert app.reader.document is not None
        assert app.reader.document.path == "c-long.txt"
        await press(pilot, "space", "space", "j")
        second = app.reader.here()
        await press(pilot, "alt+left")
        assert app.reader.here() == first
        await press(pilot, "alt+right")
        assert app.reader.here() == second
        await press(pilot, "backspace")
        assert app.reader.here() == first


async def test_the_place_is_kept_by_text_when_the_size_changes(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(100, 15)) as pilot:
        await settle(pilot)
        app.reader.open_path("c-long.txt")
        await settle(pilot)
        await press(pilot, *["space"] * 5)
        position = app.reader.pane.position
        assert position > 0
        for size in ((50, 15), (140, 30), (44, 12), (100, 15)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            view = app.reader.pane.in_view
            assert view.start <= position < view.end
        assert app.reader.pane.position == position


async def test_the_article_reopens_where_it_was_left(library: Library, press, settle) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(80, 15)) as pilot:
        await settle(pilot)
        app.reader.open_path("c-long.txt")
        await settle(pilot)
        await press(pilot, "space", "space", "space")
        left = app.reader.pane.position
        await press(pilot, "q")
    again = ReaderApp(library)
    async with again.run_test(size=(80, 15)) as pilot:
        await settle(pilot)
        assert again.reader.document is not None
        assert again.reader.document.path == "c-long.txt"
        assert again.reader.pane.position == left


async def test_document_text_is_never_markup(app: ReaderApp, settle) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "[sic]" in shown(app)


@pytest.mark.parametrize("size", [(40, 15), (40, 10), (80, 24), (400, 100)])
async def test_every_size(app: ReaderApp, press, settle, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "truce" in shown(app)
        await press(pilot, "E", "escape", "o", "escape", "slash", *"truce", "escape", "question_mark", "escape")
        assert app.screen is app.reader


async def test_a_terminal_too_small_says_so_and_comes_back(app: ReaderApp, settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for size in ((10, 3), (39, 24), (80, 5)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert type(app.screen).__name__ == "SmallScreen"
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert app.screen is app.reader
        assert "truce" in shown(app)


async def test_wide_characters_stay_in_their_rows(library: Library, settle) -> None:
    app = ReaderApp(library, open_document="d-wide.txt")
    async with app.run_test(size=(40, 15)) as pilot:
        await settle(pilot)
        pane = app.reader.pane
        for y in range(pane.size.height):
            assert pane.render_line(y).cell_length == pane.scrollable_content_region.width
