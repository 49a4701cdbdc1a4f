"""The Snowball stemmers in use (Porter 2, 2001, and its Russian counterpart), each made when it is first needed.

PyStemmer and snowballstemmer are made of the same rules and agree in every word; the first, compiled, takes a fortieth
of the time of the second, which is pure Python and stands in where there is no compiled one for the machine.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

_ALONE = "snowballstemmer_alone"
"""Another name of the package, under which its modules are loaded without it: it loads three dozen languages (40 ms).
"""


class Stemmers(threading.local):
    """A Snowball stemmer keeps its word in itself, so each thread has its own."""

    def __init__(self) -> None:
        self._made: dict[str, Callable[[str], str]] = {}

    def english(self, word: str) -> str:
        """The stem of a word in small ASCII letters."""
        return self._stem("English", word)

    def russian(self, word: str) -> str:
        """The stem of a word in small Russian letters."""
        return self._stem("Russian", word)

    def _stem(self, language: str, word: str) -> str:
        made = self._made.get(language)
        if made is None:
            made = self._made[language] = compiled(language) or pure(language)
        return made(word)


def compiled(language: str) -> Callable[[str], str] | None:
    """The stemmer of PyStemmer for a language, or None where that is not installed."""
    try:
        made = import_module("Stemmer").Stemmer(language.lower(), 0)  # whoever asks remembers
    except ImportError:
        return None
    stem: Callable[[str], str] = made.stemWord
    return stem


def pure(language: str) -> Callable[[str], str]:
    """The stemmer of snowballstemmer for a language."""
    module = import_module(f"{_package()}.{language.lower()}_stemmer")
    stem: Callable[[str], str] = getattr(module, f"{language}Stemmer")().stemWord
    return stem


def _package() -> str:
    if _ALONE not in sys.modules:
        spec = find_spec("snowballstemmer")
        if spec is None or spec.submodule_search_locations is None:
            raise ModuleNotFoundError("No module named 'snowballstemmer'", name="snowballstemmer")
        package = ModuleType(_ALONE)
        package.__path__ = spec.submodule_search_locations
        sys.modules[_ALONE] = package
    return _ALONE
