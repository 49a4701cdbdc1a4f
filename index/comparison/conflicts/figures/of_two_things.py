"""Figures that are rather of two things: many times apart, or one of what rose and one of what fell."""

from __future__ import annotations

from collections.abc import Sequence

from index.comparison.aligning.alignment import SAME
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import Quantity, of_other_size
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.figures.ledger import Figures
from index.comparison.conflicts.findings import Finding
from index.documents.model import Span

_WAYS = {
    "up": frozenset(word_list("up rose rise rises risen rising climbed climbs gained gains grew grown increased")),
    "down": frozenset(
        word_list("down fell fall falls fallen falling dropped drops lost eased declined decreased slid shrank")
    ),
}
_VERB = 4  # words from "rose" to how far or to where


def of_two_things(a: Told, figures_a: Figures, b: Told, figures_b: Figures, finding: Finding) -> bool:
    """Do the two figures of a finding tell of things of two sizes, or of a rise and a fall, in two wordings?"""
    if finding.sure >= SAME:
        return False
    told_a = _figure(a, figures_a, finding.a_sentence, finding.a)
    told_b = _figure(b, figures_b, finding.b_sentence, finding.b)
    if told_a is None or told_b is None:
        return False
    (passage, figure), (other, rival) = told_a, told_b
    return of_other_size(figure, rival) or {_way(passage.words, figure), _way(other.words, rival)} == {*_WAYS}


def _figure(told: Told, figures: Figures, sentence: Span, words: Span) -> tuple[Passage, Quantity] | None:
    """The figure that stands in some words of a sentence."""
    passage = next((p for p in told.stated if p.span == sentence), None)
    if passage is None:
        return None
    found = (q for q in figures.of[passage.order] if words.start <= passage.words[q.at].start < words.end)
    figure = next(found, None)
    return None if figure is None else (passage, figure)


def _way(words: Sequence[Word], figure: Quantity) -> str:
    """Whether a figure tells how far something rose or fell, or to where; "" where it does not."""
    near = words[max(0, figure.first - _VERB) : figure.first]
    if [w.folded for w in near[-2:]] == ["up", "to"]:
        return ""  # a bound
    return next((way for w in reversed(near) for way, told in _WAYS.items() if w.folded in told), "")
