"""What speaks for a piece of a run being a place."""

from __future__ import annotations

from index.entities.context import KIN, NONE, WHERE, Around, after_title
from index.entities.line import Line
from index.entities.tables import GROUP, MINOR_PLACE, PLACE, WELL_KNOWN, Tables


def place(row: Line, i: int, j: int, table: int, near: Around, known: Tables) -> float:
    """Evidence for a place."""
    words, capital, bits, common = row.words, row.capital, row.bits, row.common
    classes = known.classes
    value = 0.0
    size = j - i
    last = words[j - 1]
    strong = False
    if table & PLACE:
        value += 3.0 if size == 1 else 6.0 + 1.25 * size
        strong = True
        if size == 1 and (common[i] and row.weak[i]):
            value -= 2.0
        if table & KIN and size == 1:
            value -= 0.4 if table & WELL_KNOWN else 1.4
        if table & GROUP:
            value -= 0.6
    elif table & MINOR_PLACE:
        value += (1.3, 5.5, 11.0)[min(size, 3) - 1]
        if common[i] and size == 1:
            value -= 1.5
    else:
        names = 0
        for k in range(i, j):
            if capital[k]:
                names += 1
                if common[k] and k < j - 1 and words[k] not in classes["place_first"]:
                    value -= 0.5
                if words[k] in classes["org_heads"] and k < j - 1 and words[k] not in classes["place_heads"]:
                    value -= 1.5
            elif words[k] in ("'s", "&", "for"):
                value -= 1.0
            elif words[k] == "and":
                return NONE
        if names > 5:
            value -= 1.5
        if last in classes["place_heads"] and names > 1:
            value += 2.6
            if known.names.get(row.text(i, j - 1), 0) & WHERE and j - i > 2:
                value += 3.8
            if last in classes["org_heads"]:
                value -= 0.9
            if bits[i] & WHERE or (names > 2 and bits[j - 2] & WHERE):
                value += 3.4 if bits[i] & PLACE else 1.6
        elif names > 1 and "of" in words[i:j] and words[i + 1] == "of" and words[i] in classes["place_of"]:
            value += 3.2 + (2.6 if bits[j - 1] & WHERE else 0.0)
        elif names > 2 and "Republic" in words[i:j] and "of" in words[i:j] and bits[j - 1] & PLACE:
            value += 9.5
        elif words[i] in classes["place_first"] and names > 1 and names <= 3:
            value += 1.4
            if bits[i + 1] & WHERE or bits[j - 1] & PLACE:
                value += 0.8
            if common[j - 1]:
                value -= 1.5
        elif size == 1:
            value -= 0.8
        else:
            value -= 0.5
    if "-" in words[i:j] and any(words[k] == "-" and row.gap(k) for k in range(i, j)):
        value -= 2.0
    before, after = near.before, near.after
    if before in classes["place_before"] and not (before == "to" and size > 1 and not strong):
        value += 1.0 if before in ("in", "near", "at", "northern", "southern", "eastern", "western", "central") else 0.6
        if before in ("to", "between", "from", "into", "via") and not strong:
            value -= 0.3
    if before in classes["place_nouns_before"] or (before == "of" and near.before2 in classes["place_nouns_before"]):
        value += 1.5
    if after in classes["place_after"]:
        value += 1.5
    if after == "," and j + 1 < len(words) and capital[j + 1] and known.names.get(words[j + 1], 0) & PLACE:
        value += 1.2
    if before == "," and i > 1 and capital[i - 2] and bits[i - 2] & WHERE:
        value += 0.6
    if after_title(row, i, known):
        value -= 2.0
    if after in classes["person_verbs"] and not strong:
        value -= 1.0
    return value
