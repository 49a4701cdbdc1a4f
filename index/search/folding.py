"""The one analysis of words: what the index holds and what a query asks for are made by the same few functions.

A word of the text becomes one or more tokens.  Each has a *form* (case and accents folded, quotation marks and
possessive 's gone, "1,200" as "1200", "U.S." as "us") and a *stem* (Snowball English, Porter 2, 2001; Snowball Russian
for Russian letters; `light_stems` for Ukrainian and Arabic ones; other words stay as they are).  A word with hyphens
gives each part, and two parts also the word written as one ("cease-fire" is found by cease, by fire and by ceasefire).
So does one with an apostrophe between two words ("dell'Ucraina", "İstanbul'da").  Positions count parts, so that a
phrase is found across a hyphen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from index.documents.patterns import late
from index.search import light_stems
from index.stemmers import Stemmers

VERSION = 2
"""To be raised with every change of what a text is analysed to; an index of another version is built anew."""

LONGEST = 64
"""Characters of a form that count; what a longer word has beyond them is not told apart."""

_STEMS_KEPT = 1 << 17
"""Stems that a process remembers; some 20 MB."""
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d"
    "\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0"
)
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
_APOSTROPHES = "'\u2019\u2018\u02bc\u02b9\u00b4`\uff07\u2032"
_HYPHENS = "\\-\u2010\u2011\ufe63\uff0d"
_LETTER = rf"[^\W_{_CJK}]"
# Three digits inside a row of groups are no start: from the row's own start it failed already. Else it is quadratic.
_NOT_INSIDE = r"(?:(?<!(?<![^,\s])\d,)(?<!(?<![^,\s])\d\d,)(?<!(?<![^,\s])\d\d\d,)|(?!\d{3},))"

_ATOM = (
    rf"(?:[^\W\d_]\.)+[^\W\d_](?!{_LETTER})\.?"  # U.S. U.S e.g.
    rf"|{_NOT_INSIDE}\d{{1,3}}+(?:,\d{{3}})++(?![\d,])(?:\.\d+(?![\d.]))?"  # 1,200 1,200.50
    r"|(?<!\d\.)\d+\.\d+(?!\.?\d)"  # 3.5, but not the date 21.04.2025
    rf"|(?:{_LETTER}[{_MARKS}]*)+(?:[{_APOSTROPHES}](?:{_LETTER}[{_MARKS}]*)+)*"
)
_ANY_WORD = rf"[{_CJK}]|(?:{_ATOM})(?:[{_HYPHENS}](?:{_ATOM}))*"
# Most words are plain letters before a space or a full stop: two ways to the same match that take half the time.
_PLAIN_WORD = r"[A-Za-z]++(?=[ \n,;:!?)\"])|[A-Za-z]{2,}+(?=\.)"
# The whole takes longer to compile than most searches take.
_BY_ITSELF = re.compile("[A-Za-z]+")
_PLAIN_HERE = re.compile(_PLAIN_WORD)
_WORD = late(f"{_PLAIN_WORD}|{_ANY_WORD}")
_SPLIT_ATOM = late(_ATOM)
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
# With the points of Hebrew, and the vowels and the hamza of Arabic above and below its letters.
_STRIPPED_MARKS = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]"
)
_RUSSIAN = re.compile("[а-я]+")
_UKRAINIAN = re.compile("[а-яєії]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ARABIC = re.compile("[\u0621-\u064a]+")
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
# qu'Emmanuel, dell'Ucraina, Türkiye'nin, 2025'e are two words; they're and don't are one.
_TWO_WORDS = re.compile(
    rf"[{_LATIN}0-9]{{2,}}([{_APOSTROPHES}])(?:(?!(?:re|ve|ll)\Z)[{_LATIN}]{{2,}}|[aeiouıöü])", re.IGNORECASE
)
# Letters that no decomposition takes apart, as an English keyboard writes them; an old spelling of г; and as who types
# writes Arabic: ى as ي, ة as ه.
_PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
    | {"ґ": "г", "\u0649": "\u064a", "\u0629": "\u0647"}
    | {zero + digit: str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
)

STOP_WORDS = frozenset(
    """a about above after again against all also am an and any are as at be because been before being below
    between both but by can could did do does doing down during each few for from further had has have having he
    her here hers him his how i if in into is it its just me more most my no nor not of off on once only or
    other our out over own same she should so some such than that the their them then there these they this
    those through to too under until up upon very was we were what when where which while whom whose why will
    with would you your yours""".split()  # noqa: SIM905 - a list would be a page long
)
"""Forms that say nothing by themselves: among other words of a query they are passed over, alone they are looked for.
"""


class Part(NamedTuple):
    """A token inside a word: `start`, `end` and `position` count from the word's; `width` is the positions it covers,
    1 or 2.
    """

    form: str
    stem: str
    start: int
    end: int
    position: int
    width: int


class Token(NamedTuple):
    """A token of a text: `start` and `end` are characters of it, end exclusive; `position` counts words from 0."""

    form: str
    stem: str
    start: int
    end: int
    position: int
    width: int


_stemmers = Stemmers()


class _Stems(dict[str, str]):
    """The stems of the forms that were asked for."""

    def __missing__(self, form: str) -> str:
        if len(self) >= _STEMS_KEPT:
            self.clear()
        found = self[form] = _stemmed(form)
        return found


stem_of: Callable[[str], str] = _Stems().__getitem__
"""`stem`, for who asks for those of very many forms."""


def stem(form: str) -> str:
    """The stem of a folded form; the form itself where no stemmer knows its letters."""
    return stem_of(form)


def _stemmed(form: str) -> str:
    if len(form) < 3 or len(form) > 40:
        return form
    if form.isascii():
        return _stemmers.english(form) if form.isalpha() else form
    if _RUSSIAN.fullmatch(form):
        return _stemmers.russian(form)
    if _UKRAINIAN.fullmatch(form):
        return light_stems.ukrainian(form)
    return light_stems.arabic(form) if _ARABIC.fullmatch(form) else form


def fold(word: str) -> str:
    """A word without case, accents, soft hyphens and typographic variety (Unicode NFKC and full case folding)."""
    if word.isascii():
        return word.lower()
    # The breve of й and the dots of ї are parts of these letters; an accent over a Latin or Greek letter is not.
    composed = unicodedata.normalize("NFKC", word.casefold()).casefold()
    bare = "".join(letter if letter in "йї" else unicodedata.normalize("NFD", letter) for letter in composed)
    return unicodedata.normalize("NFC", _STRIPPED_MARKS.sub("", bare)).translate(_PLAIN)


def _form(atom: str) -> str:
    """The folded form of one atom: initials without dots, numbers without separators, no apostrophe and no possessive
    's.
    """
    pieces = _APOSTROPHE.split(atom)
    if len(pieces) > 1 and pieces[-1] in ("s", "S"):
        pieces.pop()
    word = "".join(pieces)
    if word[:1].isdigit():
        word = word.replace(",", "")
    elif "." in word:
        word = word.replace(".", "")
    return fold(word)[:LONGEST]


def parts_of(word: str) -> tuple[Part, ...]:
    """The parts of one word of the text, in order of position; `analyse` remembers them."""
    if word.isascii() and word.isalnum():
        form = word.lower()[:LONGEST]
        return (Part(form, stem(form), 0, len(word), 0, 1),)
    atoms: list[tuple[int, int]] = []
    for match in _SPLIT_ATOM.finditer(word):
        start, end = match.span()
        quote = _APOSTROPHE.search(match[0])
        # l'Élysée and O'Brien: a single letter before an apostrophe is a part of its own, but not in п'ять.
        if quote and quote.start() == 1 and end - start > 3 and not _CYRILLIC.match(match[0]):
            atoms.append((start, start + 1))
            start += 2
        elif quote and (two := _TWO_WORDS.fullmatch(word)):
            # Not beside a hyphen: al-Qa'ida is to be found by Qaida.
            atoms.append((start, two.start(1)))
            start = two.end(1)
        atoms.append((start, end))
    if not atoms:  # a single CJK character
        form = fold(word)
        return (Part(form, form, 0, len(word), 0, 1),)
    parts: list[Part] = []
    for position, (start, end) in enumerate(atoms):
        form = _form(word[start:end])
        if form:
            end -= _possessive(word[start:end])
            parts.append(Part(form, stem(form), start, end, position, 1))
    if len(atoms) == 2 and len(parts) == 2 and not (parts[0].form.isdigit() and parts[1].form.isdigit()):
        joined = (parts[0].form + parts[1].form)[:LONGEST]
        parts.insert(0, Part(joined, stem(joined), parts[0].start, parts[1].end, 0, 2))
    return tuple(parts)


def _possessive(atom: str) -> int:
    """How many characters at the end of an atom are a possessive mark."""
    return 2 if len(atom) > 2 and atom[-1] in "sS" and _APOSTROPHE.match(atom[-2]) else 0


_cached = lru_cache(maxsize=1 << 17)(parts_of)


def analyse(word: str) -> tuple[Part, ...]:
    """The parts of one word, which `words` has cut out.  Kept for the most recent words; long ones are not worth the
    memory.
    """
    return _cached(word) if len(word) <= LONGEST else parts_of(word)


def words(text: str) -> Iterator[re.Match[str]]:
    """Every word of a text as a match of the token pattern, in order; linear in the length of the text."""
    return (_BY_ITSELF if text.isascii() and text.isalpha() else _WORD).finditer(text)


def word_at(text: str, start: int) -> str:
    """The word of a text that begins at a character; "" where none does."""
    match = _PLAIN_HERE.match(text, start) or _WORD.match(text, start)
    return match[0] if match else ""


def is_plain(word: str, piece: str) -> bool:
    """Whether a word that a piece of text begins with ends inside of it, whatever stands before and after the piece."""
    match = _PLAIN_HERE.match(piece)
    return match is not None and match[0] == word


def parted(text: str) -> list[str]:
    """What lies before the first word, the first word, what lies between it and the second, and so on to the end."""
    return _parting().split(text)


@cache
def _parting() -> re.Pattern[str]:
    """Compiled when the first text is indexed: searching has no need of it."""
    return re.compile(f"({_WORD.pattern})")


def tokens(text: str) -> Iterator[Token]:
    """Every token of a text with exact offsets.  A joined word comes before its first part and shares its position."""
    base = 0
    for match in _WORD.finditer(text):
        start = match.start()
        parts = analyse(match[0])
        for form, stemmed, first, last, position, width in parts:
            yield Token(form, stemmed, start + first, start + last, base + position, width)
        base += parts[-1].position + 1 if parts else 1
