"""Money, percentages, quantities with a unit and large counts, with a normalised value.

The value is a plain number, followed by a unit where there is one: "30" , "12 %", "40000000 USD", "600 km".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from index.entities.recognising.tokens import scan
from index.entities.wordset import wordset

SCALES = {
    "thousand": 3, "k": 3, "lakh": 5, "lakhs": 5, "million": 6, "mil": 6, "mn": 6, "m": 6, "crore": 7, "crores": 7,
    "billion": 9,
    "bn": 9, "b": 9, "trillion": 12, "tn": 12, "mln": 6, "bln": 9, "hundred": 2,
}  # fmt: skip
SIGNS = {
    "$": "USD", "US$": "USD", "US $": "USD", "A$": "AUD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₦": "NGN", "₴": "UAH", "₩": "KRW",
    "Rs": "INR", "Rs.": "INR",
    "Tk": "BDT", "RM": "MYR", "N": "NGN", "GH¢": "GHS", "GHS": "GHS", "GH₵": "GHS", "R": "ZAR", "KSh": "KES",
    "Ksh": "KES", "Sh": "KES",
    "COP $": "COP", "COP$": "COP", "MX$": "MXN", "USD $": "USD", "USD$": "USD",
}  # fmt: skip
CODES = tuple(
    sorted(
        wordset(
            "USD EUR GBP JPY CNY RMB INR RUB UAH TRY BRL ZAR NGN KES GHS UGX TZS ETB EGP SAR AED QAR KWD OMR BHD "
            "JOD ILS NIS IRR IQD PKR BDT LKR NPR MYR SGD IDR PHP THB VND KRW TWD HKD AUD NZD CAD CHF SEK NOK DKK "
            "PLN CZK HUF MXN COP PEN CLP ARS NAD ZMW MWK MUR XOF XAF "
        )
    )
)
CURRENCIES = {
    "dollar": "USD", "dlr": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rupee": "INR",
    "rouble": "RUB", "ruble": "RUB", "hryvnia": "UAH", "peso": "peso", "real": "BRL", "reais": "BRL",
    "naira": "NGN", "rand": "ZAR",
    "shilling": "shilling", "cedi": "GHS", "franc": "franc", "dirham": "AED", "dinar": "dinar", "riyal": "SAR",
    "rial": "IRR",
    "taka": "BDT", "baht": "THB", "ringgit": "MYR", "won": "KRW", "dong": "VND", "rupiah": "IDR", "lira": "TRY",
    "shekel": "ILS",
    "birr": "ETB", "kwacha": "ZMW", "pula": "BWP", "zloty": "PLN", "krona": "SEK", "kroner": "NOK",
    "crown": "crown", "cent": "cent",
    "sterling": "GBP", "bitcoin": "BTC", "tugrik": "MNT", "quetzal": "GTQ", "colon": "CRC", "lempira": "HNL",
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
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80,
    "ninety": 90, "a": 1, "an": 1, "half": None, "several": None,
}  # fmt: skip

_FIGURE = r"(?>\d+(?:,\d{2,3})*(?:\.\d+)?)"
_SCALE = r"(?:thousand|lakhs?|million|crores?|billion|trillion|hundred|mln|bln|bn|mn|tn|[Mm]il|[kKmMbB])(?![\w])"
_SIGN = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
_WORD = "|".join(word for word in WORDS if word not in ("half", "several", "a", "an"))
_CURRENCY = (
    "(?:(?:US|U\\.S\\.|Australian|Canadian|Hong Kong|Singapore|New Zealand|Namibian|Jamaican)\\s)?(?:"
    + "|".join(CURRENCIES)
    + ")s?"
)
_UNIT = "(?:barrels (?:a|per) day|(?:square |cubic |sq\\.? )?(?:" + "|".join(UNITS) + ")s?)"

NUMBER = re.compile(
    rf"(?P<money>(?<![\w.])(?:{_SIGN}|(?:{'|'.join(CODES)}))\s?(?P<f1>{_FIGURE})(?:\s?[-–]\s?{_FIGURE})?"
    rf"(?:[\s-]?(?P<s1>{_SCALE}))?"
    rf"(?:\s(?:US\s)?dollars)?)"
    rf"|(?<![\w.,$€£])(?:(?P<f2>{_FIGURE})(?:[-–]{_FIGURE})?|(?P<w2>(?i:{_WORD})\b"
    r"|(?i:half )?(?:\b(?<!of )[Aa]n?\b)(?=\s(?:million|billion|trillion)\b)))(?:"
    rf"(?P<percent>\s?%|(?:\s|-)(?:per\scent|percent|pct|percentage\spoints?)\b)"
    rf"|(?:\s|-)?(?P<s2>{_SCALE})?(?:\s|-)?(?P<currency>{_CURRENCY}|{'|'.join(CODES)})\b"
    rf"|(?:\s|-)?(?P<s3>{_SCALE})?(?:\s|-)?(?P<unit>{_UNIT})\b"
    rf"|(?:\s|-)(?P<s4>hundred|thousand|lakhs?|million|crores?|billion|trillion|mln|bln)\b"
    rf")"
    rf"|(?<![\w.,$€£])(?P<large>(?>\d{{1,3}}(?:,\d{{2,3}})+)|(?>\d{{5,12}}))(?![\w%]|[.,]\d)"
    rf"|\b(?P<vague>(?i:tens|dozens|hundreds|thousands|millions|billions)(?:\sof\s(?:thousands|millions|billions))?)(?=\sof\b)"
)


class Amount(NamedTuple):
    """A number at `start` up to `end`, with its value ("" where the words give none)."""

    start: int
    end: int
    value: str


def plain_number(figure: str, scale: str | None = None) -> str:
    """ "1,200.5" with "million" is "1200500000"; digits alone stay as they are."""
    text = figure.lower()
    if text.startswith("half "):
        text = "0.5"
    elif text in WORDS:
        text = str(WORDS[text])
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return ""
    if scale:
        number *= Decimal(10) ** SCALES[scale.lower()]
    plain = format(number, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _value(match: re.Match[str]) -> str:
    group = match.group
    if group("money"):
        head = group("money")[: match.start("f1") - match.start("money")].strip()
        return f"{plain_number(group('f1'), group('s1'))} {SIGNS.get(head, head)}"
    if group("large"):
        return plain_number(group("large"))
    if group("vague"):
        return ""
    figure = group("f2") or group("w2")
    if group("percent"):
        return f"{plain_number(figure)} %"
    if group("currency"):
        word = group("currency").split()[-1]
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
    r"\d|[a-z]{1,3}\d|[$€£¥₹₽₦₴₩]"
    rf"|(?:{'|'.join(sorted({sign.split()[0].rstrip('.$¢₵') for sign in SIGNS} - {''} | set(CODES)))}|{_WORD}"
    r"|an?|half|tens|dozens|hundreds|thousands|millions|billions)\Z",
    re.IGNORECASE,
)


def may_begin_amount(word: str) -> bool:
    """May an amount begin with this word?"""
    return _FIRST.match(word) is not None


def amounts(plain: str, starts: Iterable[int], end: int) -> list[Amount]:
    """The numbers before `end` that are worth naming, in order; they begin at some of `starts`."""
    return [
        Amount(match.start(), match.end(), _value(match))
        for match in scan(NUMBER, plain, starts, end)
        if match.end() - match.start() <= LONGEST_FIGURE
    ]
