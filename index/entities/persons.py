"""What speaks for a piece of a run being a person."""

from __future__ import annotations

from index.entities.context import ARTICLES, FOLLOWERS, KIN, NONE, Around, Memory, after_title
from index.entities.line import HYPHENS, PARTICLES, Line
from index.entities.tables import GIVEN, GROUP, MINOR_PLACE, ORG, PLACE, SURNAME, WELL_KNOWN, Tables

MARKS = frozenset("“”\"‘'")


def person(row: Line, i: int, j: int, table: int, near: Around, known: Tables, memory: Memory) -> float:
    """Evidence for a person."""
    words, bits, common = row.words, row.bits, row.common
    heads, suffixes, titles = known.classes["org_heads"], known.classes["org_suffixes"], known.classes["titles"]
    value = 0.0
    names = 0
    known_names = 0
    if sum(word in MARKS for word in words[i:j]) % 2:
        return NONE
    for k in range(i, j):
        word = words[k]
        if word == "-" and row.gap(k) and words[k - 1] not in ARTICLES:
            value -= 0.5
        if not row.capital[k]:
            if word in MARKS:
                value += 0.6
                continue
            if word in PARTICLES or word in HYPHENS or word == ".":
                continue
            if k > i and words[k - 1] in HYPHENS and word.isalpha():
                value += 1.2  # Sang-min
                continue
            return NONE
        if word in ARTICLES and k + 1 < j:
            continue
        if word[0].isdigit() or (row.capital[k] == 2 and not row.shouting and len(word) > 2 and not word.endswith(".")):
            value -= 1.5
        names += 1
        kin = bits[k] & KIN
        if (len(word) == 2 and word[1] == ".") or (len(word) == 1 and word != "I"):
            value += 0.9 if k + 1 < j else -2.0
        elif word in known.classes["person_suffixes"] and k == j - 1 and names > 1:
            value += 1.0
        elif kin:
            known_names += 1
            weight = 1.3 if kin == KIN else 1.0
            if k == i and not bits[k] & GIVEN:
                weight -= 0.3
            if k == j - 1 and j - i > 1 and not bits[k] & SURNAME:
                weight -= 0.3
            if common[k]:
                weight -= 0.8
            if bits[k] & (PLACE | GROUP | ORG):
                weight -= 0.9
            value += weight
        elif bits[k] & (PLACE | GROUP | ORG):
            value -= 0.5 if k > i and bits[i] & GIVEN and not common[i] and not bits[k] & WELL_KNOWN else 1.8
        elif common[k]:
            value -= 1.6
        else:
            value += 0.35 if bits[k] & MINOR_PLACE else 0.5
        if common[k] and not kin and k > i and not row.weak[k] and bits[i] & KIN and word not in heads:
            value += 1.0
        if (word in heads or word in suffixes) and not kin:
            value -= 2.5
        if word in titles and (not kin or k == i) and names == 1:
            value -= 3.0
    if names == 0 or (names == 2 and words[i] in memory.surnames and words[j - 1] in memory.surnames):
        return NONE  # two people beside each other ("Putin Zelenskyy talks")
    if names == 1:
        value -= 0.9 if known_names else 1.05
    elif names <= 3:
        value += 0.5 if known_names else 0.1
        if bits[i] & GIVEN and not row.common[i]:
            value += 0.6
        if bits[i] & GIVEN and bits[j - 1] & SURNAME:
            value += 0.6
    elif names > 4:
        value -= 0.8 * (names - 4)
    if table & (ORG | GROUP | PLACE) and not table & KIN:
        value -= 2.0
    known_here = memory.single.get(words[i] if names == 1 else words[j - 1], 0.0)
    spoken = bool(bits[i] & KIN) and near.after in known.classes["person_verbs"]
    if row.weak[i] and row.common[i] and known_here < 1.0 and not spoken:
        value -= 0.8 if names > 1 and bits[i] & GIVEN else 1.5
    if after_title(row, i, known):
        value += 3.0 if names <= 4 else 1.0
    after = near.after
    if after in known.classes["person_verbs"]:
        value += 1.2
    if after == "," and near.after2 in known.classes["person_nouns"]:
        value += 0.8
    if after == "," and near.after2.isdigit() and len(near.after2) == 2:
        value += 1.5
    if after in ("who", "whose", "himself", "herself"):
        value += 1.5
    if after in FOLLOWERS or (
        after == "'s"
        and near.after2
        in (
            "administration",
            "wife",
            "husband",
            "father",
            "mother",
            "son",
            "daughter",
            "family",
            "lawyer",
            "brother",
            "sister",
            "widow",
            "career",
        )
    ):
        value += 1.2
    if near.before in known.classes["person_nouns"] and near.before not in (
        "member",
        "general",
        "model",
        "star",
        "champion",
    ):
        value += 1.4
    if near.before in known.classes["person_verbs"] and (after in (".", ",", "'", '"', "”", "who", "") or names > 1):
        value += 1.2
    if near.before == "by" and names > 1:
        value += 0.4
    if near.before in ("in", "across", "throughout", "near", "at", "outside", "around") and not known_here:
        value -= 1.0
    if near.before in ("the", "a", "an") and near.after not in FOLLOWERS:
        value -= 1.3
    if memory.single:
        if names == 1:
            value += min(memory.single.get(row.text(i, j), 0.0), 4.0)
        else:
            value += min(max(memory.single.get(words[i], 0.0), memory.single.get(words[j - 1], 0.0)), 4.0)
    return value
