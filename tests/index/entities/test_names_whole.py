"""Names are told whole, by how they are built: places, bodies, people with particles; and what only looks like one."""

from __future__ import annotations

import pytest

from index.entities.recognise import recognise


def named(make, text: str) -> list[tuple[str, str]]:
    return [(m.text, m.type) for m in recognise(make(text)).mentions if m.type not in ("DATE", "NUMBER")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The dam is in the Upper Kalvani Region.", "Upper Kalvani Region"),
        ("They walked along the South Ontario River.", "South Ontario River"),
        ("He spoke at Marlow Vale Town Hall.", "Marlow Vale Town Hall"),
        ("The fire began at the Pelvora Plateau National Park.", "Pelvora Plateau National Park"),
        ("They fled to San Pedro Vilcaña.", "San Pedro Vilcaña"),
        ("They fled to Barrancas del Paraná.", "Barrancas del Paraná"),
        ("Boats crossed Lake Malawi.", "Lake Malawi"),
        ("They live in Old Nairobi.", "Old Nairobi"),
        ("The people of the Pozo de Arvelo left.", "Pozo de Arvelo"),
        ("They walked to Tolva Rock.", "Tolva Rock"),
        ("They closed the George Washington Bridge.", "George Washington Bridge"),
    ],
)
def test_a_place_is_told_with_the_word_for_what_it_is(make, text, place):
    assert named(make, text) == [(place, "PLACE")]


def test_a_given_name_before_such_a_word_is_no_place(make):
    assert named(make, "Chris Rock spoke.") == [("Chris Rock", "PERSON")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rep. Raul Labrador came.", [("Raul Labrador", "PERSON")]),
        ("They met Irving Berlin in Berlin.", [("Irving Berlin", "PERSON"), ("Berlin", "PLACE")]),
        (
            "They met George Washington on Tower Bridge.",
            [("George Washington", "PERSON"), ("Tower Bridge", "PLACE")],
        ),
        (
            "Actor Denzel Washington came. Washington said it was late. They left Washington.",
            [("Denzel Washington", "PERSON"), ("Washington", "PERSON"), ("Washington", "PLACE")],
        ),
        ("In Victoria they wait; Washington is far.", [("Victoria", "PLACE"), ("Washington", "PLACE")]),
    ],
)
def test_a_place_that_everybody_knows_may_be_a_last_name(make, text, names):
    assert named(make, text) == names


@pytest.mark.parametrize(
    "body",
    [
        "Harbour and Allied Workers' Union",
        "African Union Peace and Security Council",
        "United Nations Support Mission",
        "Chamber of Commerce, Industry, and Agriculture of Bolivia",
        "National Mechanism for the Prevention of Torture",
        "World Organisation Against Torture",
        "Kelbra Foods Holdings, Inc",
        "Centro Gumbra",
        "European Council on Foreign Relations",
    ],
)
def test_a_body_is_told_with_all_that_belongs_to_it(make, body):
    assert named(make, f"Men from the {body} came.") == [(body, "ORG")]


def test_a_list_of_fields_ends_before_people(make):
    names = named(make, "She met the Department of Commerce, Science, and Ana Kovac.")
    assert names == [("Department of Commerce", "ORG"), ("Ana Kovac", "PERSON")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was announced by bin Salman.", ["bin Salman"]),
        ("Prince Mohammed bin Salman spoke.", ["Mohammed bin Salman"]),
        ("Nasr ad-Din Kovac met Fazl ur-Rehman.", ["Nasr ad-Din Kovac", "Fazl ur-Rehman"]),
        ("Siti binti Ahmad left.", ["Siti binti Ahmad"]),
        ("The novelist Don Winslow met Don Felipe.", ["Don Winslow", "Don Felipe"]),
        ("Ayelet Shaked and Communications Minister Yoaz Kovac met.", ["Ayelet Shaked", "Yoaz Kovac"]),
        ("Police met P. C. George. It suited George.", ["P. C. George", "George"]),
        ("Ana Maldonado Kovac left. They blame Maldonado.", ["Ana Maldonado Kovac", "Maldonado"]),
        ("The lawyer, Amina Kovac, SC, argued well.", ["Amina Kovac"]),
    ],
)
def test_people_are_told_by_particles_and_by_both_last_names(make, text, names):
    assert named(make, text) == [(name, "PERSON") for name in names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The frigate USS Kendall followed the HMS Ardent.", []),
        ("A member, Ana Kovac (D-Va.), left.", [("Ana Kovac", "PERSON")]),
        ("A member, Ana Kovac (D-Tex), left.", [("Ana Kovac", "PERSON")]),
        ("They met at Eid al-Fitr.", [("Eid al-Fitr", "EVENT")]),
        ("He met Republicans in Congress.", [("Republicans", "GROUP"), ("Congress", "ORG")]),
        ("Many Fulani left.", [("Fulani", "GROUP")]),
        ("Many Northerners left.", [("Northerners", "GROUP")]),
        ("He has an R & D plan.", []),
    ],
)
def test_what_only_looks_like_a_name_is_none(make, text, names):
    assert named(make, text) == names


def test_what_speaks_of_itself_as_a_thing_is_a_body(make):
    assert named(make, "Norvik said it would build its own line.") == [("Norvik", "ORG")]
    assert named(make, "Kovac said it was cold.") == [("Kovac", "PERSON")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Ministry of Health Dr Amos Banda led met.", [("Ministry of Health", "ORG"), ("Amos Banda", "PERSON")]),
        ("Inspector-General of Police Usman Baba spoke.", [("Usman Baba", "PERSON")]),
        ("He met Public Works Minister Ana Kovac.", [("Ana Kovac", "PERSON")]),
        (
            "It was Banque du Sarvo Governor Riad Salameh.",
            [("Banque du Sarvo", "ORG"), ("Riad Salameh", "PERSON")],
        ),
        ("Turkana South MP Amos Banda left.", [("Turkana South", "PLACE"), ("Amos Banda", "PERSON")]),
        ("DIG South Kashmir Abdul Jabbar left.", [("Kashmir", "PLACE"), ("Abdul Jabbar", "PERSON")]),
    ],
)
def test_an_office_is_no_part_of_a_name(make, text, names):
    assert named(make, text) == names
