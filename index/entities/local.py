"""Which mentions of one document are the same thing.

Full names of people are brought together first; a single name then goes to the person who bears it and was named last
before it (else first after it). Other types meet by a normal form of their name, organisations also by acronym.
"""

from __future__ import annotations

from collections import Counter

from index.entities.model import Entity, EntityType, Mention
from index.entities.naming import fullest, initials, normal_form
from index.entities.people import People
from index.entities.personal import PersonName, person_name


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
    named_at: dict[str, list[tuple[int, str]]] = {}
    names = {number: person_name(mention.text) for number, mention in enumerate(mentions) if mention.type == "PERSON"}
    full = {number: name for number, name in names.items() if len(name.words) > 1}
    key_of = {name: people.add(name) for name in sorted(dict.fromkeys(full.values()), key=lambda name: name.junior)}
    for number, name in full.items():
        key = keys[number] = "PERSON:" + key_of[name]
        for rank, word in enumerate(_bearing(name)):
            named_at.setdefault(f"{min(rank, 2)} {word}", []).append((number, key))
    for number, name in names.items():
        if number in keys:
            continue
        word = people.key_of_word(name.words[0]) if name.words else ""
        keys[number] = _bearer(named_at, word, number) or f"PERSON:{word}"
    return keys


def _bearing(name: PersonName) -> list[str]:
    """The words by which a person may be named alone: the last, the first, then those between."""
    words = name.words
    ordered = [words[-1], words[0], *words[1:-1]]
    return [People.key_of_word(word) for word in ordered]


def _bearer(named_at: dict[str, list[tuple[int, str]]], word: str, number: int) -> str | None:
    """The person called `word` who was named last before mention `number`, else first after it."""
    for rank in range(3):
        places = named_at.get(f"{rank} {word}")
        if places:
            low, high = 0, len(places)
            while low < high:
                middle = (low + high) // 2
                if places[middle][0] < number:
                    low = middle + 1
                else:
                    high = middle
            return places[low - 1 if low else 0][1]
    return None


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
