"""What a market quotes moves by the minute: two reports of dealings are not held to one another's figures."""

from __future__ import annotations

import pytest

from tests.index.comparison.test_occasions import reported

PLAIN = "Harbour news"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The dollar opened at 211 crowns in Kelsa.", "The dollar opened at 214 crowns in Kelsa."),
        (
            "Shares of the Kelsa yard fell by 31 crowns on word of the strike.",
            "Shares of the Kelsa yard fell by 36 crowns on word of the strike.",
        ),
        ("Volume was 969 lots of tin in Kelsa.", "Volume was 1,110 lots of tin in Kelsa."),
        (
            "Tin stood at 14 crowns a crate in Kelsa, dealers said.",
            "Tin stood at 17 crowns a crate in Kelsa, dealers said.",
        ),
        (
            "Tin futures of Kelsa gained 14 crowns on word of the strike.",
            "Tin futures of Kelsa gained 17 crowns on word of the strike.",
        ),
    ],
)
def test_two_sentences_of_dealings_differ_by_the_hour(a: str, b: str) -> None:
    assert not reported(f"{PLAIN}\n\n{a}\n", f"{PLAIN}\n\n{b}\n")


@pytest.mark.parametrize(
    ("titles", "held"),
    [
        (("Money market given early help", "Money market given late help"), False),
        (("Money market given early help", "Money is given"), True),
        ((PLAIN, PLAIN), True),
    ],
)
def test_titles_tell_that_articles_are_of_dealings(titles: tuple[str, str], held: bool) -> None:
    text = "{}\n\nThe bank of Kelsa bought {} bills for resale in the spring.\n"
    assert bool(reported(text.format(titles[0], 478), text.format(titles[1], 168))) is held


@pytest.mark.parametrize(
    "text",
    [
        "Shares of the Kelsa yard closed {} crowns lower on word of the strike.",
        "Police of Kelsa caught {} drug dealers in the old harbour.",
        "The strike of Kelsa left {} clerks in doubt about their futures.",
        "Tin stocks of the Kelsa yard fell to {} tonnes in the spring.",
    ],
    ids=["what a day closed at is one figure", "dealers", "futures", "stocks in store"],
)
def test_other_figures_are_held_against_each_other(text: str) -> None:
    assert reported(f"{PLAIN}\n\n{text.format(31)}\n", f"{PLAIN}\n\n{text.format(46)}\n")


def test_a_near_copy_is_held_to_its_prices() -> None:
    text = (
        f"{PLAIN}\n\nThe dollar opened at {{}} crowns in Kelsa. The board of the yard met in the old hall at noon.\n\n"
        "Nobody spoke of the strike.\n"
    )
    assert reported(text.format(211), text.format(214))
