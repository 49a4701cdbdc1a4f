"""Folders that only this user can read and write.  Opening an index runs the pickles in it, so that none is opened in a
folder that another user could have written.
"""

from __future__ import annotations

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.errors import EngineError


def make_private(folder: Path) -> None:
    """Makes `folder` (mode 0700), or sees that it is a real folder of this user which nobody else can write.

    Raises EngineError where it cannot be trusted, OSError where it cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    state = os.lstat(folder)
    if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.geteuid():
        raise EngineError(f"the index folder {folder} does not belong to this user")
    if state.st_mode & 0o077:
        folder.chmod(0o700)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Holds `folder` while what it begins with is made: of two programs that open a new corpus at once, or of one and
    the process that indexes for it, the second waits and finds it made.  Where the system has no such lock, as on
    some disks of other machines, it is made all the same.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
