"""Which words of a sentence a denial reaches: the verb after "not", the things after "no", what none of them did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import AUXILIARIES, FUNCTION
from index.comparison.aligning.tokens import Word

_REACH = 4  # words from a denial to the verb that it denies
FAR_REACH = 6
"""Words from "none of …", "no one who …" to what they deny."""
_SHADOW = 10  # words after a denial that it may deny too
_NOUNS = 3  # words of a thing that "no" denies
_NO = frozenset({"no", "without", "nor", "neither"})
_NONE = frozenset({"none", "nobody", "nothing"})
_REFUSING = frozenset(
    word_list("refuse refused refuses refusing decline declined declines unable fail failed fails failing")
)
_UNWILLING = frozenset({"refusal", "failure", "reluctance", "unwillingness"})
"""Nouns before "to": whose refusal it is stands anywhere, so that what follows is neither stated nor denied."""
_HOLLOW = frozenset(
    word_list("evidence sign signs plan plans intention indication indications need reason proof trace")
)
"""Nouns after "no" that hand the denial on: "no evidence of arson", "no plans to sue"."""
STEPPED_OVER = frozenset(word_list("to be been being have had ever yet even further longer"))
_UNTIL = frozenset({"until", "unless"})  # "not until" denies something else


_MAY_DENY = _NO | _NONE | _REFUSING | _UNWILLING | {"never"}


class Denied(NamedTuple):
    """The places of the words of a sentence that deny, of those that are denied, and of those that may be, since they
    stand beside.
    """

    by: Sequence[int]
    words: frozenset[int]
    beside: frozenset[int]


_NOTHING = Denied((), frozenset(), frozenset())


@once
def denied_in(told: Told) -> Mapping[int, Denied]:
    """What each sentence of an article denies, by its order."""
    text = told.side.document.text
    return {p.order: _denied(p.words, text) if _may_deny(p) else _NOTHING for p in told.stated}


def _may_deny(passage: Passage) -> bool:
    return "not" in passage.stems or not _MAY_DENY.isdisjoint(passage.forms)


def _denied(words: Sequence[Word], text: str) -> Denied:
    return Denied([n for n in range(len(words)) if denies(words, n)], *denied_words(words, text))


def denies(words: Sequence[Word], at: int) -> bool:
    """Does word `at` deny what follows it?"""
    word = words[at]
    return (
        word.key == "not"
        or word.folded == "never"
        or word.folded in _NO
        or word.folded in _NONE
        or (word.folded in _REFUSING and at + 1 < len(words) and words[at + 1].folded == "to")
    )


def denied_words(words: Sequence[Word], text: str) -> tuple[frozenset[int], frozenset[int]]:
    """The places of the words that are denied, and of those that may be, since they stand beside.

    Denied are the verb after "not", the things after "no", what none of them did.
    """
    denied: set[int] = set()
    shadowed: set[int] = set()
    for at, word in enumerate(words):
        following = words[at + 1].folded if at + 1 < len(words) else ""
        if word.folded in _UNWILLING and following == "to":
            shadowed |= set(_clause(words, text, at + 1))
        if not denies(words, at) or following in ("only", "just", "necessarily", "because"):
            continue
        shadowed |= set(_clause(words, text, at + 1))
        if any(words[n].folded in _UNTIL for n in _clause(words, text, at + 1)):
            continue
        if word.folded in _NONE:
            denied |= set(_verbs(words, text, at + 1, FAR_REACH, 2, FUNCTION))
        elif word.folded == "no" and following == "one":
            denied |= set(_verbs(words, text, at + 2, _REACH, 1, FUNCTION))
        elif word.folded in _NO:
            end = _things(words, text, at + 1)
            denied |= {end - 1} if end > at + 1 and not _governed(words[at + 1 : end]) else set()
            if word.folded == "no":
                denied |= set(_handed_on(words, text, at + 1, end))
        else:
            denied |= set(_verbs(words, text, at + 1, _REACH, 1, AUXILIARIES | STEPPED_OVER))
            if at and words[at - 1].folded in AUXILIARIES:
                shadowed |= set(range(max(0, at - _REACH), at))  # "if progress is not made"
    return frozenset(denied), frozenset(shadowed)


def _governed(things: Sequence[Word]) -> bool:
    """Is the last of the words after "no" only what a verb among them is about: "no law requiring candidates"?"""
    return any(w.folded.endswith("ing") for w in things[1:-1])


def _handed_on(words: Sequence[Word], text: str, start: int, end: int) -> Iterator[int]:
    """What "no" and the thing up to `end` deny beside it: what it did, and of hollow things what they are of."""
    hollow = any(w.folded in _HOLLOW for w in words[start:end])
    following = words[end].folded if end < len(words) else ""
    if not (hollow and following == "of"):
        if hollow or following in AUXILIARIES:
            yield from _verbs(words, text, end, _REACH, 1, FUNCTION)
        return
    first = next((n for n in _clause(words, text, end + 1) if words[n].folded not in FUNCTION), len(words))
    last = _things(words, text, first)
    if first < last and not _governed(words[first:last]) and not _done_to(words, last):
        yield last - 1


def _done_to(words: Sequence[Word], at: int) -> bool:
    """Does what became of the things follow them: "no evidence of ballots being burnt"?"""
    return at < len(words) and words[at].folded in ("being", "having")


def _clause(words: Sequence[Word], text: str, start: int) -> Iterator[int]:
    """The words from `start`, after another, to the next mark."""
    for at in range(start, min(len(words), start + _SHADOW)):
        if text[words[at - 1].end : words[at].start].strip(" -’'“”\"s"):
            return
        yield at


def _verbs(words: Sequence[Word], text: str, start: int, reach: int, most: int, over: frozenset[str]) -> Iterator[int]:
    """The first words from `start` that tell something, no mark and no words but adverbs and those of `over` before."""
    for at in _clause(words, text, start):
        word = words[at]
        if at >= start + reach or word.kind != "word":
            return
        if word.folded in over or word.folded.endswith("ly"):
            continue
        if word.folded in FUNCTION:
            return
        yield at
        most -= 1
        if not most:
            return


def _things(words: Sequence[Word], text: str, start: int) -> int:
    """Where the noun after "no" or "without" ends."""
    end = start
    for at in _clause(words, text, start):
        if at - start >= _NOUNS:
            break
        if words[at].folded in FUNCTION and not (
            at == start and words[at].folded in ("a", "an", "the", "any", "other", "such")
        ):
            break
        end = at + 1
    return end
