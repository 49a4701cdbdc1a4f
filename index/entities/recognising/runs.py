"""Where names may stand: runs of capitalised words, with the small words and hyphens that join them."""

from __future__ import annotations

from index.entities.recognising.lexicon import (
    ABROAD,
    ADJECTIVAL,
    ARABIC_ARTICLES,
    CONNECTORS,
    HYPHENS,
    KIN,
    LEGAL,
    PARTICLE,
)
from index.entities.recognising.line import Line
from index.entities.recognising.tokens import ABBREVIATIONS
from index.entities.tables import GIVEN, GROUP, ORG, PLACE, SURNAME, Tables
from index.entities.wordset import wordset

NICKNAME_MARKS = '“"‘'
FIELD_HEADS = wordset(
    "Ministry Department Committee Authority Commission Agency Office Board Secretariat Directorate Faculty School "
    "Institute College Chamber Council Association Federation Bureau Division Centre Center Society Academy System "
    "Service Administration Subcommittee Ministries Departments Unit Inspectorate"
)
OF_FAMILIES = frozenset(("von", "van", "de", "di", "del", "della", "dos", "da", "du", "ter", "ten", "zu", "af"))
"""Particles in small letters that begin a last name where it stands alone (von der Leyen, de Blasio)."""
OF_FATHERS = frozenset(("bin", "ibn", "bint"))
"""The same of Arabic names (bin Salman)."""
ARTICLES_OF_FAMILIES = frozenset(("der", "den", "la", "las", "los", "el"))
BEFORE_A_LAST_NAME = OF_FAMILIES | ARTICLES_OF_FAMILIES
IN_NAMES = CONNECTORS | ABROAD
"""Small words that may join what stands before and after them into one name."""
JOINTS = frozenset(("and", "&"))
LONGEST_BOUND = 4
"""Letters of the longest small word that hyphens bind on both sides (Jamaat-e-Islami, Stratford-upon-Avon)."""
LONGEST_RUN = 60


def runs(row: Line, known: Tables) -> list[tuple[int, int]]:
    """Runs of capitalised words with the small words and hyphens that may join them: token ranges."""
    words, capital = row.words, row.capital
    count = len(words)
    found: list[tuple[int, int]] = []
    i = 0
    while i < count:
        if not capital[i] and not (row.flags[i] & PARTICLE and i + 1 < count and opens(row, i)):
            i += 1
            continue
        j = i + 1
        while j < count and j - i < LONGEST_RUN:
            step = _step(row, j, known)
            if not step:
                break
            j += step
        found.append((i, j))
        i = j
    return found


def _joins(row: Line, at: int, known: Tables) -> bool:
    """Does the hyphen at token `at` join a capitalised word and a small one into a name (Sang-min, not Kyiv-based)?"""
    before, after = row.words[at - 1], row.words[at + 1]
    if (
        not after.isalpha()
        or after in ADJECTIVAL
        or (row.bits[at - 1] & (PLACE | GROUP | ORG) and not row.bits[at - 1] & KIN)
        or row.capital[at - 1] == 2
    ):
        return False
    if not known.common(after):
        return True
    if len(after) > 5 or len(before) > 6:
        return False
    # Man-kin is a name where it follows one.
    return (
        not row.common[at - 1]
        or row.bits[at - 1] & KIN > 0
        or (at > 1 and row.capital[at - 2] > 0 and row.bits[at - 2] & KIN > 0)
    )


def opens(row: Line, i: int) -> bool:
    """Does the particle at `i` begin a name (al-Assad, az-Zawahiri, bin Salman, von der Leyen)?"""
    words, count = row.words, len(row.words)
    if words[i] in ARABIC_ARTICLES and words[i + 1] == "-" and not row.gap(i + 1):
        return i + 2 < count and row.capital[i + 2] > 0 and not row.gap(i + 2)
    if words[i] in ("bin", "ibn", "al"):
        return row.capital[i + 1] > 0
    if words[i] not in OF_FAMILIES:
        return False
    last = i + 1
    while last < count and words[last] in BEFORE_A_LAST_NAME and last < i + 3:
        last += 1
    if last == count or row.capital[last] != 1 or row.common[last] or row.gap(last) != " ":
        return False
    return row.bits[last] & (PLACE | SURNAME) != PLACE


def _further_field(row: Line, j: int, known: Tables) -> int:
    """The length of what goes on after the comma in "Ministry of Education, Science and Trade", and after the last one
    in "Chamber of Commerce, Industry, and Agriculture"; 0: nothing does.
    """
    words = row.words
    first = j - 1
    while (
        first > 0
        and j - first < 12
        and words[first] not in FIELD_HEADS
        and (row.capital[first] or words[first] in CONNECTORS or words[first] == ",")
    ):
        first -= 1
    if words[first] not in FIELD_HEADS or words[first + 1] not in ("of", "for"):
        return 0
    if words[j + 1] in JOINTS:
        return 3 if "," in words[first:j] and j + 2 < len(words) and _is_field(row, j + 2) else 0
    k = j + 1
    while k < len(words) and k < j + 5 and row.capital[k] and row.common[k] and not row.bits[k] & (PLACE | GROUP):
        k += 1
    if k == j + 1 or k >= len(words):
        return 0
    if (words[k] not in JOINTS and words[k] != ",") or k + 1 >= len(words):
        return 0
    follows = k + 2 if words[k] == "," and words[k + 1] in JOINTS else k + 1
    return k - j if follows < len(words) and _is_field(row, follows) else 0


def _is_field(row: Line, k: int) -> bool:
    """May the word at token `k` be one for what a body is for?"""
    return row.capital[k] > 0 and row.common[k] and not row.bits[k] & GIVEN


def _nickname(row: Line, j: int) -> int:
    """The length of a nickname in quotation marks inside a name (Joaquín “El Chapo” Guzmán), with the word after it;
    0: none.
    """
    words, capital = row.words, row.capital
    k = j + 1
    while k < len(words) and k <= j + 3 and capital[k]:
        k += 1
    if (
        j + 1 < k
        and k + 1 < len(words)
        and words[k] in NICKNAME_MARKS + "”'"
        and capital[k + 1]
        and row.gap(k + 1) == " "
    ):
        return k + 2 - j
    return 0


def _bound(row: Line, j: int) -> bool:
    """Do hyphens, the first of them token `j`, bind a small word to names on both its sides (Jamaat-e-Islami)?"""
    return (
        j + 3 < len(row.words)
        and row.words[j + 2] == "-"
        and row.words[j + 1].islower()
        and len(row.words[j + 1]) <= LONGEST_BOUND
        and row.capital[j + 3] > 0
        and not (row.gap(j + 2) or row.gap(j + 3))
    )


def _step(row: Line, j: int, known: Tables) -> int:
    """How many tokens from `j` on belong to the run that reaches up to `j`; 0 where it ends."""
    words, capital = row.words, row.capital
    gap = row.gap(j)
    if j == row.dateline or "\n\n" in gap or len(gap) > 2:
        return 0
    if capital[j]:
        return 1
    word = words[j]
    if word in HYPHENS:
        return _hyphened(row, j, gap, known)
    if j + 1 >= len(words):
        return 0
    after = row.gap(j + 1)
    if word == "," and not gap and after == " ":
        if row.flags[j + 1] & LEGAL and row.capital[j + 1]:
            return 2  # Haller Systems, Inc.
        return _further_field(row, j, known) if capital[j + 1] or words[j + 1] in JOINTS else 0
    if word in NICKNAME_MARKS and gap == " " and not after:
        return _nickname(row, j)
    if word == "&":
        return 2 if capital[j + 1] else 0
    if capital[j + 1] and after == " ":
        if word == "." and not gap and words[j - 1] in ABBREVIATIONS:
            return 2
        if word == "'s" or (word == "'" and words[j - 1].endswith("s")):
            return 2
    return _small_words(row, j) if gap and after else _article(row, j)


def _hyphened(row: Line, j: int, gap: str, known: Tables) -> int:
    """The same where token `j` is a hyphen, with `gap` before it."""
    words, capital = row.words, row.capital
    spaced = j + 1 < len(words) and row.gap(j + 1)
    if gap or j + 1 >= len(words) or spaced:
        # Some typesetting spaces the hyphen of a name out: "Al - Sisi".
        return 2 if words[j] == "-" and gap == " " == spaced and capital[j + 1] else 0
    if capital[j + 1]:
        return 2
    if words[j] != "-":
        return 0
    if _bound(row, j):
        return 4
    return 2 if words[j + 1].islower() and _joins(row, j, known) else 0


def _small_words(row: Line, j: int) -> int:
    """The same where one or two small words that stand in names may lead to a capitalised one (Bank of the West)."""
    words, count = row.words, len(row.words)
    if words[j] not in IN_NAMES:
        return _article(row, j)
    for reach in (1, 2):
        if j + reach >= count:
            return 0
        if row.capital[j + reach]:
            return reach + 1
        if words[j + reach] not in IN_NAMES and not (words[j + reach] == "-" and words[j] in ("al", "el")):
            return 0
    return 0


def _article(row: Line, j: int) -> int:
    """The same where an Arabic article is hyphened to a name (Bashar al-Assad)."""
    joined = row.words[j] in ARABIC_ARTICLES and row.words[j + 1] == "-" and j + 2 < len(row.words)
    if joined and row.words[j] not in ("al", "el"):
        joined = not (row.gap(j + 1) or row.gap(j + 2))
    return 3 if joined and row.capital[j + 2] else 0
