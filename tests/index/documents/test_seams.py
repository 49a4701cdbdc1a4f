"""Text is clean, composed above all, also where the parts of a file meet: tags, comments, runs, references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.cleaning import clean
from index.documents.load import load_bytes
from tests.index.documents.binary import binary_files

MARK = "\u0300"
_RUNS = "<w:p><w:r><w:t>{}</w:t></w:r><w:r><w:t>{}</w:t></w:r></w:p>"
_SPAN = "<office:text><text:p>{}<text:span>{}</text:span></text:p></office:text>"


def _in(name: str, before: str, after: str) -> bytes:
    """A file in which two parts of a word meet."""
    if name == "a.docx":
        return binary_files.docx(_RUNS.format(before, after))
    if name == "a.odt":
        return binary_files.odt(_SPAN.format(before, after))
    page = f"<html><body><h1>T {before}<i></i>{after}</h1><p>{before}<span>{after}</span> and on</p></body></html>"
    return binary_files.epub({"a.xhtml": page}) if name == "a.epub" else page.encode()


@pytest.mark.parametrize("name", ["a.html", "a.docx", "a.odt", "a.epub"])
def test_a_mark_meets_its_letter(name: str) -> None:
    text = load_bytes(_in(name, "Envoys met He", f"{MARK}len"), name).text
    assert "Envoys met H\u00e8len" in text
    assert text == clean(text)


@pytest.mark.parametrize(
    "source",
    ["He<!-- -->\u0300len", "He&#x300;len", "|a|b|\n|-|-|\n|He&#x300;len|x|", "# He&#x300;len"],
)
def test_a_mark_meets_its_letter_in_markdown(source: str) -> None:
    assert "H\u00e8len" in load_bytes(source.encode(), "a.md").text


@given(
    st.sampled_from(["a.html", "a.docx", "a.odt"]),
    *(st.text(st.sampled_from("He\u0300\u0301\u0916\u093c\u200d\u200c\U0001f600\ufe0f\u1100\u1161 "), max_size=12),)
    * 2,
)
def test_two_clean_parts_are_clean_together(name: str, before: str, after: str) -> None:
    text = load_bytes(_in(name, f"x{before}", f"{after}x"), name).text
    assert text == clean(text)
