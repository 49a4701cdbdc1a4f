"""Paths as a person writes them: `~` and `~user` stand for homes."""

from __future__ import annotations

from pathlib import Path

from index.documents.cleaning import clean_line
from index.errors import StateError


def from_home(written: str) -> Path:
    """The path that is meant.  Raises StateError where it begins with a home that there is not."""
    path = Path(written)
    try:
        return path.expanduser()
    except RuntimeError as problem:
        raise StateError(f"{clean_line(written)}: there is no home {clean_line(path.parts[0])}") from problem
