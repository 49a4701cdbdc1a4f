"""What speaks for a piece of a run being a place."""

from __future__ import annotations

from index.entities.recognising.context import NONE, after_title, goes_with
from index.entities.recognising.lexicon import (
    DIRECTION,
    HEAD,
    KIN,
    PERSON_VERB,
    PLACE_AFTER,
    PLACE_BEFORE,
    PLACE_FIRST,
    PLACE_HEAD,
    PLACE_NEAR,
    PLACE_NOUN,
    PLACE_OF,
    PLACE_WAY,
)
from index.entities.recognising.line import Line
from index.entities.tables import GROUP, MINOR_PLACE, ORG, PLACE, SURNAME, WELL_KNOWN, WHERE, Tables
from index.entities.wordset import wordset

TO = frozenset(("to", "for", "from", "between"))
WITHIN = frozenset(("in", "at", "near", "around", "outside"))
"""Before a list of places."""
ON_THE = frozenset(("in", "near", "outside", "around", "inside", "across", "over", "along"))
VENUES = wordset("Park Stadium Arena Ground Field Oval Circuit Speedway Racecourse Airport Bridge Tower Coliseum Dome")
POINTS = wordset("North South East West Central")
OF_DISTRICTS = frozenset(("Judge", "Judges", "Attorney", "Attorneys", "Court", "Courts"))
GOLF, LINKS = frozenset(("Golf", "Country")), frozenset(("Club", "Course", "Links", "Resort"))
LONG = 3.0
"""What a known place of four words or more is worth besides, so that its parts do not outweigh it."""
GOES_ON = 4.0
"""What it says against a building that a capitalised common word goes on after it."""
BUILDINGS = wordset(
    "Building Dam Stadium Bridge Airport Tower Hall Prison Plant Terminal Arena Palace Cathedral Mosque"
)
TRAVEL = wordset(
    "fled flee flees fleeing flew fly flies flying flown return returned returning returns travel travelled traveled "
    "travelling traveling drove driven driving sailed sailing march marched marching advancing advanced retreated "
    "withdrew deported evacuated extradited airlifted shipped headed heading bound route road highway train trains bus "
    "buses flight flights ferry trip journey convoy left departed walked rushed crossed"
)
"""What is done to, for or from a place: "fled to Celic", "left for Khankala"."""


def place(row: Line, i: int, j: int, table: int, known: Tables) -> float:
    """Evidence for a place."""
    words, capital, bits, common, flags = row.words, row.capital, row.bits, row.common, row.flags
    value = 0.0
    size = j - i
    last = flags[j - 1]
    strong = False
    if table & PLACE:
        value += 3.0 if size == 1 else 6.0 + 1.25 * size
        if size > 3:
            value += LONG  # Democratic Republic of Congo
        strong = True
        if size == 1 and (common[i] and row.weak[i]):
            value -= 0.4 if table & WELL_KNOWN else 2.0
        if table & KIN and size == 1:
            value -= 0.4 if table & WELL_KNOWN else 1.4
        if table & GROUP:
            value -= 0.6
    elif 1 < size < 4 and not row.heading and _part_of_place(row, i, j, known):
        value += 6.0 + 1.25 * size
        strong = True
    elif table & MINOR_PLACE:
        value += (1.3, 5.5, 11.0)[min(size, 3) - 1]
        if common[i] and size == 1:
            value -= 1.5
    else:
        names = 0
        for k in range(i, j):
            if capital[k]:
                names += 1
                if k < j - 1:
                    if common[k] and not flags[k] & PLACE_FIRST:
                        value -= 0.5
                    if flags[k] & (HEAD | PLACE_HEAD) == HEAD:
                        value -= 1.5
            elif words[k] in ("'s", "&", "for"):
                value -= 1.0
            elif words[k] == "and":
                return NONE
        if names > 5:
            value -= 1.5
        if last & PLACE_HEAD and names > 1:
            value += 2.6
            if known.names[row.text(i, j - 1)] & WHERE and j - i > 2:
                value += 3.8
            if last & HEAD:
                value -= 2.5 if words[j - 1] == "Bank" else 0.9
            if words[j - 1] == "District" and j < len(words) and words[j] in OF_DISTRICTS:
                value -= GOES_ON  # U.S. District Judge
            if j < len(words) and row.gap(j) == " " and goes_with(row, j) and not row.heading:
                value -= GOES_ON  # Lagos State Building Control Agency
            goes_on = j < len(words) and capital[j] > 0 and row.gap(j) == " "  # Queens Park Rangers
            if words[j - 1] in VENUES and not goes_on and known.names[row.text(i, j - 1)] & (ORG | WHERE):
                value += 5.0 + 3.0 * size  # Deutsche Bank Park
            if names > 2 and words[j - 1] in LINKS and words[j - 2] in GOLF:
                value += 5.0 + 3.0 * size  # Gary Player Country Club
            if names > 2 and size == names and words[j - 1] in BUILDINGS and _of_body_or_people(row, i, j - 1):
                value += 3.0 * (size - 1)  # Tokyo Metropolitan Government Building
            if bits[i] & WHERE or (names > 2 and bits[j - 2] & WHERE):
                value += 3.4 if bits[i] & PLACE else 1.6
        elif names > 1 and "of" in words[i:j] and words[i + 1] == "of" and flags[i] & PLACE_OF:
            value += 3.2 + (2.6 if bits[j - 1] & WHERE else 0.0)
        elif names > 2 and "Republic" in words[i:j] and "of" in words[i:j] and bits[j - 1] & PLACE:
            value += 9.5
        elif flags[i] & PLACE_FIRST and names > 1 and names <= 3:
            value += 1.4
            if bits[i + 1] & WHERE or bits[j - 1] & PLACE:
                value += 0.8
            if common[j - 1]:
                value -= 1.5
        elif size == 1:
            value -= 0.8
        else:
            value -= 0.5
    if size > 2 and "-" in words[i:j] and any(words[k] == "-" and row.gap(k) for k in range(i, j)):
        value -= 2.0
    return _beside(row, i, j, value, strong, known)


def _part_of_place(row: Line, i: int, j: int, known: Tables) -> bool:
    """Is this a part of a place by where it lies in it (West Kowloon), or a constituency (Tamale South)?"""
    if row.gap(i + 1) != " " or row.gap(j - 1) != " ":
        return False
    if row.flags[i] & DIRECTION:
        return known.names[row.text(i + 1, j)] & PLACE > 0 and row.capital[i] == 1
    goes_on = j < len(row.words) and row.capital[j] and row.gap(j) == " "
    return row.words[j - 1] in POINTS and not goes_on and known.names[row.text(i, j - 1)] & WHERE > 0


def _of_body_or_people(row: Line, i: int, j: int) -> bool:
    """Are these common words, places, peoples and words for bodies, not all of them common?"""
    known = [row.bits[k] & (PLACE | GROUP) or row.flags[k] & HEAD for k in range(i, j)]
    return any(known) and all(is_known or row.common[k] for is_known, k in zip(known, range(i, j), strict=True))


def _in_list(row: Line, i: int) -> bool:
    """Is this in a list of places: "at Hitsats and Shimelba", "in Kumasi, Tamale and Bole"?"""
    k = i - 1
    if row.words[k] not in ("and", ",", "or"):
        return False
    while k > 0 and i - k < 12 and (row.words[k] in ("and", ",", "or") or row.capital[k]):
        if row.bits[k] & (GROUP | ORG) or (row.capital[k] and row.common[k]):
            return False
        k -= 1
    if row.lower[k] == "between":  # the road between two towns, but a debate between two people
        return k > 0 and (row.beside[k - 1] & PLACE_NOUN > 0 or row.lower[k - 1] in TRAVEL)
    return row.lower[k] in WITHIN


def _beside(row: Line, i: int, j: int, value: float, strong: bool, known: Tables) -> float:
    """The value with what the words beside the piece say; `strong`: the tables know a place of that name."""
    words, capital, bits = row.words, row.capital, row.bits
    before = row.beside[i - 1] if i else 0
    after = row.beside[j] if j < len(words) else 0
    if not strong and j - i < 3 and i > 2 and not after & PERSON_VERB and _in_list(row, i):
        value += 0.9
    if before:
        if before & PLACE_BEFORE and not (j - i > 1 and not strong and row.lower[i - 1] == "to"):
            value += 1.0 if before & PLACE_NEAR else 0.6
            if before & PLACE_WAY and not strong:
                value -= 0.3
        if before & PLACE_NOUN:
            value += 1.5
        if not strong and i > 1 and row.lower[i - 1] in TO and row.lower[i - 2] in TRAVEL:
            value += 1.5
    elif i > 1:
        if row.lower[i - 1] == "the" and not strong and j - i == 1 and row.lower[i - 2] in ON_THE:
            value += 0.9  # over the Dniester
        if row.lower[i - 1] == "of":
            if row.beside[i - 2] & PLACE_NOUN:
                value += 1.5
        elif words[i - 1] == "," and capital[i - 2] and bits[i - 2] & WHERE:
            value += 0.6
    if after:
        if after & PLACE_AFTER and not capital[j]:
            value += 1.5  # the Tarnak district, but New York City
        if after & PERSON_VERB and not strong and not before & PLACE_NEAR:
            value -= 1.0
    elif j + 2 < len(words) and words[j] == ",":
        if capital[j + 1]:
            if known.names[words[j + 1]] & PLACE and (strong or not bits[j - 1] & SURNAME):
                value += 1.2
        elif not strong and (
            words[j + 1] == "capital"
            or (words[j + 1] in ("a", "the") and row.beside[j + 2] & (PLACE_NOUN | PLACE_AFTER))
        ):
            value += 1.5  # Mekelle, the capital of Tigray
    elif not strong and j + 2 < len(words) and words[j] == "and" and capital[j + 1] and not capital[j + 2]:
        if row.beside[j + 2] & PLACE_AFTER:
            value += 1.5  # Sarvan and Dorgat districts
    elif (
        not strong
        and before & PLACE_BEFORE
        and j + 1 < len(words)
        and words[j] == "in"
        and known.names[words[j + 1]] & PLACE
    ):
        value += 0.8
    if after_title(row, i):
        value -= 2.0
    return value
