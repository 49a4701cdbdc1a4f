"""What speaks for a piece of a run being a name of some type: hand-set weights over the tables and the words around it.

The score of a type is a sum of independent pieces of evidence, in the manner of a log-linear model whose weights were set by
hand; a piece is worth naming when its score is above zero.  What the rest of the document says comes in through `Memory`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from index.entities.line import ADJECTIVAL, CONNECTORS, HYPHENS, PARTICLES, Line
from index.entities.tables import EVENT, GIVEN, GROUP, MINOR_PLACE, ORG, PLACE, SURNAME, WELL_KNOWN, Tables

NONE = float("-inf")
WHOLE = 2.0
"""What speaks for a body whose name begins with a place or a people being named whole."""
KIN = GIVEN | SURNAME
WHERE = PLACE | MINOR_PLACE


@dataclass(slots=True)
class Memory:
    """What the document has said so far: the weight of evidence for each type of a form, and where acronyms are spelled out.

    `expansions` are spans that an acronym in brackets follows; `single` maps a word of a person's full name to the evidence.
    """

    forms: dict[str, dict[str, float]] = field(default_factory=dict)
    single: dict[str, float] = field(default_factory=dict)
    expansions: dict[tuple[int, int], str] = field(default_factory=dict)
    lower: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()
    expansion_ends: frozenset[int] = frozenset()

    def speaks_of(self, row: Line, start: int, end: int) -> bool:
        """Does the document say more of these tokens than they say of themselves: a word that comes again, an acronym?"""
        for k in range(start, end):
            if row.capital[k]:
                word = row.words[k]
                if word in self.repeated or (row.weak[k] and word.lower() in self.lower):
                    return True
        return row.ends[end - 1] in self.expansion_ends

    def add(self, form: str, kind: str, weight: float) -> None:
        """Notes evidence that `form` names something of type `kind`."""
        kinds = self.forms.setdefault(form, {})
        kinds[kind] = kinds.get(kind, 0.0) + weight


_PREFIXES = frozenset(("Abu", "Abdul", "Abdel", "Abd", "Bin", "Ibn", "Ben", "Van", "Von", "De", "Da", "Della"))
_ARTICLES = frozenset(("Al", "El", "al", "el"))
_MARKS = frozenset("“”\"‘'")
_LEGAL_FORMS = frozenset(["Inc", "Corp", "Co", "Ltd", "LLC", "LLP", "PLC", "Plc", "plc", "GmbH", "AG", "Bhd", "Pty", "Pte", "Limited", "Incorporated"])
_FOLLOWERS = frozenset(["administration", "government", "camp", "campaign", "regime", "presidency", "era", "family", "doctrine", "cabinet"])
_LISTED = (("PLACE", PLACE), ("ORG", ORG), ("GROUP", GROUP))
_ROYAL = frozenset(
    ["King", "Queen", "Prince", "Princess", "Saint", "St", "St.", "San", "Lord", "Lady", "Pope", "Bishop", "Cardinal", "Sultan", "Emperor", "Captain", "General"]
)
"""Titles that also begin the names of places and bodies."""


def title_length(row: Line, i: int, end: int, known: Tables) -> int:
    """The number of tokens from `i` on that are a title or an office ("Prime Minister", "Lt. Gen."); 0: none."""
    titles, modifiers = known.classes["titles"], known.classes["title_modifiers"]
    best = 0
    for j in range(min(end, i + 5), i, -1):
        piece = row.text(i, j).rstrip(".")
        form = piece.title() if row.shouting else piece
        if form in titles:
            best = j - i
            break
    if not best and row.words[i].lower() in modifiers:
        k = i + 1
        while k < end and k < i + 4 and (row.words[k].lower() in modifiers or row.words[k] in ("-", "and", "&")):
            k += 1
        if k < end:
            rest = title_length(row, k, end, known) if row.words[k].lower() not in modifiers else 0
            if rest:
                best = k - i + rest
    if best and i + best < end and row.words[i + best] == ".":
        best += 1
    return best + _portfolio(row, i + best, end, known) if best else 0


_PORTFOLIOS = frozenset(("Police", "Parliament", "Staff", "Republic", "Federation", "State", "Command", "Mission"))


def _portfolio(row: Line, i: int, end: int, known: Tables) -> int:
    """The length of what an office is held over: "of Public Works", "for Trade and Industry", but no named body or place."""
    if i + 1 >= end or row.words[i] not in ("of", "for"):
        return 0
    k = i + 1
    if row.words[k] == "the":
        k += 1
    last = i
    while k < end and k < i + 8:
        word = row.words[k]
        if row.capital[k]:
            plain = word in _PORTFOLIOS or (row.common[k] and word not in known.classes["org_heads"])
            if not plain or (row.bits[k] & PLACE and word not in _PORTFOLIOS):
                return 0
            last = k
        elif word not in ("and", "of", "the", "&") or k + 1 >= end:
            break
        k += 1
    return last + 1 - i if last > i else 0


@dataclass(frozen=True, slots=True)
class Around:
    """The words beside a run, in lower case, and what the run's own pieces need of them."""

    before: str
    before2: str
    after: str
    after2: str


def around(row: Line, i: int, j: int) -> Around:
    """The neighbours of tokens `i` up to `j`."""
    words = row.words
    count = len(words)
    after = words[j].lower() if j < count else ""
    after2 = words[j + 1].lower() if j + 1 < count else ""
    return Around(words[i - 1].lower() if i else "", words[i - 2].lower() if i > 1 else "", after, after2)


def score(row: Line, i: int, j: int, known: Tables, memory: Memory) -> tuple[str, float]:
    """The best type of tokens `i` up to `j` taken as one name, and its score; ("", NONE) where they cannot be one."""
    words, capital, bits = row.words, row.capital, row.bits
    first, last = words[i], words[j - 1]
    if (first in CONNECTORS and first not in PARTICLES) or last in CONNECTORS or last in HYPHENS or first in HYPHENS:
        return "", NONE
    if last in ("'s", "'", ".", "&") or first in ("'s", "'", ".", "&"):
        return "", NONE
    if last in _ARTICLES or (last in _PREFIXES and j < len(words) and (capital[j] or words[j] == "-")):
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
    for kind, bit in _LISTED:
        if _beside(row, i, j) & bit and not (bit == PLACE and near.before == "," and scores[kind] < -1.0):
            scores[kind] += 0.7
    if j < len(words) and words[j] in _LEGAL_FORMS and row.gap(j) == " ":
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
        if first in known.classes["title_ends"] and first not in _ROYAL:
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


def person(row: Line, i: int, j: int, table: int, near: Around, known: Tables, memory: Memory) -> float:
    """Evidence for a person."""
    words, bits, common = row.words, row.bits, row.common
    heads, suffixes, titles = known.classes["org_heads"], known.classes["org_suffixes"], known.classes["titles"]
    value = 0.0
    names = 0
    known_names = 0
    if sum(word in _MARKS for word in words[i:j]) % 2:
        return NONE
    for k in range(i, j):
        word = words[k]
        if word == "-" and row.gap(k) and words[k - 1] not in _ARTICLES:
            value -= 0.5
        if not row.capital[k]:
            if word in _MARKS:
                value += 0.6
                continue
            if word in PARTICLES or word in HYPHENS or word == ".":
                continue
            if k > i and words[k - 1] in HYPHENS and word.isalpha():
                value += 1.2  # Sang-min
                continue
            return NONE
        if word in _ARTICLES and k + 1 < j:
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
    if names == 0:
        return NONE
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
    if _after_title(row, i, known):
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
    if after in _FOLLOWERS or (
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
    if near.before in known.classes["person_nouns"] and near.before not in ("member", "general", "model", "star", "champion"):
        value += 1.4
    if near.before in known.classes["person_verbs"] and (after in (".", ",", "'", '"', "”", "who", "") or names > 1):
        value += 1.2
    if near.before == "by" and names > 1:
        value += 0.4
    if near.before in ("in", "across", "throughout", "near", "at", "outside", "around") and not known_here:
        value -= 1.0
    if near.before in ("the", "a", "an") and near.after not in _FOLLOWERS:
        value -= 1.3
    if memory.single:
        if names == 1:
            value += min(memory.single.get(row.text(i, j), 0.0), 4.0)
        else:
            value += min(max(memory.single.get(words[i], 0.0), memory.single.get(words[j - 1], 0.0)), 4.0)
    return value


def _after_title(row: Line, i: int, known: Tables) -> bool:
    """Does a title or an office stand directly before token `i`?"""
    if not i:
        return False
    k = i - 1
    if row.words[k] == "." and k:
        k -= 1
    if not row.capital[k] or row.words[k] not in known.classes["title_ends"]:
        return False
    return True


def place(row: Line, i: int, j: int, table: int, near: Around, known: Tables) -> float:
    """Evidence for a place."""
    words, capital, bits, common = row.words, row.capital, row.bits, row.common
    classes = known.classes
    value = 0.0
    size = j - i
    last = words[j - 1]
    strong = False
    if table & PLACE:
        value += 3.0 if size == 1 else 8.5
        strong = True
        if size == 1 and (common[i] and row.weak[i]):
            value -= 2.0
        if table & KIN and size == 1:
            value -= 0.4 if table & WELL_KNOWN else 1.4
        if table & GROUP:
            value -= 0.6
    elif table & MINOR_PLACE:
        value += (1.3, 5.5, 8.5)[min(size, 3) - 1]
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
    if _after_title(row, i, known):
        value -= 2.0
    if after in classes["person_verbs"] and not strong:
        value -= 1.0
    return value


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
    if table & ORG:
        value += 3.4 if size == 1 else 8.5
        if size == 1 and common[i] and not capital[i] == 2:
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
                if not (_has_head(words, i, k, heads) or last in heads or last in suffixes):
                    return NONE
                value += 0.5 if common[k + 1] and not bits[k + 1] & (PLACE | GROUP) else -0.8
            elif word in ("of", "for"):
                if not _has_head(words, i, k, heads) and (row.weak[i] or not common[k - 1]):
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
            elif size > 2 and _has_head(words, i, j, heads) and any(w in ("of", "for") for w in words[i + 1 : j - 1]):
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
    if _after_title(row, i, known) and not table & ORG:
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


def _has_head(words: list[str], i: int, j: int, heads: frozenset[str]) -> bool:
    return any(words[k] in heads for k in range(i, j))


def group(row: Line, i: int, j: int, form: str, table: int, near: Around, known: Tables) -> float:
    """Evidence for a people, a nationality, a faith, a political camp."""
    size = j - i
    value = 0.0
    if table & GROUP:
        value += 3.2 if size == 1 else 8.5
        if table & PLACE:
            value -= 0.3
        if size == 1 and row.common[i] and row.weak[i]:
            value -= 0.8
    elif size <= 2 and form.endswith("s") and known.names.get(form[:-1], 0) & GROUP:
        value += 3.0
    elif (
        size <= 3
        and size > 1
        and row.words[i]
        in ("Non", "Anti", "Pro", "Pan", "Ultra", "Neo", "Afro", "Indo", "Anglo", "Sino", "Franco", "Euro")
        and row.bits[j - 1] & GROUP
    ):
        value += 5.5
    elif size == 2 and row.bits[i] & GROUP and row.bits[i + 1] & GROUP and row.gap(i + 1) == " ":
        value += 8.5
    elif size == 2 and row.words[i] in known.classes["directions"] and row.bits[i + 1] & GROUP:
        value += 2.5
    elif size == 1:
        value -= 0.6
        if form.endswith(("ians", "eans", "ese", "istas", "ists", "ites")):
            value += 1.2
        elif form.endswith(("ian", "ese", "ish", "ist")) and not row.bits[i] & KIN:
            value += 0.7
        if near.after in known.classes["group_after"]:
            value += 1.3
        if near.before == "the" and form.endswith("s") and near.after in ("are", "were", "have", "had"):
            value += 0.8
    else:
        return NONE
    if near.after in known.classes["group_after"]:
        value += 0.3
    if _after_title(row, i, known):
        value -= 1.5
    return value


def event(row: Line, i: int, j: int, form: str, table: int, known: Tables) -> float:
    """Evidence for an event."""
    if table & EVENT:
        return 4.5 if j - i > 1 else 2.5
    if j - i < 2:
        return NONE
    value = -0.5
    if row.words[j - 1] in known.classes["event_heads"]:
        value += 2.3
    if row.words[i] in known.classes["event_first"]:
        value += 2.5
    if any(word in ("for", "and", "&") for word in row.words[i:j]):
        value -= 0.5
    if row.common[i] and row.weak[i]:
        value -= 1.0
    return value


def neutral(row: Line, i: int, j: int, form: str, known: Tables) -> float:
    """Evidence for a name of a kind that is not reported: a law, a work, a prize, a disease."""
    heads = known.classes["neutral_heads"]
    if j - i == 1:
        return 0.6 if form in known.classes["not_names"] or form in heads else NONE
    value = -0.6
    if row.words[j - 1] in heads:
        value += 3.0
    if row.words[i] in heads and i + 1 < j and row.words[i + 1] in ("of", "on", "for"):
        value += 2.6
    return value
