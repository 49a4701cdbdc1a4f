"""Which full names are another person's after a change: only names that come, go or change their place in the order are
decided anew, and those that are compared with them, as far as that reaches.

A name is decided by the names before it that it is compared with (`people.py`); so names are decided in their order,
and whoever gets another key brings in those after it.  What comes of it is what deciding all of them gives.
"""

from __future__ import annotations

import heapq
import sqlite3
from collections.abc import Iterator, Mapping

from index.entities.resolving.deciding import rank
from index.entities.resolving.hashed import Lookups, short_hash
from index.entities.resolving.people import LONGEST_BLOCK, People, blocks_of
from index.entities.resolving.personal import PersonName
from index.entities.resolving.resolution_tables import name_text, text_name

_Rank = tuple[bool, bool, int, PersonName]


class Names:
    """The names of a resolution's tables while they are changed."""

    def __init__(self, database: sqlite3.Connection, lookups: Lookups) -> None:
        self._database = database
        self._lookups = lookups
        self._known: dict[PersonName, tuple[int, str]] = {}
        self._blocks: dict[str, set[PersonName]] = {}
        self._heap: list[tuple[_Rank, PersonName]] = []
        self._before: dict[PersonName, tuple[int, str]] = {}
        self.other_keys: set[PersonName] = set()
        """Names with another key than before; those that are new or gone among them."""
        self.touched_keys: set[str] = set()
        """Keys with other names, or with other articles, than before."""

    def articles(self, name: PersonName) -> int:
        """How many articles name somebody so; 0 for a name that there is not."""
        return self._get(name)[0]

    def key(self, name: PersonName) -> str:
        """The key of a name; "" where there is none."""
        return self._get(name)[1]

    def bearers(self, word: str) -> dict[str, int]:
        """The keys of those whose last name has a skeleton, with the articles of each."""
        keys = {self.key(name) for name in self._in(f"last {word}")}
        return {key: self._total(key) for key in keys}

    def last_words(self, keys: set[str]) -> Iterator[str]:
        """The skeletons of the last names of those with these keys; some more than once."""
        for key in keys:
            for name, _ in self._with_key(key):
                yield _last(name)

    def change(self, more: Mapping[PersonName, int]) -> None:
        """Names come and go: by name, so many articles more or less."""
        moved = {name: number for name, number in more.items() if number}
        for name, number in moved.items():
            articles, key = self._before[name] = self._get(name)
            self._known[name] = articles + number, key
        for name in moved:
            for block in blocks_of(name):
                if self.articles(name):
                    self._in(block).add(name)
        for name in moved:
            self._bring_in_around(name)
        for name in moved:
            for block in blocks_of(name):
                if not self.articles(name):
                    self._in(block).discard(name)
        self._decide()
        self._write()

    def _bring_in_around(self, name: PersonName) -> None:
        """Those that may be decided otherwise since a name came, went or has another place."""
        was, now = self._before[name][0], self.articles(name)
        places = [rank(name, number) for number in (was, now) if number]
        first, last = min(places), max(places)
        for block in blocks_of(name):
            others = self._in(block) - {name}
            overtaken = any(first < place < last for other in others for place in self._places(other))
            if not was or not now or overtaken:
                for other in others:
                    if (place := self._rank(other)) > first:
                        heapq.heappush(self._heap, (place, other))
        if now:
            heapq.heappush(self._heap, (self._rank(name), name))

    def _places(self, name: PersonName) -> tuple[_Rank, _Rank]:
        """Where a name stood in the order, and where it stands."""
        was = self._before[name][0] if name in self._before else self.articles(name)
        return rank(name, was), self._rank(name)

    def _decide(self) -> None:
        done: set[PersonName] = set()
        while self._heap:
            place, name = heapq.heappop(self._heap)
            if name in done or not self.articles(name):
                continue
            done.add(name)
            key = self._decided(name, place)
            articles, old = self._get(name)
            if key != old:
                self._before.setdefault(name, (articles, old))
                self._known[name] = articles, key
                for block in blocks_of(name):
                    for other in self._in(block):
                        if (later := self._rank(other)) > place:
                            heapq.heappush(self._heap, (later, other))

    def _decided(self, name: PersonName, place: _Rank) -> str:
        earlier: set[PersonName] = set()
        for block in blocks_of(name):
            others = ((self._rank(other), other) for other in self._in(block))
            first = heapq.nsmallest(LONGEST_BLOCK, (each for each in others if each[0] < place))
            earlier.update(other for _, other in first)
        people = People()
        for other in sorted(earlier, key=self._rank):
            people.enter(other, self.key(other))
        return people.add(name)

    def _write(self) -> None:
        for name in self._before:
            self._write_name(name, *self._known[name])
        for name, (articles, key) in self._before.items():
            now = self._known[name]
            if not articles or not now[0] or key != now[1]:
                self.other_keys.add(name)
            self.touched_keys |= {each for each in (key, now[1]) if each}

    def _rank(self, name: PersonName) -> _Rank:
        return rank(name, self.articles(name))

    def _write_name(self, name: PersonName, articles: int, key: str) -> None:
        """The row of a name that comes, goes or changes, and what it is found by."""
        text = name_text(name)
        row = self._row(name)
        if row is not None:
            number, _, _, before = row
            self._lookups["name key"].remove(short_hash(before), number)
        else:
            ((last,),) = self._database.execute("SELECT max(number) FROM name")
            number = 0 if last is None else int(last) + 1
        if articles:
            self._database.execute("INSERT OR REPLACE INTO name VALUES (?,?,?,?)", (number, text, articles, key))
            self._lookups["name key"].add(short_hash(key), number)
        else:
            self._database.execute("DELETE FROM name WHERE number=?", (number,))
        if bool(articles) != (row is not None):
            by_name, by_block = self._lookups["name"], self._lookups["block"]
            for lookup, hashed in (
                (by_name, short_hash(text)),
                *((by_block, short_hash(block)) for block in blocks_of(name)),
            ):
                (lookup.add if articles else lookup.remove)(hashed, number)

    def _get(self, name: PersonName) -> tuple[int, str]:
        if name not in self._known:
            row = self._row(name)
            self._known[name] = (row[2], row[3]) if row else (0, "")
        return self._known[name]

    def _row(self, name: PersonName) -> tuple[int, str, int, str] | None:
        text = name_text(name)
        return next((row for row in self._found("name", text) if row[1] == text), None)

    def _found(self, what: str, text: str) -> Iterator[tuple[int, str, int, str]]:
        """The rows of names that may have what is looked up."""
        for number in self._lookups[what].find(short_hash(text)):
            yield from self._database.execute("SELECT number, name, articles, key FROM name WHERE number=?", (number,))

    def _in(self, block: str) -> set[PersonName]:
        if block not in self._blocks:
            found = {text_name(text) for _, text, _, _ in self._found("block", block)}
            self._blocks[block] = {name for name in found if block in blocks_of(name)}
        return self._blocks[block]

    def _with_key(self, key: str) -> Iterator[tuple[PersonName, int]]:
        """The names of a key, with the articles of each."""
        for _, text, articles, other in [*self._found("name key", key)]:
            if other == key:
                yield text_name(text), articles

    def _total(self, key: str) -> int:
        return sum(articles for _, articles in self._with_key(key))


def _last(name: PersonName) -> str:
    (block,) = (block for block in blocks_of(name) if block.startswith("last "))
    return block.removeprefix("last ")
