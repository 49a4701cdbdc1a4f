"""Watching a corpus for changes of its files, in a thread of its own that ends as soon as it is told to.

Only the corpus's own folders are watched, each for itself: links are not followed, here as in the scan.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

from index.documents.scan import SUFFIXES

_FOLDERS_AT_MOST = 2_000
"""Watches that a system has are few, and all programs share them."""
_GROUPED = 500
_STEP = 100
"""Milliseconds: changes within the one are told together; after the other, an end that is asked for is seen."""


class Watcher:
    """Calls `changed` from its thread whenever articles or folders under `root` were added, changed or removed.

    `began` is called when the watching has begun, and again when it has begun for other folders: what changed before
    that, nobody is told.
    """

    def __init__(self, root: Path, changed: Callable[[], None], began: Callable[[], None]) -> None:
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
                    if paths:
                        self._changed()
                    if any(path in folders or os.path.isdir(path) for path in paths):
                        break  # other folders have to be watched
                else:
                    return
            except (OSError, WatchfilesRustInternalError):
                # The system has no watches left, or the corpus has gone: the files are looked at with the next start.
                return

    def _concerns(self, path: str, folders: frozenset[str]) -> bool:
        name = os.path.basename(path)
        if str(self._root) not in folders:  # a corpus of one file
            return path == str(self._root)
        return not name.startswith(".") and (
            os.path.splitext(name)[1].lower() in SUFFIXES or path in folders or os.path.isdir(path)
        )


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
