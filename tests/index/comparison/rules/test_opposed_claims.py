"""How much two sentences must have in common that one denies what the other states: in sentences that no alignment
holds together.
"""

from __future__ import annotations

import pytest

from index.comparison.aligning.alignment import Pair
from index.comparison.conflicts.statements.opposed_claims import opposed_claims
from tests.index.comparison.rules.texts import both_told


def opposed(a: str, b: str, aligned: bool = False) -> list[tuple[str, str]]:
    """The words of either text that are held against each other."""
    one, other = both_told(a, b)
    pairs = [Pair(x, y, 0.5) for x in one.stated for y in other.stated] if aligned else []
    text_a, text_b = one.side.document.text, other.side.document.text
    return [(text_a[slice(*f.a)], text_b[slice(*f.b)]) for f in opposed_claims(one, other, pairs)]


GREASED = "The captain never greased the hatch of the ferry."
OPENED = "The captain did not open the rusty hatch of the ferry."


@pytest.mark.parametrize(
    ("a", "b", "aligned", "told"),
    [
        # A plain word needs two words in common beside it, in sentences that are aligned one.
        (GREASED, "On the ferry somebody greased a hatch for boys.", False, True),
        (GREASED, "On the barge somebody greased a hatch for boys.", False, False),
        (GREASED, "On the barge somebody greased a hatch for boys.", True, True),
        (GREASED, "On the barge somebody greased a door for boys.", True, False),
        # Who does it counts twice.
        (GREASED, "The captain greased a door for boys.", False, True),
        ("They never greased the hatch of the ferry.", "They greased a hatch for boys.", False, False),
        # An everyday word needs four, and three.
        (OPENED, "On the ferry the captain opened a rusty hatch.", False, True),
        (OPENED, "On the ferry a diver opened a rusty hatch.", False, False),
        (OPENED, "On the ferry a diver opened a rusty hatch.", True, True),
        (OPENED, "On the ferry a diver opened a hatch.", True, False),
    ],
)
def test_words_in_common_tell_that_two_claims_are_about_one_thing(a: str, b: str, aligned: bool, told: bool) -> None:
    assert bool(opposed(a, b, aligned)) == told
    assert bool(opposed(b, a, aligned)) == told


@pytest.mark.parametrize(
    ("far", "told"),
    [
        ("boys and girls with hatch and ferry", True),
        ("boys and girls and caps with hatch and ferry", False),
    ],
)
def test_two_of_them_stand_close_beside(far: str, told: bool) -> None:
    assert bool(opposed(GREASED, f"Somebody greased {far}.")) == told


HATCH = [f"The hatch of the ferry {shone}." for shone in ("shone", "broke", "rang", "fell", "burned", "shook")]
GULLS = [f"Gulls cried at cliff {n}." for n in range(24)]
SOMEBODY = "On the ferry somebody greased a hatch for boys."


@pytest.mark.parametrize(
    ("throughout", "others", "told"),
    [
        # A word is told throughout in more than five sentences that are more than a fifth of all.
        (HATCH[:4], [], True),
        (HATCH[:5], [], False),
        (HATCH[:5], GULLS, True),
    ],
)
def test_what_an_article_tells_throughout_counts_once(throughout: list[str], others: list[str], told: bool) -> None:
    text = " ".join([*throughout, *others, GREASED])
    assert bool(opposed(text, SOMEBODY)) == told
    assert bool(opposed(SOMEBODY, text)) == told


def test_what_is_told_throughout_counts_once_and_not_less() -> None:
    text = " ".join([*HATCH, GREASED])
    assert opposed(text, SOMEBODY, aligned=True)
    assert opposed(text, "It was the captain who somehow greased hatches.")


@pytest.mark.parametrize(("number", "told"), [(30, True), (31, False)])
def test_a_claim_made_again_and_again_tells_nothing_apart(number: int, told: bool) -> None:
    many = " ".join(f"The captain greased hatch {n}." for n in range(number))
    assert bool(opposed(GREASED, many)) == told
    assert bool(opposed(many, GREASED)) == told


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        # What "no" denies is a thing, which no verb states but one that is a thing as well.
        ("There were no guards on the ferry at the pier.", "Somebody guarded the ferry at the pier.", False),
        ("The ferry sailed without guards from the pier.", "Somebody guarded the ferry at the pier.", False),
        ("There were no guards on the ferry at the pier.", "Old guards stood on the ferry at the pier.", True),
        ("There was no warning on the ferry at the pier.", "Somebody warned the ferry at the pier.", True),
        ("There were no drowned on the ferry at the pier.", "They drowned near the ferry at the pier.", True),
        ("Nobody has guarded the ferry at the pier.", "Somebody guarded the ferry at the pier.", True),
        # "He did not send it" says nothing of whether it was sent.
        ("He did not grease the hatch of the ferry.", "The hatch of the ferry was greased.", False),
        ("He did not grease the hatch of the ferry.", "The hatch of the ferry was at last greased.", False),
        ("He did not grease the hatch of the ferry.", "At last a man greased the hatch of the ferry.", True),
        ("He did not grease the hatch of the ferry.", "The hatch of the ferry was soon greased.", False),
        ("He did not grease the hatch of the ferry.", "Was greased, all of it, the hatch of the ferry.", False),
        ("He did not grease the hatch of the ferry.", "Men who were here then greased the ferry's hatch.", True),
        ("He did not grease the hatch of the ferry.", "Men greased the hatch of the ferry that was shut.", True),
        ("The hatch of the ferry was not greased.", "He greased the hatch of the ferry.", True),
        ("The hatch of the ferry was not greased.", "The hatch of the ferry was greased.", True),
        # What is to come is not held against what is done.
        ("He will not grease the hatch of the ferry.", "He greased the hatch of the ferry.", False),
        ("He will not grease the hatch of the ferry.", "He will grease the hatch of the ferry.", True),
    ],
)
def test_a_word_is_denied_and_stated_in_one_sense(a: str, b: str, told: bool) -> None:
    assert bool(opposed(a, b)) == told
    assert bool(opposed(b, a)) == told


@pytest.mark.parametrize(
    ("also", "told"),
    [
        ("At dusk a man greased the hatch.", False),
        ("At dusk a man greased a door.", True),
        ("At dusk a boy never greased the hatch.", True),
    ],
)
def test_an_article_that_says_both_of_one_thing_contradicts_nobody(also: str, told: bool) -> None:
    other = "On the ferry somebody greased a hatch for boys."
    assert bool(opposed(f"{GREASED} {also}", other)) == told
    assert bool(opposed(other, f"{GREASED} {also}")) == told


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        # One of the table before a plain word.
        (
            "The captain never smoked on the ferry to Kelsa; the crew was armed.",
            "On the ferry to Kelsa the captain smoked; the crew was unarmed.",
            ("armed", "unarmed"),
        ),
        # Of plain words in two sentences the one in most company.
        (
            "The captain never whistled, and on that day he never greased the rusty hatch of the ferry.",
            "The captain whistled, and on that day he greased the rusty hatch of the ferry.",
            ("never greased", "greased"),
        ),
        # Of several sentences of an article the one in most company.
        (
            GREASED,
            "Men were greasing the hatch of a ferry. Then the captain greased the hatch of the ferry.",
            ("never greased", "greased"),
        ),
        (
            GREASED,
            "The captain was greasing the hatch of the ferry. Then men greased the hatch of a ferry.",
            ("never greased", "greasing"),
        ),
        # In equal company the one in most words.
        (
            "In Kelsa, Jan Orlik conceded.",
            "In Kelsa, Orlik would not concede. In Kelsa, Orlik refused to accept the result.",
            ("conceded", "refused to accept the result"),
        ),
    ],
)
def test_of_several_contradictions_the_one_that_says_most(a: str, b: str, told: tuple[str, str]) -> None:
    assert opposed(a, b) == [told]
    assert opposed(b, a) == [told[::-1]]


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("The captain greased the hatch of the ferry.", True),
        ("The captain wants the grease of the hatch of the ferry.", False),
        ("The captain hung greases in the hatch of the ferry.", True),
    ],
)
def test_what_was_not_done_is_no_thing_of_its_name(stated: str, told: bool) -> None:
    assert bool(opposed(GREASED, stated)) == told
