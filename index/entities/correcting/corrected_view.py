"""The corpus seen through corrections: answers as a resolution does, with what a person has put right."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.documents.model import Document, Span
from index.entities.correcting.added import occurrences, standing, words_pattern
from index.entities.correcting.corrected import ADDED, correct
from index.entities.correcting.corrections import Correction
from index.entities.correcting.forms import Cancel, Forms, Progress, form_key
from index.entities.correcting.spread import Spread
from index.entities.model import Annotations, Entity, EntityType, Mention, Recognition
from index.entities.resolving.spelling import fold, skeleton

_WHOLE = re.compile(r"[^\W\d_]+")
"""A word in which no shorter mention can stand."""


@dataclass(frozen=True, slots=True)
class _Shift:
    """What added words change: by entity, the mentions that each article has more or less."""

    articles: Mapping[str, Counter[str]]

    def of(self, entity_id: str) -> int:
        """Mentions in the whole corpus."""
        return self.articles[entity_id].total() if entity_id in self.articles else 0


class CorrectedView:
    """Answers as the resolution that `forms` is made of; `holding` gives the paths of articles that may hold words."""

    def __init__(self, forms: Forms, corrections: Sequence[Correction]) -> None:
        self._forms = forms
        self._resolution = forms.resolution
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
        self._adding = frozenset(self._added.values())
        self._words = words_pattern(self._added)
        self._shifts: dict[bool, _Shift] = {}

    def _shift(self, entity_id: str) -> _Shift:
        """Looked for when a count is asked for, not before: showing a correction must not wait for it.

        What bears no added words loses mentions to those alone that are longer than one word, since a mention gives
        way only to what is longer: its count does not wait for the articles that hold the others.
        """
        return self._shifted(entity_id in self._adding)

    def look(self, entity_id: str, progress: Progress | None = None, cancelled: Cancel | None = None) -> None:
        """Reads the articles that the count of an entity needs, where that is many: what is asked for of it is then
        there at once.  Raises Cancelled.
        """
        if self._added:
            self._shifted(entity_id in self._adding, progress, cancelled)

    def _shifted(self, own: bool, progress: Progress | None = None, cancelled: Cancel | None = None) -> _Shift:
        """The same for all that bear added words, or for all others."""
        if own not in self._shifts:
            sought = [words for words in self._added if own or not _WHOLE.fullmatch(words)]
            articles: dict[str, Counter[str]] = defaultdict(Counter)
            for path, held in self._forms.holding(sought, progress, cancelled).items():
                seen = [
                    (owner, span) for base, key, span in held.mentions if (owner := self._corrected.owner_of(base, key))
                ]
                stands = standing([span for _, span in seen], [span for span, _ in held.words])
                for number in stands.kept:
                    articles[self._added[held.words[number][1]]][path] += 1
                for number in stands.covered:
                    articles[seen[number][0]][path] -= 1
            self._shifts[own] = _Shift(articles)
        return self._shifts[own]

    def entities(self) -> tuple[Entity, ...]:
        """All entities with corpus-wide counts, most mentioned first."""
        if not self._corrected.owner:
            return self._resolution.entities()
        counted = (self._counted(entity) for entity in self._all())
        return tuple(sorted((e for e in counted if e.mentions), key=_most_first))

    def known_entities(self) -> tuple[Entity, ...]:
        """All entities at once: of those with added words, and of what is parted, the counts may be off."""
        return tuple(sorted(self._all(), key=_most_first))

    def _all(self) -> Iterator[Entity]:
        touched, gone = self._corrected.entities, self._corrected.gone
        yield from (entity for entity in self._forms.entities() if not (entity.id in touched or entity.id in gone))
        yield from touched.values()

    def _counted(self, entity: Entity) -> Entity:
        parts = self._corrected.parts_of(entity.id)
        number = entity.mentions
        if any(base in self._corrected.split for base, _ in parts):
            number = sum(self._count(base, form) for base, form in parts)
        number += self._shift(entity.id).of(entity.id) if self._added else 0
        return entity._replace(mentions=number) if number != entity.mentions else entity

    def _count(self, base: str, form: str) -> int:
        """The mentions of a part, added words aside."""
        if form:
            return self._forms.count(base, form)
        whole = self._resolution.entity(base)
        own = [key for other, key in self._corrected.owner if other == base and key]
        return (whole.mentions if whole is not None else 0) - sum(self._forms.count(base, key) for key in own)

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id, with corpus-wide counts."""
        found = self.known(entity_id)
        counted = self._counted(found) if found is not None else None
        return counted if counted is not None and counted.mentions else None

    def known(self, entity_id: str) -> Entity | None:
        """The entity of that id at once: its count may be off where forms were split off or words added."""
        if entity_id in self._corrected.gone:
            return None
        return self._corrected.entities.get(entity_id) or self._resolution.entity(entity_id)

    def documents(self, entity_id: str) -> dict[str, int]:
        """How often each article mentions the entity, by path."""
        if entity_id in self._corrected.gone:
            return {}
        counts: Counter[str] = Counter()
        for base, form in self._corrected.parts_of(entity_id):
            if base.startswith(ADDED):
                continue
            if form:
                counts.update({path: forms[form] for path, forms in self._forms.by_article(base).items()})
            elif base in self._corrected.split:
                for path, forms in self._forms.by_article(base).items():
                    counts[path] += sum(n for key, n in forms.items() if (base, key) not in self._corrected.owner)
            else:
                counts.update(self._resolution.documents(base))
        if self._added:
            counts.update(self._shift(entity_id).articles.get(entity_id, {}))
        return {path: number for path, number in sorted(counts.items()) if number}

    def spread(self, types: Collection[EntityType]) -> Spread:
        """Which articles name which entities of these types, all at once: `documents` of each of them."""
        spread = self._forms.spread(types)
        if not self._corrected.owner:
            return spread
        changed = {*self._corrected.entities}
        for own in (False, True) if self._added else ():
            changed.update(key for key in self._shifted(own).articles if (key in self._adding) == own)
        changed -= self._corrected.gone
        now = [entity for key in sorted(changed) if (entity := self.entity(key)) is not None and entity.type in types]
        others = [(entity, self.documents(entity.id).keys()) for entity in now]
        return spread.changed(changed | self._corrected.gone, others)

    def added(self, name: str, types: Collection[EntityType] = ()) -> tuple[str, ...]:
        """The added words of the entities that bear a name; for a name that ends in `*`, of those that begin so."""
        if name.endswith("*"):
            beginning = form_key(name.rstrip("*"))
            owners = {owner for words, owner in self._added.items() if form_key(words).startswith(beginning)}
        else:
            owners = {entity.id for entity in self.find(name, types)} if self._added else set()
        kind = self._corrected.entities
        return tuple(
            words
            for words, owner in self._added.items()
            if owner in owners and (not types or kind[owner].type in types)
        )

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
        return tuple(sorted(chosen, key=_most_first))

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
                mentions.append(mention._replace(entity=owner, type=now.type) if now is not None else mention)
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
        return Annotations(path, tuple(mentions), tuple(entities), recognition.quotes, recognition.lacking)

    def _with_added(self, document: Document, mentions: list[Mention]) -> list[Mention]:
        if self._words is None or not (found := list(occurrences(document, self._words))):
            return mentions
        stands = standing(
            [Span(mention.start, mention.end) for mention in mentions], [Span(start, end) for start, end, _ in found]
        )
        kept = [mention for number, mention in enumerate(mentions) if number not in stands.covered]
        for start, end, words in (found[number] for number in stands.kept):
            owner = self._added[words]
            kind = self._corrected.entities[owner].type
            kept.append(Mention(start, end, document.text[start:end], kind, owner))
        return sorted(kept, key=lambda mention: mention.start)


def _most_first(entity: Entity) -> tuple[int, str]:
    return -entity.mentions, entity.id


def _words(entity: Entity) -> set[str]:
    """The skeletons of all words of an entity's names."""
    return {skeleton(word) for form in (entity.name, *entity.aliases) for word in fold(form).split()}
