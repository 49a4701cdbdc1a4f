"""Numbers under hashes are those of a plain list of pairs; an entity comes back from its row as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities.model import Entity, EntityType
from index.entities.resolving.entity_rows import ENTITY, SCHEMA, Kept, as_text, kept, number_of, write_entity, write_id
from index.entities.resolving.hashed import Hashed, short_hash
from index.errors import DamageError

PAIRS = st.tuples(st.integers(0, 9) | st.integers(0, (1 << 24) - 1), st.integers(0, 9) | st.integers(0, (1 << 32) - 1))


@given(st.lists(PAIRS), st.lists(st.tuples(st.booleans(), PAIRS)))
def test_what_is_found_is_what_was_put(pairs: list[tuple[int, int]], changes: list[tuple[bool, tuple[int, int]]]):
    hashed, plain = Hashed.of(pairs), sorted(pairs)
    for comes, pair in changes:
        if comes:
            hashed.add(*pair)
            plain = sorted([*plain, pair])
        else:
            hashed.remove(*pair)
            if pair in plain:
                plain.remove(pair)
    for each in (hashed, Hashed(hashed.data())):
        assert each.data() == Hashed.of(plain).data()
        for wanted in {0, 1, *(one for one, _ in plain)}:
            assert each.find(wanted) == [number for one, number in plain if one == wanted]


def test_a_hash_takes_three_bytes_and_so_does_a_usual_number():
    assert len(Hashed.of((short_hash(str(n)), n) for n in range(70_000)).data()) == 4 + 70_000 * 6 + 1


@pytest.mark.parametrize("cut", [1, 3, 5, 9])
def test_what_is_cut_short_is_damage(cut: int):
    data = Hashed.of([(1, 2), (3, 700), (3, 5)]).data()
    with pytest.raises(DamageError):
        Hashed(data[:-cut])


WORDS = st.sampled_from(["Smith", "John Smith", "J.-P. Smith", "STRASSE", "straße", "1 March", "İ", "smith"])
KINDS: Sequence[EntityType] = ("PERSON", "ORG", "DATE", "NUMBER")


@given(
    st.sampled_from(KINDS),
    st.lists(WORDS, min_size=1, max_size=4, unique=True),
    WORDS | st.just(""),
    WORDS,
    st.sampled_from(["smith", "date-1-march", "john-smith", "x"]),
    st.sampled_from(["smith", "smith-org"]),
    st.booleans(),
)
def test_an_entity_comes_back_from_its_row(
    kind: EntityType, names: list[str], value: str, key: str, identity: str, wanted: str, alone: bool
):
    database = sqlite3.connect(":memory:")
    database.executescript(SCHEMA + "CREATE TABLE profile (number, type, value, forms, mentions)")
    forms = sorted(names)
    database.execute("INSERT INTO profile VALUES (4,?,?,?,7)", (number_of(kind), value, as_text(forms)))
    each = Kept(Entity(identity, names[0], kind, tuple(names[1:]), 7), key, wanted)
    write_entity(database, 4, each, (value, forms) if alone else None)
    assert kept(database.execute(f"SELECT {ENTITY}").fetchone()) == each
    for other in ("another", wanted, "date-1-march"):
        write_id(database, 4, each, other)
        renamed = Entity(other, names[0], kind, tuple(names[1:]), 7)
        assert kept(database.execute(f"SELECT {ENTITY}").fetchone()) == Kept(renamed, key, wanted)
