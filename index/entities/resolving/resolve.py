"""The corpus-wide view: one entity for all the names that a thing bears in all articles.

What one article says of a thing (its type and its forms there) is a *profile*; equal profiles of many articles are
kept once, with a list of articles and counts. Resolution works on profiles, so its cost grows with the number of
different names, not with the number of articles; its outcome depends on what is in the corpus alone, never on the order
of its articles.  All is resolved here; what a change touches, in `resolution_change.py`, with the same outcome.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from index.entities.model import Annotations, Entity, EntityType, Mention, Recognition
from index.entities.resolving.clustering import ClusterKey, ids_of, made_of, words_of
from index.entities.resolving.deciding import (
    bearer,
    is_full,
    lone_word,
    most_usual,
    person_names,
    rank,
    spelled_out,
    usual_forms,
)
from index.entities.resolving.normal_forms import normal_form
from index.entities.resolving.people import People
from index.entities.resolving.personal import PersonName
from index.entities.resolving.profile import Named, Profile, profiled
from index.entities.resolving.spelling import fold, skeleton


@dataclass(frozen=True, slots=True)
class Cluster:
    """An entity of the corpus, what its id would be where no other wants it, and the numbers of its profiles."""

    entity: Entity
    wanted: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What resolution found, and what it found it from: profiles by number; of each article the numbers of its profiles
    and the mentions of each of their forms; the full names of persons with their articles and the keys they got; and
    the entities.
    """

    profiles: Mapping[int, Profile] = field(default_factory=dict)
    articles: Mapping[str, tuple[tuple[int, tuple[int, ...]], ...]] = field(default_factory=dict)
    names: Mapping[PersonName, tuple[int, str]] = field(default_factory=dict)
    clusters: Mapping[ClusterKey, Cluster] = field(default_factory=dict)


def named(recognition: Recognition) -> Named:
    """What one article says of everything that it names."""
    values = {m.entity: m.value for m in recognition.mentions if m.value}
    counts = {entity.id: dict.fromkeys((entity.name, *entity.aliases), 0) for entity in recognition.entities}
    for mention in recognition.mentions:
        counts[mention.entity][mention.text] += 1
    return tuple(
        profiled(entity.type, entity.id, values.get(entity.id, ""), counts[entity.id])
        for entity in recognition.entities
    )


def annotate(
    path: str, recognition: Recognition, owners: Iterable[str], entity_of: Callable[[str], Entity]
) -> Annotations:
    """A recognition seen from the corpus; `owners` are the ids of its entities there, in order."""
    ids = {entity.id: owner for entity, owner in zip(recognition.entities, owners, strict=True)}
    mentions = tuple(
        Mention(m.start, m.end, m.text, m.type, ids[m.entity], m.value, m.title) for m in recognition.mentions
    )
    forms: dict[str, dict[str, int]] = {}
    for mention in mentions:
        counts = forms.setdefault(mention.entity, {})
        counts[mention.text] = counts.get(mention.text, 0) + 1
    entities = []
    for key, counts in forms.items():
        whole = entity_of(key)
        usual = sorted(counts.items(), key=lambda x: (-x[1], x[0])) if len(counts) > 1 else counts.items()
        others = tuple(form for form, _ in usual if form != whole.name)
        entities.append(Entity(key, whole.name, whole.type, others, sum(counts.values())))
    return Annotations(path, mentions, tuple(entities), recognition.quotes, recognition.lacking)


class Resolver:
    """Entities over all articles added so far."""

    def __init__(self) -> None:
        self._articles: dict[str, tuple[tuple[int, tuple[int, ...]], ...]] = {}
        self._recognitions: dict[str, Recognition] = {}
        self._numbers: dict[Profile, int] = {}
        self._profiles: dict[int, Profile] = {}
        self._uses: Counter[int] = Counter()
        self._mentions: Counter[int] = Counter()
        self._next = 0
        self._found: _Resolved | None = None

    def add(self, path: str, recognition: Recognition) -> None:
        """Takes an article in, or takes it anew."""
        self.add_named(path, named(recognition))
        self._recognitions[path] = recognition

    def add_named(self, path: str, found: Named) -> None:
        """As `add`, where the recognition itself is kept elsewhere."""
        self.remove(path)
        pairs = []
        for profile, counts in found:
            number = self._numbers.get(profile)
            if number is None:
                number = self._numbers[profile] = self._next
                self._profiles[number] = profile
                self._next += 1
            self._uses[number] += 1
            self._mentions[number] += sum(counts)
            pairs.append((number, counts))
        self._articles[path] = tuple(pairs)

    def remove(self, path: str) -> None:
        """Forgets an article; nothing happens where it is not known."""
        self._found = None
        self._recognitions.pop(path, None)
        for number, counts in self._articles.pop(path, ()):
            self._uses[number] -= 1
            self._mentions[number] -= sum(counts)
            if not self._uses[number]:
                del self._uses[number], self._mentions[number]
                del self._numbers[self._profiles.pop(number)]

    def annotations(self, path: str) -> Annotations:
        """The article's mentions and entities under corpus-wide ids and names.  Raises KeyError for an unknown path."""
        recognition = self._recognitions[path]
        found = self._resolve()
        owners = [found.owner[number] for number, _ in self._articles[path]]
        return annotate(path, recognition, owners, found.entities.__getitem__)

    def outcome(self) -> Outcome:
        """All that resolution found, to be kept."""
        found = self._resolve()
        return Outcome(dict(self._profiles), dict(self._articles), found.names, found.clusters)

    def entities(self) -> tuple[Entity, ...]:
        """All entities of the corpus with corpus-wide counts, most mentioned first."""
        return tuple(sorted(self._resolve().entities.values(), key=lambda e: (-e.mentions, e.id)))

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id, with corpus-wide counts."""
        return self._resolve().entities.get(entity_id)

    def documents(self, entity_id: str) -> dict[str, int]:
        """How often each article mentions the entity."""
        numbers = set(self._resolve().numbers.get(entity_id, ()))
        counts = {
            path: sum(sum(counts) for number, counts in found if number in numbers)
            for path, found in sorted(self._articles.items())
        }
        return {path: total for path, total in counts.items() if total}

    def surfaces(self, entity_id: str) -> frozenset[tuple[EntityType, str]]:
        """The type and the casefolded form of every mention of the entity."""
        profiles = (self._profiles[number] for number in self._resolve().numbers.get(entity_id, ()))
        return frozenset((kind, form.casefold()) for kind, _, forms in profiles for form in forms)

    def find(self, name: str, types: Collection[EntityType] = ()) -> tuple[Entity, ...]:
        """The entities one of whose names holds all the words of `name`, under any spelling; most mentioned first."""
        found = self._resolve()
        keys = [skeleton(word) for word in fold(name).split()]
        if not keys:
            return ()
        identities = set.intersection(*(found.words.get(key, set()) for key in keys))
        kinds: tuple[EntityType, ...] = ("PLACE", "ORG")
        for kind in kinds:
            usual = normal_form(name, kind)
            if usual != fold(name):
                identities |= found.words.get(skeleton(usual.replace(" ", "")), set())
        chosen = [found.entities[identity] for identity in identities]
        return tuple(sorted((e for e in chosen if not types or e.type in types), key=lambda e: (-e.mentions, e.id)))

    def _resolve(self) -> _Resolved:
        if self._found is None:
            people, names = _people(self._profiles, self._uses)
            self._found = _Resolved(names, self._gathered(people | _others(self._profiles, self._uses)))
        return self._found

    def _gathered(self, keys: Mapping[int, str]) -> dict[ClusterKey, Cluster]:
        members: dict[ClusterKey, list[int]] = defaultdict(list)
        for number, key in keys.items():
            members[self._profiles[number][0], key].append(number)
        made = {
            key: made_of(key, ((self._profiles[n], self._uses[n], self._mentions[n]) for n in numbers))
            for key, numbers in members.items()
        }
        ids = ids_of({key: entity.id for key, entity in made.items()})
        return {
            key: Cluster(entity._replace(id=ids[key]), entity.id, tuple(members[key])) for key, entity in made.items()
        }


class _Resolved:
    """What was resolved, to be looked up."""

    def __init__(self, names: Mapping[PersonName, tuple[int, str]], clusters: Mapping[ClusterKey, Cluster]) -> None:
        self.names = names
        self.clusters = clusters
        self.entities = {cluster.entity.id: cluster.entity for cluster in clusters.values()}
        self.numbers = {cluster.entity.id: cluster.numbers for cluster in clusters.values()}
        self.owner = {number: identity for identity, numbers in self.numbers.items() for number in numbers}
        self._words: dict[str, set[str]] = {}

    @property
    def words(self) -> dict[str, set[str]]:
        """The ids of the entities that a word's skeleton is in a name of."""
        if not self._words:
            for entity in self.entities.values():
                for word in words_of(entity):
                    self._words.setdefault(word, set()).add(entity.id)
        return self._words


def _people(
    profiles: Mapping[int, Profile], uses: Mapping[int, int]
) -> tuple[dict[int, str], dict[PersonName, tuple[int, str]]]:
    """A key for each profile of a person; and the full names, with the articles and the key of each."""
    names = {number: person_names(forms) for number, (kind, _, forms) in profiles.items() if kind == "PERSON"}
    full: Counter[PersonName] = Counter()
    for number, every in names.items():
        for name in filter(is_full, every):
            full[name] += uses[number]
    people = People()
    key_of = {name: people.add(name) for name in sorted(full, key=lambda name: rank(name, full[name]))}
    articles: Counter[str] = Counter()
    for name, key in key_of.items():
        articles[key] += full[name]
    bearers: dict[str, dict[str, int]] = defaultdict(dict)
    for name, key in key_of.items():
        bearers[skeleton(name.words[-1])][key] = articles[key]
    told: dict[str, set[str]] = defaultdict(set)
    for number, every in names.items():
        if not any(map(is_full, every)):
            told[lone_word(every)].add(profiles[number][1])
    keys: dict[int, str] = {}
    for number, every in names.items():
        best = most_usual(every, full)
        if best is not None:
            keys[number] = key_of[best]
        else:
            word = lone_word(every)
            keys[number] = bearer(every, profiles[number][1], bearers.get(word, {}), told[word])
    return keys, {name: (full[name], key) for name, key in key_of.items()}


def _others(profiles: Mapping[int, Profile], uses: Mapping[int, int]) -> dict[int, str]:
    """A key for each profile of anything but a person; an acronym goes to what it most often stands beside."""
    keys: dict[int, str] = {}
    stands_for: dict[str, Counter[str]] = defaultdict(Counter)
    for number, profile in profiles.items():
        if profile[0] != "PERSON":
            first, *others = usual_forms(profile)
            keys[number] = first
            if profile[0] == "ORG":
                for other in others:
                    stands_for[other][first] += uses[number]
    for number, key in keys.items():
        if profiles[number][0] == "ORG" and len(profiles[number][2]) == 1 and key in stands_for:
            keys[number] = spelled_out(stands_for[key])
    return keys
