"""The one door: nothing that could act on a terminal or deceive a reader comes through; clean text stays as it is."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.cleaning import MARKS_AT_MOST, clean, clean_line
from tests.bounds import bounded

FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200b\u200e\u200f\u061c\u202a-\u202e\u2028\u2029\u2060-\u206f\u00ad\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e00ff]"
)
NASTY = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(
            list(
                "ab e\u0301\u0316\u200c\u200d\u200b\ufe0f\ufe0e\U000e0101\u2764\U0001f469\u0641\u06cc\u0915\u4e00\u2126"
                "\x1b[]0;m\x07\\\n\r\t\x85\x9b\x9d\u202e\u2066\ud800\udc00\u0344\u0958\u1fef"
            )
        ),
    ),
    max_size=60,
)


@given(NASTY)
def test_what_comes_out_is_harmless_and_stays_the_same(text: str) -> None:
    cleaned = clean(text)
    assert not FORBIDDEN.search(cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) == cleaned
    cleaned.encode("utf-8")


@given(NASTY)
def test_a_line_is_one_line_without_outer_space(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert line == line.strip()
    assert "  " not in line
    assert clean_line(line) == line


@given(st.text(alphabet="abc XYZ.,;:!?'\"()[]\n0123–—’“”éїёЖ漢", max_size=80))
def test_ordinary_text_passes_unchanged(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb\rc\x85d\u2028e\x0bf\x0cg", "a\nb\nc\nd\ne\nf\ng"),
        ("a\tb", "a    b"),
        ("100\u00a0km\u202fnorth", "100 km north"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("x\x1b]0;title\x07y", "x␛y"),
        ("x\x1b]0;title without an end", "x␛]0;title without an end"),
        ("x\x1b]8;;https://a.example\x1b\\link\x1b]8;;\x1b\\", "x␛link␛"),
        ("x\x1bcy", "x␛y"),
        ("bell\x07 null\x00 delete\x7f", "bell␇ null␀ delete␡"),
        ("don\x92t", "don’t"),
        ("\x9b31m\x90", "›31m\ufffd"),
        ("\ud800", "\ufffd"),
        ("\ufffe", "\ufffd"),
        ("txt\u202eexe", "txt<U+202E>exe"),
        ("\u2066@name\u2069", "@name"),
        ("cease\u200bfire cease\u00adfire \ufeffx", "ceasefire ceasefire x"),
        ("hidden\U000e0041\U000e0042", "hidden"),
        ("e\u0301", "é"),
        ("a\u200db", "ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d👧 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3", "👩\u200d👧 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3"),
        ("\ufe0fx\ufe0f\ufe0f", "x\ufe0f"),
    ],
)
def test_each_decision(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_a_pile_of_marks_is_cut() -> None:
    assert len(clean("e" + "\u0301" * 5000)) <= 1 + MARKS_AT_MOST
    assert len(clean("x" + "\u0344" * 5000)) <= 1 + MARKS_AT_MOST


@pytest.mark.parametrize(
    "unit",
    ["a\t", "\x1b]0;", "\x1b[", "\x1b", "\u0301\u0316", "\u200d", "👩\u200d", "\ufe0f", "\x85", "e\u0301", "\u202e"],
)
def test_cleaning_is_linear(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    with bounded():
        clean(text)
