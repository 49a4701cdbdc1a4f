"""What the words of a piece, one by one, say for its being a person's name."""

from __future__ import annotations

from typing import NamedTuple

from index.entities.recognising.context import JUNIORS, NONE, is_given_too
from index.entities.recognising.lexicon import (
    ARABIC_ARTICLES,
    ARTICLE,
    DIRECTION,
    HEAD,
    HYPHEN,
    INITIAL,
    KIN,
    LAST_OF_PERSON,
    LOOSE,
    MARK,
    PARTICLE,
    SUFFIX,
    TITLE,
)
from index.entities.recognising.line import Line
from index.entities.tables import FAMOUS, GIVEN, GROUP, MINOR_PLACE, ORG, PLACE, SURNAME, WELL_KNOWN, WHERE

ARTICLED = 0.9
"""What the article at the head of a name says for a person (Al-Shammari)."""
BODY = 2.0
"""What it says against a person that the last name is a common word for a body (Sonali Bank)."""
LETTERS = 1.5
"""What it says against a person that two letters begin the name and no known last name follows (XP Investimentos)."""
CALLED_AS_A_TOWN = 0.3
"""What it says against a person that the last name is a town, the first being unknown (Masahiro Akita)."""
OF_A_PLACE = 3.0
"""What it says against a person that a place stands before a given name (Inspector Multan Ana Kovac), or that this is a
point of the compass.
"""
MOST_INITIALS = 3
"""Four letters beside each other head a table (P W D L)."""


class Words(NamedTuple):
    """The evidence of the words together, how many of them are names, and how many of these are known."""

    value: float
    names: int
    known_names: int


def words_of(row: Line, i: int, j: int) -> Words | None:
    """What the words of tokens `i` up to `j` say for a person; None where they are nobody's name."""
    capital, bits, flags = row.capital, row.bits, row.flags
    value = 0.0
    names = known_names = marks = initials = 0
    last = j - 1
    shouted = j - i > 1 and not row.shouting and all(large == 2 for large in capital[i:j]) and _is_kin(row, i, j)
    for k in range(i, j):
        flag = flags[k]
        if not capital[k]:
            joining = _small(row, i, k)
            if joining == NONE:
                return None
            marks += flag & MARK > 0
            value += joining
            continue
        if flag & ARTICLE and k < last:
            if k == i and row.words[k + 1] == "-":
                value += ARTICLED
            continue
        value += _spelling(row, i, k, last, shouted)
        names += 1
        kin = bits[k] & KIN
        if flag & INITIAL:
            initials += 1
            value += 0.9 if k < last else -2.0
        elif flag & LAST_OF_PERSON and k == last and names > 1:
            value += 1.0
        elif kin:
            known_names += 1
            value += _known_name(row, i, k, last)
        else:
            value += _unknown_name(row, i, k, last)
        if not kin:
            value += _no_kin(row, i, k)
        if names == 1 and flag & TITLE and (not kin or k == i) and _is_title(row, k, last):
            value -= 3.0
    placed = last - i > 1 and bits[i] & (WHERE | KIN) in (PLACE, MINOR_PLACE) and bits[i + 1] & GIVEN > 0
    if placed or (last == i and flags[i] & DIRECTION):
        value -= OF_A_PLACE
    if names == 0 or marks % 2 or row.words[i] in JUNIORS or initials > MOST_INITIALS:
        return None
    return Words(value, names, known_names)


def _is_kin(row: Line, i: int, j: int) -> bool:
    """Is there a given name or a last name among these words?"""
    return any(row.bits[k] & KIN and not row.bits[k] & (GROUP | ORG) for k in range(i, j))


def _small(row: Line, i: int, k: int) -> float:
    """What the mark or small word at token `k` says; NONE where no name has such a part."""
    words, flags = row.words, row.flags
    flag = flags[k]
    if flag & MARK:
        return 0.6
    value = 0.0
    if flag & HYPHEN and words[k] == "-" and row.gap(k) and not flags[k - 1] & ARTICLE:
        value = 0.0 if flags[k - 1] & flags[k + 1] & LOOSE and not row.heading else -0.5
    if flag & (PARTICLE | HYPHEN) or words[k] == "." or (words[k] in ARABIC_ARTICLES and words[k + 1] == "-"):
        return value
    if k > i and flags[k - 1] & HYPHEN and words[k].isalpha():
        return 1.2  # Sang-min
    return NONE


def _spelling(row: Line, i: int, k: int, last: int, shouted: bool) -> float:
    """What figures and capitals in a word speak against a person; `shouted`: a known name in capitals."""
    word, large = row.words[k], row.capital[k]
    if word[0].isdigit():
        return -1.5
    if large != 2 or row.shouting:
        return 0.0
    if len(word) > 2 and word[-1] != "." and not shouted:
        return -1.5
    begins = k == i < last and len(word) == 2 and word.isalpha()
    return -LETTERS if begins and row.capital[k + 1] == 1 and not row.bits[k + 1] & KIN else 0.0


def _known_name(row: Line, i: int, k: int, last: int) -> float:
    """What a given name or a last name says."""
    bit = row.bits[k]
    weight = 1.3 if bit & KIN == KIN else 1.0
    if k == i and not bit & GIVEN:
        weight -= 0.3
    if k == last and last > i and not bit & SURNAME:
        weight -= 0.3
    if bit & FAMOUS:
        weight += 1.0
    elif row.common[k]:
        weight -= 0.8
    if bit & (PLACE | GROUP | ORG):
        weight -= 0.9
    if k == last and k > i and row.flags[k] & HEAD and row.common[k]:
        weight -= BODY
    return weight


def _unknown_name(row: Line, i: int, k: int, last: int) -> float:
    """What a capitalised word says that is no known name of a person."""
    bits, common = row.bits, row.common
    bit = bits[k]
    if bit & (PLACE | GROUP | ORG):
        if k > i and not bit & WELL_KNOWN and not common[i] and (bits[i] & GIVEN or (k == last and not bits[i])):
            return -0.5 if bits[i] else -CALLED_AS_A_TOWN
        return -1.8
    if common[k]:
        return -1.6
    return 0.35 if bit & MINOR_PLACE else 0.5


def _no_kin(row: Line, i: int, k: int) -> float:
    """What such a word says besides: a plain one after a known name may be a last name, one for a body is none."""
    body = row.flags[k] & (HEAD | SUFFIX)
    value = -2.5 if body else 0.0
    if row.common[k] and k > i and not row.weak[k] and row.bits[i] & KIN and not body & HEAD:
        value += 1.0
    return value


def _is_title(row: Line, k: int, last: int) -> bool:
    """Is the title at token `k` one here, and no part of the name (King Jr., Dean Smith)?"""
    return not ((k < last and row.words[k + 1] in JUNIORS) or is_given_too(row, k))
