"""Names told by what stands in and beside them: bodies of a place, clubs, letters, last names that are towns or titles;
and what is told of a word by most of a document holds against one reading.
"""

from __future__ import annotations

from collections import Counter

import pytest

from index.entities.recognise import recognise


def named(make, text: str) -> list[tuple[str, str]]:
    return [(m.text, m.type) for m in recognise(make(text)).mentions if m.type not in ("DATE", "NUMBER")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She sued in the Rotterdam Court of Appeal.", [("Rotterdam Court of Appeal", "ORG")]),
        ("The Danish Association of Judges met.", [("Danish Association of Judges", "ORG")]),
        ("Help came from the Kenyan Red Cross.", [("Kenyan Red Cross", "ORG")]),
        ("He joined the Samoa Labour Party.", [("Samoa Labour Party", "ORG")]),
        ("The Dutch Ministry of Justice spoke.", [("Dutch", "GROUP"), ("Ministry of Justice", "ORG")]),
        ("It is before the Wayne County Board of Appeals.", [("Wayne County Board of Appeals", "ORG")]),
        ("The State Pardons Council met.", [("State Pardons Council", "ORG")]),
        ("He owes money to Amita Bank, they say.", [("Amita Bank", "ORG")]),
        ("He works for Zulu Traders Limited.", [("Zulu Traders Limited", "ORG")]),
        ("She teaches at Universiti Teknologi Johor.", [("Universiti Teknologi Johor", "ORG")]),
        ("The coach left. Sri Lanka Cricket said so.", [("Sri Lanka Cricket", "ORG")]),
        ("It went to SK Holdings for little.", [("SK Holdings", "ORG")]),
        ("She leads the Ghana Football Association.", [("Ghana Football Association", "ORG")]),
        ("Later Siam Vostro fell 1%.", [("Siam Vostro", "ORG")]),
        ("They told EASA and Transport Canada of it.", [("EASA", "ORG"), ("Transport Canada", "ORG")]),
    ],
)
def test_bodies_are_named_whole(make, text, names):
    assert named(make, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Maj. Gen. Zaw Lin Tun said nothing.", [("Zaw Lin Tun", "PERSON")]),
        ("The bank's Kotori Akita said it was cheap.", [("Kotori Akita", "PERSON")]),
        ("Opposition leader Elena Kovac asked for a vote.", [("Elena Kovac", "PERSON")]),
        ("They have expelled Bhim Rawal, the party's former head.", [("Bhim Rawal", "PERSON")]),
        ("He resisted. Jack Leach ended with five.", [("Jack Leach", "PERSON")]),
        ("They are second in Group C. Elena Kovac left.", [("Elena Kovac", "PERSON")]),
    ],
)
def test_people_are_named_whole(make, text, names):
    assert named(make, text) == names


def test_letters_that_spell_a_name_are_a_body(make):
    assert named(make, "They say that FAES are the result of it.") == [("FAES", "ORG")]
    assert named(make, "He met Marie DUPONT there.") == [("Marie DUPONT", "PERSON")]


def test_the_head_of_a_table_names_nobody(make):
    assert named(make, "Leading teams\n\nEastern Division W L OTL GF GA PTS\n\nthen they left.")[:1] != [
        ("Division W L OTL GF GA PTS", "ORG")
    ]


IN_TOWN = (
    "Fighting went on in northern Vostrak on Monday.",
    "They fled to Vostrak by road.",
    "The town of Vostrak was flooded.",
    "People from the village of Vostrak came.",
    "He lives near Vostrak, in the west.",
)


@pytest.mark.parametrize(
    "other",
    ["Minister Vostrak said so on Monday.", "A lawyer, Elena Vostrak, agreed.", "Vostrak Corp will close two plants."],
)
def test_one_reading_does_not_turn_all_others(make, other):
    kinds = Counter(kind for name, kind in named(make, "\n\n".join((*IN_TOWN, other))) if "Vostrak" in name)
    assert kinds["PLACE"] == len(IN_TOWN)
    assert sum(kinds.values()) == len(IN_TOWN) + 1


def test_who_is_named_in_full_is_meant_by_the_last_name(make):
    text = "A lawyer, Elena Vostrak, agreed.\n\nThe court heard Vostrak for an hour.\n\nThen Vostrak left."
    assert {kind for name, kind in named(make, text) if "Vostrak" in name} == {"PERSON"}
