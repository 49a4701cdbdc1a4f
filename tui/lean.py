"""Textual without what it imports and the screen never uses."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def import_lean() -> None:
    """Begins to import Textual without what takes a twelfth of its time and is of no use here.

    TLS for the event loop, which asyncio does without where Python has none: nothing here speaks to a network.  And
    trees, folders and choices, brought along by a module of names for type checkers, one of which the command palette
    takes: that one stands in it meanwhile.  Who asks for any of it later gets it whole.  Left alone where another
    thread could meet what stands in their place.
    """
    if threading.active_count() > 1:
        return
    with _instead("ssl", None):
        import_module("asyncio")
    with _instead("textual.types", _Names("textual.types", import_module("textual._types"))):
        import_module("textual.command")


class _Names(ModuleType):
    """A module of names, those of which that `home` defines are given without the others."""

    def __init__(self, name: str, home: ModuleType) -> None:
        super().__init__(name)
        self._home = home

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        if hasattr(self._home, name):
            return getattr(self._home, name)
        sys.modules.pop(self.__name__)
        return getattr(import_module(self.__name__), name)


@contextmanager
def _instead(name: str, stand_in: ModuleType | None) -> Iterator[None]:
    """Meanwhile who imports `name` gets what stands in for it, where it was not imported before; None: nothing."""
    if name in sys.modules:
        yield
        return
    modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]
    modules[name] = stand_in
    try:
        yield
    finally:
        if modules.get(name) is stand_in:
            del modules[name]
