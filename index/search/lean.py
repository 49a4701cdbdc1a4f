"""Whoosh without what it imports and never uses here."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from importlib import import_module
from types import ModuleType

_UNUSED = {
    "whoosh.compat": {"urllib.request": "urlretrieve", "html": "escape"},
    "whoosh.filedb.filetables": {"hashlib": "md5"},
    "whoosh.analysis": {"whoosh.lang.porter": "stem", "whoosh.lang.dmetaphone": "double_metaphone"},
}
"""Modules of Whoosh, and of what they import the one function that they take from it."""


def import_lean() -> None:
    """Begins to import Whoosh without what it never uses here: functions that import their module when they are called
    stand for it.

    `urllib.request` alone brings along HTTP, mail and TLS, a tenth of the time of a search at the command line;
    `hashlib` brings OpenSSL, and two stemmers their patterns.  Left alone where another thread could meet what stands
    in their place.
    """
    if threading.active_count() > 1:
        return
    for importer, unused in _UNUSED.items():
        if importer not in sys.modules:
            with ExitStack() as ending:
                for name, function in unused.items():
                    if name not in sys.modules:
                        sys.modules[name] = _standing_in(name, function)
                        ending.callback(sys.modules.__delitem__, name)
                import_module(importer)


def _standing_in(name: str, function: str) -> ModuleType:
    def later(*arguments: object, **named: object) -> object:
        real: Callable[..., object] = getattr(import_module(name), function)
        return real(*arguments, **named)

    module = ModuleType(name)
    setattr(module, function, later)
    return module
