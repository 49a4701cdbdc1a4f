"""Whether an article gives a figure anywhere, of what may be the same thing: then nothing differs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Told
from index.comparison.aligning.quantities import Quantity, agree
from index.comparison.aligning.stopwords import AUXILIARIES, FUNCTION
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.figures.ledger import figures_of
from index.comparison.conflicts.figures.tallied import Answer
from index.comparison.conflicts.figures.tally_words import PEOPLE, REACH

_MOST = 2000
_OF_THEM = frozenset({"of", "the", "his", "her", "their", "its", "those", "these", "our"})
_NO_THINGS = PEOPLE | FUNCTION | AUXILIARIES


class Given(NamedTuple):
    """A figure without its bound ("up to 20" is no 12, though it goes with it) in the words of its sentence."""

    words: Sequence[Word]
    figure: Quantity


@once
def given(told: Told) -> list[Given]:
    """The figures of an article, the first two thousand."""
    figures = figures_of(told)
    every = [Given(p.words, q._replace(bound="")) for p in told.stated for q in figures.of[p.order]]
    return every[:_MOST]


def gives(article: Sequence[Given], answer: Answer) -> bool:
    """Does an article give the figures of an answer too, of what may be the same?  Of a result it may give one.

    "At least 34" is given by 34 and not by any larger figure: an age, the inhabitants of the town.
    """
    return all(
        any(
            one.figure.unit == figure.unit
            and agree(one.figure, _unbounded(figure))
            and not (
                _counts_things(one) and _told_near(one).isdisjoint(_told_near(Given(answer.passage.words, figure)))
            )
            for one in article
        )
        for figure in answer.values
    )


def _unbounded(figure: Quantity) -> Quantity:
    return figure._replace(bound="") if figure.bound in ("above", "below") else figure


def _counts_things(of: Given) -> bool:
    """Are plainly things counted, and not those whom an event befell: "two of the shops"?"""
    words = of.words
    counted = next((w for w in words[of.figure.end :] if w.folded not in _OF_THEM), None)
    if of.figure.unit != "count" or counted is None or counted.kind != "word" or counted.capital:
        return False
    return counted.folded.endswith("s") and counted.folded not in _NO_THINGS


def _told_near(of: Given) -> set[str]:
    """The keys of what stands beside a figure, everyday words and all."""
    near = (*of.words[max(0, of.figure.first - REACH) : of.figure.first], *of.words[of.figure.end :][:REACH])
    return {w.key for w in near if w.kind == "word" and w.folded not in FUNCTION}
