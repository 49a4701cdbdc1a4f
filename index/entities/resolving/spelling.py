"""When two spellings are one name: folding, romanisation, and a measure of likeness for names of people.

Cyrillic is romanised by a table that serves Russian and Ukrainian alike; the skeleton of a word then undoes what
romanisations differ in (y, i, yy, iy; kh, h; double letters), so that Zelensky, Zelenskyy, Zelenskiy, Зеленський and
Зеленский meet.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from index.entities.tables import aliases

_CYRILLIC = dict(
    zip(
        "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя",
        (
            [
                "a",
                "b",
                "v",
                "g",
                "g",
                "d",
                "e",
                "e",
                "ye",
                "zh",
                "z",
                "i",
                "i",
                "i",
                "y",
                "k",
                "l",
                "m",
                "n",
                "o",
                "p",
                "r",
                "s",
                "t",
                "u",
                "f",
                "kh",
                "ts",
                "ch",
                "sh",
                "shch",
                "",
                "y",
                "",
                "e",
                "yu",
                "ya",
            ]
        ),
        strict=True,
    )
)
_SAME = (
    ("'", ""), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("dh", "d"), ("gh", "g"),
    ("kh", "h"), ("ph", "f"), ("ck", "k"), ("sch", "sh"), ("tch", "ch"), ("tz", "ts"), ("ow", "ov"),
    ("off", "ov"),
    ("ew", "ev"), ("iy", "i"), ("yi", "i"), ("yy", "i"), ("ij", "i"), ("ey", "i"), ("ei", "i"), ("ee", "i"),
    ("ou", "u"), ("oo", "u"),
    ("y", "i"), ("j", "i"), ("w", "v"), ("q", "k"), ("x", "ks"), ("ah", "a"),
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")
_APOSTROPHE = re.compile("[’ʼ]")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower case, without accents and full stops, straight apostrophes, white space and hyphens made single spaces;
    Cyrillic romanised.
    """
    text = name.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", _APOSTROPHE.sub("'", text).replace("й", "\ue000").replace("ї", "\ue001"))
        text = text.replace("\ue000", "й").replace("\ue001", "ї")
        text = "".join(_CYRILLIC.get(c, c) for c in text if not unicodedata.combining(c))
    return " ".join(re.split(r"[\s\-‐‑–/]+", text.replace(". ", " ").replace(".", "").strip()))


@cache
def surnames() -> dict[str, str]:
    """The usual spelling of last names whose romanisations no rule brings together (Gaddafi, Qadhafi)."""
    return {fold(other): fold(usual) for other, usual in aliases()["surnames"].items()}


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What the usual romanisations of one word have in common."""
    text = fold(word).replace(" ", "")
    text = surnames().get(text, text)
    if text.startswith(("ye", "je")) and len(text) > 4:
        text = text[1:]  # Yeltsin, Eltsin
    for old, new in _SAME:
        text = text.replace(old, new)
    return _DOUBLE.sub(r"\1", text).removesuffix("h") or text


def alike(a: str, b: str) -> bool:
    """Are two words (folded) spellings of one name: the same skeleton, or one slip in a longer word?"""
    if a == b or skeleton(a) == skeleton(b):
        return True
    longest = max(len(a), len(b))
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 2 or a[0] != b[0]:
        return False
    slips = 1 if longest < 9 else 2
    return _differ_little(a, b, slips)


def _differ_little(a: str, b: str, slips: int) -> bool:
    """Are so many slips (a letter wrong, missing, added, or two exchanged) all that two words differ in?"""
    from rapidfuzz.distance import OSA  # takes longer to import than an article takes to be read

    return OSA.distance(a, b, score_cutoff=slips) <= slips


def given_alike(a: str, b: str) -> bool:
    """May two given names (folded) be one person's: alike, an initial of the other, or one cut short or misspelt?"""
    if a == b or not a or not b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if alike(a, b):
        return True
    if a[0] != b[0] or min(len(a), len(b)) < 5:
        return False
    slips = 2 if max(len(a), len(b)) >= 7 else 1
    return _differ_little(a, b, slips)


def slug(name: str) -> str:
    """The name as an identifier: "Volodymyr Zelenskyy" is "volodymyr-zelenskyy"; other scripts keep their letters."""
    return re.sub(r"[^\w]+", "-", fold(name.replace("%", " percent ")), flags=re.UNICODE).strip("-_") or "x"
