"""Facets: how many articles of a result name what, and the query that keeps or leaves them out."""

from __future__ import annotations

from array import array
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_articles import article, filled, reader

from index.entities.correcting.spread import Spread
from index.entities.model import Entity, EntityType
from index.errors import Cancelled
from index.search import facets as module
from index.search.facets import KINDS, Facet, Naming, facets, narrowed
from index.search.query.parsing import parse
from index.search.whoosh_engine import WhooshEngine

TYPES: tuple[EntityType, ...] = ("PERSON", "ORG", "PLACE", "GROUP", "EVENT", "DATE", "NUMBER")


def spread(articles: dict[str, dict[str, int]]) -> Spread:
    """Articles by path, each with its entities' names and mentions; the type is told by the name's first letter."""
    mentions: Counter[str] = Counter()
    for named in articles.values():
        mentions.update(named)
    entities = [
        Entity(name, name, TYPES[ord(name[0]) % len(TYPES)], (), count)
        for name, count in sorted(mentions.items(), key=lambda item: (-item[1], item[0]))
    ]
    places = {entity.name: place for place, entity in enumerate(entities)}
    return Spread(entities, {path: array("I", [places[name] for name in named]) for path, named in articles.items()})


def naming(articles: dict[str, dict[str, int]]) -> Naming:
    return spread(articles).counts


def test_names_years_and_folders_are_counted_by_article() -> None:
    corpus = naming({"x/a": {"Fa": 5, "Ga": 1}, "x/b": {"Fa": 1}, "c": {"Fb": 9}})
    found = facets(["x/a", "x/b", "c"], corpus, {"x/a": "2024-05-01", "x/b": "2024", "c": None})
    kinds = [facet.kind for facet in found]
    assert kinds == sorted(kinds, key=KINDS.index)
    assert Facet("year", "2024", 2, "date:2024..2024") in found
    assert Facet("folder", "x/", 2, 'path:"x/"') in found
    kind = module.OF_TYPE[TYPES[ord("F") % len(TYPES)]]
    assert [(facet.value, facet.articles) for facet in found if facet.kind == kind] == [("Fa", 2), ("Fb", 1)]


NAMED = st.dictionaries(st.text("ABCDEF", min_size=1, max_size=2), st.integers(1, 3), max_size=6)


@given(
    st.dictionaries(st.sampled_from([f"p{n}" for n in range(12)]), NAMED, max_size=12),
    st.data(),
)
def test_the_commonest_of_each_kind_are_counted(articles: dict[str, dict[str, int]], data: st.DataObject) -> None:
    paths = data.draw(st.lists(st.sampled_from(sorted(articles)), unique=True)) if articles else []
    exact = Counter(name for path in paths for name in articles[path])
    found = {entity.name: count for entity, count in spread(articles).counts(paths, 3)}
    assert all(exact[name] == count for name, count in found.items())
    for kind in TYPES:
        of_kind = [n for name, n in exact.items() if TYPES[ord(name[0]) % 7] == kind]
        got = [n for name, n in found.items() if TYPES[ord(name[0]) % 7] == kind]
        assert sorted(got, reverse=True)[:3] == sorted(of_kind, reverse=True)[:3]


def test_counting_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        facets(["a"], naming({"a": {"F": 1}}), {}, cancelled=lambda: True)


@given(st.sampled_from(KINDS[:5]), st.text(st.characters(categories=["L", "P"]), min_size=1, max_size=12))
def test_every_clause_is_a_query(kind: str, value: str) -> None:
    if any(letter.isalnum() for letter in value):
        parse(narrowed("word", module._clause(kind, value), without=False))  # type: ignore[arg-type]


def test_a_query_is_narrowed_once() -> None:
    clause = 'person:"Ada Lindqvist"'
    kept = narrowed("bridge ", clause, without=False)
    assert kept == '+bridge +person:"Ada Lindqvist"'
    assert narrowed(kept, clause, without=False) == kept
    assert narrowed(kept, clause, without=True) == '+bridge -person:"Ada Lindqvist"'
    assert narrowed("", clause, without=False) == '+person:"Ada Lindqvist"'


def test_a_folder_narrows_by_itself() -> None:
    clause = 'path:"2025/"'
    kept = narrowed("bridge toll", clause, without=False)
    assert kept == 'bridge toll path:"2025/"'
    assert narrowed(kept, clause, without=False) == kept
    left = narrowed(kept, clause, without=True)
    assert left == 'bridge toll -path:"2025/"'
    assert narrowed(left, clause, without=True) == left
    assert narrowed(left, clause, without=False) == kept


ARTICLES = [
    article("a.txt", "A ceasefire was near, Ada said.", names=[("PERSON", "Ada")]),
    article("b.txt", "The ceasefire held."),
    article("c.txt", "Talks without Ada."),
    article("d.txt", "Talks with Ada in the end.", names=[("PERSON", "Ada")]),
    article("e.txt", "Ada alone.", names=[("PERSON", "Ada")]),
]


@pytest.mark.parametrize(
    "query", ["ceasefire", "ceasefire talks", "ceasefire OR talks", "+ceasefire talks", "-ceasefire", "(talks) -held"]
)
def test_narrowing_keeps_or_leaves_out_what_was_counted(engine: WhooshEngine, query: str) -> None:
    filled(engine, ARTICLES)

    def paths(text: str) -> set[str]:
        names = lambda name, types: frozenset((kind, name.casefold()) for kind in types)  # noqa: E731
        return {path for path, _ in engine.ranking(parse(text), read=reader(ARTICLES), names=names).articles}

    having = {"a.txt", "d.txt", "e.txt"}
    assert paths(narrowed(query, 'person:"Ada"', without=False)) == paths(query) & having
    assert paths(narrowed(query, 'person:"Ada"', without=True)) == paths(query) - having
