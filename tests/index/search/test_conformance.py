"""What every engine does, whatever is behind it: run against Whoosh and against one that reads every article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from memory_engine import MemoryEngine
from search_articles import article, nobody, pages, reader

from index.search.query import parse
from index.search.whoosh_engine import WhooshEngine

ARTICLES = [
    article("a.txt", "A truce was signed in Istanbul. The truce held for a day.", title="Calm at last"),
    article("b.txt", "Talks on a cease-fire went on; no truce came of them.", title="Talks"),
    article("c/d.txt", "The harvest was good.", title="Truce of the farmers"),
    article("e.txt", "Nobody signed anything in Istanbul."),
]
QUERIES = {
    "truce": {"a.txt", "b.txt", "c/d.txt"},
    '"truce held"': {"a.txt"},
    "signed AND istanbul": {"a.txt", "e.txt"},
    "harvest talks": {"b.txt", "c/d.txt"},
    "+signed -truce": {"e.txt"},
    "ceasefire": {"b.txt"},
    "title:truce": {"c/d.txt"},
    "har*": {"c/d.txt"},
    "istambul~1": {"a.txt", "e.txt"},
    "path:c/": {"c/d.txt"},
    "NOT truce": {"e.txt"},
}


@pytest.fixture(params=["whoosh", "memory"])
def any_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[WhooshEngine | MemoryEngine]:
    """An empty engine of each kind."""
    made = WhooshEngine(tmp_path / "index") if request.param == "whoosh" else MemoryEngine()
    yield made
    made.close()


@pytest.fixture
def filled(any_engine: WhooshEngine | MemoryEngine) -> WhooshEngine | MemoryEngine:
    """With all articles, in two commits."""
    for some in (ARTICLES[:2], ARTICLES[2:]):
        with any_engine.write() as batch:
            for each in some:
                batch.put(each)
    return any_engine


def test_changes_are_seen_when_they_are_committed(any_engine: WhooshEngine | MemoryEngine) -> None:
    assert any_engine.documents() == frozenset()
    with any_engine.write() as batch:
        batch.put(ARTICLES[0])
        batch.remove("never there.txt")
        batch.commit()
        assert any_engine.documents() == {"a.txt"}
        batch.put(ARTICLES[1])
    assert any_engine.documents() == {"a.txt", "b.txt"}
    with any_engine.write() as batch:
        batch.remove("a.txt")
    assert any_engine.documents() == {"b.txt"}
    found = any_engine.search(parse("truce"), limit=9, read=reader(ARTICLES), names=nobody)
    assert [hit.document for hit in found.hits] == ["b.txt"]


def test_an_error_drops_what_was_not_committed(filled: WhooshEngine | MemoryEngine) -> None:
    def broken_off() -> None:
        with filled.write() as batch:
            batch.remove("a.txt")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken_off()
    assert "a.txt" in filled.documents()


@pytest.mark.parametrize("text", QUERIES)
def test_what_answers_is_found_and_counted(filled: WhooshEngine | MemoryEngine, text: str) -> None:
    query, read = parse(text), reader(ARTICLES)
    result = filled.search(query, limit=9, read=read, names=nobody, pages=pages(ARTICLES))
    assert {hit.document for hit in result.hits} == QUERIES[text]
    assert result.total == len(QUERIES[text])
    scores = [hit.score for hit in result.hits]
    assert scores == sorted(scores, reverse=True)
    ranking = filled.ranking(query, read=read, names=nobody)
    assert [path for path, _ in ranking.articles] == [hit.document for hit in result.hits]
    best = filled.search(query, limit=1, read=read, names=nobody)
    assert (best.hits, best.total) == (result.hits[:1], result.total)


@pytest.mark.parametrize("text", QUERIES)
def test_matches_and_passages_are_places_in_the_text(filled: WhooshEngine | MemoryEngine, text: str) -> None:
    by_path = {each.document.path: each for each in ARTICLES}
    for hit in filled.search(parse(text), limit=9, read=reader(ARTICLES), names=nobody, pages=pages(ARTICLES)).hits:
        each = by_path[hit.document]
        matches = filled.matches(parse(text), each, nobody)
        assert hit.matches == len(matches)
        assert hit.first == (matches[0] if matches else None)
        for snippet in hit.snippets:
            assert snippet.text == each.document.text[snippet.start : snippet.end]
            assert set(snippet.matches) <= set(matches)
