"""How the names of institutions are built: a word for a body, what it is for, and what stands before it.

"Ministry of Hajj and Umrah", "National Agency for Civil Aviation and Meteorology of Senegal", "Food and Drug
Administration", "Comisión Nacional para la Reforma Policial" are one name each, however little is known of their words.
"""

from __future__ import annotations

from index.entities.recognising.lexicon import (
    ADJECTIVAL,
    DIRECTION,
    FOREIGN_HEAD,
    FOREIGN_SMALL,
    HEAD,
    KIN,
    LEGAL,
    NOT_NAME,
    OF_HEAD,
    STARTER,
    SUFFIX,
    TITLE,
)
from index.entities.recognising.line import Line
from index.entities.tables import GROUP, ORG, PLACE, SURNAME

OF_THE_STATE = frozenset(("State", "Royal", "General"))
"""Words of titles with which the names of bodies begin as well."""
FIELDS = frozenset(("of", "for", "on", "against"))
"""What stands between a body and its field."""
LEARNED = ("ary", "al", "als", "ic", "ics", "ive", "ion", "ogy")
"""How words end that are no names, though no list has them (Zoosanitary, Radiopharmaceuticals)."""


def is_body(row: Line, i: int, j: int) -> bool:
    """Do tokens `i` up to `j` make a whole name of this kind?"""
    if row.flags[i] & FOREIGN_HEAD:
        return _foreign(row, i, j)
    head = _first_head(row, i, j)
    if head < 0:
        return False
    if (
        j < len(row.words)
        and row.capital[j]
        and row.gap(j) == " "
        and (row.common[j] or row.flags[j] & HEAD or (row.flags[j - 1] & DIRECTION and row.bits[j] & PLACE))
    ):
        return False  # it goes on
    if head == j - 1:
        return _joined(row, i, j)
    return _before(row, i, head) and _of_a_field(row, head, j, i == head)


def _first_head(row: Line, i: int, j: int) -> int:
    """The first word for a body that its field follows, else the last word where that is one; -1: neither."""
    for k in range(i, j - 2):
        if row.flags[k] & OF_HEAD and row.capital[k] and (row.words[k + 1] in FIELDS or row.words[k + 1] == "Against"):
            return k
    return j - 1 if row.flags[j - 1] & HEAD and row.capital[j - 1] else -1


def _before(row: Line, i: int, head: int) -> bool:
    """May these words stand before a body's own: National Agency, Office, Standing Committee?"""
    for k in range(i, head):
        if not row.capital[k] or not row.common[k] or row.bits[k] & (PLACE | GROUP | ORG):
            return False
        if row.flags[k] & TITLE and row.words[k] not in OF_THE_STATE:
            return False
    return not (row.flags[i] & STARTER and row.weak[i] and head > i)


def _of_a_field(row: Line, head: int, j: int, bare: bool) -> bool:
    """Is what follows "of" or "for" a field, or several, and at the very end perhaps a place?  `bare`: nothing stands
    before the word for the body.
    """
    words, capital = row.words, row.capital
    k = head + 1
    fields = 0
    while k < j:
        joint = "against" if words[k] == "Against" else words[k]
        if joint not in FIELDS and joint not in ("and", "&", ","):
            return False
        k += 1
        if k < j and ((words[k] == "the" and joint in FIELDS) or (words[k] in ("and", "&") and joint == ",")):
            k += 1
        first = k
        while k < j and (capital[k] or (words[k] == "-" and first < k < j - 1 and capital[k + 1])):
            k += 1
        if k == first:
            return False
        if k - first > 1 and k == j and _where(row, k - 1, k) and not _where(row, first, k - 1):
            if not _field(row, first, k - 1, joint):
                return False  # Department of Islamic Development Malaysia
        elif _where(row, first, k):
            # Of a place after its field, and for a field after its place; not one place and another.
            if joint not in ("of", "for") or (fields == 0 and k == j and bare):
                return False
        elif not _field(row, first, k, joint):
            return False
        fields += 1
    return fields > 0


def _where(row: Line, i: int, j: int) -> bool:
    return any(row.bits[k] & PLACE and not row.common[k] for k in range(i, j))


def _field(row: Line, i: int, j: int, joint: str) -> bool:
    """Is this what a body is for: common words, a people, at most one word that is not known at all?"""
    unknown = 0
    if row.flags[j - 1] & NOT_NAME:
        return False  # the Ministry of Health Dr Kovac
    for k in range(i, j):
        if not row.capital[k] or row.bits[k] & GROUP or row.common[k]:
            continue
        if row.bits[k] & (KIN | ORG | PLACE) or row.capital[k] == 2:
            return False
        unknown += 1
    if unknown > 1 or (joint == "of" and unknown == j - i):
        return False
    # "the Ministry of Defence and Foreign Ministry" are two.
    return joint not in ("and", "&", ",") or j - i < 2 or not row.flags[j - 1] & HEAD


def _joined(row: Line, i: int, j: int) -> bool:
    """ "Food and Drug Administration": common words, two of them joined, before the word for a body."""
    at = -1
    first = i
    if i > 1 and row.words[i - 1] in FIELDS and row.flags[i - 2] & OF_HEAD and row.capital[i - 2]:
        return False  # the first of them is another body's field
    for k in range(i, j - 1):
        if row.words[k] in ("and", "&"):
            if k - first > 1 and row.flags[k - 1] & (HEAD | SUFFIX):
                return False  # one body ends before it
            at = k if at < 0 else at
            first = k + 1
        elif k > at > 0 and row.words[k] in ("'", "'s"):
            continue  # Harbour and Allied Workers' Union
        elif k == i and row.bits[k] & (KIN | PLACE | GROUP | ORG) == SURNAME and at < 0 and row.words[k + 1] != "and":
            continue  # Ndaro Teaching and Referral Hospital
        elif k > at > 0 and row.common[k] and row.bits[k] & (PLACE | GROUP | ORG) == GROUP:
            continue  # Harbour and Allied Workers
        elif not row.capital[k] or row.bits[k] & (PLACE | GROUP | ORG) or row.flags[k] & LEGAL or not _usual(row, k):
            return False
    if at <= i or at >= j - 2 or (row.weak[i] and row.flags[i] & STARTER):
        return False
    before = row.flags[at - 1]
    return not before & (HEAD | TITLE) and not (before & SUFFIX and at - i > 1)


def _usual(row: Line, k: int) -> bool:
    """Is this a common word, or as good as one?"""
    return row.common[k] or (not row.bits[k] & KIN and row.words[k].endswith(LEARNED))


def _foreign(row: Line, i: int, j: int) -> bool:
    """ "Banco de Chile", "Instituto Nacional de Estadística": to the end of the run or to somebody's office."""
    goes_on = j < len(row.words) and row.gap(j) == " " and not row.flags[j] & (TITLE | NOT_NAME)
    if j - i < 2 or (goes_on and (row.capital[j] or row.flags[j] & FOREIGN_SMALL)):
        return False
    if any(row.flags[k] & TITLE and row.words[k] not in OF_THE_STATE for k in range(i + 1, j)):
        return False  # Banque du Liban Governor Ana Kovac
    return all(
        (row.capital[k] and not row.flags[k] & NOT_NAME)
        or row.flags[k] & FOREIGN_SMALL
        or (row.words[k] == "-" and row.words[k + 1] not in ADJECTIVAL)
        for k in range(i, j)
    )
