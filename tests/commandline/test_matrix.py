"""`matrix` says which of several articles reports what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.starter import starter_corpus
from tests.commandline.conftest import Run
from tests.commandline.schema import check

ALL = tuple(sorted(path.name for path in starter_corpus().iterdir() if path.suffix == ".txt"))


def test_json_follows_its_schema_and_cites_the_texts(run: Run, starter: Path) -> None:
    outcome = run("matrix", *ALL, "--corpus", starter, "--json")
    assert outcome.status == 0
    answer = outcome.object()
    check("matrix", answer)
    assert [article["path"] for article in answer["articles"]] == list(ALL)
    texts = [run("show", name, "--corpus", starter, "--json").object()["text"] for name in ALL]
    for row in answer["rows"]:
        assert len(row["cells"]) == len(ALL)
        for text, cell in zip(texts, row["cells"], strict=True):
            assert bool(cell["passages"]) == (cell["state"] != "absent")
            for passage in cell["passages"]:
                assert passage["text"] == text[slice(*passage["span"])]
    assert answer["rows"][0]["conflicts"], "conflicts come first"
    assert any(
        {"Trump", "Biden"} <= set(" ".join(p["text"] for p in conflict["passages"]).split())
        for row in answer["rows"]
        for conflict in row["conflicts"]
    )
    for at, holes in enumerate(answer["holes"]):
        for hole in holes:
            assert answer["rows"][hole["row"]]["cells"][at]["state"] == "absent"
            assert hole["voices"] >= 2
            assert len(hole["sources"]) >= 2


def test_more_voices_leave_fewer_holes(run: Run, starter: Path) -> None:
    two, three = (
        run("matrix", *ALL, "--corpus", starter, "--json", "--voices", number).object()["holes"] for number in (2, 3)
    )
    assert sum(map(len, two)) > sum(map(len, three))


def test_for_people(run: Run, starter: Path) -> None:
    outcome = run("matrix", *ALL, "--corpus", starter)
    assert outcome.status == 0
    assert "Told by two or more (" in outcome.out
    assert f"Not in {len(ALL)}, " in outcome.out
    assert "\x1b" not in outcome.out


def test_a_row_of_several_things_is_told_by_what_they_disagree_on(run: Run, starter: Path) -> None:
    told = run("matrix", *ALL, "--corpus", starter)
    disputed = [row for row in run("matrix", *ALL, "--corpus", starter, "--json").object()["rows"] if row["disputed"]]
    assert disputed
    report = run("matrix", *ALL, "--corpus", starter, "--markdown").out
    assert "| voices | question | fact |" in report
    for row in disputed:
        question = row["conflicts"][0]["explanation"].partition(":")[0]
        assert re.search(rf"^[○●!? ]+ {re.escape(question)}\.$", told.out, re.MULTILINE)
        assert f"| {row['voices']} | {question}. | " in report
    assert re.search(r"^\| ● .* \|  \| ", report, re.MULTILINE)  # what is one fact asks nothing


def test_the_report_can_be_verified(run: Run, starter: Path, tmp_path: Path) -> None:
    report = tmp_path / "matrix.md"
    report.write_text(run("matrix", *ALL, "--corpus", starter, "--markdown").out, encoding="utf-8")
    verified = run("verify", report, "--corpus", starter, "--json")
    assert verified.status == 0, verified.out
    assert verified.object()["checked"] > 5
    edited = report.read_text(encoding="utf-8").replace("former", "late")
    report.write_text(edited, encoding="utf-8")
    assert run("verify", report, "--corpus", starter).status == 1


@pytest.mark.parametrize("suffix", ["md", "html"])
def test_a_report_in_a_file(run: Run, starter: Path, tmp_path: Path, suffix: str) -> None:
    report = tmp_path / f"matrix.{suffix}"
    assert run("matrix", *ALL, "--corpus", starter, "-o", report).status == 0
    verified = run("verify", report, "--corpus", starter, "--json")
    assert verified.status == 0, verified.out
    assert verified.object()["checked"] > 5
    text = report.read_text(encoding="utf-8")
    for heading in ("Conflicts", f"Not in {len(ALL)}", "Copied passages", "voices"):
        assert heading in text


def test_a_bar_in_a_name_breaks_no_table(run: Run, tmp_path: Path) -> None:
    story = "The ferry carried 30 passengers on Monday, and the harbour board was very pleased.\n"
    for name in ("a|b.txt", "c.txt"):
        (tmp_path / name).write_text(f"Harbour news\n\n{story}", encoding="utf-8")
    lines = run("matrix", "a|b.txt", "c.txt", "--corpus", tmp_path, "--markdown").out.split("\n")
    (row,) = (line for line in lines if line.startswith("| ●"))
    assert re.sub(r"\\\|", "", row).count("|") == 5


def test_the_articles_of_a_search(run: Run, starter: Path) -> None:
    answer = run("matrix", "--query", "istanbul OR paris", "--corpus", starter, "--json").object()
    found = run("search", "istanbul OR paris", "--corpus", starter, "--json").object()["hits"]
    assert [one["path"] for one in answer["articles"]] == [hit["document"] for hit in found]
    nothing = run("matrix", "--query", "nowhereatall", "--corpus", starter)
    assert (nothing.status, nothing.out, nothing.err) == (1, "", "ceasefire-reader: the search finds no article\n")


def test_without_articles_all_that_can_be_read_are_laid_beside_each_other(run: Run, tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(f"Storm {name}\n\nThe storm sank 40 boats in Kolmen on Monday.\n")
    (tmp_path / "c.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))
    answer = run("matrix", "--corpus", tmp_path, "--json").object()
    assert [one["path"] for one in answer["articles"]] == ["a.txt", "b.txt"]
    (tmp_path / "b.txt").unlink()
    alone = run("matrix", "--corpus", tmp_path)
    assert (alone.status, alone.out) == (2, "")
    assert "matrix takes 2 to 40 different documents, not 1" in alone.err


def test_wrong_usage(run: Run, starter: Path) -> None:
    for wrong in ([ALL[0]], [ALL[0], ALL[0]], [ALL[0], "nobody"], [*ALL, "--voices", "0"]):
        outcome = run("matrix", *wrong, "--corpus", starter)
        assert outcome.status == 2, wrong
        assert outcome.out == ""
