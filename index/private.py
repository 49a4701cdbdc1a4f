"""Folders that only this user can read and write.  Opening an index runs the pickles in it, so that none is opened in a
folder that another user could have written.
"""

from __future__ import annotations

import os
import stat
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
