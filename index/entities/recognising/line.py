"""A segment of text seen as a row of tokens with all that is known of each by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.entities.recognising.agency import BEING, asks_who, dateline, from_capitals, is_result, scorers, slug, spoken
from index.entities.recognising.currencies import CURRENCIES
from index.entities.recognising.lexicon import (
    COUNTED,
    LETTERS,
    Word,
    lexicon,
)
from index.entities.recognising.numbers import SCALES
from index.entities.recognising.tokens import Tokens
from index.entities.tables import Tables

if TYPE_CHECKING:
    from index.entities.recognising.evidence import Weighed

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

    def marked(self, classes: int) -> list[tuple[int, int]]:
        """Where in the text the tokens of some classes begin, each with its flags."""
        return [(start, flags) for start, flags in zip(self.starts, self.flags, strict=True) if flags & classes]

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
    letters, capitals, shouted, figures = _looks(of_words)
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


def _looks(words: Iterable[Word]) -> tuple[int, int, int, int]:
    """How many words have letters, of those a capital, and nothing but capitals; and how many are figures."""
    letters = capitals = shouted = figures = 0
    for word in words:
        if word.flags & LETTERS:
            letters += 1
            if word.capital:
                capitals += 1
                shouted += word.capital == 2
        elif word.flags & COUNTED and word.lower[0].isdigit():
            figures += 1
    return letters, capitals, shouted, figures


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
