"""Files that a person asks for, and that were not there: where they go, a name that is free, all of one or nothing."""

from __future__ import annotations

import os
from pathlib import Path

from index.documents.cleaning import clean_line
from index.errors import StateError
from index.homes import from_home


def working_folder() -> Path:
    """Where names begin that lead nowhere else; where it is gone, nothing can be written there, which is then said."""
    try:
        return Path.cwd()
    except OSError:
        return Path()


def free(file: Path) -> Path:
    """The file itself where there is none yet, else the first of name-2, name-3 … that is free."""
    candidate, number = file, 2
    while os.path.lexists(candidate):
        candidate = file.with_name(f"{file.stem}-{number}{file.suffix}")
        number += 1
    return candidate


def file_named(name: str, folder: Path) -> Path:
    """The file that a person names, from `folder` on; what is nobody's home is a name as any other."""
    try:
        return folder / from_home(name)
    except StateError:
        return folder / name


def write_new(file: Path, text: str) -> None:
    """Writes a file that was not there.  Raises StateError where it is there already or cannot be written."""
    try:
        with file.open("xb") as stream:
            try:
                stream.write(text.encode("utf-8", "replace"))
                stream.flush()
                os.fsync(stream.fileno())
            except BaseException:  # half of it is nothing to keep
                file.unlink(missing_ok=True)
                raise
    except FileExistsError as problem:
        if file.is_dir():
            raise StateError(f"{clean_line(str(file))} is a folder; nothing was written") from problem
        raise StateError(f"{clean_line(file.name)} exists already; nothing was written") from problem
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else "not a usable name"
        raise StateError(f"cannot write {clean_line(str(file))}: {reason}") from problem
