"""Conflicts that need no aligned sentences: words of one quotation, years, ages and sums of one name, offices."""

from __future__ import annotations

import pytest

CREW = " Anna Hallam leads the board. Mrs. Hallam came late. Grace Okafor was there. Mr. Lund was not."

QUOTED = [
    (
        "attribution",
        "“What has this board been debating all winter, gentlemen?” Anna Hallam asked the room.",
        "“Here on the pier, what has this board been doing all winter, gentlemen?” asked Anna Hallam.",
        "debating",
        "doing",
    ),
    (
        "attribution",
        "“With each new winter the old ferry is drifting nearer to a very big fire,” Anna Hallam said.",
        "“With each new winter the old ferry is drifting nearer to a very big leak,” said Anna Hallam.",
        "fire",
        "leak",
    ),
    (
        "negation",
        "“To sign this treaty before the winter would greatly increase the risk for our boats,” Anna Hallam said.",
        "“If they don't sign this treaty before the winter it will greatly increase the risk for our boats,” she said.",
        "To",
        "If they don't",
    ),
    (
        "date",
        "“Nobody will close this harbour while I am alive,” Anna Hallam said on Monday.",
        "“Nobody will close this harbour while I am alive,” said Anna Hallam on Thursday.",
        "Monday",
        "Thursday",
    ),
]


@pytest.mark.parametrize(("kind", "a", "b", "in_a", "in_b"), QUOTED)
def test_one_quotation_told_in_two_ways(compared, kind, a, b, in_a, in_b) -> None:
    assert (kind, in_a, in_b) in compared(a + CREW, b + CREW).conflicts
    assert (kind, in_b, in_a) in compared(b + CREW, a + CREW).conflicts


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“We saw all the boats of General Zelensky in the old harbour,” she said.",) * 2,
        (
            "“We saw all the boats of General Zelensky in the old harbour,” she said.",
            "“We saw all the boats of General Zelenskyy in the old harbour,” she said.",
        ),
        (
            "“We saw all of the [fishing] boats in the old harbour,” she said.",
            "“We saw all of the small boats in the old harbour,” she said.",
        ),
        (
            "“Sen. Lund thinks that the pier should be built someplace else,” she said.",
            "“Senator Lund thinks that the pier should be built someplace else,” she said.",
        ),
        (
            "“The whole town wants a longer pier, and it wants it now,” she said. It was cold.",
            "“The whole town wants a longer pier,” she said on a cold evening.",
        ),
    ],
)
def test_spellings_editors_brackets_and_cuts_are_no_other_words(compared, a, b) -> None:
    assert compared(a, b).conflicts == []


def test_two_people_may_say_nearly_the_same(compared) -> None:
    seen = compared(
        "“This board has been debating all winter about nothing, gentlemen,” Anna Hallam said." + CREW,
        "“This board has been sleeping all winter about nothing, gentlemen,” Grace Okafor said." + CREW,
    )
    assert ("attribution", "debating", "sleeping") not in seen.conflicts


def test_a_quotation_whose_marks_are_of_two_styles_ends_where_it_ends(compared) -> None:
    seen = compared(
        '"The old ferry will not sail again before the spring,” Anna Hallam says. “It is a wreck.”' + CREW,
        "“The old ferry will not sail again before the spring,” said Anna Hallam. “It is a wreck.”" + CREW,
    )
    assert [kind for kind, _, _ in seen.quotes] == ["identical", "identical"]
    assert seen.conflicts == []


def test_other_years_for_the_same_person(compared) -> None:
    seen = compared(
        "The board has had one woman before, Edith Brandvold, who served from 1951 to 1963.",
        "Mrs. Okafor is the first since Edith Brandvold, a lawyer, held the seat from 1952 to 1964. It rained.",
    )
    assert seen.conflicts == [("date", "1951", "1952")]
    assert {c.strength for c in seen.result.conflicts} == {"differs"}


def test_years_that_the_other_article_gives_too_are_no_conflict(compared) -> None:
    seen = compared(
        "The board has had one woman before, Edith Brandvold, who served from 1951 to 1963.",
        "Mrs. Okafor follows Edith Brandvold, who was born in 1940. Brandvold served between 1951 and 1963.",
    )
    assert seen.conflicts == []


def test_another_sum_for_the_same_thing_in_a_list(compared) -> None:
    seen = compared(
        "On Monday he paid for ropes, $3,100.20 for paint and $4,821.30 on the Holmvik Island Rowing Retreat.",
        "In 2008 the captain used the money for a $4,281.30 stay at the Holmvik Island Rowing Retreat.",
    )
    assert seen.conflicts == [("number", "$4,821.30", "$4,281.30")]


def test_another_age_of_the_same_person(compared) -> None:
    seen = compared(
        "Anna Hallam, 46, was rowing home. Nobody else was at sea.",
        "A lamp was seen. It was carried by Anna Hallam, 47, who had lost an oar.",
    )
    assert seen.conflicts == [("number", "46", "47")]


def test_the_day_of_a_saying_in_other_words(compared) -> None:
    seen = compared(
        "Speaker Anna Hallam said on Monday that the board had a one-in-three chance of losing the harbour." + CREW,
        "Anna Hallam admitted there is a 1 in 3 chance that the board will lose the harbour, in an interview Tuesday."
        + CREW,
    )
    assert ("date", "Monday", "Tuesday") in seen.conflicts


def test_a_leader_in_person_or_people_sent(compared) -> None:
    seen = compared(
        "President Ingrid Solberg wants a treaty. She is expected to hold talks with the fishermen in Bergen.",
        "It rained. Harbour officials are scheduled to meet with the fishermen in Bergen on the treaty.",
    )
    assert ("participant", "She", "Harbour officials") in seen.conflicts
    (found,) = (c for c in seen.result.conflicts if c.kind == "participant")
    assert found.strength == "differs"
    assert "Bergen" in found.explanation


def test_a_truce_with_and_without_conditions(compared) -> None:
    seen = compared(
        "President Ingrid Solberg said that any ceasefire must include the islands.",
        "The towns are for an unconditional ceasefire, President Ingrid Solberg said.",
    )
    assert ("negation", "must include", "unconditional ceasefire") in seen.conflicts


def test_a_condition_for_something_else_is_no_conflict(compared) -> None:
    seen = compared(
        "President Ingrid Solberg said that any menu must include the herring.",
        "The towns are for an unconditional ceasefire, President Ingrid Solberg said.",
    )
    assert seen.conflicts == []


def test_an_administration_that_governs_and_its_head_who_is_former(compared) -> None:
    seen = compared(
        "The Solberg administration is pressing both sides to sign the fishing treaty.",
        "A boat was given to the town by former President Ingrid Solberg, who likes herring.",
    )
    assert ("status", "Solberg administration", "former President") in seen.conflicts


def test_more_than_three_years_are_not_nearly_three(compared) -> None:
    seen = compared(
        "The war has now lasted more than three years, the fishermen say.",
        "A choir sang after nearly three years of war in the harbour towns.",
    )
    assert [c[0] for c in seen.conflicts] == ["number"]


def test_a_member_of_a_house_is_former_in_one_and_in_office_in_the_other(compared) -> None:
    seen = compared(
        "The bill was written by former Rep. Peter Lund, who spoke of it on Monday." + CREW.replace("Mr. Lund", "He"),
        "A choir sang, and Congressman Peter Lund spoke at length." + CREW.replace("Mr. Lund", "Rep. Olsen"),
    )
    assert ("status", "former Rep", "Congressman") in seen.conflicts


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("Sen. Peter Lund spoke of the bill.", "The bill of Rep. Peter Lund has failed.", True),
        ("Sen. Peter Lund spoke of the bill.", "The bill of Senator Peter Lund has failed.", False),
        ("Sen. Peter Lund spoke of the bill.", "The bill of Rep. Oscar Lund has failed.", False),
        ("Sen. Peter Lund spoke of the bill.", "The bill of Rep. Lund has failed.", False),
        ("Sen. Peter Lund spoke of the bill.", "The bill of former Rep. Peter Lund has failed.", False),
    ],
)
def test_nobody_sits_in_two_houses(compared, a, b, found) -> None:
    crew = " Anna Hallam leads the board. Grace Okafor was there."
    assert any(kind == "status" for kind, _, _ in compared(a + crew, b + crew).conflicts) is found
