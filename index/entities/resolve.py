"""The corpus-wide view: one entity for all the names that a thing bears in all articles.

What one article says of a thing (its type and its forms there) is a *profile*; equal profiles of many articles are
kept once, with a list of articles and counts. Resolution works on profiles, so its cost grows with the number of
different names, not with the number of articles; it is done anew when it is next asked for after a change, and its
outcome depends on what is in the corpus alone, never on the order of its articles.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from index.entities.clustering import Clusters, Profile, gather
from index.entities.model import Annotations, Entity, EntityType, Recognition
from index.entities.naming import normal_form
from index.entities.people import People
from index.entities.personal import PersonName, person_name
from index.entities.spelling import fold, skeleton

Named = tuple[tuple[Profile, int], ...]
"""What one article names, in the order of its recognition's entities: profile and number of mentions."""

_DOMINANT = 2
"""A surname alone goes to the person with this many times the articles of the next one who bears it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What resolution found: entities by id, the entity of each profile, the entities that a word's skeleton is in a
    name of, and the entities of each article with their mentions there.
    """

    entities: dict[str, Entity]
    owner: dict[Profile, str]
    words: dict[str, set[str]]
    articles: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Change:
    """What became other since the outcome, or the change, that was taken before: entities that are new or other, with
    all their surfaces and their mentions by article; entities, profiles and articles that are gone; profiles that are
    new or of another entity; and the entities that touched words are in a name of.
    """

    entities: dict[str, Entity]
    surfaces: dict[str, set[tuple[EntityType, str]]]
    articles: dict[str, dict[str, int]]
    gone: frozenset[str]
    owner: dict[Profile, str]
    gone_profiles: frozenset[Profile]
    words: dict[str, set[str]]


def named(recognition: Recognition) -> Named:
    """What one article says of everything that it names."""
    values = {m.entity: m.value for m in recognition.mentions if m.value}
    return tuple(
        (
            (
                entity.type,
                values.get(entity.id, "") if entity.type in ("DATE", "NUMBER") else "",
                tuple(sorted({entity.name, *entity.aliases})),
            ),
            entity.mentions,
        )
        for entity in recognition.entities
    )


def annotate(
    path: str, recognition: Recognition, owners: Iterable[str], entity_of: Callable[[str], Entity]
) -> Annotations:
    """A recognition seen from the corpus; `owners` are the ids of its entities there, in order."""
    ids = {entity.id: owner for entity, owner in zip(recognition.entities, owners, strict=True)}
    mentions = tuple(replace(m, entity=ids[m.entity]) for m in recognition.mentions)
    forms: dict[str, Counter[str]] = {}
    for mention in mentions:
        forms.setdefault(mention.entity, Counter())[mention.text] += 1
    entities = []
    for key, counts in forms.items():
        whole = entity_of(key)
        others = tuple(f for f, _ in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if f != whole.name)
        entities.append(Entity(key, whole.name, whole.type, others, counts.total()))
    return Annotations(path, mentions, tuple(entities), recognition.quotes)


class Resolver:
    """Entities over all articles added so far."""

    def __init__(self) -> None:
        self._articles: dict[str, array[int]] = {}
        self._recognitions: dict[str, Recognition] = {}
        self._numbers: dict[Profile, int] = {}
        self._profiles: dict[int, Profile] = {}
        self._uses: Counter[int] = Counter()
        self._mentions: Counter[int] = Counter()
        self._next = 0
        self._clusters = Clusters()
        self._dirty: set[int] = set()
        """Profiles that came, went or count otherwise since they were resolved."""
        self._told: tuple[frozenset[str], dict[Profile, str]] = frozenset(), {}
        """The entities and the entity of each profile, as they were taken last."""

    def add(self, path: str, recognition: Recognition) -> None:
        """Takes an article in, or takes it anew."""
        self.add_named(path, named(recognition))
        self._recognitions[path] = recognition

    def add_named(self, path: str, found: Iterable[tuple[Profile, int]]) -> None:
        """As `add`, where the recognition itself is kept elsewhere."""
        self.remove(path)
        pairs = array("I")
        for profile, mentions in found:
            number = self._numbers.get(profile)
            if number is None:
                number = self._numbers[profile] = self._next
                self._profiles[number] = profile
                self._next += 1
            self._uses[number] += 1
            self._mentions[number] += mentions
            self._dirty.add(number)
            pairs.extend((number, mentions))
        self._articles[path] = pairs

    def remove(self, path: str) -> None:
        """Forgets an article; nothing happens where it is not known."""
        self._recognitions.pop(path, None)
        found = self._articles.pop(path, array("I"))
        for number, mentions in zip(found[::2], found[1::2], strict=True):
            self._uses[number] -= 1
            self._mentions[number] -= mentions
            self._dirty.add(number)
            if not self._uses[number]:
                del self._uses[number], self._mentions[number]
                del self._numbers[self._profiles.pop(number)]

    def annotations(self, path: str) -> Annotations:
        """The article's mentions and entities under corpus-wide ids and names.  Raises KeyError for an unknown path."""
        recognition = self._recognitions[path]
        resolved = self._resolve()
        owners = [resolved.owner(number) for number in self._articles[path][::2]]
        return annotate(path, recognition, owners, resolved.entities.__getitem__)

    def outcome(self) -> Outcome:
        """All that resolution found, to be kept."""
        resolved = self._resolve()
        owner = {profile: resolved.owner(number) for number, profile in self._profiles.items()}
        articles = {path: self._counts(found, resolved) for path, found in self._articles.items()}
        self._take(resolved, owner)
        return Outcome(resolved.entities, owner, resolved.words, articles)

    def change(self) -> Change:
        """What became other since `outcome` or `change` was asked for last."""
        resolved = self._resolve()
        entities, before = self._told
        owner = {profile: resolved.owner(number) for number, profile in self._profiles.items()}
        touched = resolved.touched & resolved.entities.keys()
        of = {number: identity for identity in touched for number in resolved.profiles(identity)}
        surfaces: dict[str, set[tuple[EntityType, str]]] = {identity: set() for identity in touched}
        for number, identity in of.items():
            kind, _, forms = self._profiles[number]
            surfaces[identity].update((kind, form.casefold()) for form in forms)
        articles: dict[str, dict[str, int]] = {identity: {} for identity in touched}
        for path, found in self._articles.items():
            if not of.keys().isdisjoint(found[::2]):
                for number, mentions in zip(found[::2], found[1::2], strict=True):
                    if number in of:
                        counts = articles[of[number]]
                        counts[path] = counts.get(path, 0) + mentions
        change = Change(
            {identity: resolved.entities[identity] for identity in touched},
            surfaces,
            articles,
            entities - resolved.entities.keys(),
            {profile: identity for profile, identity in owner.items() if before.get(profile) != identity},
            frozenset(before.keys() - owner.keys()),
            {word: resolved.words.get(word, set()) for word in resolved.touched_words},
        )
        self._take(resolved, owner)
        return change

    def _take(self, resolved: Clusters, owner: dict[Profile, str]) -> None:
        self._told = frozenset(resolved.entities), owner
        resolved.touched, resolved.touched_words = set(), set()

    @staticmethod
    def _counts(found: array[int], resolved: Clusters) -> dict[str, int]:
        """The mentions of each entity in an article."""
        counts: dict[str, int] = {}
        for number, mentions in zip(found[::2], found[1::2], strict=True):
            identity = resolved.owner(number)
            counts[identity] = counts.get(identity, 0) + mentions
        return counts

    def entities(self) -> tuple[Entity, ...]:
        """All entities of the corpus with corpus-wide counts, most mentioned first."""
        return tuple(sorted(self._resolve().entities.values(), key=lambda e: (-e.mentions, e.id)))

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id, with corpus-wide counts."""
        return self._resolve().entities.get(entity_id)

    def documents(self, entity_id: str) -> dict[str, int]:
        """How often each article mentions the entity."""
        numbers = set(self._resolve().profiles(entity_id))
        counts: dict[str, int] = {}
        for path, found in self._articles.items():
            total = sum(found[k + 1] for k in range(0, len(found), 2) if found[k] in numbers)
            if total:
                counts[path] = total
        return dict(sorted(counts.items()))

    def surfaces(self, entity_id: str) -> frozenset[tuple[EntityType, str]]:
        """The type and the casefolded form of every mention of the entity."""
        profiles = (self._profiles[n] for n in self._resolve().profiles(entity_id))
        return frozenset((kind, form.casefold()) for kind, _, forms in profiles for form in forms)

    def find(self, name: str, types: Collection[EntityType] = ()) -> tuple[Entity, ...]:
        """The entities one of whose names holds all the words of `name`, under any spelling; most mentioned first."""
        resolved = self._resolve()
        keys = [skeleton(word) for word in fold(name).split()]
        if not keys:
            return ()
        found = set.intersection(*(resolved.words.get(key, set()) for key in keys))
        kinds: tuple[EntityType, ...] = ("PLACE", "ORG")
        for kind in kinds:
            usual = normal_form(name, kind)
            if usual != fold(name):
                found |= resolved.words.get(skeleton(usual.replace(" ", "")), set())
        chosen = [resolved.entities[key] for key in found]
        return tuple(sorted((e for e in chosen if not types or e.type in types), key=lambda e: (-e.mentions, e.id)))

    def _resolve(self) -> Clusters:
        if self._dirty:
            keys = _people(self._profiles, self._uses) | _others(self._profiles, self._uses)
            self._clusters = gather(self._profiles, keys, self._uses, self._mentions, self._clusters, self._dirty)
            self._dirty = set()
        return self._clusters


def _people(profiles: dict[int, Profile], uses: Counter[int]) -> dict[int, str]:
    """A key for each profile of a person."""
    full: Counter[PersonName] = Counter()
    names: dict[int, list[PersonName]] = {}
    for number, (kind, _, forms) in profiles.items():
        if kind == "PERSON":
            names[number] = sorted({name for name in map(person_name, forms) if name.words})
            for name in names[number]:
                if len(name.words) > 1:
                    full[name] += uses[number]
    people = People()
    # The most usual names come first and become the keys; initials last, so that they join, but never bring others
    # together.
    ordered = sorted(full, key=lambda n: (n.junior, len(n.words[0]) == 1, -full[n], n))
    key_of = {name: people.add(name) for name in ordered}
    articles: Counter[str] = Counter()
    for name, key in key_of.items():
        articles[key] += full[name]
    bearers: dict[str, Counter[str]] = defaultdict(Counter)
    for name, key in key_of.items():
        bearers[skeleton(name.words[-1])][key] = articles[key]
    keys: dict[int, str] = {}
    for number, all_names in names.items():
        best = max((n for n in all_names if len(n.words) > 1), key=lambda n: (full[n], n), default=None)
        if best is not None:
            keys[number] = key_of[best]
            continue
        word = skeleton(all_names[0].words[0]) if all_names else ""
        ranked = sorted(bearers[word].items(), key=lambda x: (-x[1], x[0]))[:2] if word in bearers else []
        if ranked and (len(ranked) == 1 or ranked[0][1] >= _DOMINANT * ranked[1][1]):
            keys[number] = ranked[0][0]
        else:
            keys[number] = word
    return keys


def _others(profiles: dict[int, Profile], uses: Counter[int]) -> dict[int, str]:
    """A key for each profile of anything but a person; an acronym goes to what it most often stands beside."""
    keys: dict[int, str] = {}
    stands_for: dict[str, Counter[str]] = defaultdict(Counter)
    for number, (kind, value, forms) in profiles.items():
        if kind == "PERSON":
            continue
        if kind in ("DATE", "NUMBER"):
            keys[number] = value or normal_form(forms[0], kind)
            continue
        every = sorted({normal_form(form, kind) for form in forms}, key=lambda f: (" " not in f, f))
        keys[number] = every[0]
        if kind == "ORG" and len(every) > 1:
            for other in every[1:]:
                stands_for[other][every[0]] += uses[number]
    for number, key in keys.items():
        if profiles[number][0] == "ORG" and len(profiles[number][2]) == 1 and key in stands_for:
            keys[number] = min(stands_for[key].items(), key=lambda x: (-x[1], x[0]))[0]
    return keys
