"""What speaks for a piece of a run being an organisation."""

from __future__ import annotations

from index.entities.context import KIN, NONE, ROYAL, Around, Memory, after_title, has_head
from index.entities.line import HYPHENS, Line
from index.entities.tables import GROUP, ORG, PLACE, SURNAME, Tables

WHOLE = 2.0
"""What speaks for a body whose name begins with a place or a people being named whole."""


def organisation(
    row: Line, i: int, j: int, form: str, table: int, near: Around, known: Tables, memory: Memory
) -> float:
    """Evidence for an organisation."""
    words, capital, bits, common = row.words, row.capital, row.bits, row.common
    classes = known.classes
    heads, suffixes = classes["org_heads"], classes["org_suffixes"]
    value = 0.0
    size = j - i
    first, last = words[i], words[j - 1]
    names = sum(1 for k in range(i, j) if capital[k])
    if last == "Administration" and names == 2 and bits[i] & SURNAME and not common[i] and not bits[i] & PLACE:
        return NONE
    if table & (PLACE | GROUP) and not table & ORG:
        return -1.0
    office = names > 1 and first in classes["titles"] and first not in ROYAL and first not in heads
    if office and not table & ORG and form not in classes["stand_alone_orgs"]:
        return NONE
    if table & ORG:
        value += 3.4 if size == 1 else 6.0 + 1.25 * size
        if size == 1 and common[i] and capital[i] != 2:
            value -= 2.2 if row.weak[i] else 1.0
        if table & PLACE:
            value -= 1.0
        if table & KIN and size == 1:
            value -= 0.8
    elif form in classes["stand_alone_orgs"]:
        value += 2.6 - (1.5 if size == 1 and row.weak[i] else 0.0)
    else:
        inner = 0.0
        for k in range(i, j):
            word = words[k]
            if capital[k]:
                if word in heads and k < j - 1:
                    inner = max(inner, 0.4)
                if word in classes["neutral_heads"] and word not in heads and word not in suffixes:
                    inner -= 0.4
            elif word == "&":
                value += 1.2
            elif word in ("'s", "'"):
                if not common[k - 1] and words[k - 1] not in heads:
                    return NONE
            elif word in HYPHENS or word == ".":
                continue
            elif word == ",":
                value += 0.9
            elif word in ("in", "to", "on", "with", "with"):
                value -= 0.8
            elif word == "and":
                # Only what begins as the name of a body goes on after "and".
                if not (has_head(words, i, k, heads) or last in heads or last in suffixes):
                    return NONE
                value += 0.5 if common[k + 1] and not bits[k + 1] & (PLACE | GROUP) else -0.8
            elif word in ("of", "for"):
                if not has_head(words, i, k, heads) and (row.weak[i] or not common[k - 1]):
                    return NONE
            elif word == "the" and words[k - 1] not in ("of", "for", "to", "in", "with", "and", "on"):
                return NONE
        value += inner
        if names > 1:
            if last in heads:
                value += 2.4
            elif last in suffixes:
                value += 2.2
            if (last in heads or last in suffixes) and bits[i] & ORG and not common[i]:
                value += 2.4
            elif last in suffixes and capital[i] == 2 and names == 2 and not row.shouting:
                value += 1.6
            elif (last in heads or last in suffixes) and bits[i] & (PLACE | GROUP):
                value += WHOLE
            if first in heads and i + 1 < j and words[i + 1] in ("of", "for", "de", "del", "da", "do"):
                value += 2.6
                if bits[j - 1] & PLACE:
                    value += 2.4
                if bits[j - 1] & GROUP and j < len(words) and capital[j]:
                    value -= 2.0
            elif size > 2 and has_head(words, i, j, heads) and any(w in ("of", "for") for w in words[i + 1 : j - 1]):
                value += 1.8 + (1.5 if bits[j - 1] & PLACE else 0.0)
            elif last not in heads and last not in suffixes:
                value += -0.3 if row.weak[i] else 0.2
            if size > 2 and value > 2.0 and _holds_phrase(row, i, j, known):
                value += 8.5
            if bits[i] & (GROUP | PLACE) and _text(row, i + 1, j) in classes["gov_bodies"]:
                value -= 2.5
            if first in classes["title_ends"] and first not in heads:
                value -= 1.5
            if (
                (first in heads or first in classes["gov_bodies"])
                and last in heads
                and names == 2
                and first not in suffixes
            ):
                value += 0.2
            if row.weak[i] and common[i] and first in classes["sentence_starters"]:
                value -= 2.0
        else:
            word = first
            acronym = capital[i] == 2 and 2 <= len(word) <= 7 and not row.shouting
            if acronym:
                value += 0.9
                if word in classes["not_names"]:
                    value -= 3.0
                elif len(word) > 3 and (common[i] or bits[i] & (PLACE | GROUP | KIN)):
                    value -= 2.0
            elif (
                any(c.isupper() for c in word[1:])
                and not word.isupper()
                and not word.startswith(("Mc", "Mac", "O'", "D'"))
            ):
                value += 1.3
            elif word in heads:
                value += -0.6 if row.weak[i] else 0.3
            if not acronym:
                value -= 0.4
    if names > 8:
        value -= 0.4 * (names - 8)
    before, after = near.before, near.after
    if after in classes["org_after"]:
        value += 0.9
    if before in classes["org_before"]:
        value += 1.0
    if before == "the" and not table & PLACE:
        value += 0.4
    if before == "to" and near.before2 == "according":
        value += 0.4
    if after in classes["speech_of_orgs"]:
        value += 0.4
    if before in ("by", "with", "at", "for", "from", "told", "joined", "via") and size == 1:
        value += 0.2
    if after_title(row, i, known) and not table & ORG:
        value -= 1.5
    if after in ("administration", "presidency", "doctrine") and not table & ORG and size == 1:
        value -= 1.0
    if size == 1 and capital[i] == 2 and not table & ORG and (after in ("$", "£", "€") or after[:1].isdigit()):
        value -= 2.0
    if (row.starts[i], row.ends[j - 1]) in memory.expansions:
        value += 4.0
    return value


def _holds_phrase(row: Line, i: int, j: int, known: Tables) -> bool:
    """Does the piece begin or end with a known name of several words (Abu Dhabi National Oil Company)?"""
    for size in range(2, min(4, j - i - 1) + 1):
        if (
            known.names.get(row.text(i, i + size), 0) & (PLACE | GROUP)
            and row.text(i + size, j) not in known.classes["gov_bodies"]
        ):
            return True
        if known.names.get(row.text(j - size, j), 0) & PLACE:
            return True
    return False


def _text(row: Line, i: int, j: int) -> str:
    return row.text(i, j) if i < j else ""
