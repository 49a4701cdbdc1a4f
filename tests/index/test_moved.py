"""What was made of an article goes with its file where that is renamed while nobody looks at it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index.building.moved import moved
from index.building.rows import Stamp
from index.digests import hex_sha256
from index.documents.scan import scan
from index.library import Library
from index.settings import Settings

NOTED = "bridge.txt"
LONG_AGO = 1_000_000


@pytest.fixture
def noted(corpus: Path, settings: Settings) -> Path:
    """The corpus, closed again, with a note, marks and a place in one of its articles."""
    for file in corpus.iterdir():
        os.utime(file, (LONG_AGO, LONG_AGO))
    with closing(Library.open(corpus, settings=settings)) as library:
        library.refresh()
        library.state.add_note(NOTED, 0, 6, "Bridge", "mine")
        library.state.set_mark("k", NOTED, 3, "ridge")
        library.state.keep_position(NOTED, 7, 9, 40)
    return corpus


def made(library: Library) -> set[str]:
    """The documents that notes, marks and places are of."""
    state = library.state
    of = [note.document for note in state.notes()] + [mark.document for mark in state.marks()] + [*state.positions()]
    assert len(of) == 3
    return set(of)


def one(library: Library) -> None:
    library.refresh()


def apart(library: Library) -> None:
    library.refresh_apart()


@pytest.mark.parametrize("refresh", [one, apart])
@pytest.mark.parametrize("now", ["span.txt", "sub/bridge.txt", "brücke.md"])
def test_a_file_renamed_while_closed_is_followed(
    noted: Path, settings: Settings, now: str, refresh: Callable[[Library], None]
) -> None:
    (noted / "sub").mkdir()
    (noted / NOTED).rename(noted / now)
    for number in range(60 if refresh is apart else 0):  # so many are read in a process of their own
        (noted / f"more{number:02}.txt").write_text(f"More of the harbour, number {number}.")
    with closing(Library.open(noted, settings=settings)) as library:
        refresh(library)
        assert made(library) == {now}
        position = library.state.position(now)
        assert position is not None
        assert position.offset == 7


def test_what_changed_too_or_is_still_there_keeps_what_was_made_of_it(noted: Path, settings: Settings) -> None:
    shutil.copy2(noted / NOTED, noted / "copy.txt")
    with closing(Library.open(noted, settings=settings)) as library:
        library.refresh()
        assert made(library) == {NOTED}
    (noted / NOTED).rename(noted / "z.txt")
    text = (noted / "z.txt").read_text()
    (noted / "z.txt").write_text(text[::-1])
    with closing(Library.open(noted, settings=settings)) as library:
        library.refresh()
        assert made(library) == {NOTED}  # the copy had been there before


def test_a_file_renamed_while_another_is_read_is_followed(noted: Path, settings: Settings) -> None:
    with closing(Library.open(noted, settings=settings)) as library:
        library.refresh()
        (noted / NOTED).rename(noted / "span.txt")
        library.follow([str(noted / NOTED), str(noted / "span.txt")])
        assert made(library) == {"span.txt"}


def test_without_anything_made_no_file_is_made(corpus: Path, settings: Settings) -> None:
    with closing(Library.open(corpus, settings=settings)) as library:
        library.refresh()
        (corpus / NOTED).rename(corpus / "span.txt")
        library.refresh()
    assert not settings.data_dir.exists()


def test_of_several_files_the_likeliest_is_it_and_each_is_of_one(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name, when in (("a.txt", 5), ("b.txt", 9), ("sub/old.txt", 9), ("other.txt", 9)):
        (tmp_path / name).write_text("The same bytes." if name != "other.txt" else "The same size, ")
        os.utime(tmp_path / name, (when, when))
    came = scan(tmp_path).files
    here = Stamp(15, 5_000_000_000, 0, hex_sha256(b"The same bytes."), None)
    assert moved({"old.txt": here}, came) == {"old.txt": "a.txt"}  # the same time of change
    assert moved({"old.txt": here._replace(mtime_ns=1)}, came) == {"old.txt": "sub/old.txt"}  # the same name
    both = {"old.txt": here._replace(mtime_ns=1), "older.txt": here._replace(mtime_ns=1)}
    assert moved(both, came) == {"old.txt": "sub/old.txt", "older.txt": "a.txt"}
    assert moved({"old.txt": here._replace(failure="no text")}, came) == {}
    assert moved({"old.txt": here._replace(size=14)}, came) == {}
