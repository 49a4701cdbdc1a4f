"""Patterns for folded words, each with words of which every match holds one, and what else stands beside that one.

A sentence is asked first whether it has one of these, which takes a tenth of the time that a pattern does; most have
none.  Of those that have one most lack the other words of its phrases ("ready" without "to"), so that few patterns are
ever compiled.  The words are read from the pattern itself, so that the two cannot drift.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Set
from functools import cached_property
from itertools import accumulate

from index.comparison.aligning.passages import Passage
from index.comparison.aligning.stopwords import FUNCTION

_ITEM = re.compile(r"[a-z ]+(?![a-z ?*+{])|\\.|\[[^]]*\]|\(\?(?:<?[!=]|:)|.", re.DOTALL)
_REPEATED = re.compile(r"[?*+]\??|\{\d+,\d+\}\??")
_ANY = "*"
"""Stands in a phrase for whatever letters and words a pattern leaves open."""


class CuePattern:
    """A pattern for the folded words of a sentence joined by spaces, read when a first sentence is held against it and
    compiled when one may match it.

    It may hold groups, character classes, what stands before or behind, and repetitions.
    """

    def __init__(self, pattern: str) -> None:
        self._source = pattern

    @cached_property
    def words(self) -> Mapping[str, Set[frozenset[str]]]:
        """Words of which every match holds one, each with the rows of words, one of which stands whole beside it."""
        return key_words(self._source)

    def may_match(self, forms: Set[str]) -> bool:
        """Has a sentence of these words all that some match would hold?"""
        words = self.words
        if words.keys().isdisjoint(forms):
            return False
        return any(beside <= forms for word in words.keys() & forms for beside in words[word])

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._source)

    def found_in(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """The matches in a sentence: words first to end, whatever marks and contractions the text has."""
        if not self.may_match(passage.forms):
            return
        found = list(self._pattern.finditer(passage.plain))
        if not found:
            return
        starts = [0, *accumulate(len(w.folded) + 1 for w in passage.words)]
        for match in found:
            yield bisect_right(starts, match.start()) - 1, bisect_left(starts, match.end())


def key_words(pattern: str) -> Mapping[str, Set[frozenset[str]]]:
    """Words of which every match holds one: of each phrase that the pattern stands for the one that says most, with its
    other words.

    Raises ValueError where a phrase has no whole word, and for signs that are not read here.
    """
    phrases, _ = _phrases(pattern, 0)
    found: dict[str, set[frozenset[str]]] = {}
    for phrase in phrases:
        whole = {word for word in f"{_ANY}{phrase}{_ANY}".split() if _ANY not in word}
        if not whole:
            raise ValueError(f"no word stands in every match of {phrase!r}")
        key = min(whole, key=lambda word: (word in FUNCTION, -len(word), word)) if len(whole) > 1 else next(iter(whole))
        found.setdefault(key, set()).add(frozenset(whole - {key}))
    return found


def _phrases(pattern: str, at: int) -> tuple[set[str], int]:
    """What a pattern stands for from `at` to the end of its group, and where that is."""
    finished: set[str] = set()
    phrases = {""}
    while at < len(pattern) and pattern[at] != ")":
        item = _ITEM.match(pattern, at)
        assert item is not None
        at = item.end()
        if item[0] == "|":
            finished |= phrases
            phrases = {""}
            continue
        if item[0][0] == "(":
            inside, end = _phrases(pattern, at)
            at = end + 1
            parts = inside if item[0] in ("(", "(?:") else {""}  # what only stands before or behind is not in a match
        else:
            parts = _letters(item[0])
        repeated = _REPEATED.match(pattern, at)
        if repeated is not None:
            at = repeated.end()
            parts = _repetitions(parts, repeated[0])
        phrases = {phrase + part for phrase in phrases for part in parts}
    return finished | phrases, at


def _letters(item: str) -> set[str]:
    """What one letter, class or boundary of a pattern stands for."""
    if item == r"\b":
        return {" "}
    if item[0] == "[" and item[1:-1].isalpha():
        return set(item[1:-1])
    if item[0] in "[\\.":
        return {_ANY}
    if not item.replace(" ", "a").isalnum():
        raise ValueError(f"a pattern of cues has no {item!r}")
    return {item}


def _repetitions(parts: set[str], sign: str) -> set[str]:
    """The parts as often as a sign says; more than once leaves open what stands there, up to a space at its end."""
    once = sign[0] == "?"
    some = parts if once else {_ANY + " " if all(part.endswith(" ") for part in parts) else _ANY}
    return some | {""} if sign[0] in "?*" or sign.startswith("{0") else some
