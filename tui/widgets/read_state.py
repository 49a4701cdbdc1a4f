"""How far an article was read: not yet, begun, or to its end; and where the reading of it stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from index.user.state import Position

ReadState = Literal["begun", "unread", "read"]


def state_of(position: Position | None) -> ReadState:
    """Whether the article was never opened, seen to its end, or opened and left before that."""
    if position is None:
        return "unread"
    return "read" if position.furthest >= position.length else "begun"


def percent_above(offset: int, length: int) -> int:
    """How much of a text of `length` characters stands above `offset`; 100 only at its very end."""
    return 100 if offset >= length > 0 else min(99, round(100 * offset / max(1, length)))


def percent(position: Position) -> int:
    """How much of the article stands above the place where the reading stopped, as the header said it there."""
    return percent_above(position.offset, position.length)


def stopped(position: Position | None) -> str:
    """The state in at most 5 cells: nothing for an unread article, where the reading stopped for one begun."""
    state = state_of(position)
    if position is None or state == "unread":
        return ""
    return "read" if state == "read" else f"{percent(position)}%"
