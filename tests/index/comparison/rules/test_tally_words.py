"""Which question a figure answers, and whom it counts, by the words beside it."""

from __future__ import annotations

import pytest

from index.comparison.conflicts.figures.ledger import Figures
from index.comparison.conflicts.figures.tallies import read
from index.comparison.conflicts.figures.tally_words import (
    at_most,
    past_bounds,
    results,
    whom,
    words_after,
    words_before,
)
from tests.index.comparison.rules.texts import one_told

DIED = read("how many died | count | killed; toll … to | dead; died; drowned")
COST = read("what it costs | money | cost of | price tag")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The flood killed 9 people and hurt 14.", [(9, "count"), (14, "count")]),
        ("It cost $9 million, 4 percent more, after 3 days.", [(9e6, "money"), (4, "percent"), (3, "days")]),
        ("They won 4-1 in the rain.", [(4, 1, "result")]),
        ("They won 4 to 1 in the rain.", [(4, 1, "result")]),
        ("They voted 18 in favour and 15 against.", [(18, 15, "result")]),
        ("They counted 18 in favor, 15 against.", [(18, 15, "result")]),
        ("They counted 18 votes to 15.", [(18, 15, "result")]),
        ("They counted 18 yes to 15 no.", [(18, 15, "result")]),
        ("They counted 18 for and 15 against.", [(18, 15, "result")]),
        ("They pay 18 to 15 percent.", [(18, "count"), (15, "percent")]),
        ("They won 4-1, then 3-2.", [(4, 1, "result"), (3, 2, "result")]),
    ],
)
def test_two_counts_against_each_other_are_one_result(text: str, found: list[tuple[object, ...]]) -> None:
    words = one_told(text).passages[0].words
    of = Figures(one_told(text)).of[0]
    assert [(*(q.value for q in values), kind) for values, kind in results(text, words, of)] == found


def beside(text: str) -> tuple[str, str]:
    """The words on either side of the last figure, bounds left out."""
    words = one_told(text).passages[0].words
    at = max(n for n, word in enumerate(words) if word.kind == "number")
    return words_before(text, words, past_bounds(words, at)), words_after(text, words, at + 1)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("The flood killed 9 people in Kolmen.", "the flood killed", "people in kolmen"),
        ("9 people drowned.", "", "people drowned"),
        ("The flood killed 9.", "the flood killed", ""),
        # As far as the next mark.
        ("At dawn, the flood killed 9 people, all of them old.", "the flood killed", "people"),
        ("The flood killed (with others) 9 people.", "", "people"),
        ("The flood killed “9 people” there.", "the flood killed", "people there"),
        # Nine words on either side.
        ("So an old, slow and very cold grey flood took all 9.", "slow and very cold grey flood took all", ""),
        ("So it was that a cold grey flood took 9.", "so it was that a cold grey flood took", ""),
        ("And so it was that a cold grey flood took 9.", "so it was that a cold grey flood took", ""),
        ("It took 9 an old and very cold long bad grey flood.", "it took", "an old and very cold long bad grey flood"),
        (
            "It took 9 an old and very cold long bad grey sad flood.",
            "it took",
            "an old and very cold long bad grey sad",
        ),
        # Up to three bounds are none of the words.
        ("The flood killed at least 9 people.", "the flood killed", "people"),
        ("The flood killed as many as 9 people.", "the flood killed", "people"),
        ("The flood killed just over an estimated 9 people.", "the flood killed", "people"),
        ("The flood killed roughly just over an estimated 9.", "the flood killed roughly", ""),
        ("Over 9 people drowned.", "", "people drowned"),
        ("At least 9 people drowned.", "", "people drowned"),
    ],
)
def test_the_words_beside_a_figure(text: str, before: str, after: str) -> None:
    assert beside(text) == (before, after)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        # What stands before the figure is told of all, or of whom it names.
        ("The flood killed 9.", ""),
        ("The flood killed 9 people in Kolmen.", ""),
        ("The flood killed 9 nurses in Kolmen.", "nurs"),
        ("The flood killed 9 young nurses in Kolmen.", "nurs"),
        ("The flood killed 9 residents and guests.", ""),
        ("The toll of the flood rose to 9.", ""),
        # What stands after it, up to three nouns and auxiliaries later.
        ("In Kolmen 9 died.", ""),
        ("In Kolmen 9 people died.", ""),
        ("In Kolmen 9 people were already known to have died.", ""),
        ("In Kolmen 9 old frail nurses died.", "nurs"),
        ("In Kolmen 9 people elsewhere born died.", ""),
        ("In Kolmen 9 good old frail nurses died.", None),
        ("In Kolmen 9 are dead.", ""),
        ("In Kolmen 9 were swiftly drowned.", ""),
        ("In Kolmen 9 nurses of the lower valley were swiftly drowned.", "nurs"),
        ("In Kolmen 9 of them died.", None),
        # Those of a place, and what is told of them.
        ("In Kolmen 9 people from the lower valley are dead.", ""),
        ("In Kolmen 9 nurses from the lower valley are dead.", "nurs"),
        ("In Kolmen 9 nurses with good old boats are dead.", None),
        ("In Kolmen 9 from the lower valley are dead.", None),
        ("In Kolmen 9 nurses who came from the lower valley are dead.", None),
        ("In Kolmen 9 nurses of the lower valley slept.", None),
        ("In Kolmen 9 nurses of the lower valley had slept and died.", None),
        ("In Kolmen 9 nurses of the lower valley are still feared dead.", "nurs"),
        # Neither.
        ("In Kolmen 9 slept.", None),
        ("In Kolmen 9 people slept.", None),
        ("The flood saw 9 people.", None),
        ("The flood killed, said 9 people.", None),
        # More of them are not all of them.
        ("The flood killed 9 more people.", None),
        ("The flood killed 9 other people.", None),
        ("In Kolmen 9 more died.", None),
        ("The flood killed 9 nurses, more or less.", "nurs"),
        ("The flood killed 9 nurses more than the fire.", "nurs"),
        # Nor is what is only the most.
        ("In Kolmen up to 9 people died.", None),
        ("The flood killed up to 9 people.", None),
    ],
)
def test_whom_a_toll_counts(text: str, counted: str | None) -> None:
    assert whom(DIED, *beside(text)) == counted


def test_what_is_no_count_is_told_of_all() -> None:
    assert whom(COST, "at a cost of", "old crowns") == ""
    assert whom(COST, "has a", "crown price tag") == ""
    assert whom(COST, "has a", "crowns of the old town are price tag") == ""
    assert whom(COST, "has a", "boat") is None
    turnout = read("how high the turnout was | percent | turnout of | voted")
    assert whom(turnout, "in kolmen", "of the dockers had voted") == ""
    assert whom(turnout, "in kolmen", "of the dockers slept") is None


def test_the_most_that_a_crowd_may_be_is_asked_where_the_words_say_so() -> None:
    faced = read("how long it may be | days | faces up to | in prison")
    assert whom(faced, "brandt faces up to", "in prison") == ""
    assert whom(faced, "brandt gets up to", "in prison") is None
    assert at_most("brandt faces up to")
    assert at_most("a maximum of")
    assert not at_most("up to her neck in")


@pytest.mark.parametrize(
    ("after", "counted"),
    [
        ("people", ""),
        ("people of means", ""),
        ("old people", ""),
        ("civilians elsewhere born", ""),
        ("sailors", "sailor"),
        ("old sailors", "sailor"),
        ("young soldiers", "=troops"),
        ("", ""),
    ],
)
def test_words_for_people_are_all_of_them_and_trades_are_a_part(after: str, counted: str) -> None:
    assert whom(DIED, "the flood killed", after) == counted
