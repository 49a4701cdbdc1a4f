"""Names as agencies and papers print them: datelines, slugs, scorers, tickers, firms in short, bodies named whole."""

from __future__ import annotations

import pytest

from index.documents.sentences import sentences
from index.entities.recognise import recognise


def named(make, text: str) -> list[tuple[str, str]]:
    return [(m.text, m.type) for m in recognise(make(text)).mentions if m.type not in ("DATE", "NUMBER")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "TARNOVO - Police fired into the air on Monday after two men had run from a shop.",
            [("TARNOVO", "PLACE")],
        ),
        (
            "LAHORE: Farmers who had come from three villages blocked the road for six hours.",
            [("LAHORE", "PLACE")],
        ),
        (
            "LA PAZ (Reuters) - It rained for the third day in a row.",
            [("LA PAZ", "PLACE"), ("Reuters", "ORG")],
        ),
        ("WATCH - the minister walked out of the room as soon as he was asked.", []),
        (
            "EMERGING MARKETS-Toyota leads a rally as factories open again",
            [("Toyota", "ORG")],
        ),
        ("Its shares [ABXY.WA] fell.", [("ABXY.WA", "ORG")]),
        ("The profit was 312.5 MLN ZLOTYS in the end.", []),
    ],
)
def test_how_a_report_begins_and_quotes(make, text, names):
    assert named(make, text) == names


def test_who_scored_is_a_person_and_the_side_a_club(make):
    text = (
        "Summaries of the matches\n\nBarvik Town 2 Dorn Ekele 12, Veradin 41pen\n\nSolmark 0\n\nThe goalkeeper saved."
    )
    found = named(make, text)
    assert ("Barvik Town", "ORG") in found
    assert ("Dorn Ekele", "PERSON") in found
    assert ("Veradin", "PERSON") in found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was asked of Civil Aviation Minister Hardip Venka.", [("Hardip Venka", "PERSON")]),
        ("He met Belgian Finance Minister Mark Evens.", [("Belgian", "GROUP"), ("Mark Evens", "PERSON")]),
        ("She left Greenpeace Japan in May.", [("Greenpeace Japan", "ORG")]),
        ("Dublin City Council voted.", [("Dublin City Council", "ORG")]),
        ("It went to the Lahore High Court on Friday.", [("Lahore High Court", "ORG")]),
        ("An official of the Saudi Arabian Monetary Agency spoke.", [("Saudi Arabian Monetary Agency", "ORG")]),
        ("The West German bank met.", [("West German", "GROUP")]),
        ("Nothing was heard from Mitsui and Co on Friday.", [("Mitsui and Co", "ORG")]),
        ("It was sold to the Aluminum Co of America.", [("Aluminum Co of America", "ORG")]),
        ("Sarvo Imprego, which builds the dam, was silent.", [("Sarvo Imprego", "ORG")]),
        ("He met Veremos Unidos, led by Carlos Mesa.", [("Veremos Unidos", "ORG"), ("Carlos Mesa", "PERSON")]),
        (
            "They stood outside the Tokyo Metropolitan Government Building.",
            [("Tokyo Metropolitan Government Building", "PLACE")],
        ),
        ("They heard James Earl Jones on Friday.", [("James Earl Jones", "PERSON")]),
        ("It fell on the order of Trump, he said.", [("Trump", "PERSON")]),
        ("The ball went to Pat Cummins at once.", [("Pat Cummins", "PERSON")]),
        ("It fell into the hands of Parit Chiwarak.", [("Parit Chiwarak", "PERSON")]),
    ],
)
def test_names_whole(make, text, names):
    assert named(make, text) == names


def test_a_firm_goes_by_its_first_word(make):
    text = "Dennison Mines Ltd said it would sell ore. It was expected that Dennison would start in May."
    assert named(make, text)[-1] == ("Dennison", "ORG")


def test_a_common_word_is_short_for_the_body_that_it_begins(make):
    text = "They worked for Granite College on Friday. The cup went to Granite for once."
    assert named(make, text) == [("Granite College", "ORG"), ("Granite", "ORG")]


def test_a_player_after_a_town_makes_a_club_of_it(make):
    text = (
        "The referee sent off Cardiff wing Josh Adane after two tries in the match. The winger scored twice.\n\n"
        "The end of it for the Heat came late."
    )
    found = named(make, text)
    assert ("Cardiff", "ORG") in found
    assert ("Heat", "ORG") in found


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Gov.", "Gov."), ("Amb.", "Amb."), ("Atty. Gen.", "Atty. Gen."), ("Rt Hon", "Rt Hon"),
        ("Lt. Gov.", "Lt. Gov."),
        ("Maj.-Gen.", "Maj.-Gen."), ("Lt.-Col.", "Lt.-Col."),
        ("Rear Adm.", "Rear Adm."), ("Det. Supt.", "Det. Supt."), ("Pfc.", "Pfc."),
        ("Wing Commander", "Wing Commander"), ("Rev. Dr.", "Rev. Dr."), ("Mr. Justice", "Mr. Justice"),
        ("Hojatoleslam", "Hojatoleslam"), ("Mallam", "Mallam"), ("Datin Seri", "Datin Seri"), ("H.E.", "H.E."),
        ("Chargé d'Affaires", "Chargé d'Affaires"), ("Cde.", "Cde."),
    ],
)  # fmt: skip
def test_titles_are_no_part_of_a_name_and_end_no_sentence(make, title, told):
    document = make(f"On Monday they met {title} Marek Toluvan there. He said it was late.")
    (person,) = [m for m in recognise(document).mentions if m.type == "PERSON"]
    assert (person.text, person.title) == ("Marek Toluvan", told)
    assert len(list(sentences(document))) == 2
