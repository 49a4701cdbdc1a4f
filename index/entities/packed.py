"""The names tables as they are read: one file, of which only what is asked for is taken apart.

A hundred thousand names in a dictionary take longer to load than all else that finding names needs, and an article asks
for some hundreds.  So the names stand in rows by a checksum; a look-up searches one short row.  `tools/pack_tables.py`
writes the file from the tables that people read.

A row is empty, or "\\t" and, for each entry, name "=" value (hexadecimal) "\\t".  Sections follow each other, each
row being a line.
"""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from zlib import crc32

PACKED = Path(__file__).with_name("tables") / "packed.tsv"
SECTIONS_PACKED = (("names", 1 << 13), ("firsts", 1 << 11), ("words", 1 << 11), ("owners", 1))
"""The sections of the file and how many rows each has, powers of two."""
MOST_KEPT = 1 << 15
"""Look-ups that are kept; then all are forgotten."""


def row_of(name: bytes, count: int) -> int:
    """In which of so many rows a name stands."""
    return crc32(name) & (count - 1)


class Packed(dict[str, int]):
    """The values of one section by name, 0 for a name that it lacks: to be asked by subscript."""

    def __init__(self, rows: list[bytes]) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, name: str) -> int:
        if len(self) >= MOST_KEPT:
            self.clear()
        key = name.encode("utf-8", "replace")
        row = self._rows[crc32(key) & (len(self._rows) - 1)]
        at = row.find(b"\t%s=" % key)
        value = 0
        if at >= 0 and "\t" not in name:
            at += len(key) + 2
            value = int(row[at : row.index(b"\t", at)], 16)
        self[name] = value
        return value

    def all(self) -> list[str]:
        """All names, for a small section."""
        return [entry.partition(b"=")[0].decode() for row in self._rows for entry in row.split(b"\t")[1:-1]]


def packed() -> dict[str, Packed]:
    """The sections of the file."""
    rows = PACKED.read_bytes().split(b"\n")
    counts = [count for _, count in SECTIONS_PACKED]
    ends = accumulate(counts)
    return {name: Packed(rows[end - count : end]) for (name, count), end in zip(SECTIONS_PACKED, ends, strict=True)}
