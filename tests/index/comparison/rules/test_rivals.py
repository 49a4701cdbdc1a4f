"""Which two tellings of one event are held against each other, and what is told near both."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from index.comparison.aligning.passages import told
from index.comparison.conflicts.findings import Wording
from index.comparison.conflicts.reading.rivals import each_tells_one, rivals, shared_near
from tests.index.comparison.articles import make_sides

FIRES = "A barn burned in Dorn at noon. The barn of Vera Lund burned in Esker."


def tellings(text: str) -> list[Wording]:
    """Each sentence's word "in" with the name after it."""
    found = []
    for passage in told(make_sides(text)[0]).passages:
        at = next(n for n, word in enumerate(passage.words) if word.folded == "in")
        found.append(Wording(passage, at, at + 2))
    return found


@pytest.mark.parametrize(
    ("most", "other_event", "exclude", "number"),
    [(2, False, True, 1), (1, False, True, 0), (2, True, True, 0), (2, False, False, 0)],
)
def test_the_two_most_alike_of_one_event(most: int, other_event: bool, exclude: bool, number: int) -> None:
    one, other = tellings(FIRES), tellings("Vera Lund's barn burned in Tarn.")
    event = ("flood",) if other_event else ("fire",)
    for a, b, turned in ((one, other, False), (other, one, True)):
        found = list(rivals({("fire",): a}, {event: b}, most, lambda *_: exclude))
        assert len(found) == number
        for _, *pair in found:
            assert pair[not turned].passage is other[0].passage
            assert pair[turned].passage is one[1].passage


@pytest.mark.parametrize("settles", [True, False])
def test_all_that_is_told_of_an_event_settles_it(settles: bool) -> None:
    def settled(mine: Sequence[Wording], theirs: Sequence[Wording]) -> bool:
        return (len(mine) > len(theirs)) is settles

    one, other = {("fire",): tellings(FIRES)}, {("fire",): tellings("A barn burned in Tarn at dusk.")}
    assert [event for event, _, _ in rivals(one, other, 2, lambda *_: True, settled)] == [("fire",)] * settles


@pytest.mark.parametrize(
    ("mine", "theirs", "each"),
    [({1}, {2}, True), ({1}, {1}, False), ({1, 2}, {3}, False), ({3}, {1, 2}, False), (set(), {1}, False)],
)
def test_each_tells_one_value_and_not_the_others(mine: set[object], theirs: set[object], each: bool) -> None:
    assert each_tells_one(mine, theirs) is each


def test_every_event_has_its_rivals() -> None:
    one, other = tellings(FIRES), tellings("A barn burned in Tarn at dusk.")
    events = {("fire",): one, ("flood",): one}
    assert len(list(rivals(events, {("fire",): other, ("flood",): other}, 2, lambda *_: True))) == 2
    assert (
        len(list(rivals(events, {("fire",): other, ("flood",): other}, 2, lambda event, *_: event == ("flood",)))) == 1
    )


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("barn in Tarn", True),
        ("in Tarn the barn", True),
        # Ten words before and after the place and its preposition are near.
        ("barn one two three four five six seven eight nine in Tarn", True),
        ("barn one two three four five six seven eight nine ten in Tarn", False),
        ("in Tarn one two three four five six seven eight nine barn", True),
        ("in Tarn one two three four five six seven eight nine ten barn", False),
    ],
)
def test_what_is_told_near_both(text: str, near: bool) -> None:
    (one,), (other,) = tellings(f"{text}.".capitalize()), tellings("The barn in Dorn burned.")
    assert shared_near(one, other) == shared_near(other, one) == ({"barn"} if near else set())


def test_small_words_and_figures_are_nothing_told() -> None:
    (one,), (other,) = tellings("The 40 of them in Dorn."), tellings("The 40 of us in Tarn.")
    assert shared_near(one, other) == set()
