"""The reader follows the files of its corpus."""

from __future__ import annotations

import asyncio
import fcntl
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from index import cache
from index.library import Library
from index.library.indexed import Status
from index.settings import Settings
from tui import watching as follow
from tui.app import ReaderApp
from tui.watching import Watcher

LINES = [f"Paragraph {number} tells of boat {number * 7} and of its crew, slowly.\n\n" for number in range(60)]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two articles that may be changed."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text("The Boats\n\n" + "".join(LINES), encoding="utf-8")
    (folder / "b.txt").write_text("The Quay\n\nNothing happens here.\n", encoding="utf-8")
    return folder


@pytest.fixture
def library(corpus: Path, settings: Settings) -> Iterator[Library]:
    """The library over them."""
    library = Library.open(corpus, settings=settings)
    library.refresh()
    yield library
    library.close()


async def until(pilot: Pilot[None], true: Callable[[], object], seconds: float = 60.0) -> None:
    """Waits until something holds."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        await pilot.pause()


async def watching(pilot: Pilot[None], app: ReaderApp, settle) -> None:
    """Waits until the files are watched."""
    begun = asyncio.Event()
    look = app.reader._look_once_more
    loop = asyncio.get_running_loop()

    def told() -> None:
        look()
        loop.call_soon_threadsafe(begun.set)

    app.reader._look_once_more = told  # type: ignore[method-assign]
    await asyncio.wait_for(begun.wait(), 60)
    await settle(pilot)


async def test_the_open_article_follows_its_file_at_the_same_words(
    library: Library, corpus: Path, press, settle
) -> None:
    app = ReaderApp(library, open_document="a.txt")
    async with app.run_test(size=(80, 20)) as pilot:
        await watching(pilot, app, settle)
        await press(pilot, "5", "0", "percent_sign")
        reader = app.reader
        assert reader.document is not None
        place = reader.pane.position
        words = reader.document.text[place : place + 40]
        text = "The Boats\n\nSomething was put before all the rest.\n\n" + "".join(LINES[3:])
        (corpus / "a.txt").write_text(text, encoding="utf-8")
        await until(pilot, lambda: reader.document is not None and "put before" in reader.document.text)
        now = reader.document.text
        assert now[reader.pane.position :].startswith(words)
        assert "has changed" in reader.header.status.message
        await settle(pilot)
        assert reader.annotations is not None
        assert all(now[one.start : one.end] == one.text for one in reader.annotations.mentions)


async def test_articles_come_and_go(library: Library, corpus: Path, settle, monkeypatch: pytest.MonkeyPatch) -> None:
    app = ReaderApp(library, open_document="a.txt")
    async with app.run_test(size=(80, 20)) as pilot:
        await watching(pilot, app, settle)
        told: list[str] = []  # what is told next may come before the screen is looked at
        tell = app.reader.tell
        monkeypatch.setattr(app.reader, "tell", lambda message, **how: (told.append(message), tell(message, **how))[1])

        def paths() -> set[str]:
            return {one.path for one in library.listing()}

        (corpus / "c.txt").write_text("The Lighthouse\n\nA zeppelin was seen.\n", encoding="utf-8")
        await until(pilot, lambda: library.search("zeppelin").total == 1)
        await until(pilot, lambda: "1 article is new" in app.reader.header.status.message)
        (corpus / "b.txt").unlink()
        await until(pilot, lambda: paths() == {"a.txt", "c.txt"})
        (corpus / "sub").mkdir()
        (corpus / "sub" / "d.txt").write_text("Below\n\nA dirigible was seen.\n", encoding="utf-8")
        await until(pilot, lambda: library.search("dirigible").total == 1)
        await settle(pilot)
        (corpus / "sub" / "d.txt").write_text("Below\n\nAn aeroplane was seen.\n", encoding="utf-8")
        await until(pilot, lambda: library.search("aeroplane").total == 1)
        text = (corpus / "a.txt").read_bytes()
        (corpus / "a.txt").unlink()
        await until(pilot, lambda: app.reader.header.status.gone)
        await until(pilot, lambda: any("is gone" in message for message in told))
        assert app.reader.document is not None
        app.reader.tell("Something else")
        assert app.reader.header.status.gone, "it lasts longer than what is told of it"
        (corpus / "a.txt").write_bytes(text)
        await until(pilot, lambda: not app.reader.header.status.gone)
        await until(pilot, lambda: "The file is there again." in told)


@pytest.mark.parametrize("now", ["z.txt", "sub/a.txt"])
async def test_a_renamed_file_is_followed_with_all_that_was_made_of_it(
    library: Library, corpus: Path, press, settle, now: str
) -> None:
    state = library.state
    state.set_mark("k", "a.txt", 30, "tells of boat")
    state.set_mark("K", "a.txt", 60, "tells of boat")
    state.add_note("a.txt", 4, 9, "Boats", "Whose?")
    (corpus / "sub").mkdir()
    app = ReaderApp(library, open_document="a.txt")
    async with app.run_test(size=(80, 20)) as pilot:
        await watching(pilot, app, settle)
        await press(pilot, "5", "0", "percent_sign")
        reader = app.reader
        place, furthest = reader.pane.place, reader._furthest
        (corpus / "a.txt").rename(corpus / now)
        await until(pilot, lambda: reader.document is not None and reader.document.path == now)
        assert f"renamed to {now}" in reader.header.status.message
        assert (reader.pane.place, reader._furthest) == (place, furthest)
        await settle(pilot)
        assert {(mark.name, mark.document, mark.offset) for mark in state.marks()} == {("k", now, 30), ("K", now, 60)}
        assert [(note.document, note.text) for note in state.notes()] == [(now, "Whose?")]
        assert state.position("a.txt") is None
        kept = state.position(now)
        assert kept is not None
        assert (kept.offset, kept.furthest) == (place.offset, furthest)
        await press(pilot, "alt+left")  # back to before the jump, in the same article
        assert reader.document is not None
        assert reader.document.path == now


async def test_a_file_with_other_words_is_not_taken_for_the_one_that_went(
    library: Library, corpus: Path, settle
) -> None:
    shutil.copy(corpus / "a.txt", corpus / "copy.txt")  # as old as the article itself
    library.refresh()
    app = ReaderApp(library, open_document="a.txt")
    async with app.run_test(size=(80, 20)) as pilot:
        await watching(pilot, app, settle)
        text = (corpus / "a.txt").read_text(encoding="utf-8")
        (corpus / "a.txt").unlink()
        (corpus / "other.txt").write_text(text.replace("boat 7", "boat 8"), encoding="utf-8")
        await until(pilot, lambda: app.reader.header.status.gone)
        assert "is gone" in app.reader.header.status.message


async def test_quitting_ends_the_watching_at_once(library: Library, settle) -> None:
    app = ReaderApp(library)
    async with app.run_test(size=(80, 20)) as pilot:
        await watching(pilot, app, settle)
        watcher = app.reader._watcher
        assert watcher is not None
        thread = watcher._thread
        assert thread.is_alive()
    thread.join(1.0)
    assert not thread.is_alive()


def test_what_is_no_article_is_not_told_of(corpus: Path, tmp_path: Path) -> None:
    changed, began = threading.Event(), threading.Event()
    outside = tmp_path / "outside"
    outside.mkdir()
    (corpus / "link").symlink_to(outside)
    watcher = Watcher(corpus, lambda places: changed.set(), began.set)
    watcher.start()
    try:
        assert began.wait(60)
        (corpus / ".a.txt.swp").write_text("x", encoding="utf-8")
        (corpus / "photo.jpg").write_text("x", encoding="utf-8")
        (outside / "e.txt").write_text("x", encoding="utf-8")
        assert not changed.wait(1.0)
        (corpus / "new.md").write_text("x", encoding="utf-8")
        assert changed.wait(60)
    finally:
        watcher.stop()


def test_of_a_corpus_of_one_file_only_that_file_is_told_of(corpus: Path) -> None:
    told: list[frozenset[str] | None] = []
    changed, began = threading.Event(), threading.Event()
    watcher = Watcher(corpus / "a.txt", lambda places: (told.append(places), changed.set())[1], began.set)
    watcher.start()
    try:
        assert began.wait(60)
        (corpus / "b.txt").write_text("Beside it.")
        (corpus / "new.txt").write_text("Beside it.")
        (corpus / "a.txt").write_text("Another text.")
        assert changed.wait(60)
    finally:
        watcher.stop()
    watcher._thread.join(60)
    assert set(told) == {frozenset([str(corpus / "a.txt")])}


@pytest.mark.parametrize("why", ["remote", "no watches", "too many folders", "a name that is no text"])
def test_where_nobody_tells_the_files_are_looked_at(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    def refused(*_: object, **__: object) -> Iterator[None]:
        raise OSError("no space left on device")
        yield

    mounts = tmp_path / "mounts"
    kind = "nfs4" if why == "remote" else "ext4"
    mounts.write_text(f"dev / ext4 rw 0 0\nserver:/x {corpus} {kind} rw 0 0\nother {corpus}-2 nfs rw 0 0\n")
    monkeypatch.setattr(follow, "_MOUNTS", mounts)
    monkeypatch.setattr(follow, "_LOOK_EVERY", 0.05)
    if why == "a name that is no text":
        (corpus / os.fsdecode(b"odd\xff")).mkdir()
    else:
        monkeypatch.setattr("watchfiles.watch", refused)
    if why == "too many folders":
        monkeypatch.setattr(follow, "_FOLDERS_AT_MOST", 0)
    assert follow.is_remote(corpus) == (why == "remote")
    changed, began, looked = threading.Event(), threading.Event(), threading.Semaphore(0)
    scan = follow.scan
    monkeypatch.setattr(follow, "scan", lambda root: (scan(root), looked.release())[0])
    watcher = Watcher(corpus, lambda places: changed.set(), began.set)
    watcher.start()
    try:
        assert began.wait(60)
        assert all(looked.acquire(timeout=60) for _ in range(4))
        assert not changed.is_set()
        (corpus / "new.txt").write_text("New.")
        assert changed.wait(60)
    finally:
        watcher.stop()
    watcher._thread.join(60)
    assert not watcher._thread.is_alive()


async def test_when_the_files_are_quiet_the_index_is_known_to_be_whole(
    corpus: Path, library: Library, settings: Settings, settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.reader._QUIET", 0.2)
    for file in corpus.iterdir():  # what has just been written may be written once more within the clock's step
        os.utime(file, (1_700_000_000, 1_700_000_000))
    app = ReaderApp(library, open_document="a.txt")
    async with app.run_test(size=(100, 30)) as pilot:
        await watching(pilot, app, settle)
        file = corpus / "c.txt"
        file.write_text("The Ferry\n\nIt sails.\n", encoding="utf-8")
        os.utime(file, (1_700_000_000, 1_700_000_000))

        def whole() -> bool:
            other = Library.open(corpus, settings=settings)
            try:
                return other._status_if_settled(names=False, words=False) is not None
            finally:
                other.close()

        await until(pilot, lambda: len(library.files()) == 3 and whole(), 20)


async def test_what_another_window_indexes_is_waited_for_and_then_found(
    library: Library, corpus: Path, settings: Settings, screen_text, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.reader._OTHER_WINDOW", 0.1)
    (corpus / "c.txt").write_text("The Ferry\n\nElena Kovac saw the ferry.\n", encoding="utf-8")
    app = ReaderApp(library, open_document="c.txt", query="ferry")
    with cache.writing(library.folder):
        async with app.run_test(size=(100, 30)) as pilot:
            await until(pilot, lambda: "another window is indexing" in screen_text(app))
            await until(pilot, lambda: "nothing found, still indexing" in screen_text(app))
            fcntl.flock(_lock_of(library), fcntl.LOCK_UN)
            await until(pilot, lambda: "1 article " in screen_text(app) and "another window" not in screen_text(app))


def _lock_of(library: Library) -> int:
    """The open file that holds the write lock of this process."""
    lock = os.stat(library.folder / "lock")
    return next(
        number
        for number in (int(name) for name in os.listdir("/dev/fd"))
        if os.path.exists(f"/dev/fd/{number}") and os.path.samestat(os.fstat(number), lock)
    )


async def test_what_is_indexed_first_is_not_said_to_have_changed(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, told = threading.Event(), []
    status = library.status()._replace(changed=frozenset({"a.txt", "b.txt", "c.txt"}))

    def first(*_: object) -> Status:
        assert go_on.wait(60)
        return status

    monkeypatch.setattr(library, "refresh_apart", first)
    monkeypatch.setattr(library, "follow", lambda *_: status._replace(changed=frozenset({"b.txt"})))
    app = ReaderApp(library, open_document="a.txt")
    async with app.run_test(size=(100, 30)) as pilot:
        reader = app.reader
        monkeypatch.setattr(reader, "tell", lambda said, **_: told.append(said))
        await until(pilot, lambda: any(worker.group == "index" and worker.is_running for worker in reader.workers))
        reader.files_changed(frozenset({"b.txt"}))
        go_on.set()
        await until(pilot, lambda: told)
        assert told == ["1 article is new, changed or gone."]
