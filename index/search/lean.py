"""Whoosh without the web."""

from __future__ import annotations

import sys
import threading
from importlib import import_module
from types import ModuleType

_WEB = "urllib.request"


def import_lean() -> None:
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
