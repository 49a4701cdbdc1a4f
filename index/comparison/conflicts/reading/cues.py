"""Cues: rows of words that stand in this order in any form, and what before them leaves open whether it is so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import MODALS
from index.comparison.aligning.tokens import Word

_LEFT_OPEN = (MODALS - {"will", "would"}) | frozenset(
    word_list(
        """
        if unless whether until likely unlikely expected hopes hoped hope wants wanted want asked urged demanded demands
        considering try trying try tried seeking sought claim claims claimed alleged allegedly accused
        denied denies possible perhaps previously earlier ago similar last another other others
        """
    )
)
_ASKED = frozenset({"for", "on"})


def left_open(before: Sequence[Word]) -> bool:
    """Do words leave what follows them open: "hoped", "might", "called on"?"""
    if any(w.folded in _LEFT_OPEN for w in before):
        return True
    return any(one.stem == "call" and other.folded in _ASKED for one, other in pairwise(before))


def rows(words: Sequence[Word], cue: Sequence[str], until: Callable[[int, int], int]) -> Iterator[Sequence[int]]:
    """Where words with the stems of a cue stand one after another.

    `until` tells before which word the next must stand, of the first and the last so far.
    """
    for start, word in enumerate(words):
        if word.stem != cue[0]:
            continue
        places = [start]
        while len(places) < len(cue):
            last = places[-1]
            near = range(last + 1, min(len(words), until(start, last)))
            at = next((n for n in near if words[n].stem == cue[len(places)]), None)
            if at is None:
                break
            places.append(at)
        else:
            yield places
