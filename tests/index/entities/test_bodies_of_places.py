"""Bodies that are called by a place, and places that are called by where they lie, are told whole."""

from __future__ import annotations

import pytest

from index.entities.recognise import recognise


def named(make, text: str) -> list[tuple[str, str]]:
    return [(m.text, m.type) for m in recognise(make(text)).mentions if m.type not in ("DATE", "NUMBER")]


@pytest.mark.parametrize(
    "body",
    [
        "Commonwealth Bank of Australia",
        "Board of Control for Rowing in India",
        "Torres Strait Regional Authority",
        "Waikato District Health Board",
        "New South Wales Police Force",
        "Abu Dhabi Department of Culture and Tourism",
        "Taiwan Centers for Disease Control",
        "Association of Public Teachers of South Africa",
        "Oyo State House of Assembly",
        "Quezon City Police District",
    ],
)
def test_a_body_of_a_place_is_one_name(make, body):
    assert named(make, f"Men from the {body} came.") == [(body, "ORG")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kivu Harvest Tracker said ten had died.", [("Kivu Harvest Tracker", "ORG")]),
        ("Men of the Kivu Harvest Tracker left.", [("Kivu", "PLACE")]),
        (
            "Supreme Mining Tribunal head Elena Kovac spoke.",
            [("Supreme Mining Tribunal", "ORG"), ("Elena Kovac", "PERSON")],
        ),
        (
            "The Department of Islamic Development Malaysia met.",
            [("Department of Islamic Development Malaysia", "ORG")],
        ),
        (
            "Petroleos Mexicanos CEO Elena Kovac left.",
            [("Petroleos Mexicanos", "ORG"), ("Elena Kovac", "PERSON")],
        ),
        (
            "The Coal and Iron Holding Group and Copper Trading Group met.",
            [("Coal and Iron Holding Group", "ORG"), ("Copper Trading Group", "ORG")],
        ),
        ("Members of Jamaat-e-Sahiwal met.", [("Jamaat-e-Sahiwal", "ORG")]),
        ("Fans of Sheffield Wednesday sang on Wednesday.", [("Sheffield Wednesday", "ORG")]),
        ("Readers of Il Sole 24 Ore knew.", [("Il Sole 24 Ore", "ORG")]),
        ("PTT Exploration and Production fell.", [("PTT Exploration and Production", "ORG")]),
        ("It fell at 9:45 a.m. ET in thin trade.", []),
    ],
)
def test_what_belongs_to_the_name_of_a_body(make, text, names):
    assert named(make, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Voters of Tamale South queued.", [("Tamale South", "PLACE")]),
        ("He was led into West Kowloon court.", [("West Kowloon", "PLACE")]),
        ("They flew to Dar es Salaam.", [("Dar es Salaam", "PLACE")]),
        ("Floods reached Sarvan and Dorgat districts.", [("Sarvan", "PLACE"), ("Dorgat", "PLACE")]),
        ("He told U.S. District Judge Elena Kovac.", [("U.S.", "PLACE"), ("Elena Kovac", "PERSON")]),
        ("She lent to TBC Bank.", [("TBC Bank", "ORG")]),
        ("Democratic Republic of Congo troops fled.", [("Democratic Republic of Congo", "PLACE")]),
    ],
)
def test_places_by_where_they_lie(make, text, names):
    assert named(make, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was won by Dean Smith's side.", [("Dean Smith", "PERSON")]),
        ("They met Dean Rachel Smith there.", [("Rachel Smith", "PERSON")]),
        ("Dean Henderson kept goal.", [("Dean Henderson", "PERSON")]),
        ("Jordan Henderson ran to Jordan.", [("Jordan Henderson", "PERSON"), ("Jordan", "PLACE")]),
        (
            "LLOYD KOVAC, BUDGET AND TRADE\n\nThe vote is near, and Kovac knows.",
            [("LLOYD KOVAC", "PERSON"), ("Kovac", "PERSON")],
        ),
    ],
)
def test_people_with_titles_or_in_capitals(make, text, names):
    assert named(make, text) == names
