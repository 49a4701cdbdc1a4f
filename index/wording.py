"""Sentences that are put together: a noun in the number it is counted in, shares that never say more than they are, one
full stop.
"""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """A number with its noun: "no conflicts", "1 voice", "1,200 articles", "2 matches"."""
    several = "es" if noun.endswith(("ch", "s", "x")) else "s"
    return f"{number or 'no':{',' if number else ''}} {noun}{'' if number == 1 else several}"


def sentence(text: str) -> str:
    """What is told, with one full stop at its end, also where it ends in the stop of an initial or of "Inc."."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def percent(share: float) -> str:
    """A share from 0 to 1 in whole percent, in which all, or nothing, is only what is all or nothing."""
    if 0 < share < 0.005:
        return "less than 1%"
    return "99%" if 0.995 <= share < 1 else f"{share:.0%}"
