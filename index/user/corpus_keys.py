"""How the user's file names a corpus: by the folder's real path, in text that SQLite takes.

A path may hold bytes that are no UTF-8, for which Python has characters that SQLite refuses.  They are written out.
"""

from __future__ import annotations

import os
import re

_WRITTEN_OUT = re.compile(rb"\\x([89a-f][0-9a-f])")


def key_of(path: str) -> str:
    """The key of the corpus at a path."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def path_of(key: str) -> str:
    """The path that a key was made of."""
    return os.fsdecode(_WRITTEN_OUT.sub(lambda found: bytes.fromhex(found[1].decode()), key.encode("utf-8")))
