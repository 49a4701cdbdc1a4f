"""A long article: its beginning can be read while the rest is read in."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.documents.model import Document
from index.entities.model import Annotations, Mention
from index.errors import FormatError
from index.library import Library
from index.library.indexed import Status
from index.settings import Settings
from tui.app import ReaderApp
from tui.screens.reader import ReaderScreen, _doing


@pytest.fixture
def long(tmp_path: Path) -> Iterator[Library]:
    """A library of a long article and a short one."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    text = "\n\n".join(f"Paragraph {number} tells what was said on the quay." for number in range(6_000))
    (folder / "a-long.txt").write_text(text)
    (folder / "b-short.txt").write_text("Short\n\nNothing much is told here.\n")
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data", highlights=False)
    library = Library.open(folder, settings=settings)
    yield library
    library.close()


@pytest.fixture
def held(long: Library, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Until it is set, no article is read whole."""
    go_on, read = threading.Event(), long.read

    def waiting(path: str) -> Document:
        assert go_on.wait(60)
        return read(path)

    monkeypatch.setattr(long, "read", waiting)
    return go_on


async def test_the_beginning_is_there_first_and_the_place_is_kept(long: Library, held, until) -> None:
    app = ReaderApp(long)
    async with app.run_test(size=(80, 20)) as pilot:
        reader = app.reader
        await until(pilot, lambda: reader.partial and reader.pane.size.height > 0)
        await pilot.press("5", "j")
        words = reader.document.text[reader.pane.position :][:40]  # type: ignore[union-attr]
        held.set()
        await until(pilot, lambda: not reader.partial)
        document = reader.document
        assert document is not None
        assert document.text[reader.pane.position :].startswith(words)


async def test_the_place_where_the_reading_stopped_survives_the_beginning(long: Library, held, until) -> None:
    held.set()
    text = long.read("a-long.txt").text
    long._documents.clear()  # as after a new start
    at = text.index("Paragraph 3000")
    long.state.keep_position("a-long.txt", at, at + 100, len(text))
    held.clear()
    app = ReaderApp(long)
    async with app.run_test(size=(80, 20)) as pilot:
        reader = app.reader
        await until(pilot, lambda: reader.partial)
        reader.keep_position()  # as on leaving: the beginning alone says nothing of where one was
        position = long.state.position("a-long.txt")
        assert position is not None
        assert position.offset == at
        held.set()
        await until(pilot, lambda: not reader.partial and reader.pane.position == at)


async def test_what_is_read_and_what_is_indexed_are_said_without_hiding_each_other(
    long: Library, held, until, screen_text
) -> None:
    app = ReaderApp(long)
    async with app.run_test(size=(80, 20)) as pilot:
        reader = app.reader
        await until(pilot, lambda: reader.partial and reader.pane.size.height > 0)
        reader.workers.cancel_group(reader, "index")
        reader.post_message(ReaderScreen.Indexing("indexing", 1, 2))
        await until(pilot, lambda: reader.header.status.work == "indexing 1 of 2")
        assert "reading the rest …" in screen_text(app)
        held.set()
        await until(pilot, lambda: not reader.partial)
        reader.post_message(ReaderScreen.Indexing("indexing", 2, 2))
        await until(pilot, lambda: "indexing 2 of 2" in screen_text(app))
        reader.post_message(ReaderScreen.Indexing("", 0, 0))
        await until(pilot, lambda: "indexing" not in screen_text(app))


async def test_an_article_that_cannot_be_read_to_its_end_is_not_said_to_be_read(
    long: Library, until, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: str) -> Document:
        raise FormatError(f"{path} cannot be read")

    monkeypatch.setattr(long, "read", fail)
    app = ReaderApp(long)
    async with app.run_test(size=(80, 20)) as pilot:
        await until(pilot, lambda: app.reader.partial and app.reader.header.status.alarm)
        assert not app.reader.header.status.reading


def test_progress_tells_what_is_done_and_of_how_many_articles() -> None:
    status = Status("/corpus", "/cache", articles=900, files=900, skipped=0, bytes=1, current=True, named=250)
    assert _doing(None, 3, 900) == ("indexing", 3, 900)
    assert _doing(status, 1, 1) == ("indexing", 1, 1)  # one that changed meanwhile
    assert _doing(status, 20, 650) == ("finding names,", 270, 900)
    assert _doing(status, 650, 650) == ("finding names,", 900, 900)
    assert _doing(status, 901, 901) == ("finding names,", 901, 901)


async def test_names_in_view_stand_out_before_those_of_the_whole_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, until
) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    paragraphs = [f"On day {number} the lawyer Elena Kovac came to Lviv." for number in range(2_000)]
    (folder / "a.txt").write_text("\n\n".join(paragraphs))
    library = Library.open(folder, settings=Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data"))
    go_on, annotations = threading.Event(), library.annotations

    def waiting(path: str, cancelled: Callable[[], bool], found: Callable[[tuple[Mention, ...]], None]) -> Annotations:
        assert go_on.wait(60)
        return annotations(path, cancelled, found)

    monkeypatch.setattr(library, "annotations", waiting)
    app = ReaderApp(library)

    def lit() -> bool:
        """Whether every name in view stands out."""
        pane = app.reader.pane
        view, document = pane.in_view, app.reader.document
        assert document is not None
        shown = [match.start() for match in re.finditer("Elena Kovac", document.text[view.start : view.end])]
        layer = next((layer for name, (_, layer) in pane._layers.items() if name == "names"), None)
        return bool(layer and shown) and all(layer.over(view.start + at, view.start + at + 5) for at in shown)

    async with app.run_test(size=(80, 20)) as pilot:
        try:
            await until(pilot, lambda: app.reader.document is not None and lit())
            await pilot.press("G")
            await until(pilot, lambda: app.reader.pane.at_end and lit())
            assert app.reader.annotations is None
        finally:
            go_on.set()
        await until(pilot, lambda: app.reader.annotations is not None and lit())
    library.close()
