"""What speaks for a piece of a run being a person."""

from __future__ import annotations

from typing import NamedTuple

from index.entities.recognising.context import JUNIORS, NONE, Memory, after_title, goes_with, is_given_too, names_whom
from index.entities.recognising.lexicon import (
    DETERMINER,
    FAMILY_FIRST,
    FOLLOWER,
    INITIAL,
    INSIDE,
    KIN,
    NO_PERSON_NOUN,
    OF_A_PERSON,
    ORG_BEFORE,
    PERSON_NOUN,
    PERSON_VERB,
    PREFIX,
    RELATIVE,
)
from index.entities.recognising.line import Line
from index.entities.recognising.person_words import Words, words_of
from index.entities.recognising.runs import OF_FAMILIES, OF_FATHERS
from index.entities.tables import FAMOUS, GIVEN, GROUP, ORG, PLACE, SURNAME, WELL_KNOWN
from index.entities.wordset import wordset

WHO = 0.8
"""What "who" says for a single name that begins a sentence ("Kwon, who heads a union")."""
ENDS = frozenset((".", ",", "'", '"', "”", "who", ""))
DISMISSED = frozenset(("c", "b", "lbw"))
"""How a scorecard of cricket says who caught and who bowled: Root c Smith b Cummins 12."""
SCORED = 4.5
PARTICLED = 1.7
"""What a particle in small letters before a last name alone says for a person (von der Leyen)."""
WHOLE_NAME = 2.0
"""What it says that a last name of two words stands alone or ends the name (Dos Santos, Marine Le Pen)."""
CUT_OFF = 4.0
"""What it costs to leave the "Jr" after a name out of it, or what stands before a last name with "Jr"."""
CALLED_SO = 2.0
"""What a title that is a given name too says for a person before a last name (Dean Henderson)."""
KINDRED = wordset("wife husband father mother son daughter brother sister sons daughters brothers sisters")
AFTER_KIN = 2.0
"""What a word of kinship before a given name alone says for a person."""
LEFT_OUT = 1.3
"""What it costs to leave the capitalised common word after a name out of it."""
PARTIES = frozenset(("R", "D", "I"))
"""Of members of Congress; their state follows."""
LETTERED = wordset(
    "Group Class Plan Type Category Division Block Pool Grade Schedule Hepatitis Vitamin Section Annex Appendix "
    "Exhibit Serie Series"
)
"""Things that are told apart by letters."""


class Personal(NamedTuple):
    """Evidence for a person as long as the document has said nothing, with what holds only as long as nobody of that
    name is known there: `timid`, `placed`; `names` counts the capitalised words.
    """

    value: float
    timid: float
    placed: float
    names: int


NOBODY = Personal(NONE, 0.0, 0.0, 0)


def person(row: Line, i: int, j: int, table: int) -> Personal:
    """Evidence for a person."""
    if _is_nobody(row, i, j):
        return NOBODY
    said = words_of(row, i, j)
    if said is None:
        return NOBODY
    names = said.names
    value = _as_whole(row, i, j, table, names, _counted(row, i, j, said))
    if after_title(row, i):
        value += 3.0 if names <= 4 else 1.0
    elif names == 2 and is_given_too(row, i):
        value += CALLED_SO
    value, placed = _said_before(row, i, j, names, _said_after(row, i, j, names, value))
    timid = _timid(row, i, j, names)
    return Personal(value - timid - placed, timid, placed, names)


def _is_nobody(row: Line, i: int, j: int) -> bool:
    """Is this no person, whatever its words are?"""
    words, flags = row.words, row.flags
    if i and row.capital[i - 1] and flags[i] & flags[i - 1] & INITIAL and j - i > 1 and row.gap(i) == " ":
        return True  # more than three letters beside each other head a table
    if j - i < 3 or words[i + 1] != "-":
        return False
    # Rep. Katie Porter, D-Calif.; Biden-Putin talks
    return words[i] in PARTIES or (j - i == 3 and row.bits[i] & row.bits[j - 1] & FAMOUS > 0)


def _counted(row: Line, i: int, j: int, said: Words) -> float:
    """What the words say, with what the number of names says, and of several the first and the last."""
    bits, last = row.bits, j - 1
    value, names, known_names = said
    if names == 1:
        return value - (0.9 if known_names else 1.05)
    if names > 4:
        joined = sum(row.words[k] == "-" and not row.gap(k) for k in range(i, j))
        return value - 0.8 * max(names - joined - 4, 0)
    if names == 4 and not (known_names > 2 and JUNIORS.isdisjoint(row.words[i:last])):
        return value
    value += 0.5 if known_names else 0.1
    if bits[i] & GIVEN and not row.common[i]:
        value += 0.6
    if bits[i] & GIVEN and bits[last] & SURNAME:
        value += 0.6
    elif row.flags[i] & FAMILY_FIRST and not bits[last] & (SURNAME | GROUP | ORG | PLACE) and not row.common[last]:
        value += 0.8
    return value


def _as_whole(row: Line, i: int, j: int, table: int, names: int, value: float) -> float:
    """The value with what it says that this is a whole name, or that a part of it is left out."""
    words, capital, bits, flags = row.words, row.capital, row.bits, row.flags
    last = j - 1
    beside = i and capital[i - 1] and row.gap(i) == " "
    if words[i] in OF_FAMILIES or (words[i] in OF_FATHERS and not beside):
        value += PARTICLED
    ends_in_two = j - i > 2 and flags[last - 1] & PREFIX and capital[last - 1]
    if ends_in_two or (table & KIN and j - i > 1 and not (beside and bits[i - 1] & GIVEN)):
        value += WHOLE_NAME
    if table & (ORG | GROUP | PLACE) and not table & KIN:
        value -= 2.0
    if names > 1 and j < len(words) and row.gap(j) == " " and (goes_with(row, j) or _calls_on(row, last)):
        value -= LEFT_OUT
    if (j < len(words) and words[j] in JUNIORS) or (words[last] in JUNIORS and beside and bits[i - 1] & KIN):
        value -= CUT_OFF
    return value


def _timid(row: Line, i: int, j: int, names: int) -> float:
    """What speaks against a name that begins with a common word whose capital tells nothing, until it is known."""
    bits = row.bits[i]
    if not (row.weak[i] and row.common[i]) or bits & FAMOUS:
        return 0.0
    if bits & KIN and j < len(row.words) and row.beside[j] & PERSON_VERB:
        return 0.0
    return 0.8 if names > 1 and bits & GIVEN else 1.5


def _calls_on(row: Line, last: int) -> bool:
    """Does a last name that is a small place too follow the given name at `last` (Jose Luis Rodriguez)?"""
    after = row.bits[last + 1]
    return after & SURNAME > 0 and after & PLACE > 0 and not after & WELL_KNOWN and row.bits[last] & GIVEN > 0


def _said_after(row: Line, i: int, j: int, names: int, value: float) -> float:
    """The value with what the words after the piece say."""
    words, count = row.words, len(row.words)
    if j >= count:
        return value
    after = row.beside[j]
    if after:
        if after & PERSON_VERB and not (names == 1 and i and row.beside[i - 1] & (INSIDE | ORG_BEFORE)):
            value += 1.2
        if after & RELATIVE:
            value += 1.5
        if after & FOLLOWER:
            value += 1.2
        if names == 1 and after & PERSON_NOUN and not row.bits[i] & FAMOUS and names_whom(row, j):
            value -= 1.0
    elif j + 1 < count:
        mark, following, beside = words[j], words[j + 1], row.beside[j + 1]
        if mark[0].isdigit() and following == "-" and words[j + 3 : j + 4] == ["-"]:
            value += SCORED  # Cummins 4-0-35-2
        elif mark == ",":
            if beside & PERSON_NOUN:
                value += 0.8
            if following == "who" and row.weak[i]:
                value += WHO
            if len(following) == 2 and following.isdigit():
                value += 1.5
        elif mark in ("'s", "'S") and beside & (OF_A_PERSON | FOLLOWER):
            value += 1.2
    return value


def _said_before(row: Line, i: int, j: int, names: int, value: float) -> tuple[float, float]:
    """The value with what the words before the piece say, and what holds only of one who is not known."""
    placed = 0.0
    if not i:
        return value, placed
    before, word = row.beside[i - 1], row.lower[i - 1]
    if names == 1 and word == "," and i > 1 and row.bits[i] & GIVEN and row.lower[i - 2] in KINDRED:
        value += AFTER_KIN  # his daughter, Georgia
    if before:
        if names == 1 and row.bits[i] & GIVEN and word in KINDRED:
            value += AFTER_KIN  # with their daughter Chelsea
        if before & PERSON_NOUN and not before & NO_PERSON_NOUN:
            value += 1.4
        if before & PERSON_VERB and (names > 1 or row.lower_after(j) in ENDS):
            value += 1.2
        if before & INSIDE:
            placed = 2.5 if word == "near" else 1.0
        if before & DETERMINER and not _is_led_on(row, i, j):
            value -= 1.3
    if row.words[i - 1] in DISMISSED:
        value += SCORED
    if names > 1 and word == "by":
        value += 0.4
    return value, placed


def _is_led_on(row: Line, i: int, j: int) -> bool:
    """Does the article before the piece belong to what follows it (the Biden-era law)?"""
    if j >= len(row.words):
        return False
    return row.beside[j] & FOLLOWER > 0 or (row.words[j] == "-" and row.bits[i] & FAMOUS > 0)


def remembered(row: Line, i: int, j: int, personal: Personal, memory: Memory) -> float:
    """Evidence for a person in the light of what the document says of this name."""
    value, timid, placed, names = personal
    single = memory.single
    opening, closing = row.name(i, i + 1), row.name(j - 1, j)
    first, last = single.get(opening, 0.0), single.get(closing, 0.0)
    together = names == 2 and opening in memory.surnames and closing in memory.surnames
    if together and (row.heading or not row.bits[i] & GIVEN):
        return NONE  # two people beside each other ("Putin Zelenskyy talks")
    known_here = first if names == 1 else last
    if known_here:
        value += placed
        if known_here >= 1.0:
            value += timid
    best = single.get(row.name(i, j), 0.0) if j - i == 1 else max(first, last)
    return value + min(best, 4.0)
