"""Watching a corpus for changes of its files, in a thread of its own that ends as soon as it is told to.

Only the corpus's own folders are watched, each for itself: links are not followed, here as in the scan.  Where the
system tells of no changes (on the file systems of other machines), or has no watches left, the files are looked at
again and again.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from index.documents.scan import SUFFIXES, scan
from index.errors import ReaderError

_FOLDERS_AT_MOST = 2_000
"""Watches that a system has are few, and all programs share them."""
_GROUPED = 500
_STEP = 100
"""Milliseconds: changes within the one are told together; after the other, an end that is asked for is seen."""

_LOOK_EVERY = 1.5
"""Seconds between two looks at the files; more where a look takes more than a twentieth of it."""
_TOLD_NOTHING = (
    "nfs",
    "cifs",
    "smb",
    "9p",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.gvfsd",
    "afs",
    "ceph",
    "glusterfs",
    "vboxsf",
)
"""Beginnings of the names of file systems whose changes by other machines the system does not tell of."""
_MOUNTS = Path("/proc/self/mounts")


class Watcher:
    """Calls `changed` from its thread whenever articles or folders under `root` were added, changed or removed.

    It is given the places of the files, or None where folders are among them or it is not known which they are.

    `began` is called when the watching has begun, and again when it has begun for other folders: what changed before
    that, nobody is told.
    """

    def __init__(self, root: Path, changed: Callable[[frozenset[str] | None], None], began: Callable[[], None]) -> None:
        self._root = root
        self._changed = changed
        self._began = began
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="work-watching", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """End the watching; it is not waited for."""
        self._ended.set()

    def _watch(self) -> None:
        if is_remote(self._root) or not self._be_told():
            self._look()

    def _look(self) -> None:
        """Compares the files with what they were, again and again."""
        before, wait = self._files(), 0.0
        self._began()
        while not self._ended.wait(wait or _LOOK_EVERY):
            start = time.thread_time()
            now = self._files()
            wait = max(_LOOK_EVERY, 20 * (time.thread_time() - start))
            if now != before:
                before = now
                self._changed(None)

    def _files(self) -> object:
        try:
            return scan(self._root).files
        except ReaderError:  # it is gone, and may come back
            return None

    def _be_told(self) -> bool:
        """Waits for what the system tells; False where it cannot tell."""
        from watchfiles import watch
        from watchfiles._rust_notify import WatchfilesRustInternalError

        while (folders := _folders(self._root)) is not None and not self._ended.is_set():
            began = False
            changes = watch(
                *sorted(folders),
                watch_filter=None,
                debounce=_GROUPED,
                step=_STEP,
                stop_event=self._ended,
                rust_timeout=_GROUPED,
                yield_on_timeout=True,
                raise_interrupt=False,
                recursive=False,
                ignore_permission_denied=True,
            )
            try:
                for found in changes:
                    if not began:
                        began = True
                        self._began()
                    paths = [path for _, path in found if self._concerns(path, folders)]
                    of_folders = any(path in folders or os.path.isdir(path) for path in paths)
                    if paths:
                        self._changed(None if of_folders else frozenset(paths))
                    if of_folders:
                        break  # other folders have to be watched
                else:
                    return True
            except (OSError, UnicodeError, WatchfilesRustInternalError):
                # No watches are left, the corpus has gone, or a folder's name is no UTF-8.
                return self._ended.is_set()
        return self._ended.is_set()

    def _concerns(self, path: str, folders: frozenset[str]) -> bool:
        name = os.path.basename(path)
        if str(self._root) not in folders:  # a corpus of one file
            return path == str(self._root)
        return not name.startswith(".") and (
            os.path.splitext(name)[1].lower() in SUFFIXES or path in folders or os.path.isdir(path)
        )


def is_remote(root: Path) -> bool:
    """Whether a folder lies on a file system of another machine, as far as the system says."""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:  # not Linux
        return False
    found = ("", "")
    for line in lines:
        place, kind = (*line.split(" "), "", "")[1:3]
        place = place.replace("\\040", " ")
        if place and root.is_relative_to(place) and len(place) >= len(found[0]):
            found = place, kind
    return found[1].startswith(_TOLD_NOTHING)


def _folders(root: Path) -> frozenset[str] | None:
    """The folders to watch; None where they are too many, or gone."""
    if root.is_file():
        return frozenset((str(root.parent),))
    found: list[str] = []
    for folder, inside, _ in os.walk(root, followlinks=False):
        inside[:] = [name for name in inside if not name.startswith(".")]
        found.append(folder)
        if len(found) > _FOLDERS_AT_MOST:
            return None
    return frozenset(found) or None
