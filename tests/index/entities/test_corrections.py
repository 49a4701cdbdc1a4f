"""Corrections as text and as a file: what is written is read again, one wrong entry costs no other, no edit is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities.correcting.corrections import Correction, parse, written
from index.entities.correcting.corrections_file import CorrectionsFile
from index.errors import StateError
from tests.bounds import bounded

MERGE = Correction("merge", ("Mara Kovac", "J. Kovac"), "PERSON")


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    parse(text)
    parse(f'[[merge]]\nnames = {text}\n\n[[ignore]]\nname = "He"\n')


@pytest.mark.parametrize(
    "correction",
    [
        MERGE,
        Correction("merge", ("EU", "European Union", 'The "Union"'), None),
        Correction("split", ("J. Kovac",), "PERSON"),
        Correction("rename", ("Kovac",), None, "Mara Kovač \\ Senior"),
        Correction("retype", ("Torvald",), "PERSON", "ORG"),
        Correction("ignore", ("He",), "PERSON"),
        Correction("add", ("quiet line",), "EVENT"),
    ],
)
def test_what_is_written_is_read_again(correction: Correction) -> None:
    said = parse(written(correction))
    assert said.corrections == (correction,)
    assert not said.problems


def test_a_wrong_entry_is_reported_with_its_line_and_the_rest_applies_in_order() -> None:
    text = """# ours
[[merge]]
names = ["A", "B"]

[[rename]]
name = "A"
to = C

[[ignore]]
name = "D"
type = "ANIMAL"

[[merge]]
names = ["E"]

[[nonsense]]
name = "F"

[[split]]
nam = "G"

[[split]]
name = "G"
kind = "PERSON"

[[ignore]]
name = "H"
"""
    said = parse(text)
    assert said.corrections == (Correction("merge", ("A", "B")), Correction("ignore", ("H",)))
    assert [problem.line for problem in said.problems] == [7, 9, 13, 16, 19, 22]
    assert "ANIMAL" in str(said.problems[1])
    assert "line 9" in str(said.problems[1])
    assert parse('name = "loose"\n[[ignore]]\nname = "H"\n').corrections == (Correction("ignore", ("H",)),)


@pytest.mark.parametrize(
    ("value", "reason"), [("9" * 5_000, "4300 digits"), ("[" * 9_000, "nested too deep")], ids=["digits", "nested"]
)
def test_what_python_does_not_read_is_a_problem_of_its_entry(value: str, reason: str) -> None:
    said = parse(f'[[ignore]]\nname = {value}\n\n[[ignore]]\nname = "H"\n')
    assert said.corrections == (Correction("ignore", ("H",)),)
    (problem,) = said.problems
    assert reason in str(problem)


def test_reading_a_long_file_takes_linear_time() -> None:
    with bounded():
        said = parse(written(MERGE) * 5_000 + "[[" * 20_000)
        assert len(said.corrections) == 5_000


def test_a_change_keeps_what_a_person_wrote_and_undo_takes_just_it_out(tmp_path: Path) -> None:
    path = tmp_path / "corrections" / "news.toml"
    file = CorrectionsFile(path, "/home/me/news")
    assert file.undo() is None
    file.append(MERGE)
    assert "/home/me/news" in path.read_text().splitlines()[0]
    own = path.read_text() + '\n# why: they are two\r\n[[spilt]]\nname = "x"\n# end without a line end'
    path.write_text(own, newline="")
    file.append(Correction("ignore", ("He",)))
    assert path.read_bytes().decode().startswith(own)
    assert file.read().corrections == (MERGE, Correction("ignore", ("He",)))
    assert len(file.read().problems) == 1
    assert file.undo() == Correction("ignore", ("He",))
    assert path.read_bytes().decode() == own + "\n"
    assert file.undo() == MERGE
    assert file.read().corrections == ()
    assert "# why: they are two\r\n[[spilt]]" in path.read_bytes().decode()


def test_bytes_that_are_no_text_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b'[[ignore]]\nname = "\xff"\n')
    file = CorrectionsFile(path, "a")
    file.append(MERGE)
    assert path.read_bytes().startswith(b'[[ignore]]\nname = "\xff"\n')
    assert file.read().corrections == (MERGE,)
    assert file.read().problems[0].line == 1


def test_an_edit_from_outside_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    file = CorrectionsFile(path, "a")
    assert file.read().corrections == ()
    path.write_text(written(MERGE))
    assert file.read().corrections == (MERGE,)
    assert file.read() is file.read()
    path.unlink()
    assert file.read().corrections == ()


def test_what_cannot_be_kept_is_said(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("")
    with pytest.raises(StateError):
        CorrectionsFile(tmp_path / "folder" / "a.toml", "a").append(MERGE)
    (tmp_path / "a.toml").mkdir()
    file = CorrectionsFile(tmp_path / "a.toml", "a")
    assert file.read().problems
    with pytest.raises(StateError):
        file.append(MERGE)


WRITER = """
import sys
from pathlib import Path
from index.entities.correcting.corrections import Correction
from index.entities.correcting.corrections_file import CorrectionsFile
from tests.bounds import bounded
file = CorrectionsFile(Path(sys.argv[1]), "a")
for number in range(int(sys.argv[3])):
    file.append(Correction("ignore", (f"{sys.argv[2]} {number}",)))
    print(number, flush=True)
"""


def _writer(path: Path, name: str, number: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(number)], stdout=subprocess.PIPE, text=True
    )


def test_two_windows_lose_neither_edit(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    writers = [_writer(path, name, 40) for name in ("left", "right")]
    for writer in writers:
        writer.communicate(timeout=60)
        assert writer.returncode == 0
    said = CorrectionsFile(path, "a").read()
    assert not said.problems
    names = [correction.names[0] for correction in said.corrections]
    for side in ("left", "right"):
        assert [name for name in names if name.startswith(side)] == [f"{side} {n}" for n in range(40)]


def test_killed_at_any_moment_nothing_that_was_kept_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    kept: list[str] = []
    for turn in range(20):
        writer = _writer(path, f"turn{turn}", 100_000)
        assert writer.stdout is not None
        kept += [f"turn{turn} {writer.stdout.readline().strip()}" for _ in range(1 + turn % 3)]
        time.sleep(0.0007 * turn)
        os.kill(writer.pid, signal.SIGKILL)
        kept += [f"turn{turn} {line.strip()}" for line in writer.communicate()[0].splitlines() if line.strip()]
        said = CorrectionsFile(path, "a").read()
        assert not said.problems
        names = [correction.names[0] for correction in said.corrections]
        assert set(kept) <= set(names)
        assert len(names) == len(set(names))
