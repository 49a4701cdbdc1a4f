"""Names as such: their words, their normal form, their initials, and which of several is the fullest usual one."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from index.entities.model import EntityType
from index.entities.resolving.spelling import fold
from index.entities.tables import aliases
from index.entities.wordset import wordset

_SMALL = wordset("of for the and de del la las los le les du des da do dos di in on to al el bin bint ibn van von der")
_COMPANY = re.compile(r"[,.]?\s(?:inc|corp|co|ltd|llc|plc|gmbh|ag|sa|nv|bv|pty|pte|limited|incorporated)\.?$")


_MINISTRY = re.compile(r"(ministry|department) of (?:the )?((?:(?!of |for |in )[^ ]+ ?)+)")
"""The Ministry of Defence is the Defence Ministry."""
_AMERICAN = {
    "defence": "defense",
    "organisation": "organization",
    "programme": "program",
    "centre": "center",
    "theatre": "theater",
    "harbour": "harbor",
}
"""British spellings in the names of bodies, and the American ones."""


@cache
def _usual() -> dict[str, dict[str, str]]:
    return {
        section: {_plain(other): _plain(usual) for other, usual in table.items()}
        for section, table in aliases().items()
    }


def _plain(name: str) -> str:
    """Folded, without what normal forms leave out, in American spelling."""
    text = fold(name).replace("'", "").replace(",", "")
    return " ".join(_AMERICAN.get(word, word) for word in text.split(" "))


def normal_form(name: str, kind: EntityType) -> str:
    """What all writings of a name have in common: folded, no leading article, the usual name for a known other name,
    the singular for a people.
    """
    text = fold(name).removeprefix("the ")
    if kind == "PLACE":
        text = text.replace("'", "").replace(",", "")
        if text.startswith("st "):
            text = f"saint {text[3:]}"
        return _usual()["places"].get(text, text)
    if kind == "ORG":
        text = _COMPANY.sub("", text)
        text = " ".join(_AMERICAN.get(word, word) for word in text.split(" "))
        return _ministry(_usual()["orgs"].get(text, text))
    if kind == "GROUP" and len(text) > 4 and text.endswith("s") and not text.endswith(("ss", "us", "is")):
        return text[:-1]
    return text


def _ministry(text: str) -> str:
    found = _MINISTRY.fullmatch(text)
    return f"{found[2]} {found[1]}" if found else text


def initials(name: str) -> set[str]:
    """The acronyms that a name of several words may have: with and without its small words."""
    words = [w for w in re.split(r"[\s\-&]+", name) if w and w[0].isalnum()]
    if len(words) < 2:
        return set()
    large = "".join(w[0] for w in words if w not in _SMALL and w[0].isupper())
    every = "".join(w[0] for w in words).upper()
    return {short for short in (large, every) if len(short) > 1}


def fullest(counts: Counter[str], kind: EntityType) -> str:
    """The name to show: for people the most frequent of those with most words (a title's form aside), else the most
    frequent of those that are no acronym.
    """

    def rank(form: str) -> tuple[int, int, int, str]:
        words = len(form.split())
        if kind == "PERSON":
            return (-min(words, 2), -counts[form], -len(form), form)
        if kind in ("ORG", "PLACE", "EVENT"):
            short = form.replace(".", "").replace(" ", "").isupper() and len(form) <= 8
            return (int(short), -counts[form], -len(form), form)
        return (0, -counts[form], -len(form), form)

    return min(counts, key=rank)
