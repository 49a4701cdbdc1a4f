"""What a report says by where it stands and by whom it introduces: several reports in one document, names that nobody
was introduced by, draws and standings.
"""

from __future__ import annotations

import pytest

from index.entities.recognise import recognise


def named(make, text: str) -> list[tuple[str, str]]:
    return [(m.text, m.type) for m in recognise(make(text)).mentions if m.type not in ("DATE", "NUMBER", "EVENT")]


MATCH = (
    "Soccer-Burnley beat Everton\n\nBURNLEY (Reuters) - The striker scored twice in the second-half and the goalkeeper "
    "saved a penalty as Burnley won the match."
)
POLITICS = "LONDON (Reuters) - Shops in Leeds and Cardiff will close. In Burnley beat officers walk the streets. {}"


def test_a_match_makes_no_clubs_of_the_towns_in_the_next_report(make):
    together = named(make, MATCH + "\n\n" + POLITICS.format("Leeds lost hundreds of jobs."))
    assert ("Burnley", "ORG") in together
    assert ("Leeds", "ORG") not in together
    assert together.count(("Leeds", "PLACE")) == 2
    # In one report the same words are about the club.
    assert ("Leeds", "ORG") in named(make, MATCH + " Leeds lost hundreds of fans.")


def test_whom_a_text_does_not_introduce_is_rather_a_body(make):
    text = "{}The line was closed. Vostrak said it would open in May. Nobody came. Vostrak said so twice."
    assert ("Vostrak", "PERSON") in named(make, text.format(""))
    introduced = named(make, text.format("Elena Kovac, an engineer, was there. "))
    assert introduced.count(("Vostrak", "ORG")) == 2
    for name in ("Peter Vostrak spoke to Elena Kovac. ", "Elena Kovac met Mr Vostrak. "):
        assert ("Vostrak", "ORG") not in named(make, text.format(name))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Velmar's government was criticised.", [("Velmar", "PERSON")]),
        ("Ukraine's government was criticised.", [("Ukraine", "PLACE")]),
        (
            "3-Dominic Thiem (Austria) beat 6-Stefanos Velmas (Greece) 7-6(5) 4-6 6-3",
            [("Dominic Thiem", "PERSON"), ("Austria", "PLACE"), ("Stefanos Velmas", "PERSON"), ("Greece", "PLACE")],
        ),
        ("They won the T20 series and flew home on the A320 jet.", []),
        ("He spoke to the G20 about it.", [("G20", "ORG")]),
        ("Vostrako, of which he owns a third, fell.", [("Vostrako", "ORG")]),
        ("She was granted bail by the West Kowloon Magistrates' Court.", [("West Kowloon Magistrates' Court", "ORG")]),
        (
            "The Polish Prosecutor General's Office spoke.",
            [("Polish", "GROUP"), ("Prosecutor General's Office", "ORG")],
        ),
        ("It was late, DeVarro said.", [("DeVarro", "PERSON")]),
        ("The ZRK-Plus alliance came third.", [("ZRK-Plus", "ORG")]),
    ],
)
def test_what_stands_beside_a_name_tells_its_kind(make, text, names):
    assert named(make, text) == names


def test_a_team_may_be_called_for_no_town(make):
    text = "NBA roundup\n\nThe guard scored 30 points in the game before the Golden State Warriors lost by a rebound."
    assert ("Golden State Warriors", "ORG") in named(make, text)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "Barvik 3 (Soltane 24, Machun 51, Suvar 76) Huesta 1 (Mirel 44)",
            [("Barvik", "ORG"), ("Soltane", "PERSON"), ("Machun", "PERSON"), ("Suvar", "PERSON"), ("Huesta", "ORG"),
             ("Mirel", "PERSON")],
        ),
        ("Tries: Burnel, Kelvar, Lowe 2.", [("Burnel", "PERSON"), ("Kelvar", "PERSON"), ("Lowe", "PERSON")]),
        ("Anadolu Efes 78 Zelmar Kaunas 70", [("Anadolu Efes", "ORG"), ("Zelmar Kaunas", "ORG")]),
        ("Queens Park Rangers 1 Reading 1", [("Queens Park Rangers", "ORG"), ("Reading", "ORG")]),
        ("Solmark 24 Cremor 24", [("Solmark", "ORG"), ("Cremor", "ORG")]),
        ("S. Brooks c Taylor b Wagner 2", [("S. Brooks", "PERSON"), ("Taylor", "PERSON"), ("Wagner", "PERSON")]),
        ("The best was Petra Velmar (GBR) once more.", [("Petra Velmar", "PERSON"), ("GBR", "PLACE")]),
    ],
)  # fmt: skip
def test_the_lines_of_a_match(make, line, names):
    assert named(make, f"Soccer-The matches of Sunday\n\n{line}") == names


def test_who_competes_for_a_nation_is_a_person(make):
    text = "Lance Stroll ({}) Racing Point"
    assert ("Lance Stroll", "PERSON") in named(make, text.format("Canada"))
    assert ("Lance Stroll", "PERSON") in named(make, text.format("CAN"))
