"""What stands in the same place of two sentences: what of it is told, and what leaves the two not comparable."""

from __future__ import annotations

import pytest

from tests.index.comparison.rules.rules import found

NUMBER, DATE, WHO, SAID = "number, conflict", "date, conflict", "participant, conflict", "attribution, conflict"
DENIED, MAYBE, OFFICE = "negation, conflict", "modality, differs", "status, conflict"


def kinds(a: str, b: str) -> list[str]:
    """What is told of two sentences, whichever of them is the first, without its explanation."""
    one, turned = ([line.partition(":")[0] for line in found("slots", *pair)] for pair in ((a, b), (b, a)))
    assert one == turned
    return one


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        # A name and a day, and little else in common: another event.
        ("On Monday Anna Hallam opened the pier of Kelsa.", "On Friday Grace Okafor opened the pier of Kelsa.", []),
        ("On Monday Anna Hallam opened the pier of Kelsa.", "On Friday Anna Hallam opened the pier of Kelsa.", [DATE]),
        # Every figure is another one: another trip.
        ("The ferry carried 30 men and 12 cars home.", "The ferry carried 50 men and 19 cars home.", []),
        ("It carried 30 men, 12 cars, 4 boats.", "It carried 50 men, 19 cars, 4 boats.", [NUMBER, NUMBER]),
        ("The ferry carried 30 men and 12 cars home.", "The ferry carried 50 men and 12 cars home.", [NUMBER]),
        # Names that are not in each other's place, and none in common: another ferry.
        ("The ferry of Kelsa carried 30 men home.", "The ferry carried 50 men home from Dorn.", []),
        ("The ferry of Kelsa carried 30 men home.", "The ferry carried 50 men home from Kelsa.", [NUMBER]),
        ("The ferry of Kelsa sailed home on Monday.", "The ferry sailed home from Dorn on Friday.", []),
        # One other word in six, and one sentence that goes on.
        ("The old ferry carried 30 tired men home.", "The old ferry carried 50 weary men home.", [NUMBER]),
        (
            "The ferry carried 30 men to the island.",
            "The ferry carried 50 men to the island and cars and cattle.",
            [NUMBER],
        ),
    ],
)
def test_so_much_differs_that_it_is_another_thing(a: str, b: str, told: list[str]) -> None:
    assert kinds(a, b) == told


def test_day_month_and_year_are_told_one_after_the_other() -> None:
    text = "The old northern pier of the town was closed for ever by the harbour board of Kelsa on {}."
    lines = found("slots", text.format("4 May 1907"), text.format("14 June 1904"))
    assert [line.rpartition("A has ")[2] for line in lines] == [
        "“4”, B has “14”.",
        "“May”, B has “June”.",
        "“1907”, B has “1904”.",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{} said the plan for the northern pier of the town will fail.", SAID),
        ("The plan for the northern pier of the town will fail, said {}.", SAID),
        ("{} never said the plan for the northern pier of the town will fail.", WHO),
        ("The plan for the northern pier will fail, they said to {} from the coast.", WHO),
        ("The mayor said they opened the northern pier of the town with {} today.", WHO),
        ("They opened the northern pier of the town with {} today, the mayor said.", WHO),
    ],
)
def test_who_said_it_stands_beside_the_word_of_saying(text: str, told: str) -> None:
    assert kinds(text.format("Anna Hallam"), text.format("Grace Okafor")) == [told]


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("The captain did not warn the crew before noon.", "The captain did warn the crew before noon.", [DENIED]),
        ("Asked for nets the captain of the old ferry said no", "Asked for nets the captain of the old ferry said", []),
        ("The captain of the old ferry can or not sail today.", "The captain of the old ferry can or sail today.", []),
    ],
)
def test_what_is_denied(a: str, b: str, told: list[str]) -> None:
    assert kinds(a, b) == told


def test_a_denial_is_shown_with_the_auxiliary_that_begins_the_sentence() -> None:
    asked = "Has not the board of the harbour sold the new nets to the crew of the ferry, then all is well."
    (line,) = found("slots", asked, asked.replace("Has not", "Has"))
    assert line.endswith("A has “Has not”, B has “Has”.")


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("will", "may", [MAYBE]),
        ("did", "will", []),
        ("will surely", "may perhaps", []),
        ("will", "", []),
    ],
)
def test_how_sure_it_is(a: str, b: str, told: list[str]) -> None:
    text = "The fishermen {} close the northern pier before the end of the season."
    assert kinds(text.format(a), text.format(b)) == told


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The former pilot gave the letter to {}Mayor Solberg of Kelsa.", "former "),
        ("They gave the letter to {}Mayor Solberg of Kelsa and to the former pilot.", "former "),
        ("They gave the letter to {}Mayor Solberg of Kelsa.", "former acting "),
    ],
)
def test_who_is_in_office_whoever_else_was(a: str, b: str) -> None:
    assert kinds(a.format(b), a.format("")) == [OFFICE]
