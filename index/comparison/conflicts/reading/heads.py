"""Of what a clause tells something: the noun before its verb, past auxiliaries, asides and what the noun is of."""

from __future__ import annotations

from collections.abc import Sequence

from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import AUXILIARIES, FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.reading.called import called
from index.comparison.conflicts.reading.denials import STEPPED_OVER

_REACH = 8  # words before a verb in which its noun stands
_ASIDE = 6  # words of an aside
_LINKS = frozenset(word_list("of in at for from on to with near by under over"))
_LED = frozenset(word_list("the a an this that these those its their his her our all both each every any some"))
_STEPPED_OVER = (
    AUXILIARIES
    | STEPPED_OVER
    | frozenset(
        word_list("not never still also now then so far soon already no longer just seemed seems appeared since")
    )
)
_BREAKS = frozenset(",;:()—–")


def head(text: str, words: Sequence[Word], at: int) -> str:
    """The key of the noun that word `at` tells something of: "the roof of the market had" tells it of the roof.

    All words for one thing in reports of one event have one key (`called`).  "" where no noun stands there, or a land.
    """
    found = ""
    at = _before_aside(text, words, _stepped_back(text, words, at))
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = words[place]
        if place + 1 < at and _parted(text, words, place):
            break
        if word.folded in _LINKS:
            found = ""
        elif word.folded in _LED:
            if found and not (place and words[place - 1].folded in _LINKS):
                break
        elif word.folded in FUNCTION or word.kind != "word" or _does(word):
            break
        elif not found and word.key not in LANDS:
            found = called(word)
    return found


def _stepped_back(text: str, words: Sequence[Word], at: int) -> int:
    """Where the auxiliaries, adverbs and denials before word `at` begin."""
    while at and not _parted(text, words, at - 1) and _steps(words[at - 1]):
        at -= 1
    return at


def _before_aside(text: str, words: Sequence[Word], at: int) -> int:
    """Where an aside between commas begins that ends at word `at`: "the owner, Marc Roe, fled"; `at` without one."""
    if not at or at == len(words) or "," not in text[words[at - 1].end : words[at].start]:
        return at
    for place in range(at - 1, max(0, at - 1 - _ASIDE), -1):
        between = text[words[place - 1].end : words[place].start]
        if "," in between:
            return place
        if not _BREAKS.isdisjoint(between):
            break
    return at


def _does(word: Word) -> bool:
    """Is this rather what is done than who does it?"""
    return not word.capital and word.folded.endswith(("ed", "ing"))


def _steps(word: Word) -> bool:
    return word.folded in _STEPPED_OVER or word.folded.endswith("ly")


def _parted(text: str, words: Sequence[Word], at: int) -> bool:
    """Does a mark part word `at` from the next?"""
    return not _BREAKS.isdisjoint(text[words[at].end : words[at + 1].start])
