"""Why a hit was found: the parts add up to its score, and what they name stands in the article."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search_articles import article, ask, filled, nobody, reader
from test_brute_force import Asked, bodies, queries, titles

from index.entities.model import EntityType
from index.search.answering.explain import MOST_PARTS, Explanation
from index.search.model import Article
from index.search.query.parsing import parse
from index.search.query.written import written
from index.search.whoosh_engine import WhooshEngine


def explained(engine: WhooshEngine, articles: list[Article], text: str) -> dict[str, Explanation]:
    paths = [each.document.path for each in articles]
    return dict(engine.explain(parse(text), paths, read=reader(articles), names=nobody))


def adds_up(one: Explanation, score: float) -> bool:
    return one.score == score and sum(part.score for part in one.parts) == pytest.approx(score, abs=1e-9)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    corpus=st.lists(st.tuples(titles, bodies), min_size=1, max_size=6), asked=st.lists(queries, min_size=1, max_size=3)
)
def test_the_parts_add_up_to_the_score(corpus: list[tuple[str, str]], asked: list[Asked]) -> None:
    articles = [article(f"{number}.txt", body, title=title) for number, (title, body) in enumerate(corpus)]
    with tempfile.TemporaryDirectory() as place:
        engine = filled(WhooshEngine(Path(place) / "index"), articles[:3])
        filled(engine, articles[2:])
        for one in asked:
            hits = {hit.document: hit for hit in ask(engine, articles, one.text).hits}
            told = explained(engine, articles, one.text)
            assert set(told) == set(hits)
            for path, why in told.items():
                assert adds_up(why, hits[path].score), (one.text, why)
                text = next(each.document.text for each in articles if each.document.path == path)
                flat = " ".join(text.split())
                for part in why.parts:
                    assert all(count > 0 and form in flat for form, count in part.forms)
        engine.close()


def test_long_queries_have_shared_words_in_their_score(engine: WhooshEngine) -> None:
    words = [f"word{n}" for n in range(MOST_PARTS + 20)]
    articles = [article(f"{n}.txt", " ".join(words[n:] * 2), title="Words") for n in range(4)]
    filled(engine, articles)
    query = " ".join(words)
    hits = {hit.document: hit for hit in ask(engine, articles, query).hits}
    told = explained(engine, articles, query)
    assert all(adds_up(told[path], hits[path].score) for path in hits)
    kinds = [part.kind for part in told["0.txt"].parts]
    assert kinds.count("word") == MOST_PARTS
    assert {"more", "near", "shared", "complete"} <= set(kinds)


def test_what_each_part_stands_for(engine: WhooshEngine) -> None:
    articles = [
        article(
            "a.txt",
            "Negotiators negotiated. A truce in Kiev; Kyiv heard of cease-fires.",
            title="Negotiation",
            names=[("PLACE", "Kiev"), ("PLACE", "Kyiv")],
        ),
        article("b.txt", "Rain."),
    ]
    filled(engine, articles)

    def names(name: str, types: tuple[EntityType, ...]) -> frozenset[tuple[EntityType, str]]:
        return frozenset({("PLACE", "kiev"), ("PLACE", "kyiv")})

    query = 'negotiate trcue~ ceasef* place:kyiv "heard kyiv"~3 path:a'
    (why,) = engine.explain(parse(query), ["a.txt", "b.txt"], read=reader(articles), names=names).values()
    parts = {part.asked: part for part in why.parts if part.asked}
    assert parts["negotiate"].how == "every form of negotiate (stem negoti)"
    assert dict(parts["negotiate"].forms) == {"Negotiation": 1, "Negotiators": 1, "negotiated": 1}
    assert parts["negotiate"].titled
    assert dict(parts["trcue~1"].forms) == {"truce": 1}
    assert dict(parts["ceasef*"].forms) == {"cease-fires": 1}
    assert dict(parts["place:kyiv"].forms) == {"Kiev": 1, "Kyiv": 1}
    assert parts["path:a"].score == 0
    assert not parts["trcue~1"].titled
    assert parts['"heard kyiv"~3'].articles == 1


def test_a_corrected_query_is_explained_as_it_was_run(engine: WhooshEngine) -> None:
    articles = [article("a.txt", "The ceasefire held.")]
    filled(engine, articles)
    (why,) = explained(engine, articles, "ceasfire").values()
    assert why.query == "ceasefire"
    assert [part.asked for part in why.parts] == ["ceasefire"]


def test_an_article_that_cannot_be_read_is_explained_by_numbers(engine: WhooshEngine) -> None:
    filled(engine, [article("a.txt", "A truce.")])
    (why,) = engine.explain(parse("truce"), ["a.txt"], read=reader([]), names=nobody).values()
    (part,) = why.parts
    assert (part.asked, part.forms, part.articles) == ("truce", (), 1)
    assert part.score == why.score


LEAVES = """truce title:truce cea* text:tr?ce truce~1 person:ada date:2025-04 date:2025..2026 path:a/b.txt note:check
"""


def test_the_forms_of_a_very_long_article_are_not_counted(
    engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [article("long.txt", "The ferry sailed.\n" * 10, title="Long")]
    filled(engine, articles)
    assert any(part.forms for part in explained(engine, articles, "ferry")["long.txt"].parts)
    monkeypatch.setattr("index.search.answering.explain._LONGEST", 50)
    (why,) = explained(engine, articles, "ferry").values()
    assert adds_up(why, why.score)
    assert not any(part.forms for part in why.parts)


@pytest.mark.parametrize(
    "text", [*LEAVES.split(), '"a truce"', '"a truce"~4', 'title:"a truce"~>4', 'org:"European Union"']
)
def test_a_part_is_written_as_it_is_typed(text: str) -> None:
    clause = parse(text).clause
    assert written(clause) == text
    assert parse(written(clause)).clause == clause


@pytest.mark.parametrize(
    ("query", "kinds", "found"),
    [
        ("(truce AND harbour) OR ferry", {"word"}, {"0.txt", "1.txt"}),
        ("(truce AND NOT ferry) OR (ferry AND NOT truce)", {"word"}, {"0.txt", "1.txt"}),
        ("truce AND (harbour OR quay) -ferry", {"word"}, {"0.txt"}),
        ("truce* AND -(ferry OR lock)", {"wildcard"}, {"0.txt"}),
        ("NOT truce AND ferry", {"word"}, {"1.txt"}),
        ("NOT (truce OR kept)", set(), {"1.txt"}),
        ("date:2023..2025 truce", {"word", "time"}, {"0.txt"}),
        ("date:2023..2025", {"time"}, {"0.txt"}),
        ("person:Mar*^2 AND truce", {"word", "name"}, {"0.txt"}),
        ('"harbour board" OR "truce harbour"~3', {"phrase"}, {"0.txt", "1.txt"}),
        ("(truce harbour)^2 OR (+ferry -lock)^3", {"word"}, {"0.txt", "1.txt"}),
        ("(truce OR ferry)^2 AND (harbour OR quay)^2", {"word"}, {"0.txt", "1.txt"}),
        ("path:0.txt truce", {"word", "path"}, {"0.txt"}),
        ("title:quay OR text:truce", {"word"}, {"0.txt", "1.txt"}),
        ('title:"ferry quay" OR text:"was kept"', {"phrase"}, {"0.txt", "1.txt"}),
        ("truce~1 AND harbor~1", {"fuzzy"}, {"0.txt"}),
    ],
)
def test_of_whatever_a_query_is_put_together(
    engine: WhooshEngine, query: str, kinds: set[str], found: set[str]
) -> None:
    person: list[tuple[EntityType, str]] = [("PERSON", "Maria Lopez")]
    articles = [
        article("0.txt", "The truce at the harbour was kept, Maria Lopez said.", names=person, date="2024-03-01"),
        article("1.txt", "The ferry left from the quay of the harbour board.", title="Ferry and quay: a ferry quay"),
    ]
    filled(engine, articles)
    hits = {hit.document: hit for hit in ask(engine, articles, query).hits}
    told = explained(engine, articles, query)
    assert set(hits) == set(told) == found
    assert {part.kind for why in told.values() for part in why.parts} >= kinds
    assert all(adds_up(why, hits[path].score) for path, why in told.items())
