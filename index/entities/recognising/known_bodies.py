"""Whether a known body's name goes on: with what it is besides, a branch, a land, the letters of a state before it."""

from __future__ import annotations

from index.entities.recognising.agency import from_capitals
from index.entities.recognising.bodies import is_body
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
    PERSON_NOUN,
    PLACE_HEAD,
    STARTER,
    SUFFIX,
    TITLE,
    TITLE_END,
)
from index.entities.recognising.line import Line
from index.entities.tables import GROUP, ORG, PLACE, WHERE, Tables
from index.entities.wordset import wordset

NO_BRANCH = NEUTRAL_HEAD | EVENT_HEAD | STARTER | NOT_NAME | TITLE | TITLE_END
LANDS = wordset(
    "Brasil Italia España Espana Deutschland Österreich Polska Europe Asia Africa America Americas Scandinavia"
)
"""Where bodies are at work, besides the nations that play (`nations`)."""
OF_STATES = wordset("Ministry Ministries Embassy Consulate Government Cabinet Parliament Senate House Department")
ARMED = wordset("Army Navy Force Forces Police Guard Marines")
LETTERED = frozenset(("U.S.", "US", "U.S", "USA", "U.K.", "UK", "EU", "UN", "U.N.", "UAE"))


def goes_on(row: Line, i: int, j: int, known: Tables) -> bool:
    """Are tokens `i` up to `j`, two or more, a known body's name and more that belongs to it?"""
    return _with_more(row, i, j, known) or _of_a_state(row, i, j, known) or _abroad(row, i, j, known)


def _with_more(row: Line, i: int, j: int, known: Tables) -> bool:
    """Is this a known body with what it is besides (Georgetown University Hospital), or with a word before (United
    Socialist Party)?
    """
    flag = row.flags[j - 1]
    names = known.names
    if flag & (HEAD | SUFFIX) and row.gap(j - 1) == " ":
        if names[row.text(i, j - 1)] & ORG:
            return j - i > 2
        if j - i > 3 and row.flags[j - 2] & (HEAD | SUFFIX) and names[row.text(i, j - 2)] & ORG:
            return True
    return j - i > 2 and row.gap(i + 1) == " " and goes_with(row, i) and names[row.text(i + 1, j)] & ORG > 0


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
    for k in range(i + 1 + part, min(i + 4, j - 1)):
        name = row.text(i, k)
        of_county = row.flags[k - 1] & PLACE_HEAD and row.bits[i] and not row.flags[k - 1] & HEAD
        placed = known.names[name] & (PLACE | GROUP) or of_county or (part and k == i + 2)
        if not placed or row.gap(k) != " " or not row.capital[k]:
            continue
        if row.words[k] in OF_STATES or row.words[j - 1] in ARMED:
            return 0
        # A state's court stands beside its people, a town's is called by the town (Amsterdam Court of Appeal).
        of_state = known.names[name] & GROUP or name in known.classes["nations"] or not row.words[k].startswith("Court")
        if of_state and row.text(k, j) in known.classes["gov_bodies"]:
            return 0
        built = j - k > 2 and is_body(row, k, j)
        common = known.names[row.text(k, j)] & ORG and all(
            row.common[n] or (row.words[n] == "'" and not known.names[name] & GROUP) for n in range(k, j)
        )
        return k - i if built or common else 0
    return 0


def is_branch(row: Line, i: int, j: int, known: Tables) -> bool:
    """Is this a known body with common words to the end of the run: a part of it, or its full name (Alibaba Cloud,
    Allianz Global Corporate & Specialty)?
    """
    if row.heading or row.common[i] or (j < len(row.words) and row.capital[j] and row.gap(j) == " "):
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
    lettered = row.capital[i] == 2 and row.words[i].isalpha() and not (one or row.common[i])
    return lettered and row.capital[i + 2] == 1 and not (other or row.heading or row.flags[i] & NOT_NAME)


def _of_a_state(row: Line, i: int, j: int, known: Tables) -> bool:
    """Is this a body of a state or a union, whose letters it bears (U.S. Supreme Court, UN Security Council)?"""
    if row.words[i] not in LETTERED or row.gap(i + 1) != " ":
        return False
    rest = row.text(i + 1, j)
    usual = from_capitals(rest) if row.shouting else rest
    if usual in known.classes["gov_bodies"] or (j - i > 3 and is_body(row, i + 1, j)):
        return True
    return j - i > 2 and known.names[usual] & ORG > 0
