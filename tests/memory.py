"""A folder in memory for what tests write, where the system has one with room for it."""

from __future__ import annotations

import os
from pathlib import Path

_SHARED = Path("/dev/shm")
_ROOM = 2 << 30
"""Bytes: many times what a run of the suite leaves."""


def in_memory(folder: Path = _SHARED) -> Path | None:
    """A folder whose files are kept in memory, where programs may be written and run; None where there is no such."""
    try:
        system = os.statvfs(folder)
    except (OSError, AttributeError):  # Windows does not tell
        return None
    roomy = system.f_bavail * system.f_frsize >= _ROOM
    return folder if roomy and not system.f_flag & os.ST_NOEXEC and os.access(folder, os.W_OK | os.X_OK) else None
