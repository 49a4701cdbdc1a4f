"""What gives speech to someone in other languages than English: the words of `hand_speech.txt`, and where they do."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from index.documents.model import Span
from index.entities.tables import FOLDER, sections

_WORD = re.compile(r"[^\W\d_]+")
_FIRST_WORDS = 4
"""A verb of saying behind a passage is among so many words."""
_APART = 5
"""Words from a verb to the word that it needs, at most."""
_NEAR = 40
"""Characters before a word in which the words before it are looked for."""


class Cues(NamedTuple):
    """The words of one language."""

    says: frozenset[str]
    behind: frozenset[str]
    """Verbs that say so only behind what was said, or before a colon: „…“, so Weber."""
    needing: dict[str, frozenset[str]]
    """Verbs that say so only with one of these words: heißt es, liet weten."""
    according: re.Pattern[str]
    ordinals: frozenset[str]
    """Those of `according` that are numbers, too: segundo."""
    counted: frozenset[str]
    """What stands before such a number."""
    articles: frozenset[str]
    whom: frozenset[str]
    """What stands before whom somebody spoke to, and where: à la BBC, auf YouTube."""

    def verbs(self, text: str, span: Span, *, before: bool, colon: bool) -> list[Span]:
        """The verbs of saying in the words before or behind a passage, in order; `colon`: one ends these words."""
        words = list(_WORD.finditer(text, span.start, span.end))
        near = words if before else words[:_FIRST_WORDS]
        found: list[Span] = []
        for at, match in enumerate(near):
            word = match.group().lower()
            if word in self.needing:
                beside = words[max(0, at - _APART) : at + _APART + 1]
                says = any(other.group().lower() in self.needing[word] for other in beside)
            else:
                says = word in self.says or (word in self.behind and (colon or not before))
            if says:
                found.append(Span(*match.span()))
        return found

    def source(self, text: str, span: Span) -> Span | None:
        """The first words of a span before which, or behind which, stands who speaks: "laut", "zufolge"."""
        for match in self.according.finditer(text, span.start, span.end):
            if match.group().lower() not in self.ordinals or self._tells_whom(text, match):
                return Span(*match.span())
        return None

    def is_hearer(self, text: str, start: int) -> bool:
        """Is the name at `start` that of whom, or where, somebody spoke to?"""
        words = _before(text, start)
        while words and words[-1] in self.articles:
            words.pop()
        return bool(words) and words[-1] in self.whom

    def _tells_whom(self, text: str, match: re.Match[str]) -> bool:
        """Does "segundo" mean "according to", and not the second of something?"""
        if self.counted.intersection(_before(text, match.start())[-1:]):
            return False
        following = _WORD.search(text, match.end(), match.end() + _NEAR)
        return following is not None and (following.group()[0].isupper() or following.group() in self.articles)


def _before(text: str, at: int) -> list[str]:
    """The words before a place in its sentence, in small letters."""
    near = re.split(r"[^\w\s'’]", text[max(0, at - _NEAR) : at])[-1]
    return _WORD.findall(near.lower())


@cache
def cues(language: str) -> Cues:
    """The words of a language."""
    table = sections((FOLDER / "hand_speech.txt").read_text(encoding="utf-8"))

    def words(kind: str) -> frozenset[str]:
        return frozenset(table.get(f"{language} {kind}", ()))

    needing: dict[str, frozenset[str]] = {}
    for pair in words("says with"):
        verb, other = pair.split()
        needing[verb] = needing.get(verb, frozenset()) | {other}
    according = "|".join(table[f"{language} according"])
    return Cues(
        words("says"),
        words("says behind"),
        needing,
        re.compile(rf"(?i)\b(?:{according})\b"),
        words("ordinals"),
        words("before ordinals"),
        words("articles"),
        words("to whom"),
    )
