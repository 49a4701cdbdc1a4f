"""A resolution kept in one file of the index folder, which is disposable.

The file is an SQLite database that is written whole, put in its place at once and never changed.  Its name holds what
it was made from (a mark of the caller's) and its checksum; a file that is not as it was written counts as not there.
"""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
import zlib
from contextlib import closing, suppress
from pathlib import Path

from index.entities.resolving.resolution import Resolution
from index.errors import EngineError

_FORMAT = "4"
"""Another whenever the tables are; a file of another format counts as not there."""
_NAME = re.compile(r"resolution-(?:(?P<format>\d+)-)?(?P<mark>[0-9a-z]+)-(?P<sum>[0-9a-f]{8})\.sqlite")


def save(resolution: Resolution, folder: Path, mark: str) -> None:
    """Puts a built resolution into `folder` as what was made from `mark` (letters and digits), in place of any other.

    Raises EngineError where it cannot be written.
    """
    data = resolution.data()
    name = f"resolution-{_FORMAT}-{mark}-{zlib.crc32(data):08x}.sqlite"
    old = [file for file, _ in _files(folder)]
    try:
        handle, new = tempfile.mkstemp(prefix="resolution-", suffix=".new", dir=folder)
        try:
            with open(handle, "wb") as stream:
                stream.write(data)
            os.replace(new, folder / name)
        except OSError:
            os.unlink(new)
            raise
        for file in old:
            if file.name != name:
                file.unlink(missing_ok=True)
    except OSError as problem:
        raise EngineError(f"the entities of the corpus cannot be kept: {problem.strerror}") from problem


def load(folder: Path, mark: str | None) -> Resolution | None:
    """What was saved for `mark`, or, without one, whatever was saved last; None where there is none, and where it is
    damaged.
    """
    for file, told in _files(folder):
        if told["format"] != _FORMAT or (mark is not None and told["mark"] != mark):
            continue
        with suppress(OSError, sqlite3.Error):
            if _sum(file) == int(told["sum"], 16):
                database = sqlite3.connect(
                    f"{file.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False, isolation_level=None
                )
                with closing(database.execute("SELECT 1 FROM entity")):
                    return Resolution(database)
    return None


def _files(folder: Path) -> list[tuple[Path, re.Match[str]]]:
    """The files of resolutions, with what their names tell."""
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return [(folder / name, told) for name in sorted(names) if (told := _NAME.fullmatch(name))]


def _sum(file: Path) -> int:
    checksum = 0
    with open(file, "rb", buffering=0) as stream:
        while part := stream.read(1 << 20):
            checksum = zlib.crc32(part, checksum)
    return checksum
