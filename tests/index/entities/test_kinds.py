"""What kind of thing a name is taken for, by its own words and by the words beside it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from index.entities.recognise import recognise


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Christian Eriksen scored twice for his side.", "Christian Eriksen", "PERSON"),
        ("Christian leaders met in the old town.", "Christian", "GROUP"),
        ("Many Sunnis and Kurds left the town.", "Kurds", "GROUP"),
        ("He met South Korean envoys on Monday.", "South Korean", "GROUP"),
        ("The Bosnian Serb army left the town.", "Bosnian Serb", "GROUP"),
        ("The Zarubians were told to leave.", "Zarubians", "GROUP"),
        ("The Zarubian people voted on Monday.", "Zarubian", "GROUP"),
        ("The Second World War ended in 1945.", "Second World War", "EVENT"),
        ("She won the Nobel Peace Prize in 2021.", "Nobel", ""),
        ("Tennis Australia said it would appeal.", "Tennis Australia", "ORG"),
        ("He works at the London Stock Exchange in the city.", "London Stock Exchange", "ORG"),
        ("She leads the Ministry of Foreign Affairs and Trade in Wellington.", "Wellington", "PLACE"),
        ("The Bank of England raised rates.", "Bank of England", "ORG"),
        ("Shares of Marks & Spencer fell.", "Marks & Spencer", "ORG"),
        ("The tanker crossed the Strait of Hormuz at night.", "Strait of Hormuz", "PLACE"),
        ("Rivers meet near Lower Saxony Heath.", "Lower Saxony", "PLACE"),
        ("al-Shabaab fighters took the port of Kismayo.", "Kismayo", "PLACE"),
        ("The Russian Ministry of Defence said so.", "Ministry of Defence", "ORG"),
        ("Mr and Mrs Okafor left for Lagos.", "Lagos", "PLACE"),
        ("Then-Prime Minister Theresa May spoke.", "Theresa May", "PERSON"),
        ("The former Defence Minister, Anna Berg, spoke.", "Anna Berg", "PERSON"),
        ("The agency cut the debt to B-minus on Monday.", "B-minus", ""),
        ("Terror at 36,000FT: a jet lands in Porto.", "000FT", ""),
        ("Its notes were raised to B-plus on Monday.", "B-plus", ""),
    ],
)
def test_kinds(make, text: str, name: str, kind: str) -> None:
    found = {mention.text: mention.type for mention in recognise(make(text)).mentions}
    assert found.get(name, "") == kind, found


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("It began on 24 February 2022 at 5 a.m. and cost $1.5 billion.", ["24 February 2022", "$1.5 billion"]),
        ("The 2022 Winter Olympics cost 3.9 billion dollars.", ["3.9 billion dollars"]),
        ("A 30-day ceasefire was agreed on Monday.", ["30-day", "Monday"]),
    ],
)
def test_dates_and_numbers_stand_apart_from_names(make, text: str, spans: list[str]) -> None:
    found = recognise(make(text)).mentions
    assert set(spans) <= {mention.text for mention in found}
    assert all(one.end <= other.start for one, other in pairwise(found))
