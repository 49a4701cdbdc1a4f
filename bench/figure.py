"""One measured figure: ours and a peer's, as medians over several runs, and their ratio."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Medians in `unit`; `ratio` is ours divided by the peer's."""

    name: str
    unit: str
    ours: float
    peer: float
    peer_name: str
    runs: int

    @property
    def ratio(self) -> float:
        """Ours divided by the peer's."""
        return self.ours / self.peer

    def payload(self) -> dict[str, object]:
        """The figure as a JSON object."""
        return {
            "figure": self.name,
            "unit": self.unit,
            "ours": round(self.ours, 3),
            "peer": round(self.peer, 3),
            "peer_name": self.peer_name,
            "ratio": round(self.ratio, 3),
            "runs": self.runs,
        }


def figure(name: str, unit: str, ours: Sequence[float], peer: Sequence[float], peer_name: str) -> Figure:
    """The medians of two series that were measured in turn."""
    return Figure(name, unit, statistics.median(ours), statistics.median(peer), peer_name, len(ours))


def table(figures: Sequence[Figure]) -> str:
    """The figures as a table for people."""
    rows = [("figure", "ours", "peer", "ratio", "unit", "runs", "peer is")]
    rows += [
        (f.name, f"{f.ours:,.2f}", f"{f.peer:,.2f}", f"{f.ratio:.2f}", f.unit, str(f.runs), f.peer_name)
        for f in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    right = {1, 2, 3, 5}
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
