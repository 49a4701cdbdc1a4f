"""Numbers in sentences agree with their nouns, and no share is rounded to all or nothing."""

from __future__ import annotations

import pytest

from index.wording import counted, percent


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "no facts"), (1, "1 fact"), (2, "2 facts"), (1_200, "1,200 facts"), (12_449, "12,449 facts")],
)
def test_a_noun_stands_in_the_number_it_is_counted_in(number: int, said: str) -> None:
    assert counted(number, "fact") == said


@pytest.mark.parametrize(
    ("share", "said"),
    [(0, "0%"), (0.001, "less than 1%"), (0.006, "1%"), (0.144, "14%"), (0.994, "99%"), (0.999, "99%"), (1, "100%")],
)
def test_all_and_nothing_are_told_of_nothing_else(share: float, said: str) -> None:
    assert percent(share) == said


def test_a_noun_that_ends_in_a_hiss_takes_a_syllable_more() -> None:
    assert [counted(number, "match") for number in (1, 2, 22_996)] == ["1 match", "2 matches", "22,996 matches"]
