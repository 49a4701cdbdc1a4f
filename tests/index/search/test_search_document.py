"""Every example in docs/search.md is a query, and finds what the document says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from search_articles import article, filled, reader

from index.entities.model import EntityType
from index.errors import QueryError
from index.search.concordance import MOST as MOST_OCCURRENCES
from index.search.keyness import MOST_ARTICLES, MOST_WORDS
from index.search.notes import noted
from index.search.query.clauses import LIMITS
from index.search.query.parsing import Query, parse
from index.search.whoosh_engine import WhooshEngine
from index.user.quotation import quotation
from index.user.state import Note

DOCUMENT = (Path(__file__).resolve().parents[3] / "docs/search.md").read_text(encoding="utf-8")
ARTICLES = [
    article("2025/a.txt", "A ceasefire was near. Talks in London went on.", title="Peace talks"),
    article("b.txt", "The ceasefire of Istanbul held.", names=[("PLACE", "Istanbul")], date="2023-05-01"),
    article("c.txt", "A truce in London, the organisation said."),
    article("d.txt", "Putin and, days later, Zelensky agreed to prisoner exchanges.", names=[("PERSON", "Zelensky")]),
    article("e.txt", "Prisoners had no exchanges; gunfire in February 2022.", dates={"February 2022": "2022-02"}),
    article("f.txt", "European leaders saw it.", names=[("GROUP", "European")], date="2025-06-01"),
    article("g.txt", "NATO heard of Zelenskyy.", names=[("ORG", "NATO"), ("PERSON", "Zelenskyy")]),
    article("h.txt", "Prices rose by 30% then.", names=[("NUMBER", "30")]),
]
FOUND = {
    "ceasefire talks": "ab",
    "+ceasefire talks": "ab",
    "ceasefire -istanbul": "a",
    "ceasefire AND istanbul": "b",
    "(truce OR ceasefire) AND london": "ac",
    '"prisoner exchanges"': "d",
    '"putin zelensky"~5': "d",
    '"putin zelensky"~>5': "d",
    "cease*": "ab",
    "*easefi*": "ab",
    "*fire": "abe",
    "organi?ation": "c",
    "zelensky~": "dg",
    "zelensky~1": "dg",
    "title:talks": "a",
    "title:(peace talks)": "a",
    "person:zelensky": "dg",
    "org:nato": "g",
    "place:istanbul": "b",
    "group:european": "f",
    'number:"30%"': "h",
    "date:2022-02": "e",
    "date:2022..2024": "be",
    "date:2025-04..": "f",
    'date:"last week"': "",
    "date:last-7-days": "",
    "path:2025/": "a",
    "note:check": "c",
    "note:*": "ce",
    "truce^2 london": "ac",
}
OTHER = {"text:", "event:…", "*", "?", "AND", "OR", "NOT"}
OTHER |= {"today", "yesterday", "tomorrow", "this", "last", "next", "week", "month", "year"}
"""What stands in the table but is a part of a query only."""
NOTES = [
    Note(1, "c.txt", 0, 7, quotation("A truce"), "Check this", 0.0),
    Note(2, "e.txt", 0, 9, quotation("Prisoners"), "Who?", 0.0),
]


def asked(query: str) -> Query:
    return parse(query, notes=lambda clause: noted(NOTES, clause))


def names(name: str, types: tuple[EntityType, ...]) -> frozenset[tuple[EntityType, str]]:
    """Both spellings of one name, all else as it is typed."""
    forms = {"zelensky", "zelenskyy"} if name.startswith("zelensky") else {name.casefold().rstrip("%")}
    return frozenset((kind, form) for kind in types for form in forms)


def examples() -> list[str]:
    """What stands between backticks in the table of the language."""
    rows = [line for line in DOCUMENT.split("## ")[0].splitlines() if line.startswith("| `")]
    return [each for row in rows for each in re.findall(r"`([^`]+)`", row)]


def test_a_path_and_a_range_of_dates_narrow(shelf: WhooshEngine) -> None:
    def paths(query: str) -> set[str]:
        result = shelf.search(parse(query), limit=50, read=reader(ARTICLES), names=names)
        return {hit.document for hit in result.hits}

    assert paths("truce path:2025/") == paths("truce +path:2025/") == set()
    assert paths("ceasefire talks path:2025/") == {"2025/a.txt"}
    assert paths("ceasefire date:2022..2024") == {"b.txt"}
    assert paths("truce date:2022..2024") == set()


def test_every_example_is_tried_here() -> None:
    assert set(examples()) - OTHER == set(FOUND)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> WhooshEngine:
    """The articles, indexed once."""
    return filled(WhooshEngine(tmp_path_factory.mktemp("index")), ARTICLES)


@pytest.mark.parametrize("query", list(FOUND))
def test_an_example_finds_what_it_says(shelf: WhooshEngine, query: str) -> None:
    result = shelf.search(asked(query), limit=50, read=reader(ARTICLES), names=names)
    assert "".join(sorted(hit.document.removeprefix("2025/")[0] for hit in result.hits)) == FOUND[query]


@pytest.mark.parametrize(
    ("refused", "allowed"),
    [
        ("a*", "ab*"),
        ("*ab", "*abc"),
        ("a*b*c*d*e", "a*b*c*d"),
        (" ".join(f"w{n}x*" for n in range(21)), " ".join(f"w{n}x*" for n in range(20))),
        (" ".join(f"w{n}xy~" for n in range(11)), " ".join(f"w{n}xy~" for n in range(10))),
        ("word~3", "word~2"),
        ("ab~", "abc~"),
        ('"a b"~101', '"a b"~100'),
        ('"' + "w " * 11 + '"~>5', '"' + "w " * 10 + '"~>5'),
        ('"' + "w " * 101 + '"', '"' + "w " * 100 + '"'),
        ("word " * 2_001, "word " * 2_000),
        ("w" * 10_001, "w" * 10_000),
    ],
)
def test_the_limits_are_those_of_the_document(refused: str, allowed: str) -> None:
    parse(allowed.strip()[:10_000])
    with pytest.raises(QueryError):
        parse(refused)


def test_the_numbers_are_in_the_document() -> None:
    limits = DOCUMENT.split("## Limits")[1].split("## ")[0]
    for number in (
        LIMITS.characters,
        LIMITS.leaves,
        LIMITS.depth,
        LIMITS.patterns,
        LIMITS.fuzzy,
        LIMITS.phrase,
        LIMITS.slop,
        LIMITS.ordered,
    ):
        assert re.search(rf"\b{number:,}\b", limits), number
    for number in (MOST_WORDS, MOST_ARTICLES):
        assert f"{number:,}" in DOCUMENT.split("## Key words")[1].split("## ")[0]
    assert f"The first {MOST_OCCURRENCES:,} occurrences" in DOCUMENT
