"""Money, percentages, quantities with a unit and large counts, with a normalised value.

The value is a plain number, followed by a unit where there is one: "30" , "12 %", "40000000 USD", "600 km".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from index.documents.patterns import late
from index.entities.recognising.currencies import CODES, CURRENCIES, OF_LANDS, SIGNS
from index.entities.recognising.tokens import scan

SCALES = {
    "thousand": 3, "k": 3, "lakh": 5, "lakhs": 5, "million": 6, "mil": 6, "mn": 6, "m": 6, "crore": 7, "crores": 7,
    "billion": 9,
    "bn": 9, "b": 9, "trillion": 12, "tn": 12, "mln": 6, "bln": 9, "hundred": 2,
}  # fmt: skip
UNITS = {
    "kilometre": "km", "kilometer": "km", "km": "km", "kms": "km", "metre": "m", "meter": "m", "mile": "mi",
    "foot": "ft", "feet": "ft",
    "inch": "in", "inches": "in", "centimetre": "cm", "centimeter": "cm", "cm": "cm", "mm": "mm", "hectare": "ha",
    "acre": "acre",
    "tonne": "t", "ton": "t", "kilogram": "kg", "kilogramme": "kg", "kg": "kg", "kgs": "kg", "gram": "g",
    "litre": "l", "liter": "l",
    "gallon": "gal", "barrel": "bbl", "bpd": "bpd", "megawatt": "MW", "MW": "MW", "GW": "GW", "gigawatt": "GW",
    "kilowatt": "kW",
    "kW": "kW", "kWh": "kWh", "MWh": "MWh", "degree": "°", "mph": "mph", "kmh": "km/h", "kph": "km/h", "knot": "kn",
    "bushel": "bu",
    "ounce": "oz", "basis point": "bp", "ft": "ft", "lb": "lb",
}  # fmt: skip
WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80,
    "ninety": 90, "a": 1, "an": 1, "half": None, "several": None,
}  # fmt: skip

_BROKEN = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8"}
_HALVES = r"[1-9]/(?:[2-9]|16|32)(?![\d/])"
_FIGURE = rf"(?>{_HALVES}|\d+(?:,\d{{2,3}})*(?:\.\d+)?(?:[½¼¾⅓⅔⅛]|[ -]{_HALVES})?|[½¼¾⅓⅔⅛])"
_END = r"\d+(?:[.,]\d+)*"
"""The second figure of a range."""
_SCALE = r"(?:thousand|lakhs?|million|crores?|billion|trillion|hundred|mln|bln|bn|mn|tn|[Mm]il|[kKmMbB])(?![\w])"
_SIGN = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_WORD = rf"(?:{_TENS})[- ](?:{_ONES})\b|" + "|".join(
    word for word in WORDS if word not in ("half", "several", "a", "an")
)
_CURRENCY = (
    "(?:(?:US|U\\.S\\.|South|"
    + "|".join(re.escape(land) for land in sorted({land for land, _ in OF_LANDS}))
    + ")\\s)?(?:(?:"
    + "|".join(CURRENCIES)
    + ")s?|(?:"
    + "|".join(name.capitalize() for name in CURRENCIES)
    + ")s)"
)
"""With a capital only several of them: Real and Won are names too."""
_PARTS = "thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
_UNIT = "(?:barrels (?:a|per) day|(?:square |cubic |sq\\.? )?(?:" + "|".join(UNITS) + ")s?)"

NUMBER = late(
    rf"(?P<money>(?<![\w.])(?!\d)(?:{_SIGN}|(?:{'|'.join(CODES)}))\s?(?P<f1>{_FIGURE})"
    rf"(?:\s?(?P<s0>{_SCALE})?\s?[-–]\s?(?:[A-Z]{{0,3}}[$€£¥₹]\s?)?{_END})?(?:[\s-]?(?P<s1>{_SCALE}))?"
    rf"(?:\s(?:US\s)?dollars)?)"
    rf"|(?<![\w.,$€£])(?:(?P<f2>{_FIGURE})(?:(?:\s?%)?[-–]{_END}|\sto\s{_END}(?=\s(?:per|pct)))?|(?P<w2>(?i:{_WORD})\b"
    r"|(?i:half )?(?:\b(?<!of )[Aa]n?\b)(?=\s(?:million|billion|trillion)\b)))"
    r"(?=\s?%|[\s-]{0,2}[^\W\d_])(?:"
    rf"(?P<percent>\s?%|(?:\s|-)(?:per\scent|percent|pct|percentage\spoints?)\b)"
    rf"|(?:\s|-)?(?P<s2>{_SCALE})?(?:\s|-)?(?P<currency>{_CURRENCY}|{'|'.join(CODES)})\b"
    rf"|(?:\s|-)?(?P<s3>{_SCALE})?(?:\s|-)?(?P<unit>{_UNIT})\b"
    rf"|\s(?P<hundred>hundred)(?:\sand)?\s(?P<rest>(?:{_TENS})(?:-(?:{_ONES}))?|{_ONES}|ten|eleven|twelve|[a-z]{{3,5}}teen)\b(?!\s(?:thousand|million|billion))"
    rf"|(?:\s|-)(?P<s4>hundred|thousand|lakhs?|million|crores?|billion|trillion|mln|bln)\b"
    rf")"
    rf"|(?<![\w.,$€£])(?P<large>(?>\d{{1,3}}(?:,\d{{2,3}})+)|(?>\d{{5,12}}))(?![\w%]|[.,]\d)"
    rf"|\b(?P<dozen>(?i:half a|a|two|three|four|five|six|several)\sdozen)(?!s?\w)"
    rf"|\b(?P<part>(?P<p_n>(?i:{_ONES}|an?))(?:-(?P<p_of>{_PARTS})\b|\s(?P<p_of2>{_PARTS})(?=\sof\b))"
    r"(?:\sof\sa\s(?P<p_s>million|billion|trillion))?)(?!\sof\s(?:\d{4}|an?\s(?:second|minute|hour|mile|century)))"
    rf"|\b(?P<ratio>(?P<r_n>(?i:{_ONES})|\d\d?)\s(?:in|out\sof)\s(?:every\s)?(?P<r_of>{_ONES}|ten|twelve|twenty|\d\d?0?)(?![\w,.:/-]*\d)"
    r"(?!\s(?:second|minute|hour|day|night|week|month|year)))"
    rf"|\b(?P<vague>(?i:tens|dozens|hundreds|thousands|millions|billions)(?:\sof\s(?:thousands|millions|billions))?)(?=\sof\b)"
)


class Amount(NamedTuple):
    """A number at `start` up to `end`, with its value ("" where the words give none)."""

    start: int
    end: int
    value: str


def plain_number(figure: str, scale: str | None = None) -> str:
    """ "1,200.5" with "million" is "1200500000"; digits alone stay as they are."""
    try:
        number = _number(figure.lower())
    except InvalidOperation:
        return ""
    if scale:
        number *= Decimal(10) ** SCALES[scale.lower()]
    plain = format(number, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _number(text: str) -> Decimal:
    """The number of a figure (3, 3 1/2, 3½, 1/2) or of a word in small letters (five, twenty-five, half a)."""
    if text.startswith("half "):
        return Decimal("0.5")
    if text[0].isalpha():
        return Decimal(sum(WORDS[part] or 0 for part in re.split("[- ]", text) if part in WORDS) or "none")
    for sign, broken in _BROKEN.items():
        text = text.replace(sign, f" {broken}")
    whole, _, part = re.sub(r"[ -](?=\d/)", " ", text.replace(",", "")).strip().rpartition(" ")
    if "/" not in part:
        return Decimal(part)
    above, _, below = part.partition("/")
    return Decimal(whole or 0) + (Decimal(above) / Decimal(below)).quantize(Decimal("0.0001"))


def _share(match: re.Match[str]) -> str:
    """What "two-thirds", "one in five" and "a dozen" come to: a fraction, a number where one of a million is meant."""
    group = match.group
    if group("dozen"):
        many = group("dozen").lower().rsplit(None, 1)[0]
        return "6" if many == "half a" else str(12 * (WORDS.get(many) or 0)) if WORDS.get(many) else ""
    if group("ratio"):
        few, all_of = (plain_number(group(name)) for name in ("r_n", "r_of"))
        return f"{few}/{all_of}" if few and all_of and Decimal(few) < Decimal(all_of) else ""
    above = WORDS[group("p_n").lower()] or 1
    below = PARTS[(group("p_of") or group("p_of2")).removesuffix("s")]
    return plain_number(f"{Decimal(above) / below:.4f}", group("p_s")) if group("p_s") else f"{above}/{below}"


def _value(match: re.Match[str]) -> str:
    group = match.group
    if group("money"):
        head = group("money")[: match.start("f1") - match.start("money")].strip()
        return f"{plain_number(group('f1'), group('s0') or group('s1'))} {SIGNS.get(head, head)}"
    if group("dozen") or group("part") or group("ratio"):
        return _share(match)
    if group("hundred"):
        return plain_number(str(100 * _number((group("f2") or group("w2")).lower()) + _number(group("rest").lower())))
    if group("large"):
        return plain_number(group("large"))
    if group("vague"):
        return ""
    figure = group("f2") or group("w2")
    if group("percent"):
        return f"{plain_number(figure)} %"
    if group("currency"):
        *land, word = group("currency").split()
        word = word if word in CODES else word.lower()
        noun = word if word in CURRENCIES else word.removesuffix("s")
        noun = "dollar" if noun == "dlr" else noun
        if code := OF_LANDS.get((" ".join(land), noun)):
            return f"{plain_number(figure, group('s2'))} {code}"
        name = word if word in CODES else CURRENCIES.get(word, CURRENCIES.get(word.removesuffix("s"), word))
        return f"{plain_number(figure, group('s2'))} {name}"
    if group("unit"):
        words = group("unit").split()
        if words[-1] == "day":
            return f"{plain_number(figure, group('s3'))} bpd"
        name = (
            UNITS.get(" ".join(words).removesuffix("s"))
            or UNITS.get(words[-1])
            or UNITS.get(words[-1].removesuffix("s"), words[-1])
        )
        power = {"square": "2", "sq": "2", "sq.": "2", "cubic": "3"}.get(words[0], "") if len(words) > 1 else ""
        return f"{plain_number(figure, group('s3'))} {name}{power}"
    return plain_number(figure, group("s4"))


LONGEST_FIGURE = 40


_FIRST = re.compile(
    r"\d|[a-z]{1,3}\d|[$€£¥₹₽₦₴₩₱₫฿₺₪₸₡½¼¾⅓⅔⅛]"
    rf"|(?:{'|'.join(sorted({sign.split()[0].rstrip('.$¢₵') for sign in SIGNS} - {''} | set(CODES)))}|{_WORD}"
    r"|an?|half|several|tens|dozens|hundreds|thousands|millions|billions)\Z",
    re.IGNORECASE,
)


def may_begin_amount(word: str) -> bool:
    """May an amount begin with this word?"""
    return _FIRST.match(word) is not None


def amounts(plain: str, starts: Iterable[int], end: int) -> list[Amount]:
    """The numbers before `end` that are worth naming, in order; they begin at some of `starts`."""
    found: list[Amount] = []
    for match in scan(NUMBER, plain, starts, end):
        to = match.group().find(" to ")
        if to > 0 and plain.endswith("from ", 0, match.start()):
            match = NUMBER.match(plain, match.start() + to + 4, end) or match  # from 5 to 7 percent
        if match.end() - match.start() <= LONGEST_FIGURE:
            found.append(Amount(match.start(), match.end(), _value(match)))
    return found
