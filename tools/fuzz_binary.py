"""Targets of `fuzz`: what word processors, books and PDFs hold."""

from __future__ import annotations

import json
from collections.abc import Callable

from fuzz_checks import SPLIT, check_document, parts, read

from index.documents.binary import docx, epub, odt, pdf_child  # noqa: F401 - loaded late otherwise, without instruments
from index.documents.binary import pdf as pdfs
from index.documents.binary.pdf_layout import Line, Page, pieces
from index.documents.binary.sheet import Sheet
from index.documents.builder import Builder
from index.documents.cleaning import clean, clean_line
from index.documents.model import Document
from index.documents.pieces import build
from tests.index.documents.binary import binary_files


def word(data: bytes) -> None:
    """The parts of a Word document: body, styles, numbering, notes, relationships."""
    body, styles, numbering, notes, links, *_ = parts(data, 5)
    read(binary_files.docx(body, styles=styles, numbering=numbering, notes=notes, links=links), "a.docx")


def opendocument(data: bytes) -> None:
    """The parts of an OpenDocument text: body and styles."""
    body, styles, *_ = parts(data, 2)
    read(binary_files.odt(f"<office:text>{body}</office:text>", styles=styles), "a.odt")


def book(data: bytes) -> None:
    """The parts of an EPUB: two chapters, metadata, manifest."""
    first, second, said, more, *_ = parts(data, 4)
    read(binary_files.epub({"a.xhtml": first, "b.xhtml": second}, said=said, more=more), "a.epub")


def mail(data: bytes) -> None:
    """The bytes of a message."""
    read(data, "a.eml")


def archives(data: bytes) -> None:
    """The bytes of an archive."""
    for name in ("a.docx", "a.odt", "a.epub", "a.webarchive"):
        read(data, name)


def pages(data: bytes) -> None:
    """Lines as they are printed on the pages of a PDF; what is not at the edge of one is not lost."""
    lines = [
        Line(
            text, 6 + size % 24, size > 127, float(left), bottom * 3.0, left + right * 2.0, bottom * 3.0 + 6 + size % 24
        )
        for size, left, bottom, right, text in (
            (*part[:4], clean_line(part[4:].decode("utf-8", "replace"))) for part in data.split(SPLIT) if len(part) > 4
        )
    ]
    made = pieces([Page(800.0, lines[place : place + 20]) for place in range(0, len(lines), 20)])
    for piece in made:
        assert clean(piece.rich.text) == piece.rich.text, "it is not clean"
    if len(lines) <= 20:
        told = "".join(piece.marker + piece.rich.text for piece in made)
        middle = [line.text for line in lines if line.bottom > 100 and line.top < 700]
        letters = [letter for text in middle for letter in text if letter.isalpha()]
        assert not set(letters) - set(told), "a letter is lost"


def pdf(data: bytes) -> None:
    """The bytes of a PDF, read by PDFium in this very process; or, behind `{`, what a process that reads could tell."""
    if data.startswith(b"{"):
        try:
            told = json.loads(data)
        except (ValueError, RecursionError):
            return
    else:
        told = json.loads(json.dumps(pdf_child.read(data)))
    _told.clear()
    _told.update(told)
    read(b"%PDF-", "a.pdf")


_told: dict[str, object] = {}
pdfs._told = lambda data: _told


def sheets(data: bytes) -> None:
    """Paragraphs and tables that begin and end in any order: a step is a byte, and what stands behind it its words."""
    sheet = Sheet()
    steps: tuple[Callable[[str], object], ...] = (
        sheet.say,
        lambda said: sheet.say(said, ("strong",), "https://a.example/"),
        lambda said: sheet.begin_paragraph(),
        lambda said: sheet.begin_paragraph("h2"),
        lambda said: sheet.end_paragraph(),
        lambda said: sheet.begin_table(),
        lambda said: sheet.begin_row(),
        lambda said: sheet.begin_cell(),
        lambda said: sheet.end_table(),
        lambda said: sheet.break_line(),
        lambda said: sheet.has_header(),
        lambda said: sheet.is_now("li", level=3, marker=said),
        lambda said: sheet.is_now(""),
    )
    for step in data.split(SPLIT):
        steps[step[0] % len(steps) if step else 0](step[1:].decode("utf-8", "replace"))
    builder = Builder()
    build(builder, sheet.pieces, None)
    content = builder.content()
    check_document(Document("a.docx", "", content.text, content.blocks, content.inlines))


TARGETS: tuple[Callable[[bytes], None], ...] = (word, opendocument, book, mail, archives, pages, pdf, sheets)


def beginnings(target: str, begun: list[bytes]) -> list[bytes]:
    """What fuzzing begins with: pieces of articles in the shape of the target."""
    if target == "word":
        look = ("", "Heading1", "ListParagraph")
        return [
            "".join(
                binary_files.paragraph(line, style) for line in piece.decode("utf-8", "replace").split("\n")
            ).encode()
            for number, piece in enumerate(begun)
            for style in look[number % 3 :][:1]
        ]
    if target == "opendocument":
        return [b"<text:h>T</text:h><text:p>" + piece + b"</text:p>" for piece in begun]
    if target == "book":
        return [b"<html><body><h1>T</h1><p>" + piece + b"</p></body></html>" for piece in begun]
    if target == "mail":
        return [b"Subject: T\nContent-Type: text/html\n\n<h1>T</h1><p>" + piece for piece in begun]
    if target == "archives":
        body = "".join(binary_files.paragraph(word) for word in ("Envoys met.", "They talked."))
        return [
            binary_files.docx(body),
            binary_files.odt("<office:text><text:p>Envoys met.</text:p></office:text>"),
            binary_files.epub({"a.xhtml": "<html><body><p>Envoys met.</p></body></html>"}),
        ]
    if target == "pages":
        return [
            SPLIT.join(bytes((10, 50, 200 - number, 200)) + line for number, line in enumerate(piece.split(b". ")[:30]))
            for piece in begun
        ]
    if target == "pdf":
        lines = [(50.0, 700.0 - 12 * number, 10.0 + 8 * (number == 1), "Envoys met.") for number in range(9)]
        made = [binary_files.pdf([lines[:many]] * pages, title="Talks") for many, pages in ((1, 1), (9, 1), (4, 3))]
        line = ["Envoys met.", 10, False, 50, 700, 200, 710]
        return [*made, json.dumps({"title": "T", "pages": [[800, line, line]], "whole": True}).encode()]
    steps = bytes((2, 0, 4, 5, 6, 7, 2, 1, 4, 8))
    return [
        SPLIT.join(bytes((step,)) + word for step, word in zip(steps * 9, piece.split(), strict=False))
        for piece in begun
    ]
