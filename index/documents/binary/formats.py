"""Which files are articles though they are no text, and the parser of each kind, loaded when the first is read."""

from __future__ import annotations

from typing import Final

from index.documents.builder import Parsed
from index.errors import FormatError

SUFFIXES: Final = frozenset((".epub", ".docx", ".odt", ".pdf"))
PDF_WANTED: Final = "a PDF: to read it, pypdfium2 is needed (pip install 'ceasefire-reader[pdf]')"
_HEAD: Final = 128
_SIGNS: Final = (
    (b"application/epub+zip", ".epub"),
    (b"application/vnd.oasis.opendocument.text", ".odt"),
    (b"%PDF-", ".pdf"),
)
"""What such a file holds in its first bytes."""


def reads_pdf() -> bool:
    """Whether what reads PDFs is installed."""
    from importlib.util import find_spec  # needed only where there is a PDF

    return find_spec("pypdfium2") is not None


def suffix_of(data: bytes) -> str:
    """The ending that a file with these bytes should have; "" where it is none of these kinds."""
    for sign, suffix in _SIGNS:
        if sign in data[:_HEAD]:
            return suffix
    return ".docx" if data.startswith(b"PK") and b"word/document.xml" in data else ""


def parse(data: bytes, suffix: str) -> Parsed:
    """The article in the bytes of a file of one of the `SUFFIXES`.  Raises `FormatError` where it cannot be read."""
    if suffix == ".epub":
        from index.documents.binary.epub import parse as parse_epub

        return parse_epub(data)
    if suffix == ".docx":
        from index.documents.binary.docx import parse as parse_docx

        return parse_docx(data)
    if suffix == ".odt":
        from index.documents.binary.odt import parse as parse_odt

        return parse_odt(data)
    if not reads_pdf():
        raise FormatError(PDF_WANTED)
    from index.documents.binary.pdf import parse as parse_pdf

    return parse_pdf(data)
