"""Figures many times apart, and those of a rise and of a fall, are rather of two things."""

from __future__ import annotations

import pytest

from index.comparison.aligning.passages import Told
from index.comparison.conflicts.figures.ledger import figures_of
from index.comparison.conflicts.figures.of_two_things import of_two_things
from index.comparison.conflicts.findings import Finding
from index.documents.model import Span
from tests.index.comparison.rules.texts import both_told
from tests.index.comparison.test_occasions import reported


def finding(a: Told, b: Told, of_a: str, of_b: str, sure: float = 0.5) -> Finding:
    """That the first sentences of both differ in these words."""
    spans = []
    for told, words in ((a, of_a), (b, of_b)):
        start = told.side.document.text.index(words)
        spans.append((Span(start, start + len(words)), told.passages[0].span))
    (in_a, of_sentence), (in_b, of_other) = spans
    return Finding("number", "differs", in_a, in_b, of_sentence, of_other, "the catch", sure)


def of_two(a: str, b: str, of_a: str, of_b: str, sure: float = 0.5) -> bool:
    left, right = both_told(a, b)
    return of_two_things(left, figures_of(left), right, figures_of(right), finding(left, right, of_a, of_b, sure))


@pytest.mark.parametrize(
    ("a", "b", "two"),
    [
        ("$5 million", "$16 million", True),
        ("$5 million", "$14 million", False),
        ("$5 million", "$50 million", False),
        ("1.4 percent", "14 percent", False),
        ("4 percent", "13 percent", True),
        ("40 tonnes", "130 tonnes", True),
        ("40 boats", "130 boats", False),
        ("4,000 boats", "13,000 boats", True),
    ],
)
def test_sums_shares_and_measures_many_times_apart_are_of_two_things(a: str, b: str, two: bool) -> None:
    text = "The yard of Kelsa gave {} away in the spring."
    assert of_two(text.format(a), text.format(b), a, b) is two


@pytest.mark.parametrize(
    ("a", "b", "two"),
    [
        ("The catch of Kelsa rose by 31 crates.", "The catch of Kelsa fell by 46 crates.", True),
        ("The catch of Kelsa rose by 31 crates.", "The catch of Kelsa grew by 46 crates.", False),
        ("The catch of Kelsa is up to 31 crates.", "The catch of Kelsa fell to 46 crates.", False),
        ("The catch of Kelsa was 31 crates.", "The catch of Kelsa fell to 46 crates.", False),
    ],
)
def test_what_rose_is_not_what_fell(a: str, b: str, two: bool) -> None:
    assert of_two(a, b, "31", "46") is two


def test_in_the_same_words_any_two_figures_are_of_one_thing() -> None:
    a, b = "The catch of Kelsa rose to 9 percent.", "The catch of Kelsa fell to 41 percent."
    assert of_two(a, b, "9", "41", 0.6)
    assert not of_two(a, b, "9", "41", 0.65)


def test_what_holds_no_figure_is_left() -> None:
    assert not of_two("The catch of Kelsa rose.", "The catch of Kelsa fell by 46 crates.", "catch", "46")


def test_it_is_asked_of_two_articles() -> None:
    a = "Ferries\n\nBefore the winter gales {} of the planks of the northern pier of Kelsa were rotten.\n"
    b = "Ferries\n\nA diver who looked under the pier of Kelsa found that {} of its planks were rotten, and shut it.\n"
    assert reported(a.format("4 percent"), b.format("9 percent"))
    assert not reported(a.format("4 percent"), b.format("19 percent"))
