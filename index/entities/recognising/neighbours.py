"""What the words beside a piece of a run say of its being a name: lists, appositions, what belongs to it."""

from __future__ import annotations

from index.entities.recognising.context import after_title
from index.entities.recognising.lexicon import (
    ADJECTIVAL,
    ARTICLE,
    HEAD,
    KIN,
    LOOSE,
    PARTICLE,
    PLACE_BEFORE,
    ROYAL,
    STARTER,
    TITLE_END,
)
from index.entities.recognising.line import Line
from index.entities.recognising.runs import BEFORE_A_LAST_NAME, opens
from index.entities.tables import FAMOUS, GIVEN, GROUP, MAN, ORG, PLACE, SURNAME, WELL_KNOWN, WOMAN, Tables

PERSON_AT, PLACE_AT, ORG_AT, GROUP_AT, EVENT_AT, NEUTRAL_AT = range(6)
"""Where the score of each type stands."""
CALLED_AS_NATIONS = frozenset(("Jordan", "Israel", "Chad", "Georgia"))
HEADLINE_OPENERS = frozenset(("The", "A", "An", "This", "That"))
OWNING = frozenset(("'s", "'"))
LONGEST_APPOSITION = 7
TOLD = 1.2
"""What an apposition says of a name."""


def follows_given(row: Line, i: int, table: int) -> bool:
    """Does a given name that is nothing else stand right before token `i`?"""
    before = i - 1
    return (
        row.capital[before] == 1
        and row.bits[before] & (GIVEN | PLACE | GROUP | ORG) == GIVEN
        and not (row.common[before] and (table & PLACE or (row.weak[before] and row.flags[before] & STARTER)))
        and row.gap(i) == " "
    )


def without_article(row: Line, i: int, j: int, known: Tables) -> bool:
    """Does the article or the particle of a last name stand before the piece?"""
    before, flag = i - 1, row.flags[i - 1]
    if row.words[before] == "-":
        return i > 1 and row.flags[i - 2] & ARTICLE > 0
    if flag & PARTICLE and not row.capital[before]:
        return i > 1 and row.capital[i - 2] > 0 and row.bits[i - 2] & KIN > 0 and row.bits[i] & SURNAME > 0
    return row.capital[before] == 1 and known.names[row.text(before, j)] & (SURNAME | PLACE) == SURNAME


def lacks_particle(row: Line, i: int) -> bool:
    """Does a particle in small letters that begins a last name stand before token `i` (von der Leyen)?"""
    first = i
    while first and row.words[first - 1] in BEFORE_A_LAST_NAME:
        first -= 1
    return first < i and opens(row, first) and stands_alone(row, first)


def stands_alone(row: Line, i: int) -> bool:
    """Does no name stand before token `i`, but a small word, a title or a word that begins the sentence?"""
    if not i or not row.capital[i - 1]:
        return True
    return after_title(row, i) or (row.weak[i - 1] and row.flags[i - 1] & STARTER > 0)


def name_follows(row: Line, i: int, known: Tables) -> bool:
    """Does the unknown name after token `i`, a place and a given name, go on from it?"""
    j = i + 1
    if j >= len(row.words) or row.capital[j] != 1 or row.common[j] or row.heading or row.gap(j) != " ":
        return False
    called = row.words[i] in CALLED_AS_NATIONS
    surname = called and row.bits[j] & SURNAME and not row.bits[j] & (WELL_KNOWN | GROUP | ORG)  # Jordan Henderson
    if not (row.flags[j] & LOOSE or surname) or (i and row.beside[i - 1] & PLACE_BEFORE):
        return False
    return called or row.words[i] not in known.classes["nations"]


def unlikely_beginning(row: Line, i: int, j: int, form: str, scores: list[float], known: Tables) -> None:
    """Takes from the scores of an unknown name of several words what its first word makes unlikely."""
    first = row.flags[i]
    if row.words[i] in HEADLINE_OPENERS or (first & STARTER and row.weak[i]):
        scores[:] = [value - 3.0 for value in scores]
    if first & TITLE_END and row.words[i] not in ROYAL:
        scores[PLACE_AT] -= 3.0
        if not (first & HEAD or form in known.classes["stand_alone_orgs"]):
            scores[ORG_AT] -= 2.0
    if row.weak[i] and row.common[i] and all(row.common[k] for k in range(i, j) if row.capital[k]):
        listed = row.bits[i] & GIVEN and row.bits[j - 1] & SURNAME and listed_with(row, i, j) & KIN
        if not listed:  # Justin Leonard, Mark Brooks
            called = (
                row.bits[i] & (MAN | WOMAN)
                and row.bits[j - 1] & SURNAME
                and not row.heading
                and row.gap(j - 1) == " "
                and j < len(row.words)
                and (row.words[j] in (",", "'s") or row.lower[j].isalpha())
                and not row.capital[j]
            )
            scores[PERSON_AT] -= 0.3 if called else 1.5
        if row.heading:
            scores[ORG_AT] -= 1.5
            scores[PLACE_AT] -= 1.0
            scores[EVENT_AT] -= 1.0


def listed_with(row: Line, i: int, j: int) -> int:
    """What the tables know of the names that stand with this one in a list."""
    words, capital = row.words, row.capital
    bits = 0
    if i > 1:
        before = words[i - 1]
        if before in (",", "and", "or", "&"):
            if capital[i - 2]:
                bits = row.bits[i - 2]
            elif before == "and" and i > 2 and words[i - 2] == "," and capital[i - 3]:
                bits = row.bits[i - 3]
    if j + 1 < len(words) and capital[j + 1] and words[j] in (",", "and", "or", "&"):
        bits |= row.bits[j + 1]
    return bits


def crowding(row: Line, i: int, j: int) -> int:
    """On how many sides a word stands that would rather belong to the name: names are whole runs."""
    words, capital, flags = row.words, row.capital, row.flags
    sides = 0
    if i:
        before = i - 1
        if capital[before]:
            if flags[before] & LOOSE and row.starts[i] - row.ends[before] <= 1 and row.gap(i) in (" ", ""):
                sides = 1
        elif (
            flags[before] & PARTICLE
            and i > 1
            and capital[i - 2]
            and flags[i - 2] & LOOSE
            and words[before] not in ("e", "y", "i")
        ):
            sides = 1
        elif words[before] == "-" and i > 1 and capital[i - 2] and flags[i - 2] & LOOSE and not row.bits[i] & FAMOUS:
            sides = int(row.gap(i) == row.gap(before) and (not row.gap(i) or not (row.heading or capital[i] == 2)))
    if j < len(words) and (capital[j] or words[j] == "-") and row.gap(j) in (" ", ""):
        after = j
        if words[j] == "-" and j + 1 < len(words) and not row.gap(j) and not row.gap(j + 1):
            after = j + 1
        if (
            flags[after] & LOOSE
            and not (after > j and row.bits[after] & row.bits[j - 1] & FAMOUS)
            and (capital[after] or (after > j and words[after] not in ADJECTIVAL and not row.common[after]))
        ):
            sides += 1
    return sides


def beside_unknown(row: Line, i: int) -> bool:
    """Does a name that no table knows stand right before or after token `i`?"""
    return any(
        0 <= k < len(row.words)
        and row.capital[k] == 1
        and not row.bits[k]
        and not row.common[k]
        and not row.weak[k]
        and row.flags[k] & LOOSE
        and row.gap(max(i, k)) == " "
        for k in (i - 1, i + 1)
    )


def told_after(row: Line, at: int, scores: list[float], known: Tables) -> None:
    """Adds what the noun of an apposition says, which begins at token `at`: "Hezb, a small opposition party,"."""
    head = ""
    for k in range(at, min(len(row.words), at + LONGEST_APPOSITION)):
        word = row.lower[k]
        if word in OWNING:
            head = ""  # the party's leader
            continue
        if not word[0].isalpha() or word in ("of", "in", "for", "who", "which", "that", "with", "at", "from", "near"):
            break
        head = word
    else:
        return
    if head in known.classes["org_before"]:
        scores[ORG_AT] += TOLD
    elif head in known.classes["place_nouns_before"]:
        scores[PLACE_AT] += TOLD
    elif head in known.classes["person_nouns"]:
        scores[PERSON_AT] += TOLD
