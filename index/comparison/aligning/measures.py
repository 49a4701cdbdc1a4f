"""Units of measure by their stems: what they measure, and how many of the first unit of their line they are."""

from __future__ import annotations

from index.comparison.aligning.stems import stem

_LINES = {
    "length": """
    metre meter 1 kilometre kilometer km 1000 centimetre centimeter 0.01 mile 1609.34 yard 0.9144 foot feet 0.3048
    inch inches 0.0254
    """,
    "area": "hectare 1 acre 0.404686",
    "mass": "kilogram kilo kg 1 gram 0.001 pound lbs 0.453592 tonne ton 1000 ounce 0.0283495",
    "volume": "litre liter 1 gallon 3.78541 barrel 158.987 pint 0.473176",
}


def _table() -> dict[str, tuple[str, float]]:
    table: dict[str, tuple[str, float]] = {}
    for measured, line in _LINES.items():
        units: list[str] = []
        for word in line.split():
            if word[0].isdigit():
                table |= {form: (measured, float(word)) for unit in units for form in (unit, stem(unit))}
                units = []
            else:
                units.append(word)
    return table


MEASURES = _table()
