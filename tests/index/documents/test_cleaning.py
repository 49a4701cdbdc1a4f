"""The one door: nothing that could act on a terminal or deceive a reader comes through; clean text stays as it is."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents import cleaning
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


def test_a_line_has_single_spaces_between_its_words() -> None:
    assert clean_line(" one\t two\r\n\u3000three\u2028") == "one two three"


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
        ("\x1b[38:5:9mred\x1b[m", "red"),
        ("\x1b[2Jx\x1b[?25hy\x1b[>1mz", "␛x␛y␛z"),
        ("\x1b(Bx\x1b 1y\x1b", "␛x␛y␛"),
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
        ("\u1112\u1161\u11ab", "한"),
        ("\u09c7\u09be", "\u09cb"),
        ("a\u200db", "ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d👧 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3", "👩\u200d👧 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3"),
        ("\ufe0fx\ufe0f\ufe0f", "x\ufe0f"),
    ],
)
def test_each_decision(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize("mark", ["\u0301", "\u0344", "\u20dd", "\u0489", "\u0f39", "\u0941"])
def test_a_pile_of_marks_is_cut_to_eight(mark: str) -> None:
    assert MARKS_AT_MOST == 8
    assert clean("q" + mark * 5000)[:1] == "q"
    for many in (8, 9, 5000):
        assert len(clean("q" + mark * many)) == 1 + 8
    assert clean("q" + mark * 3) == unicodedata.normalize("NFC", "q" + mark * 3)


def test_letters_are_no_pile() -> None:
    text = "X" * 40 + "|" * 40 + " q\u0301 q\u0316"
    assert clean(text) == text


# Unicode's property Default_Ignorable_Code_Point (DerivedCoreProperties.txt), its joiners and selectors left out;
# bidi overrides, which are shown, too; and the marks of interlinear annotation, which are no less invisible.
IGNORABLE = (
    "00AD 034F 061C 115F-1160 17B4-17B5 180B-180F 200B 200E-200F 202A-202C 2060-206F 3164 FEFF FFA0 FFF0-FFFB "
    "1BCA0-1BCA3 1D173-1D17A E0000-E00FF E01F0-E0FFF"
)
# What the web's decoders read in these bytes (the Encoding Standard's windows-1252, its five C1 controls left out).
WINDOWS = dict(
    zip(
        (c for c in range(0x80, 0xA0) if c not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)),
        "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ",
        strict=True,
    )
)


def alone(code: int, dropped: set[int]) -> str:
    """What is left of one character that stands alone, by the rules as they are told."""
    if code in dropped or code in (0x200C, 0x200D) or 0xE0100 <= code <= 0xE01EF:
        return ""
    if code in (0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029):
        return "\n"
    if code == 0x09:
        return "    "
    if code < 0x20 or code == 0x7F:
        return "␡" if code == 0x7F else chr(0x2400 + code)
    if 0x80 <= code <= 0x9F:
        return WINDOWS.get(code, "\ufffd")
    if code in (0x202D, 0x202E):
        return f"<U+{code:04X}>"
    character = chr(code)
    category = unicodedata.category(character)
    if category == "Cs" or 0xFDD0 <= code <= 0xFDEF or code % 0x10000 >= 0xFFFE:
        return "\ufffd"
    return " " if category == "Zs" else unicodedata.normalize("NFC", character)


@pytest.mark.parametrize("beside", ["", "a", "E", "й", "\n"])
def test_what_is_not_looked_at_further_would_stay_as_it_is(beside: str) -> None:
    settled = [character for character in map(chr, range(0x2200)) if cleaning._is_settled(character)]
    assert {"é", "й", "“", "—", "€", "я"} <= {*settled}
    text = beside + beside.join(settled)
    assert cleaning._composed(text) == text
    assert not any(cleaning._is_settled(character) for character in "\u0301\u00a0\u00ad\u200b\u202e\u2028\u037e\ud800")


def test_every_character_alone() -> None:
    spans = [[int(end, 16) for end in part.split("-")] for part in IGNORABLE.split()]
    dropped = {code for span in spans for code in range(span[0], span[-1] + 1)}
    planes = (range(0x20000), range(0x2FF00, 0x30100), range(0xDFF00, 0xE1100), range(0xFFF00, 0x110000))
    # Each by itself behind a full stop, so that the one cannot change the other.
    codes = [code for plane in planes for code in plane if code != 0x1B]
    wrong = [
        f"{code:04X}"
        for begin in range(0, len(codes), 256)
        for code, left in zip(
            codes[begin : begin + 256],
            re.split(r"\.§\.", clean(".§." + ".§.".join(map(chr, codes[begin : begin + 256])) + ".§."))[1:-1],
            strict=True,
        )
        if left != alone(code, dropped)
    ]
    assert wrong == []


@pytest.mark.parametrize("code", [*range(0x20), 0x7F, *range(0x80, 0xA0), 0xA0])
def test_one_bad_character_in_plain_text_is_noticed(code: int) -> None:
    if code != 0x1B:
        assert clean(f"a{chr(code)}b") == f"a{alone(code, set())}b"


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (0xE0000, 0xE00FF, ""),
        (0xE01F0, 0xE0FFF, ""),
        (0xD800, 0xDFFF, "\ufffd"),
        (0xFDD0, 0xFDEF, "\ufffd"),
        (0xFFFE, 0xFFFF, "\ufffd"),
        (0x1FFFE, 0x1FFFF, "\ufffd"),
        (0x202D, 0x202E, None),
    ],
)
def test_characters_that_are_none_end_where_they_end(first: int, last: int, shown: str | None) -> None:
    for code in (first, last):
        assert clean(f"a{chr(code)}b") == f"a{f'<U+{code:04X}>' if shown is None else shown}b"
    for code in (first - 1, last + 1):
        assert clean(f"a{chr(code)}b") == f"a{alone(code, {0x202C})}b"


@pytest.mark.parametrize("selector", ["\ufe00", "\ufe0f", "\U000e0100", "\U000e01ef"])
def test_a_selector_stays_behind_what_it_varies(selector: str) -> None:
    assert clean(f"葛{selector}x") == f"葛{selector}x"
    assert clean(f"葛{selector}{selector}") == f"葛{selector}"
    assert clean(f" {selector}x") == " x"
    assert clean(f"☎{selector}") == ("☎" if selector >= "\U000e0100" else f"☎{selector}")


@pytest.mark.parametrize(
    "unit",
    ["a\t", "\x1b]0;", "\x1b[", "\x1b", "\u0301\u0316", "\u200d", "👩\u200d", "\ufe0f", "\x85", "e\u0301", "\u202e"],
)
def test_cleaning_is_linear(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    with bounded():
        clean(text)
