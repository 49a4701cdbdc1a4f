"""A long article: its beginning can be read while the rest is read in."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.documents.model import Document
from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp


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
        assert go_on.wait(20)
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
