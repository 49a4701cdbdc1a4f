"""Rows of words that are found in a sentence as they stand, each with what it tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from index.comparison.aligning.tokens import Word

T = TypeVar("T")

_ALONE = "\n"
"""Where the phrases of one word stand among those with a second."""


class Phrasebook(Generic[T]):
    """Phrases, each the folded words of one row and what it tells.

    Those that begin with one word are put in order when the word is met, since no article has many of these words.
    """

    def __init__(self, phrases: Iterable[tuple[tuple[str, ...], T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = defaultdict(list)
        for phrase in phrases:
            self._by_first[phrase[0][0]].append(phrase)
        self._met: dict[str, dict[str, list[tuple[tuple[str, ...], T]]]] = {}

    def begun(self, words: Sequence[Word]) -> list[int]:
        """The places of the words with which a phrase may begin."""
        return [at for at, word in enumerate(words) if word.folded in self._by_first]

    def at(self, words: Sequence[Word], at: int) -> Sequence[tuple[int, T]]:
        """The phrases that begin with word `at`, the longest first: where each ends, and what it tells."""
        first = words[at].folded
        by_second = self._met.get(first)
        if by_second is None:
            if first not in self._by_first:  # as at most words
                return ()
            by_second = self._met[first] = self._begun_by(first)
        longer = by_second.get(words[at + 1].folded, ()) if at + 1 < len(words) else ()
        found = [(at + len(said), tells) for said, tells in longer if stand_at(words, at, said)]
        found += [(at + 1, tells) for _, tells in by_second.get(_ALONE, ())]
        return found

    def _begun_by(self, first: str) -> dict[str, list[tuple[tuple[str, ...], T]]]:
        """The phrases that begin with a word by their second, the longest first."""
        found: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for said, tells in sorted(dict.fromkeys(self._by_first[first]), key=lambda p: -len(p[0])):
            found.setdefault(said[1] if len(said) > 1 else _ALONE, []).append((said, tells))
        return found


def stand_at(words: Sequence[Word], at: int, said: tuple[str, ...]) -> bool:
    """Do these folded words stand from word `at` on?"""
    end = at + len(said)
    return end <= len(words) and [w.folded for w in words[at:end]] == [*said]
