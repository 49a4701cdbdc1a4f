"""What words of a sentence are the same: shortened denials in capitals, months and given names that look alike."""

from __future__ import annotations

import pytest

from index.comparison.aligning.stopwords import MODALS
from index.comparison.aligning.tokens import tokenize


def told(text: str) -> list[tuple[str, str]]:
    return [(word.folded, word.kind) for word in tokenize(text, 0, len(text))]


@pytest.mark.parametrize(("shrunk", "helper"), [("CAN'T", "can"), ("DON’T", "do"), ("WON'T", "will"), ("ISN'T", "is")])
def test_a_shortened_denial_in_capitals_is_two_words(shrunk: str, helper: str) -> None:
    assert told(shrunk) == [(helper, "word"), ("not", "word")]


def test_a_shortened_verb_in_capitals_is_two_words() -> None:
    assert told("WE'LL") == [("we", "word"), ("will", "word")]


@pytest.mark.parametrize(
    "words", ["officers office", "important imports", "authorities authors", "businesses busy", "an airliner airlines"]
)
def test_words_of_one_ending_that_tell_different_things_are_two(words: str) -> None:
    *_, one, other = tokenize(words, 0, len(words))
    assert one.key != other.key


@pytest.mark.parametrize("words", ["officer officers", "authority authorities", "lorry trucks", "abducted kidnapped"])
def test_words_that_tell_the_same_are_one(words: str) -> None:
    one, other = tokenize(words, 0, len(words))
    assert one.key == other.key


def test_an_acronym_stays_one_word() -> None:
    assert [word.stem for word in tokenize("NATO U.N. EU", 0, 12)] == ["·nato", "·un", "·eu"]


@pytest.mark.parametrize("text", ["Jan Novak resigned", "said Jan Novak", "Mayor Jan Novak", "Mar Roxas won"])
def test_a_given_name_before_a_name_is_no_month(text: str) -> None:
    assert "month" not in [kind for _, kind in told(text)]


@pytest.mark.parametrize(
    "text", ["Jan 5", "5 Jan Reuters said", "In Jan. Novak resigned", "January Novak", "since Jan it rose", "Jan"]
)
def test_a_short_month_stays_one(text: str) -> None:
    assert "month" in [kind for _, kind in told(text)]


@pytest.mark.parametrize(
    "text", ["It fell in May", "May 3", "3 May Ada Lind sang", "Last May Ada Lind sang", "Theresa May won", "May rain"]
)
def test_the_month_of_may_is_told_from_the_modal(text: str) -> None:
    folded, kind = next(of for of in told(text) if "may" in of[0])
    assert kind == "month"
    assert folded not in MODALS


@pytest.mark.parametrize(
    "text", ["It may fall", "Bridge May Close in April", "The Bridge May be shut", "Bridge May not"]
)
def test_a_modal_stays_one_in_the_capitals_of_a_title(text: str) -> None:
    assert ("may", "word") in told(text)
