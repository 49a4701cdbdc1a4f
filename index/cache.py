"""Where a corpus's index lives: a private folder a corpus, under the user's cache directory.

Never inside the corpus, never in a place that others can write: opening a Whoosh index runs the pickles in it.  Each
version of what is kept has folders of its own, so that two versions of the program, used in turn, leave each other's
alone; what a version left that is not used any more goes after a month.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.digests import hex_sha256
from index.errors import EngineError
from index.private import alone, make_private
from index.settings import usual_cache_folder

CACHE_VERSION = 58
"""Raised whenever what is kept changes its meaning; another folder is then used."""
_CORPORA = "corpora"
_DAY = 86_400
_UNUSED = 30 * _DAY
"""Seconds after which the index of another version goes."""


def corpus_name(root: Path) -> str:
    """What tells the corpus at `root` (need not exist) from others: a readable name, then a hash of the real path."""
    real = os.path.realpath(root)
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", os.path.basename(real))[:40].strip("-.") or "corpus"
    return f"{name}-{hex_sha256(os.fsencode(real))[:16]}"


def corpus_folder(cache_dir: Path, root: Path) -> Path:
    """The index folder of the corpus at `root` (need not exist)."""
    return cache_dir / _CORPORA / f"v{CACHE_VERSION}" / corpus_name(root)


def refuse_inside(folder: Path, root: Path) -> None:
    """Raises EngineError where the index folder would lie in the corpus, where whoever packed the articles may have put
    an index; a corpus may hold the user's home, and so the usual cache folder.
    """
    inside, usual = Path(os.path.realpath(folder)), Path(os.path.realpath(usual_cache_folder()))
    if root.is_dir() and inside.is_relative_to(os.path.realpath(root)) and not inside.is_relative_to(usual):
        raise EngineError(f"the index folder {folder} lies in the corpus")


def ensure_private(folder: Path) -> None:
    """Makes `folder` (mode 0700) or checks that it is a real folder of this user which nobody else can write.

    One that does not say that it is of this version is emptied.  Raises EngineError where the folder cannot be trusted
    or made.
    """
    try:
        make_private(folder)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise EngineError(f"cannot write in the index folder {folder}")
        if not _is_of_this_version(folder):
            with alone(folder):
                if not _is_of_this_version(folder):
                    empty(folder)
                    written = folder / "version.new"
                    written.touch(mode=0o600)
                    written.write_text(str(CACHE_VERSION), encoding="ascii")
                    written.replace(folder / "version")
                    _drop_unused(folder)
        elif _unused_for(folder / "version") > _DAY:
            os.utime(folder / "version")
            _drop_unused(folder)
    except OSError as problem:
        raise EngineError(f"cannot use the index folder {folder}: {problem.strerror or problem}") from problem


def _is_of_this_version(folder: Path) -> bool:
    try:
        return (folder / "version").read_text(encoding="ascii", errors="replace") == str(CACHE_VERSION)
    except FileNotFoundError:
        return False


def _unused_for(file: Path) -> float:
    """Seconds since a file was used: the time of change of a version's file is the day of its last use."""
    return time.time() - file.stat().st_mtime


def _drop_unused(folder: Path) -> None:
    """Deletes the indexes of the same corpus that other versions left, where nobody has used them for a month.

    One that cannot be looked at or deleted stays, as does one that is being written.
    """
    corpora = folder.parent.parent
    if corpora.name != _CORPORA:
        return
    # The first versions had no folders of their own.
    for other in (*corpora.glob(f"v*/{folder.name}"), corpora / folder.name):
        with suppress(OSError, ValueError, EngineError):
            state = os.lstat(other)
            if other == folder or not stat.S_ISDIR(state.st_mode) or state.st_uid != os.geteuid():
                continue
            if min(_unused_for(Path(entry)) for entry in os.scandir(other)) > _UNUSED:
                with writing(other) as ours:
                    if ours:
                        shutil.rmtree(other)


def empty(folder: Path) -> None:
    """Deletes what is in the folder; it is all made from the articles and can be made again.  The lock file stays."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        elif entry.name != "lock":
            os.unlink(entry.path)


@contextmanager
def writing(folder: Path) -> Iterator[bool]:
    """Holds the folder's write lock; gives False at once where another process holds it.  Freed when a process dies.

    Raises EngineError where there can be no lock, as on a full disk.
    """
    try:
        handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as problem:
        raise EngineError(f"cannot write in the index folder {folder}: {problem.strerror}") from problem
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)


def size_of(folder: Path) -> int:
    """Bytes in the folder and all below it."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.lstat(os.path.join(place, name)).st_size
            except FileNotFoundError:  # a segment merged away meanwhile
                continue
    return total
