"""Resolution: one entity under all its names, two people with one surname two, the same in whatever order articles
come.
"""

from __future__ import annotations

import itertools

import pytest

from index.entities.model import Entity, Mention, Recognition
from index.entities.recognise import recognise
from index.entities.resolving.resolve import Resolver
from tests.bounds import bounded

ARTICLES = {
    "a.txt": "President Volodymyr Zelenskyy spoke to the United States. Zelenskyy waited in Kyiv.",
    "b.txt": "Ukrainian leader Volodymyr Zelensky thanked the U.S. and the European Union (EU). Zelensky then left.",
    "c.txt": "Ukrainian President Volodyr Zelenskyy asked the US for help. The EU agreed.",
    "d.txt": "President Zelenskiy spoke on Monday.",
}


@pytest.fixture
def resolver(make) -> Resolver:
    resolver = Resolver()
    for path, text in ARTICLES.items():
        resolver.add(path, recognise(make(text, path)))
    return resolver


def test_every_spelling_is_one_person(resolver):
    (found,) = resolver.find("zelensky")
    assert found.id == "volodymyr-zelenskyy"
    assert found.name == "Volodymyr Zelenskyy"
    assert {"Zelenskyy", "Zelensky", "Volodyr Zelenskyy", "Zelenskiy"} <= set(found.aliases)
    assert set(resolver.documents(found.id)) == set(ARTICLES)
    assert resolver.find("Зеленський") == resolver.find("Зеленский") == (found,)


def test_abbreviations_of_places_and_bodies_are_one_entity(resolver):
    (states,) = resolver.find("US")
    assert states.name == "United States"
    assert {"U.S.", "US"} <= set(states.aliases)
    (union,) = resolver.find("EU", ("ORG",))
    assert union.id == "european-union"
    assert resolver.find("european union", ("PLACE",)) == ()


def test_surfaces_are_the_forms_as_recognised(resolver):
    assert ("PERSON", "zelenskiy") in resolver.surfaces("volodymyr-zelenskyy")
    assert ("PLACE", "u.s.") in resolver.surfaces("united-states")


def test_annotations_bear_corpus_wide_names(resolver):
    annotations = resolver.annotations("d.txt")
    (person,) = [e for e in annotations.entities if e.type == "PERSON"]
    assert (person.id, person.name, person.aliases) == ("volodymyr-zelenskyy", "Volodymyr Zelenskyy", ("Zelenskiy",))


def test_two_people_with_one_surname_stay_two(make):
    resolver = Resolver()
    text = "Bill Clinton spoke first. Clinton smiled. Hillary Clinton left. Clinton wept. Mrs Clinton came back."
    resolver.add("a", recognise(make(text)))
    people = {e.id: e for e in resolver.entities()}
    assert people["bill-clinton"].mentions == people["hillary-clinton"].mentions == 2
    assert people["clinton"].mentions == 1  # who wept is not told
    assert {e.id for e in resolver.find("clinton")} == {"bill-clinton", "hillary-clinton", "clinton"}


def test_the_outcome_does_not_depend_on_the_order_of_articles(make):
    read = {path: recognise(make(text, path)) for path, text in ARTICLES.items()}
    outcomes = set()
    for order in itertools.permutations(ARTICLES):
        resolver = Resolver()
        for path in order:
            resolver.add(path, read[path])
        outcomes.add(resolver.entities())
    assert len(outcomes) == 1


def test_a_removed_article_leaves_nothing_behind(resolver):
    before = resolver.entities()
    extra = Recognition((Mention(0, 5, "Xyzzy", "ORG", "x"),), (Entity("x", "Xyzzy", "ORG", (), 1),), ())
    resolver.add("e.txt", extra)
    assert resolver.entity("xyzzy") is not None
    resolver.remove("e.txt")
    assert resolver.entity("xyzzy") is None
    assert resolver.entities() == before


def test_an_unknown_name_finds_nothing(resolver):
    assert resolver.find("nobody at all") == ()
    assert resolver.find("  ") == ()
    assert resolver.entity("nobody") is None
    assert resolver.surfaces("nobody") == frozenset()


def test_thousands_of_articles_resolve_within_seconds():
    resolver = Resolver()
    for n in range(4000):
        names = [(f"Given{n % 700} Family{k}{n % 50}", "PERSON") for k in range(10)] + [
            (f"Place{k}{n % 90}", "PLACE") for k in range(10)
        ]
        entities = tuple(Entity(str(k), name, kind, (), 1) for k, (name, kind) in enumerate(names))
        resolver.add(f"{n}.txt", Recognition((), entities, ()))
    with bounded():
        assert len(resolver.entities()) > 500
