"""What the title of the list of articles says of it, and what can be done with none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tui.widgets.columns import Line, Piece
from tui.widgets.rows.articles import ArticleRow


@dataclass(frozen=True, slots=True)
class ArticlesTitle:
    """How many articles are shown of how many, in which order; how many are picked, and how many files are articles by
    their kind and cannot be read.

    `order` is "" while the list is read.  `why` is the key that tells why files are not read, `beside` the one that
    lays the picked beside each other.
    """

    rows: Sequence[ArticleRow]
    shown: int
    order: str
    picked: int
    not_read: int
    why: str
    beside: str
    compares: bool = False

    def line(self) -> Line:
        """The title; what cannot be read stands before what may be cut off."""
        what = "Compare with …" if self.compares else "Articles"
        picked = f" · {self.picked:,} picked" if self.picked else ""
        if self.picked > 1:
            picked += f": {self.beside} lays them beside each other"
        return (Piece(what, "row--strong"), Piece(f"  {self._said()}", "row--muted"), Piece(picked, "row--accent"))

    def _said(self) -> str:
        if not self.order:
            said = "the list is read …"
        elif not self.rows:  # where there is no room for a preview, that alone says it
            said = "no other article" if self.compares else f"none can be read · {self.why}: why"
        else:
            number = f"{self.shown:,}" if self.shown == len(self.rows) else f"{self.shown:,} of {len(self.rows):,}"
            not_read = f" · {self.not_read:,} cannot be read ({self.why})" if self.not_read else ""
            said = f"{number}{not_read} · {self.order}"
        states = Counter(row.read_state for row in self.rows)
        marks = ", ".join(f"{states[state]:,} {state}" for state in ("read", "begun") if states[state])
        return f"{said} · {marks}" if marks else said


_OF_ROWS = frozenset({"panel_open", "panel_down", "panel_up", "pick", "sort"})


def idle_commands(*, listed: bool, compares: bool) -> frozenset[str]:
    """The commands that have nothing to do where nothing is `listed`, or where no article is open to compare with."""
    of_rows = frozenset() if listed else _OF_ROWS
    return of_rows if listed and compares else of_rows | {"compare"}
