"""A resolution with what corrections ask of the articles behind it: how often a form occurs, where added words stand.

What was asked once is kept, so that the next correction looks only at what it changes.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol

from index.documents.model import Document, Span
from index.entities.correcting.added import occurrences, words_pattern
from index.entities.correcting.spread import Spread
from index.entities.model import Annotations, Entity, EntityType, Recognition
from index.errors import Cancelled, DamageError

Progress = Callable[[int, int], None]
"""Hears articles done, and articles to do."""
Cancel = Callable[[], bool]
_TOLD_EVERY = 64
"""Articles between two looks at whether to stop."""


class Article(Protocol):
    """What is kept of an article; what is damaged raises DamageError when it is asked for."""

    @property
    def document(self) -> Document:
        """The article."""

    @property
    def recognition(self) -> Recognition:
        """What it names."""

    def named_at(self) -> Sequence[Span]:
        """Where its mentions stand, in order."""


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


_NOTHING = Holding((), ())
_START = attrgetter("start")


class Forms:
    """`articles` gives what is kept of those of some paths of which anything is; `holding` the paths of articles that
    may hold some words."""

    def __init__(
        self,
        resolution: Resolution,
        articles: Callable[[Sequence[str]], Iterable[tuple[str, Article]]],
        holding: Callable[[str], Iterable[str]],
    ) -> None:
        self.resolution = resolution
        self._articles = articles
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

    def holding(
        self, names: Collection[str], progress: Progress | None = None, cancelled: Cancel | None = None
    ) -> Mapping[str, Holding]:
        """By path, every article that holds some of these words.  Raises Cancelled; what was looked at until then is
        kept.
        """
        inside: dict[str, set[str]] = {}
        for name in names:
            if name not in self._paths:
                self._paths[name] = tuple(self._holding(name))
            for path in self._paths[name]:
                inside.setdefault(path, set()).add(name)
        keys = {path: (path, frozenset(some)) for path, some in inside.items()}
        self._look_at([key for key in keys.values() if key not in self._held], progress, cancelled)
        return {path: held for path, key in keys.items() if (held := self._held.get(key, _NOTHING)).words}

    def _look_at(
        self, keys: Sequence[tuple[str, frozenset[str]]], progress: Progress | None, cancelled: Cancel | None
    ) -> None:
        names = dict(keys)
        patterns: dict[frozenset[str], re.Pattern[str] | None] = {}
        for number, (path, article) in enumerate(self._articles([*names])):
            if number % _TOLD_EVERY == 0:
                if cancelled is not None and cancelled():
                    raise Cancelled("the articles with added words were not all looked at")
                if progress is not None:
                    progress(number, len(names))
            some = names[path]
            if some not in patterns:
                patterns[some] = words_pattern(some)
            try:
                self._held[path, some] = self._look(path, article, patterns[some])
            except DamageError:  # it is not there until it is read again
                continue

    def _look(self, path: str, article: Article, pattern: re.Pattern[str] | None) -> Holding:
        if pattern is None:
            return _NOTHING
        words = tuple((Span(start, end), name) for start, end, name in occurrences(article.document, pattern))
        if not words:
            return _NOTHING
        named = article.named_at()
        if not any(_over(span, named) for span, _ in words):
            return Holding(words, ())
        resolved = self.resolution.annotations(path, article.recognition).mentions
        mentions = tuple(
            (m.entity, form_key(m.text), Span(m.start, m.end))
            for m in resolved
            if any(m.start < span.end and span.start < m.end for span, _ in words)
        )
        return Holding(words, mentions)


def _over(span: Span, named: Sequence[Span]) -> bool:
    """Does any of some spans, sorted and apart, lie over one?"""
    at = bisect_left(named, span.end, key=_START) - 1
    return at >= 0 and named[at].end > span.start
