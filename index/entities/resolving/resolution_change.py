"""A kept resolution follows a change: what articles that came, went or changed touch is decided anew, in a copy of the
tables, and nothing else.  What comes of it is what resolving all articles gives.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from index.entities.model import Entity, EntityType
from index.entities.resolving.clustering import ClusterKey, ids_of, made_of, words_of
from index.entities.resolving.deciding import (
    bearer,
    is_full,
    lone_word,
    most_usual,
    person_names,
    spelled_out,
    usual_forms,
)
from index.entities.resolving.entity_rows import ENTITY, PROFILES, Kept, kept, texts, type_of, write_entity, write_id
from index.entities.resolving.hashed import Lookups, short_hash
from index.entities.resolving.names_change import Names
from index.entities.resolving.packing import (
    Count,
    packed_counts,
    packed_rising,
    unpacked_counts,
    unpacked_rising,
)
from index.entities.resolving.personal import PersonName
from index.entities.resolving.profile import Named, Profile
from index.entities.resolving.resolution import Resolution
from index.entities.resolving.resolution_tables import (
    by_form,
    by_name,
    by_other,
    by_word,
    hash_of,
    hash_of_family,
    hash_of_key,
    hash_of_word,
    links_of,
    packed_entities,
    unpacked_entities,
    write_profile,
)
from index.entities.resolving.spelling import skeleton
from index.errors import DamageError

_NOWHERE = -1
"""The entity of a profile that has none yet."""


def changed(resolution: Resolution, gone: Collection[str], come: Mapping[str, tuple[int, Named]]) -> Resolution:
    """The resolution without the articles that are gone, and with those that came or changed, each with what it is now
    and what it names; in memory.  The one it was made from stays as it is.
    """
    database = resolution.copy()
    database.execute("BEGIN")
    change = _Change(database)
    for path in sorted({*gone, *come}):
        change.remove(path)
    for path, (trace, names) in sorted(come.items()):
        change.add(path, trace, names)
    change.decide()
    database.execute("COMMIT")
    return Resolution(database)


class _Change:
    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._lookups = Lookups(database)
        self._names = Names(database, self._lookups)
        self._before: dict[int, Kept] = {}
        """Entities as they were before their profiles became others."""
        self._profiles: dict[int, Profile] = {}
        self._counts: dict[int, list[Count]] = {}
        """Of each profile that is touched, its counts as they are by now."""
        self._more: Counter[int] = Counter()
        """Of each profile that is touched, how many more articles say so."""
        self._numbers: dict[Profile, int] = {}
        self._next = 1 + self._last("profile")

    def remove(self, path: str) -> None:
        """Takes an article out; nothing happens where it is not known."""
        article, blob = self._article(path)
        if blob is None:
            return
        numbers = [*unpacked_rising(blob)]
        for number in numbers:
            self._touch(number)
            self._more[number] -= 1
        for number in set(numbers):
            self._counts[number] = [count for count in self._counts[number] if count[0] != article]
        self._database.execute("DELETE FROM article WHERE number=?", (article,))
        self._lookups["path"].remove(short_hash(path), article)

    def _article(self, path: str) -> tuple[int, object]:
        """The number of an article and its profiles; -1 and None where it is not known."""
        for number in self._lookups["path"].find(short_hash(path)):
            ((known, profiles),) = self._database.execute(
                "SELECT path, profiles FROM article WHERE number=?", (number,)
            )
            if known == path:
                return number, profiles
        return -1, None

    def add(self, path: str, trace: int, names: Named) -> None:
        """Takes in an article that is not there."""
        article = 1 + self._last("article")
        numbers = []
        for profile, mentions in names:
            number = self._number(profile)
            numbers.append(number)
            self._more[number] += 1
            self._counts[number] += [(article, place, times) for place, times in enumerate(mentions)]
        self._database.execute(
            "INSERT INTO article VALUES (?,?,?,?)", (article, path, trace, packed_rising(sorted(numbers)))
        )
        self._lookups["path"].add(short_hash(path), article)

    def decide(self) -> None:
        """Gives every profile that is touched the entity that it belongs to now, and tells what became of these."""
        articles: Counter[PersonName] = Counter()
        others: set[str] = set()
        words: set[str] = set()
        for number, more in self._more.items():
            profile = self._profiles[number]
            if profile[0] == "PERSON":
                names = person_names(profile[2])
                for name in filter(is_full, names):
                    articles[name] += more
                if profile[1]:
                    words.add(lone_word(names))
            elif profile[0] == "ORG":
                others.update(usual_forms(profile)[1:])
        touched = self._write_profiles()
        self._names.change(articles)
        again = set(self._more) & self._profiles.keys()
        for name in self._names.other_keys | articles.keys():
            again.update(number for number, _ in self._linked(by_name(name)))
        words.update(self._names.last_words(self._names.touched_keys))
        words.update(skeleton(name.words[-1]) for name in self._names.other_keys)
        for word in words:
            again.update(number for number, _ in self._linked(by_word(word)))
        for other in others:
            again.update(number for number, _ in self._linked(by_form(other)))
        for number in again:
            touched |= self._put(number)
        self._make(touched)
        self._lookups.write()

    def _write_profiles(self) -> set[int]:
        """Writes what articles say now; gives the entities of what more or fewer of them do."""
        touched: set[int] = set()
        for number, more in self._more.items():
            profile, counts = self._profiles[number], self._counts[number]
            select = "SELECT articles, coalesce(entity, number) FROM profile WHERE number=?"
            row = self._database.execute(select, (number,)).fetchone()
            if row is None:
                write_profile(self._database, number, profile, more, counts, _NOWHERE)
                self._lookups["known"].add(hash_of(profile), number)
                for what in links_of(profile):
                    self._lookups["link"].add(short_hash(what), number)
                continue
            self._remember(int(row[1]))
            touched.add(int(row[1]))
            if row[0] + more:
                self._database.execute(
                    "UPDATE profile SET articles=?, mentions=?, counts=? WHERE number=?",
                    (row[0] + more, sum(times for _, _, times in counts), packed_counts(counts), number),
                )
            else:
                self._database.execute("DELETE FROM profile WHERE number=?", (number,))
                self._lookups["known"].remove(hash_of(profile), number)
                for what in links_of(profile):
                    self._lookups["link"].remove(short_hash(what), number)
                del self._profiles[number]
        return touched

    def _put(self, number: int) -> set[int]:
        """Gives a profile the entity of its key; gives the entities that it moved between."""
        profile = self._profile(number)
        cluster = profile[0], self._key(profile)
        select = "SELECT coalesce(entity, number) FROM profile WHERE number=?"
        ((before,),) = self._database.execute(select, (number,))
        entity = self._entity(*cluster)
        if entity is None:
            entity = number if self._row(number) is None else 1 + max(self._last("entity"), self._last("profile"))
            write_entity(self._database, entity, Kept(Entity("", "", cluster[0], (), 0), cluster[1], ""))
            self._lookups["key"].add(hash_of_key(*cluster), entity)
        if entity == before:
            return set()
        if before != _NOWHERE:
            self._remember(int(before))
        self._database.execute("UPDATE profile SET entity=nullif(?, number) WHERE number=?", (entity, number))
        return {entity, int(before)} - {_NOWHERE}

    def _entity(self, kind: EntityType, key: str) -> int | None:
        """The entity of a key."""
        for number in self._lookups["key"].find(hash_of_key(kind, key)):
            each = self._kept(number)
            if (each.entity.type, each.key) == (kind, key):
                return number
        return None

    def _row(self, number: int) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._database.execute(f"SELECT {ENTITY} WHERE e.number=?", (number,)).fetchone()
        return row

    def _kept(self, number: int) -> Kept:
        """An entity as it was before its profiles became others."""
        return self._before.get(number) or self._read(number)

    def _read(self, number: int) -> Kept:
        row = self._row(number)
        if row is None:
            raise DamageError("the entities of the corpus are damaged")
        return kept(row)

    def _remember(self, number: int) -> None:
        """Keeps what an entity is: its row may say it by a profile that becomes another's."""
        if number not in self._before:
            self._before[number] = self._read(number)

    def _key(self, profile: Profile) -> str:
        kind, told, forms = profile
        if kind == "PERSON":
            names = person_names(forms)
            best = most_usual(names, {name: self._names.articles(name) for name in names})
            if best is not None:
                return self._names.key(best)
            word = lone_word(names)
            others = {each[1] for _, each in self._linked(by_word(word))} if told else ()
            return bearer(names, told, self._names.bearers(word), others)
        key = usual_forms(profile)[0]
        if kind == "ORG" and len(forms) == 1:
            stands_for: Counter[str] = Counter()
            for number, each in self._linked(by_other(key)):
                ((articles,),) = self._database.execute("SELECT articles FROM profile WHERE number=?", (number,))
                stands_for[usual_forms(each)[0]] += int(articles)
            if stands_for:
                return spelled_out(stands_for)
        return key

    def _make(self, touched: Iterable[int]) -> None:
        """Makes entities anew from their profiles, with the words they are found by and the ids of all concerned."""
        words: dict[str, tuple[set[int], set[int]]] = {}
        families: set[int] = set()
        for number in sorted(touched):
            before = self._kept(number)
            (kind, key), made = (before.entity.type, before.key), bool(before.entity.name)
            old = words_of(before.entity) if made else set()
            rows = self._database.execute(
                f"SELECT number, value, forms, articles, mentions FROM profile WHERE {PROFILES} ORDER BY number",
                (number, number),
            ).fetchall()
            members = [((kind, str(row[1]), texts(row[2])), int(row[3]), int(row[4])) for row in rows]
            if made:
                families.add(hash_of_family(before.wanted))
                self._lookups["family"].remove(hash_of_family(before.wanted), number)
            if members:
                entity = made_of((kind, key), members)
                new = words_of(entity)
                families.add(hash_of_family(entity.id))
                self._lookups["family"].add(hash_of_family(entity.id), number)
                only = members[0][0][1:] if [row[0] for row in rows] == [number] else None
                write_entity(self._database, number, Kept(entity, key, entity.id), only)
            else:
                new = set()
                self._database.execute("DELETE FROM entity WHERE number=?", (number,))
                self._lookups["key"].remove(hash_of_key(kind, key), number)
            for word in old - new:
                words.setdefault(word, (set(), set()))[0].add(number)
            for word in new - old:
                words.setdefault(word, (set(), set()))[1].add(number)
        self._write_words(words)
        for each in families:
            self._give_ids(each)

    def _write_words(self, words: Mapping[str, tuple[set[int], set[int]]]) -> None:
        """Words that are in names of other entities than before: by word, those it is no more in, and those it is in
        now.
        """
        for word, (less, more) in words.items():
            hashed = hash_of_word(word)
            row = self._database.execute("SELECT entities FROM word WHERE hash=?", (hashed,)).fetchone()
            holding = sorted((set(unpacked_entities(row[0])) if row else set()) - less | more)
            if holding:
                values = hashed, packed_entities(holding)
                self._database.execute("INSERT OR REPLACE INTO word VALUES (?,?)", values)
            else:
                self._database.execute("DELETE FROM word WHERE hash=?", (hashed,))

    def _give_ids(self, hashed: int) -> None:
        """Gives those of one family their ids; of several, where they have one hash."""
        found: dict[ClusterKey, tuple[int, Kept]] = {}
        for number in self._lookups["family"].find(hashed):
            each = self._read(number)
            found[each.entity.type, each.key] = number, each
        for cluster, identity in ids_of({cluster: each.wanted for cluster, (_, each) in found.items()}).items():
            number, each = found[cluster]
            if identity != each.entity.id:
                write_id(self._database, number, each, identity)

    def _touch(self, number: int) -> None:
        if number not in self._counts:
            self._profile(number)
            ((counts,),) = self._database.execute("SELECT counts FROM profile WHERE number=?", (number,))
            self._counts[number] = [*unpacked_counts(counts)]

    def _number(self, profile: Profile) -> int:
        """The number of a profile, which is touched; a new one where nobody said so yet."""
        if profile not in self._numbers:
            for number in self._lookups["known"].find(hash_of(profile)):
                if self._profile(number) == profile:
                    self._touch(number)
                    break
            else:
                number = self._next
                self._next += 1
                self._profiles[number] = profile
                self._counts[number] = []
            self._numbers[profile] = number
        return self._numbers[profile]

    def _profile(self, number: int) -> Profile:
        if number not in self._profiles:
            ((kind, value, forms),) = self._database.execute(
                "SELECT type, value, forms FROM profile WHERE number=?", (number,)
            )
            self._profiles[number] = (type_of(kind), str(value), texts(forms))
        return self._profiles[number]

    def _linked(self, what: str) -> list[tuple[int, Profile]]:
        """The profiles that are found by something, with their numbers."""
        found = ((number, self._profile(number)) for number in self._lookups["link"].find(short_hash(what)))
        return [(number, profile) for number, profile in found if what in links_of(profile)]

    def _last(self, table: str) -> int:
        ((last,),) = self._database.execute(f"SELECT max(number) FROM {table}")
        return -1 if last is None else int(last)
