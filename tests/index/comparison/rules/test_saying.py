"""Small things by which two figures may both be right, and what a denial is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.figures.ledger import Figures
from index.comparison.conflicts.reading.saying import denials, denies, told_otherwise
from tests.index.comparison.rules.texts import one_told

BOTH_RIGHT = {
    "planned and come true": ("They planned to move 40 boats.", "They moved 52 boats."),
    "come true and planned": ("They moved 52 boats.", "They planned to move 40 boats."),
    "planned, at the beginning": ("Planned were 40 boats.", "They moved 52 boats."),
    "planned six words before": ("They planned on this day to move 40 boats.", "They moved 52 boats."),
    "a change and a level": ("The price rose by 40 cents.", "The price rose to 52 cents."),
    "a level and a change": ("The price rose at 40 cents.", "The price rose by 52 cents."),
    "from and to": ("The price fell from 40 cents.", "The price fell to 52 cents."),
    "to and from": ("The price fell to 40 cents.", "The price fell from 52 cents."),
    "two who counted": ("Police said 40 boats sank.", "Fishermen said 52 boats sank."),
    "two who counted, each with a title": ("Old Captain Moe estimated 40 boats.", "Mayor Lund estimated 52 boats."),
    "eleven words after who counted": (
        "Police said that in the long and bad storm of autumn some 40 boats sank.",
        "Fishermen said 52 boats sank.",
    ),
    "two ends, the second first": ("They want 15 to 10 boats.", "They want 10 to 15 boats."),
    "two ends at the end": ("They want a total of 10 to 15.", "They want a total of 15 to 10."),
    "who counted, long ago": (
        "Police, who came late, with many others of the old town, said 40 boats sank.",
        "Fishermen said 52 boats sank.",
    ),
    "two who counted, on one day": (
        "Police on Monday said 40 boats sank.",
        "Fishermen on Monday said 52 boats sank.",
    ),
    "one who counted, and the other named long before": (
        "Fishermen slept while old Captain Moe, who had no watch, said 40 boats sank.",
        "Fishermen said 52 boats sank.",
    ),
    "within a range": ("They want 10 to 15 boats.", "They want 12 boats."),
    "a range and within it": ("They want 12 boats.", "They want 10 to 15 boats."),
    "between two others": ("They want between 10 and 15 boats.", "They want 12 boats."),
    "within a range that is all that is told": ("10 to 15.", "They want 12."),
    "two ends of one range": ("They want 10 to 15 boats.", "They want 15 to 10 boats."),
    "two ends with their unit": ("They want 10 cents to 15 cents.", "They want 15 to 10 cents."),
    "between two ends": ("They want between 10 and 15 boats.", "They want 15 to 10 boats."),
}

ONE_WRONG = {
    "nothing beside": ("They moved 40 boats.", "They moved 52 boats."),
    "planned on both sides": ("They planned to move 40 boats.", "They hoped to move 52 boats."),
    "planned and open": ("They planned to move 40 boats.", "They may move 52 boats."),
    "planned seven words before": ("They planned on this very day to move 40 boats.", "They moved 52 boats."),
    "planned after the figure": ("They moved 40 boats as planned.", "They moved 52 boats."),
    "two levels": ("The price rose to 40 cents.", "The price rose to 52 cents."),
    "two changes": ("The price rose by 40 cents.", "The price rose by 52 cents."),
    "the figure begins the sentence": ("40 boats sank.", "52 boats sank."),
    "the figure begins one sentence": ("40 boats sank.", "To 52 boats sank."),
    "one who counted": ("Police said 40 boats sank.", "Police said 52 boats sank."),
    "one who counted, by his name": ("Police of Dorn said 40 boats sank.", "In Dorn police said 52 boats sank."),
    "nobody counted on one side": ("Police said 40 boats sank.", "On the coast 52 boats sank."),
    "who counted stands further before in one": (
        "Police of the old town said 40 boats sank.",
        "Fishermen and police of the old town said 52 boats sank.",
    ),
    "who counted stands further before in the other": (
        "Fishermen and police of the old town said 40 boats sank.",
        "Police of the old town said 52 boats sank.",
    ),
    "a name that counts": ("Old Captain Record had 40 boats.", "Mayor Lund estimated 52 boats."),
    "a figure far from the other": ("They want 10 new boats and 15 nets.", "They want 15 boats and 10 nets."),
    "it is not told who counted": ("It was said 40 boats sank.", "Fishermen said 52 boats sank."),
    "who counted is a pronoun": ("They said 40 boats sank.", "Fishermen said 52 boats sank."),
    "twelve words after who counted": (
        "Police said that in the long and bad storm of the autumn some 40 boats sank.",
        "Fishermen said 52 boats sank.",
    ),
    "counted after the figure": ("40 boats sank, police said.", "52 boats sank, fishermen said."),
    "two ranges": ("They want 10 to 15 boats.", "They want 20 to 30 boats."),
    "one end of a range": ("They want 10 to 15 boats.", "They want 15 boats."),
    "two figures without to": ("They want 10, then 15 boats.", "They want 15, then 10 boats."),
    "two figures after to": ("They hope to see 10, then 15 boats.", "They want 15, then 10 boats."),
    "two figures before to": ("They want 10, then 15 boats to sail.", "They want 15, then 10 boats."),
    "two ranges that overlap": ("They want 10 to 15 boats.", "They want 12 to 20 boats."),
    "two ranges that overlap, the higher first": ("They want 12 to 20 boats.", "They want 10 to 15 boats."),
    "above a range": ("They want 10 to 15 boats.", "They want 16 boats."),
    "below a range": ("They want 10 to 15 boats.", "They want 9 boats."),
    "within two figures that are no range": ("They want 10 and 15 boats.", "They want 12 boats."),
    "within two figures that somebody has between them": (
        "They have between them 10 and 15 boats.",
        "They have 12 boats.",
    ),
    "two parts of a whole": ("Half of the crew left.", "A third of the crew left."),
    "a level that is no range": ("The fleet grew to 15 boats.", "The fleet grew to 12 boats."),
    "they who counted, after others were named": (
        "Fishermen of the coast fled, and they said 40 boats sank.",
        "Police said 52 boats sank.",
    ),
    "one who counted, by another word": ("Harbour police said 40 boats sank.", "Police chief Moe said 52 boats sank."),
    "one who counted, by another word in the other": (
        "Police chief Moe said 40 boats sank.",
        "Harbour police said 52 boats sank.",
    ),
}


def both_may_be_right(a: str, b: str, which: int = 0) -> bool:
    """Of two sentences: may their first figures, or those at `which`, both be right?"""
    left, right = one_told(a), one_told(b)
    figure_a, figure_b = (Figures(told).of[0][which] for told in (left, right))
    return told_otherwise(left.passages[0].words, figure_a, right.passages[0].words, figure_b)


@pytest.mark.parametrize("why", BOTH_RIGHT)
def test_two_figures_may_both_be_right(why: str) -> None:
    assert both_may_be_right(*BOTH_RIGHT[why])


@pytest.mark.parametrize(
    ("a", "b", "right"),
    [
        ("They want 10 to 15.", "They want 15 to 10.", True),
        ("They want 10 cents to 15 cents.", "They want 15 cents to 10 cents.", True),
        ("They want 10 to 15.", "They want 15, then 10.", False),
        ("They want 10 to 15.", "They want 12.", True),
        ("They want between 10 and 15.", "They want 12.", True),
        ("They want 12.", "They want between 10 and 15 boats.", True),
        ("They want 10, or 15.", "They want 12.", False),
        ("They want 10 to 15.", "They want 20.", False),
        ("They want 10 to 15.", "They want 15 for them all and to 10.", False),
    ],
)
def test_the_second_end_of_a_range_is_no_other_figure_than_the_first(a: str, b: str, right: bool) -> None:
    assert both_may_be_right(a, b, -1) == right


@pytest.mark.parametrize("why", ONE_WRONG)
def test_of_two_figures_one_is_wrong(why: str) -> None:
    assert not both_may_be_right(*ONE_WRONG[why])


def words(text: str) -> Sequence[Word]:
    return one_told(text).passages[0].words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The boats left.", 0),
        ("The boats did not leave.", 1),
        ("The boats didn't leave and never will.", 2),
        ("They left without nets.", 1),
        ("They failed to leave.", 1),
        ("They failed an exam to leave.", 0),
        ("They failed him to leave.", 0),
        ("In the end they failed", 0),
        ("They might have left but they failed to.", 1),
        ("To fail them was easy, and they failed.", 0),
        ("They refused to leave and were unable to stay.", 2),
    ],
)
def test_denials_are_counted(text: str, number: int) -> None:
    assert denials(words(text)) == number


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("They said that he left.", False),
        ("They denied that he left.", True),
        ("They deny that he left.", True),
        ("He denies that he left.", True),
        ("They doubted that he left.", True),
        ("It is unlikely that he left.", True),
        ("It is false that he left.", True),
        ("They disputed that he left.", True),
        ("Their denial came late.", True),
    ],
)
def test_a_verb_that_denies_its_clause(text: str, denied: bool) -> None:
    assert denies(words(text)) == denied
