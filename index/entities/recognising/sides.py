"""The sides of matches: where the name of a place stands for its club or its team."""

from __future__ import annotations

from index.entities.recognising.context import Memory
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
        return row.gap(j - 1) == " " and known.names[row.name(i, j - 1)] & WHERE > 0
    return not (i and row.capital[i - 1] and row.gap(i) == " ") or not any(
        known.names[row.name(i - back, i)] & WHERE for back in (1, 2) if i >= back
    )


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


def is_where(row: Line, i: int, j: int, memory: Memory) -> bool:
    """Does a club's town stand here for the town?"""
    if j <= row.dateline:
        return True
    before = row.lower[i - 1] if i else ""
    if before in ("in", "near", "of", "around", "outside", "across"):
        return True
    return (
        row.lower_after(j) == ","
        and j + 1 < len(row.words)
        and row.bits[j + 1] & PLACE > 0
        and not (memory.american and row.words[j + 1] in lexicon().known.classes["clubs_america"])
    )
