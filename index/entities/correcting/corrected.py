"""The corpus's entities after a person's corrections.

Resolution gives entities; a correction moves whole entities, or single forms of them, to other entities.  Only what is
touched is looked up and held, so that the cost goes with the number of corrections, not with the corpus.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from index.entities.correcting.corrections import Correction
from index.entities.correcting.forms import form_key
from index.entities.model import Entity, EntityType
from index.entities.resolving.normal_forms import fullest
from index.entities.resolving.spelling import slug

Part = tuple[str, str]
"""The id of an entity as resolved, and "" for all of its forms that are in no part of their own, or the key of one."""
ADDED = "+"
"""Begins the id, in a part, of what articles do not name by themselves; the rest is the name.  No other id has it."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """The outcome.

    `entities`: those that are touched, by id; to count the forms that were split off would take reading every article,
    so they count with what they were split from.  `gone`: ids of entities that are no more.  `owner`: the id that each
    touched part belongs to now, "" for none.  `parts`: what each touched entity consists of.  `split`: the ids as
    resolved of entities some forms of which are parts of their own.
    """

    entities: Mapping[str, Entity]
    gone: frozenset[str]
    owner: Mapping[Part, str]
    parts: Mapping[str, tuple[Part, ...]]
    split: frozenset[str]

    def owner_of(self, entity_id: str, form: str) -> str:
        """The id of the entity that a mention belongs to now, by the id as resolved and the form; "" for none."""
        if entity_id in self.split and (found := self.owner.get((entity_id, form_key(form)))) is not None:
            return found
        return self.owner.get((entity_id, ""), entity_id)

    def parts_of(self, entity_id: str) -> tuple[Part, ...]:
        """The parts that an entity consists of."""
        return self.parts.get(entity_id, ((entity_id, ""),))


class _FormOrder:
    """The forms of an entity in order of frequency.  A change takes the same time however many there are: a file may
    give one name thousands of others.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        self._first = self._last = 0
        self._ranks: dict[str, int] = {}
        self._by_key: dict[str, list[str]] = {}
        self.add(forms)

    def add(self, forms: Iterable[str]) -> None:
        """Those that are new come last."""
        for form in forms:
            if form not in self._ranks:
                self._last += 1
                self._put(form, self._last)

    def add_first(self, form: str) -> None:
        """It comes first, if it is new."""
        if form not in self._ranks:
            self._first -= 1
            self._put(form, self._first)

    def _put(self, form: str, rank: int) -> None:
        self._ranks[form] = rank
        self._by_key.setdefault(form_key(form), []).append(form)

    def keys(self) -> KeysView[str]:
        """What the forms are but for case and white space."""
        return self._by_key.keys()

    def hold(self, key: str) -> bool:
        """Is any of them the form of that key?"""
        return key in self._by_key

    def part(self, key: str) -> list[str]:
        """Takes away the forms of a key and gives them, unless there are no others."""
        if not self.hold(key) or len(self._by_key) == 1:
            return []
        parted = sorted(self._by_key.pop(key), key=self._ranks.__getitem__)
        for form in parted:
            del self._ranks[form]
        return parted

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._ranks, key=self._ranks.__getitem__))


@dataclass(slots=True)
class _Thing:
    """An entity while it is corrected; its name is among its forms."""

    id: str
    name: str
    type: EntityType
    forms: _FormOrder
    mentions: int
    parts: list[Part] = field(default_factory=list)


class Resolved(Protocol):
    """What corrections must know of the corpus."""

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id."""

    def find(self, name: str) -> Iterable[Entity]:
        """The entities that may bear a name."""

    def bears(self, entity_id: str, key: str) -> bool:
        """Is an entity mentioned by the form of that key?"""


def correct(resolved: Resolved, corrections: Sequence[Correction]) -> Corrected:
    """Applies corrections in order.  One of what the corpus does not name (any more) does nothing."""
    work = _Work(resolved, corrections)
    for correction in corrections:
        work.apply(correction)
    return work.outcome()


class _Work:
    def __init__(self, resolved: Resolved, corrections: Iterable[Correction]) -> None:
        self._resolved = resolved
        self._touched: dict[str, _Thing] = {}
        self._gone: set[str] = set()
        self._none: list[Part] = []
        self._known: dict[str, Entity] = {}
        self._bearers: dict[str, set[str]] = {}
        for name in {name for correction in corrections for name in correction.names}:
            bearers = self._bearers.setdefault(form_key(name), set())
            for entity in resolved.find(name):
                if form_key(name) in map(form_key, (entity.name, *entity.aliases)):
                    bearers.add(entity.id)
                    self._known[entity.id] = entity

    def apply(self, correction: Correction) -> None:
        """Applies one correction."""
        things = [thing for name in correction.names if (thing := self._find(name, correction.type)) is not None]
        if correction.kind == "merge":
            things += [thing for name in correction.names for thing in self._named(name, correction.type)]
        name = correction.names[0]
        if correction.kind == "add":
            self._add(name, correction.type or "PERSON", things[0] if things else None)
        elif not things:
            return
        elif correction.kind == "merge":
            self._merge(things)
        elif correction.kind == "split":
            self._split(things[0], name)
        elif correction.kind == "rename":
            self._rename(things[0], correction.to)
        elif correction.kind == "retype":
            things[0].type = correction.new_type()
        else:
            self._none += things[0].parts
            self._drop(things[0])

    def _find(self, name: str, kind: EntityType | None) -> _Thing | None:
        """Of the entities that bear a name, the one that goes by it, else the one most mentioned."""
        key = form_key(name)
        found: list[tuple[bool, int, str]] = []
        for identity in self._bearers[key] - self._gone:
            one = self._touched.get(identity) or self._known[identity]
            holds = not isinstance(one, _Thing) or one.forms.hold(key)
            if holds and kind in (None, one.type):
                found.append((form_key(one.name) != key, -one.mentions, identity))
        return self._touch(min(found)[2]) if found else None

    def _named(self, name: str, kind: EntityType | None) -> list[_Thing]:
        """All entities that go by a name."""
        key = form_key(name)
        found = [self._touched.get(known) or self._known[known] for known in sorted(self._bearers[key] - self._gone)]
        return [self._touch(one.id) for one in found if form_key(one.name) == key and kind in (None, one.type)]

    def _touch(self, identity: str) -> _Thing:
        if identity not in self._touched:
            entity = self._known[identity]
            forms = _FormOrder((entity.name, *entity.aliases))
            self._touched[identity] = _Thing(
                identity, entity.name, entity.type, forms, entity.mentions, [(identity, "")]
            )
        return self._touched[identity]

    def _bears(self, thing: _Thing, keys: Iterable[str]) -> None:
        """It bears these names from now on."""
        for key in keys:
            if key in self._bearers:
                self._bearers[key].add(thing.id)

    def _drop(self, thing: _Thing) -> None:
        self._gone.add(thing.id)
        del self._touched[thing.id]

    def _new(self, name: str, kind: EntityType) -> _Thing:
        stem = slug(name)
        identity, number = stem, 2
        while identity in self._touched or identity in self._gone or self._resolved.entity(identity) is not None:
            identity, number = f"{stem}-{number}", number + 1
        thing = self._touched[identity] = _Thing(identity, name, kind, _FormOrder([name]), 0)
        self._bears(thing, thing.forms.keys())
        return thing

    def _merge(self, things: list[_Thing]) -> None:
        first = things[0]
        for other in {thing.id: thing for thing in things if thing.id != first.id}.values():
            first.forms.add(other.forms)
            self._bears(first, other.forms.keys())
            first.mentions += other.mentions
            first.parts += other.parts
            self._drop(other)

    def _rename(self, thing: _Thing, name: str) -> None:
        thing.forms.add_first(name)
        thing.name = name
        self._bears(thing, [form_key(name)])

    def _split(self, thing: _Thing, name: str) -> None:
        key = form_key(name)
        own = thing.forms.part(key)
        if not own:
            return
        split = self._new(own[0], thing.type)
        split.forms.add(own)
        for base, form in list(thing.parts):
            if form == key or (base == f"{ADDED}{name}"):
                thing.parts.remove((base, form))
                split.parts.append((base, form))
            elif not form and not base.startswith(ADDED) and self._resolved.bears(base, key):
                split.parts.append((base, key))
        if form_key(thing.name) == key:
            rest = list(thing.forms)
            thing.name = fullest(Counter({form: len(rest) - at for at, form in enumerate(rest)}), thing.type)

    def _add(self, name: str, kind: EntityType, thing: _Thing | None) -> None:
        thing = thing or self._new(name, kind)
        if (f"{ADDED}{name}", "") not in thing.parts:
            thing.parts.append((f"{ADDED}{name}", ""))

    def outcome(self) -> Corrected:
        """What stands after all corrections."""
        entities: dict[str, Entity] = {}
        owner = dict.fromkeys(self._none, "")
        for thing in self._touched.values():
            others = tuple(form for form in thing.forms if form != thing.name)
            entities[thing.id] = Entity(thing.id, thing.name, thing.type, others, thing.mentions)
            owner |= dict.fromkeys(thing.parts, thing.id)
        parts = {thing.id: tuple(thing.parts) for thing in self._touched.values()}
        split = frozenset(base for base, form in owner if form)
        return Corrected(entities, frozenset(self._gone), owner, parts, split)
