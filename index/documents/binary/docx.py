"""Word documents (Office Open XML, ECMA-376 part 1): paragraphs by their styles, lists with numbers, tables, notes.

What was deleted while changes were tracked is left out, and what was put in is there, as the document is printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from index.documents.addresses import address
from index.documents.binary import xml
from index.documents.binary.archive import Archive
from index.documents.binary.docx_lists import Lists, lists
from index.documents.binary.docx_names import PREFIXES, VALUE, is_on, number
from index.documents.binary.docx_styles import Style, styles
from index.documents.binary.metadata import metadata
from index.documents.binary.sheet import DEEPEST, Sheet
from index.documents.builder import Builder, Parsed
from index.documents.cleaning import clean_line
from index.documents.model import InlineStyle
from index.documents.pieces import Piece, build
from index.errors import FormatError

_DOCUMENT: Final = "word/document.xml"
_NOTES: Final = ("word/footnotes.xml", "word/endnotes.xml")
_LEFT_OUT: Final = ("w:del", "w:moveFrom", "mc:Fallback")
_LOOKS: Final[dict[str, InlineStyle]] = {"w:b": "strong", "w:i": "emphasis", "w:strike": "strike"}
_SPELT: Final = {"w:tab": " ", "w:noBreakHyphen": "-"}
_TABLES: Final = {
    "w:tbl": Sheet.begin_table,
    "w:tr": Sheet.begin_row,
    "w:tc": Sheet.begin_cell,
    "w:tblHeader": Sheet.has_header,
}
_HEADING_AT_MOST: Final = 120


def parse(data: bytes) -> Parsed:
    """The document in the bytes of a `.docx` file.  Raises `FormatError` where it is damaged or protected."""
    archive = Archive(data)
    if _DOCUMENT not in archive:
        raise FormatError("not a Word document")
    known = styles(archive.part("word/styles.xml")) if "word/styles.xml" in archive else {}
    numbers = lists(archive.part("word/numbering.xml")) if "word/numbering.xml" in archive else Lists({}, {})
    sheet = Sheet()
    title: str | None = None
    whole = True
    for name in (_DOCUMENT, *_NOTES):
        if name in archive:
            body = _Body(sheet, known, numbers, _addresses(archive, name))
            whole = xml.read(archive.part(name), body, PREFIXES) and whole
            title = title or body.title
    _find_headings(sheet.pieces)
    title = title or _stated_title(archive)
    builder = Builder()
    build(builder, sheet.pieces, title)
    return Parsed(builder.content(), title, truncated=not whole)


@dataclass(slots=True)
class _Open:
    """A paragraph that has not ended."""

    style: Style = Style()  # noqa: RUF009 - it cannot be changed
    list: str = ""
    depth: int = 0
    in_run: bool = False
    """Does it stand in a run of another, as in a text box?"""


class _Body:
    """Gathers the paragraphs of one part."""

    def __init__(self, sheet: Sheet, known: dict[str, Style], numbers: Lists, addresses: dict[str, str]) -> None:
        self.title: str | None = None
        self._sheet = sheet
        self._styles = known
        self._lists = numbers
        self._addresses = addresses
        self._left_out = 0
        """How many elements are open that are not read, one inside the other."""
        self._paragraphs: list[_Open] = []
        self._run = self._words = self._unseen = False
        """Is a run open, are its words, and does the document hide it?"""
        self._looks: list[InlineStyle] = []
        self._links: list[str] = []
        self._note = ""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element of the part."""
        if self._left_out or name in _LEFT_OUT or name.endswith("Change"):  # as it was before a change
            self._left_out += 1
        elif name == "w:p":
            self._sheet.begin_paragraph()
            self._paragraphs.append(_Open(in_run=self._run))
            self._run = False
        elif name == "w:r":
            self._run, self._unseen, self._looks = True, False, []
        elif self._run:
            self._begin_in_run(name, attributes)
        elif self._paragraphs and name == "w:hyperlink":
            self._links.append(self._addresses.get(attributes.get("r:id", ""), ""))
        elif name in _TABLES:
            _TABLES[name](self._sheet)
        elif name == "w:tblLook" and attributes.get("w:firstRow") == "1":
            self._sheet.has_header()
        elif name in ("w:footnote", "w:endnote"):
            self._note = attributes.get("w:id", "")
        elif self._paragraphs:
            self._begin_property(self._paragraphs[-1], name, attributes)

    def _begin_property(self, paragraph: _Open, name: str, attributes: Mapping[str, str]) -> None:
        if name == "w:pStyle":
            paragraph.style = style = self._styles.get(attributes.get(VALUE, ""), Style())
            paragraph.list, paragraph.depth = style.list, style.depth
        elif name == "w:outlineLvl" and number(attributes) < 6:
            paragraph.style = Style(f"h{number(attributes) + 1}")
        elif name == "w:ilvl":
            paragraph.depth = number(attributes)
        elif name == "w:numId":
            paragraph.list = attributes.get(VALUE, "")

    def _begin_in_run(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "w:t":
            self._words = not self._unseen
        elif name in _LOOKS and is_on(attributes):
            self._looks.append(_LOOKS[name])
        elif name == "w:vanish":
            self._unseen = is_on(attributes)
        elif name in ("w:br", "w:cr"):
            self._sheet.break_line()
        elif name in _SPELT:
            self._say(_SPELT[name])
        elif name in ("w:footnoteReference", "w:endnoteReference"):
            self._say(f"[{attributes.get('w:id', '')}]")
        elif name in ("w:footnoteRef", "w:endnoteRef"):
            self._say(f"[{self._note}] ")

    def end(self, name: str) -> None:
        """An element ended."""
        if self._left_out:
            self._left_out -= 1
        elif name == "w:t":
            self._words = False
        elif name == "w:r":
            self._run = False
        elif name == "w:p" and self._paragraphs:
            self._end_paragraph(self._paragraphs.pop())
        elif name == "w:hyperlink" and self._links:
            self._links.pop()
        elif name == "w:tbl":
            self._sheet.end_table()

    def text(self, text: str) -> None:
        """Words, where they are those of a run."""
        if self._words and not self._left_out:
            self._say(text)

    def _say(self, text: str) -> None:
        self._sheet.say(text, self._looks, self._links[-1] if self._links else "")

    def _end_paragraph(self, paragraph: _Open) -> None:
        self._run = paragraph.in_run
        tag = paragraph.style.tag
        if paragraph.list in self._lists.kinds:
            marker = self._lists.marker(paragraph.list, paragraph.depth)
            if tag == "p":
                self._sheet.is_now("li", level=min(paragraph.depth + 1, DEEPEST), marker=marker)
        elif tag != "p":
            self._sheet.is_now("h1" if tag == "title" else tag)
        ended = self._sheet.end_paragraph()
        if ended is not None and tag == "title" and self.title is None:
            self.title = clean_line(ended.rich.text)


class _Addresses:
    """Where the links of a part lead."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element of the part."""
        if name == "rels:Relationship" and attributes.get("TargetMode") == "External":
            self.found[attributes.get("Id", "")] = address(attributes.get("Target"))

    def end(self, name: str) -> None:
        """Nothing is to be closed."""

    def text(self, text: str) -> None:
        """Words say nothing here."""


def _addresses(archive: Archive, part: str) -> dict[str, str]:
    name = part.replace("word/", "word/_rels/") + ".rels"
    taker = _Addresses()
    if name in archive:
        xml.read(archive.part(name), taker, PREFIXES)
    return taker.found


def _find_headings(pieces: list[Piece]) -> None:
    """Where no style says what is a heading, a short line that is bold from end to end is one."""
    if any(piece.tag[:1] == "h" for piece in pieces):
        return
    for piece in pieces:
        text = piece.rich.text
        bold = any(mark.style == "strong" and mark.end - mark.start == len(text) for mark in piece.rich.marks)
        if bold and piece.tag == "p" and len(text) <= _HEADING_AT_MOST and text[-1] not in ".,;:" and "\n" not in text:
            piece.tag = "h2"


def _stated_title(archive: Archive) -> str | None:
    """The title among the document's properties, where it is more than the name of a program or a file."""
    if "docProps/core.xml" not in archive:
        return None
    title = metadata(archive.part("docProps/core.xml"))["title"]
    return title if " " in title and not title.lower().startswith("microsoft word") else None
