"""The corpus seen through corrections: answers as a resolution does, with what a person has put right."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from index.documents.model import Document
from index.documents.sentences import segments
from index.entities.corrected import ADDED, correct, form_key
from index.entities.corrections import Correction
from index.entities.model import Annotations, Entity, EntityType, Mention, Recognition
from index.entities.spelling import fold, skeleton


class Resolution(Protocol):
    """What was resolved, before corrections."""

    def entities(self) -> tuple[Entity, ...]:
        """All entities."""

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id."""

    def documents(self, entity_id: str) -> dict[str, int]:
        """How often each article mentions the entity."""

    def surfaces(self, entity_id: str) -> frozenset[tuple[EntityType, str]]:
        """The type and the casefolded form of every mention."""

    def find(self, name: str, types: Collection[EntityType] = ()) -> tuple[Entity, ...]:
        """The entities that bear a name."""

    def annotations(self, path: str, recognition: Recognition) -> Annotations:
        """A recognition seen from the corpus."""


Article = tuple[Document, Recognition]


class Forms:
    """A resolution with what corrections ask of it: how often each form of an entity occurs.

    `article` gives what is kept of an article by its path, None where nothing is.
    """

    def __init__(self, resolution: Resolution, article: Callable[[str], Article | None]) -> None:
        self.resolution = resolution
        self.article = article
        self._counts: dict[str, dict[str, Counter[str]]] = {}

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id."""
        return self.resolution.entity(entity_id)

    def find(self, name: str) -> tuple[Entity, ...]:
        """The entities that may bear a name."""
        return self.resolution.find(name)

    def count(self, entity_id: str, key: str) -> int:
        """How often the entity is mentioned by the form of that key."""
        return sum(forms[key] for forms in self.by_article(entity_id).values())

    def by_article(self, entity_id: str) -> dict[str, Counter[str]]:
        """How often each article mentions the entity by each form."""
        if entity_id not in self._counts:
            counts: dict[str, Counter[str]] = {}
            for path in self.resolution.documents(entity_id):
                article = self.article(path)
                if article is not None:
                    mentions = self.resolution.annotations(path, article[1]).mentions
                    counts[path] = Counter(form_key(m.text) for m in mentions if m.entity == entity_id)
            self._counts[entity_id] = counts
        return self._counts[entity_id]


class CorrectedView:
    """Answers as the resolution that `forms` is made of; `holding` gives the paths of articles that may hold words."""

    def __init__(
        self, forms: Forms, corrections: Sequence[Correction], holding: Callable[[str], Iterable[str]]
    ) -> None:
        self._forms = forms
        self._resolution = forms.resolution
        self._holding = holding
        self._corrected = correct(forms, corrections)
        self._owners: dict[str, set[str]] = {}
        for (base, _), owner in self._corrected.owner.items():
            if owner:
                self._owners.setdefault(base, set()).add(owner)
        self._added = {
            base.removeprefix(ADDED): owner
            for base, owners in self._owners.items()
            if base.startswith(ADDED)
            for owner in owners
        }
        self._words = words_pattern(self._added)

    def entities(self) -> tuple[Entity, ...]:
        """All entities with corpus-wide counts, most mentioned first."""
        if not self._corrected.owner:
            return self._resolution.entities()
        touched, gone = self._corrected.entities, self._corrected.gone
        rest = (entity for entity in self._resolution.entities() if entity.id not in touched and entity.id not in gone)
        return tuple(sorted([*rest, *touched.values()], key=lambda e: (-e.mentions, e.id)))

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id, with corpus-wide counts."""
        if entity_id in self._corrected.gone:
            return None
        return self._corrected.entities.get(entity_id) or self._resolution.entity(entity_id)

    def documents(self, entity_id: str) -> dict[str, int]:
        """How often each article mentions the entity, by path."""
        if entity_id in self._corrected.gone:
            return {}
        counts: Counter[str] = Counter()
        holding: set[str] = set()
        for base, form in self._corrected.parts_of(entity_id):
            if base.startswith(ADDED):
                holding.update(self._holding(base.removeprefix(ADDED)))
            elif form:
                counts.update({path: forms[form] for path, forms in self._forms.by_article(base).items()})
            elif base in self._corrected.split:
                for path, forms in self._forms.by_article(base).items():
                    counts[path] += sum(n for key, n in forms.items() if (base, key) not in self._corrected.owner)
            else:
                counts.update(self._resolution.documents(base))
        for path in holding:
            article = self._forms.article(path)
            if article is not None:
                mentions = self.annotations(path, article[1], article[0]).mentions
                counts[path] = sum(mention.entity == entity_id for mention in mentions)
        return {path: number for path, number in sorted(counts.items()) if number}

    def surfaces(self, entity_id: str) -> frozenset[tuple[EntityType, str]]:
        """The type and the casefolded form of every mention of the entity, as recognised."""
        found: set[tuple[EntityType, str]] = set()
        if entity_id in self._corrected.gone:
            return frozenset()
        for base, form in self._corrected.parts_of(entity_id):
            for kind, surface in self._resolution.surfaces(base):
                key = form_key(surface)
                if key == form or (not form and (base, key) not in self._corrected.owner):
                    found.add((kind, surface))
        return frozenset(found)

    def find(self, name: str, types: Collection[EntityType] = ()) -> tuple[Entity, ...]:
        """The entities one of whose names holds all the words of `name`, under any spelling; most mentioned first."""
        touched, gone = self._corrected.entities, self._corrected.gone
        keys = {skeleton(word) for word in fold(name).split()}
        found: dict[str, Entity] = {}
        for entity in self._resolution.find(name):
            if entity.id not in touched and entity.id not in gone:
                found[entity.id] = entity
            for owner in self._owners.get(entity.id, ()):
                found[owner] = touched[owner]
        for entity in touched.values():
            if keys and keys <= _words(entity):
                found[entity.id] = entity
            elif self._corrected.split:
                found.pop(entity.id, None)
        chosen = (entity for entity in found.values() if not types or entity.type in types)
        return tuple(sorted(chosen, key=lambda e: (-e.mentions, e.id)))

    def annotations(self, path: str, recognition: Recognition, document: Document) -> Annotations:
        """A recognition seen from the corpus, with the occurrences of added words in the text."""
        before = self._resolution.annotations(path, recognition)
        if not self._corrected.owner:
            return before
        known = {entity.id: entity for entity in before.entities}
        mentions: list[Mention] = []
        for mention in before.mentions:
            owner = self._corrected.owner_of(mention.entity, mention.text)
            if owner:
                now = self._corrected.entities.get(owner)
                mentions.append(replace(mention, entity=owner, type=now.type) if now is not None else mention)
        mentions = self._with_added(document, mentions)
        forms: dict[str, Counter[str]] = {}
        for mention in mentions:
            forms.setdefault(mention.entity, Counter())[mention.text] += 1
        entities: list[Entity] = []
        for key, counts in forms.items():
            whole = self._corrected.entities.get(key) or known[key]
            others = tuple(
                form for form, _ in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if form != whole.name
            )
            entities.append(Entity(key, whole.name, whole.type, others, counts.total()))
        return Annotations(path, tuple(mentions), tuple(entities), recognition.quotes)

    def _with_added(self, document: Document, mentions: list[Mention]) -> list[Mention]:
        if self._words is None:
            return mentions
        added: list[Mention] = []
        for start, end, words in occurrences(document, self._words):
            owner = self._added[words]
            added.append(Mention(start, end, document.text[start:end], self._corrected.entities[owner].type, owner))
        return apart(mentions, added)


def _words(entity: Entity) -> set[str]:
    """The skeletons of all words of an entity's names."""
    return {skeleton(word) for form in (entity.name, *entity.aliases) for word in fold(form).split()}


def words_pattern(names: Collection[str]) -> re.Pattern[str] | None:
    """Finds any of the names, the longest first, as whole words; None for no names."""
    if not names:
        return None
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(f"({_spaced(name)})" for name in ordered) + r")(?!\w)")


def _spaced(name: str) -> str:
    return r"\s".join(map(re.escape, name.split()))


def occurrences(document: Document, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and words, with single spaces, of each occurrence inside one segment of the document."""
    for segment in segments(document):
        for match in pattern.finditer(document.text, segment.start, segment.end):
            yield *match.span(), " ".join(match.group().split())


def apart(mentions: list[Mention], added: list[Mention]) -> list[Mention]:
    """Both, sorted, none over another: an added one goes before recognised ones that it wholly covers and is longer
    than, and gives way to all others.
    """
    kept: list[Mention] = []
    starts = [mention.start for mention in mentions]
    covered: set[int] = set()
    for one in added:
        at = bisect_right(starts, one.start) - 1
        if at < 0 or mentions[at].end <= one.start:
            at += 1
        over = []
        while at < len(mentions) and mentions[at].start < one.end:
            over.append(at)
            at += 1
        inside = all(one.start <= mentions[n].start and mentions[n].end <= one.end for n in over)
        longer = all(mentions[n].end - mentions[n].start < one.end - one.start for n in over)
        if inside and longer:
            covered.update(over)
            kept.append(one)
    rest = [mention for number, mention in enumerate(mentions) if number not in covered]
    return sorted([*rest, *kept], key=lambda mention: mention.start)
