"""Marks and notes that were taken away are brought back."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from index.user.state import State


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "state.sqlite"


def test_what_was_taken_away_is_brought_back_as_it_was_the_last_first(file: Path) -> None:
    with closing(State(file, "/corpus")) as state:
        long = "".join(f"{number} " for number in range(2_000))
        note = state.add_note("a.txt", 50, 50 + len(long), long, "on many words")
        state.set_mark("Q", "b.txt", 7, "some words", blanks=2)
        (mark,) = state.marks()
        state.remove_note(note.id)
        state.remove_mark("Q", "b.txt")
        state.remove_mark("Q", "b.txt")
        other = state.add_note("a.txt", 1, 2, "w", "another in between")
        assert state.bring_back() == mark
        assert state.marks() == (mark,)
        back = state.bring_back()
        assert back is not None
        assert state.notes() == (other, back)
        assert back == note._replace(id=back.id)
        assert state.bring_back() is None


def test_a_mark_set_since_is_not_lost_where_an_older_one_is_brought_back(file: Path) -> None:
    with closing(State(file, "/corpus")) as state:
        state.set_mark("a", "b.txt", 7, "older")
        (older,) = state.marks()
        state.remove_mark("a", "b.txt")
        state.set_mark("a", "b.txt", 90, "newer")
        (newer,) = state.marks()
        assert [state.bring_back(), state.marks()] == [older, (older,)]
        assert [state.bring_back(), state.marks()] == [newer, (newer,)]
