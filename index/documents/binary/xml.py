"""XML read as it streams by: no tree, no entities, no recursion, so that no document can make it take long."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Protocol
from xml.parsers import expat

from index.errors import FormatError

ELEMENTS_AT_MOST: Final = 1_000_000


class Taker(Protocol):
    """Takes what comes by.  Names are `prefix:name` with the prefix that the caller gave to the namespace, `?` where it
    gave none; attributes of no namespace have their bare names.
    """

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Characters as they stand there: not clean."""


class _Enough(Exception):
    """More elements than are read."""


def read(data: bytes, taker: Taker, prefixes: Mapping[str, str]) -> bool:
    """Reads a document; whether it was read to its end, or only as far as `ELEMENTS_AT_MOST`.

    Raises `FormatError` where it is not well-formed, or defines entities, which could unfold without end.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    elements = 0
    names: dict[str, str] = {}

    def short(name: str) -> str:
        if (known := names.get(name)) is None:
            space, _, local = name.rpartition(" ")
            known = names[name] = f"{prefixes.get(space, '?')}:{local}" if space else local
        return known

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal elements
        elements += 1
        if elements > ELEMENTS_AT_MOST:
            raise _Enough
        taker.begin(short(name), {short(key): value for key, value in attributes.items()})

    def refuse(*_: object) -> None:
        raise FormatError("its XML defines entities")

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda name: taker.end(short(name))
    parser.CharacterDataHandler = taker.text
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except _Enough:
        return False
    except (expat.ExpatError, LookupError, UnicodeError, ValueError) as problem:
        raise FormatError("damaged: its XML is not well-formed") from problem
    return True
