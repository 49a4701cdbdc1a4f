"""One SQLite file of the index folder: opened, read and written in transactions; what goes wrong with it is told apart.

Nothing in the file is ever executed.  Damage is remembered beside it, for the next start.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from index.errors import DamageError, EngineError

_CACHE = 16_000
"""KiB of the file that are kept in memory: searches look at articles all over it."""
_PATIENCE = 10
"""Seconds to wait for who writes."""
_PASSING = frozenset(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_READONLY",
                      "SQLITE_CANTOPEN", "SQLITE_NOMEM", "SQLITE_PERM", "SQLITE_INTERRUPT"))  # fmt: skip
"""What may go wrong with a file that is sound."""

Values = Sequence[object]


class StoreFile:
    """The file.  Safe to use from several threads; a second process may read while one writes."""

    def __init__(self, path: Path, schema: str, look: str) -> None:
        """Opens or creates it with its tables; `look` is a statement that only a file with them answers.

        Raises DamageError where it is damaged, EngineError where it cannot be used.
        """
        self._lock = threading.RLock()
        self.path = path
        self._damaged = path.with_suffix(".damaged")
        self.read_only = False
        """Can nothing be written, for now?"""
        if self._damaged.exists():
            raise DamageError(f"the index file {path} was found damaged")
        try:
            if not path.exists():
                path.touch(mode=0o600)
            self._database = sqlite3.connect(path, timeout=_PATIENCE, check_same_thread=False, isolation_level=None)
            self._database.execute("PRAGMA page_size=16384")  # rows of some 2 kB waste half of smaller ones
            self._database.execute(f"PRAGMA cache_size=-{_CACHE}")
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            self._database.executescript(schema)
            self._database.execute(look).fetchall()
            self._inode = path.stat().st_ino
        except (sqlite3.Error, OSError) as problem:
            told = self.told("used", problem)
            if isinstance(told, DamageError) or not self._opened_as_it_is(look):
                raise told from problem

    def _opened_as_it_is(self, look: str) -> bool:
        """On a full disk SQLite cannot make the files beside it that it wants: then what was written is only read."""
        beside = self.path.with_name(self.path.name + "-wal")
        try:
            self._inode = self.path.stat().st_ino
            if beside.exists() and beside.stat().st_size:  # the newest is there
                return False
            self._database = sqlite3.connect(
                f"{self.path.resolve().as_uri()}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,
                isolation_level=None,
            )
            self._database.execute(look).fetchall()
        except (sqlite3.Error, OSError):
            return False
        self.read_only = True
        return True

    def told(self, doing: str, problem: Exception) -> EngineError:
        """What went wrong: DamageError where the file is not as it was written."""
        # A text that is no UTF-8 is an error of Python's own, without a name.
        unnamed = "SQLITE_CORRUPT" if isinstance(problem, sqlite3.OperationalError) else "SQLITE_IOERR"
        name = getattr(problem, "sqlite_errorname", unnamed)
        if any(name.startswith(passing) for passing in _PASSING):
            return EngineError(f"the index file {self.path} cannot be {doing}: {problem}")
        return self.damaged(problem)

    def damaged(self, problem: object) -> DamageError:
        """The file is not as it was written, which is remembered."""
        with suppress(OSError):  # for the next start, where this one has no time to make it anew
            self._damaged.touch(mode=0o600)
        return DamageError(f"the index file {self.path} is damaged: {problem}")

    def replaced(self) -> bool:
        """Has another process put a new file in its place?"""
        try:
            return self.path.stat().st_ino != self._inode
        except OSError:
            return True

    def changes(self) -> tuple[object, ...]:
        """Becomes another with every change of the file, by this process or by another."""
        ((version,),) = self.rows("PRAGMA data_version")
        return version, self._database.total_changes

    def rows(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        """The answer to a statement."""
        with self._lock:
            try:
                return self._database.execute(statement, values).fetchall()
            except sqlite3.Error as problem:
                raise self.told("read or written", problem) from problem

    def write(self, steps: Iterable[tuple[str, Sequence[Values]]]) -> None:
        """Statements in one transaction, each once for each of its values."""
        with self._lock:
            try:
                self._database.execute("BEGIN")
                for statement, each in steps:
                    self._database.executemany(statement, each)
                self._database.execute("COMMIT")
            except sqlite3.Error as problem:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise self.told("written", problem) from problem

    def gather(self) -> None:
        """Puts into the file what was written beside it, which may have grown larger than the file, unless somebody
        still reads there, or there is no room for it.
        """
        if self.read_only:
            return
        with self._lock:
            self.rows("PRAGMA busy_timeout=0")
            try:
                self.rows("PRAGMA wal_checkpoint(TRUNCATE)")
            except DamageError:
                raise
            except EngineError:
                pass  # all is written, there
            finally:
                self.rows(f"PRAGMA busy_timeout={_PATIENCE * 1000}")

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            self._database.close()
