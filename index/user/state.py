"""What the user made: reading positions, marks, notes, saved searches and the last session, in one SQLite file.

Never deleted by the program.  Every change is one transaction, synced to the disk before it is reported done; an
upgrade of the schema copies the file first.  A document is named by its corpus (the folder's real path) and its path.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from index.digests import blake2b
from index.errors import StateError
from index.user import kinds
from index.user.corpus_keys import key_of
from index.user.database import opened
from index.user.kinds import usable
from index.user.quotation import Quotation, quotation

FILE_NAME = "state.sqlite"
_POSITION = "document, offset, furthest, length, read_at, blanks, folded"

_POSITION_KINDS = (kinds.line, kinds.number, kinds.number, kinds.number, kinds.moment, kinds.number, kinds.places)

_NOTE = "id, document, start, end, text, made_at, quotation, ending, digest"
_MARK = "document, name, offset, context, blanks"
_MARK_KINDS = (kinds.line, kinds.line, kinds.number, kinds.text, kinds.number)
_NOTE_KINDS = (kinds.number, kinds.line, kinds.number, kinds.number, kinds.lines, kinds.moment, *[kinds.text] * 3)

LONGEST_SEARCH = 10_000
"""Characters of a search that is kept; the query language takes no more."""

DOCUMENT = "document"
"""The name in a session of the document that was open."""

_LATER = "max(?, 0.001 + ifnull((SELECT max({0}) FROM {1} WHERE corpus=? AND {0} BETWEEN 0 AND 9e10), 0))"
_READ_LATER, _USED_LATER = _LATER.format("read_at", "position"), _LATER.format("used_at", "search")
"""A moment by which rows are ordered: now, and after all others where the clock was put back meanwhile."""

_SHORT = 8
"""Bytes that stand for a document's path among those that a search found."""


class Position(NamedTuple):
    """Where the reading of a document stopped, and the furthest it came, in characters of a text of `length`.

    `blanks` is how many blank rows stood above the character at `offset`, `folded` where what is folded begins.
    """

    document: str
    offset: int
    furthest: int
    length: int
    read_at: float
    blanks: int = 0
    folded: tuple[int, ...] = ()


class Mark(NamedTuple):
    """A named place: a lower-case letter names a place in its document, an upper-case one a place in the corpus.

    `blanks` is how many blank rows stood above the character at `offset`.
    """

    document: str
    name: str
    offset: int
    context: str
    blanks: int = 0


class Note(NamedTuple):
    """A person's words on a passage; `quotation` is the passage as it was, so that the note can be found again."""

    id: int
    document: str
    start: int
    end: int
    quotation: Quotation
    text: str
    made_at: float


class State:
    """The state of one corpus in the user's file.  Safe to use from several threads and by several windows."""

    def __init__(self, file: Path, corpus: str) -> None:
        """Opens, creates or upgrades `file`, or reads it at least; raises StateError where neither can be done."""
        self._corpus = key_of(corpus)
        self._lock = threading.RLock()
        self._file = file
        self._database, self._lacking = opened(file)
        self._taken_away: list[Mark | Note] = []

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be kept: the file was opened where it cannot be written."""
        return self._lacking is not None

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                with closing(self._database.execute(statement, values)) as rows:
                    return rows.fetchall()
            except sqlite3.Error as problem:
                if getattr(problem, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY:
                    self._lacking = self._lacking or str(problem)
                raise StateError(f"cannot use {self._file}: {self._lacking or problem}") from problem

    @contextmanager
    def _together(self) -> Iterator[None]:
        """What is changed inside is changed whole, or not at all."""
        with self._lock:
            self._rows("BEGIN IMMEDIATE")
            try:
                yield
                self._rows("COMMIT")
            except StateError:
                self._database.rollback()
                raise

    # -- positions

    def position(self, document: str) -> Position | None:
        """Where the reading of `document` stopped."""
        statement = f"SELECT {_POSITION} FROM position WHERE corpus=? AND document=?"
        rows = self._rows(statement, self._corpus, document)
        return next(map(Position._make, usable(rows, _POSITION_KINDS)), None)

    def positions(self) -> dict[str, Position]:
        """Every document of the corpus that was ever opened."""
        rows = self._rows(f"SELECT {_POSITION} FROM position WHERE corpus=?", self._corpus)
        return {row[0]: Position(*row) for row in usable(rows, _POSITION_KINDS)}

    def keep_position(
        self, document: str, offset: int, furthest: int, length: int, *, blanks: int = 0, folded: Iterable[int] = ()
    ) -> None:
        """Remembers the place; the furthest only ever grows while the text has the same length."""
        self._rows(
            f"""INSERT INTO position (corpus, {_POSITION}) VALUES (?, ?, ?, ?, ?, {_READ_LATER}, ?, ?)
               ON CONFLICT DO UPDATE SET offset=excluded.offset,
               furthest=CASE WHEN length=excluded.length THEN max(furthest, excluded.furthest)
                             ELSE excluded.furthest END,
               length=excluded.length, read_at=excluded.read_at, blanks=excluded.blanks, folded=excluded.folded""",
            self._corpus,
            document,
            offset,
            furthest,
            length,
            time.time(),
            self._corpus,
            blanks,
            " ".join(map(str, folded)),
        )

    # -- marks

    def set_mark(self, name: str, document: str, offset: int, context: str, *, blanks: int = 0) -> None:
        """Sets a mark; an upper-case name is taken away from wherever it stood in the corpus."""
        with self._together():
            if name.isupper():
                self._rows("DELETE FROM mark WHERE corpus=? AND name=?", self._corpus, name)
            self._rows(
                """INSERT OR REPLACE INTO mark (corpus, document, name, offset, context, blanks)
                   VALUES (?, ?, ?, ?, ?, ?)""",
                self._corpus,
                document,
                name,
                offset,
                context,
                blanks,
            )

    def mark(self, name: str, document: str) -> Mark | None:
        """The mark of that name: of `document` for a lower-case name, of the corpus for an upper-case one."""
        for mark in self.marks():
            if mark.name == name and (name.isupper() or mark.document == document):
                return mark
        return None

    def marks(self) -> tuple[Mark, ...]:
        """All marks of the corpus, by document and place."""
        rows = self._rows(
            f"SELECT {_MARK} FROM mark WHERE corpus=? ORDER BY document, offset",
            self._corpus,
        )
        return tuple(map(Mark._make, usable(rows, _MARK_KINDS)))

    def remove_mark(self, name: str, document: str) -> None:
        """Takes a mark away."""
        gone = self._rows(
            f"DELETE FROM mark WHERE corpus=? AND document=? AND name=? RETURNING {_MARK}",
            self._corpus,
            document,
            name,
        )
        self._taken_away += map(Mark._make, usable(gone, _MARK_KINDS))

    # -- notes

    def add_note(self, document: str, start: int, end: int, words: str, text: str) -> Note:
        """Adds a note on the characters `start` to `end`, which are these words."""
        return self._added(Note(0, document, start, end, quotation(words), text, time.time()))

    def _added(self, note: Note) -> Note:
        """The note with the number it was given."""
        (row,) = self._rows(
            f"INSERT INTO note ({_NOTE}, corpus) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            *(note.document, note.start, note.end, note.text, note.made_at, *note.quotation),
            self._corpus,
        )
        return note._replace(id=row[0])

    def notes(self, document: str | None = None) -> tuple[Note, ...]:
        """The notes on one document, or on the whole corpus, in order of place."""
        rows = self._rows(
            f"""SELECT {_NOTE} FROM note
                WHERE corpus=? AND document=coalesce(?, document) ORDER BY document, start, id""",
            self._corpus,
            document,
        )
        return tuple(_notes(rows))

    def change_note(self, number: int, text: str) -> None:
        """Gives a note another text."""
        self._rows("UPDATE note SET text=? WHERE corpus=? AND id=?", text, self._corpus, number)

    def remove_note(self, number: int) -> None:
        """Takes a note away, because its maker asked for it."""
        gone = self._rows(f"DELETE FROM note WHERE corpus=? AND id=? RETURNING {_NOTE}", self._corpus, number)
        self._taken_away += _notes(gone)

    @property
    def can_bring_back(self) -> bool:
        """Whether a mark or note was taken away since the state was opened that is not back yet."""
        return bool(self._taken_away)

    def bring_back(self) -> Mark | Note | None:
        """Undoes the last removal of a mark or note since the state was opened; None where there is none left.

        A mark that was set since under the same name is taken away for it, and can be brought back in turn.
        """
        if not self._taken_away:
            return None
        last = self._taken_away[-1]
        newer: list[Mark | Note] = []
        if isinstance(last, Mark):
            set_since = self.mark(last.name, last.document)
            newer = [] if set_since in (None, last) else [set_since]
            self.set_mark(last.name, last.document, last.offset, last.context, blanks=last.blanks)
        else:
            last = self._added(last)
        self._taken_away[-1:] = newer
        return last

    # -- searches

    def used_search(self, query: str) -> None:
        """Remembers a search that was run, for the history.  Raises StateError where it is longer than any can be."""
        _be_short(query)
        self._rows(
            f"""INSERT INTO search (corpus, query, saved, used_at) VALUES (?, ?, 0, {_USED_LATER})
               ON CONFLICT DO UPDATE SET used_at=excluded.used_at""",
            self._corpus,
            query,
            time.time(),
            self._corpus,
        )

    def searches(self, *, saved: bool = False) -> tuple[str, ...]:
        """The searches made, or only the saved ones, latest first."""
        rows = self._rows(
            "SELECT query FROM search WHERE corpus=? AND saved>=? ORDER BY used_at DESC, query",
            self._corpus,
            int(saved),
        )
        return tuple(query for (query,) in usable(rows, (kinds.line,)))

    def save_search(self, query: str, *, saved: bool = True) -> None:
        """Keeps a search, or lets it go back into the history.  Raises StateError as `used_search` does."""
        if saved:
            _be_short(query)
        self._rows(
            f"""INSERT INTO search (corpus, query, saved, used_at) VALUES (?, ?, ?, {_USED_LATER})
               ON CONFLICT DO UPDATE SET saved=excluded.saved""",
            self._corpus,
            query,
            int(saved),
            time.time(),
            self._corpus,
        )

    def looked_at(self, query: str, documents: Iterable[str]) -> None:
        """Remembers which documents answer a search of the list, so that others can be told as new later."""
        found = b"".join(sorted(map(_short, documents)))
        self._rows("UPDATE search SET found=? WHERE corpus=? AND query=?", found, self._corpus, query)

    def new_in(self, query: str, documents: Iterable[str]) -> frozenset[str]:
        """Those of the documents that did not answer a search when it was last looked at; none where it never was."""
        rows = self._rows("SELECT found FROM search WHERE corpus=? AND query=?", self._corpus, query)
        found = rows[0][0] if rows else None
        if not isinstance(found, bytes):
            return frozenset()
        known = {found[at : at + _SHORT] for at in range(0, len(found), _SHORT)}
        return frozenset(document for document in documents if _short(document) not in known)

    # -- a document under another path

    def documents(self) -> frozenset[str]:
        """Every document of which something is kept: a place, a mark or a note."""
        tables = " UNION ".join(
            f"SELECT document FROM {table} WHERE corpus=?" for table in ("position", "mark", "note")
        )
        return frozenset(path for (path,) in usable(self._rows(tables, *[self._corpus] * 3), (kinds.text,)))

    def rename(self, before: str, now: str) -> None:
        """What was made of a document is from now on of the path it has now, all of it or nothing.

        Where both paths have a place, the later one counts; a mark whose name stands there already stays where it is.
        What was left open opens there.
        Done twice, as by two windows, it does no harm.
        """
        names = now, self._corpus, before
        with self._together():
            self._rows(
                f"""INSERT INTO position (corpus, {_POSITION})
                    SELECT corpus, ?, offset, furthest, length, read_at, blanks, folded FROM position
                    WHERE corpus=? AND document=?
                    ON CONFLICT DO UPDATE SET offset=excluded.offset, furthest=max(furthest, excluded.furthest),
                    length=excluded.length, read_at=excluded.read_at, blanks=excluded.blanks,
                    folded=excluded.folded WHERE excluded.read_at > read_at""",
                *names,
            )
            self._rows("DELETE FROM position WHERE corpus=? AND document=?", self._corpus, before)
            self._rows("UPDATE OR IGNORE mark SET document=? WHERE corpus=? AND document=?", *names)
            self._rows("UPDATE note SET document=? WHERE corpus=? AND document=?", *names)
            self._rows(f"UPDATE session SET value=? WHERE corpus=? AND value=? AND key='{DOCUMENT}'", *names)

    # -- the last session

    def session(self) -> dict[str, str]:
        """How the reader was left."""
        rows = self._rows("SELECT key, value FROM session WHERE corpus=?", self._corpus)
        return dict(usable(rows, (kinds.text, kinds.text)))

    def keep_session(self, values: dict[str, str]) -> None:
        """Remembers how the reader is left, all of it or nothing."""
        rows = ", ".join(["(?, ?, ?)"] * len(values))
        given = [field for key, value in values.items() for field in (self._corpus, key, value)]
        if given:
            self._rows(f"INSERT OR REPLACE INTO session VALUES {rows}", *given)

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self._database.close()


def _notes(rows: Iterable[tuple[Any, ...]]) -> Iterator[Note]:
    for number, path, start, end, said, made_at, *about in usable(rows, _NOTE_KINDS):
        yield Note(number, path, start, end, Quotation(*about), said, made_at)


def _be_short(query: str) -> None:
    if len(query) > LONGEST_SEARCH:
        raise StateError(f"a search of more than {LONGEST_SEARCH:,} characters is not kept")


def _short(document: str) -> bytes:
    return blake2b(document.encode("utf-8", "surrogatepass"), digest_size=_SHORT).digest()
