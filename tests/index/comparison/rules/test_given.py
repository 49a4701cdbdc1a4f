"""Whether an article gives a figure that the other has, of what may be the same."""

from __future__ import annotations

import pytest

from index.comparison.conflicts.figures.given import given, gives
from index.comparison.conflicts.figures.tallied import tallied
from index.comparison.conflicts.reading.subjects import Subjects
from tests.index.comparison.rules.texts import one_told

TOLL = "The flood in Kolmen killed 9 people."
VOTE = "The council of Kolmen approved the tunnel by a vote of 14 to 9."


@pytest.mark.parametrize(
    ("article", "answer", "repeated"),
    [
        # The same figure, of anything that may be the same.
        ("In Kolmen 9 died.", TOLL, True),
        ("It saw 9.", TOLL, True),
        ("At dusk 9 were at the mill.", TOLL, True),
        ("At dusk about 9 were at the mill.", TOLL, True),
        ("At dusk 8 were at the mill.", TOLL, False),
        ("At dusk up to 10 were at the mill.", TOLL, False),
        ("At dusk the price was $9.", TOLL, False),
        ("It took 4 days. It saw 9.", TOLL, True),
        # Things that are plainly others: nothing told beside them is told beside the figure.
        ("In Esker 9 shops shut.", TOLL, False),
        ("In Esker 9 of the shops shut.", TOLL, False),
        ("In Esker 9 of their shops shut.", TOLL, False),
        ("In Kolmen 9 shops shut.", TOLL, True),
        ("In Esker 9 sheep died.", TOLL, True),
        ("In Esker 9 residents slept.", TOLL, True),
        ("In Esker 9 is many.", TOLL, True),
        ("In Esker 9 Jacobins slept.", TOLL, True),
        ("In Esker 9.", TOLL, True),
        ("In Esker 9 percent of shops shut.", "In Kolmen 9 percent went to the polls.", True),
        # Nine words on either side are told beside it.
        ("A flood was seen, so the men say, there where 9 shops shut.", TOLL, True),
        ("A flood was seen, so the old men say, there where 9 shops shut.", TOLL, False),
        ("In Esker 9 shops shut, as the men of the mill and of the flood say.", TOLL, False),
        # Of a result it gives both.
        ("They counted 14 votes and 9 votes.", VOTE, True),
        ("They counted 14 votes.", VOTE, False),
    ],
)
def test_a_figure_that_the_other_article_gives_too(article: str, answer: str, repeated: bool) -> None:
    one, other = one_told(article), one_told(answer)
    (answers,) = tallied(other, Subjects(other, {})).values()
    assert gives(given(one), next(iter(answers.values()))[0]) == repeated
