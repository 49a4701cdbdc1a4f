"""What a person asks for is written beside what is there, never over it, and whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.errors import StateError
from tui.new_files import file_named, free, working_folder, write_new


def test_nothing_is_ever_written_over(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    write_new(file, "first\n")
    with pytest.raises(StateError, match="exists already"):
        write_new(file, "second\n")
    assert file.read_text() == "first\n"
    assert free(file).name == "report-2.md"


def test_a_link_to_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "report.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(StateError):
        write_new(tmp_path / "report.md", "text")
    assert not (tmp_path / "elsewhere.md").exists()
    assert free(tmp_path / "report.md").name == "report-2.md"


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(StateError, match="cannot write"):
        write_new(tmp_path / "no" / "report.md", "text")
    with pytest.raises(StateError, match="cannot write"):
        write_new(Path("bad\0name"), "text")


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_half_of_a_file_is_not_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException) -> None:
    def fails(handle: int) -> None:
        raise fault

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(StateError if isinstance(fault, OSError) else KeyboardInterrupt):
        write_new(tmp_path / "report.md", "text")
    assert not list(tmp_path.iterdir())


def test_what_is_no_text_is_written_as_a_sign(tmp_path: Path) -> None:
    write_new(tmp_path / "report.md", "a\udcffb\n")
    assert (tmp_path / "report.md").read_text() == "a?b\n"


def test_a_name_that_no_file_can_have_is_said_when_it_is_written(tmp_path: Path) -> None:
    file = file_named("x" * 300, tmp_path)
    assert free(file) == file
    with pytest.raises(StateError, match="too long"):
        write_new(file, "text")
    longest = tmp_path / ("y" * 255)
    longest.touch()
    assert free(longest).name == f"{longest.name}-2"


def test_a_working_folder_that_is_gone_is_said_when_something_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(StateError, match="No such file"):
        write_new(file_named("report.md", working_folder()), "text")
