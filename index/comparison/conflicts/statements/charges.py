"""Charges told as deeds: one article says that somebody is accused of a deed, the other that it was done."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.passages import EVERYDAY, Passage
from index.comparison.aligning.stems import PAST_FORMS
from index.comparison.aligning.stopwords import AUXILIARIES, FUNCTION
from index.comparison.aligning.tokens import Word
from index.comparison.aligning.words import span_of
from index.comparison.conflicts.findings import Finding

_HEDGES = frozenset({"=accuse", "charg", "indict", "alleg", "purport", "claim", "suspect", "appar", "report", "suppos"})
_HEDGING = frozenset({"allegedly", "reportedly", "purportedly", "apparently", "supposedly"})
_SAYING = frozenset({"=say", "=ask", "=answer", "=think", "write"})  # no deeds that one could be charged with
_UNCHANGED = frozenset({"hit"})  # in the past as in the present
_ACCUSED = 8  # words from that of accusing to the one before the deed
_SHARED = 3  # words, everyday ones left out, from which both sentences are about one deed


def charges(pair: Pair) -> Iterator[Finding]:
    """One article reports an accusation where the other states the deed: accused of breaching, violated."""
    for turned, one, other in ((False, pair.a, pair.b), (True, pair.b, pair.a)):
        charged = list(_charged(one))
        if not charged or any(w.key in _HEDGES or w.folded in _HEDGING for w in other.words):
            continue
        if _in_common(one, other) < _SHARED:
            continue
        deeds = {w.key: at for at, w in enumerate(other.words) if _is_deed(w) and _is_past(w)}
        for first, last in charged:
            at = deeds.get(one.words[last].key)
            if at is None:
                continue
            charge, deed = span_of(one.words, first, last + 1), span_of(other.words, at, at + 1)
            a, b = (deed, charge) if turned else (charge, deed)
            about = f"“{other.words[at].text}”, a charge in one and a plain statement in the other"
            yield Finding("attribution", "conflict", a, b, pair.a.span, pair.b.span, about, pair.score)


def _is_deed(word: Word) -> bool:
    return (
        word.kind == "word"
        and not word.capital
        and word.key not in _SAYING
        and word.folded not in FUNCTION
        and word.folded not in AUXILIARIES
    )


def _is_past(word: Word) -> bool:
    return word.folded.endswith("ed") or word.folded in PAST_FORMS or word.folded in _UNCHANGED


def _charged(passage: Passage) -> Iterator[tuple[int, int]]:
    """From the word of accusing to the deed: "accused … of breaching", "allegedly attacked"."""
    words = passage.words
    for at, (word, following) in enumerate(pairwise(words)):
        if word.key == "=accuse":
            for last, (joining, deed) in enumerate(pairwise(words[at : at + _ACCUSED]), at + 1):
                if joining.folded in ("of", "for") and deed.folded.endswith("ing"):
                    yield at, last
                    break
        elif word.folded in _HEDGING and _is_deed(following):
            yield at, at + 1


def _in_common(a: Passage, b: Passage) -> int:
    """How many words both sentences share, everyday ones left out."""
    return sum(a.weights[key] > EVERYDAY for key in a.weights.keys() & b.weights.keys())
