"""A kept resolution follows a change: the rows of what became other are written anew, in a copy of the tables."""

from __future__ import annotations

import sqlite3
from array import array

from index.entities.resolution import Resolution, as_text, hash_of, packed
from index.entities.resolve import Change


def changed(resolution: Resolution, change: Change) -> Resolution:
    """The resolution with a change, in memory; the one it was made from stays as it is."""
    database = resolution.copy()
    database.execute("BEGIN")
    number_of = _entities(database, change)
    _articles(database, change, number_of)
    execute = database.executemany
    execute("DELETE FROM profile WHERE hash=?", [(hash_of(profile),) for profile in change.gone_profiles])
    owners = [(hash_of(profile), number_of[identity]) for profile, identity in change.owner.items()]
    execute("INSERT OR REPLACE INTO profile VALUES (?,?)", owners)
    execute("DELETE FROM word WHERE word=?", [(word,) for word in change.words])
    words = [
        (word, packed(array("I", sorted(number_of[identity] for identity in identities))))
        for word, identities in change.words.items()
        if identities
    ]
    execute("INSERT INTO word VALUES (?,?)", words)
    database.execute("COMMIT")
    return Resolution(database)


def _entities(database: sqlite3.Connection, change: Change) -> dict[str, int]:
    """Takes out the entities that are gone; gives the number of each that there is, new ones included."""
    database.executemany("DELETE FROM entity WHERE id=?", [(identity,) for identity in change.gone])
    number_of = {str(identity): int(number) for identity, number in database.execute("SELECT id, number FROM entity")}
    last = max(number_of.values(), default=-1)
    new = sorted(change.entities.keys() - number_of.keys())
    return number_of | {identity: number for number, identity in enumerate(new, last + 1)}


def _articles(database: sqlite3.Connection, change: Change, number_of: dict[str, int]) -> None:
    """Writes the entities that are new or other, with the articles that name them."""
    place = {str(path): int(number) for number, path in database.execute("SELECT number, path FROM article")}
    last = max(place.values(), default=-1)
    new = {path for counts in change.articles.values() for path in counts} - place.keys()
    for number, path in enumerate(sorted(new), last + 1):
        place[path] = number
        database.execute("INSERT INTO article VALUES (?,?)", (number, path))
    rows = []
    for identity, entity in change.entities.items():
        pairs = array("I")
        for path, count in change.articles[identity].items():
            pairs.extend((place[path], count))
        surfaces = as_text(sorted(change.surfaces[identity]))
        aliases = as_text(entity.aliases)
        rows.append(
            (number_of[identity], identity, entity.name, entity.type, aliases, entity.mentions, surfaces, packed(pairs))
        )
    database.executemany("INSERT OR REPLACE INTO entity VALUES (?,?,?,?,?,?,?,?)", rows)
