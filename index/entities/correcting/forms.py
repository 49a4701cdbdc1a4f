"""A resolution with what corrections ask of the articles behind it: how often a form occurs, where added words stand.

What was asked once is kept, so that the next correction looks only at what it changes.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from index.documents.model import Document, Span
from index.entities.correcting.added import occurrences, words_pattern
from index.entities.correcting.spread import Spread
from index.entities.model import Annotations, Entity, EntityType, Recognition

Article = tuple[Document, Recognition]


class Resolution(Protocol):
    """What was resolved, before corrections."""

    def entities(self) -> tuple[Entity, ...]:
        """All entities."""

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id."""

    def documents(self, entity_id: str) -> dict[str, int]:
        """How often each article mentions the entity."""

    def named_in(self, types: Collection[EntityType]) -> tuple[list[Entity], dict[str, array[int]]]:
        """All entities of these types, and by the path of every article the places in that list of those it names."""

    def by_article(self, entity_id: str) -> dict[str, Counter[str]]:
        """How often each article mentions the entity by each form as printed."""

    def surfaces(self, entity_id: str) -> frozenset[tuple[EntityType, str]]:
        """The type and the casefolded form of every mention."""

    def find(self, name: str, types: Collection[EntityType] = ()) -> tuple[Entity, ...]:
        """The entities that bear a name."""

    def annotations(self, path: str, recognition: Recognition) -> Annotations:
        """A recognition seen from the corpus."""


def form_key(form: str) -> str:
    """What forms have in common that are the same but for case and white space."""
    return " ".join(form.casefold().split())


@dataclass(frozen=True, slots=True)
class Holding:
    """Where added words stand in one article, with the words, and the mentions as resolved that they touch: entity,
    key of the form, span."""

    words: tuple[tuple[Span, str], ...]
    mentions: tuple[tuple[str, str, Span], ...]


class Forms:
    """`article` gives what is kept of an article by its path, None where nothing is; `holding` the paths of articles
    that may hold some words."""

    def __init__(
        self,
        resolution: Resolution,
        article: Callable[[str], Article | None],
        holding: Callable[[str], Iterable[str]],
    ) -> None:
        self.resolution = resolution
        self._article = article
        self._holding = holding
        self._counts: dict[str, dict[str, Counter[str]]] = {}
        self._paths: dict[str, tuple[str, ...]] = {}
        self._held: dict[tuple[str, frozenset[str]], Holding] = {}
        self._entities: tuple[Entity, ...] | None = None
        self._spread: tuple[frozenset[EntityType], Spread] | None = None

    def entities(self) -> tuple[Entity, ...]:
        """All entities; kept, since each correction asks for them."""
        if self._entities is None:
            self._entities = self.resolution.entities()
        return self._entities

    def spread(self, types: Collection[EntityType]) -> Spread:
        """Which articles name which entities of these types, all at once; kept."""
        wanted = frozenset(types)
        if self._spread is None or self._spread[0] != wanted:
            self._spread = wanted, Spread(*self.resolution.named_in(wanted))
        return self._spread[1]

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id."""
        return self.resolution.entity(entity_id)

    def find(self, name: str) -> tuple[Entity, ...]:
        """The entities that may bear a name."""
        return self.resolution.find(name)

    def bears(self, entity_id: str, key: str) -> bool:
        """Is the entity mentioned by the form of that key?"""
        return any(form_key(surface) == key for _, surface in self.resolution.surfaces(entity_id))

    def count(self, entity_id: str, key: str) -> int:
        """How often the entity is mentioned by the form of that key."""
        return sum(forms[key] for forms in self.by_article(entity_id).values())

    def by_article(self, entity_id: str) -> dict[str, Counter[str]]:
        """How often each article mentions the entity by each form."""
        if entity_id not in self._counts:
            counts: dict[str, Counter[str]] = {}
            for path, printed in self.resolution.by_article(entity_id).items():
                forms = counts[path] = Counter()
                for form, times in printed.items():
                    forms[form_key(form)] += times
            self._counts[entity_id] = counts
        return self._counts[entity_id]

    def holding(self, names: Collection[str]) -> Mapping[str, Holding]:
        """By path, every article that holds some of these words."""
        inside: dict[str, set[str]] = {}
        for name in names:
            if name not in self._paths:
                self._paths[name] = tuple(self._holding(name))
            for path in self._paths[name]:
                inside.setdefault(path, set()).add(name)
        found: dict[str, Holding] = {}
        for path, some in inside.items():
            key = path, frozenset(some)
            if key not in self._held:
                self._held[key] = self._look(path, some)
            if self._held[key].words:
                found[path] = self._held[key]
        return found

    def _look(self, path: str, names: Collection[str]) -> Holding:
        article, pattern = self._article(path), words_pattern(names)
        if article is None or pattern is None:
            return Holding((), ())
        document, recognition = article
        words = tuple((Span(start, end), name) for start, end, name in occurrences(document, pattern))
        if not any(m.start < span.end and span.start < m.end for span, _ in words for m in recognition.mentions):
            return Holding(words, ())
        resolved = self.resolution.annotations(path, recognition).mentions
        mentions = tuple(
            (m.entity, form_key(m.text), Span(m.start, m.end))
            for m in resolved
            if any(m.start < span.end and span.start < m.end for span, _ in words)
        )
        return Holding(words, mentions)
