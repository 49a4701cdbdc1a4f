"""What the words of a piece, one by one, say for its being an organisation's name."""

from __future__ import annotations

import re

from index.entities.recognising.bodies import OF_THE_STATE
from index.entities.recognising.context import MINISTERS, NONE, goes_with
from index.entities.recognising.known_bodies import OPENERS
from index.entities.recognising.lexicon import (
    CLUB_FIRST,
    DIRECTION,
    HEAD,
    HYPHEN,
    KIN,
    NEUTRAL_HEAD,
    NOT_NAME,
    PLAYED,
    STARTER,
    SUFFIX,
    TITLE_END,
    TITLE_START,
)
from index.entities.recognising.line import Line
from index.entities.tables import GROUP, MINOR_PLACE, ORG, PLACE, WHERE, Tables

LISTED, MORE = 5.0, 3.0
"""What a known name of several words is worth, and each of its words: so much that no part of it outweighs it."""
WHOLE = 3.5
"""What speaks for a body whose name begins with a place or a people being named whole."""
FURTHER = 1.0
"""The same, for each word between the place and the word for the body (Dublin City Council)."""
PORTFOLIO = 6.0
"""What it costs to take the portfolio of a minister for the end of a body's name (Belgian Finance Minister)."""
EXCHANGE = 6.0
"""The same for an exchange, which is nothing without its place (Toronto Stock Exchange)."""
SPELLS = 0.4
BESIDE = 1.5
"""What it says that an unknown name goes on from a known body's."""
LETTERED_FIRM = 2.5
"""What it says that letters which are a known body's stand before a word for a body (SK Holdings)."""
OF_WHAT = 0.8
OF_A_STATE = 2.5
"""What "State" or "Royal" says at the head of a body's name of three words or more."""
OF_A_FAMILY = re.compile("(?:Ma?c|[OD]'|Fitz|D[aeiu]|L[ae]|J[aeo]|Van)[A-Z][a-z]")
"""How names of people begin that have a capital inside them too (McConnell, DeRozan, LeBron)."""
KIN_OF_FIRMS = frozenset(("Sons", "Brothers", "Partners", "Associates", "Company"))
CUT = 0.8
"""What it costs to leave a capitalised common word beside the name out of it."""


def words_of(row: Line, i: int, j: int, names: int, known: Tables) -> float:
    """Evidence of the words of tokens `i` up to `j`, `names` of them capitalised; NONE where they are no one name."""
    if names > 1:
        return _of_several(row, i, j, names, known)
    return _small_words(row, i, j) if j - i > 1 else _of_one(row, i)


def _of_several(row: Line, i: int, j: int, names: int, known: Tables) -> float:
    """Evidence of the words of a name of several."""
    bits, flags = row.bits, row.flags
    size = j - i
    if flags[i] & PLAYED and (bits[i + 1] if size == 2 else known.names[row.text(i + 1, j)]) & PLACE:
        return LISTED  # Tennis Australia
    if size == 2 and flags[i] & CLUB_FIRST and (bits[i + 1] & WHERE or not row.common[i + 1]):
        return LISTED if bits[i + 1] & WHERE else 3.0
    value = _small_words(row, i, j) if size > names else 0.0
    if value == NONE:
        return NONE
    value += _heads_inside(row, i, j)
    value = _ending(row, i, j, names, value)
    value = _going_on(row, i, j, names, value)
    if size > 2 and value > 2.0 and _holds_phrase(row, i, j, known):
        value += 8.5
    return _whole(row, i, j, names, value, known)


def _heads_inside(row: Line, i: int, j: int) -> float:
    """What words for bodies say that stand before the last one, and words for other things (Treaty, Prize)."""
    inner = 0.0
    for k in range(i, j):
        flag = row.flags[k]
        if flag & (HEAD | NEUTRAL_HEAD) and row.capital[k]:
            if flag & HEAD:
                if k < j - 1:
                    inner = max(inner, 0.4)
            elif not flag & SUFFIX:
                inner -= 0.4
    return inner


def _ending(row: Line, i: int, j: int, names: int, value: float) -> float:
    """The value with what a word for a body says at the end, and what begins the name then."""
    words, capital, bits, first, last = row.words, row.capital, row.bits, row.flags[i], row.flags[j - 1]
    size = j - i
    if not last & (HEAD | SUFFIX):
        return value
    if size > names and ((first & HEAD and words[i + 1] in ("of", "for")) or _head_of(row, i, j)):
        return value + OF_WHAT  # the last word tells what the body is for, not what it is
    value += 2.4 if last & HEAD else 2.2
    if bits[i] & ORG and not row.common[i]:
        value += 2.4 + (LETTERED_FIRM if capital[i] == 2 and size == names else 0.0)
    elif last & SUFFIX and capital[i] == 2 and names == 2 and not row.shouting:
        value += 1.6
    elif bits[i] & (PLACE | GROUP):
        if last & HEAD and size > 2 and all(capital[k] for k in range(i, j)):
            value += FURTHER * (size - 2)
        value += EXCHANGE if size > 2 and words[j - 1] == "Exchange" else WHOLE
    elif size > 2 and first & DIRECTION and bits[i + 1] & PLACE:
        value += WHOLE + FURTHER  # West Kowloon Court
    return value


def _going_on(row: Line, i: int, j: int, names: int, value: float) -> float:
    """The value with what it says that a word for a body goes on with "of" or "for", or that there is none."""
    words, bits, flags = row.words, row.bits, row.flags
    if flags[i] & HEAD and words[i + 1] in ("of", "for", "de", "del", "da", "do"):
        value += 2.6
        if bits[j - 1] & PLACE:
            value += 2.4
        if bits[j - 1] & GROUP and j < len(words) and row.capital[j]:
            value -= 2.0
    elif j - i > names and _has_head(row, i, j) and ("of" in (inside := words[i + 1 : j - 1]) or "for" in inside):
        value += (2.6 if _head_of(row, i, j) else 1.8) + (1.5 if bits[j - 1] & PLACE else 0.0)
    elif not flags[j - 1] & (HEAD | SUFFIX):
        value += -0.3 if row.weak[i] else 0.2
        plain = row.common[i] or bits[i + 1] or row.common[i + 1]
        if j - i == 2 and bits[i] & (ORG | KIN) == ORG and not plain:
            value += BESIDE  # Anadolu Efes
    return value


def _has_head(row: Line, i: int, j: int) -> bool:
    """Is one of these capitalised words one for a body?"""
    return any(row.flags[k] & HEAD and row.capital[k] for k in range(i, j))


def _whole(row: Line, i: int, j: int, names: int, value: float, known: Tables) -> float:
    """The value with what is told by the first and the last word together, and by the words beside them."""
    words, bits, first, last = row.words, row.bits, row.flags[i], row.flags[j - 1]
    ends = last & (HEAD | SUFFIX)
    offices = known.classes["gov_bodies"]
    court = words[j - 1] == "Court" and not bits[i] & GROUP and words[i] not in known.classes["nations"]
    if bits[i] & (GROUP | PLACE) and not court and row.text(i + 1, j) in offices:
        value -= 2.5
    if first & (TITLE_END | HEAD) == TITLE_END and not (ends and words[i] in OF_THE_STATE):
        value -= 1.5
    if ends and j - i > 2 and (words[i] in OF_THE_STATE or words[i] in OPENERS):
        value += OF_A_STATE  # State Administration Council
    value -= CUT * _cut(row, i, j)
    if names == 2 and last & HEAD and not first & SUFFIX and (first & HEAD or words[i] in offices):
        value += 0.2
    if first & STARTER and row.weak[i] and row.common[i]:
        value -= 2.0
    if j < len(words) and words[j] in MINISTERS and last & TITLE_START and row.capital[j]:
        value -= PORTFOLIO
    return value


def _small_words(row: Line, i: int, j: int) -> float:
    """What the small words inside a name say; NONE where they part it."""
    words, flags, bits, common, capital = row.words, row.flags, row.bits, row.common, row.capital
    value = 0.0
    head = False
    for k in range(i, j):
        word = words[k]
        flag = flags[k]
        if row.capital[k]:
            if flag & HEAD:
                head = True
        elif word == "&":
            value += 1.2
        elif word in ("'s", "'"):
            if bits[k - 1] & (PLACE | GROUP) or (not common[k - 1] and not flags[k - 1] & HEAD):
                return NONE
        elif flag & HYPHEN or word == ".":
            continue
        elif word == ",":
            value += 0.9
        elif word in ("in", "to", "on", "with"):
            if bits[k - 1] & GROUP:
                return NONE  # Republicans in Congress
            value -= 0.8
        elif word == "and":
            if k == i + 1 and capital[i] == 2:
                return NONE  # EASA and Transport Canada
            # Only what begins as the name of a body goes on after "and".
            if words[k + 1] in KIN_OF_FIRMS and k == j - 2 and not row.heading:
                value += 2.0  # Weir and Sons
                continue
            if not (head or flags[j - 1] & (HEAD | SUFFIX)):
                return NONE
            if (
                k - i > 1
                and j - k > 2
                and all(bits[n] & KIN or not (common[n] or flags[n] & (HEAD | SUFFIX)) for n in range(i, k))
            ):
                return NONE  # two names of several words each
            value += 0.5 if common[k + 1] and not bits[k + 1] & (PLACE | GROUP) else -0.8
        elif word in ("of", "for"):
            if not head and (row.weak[i] or not common[k - 1]):
                return NONE
        elif word == "the" and (
            words[k - 1] not in ("of", "for", "in", "with", "and", "on") or (words[k - 1] == "and" and not head)
        ):
            return NONE
    return value


def _head_of(row: Line, i: int, j: int) -> bool:
    """Does a word for a body, one or two words on, go on with "of" or "for" (National Commission for Police Reform)?"""
    return any(
        row.flags[k] & HEAD and row.words[k + 1] in ("of", "for") and row.capital[k - 1] > 0
        for k in range(i + 1, min(i + 3, j - 1))
    )


def _cut(row: Line, i: int, j: int) -> int:
    """On how many sides the name is cut off from a common word with a capital that tells something."""
    before = i > 0 and row.gap(i) == " " and (goes_with(row, i - 1) or row.words[i - 1] in OF_THE_STATE)
    return before + (j < len(row.words) and row.gap(j) == " " and goes_with(row, j))


def _of_one(row: Line, i: int) -> float:
    """Evidence of a single word: an acronym, capitals inside it, a word for bodies."""
    word = row.words[i]
    value = -0.4 if row.flags[i] & (NEUTRAL_HEAD | HEAD | SUFFIX) == NEUTRAL_HEAD else 0.0
    if row.capital[i] == 2 and 2 <= len(word) <= 7 and not row.shouting and not word[1:].isdigit():
        value += 0.9
        if row.flags[i] & NOT_NAME:
            value -= 3.0
        elif len(word) > 3 and (row.common[i] or row.bits[i] & (PLACE | GROUP)):
            value -= 2.0
        elif len(word) > 3 and row.bits[i] & (KIN | MINOR_PLACE):
            # Letters that spell a name too are a body's (FAES), but for a last name in capitals (Marie DUPONT).
            value -= 2.0 if row.heading or (i and row.capital[i - 1]) else SPELLS
        return value
    if not word[1:].islower() and not word.isupper() and any(map(str.isupper, word[1:])):
        return value - 0.4 if OF_A_FAMILY.match(word) else value + 0.9
    if row.flags[i] & HEAD:
        return value - 1.0 if row.weak[i] else value - 0.1
    return value - 0.4


def _holds_phrase(row: Line, i: int, j: int, known: Tables) -> bool:
    """Does the piece begin or end with a known name of several words (Abu Dhabi National Oil Company)?"""
    if j - i > 2 and row.bits[i] & row.bits[i + 1] & GROUP and row.gap(i + 1) == " ":
        return True  # Saudi Arabian Monetary Agency
    for size in range(2, min(4, j - i - 1) + 1):
        if (
            known.names[row.text(i, i + size)] & (PLACE | GROUP)
            and row.text(i + size, j) not in known.classes["gov_bodies"]
        ):
            return True
        if known.names[row.text(j - size, j)] & PLACE:
            return True
    return False
