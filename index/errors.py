"""The project's own small family of errors.

Each is raised where its cause is known, carries one sentence for a person, and is shown once, where the user looks.
"""

from __future__ import annotations


class ReaderError(Exception):
    """Base of the family; its text is one line fit to be shown as it is."""


class CorpusError(ReaderError):
    """The corpus cannot be used: missing, unreadable, empty, or a named document is not in it."""


class FormatError(ReaderError):
    """One file cannot be read as an article; the rest of the corpus can."""


class QueryError(ReaderError):
    """A query that cannot be understood.

    `start` and `end` are characters of the query that the message speaks of, end exclusive.
    """

    def __init__(self, message: str, start: int = 0, end: int = 0) -> None:
        super().__init__(message)
        self.start = start
        self.end = end


class EngineError(ReaderError):
    """The full-text index cannot be opened, read or written."""


class DamageError(EngineError):
    """The index is damaged, foreign or of another version: what is kept of it is no good, and a new one will be."""


class StateError(ReaderError):
    """What the user made (positions, notes, corrections) cannot be read or written."""


class Cancelled(ReaderError):
    """The caller asked to stop; nothing half-done was kept."""
