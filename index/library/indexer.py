"""Refreshing in a process of its own, so that reading 20,000 articles never disturbs the screen.

The child (`indexer_child`) writes one JSON object a line to its standard output: {"done", "todo"} as it goes, then
{"changed", "busy"} or {"error", "kind"}.  On its standard input it is told, a JSON string a line, which article is
open; it ends by itself when the parent closes that, and so also when the parent dies.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from index import cache
from index.errors import Cancelled, CorpusError, EngineError
from index.settings import Settings

if TYPE_CHECKING:
    from index.building.opened import Opened
    from index.search.model import Cancel

_ERRORS = {error.__name__: error for error in (CorpusError, EngineError)}
_INTERVAL = 0.05
"""Seconds between two looks at `cancelled`."""


def run_apart(
    root: Path,
    settings: Settings,
    progress: Callable[[int, int], None] | None,
    cancelled: Cancel | None,
    *,
    names: bool,
    opened: Opened | None = None,
) -> tuple[frozenset[str], bool]:
    """Refreshes the index of `root` in a child process, with what articles name or without, and first what is `opened`;
    gives the paths that changed, and whether another process is at it.

    Raises Cancelled (what was committed is kept), CorpusError or EngineError.
    """
    stage = "names" if names else "words"
    with subprocess.Popen(
        [
            sys.executable,
            "-P",  # nothing from the working folder: there may be anybody's files
            "-m",
            "index.library.indexer_child",
            str(root),
            str(settings.cache_dir),
            str(settings.data_dir),
            stage,
            str(cache.corpus_folder(settings.cache_dir, root)),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        start_new_session=True,  # a Ctrl+C at the terminal is the screen's to answer
    ) as child:
        done = threading.Event()
        stopped = threading.Event()
        watcher = threading.Thread(target=_attend, args=(child, cancelled, opened, done, stopped), daemon=True)
        watcher.start()
        last: dict[str, object] = {}
        try:
            last = _follow(child.stdout, progress)
        finally:
            done.set()
            watcher.join()
            if not last:
                child.kill()
    if stopped.is_set():
        raise Cancelled("indexing was stopped; what was read so far is kept")
    if "error" in last:
        raise _ERRORS.get(str(last["kind"]), EngineError)(str(last["error"]))
    changed = last.get("changed")
    if not isinstance(changed, list):
        raise EngineError(f"indexing ended with status {child.returncode} before it was done")
    return frozenset(changed), bool(last["busy"])


def _follow(lines: IO[bytes] | None, progress: Callable[[int, int], None] | None) -> dict[str, object]:
    for line in lines or ():
        message = json.loads(line)
        if "done" not in message:
            return dict(message)
        if progress is not None:
            progress(message["done"], message["todo"])
    return {}


def _attend(
    child: subprocess.Popen[bytes],
    cancelled: Cancel | None,
    opened: Opened | None,
    done: threading.Event,
    stopped: threading.Event,
) -> None:
    """Tells the child which article is open, and ends it where the caller asks to stop."""
    told = None
    while True:
        path = opened() if opened is not None else None
        if path is not None and path != told and child.stdin is not None:
            told = path
            with suppress(OSError):  # it has just ended
                os.write(child.stdin.fileno(), json.dumps(path).encode() + b"\n")
        if done.wait(_INTERVAL):
            return
        if cancelled is not None and cancelled():
            stopped.set()
            child.kill()
            return
