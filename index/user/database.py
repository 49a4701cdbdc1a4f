"""The user's file is opened: made, brought to this version's schema, or at least read where it cannot be written."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from index.errors import StateError
from index.user.log import with_log

SCHEMA_VERSION: Final = 4
_SCHEMA = """
CREATE TABLE position (corpus TEXT, document TEXT, offset INTEGER NOT NULL, furthest INTEGER NOT NULL,
                       length INTEGER NOT NULL, read_at REAL NOT NULL, blanks INTEGER NOT NULL DEFAULT 0,
                       folded TEXT NOT NULL DEFAULT '', PRIMARY KEY (corpus, document)) WITHOUT ROWID;
CREATE TABLE mark (corpus TEXT, document TEXT, name TEXT, offset INTEGER NOT NULL, context TEXT NOT NULL,
                   blanks INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (corpus, document, name)) WITHOUT ROWID;
CREATE TABLE note (id INTEGER PRIMARY KEY, corpus TEXT NOT NULL, document TEXT NOT NULL, start INTEGER NOT NULL,
                   end INTEGER NOT NULL, quotation TEXT NOT NULL, text TEXT NOT NULL, made_at REAL NOT NULL,
                   ending TEXT NOT NULL DEFAULT '', digest TEXT NOT NULL DEFAULT '');
CREATE INDEX note_place ON note (corpus, document, start);
CREATE TABLE search (corpus TEXT, query TEXT, saved INTEGER NOT NULL, used_at REAL NOT NULL, found BLOB,
                     PRIMARY KEY (corpus, query)) WITHOUT ROWID;
CREATE TABLE session (corpus TEXT, key TEXT, value TEXT NOT NULL, PRIMARY KEY (corpus, key)) WITHOUT ROWID;
"""
_UPGRADES = {
    1: ("ALTER TABLE search ADD COLUMN found BLOB",),
    2: (
        "ALTER TABLE position ADD COLUMN blanks INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE position ADD COLUMN folded TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE mark ADD COLUMN blanks INTEGER NOT NULL DEFAULT 0",
    ),
    3: (
        "ALTER TABLE note ADD COLUMN ending TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE note ADD COLUMN digest TEXT NOT NULL DEFAULT ''",
    ),
}
"""What makes of the file of a version that of the next."""

_UNWRITABLE: Final = frozenset(
    (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN)
)
"""What SQLite says of a home that may not be written, of a full disk and of a failing one."""
_LOG: Final = "-wal"
"""The file beside, in which SQLite keeps what was written last."""


def opened(file: Path) -> tuple[sqlite3.Connection, str | None]:
    """The file, made or upgraded where needed; or a copy of it in memory, and the reason why it cannot be written.

    Raises StateError where it can be neither written nor read, or is of a newer version.
    """
    _refuse_what_is_no_file(file)
    try:
        return _legible(_for_writing(file)), None
    except (OSError, sqlite3.Error) as problem:
        if isinstance(problem, OSError) or problem.sqlite_errorcode & 0xFF in _UNWRITABLE:
            with suppress(OSError, sqlite3.Error):
                return _legible(_copied(file)), str(problem)
        raise StateError(f"cannot use {file}: {problem}") from problem


def as_it_is(file: Path) -> sqlite3.Connection:
    """The file, of whatever version, to be read alone; a copy of it in memory where SQLite cannot write beside it.

    Raises StateError where it cannot be read.
    """
    _refuse_what_is_no_file(file)
    try:
        database = sqlite3.connect(file, timeout=5, isolation_level=None)
        try:
            database.execute("SELECT name FROM sqlite_master LIMIT 1")
        except sqlite3.Error as problem:
            database.close()
            if getattr(problem, "sqlite_errorcode", 0) & 0xFF not in _UNWRITABLE:
                raise
            database = _in_memory(file)
    except (OSError, sqlite3.Error) as problem:
        raise StateError(f"cannot read {file}: {problem}") from problem
    return _legible(database)


def _refuse_what_is_no_file(file: Path) -> None:
    if file.exists() and not file.is_file():  # SQLite would wait for a pipe for ever
        raise StateError(f"cannot use {file}: not a regular file")


def _legible(database: sqlite3.Connection) -> sqlite3.Connection:
    """Gives also those texts that a disk has made no UTF-8, as far as they can be read: a row of them would otherwise
    cost all the others.
    """
    database.text_factory = lambda data: data.decode("utf-8", "replace")
    return database


def _for_writing(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not file.exists():
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    database = sqlite3.connect(file, timeout=5, check_same_thread=False, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        _upgrade(database, file)
    except (OSError, sqlite3.Error, StateError):
        database.close()
        raise
    return database


def _copied(file: Path) -> sqlite3.Connection:
    """What the file holds, in memory and of this version: nothing is written, neither there nor anywhere else."""
    memory = _in_memory(file)
    try:
        _upgrade(memory, file, back_up=False)
        memory.execute("PRAGMA query_only=ON")
    except (sqlite3.Error, StateError):
        memory.close()
        raise
    return memory


def _in_memory(file: Path) -> sqlite3.Connection:
    """What the file and its log hold, of whatever version."""
    whole = file.read_bytes()
    log = b""
    with suppress(FileNotFoundError):
        log = Path(f"{file}{_LOG}").read_bytes()
    memory = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    try:
        memory.deserialize(with_log(whole, log))
    except sqlite3.Error:
        memory.close()
        raise
    return memory


def _upgrade(database: sqlite3.Connection, file: Path, *, back_up: bool = True) -> None:
    """Brings the schema to this version, all of it or nothing; the file is copied first."""
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise StateError(f"{file} was written by a newer version of the program; it is left as it is")
    if version == SCHEMA_VERSION:
        return
    database.execute("BEGIN IMMEDIATE")
    (version,) = database.execute("PRAGMA user_version").fetchone()  # another window may have been first
    if version == 0:
        for statement in _SCHEMA.split(";"):
            database.execute(statement)
    elif version < SCHEMA_VERSION and back_up:
        _back_up(file, file.with_suffix(f".v{version}.backup"))
    for older in range(version or SCHEMA_VERSION, SCHEMA_VERSION):
        for statement in _UPGRADES[older]:
            database.execute(statement)
    database.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
    database.execute("COMMIT")


def _back_up(file: Path, target: Path) -> None:
    """A whole copy, with what a window that was killed left beside the file; it is there whole, or not at all.

    It is read by a connection of its own: SQLite copies nothing for the one that is about to write.
    """
    for left in target.parent.glob(f".{target.name}.*"):  # by who was killed here; whoever writes now holds the lock
        left.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    os.close(handle)
    try:
        with closing(sqlite3.connect(file, timeout=5)) as source, closing(sqlite3.connect(name)) as copy:
            source.backup(copy)
        os.replace(name, target)
    except (OSError, sqlite3.Error):
        with suppress(OSError):
            os.unlink(name)
        raise
