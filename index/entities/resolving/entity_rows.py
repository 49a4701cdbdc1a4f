"""An entity as a row of a kept resolution.  Most entities are what one profile says, so that name, type and mentions
stand in the row of that; most ids are the name in small letters.  What follows so is null.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from index.entities.model import ENTITY_TYPES, Entity, EntityType

SCHEMA = """
CREATE TABLE entity (number INTEGER PRIMARY KEY, id TEXT, name TEXT, type INTEGER, aliases, mentions INTEGER, key TEXT,
    wanted TEXT);
"""
ENTITY = (
    "e.number, e.id, e.name, e.type, e.aliases, e.mentions, e.key, e.wanted, p.type, p.value, p.forms, p.mentions "
    "FROM entity e LEFT JOIN profile p ON p.number = e.number AND e.name IS NULL"
)
"""What `kept` takes of an entity; where its name is null, from the profile of its number, which is the only one.  Its
`aliases` are then the place of the name among the forms of that, null for 0.
"""
PROFILES = "number=? AND entity IS NULL OR entity=?"
"""Condition for the profiles of an entity, whose number is to be given twice: `entity` is null in the profile that has
the number of its entity.
"""
_VALUED = ("DATE", "NUMBER")
_NUMBER_OF = {kind: number for number, kind in enumerate(ENTITY_TYPES)}
_BETWEEN = "\x1f"
"""Between the forms of a profile and the names of an entity; no text has this character."""


class Kept(NamedTuple):
    """An entity, what makes it one with its type, and the id that it would have where no other wants it; one without a
    name is not made of its profiles yet.
    """

    entity: Entity
    key: str
    wanted: str


def entity_of(row: Sequence[Any]) -> Entity:
    """The entity of a row of `ENTITY`."""
    _, identity, name, number, aliases, mentions, key, _, of_profile, value, forms, mentioned = row
    others: Sequence[str] = ()
    if name is None:
        name, number, mentions = forms, of_profile, mentioned
        if _BETWEEN in forms:
            name, others = _at_first(forms.split(_BETWEEN), aliases or 0)
    elif aliases:
        others = aliases.split(_BETWEEN)
    kind = ENTITY_TYPES[number]
    if identity is None:
        if kind in _VALUED:
            identity = _usual_id(kind, key or _usual_key(kind, value, name), name)
        else:
            identity = name.casefold().replace(" ", "-")
    return Entity(identity, name, kind, tuple(others), mentions)


def kept(row: Sequence[Any]) -> Kept:
    """A row of `ENTITY`."""
    entity = entity_of(row)
    key, wanted, value = row[6], row[7], row[9]
    if key is None:
        key = _usual_key(entity.type, value, entity.name)
    return Kept(entity, key, entity.id if wanted is None else wanted)


def _at_first(forms: list[str], place: int) -> tuple[str, list[str]]:
    """One of some forms, and the others."""
    return forms[place], [*forms[:place], *forms[place + 1 :]]


def write_entity(
    database: sqlite3.Connection, number: int, each: Kept, only: tuple[str, Sequence[str]] | None = None
) -> None:
    """A row of `entity`, in place of another of its number.  `only` has the value and the forms of its only profile,
    where that has its number.
    """
    entity, key, wanted = each
    kind = entity.type
    usual = _usual_key(kind, only[0] if only else None, entity.name)
    told: tuple[object, ...] = entity.name, number_of(kind), as_text(entity.aliases), entity.mentions
    if only:
        place = only[1].index(entity.name)
        if _at_first([*only[1]], place) == (entity.name, [*entity.aliases]):
            told = None, None, place or None, None
        else:
            usual = _usual_key(kind, None, entity.name)
    row = (
        number,
        _unless(_usual_id(kind, key, entity.name), entity.id),
        *told,
        _unless(usual, key),
        _unless(entity.id, wanted),
    )
    database.execute("INSERT OR REPLACE INTO entity VALUES (?,?,?,?,?,?,?,?)", row)


def write_id(database: sqlite3.Connection, number: int, each: Kept, identity: str) -> None:
    """Gives an entity another id."""
    usual = _usual_id(each.entity.type, each.key, each.entity.name)
    values = _unless(usual, identity), _unless(identity, each.wanted), number
    database.execute("UPDATE entity SET id=?, wanted=? WHERE number=?", values)


def _usual_key(kind: EntityType, value: str | None, name: str) -> str:
    return value if value and kind in _VALUED else name.casefold()


def _usual_id(kind: EntityType, key: str, name: str) -> str:
    return (f"{kind}-{key}" if kind in _VALUED else name).casefold().replace(" ", "-")


def _unless(usual: str, value: str) -> str | None:
    return None if value == usual else value


def number_of(kind: EntityType) -> int:
    """The number that stands for a type."""
    return _NUMBER_OF[kind]


def type_of(number: int) -> EntityType:
    """The type of `number_of`."""
    return ENTITY_TYPES[number]


def as_text(values: Iterable[str]) -> str:
    """Texts as one; `texts` gives them back."""
    return _BETWEEN.join(values)


def texts(text: str) -> tuple[str, ...]:
    """The texts of `as_text`."""
    return tuple(text.split(_BETWEEN)) if text else ()
