"""Names of institutions are told whole by how they are built, however little is known of their words."""

from __future__ import annotations

import pytest

from index.entities.recognise import recognise


def bodies(make, text: str) -> list[str]:
    return [m.text for m in recognise(make(text)).mentions if m.type == "ORG"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Confederation of Danish Industry spoke.", ["Confederation of Danish Industry"]),
        ("Members of the Institute of Buddhist Studies met.", ["Institute of Buddhist Studies"]),
        ("The Standing Committee on Foreign Affairs sat.", ["Standing Committee on Foreign Affairs"]),
        (
            "She left the National Agency for Road Safety and Traffic of Kenya.",
            ["National Agency for Road Safety and Traffic of Kenya"],
        ),
        ("A judge of the Reserve Bank of Zambia said so.", ["Reserve Bank of Zambia"]),
        ("It went to the Forestry and Fisheries Regulation Agency.", ["Forestry and Fisheries Regulation Agency"]),
        (
            "The Office of the Director of Public Works and the Office of the Treasurer met.",
            ["Office of the Director of Public Works", "Office of the Treasurer"],
        ),
        ("La Comisión Nacional para la Reforma Fiscal met.", ["Comisión Nacional para la Reforma Fiscal"]),
        ("Petroleos de Ecuador cut output.", ["Petroleos de Ecuador"]),
    ],
)
def test_a_body_is_named_whole(make, text, expected):
    assert bodies(make, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Ministry of Defence and Foreign Ministry agreed.",
            ["Ministry of Defence", "Foreign Ministry"],
        ),
        ("The Justice Department and Trade Council met.", ["Justice Department", "Trade Council"]),
    ],
)
def test_two_bodies_stay_two(make, text, expected):
    assert bodies(make, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An internet protocol (IP) is new. The IP failed.", []),
        ("The Director General of Police (DGP) left. The DGP wept.", []),
        ("The anti-corruption unit (ACU) met. The ACU left.", ["ACU", "ACU"]),
        ("Sexual Minorities Uganda (SMUG) protested. They told SMUG so.", ["SMUG", "SMUG"]),
    ],
)
def test_letters_in_brackets_name_a_body_where_the_words_before_do(make, text, expected):
    assert bodies(make, text) == expected
