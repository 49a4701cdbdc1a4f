"""Full names of people that are one person's, by the last name's skeleton and a given name that is alike.

Names are compared only inside blocks that share the skeleton of the last name, or the given name and the first letter
of the last; a block is searched up to a bound, so that time stays linear in the number of names.
"""

from __future__ import annotations

from index.entities.spelling import alike, given_alike, skeleton
from index.entities.tables import GIVEN, tables

LONGEST_BLOCK = 64


class People:
    """Persons by their full names, in the order in which they are added; the first name of a person is the key."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], str] = {}
        self._by_last: dict[str, list[tuple[list[str], str]]] = {}
        self._by_given: dict[str, list[tuple[list[str], str]]] = {}

    @staticmethod
    def key_of_word(word: str) -> str:
        """What the spellings of a single name have in common."""
        return skeleton(word)

    def add(self, words: list[str]) -> str:
        """The key of the person whose name consists of these folded words, two or more; a new one where nobody fits."""
        exact = tuple(words)
        key = self._known.get(exact)
        if key is None:
            key = self._find(words) or " ".join(words)
            self._known[exact] = key
            entry = (words, key)
            self._by_last.setdefault(skeleton(words[-1]), []).append(entry)
            self._by_given.setdefault(f"{skeleton(words[0])} {words[-1][0]}", []).append(entry)
        return key

    def _find(self, words: list[str]) -> str | None:
        for other, key in self._by_last.get(skeleton(words[-1]), [])[:LONGEST_BLOCK]:
            if same_given(words, other):
                return key
        if len(words[0]) > 1:
            for other, key in self._by_given.get(f"{skeleton(words[0])} {words[-1][0]}", [])[:LONGEST_BLOCK]:
                if alike(words[-1], other[-1]) or _shorter(words, other):
                    return key
        return None


def same_given(a: list[str], b: list[str]) -> bool:
    """May two names with one last name be one person's?  Two given names that are both known stay two."""
    first, second = a[0], b[0]
    if first == second:
        return True
    if skeleton(first) == skeleton(second):
        return True
    known = tables().names
    if (
        len(first) > 1
        and len(second) > 1
        and known.get(first.title(), 0) & GIVEN
        and known.get(second.title(), 0) & GIVEN
    ):
        return False
    return given_alike(first, second)


def _shorter(a: list[str], b: list[str]) -> bool:
    """Is one name the other without its last words (Daniel Ortega, Daniel Ortega Saavedra)?"""
    short, long = sorted((a, b), key=len)
    return len(short) >= 2 and len(long) > len(short) and long[: len(short)] == short
