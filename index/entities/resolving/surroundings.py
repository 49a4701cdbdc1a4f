"""What stands around the names of one document and tells who is meant: titles and offices, pronouns, kinship, age, and
how near two names are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from index.documents.model import Document
from index.documents.sentences import sentences
from index.entities.gender import Gender, of_kin, of_title
from index.entities.model import Mention
from index.entities.tables import tables
from index.entities.wordset import wordset

_REACH = 160
"""Characters behind a name in which a pronoun may stand for it."""
_APPOSITION = 60
_HE_OR_SHE = re.compile(
    r"\b(?:(?P<m>[Hh]e|[Hh]is|himself)"
    r"|(?P<f>[Ss]he|hers|herself|[Hh]er(?= (?!to|that|and|but|in|on|at|as|for|with|by|from)[a-z]{3})))\b"
)
_QUOTE = re.compile('["“”„«»]')
_KIN_BEFORE = re.compile(r"(?<!\w)(\w++),?\s++\Z")
_KIN_BEHIND = re.compile(r",\s+(?:aged?\s+)?(?:\d{1,3},\s+)?(?:his|her|their|\w+[’']s)\s+(?:[a-z-]+\s+)?(\w+)\b")
_AGE_BEFORE = re.compile(r"\b(?:(younger)|(?:elder|older))\s+(?:M(?:r|rs|s)\.?\s+)?\Z", re.IGNORECASE)
_AGE = re.compile(r",\s+(?:aged?\s+)?(\d{1,3})\b")
_CHILDREN = wordset("son daughter grandson granddaughter nephew niece stepson stepdaughter")
_PARENTS = wordset("father mother grandfather grandmother uncle aunt stepfather stepmother")
_SHORT = {
    "sen": "senator",
    "rep": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
    "gov": "governor",
    "gen": "general",
    "prof": "professor",
    "dr": "doctor",
    "pm": "prime minister",
    "capt": "captain",
    "col": "colonel",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "insp": "inspector",
    "adm": "admiral",
    "rev": "reverend",
    "premier": "prime minister",
}
_NO_OFFICE = wordset("mr mrs ms miss sir former ex then the acting interim outgoing incoming incumbent late")
OLDER, YOUNGER = 1, -1


class Surroundings:
    """The text around the mentions of a document, asked by the number of a mention."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self._document = document
        self._text = document.text
        self._mentions = mentions

    @cached_property
    def _sentences(self) -> list[int]:
        return [sentence.start for sentence in sentences(self._document)]

    @cached_property
    def _people(self) -> list[int]:
        return [mention.start for mention in self._mentions if mention.type == "PERSON"]

    def sentence(self, number: int) -> int:
        """Which sentence of the document a mention stands in."""
        return bisect_right(self._sentences, self._mentions[number].start) - 1

    def block(self, number: int) -> int:
        """Where the paragraph of a mention begins."""
        return self._text.rfind("\n", 0, self._mentions[number].start)

    def titled(self, number: int) -> Gender:
        """The gender that a mention's title or a word of kinship beside it tells."""
        mention = self._mentions[number]
        if told := of_title(mention.title):
            return told
        kin = self._kin(mention)
        return of_kin(kin) if kin else ""

    def gender(self, number: int) -> Gender:
        """As `titled`, else by the first pronoun behind the mention that no other person stands before."""
        return self.titled(number) or self._pronoun(self._mentions[number])

    def offices(self, number: int) -> frozenset[str]:
        """The offices that stand before or behind a mention, short forms spelled out."""
        mention = self._mentions[number]
        titles = tables().classes["titles_lower"]
        words = [word.strip(".,").casefold() for word in mention.title.split()]
        before = " ".join(_SHORT.get(word, word) for word in words if word and word not in _NO_OFFICE)
        behind = self._text[mention.end : mention.end + _APPOSITION]
        if not behind.startswith(", "):
            return frozenset((before,)) - {""}
        said = behind[2:].partition(",")[0].split()
        named = {word for word in said[:5] if word.islower() and word in titles}
        return frozenset({before, *named}) - {""}

    def age_asked(self, number: int) -> int:
        """`YOUNGER` or `OLDER` where "the younger" or "the elder" stands before a mention; else 0."""
        start = self._mentions[number].start
        match = _AGE_BEFORE.search(self._text, max(0, start - 30), start)
        return 0 if match is None else YOUNGER if match[1] else OLDER

    def age(self, number: int) -> int:
        """The age printed behind a mention, else 0."""
        match = _AGE.match(self._text, self._mentions[number].end)
        return int(match[1]) if match else 0

    def generation(self, number: int) -> int:
        """`YOUNGER` for who is told to be somebody's child, `OLDER` for a parent; else 0."""
        kin = self._kin(self._mentions[number])
        return YOUNGER if kin in _CHILDREN else OLDER if kin in _PARENTS else 0

    def _kin(self, mention: Mention) -> str:
        """A word of kinship right before a mention, or in what a comma parts from it behind."""
        before = mention.start - (len(mention.title) + 1 if mention.title else 0)
        match = _KIN_BEFORE.search(self._text, max(0, before - 20), max(0, before))
        if match and of_kin(match[1]):
            return match[1].casefold()
        match = _KIN_BEHIND.match(self._text, mention.end)
        return match[1].casefold() if match and of_kin(match[1]) else ""

    def _pronoun(self, mention: Mention) -> Gender:
        match = _HE_OR_SHE.search(self._text, mention.end, self._stop(mention, _REACH))
        return "" if match is None else "m" if match["m"] else "f"

    def _stop(self, mention: Mention, reach: int) -> int:
        """Where what is told of a mention ends: at another person, at a quotation mark, at the end of its sentence; the
        next sentence belongs to it only where it begins with "he" or "she".
        """
        ends = [mention.end + reach, len(self._text)]
        following = bisect_right(self._people, mention.start)
        if following < len(self._people):
            ends.append(self._people[following])
        if mark := _QUOTE.search(self._text, mention.end, min(ends)):
            ends.append(mark.start())
        following = bisect_right(self._sentences, mention.start)
        if following < len(self._sentences):
            start = self._sentences[following]
            begins = self._text[start : start + 4].split(" ")[0] in ("He", "She")
            ends.append(start + 4 if begins and "\n" not in self._text[mention.end : start] else start)
        return min(ends)
