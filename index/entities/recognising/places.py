"""What speaks for a piece of a run being a place."""

from __future__ import annotations

from index.entities.recognising.context import NONE, after_title, goes_with
from index.entities.recognising.lexicon import (
    DIRECTION,
    HEAD,
    KIN,
    LOOSE,
    NOT_NAME,
    PERSON_VERB,
    PLACE_AFTER,
    PLACE_BEFORE,
    PLACE_FIRST,
    PLACE_HEAD,
    PLACE_NEAR,
    PLACE_NOUN,
    PLACE_OF,
    PLACE_WAY,
    TITLE,
)
from index.entities.recognising.line import Line
from index.entities.tables import GIVEN, GROUP, MINOR_PLACE, ORG, PLACE, SURNAME, WELL_KNOWN, WHERE, Tables
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
EACH = 2.0
"""What each further word of a known place says for the whole that it begins (South Saskatchewan River)."""
ON = 4.0
"""What it says against an unknown place that "on" stands inside it."""
AFTER_SOMEBODY = 10.0
"""What it says for the whole that a building bears the full name of somebody."""
CALLED = 1.5
"""What it says against a place of two words that the first is a given name."""
SITE = 4.0
"""What two words together say at the end of the name of a site (Town Hall, Power Plant)."""
JOINED = 5.0
"""What it says for the whole that small words join a known place to what goes on (Barrancas del Orinoco)."""
SAINTED = 8.0
"""What it says that an unknown word follows a place that is called by a saint (San Juan Chamula)."""
OF_A_PLACE = 3.0
"""What it says that a known place follows a word with which places begin (Lake Nicaragua, Old Havana)."""
SAINTS = frozenset(("San", "Santa", "Santo", "São", "Sao", "Saint", "St"))
OF = frozenset(("de", "del", "do", "da", "dos", "das", "du", "des", "sur", "la", "las", "los"))
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
    size = j - i
    strong = True
    if table & PLACE:
        value = _known_place(row, i, size, table)
    elif 1 < size < 4 and not row.heading and _part_of_place(row, i, j, known):
        value = 6.0 + 1.25 * size
    else:
        strong = False
        value = _small_place(row, i, size) if table & MINOR_PLACE else _of_words(row, i, j, known)
        if value == NONE:
            return NONE
    if size > 2 and "-" in row.words[i:j] and any(row.words[k] == "-" and row.gap(k) for k in range(i, j)):
        value -= 2.0
    value = _said_after(row, i, j, _said_before(row, i, j, value, strong), strong, known)
    return value - 2.0 if after_title(row, i) else value


def _known_place(row: Line, i: int, size: int, table: int) -> float:
    """Evidence of a name that the tables know as a place's."""
    value = 3.0 if size == 1 else 6.0 + 1.25 * size
    if size > 3:
        value += LONG  # Democratic Republic of Congo
    if size == 1 and (row.common[i] and row.weak[i]):
        value -= 0.4 if table & WELL_KNOWN else 2.0
    if table & KIN and size == 1:
        value -= 0.4 if table & WELL_KNOWN else 1.4
    return value - 0.6 if table & GROUP else value


def _small_place(row: Line, i: int, size: int) -> float:
    """Evidence of a name that the tables know as a small place's."""
    value = (1.3, 5.5, 11.0)[min(size, 3) - 1]
    return value - 1.5 if row.common[i] and size == 1 else value


def _of_words(row: Line, i: int, j: int, known: Tables) -> float:
    """Evidence of the words of a name that no table knows; NONE where they are two names."""
    words, common, flags = row.words, row.common, row.flags
    value = 0.0
    names = 0
    for k in range(i, j):
        if row.capital[k]:
            names += 1
            if k < j - 1:
                if common[k] and not flags[k] & PLACE_FIRST:
                    value -= 0.5
                if flags[k] & (HEAD | PLACE_HEAD) == HEAD:
                    value -= 1.5
        elif words[k] in ("'s", "&", "for"):
            value -= 1.0
        elif words[k] == "on":
            value -= ON  # George Washington on Tower Bridge
        elif words[k] in ("and", "to", "with"):
            return NONE
    if names > 5:
        value -= 1.5
    if flags[j - 1] & PLACE_HEAD and names > 1:
        return _as_site(row, i, j, names, _headed(row, i, j, value, known), known)
    return _built(row, i, j, names, value, known)


def _headed(row: Line, i: int, j: int, value: float, known: Tables) -> float:
    """The value of a name that ends in a word for places (Lake Chad Basin)."""
    words = row.words
    value += 2.6
    if j - i > 2 and (known.names[row.text(i, j - 1)] & WHERE or (j - i == 3 and _part_of_place(row, i, j - 1, known))):
        value += 3.8 + EACH * (j - i - 2)  # Greater Accra Region
    elif j - i == 2 and row.bits[i] & (GIVEN | WHERE) == GIVEN:
        value -= CALLED  # Chris Rock
    elif (
        j - i == 3
        and words[j - 1] in VENUES
        and row.bits[i] & GIVEN
        and row.bits[i + 1] & SURNAME
        and row.capital[i + 1]
    ):
        value += AFTER_SOMEBODY  # George Washington Bridge
    if row.flags[j - 1] & HEAD:
        value -= 2.5 if words[j - 1] == "Bank" else 0.9
    if words[j - 1] == "District" and j < len(words) and words[j] in OF_DISTRICTS:
        value -= GOES_ON  # U.S. District Judge
    if j < len(words) and row.gap(j) == " " and goes_with(row, j) and not row.heading:
        value -= GOES_ON  # Lagos State Building Control Agency
    return value


def _as_site(row: Line, i: int, j: int, names: int, value: float, known: Tables) -> float:
    """The value with what says that such a name is a stadium's, a golf course's or a building's, or holds a place."""
    words, bits = row.words, row.bits
    size, head = j - i, words[j - 1]
    if head in VENUES and known.names[row.text(i, j - 1)] & (ORG | WHERE):
        goes_on = j < len(words) and row.capital[j] > 0 and row.gap(j) == " "  # Queens Park Rangers
        value += 0.0 if goes_on else 5.0 + 3.0 * size  # Deutsche Bank Park
    if names > 2 and head in LINKS and words[j - 2] in GOLF:
        value += 5.0 + 3.0 * size  # Gary Player Country Club
    if 2 < names == size and not row.heading and row.text(j - 2, j) in known.classes["site_heads"]:
        value += SITE + EACH * (size - 2)  # Waterberg Plateau National Park
    if names > 2 and size == names and head in BUILDINGS and _of_body_or_people(row, i, j - 1):
        value += 3.0 * (size - 1)  # Tokyo Metropolitan Government Building
    if bits[i] & WHERE or (names > 2 and bits[j - 2] & WHERE):
        value += 3.4 if bits[i] & PLACE else 1.6
    return value


def _built(row: Line, i: int, j: int, names: int, value: float, known: Tables) -> float:
    """The value of any other name, by how it is built (Gulf of Guinea, Republic of Ireland, Mount Kenya)."""
    words, bits = row.words, row.bits
    last = bits[j - 1]
    if names > 1 and "of" in words[i:j] and words[i + 1] == "of" and row.flags[i] & PLACE_OF:
        return value + 3.2 + (2.6 if last & WHERE else 0.0)
    if names > 2 and "Republic" in words[i:j] and "of" in words[i:j] and last & PLACE:
        return value + 9.5
    if row.flags[i] & PLACE_FIRST and 1 < names <= 3:
        value += 1.4
        if bits[i + 1] & WHERE or last & PLACE:
            value += 0.8
        if j - i == 2 and last & PLACE:
            value += OF_A_PLACE
        elif names == j - i == 3 and words[i] in SAINTS and row.flags[j - 1] & LOOSE and not last:
            value += SAINTED
        return value - 1.5 if row.common[j - 1] else value
    if 1 < names < j - i and words[i + 1] in OF and bits[i] & (WHERE | GIVEN) in (PLACE, MINOR_PLACE):
        first = i + 2 + (words[i + 2] in OF)
        if first == j - 1 or known.names[row.text(first, j)] & WHERE:
            return value + JOINED + EACH * (j - first)
    return value - (0.8 if j - i == 1 else 0.5)


def _part_of_place(row: Line, i: int, j: int, known: Tables) -> bool:
    """Is this a part of a place by where it lies in it (West Kowloon), or a constituency (Tamale South)?"""
    if row.gap(i + 1) != " " or row.gap(j - 1) != " ":
        return False
    if row.flags[i] & DIRECTION:
        return known.names[row.text(i + 1, j)] & PLACE > 0 and row.capital[i] == 1
    goes_on = j < len(row.words) and row.capital[j] and row.gap(j) == " " and not row.flags[j] & (TITLE | NOT_NAME)
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


def _said_before(row: Line, i: int, j: int, value: float, strong: bool) -> float:
    """The value with what the words before the piece say; `strong`: the tables know a place of that name."""
    words = row.words
    before = row.beside[i - 1] if i else 0
    if not strong and j - i < 3 and i > 2 and not _speaks(row, j) and _in_list(row, i):
        value += 0.9
    if before:
        word = row.lower[i - 1]
        if before & PLACE_BEFORE and not (j - i > 1 and not strong and word == "to"):
            value += 1.0 if before & PLACE_NEAR else 0.6
            if before & PLACE_WAY and not strong:
                value -= 0.3
        if before & PLACE_NOUN:
            value += 1.5
        if not strong and i > 1 and word in TO and row.lower[i - 2] in TRAVEL:
            value += 1.5
    elif i > 1:
        word = row.lower[i - 1]
        if word == "the" and not strong and j - i == 1 and row.lower[i - 2] in ON_THE:
            value += 0.9  # over the Dniester
        if word == "of":
            if row.beside[i - 2] & PLACE_NOUN:
                value += 1.5
        elif words[i - 1] == "," and row.capital[i - 2] and row.bits[i - 2] & WHERE:
            value += 0.6
    return value


def _speaks(row: Line, j: int) -> bool:
    """Is the word after the piece what people do?"""
    return j < len(row.words) and row.beside[j] & PERSON_VERB > 0


def _said_after(row: Line, i: int, j: int, value: float, strong: bool, known: Tables) -> float:
    """The same with what the words after it say."""
    words, capital = row.words, row.capital
    if j >= len(words):
        return value
    before = row.beside[i - 1] if i else 0
    after = row.beside[j]
    if after:
        if after & PLACE_AFTER and not capital[j]:
            value += 1.5  # the Tarnak district, but New York City
        if after & PERSON_VERB and not strong and not before & PLACE_NEAR:
            value -= 1.0
    elif j + 2 < len(words) and words[j] == ",":
        if capital[j + 1]:
            if known.names[words[j + 1]] & PLACE and (strong or not row.bits[j - 1] & SURNAME):
                value += 1.2
        elif not strong and _is_told(row, j + 1):
            value += 1.5  # Mekelle, the capital of Tigray
    elif strong:
        return value
    elif j + 2 < len(words) and words[j] == "and" and capital[j + 1] and not capital[j + 2]:
        if row.beside[j + 2] & PLACE_AFTER:
            value += 1.5  # Sarvan and Dorgat districts
    elif before & PLACE_BEFORE and j + 1 < len(words) and words[j] == "in" and known.names[words[j + 1]] & PLACE:
        value += 0.8
    return value


def _is_told(row: Line, at: int) -> bool:
    """Does the apposition that begins at token `at` tell of a place?"""
    word = row.words[at]
    return word == "capital" or (word in ("a", "the") and row.beside[at + 1] & (PLACE_NOUN | PLACE_AFTER) > 0)
