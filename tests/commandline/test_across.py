"""`network`, `timeline`, `voices` and `naming` say what many articles say taken together."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from index.library import Library, Status
from tests.commandline.conftest import Run
from tests.commandline.schema import check

ALL = ("network", "timeline", "voices", "naming")


@pytest.mark.parametrize("command", ALL)
def test_json_follows_its_schema_and_cites_the_texts(run: Run, starter: Path, command: str) -> None:
    outcome = run(command, "--corpus", starter, "--json")
    assert outcome.status == 0
    answer = outcome.object()
    check(command, answer)
    texts: dict[str, str] = {}

    def text(name: str) -> str:
        if name not in texts:
            texts[name] = run("show", name, "--corpus", starter, "--json").object()["text"]
        return texts[name]

    for one in answer.get("statements", []):
        assert one["text"] == text(one["document"])[one["start"] : one["end"]]
    for voice in answer.get("voices", []):
        assert voice["words"] == sum(quote["words"] for quote in voice["quotes"])
        for quote in voice["quotes"]:
            assert quote["text"] == text(quote["document"])[quote["start"] : quote["end"]]
    for row in answer.get("rows", []):
        assert len(row["cells"]) == len(answer["articles"])
        for article, cell in zip(answer["articles"], row["cells"], strict=True):
            for form in cell:
                assert " ".join(text(article["path"])[slice(*form["first"])].split()) == form["text"]
    nodes = {node["id"] for node in answer.get("nodes", [])}
    assert all({edge["a"], edge["b"]} <= nodes for edge in answer.get("edges", []))


@pytest.mark.parametrize("command", ALL)
def test_for_people_and_of_some_articles(run: Run, starter: Path, command: str) -> None:
    outcome = run(command, "--corpus", starter)
    assert outcome.status == 0
    assert "\x1b" not in outcome.out
    assert len(outcome.out.splitlines()) > 5
    fewer = run(command, "--corpus", starter, "--query", "Crimea", "--json").object()
    named = run(command, "putin", "--corpus", starter, "--json").object()
    all_articles = run(command, "--corpus", starter, "--json").object()

    def number(answer: dict[str, object]) -> int:
        articles = answer["articles"]
        if isinstance(articles, int):
            return articles
        assert isinstance(articles, list)
        return len(articles)

    assert number(all_articles) == 5
    assert 0 < number(fewer) < 5
    assert number(named) == 1


def test_a_graph_in_a_file(run: Run, starter: Path, tmp_path: Path) -> None:
    printed = run("network", "--corpus", starter, "--graphml")
    file = tmp_path / "graph.graphml"
    assert run("network", "--corpus", starter, "-o", file).status == 0
    assert file.read_text(encoding="utf-8") == printed.out
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = ElementTree.fromstring(printed.out.encode())
    ids = {node.get("id") for node in root.iter(f"{space}node")}
    edges = list(root.iter(f"{space}edge"))
    assert edges
    assert all({edge.get("source"), edge.get("target")} <= ids for edge in edges)
    few = run("network", "--corpus", starter, "--limit", "3", "--json").object()
    assert len(few["edges"]) == 3
    assert run("network", "--corpus", starter, "-o", tmp_path / "graph.json").status == 0


def test_wrong_usage_and_nothing_found(run: Run, starter: Path, tmp_path: Path) -> None:
    for wrong in (
        ("network", "--graphml", "--json"),
        ("network", "-o", tmp_path / "graph.txt"),
        ("network", "--limit", "0"),
        ("network", "-o", starter / "putin-open-to-direct-talks.txt", "--json"),
        ("timeline", "putin", "--query", "x"),
        ("voices", "nobody"),
        ("naming", "--query", "("),
    ):
        outcome = run(*wrong, "--corpus", starter)
        assert outcome.status == 2, wrong
        assert outcome.out == ""
    for command in ALL:
        assert run(command, "--corpus", starter, "--query", "zzzzyyy", "--json").status == 1, command
        nothing = run(command, "--corpus", starter, "--query", "zzzzyyy")
        assert (nothing.status, nothing.out) == (1, "Nothing found.\n"), command


def test_what_cannot_be_read_is_left_out_and_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("Anna Kowalska met Peter Lindqvist in Oslo.")
    (tmp_path / "news" / "b.txt").write_bytes(b"\0\1\2\3" * 50)
    outcome = run("network", "--corpus", tmp_path / "news")
    assert outcome.status == 0
    assert "1 article is left out, since it cannot be read; `index` tells why" in outcome.err
    assert "left out" not in run("network", "a.txt", "--corpus", tmp_path / "news").err


@pytest.mark.parametrize("command", [*ALL, "matrix"])
def test_what_cannot_be_read_is_refused_where_it_is_named(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "a.txt").write_text("Anna Kowalska met Peter Lindqvist in Oslo.")
    (tmp_path / "b.txt").write_bytes(b"\0\1\2\3" * 50)
    outcome = run(command, "a.txt", "b.txt", "--corpus", tmp_path, "--cache-dir", tmp_path / "cache")
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.endswith("ceasefire-reader: b.txt: not a text: binary data\n")


def test_names_that_are_still_being_found_are_told(run: Run, starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Library.refresh

    def some(self: Library, *args: Any, **more: Any) -> Status:
        return real(self, *args, **more)._replace(named=2, busy=True)

    monkeypatch.setattr(Library, "refresh", some)
    outcome = run("network", "--corpus", starter)
    assert "names are found in 2 of 5 articles so far" in outcome.err


_PAIRS = (("Adam Zelinka", "Zora Adler"), ("Boris Younger", "Yvonne Baker"), ("Carl Weber", "Wanda Cole"))


@pytest.mark.parametrize("command", [*ALL, "list", "entities"])
def test_every_run_says_the_same(start: Run, tmp_path: Path, command: str) -> None:
    met = (f"{one} met {other} in March 2021. {other} said {one} agreed." for one, other in _PAIRS)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "met.txt").write_text("Meetings\n\n" + "\n\n".join(met) + "\n")
    asked = (command, "--corpus", tmp_path / "news", "--cache-dir", tmp_path / "cache" / "x", "--json")
    answers = {start(*asked, environment={"PYTHONHASHSEED": str(seed)}).out for seed in range(5)}
    assert len(answers) == 1
    assert len(answers.pop()) > 100
