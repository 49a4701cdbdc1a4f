"""What `fuzz` and its targets share: the promises that hold of every document, and how inputs are taken apart."""

from __future__ import annotations

import unicodedata

from index.documents.cleaning import clean, clean_line
from index.documents.load import load_bytes
from index.documents.model import Document
from index.documents.sentences import segments
from index.errors import FormatError

SPLIT = b"\x1e"
"""Parts the two articles of a comparison, the parts of an archive, and the lines of a page."""

LINKS = ("http://", "https://", "mailto:")


def check_document(document: Document) -> None:
    """What holds of every document."""
    written = document.text
    assert written == clean(written), "the text is not clean"
    assert unicodedata.is_normalized("NFC", written), "the text is not composed"
    assert document.title == clean_line(document.title), "the title is not clean"
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(written), "a block is out of place"
        assert not written[at : block.start].strip(), "text outside of blocks"
        at = block.end
        for row in block.rows:
            for cell in row:
                assert block.start <= cell.start <= cell.end <= block.end, "a cell is out of place"
    assert not written[at:].strip(), "text behind the last block"
    for inline in document.inlines:
        assert 0 <= inline.start < inline.end <= len(written), "an inline is out of place"
        assert not inline.target or inline.target.startswith(LINKS), "a link leads elsewhere"
    at = 0
    for segment in segments(document):
        assert at <= segment.start < segment.end <= len(written), "a sentence is out of place"
        at = segment.end


def read(data: bytes, name: str) -> Document | None:
    """The document in the bytes of a file of that name; `None` where it is refused with a reason."""
    try:
        document = load_bytes(data, name)
    except FormatError:
        return None
    check_document(document)
    return document


def parts(data: bytes, many: int) -> list[str]:
    """So many texts at least, without what XML has no characters for."""
    found = [part.decode("utf-8", "replace").replace("\x00", "") for part in data.split(SPLIT)]
    return found + [""] * (many - len(found))
