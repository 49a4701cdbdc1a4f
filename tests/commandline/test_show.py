"""`show` prints articles as they are read, and says in one line what it cannot read."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.commandline.conftest import Run
from tests.commandline.schema import check


def test_json_of_every_article(run: Run, starter: Path) -> None:
    outcome = run("show", "c", "p", "t", "w", "z", "--corpus", starter, "--json")
    assert outcome.status == 0
    objects = outcome.objects()
    assert len(objects) == 5
    for each in objects:
        check("show", each)
        at = 0
        for block in each["blocks"]:
            assert at <= block["start"] < block["end"] <= len(each["text"])
            at = block["end"]


def test_text_for_people_has_no_escapes_when_piped(run: Run, starter: Path) -> None:
    outcome = run("show", "putin", "--corpus", starter)
    assert outcome.status == 0
    assert outcome.out.startswith("Putin Says He Is Open to Direct Talks with Kyiv\n")
    assert "\x1b" not in outcome.out
    assert outcome.err == ""


def test_an_article_without_title_gets_one(run: Run, starter: Path) -> None:
    first, blank, second = run("show", "zelensky", "--corpus", starter).out.splitlines()[:3]
    assert (bool(first), blank, bool(second)) == (True, "", True)


def test_several_articles_are_told_apart(run: Run, starter: Path) -> None:
    lines = run("show", "putin", "week", "--corpus", starter).out.splitlines()
    assert [line for line in lines if line.startswith("--- ")] == [
        "--- putin-open-to-direct-talks.txt",
        "--- week-called-critical-for-a-truce.txt",
    ]


def test_a_file_may_be_named_from_the_working_folder(run: Run, starter: Path) -> None:
    outcome = run("show", starter / "putin-open-to-direct-talks.txt", "--corpus", starter, "--json")
    assert outcome.object()["document"] == "putin-open-to-direct-talks.txt"


@pytest.mark.parametrize("name", [b"odd-\xff\xfe.txt", b"odd-\x1b]0;x\x07.txt", "odd-e\u0301.txt".encode()])
def test_a_file_may_be_named_as_the_system_names_it(run: Run, tmp_path: Path, name: bytes) -> None:
    place = os.fsdecode(os.fsencode(tmp_path) + b"/" + name)
    try:
        Path(place).write_text("The talks went on.\n")
    except OSError:  # a file system that takes only UTF-8
        pytest.skip("this file system refuses the name")
    for given in (os.fsdecode(name), place):
        outcome = run("show", given, "--corpus", tmp_path)
        assert (outcome.status, outcome.out) == (0, "The talks went on.\n")


def test_unknown_and_ambiguous_names(run: Run, starter: Path, tmp_path: Path) -> None:
    outcome = run("show", "nothing", "--corpus", starter)
    assert outcome.status == 2
    assert outcome.err == "ceasefire-reader: no article of seeds is named 'nothing'\n"
    for name in ("talks-a.txt", "talks-b.txt"):
        (tmp_path / name).write_text("The talks went on.\n")
    outcome = run("show", "talks", "--corpus", tmp_path)
    assert outcome.status == 2
    assert "2 articles" in outcome.err
    assert len(outcome.err.splitlines()) == 1


def test_a_file_that_is_skipped_is_refused_with_its_reason(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text("The talks went on.\n")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(257 << 20)
    (tmp_path / "film.mp4").touch()
    for command in ("show", "entities"):
        for name, reason in (("huge.txt", "larger than 256 MB"), ("film.mp4", "no known kind of article")):
            for given in (name, tmp_path / name):
                outcome = run(command, given, "--corpus", tmp_path)
                assert (outcome.status, outcome.err) == (2, f"ceasefire-reader: {name} is skipped: {reason}\n")


def test_standard_input(run: Run) -> None:
    outcome = run("show", "-", "--json", stdin="Ein Waffenstillstand für Kyjiw.\n".encode())
    assert outcome.status == 0
    assert outcome.object()["text"] == "Ein Waffenstillstand für Kyjiw."
    outcome = run("show", "-", "--json", stdin=b"<!doctype html><title>Talks</title><p>They met in Paris.</p>")
    assert outcome.object()["title"] == "Talks"


def test_standard_input_without_end(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.documents.scan.FILE_AT_MOST", 1 << 10)
    outcome = run("show", "-", stdin=b"Talks. " * 1_000)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert "standard input is larger than" in outcome.err


def test_empty_standard_input(run: Run) -> None:
    outcome = run("show", "-", stdin=b" \n")
    assert (outcome.status, outcome.err) == (2, "ceasefire-reader: standard input is empty\n")


def test_an_unreadable_article_does_not_stop_the_rest(run: Run, starter: Path, tmp_path: Path) -> None:
    shutil.copy(starter / "putin-open-to-direct-talks.txt", tmp_path / "b.txt")
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 40)
    outcome = run("show", "a", "b", "--corpus", tmp_path, "--json")
    assert outcome.status == 2
    assert outcome.object()["document"] == "b.txt"
    assert len(outcome.err.splitlines()) == 1
    assert "a.txt" in outcome.err


def test_nothing_in_an_article_reaches_the_terminal_as_a_command(run: Run, tmp_path: Path) -> None:
    (tmp_path / "\x1b]0;owned\x07name.txt").write_bytes(b"A \x1b[31mred\x1b]0;owned\x07 word and \xc2\x9b6n.\n")
    listed = run("entities", "--corpus", tmp_path, "--json").object()["document"]
    for outcome in (run("show", listed, "--corpus", tmp_path), run("show", "\x1b]0;x\x07", "--corpus", tmp_path)):
        assert not {c for c in outcome.out + outcome.err if (c < " " and c != "\n") or "\x7f" <= c < "\xa0"}
