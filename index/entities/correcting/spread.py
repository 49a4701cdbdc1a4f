"""Which articles name which entities, all of them at once: what many articles name is counted in one call."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from itertools import chain, repeat

from index.entities.model import Entity, EntityType


class Spread:
    """The entities of a corpus, and by article those that it names."""

    def __init__(
        self,
        entities: Sequence[Entity],
        named: Mapping[str, array[int]],
        without: Set[str] = frozenset(),
        others: Sequence[tuple[Entity, Set[str]]] = (),
    ) -> None:
        """`named` gives the places in `entities` of what an article names, by its path.  Those whose ids are in
        `without` do not count; `others` do besides, each with the paths of the articles that name it.
        """
        self._entities = entities
        self._named = named
        self._without = [place for place, entity in enumerate(entities) if entity.id in without] if without else []
        self._others = others

    def changed(self, without: Set[str], others: Sequence[tuple[Entity, Set[str]]]) -> Spread:
        """The same but for some entities: those of the ids in `without` are no more, and `others` are there."""
        return Spread(self._entities, self._named, without, others)

    def counts(self, paths: Collection[str], most: int) -> list[tuple[Entity, int]]:
        """The entities that articles name, each with how many do; of each type at least the `most` commonest."""
        numbers: Iterable[int] = chain.from_iterable(map(self._named.get, paths, repeat(())))
        counts: Counter[int] = Counter(numbers)
        for number in self._without:
            del counts[number]
        entities = self._entities
        asked = set(paths) if self._others else frozenset()
        found = [(entity, len(asked & own)) for entity, own in self._others]
        # Most are named by one article, and are not among the commonest where there are others enough.
        several: dict[EntityType, list[int]] = {}
        for number, count in counts.items():
            if count > 1:
                several.setdefault(entities[number].type, []).append(count)
        least = {kind: sorted(every)[-most] for kind, every in several.items() if len(every) >= most}
        known = least.get
        return [pair for pair in found if pair[1]] + [
            (entities[number], count) for number, count in counts.items() if count >= known(entities[number].type, 1)
        ]
