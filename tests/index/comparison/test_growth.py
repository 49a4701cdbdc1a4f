"""Rules that hold all sentences of two articles against each other take twice the steps for twice the sentences."""

from __future__ import annotations

from collections.abc import Callable

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.naming import Naming
from index.comparison.aligning.passages import told
from index.comparison.conflicts.figures.counts import other_counts
from index.comparison.conflicts.figures.elsewhere import told_elsewhere
from index.comparison.conflicts.figures.ledger import figures_of
from index.comparison.conflicts.reading.quoted import is_quoted
from index.comparison.conflicts.word_for_word.rearranged import rearranged_conflicts
from tests.bounds import calls
from tests.index.comparison.articles import make_sides

_FEW = 100
_MORE = 400
_STEEP = 7
"""Four times the text takes a linear rule four times as many steps, and a quadratic one up to sixteen times."""


def _name(number: int) -> str:
    return "".join("bcdfghklmn"[int(digit)] + "aeiou"[int(digit) % 5] for digit in f"{number:03}").title()


def _councils(side: int, count: int) -> str:
    """Sentences that each give a year, none of which the other article gives."""
    return "\n\n".join(
        f"The council of {_name(n)} in {_name(n + 500)} closed its market in {1500 + 2 * (n % 250) + side}."
        for n in range(count)
    )


def _grows(work: Callable[[int], Callable[[], object]]) -> float:
    work(5)()  # tables are read once
    return calls(work(_MORE)) / calls(work(_FEW))


def test_years_of_other_things() -> None:
    def work(count: int) -> Callable[[], object]:
        a, b = (told(side) for side in make_sides(*(_councils(side, count) for side in (0, 1))))
        return lambda: list(told_elsewhere(a, b, figures_of(a), figures_of(b)))

    assert _grows(work) < _STEEP


def test_years_of_aligned_sentences() -> None:
    def work(count: int) -> Callable[[], object]:
        a, b = (told(side) for side in make_sides(*(_councils(side, count) for side in (0, 1))))
        pairs = [Pair(x, y, 0.8) for x, y in zip(a.passages, b.passages, strict=True)]
        return lambda: list(other_counts(a, b, pairs, figures_of(a), figures_of(b)))

    assert _grows(work) < _STEEP


def test_what_differs_in_one_long_sentence() -> None:
    def work(count: int) -> Callable[[], object]:
        words = ", ".join(f"{_name(n)} and {_name(n + 500)} and the mills" for n in range(count))
        texts = (
            f"The storm hit {words} and {', '.join(str(n + x) for n in range(count))} homes." for x in (1000, 3000)
        )
        a, b = (told(side) for side in make_sides(*texts))
        pair = Pair(a.passages[0], b.passages[0], 0.8)
        return lambda: list(rearranged_conflicts(pair, Naming(a), Naming(b)))

    assert _grows(work) < _STEEP


def test_a_word_is_quoted_between_the_marks_alone() -> None:
    text = "“We saw the ship of the line leave,” she said. They left. “It rained,” he said."
    (side,) = make_sides(text)
    article = told(side)
    inside = {at for at in range(len(text)) if is_quoted(article, at)}
    assert inside == {at for part in article.quotations for at in range(*part.span)}
    assert text.index("leave") in inside
    assert text.index("They") not in inside
