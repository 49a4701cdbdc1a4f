"""How the reader is left is kept as it goes: what is newest stays, and only what is another is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import StateError
from index.user.state import State
from tui.keeping import AsLeft, Keeper


def left(document: str, *, length: int = 90) -> AsLeft:
    return AsLeft((("document", document),), document, 30, 60, length, 1, (4,))


def test_older_is_never_written_after_newer(tmp_path: Path) -> None:
    state, keeper = State(tmp_path / "state.sqlite", "corpus"), Keeper()
    first, second = keeper.asked(left("a.txt")), keeper.asked(left("b.txt"))
    assert first is not None
    assert second is not None
    keeper.write(state, left("b.txt"), second)
    keeper.write(state, left("a.txt"), first)  # its thread was slower
    assert state.session() == {"document": "b.txt"}
    assert set(state.positions()) == {"b.txt"}
    state.close()


def test_what_is_kept_already_is_not_asked_for_but_may_be_demanded(tmp_path: Path) -> None:
    state, keeper = State(tmp_path / "state.sqlite", "corpus"), Keeper()
    assert keeper.asked(left("a.txt")) == 1
    assert keeper.asked(left("a.txt")) is None
    keeper.write(state, left("a.txt"), keeper.number(left("a.txt")))
    position = state.position("a.txt")
    assert position is not None
    assert (position.offset, position.length, position.blanks) == (30, 90, 1)
    state.close()


def test_of_an_article_that_is_not_there_yet_no_place_is_kept(tmp_path: Path) -> None:
    state, keeper = State(tmp_path / "state.sqlite", "corpus"), Keeper()
    keeper.write(state, left("a.txt", length=0), keeper.number(left("a.txt", length=0)))
    assert state.positions() == {}
    assert state.session() == {"document": "a.txt"}
    state.close()


def test_what_failed_is_written_with_the_next_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state, keeper = State(tmp_path / "state.sqlite", "corpus"), Keeper()

    def full(self: State, *arguments: object) -> None:
        raise StateError("database or disk is full")

    with monkeypatch.context() as failing:
        failing.setattr(State, "_rows", full)
        with pytest.raises(StateError):
            keeper.write(state, left("a.txt"), keeper.number(left("a.txt")))
    keeper.write(state, left("b.txt"), keeper.number(left("b.txt")))
    assert state.session() == {"document": "b.txt"}
    state.close()
