"""Who is who: names as runs of capitalised words, with the recogniser's types and entities where it knows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.tokens import Word
from index.entities.model import Mention

_NAMED = frozenset({"PERSON", "ORG", "PLACE", "GROUP"})
TITLES = frozenset(
    word_list(
        """
    mr mrs ms miss dr prof sen rep gov lt gen col capt sgt sir president senator governor secretary
    congressman congresswoman representative speaker justice judge minister chancellor chairman chairwoman
    director attorney general prime vice former ex king queen prince princess pope mayor spokesman spokeswoman
    spokesperson leader chief executive ceo cfo coo
    """
    )
)
OF_TRADES = frozenset(
    word_list(
        """
        motor motors industries airlines airways petroleum oil gas energy resources steel electric foods stores systems
        financial chemical chemicals products
        """
    )
)
"""Words that many firms of one trade have in their names: by "Motors", American Motors is not Ford Motor."""
STATES = frozenset(
    word_list(
        "ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn miss mo mont neb nev okla ore pa "
        "tenn tex va vt wash wis wyo"
    )
)
"""States of the United States as a dateline shortens them."""
_SAME = (  # names of one thing that share no word
    frozenset({"u.s", "us", "usa", "america", "american", "united states", "washington"}),
    frozenset({"uk", "u.k", "britain", "british", "united kingdom"}),
    frozenset({"gop", "republican", "republicans", "republican party"}),
    frozenset({"un", "u.n", "united nations"}),
    frozenset({"eu", "e.u", "european union"}),
    frozenset({"kremlin", "moscow", "russia", "russian", "russians"}),
    frozenset({"kyiv", "kiev", "ukraine", "ukrainian"}),
    frozenset({"capitol hill", "congress"}),
)
SPELLING = 80.0
"""Two names whose last words are at least this alike (0 to 100) are taken for spellings of one."""
_SHORT = 4  # letters of a shortened word
_PREFIX = 6  # letters with which two forms of one name begin; people's names are spelled out


class Name(NamedTuple):
    """Words first to end (exclusive) of a sentence that name; type and entity are "" where the recogniser is silent."""

    first: int
    end: int
    words: tuple[str, ...]
    type: str
    entity: str


class Naming:
    """Finds the names in one article's sentences."""

    def __init__(self, told: Told) -> None:
        self._mentions: dict[int, Mention] = {}
        for mention in told.side.annotations.mentions:
            if mention.type in _NAMED:
                self._mentions[mention.start] = mention
        self._inside = {w.folded for p in told.passages for w in p.words[1:] if w.capital and w.kind == "word"}
        self._lower = {w.folded for p in told.passages for w in p.words if not w.capital}

    def name_in(self, words: Sequence[Word], first: int, end: int) -> Name | None:
        """The one name among words first to end, None where there is none or more than one."""
        runs: list[tuple[int, int]] = []
        for at in range(first, end):
            if self._names(words, at):
                if runs and runs[-1][1] == at:
                    runs[-1] = (runs[-1][0], at + 1)
                else:
                    runs.append((at, at + 1))
        runs = [run for run in runs if any(len(w.folded) > 2 for w in words[run[0] : run[1]])]  # initials are no name
        if len(runs) != 1:
            return None
        begin, stop = runs[0]
        mention = next(
            (m for w in words[begin:stop] for m in (self._mentions.get(w.start),) if m is not None),
            None,
        ) or self._around(words[begin])
        parts = tuple(w.folded for w in words[begin:stop])
        return Name(begin, stop, parts, mention.type if mention else "", mention.entity if mention else "")

    def _around(self, word: Word) -> Mention | None:
        """The mention that a word lies inside of, though it does not begin it."""
        for back in range(40):
            mention = self._mentions.get(word.start - back)
            if mention is not None:
                return mention if mention.end >= word.end else None
        return None

    def _names(self, words: Sequence[Word], at: int) -> bool:
        word = words[at]
        if not word.capital or word.kind != "word" or word.folded in TITLES or word.folded in FUNCTION:
            return False
        return (
            at > 0 or word.start in self._mentions or (word.folded in self._inside and word.folded not in self._lower)
        )


@once
def names_told(told: Told) -> set[str]:
    """The keys of all capitalised words that name, lands, titles and first words of sentences left out."""
    return {
        w.key
        for p in told.passages
        for w in p.words[1:]
        if w.capital and w.kind == "word" and w.folded not in FUNCTION and w.folded not in TITLES and w.key not in LANDS
    }


def names_shared(a: Told, b: Told) -> int:
    """How many of these names both articles have; a sentence of the other may begin with one."""
    return len(names_told(a) & capitalised(b) | names_told(b) & capitalised(a))


@once
def capitalised(told: Told) -> set[str]:
    return {w.key for p in told.passages for w in p.words if w.capital}


def names_unknown(passage: Passage, other: Told) -> bool:
    """Does a sentence or title name someone or something that the other article does not?"""
    named = {w.folded for w in passage.words if w.capital and w.kind == "word" and w.folded not in FUNCTION}
    return not named <= {w.folded for p in other.stated for w in p.words}


_INITIALS = 2  # words of a name from which on initials stand for it


def same_name(names_a: Naming, a: Name, names_b: Naming, b: Name) -> bool:
    """Do two names stand for the same: one entity, a spelling, a part of the other, initials, or another name of it?"""
    if a.entity and a.entity == b.entity:
        return True
    if set(a.words) <= set(b.words) or set(b.words) <= set(a.words):
        return True
    if ratio(a.words[-1], b.words[-1]) >= SPELLING:
        return True
    if "PERSON" not in (a.type, b.type) and _one_beginning(a.words[-1], b.words[-1]):
        return True  # Finance Corporation and Financial Corporation, Corp and Corporation
    if len(a.words) == len(b.words) == 1 and sorted(a.words[0]) == sorted(b.words[0]):
        return True  # letters exchanged by a slip
    joined_a, joined_b = " ".join(a.words), " ".join(b.words)
    if any(joined_a in group and joined_b in group for group in _SAME):
        return True
    return _initials(a.words, b.words) or _initials(b.words, a.words)


def _one_beginning(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return a[:_PREFIX] == b[:_PREFIX] or (len(short) >= _SHORT and long.startswith(short))


def _initials(short: Sequence[str], long: Sequence[str]) -> bool:
    """AMI and American Medical International, or American Medical, as papers shorten it."""
    if len(short) != 1 or len(long) < _INITIALS:
        return False
    letters, first = short[0].replace(".", ""), "".join(w[0] for w in long)
    return letters.startswith(first) and len(letters) <= len(first) + 1
