"""Cues: rows of words that stand in this order in any form, and what before them leaves open whether it is so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from index.comparison.aligning.stems import stem, word_list
from index.comparison.aligning.stopwords import MODALS
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.reading.denials import denies
from index.comparison.conflicts.reading.tables import Question

_LEFT_OPEN = (MODALS - {"will", "would"}) | frozenset(
    word_list(
        """
        if unless whether until likely unlikely expected hopes hoped hope wants wanted want asked urged demanded demands
        considering try trying try tried seeking sought claim claims claimed alleged allegedly accused
        denied denies possible perhaps previously earlier ago similar last another other others
        """
    )
)
_NOT = "not"
_DENIED = 4  # words from a denial to a cue
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


class Cue(NamedTuple):
    """Words with the stems `said`, `denied` or not, tell `point` of a question."""

    said: tuple[str, ...]
    denied: bool
    point: int


def placed(words: Sequence[Word], cue: Cue, until: Callable[[int, int], int]) -> tuple[int, int] | None:
    """Where the parts of a cue stand in this order, near each other, denied or not as the cue asks."""
    for places in rows(words, cue.said, until):
        start, end = places[0], places[-1] + 1
        around = range(max(0, start - _DENIED), min(len(words), end + (not cue.denied)))
        denials = [n for n in around if n not in places and denies(words, n)]
        if bool(denials) == cue.denied:
            return min([start, *denials]), end
    return None


def cues_of(question: Question) -> tuple[Cue, ...]:
    """The cues of a question of a table, the longest first."""
    cues = [
        Cue(tuple(stem(word) for word in told if word != _NOT), _NOT in told, point)
        for point, phrases in enumerate(question.points)
        for told in phrases
    ]
    return tuple(sorted(cues, key=lambda c: -len(c.said) - c.denied))


def first_stems(question: Question) -> frozenset[str]:
    """The stems with which the cues of a question begin."""
    return frozenset(
        stem(told[0] if told[0] != _NOT else next(word for word in told if word != _NOT))
        for phrases in question.points
        for told in phrases
    )


def by_first(questions: Iterable[tuple[int, Iterable[str]]]) -> Mapping[str, Set[int]]:
    """By the first stem of a cue the numbers of the questions that it may answer, from each with its first stems."""
    found: dict[str, set[int]] = {}
    for number, stems in questions:
        for first in stems:
            if first in found:
                found[first].add(number)
            else:
                found[first] = {number}
    return found
