"""Rows of words that are found in a sentence as they stand, each with what it tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from index.comparison.aligning.tokens import Word

T = TypeVar("T")


class Phrasebook(Generic[T]):
    """Phrases, each the folded words of one row and what it tells."""

    def __init__(self, phrases: Iterable[tuple[tuple[str, ...], T]]) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], T]]] = defaultdict(list)
        for said, tells in sorted(dict.fromkeys(phrases), key=lambda p: -len(p[0])):
            by_first[said[0]].append((said, tells))
        self._by_first = dict(by_first)

    def at(self, words: Sequence[Word], at: int) -> Sequence[tuple[int, T]]:
        """The phrases that begin with word `at`, the longest first: where each ends, and what it tells."""
        begun = self._by_first.get(words[at].folded)
        if begun is None:  # as at most words
            return ()
        return [(at + len(said), tells) for said, tells in begun if stand_at(words, at, said)]


def stand_at(words: Sequence[Word], at: int, said: tuple[str, ...]) -> bool:
    """Do these folded words stand from word `at` on?"""
    end = at + len(said)
    return end <= len(words) and [w.folded for w in words[at:end]] == [*said]
