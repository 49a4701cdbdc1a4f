"""The figures that one article gives for what an event has once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from index.comparison.conflicts.figures.tallied import Answer, tallied
from index.comparison.conflicts.reading.subjects import Subjects
from tests.index.comparison.rules.texts import one_told


def answers(text: str) -> dict[str, Mapping[str, Sequence[Answer]]]:
    """By the question and by whom they count."""
    told = one_told(text)
    return {tally.about: of for tally, of in tallied(told, Subjects(told, {})).items()}


def told_of(text: str) -> dict[str, dict[str, list[float]]]:
    """The values of these answers."""
    return {
        about: {whom: [x.values[0].value for x in found] for whom, found in of.items()}
        for about, of in answers(text).items()
    }


def test_a_report_tells_several_things_of_an_event() -> None:
    text = "The flood killed 9 people and 4 nurses. It left damage of $3 million; 30 people were injured."
    assert told_of(text) == {
        "how many died": {"": [9]},
        "how great the damage is": {"": [3e6]},
        "how many were hurt": {"": [30]},
    }


@pytest.mark.parametrize(("number", "known"), [(40, True), (41, False)])
def test_a_list_of_tolls_is_no_report_of_one(number: int, known: bool) -> None:
    assert told_of("Then 9 died. " * number).get("how many died", {}) == ({"": [9] * number} if known else {})


@pytest.mark.parametrize(("number", "known"), [(7, True), (8, False)])
def test_a_sentence_of_many_figures_is_a_table(number: int, known: bool) -> None:
    assert bool(told_of("Then 9 died" + ", 2 slept" * number + ".")) == known


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("They won 4-1.", "They won 4-1.", True),
        ("They won 4-1.", "They lost 1-4.", True),
        ("They won 4-1.", "They won 4-2.", False),
        ("They won 4-1.", "They won 3-1.", False),
        ("Then 16 died.", "Then 16 died.", True),
        ("Then 16 died.", "Then 12 died.", False),
        ("Then nearly 16 died.", "Then 12 died.", False),
        # Days that are roughly told may be a quarter fewer.
        ("A strike of nearly 16 days.", "A 12-day strike.", True),
        ("A 12-day strike.", "A strike of nearly 16 days.", True),
        ("A strike of nearly 16 days.", "An 11-day strike.", False),
        ("A strike of 16 days.", "A 12-day strike.", False),
        # The most that it may be is no bound, where that is what is asked.
        ("She faces up to 20 years in prison.", "She faces up to 19 years in prison.", False),
    ],
)
def test_two_answers_may_both_be_right(one: str, other: str, agree: bool) -> None:
    (mine,), (theirs,) = answers(one).values(), answers(other).values()
    assert mine[""][0].agrees(theirs[""][0]) == theirs[""][0].agrees(mine[""][0]) == agree


def test_tolls_that_differ_are_none() -> None:
    assert told_of("The flood killed 9 people. Mud killed 12 people.") == {"how many died": {}}
    assert told_of("The flood killed 9 people. Mud killed 9 people.") == {"how many died": {"": [9, 9]}}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The flood killed 9 people. The flood of 1978 killed 12 people.", [9]),
        ("The flood of 1978 killed 12 people. The flood killed 9 people.", [9]),
        ("The flood of 1978 killed 12 people.", [12]),
        ("The flood of 1978 killed 12 people. In 1978 it killed 12 people.", [12, 12]),
    ],
)
def test_what_is_told_of_another_year_is_put_last(text: str, values: list[float]) -> None:
    assert told_of(text)["how many died"] == {"": values}
