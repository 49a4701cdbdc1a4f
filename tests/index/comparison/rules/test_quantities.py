"""What a sentence counts and measures: value and unit, its bound, what is counted, and the words that print it."""

from __future__ import annotations

import pytest

from index.comparison.aligning.quantities import Quantity, agree, counted_apart, is_date, of_other_things, quantities
from index.comparison.aligning.tokens import tokenize
from index.comparison.conflicts.reading.saying import of_two_sources, told_otherwise


def read(text: str) -> tuple[Quantity, ...]:
    return quantities(tokenize(text, 0, len(text)), text)


def shown(text: str) -> list[str]:
    """Each figure as value, unit, currency, bound, what is counted, and in brackets its printed words."""
    words = tokenize(text, 0, len(text))
    lines = []
    for q in quantities(words, text):
        printed = text[words[q.first].start : words[q.end - 1].end]
        parts = [f"{q.value:.6g}", q.unit, q.currency, q.bound, " ".join(q.head), f"[{printed}]"]
        lines.append(" ".join(part for part in parts if part))
        assert q.first <= q.at < q.end
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry carried 30 passengers.", ["30 count passeng [30]"]),
        ("The ferry carried thirty tired old passengers across.", ["30 count tire old passeng [thirty]"]),
        ("In 1907 the ferry carried 30 people.", ["30 count =people [30]"]),
        ("They sold more than a million inhalers.", ["1e+06 count above inhal [a million]"]),
        ("Half a million doses came.", ["500000 count dose come [Half a million]"]),
        ("About half a dozen boats sank.", ["6 count about boat sink [half a dozen]"]),
        ("It cost half a billion euros.", ["5e+08 money € [half a billion euros]"]),
        ("It cost one and a half million euros.", ["1.5e+06 money € [one and a half million euros]"]),
        ("In April 19 boats sank.", ["19 count boat sink [19]"]),
        ("On April 19 boats sank.", []),
        ("It cost $40 million.", ["4e+07 money $ [$40 million]"]),
        ("It cost 40 million euros this year.", ["4e+07 money € [40 million euros]"]),
        ("It cost 50 cents.", ["0.5 money $ [50 cents]"]),
        ("It cost €3.50 a ticket.", ["3.5 money € [€3.50]"]),
        ("They want 12 percent of it.", ["12 percent [12 percent]"]),
        ("They want 12% of it.", ["12 percent [12%]"]),
        ("It lasted six days.", ["6 days [six days]"]),
        ("It lasted two weeks, then ended.", ["14 days [two weeks]"]),
        ("It lasted 90 minutes.", ["0.0625 days [90 minutes]"]),
        ("It lasted 36 hours.", ["1.5 days [36 hours]"]),
        ("It lasted 30 seconds.", ["0.000347222 days [30 seconds]"]),
        ("It lasted three decades.", ["10957.5 days [three decades]"]),
        ("It lasted a month or two months.", ["60.8 days [two months]"]),
        ("It lasted two centuries.", ["73050 days [two centuries]"]),
        ("It lasted 1 year of war.", ["365.25 days =war [1 year]"]),
        ("About 40 boats sank.", ["40 count about boat sink [40]"]),
        ("Some 40 boats sank.", ["40 count about boat sink [40]"]),
        ("More than 40 boats sank.", ["40 count above boat sink [40]"]),
        ("Fewer than 40 boats sank.", ["40 count below boat sink [40]"]),
        ("Less than 40 boats sank.", ["40 count below boat sink [40]"]),
        ("Rather than 40 boats they sank.", ["40 count boat [40]"]),
        ("At least 40 boats sank.", ["40 count above boat sink [40]"]),
        ("Its least 40 boats sank.", ["40 count boat sink [40]"]),
        ("Over 40 boats sank.", ["40 count above boat sink [40]"]),
        ("Under 40 boats sank.", ["40 count below boat sink [40]"]),
        ("Up to 40 boats sank.", ["40 count below boat sink [40]"]),
        ("Down to 40 boats sank.", ["40 count boat sink [40]"]),
        ("At most 40 boats sank.", ["40 count boat sink [40]"]),
        ("Boats, some, 40, sank.", ["40 count about [40]"]),
        ("40 boats sank.", ["40 count boat sink [40]"]),
        ("Than 40 boats sank.", ["40 count boat sink [40]"]),
        ("He was banned twice.", ["2 count time [twice]"]),
        ("He was banned almost thrice this year.", ["3 count about time [thrice]"]),
        ("Half of the boats sank.", ["50 percent [Half]"]),
        ("Half its boats sank.", ["50 percent [Half]"]),
        ("Half boats sank.", []),
        ("The second half of the boats sank.", []),
        ("About half of the boats sank.", ["50 percent about [half]"]),
        ("A half of the boats sank.", ["50 percent [A half]"]),
        ("A third of the boats sank.", ["33.3333 percent [A third]"]),
        ("A third boat sank.", []),
        ("A fourth of them or two fourths of them.", ["25 percent [A fourth]", "50 percent [two fourths]"]),
        ("A fifth of them or two fifths of them.", ["20 percent [A fifth]", "40 percent [two fifths]"]),
        ("A sixth of them or an eighth.", ["16.6667 percent [A sixth]"]),
        ("One eighth of them or one tenth of them.", ["12.5 percent [One eighth]", "10 percent [one tenth]"]),
        ("Two-thirds of the boats sank.", ["66.6667 percent [Two-thirds]"]),
        ("Two-thirds boats sank.", ["66.6667 percent boat sink [Two-thirds]"]),
        ("Two thirds boats sank.", ["2 count third boat sink [Two]"]),
        ("Two thirds of the boats sank.", ["66.6667 percent [Two thirds]"]),
        ("One-third of the boats sank.", ["33.3333 percent [One-third]"]),
        ("One-third boats sank.", ["1 count boat sink [One]"]),
        ("Two third of the boats sank.", ["2 count [Two]"]),
        ("Three quarters of those boats sank.", ["75 percent [Three quarters]"]),
        ("Five quarters of those boats sank.", ["5 count quarter [Five]"]),
        ("The tenth of the boats sank.", []),
        ("A quarter of our 40 boats sank.", ["25 percent [A quarter]", "40 count boat sink [40]"]),
        ("Nine-tenths of the 40 boats sank.", ["90 percent [Nine-tenths]", "40 count boat sink [40]"]),
        ("It ended in half", []),
        ("Boats sank by a third", []),
        ("At 9 a.m. they left.", ["540 clock [9 a.m.]"]),
        ("At 9 am they left.", ["540 clock [9 am]"]),
        ("At 0100 GMT they left.", ["60 clock ·gmt [0100 GMT]"]),
        ("At 9:40 a.m. they left.", ["580 clock [9:40 a.m.]"]),
        ("At 9:40 they left.", ["580 clock [9:40]"]),
        ("At 4 pm they left.", ["960 clock [4 pm]"]),
        ("At 12 p.m. they left.", ["720 clock [12 p.m.]"]),
        ("At 12 a.m. they left.", ["0 clock [12 a.m.]"]),
        ("At 0940 GMT they left.", ["580 clock ·gmt [0940 GMT]"]),
        ("At 2359 GMT they left.", ["1439 clock ·gmt [2359 GMT]"]),
        ("At 2400 GMT they left.", ["2400 count ·gmt [2400]"]),
        ("At 14:30 GMT they left.", ["870 clock ·gmt [14:30 GMT]"]),
        ("At 24 o'clock they left.", ["1440 clock [24 o'clock]"]),
        ("At 25 o'clock they left.", ["25 count o'clock [25]"]),
        ("At 940 hrs they left.", ["940 count hrs [940]"]),
        ("At 0940 hrs they left.", ["580 clock [0940 hrs]"]),
        ("At 9 hrs they left.", ["9 count hrs [9]"]),
        ("At nine o'clock they left.", ["9 count o'clock [nine]"]),
        ("At 9:4 a.m. they left.", ["9 count [9]", "240 clock [4 a.m.]"]),
        ("They left at 9 a.m", ["9 count [9]"]),
        ("They left 9:40", ["580 clock [9:40]"]),
        ("They left around half past four in the morning.", ["270 clock [half past four in the morning]"]),
        ("They left at a quarter to six.", ["345 clock [a quarter to six]"]),
        (
            "They left quarter past 12 o'clock in the afternoon",
            ["735 clock [quarter past 12 o'clock in the afternoon]"],
        ),
        ("At four in the evening they left.", ["960 clock [four in the evening]"]),
        ("They caught four in the morning.", ["4 count [four]"]),
        ("They gave a quarter to six clubs.", ["6 count club [six]"]),
        ("They left half past forty men.", ["40 count men [forty]"]),
        ("They left at a quarter to", []),
        ("They asked 600 farmers from September 16-19, by mail.", ["600 count farmer [600]"]),
        ("From Sept. 19 to 22, they asked farmers.", []),
        ("The poll was made September 16-19, using landlines.", []),
        ("In April 19 miners died.", ["19 count miner =kill [19]"]),
        ("On May 3 12 boats sank.", ["12 count boat sink [12]"]),
        ("In May 3 to 5 boats sank.", ["5 count boat sink [5]"]),
        ("See https://example.org/news/3186044/ferry-4?page=12 for 3 pictures.", ["3 count pictur [3]"]),
        ("See www.example.org/31 or Aa-3.", ["3 count [3]"]),
        ("It weighs 2,29 tons.", []),
        ("It weighs 12,345 tons.", ["12345 count ton [12,345]"]),
        ("It weighs 2.29 tons.", ["2.29 count ton [2.29]"]),
        ("It holds 40, and 50 boats.", ["40 count [40]", "50 count boat [50]"]),
        ("He ate 40 of the boats.", ["40 count [40]"]),
        ("He ate 40 more boats.", ["40 count boat [40]"]),
        ("He ate 40 such boats of ours.", ["40 count boat [40]"]),
        ("He ate 40 of his boats.", ["40 count [40]"]),
        ("He ate 40 - and 50 - boats.", ["40 count [40]", "50 count boat [50]"]),
        ("He ate 40-odd boats.", ["40 count odd boat [40]"]),
        ("He had 40 very old long red boats.", ["40 count [40]"]),
        ("He had 40 (forty) boats.", ["40 count [40]", "40 count [forty]"]),
        ("They sold 40 yuan notes.", ["40 money yuan =say [40 yuan]"]),
        ("They sold 40 pounds.", ["40 money £ [40 pounds]"]),
        ("It cost $40.", ["40 money $ [$40]"]),
        ("It cost US $40 in all.", ["40 money $ [$40]"]),
        ("Nearly $40 was paid.", ["40 money $ about [$40]"]),
        ("More than $40 was paid.", ["40 money $ above [$40]"]),
        ("Three of them sank.", ["3 count [Three]"]),
        ("The 30-day truce ended.", ["30 days =ceasefire =end [30-day]"]),
        ("The three-year war ended.", ["1095.75 days =war =end [three-year]"]),
        ("Three-day and four-day sails.", ["3 days [Three-day]", "4 days sail [four-day]"]),
        ("40", ["40 count [40]"]),
    ],
)
def test_the_figures_of_a_sentence(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_of_a_heap_of_numbers_the_first_hundred_are_read() -> None:
    assert len(read(", ".join(f"{n + 3000} nets" for n in range(120)))) == 100


@pytest.mark.parametrize(
    ("text", "at", "date"),
    [
        ("in 1700", 1, True),
        ("in 1699", 1, False),
        ("in 2100", 1, True),
        ("in 2101", 1, False),
        ("in 2,000", 1, False),
        ("May 1", 1, True),
        ("May 31", 1, True),
        ("May 32", 1, False),
        ("1 May", 0, True),
        ("May four", 1, False),
        ("$1999", 1, False),
        ("1999 percent", 0, False),
        ("April and 4", 2, False),
        ("4", 0, False),
        ("1999", 0, True),
    ],
)
def test_years_and_days_are_no_figures(text: str, at: int, date: bool) -> None:
    assert is_date(tokenize(text, 0, len(text)), at) is date


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("40 boats", "40 boats", True),
        ("40 boats", "41 boats", False),
        ("about 40 boats", "44 boats", True),
        ("about 40 boats", "45 boats", False),
        ("about 90 boats", "100 boats", True),
        ("about 89 boats", "100 boats", False),
        ("more than 40 boats", "41 boats", True),
        ("more than 40 boats", "80 boats", True),
        ("more than 40 boats", "81 boats", False),
        ("more than 40 boats", "30 boats", False),
        ("fewer than 80 boats", "40 boats", True),
        ("fewer than 80 boats", "39 boats", False),
        ("fewer than 80 boats", "90 boats", False),
        ("more than 40 boats", "more than 60 boats", False),
        ("more than 40 boats", "fewer than 60 boats", True),
        ("$40", "€50", True),
        ("$40", "$50", False),
        ("a month and 30 days", "30 days", True),
        ("28 days", "27 days", True),
        ("28 days", "26 days", False),
        ("27 days", "26 days", False),
        ("114 tons", "114.1 tons", True),
        ("17.4 percent", "17 per cent", True),
        ("17.6 percent", "17 per cent", False),
        ("7.4 percent", "7 per cent", False),
        ("1.3 million inhalers", "more than a million inhalers", True),
        ("1.2 million tons", "1,210,000 tons", True),
        ("1.2 million tons", "1,260,000 tons", False),
        ("1.25 million tons", "1.26 million tons", False),
        ("9 a.m.", "11 a.m.", False),
        ("9 a.m.", "0900 GMT", True),
        ("1300 GMT", "0100 GMT", False),
        ("9 a.m.", "9 p.m.", False),
        ("9:00", "9 p.m.", True),
        ("13:00", "1 a.m.", False),
        ("12:30", "12:30 a.m.", True),
        ("9 a.m. GMT", "10 a.m. CET", True),
        ("9 a.m. GMT", "10 a.m. GMT", False),
    ],
)
def test_which_figures_can_be_of_one_thing(one: str, other: str, both: bool) -> None:
    a, b = read(one)[-1], read(other)[-1]
    assert agree(a, b) is agree(b, a) is both


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("the mayor and 3 others", "4 people", True),
        ("the mayor and 3 others", "6 people", True),
        ("the mayor and 3 others", "7 people", False),
        ("the mayor and 3 others", "4 others", False),
        ("3 people", "4 people", False),
        ("3 more boats", "4 boats", True),
        ("the mayor and 3 old others", "4 people", False),
    ],
)
def test_who_is_named_beside_a_count(one: str, other: str, apart: bool) -> None:
    words = [tokenize(text, 0, len(text)) for text in (one, other)]
    a, b = read(one)[0], read(other)[0]
    assert counted_apart(words[0], a, words[1], b) is counted_apart(words[1], b, words[0], a) is apart


@pytest.mark.parametrize(
    ("one", "other", "others"),
    [
        ("40 boats", "50 nets", True),
        ("40 boats", "50 boats", False),
        ("40 old boats", "50 boats of old", False),
        ("40", "50 nets", False),
        ("a 50-day window", "a 30-day truce", True),
        ("a 50-day truce", "a 30-day truce", False),
        ("100 hectares", "247 acres", True),
        ("100 hectares", "300 acres", False),
        ("100 hectares", "30 miles", True),
        ("10 kilometres", "6.2 miles", True),
        ("10 kilometres", "5 miles", False),
        ("$40 nets", "$50 boats", False),
        ("40 percent of boats", "50 nets", False),
    ],
)
def test_figures_of_things_that_share_no_word(one: str, other: str, others: bool) -> None:
    assert of_other_things(read(one)[0], read(other)[0]) is others


@pytest.mark.parametrize(
    ("one", "other", "otherwise"),
    [
        ("They planned to sell 40 boats.", "They sold 50 boats.", True),
        ("They sold 50 boats.", "They planned to sell 40 boats.", True),
        ("They planned to sell 40 boats.", "They will sell 50 boats.", False),
        ("They planned to sell 40 boats.", "They hoped to sell 50 boats.", False),
        ("They planned, in the end, to sell 40 boats.", "They sold 50 boats.", True),
        ("They planned, then, in the end, to sell 40 boats.", "They sold 50 boats.", False),
        ("They sold 40 boats.", "They sold 50 boats.", False),
        ("Prices rose by 4 crowns.", "Prices rose to 5 crowns.", True),
        ("Prices rose at 5 crowns.", "Prices rose by 4 crowns.", True),
        ("Prices rose by 4 crowns.", "Prices rose by 5 crowns.", False),
        ("Prices rose from 4 crowns.", "Prices rose to 5 crowns.", True),
        ("Prices rose from 4 crowns.", "Prices rose from 5 crowns.", False),
        ("4 boats sank.", "5 boats sank.", False),
        ("The police said 40 boats sank.", "The pilots said 50 boats sank.", True),
        ("The police said 40 boats sank.", "The police said 50 boats sank.", False),
        ("The police of the town said 40 boats sank.", "The town counted 50 boats.", False),
        ("They said 40 boats sank.", "The pilots said 50 boats sank.", False),
        ("The police of Kelsa counted 40 boats.", "The pilots of Dorn counted 50 boats.", True),
        ("The police say Record 40 boats sank.", "The pilots say 50 boats sank.", True),
    ],
)
def test_two_figures_may_both_be_right(one: str, other: str, otherwise: bool) -> None:
    words = [tokenize(text, 0, len(text)) for text in (one, other)]
    assert told_otherwise(words[0], read(one)[0], words[1], read(other)[0]) is otherwise


@pytest.mark.parametrize(
    ("one", "other", "at", "there", "ends"),
    [
        ("from 10 cents to 15 cents", "from 10 to 15 cents", 0, 1, True),
        ("from 10 cents to 15 cents", "from 10 to 15 cents", 1, 0, True),
        ("between 10 and 15 boats", "between 10 and 15 boats", 0, 1, True),
        ("10 to 15 boats", "20 boats", 0, 0, False),
        ("10 boats or 15 boats", "10 boats or 15 boats", 0, 1, False),
        ("10 to 15 boats", "10 to 25 boats", 1, 1, False),
        ("10 long old nets to 15 boats", "10 long old nets to 15 boats", 0, 1, False),
    ],
)
def test_the_two_ends_of_a_range(one: str, other: str, at: int, there: int, ends: bool) -> None:
    words = [tokenize(text, 0, len(text)) for text in (one, other)]
    assert of_two_sources(words[0], read(one)[at], words[1], read(other)[there]) is ends
