"""The articles are only ever read: no file of the corpus, nor its folder, is changed by anything one does."""

from __future__ import annotations

import os
import stat
from contextlib import closing
from pathlib import Path

import pytest
from trust_screen import OpenScreen

from index.entities.correcting.corrections import Correction
from index.library import Library
from index.settings import Settings
from tui.cli import main

_COMMANDS = (
    ("index", "--rebuild"),
    ("search", "truce"),
    ("list",),
    ("show", "article0001.txt"),
    ("entities",),
    ("compare", "article0001.txt", "article0009.txt", "--markdown"),
    ("matrix", "article0001.txt", "article0009.txt"),
    ("timeline",),
    ("voices",),
    ("naming",),
    ("network",),
    ("export",),
)


def _state(corpus: Path) -> dict[str, tuple[int, int, int, bytes]]:
    """All that tells a change: the time of the last one, which no program can set, the size, the rights, the bytes."""
    found = {}
    for file in (corpus, *corpus.rglob("*")):
        now = os.lstat(file)
        data = b"" if stat.S_ISDIR(now.st_mode) else file.read_bytes()
        found[str(file)] = (now.st_ctime_ns, now.st_size, now.st_mode, data)
    return found


def test_no_command_changes_an_article(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus)  # where a command would leave what it writes without a place of its own
    before = _state(corpus)
    for name, *arguments in _COMMANDS:
        place = [str(corpus)] if name in ("index", "export") else ["--corpus", str(corpus)]
        assert main([name, *arguments, *place]) in (0, 1), (name, capsys.readouterr().err)
        assert _state(corpus) == before, name


def test_reading_marking_and_correcting_change_no_article(
    open_screen: OpenScreen, corpus: Path, tmp_path: Path, settings: Settings
) -> None:
    before = _state(corpus)
    screen = open_screen(corpus)
    screen.until("Delegates met")
    screen.type("m")
    screen.until("Set a mark")
    screen.type("A")
    screen.until("Mark A is set")
    screen.type("\x11")
    assert screen.ended() == 0
    assert (tmp_path / "data" / "state.sqlite").exists()
    with closing(Library.open(corpus, settings=settings)) as library:
        library.correct(Correction("add", ("Delegates",), "GROUP"))
        library.state.add_note("article0000.txt", 0, 5, "Truce", "Ask.")
        library.refresh()
        assert library.annotations("article0000.txt").mentions
    assert _state(corpus) == before
