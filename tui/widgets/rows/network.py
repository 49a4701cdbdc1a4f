"""Pairs of entities that are named together, as rows of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.widgets.columns import Line, Piece, cells, cut_line, fit, one_line
from tui.widgets.kinds import KIND_NAMES
from tui.widgets.rows.significance import significance

if TYPE_CHECKING:
    from index.across.network import Edge
    from index.entities.model import Entity

_FULL = 76
"""Cells from which on every column is shown."""
_WIDEST = 72
"""Cells of two names, so that the eye finds their numbers on a wide screen."""


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """Two entities; choosing them opens the first article where one sentence names both."""

    edge: Edge
    a: Entity
    b: Entity
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The two names, sentences, articles where there is room, and G²."""
        numbers = f"{self.edge.sentences:>7,}"
        if width >= _FULL:
            numbers += f"{self.edge.articles:>9,}"
        numbers += f" {significance(self.edge.likelihood)}"
        room = max(2, min(width - cells(numbers), _WIDEST))
        half = (room - 3) // 2
        names = (
            Piece(fit(one_line(self.a.name), max(1, half)), "row--strong"),
            Piece(" — ", "row--muted"),
            Piece(one_line(self.b.name), "row--strong"),
        )
        return ((*cut_line(names, room), Piece(numbers)),)


def edge_heading(width: int) -> Line:
    """What the columns hold."""
    numbers = f"{'sents.':>7}" + (f"{'articles':>9}" if width >= _FULL else "") + f"{'G²':>10}   "
    room = max(1, min(width - len(numbers), _WIDEST))
    return (Piece(fit("named together", room), "row--head"), Piece(numbers, "row--muted"))


def described(entity: Entity) -> str:
    """Name and kind."""
    return f"{one_line(entity.name)} ({KIND_NAMES[entity.type]})"
