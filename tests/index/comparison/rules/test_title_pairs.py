"""Which titles are held against each other, and which sentences against a title."""

from __future__ import annotations

from functools import cache

import pytest

from index.comparison.aligning.alignment import SAME, Pair, align
from index.comparison.aligning.passages import Told, told
from index.comparison.conflicts.findings import Finding
from index.comparison.conflicts.word_for_word.titles import of_titles, title_pairs
from index.comparison.model import ConflictKind
from index.documents.model import Span
from tests.index.comparison.articles import make_sides

BODY = "The ferry Alma left the harbour of Tarnow on Monday with some timber."
TOLD = "On Monday the council of Tarnow rejected the plan for a new harbour."
APPROVES = "Tarnow council approves plan for new harbour"
OTHER = "Old clocks of the coast"
FIRST_SIX = " ".join(f"It rained {when}." for when in ("at dawn", "at noon", "at one", "at two", "at dusk"))


@cache
def article(title: str, text: str) -> Told:
    return told(make_sides(f"{title}\n\n{text}\n")[0])


def paired(a: tuple[str, str], b: tuple[str, str]) -> list[tuple[str, str]]:
    """The pairs of two articles, each told as its title and text, as texts."""
    one, other = article(*a), article(*b)
    found = title_pairs(one, other, align(one, other))
    turned = title_pairs(other, one, align(other, one))
    texts = [_texts(pair, one, other) for pair in found]
    assert sorted(texts) == sorted(_texts(pair, other, one)[::-1] for pair in turned)
    return texts


def _texts(pair: Pair, a: Told, b: Told) -> tuple[str, str]:
    return a.side.document.text[slice(*pair.a.span)], b.side.document.text[slice(*pair.b.span)]


REJECTS = "Tarnow council rejects plan for new harbour"
PAIRS = {
    "two titles of one thing": ((APPROVES, BODY), (REJECTS, BODY), [(APPROVES, REJECTS)]),
    "two titles of two things": ((APPROVES, BODY), (OTHER, BODY), []),
    "one title": ((APPROVES, BODY), (APPROVES.upper(), BODY), []),
    "a title that names nobody whom the other knows": (
        ("Esker council approves plan for new harbour", "In Esker it rained."),
        ("Dorn council rejects plan for new harbour", "In Dorn it snowed."),
        [],
    ),
    "a title and a sentence": ((APPROVES, BODY), (OTHER, TOLD), [(APPROVES, TOLD)]),
    "a title and a sentence that another tells too": ((APPROVES, TOLD), (OTHER, TOLD), []),
    "a title and a sentence that another tells in other words": (
        (APPROVES, "The council of Tarnow on Monday rejected the new plan for a harbour."),
        (OTHER, TOLD),
        [],
    ),
    "a title that is a sentence of the other": ((TOLD.rstrip("."), BODY), (OTHER, TOLD), []),
    "a title and a sentence of another thing": ((APPROVES, BODY), (OTHER, "It rained on the old clocks all day."), []),
    "a title and the nearest of two sentences": (
        (APPROVES, BODY),
        (OTHER, f"The council of Tarnow has a plan for clocks. {TOLD}"),
        [(APPROVES, TOLD)],
    ),
    "a title and the first of two that are alike": (
        (APPROVES, BODY),
        (OTHER, f"{TOLD} {TOLD.replace('On Monday', 'On Friday')}"),
        [(APPROVES, TOLD)],
    ),
    "a title and the sixth sentence": ((APPROVES, BODY), (OTHER, f"{FIRST_SIX} {TOLD}"), [(APPROVES, TOLD)]),
    "a title and the seventh sentence": ((APPROVES, BODY), (OTHER, f"{FIRST_SIX} It ended. {TOLD}"), []),
}


@pytest.mark.parametrize("what", PAIRS)
def test_what_a_title_is_held_against(what: str) -> None:
    a, b, expected = PAIRS[what]
    assert paired(a, b) == expected


def test_an_article_without_a_title_has_its_sentences_alone() -> None:
    untitled = told(make_sides(BODY)[0])
    assert untitled.title is None
    assert title_pairs(untitled, untitled, ()) == ()
    titled = article(APPROVES, BODY)
    other = told(make_sides(TOLD)[0])
    assert [_texts(pair, titled, other) for pair in title_pairs(titled, other, ())] == [(APPROVES, TOLD)]
    assert [_texts(pair, other, titled) for pair in title_pairs(other, titled, ())] == [(TOLD, APPROVES)]


@pytest.mark.parametrize(
    ("kind", "score", "kept"),
    [
        ("negation", 0.1, True),
        ("modality", 0.9, False),
        ("number", SAME, True),
        ("number", SAME - 0.01, False),
    ],
)
def test_titles_are_surer_than_their_reports_and_their_figures_of_anything(
    kind: ConflictKind, score: float, kept: bool
) -> None:
    one = article(APPROVES, BODY).passages[0]
    span = Span(0, 1)
    found = Finding(kind, "conflict", span, span, span, span, "the harbour", score)
    assert of_titles([found], Pair(one, one, score)) == ([found] if kept else [])
