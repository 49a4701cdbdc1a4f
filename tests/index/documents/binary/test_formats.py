"""Articles that are no text, in a corpus: found, opened, searched, and told from what is not of their kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.documents.binary.formats import suffix_of
from index.library import Library
from index.settings import Settings
from tests.index.documents.binary.binary_files import docx, epub, named, odt, paragraph, pdf

WORD = docx(paragraph("Envoys met in the hotel by the lake."))
TEXT = odt("<text:p>Nobody came to the shore.</text:p>")
BOOK = epub({"a.xhtml": "<h1>The map</h1><p>It was drawn by night."}, said="<dc:title>Of maps</dc:title>")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, data in (("a.docx", WORD), ("b.odt", TEXT), ("c.epub", BOOK), ("d.docx", WORD[:-50])):
        (folder / name).write_bytes(data)
    return folder


def test_they_are_searched_and_what_cannot_be_read_is_listed(corpus: Path, settings: Settings) -> None:
    library = Library.open(corpus, settings=settings)
    library.refresh()
    assert {hit.document for hit in library.search("hotel OR shore OR night", 10).hits} == {"a.docx", "b.odt", "c.epub"}
    assert [(one.path, one.reason) for one in library.skipped()] == [
        ("d.docx", "not whole: the list of its parts is missing")
    ]
    library.close()


def test_there_is_a_name_to_begin_with_before_they_are_read(corpus: Path, settings: Settings) -> None:
    library = Library.open(corpus, settings=settings)
    beginning = library.beginning("c.epub")
    assert beginning is not None
    assert (beginning.title, beginning.text, beginning.sha256) == ("c.epub", "", "")
    assert library.read("c.epub").title == "Of maps"
    assert library.beginning("c.epub") is None
    library.close()


def test_a_text_is_opened_before_what_is_none(corpus: Path, settings: Settings) -> None:
    (corpus / "e.txt").write_text("A text that can be read at once.")
    first = Library.open(corpus, settings=settings).first()
    assert first is not None
    assert first.path == "e.txt"


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (WORD, ".docx"),
        (TEXT, ".odt"),
        (BOOK, ".epub"),
        (pdf([[]]), ".pdf"),
        (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\n\r\n", ".mhtml"),
        (b"Subject: Flood\nTo: a\n b\nMIME-Version: 1.0\n\nNine died.", ".mhtml"),
        (b"Nine died.\nMIME-Version: 1.0 is a header.", ""),
        (b"PK are two letters", ""),
        (b"word/document.xml is a name", ""),
        (b"<p>%PDF</p>", ""),
    ],
    ids=named,
)
def test_what_comes_through_a_pipe_is_told_by_its_bytes(data: bytes, suffix: str) -> None:
    assert suffix_of(data) == suffix


def test_a_document_from_a_pipe_is_read(settings: Settings) -> None:
    library = Library.open_bytes(WORD, settings=settings)
    first = library.first()
    assert first is not None
    assert library.read(first.path).text == "Envoys met in the hotel by the lake."
    library.close()
