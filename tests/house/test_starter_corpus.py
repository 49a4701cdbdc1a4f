"""The starter corpus keeps what it exists to show: every structural form, and what the accounts disagree on."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from index.documents.load import load
from index.documents.model import Block, Document
from index.documents.scan import scan

FORMER = re.compile(r"\bformer\b(?=[^.]*\bTrump\b)|\bTrump, the former\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def documents(starter: Path) -> dict[str, Document]:
    return {file.path.partition("-")[0]: load(file) for file in scan(starter).files if file.path.endswith(".txt")}


def blocks(document: Document, kind: str) -> list[Block]:
    return [block for block in document.blocks if block.kind == kind]


def test_five_articles_of_400_to_900_words(documents: dict[str, Document]) -> None:
    assert sorted(documents) == ["ceasefire", "putin", "trump", "week", "zelensky"]
    for document in documents.values():
        assert 400 <= len(document.text.split()) <= 900, document.path


def test_the_readme_is_no_article(starter: Path) -> None:
    assert (starter / "README.md").is_file()
    assert {Path(file.path).suffix for file in scan(starter).files} == {".txt"}


def test_the_accounts_disagree(documents: dict[str, Document]) -> None:
    text = {name: document.text for name, document in documents.items()}
    assert "Biden administration" in text["week"]
    assert "Biden" not in text["putin"]
    assert "Trump administration" in text["putin"]
    assert FORMER.search(text["week"])
    assert FORMER.search(text["zelensky"])
    assert "President Donald Trump" in text["putin"]
    assert not FORMER.search(text["putin"])
    assert "accused each other of breaching" in text["putin"]
    assert "both parties violated" in text["week"]
    assert "30-day ceasefire" in text["putin"]
    assert "50-day window" in text["zelensky"]
    assert "third year" in text["putin"]
    assert "nearly three years" in text["trump"]
    assert "2021 study, about 30% of peace talks" in text["zelensky"]
    assert "just over an hour" in text["zelensky"]


def test_the_accounts_spell_names_their_own_way(documents: dict[str, Document]) -> None:
    assert "Volodyr Zelenskyy" in documents["week"].text
    assert "Zelenskyy" not in documents["zelensky"].text
    assert "Volodymyr Zelensky " in documents["zelensky"].text
    assert "U.S." in documents["week"].text
    assert " US " in documents["putin"].text
    for place in ("Istanbul", "Paris", "London"):
        assert any(place in document.text for document in documents.values())


def test_headings_and_titles(documents: dict[str, Document]) -> None:
    titled = {name for name, document in documents.items() if any(b.role == "title" for b in document.blocks)}
    assert titled == {"ceasefire", "putin"}
    for name in ("week", "trump", "ceasefire"):
        assert len(blocks(documents[name], "heading")) >= 4, name


def test_tables(documents: dict[str, Document], starter: Path) -> None:
    week, trump, explained = (documents[name] for name in ("week", "trump", "ceasefire"))
    (points,) = blocks(week, "table")
    assert [week.text[slice(*cell)] for cell in points.rows[0]] == ["Key Point", "Details"]
    column, numbered = blocks(trump, "table")
    assert {len(row) for row in column.rows} == {1}
    assert [trump.text[slice(*row[0])] for row in numbered.rows[1:]] == list("12345")
    (outer,) = blocks(explained, "table")
    assert len(outer.rows) == 5
    assert "|" not in "".join(document.text for document in documents.values())
    assert any(line.startswith("|") for line in (starter / explained.path).read_text(encoding="utf-8").splitlines())


def test_questions_in_two_styles(documents: dict[str, Document]) -> None:
    for name in ("week", "trump"):
        questions = [block for block in documents[name].blocks if block.role == "question"]
        assert len(questions) >= 3, name
    assert "Question:" not in documents["week"].text


def test_emphasis_closes_before_and_after_the_full_stop(documents: dict[str, Document]) -> None:
    document = documents["ceasefire"]
    assert "*" not in document.text
    strong = [document.text[inline.start : inline.end] for inline in document.inlines]
    assert any(text.endswith(".") for text in strong)
    assert any(document.text[inline.end] == "." for inline in document.inlines)
    assert any(document.text[inline.end] in ", " for inline in document.inlines)


def test_captions_and_boilerplate(documents: dict[str, Document]) -> None:
    captions = blocks(documents["putin"], "caption")
    said = "".join(documents["putin"].text[block.start : block.end] for block in captions)
    assert said.count("PARIS, FRANCE - MAY 29, 2017") == 3
    assert len(blocks(documents["putin"], "boilerplate")) == 3
    assert len(blocks(documents["zelensky"], "boilerplate")) == 1


def test_lines_and_blank_lines_as_paragraphs(starter: Path) -> None:
    apart = (starter / "putin-open-to-direct-talks.txt").read_text(encoding="utf-8").splitlines()
    tight = (starter / "week-called-critical-for-a-truce.txt").read_text(encoding="utf-8").splitlines()
    assert sum(not line for line in apart) > 8
    assert all(line for line in tight)


def test_no_passage_of_the_sources(real_articles: Path, starter: Path) -> None:
    def words(path: Path) -> list[str]:
        return re.findall(r"\w+", re.sub(r"[’']", "", path.read_text(encoding="utf-8").lower()))

    def runs(path: Path, length: int) -> set[tuple[str, ...]]:
        listed = words(path)
        return {tuple(listed[at : at + length]) for at in range(len(listed) - length + 1)}

    theirs = set().union(*(runs(path, 8) for path in real_articles.glob("*.txt")))
    for path in starter.glob("*.txt"):
        assert not runs(path, 8) & theirs, path.name
    assert all(first != second for first, second in pairwise(sorted(starter.glob("*.txt"))))
