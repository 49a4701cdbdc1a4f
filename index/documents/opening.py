"""An article's file is opened by its true place: no part of that below the folder of articles was a link when it was
scanned, and none may be one now.  A folder that is replaced by a link meanwhile leads nowhere.
"""

from __future__ import annotations

import os
from typing import Final

from index.documents.model import SourceFile

_FILE: Final = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NOCTTY
_PASSED: Final[int] = getattr(os, "O_PATH", 0)
"""Opens a folder that one may pass through, though not list; where a system has none, it must be one to be listed."""
_FOLDER: Final = _PASSED | os.O_DIRECTORY | os.O_CLOEXEC


def opened(file: SourceFile) -> int:
    """A handle to read what is there, which may be no regular file; nothing is waited for.  Raises OSError."""
    # Below what the path does not tell, as where a name was cleaned, every part is looked at.
    inside = file.path if file.location.endswith(f"/{file.path}") else file.location.lstrip("/")
    *folders, name = inside.split("/")
    if not folders:
        return os.open(file.location, _FILE)
    place = os.open(file.location[: -len(inside)], _FOLDER)
    try:
        for folder in folders:
            below = os.open(folder, _FOLDER | os.O_NOFOLLOW, dir_fd=place)
            os.close(place)
            place = below
        return os.open(name, _FILE, dir_fd=place)
    finally:
        os.close(place)
