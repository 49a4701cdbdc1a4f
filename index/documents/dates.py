"""The date that an article gives of itself, where it is certain: a whole line, a front-matter value or an HTML
attribute.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from index.documents.patterns import late
from index.documents.wordlists import phrases

_MONTHS: Final = {
    name: number
    for names in (
        "jan;feb;mar;apr;may;jun;jul;aug;sep;oct;nov;dec",
        "січ;лют;бер;кві;тра;чер;лип;сер;вер;жов;лис;гру",
        "янв;фев;мар;апр;мая;июн;июл;авг;сен;окт;ноя;дек",
        "jän;feb;mär;apr;mai;jun;jul;aug;sep;okt;nov;dez",
        "jan;fév;mar;avr;mai;juin;juil;aoû;sep;oct;nov;déc",
        "ene;feb;mar;abr;may;jun;jul;ago;sep;oct;nov;dic",
        "gen;feb;mar;apr;mag;giu;lug;ago;set;ott;nov;dic",
        "sty;lut;mar;kwi;maj;cze;lip;sie;wrz;paź;lis;gru",
        "jan;fev;mar;abr;mai;jun;jul;ago;set;out;nov;dez",
        "led;úno;bře;dub;kvě;červn;červe;srp;zář;říj;lis;pro",
        "oca;şub;mar;nis;may;haz;tem;ağu;eyl;eki;kas;ara",
        "jan;feb;maa;apr;mei;jun;jul;aug;sep;okt;nov;dec",
        "يناير;فبراير;مارس;أبريل;مايو;يونيو;يوليو;أغسطس;سبتمبر;أكتوبر;نوفمبر;ديسمبر",
        "كانون الثاني;شباط;آذار;نيسان;أيار;حزيران;تموز;آب;أيلول;تشرين الأول;تشرين الثاني;كانون الأول",
    )
    for number, name in enumerate(phrases(names), 1)
}
"""By how they begin, in English, Ukrainian, Russian, German, French, Spanish, Italian, Polish, Portuguese, Czech,
Turkish and Dutch, as days have them; whole in Arabic, as it has them in the west and in the east.
"""
_BEGINNINGS: Final = tuple(sorted(set(map(len, _MONTHS)), reverse=True))
_MONTH: Final = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
    "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    "|januar|jänner|februar|märz|mai|juni|juli|oktober|dezember"
    "|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre"
    "|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"
    "|janeiro|fevereiro|março|abril|maio|junho|julho|setembro|outubro|novembro|dezembro"
    "|ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince"
    "|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık"
    "|januari|februari|maart|mei|augustus"
    "|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
    "|كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول)"
)
_EAST: Final = r"(?:[^\W\d_]{2,6}(?:\s[^\W\d_]{2,6})?/)?"
"""What Arabic papers call the month in the east, before what it is called in the west."""
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|[.º°])?"
_WEEKDAY: Final = (
    r"(?:(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?|понеділок|вівторок|середа|четвер|п['’ʼ]ятниця|субота|неділя"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|(?:mo|di|mi|do|fr|sa|so)\."
    r"|(?:le\s+)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
    r"|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
    r"|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela),?\s+(?:den\s+)?)?"
)
_YEAR: Final = r"(?:\s+(?:року|р\.|года|г\.))?"
_HOUR_FIRST: Final = r"(?:\d{1,2}:\d{2}\s*+(?:[ap]\.?m\.?\s*+)?(?:[A-Z]{2,4}(?:[+-]\d{1,2})?)?,\s*+)?"
_TIME: Final = (
    r"(?:\s*+[,·|–—-]?\s*+(?:(?:at|um|à|a\s+las|alle|ore|alle\s+ore|godz\.|о|в)\s++)?"
    r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*+(?:[ap]\.?m\.?\s*+)?"
    r"(?:Uhr|h)?\s*+\(?(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2})?\)?(?:\s*+\(\d{1,2}[:.]\d{2}\s*+[A-Z]{2,4}\))?)?"
    r"(?:\s*+[·|,]?\s*+updated \d{1,2} (?:min(?:ute)?|hour|day)s? ago)?"
)
_LABEL: Final = (
    r"(?:(?:first\s++)?(?:published|posted|updated|last updated|modified|last modified|date"
    r"|veröffentlicht|stand|publié|publicado|pubblicato|opublikowano|опубліковано|опубликовано)"
    r"\s*+(?:on\s*+|am\s++|le\s++|el\s++|il\s++)?(?::\s*+)?)?"
)
_LINE: Final = (
    late(
        rf"{_LABEL}{_HOUR_FIRST}{_WEEKDAY}(?:{_MONTH}\.?\s+{_DAY},?\s+(?P<year>\d{{4}})){_YEAR}{_TIME}", re.IGNORECASE
    ),
    late(
        rf"{_LABEL}{_HOUR_FIRST}{_WEEKDAY}(?:{_DAY}\s+(?:de\s+)?{_MONTH}\.?,?\s+(?:de\s+)?(?P<year>\d{{4}})){_YEAR}{_TIME}",
        re.IGNORECASE,
    ),
    late(
        rf"{_LABEL}(?P<year>\d{{4}})(?P<sign>[/-])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})"
        r"(?:[T ]\d{1,2}:\d{2}.{0,20})?",
        re.IGNORECASE,
    ),
    late(
        rf"{_LABEL}{_WEEKDAY}(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?(?P<year>(?:19|20)\d\d){_TIME}",
        re.IGNORECASE,
    ),
)
"""The last: with points between its figures the day is the first, all over Europe."""
_ISO: Final = late(r"(\d{4})([/-])(\d{2})\2(\d{2})(?:[T ].{0,40})?")
_DAYS: Final = (
    late(
        rf"(?<!\d){_DAY}\s+(?:de\s+)?{_EAST}{_MONTH}\.?[,،]?\s+(?:de\s+)?(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
    ),
    late(rf"(?<!\w){_MONTH}\.?\s+{_DAY},?\s+(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE),
    late(r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?(?:[-/.]|年)\s?(?P<month>\d{1,2})\s?(?:[-/.]|月)\s?(?P<day>\d{1,2})(?!\d)"),
    late(r"(?<!\d)(?P<day>\d{1,2})[./]\s?(?P<month>\d{1,2})[./]\s?(?P<year>(?:19|20)\d\d)(?!\d)"),
)
"""Days in the middle of a line."""
_HOUR: Final = late(r"(?<![\d.,])\d{1,2}[:.h]\d\d(?![\d%])")
_SAID_AT_MOST: Final = 120
_WORDS_BESIDE: Final = 4
"""Words beside a day in a line that says who wrote something, and when."""
_IN_ADDRESS: Final = late(r"(?<=/)((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-])")


def line_date(line: str) -> str | None:
    """The ISO date of a line that holds nothing else but a label, a weekday and a time of day; None where there is
    any doubt.
    """
    if len(line) > 70 or not any(map(str.isdigit, line)):
        return None
    for pattern in _LINE:
        if found := pattern.fullmatch(line.strip()):
            return _iso(int(found["year"]), _month(found["month"].lower()), int(found["day"]))
    return None


def day_said(line: str) -> str | None:
    """The first day of a short line that says when something was published, and perhaps by whom: an hour stands beside
    it, or nothing but names; None where it may be a sentence.
    """
    if len(line) > _SAID_AT_MOST or not any(map(str.isdigit, line)) or line.endswith(("!", "?", "。", ":")):
        return None
    days = [found for pattern in _DAYS for found in pattern.finditer(line)]
    if not days:
        return None
    first = min(days, key=lambda found: found.start())
    beside = (line[: first.start()] + " " + line[first.end() :]).strip()
    if not _HOUR.search(beside) and not _only_names(beside):
        return None
    return _iso(int(first["year"]), _month(first["month"].lower()), int(first["day"]))


def _only_names(words: str) -> bool:
    """Whether a few words can be no part of a sentence: each begins with a capital."""
    found = words.rstrip(".").split()
    return len(found) <= _WORDS_BESIDE and all(word[0].isupper() or not word[0].isalpha() for word in found)


def _month(name: str) -> int:
    """Which month it is, by the longest beginning: some begin alike for three letters and more."""
    if name.isdigit():
        return int(name)
    return next(_MONTHS[name[:length]] for length in _BEGINNINGS if name[:length] in _MONTHS)


def stated_date(value: str) -> str | None:
    """The ISO date of a value that is meant as a date: ISO 8601, perhaps with a time (left out), or as a line
    prints it.
    """
    value = value.strip()
    if found := _ISO.fullmatch(value):
        return _iso(int(found[1]), int(found[3]), int(found[4]))
    return line_date(value)


def address_date(address: str) -> str | None:
    """The ISO date in the address of a page, as newspapers put it there (.../2022/07/20/...); None where there is none,
    or more than one.
    """
    found = {_iso(int(year), int(month), int(day)) for year, month, day in _IN_ADDRESS.findall(address)} - {None}
    return found.pop() if len(found) == 1 else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
