"""`entities` says who is named, under ids that are the same in every document."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.documents.load import load
from index.documents.model import Document, SourceFile
from index.errors import FormatError
from tests.commandline.conftest import Run
from tests.commandline.schema import check


def test_json_of_the_whole_corpus(run: Run, starter: Path) -> None:
    outcome = run("entities", "--corpus", starter, "--json")
    assert outcome.status == 0
    answers = outcome.objects()
    assert len(answers) == 5
    of_zelensky = set()
    for answer in answers:
        check("entities", answer)
        text = run("show", answer["document"], "--corpus", starter, "--json").object()["text"]
        named = {entity["id"]: entity for entity in answer["entities"]}
        for mention in answer["mentions"]:
            assert mention["text"] == text[mention["start"] : mention["end"]]
            assert mention["entity"] in named
        for entity in answer["entities"]:
            assert entity["mentions"] == sum(mention["entity"] == entity["id"] for mention in answer["mentions"])
        of_zelensky |= {mention["entity"] for mention in answer["mentions"] if "Zelensky" in mention["text"]}
    assert len(of_zelensky) == 1


def test_one_document_as_in_the_corpus(run: Run, starter: Path) -> None:
    whole = {answer["document"]: answer for answer in run("entities", "--corpus", starter, "--json").objects()}
    alone = run("entities", "putin", "--corpus", starter, "--json").object()
    assert alone == whole[alone["document"]]


def test_a_wrong_correction_is_told_with_its_line_and_the_rest_applies(run: Run, starter: Path) -> None:
    from index.library import Library

    file = Library.open(starter).corrections_file
    file.parent.mkdir(parents=True)
    file.write_text('[[rename]]\nname = "Zelensky"\nto = "Z."\n' + 12 * '[[merge]]\nnames = ["one"]\n')
    for arguments in (("entities", "putin"), ("search", "truce"), ("entities",)):
        outcome = run(*arguments, "--corpus", starter)
        assert f"{file}: line 4: names must be two texts or more" in outcome.err
        assert outcome.err.splitlines()[10] == f"ceasefire-reader: {file}: and 2 more"
    assert "Z." in run("entities", "--corpus", starter).out


def test_for_people(run: Run, starter: Path) -> None:
    outcome = run("entities", "--corpus", starter)
    assert outcome.status == 0
    lines = [line for line in outcome.out.splitlines() if "Zelenskyy" in line]
    assert len(lines) == 1
    assert "PERSON" in lines[0]
    assert "Volodyr Zelenskyy" in lines[0]
    assert run("entities", "week", "--corpus", starter).out.startswith("--- week-called-critical-for-a-truce.txt\n")


def test_nobody_named(run: Run) -> None:
    outcome = run("entities", "-", stdin=b"nothing of note happened there.\n")
    assert outcome.status in (0, 1)
    assert outcome.err == ""


def test_an_unreadable_file_is_named_and_the_rest_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "b.txt").write_text("António Guterres flew to Geneva.\n")
    for as_json in ([], ["--json"]):
        whole = run("entities", "--corpus", tmp_path, *as_json)
        assert whole.status == 0
        assert "Guterres" in whole.out
    assert whole.err.startswith("ceasefire-reader: a.txt: ")
    assert run("entities", "a", "b", "--corpus", tmp_path, "--json").status == 2


def test_what_took_too_long_is_not_tried_again(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("The harbour.\n")
        os.utime(tmp_path / name, (1_700_000_000, 1_700_000_000))
    slow = "reading it took more than 20 seconds"

    def read(file: SourceFile) -> Document:
        if file.path != "c.txt":
            raise FormatError(slow)
        return load(file)

    with monkeypatch.context() as once:
        once.setattr("index.building.reading.load", read)
        run("index", tmp_path)
    monkeypatch.setattr("index.naming.names", lambda document: pytest.fail("it was tried again"))
    for command in (["entities", "a"], ["compare", "a", "b"]):
        outcome = run(*command, "--corpus", tmp_path)
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err == f"ceasefire-reader: a.txt: {slow}\n"


def test_a_pronoun_that_speaks_is_the_person_it_stands_for(run: Run, tmp_path: Path) -> None:
    text = (
        "Talks on the bridge\n\nMayor Anna Kowal opened the bridge on Monday.\n\n“It will hold for years,” she said.\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    answer = run("entities", "--corpus", tmp_path, "--json").object()
    check("entities", answer)
    (quote,) = answer["quotes"]
    assert text[slice(*quote["speaker"])] == "she"
    assert quote["entity"] == "anna-kowal"
