"""What the evidence for every type needs: the document's memory, the words beside a piece, titles before it."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.entities.line import Line
from index.entities.tables import GIVEN, MINOR_PLACE, PLACE, SURNAME, Tables
from index.entities.wordset import wordset

NONE = float("-inf")
KIN = GIVEN | SURNAME
WHERE = PLACE | MINOR_PLACE
ARTICLES = frozenset(("Al", "El", "al", "el"))
FOLLOWERS = wordset("administration government camp campaign regime presidency era family doctrine cabinet")
"""What follows the name of who leads it."""
ROYAL = wordset(
    "King Queen Prince Princess Saint St St. San Lord Lady Pope Bishop Cardinal Sultan Emperor Captain General"
)
"""Titles that also begin the names of places and bodies."""
PORTFOLIOS = frozenset(("Police", "Parliament", "Staff", "Republic", "Federation", "State", "Command", "Mission"))


@dataclass(slots=True)
class Memory:
    """What the document has said so far: the weight of evidence for each type of a form, and where acronyms are
    spelled out.

    `expansions` are spans that an acronym in brackets follows; `single` maps a word of a person's full name to the
    evidence.
    """

    forms: dict[str, dict[str, float]] = field(default_factory=dict)
    single: dict[str, float] = field(default_factory=dict)
    expansions: dict[tuple[int, int], str] = field(default_factory=dict)
    lower: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()
    surnames: set[str] = field(default_factory=set)
    expansion_ends: frozenset[int] = frozenset()

    def speaks_of(self, row: Line, start: int, end: int) -> bool:
        """Does the document say more of these tokens than they say of themselves: a word that comes again, an
        acronym?
        """
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


def _portfolio(row: Line, i: int, end: int, known: Tables) -> int:
    """The length of what an office is held over: "of Public Works", "for Trade and Industry", but no named body or
    place.
    """
    if i + 1 >= end or row.words[i] not in ("of", "for"):
        return 0
    k = i + 1
    if row.words[k] == "the":
        k += 1
    last = i
    while k < end and k < i + 8:
        word = row.words[k]
        if row.capital[k]:
            plain = word in PORTFOLIOS or (row.common[k] and word not in known.classes["org_heads"])
            if not plain or (row.bits[k] & PLACE and word not in PORTFOLIOS):
                return 0
            last = k
        elif word not in ("and", "of", "the", "&") or k + 1 >= end:
            break
        k += 1
    return last + 1 - i if last > i else 0


def after_title(row: Line, i: int, known: Tables) -> bool:
    """Does a title or an office stand directly before token `i`?"""
    if not i:
        return False
    k = i - 1
    if row.words[k] == "." and k:
        k -= 1
    return row.capital[k] > 0 and row.words[k] in known.classes["title_ends"]


def has_head(words: list[str], i: int, j: int, heads: frozenset[str]) -> bool:
    return any(words[k] in heads for k in range(i, j))
