"""What the rows of a kept resolution are looked up by: numbers under short hashes, in arrays and not in trees, which
would take three times the room.

Others may share a hash, so whoever looks something up compares it with the rows that are found.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable

from index.digests import blake2b
from index.entities.resolving.packing import packed, unpacked
from index.errors import DamageError

_BYTES = 3
"""Of a hash: of a hundred thousand rows one in 170 shares that of another."""


def short_hash(text: str) -> int:
    """24 bits that stand for a text."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()
    return int.from_bytes(digest, "big")


class Hashed:
    """Numbers by hash, each any number of times."""

    def __init__(self, data: bytes = b"") -> None:
        """`data` is what `data` gave.  Raises DamageError for anything else."""
        size = int.from_bytes(data[:4], "little")
        self._numbers = unpacked(data[4 + _BYTES * size :])
        if len(self._numbers) != size:
            raise DamageError("the entities of the corpus are damaged")
        self._hashes = array("I")
        planes = bytearray(4 * size)
        at = 4
        for place in range(_BYTES):
            planes[_place(place) :: 4] = data[at : at + size]
            at += size
        self._hashes.frombytes(planes)

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> Hashed:
        """Hashes with their numbers."""
        ordered = sorted(pairs)
        made = cls()
        made._hashes = array("I", [hashed for hashed, _ in ordered])
        made._numbers = array("I", [number for _, number in ordered])
        return made

    def data(self) -> bytes:
        """All of it as bytes: how many, the hashes, each kind of byte of all together, and the numbers."""
        planes = self._hashes.tobytes()
        hashes = b"".join(planes[_place(place) :: 4] for place in range(_BYTES))
        return len(self._hashes).to_bytes(4, "little") + hashes + packed(self._numbers.tolist())

    def find(self, hashed: int) -> list[int]:
        """The numbers under a hash, in order."""
        at = bisect_left(self._hashes, hashed)
        found = []
        while at < len(self._hashes) and self._hashes[at] == hashed:
            found.append(self._numbers[at])
            at += 1
        return found

    def add(self, hashed: int, number: int) -> None:
        """Puts a number under a hash; once more where it is there."""
        at = self._at(hashed, number)
        self._hashes.insert(at, hashed)
        self._numbers.insert(at, number)

    def remove(self, hashed: int, number: int) -> None:
        """Takes a number from under a hash, once; nothing happens where it is not there."""
        at = self._at(hashed, number)
        if at < len(self._hashes) and (self._hashes[at], self._numbers[at]) == (hashed, number):
            del self._hashes[at], self._numbers[at]

    def _at(self, hashed: int, number: int) -> int:
        """Where a number is under a hash, or would be."""
        at = bisect_left(self._hashes, hashed)
        while at < len(self._hashes) and self._hashes[at] == hashed and self._numbers[at] < number:
            at += 1
        return at


class Lookups:
    """What a database holds of these, each read when it is first asked for."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._read: dict[str, Hashed] = {}

    def __getitem__(self, what: str) -> Hashed:
        if what not in self._read:
            ((data,),) = self._database.execute("SELECT data FROM lookup WHERE what=?", (what,))
            self._read[what] = Hashed(data)
        return self._read[what]

    def write(self) -> None:
        """Puts those that were asked for back, as they are by now."""
        rows = [(what, each.data()) for what, each in self._read.items()]
        self._database.executemany("INSERT OR REPLACE INTO lookup VALUES (?,?)", rows)


def _place(place: int) -> int:
    """Where the byte of a place, the lowest first, lies in a number of an array."""
    return place if sys.byteorder == "little" else 3 - place
