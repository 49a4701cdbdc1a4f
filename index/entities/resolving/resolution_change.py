"""A kept resolution follows a change: what articles that came, went or changed touch is decided anew, in a copy of the
tables, and nothing else.  What comes of it is what resolving all articles gives.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from index.entities.model import Entity
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
    hash_of_link,
    links_of,
    number_of,
    texts,
    type_of,
    write_entity,
    write_found_by,
    write_profile,
)
from index.entities.resolving.spelling import skeleton

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
        self._names = Names(database)
        self._profiles: dict[int, Profile] = {}
        self._counts: dict[int, list[Count]] = {}
        """Of each profile that is touched, its counts as they are by now."""
        self._more: Counter[int] = Counter()
        """Of each profile that is touched, how many more articles say so."""
        self._numbers: dict[Profile, int] = {}
        self._next = 1 + self._last("profile")

    def remove(self, path: str) -> None:
        """Takes an article out; nothing happens where it is not known."""
        row = self._database.execute("SELECT number, profiles FROM article WHERE path=?", (path,)).fetchone()
        if row is None:
            return
        article = int(row[0])
        numbers = [*unpacked_rising(row[1])]
        for number in numbers:
            self._touch(number)
            self._more[number] -= 1
        for number in set(numbers):
            self._counts[number] = [count for count in self._counts[number] if count[0] != article]
        self._database.execute("DELETE FROM article WHERE number=?", (article,))

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
            again.update(self._linked(by_name(name)))
        words.update(self._names.last_words(self._names.touched_keys))
        words.update(skeleton(name.words[-1]) for name in self._names.other_keys)
        for word in words:
            again.update(self._linked(by_word(word)))
        for other in others:
            again.update(self._linked(by_form(other)))
        for number in again:
            touched |= self._put(number)
        self._make(touched)

    def _write_profiles(self) -> set[int]:
        """Writes what articles say now; gives the entities of what more or fewer of them do."""
        touched: set[int] = set()
        for number, more in self._more.items():
            profile, counts = self._profiles[number], self._counts[number]
            row = self._database.execute("SELECT articles, entity FROM profile WHERE number=?", (number,)).fetchone()
            if row is None:
                write_found_by(self._database, [write_profile(self._database, number, profile, more, counts, _NOWHERE)])
                continue
            touched.add(int(row[1]))
            if row[0] + more:
                self._database.execute(
                    "UPDATE profile SET articles=?, mentions=?, counts=? WHERE number=?",
                    (row[0] + more, sum(times for _, _, times in counts), packed_counts(counts), number),
                )
            else:
                self._database.execute("DELETE FROM profile WHERE number=?", (number,))
                self._database.execute("DELETE FROM known WHERE hash=? AND profile=?", (hash_of(profile), number))
                links = [(hash_of_link(what), number) for what in links_of(profile)]
                self._database.executemany("DELETE FROM link WHERE what=? AND profile=?", links)
                del self._profiles[number]
        return touched

    def _put(self, number: int) -> set[int]:
        """Gives a profile the entity of its key; gives the entities that it moved between."""
        profile = self._profile(number)
        cluster = profile[0], self._key(profile)
        ((before,),) = self._database.execute("SELECT entity FROM profile WHERE number=?", (number,))
        values = hash_of_key(*cluster), cluster[1], number_of(cluster[0])
        row = self._database.execute(
            "SELECT number FROM entity WHERE key_hash=? AND key=? AND type=?", values
        ).fetchone()
        if row is None:
            entity = 1 + self._last("entity")
            write_entity(self._database, entity, Entity("", "", cluster[0], (), 0), cluster[1], None)
        else:
            entity = int(row[0])
        if entity == before:
            return set()
        self._database.execute("UPDATE profile SET entity=? WHERE number=?", (entity, number))
        return {entity, int(before)} - {_NOWHERE}

    def _key(self, profile: Profile) -> str:
        kind, told, forms = profile
        if kind == "PERSON":
            names = person_names(forms)
            best = most_usual(names, {name: self._names.articles(name) for name in names})
            if best is not None:
                return self._names.key(best)
            word = lone_word(names)
            others = {self._profile(number)[1] for number in self._linked(by_word(word))} if told else ()
            return bearer(names, told, self._names.bearers(word), others)
        key = usual_forms(profile)[0]
        if kind == "ORG" and len(forms) == 1:
            stands_for: Counter[str] = Counter()
            for number in self._linked(by_other(key)):
                ((articles,),) = self._database.execute("SELECT articles FROM profile WHERE number=?", (number,))
                stands_for[usual_forms(self._profile(number))[0]] += int(articles)
            if stands_for:
                return spelled_out(stands_for)
        return key

    def _make(self, touched: Iterable[int]) -> None:
        """Makes entities anew from their profiles, with the words they are found by and the ids of all concerned."""
        words: dict[str, tuple[set[int], set[int]]] = {}
        families: set[int] = set()
        for number in sorted(touched):
            row = self._database.execute(
                "SELECT name, type, aliases, key, family, made FROM entity WHERE number=?", (number,)
            ).fetchone()
            name, kind, aliases, key, old_family, made = row
            kind = type_of(kind)
            old = words_of(Entity("", name, kind, texts(aliases), 0)) if made else set()
            members = [
                ((kind, str(value), texts(forms)), int(articles), int(mentions))
                for value, forms, articles, mentions in self._database.execute(
                    "SELECT value, forms, articles, mentions FROM profile WHERE entity=? ORDER BY number", (number,)
                )
            ]
            if made:
                families.add(int(old_family))
            if members:
                entity = made_of((kind, key), members)
                new = words_of(entity)
                families.add(hash_of_family(entity.id))
                write_entity(self._database, number, entity, key, entity.id)
            else:
                new = set()
                self._database.execute("DELETE FROM entity WHERE number=?", (number,))
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
            row = self._database.execute("SELECT entities FROM word WHERE word=?", (word,)).fetchone()
            holding = sorted((set(unpacked_rising(row[0])) if row else set()) - less | more)
            if holding:
                values = word, packed_rising(holding)
                self._database.execute("INSERT OR REPLACE INTO word VALUES (?,?)", values)
            else:
                self._database.execute("DELETE FROM word WHERE word=?", (word,))

    def _give_ids(self, hashed: int) -> None:
        """Gives those of one family their ids; of several, where they have one hash."""
        rows = self._database.execute("SELECT number, type, key, wanted, id FROM entity WHERE family=?", (hashed,))
        numbers: dict[ClusterKey, tuple[int, str]] = {}
        wanted: dict[ClusterKey, str] = {}
        for number, kind, key, wants, identity in rows:
            cluster = type_of(kind), str(key)
            numbers[cluster], wanted[cluster] = (int(number), str(identity)), str(identity if wants is None else wants)
        for cluster, identity in ids_of(wanted).items():
            number, before = numbers[cluster]
            if identity != before:
                wants = None if identity == wanted[cluster] else wanted[cluster]
                self._database.execute("UPDATE entity SET id=?, wanted=? WHERE number=?", (identity, wants, number))

    def _touch(self, number: int) -> None:
        if number not in self._counts:
            self._profile(number)
            ((counts,),) = self._database.execute("SELECT counts FROM profile WHERE number=?", (number,))
            self._counts[number] = [*unpacked_counts(counts)]

    def _number(self, profile: Profile) -> int:
        """The number of a profile, which is touched; a new one where nobody said so yet."""
        if profile not in self._numbers:
            for (number,) in self._database.execute("SELECT profile FROM known WHERE hash=?", (hash_of(profile),)):
                if self._profile(int(number)) == profile:
                    self._touch(int(number))
                    break
            else:
                number = self._next
                self._next += 1
                self._profiles[number] = profile
                self._counts[number] = []
            self._numbers[profile] = int(number)
        return self._numbers[profile]

    def _profile(self, number: int) -> Profile:
        if number not in self._profiles:
            ((kind, value, forms),) = self._database.execute(
                "SELECT type, value, forms FROM profile WHERE number=?", (number,)
            )
            self._profiles[number] = (type_of(kind), str(value), texts(forms))
        return self._profiles[number]

    def _linked(self, what: str) -> list[int]:
        rows = self._database.execute("SELECT profile FROM link WHERE what=?", (hash_of_link(what),))
        return [int(number) for (number,) in rows]

    def _last(self, table: str) -> int:
        ((last,),) = self._database.execute(f"SELECT max(number) FROM {table}")
        return -1 if last is None else int(last)
