"""How much of something is told of: all of it, half, two of three, none, in the words before its noun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.tokens import Word

_PHRASE = 6  # words from a determiner to the noun
_DETERMINERS = frozenset(word_list("the its their his her our these those this that"))
_ALL = frozenset(word_list("all every each both whole entire"))
_NONE = frozenset({"no", "none", "neither"})
_MOST = frozenset({"most", "majority"})
_SHARES = {
    "half": 1 / 2,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 1 / 4,
    "quarters": 1 / 4,
    "fifth": 1 / 5,
    "tenth": 0.1,
}
_PLAINLY = 0.56  # of one thing that is plainly told to be so, at least: of less it would be told
_OF_SEVERAL = 0.3  # of things of which no share is told


class Extent(NamedTuple):
    """From `low` to `high` (0 to 1) of the thing or the things."""

    low: float
    high: float

    def turned(self) -> Extent:
        """What is left."""
        return Extent(1 - self.high, 1 - self.low)

    def apart(self, other: Extent, by: float) -> bool:
        """Is one more than the other by more than `by`, whatever is meant?"""
        return self.low > other.high + by or other.low > self.high + by


def phrase_begin(text: str, words: Sequence[Word], noun: int) -> int:
    """Where the words begin that belong to the noun at word `noun`, its determiner left out: "old market"."""
    begin = noun
    while (
        begin and noun - begin < _PHRASE and joined(text, words, begin - 1) and words[begin - 1].folded not in FUNCTION
    ):
        begin -= 1
    return begin


def extent_before(words: Sequence[Word], begin: int, noun: int, several: bool) -> tuple[Extent, int]:
    """How much of the thing at word `noun`, whose phrase begins at `begin`, is told of, and where that is told."""
    at = begin
    if at and words[at - 1].folded in _DETERMINERS:
        at -= 1
    before = words[at - 1].folded if at else ""
    if before in _ALL or before in _NONE:
        share = 1.0 if before in _ALL else 0.0
        return Extent(share, share), at - 1
    if words[begin].folded in _ALL:
        return Extent(1, 1), begin
    if before == "half":
        return Extent(0.5, 0.5), at - 1
    if before in _MOST:
        return Extent(0.51, 0.95), at - 1
    if before == "of" and at > 1:
        told = _told_of(words, at - 2, words[begin:noun])
        if told is not None:
            return told
    return Extent(_OF_SEVERAL if several else _PLAINLY, 1), at


def _told_of(words: Sequence[Word], at: int, phrase: Sequence[Word]) -> tuple[Extent, int] | None:
    """The share that ends with word `at`, before "of": "half", "two thirds", "40 percent", "one" of "the two doors"."""
    word, before = words[at], words[at - 1] if at else None
    if word.folded in _ALL or word.folded in _NONE:
        share = 1.0 if word.folded in _ALL else 0.0
        return Extent(share, share), at
    if word.folded in _MOST:
        return Extent(0.51, 0.95), at
    if word.folded in _SHARES:
        many = before.value if before is not None and before.kind == "number" else 1.0
        share = many * _SHARES[word.folded]
        return Extent(share, share), at - (many > 1)
    if word.key == "percent" and before is not None and before.kind == "number":
        return Extent(before.value / 100, before.value / 100), at - 1
    whole = [w.value for w in phrase if w.kind == "number"]
    if word.kind == "number" and len(whole) == 1 and 0 < word.value <= whole[0]:
        share = word.value / whole[0]
        return Extent(share, share), at
    return None


def joined(text: str, words: Sequence[Word], at: int) -> bool:
    """Does nothing but a space, a hyphen or a possessive's ending stand between word `at` and the next?"""
    return not text[words[at].end : words[at + 1].start].strip(" -’'s\n")


def singular(folded: str) -> str:
    """The noun of which a word is the plural, the word itself where it is none."""
    if folded.endswith("ies"):
        return f"{folded[:-3]}y"
    return folded[:-2] if folded.endswith(("ches", "shes", "sses", "buses")) else folded.removesuffix("s")
