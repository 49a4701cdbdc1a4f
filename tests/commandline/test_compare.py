"""`compare` states what two articles agree on and where they conflict; its reports can be verified."""

from __future__ import annotations

import json
import os
import re
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from index.library import Library
from index.settings import Settings
from tests.commandline.conftest import Run
from tests.commandline.schema import check
from tui.commandline.writing import write_output

PUTIN, WEEK, ZELENSKY = (
    "putin-open-to-direct-talks.txt",
    "week-called-critical-for-a-truce.txt",
    "zelensky-proposes-talks-next-week.txt",
)


def test_json_says_what_the_starter_corpus_is_about(run: Run, starter: Path) -> None:
    outcome = run("compare", "putin", "week", "--corpus", starter, "--json")
    assert outcome.status == 0
    answer = outcome.object()
    check("compare", answer)
    texts = {name: run("show", name, "--corpus", starter, "--json").object()["text"] for name in (PUTIN, WEEK)}
    for listed in ("alignments", "conflicts", "variants", "quotes"):
        for one in answer[listed]:
            assert one["a_text"] == texts[PUTIN][slice(*one["a"])]
            assert one["b_text"] == texts[WEEK][slice(*one["b"])]
    pairs = [(conflict["a_text"], conflict["b_text"]) for conflict in answer["conflicts"]]
    assert any("Trump" in a and "Biden" in b for a, b in pairs), pairs
    assert any("President" in a and "ormer" in b for a, b in pairs), pairs
    assert any("accused" in a and "violated" in b for a, b in pairs), pairs
    assert any("Volodyr" in variant["b_text"] for variant in answer["variants"])


def test_different_facts_are_no_conflict(run: Run, starter: Path) -> None:
    answer = run("compare", "zelensky", "putin", "--corpus", starter, "--json").object()
    check("compare", answer)
    assert not [c for c in answer["conflicts"] if "50" in c["a_text"] and "30" in c["b_text"]]


def test_for_people(run: Run, starter: Path) -> None:
    outcome = run("compare", "putin", "week", "--corpus", starter)
    assert outcome.status == 0
    sections = re.findall(r"^(\S.*) \((\d+)\)$", outcome.out, re.MULTILINE)
    answer = run("compare", "putin", "week", "--corpus", starter, "--json").object()
    for title, strength in (("Conflicts", "conflict"), ("May differ", "differs")):
        assert dict(sections)[title] == str(sum(one["strength"] == strength for one in answer["conflicts"]))
    partners = {tuple(one["a"]) for one in answer["alignments"]}
    assert int(dict(sections)["Told in A alone"]) == sum(tuple(s) not in partners for s in answer["only_a"])
    assert [title for title, _ in sections][:5] == [
        "Conflicts",
        "May differ",
        "Told in A alone",
        "Told in B alone",
        "The same under another name or word",
    ]
    assert "\x1b" not in outcome.out


def test_a_batch(run: Run, starter: Path, tmp_path: Path) -> None:
    batch = tmp_path / "pairs"
    batch.write_text("putin\tweek\n\nputin\nputin\tnobody\nweek\tputin\n", encoding="utf-8")
    outcome = run("compare", "--batch", batch, "--corpus", starter)
    assert outcome.status == 0
    answers = outcome.objects()
    assert [answer.get("a") for answer in answers] == [PUTIN, None, None, None, WEEK]
    for answer in answers:
        check("compare", answer)


@pytest.mark.parametrize("suffix", ["md", "html", "json"])
def test_a_report_can_be_verified(run: Run, starter: Path, tmp_path: Path, suffix: str) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(starter, corpus)
    report = tmp_path / f"report.{suffix}"
    written = ("--json",) if suffix == "json" else ()
    outcome = run("compare", "putin", "week", "--corpus", corpus, *written, "-o", report)
    assert (outcome.status, outcome.out) == (0, "")
    verified = run("verify", report, "--corpus", corpus, "--json")
    assert verified.status == 0, verified.out
    check("verify", verified.object())
    assert verified.object()["checked"] > 20
    assert verified.object()["unchanged"] is True
    edited = tmp_path / f"edited.{suffix}"
    text = report.read_text(encoding="utf-8")
    edited.write_text(
        re.sub(r"(They (?:give|name|differ)|One denies)", r"Perhaps: \1", text, count=1), encoding="utf-8"
    )
    assert edited.read_text(encoding="utf-8") != text
    told = run("verify", edited, "--corpus", corpus)
    assert told.status == 1
    assert "The report was changed after it was written." in told.out
    assert run("verify", edited, "--corpus", corpus, "--json").object() == {**verified.object(), "unchanged": False}
    article = corpus / WEEK
    article.write_text(article.read_text(encoding="utf-8").replace("violated", "kept"), encoding="utf-8")
    drifted = run("verify", report, "--corpus", corpus, "--json")
    assert drifted.status == 1
    check("verify", drifted.object())
    assert drifted.object()["drifts"]
    lines = run("verify", report, "--corpus", corpus).out.splitlines()
    assert len(lines) == len(drifted.object()["drifts"]) + 1
    assert lines[-1].endswith("citations stand.")
    place = r"line 1, /\w+/\S+: " if suffix == "json" else r"line \d+: "
    assert all(re.match(place + re.escape(WEEK), line) for line in lines[:-1])


def test_a_report_that_is_checked_against_other_articles_says_which_folder_is_wanted(
    run: Run, starter: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "else.txt").write_text("A choir sang on the pier.\n")
    report = tmp_path / "report.md"
    run("compare", "putin", "week", "--corpus", starter, "-o", report)
    outcome = run("verify", report, "--corpus", tmp_path / "other")
    assert outcome.status == 1
    *lines, last = outcome.out.splitlines()
    assert {line.rpartition(": ")[2] for line in lines} == {"no article of the corpus has this name"}
    assert last == f"0 of {len(lines)} citations stand."
    said = "no article that the report cites is in other; name their folder with --corpus"
    assert outcome.err == f"ceasefire-reader: {said}\n"
    (tmp_path / "other" / PUTIN).write_bytes((starter / PUTIN).read_bytes())
    outcome = run("verify", report, "--corpus", tmp_path / "other")
    assert (outcome.status, outcome.err) == (1, "")


def test_a_report_is_not_written_to_a_folder(run: Run, starter: Path, tmp_path: Path) -> None:
    said = f"ceasefire-reader: cannot write {tmp_path}: it is a folder; name a file in it\n"
    for command in (("compare", "putin", "week"), ("matrix", "putin", "week"), ("network",)):
        outcome = run(*command, "--corpus", starter, "-o", tmp_path)
        assert (outcome.status, outcome.out, outcome.err) == (2, "", said), command


def test_what_both_tell_is_printed_too(run: Run, tmp_path: Path) -> None:
    same = "The ferry Marlow left the harbour of Split with 30 passengers on Monday."
    (tmp_path / "one.txt").write_text(f"Ferry\n\n{same} Gulls cried over the old pier.\n")
    (tmp_path / "two.txt").write_text(f"Ship\n\n{same} Nobody slept.\n")
    printed = run("compare", "one", "two", "--corpus", tmp_path).out
    assert "Told in B alone (1)\n  [79-92] Nobody slept.\n" in printed
    assert "B tells 50% of the sentences of A for the most part; A tells 50% of those of B.\n" in printed
    assert f"Told by both (1)\n  A [7-79] {same}\n  B [6-78] {same}\n\nTold in part by both (0)\n" in printed


def test_two_articles_with_nothing_in_common_are_told_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Ferry\n\nThe ferry left with 30 passengers.\n")
    (tmp_path / "two.txt").write_text("Cake\n\nBeat butter until it is pale.\n")
    assert "\nNeither tells anything that the other tells.\n" in run("compare", "one", "two", "--corpus", tmp_path).out


def test_names_are_printed_as_reports_tell_them(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Ferry\n\nAnna Kovac left Split for Oslo with 30 passengers on Monday.\n")
    (tmp_path / "two.txt").write_text("Ship\n\nPeter Lund of Oslo slept for three hours.\n")
    printed = run("compare", "one", "two", "--corpus", tmp_path).out
    assert "Named in both (1)\n  Oslo\n" in printed
    assert "Named in A alone (2)\n  Anna Kovac, Split\n" in printed
    assert "Named in B alone (1)\n  Peter Lund\n" in printed


def test_a_report_that_cites_nothing(run: Run, starter: Path, tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("# Nothing\n")
    outcome = run("verify", tmp_path / "report.md", "--corpus", starter)
    assert (outcome.status, outcome.out) == (1, "The report cites nothing.\n")
    check("verify", run("verify", tmp_path / "report.md", "--corpus", starter, "--json").object())
    assert run("verify", tmp_path / "missing.md", "--corpus", starter).status == 2


def test_a_report_on_standard_output(run: Run, starter: Path) -> None:
    markdown = run("compare", "putin", "week", "--corpus", starter, "--markdown").out
    assert markdown.startswith("# ")
    assert "Volodyr" in markdown
    page = run("compare", "putin", "week", "--corpus", starter, "--html").out
    assert page.lower().startswith("<!doctype html>")
    assert "<script" not in page.lower()


def test_a_report_as_json_in_a_file(run: Run, starter: Path, tmp_path: Path) -> None:
    for name, form in (("one.json", ()), ("other", ("--json",))):
        assert run("compare", "putin", "week", "--corpus", starter, *form, "-o", tmp_path / name).out == ""
        check("compare", json.loads((tmp_path / name).read_text()))
        assert run("verify", tmp_path / name, "--corpus", starter).status == 0


def test_a_report_may_have_the_longest_name_that_there_is(run: Run, starter: Path, tmp_path: Path) -> None:
    report = tmp_path / ("漢" * 84 + ".md")
    assert run("compare", "putin", "week", "--corpus", starter, "-o", report).status == 0
    assert report.is_file()


def test_who_interrupts_the_writing_leaves_no_half_of_it(
    starter: Path, starter_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    (tmp_path / "report.md").write_text("before")
    monkeypatch.setattr(os, "fsync", interrupted)
    library = Library.open(starter, settings=Settings(cache_dir=starter_cache, data_dir=tmp_path))
    with closing(library), pytest.raises(KeyboardInterrupt):
        write_output(library, str(tmp_path / "report.md"), "after")
    assert [file.read_text() for file in tmp_path.iterdir()] == ["before"]


def test_no_article_is_written_over(run: Run, starter: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(starter, corpus)
    before = (corpus / PUTIN).read_bytes()
    outcome = run("compare", "putin", "week", "--corpus", corpus, "--markdown", "-o", corpus / PUTIN)
    assert outcome.status == 2
    assert (corpus / PUTIN).read_bytes() == before


def test_wrong_usage(run: Run, starter: Path, tmp_path: Path) -> None:
    for wrong in (
        ["putin"],
        [],
        ["putin", "week", "--batch", "-"],
        ["putin", "nobody"],
        ["putin", "week", "-o", tmp_path / "report.pdf"],
        ["putin", "week", "-o", tmp_path / "no" / "folder.md"],
        ["putin", "week", "--html", "--markdown"],
    ):
        outcome = run("compare", *wrong, "--corpus", starter)
        assert outcome.status == 2, wrong
        assert outcome.out == ""


def test_quotations_of_both_are_printed_with_what_one_leaves_out(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, said in (
        ("a", "We will, as I told the board, count every boat in the harbour"),
        ("b", "We will count every boat in the harbour"),
    ):
        text = f"The Ferry Sails {name}\n\nThe harbour of Oslo was quiet on Monday.\n\n“{said},” said Anna Kowalska.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    outcome = run("compare", "a", "b", "--corpus", folder)
    assert outcome.status == 0
    printed = outcome.out[outcome.out.index("Quotations in both") :]
    assert "Anna Kowalska: " in printed
    assert "as I told the board" in printed


def test_a_report_of_standard_input_and_one_too_large(
    run: Run, starter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "report.md"
    assert run("compare", PUTIN, WEEK, "--corpus", starter, "--markdown", "-o", report).status == 0
    whole_lines = report.read_bytes()[: 1 << 15].rpartition(b"\n")[0]  # what a pipe takes at once
    unsealed = re.sub(rb"<!--sealed .*-->\n", b"", whole_lines)
    assert run("verify", "-", "--corpus", starter, stdin=unsealed).status == 0
    cut = run("verify", "-", "--corpus", starter, stdin=whole_lines)
    assert (cut.status, cut.out.splitlines()[0]) == (1, "The report was changed after it was written.")
    monkeypatch.setattr("tui.commandline.verify._MOST", 100)
    refused = run("verify", report, "--corpus", starter)
    assert (refused.status, refused.err) == (2, f"ceasefire-reader: {report} is too large for a report\n")
