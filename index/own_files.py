"""Files that a person writes for the program: only regular ones are read, and only so much as a person writes."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def read_own(path: Path, most: int) -> bytes:
    """The bytes of a file or of what a link leads to.  Raises OSError, also for a pipe or a device, neither of which is
    waited for, and where there are more than `most`.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    with open(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data
