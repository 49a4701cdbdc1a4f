"""Whatever a file holds, a document is whole: blocks in order over all the text, spans inside, clean, linear."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents import load as loading
from index.documents.cleaning import clean, clean_line
from index.documents.load import load_bytes
from index.documents.model import Document
from index.documents.pages import html
from index.documents.payload import document_payload
from index.documents.sentences import sentences
from index.errors import FormatError
from tests.bounds import bounded

LINES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            [
                "",
                "",
                "Some Title Here",
                "A | B |",
                "---|---|",
                "x | *y* |",
                "| a |",
                "|---|",
                "1. one",
                "2. two",
                "- bullet",
                "  - under",
                "> quote",
                "```",
                "***",
                "***em*** text.",
                "# Head",
                "Question: why?",
                "FAQ",
                "Is it?",
                "Source link",
                "By Jane Roe",
                "A longer line of prose that ends as sentences end, as it should. And another one follows.",
                "===",
                "    code",
                "<div>",
                "</p>",
                "<p>para",
                "<table><tr><td>c",
                "<li>x",
                "<b>",
                "</b>",
                "[a](https://x.example)",
                "&#27;[0m",
                "e\u0301",
                "\u0301",
                "a\u202eb",
            ]
        ),
    ),
    max_size=25,
)


def check(document: Document) -> None:
    """Everything that the model promises."""
    text = document.text
    assert clean(text) == text
    assert clean_line(document.title) == document.title
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(text)
        assert not text[at : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        at = block.end
        cell_at = block.start
        for row in block.rows:
            for cell in row:
                assert cell_at <= cell.start <= cell.end <= block.end
                cell_at = cell.end
        assert bool(block.rows) == (block.kind == "table")
    assert not text[at:].strip()
    spans = [(block.start, block.end) for block in document.blocks]
    for inline in document.inlines:
        assert any(start <= inline.start < inline.end <= end for start, end in spans)
    at = 0
    for sentence in sentences(document):
        assert at <= sentence.start < sentence.end
        assert not text[at : sentence.start].strip()
        at = sentence.end
    assert not text[at:].strip()
    json.dumps(document_payload(document)).encode()


@given(LINES, st.sampled_from([".txt", ".md", ".html"]))
def test_every_document_is_whole(lines: list[str], suffix: str) -> None:
    try:
        document = load_bytes("\n".join(lines).encode("utf-8", "surrogatepass"), "a" + suffix)
    except FormatError:
        return
    check(document)


@given(LINES)
def test_plain_text_loses_no_words(lines: list[str]) -> None:
    lines = [line for line in lines if line.isascii() and line.isalpha()]
    document = load_bytes("\n".join(lines).encode(), "a.txt")
    assert document.text.split() == " ".join(lines).split()


@pytest.mark.parametrize(
    "unit",
    [
        "*",
        "|",
        "#",
        ">",
        "[",
        "_",
        "`",
        "<div>",
        "a\n",
        "?\n",
        "| a |\n",
        "a|b\n---|---\n",
        "***a ",
        "- a\n",
        "1) a\n\n",
        "By A ",
        "Title Case\n",
    ],
)
def test_plain_text_is_read_in_linear_time(unit: str) -> None:
    data = (unit * (200_000 // len(unit))).encode()
    with bounded():
        load_bytes(data, "a.txt")


def test_a_longer_file_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "BYTES_AT_MOST", 1000)
    document = load_bytes("Слово за слово. ".encode() * 100, "a.txt")
    assert document.truncated
    assert len(document.text.encode()) <= 1003
    assert not load_bytes(b"short", "a.txt").truncated
    monkeypatch.setattr(html, "BYTES_AT_MOST", 500)
    page = load_bytes(b"<article>" + b"<p>Word after word and one more of them.</p>" * 20 + b"</article>", "a.html")
    assert page.truncated
    assert 0 < len(page.text) <= 500


def test_the_hash_is_of_the_bytes() -> None:
    assert load_bytes(b"a\r\nb", "a.txt").sha256 != load_bytes(b"a\nb", "a.txt").sha256


def test_reading_plain_text_imports_no_parser_of_other_formats() -> None:
    program = (
        "import sys, index.documents.load as l, index.documents.scan, index.documents.sentences as s\n"
        "s.sentences(l.load_bytes('Слово. word'.encode(), 'a.txt'))\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('markdown_it', 'selectolax', "
        "'charset_normalizer', 'textual')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five articles for measuring are not there")
def test_the_five_articles() -> None:
    found = {}
    for path in sorted(SEEDS.glob("*.txt")):
        document = load_bytes(path.read_bytes(), path.name)
        check(document)
        assert "***" not in document.text
        assert "|" not in document.text
        kinds = [block.kind for block in document.blocks]
        questions = sum(block.role == "question" for block in document.blocks)
        titled = any(block.role == "title" for block in document.blocks)
        found[path.name[:3]] = (
            kinds.count("heading"),
            kinds.count("table"),
            kinds.count("caption"),
            kinds.count("boilerplate"),
            questions,
            titled,
        )
    assert found == {
        "000": (18, 1, 0, 0, 7, False),
        "001": (10, 2, 0, 0, 3, False),
        "002": (5, 0, 0, 0, 0, True),
        "003": (0, 0, 0, 1, 0, False),
        "004": (1, 0, 2, 3, 0, True),
    }
