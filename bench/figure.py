"""One measured figure: ours and a peer's, as medians over several runs, and their ratio with its spread."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WORSE = 1.2
"""A ratio that grew by so much is told."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Medians in `unit`; `ratios` are ours divided by the peer's, ascending; none where there is no peer."""

    name: str
    unit: str
    ours: float
    peer: float | None
    peer_name: str
    runs: int
    ratios: tuple[float, ...] = ()

    @property
    def ratio(self) -> float | None:
        """Ours divided by the peer's."""
        return self.ours / self.peer if self.peer else None

    def payload(self) -> dict[str, object]:
        """The figure as a JSON object."""
        ratio = self.ratio
        return {
            "figure": self.name,
            "unit": self.unit,
            "ours": round(self.ours, 3),
            "peer": None if self.peer is None else round(self.peer, 3),
            "peer_name": self.peer_name,
            "ratio": None if ratio is None else round(ratio, 3),
            "ratio_least": round(self.ratios[0], 3) if self.ratios else None,
            "ratio_median": round(statistics.median(self.ratios), 3) if self.ratios else None,
            "ratio_most": round(self.ratios[-1], 3) if self.ratios else None,
            "runs": self.runs,
        }


def figure(
    name: str,
    unit: str,
    ours: Sequence[float],
    peer: Sequence[float],
    peer_name: str,
    ratios: Sequence[float] | None = None,
    runs: int | None = None,
) -> Figure:
    """The medians of two series that were measured in turn; `ratios` and `runs` are given where they are not those of
    the series.
    """
    if ratios is None:
        ratios = [one / other for one, other in zip(ours, peer, strict=True) if other] if peer else []
    other = statistics.median(peer) if peer else None
    return Figure(name, unit, statistics.median(ours), other, peer_name, runs or len(ours), tuple(sorted(ratios)))


def worse(figures: Sequence[Figure], before: Mapping[str, object]) -> list[str]:
    """What became worse by a fifth or more since a run whose JSON is `before`, a line each.

    A 95th percentile hangs on few questions, and differs by more than that from run to run: it is left out.
    """
    listed = before["figures"]
    known = {(one["figure"], one["peer_name"]): one["ratio"] for one in listed} if isinstance(listed, list) else {}
    told = []
    for each in figures:
        old, new = known.get((each.name, each.peer_name)), each.ratio
        if old and new and not each.name.endswith("p95"):
            # A rate is the better the larger it is.
            change = old / new if each.unit.endswith("/s") else new / old
            if change >= WORSE:
                told.append(f"{each.name} against {each.peer_name}: {new:.2f} times, was {old:.2f}")
    return told


def table(figures: Sequence[Figure]) -> str:
    """The figures as a table for people."""
    rows = [("figure", "ours", "peer", "ratio", "least", "most", "unit", "runs", "peer is")]
    for f in figures:
        spread = (f"{f.ratios[0]:.2f}", f"{f.ratios[-1]:.2f}") if f.ratios else ("", "")
        peer, ratio = f"{f.peer:,.2f}" if f.peer is not None else "", f"{f.ratio:.2f}" if f.ratio else ""
        rows.append((f.name, f"{f.ours:,.2f}", peer, ratio, *spread, f.unit, str(f.runs), f.peer_name))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    right = {1, 2, 3, 4, 5, 7}
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
