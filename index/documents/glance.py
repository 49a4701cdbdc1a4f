"""A glance at a corpus: a few bytes that stand for all its files, so that it is told cheaply that nothing changed.

One pass over the folders, nothing opened and nothing kept of a file.  What it relies on is what the scan and the index
rely on: a file whose name, size and time of change (in nanoseconds) are the same is the same.  A file written twice
within the clock's step is seen to by `Stamp.fits`, which the index asks before it calls itself up to date.  Whatever is
in a folder counts, articles or not, and so does the order in which the system tells of it: too much change seen costs a
scan, too little would be a fault.
"""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from index.digests import blake2b

_TEXT = "utf-8", "surrogateescape"
_BYTES = 16


def glance(root: Path) -> bytes | None:
    """What stands for the files under `root`, a folder or one file; None where it cannot be looked at."""
    told = blake2b(digest_size=_BYTES)
    try:
        real = os.path.realpath(root, strict=True)
        status = os.stat(real)
        told.update(f"{real}\0{status.st_mode}\0".encode(*_TEXT))
        if not stat.S_ISDIR(status.st_mode):
            told.update(f"{status.st_size}\0{status.st_mtime_ns}".encode(*_TEXT))
            return told.digest()
        folders = [real]
        while folders:
            lines, inside = _entries(folders.pop())
            told.update("\n".join(lines).encode(*_TEXT))
            folders += inside
    except (OSError, ValueError):
        return None
    return told.digest()


def begun(root: Path) -> Callable[[], bytes | None]:
    """Begins a glance, and gives what waits for it: in a process of its own, while this one does something else, where
    there is a core for it and no other thread that a new process could take by surprise.
    """
    if threading.active_count() > 1 or (os.cpu_count() or 1) < 2:
        return partial(glance, root)
    end, beginning = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(end)
        os.close(beginning)
        return partial(glance, root)
    if not child:
        try:
            os.write(beginning, glance(root) or b"")
        finally:
            os._exit(0)  # nothing of what the other process has begun is ended here
    os.close(beginning)

    def told() -> bytes | None:
        with open(end, "rb") as given:
            seen = given.read()
        os.waitpid(child, 0)
        return seen if len(seen) == _BYTES else glance(root)

    return told


def _entries(folder: str) -> tuple[list[str], list[str]]:
    """What a folder holds, a line each, and the folders in it.  A folder that cannot be read is one line."""
    lines = [folder]
    inside: list[str] = []
    handle = -1
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)  # shorter ways to the files in it
        with os.scandir(handle) as found:
            for entry in found:
                name = entry.name
                if name[0] == "." and name[1:2] != ".":
                    lines.append(name)  # hidden: that it is there is all that is told of it
                elif entry.is_file(follow_symlinks=False):
                    status = entry.stat(follow_symlinks=False)
                    lines.append(f"{name}\0{status.st_size}\0{status.st_mtime_ns}")
                elif entry.is_dir(follow_symlinks=False):
                    lines.append(f"{name}/")
                    inside.append(f"{folder}/{name}")
                else:
                    lines.append(f"{name}\0{os.path.isdir(f'{folder}/{name}')}")  # a link, or no file
    except OSError as problem:
        lines.append(f"\0{problem.errno}")
    finally:
        if handle >= 0:
            os.close(handle)
    return lines, inside
