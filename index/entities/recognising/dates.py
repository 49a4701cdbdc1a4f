"""Dates, times of the year and durations, with their value in ISO 8601 as coarse as the text is.

"February 2022" is 2022-02, "May 29, 2017" 2017-05-29, "May 29" --05-29, "the 1990s" 199, "30 days" P30D, "third year"
and "three-year" P3Y, "the third quarter of 2020" 2020-07/2020-09, "the third quarter" --07/--09; "early 2020" and
"mid-June" are as coarse as their year and month.  What is relative to a day that the text does not give ("Monday",
"last week") has no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from index.documents.patterns import late
from index.entities.recognising.time_pattern import DATE, FIRST, FORMS
from index.entities.recognising.time_values import value_of
from index.entities.recognising.tokens import scan
from index.entities.wordset import wordset

_IN_FIGURES = re.compile(r"(?<![\w.,/-])(\d{1,2})([/-])(\d{1,2})\2(?:19|20)\d\d(?![\d/-])")


_BEFORE_YEARS = ("/20", "-20", "/19", "-19")
"""What stands before the year in such a date: most texts have none, which is soon seen."""


class Time(NamedTuple):
    """A date or duration at `start` up to `end`, and its value ("" where the text alone gives none)."""

    start: int
    end: int
    value: str


_UNITS_AFTER = wordset(
    "people percent per million billion thousand dollars euros workers men women children troops soldiers homes "
    "families jobs houses km miles metres meters feet tonnes tons kg MW votes points members students cases "
    "deaths species barrels shares cars units employees yen pounds rupees hectares acres of"
)


def may_begin_time(word: str) -> bool:
    """May a date or a duration begin with this word?"""
    return FIRST.match(word) is not None


def day_comes_first(plain: str) -> bool | None:
    """Which way the dates in figures of a document are written (25/12/2020 or 12/25/2020), where they all agree; None:
    it does not say.
    """
    if not any(mark in plain for mark in _BEFORE_YEARS):
        return None
    ways = set()
    for first, _, second in _IN_FIGURES.findall(plain):
        if (int(first) > 12) != (int(second) > 12):
            ways.add(int(first) > 12)
    return ways.pop() if len(ways) == 1 else None


def times(plain: str, starts: Iterable[int], end: int, *, day_first: bool | None = None) -> list[Time]:
    """The dates and durations before `end`, in order; they begin at some of `starts`.  `day_first`: which way days and
    months in figures are written in the document.
    """
    found: list[Time] = []
    for match in scan(DATE, plain, starts, end):
        kind = next(name for name in FORMS if match.group(name))
        at, to = match.span()
        if plain[to - 1] == "." and not (
            match.group()[:-1].rstrip("0123456789 ,").endswith(_DOTTED) and match.group()[-2].isalpha()
        ):
            to -= 1
        if kind == "duration" and match.group("n2") in ("a", "an") and _is_rate(plain, at):
            continue
        if kind == "month" and at == match.start("m7") and not _is_month(plain, at, match.group("m7"), to):
            continue
        if kind == "year" and at == match.start("y3") and not _is_year(plain, at, to):
            continue
        if kind in ("year", "years") and plain[at].isdigit() and _is_clock(plain, at, to):
            continue
        if kind == "numeric" and not _is_day(match):
            continue
        if kind == "short_decade" and (not _is_decade(plain, at) or _is_range(plain, at, to)):
            continue
        if kind == "short_decade" and plain[at - 1] in _APOSTROPHES:
            at -= 1
        found.append(Time(at, to, value_of(kind, match, day_first)))
    return found


def _is_day(match: re.Match[str]) -> bool:
    """Can the two figures before a year be a day and a month?"""
    low, high = sorted((int(match["n_a"]), int(match["n_b"])))
    return 0 < low <= 12 and high <= 31


_APOSTROPHES = "'‘"


_RANGED = late(
    r"(?i)\b(?:cents?|dlrs|dollars?|pence|shares?|stocks?|price[ds]?|traded|worth|degrees?|temperatures?|fahrenheit|"
    r"celsius|humidity|points?|approval|rating|golfers?)\b"
)
_RANGED_WITHIN = 70


def _is_range(plain: str, at: int, to: int) -> bool:
    """Tens of something that is priced or measured beside them, not of years: a stock in the 50s, in the mid 30s."""
    if plain[at - 1] in _APOSTROPHES or not plain[at].isdigit():
        return False
    near = (plain[max(0, at - _RANGED_WITHIN) : at], plain[to : to + _RANGED_WITHIN])
    return any(_RANGED.search(part) is not None for part in near)


def _is_decade(plain: str, at: int) -> bool:
    """ "the '90s", "the 90s", "the late nineties", but not "in her 90s", "a 30s delay"."""
    if at and plain[at - 1] in _APOSTROPHES:
        return plain[at].isdigit()
    before = plain[max(0, at - 12) : at].lower().replace("-", " ").split()
    if before[-1:] in (["early"], ["mid"], ["late"], ["roaring"]):
        before.pop()
    return before[-1:] == ["the"]


_DOTTED = ("Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Jun", "Jul")


_WHICH = frozenset(("the", "that", "each", "every"))
"""The June summit, that May."""


def _is_month(plain: str, at: int, word: str, to: int) -> bool:
    """A lone month: not the verbs may and march, nor a given name."""
    if word.rstrip(".") in (
        "May",
        "March",
        "Mar",
        "Dec",
        "Jan",
        "Sep",
        "Jun",
        "June",
        "April",
        "August",
        "MAY",
        "MAR",
        "DEC",
        "SEP",
        "MARCH",
    ):
        before = plain[max(0, at - 12) : at].rsplit(None, 1)
        last = before[-1].lower() if before else ""
        if last in (
            "in",
            "of",
            "since",
            "until",
            "by",
            "last",
            "next",
            "this",
            "early",
            "late",
            "mid",
            "from",
            "during",
            "mid-",
            "to",
            "before",
            "after",
            "and",
            "through",
            "between",
            "for",
            "till",
        ):
            return True
        if last in _WHICH and plain[to : to + 1] == " " and plain[to + 1 : to + 2].islower():
            following = plain[to + 1 : to + 8].split()
            return not (word in ("March", "MARCH") and following[:1] in (["on"], ["for"], ["of"], ["to"]))
        return word in ("April", "August") and plain[to : to + 2] != " " + plain[to + 1 : to + 2].upper()
    return True


_RATES = wordset(
    "once twice times percent cent million billion thousand hundred dollars euros people bpd pct dozen much little "
    "more how many it people's an tonnes cubic"
)
_NO_NOUNS = wordset("was is has lasts takes this as its his hers yes does plus less unless besides")


def _is_rate(plain: str, at: int) -> bool:
    """Does "a day" at `at` say how often (twice a day, 500 barrels a day), not how long?"""
    before = plain[max(0, at - 24) : at].split()
    if not before or plain[at - 1] != " ":
        return False
    last = before[-1].lower()
    return last[-1].isdigit() or last[-1] == "%" or last in _RATES or (last.endswith("s") and last not in _NO_NOUNS)


_ZONES = wordset(
    "gmt utc hrs hours hour ist bst cet cest est edt pst pdt cst cdt mst mdt jst kst sgt hkt aest aedt eat wat sast "
    "pkt msk local"
)


_ZONE_AT_MOST = 24
"""Characters after a time of day in which its zone is looked for."""
_COUNTED_BEFORE = 1900
_COUNTED = late(r" [a-z]{3,}(?<!thi)(?<!s)s\b")
_ABOUT = late(r"\b(?:about|approximately|roughly|over|least|most|only|nearly) $")
"""Around a figure that may be a year and is a count: about 1700 lawsuits."""


def _is_clock(plain: str, at: int, to: int) -> bool:
    """Four digits that tell the time of day: 1530 GMT, at 1845, 0900-1700 hrs."""
    following = [word.strip(".,;:)").lower() for word in plain[to : to + _ZONE_AT_MOST].split()]
    if following and plain[to] == " " and (following[0] in _ZONES or following[1:2] == ["time"]):  # 1000 London time
        return True
    before = plain[max(0, at - 6) : at].split()
    hour, minute = int(plain[at : at + 2]), int(plain[at + 2 : at + 4])
    return to - at == 4 and before[-1:] == ["at"] and hour < 24 and minute < 60


def _is_year(plain: str, at: int, to: int) -> bool:
    """Four digits that name a year rather than count something."""
    if at and plain[at - 1] == "-":
        return plain[max(0, at - 5) : at].lower().endswith(("post-", "pre-"))
    if at and (plain[at - 1] in "$€£#.,:/" or (plain[at - 1] == " " and plain[at - 2 : at - 1] in ("$", "€", "£"))):
        return False
    number = int(plain[at:to])
    if number < _COUNTED_BEFORE and _COUNTED.match(plain, to) and _ABOUT.search(plain, max(0, at - 16), at):
        return False
    before = plain[max(0, at - 16) : at].split()
    last = before[-1].lower() if before else ""
    after = plain[to : to + 14].split()
    following = after[0].strip(".,;:)") if after and plain[to : to + 1] == " " else ""
    if following in _UNITS_AFTER or last in (
        "rs",
        "rs.",
        "no.",
        "no",
        "tk",
        "nearly",
        "almost",
        "flight",
        "around",
        "some",
        "than",
    ):
        return False
    if number < 1500:
        return last in ("in", "since", "until", "by", "from", "year", "circa")
    return True
