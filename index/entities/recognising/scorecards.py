"""The lines of scorecards, draws and lists of results: who scored, and for which nation somebody competes."""

from __future__ import annotations

from index.entities.recognising.line import Line
from index.entities.tables import Tables
from index.entities.wordset import wordset

LONGEST_LIST = 60
"""Tokens of a list of scorers, at most."""
SCORED = wordset("Tries Conversions Penalties Goals Goalscorers Scorers Bowling Booked Bookings Substitutes")
"""What heads a list of players."""
PLAYED = 6.0
"""So much that nothing outweighs it."""
LONGER = 2.0
"""What each word of a player's name says for the whole."""
LONGEST_NATION = 3
NATIONS = wordset(
    "USA GBR GER FRA ITA ESP SUI AUT SWE NOR FIN DEN NED BEL POL CZE SVK SLO CRO SRB BIH HUN ROU BUL GRE TUR RUS UKR "
    "BLR LTU LAT EST IRL ENG SCO WAL POR CAN MEX BRA ARG CHI COL PER URU VEN ECU CUB JAM RSA KEN ETH NGR GHA EGY MAR "
    "ALG TUN AUS NZL JPN CHN KOR PRK IND PAK SRI THA INA MAS SGP PHI VIE KAZ UZB IRI ISR QAT KSA UAE BRN"
)
"""Nations by the three letters of lists of results."""


def is_player(row: Line, i: int, j: int) -> bool:
    """Do these tokens stand where a line of a match tells who scored: in brackets after what the side scored, each
    with a minute (Granada 3 (Soldado 24, Machis 51)), or in a list of scorers (Tries: Byrne, Lowe 2)?
    """
    if not i or row.words[i - 1] not in ("(", ",", ":", "and"):
        return False
    mark = row.words[j] if j < len(row.words) else ""
    timed = mark.isdigit() and len(mark) < 4
    for k in range(i - 1, max(i - LONGEST_LIST, 0), -1):
        word = row.words[k]
        if word == ")":
            return False
        if word == "(":
            return timed and row.words[k - 1].isdigit() and k > 1 and row.capital[k - 2] > 0
        if word == ":":
            return (timed or mark in (",", ".", "", "and")) and row.words[k - 1] in SCORED
    return False


def is_scoring_side(row: Line, i: int, j: int) -> bool:
    """Do these tokens stand for a side, with what it scored and who scored it in brackets after them?"""
    words = row.words
    if i and words[i - 1] != ")":
        return False
    return j + 3 < len(words) and words[j].isdigit() and words[j + 1] == "(" and _is_first_player(row, j + 2)


def _is_first_player(row: Line, i: int) -> bool:
    """Does a name with a minute begin at token `i`?"""
    j = i
    while j < len(row.words) and row.words[j].isalpha():
        j += 1
    return row.capital[i] > 0 and j < len(row.words) and is_player(row, i, j)


def competes(row: Line, j: int, known: Tables) -> bool:
    """Does a nation in brackets follow at token `j`, as after those who compete for it (Lance Stroll (Canada))?"""
    words = row.words
    if j + 2 >= len(words) or words[j] != "(" or not row.capital[j + 1]:
        return False
    close = next((k for k in range(j + 2, min(j + 2 + LONGEST_NATION, len(words))) if words[k] == ")"), 0)
    return close > 0 and (row.text(j + 1, close) in known.classes["nations"] or is_nation(row, j + 1, close))


def is_nation(row: Line, i: int, j: int) -> bool:
    """Are these the three letters of a nation, in brackets?"""
    return (
        j == i + 1
        and row.words[i] in NATIONS
        and i > 0
        and row.words[i - 1] == "("
        and j < len(row.words)
        and row.words[j] == ")"
        and (i < 2 or row.capital[i - 2] > 0)
    )
