"""Which articles name which entities, all of them at once: what many articles name is counted in one call."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, repeat

from index.entities.model import Entity, EntityType


class Spread:
    """The entities of a corpus, and by article those that it names."""

    def __init__(self, entities: Sequence[Entity], articles: Mapping[str, Iterable[str]]) -> None:
        """`articles` gives the paths of the articles that name an entity, by its id."""
        self._entities = entities
        self._types = [entity.type for entity in entities]
        self._named: dict[str, array[int]] = {}
        for number, entity in enumerate(entities):
            for path in articles.get(entity.id, ()):
                self._named.setdefault(path, array("I")).append(number)

    def counts(self, paths: Collection[str], most: int) -> list[tuple[Entity, int]]:
        """The entities that articles name, each with how many do; of each type at least the `most` commonest."""
        numbers: Iterable[int] = chain.from_iterable(map(self._named.get, paths, repeat(())))
        counts: dict[int, int] = Counter(numbers)
        # Most are named by one article, and are not among the commonest where there are others enough.
        types = self._types
        several: dict[EntityType, list[int]] = {}
        for number, count in counts.items():
            if count > 1:
                several.setdefault(types[number], []).append(count)
        least = {kind: sorted(found)[-most] for kind, found in several.items() if len(found) >= most}
        known, entities = least.get, self._entities
        return [(entities[number], count) for number, count in counts.items() if count >= known(types[number], 1)]
