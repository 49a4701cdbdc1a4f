"""The numbers and signs that Word prints before the items of a list; they stand in no text of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from index.documents.binary import xml
from index.documents.binary.docx_names import PREFIXES, VALUE, number
from index.documents.cleaning import clean_line

_DEPTHS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_MARKER_AT_MOST: Final = 16
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")),
    *((9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(slots=True)
class Level:
    """How the items at one depth are numbered: the kind of number, where it begins, and what stands around it."""

    kind: str = "decimal"
    first: int = 1
    pattern: str = ""


@dataclass(slots=True)
class Lists:
    """The lists of a document: by id the kind of each, and by kind its levels; counts on as items come."""

    kinds: dict[str, str]
    levels: dict[str, dict[int, Level]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def marker(self, name: str, depth: int) -> str:
        """What stands before the next item of a list, at a depth from 0; "" where there is no such list."""
        kind = self.kinds.get(name)
        if kind is None:
            return ""
        levels = self.levels.get(kind, {})
        level = levels.get(depth, Level("bullet"))
        counts = self._counts.setdefault(kind, {})
        counts[depth] = counts.get(depth, level.first - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if level.kind in ("bullet", "none"):
            return "•" if level.kind == "bullet" else ""

        def spelt(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            of = levels.get(at, Level())
            return _SPELT.get(of.kind, str)(counts.get(at, of.first))

        return clean_line(_PLACE.sub(spelt, level.pattern[:_MARKER_AT_MOST]))[:_MARKER_AT_MOST]


def lists(data: bytes) -> Lists:
    """The lists of a document.  Raises `FormatError` where the part is no sound XML."""
    taker = _Numbering()
    xml.read(data, taker, PREFIXES)
    return taker.lists


class _Numbering:
    """Gathers the lists."""

    def __init__(self) -> None:
        self.lists = Lists({}, {})
        self._kind = self._name = ""
        self._level = Level()

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element of the part."""
        if name == "w:abstractNum":
            self._kind = attributes.get("w:abstractNumId", "")
        elif name == "w:lvl":
            depth = attributes.get("w:ilvl", "")
            self._level = Level()
            if len(depth) == 1 and depth.isascii() and depth.isdigit() and int(depth) < _DEPTHS and not self._name:
                self.lists.levels.setdefault(self._kind, {})[int(depth)] = self._level
        elif name == "w:numFmt":
            self._level.kind = attributes.get(VALUE, "")
        elif name == "w:start":
            self._level.first = number(attributes)
        elif name == "w:lvlText":
            self._level.pattern = attributes.get(VALUE, "")
        elif name == "w:num":
            self._name = attributes.get("w:numId", "")
        elif name == "w:abstractNumId" and self._name not in ("", "0"):
            self.lists.kinds[self._name] = attributes.get(VALUE, "")

    def end(self, name: str) -> None:
        """An element ended."""
        if name == "w:num":
            self._name = ""

    def text(self, text: str) -> None:
        """Words say nothing here."""


def _letters(value: int) -> str:
    """a to z, then aa to zz, as Word counts."""
    return chr(ord("a") + (value - 1) % 26) * min(4, (value - 1) // 26 + 1) if value > 0 else ""


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    spelt = ""
    for worth, sign in _ROMAN:
        spelt += sign * (value // worth)
        value %= worth
    return spelt


_SPELT: Final[dict[str, Callable[[int], str]]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
}
