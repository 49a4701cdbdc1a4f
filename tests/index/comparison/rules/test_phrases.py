"""Where phrases stand in a sentence, and what stands before them: denials, what is only possible, who it is told of.

A bar stands before the word that is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from index.comparison.aligning.passages import Passage, told
from index.comparison.aligning.tokens import Word, tokenize
from index.comparison.conflicts.reading.phrases import (
    content,
    is_denied,
    is_open,
    of_others,
    person_before,
    surname,
)
from tests.index.comparison.articles import make_sides
from tests.index.comparison.rules.texts import one_told


def barred(text: str) -> tuple[str, Sequence[Word], int]:
    """The text without its bar, its words, and the place of the word behind the bar."""
    before, after = text.split("|")
    whole = before + after
    return whole, tokenize(whole, 0, len(whole)), len(tokenize(before, 0, len(before)))


@pytest.mark.parametrize(
    ("text", "left_open"),
    [
        ("could |win the race again next year", True),
        ("She hopes to |win", True),
        ("They could in the end |win", True),
        ("They may |win", True),
        ("They in May |won", False),
        ("They could in the very end |win", False),
        ("The man who |won the race again", True),
        ("who then |won the race again this year", True),
        ("The man who only then |won", False),
        ("They |win if nobody else runs, and who could", False),
        ("|Won", False),
    ],
)
def test_what_is_left_open_shortly_before_a_verb(text: str, left_open: bool) -> None:
    _, words, at = barred(text)
    assert is_open(words, at) is left_open


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("never |won the race that she ran", True),
        ("She didn't |win", True),
        ("She did not |win", True),
        ("They left without a |win", True),
        ("They never quite fully |won", True),
        ("They never quite so fully |won", False),
        ("They |won without a fight and not by luck", False),
        ("They surely |won", False),
    ],
)
def test_what_is_denied_right_before_a_verb(text: str, denied: bool) -> None:
    _, words, at = barred(text)
    assert is_denied(words, at) is denied


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Anna Hallam |won the race.", "Anna Hallam"),
        ("The race |went to Anna Hallam.", None),
        ("The race in Oslo |ended.", None),
        ("Anna |Hallam won the race.", None),
        ("Anna Hallam met Paul Hein and |won.", "Paul Hein"),
        ("Paul Hein |met Anna Hallam, and she won.", "Paul Hein"),
        ("Anna Hallam left when she |won the race.", None),
        ("She saw that Anna Hallam |won the race.", "Anna Hallam"),
        ("Anna Hallam, who |won the race, left.", "Anna Hallam"),
        ("A nurse who worked for the dentist Paul Hein |won.", None),
        ("A nurse with Paul Hein and Anna Hallam |won.", "Anna Hallam"),
        ("The driver for Anna Hallam, Paul Hein, |won.", "Paul Hein"),
        ("Anna Hallam, as she told Paul Hein, |won.", "Paul Hein"),
        ("A race with Paul Hein |began.", None),
        ("For a year the old dentist Paul Hein |won.", "Paul Hein"),
        ("The driver of the express, Paul Hein, |won.", "Paul Hein"),
        ("The driver of the express (Paul Hein) |won.", None),
    ],
)
def test_whom_a_verb_is_told_of(text: str, person: str | None) -> None:
    whole, _, at = barred(text)
    article = one_told(whole)
    found = person_before(article, article.passages[0], at)
    assert (None if found is None else found.text) == person


def passage_of(text: str) -> Passage:
    return one_told(text).passages[0]


@pytest.mark.parametrize(
    ("a", "b", "others"),
    [
        ("The board met Hallam.", "The board met Hein.", True),
        ("The board met Hallam.", "The board met Hein and Hallam.", False),
        ("The board met Hallam.", "The board met.", False),
        ("Boats sank.", "Nets sank.", False),
        ("The board met in France.", "The board met in Spain.", False),
        ("The board met in May.", "The board met in June.", False),
        ("The board met on Monday 4.", "The board met on Friday 5.", False),
        ("So the Senator spoke.", "So the President spoke.", False),
        ("The board asked the Democrats.", "The board asked the Republicans.", False),
        ("The board met in Oslo.", "The board met in Bergen.", True),
        ("Later she met Anna Hallam.", "The board met Paul Hein.", True),
        ("The board met Paul Hein.", "Later she met Anna Hallam.", True),
        ("Later she met Anna Hallam.", "The board met Anna Hallam and Paul Hein.", False),
        ("Later she met the board.", "The board met Paul Hein.", False),
        ("Later the board of Oslo met Paul Hein.", "She met the crew in Bergen.", False),
    ],
)
def test_sentences_about_others(a: str, b: str, others: bool) -> None:
    assert of_others(passage_of(a), passage_of(b)) is of_others(passage_of(b), passage_of(a)) is others


def test_what_is_held_against_each_other_makes_no_others() -> None:
    a, b = passage_of("The board met in Oslo."), passage_of("The board met in Bergen.")
    assert not of_others(a, b, {"oslo"})


def test_a_title_may_begin_with_whom_it_is_about() -> None:
    sides = make_sides("Hallam news\n\nThe board met Hallam.\n", "Hein news\n\nThe board met Hein.\n")
    a, b = (told(side).title for side in sides)
    assert a is not None
    assert b is not None
    assert of_others(a, b)


def test_a_surname_is_the_last_of_the_names() -> None:
    text = "The board met Anna Maria Hallam."
    (mention,) = one_told(text).mentions
    assert surname(mention) == "hallam"


def test_what_a_sentence_is_about_without_what_every_sentence_says() -> None:
    text = "The board did not say which 30 new laws it wants, but Hallam called herring costly"
    assert content(tokenize(text, 0, len(text))) == {"board", "=law", "hallam", "herring", "cost"}
