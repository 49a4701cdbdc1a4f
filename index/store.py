"""What has been read of a corpus: each article parsed and recognised, kept in one SQLite file of the index folder.

All of it can be made again from the articles.  Values are JSON, compressed; nothing in the file is ever executed.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from index.documents.model import Block, BlockKind, BlockRole, Document, Inline, Skipped, SourceFile, Span
from index.entities import as_json
from index.errors import EngineError
from index.search.model import Article

_SCHEMA = """
CREATE TABLE IF NOT EXISTS article (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, read_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL, title TEXT NOT NULL, date TEXT, words INTEGER NOT NULL,
    document BLOB, recognition BLOB, failure TEXT)
"""
_RACY_NS = 2_000_000_000
"""A file changed less than this before it was read may change again without its time of change showing it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list of articles; `words` is 0 until the article was read."""

    path: str
    title: str
    date: str | None
    words: int


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells whether a file is still the one that was read."""

    size: int
    mtime_ns: int
    read_ns: int
    sha256: str
    failure: str | None

    def fits(self, file: SourceFile) -> bool:
        """Is it certainly unchanged, without opening it?"""
        return (self.size, self.mtime_ns) == (file.size, file.mtime_ns) and self.read_ns - self.mtime_ns > _RACY_NS


class Store:
    """The file.  Safe to use from several threads; a second process may read while one writes."""

    def __init__(self, file: Path) -> None:
        """Opens or creates it; raises EngineError where it is damaged or cannot be used."""
        self._lock = threading.RLock()
        try:
            self._database = sqlite3.connect(file, timeout=10, check_same_thread=False, isolation_level=None)
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            self._database.execute(_SCHEMA)
        except sqlite3.Error as problem:
            raise EngineError(f"the index file {file} cannot be used: {problem}") from problem

    def _rows(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        with self._lock:
            try:
                return self._database.execute(statement, values).fetchall()
            except sqlite3.Error as problem:
                raise EngineError(f"the index cannot be read or written: {problem}") from problem

    def stamps(self) -> dict[str, Stamp]:
        """What is known of every file, by path."""
        rows = self._rows("SELECT path, size, mtime_ns, read_ns, sha256, failure FROM article")
        return {str(row[0]): Stamp(*row[1:]) for row in rows}  # type: ignore[arg-type]

    def put(self, entries: Iterable[tuple[SourceFile, Article]]) -> None:
        """Keeps articles, in one transaction."""
        rows = [
            (
                file.path,
                file.size,
                file.mtime_ns,
                time.time_ns(),
                article.document.sha256,
                article.document.title,
                article.document.date,
                word_count(article.document),
                zlib.compress(_dump_document(article.document).encode(), 1),
                zlib.compress(as_json.dump(article.recognition).encode(), 1),
                None,
            )
            for file, article in entries
        ]
        self._write(rows)

    def put_failure(self, file: SourceFile, reason: str) -> None:
        """Remembers that a file cannot be read, so that it is not tried again until it changes."""
        self._write([(file.path, file.size, file.mtime_ns, time.time_ns(), "", "", None, 0, None, None, reason)])

    def _write(self, rows: Sequence[tuple[object, ...]]) -> None:
        with self._lock:
            try:
                self._database.execute("BEGIN")
                self._database.executemany(f"INSERT OR REPLACE INTO article VALUES ({','.join('?' * 11)})", rows)
                self._database.execute("COMMIT")
            except sqlite3.Error as problem:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise EngineError(f"the index cannot be written: {problem}") from problem

    def touch(self, file: SourceFile) -> None:
        """The file has another time of change but the same bytes."""
        self._rows(
            "UPDATE article SET size=?, mtime_ns=?, read_ns=? WHERE path=?",
            file.size,
            file.mtime_ns,
            time.time_ns(),
            file.path,
        )

    def remove(self, paths: Iterable[str]) -> None:
        """Forgets articles that are gone."""
        for path in paths:
            self._rows("DELETE FROM article WHERE path=?", path)

    def article(self, path: str) -> Article | None:
        """The article as it was read, or None."""
        rows = self._rows("SELECT document, recognition FROM article WHERE path=? AND failure IS NULL", path)
        if not rows:
            return None
        document, recognition = rows[0]
        return Article(_load_document(_inflated(document)), as_json.load(_inflated(recognition)))

    def recognitions(self) -> Iterator[tuple[str, str]]:
        """Path and recognition (as JSON) of every article, by path."""
        for path, blob in self._rows("SELECT path, recognition FROM article WHERE failure IS NULL ORDER BY path"):
            yield str(path), _inflated(blob)

    def listing(self) -> dict[str, Listed]:
        """Title, date and length of every article, by path."""
        rows = self._rows("SELECT path, title, date, words FROM article WHERE failure IS NULL")
        return {str(row[0]): Listed(*row) for row in rows}  # type: ignore[arg-type]

    def failures(self) -> tuple[Skipped, ...]:
        """The files that could not be read, with reasons."""
        rows = self._rows("SELECT path, failure FROM article WHERE failure IS NOT NULL ORDER BY path")
        return tuple(Skipped(str(path), str(reason)) for path, reason in rows)

    def count(self) -> int:
        """How many articles are kept."""
        ((number,),) = self._rows("SELECT count(*) FROM article WHERE failure IS NULL")
        return int(str(number))

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self._database.close()


def word_count(document: Document) -> int:
    """Words, as white space parts them."""
    return len(document.text.split())


def _inflated(blob: object) -> str:
    if not isinstance(blob, bytes):
        raise EngineError("the index holds an article without its text")
    try:
        return zlib.decompress(blob).decode()
    except (zlib.error, UnicodeDecodeError) as problem:
        raise EngineError(f"the index is damaged: {problem}") from problem


def _dump_document(document: Document) -> str:
    """Blocks and inlines as arrays in the order of their fields: a third of the size of objects."""
    values = {field.name: getattr(document, field.name) for field in fields(Document)}
    values["blocks"] = [astuple(block) for block in document.blocks]
    values["inlines"] = [astuple(inline) for inline in document.inlines]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _load_document(text: str) -> Document:
    try:
        values = json.loads(text)
        values["blocks"] = tuple(_load_block(*block) for block in values["blocks"])
        values["inlines"] = tuple(Inline(*inline) for inline in values["inlines"])
        return Document(**values)
    except (ValueError, TypeError, KeyError) as problem:
        raise EngineError(f"the index is damaged: {problem}") from problem


def _load_block(
    kind: BlockKind,
    start: int,
    end: int,
    level: int,
    role: BlockRole,
    rows: list[list[list[int]]],
    header: bool,
    marker: str,
) -> Block:
    cells = tuple(tuple(Span(*cell) for cell in row) for row in rows)
    return Block(kind, start, end, level, role, cells, header, marker)
