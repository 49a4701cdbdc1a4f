"""Opposed words in one place of two sentences: which are found, how sure, and what turns or outweighs them."""

from __future__ import annotations

import pytest

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.words import align_words
from index.comparison.conflicts.findings import explained
from index.comparison.conflicts.word_for_word.contradictions import contradictions
from tests.index.comparison.rules.texts import one_told


def found(a: str, b: str, *, copy: bool = True) -> list[str]:
    """Kind, strength and the two words of each finding, the same with the sides exchanged."""

    def of(one: str, other: str) -> list[tuple[str, ...]]:
        pair = Pair(one_told(one).passages[0], one_told(other).passages[0], 0.8, 0.8)
        lines = []
        for finding in contradictions(pair, align_words(pair.a.words, pair.b.words), copy):
            assert (finding.a_sentence, finding.b_sentence, finding.sure) == (pair.a.span, pair.b.span, 0.8)
            lines.append((finding.kind, finding.strength, one[slice(*finding.a)], other[slice(*finding.b)]))
        return lines

    lines = of(a, b)
    assert [(kind, strength, y, x) for kind, strength, x, y in of(b, a)] == lines
    return [f"{kind}, {strength}: {x} / {y}" for kind, strength, x, y in lines]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Fares rose sharply in May.", "Fares fell sharply in May.", ["negation, conflict: rose / fell"]),
        ("All fares rose in May.", "Fares fell in May.", ["negation, conflict: rose / fell"]),
        ("Most fares rose.", "Few fares rose.", ["number, differs: Most / Few"]),
        ("The gate was open there.", "The gate was closed there.", ["negation, conflict: open / closed"]),
        ("Fares rose.", "Fares rose sharply.", []),
        ("Fares rose.", "Fares climbed.", []),
        ("The fares of May rose.", "The fares of May fell.", ["negation, conflict: rose / fell"]),
    ],
)
def test_words_that_shut_each_other_out(a: str, b: str, expected: list[str]) -> None:
    assert found(a, b) == expected
    assert found(a, b, copy=False) == [line.replace("conflict", "differs") for line in expected]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Fares rose sharply in May.", "Fares fell slowly in May."),
        ("Old fares rose in May.", "New cabs fell in May."),
        ("Fares rose before noon.", "Fares fell after noon."),
        ("Fares rose 30 crowns.", "Fares fell 40 crowns."),
        ("They rose third in May.", "They fell fourth in May."),
        ("It lost more than 40 boats.", "It lost fewer than 40 boats."),
        ("It lost over 40 boats.", "It lost under 40 boats."),
        ("It sank last week.", "It sank last month."),
        ("Fares did not rise.", "Fares did fall."),
    ],
)
def test_what_the_rest_of_the_place_or_sentence_tells_otherwise(a: str, b: str) -> None:
    assert not [line for line in found(a, b) if line.startswith(("negation", "number, conflict"))]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Fares did not rise.", "Fares did not fall.", ["negation, conflict: rise / fall"]),
        ("It never sank.", "It always sank.", ["negation, conflict: never / always"]),
        ("It ran over the town.", "It ran under the town.", ["negation, conflict: over / under"]),
        ("It ran over.", "It ran under.", ["negation, conflict: over / under"]),
        ("It ran before 40 boats.", "It ran after 40 boats.", ["negation, conflict: before / after"]),
        ("It ran for a week.", "It ran for a month.", ["number, conflict: week / month"]),
        ("Fares rose for us over there in Oslo.", "Fares fell in Oslo.", []),
        ("Fares rose for us there in Oslo.", "Fares fell in Oslo.", ["negation, conflict: rose / fell"]),
    ],
)
def test_what_leaves_the_opposed_words_alone(a: str, b: str, expected: list[str]) -> None:
    assert found(a, b) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "The president of the bank left.",
            "The chairman of the bank left.",
            ["status, differs: president / chairman"],
        ),
        (
            "The president of the bank left.",
            "The chief executive of the bank left.",
            ["status, differs: president / chief executive"],
        ),
        ("The CEO of the bank left.", "The chief executive of the bank left.", []),
        ("The president of the bank left.", "The old chairman of the bank left.", []),
        ("The president of the bank left.", "The nurse of the bank left.", []),
        ("The president and chairman of the bank left.", "The president and chief executive of the bank left.", []),
    ],
)
def test_posts_at_the_head_of_a_firm(a: str, b: str, expected: list[str]) -> None:
    assert found(a, b) == expected


@pytest.mark.parametrize(
    ("a", "b", "explanation"),
    [
        (
            "All the old fares rose sharply in early May.",
            "All the old fares fell sharply in early May.",
            "They say opposite things about “old fares … sharply in early”: A has “rose”, B has “fell”.",
        ),
        ("Fares rose.", "Fares fell.", "They say opposite things about “Fares”: A has “rose”, B has “fell”."),
        (
            "Never go there by boat.",
            "Always go there by boat.",
            "They say opposite things about “… go there by”: A has “Never”, B has “Always”.",
        ),
        (
            "The old president of it left.",
            "The old chairman of it left.",
            "They give different posts in “The old … of it left”: A has “president”, B has “chairman” "
            "(likely, not certain).",
        ),
        (
            "It ran up the northern shore of it.",
            "It ran up the southern shore of it.",
            "They give different directions in “up the … shore of it”: A has “northern”, B has “southern”.",
        ),
    ],
)
def test_an_explanation_shows_the_words_around(a: str, b: str, explanation: str) -> None:
    pair = Pair(one_told(a).passages[0], one_told(b).passages[0], 0.8, 0.8)
    (finding,) = contradictions(pair, align_words(pair.a.words, pair.b.words), copy=True)
    assert explained(finding, a, b).explanation == explanation
