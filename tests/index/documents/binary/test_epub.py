"""EPUB: the chapters in the order of reading, and what the book says of itself."""

from __future__ import annotations

import pytest

from index.documents.load import load_bytes
from index.errors import FormatError
from tests.index.documents.binary.binary_files import archive, epub, named

FIRST = (
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
    "<body><h1>The lake</h1><p>Envoys met.<a id='x'/> It rained.</p></body></html>"
)
SECOND = "<html><body><h2>The map</h2><p>Nobody <em>liked</em> it.</p></body></html>"
SAID = "<dc:title>Talks by the lake</dc:title><dc:date>2021-05-03T08:00:00Z</dc:date><dc:language>en-GB</dc:language>"


def test_chapters_come_in_the_order_of_reading() -> None:
    document = load_bytes(
        epub({"b.xhtml": SECOND, "a%20.xhtml": "", "a .xhtml": FIRST}, said=SAID, order=["a%20.xhtml", "b.xhtml"]),
        "a.epub",
    )
    assert (document.title, document.date, document.language) == ("Talks by the lake", "2021-05-03", "en")
    assert document.text == ("Talks by the lake\n\nThe lake\n\nEnvoys met. It rained.\n\nThe map\n\nNobody liked it.")
    assert [block.kind for block in document.blocks] == ["heading", "heading", "paragraph", "heading", "paragraph"]
    assert not document.truncated


def test_a_chapter_that_is_missing_is_told_and_the_rest_is_read() -> None:
    more = '<item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/>'
    document = load_bytes(epub({"a.xhtml": FIRST}, order=["a.xhtml", "gone"], more=more), "a.epub")
    assert document.truncated
    assert "Envoys met." in document.text


def test_what_is_no_chapter_is_not_read() -> None:
    more = (
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="pic" href="pic.svg" media-type="image/svg+xml"/>'
    )
    made = epub({"a.xhtml": FIRST}, order=["nav", "pic", "a.xhtml"], more=more)
    assert not load_bytes(made, "a.epub").truncated


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (epub({}), "no chapter"),
        (epub({"a.xhtml": "<p> </p>"}), "no chapter"),
        (archive({"mimetype": "application/epub+zip"}), "missing"),
        (archive({"META-INF/rights.xml": "<rights/>"}), "protected"),
        (b"not an archive", "not whole"),
    ],
    ids=named,
)
def test_a_book_that_cannot_be_read_says_why(data: bytes, why: str) -> None:
    with pytest.raises(FormatError, match=why):
        load_bytes(data, "a.epub")


def test_a_chapter_that_is_made_to_take_long_is_read_as_bare_text() -> None:
    document = load_bytes(epub({"a.xhtml": "<div>" * 100_000 + "<p>Envoys met."}), "a.epub")
    assert document.text == "Envoys met."
