"""The outcome of resolution as tables, so that one name is looked up without resolving the corpus again."""

from __future__ import annotations

import sqlite3
import threading
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from index.entities.model import Annotations, Entity, EntityType, Recognition
from index.entities.resolving.entity_rows import ENTITY, PROFILES, entity_of, number_of, texts, type_of
from index.entities.resolving.hashed import Lookups
from index.entities.resolving.normal_forms import normal_form
from index.entities.resolving.packing import unpacked_counts, unpacked_rising
from index.entities.resolving.profile import UNDECIDED, Profile
from index.entities.resolving.resolution_tables import (
    empty,
    filled,
    hash_of,
    hash_of_family,
    hash_of_word,
    unpacked_entities,
)
from index.entities.resolving.resolve import Outcome, annotate, named
from index.entities.resolving.spelling import fold, skeleton, slug
from index.errors import EngineError

_OWNERS = "SELECT type, value, forms, coalesce(entity, number) FROM profile WHERE number IN"
_AT_A_TIME = 500
"""Values in one statement; SQLite allows 999 everywhere."""
_MANY = 2_000
"""Articles that are not looked up one by one."""
_REMEMBERED = 20_000
"""Names whose entities are remembered, about; some megabytes."""


class Resolution:
    """Entities over all articles of the corpus, as they were when the file was written.  Any thread may use it."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._lookups = Lookups(database)
        self._lock = threading.RLock()
        self._owners: dict[Profile, Entity | None] = {}

    def entities(self) -> tuple[Entity, ...]:
        """All entities of the corpus with corpus-wide counts, most mentioned first."""
        return tuple(_ordered(map(entity_of, self._rows(f"SELECT {ENTITY}"))))

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id, with corpus-wide counts."""
        found = self._of_id(entity_id)
        return found[1] if found else None

    def documents(self, entity_id: str) -> dict[str, int]:
        """How often each article mentions the entity, by path."""
        counts: Counter[int] = Counter()
        for _, blob in self._profiles(entity_id):
            for article, _, times in unpacked_counts(blob):
                counts[article] += times
        return {path: counts[number] for path, number in sorted(self._paths(counts)) if counts[number]}

    def named_in(self, types: Collection[EntityType]) -> tuple[list[Entity], dict[str, array[int]]]:
        """All entities of these types, and by the path of every article the places in that list of those it names."""
        select = f"SELECT {ENTITY} WHERE coalesce(e.type, p.type) IN ({','.join('?' * len(types))})"
        rows = self._rows(select, *map(number_of, types))
        numbers = {(entity := entity_of(row)).id: (row[0], entity) for row in rows}
        entities = _ordered(entity for _, entity in numbers.values())
        places = {numbers[entity.id][0]: place for place, entity in enumerate(entities)}
        profiles = self._rows("SELECT number, coalesce(entity, number) FROM profile")
        place_of = {profile: places[number] for profile, number in profiles if number in places}
        known = place_of.keys()
        named: dict[str, array[int]] = {}
        for path, blob in self._rows("SELECT path, profiles FROM article"):
            found = known & unpacked_rising(blob)
            named[path] = array("I", {place_of[profile] for profile in found})
        return entities, named

    def by_article(self, entity_id: str) -> dict[str, Counter[str]]:
        """How often each article mentions the entity by each form as printed."""
        found: dict[int, Counter[str]] = {}
        for forms, blob in self._profiles(entity_id):
            printed = texts(forms)
            for article, place, times in unpacked_counts(blob):
                found.setdefault(article, Counter())[printed[place]] += times
        return {path: found[number] for path, number in sorted(self._paths(found))}

    def surfaces(self, entity_id: str) -> frozenset[tuple[EntityType, str]]:
        """The type and the casefolded form of every mention of the entity."""
        entity = self.entity(entity_id)
        if entity is None:
            return frozenset()
        return frozenset((entity.type, form.casefold()) for form in (entity.name, *entity.aliases))

    def traces(self) -> dict[str, int]:
        """By path, what each article was when it was resolved."""
        return dict(self._rows("SELECT path, trace FROM article"))

    def _profiles(self, entity_id: str) -> list[tuple[Any, ...]]:
        """Forms and counts of what articles say of an entity."""
        found = self._of_id(entity_id)
        return self._rows(f"SELECT forms, counts FROM profile WHERE {PROFILES}", found[0], found[0]) if found else []

    def _of_id(self, entity_id: str) -> tuple[int, Entity] | None:
        """The entity of an id, with its number."""
        for row in self._each(f"SELECT {ENTITY} WHERE e.number IN", self._found("family", hash_of_family(entity_id))):
            if (entity := entity_of(row)).id == entity_id:
                return row[0], entity
        return None

    def _paths(self, numbers: Collection[int]) -> list[tuple[str, int]]:
        """Paths and numbers of articles."""
        if len(numbers) > _MANY:
            rows: Iterable[tuple[Any, ...]] = self._rows("SELECT path, number FROM article")
        else:
            rows = self._each("SELECT path, number FROM article WHERE number IN", list(numbers))
        return [(path, number) for path, number in rows if number in numbers]

    def find(self, name: str, types: Collection[EntityType] = ()) -> tuple[Entity, ...]:
        """The entities one of whose names holds all the words of `name`, under any spelling; most mentioned first."""
        keys = [skeleton(word) for word in fold(name).split()]
        if not keys:
            return ()
        found = set.intersection(*map(self._holding, keys))
        kinds: tuple[EntityType, ...] = ("PLACE", "ORG")
        for kind in kinds:
            usual = normal_form(name, kind)
            if usual != fold(name):
                found |= self._holding(skeleton(usual.replace(" ", "")))
        entities = map(entity_of, self._each(f"SELECT {ENTITY} WHERE e.number IN", sorted(found)))
        chosen = (entity for entity in entities if not types or entity.type in types)
        return tuple(_ordered(chosen))

    def _holding(self, word: str) -> set[int]:
        rows = self._rows("SELECT entities FROM word WHERE hash=?", hash_of_word(word))
        return set(unpacked_entities(rows[0][0])) if rows else set()

    def annotations(self, path: str, recognition: Recognition) -> Annotations:
        """A recognition seen from the corpus.  What the corpus did not name in this way when it was resolved goes to
        the entity that bears the name most often, or to one of its own until the corpus is resolved again.
        """
        known: dict[str, Entity] = {}
        owners: list[str] = []
        profiles = [profile for profile, _ in named(recognition)]
        owner = self._owners_of(profiles)
        for profile in profiles:
            entity = owner[profile] or self._likely(profile, known)
            known[entity.id] = entity
            owners.append(entity.id)
        return annotate(path, recognition, owners, known.__getitem__)

    def _owners_of(self, profiles: Collection[Profile]) -> Mapping[Profile, Entity | None]:
        """The entities that names had when the corpus was resolved; most names of an article stand in others too, so
        they are remembered.
        """
        known = self._owners
        if new := [profile for profile in profiles if profile not in known]:
            if len(known) > _REMEMBERED:
                # Another thread may look into the one that was there.
                new, known = list(profiles), {}
                self._owners = known
            numbers = [number for profile in new for number in self._found("known", hash_of(profile))]
            owner: dict[Profile, int] = {
                (type_of(kind), value, texts(forms)): entity
                for kind, value, forms, entity in self._each(_OWNERS, numbers)
            }
            rows = self._each(f"SELECT {ENTITY} WHERE e.number IN", sorted(set(owner.values())))
            by_number = {row[0]: entity_of(row) for row in rows}
            for each in new:
                known[each] = by_number.get(owner.get(each, -1))
        return known

    def _likely(self, profile: Profile, known: dict[str, Entity]) -> Entity:
        kind, value, forms = profile
        for form in (
            () if value == UNDECIDED else sorted(forms, key=lambda form: (-len(form.split()), -len(form), form))
        ):
            wanted = skeleton(fold(form).replace(" ", ""))
            for entity in self.find(form, (kind,)):
                names = (entity.name, *entity.aliases)
                if (not value or kind == "PERSON") and any(
                    skeleton(fold(name).replace(" ", "")) == wanted for name in names
                ):
                    return entity
        name = forms[0]
        value = value if kind in ("DATE", "NUMBER") else ""
        identity = slug(f"{kind}-{value}" if value else name)
        taken = self.entity(identity) or known.get(identity)
        if taken is not None and taken.type == kind and value:
            return taken
        if taken is not None:
            identity = f"{identity}-{kind.lower()}-{hash_of(profile) & 0xFFFFFF:06x}"
        return Entity(identity, name, kind, forms[1:], 0)

    def data(self) -> bytes:
        """The tables as bytes, to be kept."""
        with self._lock:
            return self._database.serialize()

    def copy(self) -> sqlite3.Connection:
        """The tables, copied into memory to be changed."""
        database = empty()
        database.deserialize(self.data())
        return database

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self._database.close()

    def _found(self, what: str, hashed: int) -> list[int]:
        """The numbers of what may have a hash."""
        with self._lock:
            try:
                return self._lookups[what].find(hashed)
            except sqlite3.Error as problem:
                raise self._unreadable(problem) from problem

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._database.execute(statement, values).fetchall()
            except sqlite3.Error as problem:
                raise self._unreadable(problem) from problem

    def _unreadable(self, problem: sqlite3.Error) -> EngineError:
        return EngineError(f"the entities of the corpus cannot be read: {problem}")

    def _each(self, statement: str, values: list[int]) -> Iterator[tuple[Any, ...]]:
        """The rows for many values, a bounded number of them in one statement."""
        for start in range(0, len(values), _AT_A_TIME):
            some = values[start : start + _AT_A_TIME]
            yield from self._rows(f"{statement} ({','.join('?' * len(some))})", *some)


def build(outcome: Outcome, traces: Mapping[str, int] = {}) -> Resolution:
    """An outcome as tables, in memory; `traces` tell what each article was."""
    return Resolution(filled(outcome, traces))


def _ordered(entities: Iterable[Entity]) -> list[Entity]:
    """The most mentioned first; two sorts, by no tuples, are faster than one."""
    ordered = sorted(entities, key=attrgetter("id"))
    ordered.sort(key=attrgetter("mentions"), reverse=True)
    return ordered
