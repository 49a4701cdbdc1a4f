"""Number words and magnitudes as values: "three", "twenty-five", "two hundred", "$40 million", "1,200"."""

from __future__ import annotations

from collections.abc import Sequence

from index.comparison.aligning.stems import word_list

_UNITS = word_list(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """
)
_TENS = word_list(
    """
    twenty thirty forty fifty sixty seventy eighty ninety
    """
)
_ORDINALS = word_list(
    """
    zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """
)

SMALL: dict[str, float] = {word: float(i) for i, word in enumerate(_UNITS)} | {
    word: 20.0 + 10 * i for i, word in enumerate(_TENS)
}
ORDINAL: dict[str, float] = {word: float(i) for i, word in enumerate(_ORDINALS)}
MAGNITUDE: dict[str, float] = {
    "hundred": 1e2,
    "dozen": 12.0,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bln": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
LETTERS = frozenset({"k", "mn", "m", "bn", "b", "tn"})  # magnitudes only when they touch the digits: 40m, not "40 m"


def digits(text: str) -> float | None:
    """The value of "1,200", "3.5" or "30", None where it is no number (1,2,3 or longer than a value can be)."""
    if len(text) > 18:
        return None
    whole, _, part = text.partition(".")
    groups = whole.split(",")
    if len(groups) > 1 and (not 1 <= len(groups[0]) <= 3 or any(len(g) != 3 for g in groups[1:])):
        return None
    try:
        return float("".join(groups) + ("." + part if part else ""))
    except ValueError:
        return None


def fraction(text: str) -> float | None:
    """The value of "5-1/2" or "3/4"; None for what is no proper fraction of at most 64ths."""
    whole, _, part = text.rpartition("-")
    above, _, below = part.partition("/")
    if not (above.isdecimal() and below.isdecimal() and len(above) <= 2 and len(below) <= 2 and 2 <= int(below) <= 64):
        return None
    before = digits(whole) if whole else 0.0
    return None if before is None or int(above) >= int(below) else before + int(above) / int(below)


def combine(parts: Sequence[tuple[float, bool]]) -> float:
    """The value of a run of number words; each part is its value and whether it is a magnitude.

    two hundred fifty thousand: ((2 * 100) + 50) * 1000.
    """
    total, current = 0.0, 0.0
    for value, magnitude in parts:
        if not magnitude:
            current += value
        elif value < 1000:
            current = (current or 1.0) * value
        else:
            total += (current or 1.0) * value
            current = 0.0
    return total + current


def spoken(value: float) -> str:
    """A value as digits for people: 1200.0 gives "1,200", 0.5 gives "0.5"."""
    return f"{int(value):,}" if value == int(value) else f"{value:,.10g}"
