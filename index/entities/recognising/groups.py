"""What speaks for a piece of a run being a people, an event, or a name of a kind that is not reported."""

from __future__ import annotations

from index.entities.recognising.context import NONE, after_title
from index.entities.recognising.lexicon import (
    DIRECTION,
    EVENT_FIRST,
    EVENT_HEAD,
    GROUP_AFTER,
    HEAD,
    KIN,
    NEUTRAL_HEAD,
    NOT_NAME,
    SUFFIX,
    lexicon,
)
from index.entities.recognising.line import Line
from index.entities.tables import EVENT, GIVEN, GROUP, ORG, PLACE, Tables
from index.entities.wordset import wordset

CALLED = 2.5
"""What it costs to take a given name before a surname for a people."""
SHIPS = wordset("USS USNS USCGC HMS HMAS HMNZS HMCS INS PNS BRP KRI ROKS MV")
"""Letters before the names of ships."""
SHIP = 3.0
"""What they say, for each word."""
BEFORE_A_PEOPLE = frozenset(
    ("Non", "Anti", "Pro", "Pan", "Ultra", "Neo", "Afro", "Indo", "Anglo", "Sino", "Franco", "Euro")
)
"""What the name of a people is hyphened to."""


def group(row: Line, i: int, j: int, form: str, table: int, known: Tables) -> float:
    """Evidence for a people, a nationality, a faith, a political camp."""
    size = j - i
    value = 0.0
    if table & GROUP:
        value += 3.2 if size == 1 else 8.5
        if size == 1 and row.bits[i] & GIVEN and _surname_follows(row, j):
            value -= CALLED
        if table & PLACE:
            value -= 0.3
        if size == 1 and row.common[i] and row.weak[i]:
            value -= 0.8
    elif size > 3:
        return NONE
    elif size <= 2 and form[-1] == "s" and known.names[form[:-1]] & GROUP:
        value += 3.0
    elif size > 1 and row.bits[j - 1] & GROUP and row.words[i] in BEFORE_A_PEOPLE:
        value += 5.5
    elif size == 2 and row.bits[i] & GROUP and row.bits[i + 1] & GROUP and row.gap(i + 1) == " ":
        value += 8.5
    elif size == 2 and row.flags[i] & DIRECTION and row.bits[i + 1] & GROUP:
        value += 2.5 if row.weak[i] or row.gap(i + 1) != " " else 6.0  # West German
    elif size == 1:
        value -= 0.6
        if form.endswith(("ians", "eans", "ese", "istas", "ists", "ites")):
            value += 1.2
        elif form.endswith(("ian", "ese", "ish", "ist")) and not row.bits[i] & KIN:
            value += 0.7
        if j < len(row.words) and row.beside[j] & GROUP_AFTER:
            value += 1.3
        if form[-1] == "s" and i and row.lower[i - 1] == "the" and row.lower_after(j) in ("are", "were", "have", "had"):
            value += 0.8
    else:
        return NONE
    if j < len(row.words) and row.beside[j] & GROUP_AFTER:
        value += 0.3
    if after_title(row, i):
        value -= 1.5
    return value


def _surname_follows(row: Line, j: int) -> bool:
    """May token `j`, right after the name of a people that is a given name too, be a surname (Christian Eriksen)?"""
    return (
        j < len(row.words)
        and row.capital[j] == 1
        and row.gap(j) == " "
        and not row.common[j]
        and not row.bits[j] & (GROUP | ORG | PLACE)
        and not row.flags[j] & (HEAD | SUFFIX)
    )


def event(row: Line, i: int, j: int, table: int) -> float:
    """Evidence for an event."""
    if table & EVENT:
        return 4.5 if j - i > 1 else 2.5
    if j - i < 2:
        return NONE
    value = -0.5
    if row.flags[j - 1] & EVENT_HEAD:
        value += 2.3
    if row.flags[i] & EVENT_FIRST:
        value += 2.5
    if any(word in ("for", "and", "&") for word in row.words[i:j]):
        value -= 0.5
    if row.common[i] and row.weak[i]:
        value -= 1.0
    return value


def neutral(row: Line, i: int, j: int, form: str) -> float:
    """Evidence for a name of a kind that is not reported: a law, a work, a prize, a disease, a ship."""
    if 1 < j - i < 4 and row.words[i] in SHIPS and row.gap(i + 1) == " " and all(row.capital[k] for k in range(i, j)):
        return SHIP * (j - i)
    first = row.flags[i] if j - i > 1 or form == row.words[i] else lexicon()[form].flags
    if j - i == 1:
        return 0.6 if first & (NOT_NAME | NEUTRAL_HEAD) else NONE
    value = -0.6
    if row.flags[j - 1] & NEUTRAL_HEAD:
        value += 3.0
    if first & NEUTRAL_HEAD and row.words[i + 1] in ("of", "on", "for"):
        value += 2.6
    return value
