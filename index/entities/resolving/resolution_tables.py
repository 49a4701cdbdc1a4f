"""The tables of a kept resolution: what was found, by which one name is looked up, and what it was found from, so that
a change needs to look at nothing else.

`article`, `profile`: what each article says of each thing that it names, both ways round.  `entity`, `word`: what came
of it.  `name`, `block`, `link`: the full names of persons with the keys they got, the names that are compared with each
other, and which profiles a name, a single word or an acronym decides on.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from index.digests import blake2b
from index.entities.model import Entity
from index.entities.resolving.clustering import family, words_of
from index.entities.resolving.deciding import is_full, lone_word, person_names, usual_forms
from index.entities.resolving.people import blocks_of
from index.entities.resolving.personal import PersonName
from index.entities.resolving.profile import Profile
from index.entities.resolving.resolve import Outcome
from index.errors import DamageError

_SCHEMA = """
CREATE TABLE article (number INTEGER PRIMARY KEY, path TEXT NOT NULL, trace INTEGER NOT NULL, profiles BLOB NOT NULL);
CREATE TABLE profile (number INTEGER PRIMARY KEY, hash INTEGER NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL,
    forms TEXT NOT NULL, articles INTEGER NOT NULL, mentions INTEGER NOT NULL, counts BLOB NOT NULL,
    entity INTEGER NOT NULL);
CREATE TABLE entity (number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
    aliases TEXT NOT NULL, mentions INTEGER NOT NULL, key TEXT NOT NULL, wanted TEXT NOT NULL, family TEXT NOT NULL);
CREATE TABLE word (word TEXT PRIMARY KEY, entities BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE name (name TEXT PRIMARY KEY, articles INTEGER NOT NULL, key TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE block (block TEXT, name TEXT, PRIMARY KEY (block, name)) WITHOUT ROWID;
CREATE TABLE link (what TEXT, profile INTEGER, PRIMARY KEY (what, profile)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE UNIQUE INDEX article_path ON article (path);
CREATE INDEX profile_hash ON profile (hash);
CREATE INDEX profile_entity ON profile (entity);
CREATE INDEX entity_id ON entity (id);
CREATE INDEX entity_key ON entity (key, type);
CREATE INDEX entity_family ON entity (family);
CREATE INDEX name_key ON name (key);
"""
Count = tuple[int, int, int]
"""Of a profile: an article's number, the place of one of its forms, and how often the article mentions it so."""


def empty() -> sqlite3.Connection:
    """A database in memory, to be filled."""
    return sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)


def filled(outcome: Outcome, traces: Mapping[str, int]) -> sqlite3.Connection:
    """The tables of an outcome; `traces` has, for each article, what becomes another whenever it changes."""
    database = empty()
    database.executescript(_SCHEMA)
    database.execute("BEGIN")
    counts: dict[int, array[int]] = defaultdict(lambda: array("I"))
    uses: dict[int, int] = defaultdict(int)
    for article, (path, found) in enumerate(sorted(outcome.articles.items())):
        for number, mentions in found:
            uses[number] += 1
            for place, times in enumerate(mentions):
                counts[number].extend((article, place, times))
        profiles = packed(array("I", (number for number, _ in found)))
        database.execute("INSERT INTO article VALUES (?,?,?,?)", (article, path, traces.get(path, 0), profiles))
    clusters = sorted(outcome.clusters.items(), key=lambda each: (-each[1].entity.mentions, each[1].entity.id))
    entity_of: dict[int, int] = {}
    words: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for entity, ((_, key), cluster) in enumerate(clusters):
        entity_of.update(dict.fromkeys(cluster.numbers, entity))
        write_entity(database, entity, cluster.entity, key, cluster.wanted)
        for word in words_of(cluster.entity):
            words[word].append(entity)
    for number, profile in outcome.profiles.items():
        write_profile(database, number, profile, uses[number], counts[number], entity_of[number])
    database.executemany("INSERT INTO word VALUES (?,?)", [(word, packed(words[word])) for word in sorted(words)])
    write_names(database, outcome.names)
    database.executescript(_INDEXES)
    return database


def write_entity(database: sqlite3.Connection, number: int, entity: Entity, key: str, wanted: str) -> None:
    """A row of `entity`, in place of another of its number."""
    e = entity
    values = number, e.id, e.name, e.type, as_text(e.aliases), e.mentions, key, wanted, family(wanted)
    database.execute("INSERT OR REPLACE INTO entity VALUES (?,?,?,?,?,?,?,?,?)", values)


def write_profile(
    database: sqlite3.Connection, number: int, profile: Profile, articles: int, counts: array[int], entity: int
) -> None:
    """A new row of `profile`, with what it is found by."""
    kind, value, forms = profile
    mentions = sum(counts[2::3])
    values = number, hash_of(profile), kind, value, as_text(forms), articles, mentions, packed(counts), entity
    database.execute("INSERT INTO profile VALUES (?,?,?,?,?,?,?,?,?)", values)
    database.executemany("INSERT INTO link VALUES (?,?)", [(what, number) for what in links_of(profile)])


def write_names(database: sqlite3.Connection, names: Mapping[PersonName, tuple[int, str]]) -> None:
    """Rows of `name`, with the blocks they are in; in place of others of these names."""
    rows = [(name_text(name), articles, key) for name, (articles, key) in names.items()]
    database.executemany("INSERT OR REPLACE INTO name VALUES (?,?,?)", rows)
    blocks = [(block, name_text(name)) for name in names for block in blocks_of(name)]
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
    text = "\0".join((kind, value, *forms)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big", signed=True)


def as_text(values: Collection[object]) -> str:
    """Values as a text that `json.loads` reads."""
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))


def packed(numbers: array[int]) -> bytes:
    """Numbers as bytes."""
    return numbers.tobytes()


def unpacked(blob: object) -> array[int]:
    """The numbers of `packed`.  Raises DamageError for what are none."""
    numbers = array("I")
    if not isinstance(blob, bytes) or len(blob) % numbers.itemsize:
        raise DamageError("the entities of the corpus are damaged")
    numbers.frombytes(blob)
    return numbers


def counted(blob: object) -> Iterator[Count]:
    """The counts of a profile."""
    numbers = unpacked(blob)
    return zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)


def flat(counts: Iterable[Count]) -> array[int]:
    """Counts as `counted` reads them."""
    return array("I", (number for count in counts for number in count))
