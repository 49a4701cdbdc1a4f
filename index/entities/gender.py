"""What tells a man from a woman in a text: titles, kinship, given names."""

from __future__ import annotations

import re
from typing import Literal

from index.entities.tables import MAN, WOMAN, aliases, names
from index.entities.wordset import wordset

Gender = Literal["m", "f", ""]
"""A man, a woman, or not told."""

_MEN = wordset(
    "mr sir lord king prince sheikh shaikh emperor sultan emir baron duke earl count pope father brother herr monsieur "
    "señor don shri uncle grandpa dad actor chairman congressman councilman assemblyman spokesman rabbi imam ayatollah"
)
_WOMEN = wordset(
    "mrs ms miss lady dame queen princess sheikha shaikha empress baroness duchess countess sister mother frau madame "
    "madam mme señora doña smt shrimati aunt auntie grandma mum actress chairwoman congresswoman councilwoman "
    "assemblywoman spokeswoman"
)
KINSMEN = wordset("husband brother father son uncle nephew grandfather grandson stepfather stepson widower boyfriend")
KINSWOMEN = wordset(
    "wife sister mother daughter aunt niece grandmother granddaughter stepmother stepdaughter widow girlfriend"
)


def of_title(title: str) -> Gender:
    """Whom a title as printed may stand before."""
    words = {word.strip(".").casefold() for word in re.split(r"[\s-]+", title)}
    return _one(bool(words & _MEN), bool(words & _WOMEN))


def of_kin(word: str) -> Gender:
    """Who a word of kinship says that one is ("wife" is a woman)."""
    folded = word.casefold()
    return _one(folded in KINSMEN, folded in KINSWOMEN)


def of_given(word: str) -> Gender:
    """Whose given name a word is, in any case, where hardly anybody else has it."""
    name, known = word.title(), names()
    for each in (name, aliases()["given"].get(name, "")):
        bits = known[each]
        if bits & (MAN | WOMAN):
            return _one(bool(bits & MAN), bool(bits & WOMAN))
    return ""


def _one(man: bool, woman: bool) -> Gender:
    return "" if man == woman else "m" if man else "f"
