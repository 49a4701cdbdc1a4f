"""The tables of a kept resolution: what was found, by which one name is looked up, and what it was found from, so that
a change needs to look at nothing else.

Types are numbers; what is looked up by equality alone is its hash (`hashed.py`), that of a word, which nothing is
compared with, a longer one.  What follows from other columns is null.

`article`, `profile`: what each article says of each thing that it names, both ways round.  `entity`, `word`: what came
of it.  `name`: the full names of persons with the keys they got.  `lookup`: by which articles are found (path),
profiles (all of it), entities (key, family of the id), names (text, key, the block in which names are compared with
each other), and which profiles a name, a single word or an acronym decides on (link).
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from index.digests import blake2b
from index.entities.model import EntityType
from index.entities.resolving.clustering import family, words_of
from index.entities.resolving.deciding import is_full, lone_word, person_names, usual_forms
from index.entities.resolving.entity_rows import SCHEMA, Kept, as_text, number_of, write_entity
from index.entities.resolving.hashed import Hashed, short_hash
from index.entities.resolving.packing import Count, packed_counts, packed_rising, unpacked_rising
from index.entities.resolving.people import blocks_of
from index.entities.resolving.personal import PersonName
from index.entities.resolving.profile import Profile
from index.entities.resolving.resolve import Outcome

LOOKUPS = "path", "known", "key", "family", "name", "name key", "block", "link"
"""What is in `lookup`."""
_SCHEMA = """
CREATE TABLE article (number INTEGER PRIMARY KEY, path TEXT NOT NULL, trace INTEGER NOT NULL, profiles BLOB NOT NULL);
CREATE TABLE profile (number INTEGER PRIMARY KEY, type INTEGER NOT NULL, value TEXT NOT NULL, forms TEXT NOT NULL,
    articles INTEGER NOT NULL, mentions INTEGER NOT NULL, counts BLOB NOT NULL, entity INTEGER);
CREATE TABLE word (hash INTEGER PRIMARY KEY, entities NOT NULL);
CREATE TABLE name (number INTEGER PRIMARY KEY, name TEXT NOT NULL, articles INTEGER NOT NULL, key TEXT NOT NULL);
CREATE TABLE lookup (what TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX profile_entity ON profile (entity) WHERE entity IS NOT NULL;
"""
_WORD_BYTES = 5
"""Of the hash of a word: among a million a word that there is not finds another once in a million times."""


def empty() -> sqlite3.Connection:
    """A database in memory, to be filled."""
    return sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)


def filled(outcome: Outcome, traces: Mapping[str, int]) -> sqlite3.Connection:
    """The tables of an outcome; `traces` has, for each article, what becomes another whenever it changes."""
    database = empty()
    database.executescript(_SCHEMA + SCHEMA)
    database.execute("BEGIN")
    counts: dict[int, list[Count]] = defaultdict(list)
    uses: dict[int, int] = defaultdict(int)
    lookups: dict[str, list[tuple[int, int]]] = {what: [] for what in LOOKUPS}
    for article, (path, found) in enumerate(sorted(outcome.articles.items())):
        for number, mentions in found:
            uses[number] += 1
            counts[number] += [(article, place, times) for place, times in enumerate(mentions)]
        profiles = packed_rising(sorted(number for number, _ in found))
        database.execute("INSERT INTO article VALUES (?,?,?,?)", (article, path, traces.get(path, 0), profiles))
        lookups["path"].append((short_hash(path), article))
    entity_of: dict[int, int] = {}
    words: dict[int, list[int]] = defaultdict(list)
    for number, (kind, key), cluster in sorted(
        (min(cluster.numbers), key, cluster) for key, cluster in outcome.clusters.items()
    ):
        entity_of.update(dict.fromkeys(cluster.numbers, number))
        only = outcome.profiles[number][1:] if len(cluster.numbers) == 1 else None
        write_entity(database, number, Kept(cluster.entity, key, cluster.wanted), only)
        lookups["key"].append((hash_of_key(kind, key), number))
        lookups["family"].append((hash_of_family(cluster.wanted), number))
        for word in words_of(cluster.entity):
            words[hash_of_word(word)].append(number)
    for number, profile in outcome.profiles.items():
        write_profile(database, number, profile, uses[number], counts[number], entity_of[number])
        lookups["known"].append((hash_of(profile), number))
        lookups["link"] += [(short_hash(what), number) for what in links_of(profile)]
    for number, (name, (articles, key)) in enumerate(sorted(outcome.names.items())):
        database.execute("INSERT INTO name VALUES (?,?,?,?)", (number, name_text(name), articles, key))
        lookups["name"].append((short_hash(name_text(name)), number))
        lookups["name key"].append((short_hash(key), number))
        lookups["block"] += [(short_hash(block), number) for block in blocks_of(name)]
    holding = [(word, packed_entities(words[word])) for word in sorted(words)]
    database.executemany("INSERT INTO word VALUES (?,?)", holding)
    rows = [(what, Hashed.of(pairs).data()) for what, pairs in lookups.items()]
    database.executemany("INSERT INTO lookup VALUES (?,?)", rows)
    database.executescript(_INDEXES)
    database.execute("VACUUM")  # what was not put in order has left its pages half full
    return database


def write_profile(
    database: sqlite3.Connection, number: int, profile: Profile, articles: int, counts: Sequence[Count], entity: int
) -> None:
    """A new row of `profile`."""
    kind, value, forms = profile
    mentions = sum(times for _, _, times in counts)
    owner = None if entity == number else entity
    values = number, number_of(kind), value, as_text(forms), articles, mentions, packed_counts(counts), owner
    database.execute("INSERT INTO profile VALUES (?,?,?,?,?,?,?,?)", values)


def packed_entities(numbers: Sequence[int]) -> bytes | int:
    """The numbers of the entities that a word is in, rising; a single one, as most are, as it is."""
    return numbers[0] if len(numbers) == 1 else packed_rising(numbers)


def unpacked_entities(entities: object) -> Iterator[int]:
    """The numbers of `packed_entities`."""
    return iter((entities,)) if isinstance(entities, int) else unpacked_rising(entities)


def links_of(profile: Profile) -> set[str]:
    """What a profile is found by when something is decided that may give it another key: the full names of a person, or
    the one word; what an organisation spells out beside its first form; the form of an organisation with no other.
    """
    kind, _, forms = profile
    if kind == "PERSON":
        names = person_names(forms)
        return {by_name(name) for name in filter(is_full, names)} or {by_word(lone_word(names))}
    if kind == "ORG":
        first, *others = usual_forms(profile)
        return {by_other(other) for other in others} | ({by_form(first)} if len(forms) == 1 else set())
    return set()


def by_name(name: PersonName) -> str:
    """Links persons to a full name that they bear."""
    return f"name {name_text(name)}"


def by_word(word: str) -> str:
    """Links persons of whom no full name is printed to the skeleton of their name."""
    return f"word {word}"


def by_other(form: str) -> str:
    """Links organisations to a form beside the one that they go by."""
    return f"other {form}"


def by_form(form: str) -> str:
    """Links organisations of one form to it."""
    return f"form {form}"


def name_text(name: PersonName) -> str:
    """A name as text; `text_name` gives it back."""
    return f"{name.eastern:d}{name.junior:d} {' '.join(name.words)}"


def text_name(text: str) -> PersonName:
    """The name of a text that `name_text` gave."""
    return PersonName(tuple(text[3:].split(" ")), text[0] == "1", text[1] == "1")


def hash_of(profile: Profile) -> int:
    """The short hash of a profile."""
    kind, value, forms = profile
    return short_hash("\0".join((kind, value, *forms)))


def hash_of_key(kind: EntityType, key: str) -> int:
    """The short hash of the key of an entity."""
    return short_hash(f"{kind} {key}")


def hash_of_family(identity: str) -> int:
    """The short hash of the family of an id."""
    return short_hash(family(identity))


def hash_of_word(word: str) -> int:
    """A hash that stands for a word."""
    digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=_WORD_BYTES).digest()
    return int.from_bytes(digest, "big")
