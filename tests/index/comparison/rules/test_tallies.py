"""How a line of the table of tallies is written, and that every line of it is written so."""

from __future__ import annotations

import pytest

from index.comparison.conflicts.figures.tallies import Kind, read, tallies

TOLL = read("how many died | count | killed; toll … to; … fell to | dead; … lost their lives")


def test_a_line_tells_what_is_asked_and_what_kind_of_figure_answers() -> None:
    assert (TOLL.about, TOLL.kind, TOLL.of_one) == ("how many died", "count", False)


@pytest.mark.parametrize(
    ("kind", "expected", "of_one"),
    [("money", "money", False), ("whatever", "whatever", False), ("days, of one", "days", True)],
)
def test_a_fine_is_somebodys_and_a_reward_is_not(kind: str, expected: Kind, of_one: bool) -> None:
    line = read(f"of one who asks | {kind} | fine of | fine")
    assert (line.kind, line.of_one) == (expected, of_one)


@pytest.mark.parametrize(
    ("before", "answers"),
    [
        ("killed", True),
        ("the flood killed", True),
        ("killed in kolmen", False),
        ("unkilled", False),
        ("toll rose to", True),
        ("the toll of the flood has now risen to", True),
        ("the toll of the long flood has now risen to", False),
        ("toll to", False),
        ("by dusk it fell to", True),
        ("fell to", False),
    ],
)
def test_what_ends_right_before_a_figure(before: str, answers: bool) -> None:
    """Three dots are one word to six."""
    assert bool(TOLL.before.match(before)) == answers


@pytest.mark.parametrize(
    ("after", "answers"),
    [
        ("dead", True),
        ("dead in kolmen", True),
        ("are dead", False),
        ("deadly", False),
        ("men of the old mill there lost their lives", True),
        ("men of the very old mill there lost their lives", False),
        ("lost their lives", False),
    ],
)
def test_what_begins_right_after_a_figure(after: str, answers: bool) -> None:
    assert bool(TOLL.after.match(after)) == answers


def test_where_no_words_are_told_none_answer() -> None:
    line = read("how many are missing | count |  | missing")
    assert not any(line.before.match(before) for before in ("", " ", "missing"))
    assert line.after.match("missing")


def test_every_line_of_the_table_asks_something_else_and_has_words_that_answer_it() -> None:
    abouts = [tally.about for tally in tallies()]
    assert len(set(abouts)) == len(abouts)
    for tally in tallies():
        assert tally.before.match("") is None, tally.about
        assert tally.after.match("") is None, tally.about
    assert {tally.about for tally in tallies() if tally.of_one} == {
        "how long the sentence is",
        "how high the bribes were",
        "how high the fine is",
        "how much must be repaid",
        "how high bail is",
        "on how many counts",
    }
