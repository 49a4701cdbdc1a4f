"""The table of what may be told of a thing: whose names share a thing, what is decided, shared or denied in it."""

from __future__ import annotations

import pytest

from index.comparison.conflicts.reading.tables import table
from index.comparison.conflicts.what_became.states import asked_of, questions
from index.comparison.conflicts.what_became.things import other_states
from tests.index.comparison.rules.rules import found
from tests.index.comparison.rules.texts import both_told

BUS = ("The bus crashed in Kolmen near Oster.", "Near Oster, a bus crashed in Kolmen.")
TELLINGS = [
    ("one name of a thing", "The skipper survived.", "The captain died.", True),
    ("two things that are asked the same", "The pilot survived.", "The conductor died.", False),
    ("what is decided and not yet done", "The mayor will resign.", "The mayor rejected calls to step down.", True),
    ("what is not decided and not yet done", "The airport will stay shut.", "The airport was open.", False),
    ("what it was until then", "The airport was shut until noon.", "The airport was open.", False),
    ("what it is until then", "The airport is shut until noon.", "The airport is open.", True),
    ("of several, some in the one state", "Roads were closed.", "Roads were open.", False),
    ("of several, of whom no share is asked", "The hostages survived.", "The hostages were killed.", True),
    ("a phrase that must be denied", "The army was not needed.", "Soldiers were sent in.", True),
    ("a phrase that must be denied, by another word", "The army was never needed.", "Soldiers were sent in.", True),
    ("the same phrase without", "The army was needed.", "Soldiers were sent in.", False),
    ("a phrase of several words that must be denied", "Creditors did not lose a cent.", "Creditors lose half.", True),
    ("the same phrase of several words without", "Creditors lose a cent.", "Creditors lose half.", False),
]


@pytest.mark.parametrize(("a", "b", "differ"), [case[1:] for case in TELLINGS], ids=[case[0] for case in TELLINGS])
def test_what_the_table_holds_against_each_other(a: str, b: str, differ: bool) -> None:
    assert bool(found("things", f"{BUS[0]} {a}", f"{BUS[1]} {b}")) == differ


@pytest.mark.parametrize("said", ["is holding", "still holding"])
def test_all_words_before_a_thing_are_shown(said: str) -> None:
    one, other = both_told(f"{BUS[0]} Police {said} the suspect.", f"{BUS[1]} The suspect was released.")
    (finding,) = other_states(one, other)
    assert one.side.document.text[slice(*finding.a)] == f"{said} the suspect"


def test_every_question_is_asked_of_some_noun_and_every_phrase_tells_something() -> None:
    asked = {number for of in asked_of().values() for number, _ in of}
    assert asked == set(range(len(questions())))
    for question in table("states"):
        assert all(phrase[0] not in ("not", "{}") or len(phrase) > 1 for point in question.points for phrase in point)
