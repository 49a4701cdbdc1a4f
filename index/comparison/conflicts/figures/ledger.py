"""Conflicts between aligned sentences that are worded differently: figures for the same thing.

Here place in the sentence proves nothing, so two figures are held against each other only when they count the same
thing in the same company of words, and neither is repeated anywhere in the other article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.naming import OF_TRADES, STATES, TITLES
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import Quantity, agree, counted_apart, quantities
from index.comparison.aligning.stopwords import COMMON, FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.times import other_times
from index.comparison.aligning.tokens import Word
from index.comparison.aligning.words import span_of
from index.comparison.conflicts.findings import Finding
from index.comparison.conflicts.reading.about import what_is_measured, what_stands_near
from index.comparison.conflicts.reading.saying import told_otherwise

_WINDOW = 8  # words on either side of a figure that tell what it is about
_SURE = 0.40  # the alignment score below which a figure in other words is not compared
_CLOSE = 0.50  # from here on two shared words beside two sums or shares are enough, and a figure surely differs
_SAYS_LITTLE = TITLES | OF_TRADES | STATES
_MOST = 500  # figures of one unit that are asked whether they agree with another: in a table they never end


class Figures:
    """All quantities of one article, by the order of their passages."""

    def __init__(self, told: Told) -> None:
        text = told.side.document.text
        self.of = {p.order: quantities(p.words, text) for p in told.stated}
        self._by_unit: dict[str, list[Quantity]] = {}
        for found in self.of.values():
            for quantity in found:
                self._by_unit.setdefault(quantity.unit, []).append(quantity)
        self._values = {_exact(q) for found in self.of.values() for q in found}

    def repeats(self, quantity: Quantity) -> bool:
        """Does the article give this figure, or one that agrees with it, anywhere?"""
        if _exact(quantity) in self._values:
            return True
        others = self._by_unit.get(quantity.unit, ())
        return len(others) <= _MOST and any(agree(quantity, other) for other in others)

    def in_common(self, other: Figures) -> int:
        """How many figures both articles give, to the digit."""
        return len(self._values & other._values)


@once
def figures_of(told: Told) -> Figures:
    """The quantities of an article."""
    return Figures(told)


class Counted(NamedTuple):
    """A figure of one thing, as an article tells it."""

    passage: Passage
    figure: Quantity

    @property
    def first(self) -> int:
        """The first word of the figure."""
        return self.figure.first

    @property
    def end(self) -> int:
        """The word after it."""
        return self.figure.end


def by_one_figure(mine: Sequence[Counted], theirs: Sequence[Counted]) -> bool:
    """Does either article tell one thing by figures that all go with its first?"""
    return all(agree(told[0].figure, x.figure) for told in (mine, theirs) for x in told[1:])


def _exact(quantity: Quantity) -> tuple[str, str]:
    """A figure to the digit, apart from what changing its unit does to the last ones: 30 minutes and half an hour."""
    return quantity.unit, f"{quantity.value:.9g}"


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
        words, others = pair.a.words, pair.b.words
        if agree(qa, qb) or _says_little(qa) or _says_little(qb):
            continue
        if counted_apart(words, qa, others, qb) or told_otherwise(words, qa, others, qb):
            continue
        tells = what_stands_near if qa.unit == "clock" else what_is_measured
        yield Finding(
            "date" if qa.unit == "clock" else "number",
            "conflict" if pair.score >= _CLOSE and not qa.bound and not qb.bound else "differs",
            span_of(words, qa.first, qa.end),
            span_of(others, qb.first, qb.end),
            pair.a.span,
            pair.b.span,
            tells(words, qa.first, qa.end),
            pair.score,
        )


def _says_little(figure: Quantity) -> bool:
    """ "One" of them, none: no counts that another could contradict; "one percent" and "one day" are figures."""
    return figure.unit == "count" and figure.value <= 1


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
    """The content words near a figure."""
    near = words[max(0, at - _WINDOW) : at + _WINDOW + 1]
    return {
        w.key
        for w in near
        if w.kind == "word" and w.folded not in FUNCTION and w.key not in COMMON and w.stem not in COMMON
    }
