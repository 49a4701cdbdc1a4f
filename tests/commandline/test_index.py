"""`index` builds, refreshes and reports; what cannot be indexed is named with its reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.commandline.conftest import Run
from tests.commandline.schema import check
from tui.commandline.index import _size


def test_build_refresh_and_status(run: Run, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "one.txt").write_text("The delegations met in Geneva.\n")
    cache = ["--cache-dir", tmp_path / "cache"]
    before = run("index", corpus, "--status", "--json", *cache).object()
    check("index", before)
    assert (before["articles"], before["files"], before["current"]) == (0, 1, False)
    built = run("index", corpus, "--json", *cache)
    assert built.status == 0
    check("index", built.object())
    assert (built.object()["articles"], built.object()["current"], built.object()["changed"]) == (1, True, 1)
    assert run("index", corpus, "--json", *cache).object()["changed"] == 0
    (corpus / "two.txt").write_text("A second meeting followed in Vienna.\n")
    assert run("index", corpus, "--status", "--json", *cache).object()["current"] is False
    assert run("search", "vienna", "--corpus", corpus, "--json", *cache).object()["total"] == 1
    assert run("index", corpus, "--rebuild", "--json", *cache).object()["changed"] == 2
    (corpus / "one.txt").unlink()
    assert run("search", "geneva", "--corpus", corpus, "--json", *cache).object()["total"] == 0


def test_the_index_is_where_it_was_told_and_the_corpus_untouched(run: Run, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "one.txt").write_text("The delegations met in Geneva.\n")
    status = run("index", corpus, "--json", "--cache-dir", tmp_path / "cache").object()
    assert Path(status["folder"]).is_relative_to(tmp_path / "cache")
    assert os.stat(status["folder"]).st_mode & 0o777 == 0o700
    files = [path for path in Path(status["folder"]).rglob("*") if path.is_file()]
    assert len(files) > 3
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert os.listdir(corpus) == ["one.txt"]


def test_what_is_skipped_is_listed_with_its_reason(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The delegations met in Geneva.\n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    os.mkfifo(tmp_path / "pipe.txt")
    outcome = run("index", tmp_path, "--cache-dir", tmp_path / "cache" / "x")
    assert outcome.status == 0
    for name in ("binary.txt", "photo.jpg", "pipe.txt"):
        assert any(line.startswith(f"skipped: {name} (") for line in outcome.out.splitlines()), name


def test_what_is_left_out_of_an_article_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.documents.load.BYTES_AT_MOST", 600)
    monkeypatch.setattr("index.entities.recognise.NAMED_AT_MOST", 400)
    (tmp_path / "one.txt").write_text("The delegations met in Geneva.\n")
    (tmp_path / "two.txt").write_text("Elena Kovac came to Lviv on Monday.\n" * 20)
    where = ("--cache-dir", tmp_path / "cache" / "x")
    found = run("index", tmp_path, "--json", *where).object()
    check("index", found)
    lacking = "names were looked for in its first 400 characters only"
    said = ["it is longer than what is read; the rest of it is left out", lacking]
    assert found["partly"] == [{"document": "two.txt", "reason": reason} for reason in said]
    assert f"partly: two.txt ({lacking})" in run("index", tmp_path, *where).out
    names = run("entities", "--corpus", tmp_path, "--json", *where).objects()
    assert [one["lacking"] for one in names] == [None, lacking]
    assert run("show", "two", "--corpus", tmp_path, "--json").object()["truncated"] is True


def test_a_corpus_that_cannot_be_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for corpus in (tmp_path / "missing", tmp_path / "empty", "/dev/null"):
        for command in (["index", corpus], ["search", "truce", "--corpus", corpus], ["entities", "--corpus", corpus]):
            outcome = run(*command)
            assert outcome.status == 3, command
            assert outcome.out == ""
            assert len(outcome.err.splitlines()) == 1, outcome.err


def test_any_time_of_change(run: Run, tmp_path: Path) -> None:
    for name, seconds in (("past.txt", -(10**9)), ("future.txt", 4 * 10**9), ("far.txt", 2**34)):
        (tmp_path / name).write_text("The delegations met in Geneva.\n")
        os.utime(tmp_path / name, (seconds, seconds))
    assert run("index", tmp_path, "--json", "--cache-dir", tmp_path / "cache").object()["articles"] == 3
    assert run("search", "geneva", "--corpus", tmp_path, "--json", "--cache-dir", tmp_path / "cache").status == 0


def test_what_it_tells_people(run: Run, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "one.txt").write_text("The delegations met in Geneva.\n")
    cache = ["--cache-dir", tmp_path / "cache"]
    never, built = run("index", corpus, "--status", *cache), run("index", corpus, *cache)
    assert "corpus: 0 of 1 articles indexed" in never.out
    assert "Files have changed since" in never.out
    assert "corpus: 1 of 1 articles indexed" in built.out
    assert "1 added, changed or removed." in built.out
    assert "Files have changed" not in run("index", corpus, "--status", *cache).out
    assert str(tmp_path / "cache") in built.out


def test_what_makes_no_sense_together_is_bad_usage(run: Run, tmp_path: Path) -> None:
    for arguments, said in ((("-",), "name a folder"), ((tmp_path, "--status", "--rebuild"), "cannot stand together")):
        outcome = run("index", *arguments)
        assert (outcome.status, outcome.out) == (2, "")
        assert said in outcome.err


def test_sizes_in_the_unit_that_tells_most() -> None:
    assert [_size(count) for count in (0, 999, 1000, 2_400_000, 5 * 10**12)] == [
        "0 bytes",
        "999 bytes",
        "1 kB",
        "2 MB",
        "5000.0 GB",
    ]
