"""What follows a change is, in every table, what resolving all articles gives: names, persons, acronyms and ids that
hang together included.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.entities.model import ENTITY_TYPES, EntityType
from index.entities.resolving.clustering import family, ids_of
from index.entities.resolving.entity_rows import ENTITY, kept, texts, type_of
from index.entities.resolving.hashed import Hashed, Lookups, short_hash
from index.entities.resolving.packing import unpacked_counts, unpacked_rising
from index.entities.resolving.people import People, blocks_of
from index.entities.resolving.personal import person_name
from index.entities.resolving.profile import MAN, UNDECIDED, WOMAN, Named, alone, profiled
from index.entities.resolving.resolution import Resolution, build
from index.entities.resolving.resolution_change import changed
from index.entities.resolving.resolution_tables import (
    hash_of,
    hash_of_family,
    hash_of_key,
    links_of,
    name_text,
    text_name,
    unpacked_entities,
)
from index.entities.resolving.resolve import Resolver

Corpus = dict[str, Named]

GIVEN = ["John", "Jon", "J.", "William", "Bill", "Mary", "George W.", "George H. W.", "Xi", "Petr"]
LAST = ["Smith", "Smyth", "Smith Jr", "Petrov", "Petrova", "Ortega", "Ortega Saavedra", "John", "Jinping", "Person"]
PERSONS = [f"{first} {last}" for first in GIVEN for last in LAST] + ["Smith", "Petrov", "Ortega", "Jinping", "Xi", "J."]
BODIES = ["European Union", "EU", "E.U.", "Emirates University", "Acme Corp", "Acme", "AC", "Smith", "Smith Org"]
PLACES = ["Smith", "Smith Place", "Saint Smith", "Ortega"]
DAYS = ["March 1", "1 March", "Smith Day"]


def thing(
    kind: EntityType, forms: list[str], values: Sequence[str] = ("",)
) -> st.SearchStrategy[tuple[tuple[EntityType, str, tuple[str, ...]], tuple[int, ...]]]:
    counts = st.dictionaries(st.sampled_from(forms), st.integers(1, 3), min_size=1, max_size=3)
    told = st.sampled_from(
        ["", "", *(alone(each, "x") for each in (MAN, WOMAN, UNDECIDED))] if kind == "PERSON" else [""]
    )
    return st.builds(partial(profiled, kind), told, st.sampled_from(values), counts)


ARTICLE = st.lists(
    st.one_of(
        thing("PERSON", PERSONS),
        thing("PERSON", PERSONS),
        thing("ORG", BODIES),
        thing("PLACE", PLACES),
        thing("DATE", DAYS, ("", "2022-03-01", "Smith Day")),
    ),
    max_size=4,
).map(tuple)
CHANGE = st.dictionaries(st.integers(0, 11), st.one_of(st.none(), ARTICLE), min_size=1, max_size=3)


def resolved(articles: Corpus) -> Resolution:
    resolver = Resolver()
    for path, names in articles.items():
        resolver.add_named(path, names)
    return build(resolver.outcome(), dict.fromkeys(articles, 7))


def rows(database: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return database.execute(f"SELECT * FROM {table}").fetchall()


def told(resolution: Resolution) -> dict[str, object]:
    """All that the tables hold, with paths, profiles and ids in the place of numbers."""
    database = resolution.copy()
    lookups = Lookups(database)
    path = {number: path for number, path, _, _ in rows(database, "article")}
    forms = {row[0]: (row[1], row[2], row[3]) for row in rows(database, "profile")}
    kinds = {row[0]: type_of(row[1]) for row in rows(database, "profile")}
    entity = {row[0]: kept(row) for row in database.execute(f"SELECT {ENTITY}")}
    identity = {number: each.entity.id for number, each in entity.items()}
    name = {row[0]: row[1:] for row in rows(database, "name")}
    assert len(set(identity.values())) == len(entity)
    assert len(set(forms.values())) == len(forms)

    def counts(blob: object) -> list[tuple[object, int, int]]:
        return sorted((str(path[article]), place, times) for article, place, times in unpacked_counts(blob))

    def under(what: str, hashes: dict[int, Iterable[int]]) -> None:
        """Everything is found by its hashes, and nothing else is."""
        whole = sorted((hashed, number) for number, those in hashes.items() for hashed in those)
        assert lookups[what].data() == Hashed.of(whole).data()

    under("path", {number: [short_hash(str(each))] for number, each in path.items()})
    profiles = {n: (kinds[n], str(value), texts(str(told))) for n, (_, value, told) in forms.items()}
    under("known", {number: [hash_of(profile)] for number, profile in profiles.items()})
    under("link", {number: map(short_hash, links_of(profile)) for number, profile in profiles.items()})
    under("key", {number: [hash_of_key(each.entity.type, each.key)] for number, each in entity.items()})
    under("family", {number: [hash_of_family(each.wanted)] for number, each in entity.items()})
    under("name", {number: [short_hash(str(row[0]))] for number, row in name.items()})
    under("name key", {number: [short_hash(str(row[2]))] for number, row in name.items()})
    under("block", {n: map(short_hash, blocks_of(text_name(str(row[0])))) for n, row in name.items()})
    return {
        "article": sorted(
            (where, trace, sorted(map(str, (forms[each] for each in unpacked_rising(blob)))))
            for _, where, trace, blob in rows(database, "article")
        ),
        "profile": sorted(
            (forms[row[0]], *row[4:6], counts(row[6]), identity[row[0] if row[7] is None else row[7]])
            for row in rows(database, "profile")
        ),
        "entity": sorted(map(str, entity.values())),
        "word": sorted(
            (word, sorted(identity[n] for n in unpacked_entities(blob))) for word, blob in rows(database, "word")
        ),
        "name": sorted(name.values()),
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(ARTICLE, min_size=1, max_size=10), st.lists(CHANGE, min_size=1, max_size=5))
def test_every_table_is_as_if_all_had_been_resolved(corpus: list[Named], history: list[dict[int, Named | None]]):
    articles = {str(number): names for number, names in enumerate(corpus)}
    kept = resolved(articles)
    for change in history:
        gone = {str(number) for number, names in change.items() if names is None}
        come = {str(number): names for number, names in change.items() if names is not None}
        articles = {path: names for path, names in articles.items() if path not in gone} | come
        kept = changed(kept, gone, {path: (7, names) for path, names in come.items()})
        assert told(kept) == told(resolved(articles))


def persons(*names: str) -> Named:
    return tuple(profiled("PERSON", "", "", {name: 1}) for name in names)


def follows(before: Corpus, gone: Iterable[str], come: Corpus) -> Resolution:
    kept = changed(resolved(before), set(gone), {path: (7, names) for path, names in come.items()})
    after = {path: names for path, names in before.items() if path not in set(gone)} | come
    assert told(kept) == told(resolved(after))
    return kept


def test_a_surname_goes_to_another_when_that_one_stands_out():
    before = {"a": persons("Bill Clinton"), "b": persons("Clinton")}
    assert follows(before, (), {}).documents("bill-clinton") == {"a": 1, "b": 1}
    assert follows(before, (), {"c": persons("Hillary Clinton")}).documents("clinton") == {"b": 1}
    more = {name: persons("Hillary Clinton") for name in "cdef"}
    kept = follows(before, (), more)
    assert "b" in kept.documents("hillary-clinton")
    assert kept.documents("bill-clinton") == {"a": 1}


def test_an_acronym_goes_to_what_it_stands_beside_by_now():
    beside = (profiled("ORG", "", "", {"European Union": 1, "EU": 1}),)
    other = (profiled("ORG", "", "", {"Emirates University": 1, "EU": 2}),)
    alone = (profiled("ORG", "", "", {"EU": 1}),)
    assert follows({"a": beside, "b": alone}, (), {}).documents("european-union") == {"a": 2, "b": 1}
    assert "b" in follows({"a": beside, "b": alone}, (), {"c": other, "d": other}).documents("emirates-university")
    assert follows({"a": beside, "b": alone}, ("a",), {}).documents("eu") == {"b": 1}


def test_an_id_is_free_again_when_who_had_it_is_gone():
    before = {"a": persons("Smith"), "b": (profiled("PLACE", "", "", {"Smith": 1}),)}
    assert resolved(before).documents("smith-place") == {"b": 1}
    assert follows(before, ("a",), {}).documents("smith") == {"b": 1}


def test_two_names_that_change_places_are_seen_by_those_after_them():
    """Each has as many articles as the other had, so that neither passes anybody else."""
    before = {
        **{f"a{n}": persons("John Smith") for n in range(3)},
        **{f"b{n}": persons("Jon Smith") for n in range(2)},
        "c": persons("J. Smith"),
    }
    follows(before, ("a0",), {"b9": persons("Jon Smith")})
    follows(before, (), {"a0": persons("Jon Smith")})


@given(st.sampled_from(PERSONS).map(person_name), st.sampled_from(PERSONS).map(person_name))
def test_names_without_a_block_in_common_never_meet(one, other):
    if len(one.words) < 2 or len(other.words) < 2 or one == other or blocks_of(one) & blocks_of(other):
        return
    people = People()
    first = people.add(one)
    assert people.add(other) == " ".join(other.words) + (" jr" if other.junior else "")
    assert first == " ".join(one.words) + (" jr" if one.junior else "")


@given(st.text(min_size=1).map(person_name))
def test_a_name_is_its_text(name):
    if name.words:
        assert text_name(name_text(name)) == name


SUFFIX = st.sampled_from(["", "-person", "-place", "-org-2", "-org", "-person-3"])


@given(
    st.dictionaries(
        st.tuples(st.sampled_from(ENTITY_TYPES), st.integers(0, 9).map(str)),
        st.tuples(st.sampled_from(["a", "b", "a-b"]), SUFFIX, SUFFIX).map("".join),
        max_size=12,
    )
)
def test_ids_are_given_within_a_family_as_among_all(wanted):
    given_ids = ids_of(wanted)
    assert len(set(given_ids.values())) == len(wanted)
    for name in {family(each) for each in wanted.values()}:
        some = {key: each for key, each in wanted.items() if family(each) == name}
        assert ids_of(some) == {key: given_ids[key] for key in some}
        assert {family(given_ids[key]) for key in some} == {name}
    json.dumps(list(given_ids.values()))


@pytest.mark.parametrize("number", [0, 1])
def test_nothing_changed_changes_nothing(number):
    follows({"a": persons("John Smith", "Smith"), "b": ()}, ("nowhere",) * number, {})
