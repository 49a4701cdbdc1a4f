"""How findings are told: turned round, in order, shortened; and which of many tellings are held against each other."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from index.comparison.aligning.passages import Passage
from index.comparison.conflicts.findings import (
    Finding,
    by_importance,
    explained,
    most_alike,
    without_wordings,
)
from index.comparison.model import Conflict, ConflictKind, Strength
from index.documents.model import Span
from tests.index.comparison.rules.texts import both_told


@dataclass(frozen=True)
class Telling:
    """A passage that tells something, of which only the passage is looked at."""

    passage: Passage
    first: int = 0
    end: int = 1


def finding(a: Span, b: Span, strength: Strength = "conflict") -> Finding:
    return Finding("number", strength, a, b, Span(0, 200), Span(0, 300), "the boats", 0.5)


def test_a_finding_turned_has_all_of_a_for_b() -> None:
    turned = finding(Span(1, 2), Span(3, 5)).turned()
    assert (turned.a, turned.b, turned.a_sentence, turned.b_sentence) == ((3, 5), (1, 2), (0, 300), (0, 200))
    assert turned.turned() == finding(Span(1, 2), Span(3, 5))


@pytest.mark.parametrize(("length", "shown"), [(79, "x" * 79), (80, "x" * 80), (81, "x" * 79 + "…")])
def test_long_wordings_are_cut(length: int, shown: str) -> None:
    conflict = explained(finding(Span(0, length), Span(0, 1)), "x" * length, "y")
    assert conflict.explanation == f"They give different figures for the boats: A has “{shown}”, B has “y”."


def test_a_cut_wording_ends_with_a_word() -> None:
    text = "x" * 78 + " yyyy"
    assert f"“{'x' * 78}…”" in explained(finding(Span(0, len(text)), Span(0, 1)), text, "y").explanation


@pytest.mark.parametrize(("strength", "guess"), [("conflict", ""), ("differs", " (likely, not certain).")])
def test_an_explanation_without_its_wordings(strength: Strength, guess: str) -> None:
    told_whole = explained(finding(Span(0, 2), Span(1, 4), strength), "40 boats", "x52 boats").explanation
    assert without_wordings(told_whole) == f"They give different figures for the boats{guess or '.'}"
    aside = told_whole.replace("the boats:", "the boats (of the coast guard):")
    assert without_wordings(aside) == (
        f"They give different figures for the boats (of the coast guard{'; likely, not certain' if guess else ''})."
    )
    assert without_wordings("They tell one thing.") == "They tell one thing."


@pytest.mark.parametrize(
    ("about", "opening"),
    [
        ("“guilty of arson”", "One denies what the other states about “guilty of arson”"),
        ("the plea of “Ada”", "One denies what the other states about the plea of “Ada”"),
        ("whether Nouri is free", "They differ on whether Nouri is free"),
    ],
)
def test_a_question_is_nothing_that_is_denied(about: str, opening: str) -> None:
    denied = finding(Span(0, 1), Span(0, 1))._replace(kind="negation", about=about)
    assert explained(denied, "x", "y").explanation == f"{opening}: A has “x”, B has “y”."


def conflict(kind: ConflictKind, strength: Strength, a: int) -> Conflict:
    return explained(
        Finding(kind, strength, Span(a, a + 1), Span(0, 1), Span(0, 9), Span(0, 9), "it", 0.5), "x" * 20, "y"
    )


def test_what_is_sure_comes_first_and_then_what_weighs_most() -> None:
    ordered = [
        conflict("negation", "conflict", 7),
        conflict("number", "conflict", 2),
        conflict("number", "conflict", 5),
        conflict("place", "conflict", 0),
        conflict("negation", "differs", 1),
        conflict("modality", "differs", 0),
    ]
    assert by_importance(ordered[::-1]) == ordered


def test_the_two_tellings_most_alike() -> None:
    a, b = both_told(
        "The ferry sank in the cold fjord on that day. Torn nets burned in the old harbour.",
        "Nobody slept on the northern island. On that day the ferry sank in the fjord. Gulls cried over the cliffs.",
    )
    mine, theirs = ([Telling(passage) for passage in side.passages] for side in (a, b))
    pairs = [(x, y) for x in mine[::-1] for y in theirs[::-1]]
    assert most_alike(pairs) == (mine[0], theirs[1])
    assert most_alike(pairs[::-1]) == (mine[0], theirs[1])
    last = theirs[2].passage
    assert most_alike(pairs, lambda y: y.passage is last)[1] == theirs[2]
    a, b = both_told("Torn nets burned. Old boats sank. Torn nets burned.", "Torn nets burned. Old boats sank.")
    nets, boats = ([Telling(passage) for passage in side.passages] for side in (a, b))
    twice = [(nets[0], boats[0]), (nets[2], boats[0])]
    assert most_alike(twice) == most_alike(twice[::-1]) == (nets[0], boats[0])
    unlike = [(mine[1], theirs[2]), (mine[1], theirs[0])]
    assert most_alike(unlike) == most_alike(unlike[::-1]) == (mine[1], theirs[0])
