"""Which files are articles though they are no text, and the parser of each kind, loaded when the first is read."""

from __future__ import annotations

from typing import Final

from index.documents.builder import Parsed
from index.documents.patterns import late
from index.errors import FormatError

MAIL: Final = frozenset((".mhtml", ".mht", ".eml"))
SUFFIXES: Final = frozenset((".epub", ".docx", ".odt", ".pdf", ".webarchive")) | MAIL
PDF_WANTED: Final = "a PDF: to read it, pypdfium2 is needed (pip install 'ceasefire-reader[pdf]')"
_HEAD: Final = 128
_SIGNS: Final = (
    (b"application/epub+zip", ".epub"),
    (b"application/vnd.oasis.opendocument.text", ".odt"),
    (b"%PDF-", ".pdf"),
)
"""What such a file holds in its first bytes."""
_MAIL_HEAD: Final = 4096
_SAVED: Final = late(
    rb"\A(?:[A-Za-z-]{2,40}:[^\n]{0,500}\n(?:[ \t][^\n]{0,500}\n){0,9}){0,20}?"
    rb"(?:Snapshot-Content-Location:|MIME-Version: ?1\.0)"
)
"""The headers of a page that a browser saved, or of a message."""


def reads_pdf() -> bool:
    """Whether what reads PDFs is installed."""
    from importlib.util import find_spec  # needed only where there is a PDF

    return find_spec("pypdfium2") is not None


def suffix_of(data: bytes) -> str:
    """The ending that a file with these bytes should have; "" where it is none of these kinds."""
    for sign, suffix in _SIGNS:
        if sign in data[:_HEAD]:
            return suffix
    if _SAVED.search(data[:_MAIL_HEAD]):
        return ".mhtml"
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
    if suffix in MAIL:
        from index.documents.binary.mail import parse as parse_mail

        return parse_mail(data)
    if suffix == ".webarchive":
        from index.documents.binary.webarchive import parse as parse_webarchive

        return parse_webarchive(data)
    if not reads_pdf():
        raise FormatError(PDF_WANTED)
    from index.documents.binary.pdf import parse as parse_pdf

    return parse_pdf(data)
