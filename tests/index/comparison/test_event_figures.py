"""Other figures for what an event has once, wherever either article tells it."""

from __future__ import annotations

import pytest

from index.comparison.aligning.passages import told
from index.comparison.conflicts.figures.event_figures import event_figures
from index.comparison.conflicts.figures.ledger import Figures
from index.comparison.conflicts.figures.tallies import tallies

DIFFER = {
    "how many were saved": (
        "Boats from Kolmen rescued 41 people after the dam broke.",
        "In Kolmen 63 people were saved by boats, Pia Holt said.",
    ),
    "what it costs": (
        "The council of Vardo will build a tunnel at a cost of $40 million.",
        "In Vardo the bill for the tunnel has risen to $65 million.",
    ),
    "how much must be repaid": (
        "Otto Brenn, the mayor of Vardo, was told to repay $90,000.",
        "Otto Brenn must pay back $60,000 to the town of Vardo.",
    ),
    "how much pay is offered": (
        "The mill in Vardo agreed to a pay rise of 4 percent.",
        "The mill in Vardo speaks of a wage increase of 2 percent.",
    ),
    "how many had no power": (
        "The storm left 9,000 homes without power in Vardo.",
        "In Vardo 14,000 households were without electricity after the storm.",
    ),
    "how many were infected": (
        "The fever in Vardo infected 30 people.",
        "In Vardo 72 people fell ill with the fever.",
    ),
    "how long they were held or trapped": (
        "The crew was trapped for six days in Vardo.",
        "After nine days underground the crew came up in Vardo.",
    ),
    "how long it lasted": (
        "The siege lasted 11 hours in Vardo.",
        "In Vardo a siege of 19 hours came to its end.",
    ),
    "how long the fire burned": (
        "The mill fire in Vardo was put out within three hours.",
        "The mill fire in Vardo burned for nine hours.",
    ),
    "how deep it is": (
        "The shaft in Vardo has a depth of 300 metres.",
        "The crew in Vardo sat 450 metres underground in the shaft.",
    ),
    "how fast it went": (
        "The express to Vardo was traveling at 90 miles an hour.",
        "A speed of 120 miles an hour was measured on the express to Vardo.",
    ),
    "how many shots were fired": (
        "Guards in Vardo fired 12 shots at the gate.",
        "At the gate in Vardo 25 shots were heard.",
    ),
    "how many signed it": (
        "The plea of Vardo bears 5,000 signatures.",
        "The plea of Vardo was signed by 8,000 people.",
    ),
    "what was stolen": (
        "Two men made off with $80,000 from the bank in Vardo.",
        "From the bank in Vardo they got away with $45,000.",
    ),
    "what it is worth": (
        "The crown of Vardo is insured for $3 million.",
        "The crown of Vardo is valued at $5 million.",
    ),
    "how much is given to help": (
        "The cabinet set aside $25 million for Vardo.",
        "Vardo will have $40 million in emergency aid from the cabinet.",
    ),
    "how large an area burned": (
        "The fire blackened 700 acres near Vardo.",
        "Near Vardo 1,200 acres burned in the fire.",
    ),
    "how long the truce lasts": (
        "The draft of Vardo provides for a truce of 60 days.",
        "Under the draft of Vardo the guns would fall silent for 90 days.",
    ),
    "how many died": (
        "An avalanche above Kolmen buried a ski lodge on Friday. It killed 9 people, Warden Pia Holt said.",
        "The lodge in Kolmen was hit by snow on Friday. Eleven people died, and Pia Holt said more may be buried.",
    ),
    "how many were hurt": (
        "A tram jumped the rails in Vardo at noon, injuring 30 people.",
        "Some 52 passengers were hurt when the tram in Vardo left its tracks.",
    ),
    "how many had to leave their homes": (
        "The fire near Tarn forced about 800 people from their homes.",
        "Around Tarn more than 2,100 residents were evacuated as the fire came near.",
    ),
    "how many came": (
        "Vardo won the shield before a crowd of 21,000 on the meadow.",
        "On the meadow 15,000 spectators saw Vardo take the shield.",
    ),
    "how high the turnout was": (
        "Turnout was 61 percent in the vote on the Vardo tunnel.",
        "Only 44 percent of those entitled went to the polls over the Vardo tunnel.",
    ),
    "how the vote went": (
        "The council of Vardo approved the tunnel by 14 to 9.",
        "By a vote of 13 to 10 councillors in Vardo backed the tunnel.",
    ),
    "how the game ended": (
        "Vardo beat Kolmen 4-1 in the rain.",
        "In the rain Kolmen suffered a 5-1 loss to Vardo.",
    ),
    "how long the sentence may be": (
        "Paul Brandt faces up to 20 years in prison over the altar.",
        "For the theft of the altar Paul Brandt could go to prison for a maximum of 12 years.",
    ),
    "how strong it was": (
        "The quake of magnitude 5.9 shook Kolmen at dusk.",
        "An earthquake that measured 6.4 on the Richter scale was felt in Kolmen.",
    ),
    "how many are on strike": (
        "In Vardo 700 ferrymen walked out at dawn.",
        "At dawn some 450 sailors at the Vardo ferries went on strike.",
    ),
}

INNOCENT = {
    "the worst since another event": (
        "The worst crash in two decades killed 31 people near Kolmen; the one in Vardo hurt nobody.",
        "The crash near Kolmen killed 12 people, officials said.",
    ),
    "of another occasion": (
        "The avalanche above Kolmen killed 9 people on Friday.",
        "A similar avalanche above Kolmen killed 14 people.",
    ),
    "of another year": (
        "The avalanche above Kolmen killed 9 people.",
        "In 1978 an avalanche above Kolmen killed 14 people.",
    ),
    "a part of them": (
        "The avalanche above Kolmen killed 9 people.",
        "Of those whom the avalanche above Kolmen reached, 4 children died.",
    ),
    "two tolls": (
        "The avalanche above Kolmen killed 9 people, and the one above Tarn killed 2 people.",
        "The avalanche above Kolmen killed 11 people.",
    ),
    "in addition": (
        "The avalanche above Kolmen killed 9 people.",
        "By dusk 3 more people were killed as the snow above Kolmen slid again.",
    ),
    "only possible": (
        "The avalanche above Kolmen killed 9 people.",
        "The avalanche above Kolmen may have killed 14 people.",
    ),
    "given there too": (
        "The avalanche above Kolmen killed 9 people.",
        "The avalanche above Kolmen killed 14 people, 9 of them skiers.",
    ),
    "up to": (
        "The quake of magnitude 5.9 shook Kolmen at dusk.",
        "Tremors measuring up to 4.1 on the Richter scale shook Kolmen at dusk.",
    ),
    "roughly": (
        "The crews of Vardo ended an 11-day strike.",
        "A strike of nearly two weeks by the crews of Vardo is over.",
    ),
    "of others": (
        "In Vardo the flood killed 9 people, Pia Holt said.",
        "Lena Orth of Kolmen said that the flood there had killed 14 people.",
    ),
}


def figures(compared, a: str, b: str) -> list[tuple[str, str, str]]:
    """What the two say otherwise of an event, without what other finders see in the same sentences."""
    run = compared(a, b)
    told_a, told_b = told(run.a), told(run.b)
    found = event_figures(told_a, told_b, Figures(told_a), Figures(told_b))
    return [(f.about, run.a.document.text[slice(*f.a)], run.b.document.text[slice(*f.b)]) for f in found]


@pytest.mark.parametrize("about", DIFFER)
def test_what_an_event_has_once_is_held_against_the_others(compared, about: str) -> None:
    assert [found[0] for found in figures(compared, *DIFFER[about])] == [about]


@pytest.mark.parametrize("why", INNOCENT)
def test_figures_that_may_both_be_right_are_not(compared, why: str) -> None:
    assert figures(compared, *INNOCENT[why]) == []


def test_what_an_event_is_the_worst_of_may_follow_its_figure(compared) -> None:
    one = "The crash near Kolmen killed 19 people, in the worst accident of the railway in a decade."
    other = "The crash near Kolmen killed 23 people, officials said."
    assert [found[0] for found in figures(compared, one, other)] == ["how many died"]


def test_those_who_are_known_to_have_died_are_dead(compared) -> None:
    one = "The flood in Kolmen killed at least 87 people."
    other = "In the flood in Kolmen 52 people are known to have died."
    assert [found[0] for found in figures(compared, one, other)] == ["how many died"]


def test_the_day_when_it_was_said_is_no_other_time(compared) -> None:
    one = "The crash near Kolmen on Friday killed 19 people."
    other = "Investigators said on Sunday that the crash near Kolmen killed 23 people."
    assert [found[0] for found in figures(compared, one, other)] == ["how many died"]
    assert figures(compared, one, other.replace("said on Sunday that the crash", "said that the Sunday crash")) == []


def test_a_crowd_is_told_as_likely_with_the_two_figures(compared) -> None:
    found = compared(*DIFFER["how many came"]).result.conflicts
    assert [(c.strength, c.explanation) for c in found] == [
        (
            "differs",
            "They give different figures for how many came: A has “21,000”, B has “15,000” (likely, not certain).",
        )
    ]


def test_every_question_tried_is_in_the_table() -> None:
    assert set(DIFFER) <= {tally.about for tally in tallies()}
