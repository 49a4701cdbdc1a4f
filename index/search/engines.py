"""Which engine is in use, and where it keeps its index: the one place that knows it by name."""

from __future__ import annotations

import os
import sys
import threading
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.search.engine import Engine

_FOLDER = "whoosh"
_WEB = "urllib.request"


def open_engine(place: Path) -> Engine:
    """Opens the engine that keeps its index in a folder of its own in `place`, or makes it.  Raises EngineError."""
    _import_lean()
    from index.search.whoosh_engine import WhooshEngine

    return WhooshEngine(place / _FOLDER)


def trace(place: Path) -> str:
    """What becomes another with every commit of the engine in `place`, told without opening it; "" for none."""
    try:
        return "\0".join(sorted(os.listdir(place / _FOLDER)))
    except OSError:
        return ""


def _import_lean() -> None:
    """Begins to import Whoosh without the web.

    What it imports from `urllib.request`, and never uses, brings along HTTP, mail and TLS: a tenth of the time of a
    search at the command line.  Left alone where another thread could meet what stands in its place.
    """
    if threading.active_count() > 1 or _WEB in sys.modules or "whoosh.compat" in sys.modules:
        return
    stand_in = ModuleType(_WEB)
    vars(stand_in)["urlretrieve"] = None
    sys.modules[_WEB] = stand_in
    try:
        import_module("whoosh.compat")
    finally:
        del sys.modules[_WEB]
