"""How agencies set their lines: headlines in capitals, datelines, the sport that a headline begins with, results."""

from __future__ import annotations

import re

from index.entities.recognising.lexicon import CONNECTORS, Lexicon, Word
from index.entities.recognising.tokens import Tokens
from index.entities.tables import Tables
from index.entities.wordset import wordset

_SIDE = r"(?:[A-Z][\w.'-]*|&)(?:\s(?:[A-Z][\w.'-]*|&|0?\d|[89]\d)){0,3}?"
RESULT = re.compile(
    rf"{_SIDE}\s\d{{1,3}},?\s{_SIDE}\s\d{{1,3}}(?:\s\([A-Z]+\))?|(?:\d{{1,2}}\.?\s)?{_SIDE}(?:\s\d{{1,3}}){{4,}}"
    rf"|{_SIDE}\sAT\s{_SIDE}"
)
"""The line of a match (Leeds 2 Hull 1; SEATTLE AT BOSTON) or of a table (3. Leeds 10 6 3 1 22 17 21)."""
LONGEST_RESULT = 16
AGENCIES = frozenset(("Reuters", "REUTERS", "AP", "AFP", "dpa", "DPA", "Xinhua", "UPI", "ANSA", "IPS", "Thomson"))
LONGEST_DATELINE = 14
LONGEST_SLUG = 4
DAY_LINE = re.compile(
    r"(?P<place>[A-Z][A-Z .'/-]+[A-Z](?:, [A-Z][\w. ]+?)?),? (?:\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)"
)
"""A dateline that is a line of its own (AL-AIN, United Arab Emirates 2020-12-06)."""
BEING = frozenset(("IS", "ARE", "WAS", "WERE", "WILL", "WOULD", "CAN", "SHOULD", "AND"))
"""Between capitals like these WHO is no acronym."""
FUNCTION_WORDS = wordset(
    "a an and as at by for from if in into is its no not of off on or over than that the to up v vs was what when why "
    "how with after before amid against says say said will be are has"
)
"""What is no name in a line that is all capitals either."""


def from_capitals(text: str) -> str:
    """A name that stands all in capitals, as it stands elsewhere: BANK OF CANADA is Bank of Canada."""
    return " ".join(_lowered(word) for word in text.split(" "))


def _lowered(word: str) -> str:
    small = word.lower()
    if small in CONNECTORS:
        return small
    return word.title() if "-" in word or word[1:2] == "'" else word.capitalize()


def dateline(plain: str, tokens: Tokens, capital: list[int]) -> int:
    """The tokens of the dateline that a line begins with."""
    words = tokens.words
    if capital[0] != 2 or len(words) < 3:
        return 0
    for k in range(1, min(len(words) - 1, LONGEST_DATELINE)):
        if words[k] == "(" and (words[k + 1] in AGENCIES or _is_agency(words, k)):
            return k
    found = DAY_LINE.fullmatch(plain, tokens.starts[0], tokens.ends[-1])
    return sum(start < found.end("place") for start in tokens.starts) if found else 0


def _is_agency(words: list[str], k: int) -> bool:
    """Does the bracket at `k` hold a short name, and a dash follow (Field Level Media) - ?"""
    close = next((n for n in range(k + 2, min(k + 6, len(words) - 1)) if words[n] == ")"), 0)
    return close > 0 and words[close + 1] in ("-", "–", "—") and all(word[0].isupper() for word in words[k + 1 : close])


def slug(words: list[str], lower: list[str], known: Tables) -> int:
    """The tokens of the sport that a headline begins with."""
    for k in range(1, min(len(words) - 1, LONGEST_SLUG)):
        if words[k] in ("-", ":", "–"):
            return k if any(word in known.classes["sports"] for word in lower[:k]) else 0
    return 0


def spoken(words: list[str], of_words: list[Word], known: Lexicon) -> tuple[list[str], list[Word]]:
    """The words of a line in capitals, the function words among them in small letters."""
    plain = [word.lower if word.capital and word.lower in FUNCTION_WORDS else None for word in of_words]
    return (
        [small or word for small, word in zip(plain, words, strict=True)],
        [known[small] if small else word for small, word in zip(plain, of_words, strict=True)],
    )


def asks_who(words: list[str], k: int) -> bool:
    """Is the WHO at `k` the pronoun in capitals (WHO IS WHO), not the body?"""
    return (k + 1 < len(words) and words[k + 1] in BEING) or (k > 0 and words[k - 1] in BEING)


def is_result(plain: str, tokens: Tokens) -> bool:
    """Is this the line of a match or of a table?"""
    return (
        len(tokens.words) <= LONGEST_RESULT and RESULT.fullmatch(plain, tokens.starts[0], tokens.ends[-1]) is not None
    )
