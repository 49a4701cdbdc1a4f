"""The strip under a comparison says what was found in full; without room it leaves out what it shows above."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.model import Span
from tui.widgets.comparison.ledger import Entry
from tui.widgets.comparison.strip import entry_lines, wanted_height

HERE = Span(0, 5)
LONG = (
    "They differ on “violated”, a charge in one and a plain statement in the other: A has “violated”, "
    "B has “accused each other of breaching, in a letter that was read aloud in the harbour in the evening” "
    "(likely, not certain)."
)


def conflict(explanation: str) -> Entry:
    return Entry("differs", "attribution", HERE, HERE, HERE, HERE, "violated", "accused each other", explanation)


def said(entry: Entry, width: int, height: int) -> list[str]:
    return ["".join(piece.text for piece in line) for line in entry_lines(entry, 1, 3, width, height)]


@pytest.mark.parametrize(("width", "height"), [(60, 40), (100, 34), (120, 40), (160, 40), (200, 60)])
def test_an_explanation_is_told_in_full_on_a_usual_screen(width, height) -> None:
    content = wanted_height(width, height) - 1
    lines = said(conflict(LONG), width - 2, content)
    assert len(lines) <= content
    assert " ".join(lines[2:]).split() == LONG.split()


def test_where_there_is_no_room_the_wordings_above_are_not_repeated() -> None:
    lines = said(conflict(LONG), 118, 3)
    assert lines[2:] == [
        "They differ on “violated”, a charge in one and a plain statement in the other (likely, not certain)."
    ]


def test_what_one_side_tells_takes_the_lines_there_are() -> None:
    text = "The harbour master had warned of the wind the day before, and of the waves, and of the ice on the ropes."
    lines = said(Entry("only_b", "", None, HERE, None, HERE, "", text), 48, 4)
    assert [line[:2] for line in lines[1:]] == ["B ", "  ", "  "]
    assert " ".join(line[2:] for line in lines[1:]) == text


@given(st.integers(10, 400), st.integers(5, 200))
def test_the_strip_leaves_most_of_the_screen_to_the_articles(width: int, height: int) -> None:
    assert wanted_height(width, height) <= max(5, height // 5 + 1)
