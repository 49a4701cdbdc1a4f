"""Words that contradict each other in one place of a statement are found; words that editors exchange are not."""

from __future__ import annotations

import pytest

from index.comparison.aligning.tokens import tokenize
from index.comparison.conflicts.word_for_word.opposites import opposed

OPPOSED = [
    ("negation", "Fares on the island ferry rose sharply in the spring.", "rose", "fell"),
    ("negation", "The harbour board approved the loan for the new pier.", "approved", "rejected"),
    ("negation", "The old pier was closed before the storm reached the town.", "before", "after"),
    ("negation", "The captain said that the brakes of the ferry had failed.", "said", "denied"),
    ("negation", "The board called the charter of the ferry legal and moved on.", "legal", "illegal"),
    ("negation", "The warden always checks the ropes of the ferry at noon.", "always", "never"),
    ("place", "The ferry ran aground on the northern shore of the island.", "northern", "southern"),
    ("date", "The ferry left the town harbour on Monday morning with supplies.", "morning", "evening"),
    ("number", "The storm kept the island cut off for several weeks last winter.", "weeks", "months"),
    ("number", "The town has twice asked the board for a second ferry.", "twice", "once"),
    ("number", "The repairs to the pier cost the town $40 in parking fees.", "$40", "€40"),
    ("number", "The ferry line lost more than 40 passengers to the bridge.", "more than 40", "fewer than 40"),
    ("number", "Two-thirds of the islanders wanted the old ferry to stay.", "Two-thirds", "Half"),
    ("number", "The second ferry of the day was late by an hour again.", "second", "third"),
    ("participant", "The board heard his brother speak for the ferry crew.", "brother", "father"),
    ("negation", "The ferry line lost nearly $9 million in a single winter.", "lost", "gained"),
    ("negation", "The two towns signed an agreement to build a new pier.", "signed", "rejected"),
    ("status", "Sen. Anna Hallam asked the board for a second ferry.", "Sen", "Gov"),
]


@pytest.mark.parametrize(("kind", "a", "word", "other"), OPPOSED)
def test_opposed_words_in_one_place_are_a_conflict(compared, kind, a, word, other) -> None:
    result = compared(a, a.replace(word, other))
    assert [(k, x, y) for k, x, y in result.conflicts] == [(kind, word, other)]
    assert result.result.conflicts[0].strength == "conflict"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The harbour board rejected the loan for the new pier on the island.",
            "The harbour board did not approve the loan for the new pier on the island.",
        ),
        (
            "Fares on the island ferry rose sharply in the early spring.",
            "Fares on the island ferry climbed sharply in the early spring.",
        ),
        (
            "About a quarter of the islanders wanted the old ferry to stay.",
            "About 25 percent of the islanders wanted the old ferry to stay.",
        ),
        (
            "The storm kept the island cut off for two weeks last winter.",
            "The storm kept the island cut off for 14 days last winter.",
        ),
        (
            "More than half of the islanders wanted the old ferry to stay.",
            "60 percent of the islanders wanted the old ferry to stay.",
        ),
    ],
)
def test_the_same_sense_in_other_words_is_no_contradiction(compared, a, b) -> None:
    assert compared(a, b).conflicts == []


def test_how_far_or_how_much_is_only_likely(compared) -> None:
    result = compared(
        "Most passengers of the island ferry paid the new fare without a word.",
        "Few passengers of the island ferry paid the new fare without a word.",
    )
    assert [c.strength for c in result.result.conflicts] == ["differs"]


def test_opposition_is_mutual_and_never_of_a_word_with_itself() -> None:
    words = [w for line in OPPOSED for w in tokenize(line[1], 0, len(line[1]))]
    for one in words:
        assert opposed(one, one) is None
        for other in words:
            assert opposed(one, other) == opposed(other, one)


def test_explanations_of_opposites_say_so(compared) -> None:
    result = compared(
        "Fares on the island ferry rose sharply in the spring.",
        "Fares on the island ferry fell sharply in the spring.",
    )
    assert result.result.conflicts[0].explanation == (
        "They say opposite things about “island ferry … sharply in the”: A has “rose”, B has “fell”."
    )
