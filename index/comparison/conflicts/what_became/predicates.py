"""What the words around a noun tell of it: after it, past auxiliaries and asides, or right before its phrase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.reading.phrasebook import stand_at
from index.comparison.conflicts.what_became.extents import joined, singular
from index.comparison.conflicts.what_became.states import State, asked_of

_GAP = 5  # words from a noun to what is told of it
_ASIDE = 14  # words of an apposition after the noun
_NAME = 4  # words of a name after "of", before an aside
_SAYING = 6  # words from "said" to the pronoun that stands for the noun
_NEAR = 3  # words before a verb in which it is denied
_DENYING = frozenset({"never", "no", "nobody", "none", "nothing"})
_LED_BY = frozenset(word_list("a an the to with for about of no"))
_SAID = frozenset({"said", "says", "announced", "confirmed", "insisted", "declared"})
_PRONOUNS = frozenset({"he", "she"})
_BREAKS = _SAID | frozenset(
    word_list(
        """
        and but or who which that whose when where while as after before because if than whether although though since
        until unless told tells he she they it we i
        """
    )
)


class Predicate(NamedTuple):
    """Words first to end tell that something is at `point`, or at the other point where they are `denied`."""

    point: int
    first: int
    end: int
    denied: bool


def told_after(text: str, words: Sequence[Word], begin: int, end: int, question: State) -> Iterator[Predicate]:
    """What is told after a noun whose phrase is words `begin` to `end`, up to another that may be asked of."""
    denied = False
    at = step = _past_aside(text, words, begin, end)
    while step < min(len(words), at + _GAP + 1):
        if step != at and not joined(text, words, step - 1):
            return
        for last, tells in question.after.at(words, step):
            if denied or not tells.denied:
                yield Predicate(tells.point, step, last, denied and not tells.denied)
                return
        word = words[step]
        denied = denied or _denies(word)
        if word.folded in _SAID:
            at = step = _pronoun(words, step) + 1
            if not step:
                return
            continue
        if word.folded in _BREAKS or (word.folded not in FUNCTION and singular(word.folded) in asked_of()):
            return
        step += 1


def _pronoun(words: Sequence[Word], at: int) -> int:
    """Where "he" stands after word `at`: "the mayor said that he would stay"; -1 where it does not."""
    return next((n for n in range(at + 1, min(len(words), at + _SAYING)) if words[n].folded in _PRONOUNS), -1)


def _past_aside(text: str, words: Sequence[Word], begin: int, end: int) -> int:
    """The word after the aside that begins at word `end`: "the captain, who had flown for years, died".

    A noun that is an aside itself has none: "his neighbor, a bus driver, died".
    """
    if end < len(words) and words[end].folded == "of":
        named = next((n for n in range(end, min(len(words) - 1, end + _NAME)) if not joined(text, words, n)), end - 1)
        end = named + 1
    if end >= len(words) or text[words[end - 1].end : words[end].start].strip() != ",":
        return end
    opens = begin - 1 if begin and words[begin - 1].folded in ("a", "an") else begin
    if opens and text[words[opens - 1].end : words[opens].start].strip() == ",":
        return end
    for at in range(end, min(len(words) - 1, end + _ASIDE)):
        if "," in text[words[at].end : words[at + 1].start]:
            return at + 1
    return len(words)


def told_before(text: str, words: Sequence[Word], begin: int, question: State) -> Iterator[Predicate]:
    """What is told right before the phrase that begins at word `begin`: "closed both lanes of the highway"."""
    at = begin
    while True:
        for said, tells in question.before:
            first = at - len(said)
            if first >= 0 and stand_at(words, first, said) and joined(text, words, at - 1):
                near = [n for n in (*range(max(0, first - _NEAR), first), *range(at, begin)) if _denies(words[n])]
                if near or not tells.denied:
                    yield Predicate(tells.point, min(first, *near, first), at, bool(near) and not tells.denied)
                return
        if not at or words[at - 1].folded not in _LED_BY:
            return
        at -= 1


def _denies(word: Word) -> bool:
    return word.key == "not" or word.folded in _DENYING
