"""Who governs, who once did, and whose office stands behind the name."""

from __future__ import annotations

import pytest

from tests.index.comparison.rules.rules import found

HALLAM = "The Hallam administration is selling the ferries of the state."
MOE = "The Moe administration is buying ferries for the state."
SOLBERG = "The Solberg administration is selling the ferries of the state."
DREW = "{} drew up the plan for the old northern pier of the town."


def told(a: str, b: str) -> list[str]:
    """The kinds and the words of what is told of two articles, each once, whichever of them is the first."""
    one = [(line.partition(",")[0], line.rpartition("A has ")[2]) for line in found("offices", a, b)]
    turned = {line.partition(",")[0] for line in found("offices", b, a)}
    assert {kind for kind, _ in one} == turned
    return sorted({f"{kind}: {words}" for kind, words in one})


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (HALLAM, MOE, ["participant: “Hallam administration”, B has “Moe administration”."]),
        (
            f"{HALLAM} The Olsen administration is buying boats.",
            MOE,
            [
                "participant: “Hallam administration”, B has “Moe administration”.",
                "participant: “Olsen administration”, B has “Moe administration”.",
            ],
        ),
        (
            HALLAM,
            f"President Victor Moe slept. {MOE}",
            ["participant: “Hallam administration”, B has “Moe administration”."],
        ),
        (f"French President Anna Hallam spoke. President Hallam slept. {HALLAM}", MOE, []),
        (HALLAM, "The ferries of the state are old.", []),
    ],
)
def test_one_administration_governs(a: str, b: str, expected: list[str]) -> None:
    assert told(a, b) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (SOLBERG, "Former President Anna Solberg spoke.", "Solberg administration"),
        (SOLBERG, "Former President Anna Solberg met President Victor Moe.", "Solberg administration"),
        (f"{MOE} {SOLBERG}", "Former President Anna Solberg met Victor Moe.", "Solberg administration"),
        ("The Solberg administration sold the ferries of the state.", "Former President Anna Solberg spoke.", ""),
    ],
)
def test_a_former_president_governs_no_longer(a: str, b: str, expected: str) -> None:
    lines = told(a, b)
    assert len(lines) == bool(expected)
    assert all(line.startswith(f"status: “{expected}”, B has “Former President") for line in lines)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anna Hallam, mayor of the town,", "Former Mayor Anna Hallam"),
        ("Anna Hallam, the mayor,", "Former Mayor Anna Hallam"),
        ("Anna Hallam, the old harbour town mayor,", "Former Mayor Anna Hallam"),
        ("Anna Maria Berg Hallam, the mayor,", "Former Mayor Anna Maria Berg Hallam"),
        ("President Anna Hallam", "Former French President Anna Hallam"),
    ],
)
def test_the_office_of_one_person(a: str, b: str) -> None:
    (line,) = told(DREW.format(a), DREW.format(b))
    assert line.startswith("status: ")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anna Hallam, the rich old harbour town mayor,", "Former Mayor Anna Hallam"),
        ("Anna Hallam, who saw the mayor,", "Former Mayor Anna Hallam"),
        ("Anna Hallam, the town; the mayor", "Former Mayor Anna Hallam"),
    ],
)
def test_an_office_that_is_not_of_that_person(a: str, b: str) -> None:
    assert told(DREW.format(a), DREW.format(b)) == []


def test_the_whole_name_that_stands_before_its_office_is_told() -> None:
    (line,) = found(
        "offices", DREW.format("Anna Maria Berg Hallam, the mayor,"), DREW.format("Former Mayor Anna Hallam")
    )
    assert "whether Anna Maria Berg Hallam holds" in line


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("Hallam's government is selling the ferries of the state.", True),
        ("The previous Hallam administration is blamed for the ferries.", False),
        ("The former old popular Hallam administration is blamed for the ferries.", False),
        ("The former very old popular Hallam administration is blamed for the ferries.", True),
        ("The Hallam administration is selling the ferries to a former mayor.", True),
        ("A former mayor of the old town said the Hallam administration is selling the ferries.", True),
        ("It is told that the Hallam administration sold ferries of the state.", False),
        ("The ferries of the state are sold by the Hallam administration.", False),
        ("The Hallam administration, among others, sold the ferries of the state.", False),
        ("The Hallam administration, among others, now has sold the ferries of the state.", True),
        ("The Hallam administration, among many others, now has sold the ferries of the state.", False),
        ("It is told that the Hallam administration, among others, sold the ferries of the state.", False),
    ],
)
def test_an_administration_acts_where_the_verb_is_in_the_present(sentence: str, acts: bool) -> None:
    assert bool(told(sentence, MOE)) == acts
