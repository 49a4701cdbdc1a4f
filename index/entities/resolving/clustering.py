"""From profiles with keys to entities: profiles of one type and key are one entity, with a name and an id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from index.entities.model import Entity, EntityType
from index.entities.resolving.normal_forms import fullest, normal_form
from index.entities.resolving.profile import Profile
from index.entities.resolving.spelling import fold, skeleton, slug

ClusterKey = tuple[EntityType, str]
_ORDER = {"PERSON": 0, "ORG": 1, "PLACE": 2, "GROUP": 3, "EVENT": 4, "DATE": 5, "NUMBER": 6}
_TYPES = frozenset(map(str.lower, _ORDER))


def made_of(key: ClusterKey, members: Iterable[tuple[Profile, int, int]]) -> Entity:
    """The entity of some profiles, each with its articles and mentions, under the id that it has where no other wants
    it.
    """
    kind, word = key
    counts: Counter[str] = Counter()
    total = 0
    for (_, _, forms), articles, mentions in members:
        total += mentions
        for form in forms:
            counts[form] += articles
    name = fullest(counts, kind)
    others = tuple(form for form, _ in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if form != name)
    identity = slug(f"{kind}-{word}" if kind in ("DATE", "NUMBER") else name)
    return Entity(identity, name, kind, others, total)


def words_of(entity: Entity) -> set[str]:
    """The skeletons of the words of an entity's names, and of each name without its spaces; of a place also that of its
    usual name, under which no article may name it.
    """
    words: set[str] = set()
    for form in (entity.name, *entity.aliases):
        folded = fold(form)
        words.update(map(skeleton, folded.split()))
        words.add(skeleton(folded.replace(" ", "")))
        if entity.type == "PLACE":
            words.add(skeleton(normal_form(form, "PLACE").replace(" ", "")))
    return words


def ids_of(wanted: Mapping[ClusterKey, str]) -> dict[ClusterKey, str]:
    """An id for each cluster: the one it wants, or that with its type, or with a number, where another one has it
    already; given in an order that depends on nothing else.
    """
    taken: set[str] = set()
    given: dict[ClusterKey, str] = {}
    for key in sorted(wanted, key=lambda key: (_ORDER[key[0]], key[1])):
        given[key] = _free(wanted[key], key[0], taken)
        taken.add(given[key])
    return given


def family(identity: str) -> str:
    """What all ids have in common that may be given to one who wants this one: clusters of two families never want one
    id.
    """
    parts = identity.split("-")
    while len(parts) > 1:
        if parts[-1] in _TYPES:
            parts.pop()
        elif len(parts) > 2 and parts[-1].isdecimal() and parts[-2] in _TYPES:
            del parts[-2:]
        else:
            break
    return "-".join(parts)


def _free(identity: str, kind: EntityType, taken: Collection[str]) -> str:
    if identity not in taken:
        return identity
    identity = f"{identity}-{kind.lower()}"
    number, free = 2, identity
    while free in taken:
        free = f"{identity}-{number}"
        number += 1
    return free
