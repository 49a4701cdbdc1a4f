"""What the styles of a Word document say that a paragraph is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from index.documents.binary import xml
from index.documents.binary.docx_names import PREFIXES, VALUE, number

_BASES_AT_MOST: Final = 20
_HEADING: Final = re.compile(r"heading ([1-9])")
_TAGS: Final = {
    "title": "title",
    "quote": "blockquote",
    "intense quote": "blockquote",
    "block text": "blockquote",
    "caption": "figcaption",
    "html preformatted": "pre",
    "plain text": "pre",
}
_CONTENTS: Final = re.compile(r"toc [1-9]|table of figures|index [1-9]")


class Style(NamedTuple):
    """A block's tag ("title" for the document's, "" for what is no text, as a table of contents is), and the list that
    it belongs to, with its depth from 0.
    """

    tag: str = "p"
    list: str = ""
    depth: int = 0


class _Read:
    """A style as it is written."""

    def __init__(self) -> None:
        self.name = self.base = self.list = ""
        self.depth = 0
        self.outline: int | None = None


def styles(data: bytes) -> dict[str, Style]:
    """The styles of paragraphs, by id.  Raises `FormatError` where the part is no sound XML."""
    taker = _Styles()
    xml.read(data, taker, PREFIXES)
    return {name: _style(taker.read, name) for name in taker.read}


class _Styles:
    """Gathers the styles."""

    def __init__(self) -> None:
        self.read: dict[str, _Read] = {}
        self._open: _Read | None = None

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element of the part."""
        if name == "w:style":
            self._open = self.read[attributes.get("w:styleId", "")] = _Read()
        elif self._open is None:
            return
        elif name == "w:name":
            self._open.name = attributes.get(VALUE, "").lower()
        elif name == "w:basedOn":
            self._open.base = attributes.get(VALUE, "")
        elif name == "w:outlineLvl":
            self._open.outline = number(attributes)
        elif name == "w:numId":
            self._open.list = attributes.get(VALUE, "")
        elif name == "w:ilvl":
            self._open.depth = number(attributes)

    def end(self, name: str) -> None:
        """An element ended."""
        if name == "w:style":
            self._open = None

    def text(self, text: str) -> None:
        """Words say nothing here."""


def _style(read: Mapping[str, _Read], name: str) -> Style:
    """A style, with what it takes over from those that it is based on."""
    listed, depth = "", 0
    for _ in range(_BASES_AT_MOST):
        each = read.get(name)
        if each is None:
            break
        if not listed:
            listed, depth = each.list, each.depth
        if tag := _tag(each):
            return Style(tag, listed, depth)
        if _CONTENTS.fullmatch(each.name):
            return Style("")
        name = each.base
    return Style("p", listed, depth)


def _tag(style: _Read) -> str:
    if found := _HEADING.match(style.name):
        return f"h{min(6, int(found[1]))}"
    if style.outline is not None and style.outline < 6:
        return f"h{style.outline + 1}"
    return _TAGS.get(style.name, "")
