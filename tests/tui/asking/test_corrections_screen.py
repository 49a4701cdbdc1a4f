"""Correcting by keyboard: from a name in the text, from the list of names, from a dossier; and back."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from index.documents.model import Span
from index.entities.correcting.corrections import Correction
from index.entities.model import Entity
from index.library import Library
from index.settings import Settings
from index.wording import sentence
from tui.app import ReaderApp
from tui.screens.asking.correcting import told
from tui.screens.asking.picking import Choice, PickScreen
from tui.screens.lists.dossier import DossierScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.filtering import folded
from tui.widgets.names import NameRow, NamesPanel
from tui.widgets.row_list import RowList

Until = Callable[[Pilot[Any], Callable[[], bool]], Awaitable[None]]
ScreenText = Callable[[ReaderApp], str]
TEXT = """A pact in Oslo

Elena Kovac spoke in Oslo on Monday. Kovac thanked Norway. The quiet line held, said Elena Kovac.

Peter Lindqvist met Elena Kovac in Oslo. Lindqvist said the quiet line had held.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    corpus = tmp_path / "news"
    corpus.mkdir()
    (corpus / "a.txt").write_text(TEXT)
    opened = Library.open(corpus, settings=Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data"))
    opened.refresh()
    yield opened
    opened.close()
    shutil.rmtree(tmp_path / "cache")


def named(library: Library) -> dict[str, Entity]:
    return {entity.name: entity for entity in library.entities()}


async def on_a_name(app: ReaderApp, pilot: Pilot[Any], until: Until, text: str) -> ReaderScreen:
    """The reader, standing on the first mention of a name."""
    await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.annotations is not None)
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    for _ in range(30):
        await pilot.press("right_square_bracket")
        mention = screen.current_mention()
        if mention is not None and mention.text == text:
            return screen
    raise AssertionError(f"{text} is not named")


async def test_what_is_typed_before_the_choices_are_there_waits_for_them(library: Library, until: Until) -> None:
    app = ReaderApp(library)
    there = threading.Event()

    def choices() -> list[Choice[str]]:
        there.wait(60)
        return [Choice(name, name) for name in ("Elena Kovac", "Peter Lindqvist", "Peter Moen")]

    async with app.run_test(size=(80, 24)) as pilot:
        chosen: list[str | None] = []
        app.push_screen(PickScreen("Whom?", choices), chosen.append)
        await until(pilot, lambda: isinstance(app.screen, PickScreen))
        await pilot.press("enter", *"peter", "down", "enter")
        assert not chosen
        there.set()
        await until(pilot, lambda: chosen == ["Peter Moen"])


async def test_what_is_typed_finds_choices_by_all_words_and_makes_none_ready_on_the_screens_thread(
    library: Library, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of tens of thousands of names that would hold up the keys."""
    app = ReaderApp(library, open_document="a.txt")
    choices = [
        Choice(name, name, also=also) for name, also in (("Ana Bärő", "Chief"), ("Ana Moen", ""), ("Olaf", "Ana"))
    ]
    at: list[threading.Thread] = []

    def noted(text: str) -> str:
        at.append(threading.current_thread())
        return folded(text)

    monkeypatch.setattr("tui.screens.asking.picking.folded", noted)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(PickScreen("Whom?", lambda: choices))
        await until(pilot, lambda: bool(app.screen.query(RowList)) and len(app.screen.query_one(RowList).rows) == 3)
        await pilot.press(*"CHI baro")
        await until(pilot, lambda: list(app.screen.query_one(RowList).rows) == choices[:1])
        assert len(at) == 3
        assert threading.main_thread() not in at


@pytest.mark.parametrize("size", [(40, 15), (120, 40)])
async def test_merge_from_the_text_shows_at_once_and_is_taken_back(
    library: Library, until: Until, size: tuple[int, int]
) -> None:
    app = ReaderApp(library, open_document="a.txt")
    async with app.run_test(size=size) as pilot:
        screen = await on_a_name(app, pilot, until, "Peter Lindqvist")
        before = named(library)
        await pilot.press("M")
        await until(pilot, lambda: isinstance(app.screen, PickScreen) and bool(app.screen.query_one(RowList).rows))
        await pilot.press(*"kovac")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen and "Peter Lindqvist" not in named(library))
        merged = before["Elena Kovac"].mentions + before["Peter Lindqvist"].mentions
        assert named(library)["Elena Kovac"].mentions == merged
        await until(pilot, lambda: all(e.name != "Peter Lindqvist" for e in screen.annotations.entities))
        await pilot.press("U")
        await until(pilot, lambda: named(library) == before)
        await until(pilot, lambda: any(e.name == "Peter Lindqvist" for e in screen.annotations.entities))


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        (Correction("retype", ("Norway",), "PLACE", "ORG"), "Norway made an organisation."),
        (Correction("retype", ("Norway",), "PLACE", "GROUP"), "Norway made a group."),
        (Correction("split", ("A. K.",), "PERSON"), "A. K. split off."),
        (Correction("rename", ("Acme",), "ORG", "Acme Inc."), "Acme renamed Acme Inc."),
        (Correction("merge", ("Elena Kovac", "E. K."), "PERSON"), "E. K. merged into Elena Kovac."),
        (Correction("merge", ("A. K.", "Elena Kovac"), "PERSON"), "Elena Kovac merged into A. K."),
    ],
)
def test_a_correction_is_told_in_words_with_one_full_stop(correction: Correction, said: str) -> None:
    assert sentence(told(correction)) == said


async def test_a_dossier_follows_its_corrections(library: Library, until: Until, screen_text: ScreenText) -> None:
    app = ReaderApp(library, open_document="a.txt")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        reader = await on_a_name(app, pilot, until, "Elena Kovac")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, DossierScreen) and "Elena Kovac" in screen_text(app))
        dossier = app.screen
        await pilot.press("R")
        await until(pilot, lambda: bool(app.screen.query(Input)) and app.screen is not dossier)
        assert app.screen.query_one(Input).value == "Elena Kovac"
        await pilot.press(*" II", "enter")
        await until(pilot, lambda: "Elena Kovac II" in screen_text(app).splitlines()[0])
        await pilot.press("T")
        await until(pilot, lambda: isinstance(app.screen, PickScreen) and bool(app.screen.query_one(RowList).rows))
        await pilot.press(*"organ", "enter")
        await until(pilot, lambda: "organisation" in screen_text(app).splitlines()[0])
        said = "Elena Kovac II made an organisation.  U takes it back."
        await until(pilot, lambda: [one.message for one in app._notifications] == [said])
        await pilot.press("S")
        await until(pilot, lambda: isinstance(app.screen, PickScreen) and bool(app.screen.query_one(RowList).rows))
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: app.screen is dossier and "Kovac" in named(library))
        await pilot.press("X")
        await until(pilot, lambda: app.screen is reader and "Elena Kovac II" not in named(library))
        await until(pilot, lambda: all(m.text != "Elena Kovac" for m in reader.annotations.mentions))


async def test_the_list_of_names_is_corrected_in_place(library: Library, until: Until) -> None:
    app = ReaderApp(library, open_document="a.txt")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await on_a_name(app, pilot, until, "Oslo")
        await pilot.press("E")
        await until(pilot, lambda: isinstance(screen.panel, NamesPanel) and bool(screen.panel.rows))
        panel = screen.panel
        assert isinstance(panel, NamesPanel)
        while not (isinstance(panel.chosen, NameRow) and panel.chosen.entity.name == "Norway"):
            await pilot.press("j")
        await pilot.press("X")
        await until(pilot, lambda: all(not isinstance(r, NameRow) or r.entity.name != "Norway" for r in panel.rows))
        assert "Norway" not in named(library)
        await pilot.press("U")
        await until(pilot, lambda: any(isinstance(r, NameRow) and r.entity.name == "Norway" for r in panel.rows))


async def test_selected_words_are_named(library: Library, until: Until, monkeypatch: pytest.MonkeyPatch) -> None:
    app = ReaderApp(library, open_document="a.txt")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await on_a_name(app, pilot, until, "Oslo")
        await pilot.press("A")
        assert "v selects by keys" in screen.header.status.message
        start = TEXT.index("quiet line")
        monkeypatch.setattr(screen.pane, "word_from", lambda *_, **__: Span(start, start + len("quiet")))
        screen._mention = None
        await pilot.press("v")
        monkeypatch.undo()
        await pilot.press("w", "A")
        await until(pilot, lambda: isinstance(app.screen, PickScreen) and bool(app.screen.query_one(RowList).rows))
        await pilot.press(*"event", "enter")
        await until(pilot, lambda: sum(m.text == "quiet line" for m in screen.annotations.mentions) == 2)


async def test_without_a_name_or_a_sound_file_it_says_so(
    library: Library, until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(library, open_document="a.txt")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.annotations is not None)
        for key in "MSRTX":
            await pilot.press(key)
            await until(pilot, lambda: "Go to a name first" in screen_text(app).splitlines()[0])
        await pilot.press("U")
        await until(pilot, lambda: "no correction to take back" in screen_text(app).splitlines()[0])
        assert not app._notifications, "what is told in the header does not pile up over the text"


async def test_a_wrong_entry_is_told_at_the_start_and_when_it_is_written(
    library: Library, until: Until, screen_text: ScreenText
) -> None:
    library.corrections_file.parent.mkdir(parents=True)
    library.corrections_file.write_text('[[rename]]\nname = "Oslo"\nto = 3\n\n[[ignore]]\nname = "Norway"\n')
    app = ReaderApp(library, open_document="a.txt")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: "line 1: to must be a text" in screen_text(app))
        reader = await on_a_name(app, pilot, until, "Oslo")
        assert all(mention.text != "Norway" for mention in reader.annotations.mentions)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, DossierScreen) and "place" in screen_text(app))
        library.corrections_file.write_text('[[retype]]\nname = "Oslo"\nto = "ORG"\n\n[[oops]]\n')
        await until(pilot, lambda: "line 5" in screen_text(app))
        await until(pilot, lambda: "organisation" in screen_text(app).splitlines()[0])
        await until(pilot, lambda: any(m.text == "Norway" for m in reader.annotations.mentions))


async def test_a_name_of_an_article_that_is_not_indexed_is_corrected_and_it_is_said_when_that_shows(
    library: Library, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = ReaderApp(library, open_document="a.txt")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await on_a_name(app, pilot, until, "Peter Lindqvist")
        monkeypatch.setattr(library, "known", lambda entity_id: None)
        await pilot.press("X")
        await until(pilot, lambda: any("once this article is indexed" in one.message for one in app._notifications))
        monkeypatch.undo()
        assert [one.kind for one in library.corrections().corrections] == ["ignore"]
