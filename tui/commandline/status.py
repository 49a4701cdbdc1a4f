"""How the program ends: the exit statuses, and the error that stands for bad usage."""

from __future__ import annotations

from index.errors import ReaderError

DONE = 0
NOTHING_FOUND = 1
BAD_INPUT = 2
UNUSABLE = 3
INTERRUPTED = 130


class UsageError(ReaderError):
    """The command was called in a way that it cannot answer; one line says which."""
