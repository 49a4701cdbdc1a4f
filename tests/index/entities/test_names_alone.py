"""What stands for a longer name: a last name with its particle, the end of a body's name, letters in brackets, a
ministry turned round, a given name in one word or two.
"""

from __future__ import annotations

import pytest

from index.entities.recognise import recognise


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna von der Lenden spoke. On Friday von der Lenden left.", ["Anna von der Lenden", "von der Lenden"]),
        ("Bill de Barsio spoke. But de Barsio left.", ["Bill de Barsio", "de Barsio"]),
        ("They met Mrs von Starch there.", ["von Starch"]),
        ("Virgil van Delmar is out, van Delmar's coach said.", ["Virgil van Delmar", "van Delmar"]),
        ("He drove a van Monday.", []),
        ("It was a coup de Grace for them.", []),
    ],
)
def test_a_last_name_alone_keeps_its_particle(make, text, names):
    assert [m.text for m in recognise(make(text)).mentions if m.type == "PERSON"] == names


def test_a_town_called_city_is_named_whole(make):
    mentions = recognise(make("He left New York City for the Kano district.")).mentions
    assert [(m.text, m.type) for m in mentions] == [("New York City", "PLACE"), ("Kano", "PLACE")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Royal Dutch Shell rose on Friday. Shell said it would pay.", {"Royal Dutch Shell", "Shell"}),
        ("They founded the Union for Progress (ProUN). The ProUN won.", {"Union for Progress", "ProUN"}),
        ("The Ministry of Defence met. The Defense Ministry paid.", {"Ministry of Defence", "Defense Ministry"}),
        (
            "The Department of Justice sued. The Justice Department lost.",
            {"Department of Justice", "Justice Department"},
        ),
        (
            "Abdel Fattah al-Marri spoke. Abdel-Fattah El-Marri left.",
            {"Abdel Fattah al-Marri", "Abdel-Fattah El-Marri"},
        ),
    ],
)
def test_one_thing_under_two_names(make, text, names):
    recognition = recognise(make(text))
    (entity,) = [e for e in recognition.entities if e.type in ("PERSON", "ORG")]
    assert {entity.name, *entity.aliases} == names


@pytest.mark.parametrize(
    "text",
    [
        "The European Parliament met in Brussels. In London it was put to Parliament.",
        "Abdul Karim spoke. Abdul Rahman left.",
    ],
)
def test_what_stays_two(make, text):
    bodies = [e for e in recognise(make(text)).entities if e.type in ("PERSON", "ORG")]
    assert len(bodies) == 2
