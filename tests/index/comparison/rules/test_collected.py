"""From every finder's findings to the conflicts of two articles: each rule is heard, each conflict is told once."""

from __future__ import annotations

import pytest

from index.comparison.aligning.alignment import Pair, align
from index.comparison.conflicts import collected
from index.comparison.conflicts.collected import conflicts
from index.comparison.conflicts.findings import Finding
from index.comparison.model import ConflictKind, Strength
from index.comparison.quotes import quote_pairs
from index.documents.model import Span
from tests.index.comparison.rules.rules import RULES, found
from tests.index.comparison.rules.test_rules import FOLDER, blocks
from tests.index.comparison.rules.texts import both_told, one_told


def told(a: str, b: str) -> list[tuple[str, str, str, str]]:
    """Kind, strength and the words of both sides of all conflicts."""
    left, right = both_told(a, b)
    texts = left.side.document.text, right.side.document.text
    return [
        (one.kind, one.strength, texts[0][slice(*one.a)], texts[1][slice(*one.b)])
        for one in conflicts(left, right, align(left, right), quote_pairs(left, right))
    ]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_heard(rule: str) -> None:
    """Of the examples of a rule some are told of the two articles as the rule alone tells of them."""

    def heard(a: str, b: str) -> bool:
        words = {f"A has “{one}”, B has “{other}”" for _, _, one, other in told(a, b)}
        lines = found(rule, a, b)
        return bool(lines) and all(any(each in line for each in words) for line in lines)

    assert any(heard(a, b) for _, a, b, *expected in blocks(rule) if expected)


def test_every_rule_has_examples() -> None:
    assert RULES.keys() == {file.stem for file in FOLDER.glob("*.txt")}


LEAD = "The board met in {}."
MANY = "Velm", "Tarn", "Kolmen", "Vardo", "Grimstad", "Hallund", "Skara", "Lofot", "Nordvik", "Osten", "Esker", "Dorn"
FARES = "The fares of the island ferry {} sharply in the early spring."


@pytest.mark.parametrize(
    ("in_a", "in_b", "hold"),
    [
        (MANY[:4], MANY[4:8], True),
        (MANY[:5], MANY[5:10], False),
        (MANY[:5], MANY[3:8], True),
        (MANY[:5], MANY[4:9], False),
        (MANY[:6], MANY[5:9], True),
        (MANY, MANY[:1], True),
    ],
)
def test_articles_that_hardly_name_anything_in_common_tell_of_two_events(
    in_a: tuple[str, ...], in_b: tuple[str, ...], hold: bool
) -> None:
    a, b = (" ".join(map(LEAD.format, names)) for names in (in_a, in_b))
    assert bool(told(f"{FARES.format('rose')} {a}", f"{FARES.format('fell')} {b}")) is hold


COUNTS = "carried {} passengers", "sold {} cabins", "lost {} crates", "hired {} divers", "bought {} ropes"


@pytest.mark.parametrize(("figures", "strength"), [(4, "conflict"), (5, "differs")])
def test_where_many_figures_differ_they_are_rather_those_of_another_day(figures: int, strength: Strength) -> None:
    same = "The ferry stayed in the harbour of Velm. The gale went on. Nobody was to blame. It was a long winter."
    counted = [
        (f"The line {count.format(at)}.", f"The line {count.format(at + 40)}.") for at, count in enumerate(COUNTS, 30)
    ]
    a, b = (" ".join((same, *lines[:figures])) for lines in zip(*counted, strict=True))
    assert [line[1] for line in told(a, b)] == [strength] * figures


def finding(
    a: tuple[int, int],
    b: tuple[int, int],
    strength: Strength = "conflict",
    sure: float = 0.5,
    kind: ConflictKind = "place",
) -> Finding:
    return Finding(kind, strength, Span(*a), Span(*b), Span(0, 99), Span(0, 99), "", sure)


@pytest.mark.parametrize(
    ("findings", "kept"),
    [
        ([finding((0, 9), (0, 9), sure=0.4), finding((5, 12), (5, 12), sure=0.8)], [1]),
        ([finding((0, 9), (0, 9), "differs", 0.9), finding((0, 9), (0, 9), sure=0.4)], [1]),
        ([finding((0, 9), (0, 9)), finding((9, 12), (0, 9))], [0, 1]),
        ([finding((0, 9), (9, 12)), finding((0, 9), (0, 9))], [1, 0]),
        ([finding((0, 9), (0, 9), "differs"), finding((9, 12), (0, 9))], [1, 0]),
        ([finding((5, 9), (0, 9)), finding((0, 9), (0, 9))], [1]),
        ([finding((0, 9), (5, 9)), finding((0, 9), (0, 9))], [1]),
        ([finding((0, 9), (0, 9)), finding((20, 29), (0, 9)), finding((0, 9), (20, 29))], [0, 2, 1]),
        ([finding((0, 9), (0, 9), "differs"), finding((30, 39), (30, 39))], [1, 0]),
    ],
)
def test_of_findings_about_the_same_words_the_surest_is_told(findings: list[Finding], kept: list[int]) -> None:
    assert list(collected._once(findings)) == [findings[at] for at in kept]


@pytest.mark.parametrize(
    ("findings", "kept"),
    [
        ([finding((0, 9), (0, 9)), finding((20, 29), (20, 29))], [0, 1]),
        ([finding((0, 9), (0, 9)), finding((0, 9), (20, 29))], []),
        ([finding((0, 9), (0, 9)), finding((20, 29), (0, 9))], []),
        ([finding((0, 9), (0, 9), sure=0.4), finding((0, 9), (0, 9), sure=0.8)], [0]),
        ([finding((0, 9), (0, 9)), finding((5, 9), (20, 29))], [0, 1]),
    ],
)
def test_a_figure_with_two_rivals_is_another_fact(findings: list[Finding], kept: list[int]) -> None:
    assert sorted(map(findings.index, collected._unambiguous(findings))) == kept


def test_a_contradiction_is_told_where_no_other_finder_has_one_in_its_sentences() -> None:
    told_of = finding((0, 9), (0, 9), kind="negation")
    assert collected._unsaid([told_of], [finding((20, 29), (20, 29))]) == []
    assert collected._unsaid([told_of], [finding((20, 29), (20, 29), kind="number")]) == [told_of]
    assert collected._unsaid([told_of], []) == [told_of]


SENTENCES = "Boats sank. Nets tore. Ropes broke. Boats sank."
PASSAGES = one_told(SENTENCES).passages


def pairs(*scored: tuple[int, int, float]) -> list[Pair]:
    return [Pair(PASSAGES[i], PASSAGES[j], score, score) for i, j, score in scored]


def test_sentences_that_stand_word_for_word_in_the_other_article_are_settled() -> None:
    every = pairs((0, 0, 1.0), (0, 1, 0.5), (1, 0, 0.5), (1, 2, 0.5), (2, 3, 0.5), (3, 0, 1.0))
    assert collected._unsettled(every) == [every[3], every[4]]


def test_a_sentence_is_read_against_its_nearest_tellings() -> None:
    every = pairs((0, 1, 1.0), (0, 2, 0.9), (0, 3, 0.89), (1, 1, 0.95), (2, 2, 0.4), (2, 3, 0.3))
    assert collected._closest(every) == [every[0], every[1], every[3]]
    assert collected._closest(every[4:]) == [every[4]]


@pytest.mark.parametrize(
    ("a", "b", "speakers"),
    [
        ("said Anna Hallam", "said Paul Hein", [("Anna Hallam", "Paul Hein")]),
        ("said Anna Hallam", "said Anna Hallam", []),
        ("said Anna Hallam", "a sailor said", []),
        ("a sailor said", "said Paul Hein", []),
    ],
)
def test_quoted_words_that_are_given_to_another_speaker(a: str, b: str, speakers: list[tuple[str, str]]) -> None:
    words = "“The whole lake is to stay closed until the late spring of next year,” {} in the old hall of Velm."
    left, right = both_told(words.format(a), words.format(b))
    texts = left.side.document.text, right.side.document.text
    given = list(collected.reattributions(left, right, quote_pairs(left, right)))
    assert [(texts[0][slice(*one.a)], texts[1][slice(*one.b)]) for one in given] == speakers
    for one in given:
        assert (one.kind, one.strength, one.about) == ("attribution", "conflict", "who said the same quoted words")
        assert 0 < one.sure < 1
        assert texts[0][slice(*one.a_sentence)] == words.format(a)
        assert texts[1][slice(*one.b_sentence)] == words.format(b)
