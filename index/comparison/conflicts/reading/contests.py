"""Two elections, two trials, two matches of one person: what ended otherwise in each is no disagreement."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.comparison.aligning.passages import Passage
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.tokens import Word

_CONTESTS = frozenset(
    word_list("trial election primary match game round fight race term vote ballot case lawsuit set leg appeal retrial")
)
_KINDS = (
    frozenset(word_list("primary runoff by-election recount")),
    frozenset(word_list("appeal retrial appeals")),
)
_POSTS = frozenset(
    word_list(
        """
        president presidency presidential governor governorship gubernatorial mayor mayoral senator senate congress
        congressional chancellor sheriff judge council parliament parliamentary leader leadership chairman treasurer
        """
    )
)
_SERIES = frozenset({"second", "another", "separate", "new", "earlier", "previous", "last"})


def other_contests(a: Passage, b: Passage) -> bool:
    """Do two sentences tell of two contests: the first trial and the second, for mayor and for governor?"""
    for told in (_ranks, _posts):
        in_a, in_b = told(a.words), told(b.words)
        if in_a and in_b and not in_a & in_b:
            return True
    return any(bool(_folded(a) & kinds) != bool(_folded(b) & kinds) for kinds in _KINDS)


def _folded(passage: Passage) -> set[str]:
    return {w.folded for w in passage.words}


def _ranks(words: Sequence[Word]) -> set[str]:
    """ "First", "second" and "another" before a word for a contest."""
    return {
        before.folded
        for before, word in pairwise(words)
        if word.folded in _CONTESTS and (before.kind == "ordinal" or before.folded in _SERIES)
    }


def _posts(words: Sequence[Word]) -> set[str]:
    """What is run for: "for mayor", "the race for governor", "a presidential election"."""
    return {
        _STEMS.get(word.folded, word.folded)
        for before, word in pairwise(words)
        if word.folded in _POSTS and (before.folded in ("for", "as") or word.folded.endswith("al"))
    }


_STEMS = {"mayoral": "mayor", "presidential": "president", "gubernatorial": "governor", "parliamentary": "parliament"}
