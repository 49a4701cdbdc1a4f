"""Archives and their XML are read within limits, whatever they say of themselves."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.binary import archive as archives
from index.documents.binary.archive import Archive
from index.documents.load import load_bytes
from index.errors import FormatError
from tests.bounds import bounded
from tests.index.documents.binary.binary_files import archive, docx, epub, named, odt, paragraph

ENTITIES = '<!DOCTYPE x [<!ENTITY a "PWNED"><!ENTITY b "&a;&a;">]>'
SOUND = (docx(paragraph("Envoys met.")), odt("<text:p>Envoys met.</text:p>"), epub({"a": "<p>Envoys met."}))
ENDINGS = (".docx", ".odt", ".epub")


def packed(method: int, data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as into:
        into.writestr(zipfile.ZipInfo("word/document.xml"), data, method)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (packed(zipfile.ZIP_DEFLATED, b" " * (archives.UNPACKED_AT_MOST + 1)), "32 MB when unpacked"),
        (packed(zipfile.ZIP_BZIP2, b"<x/>"), "unusual way"),
        (packed(zipfile.ZIP_LZMA, b"<x/>"), "unusual way"),
        (archive({"word/document.xml": ENTITIES + "<x>&b;</x>"}), "entities"),
        (archive({"word/document.xml": "<x>"}), "well-formed"),
        (archive({"word/document.xml": b"\xff\xfe\x00<x/>"}), "well-formed"),
        (archive({"other": ""}), "not a Word document"),
        (b"PK\x05\x06" + b"\xff" * 18, "too many parts"),
        (SOUND[0][:-40], "not whole"),
        (b"", "not whole"),
        (b"\xd0\xcf\x11\xe0" * 100, "not whole"),
    ],
    ids=named,
)
def test_what_is_made_to_hurt_is_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(FormatError, match=why):
        load_bytes(data, "a.docx")


def test_a_part_that_is_protected_is_refused() -> None:
    data = bytearray(SOUND[0])
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + flags] |= 1
    with pytest.raises(FormatError, match="password"):
        load_bytes(bytes(data), "a.docx")


def test_what_is_read_counts_over_all_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "UNPACKED_AT_MOST", 1_000)
    opened = Archive(archive({"a": "x" * 600, "b": "x" * 600}))
    assert len(opened.part("a")) == 600
    with pytest.raises(FormatError, match="when unpacked"):
        opened.part("b")


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (docx("<w:tbl><w:tr><w:tc>" * 60_000 + paragraph("Envoys met.") + "</w:tc></w:tr></w:tbl>" * 60_000), ".docx"),
        (docx("<w:p><w:r>" * 60_000 + "<w:t>Envoys met.</w:t>" + "</w:r></w:p>" * 60_000), ".docx"),
        (docx(("<w:r><w:t>a</w:t></w:r>" * 60_000).join(("<w:p>", "</w:p>"))), ".docx"),
        (
            odt(
                "<text:p>" + '<text:span text:style-name="T">a' * 60_000 + "</text:span>" * 60_000 + "</text:p>",
                styles='<style:style style:name="T"><style:text-properties fo:font-weight="bold"/></style:style>',
            ),
            ".odt",
        ),
        (
            odt(
                "<text:list><text:list-item>" * 60_000 + "<text:p>a</text:p>" + "</text:list-item></text:list>" * 60_000
            ),
            ".odt",
        ),
        (
            odt(
                "<table:table><table:table-row><table:table-cell>" * 40_000
                + "<text:p>a</text:p>"
                + "</table:table-cell></table:table-row></table:table>" * 40_000
            ),
            ".odt",
        ),
    ],
    ids=named,
)
def test_what_nests_without_end_takes_time_by_its_length_alone(data: bytes, ending: str) -> None:
    with bounded():
        assert load_bytes(data, "a" + ending).text


@given(
    which=st.integers(0, 2),
    at=st.floats(0, 1, exclude_max=True),
    instead=st.binary(max_size=40),
    dropped=st.integers(0, 200),
)
def test_a_damaged_file_is_read_or_refused(which: int, at: float, instead: bytes, dropped: int) -> None:
    data = SOUND[which]
    place = int(at * len(data))
    try:
        load_bytes(data[:place] + instead + data[place + dropped :], "a" + ENDINGS[which])
    except FormatError:
        pass


@given(texts=st.lists(st.text(max_size=30), min_size=1, max_size=6), bold=st.booleans())
def test_every_word_of_a_word_document_is_in_its_text(texts: list[str], bold: bool) -> None:
    shown = ["".join(letter for letter in text if letter.isascii() and letter.isprintable()) for text in texts]
    document = load_bytes(docx("".join(paragraph(text, look="<w:b/>" * bold) for text in shown)), "a.docx")
    assert document.text.split() == " ".join(shown).split()
    assert all(document.text[mark.start : mark.end].strip() for mark in document.inlines)
