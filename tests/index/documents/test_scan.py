"""Only regular files inside the corpus are articles; everything else is named with its reason and never waited for."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from index.documents.load import load
from index.documents.model import SourceFile
from index.documents.scan import FILE_AT_MOST, first, scan
from index.errors import CorpusError, FormatError
from tests.bounds import bounded


def paths(root: Path) -> list[str]:
    return [file.path for file in scan(root).files]


def reasons(root: Path) -> dict[str, str]:
    return {skipped.path: skipped.reason for skipped in scan(root).skipped}


def test_articles_are_found_by_their_endings_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/x.md", "a-b.html", "a.TXT", "c.jpg", "noending", ".hidden.txt", "...txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    assert paths(tmp_path) == ["...txt", "a-b.html", "a.TXT", "a/x.md", "b.txt"]
    assert set(reasons(tmp_path)) == {"c.jpg", "noending", ".hidden.txt", ".git"}
    found = scan(tmp_path).files[1]
    assert found.location == str(tmp_path / "a-b.html")
    assert found.size == 4
    assert found.mtime_ns == (tmp_path / "a-b.html").stat().st_mtime_ns


def test_special_files_links_and_loops_are_skipped(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("secret")
    root = tmp_path / "corpus"
    root.mkdir()
    (root / "real.txt").write_text("text")
    os.mkfifo(root / "fifo.txt")
    (root / "out.txt").symlink_to(outside)
    (root / "zero.txt").symlink_to("/dev/zero")
    (root / "loop").symlink_to(".")
    (root / "self.txt").symlink_to("self.txt")
    (root / "gone.txt").symlink_to("nothing")
    here = os.getcwd()
    os.chdir(root)
    try:
        listening = socket.socket(socket.AF_UNIX)
        listening.bind("socket.txt")
        listening.close()
    finally:
        os.chdir(here)
    with open(root / "sparse.txt", "wb") as file:
        file.truncate(FILE_AT_MOST + 1)
    assert paths(root) == ["real.txt"]
    skipped = reasons(root)
    assert set(skipped) == {
        "fifo.txt",
        "out.txt",
        "zero.txt",
        "loop",
        "self.txt",
        "gone.txt",
        "socket.txt",
        "sparse.txt",
    }
    assert all(skipped.values())


@pytest.mark.parametrize("name", ["sub", "s\x1bub"])
def test_a_folder_that_became_a_link_since_it_was_scanned_leads_nowhere(tmp_path: Path, name: str) -> None:
    outside, root = tmp_path / "outside", tmp_path / "corpus"
    for folder, text in ((outside / "deeper", "secret"), (root / name / "deeper", "open")):
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text(text)
    (file,) = scan(root).files
    assert load(file).text == "open"
    assert first(root) == file
    (root / name).rename(tmp_path / "was")
    (root / name).symlink_to(outside)
    with pytest.raises(FormatError, match="cannot be opened"):
        load(file)
    (root / name).unlink()
    (root / name).mkdir()
    (root / name / "deeper").symlink_to(outside / "deeper")
    with pytest.raises(FormatError, match="cannot be opened"):
        load(file)


@pytest.mark.parametrize("name", ["fifo.txt", "out.txt", "gone.txt", "folder"])
def test_what_became_something_else_after_the_scan_is_not_opened(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "fifo.txt")
    (tmp_path / "folder").mkdir()
    (tmp_path / "target").write_text("x")
    (tmp_path / "out.txt").symlink_to(tmp_path / "target")
    with pytest.raises(FormatError):  # at once: where it waits, the time limit of all tests tells
        load(SourceFile(name, str(tmp_path / name), 1, 1))


def test_one_file_is_a_corpus_too(tmp_path: Path) -> None:
    (tmp_path / "article.any").write_text("text")
    assert paths(tmp_path / "article.any") == ["article.any"]
    assert first(tmp_path / "article.any") is not None


def test_an_unusable_root_is_one_error(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for root in (tmp_path / "missing", tmp_path / "pipe"):
        with pytest.raises(CorpusError):
            scan(root)
        with pytest.raises(CorpusError):
            first(root)


def test_names_are_cleaned_and_stay_different(tmp_path: Path) -> None:
    for name in ("x\x1b]0;t\x07.txt", "n\u0065\u0301.txt", "n\u00e9.txt", "two\nlines.txt", "a  b.txt"):
        (tmp_path / name).write_text(name.encode("unicode_escape").decode())
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad-\xff.txt")).write_text("bad")
    found = paths(tmp_path)
    assert found == sorted(["x␛.txt", "né.txt", "né (2).txt", "two lines.txt", "a  b.txt", "bad-\ufffd.txt"])
    files = {file.path: file for file in scan(tmp_path).files}
    assert "xe9" in load(files["né.txt"]).text
    assert load(files["bad-\ufffd.txt"]).text == "bad"


def test_first_agrees_with_the_scan_and_passes_over_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x7fELF" + bytes(100))
    (tmp_path / "b.txt").write_text("")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.txt").write_text("text")
    (tmp_path / "e.txt").write_text("text")
    found = first(tmp_path)
    assert found is not None
    assert found == scan(tmp_path).files[2]
    assert found.path == "c/d.txt"
    assert first(tmp_path / "c" / "d.txt") is not None
    (tmp_path / "empty").mkdir()
    assert first(tmp_path / "empty") is None


def test_many_files_are_scanned_fast(tmp_path: Path) -> None:
    for number in range(4000):
        (tmp_path / f"{number:05}.txt").touch()
    with bounded():
        assert len(scan(tmp_path).files) == 4000
