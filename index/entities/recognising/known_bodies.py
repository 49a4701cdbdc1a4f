"""Whether a known body's name goes on: with what it is besides, a branch, a land, the letters of a state before it."""

from __future__ import annotations

from index.entities.recognising.agency import from_capitals
from index.entities.recognising.bodies import FIELDS, is_body
from index.entities.recognising.context import goes_with
from index.entities.recognising.lexicon import (
    ARTICLE,
    DIRECTION,
    EVENT_HEAD,
    HEAD,
    KIN,
    LOOSE,
    NEUTRAL_HEAD,
    NOT_NAME,
    ORG_SPEAKS,
    PERSON_NOUN,
    PERSON_VERB,
    PLACE_FIRST,
    PLACE_HEAD,
    STARTER,
    SUFFIX,
    TITLE,
    TITLE_END,
    TITLE_START,
)
from index.entities.recognising.line import Line
from index.entities.tables import GROUP, MINOR_PLACE, ORG, PLACE, WELL_KNOWN, WHERE, Tables
from index.entities.wordset import wordset

NO_BRANCH = NEUTRAL_HEAD | EVENT_HEAD | STARTER | NOT_NAME | TITLE | TITLE_END
NO_SPEAKER = NO_BRANCH | TITLE_START | PLACE_HEAD | PLACE_FIRST | DIRECTION
LANDS = wordset(
    "Brasil Italia España Espana Deutschland Österreich Polska Europe Asia Africa America Americas Scandinavia"
)
"""Where bodies are at work, besides the nations that play (`nations`)."""
OPENERS = wordset(
    "National Federal Central Supreme General International Armed Special Public Independent United Provincial "
    "Regional Constitutional Electoral Civil Royal Permanent Joint"
)
"""Words with which the names of bodies begin, at the head of a sentence too."""
OF_STATES = wordset("Ministry Ministries Embassy Consulate Government Cabinet Parliament Senate House Department")
ARMED = wordset("Army Navy Force Forces Police Guard Marines")
UNIONS = frozenset(("United Nations", "European Union", "African Union", "Arab League", "United States"))
"""What bears several bodies, spelled out."""
LETTERED = frozenset(("U.S.", "US", "U.S", "USA", "U.K.", "UK", "EU", "UN", "U.N.", "UAE"))


def goes_on(row: Line, i: int, j: int, known: Tables) -> bool:
    """Are tokens `i` up to `j`, two or more, a known body's name and more that belongs to it?"""
    return (
        _with_more(row, i, j, known)
        or _of_a_state(row, i, j, known)
        or _abroad(row, i, j, known)
        or _of_a_land(row, i, j, known)
        or _placed_branch(row, i, j, known)
    )


def _of_a_land(row: Line, i: int, j: int, known: Tables) -> bool:
    """Is this a known body with the land it is of (Commonwealth Bank of Australia), or one for a field in a land (Board
    of Control for Cricket in India)?
    """
    k = j - 2
    if j - i < 4 or not row.capital[j - 1]:
        return False
    while k > i + 1 and row.words[k] not in ("of", "in"):
        k -= 1
    first = k + 1 + (row.words[k + 1] == "the")
    place = row.words[first] if first == j - 1 else row.text(first, j)
    if k < i + 2 or first >= j or not known.names[place] & PLACE or not row.flags[k - 1] & HEAD:
        if row.words[k] != "in" or place not in known.classes["nations"] or row.words[i] in OF_STATES:
            return False
        return k - i > 2 and is_body(row, i, k)
    return row.words[k] == "of" and known.names[row.text(i, k)] & ORG > 0


def _placed_branch(row: Line, i: int, j: int, known: Tables) -> bool:
    """Is this a place before a known body and what it is besides (China Evergrande New Energy Vehicle Group)?"""
    return (
        j - i > 3
        and row.bits[i] & PLACE > 0
        and not row.common[i]
        and row.words[i] not in LETTERED
        and row.bits[i + 1] & ORG > 0
        and row.flags[j - 1] & (SUFFIX | HEAD) > 0
        and is_branch(row, i + 1, j, known)
    )


def speaks(row: Line, i: int, j: int, known: Tables) -> bool:
    """Is this a place and common words with capitals that say something (Kivu Security Tracker said)?"""
    if row.heading or j >= len(row.words) or row.words[i] in LETTERED or row.capital[j] or row.common[i]:
        return False
    if not row.beside[j] & (ORG_SPEAKS | PERSON_VERB):
        return False
    first = next((k for k in range(i + 1, min(i + 3, j)) if known.names[row.text(i, k)] & WHERE), 0)
    return 0 < first < j and all(
        row.capital[k] == 1
        and row.common[k]
        and row.gap(k) == " "
        and not row.bits[k] & (PLACE | GROUP)
        and not row.flags[k] & NO_SPEAKER
        for k in range(first, j)
    )


def _with_more(row: Line, i: int, j: int, known: Tables) -> bool:
    """Is this a known body with what it is besides (Georgetown University Hospital), or with a word before (United
    Socialist Party)?
    """
    flag = row.flags[j - 1]
    names = known.names
    if flag & (HEAD | SUFFIX) and row.gap(j - 1) == " ":
        if names[row.text(i, j - 1)] & ORG:
            return j - i > 2
        if j - i > 4 and row.words[j - 2] == "'" and row.common[j - 3] and names[row.text(i, j - 3)] & ORG:
            return True  # Makerere University Students' Union
        if j - i > 3 and row.flags[j - 2] & (HEAD | SUFFIX) and names[row.text(i, j - 2)] & ORG:
            return True
    opens = goes_with(row, i) or (row.words[i] in OPENERS and not row.heading)
    return j - i > 2 and row.gap(i + 1) == " " and opens and names[row.text(i + 1, j)] & ORG > 0


def _abroad(row: Line, i: int, j: int, known: Tables) -> bool:
    """Is this a known body with the land in which it is at work (Greenpeace Japan, Credit Suisse Brasil)?"""
    last = j - 1
    return (
        not row.heading
        and (row.words[last] in LANDS or row.words[last] in known.classes["nations"])
        and row.gap(last) == " "
        and row.words[i] not in LETTERED
        and (row.bits[i] if last == i + 1 else known.names[row.text(i, last)]) & (ORG | PLACE) == ORG
        and not (last == i + 1 and row.common[i] and row.capital[i] == 1)
        and not (j < len(row.words) and row.capital[j] and row.gap(j) == " ")
    )


def is_placed(row: Line, i: int, j: int, known: Tables) -> int:
    """Is this a place or a people with a body that is built of common words (Nigerian Red Cross, Dutch Association of
    Journalists)?  The words of the place; 0: it is not.  What every state has stands beside its people (Dutch Ministry
    of Justice).
    """
    part = row.flags[i] & DIRECTION > 0 and row.bits[i + 1] & WHERE > 0  # West Kowloon
    if not (row.bits[i] or part) or row.heading or row.words[i] in LETTERED:
        return 0
    goes_on = j < len(row.words) and row.capital[j] and row.common[j] and row.gap(j) == " "
    stands = not goes_on and not (i and row.bits[i - 1] & GROUP and row.gap(i) == " ")
    for k in range(i + 1 + part, min(i + 4, j - 1)):
        name = row.text(i, k)
        of_county = row.flags[k - 1] & PLACE_HEAD and row.bits[i] and not row.flags[k - 1] & HEAD
        placed = known.names[name] & (PLACE | GROUP) or of_county or (part and k == i + 2)
        placed = placed or (known.names[name] & (MINOR_PLACE | KIN) == MINOR_PLACE and not row.common[i])
        if not placed or row.gap(k) != " " or not row.capital[k]:
            continue
        # A state's own bodies stand beside its people, a town's are called by the town (Amsterdam Court of Appeal).
        of_state = known.names[name] & GROUP or name in known.classes["nations"]
        if of_state and (row.words[k] in OF_STATES or row.words[j - 1] in ARMED):
            return 0
        of_state = of_state or not row.words[k].startswith("Court")
        if of_state and row.text(k, j) in known.classes["gov_bodies"]:
            return 0
        built = (j - k > 2 and is_body(row, k, j)) or (stands and _is_plain_body(row, k, j))
        common = known.names[row.text(k, j)] & ORG and all(
            row.common[n] or row.words[n] in FIELDS or (row.words[n] in ("'", "'s") and not known.names[name] & GROUP)
            for n in range(k, j)
        )
        if built or common:
            return k - i
    return 0


def _is_plain_body(row: Line, i: int, j: int) -> bool:
    """Are these common words, the last of them one for a body (Regional Authority, District Health Board)?"""
    return (
        1 < j - i < 5
        and row.flags[j - 1] & HEAD > 0
        and row.lower_after(j) not in FIELDS
        and all(
            row.capital[k] and row.common[k] and not row.bits[k] & (PLACE | GROUP | ORG) and not row.flags[k] & TITLE
            for k in range(i, j)
        )
    )


def is_branch(row: Line, i: int, j: int, known: Tables) -> bool:
    """Is this a known body with common words to the end of the run: a part of it, or its full name (Alibaba Cloud,
    Allianz Global Corporate & Specialty, PTT Exploration and Production)?
    """
    if row.heading or (row.common[i] and row.bits[i]) or (j < len(row.words) and row.capital[j] and row.gap(j) == " "):
        return False
    if not row.capital[j - 1] or row.flags[j - 1] & NO_BRANCH or row.beside[j - 1] & PERSON_NOUN:
        return False
    first = i + 1
    if not row.bits[i] & ORG:
        first = next((k for k in range(i + 2, min(j, i + 4)) if known.names[row.text(i, k)] & ORG), 0)
    elif row.bits[i] & (PLACE | GROUP | KIN):
        return False
    return 0 < first < j and all(
        (row.capital[k] and row.common[k] and not row.bits[k] & (PLACE | GROUP) and not row.flags[k] & TITLE)
        or (row.words[k] == "&" and first < k)
        or (row.words[k] == "and" and first < k < j - 1 and not row.bits[k + 1] & ORG)
        for k in range(first, j)
    )


def is_double(row: Line, i: int) -> bool:
    """Is this a known body with an unknown name at the other end of a hyphen (Daimler-Benz), or unknown letters with a
    word (USR-Plus)?
    """
    if row.words[i + 1] != "-" or row.gap(i + 1) or row.gap(i + 2) or row.flags[i] & ARTICLE:
        return False
    one, other = row.bits[i], row.bits[i + 2]
    if (one & ORG > 0 and row.flags[i + 2] & LOOSE > 0) or (other & ORG > 0 and row.flags[i] & LOOSE > 0):
        return True
    lettered = row.capital[i] == 2 and row.words[i].isalpha() and not (one & ~(ORG | WELL_KNOWN) or row.common[i])
    return lettered and row.capital[i + 2] == 1 and not (other or row.heading or row.flags[i] & NOT_NAME)


def _of_a_state(row: Line, i: int, j: int, known: Tables) -> bool:
    """Is this a body of a state or a union, whose letters or name it bears (U.S. Supreme Court, United Nations Human
    Rights Council)?
    """
    first = i + 1
    if row.words[i] not in LETTERED:
        first = i + 2
        if j - i < 3 or row.text(i, first) not in UNIONS:
            return False
    if first >= j or row.gap(first) != " ":
        return False
    rest = row.text(first, j)
    usual = from_capitals(rest) if row.shouting else rest
    if usual in known.classes["gov_bodies"] or (j - first > 2 and is_body(row, first, j)):
        return True
    if first > i + 1 and row.flags[j - 1] & HEAD and all(row.capital[k] and row.common[k] for k in range(first, j)):
        return True  # United Nations Support Mission
    return j - i > 2 and known.names[usual] & ORG > 0
