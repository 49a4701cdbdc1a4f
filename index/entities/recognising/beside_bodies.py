"""What the words beside a piece of a run say of it being an organisation: whose shares, staff or head they are."""

from __future__ import annotations

from index.entities.recognising.context import after_title, names_whom
from index.entities.recognising.lexicon import (
    COUNTED,
    OFFICE,
    ORG_AFTER,
    ORG_AGENT,
    ORG_BEFORE,
    ORG_SPEAKS,
    PERSON_NOUN,
    PERSON_VERB,
)
from index.entities.recognising.line import Line
from index.entities.tables import GROUP, ORG, PLACE
from index.entities.wordset import wordset

STAFF = wordset(
    "analyst analysts economist economists strategist strategists trader traders dealer broker manager partner "
    "researcher engineer executive consultant"
)
BASED = 1.5
"""What has a seat (Curevac, based in Tuebingen) is a body."""
HELD = frozenset(("led", "owned", "run", "headed", "founded", "controlled", "chaired", "backed"))
"""Before "by", what is done to bodies."""
EMPLOYS = 1.0
"""What stands before an office and a name, is a body (UNHCR spokesman Babar Baloch)."""
OWNS = 0.5
"""What a body's shares, staff or head say that belong to the name."""
SHARE = 2.5
"""The same by a percentage."""
TRADED = 1.2
"""What rises and falls by a number, is a share."""
MOVED = wordset("rose fell gained lost jumped slipped climbed dropped slid added surged tumbled soared shed sank eased")
AT_WORK = 1.5
"""Who works at a name, works at a body."""
KINDS_OF_BODY = wordset("group company airline bank carrier lender newspaper magazine brand party")
"""What a name that is no place's is, as the word after it says (the Dallah group)."""


def is_share(row: Line, j: int) -> bool:
    """Does what stands before token `j` rise or fall by a share of its worth (fell 1%)?"""
    return (
        j + 2 < len(row.words)
        and row.words[j] in MOVED
        and row.flags[j + 1] & COUNTED > 0
        and row.words[j + 2] in ("%", "percent", "pct", "per")
    )


def is_thing(words: list[str], k: int) -> bool:
    """Does a clause about a thing begin at token `k`: "which builds", "of which he is chairman"?"""
    return words[k] == "which" or (words[k] in ("of", "in", "for") and words[k + 1] == "which")


def is_held(words: list[str], k: int) -> bool:
    """Does token `k` say who leads or owns what stands before it (Creemos, led by ...)?"""
    return words[k] in HELD and words[k + 1] == "by"


def of_itself(row: Line, j: int) -> bool:
    """Does what stands before token `j` speak of itself as a thing (Adif said it would build, said its trains)?"""
    k = j + 1 + (row.lower_after(j + 1) == "that")
    return row.lower_after(k) in ("it", "its") and row.beside[j] & (PERSON_VERB | ORG_SPEAKS) > 0


def beside(row: Line, i: int, j: int, value: float, table: int) -> float:
    """The value with what the words beside the piece say."""
    words, size = row.words, j - i
    before = row.beside[i - 1] if i else 0
    after = row.beside[j] if j < len(words) else 0
    if after & ORG_AFTER or (j < len(words) and words[j] in KINDS_OF_BODY and not table & (PLACE | GROUP)):
        value += 0.9
    if before & ORG_BEFORE:
        value += 1.0
    if i:
        previous = row.lower[i - 1]
        if previous == "the":
            if not table & PLACE:
                value += 0.4
        elif previous == "to" and i > 1 and row.lower[i - 2] == "according":
            value += 0.4
    if after & ORG_SPEAKS:
        value += 0.4
    if size == 1 and before & ORG_AGENT:
        value += 0.2
    if j + 2 < len(words) and words[j] == "," and (words[j + 1] == "based" or is_held(words, j + 1)):
        value += BASED
    if i > 1 and row.lower[i - 1] in ("at", "with") and row.lower[i - 2] in STAFF:
        value += AT_WORK
    if after:
        if after & PERSON_NOUN and size < 3 and names_whom(row, j):
            value += EMPLOYS
    elif j + 1 < len(words) and words[j] == "'s" and row.beside[j + 1] & ORG_AFTER:
        value += OWNS
    if j + 1 < len(words) and words[j] in MOVED and row.flags[j + 1] & COUNTED:
        value += SHARE if is_share(row, j) else TRADED
    if not table & ORG:
        if after_title(row, i):
            value -= 1.5
        if size == 1:
            if after & OFFICE:
                value -= 1.0
            if row.capital[i] == 2 and j < len(words) and (words[j] in ("$", "£", "€") or words[j][0].isdigit()):
                value -= 2.0
    return value
