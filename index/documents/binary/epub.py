"""EPUB: the chapters of a book or a saved article, in the order in which they are read (EPUB 3.3, W3C, section 4.2)."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from index.documents.binary import xml
from index.documents.binary.archive import Archive
from index.documents.binary.metadata import PREFIXES, Metadata
from index.documents.builder import Builder, Parsed, Rich
from index.documents.cleaning import clean
from index.documents.dates import stated_date
from index.documents.encoding import decode
from index.documents.language import language_stated
from index.documents.pages.hostile import is_hostile
from index.documents.pages.html import bare_text, declared_encoding, self_closed
from index.documents.pages.tree import page
from index.documents.pieces import Piece, build
from index.errors import FormatError

CHAPTERS_AT_MOST: Final = 8 * 2**20
"""Bytes of all chapters that are read, as of a page of HTML."""
_CONTAINER: Final = "META-INF/container.xml"
_LOCKED: Final = ("META-INF/rights.xml", "META-INF/license.lcpl")
_CHAPTERS: Final = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
_PREFIXES: Final = PREFIXES | {
    "urn:oasis:names:tc:opendocument:xmlns:container": "container",
    "http://www.idpf.org/2007/opf": "opf",
}


def parse(data: bytes) -> Parsed:
    """The book in the bytes of an EPUB file.  Raises `FormatError` where it is damaged or protected."""
    archive = Archive(data)
    if any(name in archive for name in _LOCKED):
        raise FormatError("protected against being read by other programs")
    package = _Package()
    path = _packed_at(archive)
    whole = xml.read(archive.part(path), package, _PREFIXES)
    pieces: list[Piece] = []
    room = CHAPTERS_AT_MOST
    for chapter in package.chapters():
        name = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(chapter)))
        if name not in archive:
            whole = False
            continue
        source = archive.part(name)
        if len(source) > room:
            whole = False
            break
        room -= len(source)
        pieces += _chapter(source)
    if not pieces:
        raise FormatError("no chapter of it can be read")
    title = package.said["title"] or None
    builder = Builder()
    build(builder, pieces, title)
    return Parsed(
        builder.content(),
        title,
        stated_date(package.said["date"]),
        language_stated(package.said["language"]),
        not whole,
    )


class _Package:
    """The package document: what the book says of itself, its files, and the order of its chapters."""

    def __init__(self) -> None:
        self.said = Metadata()
        self._files: dict[str, str] = {}
        self._order: list[str] = []

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element of the package document."""
        self.said.begin(name, attributes)
        if name == "opf:item":
            shown = "nav" not in attributes.get("properties", "").split()
            if shown and attributes.get("media-type", "").lower() in _CHAPTERS:
                self._files[attributes.get("id", "")] = attributes.get("href", "")
        elif name == "opf:itemref" and attributes.get("linear") != "no":
            self._order.append(attributes.get("idref", ""))

    def end(self, name: str) -> None:
        """An element ended."""
        self.said.end(name)

    def text(self, text: str) -> None:
        """Words in an element."""
        self.said.text(text)

    def chapters(self) -> list[str]:
        """The chapters' addresses from the package document, in order, each once."""
        return list(dict.fromkeys(self._files[name] for name in self._order if name in self._files))


class _Container:
    """Where the first package document is."""

    def __init__(self) -> None:
        self.path = ""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element of the container document."""
        if name == "container:rootfile" and not self.path:
            self.path = attributes.get("full-path", "")

    def end(self, name: str) -> None:
        """Nothing is to be closed."""

    def text(self, text: str) -> None:
        """Words say nothing here."""


def _packed_at(archive: Archive) -> str:
    container = _Container()
    xml.read(archive.part(_CONTAINER), container, _PREFIXES)
    return container.path


def _chapter(source: bytes) -> list[Piece]:
    text = clean(decode(source, declared_encoding(source))[0])
    if is_hostile(text):
        return [Piece("p", Rich(line)) for line in bare_text(text).split("\n") if line.strip()]
    return page(LexborHTMLParser(self_closed(text))).pieces
