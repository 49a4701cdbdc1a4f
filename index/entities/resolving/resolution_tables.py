"""The tables of a kept resolution: what was found, by which one name is looked up, and what it was found from, so that
a change needs to look at nothing else.

Types are numbers, and what is looked up by equality alone is its hash; ids are found by the hash of their family.

`article`, `profile`: what each article says of each thing that it names, both ways round.  `entity`, `word`: what came
of it (`wanted` is null where it is the id).  `known`: profiles by their hashes.  `name`, `block`, `link`: the full
names of persons with the keys they got, the names that are compared with each other, and which profiles a name, a
single word or an acronym decides on.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from index.digests import blake2b
from index.entities.model import ENTITY_TYPES, Entity, EntityType
from index.entities.resolving.clustering import family, words_of
from index.entities.resolving.deciding import is_full, lone_word, person_names, usual_forms
from index.entities.resolving.packing import Count, packed_counts, packed_rising
from index.entities.resolving.people import blocks_of
from index.entities.resolving.personal import PersonName
from index.entities.resolving.profile import Profile
from index.entities.resolving.resolve import Outcome

FoundBy = tuple[int, int, set[int]]
"""The number of a profile, the hash that stands for it, and the hashes of its links."""
_NUMBER_OF = {kind: number for number, kind in enumerate(ENTITY_TYPES)}
_SCHEMA = """
CREATE TABLE article (number INTEGER PRIMARY KEY, path TEXT NOT NULL, trace INTEGER NOT NULL, profiles BLOB NOT NULL);
CREATE TABLE profile (number INTEGER PRIMARY KEY, type INTEGER NOT NULL, value TEXT NOT NULL, forms TEXT NOT NULL,
    articles INTEGER NOT NULL, mentions INTEGER NOT NULL, counts BLOB NOT NULL, entity INTEGER NOT NULL);
CREATE TABLE known (hash INTEGER, profile INTEGER, PRIMARY KEY (hash, profile)) WITHOUT ROWID;
CREATE TABLE entity (number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, type INTEGER NOT NULL,
    aliases TEXT NOT NULL, mentions INTEGER NOT NULL, key TEXT NOT NULL, wanted TEXT, made INTEGER NOT NULL,
    key_hash INTEGER NOT NULL, family INTEGER NOT NULL);
CREATE TABLE word (word TEXT PRIMARY KEY, entities BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE name (name TEXT PRIMARY KEY, articles INTEGER NOT NULL, key TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE block (block TEXT, name TEXT, PRIMARY KEY (block, name)) WITHOUT ROWID;
CREATE TABLE link (what INTEGER, profile INTEGER, PRIMARY KEY (what, profile)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE UNIQUE INDEX article_path ON article (path);
CREATE INDEX profile_entity ON profile (entity);
CREATE INDEX entity_key ON entity (key_hash);
CREATE INDEX entity_family ON entity (family);
CREATE INDEX name_key ON name (key);
"""
_BETWEEN = "\x1f"
"""Between the forms of a profile and the names of an entity; no text has this character."""


def empty() -> sqlite3.Connection:
    """A database in memory, to be filled."""
    return sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)


def filled(outcome: Outcome, traces: Mapping[str, int]) -> sqlite3.Connection:
    """The tables of an outcome; `traces` has, for each article, what becomes another whenever it changes."""
    database = empty()
    database.executescript(_SCHEMA)
    database.execute("BEGIN")
    counts: dict[int, list[Count]] = defaultdict(list)
    uses: dict[int, int] = defaultdict(int)
    for article, (path, found) in enumerate(sorted(outcome.articles.items())):
        for number, mentions in found:
            uses[number] += 1
            counts[number] += [(article, place, times) for place, times in enumerate(mentions)]
        profiles = packed_rising(sorted(number for number, _ in found))
        database.execute("INSERT INTO article VALUES (?,?,?,?)", (article, path, traces.get(path, 0), profiles))
    clusters = sorted(outcome.clusters.items(), key=lambda each: (-each[1].entity.mentions, each[1].entity.id))
    entity_of: dict[int, int] = {}
    words: dict[str, list[int]] = defaultdict(list)
    for entity, ((_, key), cluster) in enumerate(clusters):
        entity_of.update(dict.fromkeys(cluster.numbers, entity))
        write_entity(database, entity, cluster.entity, key, cluster.wanted)
        for word in words_of(cluster.entity):
            words[word].append(entity)
    found_by: list[FoundBy] = []
    for number, profile in outcome.profiles.items():
        found_by.append(write_profile(database, number, profile, uses[number], counts[number], entity_of[number]))
    write_found_by(database, found_by)
    holding = [(word, packed_rising(words[word])) for word in sorted(words)]
    database.executemany("INSERT INTO word VALUES (?,?)", holding)
    write_names(database, outcome.names)
    database.executescript(_INDEXES)
    database.execute("VACUUM")  # what was not put in order has left its pages half full
    return database


def write_entity(database: sqlite3.Connection, number: int, entity: Entity, key: str, wanted: str | None) -> None:
    """A row of `entity`, in place of another of its number; without `wanted` it is not made of its profiles yet."""
    e = entity
    kind = number_of(e.type)
    kept = None if wanted == e.id else wanted
    made, hashes = wanted is not None, (hash_of_key(e.type, key), hash_of_family(wanted or ""))
    values = number, e.id, e.name, kind, as_text(e.aliases), e.mentions, key, kept, made, *hashes
    database.execute("INSERT OR REPLACE INTO entity VALUES (?,?,?,?,?,?,?,?,?,?,?)", values)


def write_profile(
    database: sqlite3.Connection, number: int, profile: Profile, articles: int, counts: Sequence[Count], entity: int
) -> FoundBy:
    """A new row of `profile`; gives what it is to be found by."""
    kind, value, forms = profile
    mentions = sum(times for _, _, times in counts)
    values = number, number_of(kind), value, as_text(forms), articles, mentions, packed_counts(counts), entity
    database.execute("INSERT INTO profile VALUES (?,?,?,?,?,?,?,?)", values)
    return number, hash_of(profile), {hash_of_link(what) for what in links_of(profile)}


def write_found_by(database: sqlite3.Connection, found_by: Iterable[FoundBy]) -> None:
    """Rows by which profiles are found; in order, so that the pages of the file become full."""
    found_by = [*found_by]
    known = sorted((hashed, number) for number, hashed, _ in found_by)
    database.executemany("INSERT INTO known VALUES (?,?)", known)
    links = sorted((what, number) for number, _, links in found_by for what in links)
    database.executemany("INSERT INTO link VALUES (?,?)", links)


def write_names(database: sqlite3.Connection, names: Mapping[PersonName, tuple[int, str]]) -> None:
    """Rows of `name`, with the blocks they are in; in place of others of these names."""
    rows = sorted((name_text(name), articles, key) for name, (articles, key) in names.items())
    database.executemany("INSERT OR REPLACE INTO name VALUES (?,?,?)", rows)
    blocks = sorted((block, name_text(name)) for name in names for block in blocks_of(name))
    database.executemany("INSERT OR IGNORE INTO block VALUES (?,?)", blocks)


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
    """64 bits that stand for a profile."""
    kind, value, forms = profile
    return _hash("\0".join((kind, value, *forms)))


def hash_of_link(what: str) -> int:
    """64 bits that stand for what profiles are found by."""
    return _hash(what)


def hash_of_key(kind: EntityType, key: str) -> int:
    """32 bits that stand for the key of an entity, which others may share."""
    return _hash(f"{kind} {key}", 4)


def hash_of_family(identity: str) -> int:
    """32 bits that stand for the family of an id, which others may share."""
    return _hash(family(identity), 4)


def _hash(text: str, size: int = 8) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()
    return int.from_bytes(digest, "big", signed=True)


def number_of(kind: EntityType) -> int:
    """The number that stands for a type."""
    return _NUMBER_OF[kind]


def type_of(number: int) -> EntityType:
    """The type of `number_of`."""
    return ENTITY_TYPES[number]


def as_text(values: Iterable[str]) -> str:
    """Texts as one; `texts` gives them back."""
    return _BETWEEN.join(values)


def texts(text: str) -> tuple[str, ...]:
    """The texts of `as_text`."""
    return tuple(text.split(_BETWEEN)) if text else ()
