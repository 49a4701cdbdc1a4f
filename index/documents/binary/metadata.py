"""What a file says of itself in the words of the Dublin Core, as EPUB, Word and OpenDocument files all do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from index.documents.binary import xml
from index.documents.cleaning import clean_line

PREFIXES: Final = {"http://purl.org/dc/elements/1.1/": "dc"}
_WANTED: Final = ("dc:title", "dc:date", "dc:language")


class Metadata:
    """The first title, date and language, cleaned, "" where it is silent."""

    def __init__(self) -> None:
        self._found: dict[str, str] = {}
        self._open = ""

    def __getitem__(self, name: str) -> str:
        return clean_line(self._found.get(f"dc:{name}", ""))

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element of the file."""
        if name in _WANTED and name not in self._found:
            self._open, self._found[name] = name, ""

    def end(self, name: str) -> None:
        """An element ended."""
        if name == self._open:
            self._open = ""

    def text(self, text: str) -> None:
        """Words in an element."""
        if self._open:
            self._found[self._open] += text


def metadata(data: bytes) -> Metadata:
    """What is said in a part that holds such words.  Raises `FormatError` where it is no sound XML."""
    found = Metadata()
    xml.read(data, found, PREFIXES)
    return found
