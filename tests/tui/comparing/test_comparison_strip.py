"""The strip under a comparison says in full what was found, and nothing twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.model import Span
from tui.widgets.comparison.at_rest import rest_lines
from tui.widgets.comparison.ledger import Entry
from tui.widgets.comparison.offered import idle_commands
from tui.widgets.comparison.passages import Passage
from tui.widgets.comparison.strip import entry_lines, wanted_height

HERE = Span(0, 5)
REASON = (
    "They differ on whether Donald Trump holds the office of president: A has “violated”, B has “accused each other” "
    "(likely, not certain)."
)


def conflict(explanation: str) -> Entry:
    return Entry("differs", "attribution", HERE, HERE, HERE, HERE, "violated", "accused each other", explanation)


def said(entry: Entry, width: int, height: int) -> list[str]:
    return ["".join(piece.text for piece in line) for line in entry_lines(entry, 1, 3, width, height)]


@pytest.mark.parametrize(
    ("width", "height"), [(50, 20), (60, 24), (60, 40), (80, 24), (100, 34), (120, 40), (160, 40), (200, 60)]
)
def test_an_explanation_is_told_in_full_without_the_wordings_above_it(width, height) -> None:
    content = wanted_height(width, height) - 1
    lines = said(conflict(REASON), width - 2, content)
    assert len(lines) <= content
    assert (
        " ".join(lines[2:])
        == "They differ on whether Donald Trump holds the office of president (likely, not certain)."
    )


@pytest.mark.parametrize("height", [4, 5])
def test_wordings_too_long_for_one_line_have_one_each_where_the_explanation_stays_whole(height: int) -> None:
    long = Entry("conflict", "number", HERE, HERE, HERE, HERE, "x" * 50, "y" * 50, "They differ: A has “x”, B has “y”.")
    lines = said(long, 78, height)
    assert [line.strip() for line in lines[1:]] == [f"A {'x' * 50}", f"≠ B {'y' * 50}", "They differ."]
    assert len(said(long, 78, 3)) == 3


def test_what_one_side_tells_takes_the_lines_there_are() -> None:
    text = "The harbour master had warned of the wind the day before, and of the waves, and of the ice on the ropes."
    lines = said(Entry("only_b", "", None, HERE, None, HERE, "", text), 48, 4)
    assert [line[:2] for line in lines[1:]] == ["B ", "  ", "  "]
    assert " ".join(line[2:] for line in lines[1:]) == text


@given(st.integers(10, 400), st.integers(5, 200))
def test_the_strip_leaves_most_of_the_screen_to_the_articles(width: int, height: int) -> None:
    assert wanted_height(width, height) <= max(5, height // 5 + 1)


def at_rest(width: int, height: int, *entries: Entry) -> list[str]:
    lines = rest_lines(Passage(0, 5, "partial", 3), True, entries, width, height)
    return ["".join(piece.text for piece in line).rstrip() for line in lines]


ONLY = Entry("only_a", "", HERE, None, HERE, None, "Gulls cried.", "")


def test_while_nothing_is_looked_at_the_gravest_findings_stand_below_the_legend() -> None:
    found = at_rest(118, 5, conflict(REASON), conflict(REASON), ONLY)
    assert found[0].startswith("~3 partly told   in step  ")
    assert found[0].endswith("! conflict  ? may differ  + only here  ~ partly told  = told by both")
    assert found[1:] == [
        "words its partner has not  words put otherwise there",
        *["? A violated  ≟  B accused each other"] * 2,
    ]


def test_why_there_is_little_in_common_comes_before_the_legend_of_words() -> None:
    lines = rest_lines(None, True, [ONLY], 118, 3, "Neither tells anything that the other tells.")
    assert ["".join(piece.text for piece in line) for line in lines[1:]] == [
        "Neither tells anything that the other tells.",
        "words its partner has not  words put otherwise there",
    ]


def test_what_a_grave_finding_is_about_is_told_where_it_has_room() -> None:
    assert at_rest(160, 5, conflict(REASON))[-1] == (
        "? A violated  ≟  B accused each other   "
        "They differ on whether Donald Trump holds the office of president (likely, not certain)."
    )


def test_the_legend_stands_on_lines_of_its_own_where_it_does_not_fit_beside_the_passage() -> None:
    assert at_rest(58, 5)[:4] == [
        "~3 partly told   in step",
        "! conflict  ? may differ  + only here  ~ partly told",
        "= told by both  words its partner has not",
        "words put otherwise there",
    ]


@given(st.integers(20, 250), st.integers(1, 12), st.integers(0, 6))
def test_the_legend_leaves_room_for_two_grave_findings_and_is_never_cut(width: int, height: int, grave: int) -> None:
    lines = rest_lines(Passage(0, 5, "partial", 3), True, [conflict(REASON)] * grave, width, height)
    assert len(lines) <= height
    told = [line for line in lines[1:] if line[0].text == "? " and line[1].text == "A "]
    assert len(told) >= min(grave, 2, height - 1)
    assert all(sum(len(piece.text) for piece in line) <= max(width, 28) for line in lines)


@pytest.mark.parametrize(
    ("entries", "idle"),
    [
        (None, {"next_conflict", "next_finding", "export"}),
        ((), {"next_conflict", "next_finding"}),
        ((Entry("only_a", "", HERE, None, HERE, None, "It rained.", ""),), {"next_conflict"}),
        ((conflict(REASON),), set()),
    ],
)
def test_keys_that_have_nothing_to_do_are_not_offered(entries: tuple[Entry, ...] | None, idle: set[str]) -> None:
    assert idle_commands(entries) & {"next_conflict", "next_finding", "export"} == idle
