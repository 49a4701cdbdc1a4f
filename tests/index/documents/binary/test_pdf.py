"""PDFs: paragraphs, headings and lists by how they are printed; what cannot be read is refused with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.binary import formats, pdf
from index.documents.binary.pdf_layout import Line, Page, pieces
from index.documents.load import load_bytes
from index.documents.scan import scan
from index.errors import FormatError
from index.library import Library
from index.settings import Settings
from tests.index.documents.binary.binary_files import pdf as made

needs_pdfium = pytest.mark.skipif(not formats.reads_pdf(), reason="the extra “pdf” is not installed")


def line(
    text: str, bottom: float, *, size: float = 10, left: float = 50, right: float = 500, bold: bool = False
) -> Line:
    return Line(text, size, bold, left, bottom, right, bottom + size)


def shapes(*pages: list[Line]) -> list[tuple[str, str]]:
    return [(piece.tag, piece.rich.text) for piece in pieces([Page(800, lines) for lines in pages])]


def test_lines_are_paragraphs_by_their_distance() -> None:
    assert shapes(
        [
            line("Envoys met in the", 700),
            line("hotel by the lake", 688),
            line("and talked.", 676),
            line("It rained", 650),
        ]
    ) == [("p", "Envoys met in the hotel by the lake and talked."), ("p", "It rained")]


def test_lines_are_paragraphs_by_where_they_begin_and_end() -> None:
    assert shapes(
        [
            line("Envoys met in the", 700),
            line("hotel.", 688, right=100),
            line("It rained all the", 676),
            line("day and all night", 664),
            line("Nobody came to the", 652, left=70),
            line("shore", 640),
        ]
    ) == [
        ("p", "Envoys met in the hotel."),
        ("p", "It rained all the day and all night"),
        ("p", "Nobody came to the shore"),
    ]


def test_larger_letters_are_headings_by_their_size() -> None:
    text = [line(f"words of the text number {number}", 600 - 12 * number) for number in range(6)]
    assert shapes(
        [line("Talks by", 760, size=24), line("the lake", 730, size=24), line("The map", 640, size=14), *text]
    )[:3] == [
        ("h1", "Talks by the lake"),
        ("h2", "The map"),
        ("p", " ".join(each.text for each in text)),
    ]


def test_a_short_bold_line_is_a_heading_below_the_larger_ones() -> None:
    lines = [line("Title", 700, size=20), line("The map", 660, bold=True), line("Nobody liked it at all.", 640)]
    assert shapes(lines) == [("h1", "Title"), ("h2", "The map"), ("p", "Nobody liked it at all.")]


def test_marked_lines_are_items_and_go_on_where_they_are_indented() -> None:
    lines = [line("• one point", 700), line("and more of it", 688, left=70), line("2. another", 676)]
    assert shapes(lines) == [("li", "one point and more of it"), ("li", "another")]


def test_what_stands_at_the_edge_of_every_page_is_left_out_and_paragraphs_go_on_over_it() -> None:
    pages = [
        [line("The Lake 2021", 740), line(f"part {number} of what", 700), line("they said", 688), line(f"{number}", 60)]
        for number in range(1, 4)
    ]
    assert shapes(*pages) == [
        ("p", "part 1 of what they said part 2 of what they said part 3 of what they said"),
    ]


def test_a_line_that_is_printed_twice_in_the_text_stays() -> None:
    assert shapes([line("He said no.", 400), line("He said no.", 380)])[0] == ("p", "He said no. He said no.")


def test_words_that_the_ends_of_lines_broke_are_whole() -> None:
    text = "nego\ufffetiators of a long\ufffeterm truce, long-term, Anglo\ufffeSaxon"
    assert shapes([line(text, 700)]) == [("p", "negotiators of a long-term truce, long-term, Anglo-Saxon")]


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=8),
            st.floats(0, 800),
            st.sampled_from([8.0, 10.0, 10.4, 24.0]),
            st.booleans(),
        ),
        max_size=30,
    )
)
def test_nothing_of_the_middle_of_a_page_is_lost(drawn: list[tuple[str, float, float, bool]]) -> None:
    lines = [line(text, 100 + bottom * 0.7, size=size, bold=bold) for text, bottom, size, bold in drawn]
    told = "".join(piece.marker + piece.rich.text for piece in pieces([Page(800, lines)]))
    kept = [letter for each in drawn for letter in each[0] if letter != "-"]
    assert [letter for letter in told if letter not in " -"] == kept


@needs_pdfium
def test_a_pdf_is_read_with_its_structure() -> None:
    page = [
        (50, 700, 24, "Talks by the lake"),
        (50, 660, 10, "Envoys of both delegations met in the hotel (again)"),
        (50, 648, 10, "and talked."),
        (50, 610, 14, "The map"),
        (50, 580, 10, "Nobody liked it at all, as one of them put it later"),
    ]
    document = load_bytes(made([page], title="Microsoft Word - a.doc"), "a.pdf")
    assert document.title == "Talks by the lake"
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        ("heading", "Talks by the lake"),
        ("paragraph", "Envoys of both delegations met in the hotel (again) and talked."),
        ("heading", "The map"),
        ("paragraph", "Nobody liked it at all, as one of them put it later"),
    ]
    assert load_bytes(made([page], title="Of the Lake"), "a.pdf").title == "Of the Lake"


@needs_pdfium
@pytest.mark.parametrize(
    ("data", "why"),
    [
        (made([[]]), "pages are pictures"),
        (b"no such thing", "not a PDF"),
        (b"%PDF-1.7\nand nothing of the kind", "damaged"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, why: str) -> None:
    with pytest.raises(FormatError, match=why):
        load_bytes(data, "a.pdf")


@needs_pdfium
def test_escapes_in_a_title_are_made_visible() -> None:
    document = load_bytes(made([[(50, 700, 10, "text")]], title=r"A \033]0;PWNED\007 title"), "a.pdf")
    assert "\x1b" not in document.title + document.text
    assert "PWNED" in document.title


@needs_pdfium
@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"[]",
        b'{"pages": 3, "title": "", "whole": true}',
        b'{"pages": [[1, ["a"]]], "title": "", "whole": true}',
        b'{"pages": [[1, ["a", "b", 1, 2, 3, 4, 5]]], "title": "", "whole": true}',
        b'{"error": "it \\u001b[31m failed"}',
    ],
)
def test_what_the_process_that_reads_tells_is_not_believed(told: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    class Done:
        returncode, stdout = 0, told

    monkeypatch.setattr(pdf.subprocess, "run", lambda *_, **__: Done)
    with pytest.raises(FormatError) as refused:
        load_bytes(b"%PDF-1.7", "a.pdf")
    assert "\x1b" not in str(refused.value)


@needs_pdfium
def test_a_process_that_ends_costs_its_file_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Done:
        returncode, stdout = -11, b""

    monkeypatch.setattr(pdf.subprocess, "run", lambda *_, **__: Done)
    with pytest.raises(FormatError, match="ended its process"):
        load_bytes(b"%PDF-1.7", "a.pdf")


def test_without_what_reads_pdfs_they_are_skipped_and_later_read(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(made([[(50, 700, 10, "Envoys met in the hotel by the lake.")]]))
    (tmp_path / "b.txt").write_text("Nobody came to the shore.")
    there = formats.reads_pdf()
    monkeypatch.setattr(formats, "reads_pdf", lambda: False)
    monkeypatch.setattr("index.library.indexed.reads_pdf", lambda: False)
    assert [(one.path, one.reason) for one in scan(tmp_path).skipped] == [("a.pdf", formats.PDF_WANTED)]
    library = Library.open(tmp_path, settings=settings)
    assert library.refresh().articles == 1
    library.close()
    if there:
        monkeypatch.undo()
        library = Library.open(tmp_path, settings=settings)
        assert library.refresh().articles == 2
        library.close()
