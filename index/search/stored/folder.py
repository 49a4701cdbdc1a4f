"""The folder of a Whoosh index: private, stamped with its version, and everything that can be wrong with it told as
`EngineError`.

Whoosh reads its table of contents with pickle, so a folder that another user could write is never opened.
"""

from __future__ import annotations

import os
import pickle
import re
import shutil
import struct
import time
import zlib
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex
from whoosh.index import IndexError as WhooshIndexError

from index.errors import DamageError, EngineError, ReaderError
from index.private import alone, make_private
from index.search.stored import checksums, schema

NAME = "articles"
"""Whoosh's name of the index inside the folder."""
MAKING = "making-"
"""How the names of folders begin in which segments are made apart."""
_STAMP = "stamp"
_TRIES = 10
_OURS = re.compile(rf"_?{NAME}_[A-Za-z0-9_.]+|{NAME}\.tmp|{_STAMP}(?:\.new)?|sums-\d+|sums\.new|{MAKING}\w+")
_CONTENTS = re.compile(rf"_{NAME}_(\d+)\.toc")
_OF_SEGMENT = re.compile(rf"{NAME}_[0-9a-z]+\.(?!tmp)[A-Za-z0-9_.]+")
_UNFINISHED = re.compile(rf"_{NAME}_\d+\.toc\.[\d.]+")

_DAMAGE = (
    WhooshIndexError, OSError, EOFError, pickle.UnpicklingError, struct.error, zlib.error, ValueError, LookupError,
    TypeError, AttributeError, ImportError, AssertionError, OverflowError, MemoryError, NameError,
)  # fmt: skip
"""What was seen to come out of Whoosh when its files are damaged."""


class PrivateStorage(FileStorage):  # type: ignore[misc]
    """Whoosh's files in a folder, readable by this user alone, and never mapped into memory.

    A file cut short while it is mapped would end the process (SIGBUS).
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), supports_mmap=False)

    def create_file(self, name: str, *arguments: Any, **options: Any) -> Any:
        """Makes a file, as Whoosh asks for it."""
        made = super().create_file(name, *arguments, **options)
        os.chmod(os.path.join(self.folder, name), 0o600)
        return made

    def lock(self, name: str) -> Any:
        """The lock of that name, as Whoosh asks for it."""
        os.close(os.open(os.path.join(self.folder, name), os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))
        return super().lock(name)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Renames a file, as Whoosh asks for it.

        A table of contents gets its name when a commit is complete: then everything is checksummed and on the disk.
        """
        if found := _CONTENTS.fullmatch(newname):
            names = [name for name in os.listdir(self.folder) if _OF_SEGMENT.fullmatch(name)]
            checksums.write(Path(self.folder), int(found[1]), newname, oldname, names)
        super().rename_file(oldname, newname, safe)

    def last_commit(self) -> tuple[int, checksums.Checksums]:
        """The number of the last commit, and its checksums, with which the table of contents was compared.

        Raises EngineError on damage.
        """
        for _ in range(_TRIES):
            generation = TOC._latest_generation(self, NAME)
            try:
                sums = checksums.read(Path(self.folder), generation)
                sums.check([TOC._filename(NAME, generation)])
            except FileNotFoundError:  # a new commit may just have replaced it
                time.sleep(0.01)
            else:
                return generation, sums
        raise DamageError("the search index is damaged (its table of contents is missing)")

    def sweep(self) -> None:
        """Deletes tables of contents that were never finished.  The caller holds the write lock."""
        for name in os.listdir(self.folder):
            if _UNFINISHED.fullmatch(name):
                os.unlink(os.path.join(self.folder, name))


class Guarded:
    """Tells whatever goes wrong inside as `EngineError`, damage as `DamageError`; errors of the project pass.

    Each article is put in guarded: a class takes a third of the time of a generator.
    """

    __slots__ = ("_doing",)

    def __init__(self, doing: str) -> None:
        self._doing = doing

    def __enter__(self) -> None:
        """Nothing is done before."""

    def __exit__(self, kind: object, problem: BaseException | None, trace: object) -> None:
        """Raises what is told instead, where there is anything to tell."""
        if isinstance(problem, ReaderError) or not isinstance(problem, _DAMAGE):
            return
        reason = getattr(problem, "strerror", None) or type(problem).__name__
        # A disk that is full or fails now says nothing about what was written before.
        passing = isinstance(problem, OSError | MemoryError) and not isinstance(problem, FileNotFoundError)
        told = EngineError if passing else DamageError
        raise told(f"the search index cannot be {self._doing} ({reason})") from problem


def open_index(folder: Path) -> FileIndex:
    """Opens the index in a folder, or makes an empty one in an empty folder or where there is none.

    Raises EngineError where it is not this user's, foreign, of another version, or damaged.
    """
    with Guarded("opened"):
        make_private(folder)
        stamp = folder / _STAMP
        storage = PrivateStorage(folder)
        if not stamp.exists():
            with alone(folder):
                if not stamp.exists():
                    return _made(folder, storage)
        if stamp.read_text(encoding="ascii", errors="replace") != schema.VERSION:
            raise DamageError("the search index was made by another version of the program")
        storage.last_commit()
        return FileIndex(storage, indexname=NAME)


def _made(folder: Path, storage: PrivateStorage) -> FileIndex:
    """An empty index in an empty folder.  Raises DamageError where something is in it."""
    if any(entry.name != "lock" for entry in os.scandir(folder)):
        raise DamageError(f"the folder {folder} holds something else than a search index")
    made = FileIndex.create(storage, schema.schema(), NAME)
    written = folder / f"{_STAMP}.new"
    written.write_text(schema.VERSION, encoding="ascii")
    written.chmod(0o600)
    written.replace(folder / _STAMP)
    return made


def destroy(folder: Path) -> None:
    """Deletes an index, whatever its state; files that are none of an index's stay.  Raises EngineError."""
    with Guarded("deleted"):
        if not folder.is_dir() or folder.is_symlink():
            return
        for entry in list(os.scandir(folder)):
            if not _OURS.fullmatch(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            else:
                os.unlink(entry.path)
        if not any(os.scandir(folder)):
            folder.rmdir()
