"""What speaks for a piece of a run being a person."""

from __future__ import annotations

from typing import NamedTuple

from index.entities.recognising.context import JUNIORS, NONE, Memory, after_title, goes_with, is_given_too, names_whom
from index.entities.recognising.lexicon import (
    ARTICLE,
    DETERMINER,
    FAMILY_FIRST,
    FOLLOWER,
    HEAD,
    HYPHEN,
    INITIAL,
    INSIDE,
    KIN,
    LAST_OF_PERSON,
    LOOSE,
    MARK,
    NO_PERSON_NOUN,
    OF_A_PERSON,
    ORG_BEFORE,
    PARTICLE,
    PERSON_NOUN,
    PERSON_VERB,
    PREFIX,
    RELATIVE,
    SUFFIX,
    TITLE,
)
from index.entities.recognising.line import OF_FAMILIES, Line
from index.entities.tables import FAMOUS, GIVEN, GROUP, MINOR_PLACE, ORG, PLACE, SURNAME, WELL_KNOWN
from index.entities.wordset import wordset

WHO = 0.8
"""What "who" says for a single name that begins a sentence ("Kwon, who heads a union")."""
ENDS = frozenset((".", ",", "'", '"', "”", "who", ""))


DISMISSED = frozenset(("c", "b", "lbw"))
"""How a scorecard of cricket says who caught and who bowled: Root c Smith b Cummins 12."""
SCORED = 4.5
PARTICLED = 1.7
"""What a particle in small letters before a last name alone says for a person (von der Leyen)."""
ARTICLED = 0.9
"""What the article at the head of a name says for a person (Al-Shammari)."""
BODY = 2.0
"""What it says against a person that the last name is a common word for a body (Sonali Bank)."""
LETTERS = 1.5
"""What it says against a person that two letters begin the name and no known last name follows (XP Investimentos)."""
CALLED_AS_A_TOWN = 0.3
"""What it says against a person that the last name is a town, the first being unknown (Masahiro Akita)."""
WHOLE_NAME = 2.0
"""What it says that a last name of two words stands alone or ends the name (Dos Santos, Marine Le Pen)."""
CUT_OFF = 4.0
"""What it costs to leave the "Jr" after a name out of it, or what stands before a last name with "Jr"."""
CALLED_SO = 2.0
"""What a title that is a given name too says for a person before a last name (Dean Henderson)."""
KINDRED = wordset("wife husband father mother son daughter brother sister sons daughters brothers sisters")
LEFT_OUT = 1.3
"""What it costs to leave the capitalised common word after a name out of it."""


PARTIES = frozenset(("R", "D", "I"))
"""Of members of Congress; their state follows."""
LETTERED = wordset(
    "Group Class Plan Type Category Division Block Pool Grade Schedule Hepatitis Vitamin Section Annex Appendix "
    "Exhibit Serie Series"
)
"""Things that are told apart by letters."""
MOST_INITIALS = 3
"""Four letters beside each other head a table (P W D L)."""


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
    words, bits, common, capital, flags = row.words, row.bits, row.common, row.capital, row.flags
    value = 0.0
    names = known_names = marks = 0
    last = j - 1
    initials = 0
    shouted = j - i > 1 and not row.shouting and all(large == 2 for large in capital[i:j]) and _is_kin(row, i, j)
    if i and capital[i - 1] and flags[i] & flags[i - 1] & INITIAL and j - i > 1 and row.gap(i) == " ":
        return NOBODY  # more than three letters beside each other head a table
    if words[i] in PARTIES and j - i > 2 and words[i + 1] == "-":
        return NOBODY  # Rep. Katie Porter, D-Calif.
    if j - i == 3 and words[i + 1] == "-" and bits[i] & bits[last] & FAMOUS:
        return NOBODY  # Biden-Putin talks
    for k in range(i, j):
        flag = flags[k]
        if not capital[k]:
            if flag & MARK:
                marks += 1
                value += 0.6
                continue
            if flag & HYPHEN and words[k] == "-" and row.gap(k) and not flags[k - 1] & ARTICLE:
                value -= 0.0 if flags[k - 1] & flags[k + 1] & LOOSE and not row.heading else 0.5
            if flag & (PARTICLE | HYPHEN) or words[k] == ".":
                continue
            if k > i and flags[k - 1] & HYPHEN and words[k].isalpha():
                value += 1.2  # Sang-min
                continue
            return NOBODY
        if flag & ARTICLE and k < last:
            if k == i and words[k + 1] == "-":
                value += ARTICLED
            continue
        word = words[k]
        if word[0].isdigit() or (
            capital[k] == 2 and not row.shouting and len(word) > 2 and word[-1] != "." and not shouted
        ):
            value -= 1.5
        elif (
            k == i < last
            and capital[k] == 2
            and len(word) == 2
            and word.isalpha()
            and not row.shouting
            and capital[k + 1] == 1
            and not bits[k + 1] & KIN
        ):
            value -= LETTERS
        names += 1
        bit = bits[k]
        kin = bit & KIN
        if flag & INITIAL:
            initials += 1
            value += 0.9 if k < last else -2.0
        elif flag & LAST_OF_PERSON and k == last and names > 1:
            value += 1.0
        elif kin:
            known_names += 1
            weight = 1.3 if kin == KIN else 1.0
            if k == i and not bit & GIVEN:
                weight -= 0.3
            if k == last and last > i and not bit & SURNAME:
                weight -= 0.3
            if bit & FAMOUS:
                weight += 1.0
            elif common[k]:
                weight -= 0.8
            if bit & (PLACE | GROUP | ORG):
                weight -= 0.9
            if k == last and k > i and flag & HEAD and common[k]:
                weight -= BODY
            value += weight
        elif bit & (PLACE | GROUP | ORG):
            if k > i and not bit & WELL_KNOWN and not common[i] and (bits[i] & GIVEN or (k == last and not bits[i])):
                value -= 0.5 if bits[i] else CALLED_AS_A_TOWN
            else:
                value -= 1.8
        elif common[k]:
            value -= 1.6
        else:
            value += 0.35 if bit & MINOR_PLACE else 0.5
        if not kin:
            if common[k] and k > i and not row.weak[k] and bits[i] & KIN and not flag & HEAD:
                value += 1.0
            if flag & (HEAD | SUFFIX):
                value -= 2.5
        if (
            names == 1
            and flag & TITLE
            and (not kin or k == i)
            and not ((k < last and words[k + 1] in JUNIORS) or is_given_too(row, k))
        ):
            value -= 3.0
    if names == 0 or marks % 2 or words[i] in JUNIORS or initials > MOST_INITIALS:
        return NOBODY
    if names == 1:
        value -= 0.9 if known_names else 1.05
    elif names <= 3 or (names == 4 and known_names > 2 and JUNIORS.isdisjoint(words[i:last])):
        value += 0.5 if known_names else 0.1
        if bits[i] & GIVEN and not common[i]:
            value += 0.6
        if bits[i] & GIVEN and bits[last] & SURNAME:
            value += 0.6
        elif flags[i] & FAMILY_FIRST and not bits[last] & (SURNAME | GROUP | ORG | PLACE) and not common[last]:
            value += 0.8
    elif names > 4:
        value -= 0.8 * (names - 4)
    if words[i] in OF_FAMILIES:
        value += PARTICLED
    ends_in_two = j - i > 2 and flags[last - 1] & PREFIX and capital[last - 1]
    given_before = i and capital[i - 1] and bits[i - 1] & GIVEN and row.gap(i) == " "
    if ends_in_two or (table & KIN and j - i > 1 and not given_before):
        value += WHOLE_NAME
    if table & (ORG | GROUP | PLACE) and not table & KIN:
        value -= 2.0
    if names > 1 and j < len(words) and row.gap(j) == " " and (goes_with(row, j) or _calls_on(row, last)):
        value -= LEFT_OUT
    if (j < len(words) and words[j] in JUNIORS) or (
        words[last] in JUNIORS and i and capital[i - 1] and bits[i - 1] & KIN and row.gap(i) == " "
    ):
        value -= CUT_OFF
    after = row.beside[j] if j < len(words) else 0
    timid = 0.0
    if row.weak[i] and common[i] and not bits[i] & FAMOUS and not (bits[i] & KIN and after & PERSON_VERB):
        timid = 0.8 if names > 1 and bits[i] & GIVEN else 1.5
    if after_title(row, i):
        value += 3.0 if names <= 4 else 1.0
    elif names == 2 and is_given_too(row, i):
        value += CALLED_SO
    value, placed = _beside(row, i, j, value, names, after)
    return Personal(value - timid - placed, timid, placed, names)


def _is_kin(row: Line, i: int, j: int) -> bool:
    """Is there a given name or a last name among these words?"""
    return any(row.bits[k] & KIN and not row.bits[k] & (GROUP | ORG) for k in range(i, j))


def _calls_on(row: Line, last: int) -> bool:
    """Does a last name that is a small place too follow the given name at `last` (Jose Luis Rodriguez)?"""
    after = row.bits[last + 1]
    return after & SURNAME > 0 and after & PLACE > 0 and not after & WELL_KNOWN and row.bits[last] & GIVEN > 0


def _beside(row: Line, i: int, j: int, value: float, names: int, after: int) -> tuple[float, float]:
    """The value with what the words beside the piece say, and what holds only of one who is not known."""
    words = row.words
    count = len(words)
    mark = words[j] if j < count else ""
    before = row.beside[i - 1] if i else 0
    if after:
        if after & PERSON_VERB and not (names == 1 and before & (INSIDE | ORG_BEFORE)):
            value += 1.2
        if after & RELATIVE:
            value += 1.5
        if after & FOLLOWER:
            value += 1.2
        if names == 1 and after & PERSON_NOUN and not row.bits[i] & FAMOUS and names_whom(row, j):
            value -= 1.0
    elif j + 1 < count:
        if mark[0].isdigit() and words[j + 1] == "-" and words[j + 3 : j + 4] == ["-"]:
            value += SCORED  # Cummins 4-0-35-2
        elif mark == ",":
            following = words[j + 1]
            if row.beside[j + 1] & PERSON_NOUN:
                value += 0.8
            if following == "who" and row.weak[i]:
                value += WHO
            if len(following) == 2 and following.isdigit():
                value += 1.5
        elif mark in ("'s", "'S") and row.beside[j + 1] & (OF_A_PERSON | FOLLOWER):
            value += 1.2
    placed = 0.0
    if before:
        if names == 1 and row.bits[i] & GIVEN and row.lower[i - 1] in KINDRED:
            value += 2.0  # with their daughter Chelsea
        if before & PERSON_NOUN and not before & NO_PERSON_NOUN:
            value += 1.4
        if before & PERSON_VERB and (names > 1 or row.lower_after(j) in ENDS):
            value += 1.2
        if before & INSIDE:
            placed = 2.5 if row.lower[i - 1] == "near" else 1.0
        if before & DETERMINER and not after & FOLLOWER and not (mark == "-" and row.bits[i] & FAMOUS):
            value -= 1.3
    if i and words[i - 1] in DISMISSED:
        value += SCORED
    if names > 1 and i and row.lower[i - 1] == "by":
        value += 0.4
    return value, placed


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
