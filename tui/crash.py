"""What happens when the program itself is at fault: one line on the terminal, and a private file that tells the rest.

Neither holds a word of an article: a traceback is kept without the values of variables and without the texts of
errors, since both may quote what was being read.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path
from types import TracebackType

FOLDER = "crashes"
KEPT = 5
"""So many reports are kept; the oldest goes when one more is written."""
STATUS = 1
"""The exit status after a crash."""


def report(error: BaseException) -> str:
    """The text of a report: versions, and where in the code each error of the chain arose."""
    import platform  # what only a fault needs is only then imported
    import traceback

    from tui.version import VERSION

    textual = sys.modules.get("textual")
    lines = [
        f"ceasefire-reader {VERSION}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        f"textual {getattr(textual, '__version__', '?')}" if textual else "without a screen",
        f"TERM={os.environ.get('TERM', '')[:40]!a}",
        "",
        "The texts of errors are left out, since they may quote an article.",
        "",
    ]
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        frames = traceback.extract_tb(cause.__traceback__)
        lines.extend(f"  {frame.filename}:{frame.lineno} in {frame.name}: {frame.line}" for frame in frames)
        inner = getattr(cause, "error", None)  # what a worker of Textual failed by
        cause = cause.__cause__ or cause.__context__ or (inner if isinstance(inner, BaseException) else None)
        if cause is not None:
            lines.append("\nwhich came of")
    return "\n".join(lines) + "\n"


def keep(error: BaseException, folder: Path) -> Path | None:
    """Writes the report into a file that only this user can read; None where that cannot be done."""
    reports = folder / FOLDER
    name = f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
    try:
        reports.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(reports / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(report(error))
        others = sorted(set(reports.glob("*-*.txt")) - {reports / name})  # dated ahead too, by a clock that was wrong
        for old in others[: 1 - KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return reports / name


def line(error: BaseException, kept: Path | None) -> str:
    """What the terminal is told."""
    where = f"; what is known of it is in {kept}" if kept else ""
    return f"the program failed ({type(error).__name__}){where}"


def install() -> None:
    """From now on, what nobody caught becomes a report and one line; the exit status is Python's, which is 1."""
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_a_thread


def _uncaught_in_a_thread(found: threading.ExceptHookArgs) -> None:
    if isinstance(found.exc_value, OSError) and type(found.thread).__name__ == "WriterThread":
        return  # Textual's, which writes to a terminal that has gone: no fault, and the program ends by it
    _uncaught(found.exc_type, found.exc_value, found.exc_traceback)


def _uncaught(kind: type[BaseException], error: BaseException | None, where: TracebackType | None) -> None:
    from tui.commandline.output import say

    error = error if error is not None else kind()
    say(line(error, keep(error, _folder())))


def _folder() -> Path:
    """The data folder; where the settings are what failed, the usual one."""
    from index.errors import StateError
    from index.settings import Settings, load_settings

    try:
        return load_settings().data_dir
    except StateError:
        return Settings().data_dir
