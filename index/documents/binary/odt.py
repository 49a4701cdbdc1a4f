"""OpenDocument texts (OASIS, ODF 1.3 part 3), as LibreOffice writes them: headings, paragraphs, lists, tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from index.documents.addresses import address
from index.documents.binary import xml
from index.documents.binary.archive import Archive
from index.documents.binary.metadata import metadata
from index.documents.binary.sheet import DEEPEST, Sheet
from index.documents.builder import Builder, Parsed
from index.documents.cleaning import clean_line
from index.documents.model import InlineStyle
from index.documents.pieces import build
from index.errors import FormatError

_DOCUMENT: Final = "content.xml"
_NAMES: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES: Final = {
    f"{_NAMES}office:1.0": "office",
    f"{_NAMES}text:1.0": "text",
    f"{_NAMES}table:1.0": "table",
    f"{_NAMES}style:1.0": "style",
    f"{_NAMES}xsl-fo-compatible:1.0": "fo",
    "http://www.w3.org/1999/xlink": "xlink",
}
_LEFT_OUT: Final = (
    "office:annotation",
    "text:tracked-changes",
    "text:table-of-content",
    "text:alphabetical-index",
    "text:note-citation",
)
_QUOTED: Final = "Quotations"
_SPANS_AT_MOST: Final = 8
"""Styles inside each other that are minded."""
_TABLES: Final = {
    "table:table": Sheet.begin_table,
    "table:table-row": Sheet.begin_row,
    "table:table-cell": Sheet.begin_cell,
    "table:table-header-rows": Sheet.has_header,
}


def parse(data: bytes) -> Parsed:
    """The document in the bytes of an `.odt` file.  Raises `FormatError` where it is damaged or protected."""
    archive = Archive(data)
    if _DOCUMENT not in archive:
        raise FormatError("not an OpenDocument text")
    body = _Body()
    whole = xml.read(archive.part(_DOCUMENT), body, _PREFIXES)
    stated = metadata(archive.part("meta.xml"))["title"] if "meta.xml" in archive else ""
    title = body.title or stated or None
    builder = Builder()
    build(builder, body.sheet.pieces, title)
    return Parsed(builder.content(), title, truncated=not whole)


class _Body:
    """Gathers the paragraphs of the document."""

    def __init__(self) -> None:
        self.sheet = Sheet()
        self.title: str | None = None
        self._left_out = 0
        """How many elements are open that are not read, one inside the other."""
        self._styles: dict[str, str] = {}
        """By the name of an automatic style, the style that it varies."""
        self._looks: dict[str, list[InlineStyle]] = {}
        self._style = ""
        self._paragraphs: list[tuple[str, str]] = []
        """Of the open paragraphs the tag and the style, the innermost last."""
        self._spans: list[list[InlineStyle]] = []
        self._links: list[str] = []
        self._depth = 0
        self._item = False
        """Does an item of a list begin here?"""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element of the document."""
        if self._left_out or name in _LEFT_OUT:
            self._left_out += 1
        elif name in ("text:p", "text:h"):
            self._begin_paragraph(name, attributes)
        elif name == "text:span":
            self._spans.append(self._looks.get(attributes.get("text:style-name", ""), []))
        elif name == "text:a":
            self._links.append(address(attributes.get("xlink:href")))
        elif name in ("text:s", "text:tab"):
            self.text(" ")
        elif name == "text:line-break":
            self.sheet.break_line()
        elif name == "text:list":
            self._depth += 1
        elif name == "text:list-item":
            self._item = True
        elif name in _TABLES:
            _TABLES[name](self.sheet)
        elif name == "style:style":
            self._style = attributes.get("style:name", "")
            self._styles[self._style] = attributes.get("style:parent-style-name", "")
        elif name == "style:text-properties" and self._style:
            self._looks[self._style] = _looks(attributes)

    def _begin_paragraph(self, name: str, attributes: Mapping[str, str]) -> None:
        style = attributes.get("text:style-name", "")
        style = self._styles.get(style) or style
        self.sheet.begin_paragraph()
        if name == "text:h":
            level = attributes.get("text:outline-level", "1")
            self.sheet.is_now(f"h{level}" if level in tuple("123456") else "h6")
        elif style == "Title":
            self.sheet.is_now("h1")
        elif self._depth:
            self.sheet.is_now("li", level=min(self._depth, DEEPEST), marker="•" if self._item else "")
            self._item = False
        elif style == _QUOTED:
            self.sheet.is_now("blockquote")
        self._paragraphs.append((name, style))

    def end(self, name: str) -> None:
        """An element ended."""
        if self._left_out:
            self._left_out -= 1
        elif name in ("text:p", "text:h") and self._paragraphs:
            _, style = self._paragraphs.pop()
            ended = self.sheet.end_paragraph()
            if ended is not None and style == "Title" and self.title is None:
                self.title = clean_line(ended.rich.text)
        elif name == "text:span" and self._spans:
            self._spans.pop()
        elif name == "text:a" and self._links:
            self._links.pop()
        elif name == "text:list":
            self._depth -= 1
        elif name == "table:table":
            self.sheet.end_table()
        elif name == "style:style":
            self._style = ""

    def text(self, text: str) -> None:
        """Words of a paragraph."""
        if self._paragraphs and not self._left_out:
            looks = [look for span in self._spans[-_SPANS_AT_MOST:] for look in span]
            self.sheet.say(text, dict.fromkeys(looks), self._links[-1] if self._links else "")


def _looks(attributes: Mapping[str, str]) -> list[InlineStyle]:
    looks: list[InlineStyle] = []
    if attributes.get("fo:font-weight") == "bold":
        looks.append("strong")
    if attributes.get("fo:font-style") == "italic":
        looks.append("emphasis")
    if attributes.get("style:text-line-through-style", "none") != "none":
        looks.append("strike")
    return looks
