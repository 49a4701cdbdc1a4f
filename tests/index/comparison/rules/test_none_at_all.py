"""What happened in one article and to nobody in the other: how far a sentence reaches that tells or denies it."""

from __future__ import annotations

import pytest

from tests.index.comparison.rules.rules import found

FRAME = "Jan Brenner is the mayor of Kolmen."
"""What both articles tell, by which they surely report one event."""


def differ(a: str, b: str) -> bool:
    one, other = (found("none_at_all", f"{x} {FRAME}", f"{y} {FRAME}") for x, y in ((a, b), (b, a)))
    assert bool(one) == bool(other)
    return bool(one)


ARRESTED = "Then 4 were arrested."
NOBODY = "Nobody was arrested."
PUNCHED = "Then the driver was punched."
NOT_ASSAULTED = "The driver was not assaulted."


@pytest.mark.parametrize(
    ("denial", "denied"),
    [
        ("Nobody was arrested.", True),
        ("In the old town nobody was arrested.", True),
        ("There were no arrests.", True),
        ("No shy old men have so ever been arrested.", False),
        # Of some alone.
        ("There were no more arrests.", False),
        ("There were no other arrests.", False),
        ("Without doubt nobody was arrested.", True),
        ("After further talks nobody was arrested.", True),
        ("Nobody was arrested and no more men came.", True),
        # What is only hoped, feared or asked before it, up to six words away.
        ("They hoped that nobody was arrested.", False),
        ("They hoped in the small old town nobody was arrested.", False),
        ("They hoped in the very small old town nobody was arrested.", True),
        ("Nobody was arrested, they hoped.", True),
        # Of another time.
        ("In the riot of last week nobody was arrested.", False),
        ("Nobody was arrested in earlier riots.", False),
        # What is not denied itself.
        ("Nobody saw how 4 were arrested.", False),
        ("Nobody was in handcuffs when 4 slept.", True),
    ],
)
def test_what_denies_of_everyone(denial: str, denied: bool) -> None:
    assert differ(ARRESTED, denial) == denied


def test_of_several_a_denial_of_some_says_nothing_of_all() -> None:
    assert not differ("Then 3 students were arrested.", "None of the students was arrested.")
    assert not differ("Then 4 were killed.", "No rescuers were killed.")
    assert differ("Then 4 rescuers were killed.", "No rescuers were killed.")
    assert not differ("Then the barn caught fire.", "No shots fired by boys were heard.")


@pytest.mark.parametrize(
    ("told", "stated"),
    [
        ("Then 4 were arrested.", True),
        ("In the morning 4 were arrested.", True),
        ("Then 4 will be arrested.", False),
        ("They hoped in the town 4 were arrested.", False),
        ("They hoped in the small town 4 were arrested.", True),
        ("Then 4 were arrested, they hoped.", True),
        ("Then 4 would in time as it seemed be arrested.", True),
        ("Then 4 would in time it seemed be arrested.", False),
        ("Were 4 arrested?", False),
        ("It was 4 men who were led away by police.", True),
    ],
)
def test_what_tells_that_it_happened(told: str, stated: bool) -> None:
    assert differ(told, NOBODY) == stated


@pytest.mark.parametrize(
    ("told", "stated"),
    [("The clerk at the bank quit.", True), ("The clerk at the bank got ready to quit.", False)],
)
def test_what_somebody_is_to_do_has_not_happened(told: str, stated: bool) -> None:
    assert differ(told, "Nobody quit the bank.") == stated


def test_only_words_that_mean_all_of_it_deny_it() -> None:
    assert differ(PUNCHED, "Nobody was harmed.")
    assert not differ(PUNCHED, "Nobody was kicked.")


@pytest.mark.parametrize(
    ("denial", "told"),
    [
        (NOT_ASSAULTED, True),
        ("Drivers were not assaulted.", True),
        ("The driver was surely not assaulted.", True),
        ("They were not assaulted.", False),
        ("The driver of the tram was not assaulted.", True),
        ("The driver of the tram there was not assaulted.", True),
        ("The driver of the old tram there was not assaulted.", False),
        ("The referee was not assaulted by the driver.", False),
        ("The referee, it was said, was not assaulted.", False),
        ("The driver was not at home when assaulted.", False),
    ],
)
def test_of_whom_it_is_denied_stands_up_to_six_words_before(denial: str, told: bool) -> None:
    assert differ("Then, it was said, the driver was punched.", denial) == told


@pytest.mark.parametrize(
    ("telling", "told"),
    [
        (PUNCHED, True),
        ("Drivers were punched.", True),
        ("The driver was badly punched.", True),
        ("The driver of a tram was badly punched.", True),
        ("The driver of a tram there was badly punched.", False),
        ("The referee was punched by the driver.", False),
        ("The man whom the driver punched slept.", False),
    ],
)
def test_to_whom_it_was_done_stands_up_to_six_words_before(telling: str, told: bool) -> None:
    assert differ(telling, NOT_ASSAULTED) == told


@pytest.mark.parametrize(
    ("telling", "told"),
    [
        ("Boys punched a man.", True),
        ("The boys of that old little town punched a man.", True),
        ("The boys of that very old little town punched a man.", False),
        ("Boys punched a man who was at home.", True),
        ("The boys who were in town punched a man.", True),
        ("Boys were punched.", False),
        ("A man was punched by boys.", False),
    ],
)
def test_who_did_it_is_another_than_to_whom_it_was_done(telling: str, told: bool) -> None:
    assert differ(telling, "The boys did not attack anyone.") == told


@pytest.mark.parametrize(
    ("denial", "told"),
    [
        ("The boys did not attack anyone.", True),
        ("The boys who were there did not attack anyone.", True),
        ("The boys did not attack anyone who was at home.", True),
        ("The boys were not attacked.", False),
    ],
)
def test_who_did_not_do_it_is_another_than_to_whom_it_was_not_done(denial: str, told: bool) -> None:
    assert differ("Boys punched a man.", denial) == told


@pytest.mark.parametrize(
    ("telling", "told"),
    [
        ("Then the flood killed a child.", True),
        ("Then the flood killed a small child.", True),
        ("Then the flood killed a very small child.", False),
        ("Then the flood killed a sleeping man and a child.", False),
    ],
)
def test_whom_it_befell_stands_up_to_three_words_after(telling: str, told: bool) -> None:
    assert differ(telling, "No child died.") == told


def test_the_first_words_of_a_sentence_count() -> None:
    assert differ("A child was killed.", "No child was killed.")
    assert differ("Boys were shot.", "Boys were not shot.")


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        # Of everyone: the sentences must have a word in common beside it.
        ("Work in the quarry was halted.", "Work in the quarry went on without interruption.", True),
        ("Work in the quarry was halted.", "The match went on without interruption.", False),
        ("Work in the quarry was halted, they said.", "The match, they said, went on without interruption.", False),
        ("The bridge was damaged.", "There was no damage to the church.", False),
        ("Then floods damaged the bridge.", "There was no damage to the bridge.", True),
        ("The bridge in Kolmen was damaged.", "In Kolmen there was no damage to the church.", False),
        # Of something: both must tell of that.
        ("The service was halted.", "The service was not interrupted.", True),
        ("Work in the quarry was halted.", "The service was not interrupted in the quarry.", False),
        ("The guards halted the match.", "The crew did not interrupt the match.", False),
        ("The crew halted the match.", "The crew did not interrupt the match.", False),
    ],
)
def test_what_is_told_of_many_things_is_told_of_one(a: str, b: str, told: bool) -> None:
    assert differ(a, b) == told


@pytest.mark.parametrize(
    ("also", "told"),
    [
        ("The referee was not assaulted.", False),
        ("The referee was kicked.", True),
        ("The referee slept.", True),
    ],
)
def test_an_article_that_tells_it_and_denies_it_contradicts_nobody(also: str, told: bool) -> None:
    assert differ(f"{PUNCHED} {also}", NOT_ASSAULTED) == told


@pytest.mark.parametrize(
    ("also", "told"),
    [
        ("The match went on without interruption.", True),
        ("The quarry was dug without interruption.", False),
    ],
)
def test_nor_does_one_that_tells_and_denies_it_of_one_thing(also: str, told: bool) -> None:
    assert differ(f"Work in the quarry was halted. {also}", "Work in the quarry went on without interruption.") == told


@pytest.mark.parametrize(
    ("also", "told"),
    [("The match was halted.", True), ("Digging in the quarry was halted.", False)],
)
def test_nor_one_that_denies_and_tells_it_of_one_thing(also: str, told: bool) -> None:
    assert differ(f"Work in the quarry went on without interruption. {also}", "Work in the quarry was halted.") == told


@pytest.mark.parametrize(("many", "told"), [(12, True), (13, False)])
def test_what_is_told_again_and_again_tells_nothing_apart(many: int, told: bool) -> None:
    assert differ(" ".join(f"In street {n} boys were arrested." for n in range(many)), NOBODY) == told


@pytest.mark.parametrize(("words", "told"), [(80, True), (81, False)])
def test_a_sentence_of_more_than_eighty_words_is_no_prose(words: int, told: bool) -> None:
    long = f"Nobody was arrested and {' '.join(['gulls'] * (words - 4))}."
    assert differ(ARRESTED, long) == told


@pytest.mark.parametrize(
    ("told", "own"),
    [
        ('Jan said that "arrested were 4 men" in town.', False),
        ('Jan said that 4 men were "all arrested" in town.', False),
        ('Jan said that 4 men were "arrested" in town.', False),
        ('Jan said that 4 men were arrested "at the old gate of the town".', True),
        ('Jan said "it is a sad day" and 4 men were arrested.', True),
    ],
)
def test_what_others_say_is_not_told(told: str, own: bool) -> None:
    assert differ(told, NOBODY) == own
