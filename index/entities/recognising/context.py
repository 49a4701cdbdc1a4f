"""What the evidence for every type needs: the document's memory, titles before a piece."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.entities.recognising.lexicon import HEAD, STARTER, TITLE_END, TITLE_START
from index.entities.recognising.line import Line
from index.entities.tables import GIVEN, GROUP, ORG, PLACE, SURNAME, Tables

NONE = float("-inf")
JUNIORS = frozenset(("Jr", "Sr", "Jnr", "Snr"))
"""What stands behind a name and is none itself."""
MINISTERS = frozenset(("Minister", "Secretary"))
LONGEST_PORTFOLIO = 7
PORTFOLIOS = frozenset(("Police", "Parliament", "Staff", "Republic", "Federation", "State", "Command", "Mission"))


FEWEST_INTRODUCED = 1
"""Full names after which a text is taken to introduce all whom it names."""
FEWEST_VOTES = 3
"""Readings of a word alone that may outweigh one who bears it."""
NAMES_TOO = frozenset(
    ("Tun", "Ko", "San", "Raja", "Sultan", "Khan", "Bey", "Mullah", "Pasha", "Syed", "Earl", "Duke", "Baron", "Dean")
)
"""Titles that are last names too."""
GIVEN_TOO = frozenset(("Dean", "Earl", "Duke", "Don"))
"""Titles that are given names too."""


@dataclass(slots=True)
class Memory:
    """What the document has said so far: the weight of evidence for each type of a form, and where acronyms are
    spelled out.

    `expansions` are spans that an acronym in brackets follows; `single` maps a word of a person's full name to the
    evidence.
    """

    forms: dict[str, dict[str, float]] = field(default_factory=dict)
    single: dict[str, float] = field(default_factory=dict)
    alone: dict[str, dict[str, int]] = field(default_factory=dict)
    """As what each word was read, how often (`vote`)."""
    expansions: dict[tuple[int, int], str] = field(default_factory=dict)
    lower: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()
    short: set[str] = field(default_factory=set)
    """Common words that the names of bodies begin with."""
    surnames: set[str] = field(default_factory=set)
    introduced: set[str] = field(default_factory=set)
    """Names of people by which the text introduces somebody: in full, with a title, by what they are."""
    expansion_ends: frozenset[int] = frozenset()
    sport: bool = False
    """Is a part of it a report of a match or of a league?"""

    def usual(self, word: str) -> str:
        """What a word is nearly always read as where it stands alone; "" where that is not plain.  One full name (Elena
        Vostrak) does not turn the town where all else happens into her, nor one firm of that name.
        """
        kinds = self.alone.get(word)
        if not kinds:
            return ""
        kind = max(kinds, key=lambda each: (kinds[each], each))
        return kind if kinds[kind] >= FEWEST_VOTES and kinds[kind] > 2 * (sum(kinds.values()) - kinds[kind]) else ""

    def vote(self, word: str, kind: str) -> None:
        """Counts one reading of a word: alone, or as the last name of a person or the first word of a firm."""
        kinds = self.alone.setdefault(word, {})
        kinds[kind] = kinds.get(kind, 0) + 1

    def is_strange(self, word: str) -> bool:
        """Is this nobody's name, as far as the text goes, though it introduces whom it names?"""
        return len(self.surnames) >= FEWEST_INTRODUCED and word not in self.introduced

    def speaks_of(self, row: Line, start: int, end: int) -> bool:
        """Does the document say more of these tokens than they say of themselves: a word that comes again, an
        acronym?
        """
        if row.sport:
            return True
        for k in range(start, end):
            if row.capital[k]:
                word = row.words[k]
                if row.shouting or word in self.repeated or (row.weak[k] and word.lower() in self.lower):
                    return True
        return row.ends[end - 1] in self.expansion_ends

    def add(self, form: str, kind: str, weight: float) -> None:
        """Notes evidence that `form` names something of type `kind`."""
        kinds = self.forms.setdefault(form, {})
        kinds[kind] = kinds.get(kind, 0.0) + weight


def title_length(row: Line, i: int, end: int, known: Tables) -> int:
    """The number of tokens from `i` on that are a title or an office ("Prime Minister", "Lt. Gen."); 0: none."""
    if not row.flags[i] & TITLE_START:
        return _of_portfolio(row, i, end)
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
    if best and i + best < len(row.words) and row.words[i + best] in JUNIORS:
        return 0  # King Jr.
    if best == 1 and (_is_second_name(row, i) or _is_last_name(row, i) or is_given_too(row, i)):
        return 0
    return best + _portfolio(row, i + best, end, known) if best else _of_portfolio(row, i, end)


def is_given_too(row: Line, k: int) -> bool:
    """Is the title at token `k` somebody's given name (Dean Smith, but Dean Rachel Kyte)?"""
    after = k + 1
    if row.words[k] not in GIVEN_TOO or after >= len(row.words) or row.gap(after) != " ":
        return False
    full = after + 1 < len(row.words) and row.capital[after + 1] == 1 and row.gap(after + 1) == " "
    return row.capital[after] == 1 and row.bits[after] & SURNAME > 0 and not (full and row.bits[after] & GIVEN)


def _is_second_name(row: Line, k: int) -> bool:
    """Is the title at token `k` a name right after a given name (James Earl Jones)?"""
    if not k or not row.bits[k] & (GIVEN | SURNAME) or row.gap(k) != " ":
        return False
    ends = k + 1 == len(row.words) or not row.capital[k + 1]
    return row.bits[k - 1] & ((GIVEN | SURNAME) if ends else GIVEN) > 0


def _is_last_name(row: Line, k: int) -> bool:
    """Is the title at token `k` a name: another name before it and nobody after it (Zaw Min Tun)?"""
    return (
        k > 0
        and row.words[k] in NAMES_TOO
        and row.capital[k - 1] == 1
        and row.bits[k - 1] & (GIVEN | SURNAME) > 0
        and row.gap(k) == " "
        and not (k + 1 < len(row.words) and (row.capital[k + 1] or row.words[k + 1] == "."))
    )


def _of_portfolio(row: Line, i: int, end: int) -> int:
    """The length of a minister's title that begins with the portfolio (Civil Aviation Minister, Women and Child
    Development Minister), where a name follows.
    """
    words = row.words
    if not row.capital[i] or not row.common[i] or row.flags[i] & (STARTER | TITLE_END):
        return 0
    if i and row.capital[i - 1] and row.bits[i - 1] & (GIVEN | PLACE | GROUP) == GIVEN and row.gap(i) == " ":
        return 0  # Ayelet Shaked and Communications Minister Yoaz Hendel
    for k in range(i + 1, min(end, i + LONGEST_PORTFOLIO) - 1):
        if words[k] in MINISTERS:
            named = row.capital[k + 1] == 1 and not row.common[k + 1] and row.gap(k + 1) == " "
            return k + 1 - i if named else 0
        if not (row.capital[k] and row.common[k]) and words[k] not in ("and", "&"):
            return 0
    return 0


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
            plain = word in PORTFOLIOS or (row.common[k] and not row.flags[k] & HEAD)
            if not plain or (row.bits[k] & PLACE and word not in PORTFOLIOS):
                return 0
            last = k
        elif word not in ("and", "of", "the", "&") or k + 1 >= end:
            break
        k += 1
    return last + 1 - i if last > i else 0


def after_title(row: Line, i: int) -> bool:
    """Does a title or an office stand directly before token `i`?"""
    if not i:
        return False
    k = i - 1
    if k and row.words[k] == ".":
        k -= 1
    if not row.flags[k] & TITLE_END or not row.capital[k]:
        return False
    if row.words[k] == "State" and not (k and row.words[k - 1] == "of"):
        return False
    return not _is_second_name(row, k) and not is_given_too(row, k)


def names_whom(row: Line, j: int) -> bool:
    """Does a name follow the office in small letters at token `j`?"""
    return (
        not row.capital[j]
        and j + 1 < len(row.words)
        and row.capital[j + 1] == 1
        and row.bits[j + 1] & (GIVEN | SURNAME) > 0
        and row.gap(j) == row.gap(j + 1) == " "
    )


def goes_with(row: Line, k: int) -> bool:
    """Is this a common word whose capital tells something, and no title, people, place or body: a part of a name?"""
    return (
        row.capital[k] > 0
        and row.common[k]
        and not row.weak[k]
        and not row.bits[k] & (PLACE | GROUP | ORG)
        and not row.flags[k] & (TITLE_END | STARTER)
    )
