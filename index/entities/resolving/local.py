"""Which mentions of one document are the same thing.

Full names of people are brought together first; a single name then goes to the person who bears it, and where several
do, to the one for whom there is evidence (`bearers.py`), else to nobody. Other types meet by a normal form of their
name, organisations also by acronym.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from index.documents.model import Document
from index.entities.gender import of_title
from index.entities.model import Entity, EntityType, Mention
from index.entities.resolving.bearers import Bearer, decided
from index.entities.resolving.normal_forms import fullest, initials, normal_form
from index.entities.resolving.people import People, two_names
from index.entities.resolving.personal import PersonName, person_name
from index.entities.resolving.profile import UNDECIDED, alone
from index.entities.resolving.surroundings import Surroundings
from index.entities.tables import tables


def cluster(document: Document, mentions: tuple[Mention, ...]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """The mentions with local entity ids, and the entities in order of first mention."""
    keys = _people(mentions, Surroundings(document, mentions)) | _others(document.text, mentions)
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


def _people(mentions: tuple[Mention, ...], around: Surroundings) -> dict[int, str]:
    """The key of each mention of a person."""
    people = People()
    keys: dict[int, str] = {}
    named_at: dict[str, list[Bearer]] = {}
    names = {number: person_name(mention.text) for number, mention in enumerate(mentions) if mention.type == "PERSON"}
    full = {number: name for number, name in names.items() if len(name.words) > 1}
    # Initials last, so that they join, but never bring others together.
    in_order = sorted(dict.fromkeys(full.values()), key=lambda name: (name.junior, len(name.words[0]) == 1))
    key_of = {name: people.add(name) for name in in_order}
    for number, name in full.items():
        key = keys[number] = "PERSON:" + key_of[name]
        for rank, word in enumerate(_bearing(name)):
            named_at.setdefault(f"{min(rank, 2)} {people.key_of_word(word)}", []).append(
                Bearer(number, key, word, name.junior)
            )
    singles: dict[tuple[str, bool], list[int]] = {}
    for number, name in names.items():
        if number not in keys:
            singles.setdefault((name.words[0] if name.words else "", name.junior), []).append(number)
    nameless: dict[str, list[tuple[str, list[int]]]] = {}
    for (printed, junior), numbers in singles.items():
        word = people.key_of_word(printed)
        places = _bearers(named_at, word, printed, junior)
        if len({place.key for place in places}) > 1:
            found = decided(places, numbers, names, around)
            keys |= {number: found.get(number) or alone(UNDECIDED, word) for number in numbers}
        elif places:
            keys |= dict.fromkeys(numbers, places[0].key)
        else:
            # Of names that have a skeleton in common, those that are names of their own stay apart.
            others = nameless.setdefault(word, [])
            like = next((held for other, held in others if not two_names(printed, other)), None)
            if like is None:
                others.append((printed, like := []))
            like += numbers
    for word, others in nameless.items():
        for place, (printed, numbers) in enumerate(others):
            keys |= _nameless(word if not place else printed, sorted(numbers), mentions)
    return keys


def _nameless(word: str, numbers: list[int], mentions: tuple[Mention, ...]) -> dict[int, str]:
    """The keys of people of whom one word is printed alone: a man and a woman where titles say so, one who is called
    neither being undecided there.
    """
    titled = {number: gender for number in numbers if (gender := of_title(mentions[number].title))}
    genders: set[str] = set(titled.values())
    if len(genders) > 1:
        return {number: alone(titled.get(number) or UNDECIDED, word) for number in numbers}
    return dict.fromkeys(numbers, alone(genders.pop() if genders else "", word))


def _bearing(name: PersonName) -> list[str]:
    """The words by which a person may be named alone: the last, the first, then those between."""
    words = name.words
    return [words[-1], words[0], *words[1:-1]]


def _bearers(named_at: dict[str, list[Bearer]], word: str, printed: str, junior: bool) -> list[Bearer]:
    """Where those who may be called `printed`, whose skeleton is `word`, are named in full; "Jr" tells a son from his
    father where both are named.
    """
    for rank in range(3):
        places = [at for at in named_at.get(f"{rank} {word}", ()) if not two_names(printed, at.word)]
        if places:
            return [at for at in places if junior and at.junior] or places
    return []


def _others(text: str, mentions: tuple[Mention, ...]) -> dict[int, str]:
    """The key of each mention that is no person's."""
    keys: dict[int, str] = {}
    spelled_out = _in_brackets(text, mentions)
    heads: dict[str, set[str]] = {}
    tails: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.type == "ORG" and " " in mention.text:
            key = normal_form(mention.text, "ORG")
            for short in initials(mention.text):
                spelled_out.setdefault(short, key)
            first, *_, last = mention.text.casefold().split()
            heads.setdefault(first, set()).add(key)
            tails.setdefault(last, set()).add(key)
    for number, mention in enumerate(mentions):
        if mention.type == "PERSON":
            continue
        if mention.type in ("DATE", "NUMBER"):
            key = mention.value or normal_form(mention.text, mention.type)
        else:
            key = normal_form(mention.text, mention.type)
            if mention.type == "ORG" and " " not in mention.text:
                word, plain = mention.text.casefold(), mention.text.replace(".", "")
                bearers = heads.get(word) or (tails.get(word, set()) if _may_be_short(mention.text) else set())
                if not plain.islower() and plain in spelled_out:
                    key = spelled_out[plain]
                elif len(bearers) == 1 and not plain.isupper():
                    key = next(iter(bearers))
        keys[number] = f"{mention.type}:{key}"
    return keys


def _in_brackets(text: str, mentions: tuple[Mention, ...]) -> dict[str, str]:
    """The keys of short names that stand in brackets after the full one, whatever it is short for: Alternative for
    Germany (AfD).
    """
    found: dict[str, str] = {}
    for full, short in pairwise(mentions):
        if full.type == short.type == "ORG" and " " in full.text and text[full.end : short.start] == " (":
            plain = short.text.replace(".", "")
            letters = short.text.endswith(".") or plain == short.text
            if text[short.end : short.end + 1] == ")" and letters and sum(map(str.isupper, plain)) > 1:
                found.setdefault(plain, normal_form(full.text, "ORG"))
    return found


def _may_be_short(word: str) -> bool:
    """May the last word of a body's name stand for the body (Royal Dutch Shell)?  Not what every state has."""
    classes = tables().classes
    return word not in classes["stand_alone_orgs"] and word not in classes["gov_bodies"]
