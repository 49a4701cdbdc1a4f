"""Which articles name which entities, all of them at once: what many articles name is counted in one call."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, repeat

from index.entities.model import Entity

_MANY = 1_000
"""Entities from which those that one article names are left out, where there are others enough."""


class Spread:
    """The entities of a corpus, and by article those that it names."""

    def __init__(self, entities: Sequence[Entity], articles: Mapping[str, Iterable[str]]) -> None:
        """`articles` gives the paths of the articles that name an entity, by its id."""
        self._entities = entities
        self._named: dict[str, array[int]] = {}
        for number, entity in enumerate(entities):
            for path in articles.get(entity.id, ()):
                self._named.setdefault(path, array("I")).append(number)

    def counts(self, paths: Collection[str], most: int) -> list[tuple[Entity, int]]:
        """The entities that articles name, each with how many do; of each type at least the `most` commonest."""
        numbers: Iterable[int] = chain.from_iterable(map(self._named.get, paths, repeat(())))
        counts: dict[int, int] = Counter(numbers)
        entities = self._entities
        if len(counts) > _MANY:
            several = {number: count for number, count in counts.items() if count > 1}
            kinds = Counter(entities[number].type for number in several)
            if all(kinds[kind] >= most for kind in {entity.type for entity in entities}):
                counts = several
        return [(entities[number], count) for number, count in counts.items()]
