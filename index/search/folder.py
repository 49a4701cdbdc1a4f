"""The folder of a Whoosh index: private, stamped with its version, and everything that can be wrong with it told as
`EngineError`.

Whoosh reads its table of contents with pickle, so a folder that another user could write is never opened.
"""

from __future__ import annotations

import os
import pickle
import re
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.index import IndexError as WhooshIndexError

from index.errors import EngineError, ReaderError
from index.search import schema

NAME = "articles"
"""Whoosh's name of the index inside the folder."""
_STAMP = "stamp"
_OURS = re.compile(rf"_?{NAME}_[A-Za-z0-9_.]+|{NAME}\.tmp|{_STAMP}(?:\.new)?")

_DAMAGE = (
    WhooshIndexError, OSError, EOFError, pickle.UnpicklingError, struct.error, zlib.error, ValueError, LookupError,
    TypeError, AttributeError, ImportError, AssertionError, OverflowError, MemoryError, NameError,
)  # fmt: skip
"""What was seen to come out of Whoosh when its files are damaged."""


@contextmanager
def guarded(doing: str) -> Iterator[None]:
    """Tells whatever goes wrong inside as `EngineError`; errors of the project pass."""
    try:
        yield
    except ReaderError:
        raise
    except _DAMAGE as problem:
        reason = getattr(problem, "strerror", None) or type(problem).__name__
        raise EngineError(f"the search index cannot be {doing} ({reason})") from problem


def open_index(folder: Path) -> FileIndex:
    """Opens the index in a folder, or makes an empty one in an empty folder or where there is none.

    Raises EngineError where it is not this user's, foreign, of another version, or damaged.
    """
    with guarded("opened"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = os.lstat(folder)
        if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.geteuid():
            raise EngineError(f"the index folder {folder} does not belong to this user")
        if state.st_mode & 0o077:
            folder.chmod(0o700)
        stamp = folder / _STAMP
        # Without mmap: a file cut short while it is mapped would end the process (SIGBUS).
        storage = FileStorage(str(folder), supports_mmap=False)
        if not stamp.exists():
            if any(entry.name != "lock" for entry in os.scandir(folder)):
                raise EngineError(f"the folder {folder} holds something else than a search index")
            made = FileIndex.create(storage, schema.schema(), NAME)
            written = folder / f"{_STAMP}.new"
            written.write_text(schema.VERSION, encoding="ascii")
            written.replace(stamp)
            return made
        if stamp.read_text(encoding="ascii", errors="replace") != schema.VERSION:
            raise EngineError("the search index was made by another version of the program")
        return FileIndex(storage, indexname=NAME)


def destroy(folder: Path) -> None:
    """Deletes an index, whatever its state; files that are none of an index's stay.  Raises EngineError."""
    with guarded("deleted"):
        if not folder.is_dir() or folder.is_symlink():
            return
        for entry in list(os.scandir(folder)):
            if not _OURS.fullmatch(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                for inner in list(os.scandir(entry.path)):
                    os.unlink(inner.path)
                os.rmdir(entry.path)
            else:
                os.unlink(entry.path)
        if not any(os.scandir(folder)):
            folder.rmdir()
