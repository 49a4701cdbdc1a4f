"""What the user made outlives whatever happens to the program."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from trust_screen import rounds

from index.errors import StateError
from index.state import State

NOTING = """
import sys
from pathlib import Path
from index.state import State
state = State(Path(sys.argv[1]), "corpus")
number = 0
while True:
    state.add_note("a.txt", number, number + 1, "words", f"note {number}")
    print(number, flush=True)
    number += 1
"""


@pytest.mark.parametrize("seed", rounds(5, 200))
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
