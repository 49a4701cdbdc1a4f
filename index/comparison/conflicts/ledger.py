"""Conflicts between aligned sentences that are worded differently: figures for the same thing, charges told as deeds.

Here place in the sentence proves nothing, so two figures are held against each other only when they count the same
thing in the same company of words, and neither is repeated anywhere in the other article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.naming import OF_TRADES, STATES, TITLES
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import Quantity, agree, counted_apart, quantities
from index.comparison.aligning.stopwords import AUXILIARIES, COMMON, FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.times import other_times
from index.comparison.aligning.tokens import Word
from index.comparison.aligning.words import span_of
from index.comparison.conflicts.about import about_time, what_is_measured
from index.comparison.conflicts.findings import Finding
from index.comparison.conflicts.saying import told_otherwise

_WINDOW = 8  # words on either side of a figure that tell what it is about
_SURE = 0.40  # the alignment score below which a figure in other words is not compared
_CLOSE = 0.50  # from here on two shared words beside two sums or shares are enough, and a figure surely differs
_SAYS_LITTLE = TITLES | OF_TRADES | STATES
_HEDGES = frozenset({"=accuse", "alleg", "purport", "claim", "suspect", "appar", "report", "suppos"})
_HEDGING = frozenset({"allegedly", "reportedly", "purportedly", "apparently", "supposedly"})

_SAYING = frozenset({"=say", "=ask", "=answer", "=think"})  # no deeds that one could be charged with
_PAST = ("ed", "broke", "struck", "hit", "shot", "stole", "lied")  # endings of a deed that is plainly told


class Figures:
    """All quantities of one article, by the order of their passages."""

    def __init__(self, told: Told) -> None:
        text = told.side.document.text
        self.of = {p.order: quantities(p.words, text) for p in told.stated}
        self._by_unit: dict[str, list[Quantity]] = {}
        for found in self.of.values():
            for quantity in found:
                self._by_unit.setdefault(quantity.unit, []).append(quantity)
        self._values = {(q.unit, round(q.value, 4)) for found in self.of.values() for q in found}

    def repeats(self, quantity: Quantity) -> bool:
        """Does the article give this figure, or one that agrees with it, anywhere?"""
        if (quantity.unit, round(quantity.value, 4)) in self._values:
            return True
        others = self._by_unit.get(quantity.unit, ())
        return len(others) <= 500 and any(agree(quantity, other) for other in others)

    def in_common(self, other: Figures) -> int:
        """How many figures both articles give, to the digit."""
        return len(self._values & other._values)


def reworded_figures(pair: Pair, figures_a: Figures, figures_b: Figures) -> Iterator[Finding]:
    """Different figures for the same thing in a pair told in other words."""
    if pair.score < _SURE or strangers(pair.a, pair.b) or other_times(pair.a, pair.b):
        return
    of_titles = min(pair.a.order, pair.b.order) < 0
    for qa in figures_a.of[pair.a.order]:
        if of_titles and qa.unit != "count":
            continue  # a title is too short to say which sum or share it means
        if qa.unit in ("money", "percent") and any(
            sum(q.unit == qa.unit for q in figures) > 1
            for figures in (figures_a.of[pair.a.order], figures_b.of[pair.b.order])
        ):
            continue  # which of several sums answers which is anybody's guess
        rivals = [q for q in figures_b.of[pair.b.order] if q.unit == qa.unit and _same_thing(pair, qa, q)]
        if len(rivals) != 1 or figures_b.repeats(qa) or figures_a.repeats(rivals[0]):
            continue
        qb = rivals[0]
        if agree(qa, qb) or min(qa.value, qb.value) <= 1 or counted_apart(pair.a.words, qa, pair.b.words, qb):
            continue
        if told_otherwise(pair.a.words, qa, pair.b.words, qb):
            continue
        words = pair.a.words
        tells = about_time if qa.unit == "clock" else what_is_measured
        yield Finding(
            "date" if qa.unit == "clock" else "number",
            "conflict" if pair.score >= _CLOSE and not qa.bound and not qb.bound else "differs",
            span_of(pair.a.words, qa.first, qa.end),
            span_of(pair.b.words, qb.first, qb.end),
            pair.a.span,
            pair.b.span,
            tells(words, qa.first, qa.end),
            pair.score,
        )


def strangers(a: Passage, b: Passage) -> bool:
    """Do both sentences name someone or something, and nothing in common?  Then they hardly tell one fact."""
    named_a, named_b = (_named(p.words) for p in (a, b))
    return bool(named_a and named_b) and not named_a & named_b


def _named(words: Sequence[Word]) -> set[str]:
    return {
        w.key
        for w in words[1:]
        if w.capital
        and w.kind == "word"
        and w.folded not in FUNCTION
        and w.key not in LANDS
        and w.folded not in _SAYS_LITTLE
    }


def _same_thing(pair: Pair, a: Quantity, b: Quantity) -> bool:
    """Do both figures count or measure one thing, in the same company of words?"""
    heads = set(a.head) & set(b.head)
    around = company(pair.a.words, a.at) & company(pair.b.words, b.at)
    if a.unit == "count":
        return bool(heads) and a.head[:1] == b.head[:1] and bool(around - heads)
    if a.unit == "days":
        return bool(heads and around)
    return len(around | heads) >= (2 if pair.score >= _CLOSE else 3)


def company(words: Sequence[Word], at: int) -> set[str]:
    """The content words near a figure, units left out."""
    near = [*words[max(0, at - _WINDOW) : at], *words[at + 1 : at + 1 + _WINDOW]]
    return {
        w.key
        for w in near
        if w.kind == "word" and w.folded not in FUNCTION and w.key not in COMMON and w.stem not in COMMON
    }


def charges(pair: Pair) -> Iterator[Finding]:
    """One article reports an accusation where the other states the deed: accused of breaching, violated."""
    for turned, one, other in ((False, pair.a, pair.b), (True, pair.b, pair.a)):
        if any(w.key in _HEDGES or w.folded in _HEDGING for w in other.words):
            continue
        deeds = {w.key: at for at, w in enumerate(other.words) if _is_deed(w) and w.folded.endswith(_PAST)}
        for first, last in _charged(one):
            at = deeds.get(one.words[last].key)
            if at is None or len(_shared_content(one, other)) < 3:
                continue
            charge, deed = span_of(one.words, first, last + 1), span_of(other.words, at, at + 1)
            a, b = (deed, charge) if turned else (charge, deed)
            about = f"“{other.words[at].text}”, a charge in one and a plain statement in the other"
            yield Finding("attribution", "conflict", a, b, pair.a.span, pair.b.span, about, pair.score)


def _is_deed(word: Word) -> bool:
    told = word.kind == "word" and not word.capital and word.key not in _SAYING
    return told and word.folded not in FUNCTION and word.folded not in AUXILIARIES


def _charged(passage: Passage) -> Iterator[tuple[int, int]]:
    """From the word of accusing to the deed: "accused … of breaching", "allegedly attacked"."""
    words = passage.words
    for at, word in enumerate(words):
        if word.key == "=accuse":
            for step in range(at + 1, min(at + 7, len(words) - 1)):
                if words[step].folded in ("of", "for") and words[step + 1].folded.endswith("ing"):
                    yield at, step + 1
                    break
        elif word.folded in _HEDGING and at + 1 < len(words) and _is_deed(words[at + 1]):
            yield at, at + 1


def _shared_content(a: Passage, b: Passage) -> set[str]:
    return {key for key in a.weights.keys() & b.weights.keys() if a.weights[key] > 400}
