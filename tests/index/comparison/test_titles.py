"""Titles are compared with each other and with what the other article tells; nothing is reported twice."""

from __future__ import annotations

from index.comparison.compare import compare
from tests.index.comparison.articles import make_sides
from tests.index.comparison.conftest import Compared

BODY = "The ferry Alma left the harbour of Tarnow on Monday with 80 people and some timber on board, Rolf Keller said."


def titled(title_a: str, title_b: str, a: str = BODY, b: str = BODY) -> Compared:
    left, right = make_sides(f"{title_a}\n\n{a}\n", f"{title_b}\n\n{b}\n")
    return Compared(left, right, compare(left, right))


def test_two_titles_that_say_opposite_things() -> None:
    result = titled("Council Approves Plan for Tarnow Harbour", "Council Rejects Plan for Tarnow Harbour")
    assert [kind for kind, *_ in result.conflicts] == ["negation"]
    assert result.result.conflicts[0].a_sentence.start == 0


def test_two_titles_in_other_words_for_the_same() -> None:
    assert titled("Council Approves Plan for Tarnow Harbour", "Tarnow Harbour Plan Approved by Council").conflicts == []


def test_titles_of_two_subjects_are_not_held_against_each_other() -> None:
    first = "In Esker ferries will land at a new quay, Rolf Keller said, as they did in his childhood."
    second = "Nobody spoke for the quay in Dorn, and Greta Falk of the fishermen's guild was the first to leave."
    result = titled("Esker council approves harbour plan", "Dorn council rejects harbour plan", first, second)
    assert result.conflicts == []


def test_a_title_against_a_sentence_of_the_other_article() -> None:
    told = "The council of Tarnow rejected the plan for a new harbour on Monday, its chairman said."
    result = titled("Tarnow council approves plan for new harbour on Monday", "Harbour news", BODY, told)
    assert ("negation", "approves", "rejected") in result.conflicts


def test_what_the_article_itself_tells_like_the_other_is_no_conflict_of_its_title() -> None:
    told = "The council of Tarnow rejected the plan for a new harbour on Monday, its chairman said."
    assert titled("Tarnow council approves plan for new harbour", "Harbour news", told, told).conflicts == []


def test_titles_that_are_surer_than_one_another_are_none() -> None:
    assert titled("Tarnow Harbour Will Close in May", "Tarnow Harbour Could Close in May").conflicts == []


def test_one_title_in_capitals_is_the_same_title() -> None:
    assert titled("COUNCIL OF TARNOW APPROVES HARBOUR PLAN", "Council of Tarnow approves harbour plan").conflicts == []


def test_titles_mirror_each_other() -> None:
    one = titled("Council Approves Plan for Tarnow Harbour", "Council Rejects Plan for Tarnow Harbour")
    other = titled("Council Rejects Plan for Tarnow Harbour", "Council Approves Plan for Tarnow Harbour")
    assert [(k, y, x) for k, x, y in one.conflicts] == other.conflicts
