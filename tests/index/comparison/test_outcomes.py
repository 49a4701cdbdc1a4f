"""How something ended, why, and what someone is charged with: found in any words, of the same person or thing alone."""

from __future__ import annotations

import pytest

from tests.index.comparison.test_disagreements import conflicts


def test_an_outcome_that_the_article_tells_both_ways_is_none(compared) -> None:
    won = "Mayor Ida Brandt won the runoff on Sunday, the election board said."
    lost = "Mayor Ida Brandt narrowly lost Sunday's runoff, according to the election board."
    assert conflicts(compared, won, lost)
    assert not conflicts(compared, won, f"{lost} Two years before, Ida Brandt won in the first round of the election.")


@pytest.mark.parametrize("hope", ["could win", "hopes to win", "would have won if she had won"])
def test_what_is_only_possible_is_no_outcome(compared, hope: str) -> None:
    lost = "Mayor Ida Brandt narrowly lost Sunday's runoff, according to the election board."
    assert not conflicts(compared, f"Mayor Ida Brandt {hope} the runoff, the election board said before Sunday.", lost)


def test_one_house_may_pass_what_the_other_rejects(compared) -> None:
    passed = "The House passed the bill on fishing quotas in the northern fjords by a wide margin."
    assert not conflicts(compared, passed, "By a wide margin the Senate rejected the bill on northern fishing quotas.")
    assert conflicts(compared, passed, "By a wide margin the House rejected the bill on northern fishing quotas.")


def test_a_denied_outcome_is_the_other(compared) -> None:
    survived = "The pilot, Hans Moe, did not survive the crash of the mail plane near Esker."
    died = "Hans Moe, the pilot, survived the crash of the mail plane near Esker with burns."
    assert conflicts(compared, survived, died)


def test_a_cause_that_the_other_article_names_too_is_none(compared) -> None:
    one = "Officials blamed the blackout in Tarnow on a lightning strike."
    other = "The blackout in Tarnow was caused by a software fault, officials said."
    assert conflicts(compared, one, other)
    assert not conflicts(compared, one, f"{other} Lightning had been ruled out early.")


def test_the_explanation_says_what_is_asked(compared) -> None:
    one = "Officials blamed the blackout in Tarnow on a lightning strike."
    result = compared(one, "The blackout in Tarnow was caused by a software fault, officials said.").result
    assert {c.explanation for c in result.conflicts} <= {
        f"They give different causes of “{about}”: A has “a lightning strike”, B has “a software fault” "
        "(likely, not certain)."
        for about in ("blackout … Tarnow … officials", "Officials … blackout … Tarnow")
    }


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("last month", "last week", True),
        ("two years ago", "last year", True),
        ("last year", "a year ago", False),
        ("earlier this month", "last week", False),
        ("yesterday", "tomorrow", True),
        ("earlier this week", "last year", True),
        ("last night", "yesterday", False),
    ],
)
def test_times_from_the_day_of_writing(compared, one: str, other: str, apart: bool) -> None:
    a = f"The island's ferry company sold the oldest of its wooden boats to a museum in Tarnow {one}."
    b = f"The island's ferry company sold the oldest of its wooden boats to a museum in Tarnow {other}."
    assert bool(conflicts(compared, a, b)) is apart


def test_the_time_of_saying_is_not_that_of_the_deed(compared) -> None:
    a = "The minister said last night that the country needs a loan to repair the pipeline that the flood destroyed."
    b = "The country needs a loan to repair the pipeline that the flood destroyed last week, the minister said."
    assert not conflicts(compared, a, b)


def test_a_shorter_telling_is_held_against_the_longer(compared) -> None:
    a = (
        "The harbour board, which met in a room above the fish market for lack of a hall of its own, on Monday "
        "approved the sale of the northern quay to the ferry company, which has rented it for years."
    )
    b = "The harbour board on Monday rejected the sale of the northern quay to the ferry company."
    assert conflicts(compared, a, b)


def test_the_older_sister_is_not_the_younger(compared) -> None:
    older = "Vera Holm, whose brother is candidate, called his stance on fishing quotas wrong, like any older sister."
    younger = "To attack a candidate's stance on fishing quotas took his younger sister, Vera Holm, no more than a day."
    both = f"{younger} His older sister, Nina, is abroad."
    assert conflicts(compared, older, younger)
    assert not conflicts(compared, older, both)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("has been fined twice", "has been fined three times"),
        ("is the largest on the coast", "is the second-largest on the coast"),
        ("employs nearly 400 people", "employs more than 400 people"),
        ("is run by its president, Leif Moe", "is run by its chief executive, Leif Moe"),
    ],
)
def test_rank_bound_and_post_in_one_place(compared, one: str, other: str) -> None:
    told = "The shipyard in Vardo, which belongs to the Nordlys company and builds ferries for the islands, {}."
    assert conflicts(compared, told.format(one), told.format(other))


def test_one_who_holds_both_posts_is_no_other(compared) -> None:
    told = "The shipyard in Vardo, which belongs to the Nordlys company, is run by its {}, Leif Moe, said Greta Falk."
    assert not conflicts(compared, told.format("president"), told.format("president and chief executive"))
