"""Each kind of conflict is found, with the fewest differing words; each way of saying the same is none."""

from __future__ import annotations

import pytest

CONFLICTS = [
    (
        "number",
        "The ferry carried 30 passengers across the strait on its first trip.",
        "The ferry carried 50 passengers across the strait on its first trip.",
        "30",
        "50",
    ),
    (
        "number",
        "The harbour board hired three divers to look at the broken pier.",
        "The harbour board hired five divers to look at the broken pier.",
        "three",
        "five",
    ),
    (
        "number",
        "Fuel makes up 12 percent of the cost of every crossing, the board says.",
        "Fuel makes up 18% of the cost of every crossing, the board says.",
        "12",
        "18",
    ),
    (
        "number",
        "Repairs to the pier will cost the town $40 million over two winters.",
        "Repairs to the pier will cost the town $60 million over two winters.",
        "$40 million",
        "$60 million",
    ),
    (
        "number",
        "Inspectors closed bridge number 1062 because the railing was loose.",
        "Inspectors closed bridge number 1593 because the railing was loose.",
        "1062",
        "1593",
    ),
    (
        "date",
        "The inspectors closed the pier on Monday after a storm had damaged it.",
        "The inspectors closed the pier on Thursday after a storm had damaged it.",
        "Monday",
        "Thursday",
    ),
    (
        "date",
        "The town opened the new ferry line in March after a long delay.",
        "The town opened the new ferry line in August after a long delay.",
        "March",
        "August",
    ),
    (
        "date",
        "The old lighthouse was built in 1907 by a guild of masons.",
        "The old lighthouse was built in 1904 by a guild of masons.",
        "1907",
        "1904",
    ),
    (
        "negation",
        "The captain did not warn the passengers before the engine stopped.",
        "The captain did warn the passengers before the engine stopped.",
        "did not",
        "did",
    ),
    (
        "negation",
        "The harbour is open to sailing boats during the whole winter.",
        "The harbour isn't open to sailing boats during the whole winter.",
        "is",
        "isn't",
    ),
    (
        "modality",
        "The board will close the northern pier before the end of the season.",
        "The board may close the northern pier before the end of the season.",
        "will",
        "may",
    ),
    (
        "status",
        "The letter was written by former Mayor Ingrid Solberg and sent to every household.",
        "The letter was written by Mayor Ingrid Solberg and sent to every household.",
        "former Mayor",
        "Mayor",
    ),
]


@pytest.mark.parametrize(("kind", "a", "b", "in_a", "in_b"), CONFLICTS)
def test_a_changed_word_in_the_same_place_is_a_conflict(compared, kind, a, b, in_a, in_b) -> None:
    assert compared(a, b).conflicts == [(kind, in_a, in_b)]
    assert compared(b, a).conflicts == [(kind, in_b, in_a)]


def test_another_person_in_the_same_place_is_a_conflict(compared) -> None:
    rest = " Mr. Hallam and Mrs. Okafor both sit on the board. Anna Hallam said so. Grace Okafor agreed."
    seen = compared(
        "The plan was drawn up by Anna Hallam, an engineer from the coast." + rest,
        "The plan was drawn up by Grace Okafor, an engineer from the coast." + rest,
    )
    assert seen.conflicts == [("participant", "Anna Hallam", "Grace Okafor")]


def test_the_same_words_from_another_mouth_are_a_conflict_of_attribution(compared) -> None:
    rest = " Mr. Hallam and Mrs. Okafor both sit on the board. Anna Hallam left. Grace Okafor stayed."
    seen = compared(
        "Anna Hallam said the pier would be closed until the spring." + rest,
        "Grace Okafor said the pier would be closed until the spring." + rest,
    )
    assert seen.conflicts == [("attribution", "Anna Hallam", "Grace Okafor")]


SAME = [
    ("Fuel makes up 12 percent of the cost of a crossing.", "Fuel makes up 12% of the cost of a crossing."),
    ("Repairs will cost the town $40 million.", "Repairs will cost the town $40m."),
    ("The captain did not warn the three passengers.", "The captain didn't warn the 3 passengers."),
    ("About 100 people came to see the new ferry.", "Some 103 people came to see the new ferry."),
    ("More than 100 people came to see the new ferry.", "There 120 people came to see the new ferry."),
    ("The town signed a 30-day lease for the pier.", "The town signed a one month lease for the pier."),
    ("The pier was closed on Jan. 5 by the board.", "The pier was closed on January 5 by the board."),
    ("The U.S. coast guard sent a boat to the strait.", "The US coast guard sent a boat to the strait."),
    ("President Ingrid Solberg opened the new pier.", "Ingrid Solberg opened the new pier."),
    ("Mr. Hallam asked the board for a longer pier.", "Hallam asked the board for a longer pier."),
    ("The harbour earned 1,200 crowns on its first day.", "The harbour earned 1200 crowns on its first day."),
    ("Twenty-five boats lay in the harbour that night.", "25 boats lay in the harbour that night."),
    ("The attorney said many children began to sing.", "The lawyer stated numerous kids started to sing."),
    ("She bought a dozen ropes for the old boat.", "She bought 12 ropes for the old boat."),
    ("The captain refused to sail in the storm.", "The captain declined to sail in the storm."),
    ("It is not only the oldest pier but the longest.", "It is the oldest pier but also the longest."),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_the_same_said_in_another_way_is_no_conflict(compared, a, b) -> None:
    seen = compared(a, b)
    assert seen.conflicts == []
    assert seen.result.alignments
    assert seen.only_a == seen.only_b == []


def test_two_different_facts_with_figures_are_no_conflict(compared) -> None:
    seen = compared(
        "Captain Solberg proposed a 30-day ceasefire to halt the attacks on the harbour towns.",
        "Governor Hallam offered the rebels a 50-day window to agree on a ceasefire before he closes the harbour.",
    )
    assert [c for c in seen.conflicts if c[0] == "number"] == []


def test_a_window_and_a_proposal_are_two_facts_in_the_same_place_too(compared) -> None:
    window = "Officials spoke of a 50-day window for the harbour towns to accept a ceasefire."
    assert compared(window, window.replace("50-day window", "30-day ceasefire proposal")).conflicts == []
    assert compared(window, window.replace("50", "30")).conflicts == [("number", "50", "30")]


def test_what_shares_no_word_is_not_counted_against_each_other(compared) -> None:
    sale = "The board accepted a bid for a bonus to cover the sale of {} to Egypt in the spring."
    assert compared(sale.format("6,000 tonnes of semolina"), sale.format("186 head of cattle")).conflicts == []
    assert len(compared(sale.format("186 head of cattle"), sale.format("190 head of cattle")).conflicts) == 1


def test_a_shortened_word_of_a_name_is_the_same_name(compared) -> None:
    told = "The Harbour Insurance {} chairman told bankers that more of them will build up reserves this year."
    assert compared(told.format("Corp"), told.format("Corporation")).conflicts == []


def test_figures_for_the_same_thing_conflict_in_other_words_too(compared) -> None:
    seen = compared(
        "At least four buildings burned, and 14 firefighters were injured in the harbour fire, officials said.",
        "Officials said the harbour fire had injured 23 firefighters when the roofs of the buildings fell.",
    )
    assert ("number", "14", "23") in seen.conflicts


def test_a_figure_that_the_other_article_repeats_elsewhere_is_no_conflict(compared) -> None:
    seen = compared(
        "At least four buildings burned, and 14 firefighters were injured in the harbour fire, officials said.",
        "Officials said the harbour fire had injured 23 firefighters when the roofs of the buildings fell."
        " In the first hour the count of injured firefighters stood at 14 firefighters.",
    )
    assert [c for c in seen.conflicts if c[0] == "number"] == []


def test_a_person_out_of_office_in_one_article_and_in_office_in_the_other(compared) -> None:
    seen = compared(
        "The old ferry will be sold. Former President Ingrid Solberg has many admirers on the coast.",
        "Divers found a wreck. President Ingrid Solberg opened a school in the hills.",
    )
    assert seen.conflicts == [("status", "Former President", "President")]


def test_an_office_told_behind_the_name_counts_too(compared) -> None:
    seen = compared(
        "Ingrid Solberg, the former president, offered the towns a boat.",
        "A choir sang when President Ingrid Solberg opened the new school.",
    )
    assert seen.conflicts == [("status", "former president", "President")]


def test_a_title_of_courtesy_is_no_conflict_of_office(compared) -> None:
    seen = compared(
        "The old ferry was a gift of former President Ingrid Solberg to the town.",
        "President Solberg once gave the town a boat. President Anna Hallam will replace it.",
    )
    assert seen.conflicts == []


def test_the_same_office_in_two_lands_is_no_conflict(compared) -> None:
    seen = compared(
        "Former French President Paul Marchand wrote a book about the sea.",
        "Canadian President Paul Marchand wrote a letter about the whales.",
    )
    assert [c for c in seen.conflicts if c[0] == "status"] == []


def test_another_administration_acts_in_the_other_article(compared) -> None:
    seen = compared(
        "The Solberg administration is pressing both sides to sign the fishing treaty.",
        "The Hallam administration is reportedly planning a meeting about the fishing treaty.",
    )
    assert ("participant", "Solberg administration", "Hallam administration") in seen.conflicts


def test_an_administration_of_the_past_is_no_conflict(compared) -> None:
    seen = compared(
        "Under the previous Solberg administration the fishing treaty was never signed by the towns.",
        "The Hallam administration is planning a meeting about the fishing treaty.",
    )
    assert [c for c in seen.conflicts if c[0] == "participant"] == []


def test_a_charge_in_one_article_is_a_deed_in_the_other(compared) -> None:
    seen = compared(
        "The Christmas truce at the harbour ended when both sides accused each other of breaching it.",
        "The Christmas ceasefire at the harbour fell apart as both sides violated the truce.",
    )
    assert seen.conflicts == [("attribution", "accused each other of breaching", "violated")]


def test_how_long_the_war_has_lasted_is_compared_across_the_articles(compared) -> None:
    seen = compared(
        "Fishermen are tired. As the war moves into its third year, the harbour stays closed.",
        "A choir sang. The harbour has been closed for nearly six years of war.",
    )
    assert [c[0] for c in seen.conflicts] == ["number"]
    assert {c.strength for c in seen.result.conflicts} == {"differs"}


def test_every_explanation_names_both_values(compared) -> None:
    for _, a, b, in_a, in_b in CONFLICTS:
        (conflict,) = compared(a, b).result.conflicts
        assert f"“{in_a}”" in conflict.explanation
        assert f"“{in_b}”" in conflict.explanation
        assert conflict.explanation.endswith(".")


def test_articles_that_name_nothing_in_common_have_no_conflicts(compared) -> None:
    seen = compared(
        "The yard of Hallam Brothers in Oslo sold 30 boats in May. Anna Hallam and Peter Lund were pleased with it.",
        "The yard of Okafor Sisters in Accra sold 50 boats in May. Grace Okafor and Kofi Mensah were pleased with it.",
    )
    assert seen.conflicts == []


def test_where_everything_differs_it_is_another_fact(compared) -> None:
    seen = compared(
        "The harbour board earned 223 crowns from its old pier in the spring of 1986, it said.",
        "The harbour board earned 114 crowns from its old pier in the autumn of 1985, it said.",
    )
    assert seen.conflicts == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The harbour rose in value by 114.1 million crowns.", "The harbour rose in value by 114 million crowns."),
        ("The share stood at 5.50 crowns in the evening.", "The share stood at 5-1/2 crowns in the evening."),
        ("The pier cost $40 million in the end.", "The pier cost €37 million in the end."),
    ],
)
def test_rounding_fractions_and_currencies_are_no_conflict(compared, a, b) -> None:
    assert compared(a, b).conflicts == []


def test_many_differing_figures_are_only_likely_differences(compared) -> None:
    names = ["Alm", "Bru", "Dal", "Eik", "Fos", "Gran", "Hov", "Ise", "Jar", "Kil"]
    a = " ".join(
        f"The harbour of {n}vik landed {30 + i} tonnes of herring in the morning." for i, n in enumerate(names)
    )
    b = " ".join(
        f"The harbour of {n}vik landed {70 + i} tonnes of herring in the morning." for i, n in enumerate(names)
    )
    seen = compared(a, b)
    assert len(seen.conflicts) == len(names)
    assert {c.strength for c in seen.result.conflicts} == {"differs"}
