"""How long something takes, over many runs: the middle and the slow end, beside what it is to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """Percentiles in `unit`; `target` is the most that the 95th may be, None where nothing is asked."""

    name: str
    unit: str
    p50: float
    p95: float
    p99: float
    runs: int
    target: float | None = None

    def payload(self) -> dict[str, object]:
        """The timing as a JSON object."""
        return {
            "timing": self.name,
            "unit": self.unit,
            "p50": round(self.p50, 3),
            "p95": round(self.p95, 3),
            "p99": round(self.p99, 3),
            "runs": self.runs,
            "target": self.target,
        }


def timing(name: str, unit: str, values: Sequence[float], target: float | None = None) -> Timing:
    """The percentiles of a series (nearest rank)."""
    ordered = sorted(values)
    return Timing(name, unit, _rank(ordered, 50), _rank(ordered, 95), _rank(ordered, 99), len(ordered), target)


def _rank(ordered: Sequence[float], percent: int) -> float:
    return ordered[max(0, -(-percent * len(ordered) // 100) - 1)]


def table(timings: Sequence[Timing]) -> str:
    """The timings as a table for people."""
    rows = [("timing", "p50", "p95", "p99", "target", "unit", "runs")]
    for t in timings:
        target = "" if t.target is None else f"{t.target:,.0f}"
        rows.append((t.name, f"{t.p50:,.2f}", f"{t.p95:,.2f}", f"{t.p99:,.2f}", target, t.unit, str(t.runs)))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at in (0, 5) else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
