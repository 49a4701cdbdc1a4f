"""What a date or a duration is worth: its value in ISO 8601, as coarse as the text is."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial

from index.entities.recognising.time_pattern import FEASTS, MONTHS, ORDINALS, SMALL, TENS, UNITS

_OLDEST_DECADE = 30
"""The first decade that "the '30s" tells of the last century; "the '20s" may be either's."""

_LONGEST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The days of each month, of February in a common year."""


def duration(number: str, unit: str) -> str:
    """The ISO 8601 duration: ("three", "years") is P3Y."""
    time, times, letter = UNITS[unit.lower().removesuffix("s") if unit.lower() not in UNITS else unit.lower()]
    count = _number(number)
    return f"P{time}{count if times == 1 else format((Decimal(count) * times).normalize(), 'f')}{letter}"


def value_of(kind: str, match: re.Match[str], day_first: bool | None) -> str:
    """The value of a match of the form `kind`; "" where the text alone gives none.  `day_first`: which way days and
    months in figures are written in this document, None where it does not say.
    """
    if kind == "numeric":
        return _in_figures(match, day_first)
    value = _VALUES.get(kind)
    return value(match) if value else ""


def day_of(year: str | None, month: int, day: int) -> str:
    """The value of a day; of one that is in no calendar (31 February) what is certain: its year, if one is told."""
    longest = 29 if month == 2 and not _is_common(year) else _LONGEST[month - 1]
    return f"{year or '-'}-{month:02}-{day:02}" if 0 < day <= longest else year or ""


def _is_common(year: str | None) -> bool:
    """Is it told that a year has no 29 February?"""
    return year is not None and (int(year) % 4 != 0 or (int(year) % 100 == 0 and int(year) % 400 != 0))


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
    return day_of(year, month, day)


def _quarter(match: re.Match[str]) -> str:
    """The months of a quarter of the calendar's year; of a fiscal one, which each firm begins elsewhere, the year."""
    word = (match["q"] or match["q_short"].strip("Q")).lower()
    number = ORDINALS.get(word) or int(word[0])
    year = match["q_y"] or match["q_y2"] or ""
    year = f"20{year}" if len(year) == 2 else year
    if match["q_fiscal"] or "iscal" in match["quarter"] or "FY" in match["quarter"]:
        return year
    return f"{year or '-'}-{3 * number - 2:02}/{year or '-'}-{3 * number:02}"


def _half(match: re.Match[str]) -> str:
    half = match["h_short"] or match["h_first"] or match["h"].lower()
    first, last = ("01", "06") if half in ("1", "first") else ("07", "12")
    return f"{match['h_y']}-{first}/{match['h_y']}-{last}"


def _fiscal(match: re.Match[str]) -> str:
    first, last = match["fy"] or match["fy2"], match["fy3"]
    first = first if len(first) == 4 else f"20{first}"
    return f"{first}/{_with_century(last, first)}" if last else first


def _years(match: re.Match[str]) -> str:
    """Two years, but a year and a month where the second figure can be no later year (2020-03)."""
    first, last = match["y6"], match["y7"]
    if len(last) == 2 and int(last) < int(first[2:]) and 0 < int(last) <= 12:
        return f"{first}-{last}"
    return f"{first}/{_with_century(last, first)}"


def _with_century(year: str, first: str) -> str:
    """The year in four figures, as the `first` one is."""
    return year if len(year) == 4 else first[:2] + year


def _era(match: re.Match[str]) -> str:
    year = int(match["ad"] or match["y9"])
    return f"-{year - 1:04}" if match["bc"] else f"{year:04}"


def _halves(match: re.Match[str]) -> str:
    if match["n3"]:
        return duration(f"{_number(match['n3'])}.5", match["u3"])
    if match["quarters"]:
        return duration("0.75" if match["quarters"].startswith("three") else "0.25", match["u6"])
    return duration("1.5", match["u4"]) if match["u4"] else duration("0.5", match["u5"])


def _days(match: re.Match[str]) -> str:
    """The first of some days that share a month."""
    return day_of(match["y8"], _month(match["m6"]), _day(match["d5"]))


def _day_told(n: str, match: re.Match[str], *, year: bool = False) -> str:
    """The day whose parts have the number `n` in the pattern."""
    return day_of(match[f"y{n}"] if year else None, _month(match[f"m{n}"]), _day(match[f"d{n}"]))


def _iso(match: re.Match[str]) -> str:
    year, month, day = match["iso"].split("-")
    return day_of(year, int(month), int(day))


def _short_decade(match: re.Match[str]) -> str:
    tens = TENS[match["tens_word"].lower()] if match["tens_word"] else int(match["tens"])
    return f"19{tens // 10}" if tens >= _OLDEST_DECADE else ""


def _ordinal(match: re.Match[str]) -> str:
    word = match["o"].lower()
    number = ORDINALS.get(word) or int(re.sub(r"\D", "", word))
    unit = "year" if match["ou"] == "anniversary" else match["ou"]
    if unit == "century":
        return f"{number - 1:02}" if number else ""
    return duration(str(number), unit)


_VALUES: dict[str, Callable[[re.Match[str]], str]] = {
    "iso": _iso,
    "days": _days,
    "era": _era,
    "feast": lambda match: FEASTS.get(match["feast"], ""),
    "quarter": _quarter,
    "half": _half,
    "fiscal": _fiscal,
    "halves": _halves,
    "dmy": partial(_day_told, "1", year=True),
    "mdy": partial(_day_told, "2", year=True),
    "md": partial(_day_told, "3"),
    "dm": partial(_day_told, "4"),
    "my": lambda match: f"{match['y5']}-{_month(match['m5']):02}",
    "decade": lambda match: match["dec"][:3],
    "short_decade": _short_decade,
    "season": lambda match: match["s_y"],
    "years": _years,
    "year": lambda match: match["y3"],
    "ordinal": _ordinal,
    "hyphen": lambda match: duration(match["n1"], match["u1"]),
    "duration": lambda match: duration(match["n2"], match["u2"]),
    "month": lambda match: f"--{_month(match['m7']):02}",
}
"""By the forms of `time_pattern.FORMS`; the others have no value of their own."""
