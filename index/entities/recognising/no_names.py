"""What has the capitals of a name and is none, whatever its words are: units, degrees, parts of tables."""

from __future__ import annotations

from index.entities.recognising.lexicon import HYPHEN, INITIAL, PREFIX
from index.entities.recognising.line import Line
from index.entities.recognising.persons import LETTERED, PARTIES
from index.entities.tables import ORG
from index.entities.wordset import wordset

MEASURES = wordset("GB MB TB KB MW GW TW BC BCE AD CE AM PM ET EST EDT PT PST PDT CT CST GMT UTC BST IST HP RPM KM KG")
HOURS = frozenset(("a.m.", "p.m."))
"""What these letters behind a figure or an hour name no body."""
BEHIND_A_NAME = wordset(
    "SC KC QC SAN JP MP MLA MNA MEP OBE MBE CBE KBE GBE CMG AO AM OAM AC RN RSM GCFR GCON CFR CON OFR OON MFR MON FCA "
    "ACA FRS FRCS FIEEE FNSE MNI OM OJ CD PhD"
)
"""Letters of offices, honours and degrees, which name nobody between commas behind a name."""
PAIRED = frozenset(("RD", "MA", "QA", "PL", "AE", "BB"))
"""Letters that name no body though "&" joins them (R & D)."""
SHADES = frozenset(("minus", "plus"))
"""What a hyphen joins to a grade (B-minus), which is no name."""


def is_no_name(row: Line, i: int, j: int) -> bool:
    """Can tokens `i` up to `j` not be one name, whatever they say?"""
    words, capital, flags = row.words, row.capital, row.flags
    last = flags[j - 1]
    if last & PREFIX and j < len(words) and (capital[j] or words[j] == "-"):
        return True
    if not capital[j - 1] and not flags[j - 2] & HYPHEN:
        return True
    size = j - i
    if i < row.slug and not (size == 1 and capital[i] == 2 and row.bits[i] & ORG):
        return True  # SOCCER - ..., but NBA - ...
    if size == 1:
        if i and (_is_measure(words, i) or _stands_behind(row, i) or _is_state(words, i)):
            return True
    elif _is_lettered(row, i, j):
        return True
    return bool(i and words[i - 1] in LETTERED and flags[i] & INITIAL and words[i][-1] == ".")


def _is_measure(words: list[str], i: int) -> bool:
    """Is this a unit or a part of the day, after its figure (40 MW, 3 a.m. EST)?"""
    return words[i] in MEASURES and (words[i - 1][0].isdigit() or "".join(words[i - 4 : i]) in HOURS)


def _stands_behind(row: Line, i: int) -> bool:
    """Are these letters between commas behind a name (Ana Kovac, SC, had argued)?"""
    words = row.words
    ends = i + 1 == len(words) or words[i + 1] in (",", ".", ")")
    return ends and i > 1 and words[i] in BEHIND_A_NAME and words[i - 1] == "," and row.capital[i - 2] > 0


def _is_state(words: list[str], i: int) -> bool:
    """Is this the state of a member of Congress, behind the letter of the party (D-Tex.)?"""
    return i > 2 and words[i - 1] == "-" and words[i - 2] in PARTIES and words[i - 3] in ("(", ",")


def _is_lettered(row: Line, i: int, j: int) -> bool:
    """Is this of letters that name nothing: a grade, the head of a table, a party and a state, "Group C."?"""
    words, capital, flags = row.words, row.capital, row.flags
    size = j - i
    if size > 2 and words[j - 1] in SHADES and flags[j - 2] & HYPHEN:
        return True
    if size > 3 and not row.shouting and sum([capital[k] == 2 and len(words[k]) <= 3 for k in range(i, j)]) >= 3:
        return True  # P W D L F A Pts
    if size == 3 and words[i + 1] == "&" and words[i] + words[j - 1] in PAIRED:
        return True
    if size > 2 and words[i] in PARTIES and words[i + 1] == "-" and i and words[i - 1] in ("(", ","):
        return True  # Rep. Ana Kovac, D-Va.
    return size > 2 and words[i] in LETTERED and flags[i + 1] & INITIAL > 0 and words[i + 1][-1] == "."
