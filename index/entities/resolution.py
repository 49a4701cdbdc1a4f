"""The outcome of resolution, kept in one file, so that one name is looked up without resolving the corpus again.

The file is an SQLite database that is written whole, put in its place at once and never changed.  Its name holds what
it was made from (a mark of the caller's) and its checksum; a file that is not as it was written counts as not there.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
import tempfile
import threading
import zlib
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from index.entities.clustering import Profile
from index.entities.model import Annotations, Entity, EntityType, Recognition
from index.entities.naming import normal_form
from index.entities.resolve import Outcome, annotate, named
from index.entities.spelling import fold, skeleton, slug
from index.errors import DamageError, EngineError

_SCHEMA = """
CREATE TABLE article (number INTEGER PRIMARY KEY, path TEXT NOT NULL);
CREATE TABLE entity (number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
    aliases TEXT NOT NULL, mentions INTEGER NOT NULL, surfaces TEXT NOT NULL, articles BLOB NOT NULL);
CREATE TABLE profile (hash INTEGER PRIMARY KEY, entity INTEGER NOT NULL);
CREATE TABLE word (word TEXT PRIMARY KEY, entities BLOB NOT NULL) WITHOUT ROWID;
"""
_ENTITY = "id, name, type, aliases, mentions"
_NAME = re.compile(r"resolution-(?P<mark>[0-9a-z]+)-(?P<sum>[0-9a-f]{8})\.sqlite")
_AT_A_TIME = 500
"""Values in one statement; SQLite allows 999 everywhere."""


class Resolution:
    """Entities over all articles of the corpus, as they were when the file was written.  Any thread may use it."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._lock = threading.Lock()

    def entities(self) -> tuple[Entity, ...]:
        """All entities of the corpus with corpus-wide counts, most mentioned first."""
        return tuple(map(_entity, self._rows(f"SELECT {_ENTITY} FROM entity ORDER BY mentions DESC, id")))

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id, with corpus-wide counts."""
        rows = self._rows(f"SELECT {_ENTITY} FROM entity WHERE id=?", entity_id)
        return _entity(rows[0]) if rows else None

    def documents(self, entity_id: str) -> dict[str, int]:
        """How often each article mentions the entity, by path."""
        found: dict[str, int] = {}
        for (blob,) in self._rows("SELECT articles FROM entity WHERE id=?", entity_id):
            pairs = _unpacked(blob)
            counts = dict(zip(pairs[::2], pairs[1::2], strict=True))
            for number, path in self._each("SELECT number, path FROM article WHERE number IN", list(counts)):
                found[path] = counts[number]
        return dict(sorted(found.items()))

    def surfaces(self, entity_id: str) -> frozenset[tuple[EntityType, str]]:
        """The type and the casefolded form of every mention of the entity."""
        rows = self._rows("SELECT surfaces FROM entity WHERE id=?", entity_id)
        return frozenset((kind, form) for (text,) in rows for kind, form in json.loads(text))

    def find(self, name: str, types: Collection[EntityType] = ()) -> tuple[Entity, ...]:
        """The entities one of whose names holds all the words of `name`, under any spelling; most mentioned first."""
        keys = [skeleton(word) for word in fold(name).split()]
        if not keys:
            return ()
        found = set.intersection(*map(self._holding, keys))
        kinds: tuple[EntityType, ...] = ("PLACE", "ORG")
        for kind in kinds:
            usual = normal_form(name, kind)
            if usual != fold(name):
                found |= self._holding(skeleton(usual.replace(" ", "")))
        entities = map(_entity, self._each(f"SELECT {_ENTITY} FROM entity WHERE number IN", sorted(found)))
        chosen = (entity for entity in entities if not types or entity.type in types)
        return tuple(sorted(chosen, key=lambda entity: (-entity.mentions, entity.id)))

    def _holding(self, word: str) -> set[int]:
        rows = self._rows("SELECT entities FROM word WHERE word=?", word)
        return set(_unpacked(rows[0][0])) if rows else set()

    def annotations(self, path: str, recognition: Recognition) -> Annotations:
        """A recognition seen from the corpus.  What the corpus did not name in this way when it was resolved goes to
        the entity that bears the name most often, or to one of its own until the corpus is resolved again.
        """
        known: dict[str, Entity] = {}
        owners: list[str] = []
        profiles = [profile for profile, _ in named(recognition)]
        hashes = [hash_of(profile) for profile in profiles]
        owner: dict[int, int] = dict(self._each("SELECT hash, entity FROM profile WHERE hash IN", hashes))
        rows = self._each(f"SELECT number, {_ENTITY} FROM entity WHERE number IN", sorted(set(owner.values())))
        by_number = {row[0]: _entity(row[1:]) for row in rows}
        for profile, key in zip(profiles, hashes, strict=True):
            entity = by_number.get(owner.get(key)) or self._likely(profile, known)
            known[entity.id] = entity
            owners.append(entity.id)
        return annotate(path, recognition, owners, known.__getitem__)

    def _likely(self, profile: Profile, known: dict[str, Entity]) -> Entity:
        kind, value, forms = profile
        for form in sorted(forms, key=lambda form: (-len(form.split()), -len(form), form)):
            wanted = skeleton(fold(form).replace(" ", ""))
            for entity in self.find(form, (kind,)):
                names = (entity.name, *entity.aliases)
                if not value and any(skeleton(fold(name).replace(" ", "")) == wanted for name in names):
                    return entity
        name = forms[0]
        identity = slug(f"{kind}-{value}" if value else name)
        taken = self.entity(identity) or known.get(identity)
        if taken is not None and taken.type == kind and value:
            return taken
        if taken is not None:
            identity = f"{identity}-{kind.lower()}-{hash_of(profile) & 0xFFFFFF:06x}"
        return Entity(identity, name, kind, forms[1:], 0)

    def copy(self) -> sqlite3.Connection:
        """The tables, copied into memory to be changed."""
        with self._lock:
            data = self._database.serialize()
        database = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        database.deserialize(data)
        return database

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self._database.close()

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._database.execute(statement, values).fetchall()
            except sqlite3.Error as problem:
                raise EngineError(f"the entities of the corpus cannot be read: {problem}") from problem

    def _each(self, statement: str, values: list[int]) -> Iterator[tuple[Any, ...]]:
        """The rows for many values, a bounded number of them in one statement."""
        for start in range(0, len(values), _AT_A_TIME):
            some = values[start : start + _AT_A_TIME]
            yield from self._rows(f"{statement} ({','.join('?' * len(some))})", *some)


def build(outcome: Outcome) -> Resolution:
    """An outcome as tables, in memory."""
    database = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    database.executescript(_SCHEMA)
    database.execute("BEGIN")
    ordered = sorted(outcome.entities.values(), key=lambda entity: (-entity.mentions, entity.id))
    number_of = {entity.id: number for number, entity in enumerate(ordered)}
    articles: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, path in enumerate(sorted(outcome.articles)):
        database.execute("INSERT INTO article VALUES (?,?)", (number, path))
        for identity, count in outcome.articles[path].items():
            articles[identity].extend((number, count))
    surfaces: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for (kind, _, forms), identity in outcome.owner.items():
        surfaces[identity].update((kind, form.casefold()) for form in forms)
    database.executemany(
        "INSERT INTO entity VALUES (?,?,?,?,?,?,?,?)",
        (
            (number, e.id, e.name, e.type, as_text(e.aliases), e.mentions, as_text(sorted(surfaces[e.id])),
             packed(articles[e.id]))
            for number, e in enumerate(ordered)
        ),
    )  # fmt: skip
    profiles = sorted((hash_of(profile), number_of[identity]) for profile, identity in outcome.owner.items())
    database.executemany("INSERT OR IGNORE INTO profile VALUES (?,?)", profiles)
    words = ((word, packed(array("I", sorted(map(number_of.__getitem__, ids))))) for word, ids in outcome.words.items())
    database.executemany("INSERT INTO word VALUES (?,?)", sorted(words))
    database.execute("CREATE UNIQUE INDEX entity_id ON entity (id)")
    database.execute("COMMIT")
    return Resolution(database)


def save(resolution: Resolution, folder: Path, mark: str) -> None:
    """Puts a built resolution into `folder` as what was made from `mark` (letters and digits), in place of any other.

    Raises EngineError where it cannot be written.
    """
    with resolution._lock:
        data = resolution._database.serialize()
    name = f"resolution-{mark}-{zlib.crc32(data):08x}.sqlite"
    old = [file for file, _, _ in _files(folder)]
    try:
        handle, new = tempfile.mkstemp(prefix="resolution-", suffix=".new", dir=folder)
        try:
            with open(handle, "wb") as stream:
                stream.write(data)
            os.replace(new, folder / name)
        except OSError:
            os.unlink(new)
            raise
        for file in old:
            if file.name != name:
                file.unlink(missing_ok=True)
    except OSError as problem:
        raise EngineError(f"the entities of the corpus cannot be kept: {problem.strerror}") from problem


def load(folder: Path, mark: str) -> Resolution | None:
    """What was saved for `mark`; None where there is none, and where it is damaged."""
    for file, made_from, checksum in _files(folder):
        if made_from != mark:
            continue
        with suppress(OSError, sqlite3.Error):
            if _sum(file) == checksum:
                database = sqlite3.connect(
                    f"{file.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False, isolation_level=None
                )
                with closing(database.execute("SELECT 1 FROM entity")):
                    return Resolution(database)
    return None


def _files(folder: Path) -> list[tuple[Path, str, int]]:
    """The files of resolutions, with what they were made from and their checksums."""
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return [(folder / name, m["mark"], int(m["sum"], 16)) for name in sorted(names) if (m := _NAME.fullmatch(name))]


def _sum(file: Path) -> int:
    checksum = 0
    with open(file, "rb", buffering=0) as stream:
        while part := stream.read(1 << 20):
            checksum = zlib.crc32(part, checksum)
    return checksum


def _entity(row: tuple[Any, ...]) -> Entity:
    identity, name, kind, aliases, mentions = row
    return Entity(identity, name, kind, tuple(json.loads(aliases)), mentions)


def hash_of(profile: Profile) -> int:
    """64 bits that stand for a profile."""
    kind, value, forms = profile
    text = "\0".join((kind, value, *forms)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big", signed=True)


def as_text(values: Collection[object]) -> str:
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))


def packed(numbers: array[int]) -> bytes:
    return numbers.tobytes()


def _unpacked(blob: object) -> array[int]:
    numbers = array("I")
    if not isinstance(blob, bytes):
        raise DamageError("the entities of the corpus are damaged")
    numbers.frombytes(blob)
    return numbers
