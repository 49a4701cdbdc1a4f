"""Figures in one place of two nearly equal sentences that do not go together."""

from __future__ import annotations

from collections.abc import Sequence

from index.comparison.aligning.quantities import Quantity, agree, counted_apart, of_other_things
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.tokens import Word
from index.comparison.aligning.words import Run, WordAlignment, span_of
from index.comparison.conflicts.findings import Finding
from index.comparison.conflicts.reading.about import what_counts, what_stands_near
from index.comparison.conflicts.reading.in_place import COPY, OTHER_NAME, Sides
from index.comparison.conflicts.reading.saying import of_two_sources, told_otherwise
from index.comparison.model import Strength
from index.documents.model import Span

_SHORT_OF = frozenset({"nearly", "almost"})


def other_figures(sides: Sides, run: Run) -> list[Finding]:
    """Different values where the same thing is counted."""
    if sides.share < OTHER_NAME and _other_name(sides, run):
        return []
    in_a = [q for q in sides.figures_a if run.a0 <= q.at < run.a1]
    in_b = [q for q in sides.figures_b if run.b0 <= q.at < run.b1]
    found = []
    if len(in_a) == len(in_b):
        for qa, qb in zip(in_a, in_b, strict=True):
            if qa.unit != qb.unit or agree(qa, qb) or of_other_things(qa, qb):
                continue
            innocent = told_otherwise if sides.share < COPY else of_two_sources
            if not counted_apart(sides.a, qa, sides.b, qb) and not innocent(sides.a, qa, sides.b, qb):
                a, b = _printed(sides.a, qa), _printed(sides.b, qb)
                if qa.unit == "clock":
                    found.append(sides.finding("date", "conflict", a, b, what_stands_near(sides.a, qa.first, qa.end)))
                else:
                    found.append(sides.finding("number", "conflict", a, b, what_counts(sides.a, qa.at)))
    ordinals_a, ordinals_b = _ordinals(sides.a, run.a0, run.a1), _ordinals(sides.b, run.b0, run.b1)
    if len(ordinals_a) == len(ordinals_b) == 1:
        i, j = ordinals_a[0], ordinals_b[0]
        found.append(
            sides.finding(
                "number", "conflict", span_of(sides.a, i, i + 1), span_of(sides.b, j, j + 1), what_counts(sides.a, i)
            )
        )
    elif {len(ordinals_a), len(ordinals_b)} == {0, 1} and sides.share >= COPY:
        found += _other_rank(sides, run, ordinals_a, ordinals_b)
    return found


def _other_rank(sides: Sides, run: Run, ordinals_a: list[int], ordinals_b: list[int]) -> list[Finding]:
    """ "The largest" against "the second-largest"."""
    if (run.a1 - run.a0, run.b1 - run.b0) not in ((0, 1), (1, 0)) or run.a1 >= len(sides.a):
        return []
    if not sides.a[run.a1].folded.endswith("est") or sides.a[run.a1].folded in FUNCTION:
        return []
    a = span_of(sides.a, (ordinals_a or [run.a1])[0], run.a1 + 1)
    b = span_of(sides.b, (ordinals_b or [run.b1])[0], run.b1 + 1)
    return [sides.finding("number", "conflict", a, b, what_counts(sides.a, run.a1))]


def _other_name(sides: Sides, run: Run) -> bool:
    """Is someone else named in the same place?  Then the figures are his."""
    named_a, named_b = (
        {w.key for w in part if w.capital and w.kind == "word" and w.folded not in FUNCTION}
        for part in (sides.a[run.a0 : run.a1], sides.b[run.b0 : run.b1])
    )
    return bool(named_a and named_b) and not named_a & named_b


def _ordinals(words: Sequence[Word], first: int, end: int) -> list[int]:
    """The ordinals among words first to end; "second" is one here, where no number before makes it a unit of time."""
    return [
        i
        for i in range(first, end)
        if words[i].kind == "ordinal" or (words[i].folded == "second" and not (i and words[i - 1].kind == "number"))
    ]


def other_bounds(sides: Sides, aligned: WordAlignment) -> list[Finding]:
    """One number in both, in two currencies or with opposite bounds: $40 and €40, more than 40 and fewer than 40."""
    partners = dict(aligned.matched)
    by_place = {q.at: q for q in sides.figures_b}
    found = []
    for qa in sides.figures_a:
        qb = by_place.get(partners.get(qa.at, -1))
        if qb is None:
            continue
        opposite = {_side(sides.a, qa), _side(sides.b, qb)} == {"above", "below"}
        other_money = qa.unit == qb.unit == "money" and qa.currency != qb.currency
        if opposite or (other_money and sides.share >= COPY):
            a, b = (
                span_of(words, bound_from(words, q.first) if opposite else q.first, q.at + 1)
                for words, q in ((sides.a, qa), (sides.b, qb))
            )
            strength: Strength = "conflict" if sides.share >= COPY else "differs"
            found.append(sides.finding("number", strength, a, b, what_counts(sides.a, qa.at)))
    return found


def _side(words: Sequence[Word], quantity: Quantity) -> str:
    """On which side of the number the count lies: "nearly 40" and "fewer than 40" below, "more than 40" above."""
    short = quantity.bound == "about" and words[quantity.first - 1].folded in _SHORT_OF
    return "below" if short else quantity.bound


def bound_from(words: Sequence[Word], first: int) -> int:
    """The first word of what bounds the figure that begins at word `first`: "more than", "at least", "over"."""
    two = first > 1 and words[first - 1].folded in ("than", "least", "to")
    return max(0, first - 1 - two)


def _printed(words: Sequence[Word], quantity: Quantity) -> Span:
    """The words of the value: "$40", "12" of "12 percent", all of "two-thirds"."""
    part = quantity.unit == "clock" or (quantity.unit == "percent" and words[quantity.end - 1].key != "percent")
    return span_of(
        words,
        quantity.first if quantity.unit == "money" else quantity.at,
        quantity.end if part else quantity.at + 1,
    )
