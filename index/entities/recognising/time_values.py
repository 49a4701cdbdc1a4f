"""What a date or a duration is worth: its value in ISO 8601, as coarse as the text is."""

from __future__ import annotations

import re
from decimal import Decimal

from index.entities.recognising.time_pattern import FEASTS, MONTHS, ORDINALS, SMALL, TENS, UNITS

_OLDEST_DECADE = 30
"""The first decade that "the '30s" tells of the last century; "the '20s" may be either's."""


def duration(number: str, unit: str) -> str:
    """The ISO 8601 duration: ("three", "years") is P3Y."""
    time, times, letter = UNITS[unit.lower().removesuffix("s") if unit.lower() not in UNITS else unit.lower()]
    count = _number(number)
    return f"P{time}{count if times == 1 else format((Decimal(count) * times).normalize(), 'f')}{letter}"


def value_of(kind: str, match: re.Match[str], day_first: bool | None) -> str:
    """The value of a match of the form `kind`; "" where the text alone gives none.  `day_first`: which way days and
    months in figures are written in this document, None where it does not say.
    """
    group = match.group
    if kind == "iso":
        return group("iso")
    if kind == "numeric":
        return _in_figures(match, day_first)
    if kind == "days":
        return f"{group('y8') or '-'}-{_month(group('m6')):02}-{_day(group('d5')):02}"
    if kind == "era":
        year = int(group("ad") or group("y9"))
        return f"-{year - 1:04}" if group("bc") else f"{year:04}"
    if kind == "feast":
        return FEASTS.get(group("feast"), "")
    if kind == "quarter":
        return _quarter(match)
    if kind == "half":
        months = "01 06" if (group("h_short") or group("h_first") or group("h").lower()) in ("1", "first") else "07 12"
        return "/".join(f"{group('h_y')}-{month}" for month in months.split())
    if kind == "fiscal":
        first, last = group("fy") or group("fy2"), group("fy3")
        first = first if len(first) == 4 else f"20{first}"
        return f"{first}/{last if len(last) == 4 else first[:2] + last}" if last else first
    if kind == "halves":
        if group("n3"):
            return duration(f"{_number(group('n3'))}.5", group("u3"))
        if group("quarters"):
            return duration("0.75" if group("quarters").startswith("three") else "0.25", group("u6"))
        return duration("1.5", group("u4")) if group("u4") else duration("0.5", group("u5"))
    if kind in ("dmy", "mdy"):
        n = "1" if kind == "dmy" else "2"
        return f"{group('y' + n)}-{_month(group('m' + n)):02}-{_day(group('d' + n)):02}"
    if kind in ("md", "dm"):
        n = "3" if kind == "md" else "4"
        return f"--{_month(group('m' + n)):02}-{_day(group('d' + n)):02}"
    if kind == "my":
        return f"{group('y5')}-{_month(group('m5')):02}"
    if kind == "decade":
        return group("dec")[:3]
    if kind == "short_decade":
        tens = TENS[group("tens_word").lower()] if group("tens_word") else int(group("tens"))
        return f"19{tens // 10}" if tens >= _OLDEST_DECADE else ""
    if kind == "season":
        return group("s_y")
    if kind == "years":
        first, last = group("y6"), group("y7")
        if len(last) == 2 and int(last) < int(first[2:]) and 0 < int(last) <= 12:
            return f"{first}-{last}"
        return f"{first}/{last if len(last) == 4 else first[:2] + last}"
    if kind == "year":
        return group("y3")
    if kind == "ordinal":
        word = group("o").lower()
        number = ORDINALS.get(word) or int(re.sub(r"\D", "", word))
        unit = "year" if group("ou") == "anniversary" else group("ou")
        if unit == "century":
            return f"{number - 1:02}" if number else ""
        return duration(str(number), unit)
    if kind == "hyphen":
        return duration(group("n1"), group("u1"))
    if kind == "duration":
        return duration(group("n2"), group("u2"))
    if kind == "month":
        return f"--{_month(group('m7')):02}"
    return ""


def _number(word: str) -> str:
    lower = word.lower()
    if lower in SMALL:
        return str(SMALL[lower])
    if lower[0].isalpha():
        return str(sum(SMALL[part] for part in re.split("[- ]", lower)))
    if "/" in lower or "½" in lower:
        whole, _, part = lower.replace("½", " 1/2").replace("-", " ").strip().rpartition(" ")
        above, _, below = part.partition("/")
        return format(
            (Decimal(whole.strip() or 0) + Decimal(above) / Decimal(below)).quantize(Decimal("0.0001")).normalize(), "f"
        )
    return word


def _month(word: str) -> int:
    return MONTHS[word.lower()[:3]]


def _day(word: str) -> int:
    return 1 if word == "One" else int(re.sub(r"\D", "", word))


def _in_figures(match: re.Match[str], day_first: bool | None) -> str:
    """3/4/2021 is a day only where it is told which figure is the month; else it has the year that is certain."""
    one, other, year = int(match["n_a"]), int(match["n_b"]), match["n_y"]
    if one > 12 or other > 12:
        day_first = one > 12
    elif match["mark"] == ".":
        day_first = True
    if day_first is None and one != other:
        return year
    day, month = (one, other) if day_first else (other, one)
    return f"{year}-{month:02}-{day:02}"


def _quarter(match: re.Match[str]) -> str:
    """The months of a quarter of the calendar's year; of a fiscal one, which each firm begins elsewhere, the year."""
    word = (match["q"] or match["q_short"].strip("Q")).lower()
    number = ORDINALS.get(word) or int(word[0])
    year = match["q_y"] or match["q_y2"] or ""
    year = f"20{year}" if len(year) == 2 else year
    if match["q_fiscal"] or "iscal" in match["quarter"] or "FY" in match["quarter"]:
        return year
    return f"{year or '-'}-{3 * number - 2:02}/{year or '-'}-{3 * number:02}"
