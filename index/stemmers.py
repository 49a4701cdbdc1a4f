"""The Snowball stemmers in use (Porter 2, 2001, and its Russian counterpart), each loaded when it is first needed."""

from __future__ import annotations

import sys
import threading
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_ALONE = "snowballstemmer_alone"
"""Another name of the package, under which its modules are loaded without it: it loads three dozen languages (40 ms).
"""


class Stemmers(threading.local):
    """A Snowball stemmer keeps its word in itself, so each thread has its own."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}

    def english(self, word: str) -> str:
        """The stem of a word in small ASCII letters."""
        return self._stem("English", word)

    def russian(self, word: str) -> str:
        """The stem of a word in small Russian letters."""
        return self._stem("Russian", word)

    def _stem(self, language: str, word: str) -> str:
        made = self._made.get(language)
        if made is None:
            module = import_module(f"{_package()}.{language.lower()}_stemmer")
            made = self._made[language] = getattr(module, f"{language}Stemmer")()
        return str(made.stemWord(word))


def _package() -> str:
    if _ALONE not in sys.modules:
        spec = find_spec("snowballstemmer")
        if spec is None or spec.submodule_search_locations is None:
            raise ModuleNotFoundError("No module named 'snowballstemmer'", name="snowballstemmer")
        package = ModuleType(_ALONE)
        package.__path__ = spec.submodule_search_locations
        sys.modules[_ALONE] = package
    return _ALONE
