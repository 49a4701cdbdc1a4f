"""Dates, times of the year and durations, with their value in ISO 8601 as coarse as the text is.

"February 2022" is 2022-02, "May 29, 2017" 2017-05-29, "May 29" --05-29, "the 1990s" 199, "30 days" P30D, "third year"
and "three-year" P3Y. What is relative to a day that the text does not give ("Monday", "last week") has no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from index.entities.recognising.tokens import scan
from index.entities.wordset import wordset

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
UNITS = {
    "second": ("T", 1, "S"), "minute": ("T", 1, "M"), "hour": ("T", 1, "H"), "day": ("", 1, "D"), "night": ("", 1, "D"),
    "week": ("", 1, "W"), "fortnight": ("", 2, "W"), "month": ("", 1, "M"), "year": ("", 1, "Y"),
    "decade": ("", 10, "Y"), "century": ("", 100, "Y"), "centurie": ("", 100, "Y"),
}  # fmt: skip
FEASTS = {
    "Christmas Day": "--12-25", "Christmas Eve": "--12-24", "Boxing Day": "--12-26", "New Year's Day": "--01-01",
    "New Year's Eve": "--12-31", "May Day": "--05-01",
}  # fmt: skip
"""Feasts that stand on one day of the year."""
_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
SMALL = {word: number for number, word in enumerate(_CARDINALS.split())} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "a": 1,
    "an": 1,
}
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split())}

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?"
    r"|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NUMBER = (
    r"(?:\d{1,4}(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth"
    r"|seventeenth|eighteenth|nineteenth|twentieth|\d{1,3}(?:st|nd|rd|th))"
)
_UNIT = r"(?:second|minute|hour|day|night|fortnight|week|month|year|decade|centur(?:y|ies))"

DATE = re.compile(
    r"(?<![\w.,$])(?:"
    rf"(?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))"
    r"(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
    rf"|(?P<days>(?P<d5>{_DAY})(?:\s?[-–]\s?|\s(?:and|to)\s){_DAY}\s(?:of\s)?(?P<m6>{_MONTH})(?:,?\s(?P<y8>{_YEAR}))?)"
    r"|(?P<era>(?:AD|A\.D\.)\s(?P<ad>\d{1,4})|(?P<y9>\d{1,4})\s(?:(?P<bc>BCE?|B\.C\.)|CE|AD|A\.D\.))(?!\w)"
    rf"|(?P<feast>Christmas (?:Day|Eve)|Boxing Day|New Year's (?:Day|Eve)|May Day|Good Friday|Easter (?:Sunday|Monday))"
    rf"|(?P<quarter>(?:(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[ -]quarter(?:\sof)?|Q[1-4]|H[12])\s"
    rf"(?P<y10>{_YEAR}))"
    r"|(?P<fiscal>FY\s?(?P<fy>20\d\d|\d\d))"
    rf"|(?P<dmy>(?P<d1>{_DAY})(?:\s(?:of\s)?|-)(?P<m1>{_MONTH}),?\s(?P<y1>{_YEAR}))"
    rf"|(?P<mdy>(?P<m2>{_MONTH})\s(?P<d2>{_DAY})(?:\s?,\s?|\s)(?P<y2>{_YEAR}))"
    rf"|(?P<md>(?P<m3>{_MONTH})\s(?P<d3>{_DAY})(?:\s?[-–]\s?(?:(?:{_MONTH})\s)?{_DAY})?(?![\d%:]|,\d{{3}}))"
    rf"|(?P<dm>(?P<d4>{_DAY})\s(?:of\s)?(?P<m4>{_MONTH}))"
    rf"|(?P<my>(?P<m5>{_MONTH})(?:\sof|,)?\s(?P<y5>{_YEAR}))"
    rf"|(?P<decade>(?:[Ee]arly|[Mm]id|[Ll]ate)?[\s-]?(?P<dec>1[0-9]{{2}}0|20[0-9]0)(?:'?s))"
    rf"|(?P<years>(?P<y6>{_YEAR})\s?[-–/]\s?(?P<y7>{_YEAR}|\d\d))(?!\d)"
    rf"|(?P<year>{_YEAR})(?![\d%]|[.,:]\d|-)"
    rf"|(?P<weekday>{_WEEKDAY})(?:\s(?:morning|afternoon|evening|night))?"
    rf"|(?P<relative>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight"
    rf"|(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious|[Pp]ast|[Cc]oming|[Uu]pcoming|[Ff]orthcoming)\s(?:week(?:end)?|month|year|decade|century|spring|summer|autumn"
    rf"|winter|{_MONTH}))"
    rf"|(?P<ordinal>(?P<o>{_ORDINAL})\s(?P<ou>day|week|month|year|century|decade|anniversary))"
    rf"|(?P<halves>(?P<n3>{_NUMBER})\sand\sa\shalf\s(?P<u3>{_UNIT})s|an?\s(?P<u4>{_UNIT})\sand\sa\shalf"
    rf"|[Hh]alf\san?\s(?P<u5>{_UNIT}))(?!\sold|-old)"
    rf"|(?P<hyphen>(?P<n1>{_NUMBER})(?:-|\s-\s)(?P<u1>{_UNIT})(?![\w-]|\sold))"
    rf"|(?P<duration>(?P<n2>{_NUMBER})\s(?P<u2>{_UNIT})s?)(?!\sold|-old)"
    rf"|(?P<month>{_MONTH})"
    rf")\b\.?"
)


class Time(NamedTuple):
    """A date or duration at `start` up to `end`, and its value ("" where the text alone gives none)."""

    start: int
    end: int
    value: str


def _number(word: str) -> str:
    lower = word.lower()
    return str(SMALL[lower]) if lower in SMALL else word


def _month(word: str) -> int:
    return MONTHS[word.lower()[:3]]


def _day(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def duration(number: str, unit: str) -> str:
    """The ISO 8601 duration: ("three", "years") is P3Y."""
    time, times, letter = UNITS[unit.lower().removesuffix("s") if unit.lower() not in UNITS else unit.lower()]
    count = _number(number)
    return f"P{time}{count if times == 1 else format((Decimal(count) * times).normalize(), 'f')}{letter}"


def _value(match: re.Match[str]) -> str:
    kind = match.lastgroup and next(name for name in _KINDS if match.group(name))
    group = match.group
    if kind == "iso":
        return group("iso")
    if kind == "days":
        return f"{group('y8') or '-'}-{_month(group('m6')):02}-{_day(group('d5')):02}"
    if kind == "era":
        year = int(group("ad") or group("y9"))
        return f"-{year - 1:04}" if group("bc") else f"{year:04}"
    if kind == "feast":
        return FEASTS.get(group("feast"), "")
    if kind == "quarter":
        return group("y10")
    if kind == "fiscal":
        return group("fy") if len(group("fy")) == 4 else f"20{group('fy')}"
    if kind == "halves":
        if group("n3"):
            return duration(f"{_number(group('n3'))}.5", group("u3"))
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
    if kind == "years":
        first, last = group("y6"), group("y7")
        if len(last) == 2 and int(last) < int(first[2:]) and 0 < int(last) <= 12:
            return f"{first}-{last}"
        return f"{first}/{last if len(last) == 4 else first[:2] + last}"
    if kind == "year":
        return group("year")
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
        return f"--{_month(group('month')):02}"
    return ""


_KINDS = (
    "iso", "days", "era", "feast", "quarter", "fiscal", "halves", "dmy", "mdy", "md", "dm", "my", "decade", "years",
    "year", "weekday", "relative", "ordinal", "hyphen", "duration", "month",
)  # fmt: skip
_UNITS_AFTER = wordset(
    "people percent per million billion thousand dollars euros workers men women children troops soldiers homes "
    "families jobs houses km miles metres meters feet tonnes tons kg MW votes points members students cases "
    "deaths species barrels shares cars units employees yen pounds rupees hectares acres of"
)


_FIRST = re.compile(
    r"\d|fy\d|q[1-4]\Z|h[12]\Z|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|early|mid|late"
    rf"|(?:last|this|next|previous|past|coming|upcoming|forthcoming|yesterday|today|tomorrow|tonight|ad|a\.d|a\.d\.|fy|half|christmas|boxing"
    rf"|new|good|easter|{_NUMBER}|{_ORDINAL})\Z",
    re.IGNORECASE,
)


def may_begin_time(word: str) -> bool:
    """May a date or a duration begin with this word?"""
    return _FIRST.match(word) is not None


def times(plain: str, starts: Iterable[int], end: int) -> list[Time]:
    """The dates and durations before `end`, in order; they begin at some of `starts`."""
    found: list[Time] = []
    for match in scan(DATE, plain, starts, end):
        kind = next(name for name in _KINDS if match.group(name))
        at, to = match.span()
        if plain[to - 1] == "." and not (
            match.group()[:-1].rstrip("0123456789 ,").endswith(_DOTTED) and match.group()[-2].isalpha()
        ):
            to -= 1
        if kind == "duration" and match.group("n2") in ("a", "an") and _is_rate(plain, at):
            continue
        if kind == "month" and not _is_month(plain, at, match.group("month"), to):
            continue
        if kind == "year" and not _is_year(plain, at, to):
            continue
        if kind in ("year", "years") and _is_clock(plain, at, to):
            continue
        if kind == "decade":
            while not plain[at].isalnum():
                at += 1
        found.append(Time(at, to, _value(match)))
    return found


_DOTTED = ("Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Jun", "Jul")


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


def _is_clock(plain: str, at: int, to: int) -> bool:
    """Four digits that tell the time of day: 1530 GMT, at 1845, 0900-1700 hrs."""
    following = plain[to : to + 8].split()
    if following and plain[to] == " " and following[0].strip(".,;:)").lower() in _ZONES:
        return True
    before = plain[max(0, at - 6) : at].split()
    hour, minute = int(plain[at : at + 2]), int(plain[at + 2 : at + 4])
    return to - at == 4 and before[-1:] == ["at"] and hour < 24 and minute < 60


def _is_year(plain: str, at: int, to: int) -> bool:
    """Four digits that name a year rather than count something."""
    if at and (plain[at - 1] in "$€£#.,:/-" or (plain[at - 1] == " " and plain[at - 2 : at - 1] in ("$", "€", "£"))):
        return False
    number = int(plain[at:to])
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
