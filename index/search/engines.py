"""Which engine is in use, and where it keeps its index: the one place that knows it by name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from index.search.lean import import_lean

if TYPE_CHECKING:
    from index.search.engine import Engine

_FOLDER = "whoosh"


def open_engine(place: Path) -> Engine:
    """Opens the engine that keeps its index in a folder of its own in `place`, or makes it.  Raises EngineError."""
    import_lean()
    from index.search.whoosh_engine import WhooshEngine

    return WhooshEngine(place / _FOLDER)


def trace(place: Path) -> str:
    """What becomes another with every commit of the engine in `place`, told without opening it; "" for none."""
    try:
        return "\0".join(sorted(os.listdir(place / _FOLDER)))
    except OSError:
        return ""
