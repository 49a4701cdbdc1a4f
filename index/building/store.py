"""What has been read of a corpus: each article parsed and recognised, kept in one SQLite file of the index folder.

All of it can be made again from the articles.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from index.building import kept, usual
from index.building.kept import Packed, Page
from index.building.recent import RecentPages
from index.building.rows import (
    BLOBS,
    HEAD,
    JOINED,
    NAMES,
    Head,
    Listed,
    Settled,
    Stamp,
    checked,
    names_row,
    page_of,
    sound,
    summed,
)
from index.building.store_file import StoreFile
from index.building.usual import Samples
from index.documents.model import Skipped, SourceFile
from index.entities import as_json
from index.errors import Cancelled, DamageError, EngineError
from index.search.model import Article

if TYPE_CHECKING:
    from index.entities.resolving.profile import Named

_SCHEMA = """
CREATE TABLE IF NOT EXISTS article (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, read_ns INTEGER NOT NULL,
    sha256 BLOB NOT NULL, title TEXT NOT NULL, date TEXT, words INTEGER NOT NULL,
    text BLOB, shape BLOB, starts BLOB, failure TEXT, sum INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS failed ON article (path) WHERE failure IS NOT NULL;
CREATE TABLE IF NOT EXISTS names (path TEXT PRIMARY KEY, recognition BLOB NOT NULL, sum INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS unnamed (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS partly (path TEXT NOT NULL, part TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (path, part)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mark (one INTEGER PRIMARY KEY CHECK (one = 1), mark TEXT NOT NULL);
"""
_SETTLED = """
CREATE TABLE IF NOT EXISTS all_settled (
    one INTEGER PRIMARY KEY CHECK (one = 1), mark TEXT NOT NULL, look TEXT NOT NULL, files INTEGER NOT NULL,
    skipped INTEGER NOT NULL, articles INTEGER NOT NULL, failures INTEGER NOT NULL)
"""
_MARK = "INSERT OR REPLACE INTO mark VALUES (1, lower(hex(randomblob(8))))"
_SOME = 1000
"""Articles whose dates are read at once, and of which all are read where more are asked for."""
_AT_ONCE = 64
"""Articles asked for in one statement."""


class _Dates:
    """The dates of articles, as far as they are read: those of paths up to `end`, or all."""

    def __init__(self, state: object) -> None:
        self.state = state
        self.found: dict[str, str | None] = {}
        self.end = ""
        self.whole = False


class Store:
    """The file.  Safe to use from several threads; a second process may read while one writes.

    A row that is not as it was written counts as not there, so that its article is read again.
    """

    def __init__(self, file: Path) -> None:
        """Opens or creates it; raises DamageError where it is damaged, EngineError where it cannot be used."""
        self._tables = StoreFile(file, f"{_SCHEMA};{_SETTLED};{usual.SCHEMA}", "SELECT 1 FROM mark, article LIMIT 1")
        self._rows = self._tables.rows
        self.file = file
        self.lost = False
        """Was an article found damaged, and not read again since?"""
        self._dates = _Dates(None)
        self.samples = Samples(self._rows, self._tables.damaged)
        self.samples.usual()
        self.pages = RecentPages(self._read_pages, self._tables.changes)
        """The articles as they were read, by path, each unpacked no further than is asked for; one that is not there,
        or is damaged, is left out.
        """

    @property
    def read_only(self) -> bool:
        """Can nothing be written, for now?"""
        return self._tables.read_only

    def _heads(self, condition: str, *values: object) -> list[Head]:
        """Heads of rows, sound ones only."""
        rows = self._rows(f"SELECT {HEAD} FROM article WHERE {condition}", *values)
        whole = [row for row in rows if sound(row)]
        if len(whole) < len(rows):
            self.lost = True
            with suppress(EngineError):
                self._rows("DELETE FROM all_settled")
        return whole

    def stamps(self, among: Collection[str] | None = None) -> dict[str, Stamp]:
        """What is known of every file, or of those of `among`, by path."""
        if among is None or len(among) > _SOME:
            rows = self._heads("true")
        else:
            rows = [row for path in among for row in self._heads("path=?", path)]
        return {row[0]: Stamp(*row[1:4], row[4].hex(), row[8]) for row in rows if among is None or row[0] in among}

    def settle(self, look: str, files: int, skipped: int) -> None:
        """Remembers that all is up to date with the files for which `look` stands; so many are articles, or not."""
        values = self.mark(), look, files, skipped, self.count(), self.failed_count()
        self._rows("INSERT OR REPLACE INTO all_settled VALUES (1, ?, ?, ?, ?, ?, ?)", *values)

    def gather(self) -> None:
        """Gives back the room on the disk that writing took."""
        self._tables.gather()

    def settled(self, look: str) -> Settled | None:
        """What there is, where all is up to date with the files for which `look` stands; else None."""
        statement = "SELECT files, skipped, articles, failures FROM all_settled WHERE mark=? AND look=?"
        for row in self._rows(statement, self.mark(), look):
            return Settled(*(int(str(number)) for number in row))
        return None

    def put(self, entries: Iterable[tuple[SourceFile, Packed]]) -> None:
        """Keeps articles, in one transaction."""
        rows, names, unnamed, partly = [], [], [], []
        for file, each in entries:
            stamp = file.path, file.size, file.mtime_ns, time.time_ns()
            head = summed(*stamp, bytes.fromhex(each.sha256), each.title, each.date, each.words, None)
            rows.append((*head, each.text, each.structure, each.starts))
            partly += [(file.path, *of) for of in (("text", each.unread), ("names", each.lacking)) if of[1]]
            if each.names is None:
                unnamed.append((file.path,))
            else:
                names.append(names_row(file.path, each.names))
        self._write(rows, names, unnamed, partly)

    def put_failure(self, file: SourceFile, reason: str) -> None:
        """Remembers that a file cannot be read, so that it is not tried again until it changes."""
        head = summed(file.path, file.size, file.mtime_ns, time.time_ns(), b"", "", None, 0, reason)
        self._write([(*head, None, None, None)], [], [], [])

    def put_names(self, names: Iterable[tuple[str, bytes, str]]) -> None:
        """Keeps what articles name, by path, and what of that is not known, in one transaction."""
        rows, partly = [], []
        for path, found, lacking in names:
            rows.append(names_row(path, found))
            if lacking:
                partly.append((path, "names", lacking))
        self._write([], rows, [], partly)

    def partly(self) -> tuple[Skipped, ...]:
        """The articles of which something is left out, each with what."""
        rows = self._rows("SELECT path, reason FROM partly ORDER BY path, part DESC")
        return tuple(Skipped(str(path), str(reason)) for path, reason in rows)

    def unnamed(self) -> list[str]:
        """The articles whose names are not found yet."""
        return [str(path) for (path,) in self._rows("SELECT path FROM unnamed ORDER BY path")]

    def knows_names(self, path: str) -> bool:
        """Whether the names of an article are found."""
        return bool(self._rows("SELECT 1 FROM names WHERE path=?", path))

    def unnamed_count(self) -> int:
        """How many these are."""
        ((number,),) = self._rows("SELECT count(*) FROM unnamed")
        return int(str(number))

    def _write(
        self,
        rows: Sequence[tuple[object, ...]],
        names: Sequence[tuple[str, bytes, int]],
        unnamed: Sequence[tuple[str]],
        partly: Sequence[tuple[str, str, str]],
    ) -> None:
        article = f"INSERT OR REPLACE INTO article ({HEAD}, {BLOBS}) VALUES ({','.join('?' * 13)})"
        paths, named = [row[:1] for row in rows], [row[:1] for row in names]
        self._tables.write(
            (
                (article.replace("article.sum", "sum"), rows),
                *((f"DELETE FROM {table} WHERE path=?", paths) for table in ("names", "unnamed", "partly")),
                ("INSERT OR REPLACE INTO unnamed VALUES (?)", unnamed),
                ("INSERT OR REPLACE INTO names VALUES (?, ?, ?)", names),
                ("DELETE FROM unnamed WHERE path=?", named),
                ("INSERT OR REPLACE INTO partly VALUES (?, ?, ?)", partly),
                (_MARK, [()]),
            )
        )

    def touch(self, file: SourceFile) -> None:
        """The file has another time of change but the same bytes."""
        for row in self._heads("path=?", file.path):
            size, mtime_ns, read_ns = file.size, file.mtime_ns, time.time_ns()
            *_, checksum = summed(row[0], size, mtime_ns, read_ns, *row[4:9])
            self._rows(
                "UPDATE article SET size=?, mtime_ns=?, read_ns=?, sum=? WHERE path=?",
                size,
                mtime_ns,
                read_ns,
                checksum,
                file.path,
            )

    def remove(self, paths: Iterable[str]) -> None:
        """Forgets articles that are gone."""
        for path in paths:
            for table in ("article", "names", "unnamed", "partly"):
                self._rows(f"DELETE FROM {table} WHERE path=?", path)
        self._rows(_MARK)

    def mark(self) -> str:
        """Letters and digits that become others whenever any article does."""
        rows = self._rows("SELECT mark FROM mark")
        return str(rows[0][0]) if rows else "0"

    def article(self, path: str) -> Article | None:
        """The article as it was read, or None; None, too, where what is kept of it is damaged."""
        for page in self.pages([path]).values():
            try:
                if page.named:
                    return Article(page.document, page.recognition)
                return page.article
            except DamageError:
                self._forget(path)
        return None

    def each(self, paths: Sequence[str]) -> Iterator[tuple[str, Page]]:
        """The articles of paths, as `pages`, for who looks at very many once: nothing is kept in memory."""
        for first in range(0, len(paths), _AT_ONCE):
            yield from self._read_pages(paths[first : first + _AT_ONCE]).items()

    def _read_pages(self, paths: Sequence[str]) -> dict[str, Page]:
        found: dict[str, Page] = {}
        for first in range(0, len(paths), _AT_ONCE):
            wanted = paths[first : first + _AT_ONCE]
            select = f"SELECT {HEAD}, {BLOBS}, {NAMES} FROM {JOINED} WHERE failure IS NULL AND path"
            try:
                rows = self._rows(f"{select} IN ({','.join('?' * len(wanted))})", *wanted)
            except DamageError:  # somewhere; most of these will still be there
                rows = [row for path in wanted for row in self._rows_or_none(f"{select}=?", path)]
            asked, by = frozenset(wanted), self.samples.usual()
            for row in rows:
                try:
                    page = page_of(row, asked, by)
                    found[page.path] = page
                except DamageError:
                    self._forget(str(row[0]))
        return found

    def _rows_or_none(self, statement: str, path: str) -> list[tuple[object, ...]]:
        try:
            return self._rows(statement, path)
        except DamageError:
            self._forget(path)
            return []

    def _forget(self, path: str) -> None:
        """Lets an article that is damaged be read again when the index is brought up to date."""
        self.lost = True
        with suppress(EngineError):
            self.remove([path])

    def traces(self) -> dict[str, int]:
        """Of every article whose names were found, by path, what becomes another whenever it is read again."""
        stamps = self._heads("failure IS NULL AND path NOT IN unnamed")
        return {str(path): int(str(read_ns)) for path, _, _, read_ns, *_ in stamps}

    def named(self, among: Iterable[str] | None = None) -> Iterator[tuple[str, Named | None]]:
        """Path and what is named (None where that is damaged) of every article whose names were found, or of those of
        `among`.
        """
        select = f"SELECT {HEAD}, text, {NAMES} FROM {JOINED} WHERE failure IS NULL AND path NOT IN unnamed"
        try:
            if among is None:
                rows = self._rows(f"{select} ORDER BY path")
            else:
                rows = [row for path in among for row in self._rows(f"{select} AND path=?", path)]
        except DamageError:  # somewhere; most articles will still be there
            rows = []
            for path in sorted(self.stamps()):
                try:
                    rows += self._rows(f"{select} AND path=?", path)
                except DamageError:
                    self.lost = True
                    yield path, None
        by = self.samples.usual()
        for row in rows:
            head, (text, blob, checksum) = row[:-3], row[-3:]
            if sound(head):
                path = head[0]
                try:
                    found = kept.inflated(checked(path, blob, checksum), by.names)
                    yield path, as_json.load_named(found, kept.inflated(text, by.text))
                except (DamageError, ValueError):
                    self._forget(path)
                    yield path, None
            else:
                self.lost = True
                yield str(row[0]), None

    def listing(self) -> dict[str, Listed]:
        """Title, date and length of every article, by path."""
        rows = self._heads("failure IS NULL")
        return {row[0]: Listed(row[0], *row[5:8]) for row in rows}

    def dates(self, cancelled: Callable[[], bool] | None = None) -> Mapping[str, str | None]:
        """The date of every article, by path; kept until something changes.

        Others read in between.  Raises Cancelled; what was read until then need not be read again.
        """
        state = self._tables.changes()
        known = self._dates
        if known.state != state:
            known = self._dates = _Dates(state)
        while not known.whole:
            if cancelled is not None and cancelled():
                raise Cancelled("the reading of dates was stopped")
            where = "failure IS NULL AND path > ?"
            last = self._rows(
                f"SELECT path FROM article WHERE {where} ORDER BY path LIMIT 1 OFFSET ?", known.end, _SOME
            )
            if last:
                heads = self._heads(f"{where} AND path <= ?", known.end, last[0][0])
            else:
                heads = self._heads(where, known.end)
            known.found.update((head[0], head[6]) for head in heads)
            known.end, known.whole = (str(last[0][0]), False) if last else ("", True)
        return known.found

    def failures(self) -> tuple[Skipped, ...]:
        """The files that could not be read, with reasons."""
        return tuple(Skipped(row[0], str(row[8]), True) for row in self._heads("failure IS NOT NULL ORDER BY path"))

    def count(self) -> int:
        """How many articles are kept."""
        ((number,),) = self._rows("SELECT count(*) FROM article")
        return int(str(number)) - self.failed_count()

    def failed_count(self) -> int:
        """How many files could not be read."""
        ((number,),) = self._rows("SELECT count(*) FROM article WHERE failure IS NOT NULL")
        return int(str(number))

    def replaced(self) -> bool:
        """Has another process put a new file in its place?"""
        return self._tables.replaced()

    def close(self) -> None:
        """Closes the file."""
        self._tables.close()
