"""`matrix` says which of several articles reports what."""

from __future__ import annotations

from pathlib import Path

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


def test_the_report_can_be_verified(run: Run, starter: Path, tmp_path: Path) -> None:
    report = tmp_path / "matrix.md"
    report.write_text(run("matrix", *ALL, "--corpus", starter, "--markdown").out, encoding="utf-8")
    verified = run("verify", report, "--corpus", starter, "--json")
    assert verified.status == 0, verified.out
    assert verified.object()["checked"] > 5
    edited = report.read_text(encoding="utf-8").replace("former", "late")
    report.write_text(edited, encoding="utf-8")
    assert run("verify", report, "--corpus", starter).status == 1


def test_wrong_usage(run: Run, starter: Path) -> None:
    for wrong in ([], [ALL[0]], [ALL[0], ALL[0]], [ALL[0], "nobody"], [*ALL, "--voices", "0"]):
        outcome = run("matrix", *wrong, "--corpus", starter)
        assert outcome.status == 2, wrong
        assert outcome.out == ""
