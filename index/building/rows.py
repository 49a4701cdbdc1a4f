"""Rows of the file of articles: what is in them, and the checksums that tell whether it is still what was written."""

from __future__ import annotations

import zlib
from collections.abc import Container
from typing import NamedTuple, TypeAlias, TypeGuard

from index.building.kept import Page
from index.building.usual import Usual
from index.documents.model import SourceFile
from index.errors import DamageError

HEAD = "path, size, mtime_ns, read_ns, sha256, title, date, words, failure, article.sum"
"""What a row is but for its blobs, which carry checksums of their own, and the checksum of that."""
Head: TypeAlias = tuple[str, int, int, int, bytes, str, str | None, int, str | None, int]
"""The values of HEAD, in its order."""
_OF_HEAD = 10
"""Values of a head."""
BLOBS = "text, shape, starts"
NAMES = "recognition, names.sum"
JOINED = "article LEFT JOIN names USING (path)"
_RACY_NS = 2_000_000_000
"""A file changed less than this before it was read may change again without its time of change showing it."""
_AHEAD_NS = 1_800_000_000_000
"""A time of change that is further ahead was given by a clock that was wrong, or in another time zone: the file was not
written just now.
"""


class Listed(NamedTuple):
    """A line of the list of articles; `words` is 0 until the article was read."""

    path: str
    title: str
    date: str | None
    words: int


class Described(NamedTuple):
    """What tells one article from another without reading it: words and characters are those of its text."""

    path: str
    title: str
    date: str | None
    language: str | None
    words: int
    characters: int


class Settled(NamedTuple):
    """How many files there are of each kind in a corpus whose index is up to date."""

    files: int
    skipped: int
    articles: int
    failures: int


class Stamp(NamedTuple):
    """What tells whether a file is still the one that was read."""

    size: int
    mtime_ns: int
    read_ns: int
    sha256: str
    failure: str | None

    def fits(self, file: SourceFile) -> bool:
        """Is it certainly unchanged, without opening it?"""
        age = self.read_ns - self.mtime_ns
        return (self.size, self.mtime_ns) == (file.size, file.mtime_ns) and (age > _RACY_NS or age < -_AHEAD_NS)


def summed(*head: object) -> tuple[object, ...]:
    """The head of a row, with its checksum."""
    return *head, zlib.crc32(repr(head).encode("utf-8", "surrogatepass"))


def sound(head: tuple[object, ...]) -> TypeGuard[Head]:
    """Is the head of a row what was written?  Its values are then of the types that were."""
    return zlib.crc32(repr(head[:-1]).encode("utf-8", "surrogatepass")) == head[-1]


def page_of(row: tuple[object, ...], wanted: Container[str], usual: Usual) -> Page:
    """A row of the file, head and blobs, as a page; `usual` are the samples of the file.

    Raises DamageError where it is another than was written.
    """
    head = row[:_OF_HEAD]
    if not sound(head) or head[0] not in wanted:
        raise DamageError("the index holds an article that is another")
    text, shape, word_starts, names, checksum = row[_OF_HEAD:]
    return Page(
        head[0],
        head[5],
        head[6],
        head[4].hex(),
        text if isinstance(text, bytes) else b"",
        shape if isinstance(shape, bytes) else b"",
        word_starts if isinstance(word_starts, bytes) else b"",
        b"" if names is None else checked(head[0], names, checksum),
        usual,
    )


def names_row(path: str, names: bytes) -> tuple[str, bytes, int]:
    """A row of what an article names, with its checksum."""
    return path, names, zlib.crc32(names, zlib.crc32(path.encode("utf-8", "surrogatepass")))


def checked(path: str, names: object, checksum: object) -> bytes:
    """What an article names.  Raises DamageError where it is another than was written."""
    if not isinstance(names, bytes) or names_row(path, names)[2] != checksum:
        raise DamageError("the index holds names that are another's")
    return names
