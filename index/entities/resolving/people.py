"""Full names of people that are one person's, by the last name's skeleton and a given name that is alike.

Names are compared only inside blocks that share the skeleton of the last name, or the given name and the first letter
of another word; a block is searched up to a bound, so that time stays linear in the number of names.
"""

from __future__ import annotations

from functools import lru_cache

from index.entities.resolving.personal import PersonName, known_apart, usual_given
from index.entities.resolving.spelling import alike, given_alike, skeleton, surnames
from index.entities.tables import FAMOUS, GIVEN, SURNAME, tables
from index.entities.wordset import wordset

LONGEST_BLOCK = 64
_SMALL = wordset("da de del della di do dos du la le van von der den al el y e")
"""Words between a given name and a last name that are no name."""
_NO_VOWELS = str.maketrans("", "", "aeiou")
_FEMININE = ("ov", "ev", "in", "yn")
"""Ends of Slavic last names to which women's add an "a"."""


class People:
    """Persons by their full names, in the order in which they are added; the first name of a person is the key.

    Names without "Jr" are to be added before those with it: a junior is another person only where somebody bears the
    same name without it.
    """

    def __init__(self) -> None:
        self._known: dict[PersonName, str] = {}
        self._plain: dict[tuple[str, ...], str] = {}
        self._by_last: dict[str, list[tuple[PersonName, str]]] = {}
        self._by_given: dict[str, list[tuple[PersonName, str]]] = {}

    @staticmethod
    def key_of_word(word: str) -> str:
        """What the spellings of a single name have in common."""
        return skeleton(word)

    def add(self, name: PersonName) -> str:
        """The key of the person of that name, of two words or more; a new one where nobody fits."""
        key = self._known.get(name)
        if key is None:
            key = self._find(name) or " ".join(name.words) + (" jr" if name.junior else "")
            self.enter(name, key)
        return key

    def enter(self, name: PersonName, key: str) -> None:
        """Takes a name in as that of the person with this key."""
        words = name.words
        self._known[name] = key
        if not name.junior:
            self._plain.setdefault(words, key)
        entry = (name, key)
        self._by_last.setdefault(skeleton(words[-1]), []).append(entry)
        for block in sorted(_blocks(words)):
            self._by_given.setdefault(block, []).append(entry)

    def _find(self, name: PersonName) -> str | None:
        words = name.words
        if len(words) == 2 and (key := self._plain.get((words[1], words[0]))) and _one_order(words):
            return key
        block = self._by_last.get(skeleton(words[-1]), [])[:LONGEST_BLOCK]
        if name.junior:
            for other, key in block:
                if other.junior and same_given(name, other):
                    return key
            if len(words) > 2 and min(map(len, words)) > 1 and (key := self._plain.get(words)):
                return key  # with a second name in full there is hardly a father of the same name
            if any(not other.junior and other.words[0] == words[0] for other, _ in block):
                return None
        for other, key in block:
            if two_names(words[-1], other.words[-1]) or _known_apart(words, other.words):
                continue
            if same_given(name, other) or _inner(words, other.words) or _inner(other.words, words):
                return key
        if len(words[0]) > 1 and not name.eastern:
            for given in sorted(_blocks(words)):
                for other, key in self._by_given.get(given, [])[:LONGEST_BLOCK]:
                    if _last_alike(words[-1], other.words[-1]) or _shorter(words, other.words):
                        return key
        return None


def blocks_of(name: PersonName) -> set[str]:
    """Stand for the names that this one is compared with: two names without a block in common are never compared."""
    words = name.words
    return {
        f"last {skeleton(words[-1])}",
        *(f"given {block}" for block in _blocks(words)),
        *((f"both {min(words)} {max(words)}",) if len(words) == 2 else ()),
    }


def _blocks(words: tuple[str, ...]) -> set[str]:
    """The given name with the first letter of each other word."""
    given = skeleton(usual_given(words[0]))
    return {f"{given} {word[0]}" for word in words[1:]}


def same_given(one: PersonName, other: PersonName) -> bool:
    """May two names with one last name be one person's?  Two given names that are both known stay two, other spellings
    and short forms aside; so do two that differ in what stands between the names (George W., George H. W.).
    """
    a, b = one.words, other.words
    first, second = a[0], b[0]
    if first != second and usual_given(first) != usual_given(second) and skeleton(first) != skeleton(second):
        known = tables().names
        if one.eastern or other.eastern:
            return 1 in (len(first), len(second)) and given_alike(first, second)
        if len(first) > 1 and len(second) > 1 and known[first.title()] & GIVEN and known[second.title()] & GIVEN:
            return False
        if not given_alike(first, second):
            return False
    return not _differ_between(_between(a), _between(b))


def _between(words: tuple[str, ...]) -> list[str]:
    return [word for word in words[1:-1] if word not in _SMALL]


def _differ_between(a: list[str], b: list[str]) -> bool:
    """Do second names tell two people apart?"""
    if not a or not b:
        return False
    if len(a[0]) == 1 or len(b[0]) == 1:
        return a[0][0] != b[0][0] and not (len(a[0]) > 1 and b[0] in a) and not (len(b[0]) > 1 and a[0] in b)
    short, long = sorted((a, b), key=len)
    return not any(alike(word, other) or given_alike(word, other) for word in short for other in long)


def _inner(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Is one name the other, with one last name, without its first word (Tayyip Erdogan)?"""
    return len(short) < len(long) and len(short[0]) > 3 and short[0] in long[1:-1]


def _one_order(words: tuple[str, ...]) -> bool:
    """May the two words be one name in either order: does one of them tell which of the names it is?"""
    known = tables().names
    return any(known[word.title()] & (GIVEN | SURNAME) != GIVEN | SURNAME for word in words)


def _last_alike(a: str, b: str) -> bool:
    """Are two last names of two skeletons spellings of one, not a man's and a woman's (Petrov, Petrova)?"""
    short, long = sorted((a, b), key=len)
    if skeleton(a) == skeleton(b) or two_names(a, b):
        return False  # compared already, with their given names
    return alike(a, b) and not (long == short + "a" and short.endswith(_FEMININE))


@lru_cache(maxsize=1 << 14)
def two_names(a: str, b: str) -> bool:
    """Are two folded last names, however alike, each a usual name of its own (Smith, Smyth; Clark, Clarke)?  Not so
    where one is known to everybody, or is the other with other vowels and both are given names too (Ahmed, Ahmad).
    """
    if a == b or usual_given(a) == usual_given(b):
        return False
    known, usual = tables().names, surnames()
    one, other = known[a.title()], known[b.title()]
    if not one & other & SURNAME or (one | other) & FAMOUS or usual.get(a, a) == usual.get(b, b):
        return False
    vowels = len(a) == len(b) and a.translate(_NO_VOWELS) == b.translate(_NO_VOWELS)
    return not (vowels and one & other & GIVEN)


def _known_apart(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Are these two people of whom one bears the other's name with another between (John Adams, John Quincy Adams)?"""
    if a == b:
        return False
    apart = known_apart()
    return apart.get(" ".join(a)) == " ".join(b) or apart.get(" ".join(b)) == " ".join(a)


def _shorter(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Is one name the other without its last words (Daniel Ortega, Daniel Ortega Saavedra)?"""
    short, long = sorted((a, b), key=len)
    return len(short) >= 2 and len(long) > len(short) and long[: len(short)] == short
