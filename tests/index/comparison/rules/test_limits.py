"""How long a sentence may be, and how often told what an event has once: what is longer is no prose, or of several."""

from __future__ import annotations

import pytest

from tests.index.comparison.rules.rules import found

OTHERS = {
    "contraries": "Minister Rosa Brenner stormed out shortly before nine in Kelsa, Brenner wrote.",
    "no_such_thing": "The howitzers of Kelsa fired, Captain Brenner wrote.",
    "event_days": "The ferry of Kelsa sank on Sunday, Brenner wrote.",
    "event_matters": "No ransom was paid in Kelsa, Captain Brenner insisted to the pirates.",
    "outcomes": "Vera Lund lost the election for mayor of Kelsa, Brenner wrote.",
}
TELLING = {
    "contraries": "In Kelsa Ms Brenner stayed to the end",
    "no_such_thing": "No howitzers were fired in Kelsa",
    "event_days": "On Monday the ferry of Kelsa sank",
    "event_matters": "The pirates of Kelsa got their money",
    "outcomes": "Vera Lund won the election for mayor of Kelsa",
}


@pytest.mark.parametrize(
    ("rule", "longest"),
    [("contraries", 80), ("event_days", 80), ("event_matters", 120), ("no_such_thing", 80), ("outcomes", 200)],
)
def test_a_sentence_is_read_up_to_a_length(rule: str, longest: int) -> None:
    def of_length(words: int) -> str:
        told = f"{TELLING[rule]} as Brenner wrote".split()
        return " ".join([*told, *["slowly"] * (words - len(told))]) + "."

    assert len(found(rule, of_length(longest), OTHERS[rule])) == 1
    assert found(rule, of_length(longest + 1), OTHERS[rule]) == []


@pytest.mark.parametrize(("rule", "most"), [("contraries", 12), ("event_days", 12), ("event_matters", 20)])
def test_what_is_told_too_often_is_of_several(rule: str, most: int) -> None:
    def of_times(times: int) -> str:
        return " ".join(f"{TELLING[rule]}, Brenner wrote{' slowly' * n}." for n in range(times))

    assert len(found(rule, of_times(most), OTHERS[rule])) == 1
    assert found(rule, of_times(most + 1), OTHERS[rule]) == []
