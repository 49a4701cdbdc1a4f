"""The encodings of one byte a character that articles still come in, told apart by the letters that they make of the
bytes.

Each candidate's reading is scored by how usual its letters are (the letter frequencies of Russian and Ukrainian, the
accented letters of the Western languages), by upper case in the middle of words, by scripts mixed in one word and by
symbols that stand where letters should.  On short texts that is surer than charset-normalizer, which is asked only
where no reading makes sense (East Asian encodings).
"""

from __future__ import annotations

import codecs
import math
import re
from functools import lru_cache
from typing import Final

HEAD: Final = 2**20
"""Bytes that are looked at for UTF-8 with damage in it."""
SAMPLE: Final = 6_000
"""Bytes beyond ASCII that are looked at, with what stands around them."""
# Per mille of running text; known figures, rounded.
_FREQUENCIES: Final = """
    о 105 е 83 а 80 и 73 н 66 т 62 с 54 р 47 в 46 л 42 к 35 м 31 д 30 п 28 у 27 я 20 ы 14 ь 17 г 17 з 18 б 16
    ч 13 й 11 х 10 ж 8 ш 7 ю 6 ц 5 щ 4 э 2 ф 3 ъ 0.4 ё 0.5 і 25 ї 4 є 4 ґ 0.3
"""
_CYRILLIC: Final = dict(zip(_FREQUENCIES.split()[::2], map(float, _FREQUENCIES.split()[1::2]), strict=True))
_COMMON_LATIN: Final = frozenset("éèàùâêîôûçëïüñóáíúöäßãõåøæìòœ")
_OTHER_LATIN: Final = frozenset("ąćęłńśźżčďěňřšťůžőűğışâţăđ")
_PUNCTUATION: Final = frozenset(" «»“”„‘’‚–—…•€№§©®°£¡¿·‹›")
_CANDIDATES: Final = (
    ("cp1252", 0.0),
    ("cp1251", 0.0),
    ("koi8-u", 0.0),
    ("cp1250", 3.0),
    ("cp1254", 3.0),
    ("cp866", 4.0),
    ("iso8859-5", 4.0),
)
_ASCII: Final = bytes(range(128))
_HIGH_WORD: Final = re.compile(rb"(?<![A-Za-z\x80-\xff])[A-Za-z]*+[\x80-\xff][A-Za-z\x80-\xff]*+")
_SEQUENCE: Final = re.compile(rb"[\xc0-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf7][\x80-\xbf]{3}")
_KNOWN: Final = re.compile(
    r"cp(?:125\d|866|437|850|852|932|936|949|950)|iso8859-\d+|koi8-[rut]|mac-(?:roman|cyrillic)|gb2312|gbk|gb18030|big5|shift_jis|euc_jp|euc_kr|iso2022_jp"
)
_WIDE: Final = frozenset(("gb2312", "gbk", "gb18030", "big5", "shift_jis", "cp932", "cp949", "euc_jp", "euc_kr"))


def decode_legacy(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of bytes that are no valid UTF-8, and the name of the encoding; never raises."""
    if name := _known(declared):
        return data.decode(name, "replace"), name
    if _utf8_share(data[:HEAD]) >= 0.6:
        return _damaged_utf8(data), "utf-8"
    name = _guess(data)
    return data.decode(name, "replace"), name


def _utf8_share(data: bytes) -> float:
    """How much of what lies beyond ASCII stands in sequences as UTF-8 has them, right or damaged."""
    high = len(data.translate(None, _ASCII))
    return sum(len(found) for found in _SEQUENCE.findall(data)) / high if high else 1.0


def _known(declared: str | None) -> str:
    """The name of a declared encoding, if it is one of those that only decode characters."""
    try:
        name = codecs.lookup(declared).name if declared else ""
    except (LookupError, ValueError):
        return ""
    return name if _KNOWN.fullmatch(name) else ""


def _damaged_utf8(data: bytes) -> str:
    """UTF-8 with foreign lines in it: each line that is no UTF-8 is read as what all those lines are likely to be."""
    lines = data.split(b"\n")
    foreign: dict[int, bytes] = {}
    texts: list[str] = []
    for number, line in enumerate(lines):
        try:
            texts.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            texts.append(line.decode("utf-8", "replace"))
            if _utf8_share(line) < 0.3:
                foreign[number] = line
    if foreign:
        name = _guess(b"\n".join(foreign.values()))
        for number, line in foreign.items():
            texts[number] = line.decode(name, "replace")
    return "\n".join(texts)


def _guess(data: bytes) -> str:
    """The most plausible encoding of bytes that are no UTF-8."""
    words: list[bytes] = []
    length = 0
    for found in _HIGH_WORD.finditer(data):
        words.append(found.group()[:64])
        length += len(words[-1])
        if length > SAMPLE:
            break
    scored = [(_score(words, name) - handicap, -order, name) for order, (name, handicap) in enumerate(_CANDIDATES)]
    best, _, name = max(scored)
    if best < -0.3 * length and (wide := _east_asian(data)):
        return wide
    return name


def _score(words: list[bytes], encoding: str) -> float:
    """How well the words read in an encoding; higher is better."""
    score = 0.0
    for word in words:
        text = word.decode(encoding, "replace")
        before = ""
        for character in text:
            if character >= "\x80":
                score += _weight(character)
            if before:
                score += _pair(before, character)
            before = character
    return score


@lru_cache(maxsize=1024)
def _weight(character: str) -> float:
    """The worth of one character beyond ASCII by itself."""
    lower = character.lower()
    if lower in _CYRILLIC:
        return math.log(_CYRILLIC[lower] / 25) + (1.1 if character == lower else 1.0)
    if lower in _COMMON_LATIN:
        return 1.0 if character == lower else 0.4
    if lower in _OTHER_LATIN:
        return 0.6
    if character.isalpha():
        return -1.5
    if character in _PUNCTUATION:
        return 0.1
    return -4.0 if character == "\ufffd" else -2.0


@lru_cache(maxsize=32768)
def _pair(before: str, character: str) -> float:
    """The worth of two neighbours in a run of letters and bytes beyond ASCII."""
    if not (before.isalpha() and character.isalpha()):
        # A symbol inside a word is what a letter of another encoding looks like.
        return -0.8 if before.isalpha() != character.isalpha() and _is_symbol(before + character) else 0.0
    score = 0.0
    if before.islower() and character.isupper():
        score -= 2.0
    cyrillic, was_cyrillic = "\u0400" <= character < "\u0500", "\u0400" <= before < "\u0500"
    if cyrillic != was_cyrillic:
        score -= 2.0
    elif not cyrillic and character >= "\x80" and before >= "\x80":
        score -= 1.5
    return score


def _is_symbol(pair: str) -> bool:
    return any(character >= "\x80" and not character.isalpha() and character not in " –—…«»“”„‘’" for character in pair)


def _east_asian(data: bytes) -> str:
    """What charset-normalizer makes of it, if that is an encoding of more than one byte; else ""."""
    from charset_normalizer import from_bytes  # needed for so few files that none else should wait for its import

    best = from_bytes(data[:65_536]).best()
    name = best.encoding if best else ""
    return name if name in _WIDE else ""
