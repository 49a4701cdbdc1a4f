"""What every engine does, whatever is behind it: run against Whoosh and against one that looks at every article."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest
from memory_engine import MemoryEngine
from search_articles import article, nobody, pages, reader

from index.entities.model import Entity
from index.search.answering.matching import matches
from index.search.engine import Batch, Engine
from index.search.folding import tokens
from index.search.model import Article, Read
from index.search.query.parsing import parse
from index.search.stored.entry import entry_of
from index.search.whoosh_engine import WhooshEngine

ARTICLES = [
    article("a.txt", "A truce was signed in Istanbul. The truce held for a day.", title="Calm at last"),
    article("b.txt", "Talks on a cease-fire went on; no truce came of them.", title="Talks", date="2024-05-02"),
    article("c/d.txt", "The harvest was good.", title="Truce of the farmers", date="2023"),
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
    "xylophone": set(),
}
ANNA = Entity("anna", "Anna", "PERSON", (), 2)
ENGINES: dict[str, Callable[[Path], Engine]] = {
    "whoosh": lambda place: WhooshEngine(place / "index"),
    "memory": lambda place: MemoryEngine(),
}


@pytest.fixture(params=ENGINES)
def any_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty engine of each kind."""
    made = ENGINES[request.param](tmp_path)
    yield made
    made.close()


def put(batch: Batch, *articles: Article) -> None:
    for each in articles:
        batch.put(each)


@pytest.fixture
def filled(any_engine: Engine) -> Engine:
    """With all articles, in two commits."""
    with any_engine.build() as batch:
        put(batch, *ARTICLES[:2])
    with any_engine.refresh() as batch:
        put(batch, *ARTICLES[2:])
    return any_engine


def read_all() -> Read:
    return reader(ARTICLES)


# -- building and refreshing


def test_changes_are_seen_when_they_are_committed(any_engine: Engine) -> None:
    assert any_engine.documents() == frozenset()
    with any_engine.refresh() as batch:
        put(batch, ARTICLES[0])
        batch.remove("never there.txt")
        batch.commit()
        assert any_engine.documents() == {"a.txt"}
        put(batch, ARTICLES[1])
    assert any_engine.documents() == {"a.txt", "b.txt"}
    assert any_engine.documents(["b.txt", "never there.txt"]) == {"b.txt"}
    with any_engine.refresh() as batch:
        batch.remove("a.txt")
    assert any_engine.documents() == any_engine.documents(["a.txt", "b.txt"]) == {"b.txt"}
    found = any_engine.search(parse("truce"), limit=9, read=read_all(), names=nobody)
    assert [hit.document for hit in found.hits] == ["b.txt"]


def test_what_is_put_again_takes_the_place_of_what_was_there(filled: Engine) -> None:
    changed = article("a.txt", "Rain fell.")
    with filled.refresh() as batch:
        put(batch, article("a.txt", "Never seen."), changed)
    read = reader([changed, *ARTICLES[1:]])
    assert filled.documents() == {each.document.path for each in ARTICLES}
    assert filled.search(parse("rain"), limit=9, read=read, names=nobody).total == 1
    assert filled.search(parse("held"), limit=9, read=read, names=nobody).total == 0


def test_building_leaves_nothing_of_before(filled: Engine) -> None:
    with filled.build() as batch:
        put(batch, ARTICLES[3])
        assert len(filled.documents()) == len(ARTICLES)  # not yet
        batch.commit()
        assert filled.documents() == {"e.txt"}
        put(batch, ARTICLES[2])  # goes on from there
    assert filled.documents() == {"c/d.txt", "e.txt"}
    result = filled.search(parse("truce"), limit=9, read=read_all(), names=nobody)
    assert [hit.document for hit in result.hits] == ["c/d.txt"]
    assert filled.occurrences(["istanbul", "talks"]) == {"istanbul": 1, "talks": 0}
    with filled.build():
        pass
    assert filled.documents() == frozenset()


def test_parts_made_apart_come_into_the_index_as_articles_do(any_engine: WhooshEngine | MemoryEngine) -> None:
    with any_engine.refresh() as batch:
        batch.put(ARTICLES[0])
        batch.put(article("b.txt", "What was there before."))
    maker = pickle.loads(pickle.dumps(any_engine.maker()))  # as it is sent to another process
    assert maker.made() is None
    parts = []
    for some in (ARTICLES[1:3], ARTICLES[3:]):
        for each in some:
            maker.put_entry(entry_of(each))
        parts.append((pickle.loads(pickle.dumps(maker.made())), [each.document.path for each in some]))
    assert any_engine.documents() == {"a.txt", "b.txt"}
    for made, paths in parts:
        with any_engine.refresh() as batch:
            batch.put_made(made, paths)
    assert any_engine.documents() == {each.document.path for each in ARTICLES}
    for text, expected in QUERIES.items():
        found = any_engine.search(parse(text), limit=9, read=reader(ARTICLES), names=nobody)
        assert {hit.document for hit in found.hits} == expected, text
    with any_engine.build() as batch:
        maker.put_entry(entry_of(ARTICLES[1]))
        batch.put_made(maker.made(), ["b.txt"])
    assert any_engine.documents() == {"b.txt"}


@pytest.mark.parametrize("begin", ["build", "refresh"])
def test_an_error_drops_what_was_not_committed(filled: Engine, begin: str) -> None:
    def broken_off() -> None:
        with getattr(filled, begin)() as batch:
            batch.remove("a.txt")
            put(batch, article("new.txt", "A new one."))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken_off()
    assert filled.documents() == {each.document.path for each in ARTICLES}


# -- searching


@pytest.mark.parametrize("text", QUERIES)
def test_what_answers_is_found_and_counted(filled: Engine, text: str) -> None:
    query, read = parse(text), read_all()
    result = filled.search(query, limit=9, read=read, names=nobody, pages=pages(ARTICLES))
    assert {hit.document for hit in result.hits} == QUERIES[text]
    assert result.total == len(QUERIES[text])
    scores = [hit.score for hit in result.hits]
    assert scores == sorted(scores, reverse=True)
    ranking = filled.ranking(query, read=read, names=nobody)
    assert [path for path, _ in ranking.articles] == [hit.document for hit in result.hits]
    best = filled.search(query, limit=1, read=read, names=nobody)
    assert (best.hits, best.total) == (result.hits[:1], result.total)
    rest = filled.search(query, limit=9, skip=1, read=read, names=nobody)
    assert (rest.hits, rest.total) == (result.hits[1:], result.total)


@pytest.mark.parametrize("text", QUERIES)
def test_matches_and_passages_are_places_in_the_text(filled: Engine, text: str) -> None:
    by_path = {each.document.path: each for each in ARTICLES}
    for hit in filled.search(parse(text), limit=9, read=read_all(), names=nobody, pages=pages(ARTICLES)).hits:
        each = by_path[hit.document]
        spans = matches(parse(text), each, nobody)
        assert hit.matches == len(spans)
        assert hit.first == (spans[0] if spans else None)
        for snippet in hit.snippets:
            assert snippet.text == each.document.text[snippet.start : snippet.end]
            assert set(snippet.matches) <= set(spans)


@pytest.mark.parametrize("text", QUERIES)
def test_an_explanation_adds_up_to_the_score(filled: Engine, text: str) -> None:
    query, read = parse(text), read_all()
    ranking = filled.ranking(query, read=read, names=nobody)
    told = filled.explain(query, [each.document.path for each in ARTICLES], read=read, names=nobody)
    assert {path: each.score for path, each in told.items()} == pytest.approx(dict(ranking.articles))
    for path, each in told.items():
        assert (each.document, each.query) == (path, ranking.query.text)
        assert sum(part.score for part in each.parts) == pytest.approx(each.score)


def test_what_was_meant_is_suggested_and_run(filled: Engine) -> None:
    query = parse("istnabul")
    suggested = filled.suggest(query, names=nobody)
    assert suggested is not None
    assert suggested.text == "istanbul"
    result = filled.search(query, limit=9, read=read_all(), names=nobody)
    assert (result.query, result.corrected, result.total) == ("istnabul", "istanbul", 2)
    assert filled.ranking(query, read=read_all(), names=nobody).query.text == "istanbul"
    for text in ("istanbul", "xylophone"):
        assert filled.suggest(parse(text), names=nobody) is None


def test_facets_count_what_answers(filled: Engine) -> None:
    def naming(paths: Collection[str], most: int) -> list[tuple[Entity, int]]:
        return [(ANNA, len({"a.txt", "e.txt"}.intersection(paths)))]

    dates = {each.document.path: each.document.date for each in ARTICLES}
    found = filled.facets(parse("truce"), read=read_all(), names=nobody, naming=naming, dates=lambda: dates)
    assert (found.query, found.total) == ("truce", 3)
    assert [(each.kind, each.value, each.articles) for each in found.facets] == [
        ("person", "Anna", 1),
        ("year", "2023", 1),
        ("year", "2024", 1),
        ("folder", "c/", 1),
    ]


# -- the words of the index


def test_similar_articles_share_words_and_are_others(filled: Engine) -> None:
    found = filled.similar(ARTICLES[0], limit=9)
    paths = [path for path, _ in found]
    assert {"b.txt", "e.txt"} <= set(paths) <= {"b.txt", "c/d.txt", "e.txt"}
    scores = [score for _, score in found]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) > 0
    assert filled.similar(ARTICLES[0], limit=1) == found[:1]
    assert filled.similar(article("x.txt", "Xylophone."), limit=9) == ()


def test_telling_words_are_words_of_the_text_that_others_have(filled: Engine) -> None:
    found = filled.telling("Istanbul signed the xylophone", 9)
    assert set(found) == {"istanbul", "signed"}
    assert filled.telling("Istanbul signed the xylophone", 1) == found[:1]


def test_words_are_counted(filled: Engine) -> None:
    positions = [{token.position for token in tokens(each.document.text)} for each in ARTICLES]
    assert filled.words() == sum(map(len, positions))  # "cease-fire" is two words, and a third in place of both
    texts = [[token.form for token in tokens(each.document.text)] for each in ARTICLES]
    forms = ["istanbul", "truce", "the", "xylophone"]
    assert filled.occurrences(forms) == {form: sum(text.count(form) for text in texts) for form in forms}


def test_what_is_closed_can_be_opened(any_engine: Engine) -> None:
    with any_engine.refresh() as batch:
        put(batch, *ARTICLES)
    any_engine.open()
    assert len(any_engine.documents()) == len(ARTICLES)
