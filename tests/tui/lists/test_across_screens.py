"""The lists over many articles, by keyboard: what they show, other articles, filter, order, export, the way out."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from index.across.network import Edge, network
from index.across.timeline import timeline
from index.across.voices import Voice, voices
from index.documents.cleaning import clean_line
from index.documents.model import Span
from index.entities.model import Entity
from index.errors import Cancelled
from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp
from tui.screens.asking.prompts import LineScreen
from tui.screens.lists.across import AcrossScreen
from tui.screens.lists.dossier import DossierScreen
from tui.screens.lists.naming import NamingScreen
from tui.screens.lists.network import NetworkScreen
from tui.widgets.rows.naming import EntityRow
from tui.widgets.rows.network import EdgeRow, edge_heading
from tui.widgets.rows.significance import significance, told
from tui.widgets.rows.timeline import StatementRow
from tui.widgets.rows.voices import SpokenRow, VoiceRow

Until = Callable[[Pilot[Any], Callable[[], bool]], Awaitable[None]]
ScreenText = Callable[[ReaderApp], str]
A = "putin-open-to-direct-talks.txt"


async def opened(app: ReaderApp, pilot: Pilot[Any], until: Until, key: str) -> AcrossScreen[Any]:
    """The list that a key opens, once its articles are read."""
    await until(pilot, lambda: app.reader.annotations is not None)
    await pilot.press(key)
    await until(pilot, lambda: isinstance(app.screen, AcrossScreen) and app.screen.found is not None)
    assert isinstance(app.screen, AcrossScreen)
    await pilot.pause()
    return app.screen


@pytest.mark.parametrize("size", [(40, 12), (120, 40)])
async def test_network(starter_library: Library, until: Until, size: tuple[int, int], screen_text: ScreenText) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=size) as pilot:
        screen = await opened(app, pilot, until, "W")
        library = starter_library
        expected = network(library.answering(""), library.seen, library.known, most=500)
        rows = [row for row in screen.main_list.rows if isinstance(row, EdgeRow)]
        assert [row.edge for row in rows] == list(expected.edges)
        await pilot.press("s")
        values = [row.edge.likelihood for row in screen.main_list.rows if isinstance(row, EdgeRow)]
        assert values == sorted(values, reverse=True)
        await pilot.press("s", "f", *"putin")
        await until(pilot, lambda: 0 < len(screen.main_list.rows) < len(rows))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: app.screen is app.reader)
        edge = next(row.edge for row in rows if "Putin" in row.a.name + row.b.name)
        await until(pilot, lambda: app.reader.document is not None and app.reader.document.path == edge.document)
        view = app.reader.pane.in_view
        assert view.start <= edge.place.start < view.end


async def test_one_voice_is_told_as_one(tmp_path: Path, until: Until, screen_text: ScreenText) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text('Quay\n\n"The ferry will sail," said Anna Kowalska on the quay.\n')
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data", restore=False)
    library = Library.open(tmp_path / "corpus", settings=settings)
    library.refresh()
    app = ReaderApp(library)
    async with app.run_test(size=(100, 20)) as pilot:
        screen = await opened(app, pilot, until, "V")
        await until(pilot, lambda: screen.found is not None and "1 voice with 4 of " in screen_text(app))
        assert "of nobody named" not in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: "Anna Kowalska: 4 words, once" in screen_text(app))
    library.close()


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("V", "voices with"),
        ("W", "most sentences first"),
        ("D", "statement"),
        ("F", "by different names"),
    ],
)
async def test_the_whole_title_is_told_on_a_narrow_screen(
    starter_library: Library, until: Until, key: str, said: str, screen_text: ScreenText
) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(50, 20)) as pilot:
        screen = await opened(app, pilot, until, key)
        await pilot.press("a")
        await until(pilot, lambda: screen.found is not None)
        shown = " ".join(screen_text(app).split())
        told = " ".join(screen.said(screen.found, len(screen.main_list.rows)).split())
        assert said in told
        assert f"{screen.name_shown} · {screen._scopes[screen._scope].name} {told}" in shown


async def test_the_graph_is_written_once(starter_library: Library, until: Until, tmp_path: Path) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot, until, "W")
        for name in ("graph.graphml", "graph.json", "graph.json"):
            await pilot.press("r")
            await until(pilot, lambda: isinstance(app.screen, LineScreen))
            app.screen.query_one(Input).value = str(tmp_path / name)
            await pilot.press("enter")
            await until(pilot, lambda: app.screen is screen)
            await app.workers.wait_for_complete()
        root = ElementTree.parse(tmp_path / "graph.graphml").getroot()
        edges = json.loads((tmp_path / "graph.json").read_text())["edges"]
        assert len(list(root.iter("{http://graphml.graphdrawing.org/xmlns}edge"))) == len(edges) > 10


async def test_the_name_of_the_working_folder_is_clean_where_it_is_shown(
    starter_library: Library, until: Until, tmp_path: Path, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / os.fsdecode("a\x1b[31mred\u202e\n".encode() + b"\xff")
    folder.mkdir()
    monkeypatch.chdir(folder)
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(200, 40)) as pilot:
        screen = await opened(app, pilot, until, "V")
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, LineScreen))
        await until(pilot, lambda: f"into {clean_line(str(folder))}" in screen_text(app))
        assert not set(screen_text(app)) & {"\x1b", "\u202e", "\udcff"}
        assert app.screen.query_one(Input).value == "voices.md"
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen and (folder / "voices.md").is_file())


async def written(app: ReaderApp, pilot: Pilot[Any], until: Until, file: Path) -> str:
    """What the open list is written as."""
    screen = app.screen
    await pilot.press("r")
    await until(pilot, lambda: isinstance(app.screen, LineScreen))
    app.screen.query_one(Input).value = str(file)
    await pilot.press("enter")
    await until(pilot, lambda: app.screen is screen and file.is_file())
    await app.workers.wait_for_complete()
    return file.read_text(encoding="utf-8")


async def test_the_timeline_is_sorted_and_written_as_it_is_listed(
    starter_library: Library, until: Until, tmp_path: Path, screen_text: ScreenText
) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await opened(app, pilot, until, "D")
        rows = screen.main_list.rows
        earliest = [row.statement for row in rows if isinstance(row, StatementRow)]
        await pilot.press("s")
        latest = [row.statement for row in screen.main_list.rows if isinstance(row, StatementRow)]
        assert latest == earliest[::-1] != earliest
        assert "latest first" in screen_text(app)
        strip = screen_text(app).splitlines()[2].split()
        assert strip[0] == earliest[0].date
        assert strip[-1] == earliest[-1].date
        text = await written(app, pilot, until, tmp_path / "timeline.md")
        items = [line for line in text.splitlines() if line.startswith("- ")]
        assert len(items) == len(latest)
        for one, line in zip(latest, items, strict=True):
            assert line.startswith(f"- **{one.date}**")
            assert f"characters {one.start}–{one.end}" in line
            assert ("by the article's own date" in line) == one.assumed
        await pilot.press("f", *"2022", "enter")
        await until(pilot, lambda: 0 < len(screen.main_list.rows) < len(latest))
        value = json.loads(await written(app, pilot, until, tmp_path / "timeline.json"))
        assert len(value["statements"]) == len(screen.main_list.rows)


async def test_the_voices_are_sorted_and_written(starter_library: Library, until: Until, tmp_path: Path) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot, until, "V")
        await pilot.press("a")
        await until(pilot, lambda: screen.found is not None and len(screen.main_list.rows) > 3)

        def shown() -> list[Voice]:
            return [row.voice for row in screen.main_list.rows if isinstance(row, VoiceRow)]

        by_words = shown()
        await pilot.press("s")
        assert [len(one.articles) for one in shown()] == sorted((len(one.articles) for one in by_words), reverse=True)
        assert shown() != by_words
        text = await written(app, pilot, until, tmp_path / "voices.md")
        assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == [one.name for one in shown()]
        assert text.count("\n- ") == sum(len(one.spoken) for one in by_words)
        await pilot.press("enter")
        await until(pilot, lambda: not shown())
        value = json.loads(await written(app, pilot, until, tmp_path / "one.json"))
        assert len(value["voices"]) == 1


async def test_timeline(starter_library: Library, until: Until) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(app, pilot, until, "D")
        expected = timeline(starter_library.answering(""), starter_library.seen).statements
        assert [row.statement for row in screen.main_list.rows if isinstance(row, StatementRow)] == list(expected)
        await pilot.press("G", "enter")
        await until(pilot, lambda: app.screen is app.reader)
        last = expected[-1]
        await until(pilot, lambda: app.reader.document is not None and app.reader.document.path == last.document)
        view = app.reader.pane.in_view
        assert view.start <= last.mention.start < view.end


async def test_voices_of_this_article_and_of_all(starter_library: Library, until: Until) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(app, pilot, until, "V")
        library = starter_library

        def shown() -> list[tuple[str, int]]:
            return [(row.voice.name, row.voice.words) for row in screen.main_list.rows if isinstance(row, VoiceRow)]

        here = voices([A], library.seen, library.known)
        assert shown() == [(voice.name, voice.words) for voice in here.voices]
        await pilot.press("a")
        await until(pilot, lambda: screen.found is not None)
        everywhere = voices(library.answering(""), library.seen, library.known)
        await until(pilot, lambda: shown() == [(voice.name, voice.words) for voice in everywhere.voices])
        await pilot.press("j", "enter")
        await until(pilot, lambda: any(isinstance(row, SpokenRow) for row in screen.main_list.rows))
        spoken = [row.spoken for row in screen.main_list.rows if isinstance(row, SpokenRow)]
        assert spoken == list(everywhere.voices[1].spoken)
        await pilot.press("escape")
        await until(pilot, lambda: bool(shown()))
        assert isinstance(screen.main_list.chosen, VoiceRow)
        assert screen.main_list.chosen.voice == everywhere.voices[1]
        await pilot.press("enter", "enter")
        await until(pilot, lambda: app.screen is app.reader)
        await until(pilot, lambda: app.reader.document is not None and app.reader.document.path == spoken[0].document)


async def test_naming_from_the_reader_and_from_a_dossier(
    starter_library: Library, until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(app, pilot, until, "F")
        assert screen.found is not None
        assert screen.found.columns[0].path == A
        row = screen.main_list.chosen
        assert isinstance(row, EntityRow)
        await pilot.press("right")
        assert isinstance(screen.main_list.chosen, EntityRow)
        assert (screen.main_list.chosen.row, screen.main_list.chosen.column) == (row.row, 1)
        await pilot.press("left", "left")
        assert screen.main_list.chosen.column == len(screen.found.columns) - 1
        await pilot.press("tab", "enter")
        await until(pilot, lambda: app.screen is app.reader)
        first = row.row.cells[0][0].first
        view = app.reader.pane.in_view
        assert view.start <= first.start < view.end
        entity = next(one for one in starter_library.entities() if one.type == "PERSON")
        app.push_screen(DossierScreen(starter_library, entity.id))
        await until(pilot, lambda: entity.name in screen_text(app) and isinstance(app.screen, DossierScreen))
        await pilot.press("F")
        await until(pilot, lambda: isinstance(app.screen, NamingScreen) and bool(app.screen.main_list.rows))
        rows = app.screen.main_list.rows
        assert isinstance(rows[0], EntityRow)
        assert rows[0].row.entity.id == entity.id
        counts = [sum(form.count for form in cell) for cell in rows[0].row.cells]
        assert counts == sorted(starter_library.documents_naming(entity.id).values(), reverse=True)
        absent = next(at for at, cell in enumerate(rows[-1].row.cells) if not cell)  # type: ignore[attr-defined]
        await pilot.press("G", *["right"] * absent, "enter")
        await pilot.pause()
        assert isinstance(app.screen, NamingScreen)


async def test_a_search_that_holds_narrows_the_articles(starter_library: Library, until: Until) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: app.reader.annotations is not None)
        app.reader.open_match("Crimea", A, app.reader.pane.in_view)
        screen = await opened(app, pilot, until, "W")
        found = starter_library.answering("Crimea")
        assert 0 < len(found) < 5
        assert screen.found.articles == len(found)
        await pilot.press("a")
        await until(pilot, lambda: screen.found is not None and screen.found.articles == 5)
        await pilot.press("a")
        await until(pilot, lambda: screen.found is not None and screen.found.articles == 1)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.reader)


async def test_a_list_that_takes_long_says_how_far_it_is_and_esc_stops_it(
    starter_library: Library, until: Until, monkeypatch: pytest.MonkeyPatch, screen_text: ScreenText
) -> None:
    stopped = threading.Event()

    def endless(
        screen: NetworkScreen, paths: object, cancelled: Callable[[], bool], progress: Callable[[int, int], None]
    ) -> None:
        while not cancelled():
            progress(3, 4_000)
        stopped.set()
        raise Cancelled("The list was stopped.")

    monkeypatch.setattr(NetworkScreen, "ask", endless)
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.reader.annotations is not None)
        await pilot.press("W")
        await until(pilot, lambda: "3 of 4,000 articles read" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, stopped.is_set)
        await until(pilot, lambda: app.screen is app.reader)


def test_numbers_of_pairs_stand_near_their_names_however_wide_the_screen() -> None:
    a, b = Entity("a", "Ann Cole", "PERSON", (), 3), Entity("b", "Oslo", "PLACE", (), 2)
    row = EdgeRow(Edge("a", "b", 2, 1, 12.5, "a.txt", Span(0, 4)), a, b)
    for width in (50, 120, 200):
        text = "".join(piece.text for piece in row.lines(width)[0])
        head = "".join(piece.text for piece in edge_heading(width))
        assert len(text) == len(head) <= min(width, 110)
        assert text.index("12.5") + 4 == head.index("G²") + 2


def test_significance_in_words() -> None:
    assert [told(value) for value in (0.4, 5.0, 30.0, -30.0)] == [
        "no more than chance gives",
        "chance gives so many less than once in 20",
        "chance gives so many less than once in 1,000",
        "chance gives so few less than once in 1,000",
    ]
    assert [significance(value).count("*") for value in (0.4, 3.84, 10.82, 10.83, -30.0)] == [0, 1, 1, 2, 2]
