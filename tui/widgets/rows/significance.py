"""How far beyond chance two are named together, as a list says it."""

from __future__ import annotations

_ONE_IN_A_THOUSAND, _ONE_IN_TWENTY = 10.83, 3.84


def told(likelihood: float) -> str:
    """G² in words."""
    if abs(likelihood) < _ONE_IN_TWENTY:
        return "no more than chance gives"
    often = "1,000" if abs(likelihood) >= _ONE_IN_A_THOUSAND else "20"
    return f"chance gives {'so few' if likelihood < 0 else 'so many'} less than once in {often}"


def significance(likelihood: float) -> str:
    """G² with two stars where chance gives it once in a thousand at most, one where once in twenty; 12 cells."""
    stars = "**" if abs(likelihood) >= _ONE_IN_A_THOUSAND else "*" if abs(likelihood) >= _ONE_IN_TWENTY else ""
    return f"{round(likelihood, 1) + 0.0:>9,.1f} {stars:<2}"
