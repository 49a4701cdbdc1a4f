"""Names of people as names: their words in one order, without what the same name is also printed without.

A family name that comes first (Xi Jinping, Kim Jong-un, Nguyen Phu Trong) is put last, as Western papers print some of
them (Jinping Xi), so that both are one name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from index.entities.resolving.spelling import fold
from index.entities.tables import GIVEN, aliases, tables
from index.entities.wordset import wordset

JUNIOR = frozenset(("jr", "jnr"))
_SUFFIXES = JUNIOR | {"sr", "snr", "ii", "iii", "iv"}
_DROPPED = frozenset(("bin", "ibn", "bint"))
_SERVANT = frozenset(("abdel", "abdul", "abdal"))
_PARTICLES = wordset("van von der den de da di del della la le du dos das ten ter zu af av al el ben")
_NO_GIVEN = frozenset(("le", "la", "de", "di", "da", "du", "von"))
_ARTICLE = re.compile(r"(?:al|el|ul|as|ash|at|ar|an|ad|az)[-‑](?=[^\W\d_])", re.IGNORECASE)
_FINAL = (
    r"(?:iang|iong|uang|ueng|iao|ian|ing|ang|eng|ong|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|a|o|e|i|u)"
)
_PINYIN = re.compile(rf"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?{_FINAL}){{1,2}}")
_SYLLABLE = re.compile(r"(?:[bcdfghjklmnpqrstvwxyz]{0,3})[aeiouy]{1,4}(?:ng|nh|ch|[nkmptlhcw])?")
"""One syllable of a Korean, a Chinese or a Vietnamese name in Latin letters."""


class PersonName(NamedTuple):
    """The folded words of a name, the family name last; `eastern`: its given name is of syllables, so that one letter
    makes another name; `junior`: it is printed with "Jr".
    """

    words: tuple[str, ...]
    eastern: bool
    junior: bool


@lru_cache(maxsize=1 << 16)
def person_name(name: str) -> PersonName:
    """The name as it is compared: hyphenated words stay together, initials are single letters, articles (al-Assad) and
    "bin" are left out, particles only where the name begins with them.
    """
    printed = [word for word in name.replace(".", ". ").split() if any(map(str.isalnum, word))]
    suffixes = [word for word in printed if fold(word).strip(",") in _SUFFIXES]
    printed = [word for word in printed if word not in suffixes] or printed
    junior = any(fold(word).strip(",") in JUNIOR for word in suffixes)
    if len(printed) > 1:
        particle = len(printed) == 2 and fold(printed[0]) in _PARTICLES  # Le Pen
        family_first = _is_family(printed[0]) and not particle and _of_syllables(printed[1:])
        if family_first:
            return PersonName((_joined(printed[1:]), _word(printed[0])), True, junior)
        if _is_family(printed[-1]) and _of_syllables(printed[:-1]):
            return PersonName((_joined(printed[:-1]), _word(printed[-1])), True, junior)
        while len(printed) > 1 and _leads(printed[0]):
            printed = printed[1:]
        if len(printed) > 2:
            printed = _with_servant(printed)
    words = tuple(word for word in map(_word, printed) if word and word not in _DROPPED)
    return PersonName(words or tuple(filter(None, map(_word, printed))), False, junior)


def _with_servant(printed: list[str]) -> list[str]:
    """The words, "Abdel" made one with what follows it, as others print it (Abdel Fattah, Abdel-Fattah)."""
    at = next((k for k, word in enumerate(printed[:-2]) if fold(word) in _SERVANT), None)
    return printed if at is None else [*printed[:at], printed[at] + printed[at + 1], *printed[at + 2 :]]


def _word(printed: str) -> str:
    bare = _ARTICLE.sub("", printed, count=1) if _ARTICLE.match(printed) and _capital_follows(printed) else printed
    return fold(bare.strip(",")).replace(" ", "")


def _capital_follows(printed: str) -> bool:
    """Is what stands after the hyphen a name by itself (al-Assad), not the rest of one (Ah-young)?"""
    return printed.replace("‑", "-").split("-", 1)[1][:1].isupper()


def _joined(words: list[str]) -> str:
    return "".join(_word(word) for word in words)


def _is_family(word: str) -> bool:
    return word.capitalize() in tables().classes["family_first"]


def _of_syllables(words: list[str]) -> bool:
    """Are these the words of a given name of one or two syllables?"""
    parts = [part for word in words for part in re.split(r"[-‑]", _folded(word)) if part]
    if len(parts) == 2:
        return all(_SYLLABLE.fullmatch(part) for part in parts)
    return len(parts) == 1 and _PINYIN.fullmatch(parts[0]) is not None


def _folded(word: str) -> str:
    """Folded, but with its hyphens."""
    return "-".join(fold(part) for part in re.split(r"[-‑]", word))


def _leads(printed: str) -> bool:
    """Is this the particle that a family name begins with (von der Leyen, Le Pen), not a given name (Van Morrison)?"""
    word = fold(printed)
    if word not in _PARTICLES and word not in _DROPPED:
        return False
    return printed.islower() or word in _NO_GIVEN or not tables().names[printed] & GIVEN


@cache
def _usual_given() -> dict[str, str]:
    return {_word(other): _word(usual) for other, usual in aliases()["given"].items()}


@cache
def known_apart() -> dict[str, str]:
    """Folded full names of people who are not whoever bears the other name."""
    return {fold(other): fold(usual) for other, usual in aliases()["apart"].items()}


def usual_given(word: str) -> str:
    """The usual form of a folded given name ("bill" is "william"); the name itself where it has no other."""
    return _usual_given().get(word, word)
