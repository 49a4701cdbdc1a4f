"""Indexing that is killed, a full disk, a folder that cannot be used: what was there stays, the rest goes on."""

from __future__ import annotations

import errno
import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from trust_screen import OpenScreen, rounds, write_corpus, write_kept_apart

from index import cache
from index.building.store import Store
from index.errors import EngineError
from index.library import Library
from index.search.stored import checksums
from index.settings import Settings
from tui.cli import main

INDEXING = """
import sys
from dataclasses import replace
from pathlib import Path
from index.library import Library
from index.settings import Settings
settings = replace(Settings(), cache_dir=Path(sys.argv[2]))
while True:
    library = Library.open(sys.argv[1], settings=settings)
    print("begun", flush=True)
    library.refresh(rebuild=True)
    library.close()
"""


@pytest.mark.parametrize("seed", rounds(20, 200))
def test_killed_at_any_moment_the_next_start_is_sound(tmp_path: Path, settings: Settings, seed: int) -> None:
    number = 60 if seed % 5 == 4 else 30  # so many are read by children, and what they name is found later
    corpus = write_corpus(tmp_path / "corpus", number)
    others = write_kept_apart(corpus)
    command = [sys.executable, "-c", INDEXING, str(corpus), str(settings.cache_dir)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    time.sleep(random.Random(seed).uniform(0, 0.5 if number == 30 else 3))
    process.kill()
    process.communicate()
    library = Library.open(corpus, settings=settings)
    status = library.refresh()
    assert (status.articles, status.busy) == (number + others, False)
    assert library.search("truce", limit=100).total == number
    assert [hit.document for hit in library.search("word7x").hits] == ["article0007.txt"]
    assert [hit.document for hit in library.search("quayb*").hits] == ["quays.txt"]
    assert [hit.document for hit in library.search("Soldat").hits] == ["german1.txt"]
    assert library.search("person:brandauer").total == 2
    library.close()
    whoosh = cache.corpus_folder(settings.cache_dir, corpus) / "whoosh"
    left = sorted(path.name for path in whoosh.iterdir() if not path.name.startswith("articles_"))
    assert len(left) == 3, left  # table of contents, stamp, checksums: nothing of what was begun


def test_killed_while_children_read_it_leaves_none_and_no_lock(tmp_path: Path, settings: Settings) -> None:
    corpus = write_corpus(tmp_path / "corpus", 400)
    command = [sys.executable, "-c", INDEXING, str(corpus), str(settings.cache_dir)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    end = time.monotonic() + 60
    while len(_session(process.pid)) < 3:
        assert time.monotonic() < end, "no children were started"
        time.sleep(0.05)
    process.kill()
    process.wait()
    while alive := _session(process.pid):
        assert time.monotonic() < end, f"left over: {alive}"
        time.sleep(0.05)
    with cache.writing(cache.corpus_folder(settings.cache_dir, corpus)) as ours:
        assert ours


def _session(leader: int) -> list[int]:
    """The processes of a session that live."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if fields[0] != "Z" and int(fields[3]) == leader:
                found.append(int(entry.name))
    return found


def _full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("where", ["checksums", "rename", "store"])
def test_on_a_full_disk_old_results_are_still_served(
    corpus: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    library = Library.open(corpus, settings=settings)
    library.refresh()
    (corpus / "new.txt").write_text("A parley in the fog.\n\nIt was short.")
    with monkeypatch.context() as broken:
        if where == "checksums":
            broken.setattr(checksums, "write", _full)
        elif where == "rename":
            broken.setattr(os, "rename", _full)
        else:
            broken.setattr(Store, "_write", lambda self, *_: _raise_full(self))
        with pytest.raises(EngineError):
            library.refresh()
        assert library.search("truce", limit=100).total == 45
    status = library.refresh()
    assert status.articles == 46
    assert library.search("parley").total == 1
    library.close()


def _raise_full(store: Store) -> None:
    problem = sqlite3.OperationalError("database or disk is full")
    problem.sqlite_errorname = "SQLITE_FULL"
    raise store._tables.told("written", problem)


def test_a_command_uses_what_was_indexed_before(
    corpus: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    library = Library.open(corpus, settings=settings)
    library.refresh()
    library.close()
    (corpus / "new.txt").write_text("A parley in the fog.\n\nIt was short.")
    monkeypatch.setattr(checksums, "write", _full)
    arguments = ["--corpus", str(corpus), "--cache-dir", str(settings.cache_dir)]
    assert main(["search", "word7x", *arguments]) == 0
    told = capsys.readouterr()
    assert "article0007.txt" in told.out
    assert told.err.count("\n") == 1
    assert "what was indexed before is used" in told.err
    assert main(["index", *arguments]) == 3


def test_without_a_usable_cache_folder_a_temporary_index_serves(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    assert main(["search", "word7x", "--corpus", str(corpus), "--cache-dir", str(tmp_path / "file" / "cache")]) == 0
    told = capsys.readouterr()
    assert "article0007.txt" in told.out
    assert told.err.count("temporary folder") == 1
    assert told.err.count("\n") == 1
    assert not list((tmp_path / "tmp").iterdir())


def test_an_index_folder_that_may_not_be_written_is_not_used(
    corpus: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = os.access

    def access(path: str, mode: int, **options: bool) -> bool:
        return not (mode & os.W_OK and str(path).startswith(str(settings.cache_dir))) and original(
            path, mode, **options
        )

    monkeypatch.setattr(os, "access", access)
    library = Library.open(corpus, settings=settings)
    library.refresh()
    assert library.search("word7x").total == 1
    assert library.notice is not None
    assert "cannot write" in library.notice
    library.close()


def test_without_a_usable_data_folder_reading_goes_on(open_screen: OpenScreen, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    screen = open_screen(corpus, environment={"CEASEFIRE_READER_DATA_DIR": str(tmp_path / "file" / "data")})
    screen.until("Delegates met")
    screen.type("m")
    screen.until("Set a mark")
    screen.type("A")
    screen.until("cannot use")
    screen.type("/")
    screen.until("words, ")
    screen.type("word7x")
    screen.until("Mill number 7")
    screen.type("\x1b")
    time.sleep(0.5)
    screen.type("q")
    assert screen.ended() == 0
    assert not screen.after_screen().strip()


def test_what_is_too_long_to_be_compared_is_told(
    corpus: Path, settings: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.comparison.model.LONGEST", 2_000)
    (corpus / "long.txt").write_text("The ferry was late.\n" * 101)
    arguments = ["--corpus", str(corpus), "--cache-dir", str(settings.cache_dir)]
    assert main(["compare", "article0001.txt", "long.txt", *arguments]) == 2
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert "long.txt is too long to be compared" in told.err
    library = Library.open(corpus, settings=settings)
    assert library.compare("article0001.txt", "article0009.txt").a == "article0001.txt"
    library.close()


def test_a_faulty_recogniser_costs_names_and_not_the_article(
    corpus: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(document: object, found: object) -> None:
        raise KeyError("fault")

    monkeypatch.setattr("index.naming.recognise", fault)
    library = Library.open(replace_corpus(corpus), settings=settings)
    library.refresh()
    assert library.search("truce", limit=100).total == 30
    found = library.annotations("article0007.txt")
    reason = "its names could not be found: the reader failed on it (KeyError)"
    assert (found.mentions, found.lacking) == ((), reason)
    assert len(library.partly()) == 30
    assert {one.reason for one in library.partly()} == {reason}
    monkeypatch.undo()
    (corpus / "article0007.txt").write_text("Elena Kovac came to Lviv.\n")
    (corpus / "article0008.txt").unlink()
    library.rescan()
    library.refresh()
    assert library.annotations("article0007.txt").lacking == ""
    left = {one.path for one in library.partly()}
    assert len(left) == 28
    assert not left & {"article0007.txt", "article0008.txt"}
    library.close()


def replace_corpus(corpus: Path) -> Path:
    """Fewer articles, so that they are read in this process, where the fault is."""
    for file in sorted(corpus.iterdir())[30:]:
        file.unlink()
    return corpus
