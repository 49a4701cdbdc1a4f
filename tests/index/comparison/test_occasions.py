"""Reports of another day, period or subject are not held to one another's figures; those of one event are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.comparison.aligning.dateline import begins, dateline
from index.comparison.aligning.naming import names_shared
from index.comparison.aligning.passages import told
from index.comparison.compare import compare
from tests.index.comparison.articles import make_sides
from tests.index.comparison.conftest import Compared

BOARD = "The harbour board said exports of herring fell {} percent to {} tonnes because of storms off the coast."


def reported(a: str, b: str) -> list[tuple[str, str, str]]:
    """Strength, words of A, words of B of all conflicts."""
    left, right = make_sides(a, b)
    seen = Compared(left, right, compare(left, right))
    return [(c.strength, seen.in_a(c.a), seen.in_b(c.b)) for c in seen.result.conflicts]


@pytest.mark.parametrize(
    ("text", "rest", "day"),
    [
        ("GENEVA, March 6 (Reuters) - The board met.", "The board met.", (0, 3, 6)),
        ("Geneva, Sept. 14, 2011 -- The board met.", "The board met.", (2011, 9, 14)),
        ("WASHINGTON — The board met.", "The board met.", (0, 0, 0)),
        ("SÃO PAULO, Brazil (AP) – “We met,” it said.", "“We met,” it said.", (0, 0, 0)),
        ("Basel, 14 October 2027 - The board met.", "The board met.", (2027, 10, 14)),
        ("BELGOR, 21 September (Tavpress). The board met.", " The board met.", (0, 9, 21)),
        ("Bergen, 9 February. It is with sorrow.", " It is with sorrow.", (0, 2, 9)),
        ("BROOKFIELD, WIS., March 11 - Rexnord said so.", "Rexnord said so.", (0, 3, 11)),
    ],
)
def test_a_dateline_ends_where_the_report_begins(text, rest, day) -> None:
    found = dateline(text, 0, len(text))
    assert found is not None
    assert text[found.end :] == rest
    assert (found.year, found.month, found.day) == day


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hallam — who leads the board — said so.",
        "NASA — the space agency — said so.",
        "The board met on March 6 - It was late.",
        "BP - Its wells are closed.",
        "GENEVA, Febtember 6 - the board met.",
        "GENEVA. The board met.",
        "Hallam (AP). The board met.",
    ],
)
def test_other_beginnings_are_no_dateline(text) -> None:
    assert dateline(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "start", "rest"),
    [
        ("14:10 The mayor spoke.", 0, "The mayor spoke."),
        ("9.30 a.m. GMT – “We met,” he said.", 0, "“We met,” he said."),
        ("3:15pm: The mayor spoke.", 0, "The mayor spoke."),
        ("5:12 was the hour of it.", 0, "5:12 was the hour of it."),
        ("It rained.\n\n14:10 The mayor spoke.", 12, "The mayor spoke."),
        ("It rained. 14:10 The mayor spoke.", 11, "14:10 The mayor spoke."),
    ],
)
def test_the_hour_of_an_entry_tells_nothing(text, start, rest) -> None:
    assert text[begins(text, start, len(text)) :] == rest


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("By Lena Hoffmann, industry correspondent", False),
        ("3 May", False),
        ("Thursday 14 October 2027", False),
        ("It rained late in May.", True),
        ("By Lena Hoffmann the board was told.", True),
    ],
)
def test_writers_and_bare_days_are_no_sentences_of_a_report(line, is_told) -> None:
    (side,) = make_sides(f"# The board\n\n{line}\n\nThe board met on Monday.\n\nIt snowed.\n")
    sentences = [side.document.text[slice(*passage.span)] for passage in told(side).passages]
    assert sentences == [*[line] * is_told, "The board met on Monday.", "It snowed."]


@pytest.mark.parametrize(
    ("beginning", "first", "has_title"),
    [
        ("INHALER SCANDAL: Boss walks as four die\n\nKasia Nowak", "The boss left last night.", True),
        ("The old boss of the works walks\n\nHe left.", "He left.", True),
        ("The old boss of the works walks out.\n\nHe left.", "The old boss of the works walks out.", False),
    ],
)
def test_a_title_in_the_running_text_is_no_sentence_of_the_report(beginning, first, has_title) -> None:
    (side,) = make_sides(f"{beginning}\n\nThe boss left last night.\n")
    read = told(side)
    assert side.document.title_start() == -1
    assert side.document.text[slice(*read.passages[0].span)] == first
    title = "" if read.title is None else side.document.text[slice(*read.title.span)]
    assert title == (side.document.title if has_title else "")


def test_hours_of_entries_are_not_aligned() -> None:
    (side,) = make_sides("It rained.\n\n14:10 The mayor of the town spoke.\n")
    assert told(side).passages[-1].plain == "the mayor of the town spoke"


def test_a_dateline_that_is_a_sentence_of_its_own_is_told_by_nobody_alone() -> None:
    rest = "The harbour board met on Monday and hired three divers for the northern pier."
    left, right = make_sides(f"Bergen, 9 February. {rest}", f"OSLO, Norway, Feb 9 - {rest} It rained all day long.")
    seen = compare(left, right)
    assert [right.document.text[slice(*span)] for span in seen.only_b] == ["It rained all day long."]
    assert seen.only_a == ()


def test_a_day_that_is_in_no_calendar_is_none() -> None:
    found = dateline("GENEVA, Feb 31 - The board met.", 0, 30)
    assert found is not None
    assert found.date() is None


def test_datelines_are_not_held_against_each_other() -> None:
    rest = "Fishermen blocked the harbour of Grimstad with forty boats, the board said.\n"
    assert reported(f"Blockade\n\nOSLO, March 6 - {rest}", f"Blockade\n\nBERGEN, March 7 - {rest}") == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("OSLO, March 6 (AP) - ", "OSLO, March 9 (AP) - ", [("differs", "March 6", "March 9")]),
        ("OSLO — ", "BERGEN — ", [("differs", "OSLO", "BERGEN")]),
        ("KIEV, March 6 - ", "KYIV, March 6 - ", []),
        ("OSLO, March 6 - ", "OSLO, Norway, March 6 - ", []),
        ("OSLO — ", "", []),
    ],
)
def test_a_copy_of_another_place_or_day_says_so(one, other, expected) -> None:
    rest = (
        "Fishermen blocked the harbour of Grimstad with forty boats, the board said.\n\n"
        "Nobody was hurt when the ferry had to turn back.\n\nThe blockade ended before the night.\n"
    )
    assert reported(f"Blockade\n\n{one}{rest}", f"Blockade\n\n{other}{rest}") == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("OSLO, March 6 - ", "OSLO, March 6 - "), ["conflict", "conflict"]),
        (("OSLO, March 6 - ", "OSLO, March 7 - "), ["conflict", "conflict"]),
        (("OSLO, March 6 - ", "OSLO, March 9 - "), ["differs", "differs"]),
        (("OSLO, March 6 - ", "OSLO, April 6 - "), []),
        (("OSLO, Dec 31, 2010 - ", "OSLO, Jan 1, 2011 - "), ["conflict", "conflict"]),
        (("OSLO, Dec 31 - ", "OSLO, Jan 1 - "), ["conflict", "conflict"]),
        (("", ""), ["conflict", "conflict"]),
    ],
)
def test_figures_of_another_day_may_be_later_ones(lines, expected) -> None:
    a, b = (
        f"Herring\n\n{line}{BOARD.format(*figures)}\n"
        for line, figures in zip(lines, ((12, 300), (18, 250)), strict=True)
    )
    assert [strength for strength, _, _ in reported(a, b)] == expected


def test_the_explanation_tells_of_the_days_between() -> None:
    left, right = make_sides(
        f"Herring\n\nOSLO, March 6 - {BOARD.format(12, 300)}\n", f"Herring\n\nOSLO, March 9 - {BOARD.format(18, 300)}\n"
    )
    (conflict,) = compare(left, right).conflicts
    assert conflict.explanation.endswith("(the reports are 3 days apart: perhaps a later count).")


def test_the_day_that_the_file_tells_counts_as_well() -> None:
    left, right = make_sides(f"Herring\n\n{BOARD.format(12, 300)}\n", f"Herring\n\n{BOARD.format(18, 250)}\n")

    def dated(one: str, other: str) -> int:
        sides = (s._replace(document=replace(s.document, date=d)) for s, d in ((left, one), (right, other)))
        return len(compare(*sides).conflicts)

    assert dated("2011-03-06", "2011-05-06") == dated("2010-03-06", "2011-03-06T08:00") == 0
    assert dated("2011-03-06", "2011-03-07") == dated("2011-03-06", "yesterday") == 2


@pytest.mark.parametrize(("one", "other"), [("January", "February"), ("the first quarter", "the second quarter")])
def test_reports_of_two_periods_are_not_held_to_each_other(one, other) -> None:
    a = f"Herring in {one}\n\nAnna Hallam of the board named the figures.\n\n{BOARD.format(12, 300)}\n"
    b = f"Herring in {other}\n\nAnna Hallam of the board named the figures of the time.\n\n{BOARD.format(18, 250)}\n"
    assert reported(a, b) == []
    assert reported(a, b.replace(other, one)) != []


def test_reports_on_two_firms_are_not_held_to_each_other() -> None:
    mould = "{} is raising {} million dollars via an offering of bonds due in 2012, said the lead manager."
    a = f"Bonds sold\n\n{mould.format('Witco Corp', 140)}\n"
    b = f"Bonds sold\n\n{mould.format('Anitec Technology Corp', 75)}\n"
    assert reported(a, b) == []
    assert len(reported(a, b.replace("Anitec Technology", "Witco"))) == 1


def test_a_figure_that_differs_together_with_the_hour_is_of_another_hour() -> None:
    text = "Money\n\nThe Bank of Norway said it had given the {} {} million crowns of help in the {} session.\n"
    assert reported(text.format("market", 224, "morning"), text.format("banks", 284, "afternoon")) == []
    assert len(reported(text.format("market", 224, "morning"), text.format("market", 224, "afternoon"))) == 1


def test_today_is_yesterday_on_the_next_day() -> None:
    text = (
        "Talks\n\nOSLO, April {} - At a news conference after {} meeting the board said no new statement was needed.\n"
    )
    assert reported(text.format(8, "today's"), text.format(9, "yesterday's")) == []
    assert len(reported(text.format(8, "today's"), text.format(8, "yesterday's"))) == 1


NOON = "Herring stood at 14 crowns a crate in Grimstad, the dealers of the hall said."
EVENING = "Herring stood at 17 crowns a crate in Grimstad, the dealers of the hall said."


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (("Herring firm at midday", "Herring firm at the close"), []),
        (("Herring firm at the close", "Herring closes firm"), ["conflict"]),
        (("Herring firm", "Herring closes firm"), ["conflict"]),
    ],
)
def test_prices_of_two_hours_of_one_day_are_two_prices(titles, expected) -> None:
    assert [s for s, *_ in reported(f"{titles[0]}\n\n{NOON}\n", f"{titles[1]}\n\n{EVENING}\n")] == expected


CATCH = """Catch of {fish} rose in May

The catch of {fish} rose to {0} tonnes in Grimstad waters, the harbour board said.

Boats from the islands landed {1} tonnes of it at the northern pier, the board said.

Dealers sold {2} tonnes of it to the canneries along the coast before the summer.
"""


def test_titles_of_one_mould_that_name_other_things_tell_two_reports() -> None:
    herring = CATCH.format(340, 120, 90, fish="herring")
    assert reported(herring, CATCH.format(5100, 2200, 740, fish="mackerel")) == []
    assert len(reported(herring, CATCH.format(390, 150, 70, fish="herring"))) == 3


BOND = """{0} sells bonds

{0} is selling bonds worth {1} million crowns, the lead manager {2} said on the quay.

The bonds are sold in pieces of 5,000 crowns. They are listed in Oslo. Payment is due in the autumn.
"""


def test_copies_of_one_form_about_two_firms_are_two_reports() -> None:
    first = BOND.format("Hallberg Marine Corp", 40, "Nordvik Bank Corp")
    assert reported(first, BOND.format("Osten Timber Corp", 60, "Lofot Trust Corp")) == []
    assert len(reported(first, BOND.format("Hallberg Marine Corp", 60, "Nordvik Bank Corp"))) == 1


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("10 crowns to 15 crowns", "10 to 15 crowns", 0),
        ("10 to 15 crowns", "20 to 15 crowns", 1),
    ],
)
def test_the_ends_of_one_range_are_not_held_against_each_other(a, b, expected) -> None:
    told = "Ropes\n\nThe price of the ropes may rise by another {} a coil before the winter, Anna Hallam said.\n"
    assert len(reported(told.format(a), told.format(b))) == expected


FLOOD_A = (
    "Floods on the Skara coast\n\nAt least 40 homes were swept away when the river Lyra burst its banks near Skara, "
    "the interior minister Tomas Weil said.\n\n“We sat on the roof all night,” said Inga Moor of Hallund.\n\n"
    "President Anton Berger declared three days of mourning.\n"
)
FLOOD_B = (
    "Skara after the flood\n\nRescuers in rubber boats searched the streets of Skara, which the Lyra had turned into "
    "canals.\n\nThe warning came too late, the weather service Metra and the engineer Paula Ostrow said.\n\n"
    "Anton Berger, the president, announced two days of official mourning.\n"
)


def test_reports_of_one_place_that_begin_with_other_people_are_of_one_event() -> None:
    assert reported(FLOOD_A, FLOOD_B) == [("conflict", "three", "two")]


def test_names_that_begin_a_sentence_are_shared_with_an_article_that_tells_them_within_one() -> None:
    begun, within = map(told, make_sides("Berger spoke in Velm. Heralds left.", "In Hauge the president Berger spoke."))
    assert names_shared(begun, within) == names_shared(within, begun) == 1


def test_firms_of_one_trade_are_not_held_to_one_anothers_figures() -> None:
    told = "{0} Sales\n\n{1}, Mich., March 4 - {0} Co said its sales of cars in late February {2} pct over last year."
    a = told.format("Hallam Motor", "TARNOW", "rose 29")
    b = told.format("Weyford Motors", "ESKER", "fell 65")
    assert not [found for found in reported(a, b) if found[0] == "conflict" and found[1] == "29 pct"]
