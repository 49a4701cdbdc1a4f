"""A segment of text seen as a row of tokens with all that is known of each by itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.entities.recognising.agency import BEING, asks_who, dateline, from_capitals, is_result, scorers, slug, spoken
from index.entities.recognising.currencies import CURRENCIES
from index.entities.recognising.lexicon import (
    ABROAD,
    ADJECTIVAL,
    CONNECTORS,
    COUNTED,
    HYPHENS,
    KIN,
    LETTERS,
    PARTICLE,
    Word,
    lexicon,
)
from index.entities.recognising.numbers import SCALES
from index.entities.recognising.tokens import ABBREVIATIONS, Tokens
from index.entities.tables import GROUP, ORG, PLACE, SURNAME, Tables
from index.entities.wordset import wordset

if TYPE_CHECKING:
    from index.entities.recognising.evidence import Weighed

NICKNAME_MARKS = '“"‘'
FIELD_HEADS = wordset("Ministry Department Committee Authority Commission Agency Office Board Secretariat Directorate")
OF_FAMILIES = frozenset(("von", "van", "de", "di", "del", "della", "dos", "da", "du", "ter", "ten", "zu", "af"))
"""Particles in small letters that begin a last name where it stands alone (von der Leyen, de Blasio)."""
ARTICLES_OF_FAMILIES = frozenset(("der", "den", "la", "las", "los", "el"))
BEFORE_A_LAST_NAME = OF_FAMILIES | ARTICLES_OF_FAMILIES
IN_NAMES = CONNECTORS | ABROAD
"""Small words that may join what stands before and after them into one name."""
LONGEST_BOUND = 4
"""Letters of the longest small word that hyphens bind on both sides (Jamaat-e-Islami, Stratford-upon-Avon)."""
LONGEST_RUN = 60
LONGEST_HEAD = 8
"""Tokens from the place of a dateline to its dash, at most."""
HEAD_ENDS = ("-", "–", "—", ":")


@dataclass(slots=True)
class Line:
    """One segment: parallel lists over its tokens.

    `capital` to `lower` are those of each `Word`. `weak` says that the capital tells nothing: the word begins a
    sentence, or stands in a heading whose words are all capitalised.
    """

    plain: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    capital: list[int]
    bits: list[int]
    common: list[bool]
    flags: list[int]
    beside: list[int]
    lower: list[str]
    weak: list[bool]
    heading: bool
    shouting: bool
    dateline: int
    """Tokens of the place and day or agency at the head of a report (LONDON, Dec 7 (Reuters) -); 0: none."""
    slug: int
    """Tokens of the sport at the head of a headline (SOCCER - ...; Formula One: ...); 0: none."""
    results: bool
    """Is this the line of a match, two names and two figures, or of a table?"""
    scorers: int
    """The token from which on such a line names who scored (Reims 2 Dia 12, Toure 41pen); 0: it does not."""
    sport: bool = False
    """Is the line part of a report of a match or of a league?"""
    american: bool = False
    """Is it one of a league whose clubs go by the names of North American towns and states?"""
    weighed: dict[tuple[int, int], Weighed | None] = field(default_factory=dict)
    """What each piece of this line says by itself, by its tokens."""

    def text(self, i: int, j: int) -> str:
        """Tokens `i` up to `j` as they stand in the text, white space made single."""
        piece = self.plain[self.starts[i] : self.ends[j - 1]]
        return " ".join(piece.split()) if "\n" in piece or "  " in piece else piece

    def name(self, i: int, j: int) -> str:
        """Tokens `i` up to `j` as a name is printed elsewhere: of a line in capitals only the first letters stay so."""
        text = self.words[i] if j == i + 1 else self.text(i, j)
        return from_capitals(text) if self.shouting else text

    def starts_of(self, flag: int) -> list[int]:
        """Where in the text the tokens of a class begin."""
        return [start for start, flags in zip(self.starts, self.flags, strict=True) if flags & flag]

    def lower_after(self, j: int) -> str:
        """Token `j` in lower case, "" where there is none."""
        return self.lower[j] if j < len(self.lower) else ""

    def gap(self, i: int) -> str:
        """What stands between token `i` and the one before it."""
        return self.plain[self.ends[i - 1] : self.starts[i]] if i else ""


def line(plain: str, tokens: Tokens, heading: bool, known: Tables) -> Line:
    """The row of tokens of one segment; `heading` says what the structure of the document says of it."""
    if not known.owners.isdisjoint(tokens.words):
        tokens = _with_owners(tokens, known)
    words = tokens.words
    of_words: list[Word] = list(map(lexicon().__getitem__, words))
    letters = capitals = shouted = figures = 0
    for word in of_words:
        if word.flags & LETTERS:
            letters += 1
            if word.capital:
                capitals += 1
                shouted += word.capital == 2
        elif word.flags & COUNTED and word.lower[0].isdigit():
            figures += 1
    shouting = letters >= 3 and shouted >= 0.8 * letters
    if "WHO" in words and (asked := [k for k, word in enumerate(words) if word == "WHO" and asks_who(words, k)]):
        shouting = shouting or all(word.isupper() for word in words if word.isalpha())
        words, of_words = _asked(words, asked)
    if shouting:
        words, of_words = spoken(words, of_words, lexicon())
    capital, bits, common, flags, beside, lower = map(list, zip(*of_words, strict=True))
    if figures or "Wednesday" in words:
        _number_names(words, capital, known)
    titled = letters >= 3 and capitals >= 0.7 * letters and (heading or (letters <= 14 and words[-1] not in ".!?”\"'"))
    if heading and letters == capitals == 2 and len(words) <= 6:
        titled = any(capital[i] == 1 and known.common(word) for i, word in enumerate(words))
    results = (figures > 1 or "AT" in words) and is_result(plain, tokens)
    scored = scorers(plain, tokens) if figures > 1 else 0
    if results and "AT" in words:
        capital[words.index("AT")] = 0
    weak = list(tokens.begins)
    if titled or shouting:
        weak = [begins or large > 0 for begins, large in zip(weak, capital, strict=True)]
    head = dateline(plain, tokens, of_words, known)
    if head:
        _begin_after(words, head, weak)
    return Line(
        plain,
        words,
        tokens.starts,
        tokens.ends,
        capital,
        bits,
        common,
        flags,
        beside,
        lower,
        weak,
        titled or shouting,
        shouting,
        head,
        slug(tokens, of_words, shouting, known),
        results or scored > 0,
        scored,
    )


def _begin_after(words: list[str], head: int, weak: list[bool]) -> None:
    """Makes the word after the dash or colon of a dateline, `head` tokens long, the first of a sentence."""
    for k in range(head, min(len(words) - 1, head + LONGEST_HEAD)):
        if words[k] in HEAD_ENDS:
            weak[k + 1] = True
            return


def _with_owners(tokens: Tokens, known: Tables) -> Tokens:
    """The tokens, the possessive of a known body made part of its name (Moody's), and the full stop part of a state's
    short name after a town (Wilmington, Del.).
    """
    words, starts, ends, begins = list(tokens.words), list(tokens.starts), list(tokens.ends), list(tokens.begins)
    states = known.classes["states"]
    for k in range(len(words) - 1, 0, -1):
        if (
            (
                (words[k] == "'s" and words[k - 1] not in states)
                or (words[k] == "." and words[k - 1] in states and k > 1 and words[k - 2] == ",")
            )
            and words[k - 1] in known.owners
            and starts[k] == ends[k - 1]
        ):
            words[k - 1] += words[k]
            ends[k - 1] = ends[k]
            del words[k], starts[k], ends[k], begins[k]
    return Tokens(words, starts, ends, begins)


def _asked(words: list[str], asked: list[int]) -> tuple[list[str], list[Word]]:
    """The words, each WHO that asks and the verbs beside it in small letters."""
    small = {n for k in asked for n in (k - 1, k, k + 1) if 0 <= n < len(words) and (n == k or words[n] in BEING)}
    plain = [word.lower() if k in small else word for k, word in enumerate(words)]
    return plain, list(map(lexicon().__getitem__, plain))


def _number_names(words: list[str], capital: list[int], known: Tables) -> None:
    """Takes the number in "World War 2" and in known names (Schalke 04, Il Sole 24 Ore) for a capitalised word, and
    the day in one club's.
    """
    for i, word in enumerate(words):
        if i and (word[0].isdigit() or word == "Wednesday") and capital[i - 1]:
            war = i > 1 and word in ("1", "2") and words[i - 1] == "War" and words[i - 2] == "World"
            inside = i > 1 and known.names[" ".join(words[i - 2 : i + 2])]
            if war or inside or known.names[f"{words[i - 1]} {word}"]:
                capital[i] = 1
        elif i and capital[i] and words[i - 1][0].isdigit() and word.lower() in SCALES:
            capital[i] = 0  # 312.5 MLN ZLOTYS
            if i + 1 < len(words) and capital[i + 1] and _is_money(words[i + 1].lower()):
                capital[i + 1] = 0


def _is_money(lower: str) -> bool:
    return lower in CURRENCIES or lower.removesuffix("s") in CURRENCIES


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


def opens(row: Line, i: int) -> bool:
    """Does the particle at `i` begin a name (al-Assad, bin Salman, von der Leyen)?"""
    words, count = row.words, len(row.words)
    if words[i] in ("al", "el") and words[i + 1] == "-" and not row.gap(i + 1):
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
    """The length of what goes on after the comma in "Ministry of Education, Science and Trade"; 0: nothing does."""
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
    k = j + 1
    while k < len(words) and k < j + 5 and row.capital[k] and row.common[k] and not row.bits[k] & (PLACE | GROUP):
        k += 1
    if k == j + 1 or k >= len(words):
        return 0
    return (
        k - j
        if words[k] in ("and", "&", ",") and k + 1 < len(words) and row.capital[k + 1] and row.common[k + 1]
        else 0
    )


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
    count = len(words)
    gap = row.gap(j)
    if j == row.dateline:
        return 0
    if "\n\n" in gap or len(gap) > 2:
        return 0
    word = words[j]
    if capital[j]:
        return 1
    if word in HYPHENS:
        if gap or j + 1 >= count or row.gap(j + 1):
            # Some typesetting spaces the hyphen of a name out: "Al - Sisi".
            return 2 if word == "-" and gap == " " and j + 1 < count and capital[j + 1] and row.gap(j + 1) == " " else 0
        if capital[j + 1]:
            return 2
        if word == "-" and _bound(row, j):
            return 4
        return 2 if word == "-" and words[j + 1].islower() and _joins(row, j, known) else 0
    if j + 1 >= count:
        return 0
    after = row.gap(j + 1)
    if word == "," and not gap and capital[j + 1] and after == " ":
        return _further_field(row, j, known)
    if word in NICKNAME_MARKS and gap == " " and not after:
        return _nickname(row, j)
    if word == "&":
        return 2 if capital[j + 1] else 0
    if word == "." and not gap and after == " " and words[j - 1] in ABBREVIATIONS and capital[j + 1]:
        return 2
    if word in ("'s", "'") and after == " " and capital[j + 1] and (word == "'s" or words[j - 1].endswith("s")):
        return 2
    if word in IN_NAMES and gap and after:
        for reach in (1, 2):
            if j + reach >= count:
                return 0
            if capital[j + reach]:
                return reach + 1
            if words[j + reach] not in IN_NAMES and not (words[j + reach] == "-" and words[j] in ("al", "el")):
                return 0
    elif word in ("al", "el") and words[j + 1] == "-" and j + 2 < count and capital[j + 2]:
        return 3
    return 0
