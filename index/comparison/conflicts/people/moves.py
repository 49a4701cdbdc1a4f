"""Who moves first: a withdrawal only after the guns are handed over, or before; "must first", "not until".

A sentence that orders two things is read as what comes first and what comes then, each by its words.  Two articles are
held against each other where what comes first in the one comes then in the other, and the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.comparison.aligning.naming import TITLES
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import COMMON, FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against, most_alike
from index.comparison.conflicts.reading.called import called
from index.comparison.conflicts.reading.cue_patterns import CuePattern

_THEN_FIRST = CuePattern(
    r"\b(?:only (?:after|once|when|if)|but not (?:before|until)|not (?:before|until)|no sooner than|as soon as|once|"
    r"in (?:return|exchange) for|on condition that|provided that)\b"
)
"""What comes then stands before these words, what comes first after them."""
_FIRST_THEN = CuePattern(r"\b(?:well before|even before|before)\b")
_UNTIL = CuePattern(r"\b(?:until|unless)\b")
"""Like the first, where the clause before is denied: "will not leave until"."""
_DENIED = frozenset({"no", "never", "nothing", "refuse", "refused", "refuses", "not"})
_REACH = 12  # words on either side
_SHARED = 3  # words in common, at least one on either side
_OPENING = 5  # words in which whose wish it is begins
_MOST = 40
_TO_COME = frozenset(
    word_list(
        """
        must will would should can could may shall insist insists insisted insisting demand demands demanded demanding
        offered offers offer ready willing prepared agreed proposes proposed want wants wanted calls called
        """
    )
)
"""Of what was done already no order is in dispute: one of these stands beside."""


class _Order(NamedTuple):
    """Words first to end of a passage put `earlier` before `later`, each by the keys of its words."""

    passage: Passage
    earlier: frozenset[str]
    later: frozenset[str]
    first: int
    end: int


def other_orders(a: Told, b: Told) -> Iterator[Finding]:
    """Two things that one article wants in one order and the other in the other; only likely."""
    orders_a, orders_b = list(_orders(a))[:_MOST], list(_orders(b))[:_MOST]
    found = [(x, y) for x in orders_a for y in orders_b if _turned(x, y) and not _same(x, y)]
    if not found:
        return
    x, y = most_alike(found)
    if any(_same(x, z) for z in orders_b) or any(_same(y, z) for z in orders_a):
        return
    yield held_against("modality", "differs", x, y, "who moves first", 0.5, "They differ on {about}")


def _turned(x: _Order, y: _Order) -> bool:
    one, other = x.earlier & y.later, x.later & y.earlier
    return bool(one and other) and len(one | other) >= _SHARED and not _parties_differ(x.passage, y.passage)


def _same(x: _Order, y: _Order) -> bool:
    """Do both put the same two things into one order, in at least as many words?"""
    one, other = x.earlier & y.earlier, x.later & y.later
    turned = len(x.earlier & y.later | x.later & y.earlier)
    return bool(one and other) and len(one | other) >= turned


def _parties_differ(x: Passage, y: Passage) -> bool:
    """Is each the wish of another land or person: do both sentences begin with one, and not with the same?"""
    one, other = _party(x), _party(y)
    return bool(one and other) and one != other


def _party(passage: Passage) -> str:
    """The key of the last word of the name that a sentence begins with, titles left out; "" where none does."""
    party = ""
    for word in passage.words[:_OPENING]:
        named = word.key in LANDS or (word.capital and word.folded not in FUNCTION and word.folded not in TITLES)
        if party and not named:
            break
        party = word.key if named else party
    return party


def _orders(told: Told) -> Iterator[_Order]:
    for passage in told.stated:
        words = passage.words
        if not any(w.folded in _TO_COME for w in words):
            continue
        for pattern, first_then, denied in (
            (_THEN_FIRST, False, False),
            (_FIRST_THEN, True, False),
            (_UNTIL, False, True),
        ):
            for first, end in pattern.found_in(passage):
                before, after = words[max(0, first - _REACH) : first], words[end : end + _REACH]
                if denied and not any(w.folded in _DENIED or w.key == "not" for w in before):
                    continue
                one, other = _keys(before), _keys(after)
                if one and other and not (pattern is _FIRST_THEN and first and words[first - 1].folded == "not"):
                    yield _Order(passage, *((one, other) if first_then else (other, one)), first, end)


def _keys(words: Sequence[Word]) -> frozenset[str]:
    """The words of one of two things; everyday words and lands say little."""
    return frozenset(
        called(w)
        for w in words
        if w.kind == "word" and w.folded not in FUNCTION and w.key not in COMMON and w.stem not in COMMON
    )
