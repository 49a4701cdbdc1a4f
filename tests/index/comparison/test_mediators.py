"""Who mediates, and who is said not to."""

from __future__ import annotations

import pytest

from tests.index.comparison.test_disagreements import conflicts

LEAD = "The guilds of Vardo and Kolmen met over the ferry on Friday. "


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        (
            "They sat down with Switzerland mediating.",
            "They came at the call of Norway, which is acting as mediator.",
            ("participant", "Switzerland mediating", "Norway, which is acting as mediator"),
        ),
        (
            "The meeting was mediated by Norway.",
            "It was held under Swiss mediation.",
            ("participant", "mediated by Norway", "Swiss mediation"),
        ),
        (
            "The United States is not a mediator.",
            "The American consul warned of a withdrawal from mediation.",
            ("negation", "not a mediator", "mediation"),
        ),
        (
            "The United States sent fuel. While not direct mediators, they had a say.",
            "They praised the U.S.-led talks.",
            ("negation", "not direct mediators", "U.S.-led"),
        ),
        (
            "Norway is merely the host of the meeting.",
            "Norway, which is acting as mediator, sent its consul.",
            ("negation", "merely the host", "Norway, which is acting as mediator"),
        ),
        (
            "Norway provided the rooms but took no part in the talks.",
            "Norway, which is acting as mediator, sent its consul.",
            ("negation", "no part", "Norway, which is acting as mediator"),
        ),
    ],
)
def test_another_mediator_is_told(compared, a: str, b: str, found: tuple[str, str, str]) -> None:
    assert compared(LEAD + a, LEAD + b).conflicts == [found]


@pytest.mark.parametrize(
    ("a", "b", "party"),
    [
        (
            "The U.S. is not a mediator.",
            "The American consul warned of a withdrawal from mediation.",
            "the United States",
        ),
        ("The EU is not a mediator.", "The EU acted as mediator.", "the EU"),
        ("Turkey is not a mediator.", "It was held under Turkish mediation.", "Turkey"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_who_mediates_is_told_as_a_sentence_names_it(compared, a: str, b: str, party: str, turned: bool) -> None:
    found = compared(LEAD + b, LEAD + a) if turned else compared(LEAD + a, LEAD + b)
    assert [c.explanation.partition(":")[0] for c in found.result.conflicts] == [
        f"They differ on whether {party} mediates"
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("They sat down with Switzerland mediating.", "It was held under Swiss mediation."),
        ("They sat down with Switzerland mediating.", "Norway acted as mediator after Switzerland had declined."),
        ("It was mediated by Norway and by Denmark.", "They sat down with Switzerland mediating."),
        ("Norway is not a mediator.", "They sat down with Switzerland mediating."),
        ("A mediator was named.", "They sat down with Switzerland mediating."),
    ],
)
def test_one_mediator_in_other_words_is_no_conflict(compared, a: str, b: str) -> None:
    assert conflicts(compared, a, b) == []
