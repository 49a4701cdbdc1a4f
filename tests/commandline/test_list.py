"""`list` prints the articles of a corpus, a line or an object each, and says of what cannot be read why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.building.store import Store
from index.library import Library
from index.settings import Settings
from tests.commandline.conftest import Run
from tests.commandline.schema import check


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "Mes Artikel ü"
    (folder / "2025").mkdir(parents=True)
    (folder / "b.txt").write_text("Ferry strike ends\n\nThe ferries sail again, said the harbour master in Split.\n")
    (folder / "2025" / "strike vote.txt").write_text(
        "Title: Crews vote on a strike\nDate: 2025-03-04\n\n"
        "Crews of the ferries vote on Tuesday. All ports are concerned.\n\nNobody sails.\n"
    )
    (folder / "a.txt").write_text(
        "Le port est fermé\n\nLe port de Marseille est fermé depuis lundi, et les équipages sont à quai.\n"
    )
    return folder


def test_every_article_is_an_object_of_the_schema(run: Run, starter: Path) -> None:
    outcome = run("list", starter, "--json")
    assert (outcome.status, outcome.err) == (0, "")
    listed = outcome.objects()
    shown = {one["document"]: one for one in run("show", *"cptwz", "--corpus", starter, "--json").objects()}
    assert [one["document"] for one in listed] == sorted(shown)
    for one in listed:
        check("list", one)
        article = shown[one["document"]]
        assert {key: one[key] for key in ("title", "date", "language")} == {
            key: article[key] for key in ("title", "date", "language")
        }
        assert one["words"] == len(article["text"].split())
        assert one["characters"] == len(article["text"])
        assert one["reason"] is None


def test_lines_for_people(run: Run, corpus: Path) -> None:
    outcome = run("list", corpus)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "2025-03-04  en        20 words  Crews vote on a strike  2025/strike vote.txt",
        "-           fr        18 words  Le port est fermé  a.txt",
        "-           en        13 words  Ferry strike ends  b.txt",
    ]
    assert run("list", "--corpus", corpus).out == outcome.out


def test_those_that_answer_a_search_the_best_first(run: Run, corpus: Path) -> None:
    def listed(query: str) -> list[str]:
        return [one["document"] for one in run("list", corpus, "--query", query, "--json").objects()]

    hits = run("search", "strike", "--corpus", corpus, "--json").object()["hits"]
    assert listed("strike") == [hit["document"] for hit in hits]
    assert listed("path:2025") == ["2025/strike vote.txt"]
    nothing = run("list", corpus, "--query", "zzzyyy")
    assert (nothing.status, nothing.out) == (1, "Nothing found.\n")
    nothing = run("list", corpus, "--query", "zzzyyy", "--json")
    assert (nothing.status, nothing.out) == (1, "")


def test_what_cannot_be_read_comes_last_with_the_reason(run: Run, corpus: Path) -> None:
    (corpus / "aa.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))
    with (corpus / "ab.md").open("wb") as file:
        file.truncate(257 << 20)
    (corpus / "film.mp4").touch()
    (corpus / ".hidden.txt").write_text("Nothing to see.\n")
    outcome = run("list", corpus)
    assert outcome.status == 0
    assert outcome.out.splitlines()[3:] == [
        "skipped: aa.txt (not a text: a picture)",
        "skipped: ab.md (larger than 256 MB)",
    ]
    objects = run("list", corpus, "--json").objects()
    for one in objects:
        check("list", one)
    assert [(one["document"], one["reason"]) for one in objects[3:]] == [
        ("aa.txt", "not a text: a picture"),
        ("ab.md", "larger than 256 MB"),
    ]
    assert len(run("list", corpus, "--query", "ferries OR port", "--json").objects()) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look into every folder")
def test_a_folder_that_may_not_be_read_is_told(run: Run, corpus: Path) -> None:
    (corpus / "2025").chmod(0)
    try:
        assert "skipped: 2025 (the folder cannot be read: permission denied)" in run("list", corpus).out.splitlines()
    finally:
        (corpus / "2025").chmod(0o700)


def test_wrong_usage(run: Run, corpus: Path) -> None:
    for wrong, status in (
        (("list", "-"), 2),
        (("list", corpus, "--corpus", corpus), 2),
        (("list", corpus, "--within", "1"), 2),
        (("list", corpus, "--query", "("), 2),
        (("list", corpus / "missing"), 3),
    ):
        outcome = run(*wrong)
        assert (outcome.status, outcome.out, outcome.err.count("\n")) == (status, "", 1), wrong


def test_what_is_damaged_is_read_again_and_what_is_gone_left_out(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.open(corpus, settings=Settings(cache_dir=tmp_path / "cache"))
    try:
        library.refresh()
        paths = ("b.txt", "a.txt", "2025/strike vote.txt")
        whole = list(library.described(paths))
        assert [one.path for one in whole] == list(paths)
        with monkeypatch.context() as damaged:
            damaged.setattr(Store, "each", lambda store, asked: iter(()))
            assert list(library.described(paths)) == whole
            (corpus / "a.txt").unlink()
            library.forget_files()
            assert [one.path for one in library.described(paths)] == [paths[0], paths[2]]
    finally:
        library.close()
