"""The file of corrections of one corpus: read again when it changes, written so that no edit is ever lost.

A change is appended, or the last entry taken out, to a copy that is synced and put in the file's place, under a lock:
whoever is killed leaves the old file or the new one, and two windows write one after the other.  All else in the file,
comments and entries that are wrong included, stays as its writer left it.
"""

from __future__ import annotations

import errno
import fcntl
import glob
import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.entities.correcting.corrections import Correction, Corrections, Problem, parse, written
from index.errors import StateError
from index.own_files import read_own

LARGEST = 8 << 20
"""Bytes; more is no file of corrections."""

Stamp = tuple[int, int, int]


class CorrectionsFile:
    """The file at `path`, which need not exist; `about` names the corpus in its first lines."""

    def __init__(self, path: Path, about: str) -> None:
        self.path = path
        self._about = about
        self._stamp: Stamp | None = None
        self._read = Corrections()
        self._reading = threading.Lock()
        self._first = True

    def read(self) -> Corrections:
        """What the file says now; the same object while it does not change.  A file that cannot be read is a problem
        of its first line.
        """
        stamp = self._stamped()
        with self._reading:
            if self._first:
                self._first = False
                self._tidy()
            if stamp != self._stamp:
                try:
                    self._read = parse(self._text())
                except StateError as problem:
                    self._read = Corrections((), (Problem(1, str(problem)),))
                self._stamp = stamp
            return self._read

    def append(self, correction: Correction) -> None:
        """Adds a correction at the end; it is on the disk when this returns.  Raises StateError."""
        with self._writing():
            text = self._text() or _head(self._about)
            if not text.endswith("\n"):
                text += "\n"
            self._replace(f"{text}\n{written(correction)}")

    def undo(self) -> Correction | None:
        """Takes the last sound entry out and gives it back; None where there is none.  Raises StateError."""
        with self._writing():
            text = self._text()
            entries = parse(text).entries
            if not entries:
                return None
            last = entries[-1]
            lines = text.split("\n")
            first = last.first - 1 if last.first and not lines[last.first - 1].strip() else last.first
            self._replace("\n".join([*lines[:first], *lines[last.end :]]))
            return last.correction

    def _stamped(self) -> Stamp | None:
        try:
            now = os.stat(self.path)
        except OSError:
            return None
        return now.st_mtime_ns, now.st_size, now.st_ino

    def _text(self) -> str:
        try:
            data = read_own(self.path, LARGEST)
        except FileNotFoundError:
            return ""
        except OSError as problem:
            if problem.errno == errno.EFBIG:
                raise StateError(f"{self.path} is too large for a file of corrections") from problem
            raise StateError(f"cannot read {self.path}: {problem.strerror}") from problem
        return data.decode("utf-8", "surrogateescape")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Holds the lock; a process that dies lets go of it."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = os.open(self.path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as problem:
            raise StateError(f"cannot write {self.path}: {problem.strerror}") from problem
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def _tidy(self) -> None:
        """Takes away what a killed writer left, unless another one writes now."""
        try:
            lock = os.open(self.path.with_suffix(".lock"), os.O_RDWR | os.O_CLOEXEC)
        except OSError:  # nobody ever wrote
            return
        try:
            with suppress(OSError):
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _take_away(self._target())
        finally:
            os.close(lock)

    def _target(self) -> Path:
        return Path(os.path.realpath(self.path))  # a link to a shared file stays a link

    def _replace(self, text: str) -> None:
        target = self._target()
        temporary = ""
        try:
            _take_away(target)
            handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
            with open(handle, "wb") as file:
                file.write(text.encode("utf-8", "surrogateescape"))
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, target)
            folder = os.open(target.parent, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
        except OSError as problem:
            if temporary:
                with suppress(OSError):
                    os.unlink(temporary)
            raise StateError(f"cannot write {self.path}: {problem.strerror}") from problem


def _take_away(target: Path) -> None:
    """The copies of `target` that a killed writer left; whoever calls holds the lock."""
    for left in target.parent.glob(f".{glob.escape(target.name)}.*"):
        left.unlink(missing_ok=True)


def _head(about: str) -> str:
    return (
        f"# Corrections of names in the corpus {about}\n"
        "# Applied from the first to the last.  Each entry is one of [[merge]] names, type; [[split]] name, type;\n"
        "# [[rename]] name, to, type; [[retype]] name, from, to; [[ignore]] name, type; [[add]] name, type.\n"
    )
