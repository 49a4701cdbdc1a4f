"""The sides of matches: where the name of a place stands for its club or its team."""

from __future__ import annotations

from index.entities.recognising.lexicon import (
    BEATS,
    DIRECTION,
    HEAD,
    KIN,
    PLACE_HEAD,
    PLAYS,
    STARTER,
    TITLE_START,
    lexicon,
)
from index.entities.recognising.line import Line
from index.entities.tables import GROUP, ORG, PLACE, WHERE, Tables

LOST = frozenset(("lost", "lose", "loses", "loss", "defeat", "losing"))
VERSUS = frozenset(("v", "vs"))
LONGEST_TOWN = 2
"""Words of the town in the name of a team."""
CLUB = 6.0
"""A town for its club, in a report of sport: so much that nothing outweighs it."""
LONGER = 2.0
"""What each word of a club's name says for the whole."""
AGAINST = 1.5
"""What "v" beside a name, or the score after it, says for a club there."""


def of_sport(row: Line, i: int, j: int, form: str, table: int, known: Tables) -> float:
    """What a report of sport says for these tokens being a club; from `CLUB` on beyond doubt."""
    size = j - i
    classes = known.classes
    where = table & WHERE > 0 and form not in classes["nations"]
    if table & (WHERE | GROUP) and _called_as_club(row, i, j, form, classes):
        return CLUB
    if where and size < 3 and not row.results and plays(row, i, j) and not is_where(row, i, j):
        return CLUB
    if 1 < size < 4 and of_club(row, i, j):
        return CLUB + LONGER * size
    if row.name(j - 1, j) in classes["teams"] and is_team(row, i, j, known):
        return CLUB + LONGER * size  # Warriors, Glasgow Warriors
    value = 0.0
    if size == 1 and not row.weak[i] and i and row.lower[i - 1] == "the" and row.name(i, j) in classes["team_words"]:
        value += CLUB  # the Heat
    if form not in classes["nations"]:
        value += AGAINST * ((size < 3 and is_beaten(row, i, j)) + (size < 4 and against(row, i, j)))
    return value


def _called_as_club(row: Line, i: int, j: int, form: str, classes: dict[str, frozenset[str]]) -> bool:
    """Is this the town of a known club, and nothing beside it says that the town is meant?"""
    if form not in classes["clubs"] and not (row.american and form in classes["clubs_america"]):
        return False
    if is_where(row, i, j):
        return False
    if row.results:
        return is_side(row, i, j) and not 0 < row.scorers <= i
    return not (j < len(row.words) and row.words[j] in classes["teams"])


def is_side(row: Line, i: int, j: int) -> bool:
    """Is this all that stands for one side in a line of results, between its figures?"""
    return (i == 0 or not (row.capital[i - 1] or row.gap(i) == "")) and (
        j == len(row.words) or not (row.capital[j] or row.words[j] in ("-", "&", "'", "'s", "."))
    )


def is_team(row: Line, i: int, j: int, known: Tables) -> bool:
    """Is this the name of a team alone or after its place, and no part of another name (Giants Stadium)?"""
    if j < len(row.words) and row.flags[j] & (PLACE_HEAD | HEAD) and row.gap(j) == " ":
        return False
    if j - i > 1:
        return row.gap(j - 1) == " " and _town_of_team(row.name(i, j - 1), known)
    if not (i and row.capital[i - 1] and row.gap(i) == " "):
        return True
    return not any(
        _town_of_team(row.name(i - back, i), known) or known.names[row.text(i - back, j)] & ORG
        for back in range(1, min(i, LONGEST_TOWN) + 1)
    )


def _town_of_team(name: str, known: Tables) -> bool:
    """Is this a place, or what a team goes by that is called for none (Golden State Warriors)?"""
    return known.names[name] & WHERE > 0 or name in known.classes["clubs_america"]


def plays(row: Line, i: int, j: int) -> bool:
    """Does the name of a place win, lose or play here, as only its club can (Lancashire beat Surrey)?"""
    if i and (row.beside[i - 1] & BEATS or (i > 1 and row.lower[i - 1] == "to" and row.lower[i - 2] in LOST)):
        return True
    after = row.words[j] if j < len(row.words) else ""
    if after in lexicon().known.classes["positions"] and row.gap(j) == " ":
        return True  # Cardiff wing Josh Adams
    return after != "" and row.beside[j] & PLAYS > 0 and not (i and row.capital[i - 1] and row.gap(i) == " ")


def against(row: Line, i: int, j: int) -> bool:
    """Does "v" stand beside the name: one side of a match or of a case?"""
    return row.lower_after(j) in VERSUS or (i > 0 and row.lower[i - 1] in VERSUS)


def is_beaten(row: Line, i: int, j: int) -> bool:
    """Does the score of a match follow the name of who lost it (thrashed Pau 54-10)?"""
    return (
        i > 0
        and row.beside[i - 1] & BEATS > 0
        and j + 2 < len(row.words)
        and row.words[j].isdigit()
        and row.words[j + 1] == "-"
        and row.words[j + 2].isdigit()
    )


def of_club(row: Line, i: int, j: int) -> bool:
    """Are these the letters or the unknown name of a club before its town (ALBA Berlin, Zalgiris Kaunas)?"""
    if any(row.gap(k) != " " or not row.capital[k] for k in range(i + 1, j)):
        return False
    if j < len(row.words) and row.capital[j] and row.gap(j) == " ":
        return False
    town = row.bits[j - 1] & (PLACE | ORG) > 0 and not row.bits[j - 1] & KIN
    if row.capital[i] == 2 and 1 < len(row.words[i]) < 5 and not row.shouting:
        return town and not row.bits[i] & (PLACE | GROUP)
    known = row.bits[i] or row.common[i] or row.flags[i] & (TITLE_START | STARTER | HEAD | DIRECTION)
    return j == i + 2 and town and not known and not row.heading


def _is_town_of_club(row: Line, k: int) -> bool:
    classes = lexicon().known.classes
    return row.words[k] in classes["clubs"] or row.words[k] in classes["clubs_america"]


def is_where(row: Line, i: int, j: int) -> bool:
    """Does a club's town stand here for the town?"""
    if j <= row.dateline:
        return True
    before = row.lower[i - 1] if i else ""
    if before in ("in", "near", "of", "around", "outside", "across"):
        return True
    if i > 1 and row.words[i - 1] == "," and row.bits[i - 2] & PLACE and not _is_town_of_club(row, i - 2):
        return True  # in Glendale, Arizona
    return (
        row.lower_after(j) == ","
        and j + 1 < len(row.words)
        and row.bits[j + 1] & PLACE > 0
        and not (row.american and row.words[j + 1] in lexicon().known.classes["clubs_america"])
    )
