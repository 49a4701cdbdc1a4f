"""From profiles with keys to entities: profiles of one type and key are one entity, with a name and an id of its own.

After a change only the entities are made anew that have a profile which came, went, counts otherwise or got another
key; what comes of it is the same as if all were.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from index.entities.model import Entity, EntityType
from index.entities.naming import fullest
from index.entities.spelling import fold, skeleton, slug

Profile = tuple[EntityType, str, tuple[str, ...]]
"""Type, value or "" and the different forms, sorted."""
ClusterKey = tuple[EntityType, str]


@dataclass(frozen=True, slots=True)
class Cluster:
    """The profiles of an entity; the entity under the id that it has where no other wants it; its names' skeletons."""

    numbers: tuple[int, ...]
    entity: Entity
    words: frozenset[str]


@dataclass(slots=True)
class Clusters:
    """All entities: the key of each profile, what is under a key, its id and the other way round, by id the entity and
    the skeletons of its names, and by skeleton the ids.

    `touched` and `touched_words` are what was made anew since somebody took note of it.
    """

    of: dict[int, ClusterKey] = field(default_factory=dict)
    clusters: dict[ClusterKey, Cluster] = field(default_factory=dict)
    ids: dict[ClusterKey, str] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    by_id: dict[str, ClusterKey] = field(default_factory=dict)
    names: dict[str, frozenset[str]] = field(default_factory=dict)
    words: dict[str, set[str]] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    touched_words: set[str] = field(default_factory=set)

    def profiles(self, entity_id: str) -> tuple[int, ...]:
        """The numbers of an entity's profiles."""
        key = self.by_id.get(entity_id)
        return self.clusters[key].numbers if key is not None else ()

    def owner(self, number: int) -> str:
        """The id of a profile's entity."""
        return self.ids[self.of[number]]


def gather(
    profiles: Mapping[int, Profile],
    keys: Mapping[int, str],
    uses: Mapping[int, int],
    mentions: Mapping[int, int],
    before: Clusters,
    dirty: set[int],
) -> Clusters:
    """The entities of profiles with these keys: those of `before`, in which only the `dirty` profiles came, went or
    counted otherwise.  What `before` holds is taken over.
    """
    of: dict[int, ClusterKey] = {number: (profiles[number][0], key) for number, key in keys.items()}
    known = before.of.get
    touched = {of[number] for number in dirty if number in of}
    for number, key in of.items():
        old = known(number)
        if old != key:
            touched.add(key)
            if old is not None:
                touched.add(old)
    touched |= {key for number, key in before.of.items() if number not in of}
    members: dict[ClusterKey, list[int]] = defaultdict(list)
    for number, key in of.items():
        if key in touched:
            members[key].append(number)
    clusters = before.clusters
    for key in touched:
        clusters.pop(key, None)
    clusters |= {key: _cluster(key, numbers, profiles, uses, mentions) for key, numbers in members.items()}
    made = Clusters(of, clusters, touched=before.touched, touched_words=before.touched_words, words=before.words)
    _give_ids(made, before, touched)
    return made


def _cluster(
    key: ClusterKey,
    numbers: list[int],
    profiles: Mapping[int, Profile],
    uses: Mapping[int, int],
    mentions: Mapping[int, int],
) -> Cluster:
    kind, word = key
    counts: Counter[str] = Counter()
    for number in numbers:
        for form in profiles[number][2]:
            counts[form] += uses[number]
    name = fullest(counts, kind)
    others = tuple(form for form, _ in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if form != name)
    words: set[str] = set()
    for form in counts:
        folded = fold(form)
        words.update(map(skeleton, folded.split()))
        words.add(skeleton(folded.replace(" ", "")))
    identity = slug(_identity(kind, word, name))
    entity = Entity(identity, name, kind, others, sum(mentions[number] for number in numbers))
    return Cluster(tuple(numbers), entity, frozenset(words))


def _give_ids(made: Clusters, before: Clusters, touched: set[ClusterKey]) -> None:
    """Gives every cluster its id, in an order that depends on nothing else, and enters what is new of it."""
    anew: set[str] = set()
    for key in sorted(made.clusters, key=lambda key: (_ORDER[key[0]], key[1])):
        cluster = made.clusters[key]
        identity = _free(cluster.entity.id, key[0], made.entities)
        if key in touched or before.by_id.get(identity) != key:
            anew.add(identity)
            made.entities[identity] = replace(cluster.entity, id=identity)
        else:
            made.entities[identity] = before.entities[identity]
        made.ids[key] = identity
        made.by_id[identity] = key
        made.names[identity] = cluster.words
    nothing: frozenset[str] = frozenset()
    for identity in anew | (before.entities.keys() - made.entities.keys()):
        old, new = before.names.get(identity, nothing), made.names.get(identity, nothing)
        for word in old - new:
            made.words[word].discard(identity)
            if not made.words[word]:
                del made.words[word]
        for word in new - old:
            made.words.setdefault(word, set()).add(identity)
        made.touched_words |= old ^ new
    made.touched |= anew


_ORDER = {"PERSON": 0, "ORG": 1, "PLACE": 2, "GROUP": 3, "EVENT": 4, "DATE": 5, "NUMBER": 6}


def _identity(kind: EntityType, key: str, name: str) -> str:
    """What the id is made of: the value of a date or number, the usual name of everything else."""
    return f"{kind}-{key}" if kind in ("DATE", "NUMBER") else name


def _free(identity: str, kind: EntityType, taken: dict[str, Entity]) -> str:
    """The id itself, or with its type, or with a number where another entity has it already."""
    if identity not in taken:
        return identity
    identity = f"{identity}-{kind.lower()}"
    number, free = 2, identity
    while free in taken:
        free = f"{identity}-{number}"
        number += 1
    return free
