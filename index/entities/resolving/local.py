"""Which mentions of one document are the same thing.

Full names of people are brought together first; a single name then goes to the person who bears it and was named last
before it (else first after it). Other types meet by a normal form of their name, organisations also by acronym.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from operator import attrgetter
from typing import NamedTuple

from index.entities.model import Entity, EntityType, Mention
from index.entities.resolving.naming import fullest, initials, normal_form
from index.entities.resolving.people import People, two_names
from index.entities.resolving.personal import PersonName, person_name


def cluster(mentions: tuple[Mention, ...]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """The mentions with local entity ids, and the entities in order of first mention."""
    keys = _people(mentions) | _others(mentions)
    forms: dict[str, Counter[str]] = {}
    types: dict[str, EntityType] = {}
    named: list[Mention] = []
    for number, mention in enumerate(mentions):
        key = keys[number]
        forms.setdefault(key, Counter())[mention.text] += 1
        types.setdefault(key, mention.type)
        m = mention
        named.append(Mention(m.start, m.end, m.text, m.type, key, m.value, m.title))
    entities = []
    for key, counts in forms.items():
        name = fullest(counts, types[key])
        others = tuple(form for form, _ in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if form != name)
        entities.append(Entity(key, name, types[key], others, counts.total()))
    return tuple(named), tuple(entities)


def _people(mentions: tuple[Mention, ...]) -> dict[int, str]:
    """The key of each mention of a person."""
    people = People()
    keys: dict[int, str] = {}
    named_at: dict[str, list[_Bearer]] = {}
    bearers: dict[tuple[str, bool], list[_Bearer]] = {}
    alone: dict[str, list[str]] = {}
    names = {number: person_name(mention.text) for number, mention in enumerate(mentions) if mention.type == "PERSON"}
    full = {number: name for number, name in names.items() if len(name.words) > 1}
    # Initials last, so that they join, but never bring others together.
    in_order = sorted(dict.fromkeys(full.values()), key=lambda name: (name.junior, len(name.words[0]) == 1))
    key_of = {name: people.add(name) for name in in_order}
    for number, name in full.items():
        key = keys[number] = "PERSON:" + key_of[name]
        for rank, word in enumerate(_bearing(name)):
            named_at.setdefault(f"{min(rank, 2)} {people.key_of_word(word)}", []).append(
                _Bearer(number, key, word, name.junior)
            )
    for number, name in names.items():
        if number in keys:
            continue
        printed = name.words[0] if name.words else ""
        word = people.key_of_word(printed)
        single = printed, name.junior
        if single not in bearers:
            bearers[single] = _bearers(named_at, word, printed, name.junior)
        if places := bearers[single]:
            # Who was named last before, else first after.
            bearer = places[max(bisect_left(places, number, key=attrgetter("number")) - 1, 0)].key
        else:
            # Of names that have a skeleton in common, those that are names of their own stay apart.
            others = alone.setdefault(word, [printed])
            like = next((other for other in others if not two_names(printed, other)), None)
            if like is None:
                others.append(like := printed)
            bearer = f"PERSON:{word if like == others[0] else like}"
        keys[number] = bearer
    return keys


class _Bearer(NamedTuple):
    """Where a person of a full name is named, the key, the word by which he may be named alone, and whether "Jr"
    stands behind the name.
    """

    number: int
    key: str
    word: str
    junior: bool


def _bearing(name: PersonName) -> list[str]:
    """The words by which a person may be named alone: the last, the first, then those between."""
    words = name.words
    return [words[-1], words[0], *words[1:-1]]


def _bearers(named_at: dict[str, list[_Bearer]], word: str, printed: str, junior: bool) -> list[_Bearer]:
    """Where those who may be called `printed`, whose skeleton is `word`, are named in full; "Jr" or its lack tells a
    son from his father where both are named.
    """
    for rank in range(3):
        places = [at for at in named_at.get(f"{rank} {word}", ()) if not two_names(printed, at.word)]
        if places:
            return [at for at in places if at.junior == junior] or places
    return []


def _others(mentions: tuple[Mention, ...]) -> dict[int, str]:
    """The key of each mention that is no person's."""
    keys: dict[int, str] = {}
    spelled_out: dict[str, str] = {}
    heads: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.type == "ORG" and " " in mention.text:
            key = normal_form(mention.text, "ORG")
            for short in initials(mention.text):
                spelled_out.setdefault(short, key)
            heads.setdefault(mention.text.split()[0].casefold(), set()).add(key)
    for number, mention in enumerate(mentions):
        if mention.type == "PERSON":
            continue
        if mention.type in ("DATE", "NUMBER"):
            key = mention.value or normal_form(mention.text, mention.type)
        else:
            key = normal_form(mention.text, mention.type)
            if mention.type == "ORG" and " " not in mention.text:
                bearers = heads.get(mention.text.casefold(), set())
                plain = mention.text.replace(".", "")
                if plain.isupper() and plain in spelled_out:
                    key = spelled_out[plain]
                elif len(bearers) == 1 and not plain.isupper():
                    key = next(iter(bearers))
        keys[number] = f"{mention.type}:{key}"
    return keys
