"""How dates, times of the year and durations are written in news: one pattern, whose named groups tell the form."""

from __future__ import annotations

import re

from index.documents.patterns import late

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
    "New Year's Eve": "--12-31", "May Day": "--05-01", "Fourth of July": "--07-04",
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
TENS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?"
    r"|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
_FIRST = r"One(?![\w-]|\s[A-Z])"
"""How newswire writes the first day of a month: April One."""
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NUMBER = (
    r"(?:(?:\d{1,3}[ -])?[1-9]/[2-9]|\d{1,4}(?:\.\d+)?½?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]"
    r"(?:one|two|three|four|five|six|seven|eight|nine)|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth"
    r"|seventeenth|eighteenth|nineteenth|twentieth|\d{1,3}(?:st|nd|rd|th))"
)
_UNIT = r"(?:second|minute|hour|day|night|fortnight|week|month|year|decade|centur(?:y|ies))"
_PART = r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)(?:\s-\s|[\s-])|(?:[Ee]nd|[Ss]tart)-)"
"""A part of a month, a year or more: mid-June, early 2020, end-2020."""
_ON = rf"(?:{_WEEKDAY},?\s(?:the\s)?)?"
"""The day of the week before a date: Monday, July 18."""
_FISCAL = r"(?:(?:[Ff]iscal|[Ff]inancial)(?:\s[Yy]ear)?\s)"

DATE = late(
    r"(?<![\w.,$])(?<!\d/)(?!\d{1,3}\s\d(?!/\d))(?!\d\d?/\d\d?\s\d)(?:"
    rf"(?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))"
    r"(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
    r"|(?P<numeric>(?P<n_a>\d{1,2})(?P<mark>[/.-])(?P<n_b>\d{1,2})(?P=mark)(?P<n_y>(?:19|20)\d\d))(?![/.-]?\d)"
    rf"|(?P<days>{_ON}(?P<d5>{_DAY})(?:\s?[-–/]\s?|\s(?:and|to)\s){_DAY}\s(?:of\s)?(?P<m6>{_MONTH})(?:,?\s(?P<y8>{_YEAR}))?)"
    r"|(?P<era>(?:AD|A\.D\.)\s(?P<ad>\d{1,4})|(?P<y9>\d{1,4})\s(?:(?P<bc>BCE?|B\.C\.)|CE|AD|A\.D\.))(?!\w)"
    rf"|(?P<feast>Christmas (?:Day|Eve)|Boxing Day|New Year's (?:Day|Eve)|May Day|Fourth of July"
    r"|Good Friday|Easter (?:Sunday|Monday))"
    rf"|(?P<quarter>(?:{_FISCAL})?(?:(?P<q>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)"
    r"[ -](?:fiscal[ -])?quarter"
    rf"(?:(?:\s(?:of|in))?\s(?:the\s)?(?P<q_fiscal>{_FISCAL})?(?P<q_y>{_YEAR}))?"
    rf"|(?P<q_short>Q[1-4]|[1-4]Q)(?:[\s-]?(?:FY)?(?P<q_y2>{_YEAR}|(?<=Q)\d\d(?!\d)))?)"
    r"(?!\s?-?\s?finals?\b|\sof\sthe\s(?:game|match)))"
    rf"|(?P<half>(?:(?P<h>[Ff]irst|[Ss]econd)[ -]half(?:\sof)?|H(?P<h_short>[12])|(?P<h_first>[12])H)[\s-]?"
    rf"(?P<h_y>{_YEAR}))"
    rf"|(?P<fiscal>(?:FY\s?'?(?P<fy>20\d\d|\d\d)|{_FISCAL}(?P<fy2>{_YEAR}))(?:\s?[-–/]\s?(?P<fy3>20\d\d|\d\d))?)(?!\d)"
    rf"|(?P<dmy>{_ON}(?P<d1>{_DAY})(?:\s(?:of\s)?|-)(?P<m1>{_MONTH}),?\s(?P<y1>{_YEAR}))"
    rf"|(?P<mdy>{_ON}(?P<m2>{_MONTH})\s(?P<d2>{_DAY})(?:\s?,\s?|\s)(?P<y2>{_YEAR}))"
    rf"|(?P<md>{_ON}(?P<m3>{_MONTH})\s(?P<d3>{_DAY}|{_FIRST})(?:\s?[-–]\s?(?:(?:{_MONTH})\s)?{_DAY}"
    rf"|\sto\s{_DAY}(?=[,.;)]|\s(?:in|at|with|for|on|by)\b))?(?![\d%:]|,\d{{3}}))"
    rf"|(?P<dm>{_ON}(?P<d4>{_DAY})\s(?:of\s)?(?P<m4>{_MONTH})(?:\s?[-–]\s?{_DAY}\s{_MONTH})?)"
    rf"|(?P<my>{_PART}?(?P<m5>{_MONTH})(?:\sof|,)?\s(?P<y5>{_YEAR}))"
    rf"|(?P<decade>{_PART}?(?P<dec>1[0-9]{{2}}0|20[0-9]0)(?:'?s))"
    r"|(?P<short_decade>(?P<tens>[2-9]0)s|(?P<tens_word>(?:twen|thir|for|fif|six|seven|eigh|nine)ties))(?!\w)"
    rf"|(?P<season>{_PART}?(?:(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?:\sof)?|[Ff]all)\s(?P<s_y>{_YEAR}))(?![-–/\d])"
    rf"|(?P<years>(?P<y6>{_YEAR})\s?[-–/]\s?(?P<y7>{_YEAR}|\d\d))(?!\d)"
    rf"|(?P<year>{_PART}?(?P<y3>{_YEAR}))(?![\d%]|[.,:]\d|-)"
    rf"|(?P<weekday>(?:(?:[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate)\s)?{_WEEKDAY})(?:\s(?:morning|afternoon|evening|night))?"
    rf"|(?P<relative>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast\snight|[Tt]his\s(?:morning|afternoon|evening)"
    rf"|(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious|[Pp]ast|[Cc]oming|[Uu]pcoming|[Ff]orthcoming)"
    rf"\s(?:week(?:end)?|month|quarter|year|decade|century|spring|summer|autumn|winter|{_MONTH}(?!\s\d))"
    r"|(?:[Rr]ecent|[Cc]oming|[Uu]pcoming|[Ff]orthcoming)\s(?:days|weeks|months|years|decades))"
    rf"|(?P<ordinal>{_PART}?(?P<o>{_ORDINAL})\s(?P<ou>day|week|month|year|century|decade|anniversary))"
    rf"|(?P<halves>(?P<n3>{_NUMBER})\sand\sa\shalf\s(?P<u3>{_UNIT})s|an?\s(?P<u4>{_UNIT})\sand\sa\shalf"
    rf"|[Hh]alf\san?\s(?P<u5>{_UNIT})"
    rf"|(?P<quarters>three[- ]quarters|a\squarter)\sof\san?\s(?P<u6>{_UNIT}))(?!\sold|-old)"
    rf"|(?P<hyphen>(?P<n1>{_NUMBER})(?:-|\s-\s)(?P<u1>{_UNIT})(?![\w-]|\sold))"
    rf"|(?P<duration>(?P<n2>{_NUMBER})(?:(?:\s?[-–]\s?|\s(?:to|or)\s){_NUMBER})?\s(?P<u2>{_UNIT})s?)(?!\sold|-old)"
    rf"|(?P<month>{_PART}?(?P<m7>{_MONTH}))"
    rf")\b\.?"
)
FORMS = (
    "iso", "numeric", "days", "era", "feast", "quarter", "half", "fiscal", "halves", "dmy", "mdy", "md", "dm", "my",
    "decade", "short_decade", "season", "years", "year", "weekday", "relative", "ordinal", "hyphen", "duration",
    "month",
)  # fmt: skip
"""The groups of which each match has one."""
FIRST = re.compile(
    r"\d|fy\d|q[1-4]\Z|q[1-4]20|h[12]\Z|h[12]20|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|early|mid|late"
    r"|(?:last|this|next|previous|past|coming|upcoming|forthcoming|recent|yesterday|today|tomorrow|tonight|ad|a\.d|a\.d\."
    r"|fy|fiscal|financial|end|start|spring|summer|autumn|winter|fall|half|christmas|boxing|new|good|easter"
    rf"|{'|'.join(TENS)}|{_NUMBER}|{_ORDINAL})\Z",
    re.IGNORECASE,
)
"""The words that a date or a duration may begin with."""
