"""What the user made outlives whatever happens to the program."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from trust_screen import PATIENCE, OpenScreen, rounds

from index.entities.correcting.corrections import Correction
from index.entities.correcting.corrections_file import CorrectionsFile
from index.errors import StateError
from index.library import Library
from index.settings import Settings
from index.user.state import State
from tests.older_state import make_older

NOTING = """
import sys
from pathlib import Path
from index.user.state import State
state = State(Path(sys.argv[1]), "corpus")
number = 0
while True:
    state.add_note("a.txt", number, number + 1, "words", f"note {number}")
    print(number, flush=True)
    number += 1
"""


CORRECTING = """
import sys
from pathlib import Path
from index.entities.correcting.corrections import Correction
from index.entities.correcting.corrections_file import CorrectionsFile
file = CorrectionsFile(Path(sys.argv[1]), "corpus")
number = 0
while True:
    if number % 3 == 2:
        file.undo()
    else:
        file.append(Correction("add", (f"Name {number}",), "PERSON"))
    print(number, flush=True)
    number += 1
"""


@pytest.mark.parametrize("seed", rounds(20, 200))
def test_killed_while_noting_no_note_that_was_kept_is_lost(tmp_path: Path, seed: int) -> None:
    file = tmp_path / "state.sqlite"
    process = subprocess.Popen([sys.executable, "-c", NOTING, str(file)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    told = process.stdout.readline()
    time.sleep(random.Random(seed).uniform(0, 0.2))
    process.kill()
    lines = (told + process.communicate()[0]).split()
    state = State(file, "corpus")
    kept = [note.text for note in state.notes()]
    state.close()
    assert kept[: len(lines)] == [f"note {n}" for n in range(len(lines))]
    assert len(kept) - len(lines) in (0, 1)  # one may have been kept and not told any more
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_killed_while_reading_all_comes_back_that_was_kept_meanwhile(
    open_screen: OpenScreen, corpus: Path, tmp_path: Path
) -> None:
    screen = open_screen(corpus)
    screen.until("Truce at Harbour number 0")
    screen.type("l")
    screen.until("article0001.txt")
    screen.type("\x14")  # by title
    screen.until("by title")
    screen.type("quarry")
    screen.until("of 45")
    end = time.monotonic() + 60 * PATIENCE
    while not any(b"quarry" in file.read_bytes() for file in (tmp_path / "data").glob("state.sqlite*")):
        assert time.monotonic() < end, "it is not kept"
        screen.read(0.1)
    screen.process.kill()
    screen.process.wait()
    again = open_screen(corpus)
    again.until("of 45 · by title")
    again.until("quarry")
    again.type("\x1b\x1b")
    again.until("Delegates met at Harbour")


def _corrections_after(steps: int) -> list[str]:
    """The names that are added after so many steps of CORRECTING."""
    names: list[str] = []
    for number in range(steps):
        if number % 3 == 2:
            names.pop()
        else:
            names.append(f"Name {number}")
    return names


@pytest.mark.parametrize("seed", rounds(20, 200))
def test_killed_while_correcting_no_correction_that_was_kept_is_lost(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "corpus.toml"
    process = subprocess.Popen([sys.executable, "-c", CORRECTING, str(path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    told = process.stdout.readline()
    time.sleep(random.Random(seed).uniform(0, 0.2))
    process.kill()
    steps = len((told + process.communicate()[0]).split())
    said = CorrectionsFile(path, "corpus").read()
    assert not said.problems
    kept = [correction.names[0] for correction in said.corrections]
    assert kept in (_corrections_after(steps), _corrections_after(steps + 1))
    assert {file.name for file in tmp_path.iterdir()} == {"corpus.toml", "corpus.lock"}


def test_what_a_killed_writer_of_corrections_left_goes_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "corpus.toml"
    file = CorrectionsFile(path, "corpus")
    file.append(Correction("add", ("Ferry Board",), "ORG"))
    (tmp_path / ".corpus.toml.abc").write_text("half")
    (tmp_path / ".other.toml.abc").write_text("of another")
    assert CorrectionsFile(path, "corpus").read().corrections == file.read().corrections
    (tmp_path / ".corpus.toml.def").write_text("half")
    file.append(Correction("add", ("Lock Keepers",), "ORG"))
    assert {file.name for file in tmp_path.iterdir()} == {"corpus.toml", "corpus.lock", ".other.toml.abc"}


def test_two_windows_keep_notes_at_once(tmp_path: Path) -> None:
    file = tmp_path / "state.sqlite"
    windows = [State(file, "corpus") for _ in range(2)]
    for number in range(20):
        windows[number % 2].add_note("a.txt", number, number + 1, "words", str(number))
    for window in windows:
        assert [note.text for note in window.notes()] == [str(number) for number in range(20)]
        window.close()


def test_the_file_of_a_newer_version_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "state.sqlite"
    State(file, "corpus").close()
    database = sqlite3.connect(file)
    database.execute("PRAGMA user_version=99")
    database.close()
    before = file.read_bytes()
    with pytest.raises(StateError, match="newer version"):
        State(file, "corpus")
    assert file.read_bytes() == before


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A file with a note."""
    file = tmp_path / "data" / "state.sqlite"
    state = State(file, "corpus")
    state.add_note("a.txt", 0, 5, "words", "kept")
    state.close()
    return file


def _unwritable(file: Path) -> sqlite3.Connection:
    """What SQLite says in a read-only home."""
    problem = sqlite3.OperationalError("unable to open database file")
    problem.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
    raise problem


@pytest.mark.parametrize("copied", [True, False])
def test_what_cannot_be_written_is_still_read(kept: Path, monkeypatch: pytest.MonkeyPatch, copied: bool) -> None:
    if copied:
        monkeypatch.setattr("index.user.database._for_writing", _unwritable)
    else:
        kept.with_name("state.sqlite-shm").mkdir()
    state = State(kept, "corpus")
    assert [note.text for note in state.notes()] == ["kept"]
    for change in (lambda: state.add_note("a.txt", 0, 1, "words", "new"), lambda: state.set_mark("A", "a.txt", 1, "")):
        with pytest.raises(StateError, match="unable to open" if copied else "readonly"):
            change()
    assert [note.text for note in state.notes()] == ["kept"]
    state.close()


def _no_room(*arguments: object, **options: object) -> str:
    """What making a temporary folder ends in where nothing at all may be written."""
    raise FileNotFoundError("no usable temporary directory")


def test_a_copy_holds_what_is_in_the_log_and_is_of_this_version(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.mkdtemp", _no_room)
    monkeypatch.setattr("tempfile.mkstemp", _no_room)
    with closing(sqlite3.connect(kept)) as database:
        make_older(database, 2)
        database.execute("UPDATE note SET text='the last'")
        database.commit()
        monkeypatch.setattr("index.user.database._for_writing", _unwritable)
        state = State(kept, "corpus")
        assert [note.text for note in state.notes()] == ["the last"]
        assert state.positions() == {}
        state.close()
        assert database.execute("PRAGMA user_version").fetchone() == (2,)


@pytest.mark.parametrize("copied", [True, False])
def test_once_it_can_be_written_again_it_is(
    kept: Path, corpus: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, copied: bool
) -> None:
    if copied:
        monkeypatch.setattr("index.user.database._for_writing", _unwritable)
    else:
        kept.with_name("state.sqlite-shm").mkdir()
    with closing(Library.open(corpus, settings=settings)) as library:
        with pytest.raises(StateError):
            library.state.save_search("truce")
        if copied:
            monkeypatch.undo()
        else:
            kept.with_name("state.sqlite-shm").rmdir()
        library.state.save_search("truce")
        assert library.state.searches(saved=True) == ("truce",)


def test_a_mark_that_cannot_be_set_elsewhere_stays_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = State(tmp_path / "state.sqlite", "corpus")
    state.set_mark("A", "a.txt", 1, "words")
    rows = State._rows

    def full(self: State, statement: str, *values: object) -> list[tuple[Any, ...]]:
        if statement.lstrip().startswith("INSERT"):
            raise StateError("database or disk is full")
        return rows(self, statement, *values)

    monkeypatch.setattr(State, "_rows", full)
    with pytest.raises(StateError):
        state.set_mark("A", "b.txt", 2, "words")
    assert [mark.document for mark in state.marks()] == ["a.txt"]
    state.close()


def test_what_a_killed_upgrade_left_goes_with_the_next(tmp_path: Path) -> None:
    file = tmp_path / "state.sqlite"
    State(file, "corpus").close()
    with closing(sqlite3.connect(file)) as database:
        make_older(database, 2)
    (tmp_path / ".state.v2.backup.abc").write_text("half")
    State(file, "corpus").close()
    assert {one.name for one in tmp_path.iterdir()} == {"state.sqlite", "state.v2.backup"}


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_what_stands_in_place_of_the_users_files_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    for name in ("state.sqlite", "corpus.toml"):
        if kind == "pipe":
            os.mkfifo(tmp_path / name)
        else:
            (tmp_path / name).symlink_to("/dev/zero")
    with pytest.raises(StateError, match="not a regular file"):
        State(tmp_path / "state.sqlite", "corpus")
    (problem,) = CorrectionsFile(tmp_path / "corpus.toml", "corpus").read().problems
    assert "not a regular file" in str(problem)
