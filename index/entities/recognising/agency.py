"""How agencies set their lines: headlines in capitals, datelines, the sport that a headline begins with, results."""

from __future__ import annotations

import re
from functools import lru_cache

from index.documents.patterns import late
from index.entities.recognising.lexicon import CONNECTORS, Lexicon, Word
from index.entities.recognising.tokens import Tokens
from index.entities.tables import ORG, WHERE, Tables
from index.entities.wordset import wordset

_SIDE = r"(?:[A-Z][\w.'-]*|&)(?:\s(?:[A-Z][\w.'-]*|&|0?\d|[89]\d)){0,3}?"
RESULT = late(
    rf"{_SIDE}\s\d{{1,3}},?\s{_SIDE}\s\d{{1,3}}(?:\s\([A-Z]+\))?|(?:\d{{1,2}}\.?\s)?{_SIDE}(?:\s\d{{1,3}}){{4,}}"
    rf"|{_SIDE}\sAT\s{_SIDE}"
)
"""The line of a match (Leeds 2 Hull 1; SEATTLE AT BOSTON) or of a table (3. Leeds 10 6 3 1 22 17 21)."""
_PART = r"(?:[A-Z][\w.'-]*|&|0?\d|[89]\d|d[aeiou]s?|of|la|l[aeo]s?|van|der?n?|von|e?l|al)"
_OF_A_SIDE = rf"[A-Z][\w.'-]*(?:\s{_PART}){{0,3}}?"
_MINUTE = r"\d{1,3}(?:\+\d{1,2})?\s?(?:pens?|og|\((?:pen|og|p)\))?"
_SCORER = rf"(?:{_PART}\s){{1,4}}?{_MINUTE}(?:,?\s{_MINUTE})*"
SCORERS = late(rf"{_OF_A_SIDE}\s\d{{1,2}}(?:\s{_OF_A_SIDE}\s\d)?\s(?P<scorers>{_SCORER}(?:,\s{_SCORER})*)(?<![ ,])")
"""The line of a side, or of both, with who scored when (Reims 2 Dia 12, Toure 41pen)."""
LONGEST_RESULT = 16
LONGEST_SCORERS = 48
LATE = 20
"""A figure as high as this is a minute of a match, not what a side scored."""
AGENCIES = frozenset(("Reuters", "REUTERS", "AP", "AFP", "dpa", "DPA", "Xinhua", "UPI", "ANSA", "IPS", "Thomson"))
MOST_GOALS = 15
"""What a side scores, at most, where a line tells in which minutes."""
GOALS = re.compile(r"(?<=\s)\d+(?=\s)")
LONGEST_DATELINE = 14
LONGEST_PLACE = 7
SHORTEST_REPORT = 9
"""Tokens of the shortest line that a dateline without an agency begins."""
LONGEST_ACRONYM = 4
DASHES = ("-", "–", "—")
OPENING = ('"', "“", "‘", "'")
LONGEST_SLUG = 4
DAY_LINE = late(
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


@lru_cache(maxsize=1 << 14)
def from_capitals(text: str) -> str:
    """A name that stands all in capitals, as it stands elsewhere: BANK OF CANADA is Bank of Canada."""
    return " ".join(_lowered(word) for word in text.split(" "))


def _lowered(word: str) -> str:
    small = word.lower()
    if small in CONNECTORS:
        return small
    return word.title() if "-" in word or word[1:2] == "'" else word.capitalize()


def dateline(plain: str, tokens: Tokens, of_words: list[Word], known: Tables) -> int:
    """The tokens of the dateline that a line begins with."""
    words = tokens.words
    if not of_words[0].capital or len(words) < 3:
        return 0
    if (of_words[0].capital == 2 or of_words[0].bits & WHERE) and (found := _of_a_paper(tokens, of_words, known)):
        return found
    if of_words[0].capital != 2:
        return 0
    for k in range(1, min(len(words) - 1, LONGEST_DATELINE)):
        if words[k] == "(" and (words[k + 1] in AGENCIES or _is_agency(words, k)):
            return k
    day = DAY_LINE.fullmatch(plain, tokens.starts[0], tokens.ends[-1])
    return sum(start < day.end("place") for start in tokens.starts) if day else 0


def _of_a_paper(tokens: Tokens, of_words: list[Word], known: Tables) -> int:
    """The tokens of a dateline without an agency: "SOFIA - Nurses at ...", "LAHORE: The chief of ...", "Kano, Nigeria -
    ...".
    """
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    count = len(words)
    if count < SHORTEST_REPORT or sum(not word.capital and word.lower.isalpha() for word in of_words) < count // 3:
        return 0
    k = 1
    while k < LONGEST_PLACE and (of_words[k].capital or words[k] in (",", "/")):
        k += 1
    mark = words[k]
    spaced = starts[k] > ends[k - 1]
    if not ((mark in DASHES and spaced) or (mark == ":" and not spaced)) or starts[k + 1] == ends[k]:
        return 0
    if not of_words[k + 1].capital and words[k + 1] not in OPENING:
        return 0
    first = next((n for n in range(k) if not of_words[n].capital), k)
    name = " ".join(words[:first])
    if known.names[name] & WHERE or known.names[from_capitals(name)] & WHERE:
        return k
    shouted = all(word.capital == 2 and len(word.lower) > 1 for word in of_words[:first])
    strange = not any(word.common or word.bits & ORG for word in of_words[:first])
    return k if mark != ":" and shouted and strange and len(name) > LONGEST_ACRONYM else 0


def _is_agency(words: list[str], k: int) -> bool:
    """Does the bracket at `k` hold a short name, and a dash follow (Field Level Media) - ?"""
    close = next((n for n in range(k + 2, min(k + 6, len(words) - 1)) if words[n] == ")"), 0)
    return close > 0 and words[close + 1] in DASHES and all(word[0].isupper() for word in words[k + 1 : close])


def slug(tokens: Tokens, of_words: list[Word], shouting: bool, known: Tables) -> int:
    """The tokens of the sport, or of the kind of report in capitals, that a headline begins with (SOCCER - ...; GLOBAL
    MARKETS-Stocks ...).
    """
    words = tokens.words
    for k in range(1, min(len(words) - 1, LONGEST_SLUG)):
        if words[k] in ("-", ":", "–"):
            if any(word.lower in known.classes["sports"] for word in of_words[:k]):
                return k
            tight = tokens.starts[k + 1] == tokens.ends[k] == tokens.ends[k - 1] + 1
            kind = all(word.capital == 2 or word.lower.isdigit() for word in of_words[:k])
            common = of_words[0].common or of_words[k - 1].common
            return k if tight and kind and common and not shouting and of_words[k + 1].capital else 0
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


def scorers(plain: str, tokens: Tokens) -> int:
    """The token from which on a line names who scored; 0: it does not."""
    if len(tokens.words) > LONGEST_SCORERS:
        return 0
    found = SCORERS.fullmatch(plain, tokens.starts[0], tokens.ends[-1])
    if not found:
        return 0
    at = found.start("scorers")
    if any(int(figure) > MOST_GOALS for figure in GOALS.findall(found.string[found.start() : at])):
        return 0  # Valencia 91 Buducnost 71
    if "," not in found["scorers"] and all(int(figure) < LATE for figure in re.findall(r"\d+", found["scorers"])):
        return 0  # Leeds 2 Hull 1
    return next((k for k, start in enumerate(tokens.starts) if start >= at), 0)


def is_result(plain: str, tokens: Tokens) -> bool:
    """Is this the line of a match or of a table?"""
    return (
        len(tokens.words) <= LONGEST_RESULT and RESULT.fullmatch(plain, tokens.starts[0], tokens.ends[-1]) is not None
    )
