"""Dates whose month is written in another language than English: "3. Oktober 2024", "le 1er mars", "3 de octubre de
2024", "w październiku".

The table `hand_months.txt` has the months. A month alone is a date only behind a word that tells of time ("im März"),
since many are names or other words too. Of several days of one month ("3.-5. Oktober") the value is the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from index.entities.recognising.dates import Time
from index.entities.recognising.time_values import day_of
from index.entities.tables import FOLDER, sections

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:er|º|°|ª|-?го|-?е)?\.?"
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
_SPACE = r"[ \u00a0\u202f]"
_OF = rf"(?:(?:de|del|do|di|van){_SPACE})?"
_BETWEEN = (
    rf"(?:{_SPACE}?[-–]{_SPACE}?"
    rf"|{_SPACE}(?:und|et|y|e|en|i|і|та|и|bis|au|al|a|tot|do|po|по|до){_SPACE}(?:(?:el|il|le){_SPACE})?)"
)
"""Between two days of one month: "3. bis 5.", "3 y 4", "3–5"."""


class _Months(NamedTuple):
    """How a language writes dates with months: the pattern, and the number of the month by each of its forms."""

    pattern: re.Pattern[str]
    numbers: dict[str, int]


@cache
def _months(language: str) -> _Months:
    table = sections((FOLDER / "hand_months.txt").read_text(encoding="utf-8"))
    numbers = {form: at for at, forms in enumerate(table[f"{language} months"], 1) for form in forms.split()}
    month = "|".join(sorted(numbers, key=len, reverse=True))
    whole = "|".join(form for forms in table[f"{language} months"] for form in _in_full(forms.split()))
    before = "|".join(table[f"{language} before a month"]).replace(" ", _SPACE)
    pattern = re.compile(
        rf"(?<![\w.,/-])(?:(?P<day>{_DAY})(?:{_BETWEEN}{_DAY})?{_SPACE}{_OF}(?P<month>{month})(?!\w)"
        rf"(?:\.?,?{_SPACE}{_OF}(?P<year>{_YEAR})(?!\w|[.,]\d))?"
        rf"|(?P<month_of>{month})(?!\w)\.?,?{_SPACE}{_OF}(?P<its_year>{_YEAR})(?!\w|[.,]\d)"
        rf"|\b(?:{before})[ -](?P<alone>{whole})(?!\w|{_SPACE}{_OF}{_YEAR}(?!\w)))",
        re.IGNORECASE,
    )
    return _Months(pattern, numbers)


def _in_full(forms: list[str]) -> list[str]:
    """The forms of a month that are no short ones, of which the first is longer."""
    return [form for form in forms if form == forms[0] or not forms[0].startswith(form)]


def _in_one_case(month: str) -> str:
    """The form of a month as the table has it: a pattern without regard to case takes `ſ`, `ı`, `İ` and `ᲀ` for letters
    of today, too.
    """
    return month.casefold().replace("i\u0307", "i").replace("ı", "i")


def times_abroad(language: str, plain: str, segments: Iterable[tuple[int, int]]) -> list[Time]:
    """The dates with a month in segments of a text in that language, in order; a segment is its start and its end."""
    pattern, numbers = _months(language)
    return [_time(match, numbers) for start, end in segments for match in pattern.finditer(plain, start, end)]


def _time(match: re.Match[str], numbers: dict[str, int]) -> Time:
    month = match["month"] or match["month_of"] or match["alone"]
    number = numbers[_in_one_case(month)]
    start, end = match.span()
    if match["alone"]:
        return Time(match.start("alone"), end, f"--{number:02}")
    if match["month_of"]:
        return Time(start, end, f"{match['its_year']}-{number:02}")
    day = re.match(r"\d+", match["day"])
    assert day is not None
    return Time(start, end, day_of(match["year"], number, int(day.group())))
