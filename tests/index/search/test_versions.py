"""Versions of one article are told from other articles, by an estimate that is near what a count gives."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from index.search.versions import ALIKE, leaders, resemblance, sketch


def counted(one: str, other: str) -> float:
    """Resemblance by the book: shared runs of five words out of all."""
    a, b = (
        {tuple(words[at : at + 5]) for at in range(len(words) - 4)} for words in (one.lower().split(), other.split())
    )
    return len(a & b) / len(a | b)


def text(seed: int, words: int = 400) -> list[str]:
    chance = random.Random(seed)
    return [f"word{chance.randrange(900)}" for _ in range(words)]


@settings(max_examples=60)
@given(st.integers(0, 1000), st.integers(0, 120), st.integers(0, 200))
def test_the_estimate_is_near_the_count(seed: int, changed: int, cut: int) -> None:
    one = text(seed)
    other = list(one)
    chance = random.Random(seed + 1)
    for _ in range(changed):
        other[chance.randrange(len(other))] = "other"
    other = other[: len(other) - cut]
    exact = counted(" ".join(one), " ".join(other))
    assert abs(resemblance(sketch(" ".join(one)), sketch(" ".join(other))) - exact) < 0.25


@given(st.text(max_size=200))
def test_any_text_resembles_itself_in_any_case_and_space(body: str) -> None:
    assert resemblance(sketch(body), sketch(body)) == 1.0
    assert leaders([sketch(body), sketch(body + " ")]) == [0, 0]


def test_versions_follow_the_first_and_others_do_not() -> None:
    wire = text(1)
    edited = [*wire[:50], "yesterday", *wire[51:300], "officials", "said", *wire[302:]]
    shortened = wire[:330]
    quoting = [*text(2), *wire[:60]]
    texts = [wire, text(3), edited, shortened, quoting, text(2)]
    assert leaders([sketch(" ".join(words).upper()) for words in texts]) == [0, 1, 0, 0, 4, 4]


def test_short_and_empty_texts() -> None:
    assert leaders([sketch("Rain."), sketch("rain"), sketch("Sun."), sketch(""), sketch("…")]) == [0, 0, 2, 3, 3]


def test_a_version_of_a_version_is_no_version_of_the_first() -> None:
    steps = [text(5)]
    for step in range(1, 8):
        chance = random.Random(step)
        steps.append([f"new{step}" if chance.random() < 0.06 else word for word in steps[-1]])
    first = leaders([sketch(" ".join(words)) for words in steps])
    assert first[0] == first[1] == 0
    assert first[-1] != 0
    for number, leader in enumerate(first):
        assert resemblance(sketch(" ".join(steps[number])), sketch(" ".join(steps[leader]))) >= ALIKE
