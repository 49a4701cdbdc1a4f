"""Where phrases stand in a sentence: by word, whatever marks and contractions the text has."""

from __future__ import annotations

from collections.abc import Sequence, Set

from index.comparison.aligning.naming import TITLES
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import COMMON, FUNCTION, MODALS
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.tokens import Word
from index.entities.model import Mention

_OPEN = MODALS | frozenset(
    word_list(
        """
        if to unless whether likely unlikely expected expects expect hope hopes hoped want wants wanted trying
        tried could possible possibly perhaps maybe when until whoever anyone
        """
    )
)
_REACH = 4  # words before a verb that may leave open whether it happened
_RELATIVE = 2  # words from "who" to a verb of its own
_DENIALS = frozenset({"not", "never", "without"})
_STEPS = 3
_BESIDE = frozenset({"for", "of", "with", "to", "against", "from", "by", "under", "over", "like", "than"})
_ASIDE = frozenset({"she", "he", "they", "it", "that", "which"})


def is_open(words: Sequence[Word], at: int) -> bool:
    """Is what word `at` tells only possible, wished for or asked: "could win", "if he wins", "hopes to win"?"""
    if any(w.folded == "who" for w in words[max(0, at - _RELATIVE) : at]):
        return True
    return any(w.folded in _OPEN for w in words[max(0, at - _REACH) : at])


def is_denied(words: Sequence[Word], at: int) -> bool:
    """Does a "not" stand right before word `at`: "did not win", "never quite won"?"""
    return any(w.folded in _DENIALS for w in words[max(0, at - _STEPS) : at])


def person_before(told: Told, passage: Passage, at: int) -> Mention | None:
    """The last person named before word `at` of its sentence, None where a pronoun follows or it is only beside."""
    start = passage.words[at].start
    people = [m for m in told.mentions_in(passage.span.start, start) if m.type == "PERSON" and m.end <= start]
    if not people:
        return None
    before = [w.folded for w in passage.words if w.end <= people[-1].start][-_STEPS:]
    apposed = told.side.document.text[people[-1].start - 2 : people[-1].start] == ", "
    if _BESIDE.intersection(before) and not apposed:
        return None  # "a nurse who worked for the dentist Paul Hein", but "the driver of the express, Paul Hein,"
    between = (w.folded for w in passage.words[:at] if w.start >= people[-1].end)
    return None if any(w in _ASIDE for w in between) else people[-1]


_NO_NAMES = FUNCTION | TITLES | frozenset({"democrat", "democrats", "republican", "republicans"})
_PRONOUNS = frozenset({"he", "she", "they", "it"})


def of_others(a: Passage, b: Passage, places: Set[str] = frozenset(), *, openers: bool = False) -> bool:
    """Do two sentences tell of other people or things: both name some, and none in common?

    A pronoun may stand for one that the other names; `places` are folded words of what is held against each other.
    The first word of a sentence, unless of a title, may be no name; where `openers` says so, it is one that the other
    names.
    """
    if any(w.folded in _PRONOUNS for p in (a, b) for w in p.words):
        return bool(a.people and b.people) and not set(a.people) & set(b.people)
    named_a, named_b = (_named(p.words if _is_title(p) else p.words[1:], places) for p in (a, b))
    if not named_a or not named_b or named_a & named_b:
        return False
    return not openers or not (named_a & _named(b.words, places) or named_b & _named(a.words, places))


def _is_title(passage: Passage) -> bool:
    return passage.order < 0


def _named(words: Sequence[Word], places: Set[str]) -> set[str]:
    """The keys of the words with a capital that may name, lands and titles left out."""
    return {
        w.key
        for w in words
        if w.capital
        and w.kind == "word"
        and w.folded not in _NO_NAMES
        and w.folded not in places
        and w.key not in LANDS
    }


def surname(mention: Mention) -> str:
    """The last word of a name, folded: what both articles will have."""
    return mention.text.split()[-1].casefold()


def content(words: Sequence[Word]) -> set[str]:
    """The keys of the words that tell something: no function words, no everyday words, no figures."""
    return {
        w.key
        for w in words
        if w.kind == "word" and w.folded not in FUNCTION and w.key not in COMMON and w.stem not in COMMON
    }
