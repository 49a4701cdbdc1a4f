"""The one door: every string from outside becomes text that is safe to show, search and compare.

What is decided here, so that nobody has to decide it again:

* Line ends (CR LF, CR, VT, FF, NEL, U+2028, U+2029) become one line feed; a tab becomes four spaces; every other
  space character (no-break, thin, ideographic ...) becomes a plain space.
* A colour sequence (ESC [ ... m) is dropped, since it changes no words.  Any other escape sequence becomes one
  visible ␛, so that a reader knows that something was there; what stands inside a terminated control string goes with
  it.
* Other C0 controls and DEL become their Control Pictures (␀ ␇ ␡).  C1 controls, which on the web are nearly always
  Windows-1252 read wrongly, become what HTML makes of them (U+0092 is ’); the five that mean nothing there become
  U+FFFD.
* Lone surrogates and noncharacters become U+FFFD.
* Bidi overrides, which only serve to deceive, are shown as <U+202E>; embeddings, isolates and marks are dropped,
  which leaves the text in its logical order.
* Zero-width characters, soft hyphens, fillers and tag characters are dropped.  ZWJ and ZWNJ stay between letters of
  scripts that are spelt with them and between emoji; a variation selector stays behind the one character it varies.
* At most eight combining marks follow a character, and the whole is NFC.

Clean text passes unchanged and nearly free, and cleaning twice is cleaning once.  Everything is linear in time.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, Literal

from index.documents.patterns import late

MARKS_AT_MOST: Final = 8
"""Combining marks kept on one character; no living orthography needs as many."""

_ASCII_KEPT: Final = bytes([0x0A, *range(0x20, 0x7F)])

_PLAIN: Final = frozenset(_ASCII_KEPT.decode())
_ESCAPE: Final = late(
    r"\x1b(?:"
    r"\[(?P<arguments>[0-?]*+)[ -/]*+(?P<final>[@-~])"  # CSI
    r"|[\]PX^_k][^\x1b\x07\x9c\n\r]*+(?:\x07|\x9c|\x1b\\)"  # OSC, DCS, SOS, PM, APC, screen's title: up to their end
    r"|[ -/]*+[0-Z\\`-~]"  # two characters, or with intermediates
    r")?"
)
_NEWLINES: Final = "\r\x0b\x0c\x85\u2028\u2029"
_NEWLINE: Final = late("\r\n?|[\x0b\x0c\x85\u2028\u2029]")

_DROPPED: Final = frozenset(
    (
        *(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x200B, 0x3164, 0xFEFF, 0xFFA0),
        *(*range(0x180B, 0x1810), *range(0x200E, 0x2010), *range(0x202A, 0x202D), *range(0x2060, 0x2070)),
        *(*range(0xFFF0, 0xFFFC), *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B)),
    )
)
_JOINERS: Final = "\u200c\u200d"
_SELECTORS: Final = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
# Scripts whose spelling uses the joiners: Arabic and its kin, the Brahmic family, Mongolian, presentation forms.
_JOINED: Final = (
    "\u0600-\u074f\u0750-\u08ff\u0900-\u0dff\u0e80-\u109f\u1780-\u18af\ua840-\uaaff\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefe"
    "\U00011000-\U00011fff"
)
_EMOJI: Final = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u2328\u232b-\u23ff\u25aa-\u27bf\u2934\u2935\u2b05-\u2b55\u3030"
    "\u303d\u3297\u3299\U0001f000-\U0001faff\ufe0f"
)
# A joiner that does not stand between two such letters or two such emoji.
_LONE_JOINER: Final = late(
    rf"[{_JOINERS}](?!(?<=[{_JOINED}].)(?=[{_JOINED}]))(?!(?<=[{_EMOJI}].)(?=[{_EMOJI}]))", re.DOTALL
)
_LONE_SELECTOR: Final = late(
    rf"(?:\A|(?<=[\s{_SELECTORS}{_JOINERS}]))[{_SELECTORS}]+"
    "|(?<![\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"
)

_Kind = Literal["plain", "swap", "escape", "newline", "joiner", "selector"]


def clean(text: str) -> str:
    """`text` as it may be kept and shown: see the module's decisions.  Never raises; idempotent; linear."""
    # What is no plain ASCII, found by a call that takes a tenth of the time of looking at each character.
    others = set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII_KEPT).decode("utf-8", "surrogatepass"))
    if all(map(_is_settled, others)):
        return text
    kinds: dict[_Kind, list[str]] = {}
    for character in others:
        kind = _kind(character)
        if kind != "plain":
            kinds.setdefault(kind, []).append(character)
    if "escape" in kinds:
        text = _ESCAPE.sub(_escape, text)
    if "newline" in kinds:
        text = _NEWLINE.sub("\n", text)
    if "swap" in kinds:
        text = text.translate({ord(character): _swapped(character) for character in kinds["swap"]})
    if "selector" in kinds:
        text = _LONE_SELECTOR.sub("", text)
    if "joiner" in kinds:
        text = _LONE_JOINER.sub("", text)
    return _composed(text)


def clean_line(text: str) -> str:
    """The same on one line, for titles, file names and queries: white space becomes single spaces, none at the ends."""
    return " ".join(clean(text).split())


def _escape(found: re.Match[str]) -> str:
    return "" if found["final"] == "m" and found["arguments"].lstrip("0123456789;:") == "" else "␛"


@lru_cache(maxsize=4096)
def _kind(character: str) -> _Kind:
    """What has to be done about one character."""
    code = ord(character)
    if 0x20 <= code < 0x7F or code == 0x0A:
        return "plain"
    if code == 0x1B:
        return "escape"
    if character in _NEWLINES:
        return "newline"
    if character in _JOINERS:
        return "joiner"
    if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return "selector"
    if _swapped(character) != character:
        return "swap"
    return "plain"


@lru_cache(maxsize=4096)
def _is_settled(character: str) -> bool:
    """Whether a character stays as it is whatever stands beside it: letters and marks of Latin, Cyrillic and Greek that
    no other joins, and the punctuation of their texts.
    """
    near = character < "\u0300" or "\u0370" <= character < "\u0590" or "\u2010" <= character < "\u2100"
    return (
        near and _kind(character) == "plain" and not _is_mark(character) and unicodedata.is_normalized("NFC", character)
    )


@lru_cache(maxsize=4096)
def _swapped(character: str) -> str:
    """The character that stands for one that may not stay; itself where it may."""
    code = ord(character)
    if character == "\t":
        return "    "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if 0x80 <= code < 0xA0:
        return bytes([code]).decode("cp1252", "replace")
    if code in (0x202D, 0x202E):
        return f"<U+{code:04X}>"
    if code in _DROPPED or 0xE0000 <= code < 0xE0100 or 0xE01F0 <= code < 0xE1000:
        return ""
    if 0xD800 <= code < 0xE000 or 0xFDD0 <= code < 0xFDF0 or code & 0xFFFE == 0xFFFE:
        return "\ufffd"
    return " " if unicodedata.category(character) == "Zs" else character


def _composed(text: str) -> str:
    """`text` in NFC with its piles of marks cut.

    They are cut before composing too, because the canonical ordering of a pile takes quadratic time.
    """
    text = _with_few_marks(text)
    if unicodedata.is_normalized("NFC", text):
        return text
    return _with_few_marks(unicodedata.normalize("NFC", text))


def _with_few_marks(text: str) -> str:
    marks = "".join(sorted(filter(_is_mark, set(text) - _PLAIN)))
    if not marks:
        return text
    return re.sub(f"([{re.escape(marks)}]{{{MARKS_AT_MOST}}})[{re.escape(marks)}]+", r"\1", text)


@lru_cache(maxsize=4096)
def _is_mark(character: str) -> bool:
    return unicodedata.combining(character) != 0 or unicodedata.category(character) in ("Mn", "Me")
