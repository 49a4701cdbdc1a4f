"""Dates and numbers carry a normalised value, as coarse as the text."""

from __future__ import annotations

import pytest

from index.entities.recognise import recognise
from index.entities.recognising.dates import times
from index.entities.recognising.lexicon import COUNTED, DATED
from index.entities.recognising.line import line
from index.entities.recognising.numbers import amounts
from index.entities.recognising.tokens import tokenise
from index.entities.tables import tables


def beginnings(text: str, flag: int) -> list[int]:
    """Where a word begins that a date or a number may begin with."""
    return [start for start, _ in line(text, tokenise(text, 0, len(text)), False, tables()).marked(flag)]


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("since February 2022 it", "February 2022", "2022-02"),
        ("PARIS - MAY 29, 2017 : he", "MAY 29, 2017", "2017-05-29"),
        ("on 31 February 2021 it", "31 February 2021", "2021"),
        ("on February 30 it", "February 30", ""),
        ("on 29 February it", "29 February", "--02-29"),
        ("on February 29, 2024, it", "February 29, 2024", "2024-02-29"),
        ("on February 29, 2000, it", "February 29, 2000", "2000-02-29"),
        ("on February 29, 1900, it", "February 29, 1900", "1900"),
        ("on 2023-02-29 it", "2023-02-29", "2023"),
        ("on 31/04/2021 it", "31/04/2021", "2021"),
        ("on 30-31 June 2021 it", "30-31 June 2021", "2021-06-30"),
        ("on 21 April 2025, he", "21 April 2025", "2025-04-21"),
        ("on 2025-04-21 he", "2025-04-21", "2025-04-21"),
        ("on July 18 they", "July 18", "--07-18"),
        ("on Aug. 2 they", "Aug. 2", "--08-02"),
        ("a three-year war", "three-year", "P3Y"),
        ("a 30-day ceasefire", "30-day", "P30D"),
        ("for 30 days now", "30 days", "P30D"),
        ("its third year of", "third year", "P3Y"),
        ("in the 1990s it", "1990s", "199"),
        ("in 2014 it", "2014", "2014"),
        ("by Monday it", "Monday", ""),
        ("after last week it", "last week", ""),
        ("within two hours it", "two hours", "PT2H"),
        ("from 2014-2016 it", "2014-2016", "2014/2016"),
        ("at 2021-03-04T10:00Z it", "2021-03-04T10:00Z", "2021-03-04"),
        ("in 2021-03 it", "2021-03", "2021-03"),
        ("on 7-9 December 2020 it", "7-9 December 2020", "2020-12-07"),
        ("from 3 to 5 May it", "3 to 5 May", "--05-03"),
        ("in Q3 2021 it", "Q3 2021", "2021-07/2021-09"),
        ("in the first quarter of 2020 it", "first quarter of 2020", "2020-01/2020-03"),
        ("in FY22 it", "FY22", "2022"),
        ("for two and a half years it", "two and a half years", "P2.5Y"),
        ("for half an hour it", "half an hour", "PT0.5H"),
        ("for a fortnight it", "a fortnight", "P2W"),
        ("for three decades it", "three decades", "P30Y"),
        ("in the 19th century it", "19th century", "18"),
        ("on Christmas Day it", "Christmas Day", "--12-25"),
        ("in 500 BC it", "500 BC", "-0499"),
        ("in the third quarter it", "third quarter", "--07/--09"),
        ("a fourth-quarter loss", "fourth-quarter", "--10/--12"),
        ("its 3Q20 profit", "3Q20", "2020-07/2020-09"),
        ("the first quarter of fiscal 2021 it", "first quarter of fiscal 2021", "2021"),
        ("in fiscal year 2020/21 it", "fiscal year 2020/21", "2020/2021"),
        ("the second half of 2020 it", "second half of 2020", "2020-07/2020-12"),
        ("in the ‘80s it", "‘80s", "198"),
        ("for 3 1/2 years it", "3 1/2 years", "P3.5Y"),
        ("a 7-1/2-year high", "7-1/2-year", "P7.5Y"),
        ("for twenty-five years it", "twenty-five years", "P25Y"),
        ("for five to seven years it", "five to seven years", "P5Y"),
        ("for three-quarters of an hour it", "three-quarters of an hour", "PT0.75H"),
        ("on the Fourth of July it", "Fourth of July", "--07-04"),
        ("from 30 May-2 June it", "30 May-2 June", "--05-30"),
        ("on November 3 to 5, it", "November 3 to 5", "--11-03"),
        ("by next Tuesday it", "next Tuesday", ""),
        ("in the early 90s it", "90s", "199"),
        ("the late nineties it", "nineties", "199"),
        ("in the '20s it", "'20s", ""),
        ("by 25/12/2020 it", "25/12/2020", "2020-12-25"),
        ("by 12/25/2020 it", "12/25/2020", "2020-12-25"),
        ("by 3/4/2021 it", "3/4/2021", "2021"),
        ("by 3.4.2021 it", "3.4.2021", "2021-04-03"),
        ("by 4/4/2021 it", "4/4/2021", "2021-04-04"),
        ("by mid-June it", "mid-June", "--06"),
        ("in early 2020 it", "early 2020", "2020"),
        ("by end-2020 it", "end-2020", "2020"),
        ("in the summer of 2020 it", "summer of 2020", "2020"),
        ("on Monday, July 18, 2022, it", "Monday, July 18, 2022", "2022-07-18"),
        ("on Monday 18th July it", "Monday 18th July", "--07-18"),
        ("until last July 18 it", "July 18", "--07-18"),
        ("at the June summit it", "June", "--06"),
        ("the post-2020 plan", "2020", "2020"),
        ("in recent years it", "recent years", ""),
        ("on April One, it", "April One", "--04-01"),
        ("from June One to", "June One", "--06-01"),
        ("in April One Lake played", "April", "--04"),
    ],
)
def test_dates(text, surface, value):
    found = times(text, beginnings(text, DATED), len(text))
    assert [(text[t.start : t.end], t.value) for t in found] == [(surface, value)]


@pytest.mark.parametrize(
    "text",
    [
        "they may go",
        "a 12-year-old girl",
        "the 2,014 people",
        "march on",
        "2000 people came",
        "twice a day",
        "500 tonnes a month",
        "a woman in her 90s",
        "a 30s delay",
        "on 31/13/2020",
        "the third quarter-final",
        "The March on Rome",
        "an April One-way ticket",
    ],
)
def test_what_is_no_date(text):
    assert times(text, beginnings(text, DATED), len(text)) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on 3/4/2021, before 25/12/2021.", "2021-04-03"),
        ("They met on 3/4/2021, before 12/25/2021.", "2021-03-04"),
        ("They met on 3/4/2021, between 25/12/2020 and 12/25/2021.", "2021"),
    ],
)
def test_other_dates_of_a_document_tell_which_figure_is_the_month(make, text, value):
    assert next(m.value for m in recognise(make(text)).mentions if m.type == "DATE") == value


def test_a_quarter_of_a_match_is_no_date(make):
    text = "The quarterback threw a touchdown in the third quarter.\n\nDenver scored twice in the NFL playoffs and won."
    assert [m.text for m in recognise(make(text)).mentions if m.type == "DATE"] == []


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("about 30% of it", "30%", "30 %"),
        ("some 12 percent more", "12 percent", "12 %"),
        ("paid $40 million to", "$40 million", "40000000 USD"),
        ("paid €1.5bn to", "€1.5bn", "1500000000 EUR"),
        ("paid 3.5 billion euros to", "3.5 billion euros", "3500000000 EUR"),
        ("paid Rs 4,000 to", "Rs 4,000", "4000 INR"),
        ("some 600 km away", "600 km", "600 km"),
        ("over 1,200,000 people", "1,200,000", "1200000"),
        ("two million people", "two million", "2000000"),
        ("tens of thousands of homes", "tens of thousands", ""),
        ("a million dollars was", "a million dollars", "1000000 USD"),
        ("half a million people", "half a million", "500000"),
        ("5-6% of it", "5-6%", "5 %"),
        ("25 basis points less", "25 basis points", "25 bp"),
        ("some 20,000 sq km of", "20,000 sq km", "20000 km2"),
        ("about 4 1/2 percent of it", "4 1/2 percent", "4.5 %"),
        ("about 7-3/4 pct of it", "7-3/4 pct", "7.75 %"),
        ("some 5 to 7 percent of it", "5 to 7 percent", "5 %"),
        ("from 5 to 7 percent of it", "7 percent", "7 %"),
        ("paid $1.2-$1.4 billion to", "$1.2-$1.4 billion", "1200000000 USD"),
        ("paid 50 million Australian dollars to", "50 million Australian dollars", "50000000 AUD"),
        ("paid 3 million Kenya shillings to", "3 million Kenya shillings", "3000000 KES"),
        ("paid ₱500 to", "₱500", "500 PHP"),
        ("paid 25 mln N.Z. Dlrs to", "25 mln N.Z. Dlrs", "25000000 NZD"),
        ("paid 25 mln Canadian dlrs to", "25 mln Canadian dlrs", "25000000 CAD"),
        ("paid 3.2 billion U.S. Dollars to", "3.2 billion U.S. Dollars", "3200000000 USD"),
        ("two million Real Betis fans", "two million", "2000000"),
        ("over a dozen people", "a dozen", "12"),
        ("one hundred and twenty men", "one hundred and twenty", "120"),
        ("a two-thirds majority", "two-thirds", "2/3"),
        ("only a third of seats", "a third", "1/3"),
        ("only one in five men", "one in five", "1/5"),
        ("some a quarter of a million men", "a quarter of a million", "250000"),
        ("some 500,000 barrels a day more", "500,000 barrels a day", "500000 bpd"),
    ],
)
def test_numbers(text, surface, value):
    found = amounts(text, beginnings(text, COUNTED), len(text))
    assert [(text[a.start : a.end], a.value) for a in found] == [(surface, value)]


@pytest.mark.parametrize("text", ["one in London", "the third quarter of 2020", "two in 2020", "one in two days"])
def test_what_is_no_part(text):
    assert [a.value for a in amounts(text, beginnings(text, COUNTED), len(text))] == []


def test_one_value_is_one_entity_whatever_the_words(make):
    mentions = recognise(make("A three-year war. After three years it ended. They gave 12% and 12 percent.")).mentions
    ids = {m.text: m.entity for m in mentions}
    assert ids["three-year"] == ids["three years"]
    assert ids["12%"] == ids["12 percent"]


@pytest.mark.parametrize(
    "text",
    [
        "Polls close at 1530 GMT.",
        "The raid began at 1845.",
        "Trains run 0900-1700 hrs.",
        "Held from 1000-1200 local time.",
        "They trade until 1000 London time, it said.",
        "At one point about 1700 lawsuits had been filed.",
        "The stock was bought in the 50s, a broker said.",
        "Futures fell from the mid 30s to 22.6 cents a bushel.",
    ],
)
def test_a_time_of_the_clock_is_no_year(make, text):
    assert [m.value for m in recognise(make(text)).mentions if m.type == "DATE"] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They spoke about 1848 this week.", "1848"),
        ("It was written in 1700 there.", "1700"),
        ("She told about 1945 elections.", "1945"),
        ("In the 80s it fell.", "198"),
        ("He lived there in the '50s; the stock was his father's.", "195"),
        ("Prices fell in the 1930s.", "193"),
        ("It opened in 1990, in London time stood still.", "1990"),
    ],
)
def test_a_year_and_a_decade_stay_what_they_are(make, text, value):
    assert [m.value for m in recognise(make(text)).mentions if m.type == "DATE"][:1] == [value]
