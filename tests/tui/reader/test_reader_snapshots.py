"""What the reader looks like at four widths, in colour and without, dark and light."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp

SIZES = [(40, 20), (80, 24), (120, 30), (200, 40)]


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cursor of a field does not blink."""
    from textual.widgets import Input

    monkeypatch.setattr(Input, "_toggle_cursor", lambda self: None)


@pytest.fixture
def shot(snap_compare, settle, until):  # type: ignore[no-untyped-def]
    """Compares the screen after some keys."""

    def compare(app: ReaderApp, size: tuple[int, int], *keys: str) -> None:
        async def before(pilot: Pilot[None]) -> None:
            await settle(pilot)
            for key in keys:
                await pilot.press(key)
                await settle(pilot)
            results, facets = app.reader._results, app.reader._facets
            if results is not None and facets is not None:
                # What is told of results, and what they can be narrowed by, comes when the typing pauses.
                wide = facets.fits(size[0])
                asked = app.reader._asked
                await until(pilot, lambda: results._text == asked and results._looked is not None)
                await until(
                    pilot, lambda: not wide or (facets._faceted is not None and facets._faceted.query == asked.strip())
                )
            app.reader.say(message="")

        assert snap_compare(app, terminal_size=size, run_before=before)

    return compare


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
def test_article(app: ReaderApp, shot, size: tuple[int, int]) -> None:
    shot(app, size, "right_square_bracket")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
def test_article_without_colour(library: Library, shot, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    shot(ReaderApp(library), size, "slash", *"truce", "enter")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
def test_one_name_alone(app: ReaderApp, shot, size: tuple[int, int]) -> None:
    shot(app, size, "right_square_bracket", "i", "z")


def test_one_name_alone_without_colour(library: Library, shot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    shot(ReaderApp(library), (80, 24), "right_square_bracket", "i", "z")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
def test_results(app: ReaderApp, shot, size: tuple[int, int]) -> None:
    shot(app, size, "slash", *"truce")


def test_light(harbour_corpus: Path, settings: Settings, shot) -> None:
    library = Library.open(harbour_corpus, settings=replace(settings, theme="reader-light"))
    library.refresh()
    shot(ReaderApp(library), (80, 24), "slash", *"truce", "enter")
    library.close()


def test_table_and_names(app: ReaderApp, shot) -> None:
    shot(app, (120, 30), "G", "E")


def test_table_on_a_narrow_terminal(app: ReaderApp, shot) -> None:
    shot(app, (40, 24), "G")


PAGE = """# Boats and Losses

Photo: Anna Kowalska walks along the inner quay on Monday morning. By Stock / Harbour Desk.

The eastern fleet lost more boats than the western one, the harbour office said on Monday.

## What Was Counted by the Harbour Office in the Months of the Truce

| Month | Boats lost | Crews | Repaired | Value | Told by | Note |
|---|---|---|---|---|---|---|
| January 2025 | 14 | 96 | 3 | $1.2 million | the harbour office | the western fleet counts eleven boats and no more |
| February 2025 | 9 | 71 | 5 | $0.7 million | the eastern fleet | |

Nobody else has counted the boats.

Add a comment
Leave a Reply
Share this with Zebedee
"""


@pytest.fixture
def page(tmp_path: Path, settings: Settings) -> Iterator[ReaderApp]:
    """An article with a caption, a table that fits no narrow terminal, and lines that belong to the page."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "page.md").write_text(PAGE, encoding="utf-8")
    library = Library.open(folder, settings=settings)
    library.refresh()
    yield ReaderApp(library)
    library.close()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
def test_outline_beside_what_is_folded(page: ReaderApp, shot, size: tuple[int, int]) -> None:
    shot(page, size, "underscore", "o")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
def test_find_in_a_table_that_does_not_fit(page: ReaderApp, shot, size: tuple[int, int]) -> None:
    shot(page, size, "underscore", "ctrl+f", *"eastern", "down")


def test_help(app: ReaderApp, shot) -> None:
    shot(app, (100, 30), "question_mark", *"match")


def test_wide_characters(library: Library, shot) -> None:
    shot(ReaderApp(library, open_document="d-wide.txt"), (60, 15))
