"""What texts and names of a corpus often hold: a sample of each, kept once, by which all others are compressed.

Short articles have little in themselves that comes again; of newswire a quarter of their room is saved.  A sample is
never changed, since what was compressed by it cannot be read by another.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import NamedTuple

from index.compressing import decompressed
from index.errors import DamageError

SCHEMA = "CREATE TABLE IF NOT EXISTS usual (what TEXT PRIMARY KEY, sample BLOB NOT NULL, sum INTEGER NOT NULL)"
SAMPLED = {
    "text": ("text FROM article WHERE failure IS NULL", 2_000, 32_000),
    "names": ("recognition FROM names", 500, 8_000),
}
"""Of what there are samples: a column of which rows they are taken from, at most how many bytes of each, and of all."""
LOOKED_AT = 200
"""Rows that a sample is taken from, at most."""
_LEAST = 4
"""A smaller part of the room for a sample is none: others are better made later."""


class Usual(NamedTuple):
    """Samples of texts and of names as they are written, empty where there are none yet."""

    text: bytes = b""
    names: bytes = b""


def sample(what: str, each: Iterable[bytes]) -> bytes:
    """A sample of some texts or names, in UTF-8; empty where they are too few."""
    _, most_of_one, most = SAMPLED[what]
    data = b"".join(one[:most_of_one] for one in each)[:most]
    return data if len(data) * _LEAST >= most else b""


def summed(what: str, data: bytes) -> tuple[str, bytes, int]:
    """The row of a sample, with its checksum."""
    return what, data, zlib.crc32(data, zlib.crc32(what.encode()))


class Samples:
    """Those of the file of articles."""

    def __init__(self, rows: Callable[..., list[tuple[object, ...]]], damage: Callable[[object], DamageError]) -> None:
        """`rows` answers a statement, `damage` notes that the file is damaged."""
        self._rows = rows
        self._damage = damage
        self._usual = Usual()

    def usual(self) -> Usual:
        """As far as there are any.  Raises DamageError where one is another than was written."""
        if not all(self._usual):
            for what, data, checksum in self._rows("SELECT what, sample, sum FROM usual"):
                if not isinstance(data, bytes) or summed(str(what), data)[2] != checksum:
                    raise self._damage("the check sum of a sample is another")
                self._usual = self._usual._replace(**{str(what): data})
        return self._usual

    def take(self, what: str) -> Usual:
        """As `usual`, with a sample of `what` (text, names) from the first articles where there was none."""
        if not self.usual()._asdict()[what]:
            told: list[bytes] = []
            for (blob,) in self._rows(f"SELECT {SAMPLED[what][0]} LIMIT {LOOKED_AT}"):
                with suppress(zlib.error):  # it is read again in its turn
                    told.append(decompressed(blob if isinstance(blob, bytes) else b""))
            if data := sample(what, told):
                self._rows("INSERT OR IGNORE INTO usual VALUES (?,?,?)", *summed(what, data))
        return self.usual()
