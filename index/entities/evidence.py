"""What speaks for a piece of a run being a name of some type: hand-set weights over the tables and the words around
it.

The score of a type is a sum of independent pieces of evidence, in the manner of a log-linear model whose weights were
set by hand; a piece is worth naming when its score is above zero. What the rest of the document says comes in through
`Memory`.
"""

from __future__ import annotations

from index.entities.context import ARTICLES, KIN, NONE, ROYAL, Memory, around
from index.entities.groups import event, group, neutral
from index.entities.line import ADJECTIVAL, CONNECTORS, HYPHENS, PARTICLES, Line
from index.entities.organisations import organisation
from index.entities.persons import person
from index.entities.places import place
from index.entities.tables import GROUP, ORG, PLACE, Tables
from index.entities.wordset import wordset

PREFIXES = frozenset(("Abu", "Abdul", "Abdel", "Abd", "Bin", "Ibn", "Ben", "Van", "Von", "De", "Da", "Della"))
LEGAL_FORMS = wordset("Inc Corp Co Ltd LLC LLP PLC Plc plc GmbH AG Bhd Pty Pte Limited Incorporated")
LISTED = (("PLACE", PLACE), ("ORG", ORG), ("GROUP", GROUP))


def score(row: Line, i: int, j: int, known: Tables, memory: Memory) -> tuple[str, float]:
    """The best type of tokens `i` up to `j` taken as one name, and its score; ("", NONE) where they cannot be one."""
    words, capital = row.words, row.capital
    first, last = words[i], words[j - 1]
    if (first in CONNECTORS and first not in PARTICLES) or last in CONNECTORS or last in HYPHENS or first in HYPHENS:
        return "", NONE
    if last in ("'s", "'", ".", "&") or first in ("'s", "'", ".", "&"):
        return "", NONE
    if last in ARTICLES or (last in PREFIXES and j < len(words) and (capital[j] or words[j] == "-")):
        return "", NONE
    if not capital[j - 1] and words[j - 2] not in HYPHENS:
        return "", NONE
    if (
        (i and words[i - 1] == "-" and not row.gap(i) and not row.gap(i - 1) and not capital[i - 1 - 1])
        if i > 1
        else False
    ):
        return "", NONE
    if j - i == 1 and (len(first) == 1 or (len(first) == 2 and first[1] == ".")):
        return "", NONE
    form = row.text(i, j)
    if (
        form not in known.names
        and form.isupper()
        and len(form) > 3
        and (row.shouting or known.names.get(form.title(), 0) & (PLACE | GROUP))
    ):
        form = form.title()
    table = known.names.get(form, 0)
    seen = memory.forms.get(form)
    near = around(row, i, j)
    size = j - i
    scores = {
        "PERSON": person(row, i, j, table, near, known, memory),
        "PLACE": place(row, i, j, table, near, known),
        "ORG": organisation(row, i, j, form, table, near, known, memory),
        "GROUP": group(row, i, j, form, table, near, known),
        "EVENT": event(row, i, j, form, table, known),
        "NEUTRAL": neutral(row, i, j, form, known),
    }
    beside = _beside(row, i, j)
    if beside:
        for kind, bit in LISTED:
            if beside & bit and not (bit == PLACE and near.before == "," and scores[kind] < -1.0):
                scores[kind] += 0.7
    if j < len(words) and words[j] in LEGAL_FORMS and row.gap(j) == " ":
        for kind in scores:
            scores[kind] -= 2.5
    crowd = _crowd(row, i, j, known)
    if crowd:
        for kind in scores:
            if kind == "PERSON" or not table:
                scores[kind] -= 1.6 * crowd
    if seen and not (crowd and size == 1):
        for kind, weight in seen.items():
            if scores[kind] > NONE:
                scores[kind] += min(weight, 3.0)
    if row.shouting and not seen:
        for kind in scores:
            if not table or (kind == "ORG" and row.common[i]):
                scores[kind] -= 2.0
    if size > 1 and not table:
        if first in ("The", "A", "An", "This", "That") or (row.weak[i] and first in known.classes["sentence_starters"]):
            for kind in scores:
                scores[kind] -= 3.0
        if first in known.classes["title_ends"] and first not in ROYAL:
            scores["PLACE"] -= 3.0
            scores["ORG"] -= (
                0.0 if first in known.classes["org_heads"] or form in known.classes["stand_alone_orgs"] else 2.0
            )
        if row.weak[i] and all(row.common[k] for k in range(i, j) if capital[k]):
            scores["PERSON"] -= 1.5
            if row.heading:
                scores["ORG"] -= 1.5
                scores["PLACE"] -= 1.0
                scores["EVENT"] -= 1.0
    if (
        size > 1
        and row.heading
        and not table
        and row.common[j - 1]
        and memory.single.get(words[j - 2], 0.0) > 2.0 * memory.single.get(last, 0.0) + 1.0
    ):
        # In a title every word has a capital: whom the text calls by the word before the last is so called here too.
        scores["PERSON"] -= 6.0
    if size == 1 and row.heading and not seen and not row.bits[i]:
        for kind in scores:
            scores[kind] -= 0.8
    if size == 1 and not seen and memory.single.get(first, 0.0) < 1.0:
        # An unknown single word: a capital that tells something is some evidence for any name.
        if row.common[i]:
            lone = -1.6 if row.weak[i] else -0.9
        else:
            lone = 0.2 if row.weak[i] else 0.7
        if first in known.classes["not_names"] or (row.weak[i] and first.lower() in memory.lower):
            lone -= 3.0
        for kind in ("PERSON", "PLACE", "ORG", "GROUP"):
            scores[kind] += lone
    best = max(scores, key=scores.__getitem__)
    return best, scores[best]


def _beside(row: Line, i: int, j: int) -> int:
    """What the tables know of the names that stand with this one in a list."""
    words = row.words
    bits = 0
    if i > 1 and words[i - 1] in (",", "and", "or", "&") and row.capital[i - 2]:
        bits |= row.bits[i - 2]
    if i > 2 and words[i - 1] == "and" and words[i - 2] == "," and row.capital[i - 3]:
        bits |= row.bits[i - 3]
    if j + 1 < len(words) and words[j] in (",", "and", "or", "&") and row.capital[j + 1]:
        bits |= row.bits[j + 1]
    return bits


def _crowd(row: Line, i: int, j: int, known: Tables) -> int:
    """On how many sides a word stands that would rather belong to the name: names are whole runs."""
    sides = 0
    if (i and row.capital[i - 1] and row.gap(i) in (" ", "") and _loose(row, i - 1, known)) or (
        i > 1
        and row.words[i - 1] in PARTICLES
        and row.words[i - 1] not in ("e", "y", "i")
        and row.capital[i - 2]
        and _loose(row, i - 2, known)
    ):
        sides += 1
    if j < len(row.words) and row.gap(j) in (" ", ""):
        after = j + 1 if row.words[j] == "-" and j + 1 < len(row.words) and not row.gap(j) and not row.gap(j + 1) else j
        if (
            row.capital[after] or (after > j and row.words[after] not in ADJECTIVAL and not row.common[after])
        ) and _loose(row, after, known):
            sides += 1
    return sides


def _loose(row: Line, k: int, known: Tables) -> bool:
    """Is this word most likely a part of a name, and of no name of its own?"""
    word = row.words[k]
    if (
        row.bits[k] & (PLACE | GROUP | ORG)
        or word in known.classes["title_ends"]
        or word in known.classes["sentence_starters"]
    ):
        return False
    return bool(row.bits[k] & KIN) or not row.common[k]
