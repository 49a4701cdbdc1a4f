"""Quantities and points in time of a sentence, in comparable form: value, unit, and what is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from index.comparison.aligning.clocks import HALF_DAY, clock
from index.comparison.aligning.measures import MEASURES
from index.comparison.aligning.numerals import MAGNITUDE
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.tokens import Word

Unit = Literal["money", "percent", "days", "count", "ordinal", "clock"]

_DAYS = {
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "month": 30.4,
    "year": 365.25,
    "decade": 3652.5,
    "century": 36525.0,
}
_MONEY = {"dollar": "$", "dlr": "$", "dlrs": "$", "euro": "€", "pound": "£", "yen": "¥", "rouble": "rubl", "cent": "$"}
_MONEY |= {name: name for name in ("yuan", "rubl", "hryvnia", "crown", "franc", "mark")}
_SIGNS = frozenset("$€£¥")
_ABOUT = frozenset(["about", "around", "roughly", "approximately", "some", "nearly", "almost", "circa", "estimated"])
_ABOVE = frozenset({"over", "than", "least", "exceeding", "above"})
_BELOW = frozenset({"under", "below", "to"})  # "up to", "fewer than" is told apart by the word before
_PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5}
_PARTS |= {"fifths": 5, "sixth": 6, "eighth": 8, "tenth": 10, "tenths": 10}
_OF = frozenset({"of", "the", "its", "their", "his", "her", "our", "all", "those", "these"})
_MORE = frozenset({"more", "less", "above", "higher", "lower"})  # "a fifth more"
_HALVES = frozenset(
    {"first", "second", "last", "other", "latter", "and", "better"}
)  # "the second half of", "one and a half"
_AND_A_HALF = ("and", "a", "half")
_LARGE = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
_LASTING = frozenset(
    {"for", "within", "than", "about", "nearly", "almost", "lasted", "lasting", "over", "least", "under", "took"}
)
"""Before "a week" where it is a duration, and not a day or a rate."""
_PARTS_OF_ADDRESS = frozenset("/-_=.?&")
_LONGEST_ADDRESS = 300
_UP_TO = frozenset({"to", "through", "until"})
_TIMES = {"twice": 2.0, "thrice": 3.0}
_OTHERS = frozenset({"other", "others", "more"})
_NAMED_BESIDE = 3  # people or things at most that are named beside a count of the others
_FAR = 10  # times
_OF_ITS_SIZE = 3  # times up to which two sums, shares or measures may be of one thing
_MANY = 1000  # from here on a count is known about, and not by the one
_MOST = 100
_ROUND = 100  # from here on a number in words is "a hundred", "a million"
_CLOSE, _OF_WHOLE = (
    0.02,
    0.05,
)  # of the greater of two values, within which one may be the other rounded; to a whole one

Bound = Literal["", "about", "above", "below"]


class Quantity(NamedTuple):
    """A figure: `value` in base units (days for durations, minutes of the day for times of the clock).

    `currency` is a sign or name, that of the zone for a time of the clock, "" where none is told; `half`: a time of the
    clock is told with its half of the day.

    `head` holds the keys of what is counted, `at` is the number's word; words first to end (exclusive) print it.
    """

    value: float
    unit: Unit
    currency: str
    bound: Bound
    head: tuple[str, ...]
    at: int
    first: int
    end: int
    half: bool = False


def quantities(words: Sequence[Word], text: str) -> tuple[Quantity, ...]:
    """The numbers of a sentence that count or measure, in order; years and days of a month are none.

    Of a sentence that is a heap of numbers only the first hundred are read.
    """
    return tuple(islice(_read(words, text), _MOST))


def _read(words: Sequence[Word], text: str) -> Iterator[Quantity]:
    past = 0  # the first word that no figure has taken yet
    for at, word in enumerate(words):
        if word.folded in _TIMES and at >= past:
            yield Quantity(_TIMES[word.folded], "count", "", _bound(words, at), ("time",), at, at, at + 1)
        may_count = word.kind == "number" or word.folded in ("half", "quarter", "a", "an")
        if not may_count or at < past or is_date(words, at):
            continue
        found = (
            _half_of_many(words, text, at)
            or _clock(words, text, at)
            or _part(words, text, at)
            or _one_long(words, text, at)
        )
        if found is None and word.kind == "number" and not _cut(text, word) and not _in_address(text, word):
            found = _quantity(words, text, at)
        if found is not None:
            past = found.end
            yield found


def _cut(text: str, word: Word) -> bool:
    """Is the number a piece of one that is not written as numbers are: 2,29?"""
    before, after = text[max(0, word.start - 2) : word.start], text[word.end : word.end + 2]
    return (before[-1:] == "," and before[:1].isdigit()) or (after[:1] == "," and after[1:].isdigit())


def _in_address(text: str, word: Word) -> bool:
    """Is the number a piece of an address: example.org/news/3186044?"""
    if text[word.start - 1 : word.start] not in _PARTS_OF_ADDRESS or not word.start:
        return False
    before = text[max(0, word.start - _LONGEST_ADDRESS) : word.start].split()
    return bool(before) and ("://" in before[-1] or before[-1].startswith("www."))


def _clock(words: Sequence[Word], text: str, at: int) -> Quantity | None:
    """A time of the clock; None for other numbers."""
    told = clock(words, text, at)
    return told and Quantity(told.minutes, "clock", told.zone, "", (), at, at, told.end, told.half)


def is_date(words: Sequence[Word], at: int) -> bool:
    """Is the number a year, or a day beside its month?"""
    return is_year(words, at) or _is_day(words, at)


def years(words: Sequence[Word]) -> list[int]:
    """The places of the words that stand for years."""
    return [n for n, word in enumerate(words) if word.kind == "number" and is_year(words, n)]


def is_year(words: Sequence[Word], at: int) -> bool:
    """Is the word a number that stands for a year?"""
    word = words[at]
    return word.text.isdigit() and len(word.text) == 4 and 1700 <= word.value <= 2100 and not _is_sum(words, at)


def _is_sum(words: Sequence[Word], at: int) -> bool:
    """Does a sign of money stand before the number, or "percent" after it?"""
    return (at > 0 and words[at - 1].kind == "sign") or (at + 1 < len(words) and words[at + 1].key == "percent")


def _is_day(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    beside = (at and words[at - 1].kind == "month") or (at + 1 < len(words) and words[at + 1].kind == "month")
    if (
        not (beside or _ends_days(words, at))
        or not 1 <= word.value <= 31
        or not word.text.isdigit()
        or _is_sum(words, at)
    ):
        return False
    return not _counts_in_a_month(words, at)


def _ends_days(words: Sequence[Word], at: int) -> bool:
    """Is the number the last of several days: "September 16-19", "Sept. 19 to 22", not "on May 3 12 boats sank"?"""
    first = at - 1 - (at > 0 and words[at - 1].folded in _UP_TO)
    if first < 1 or words[first].value >= words[at].value or words[first - 1].kind != "month":
        return False
    return _is_day(words, first) and not _leads_to_a_thing(words, at)


def _counts_in_a_month(words: Sequence[Word], at: int) -> bool:
    """Does the number count something: "in April 19 people died"?"""
    led = words[max(0, at - 2) : at]
    return [w.folded for w in led[:1]] == ["in"] and led[-1].kind == "month" and _leads_to_a_thing(words, at)


def _leads_to_a_thing(words: Sequence[Word], at: int) -> bool:
    """Does a word that may be what is counted follow, with no comma before it ("September 16-19, using")?"""
    follows = [w for w in words[at + 1 : at + 2] if w.start <= words[at].end + 1]
    return any(w.kind == "word" and not w.capital and w.folded not in FUNCTION for w in follows)


def agree(a: Quantity, b: Quantity) -> bool:
    """Can both be told of the same thing?

    "About 100" and 103 can, "more than 100" and 120, a month and 30 days, sums in two currencies.
    """
    low, high = sorted((a.value, b.value))
    if low == high or a.currency != b.currency:
        return True
    if a.unit == "clock":
        return high - low == HALF_DAY and not (a.half and b.half)
    slack = 0.0
    if a.bound or b.bound:
        slack = 0.1
    if a.unit == "days" and max(a.value, b.value) >= 28:
        slack = max(slack, 0.04)
    if high - low <= slack * high + 1e-9 or _rounded(low, high):
        return True
    if a.bound == b.bound:
        return False
    for one, other in ((a, b), (b, a)):
        if one.bound == "above" and one.value <= other.value <= 2 * one.value:
            return True
        if one.bound == "below" and other.value <= one.value <= 2 * other.value:
            return True
    return False


def counted_apart(words_a: Sequence[Word], a: Quantity, words_b: Sequence[Word], b: Quantity) -> bool:
    """Does one of the two leave out who is named beside it: "the mayor and three others" for four?"""
    left_out = [
        any(w.folded in _OTHERS for w in words[q.at + 1 : q.at + 2]) for words, q in ((words_a, a), (words_b, b))
    ]
    return left_out[0] != left_out[1] and abs(a.value - b.value) <= _NAMED_BESIDE


def of_other_things(a: Quantity, b: Quantity) -> bool:
    """A 50-day window and a 30-day proposal, 6,000 tonnes of semolina and 186 head of cattle: they share no word.

    One measure in two units (100 hectares, 247 acres) is no disagreement either.
    """
    if a.unit == b.unit == "count" and a.head[:1] != b.head[:1]:
        one, other = (MEASURES.get(q.head[0]) if q.head else None for q in (a, b))
        if one is not None and other is not None:
            return one[0] != other[0] or abs(a.value * one[1] - b.value * other[1]) <= 0.06 * a.value * one[1]
    counted = a.unit == b.unit and a.unit in ("days", "count")
    return counted and bool(a.head and b.head) and not set(a.head) & set(b.head)


def far_apart(a: Quantity, b: Quantity) -> bool:
    """Is one ten times the other, and so rather told of all where the other is told of a few?"""
    return max(a.value, b.value) >= _FAR * min(a.value, b.value)


def of_other_size(a: Quantity, b: Quantity) -> bool:
    """Are two sums, shares, measures or great numbers so many times apart that they are rather of two things?

    What is the same to a power of ten may be a slip: 14 and 1.4, a million and a billion.
    """
    low, high = sorted((a.value, b.value))
    measured = all(q.unit in ("money", "percent") or bool(MEASURES.keys() & set(q.head)) for q in (a, b))
    if not (measured or low >= _MANY) or high < _OF_ITS_SIZE * low:
        return False
    return _digits(low) != _digits(high)


def _digits(value: float) -> str:
    """The figures that a number tells, whatever its size: "55" for 550,000."""
    return f"{value:.10g}".partition("e")[0].replace(".", "").strip("0")


def _rounded(one: float, other: float) -> bool:
    """Is one of two close values the other, given with fewer digits: 114 and 114.1, 1.2 million and 1,210,000, 17 and
    17.4?
    """
    short, long = sorted((f"{one:.10g}", f"{other:.10g}"), key=_figures)
    whole = "." in long and "." not in short and len(short) > 1
    if abs(one - other) > (_OF_WHOLE if whole else _CLOSE) * max(one, other):
        return False
    return float(f"{float(long):.{max(1, _figures(short))}g}") == float(short) and _figures(short) < _figures(long)


def _figures(number: str) -> int:
    """How many figures a number tells: 1200 tells two, 114.1 four."""
    return len(_digits(float(number)))


def _part(words: Sequence[Word], text: str, at: int) -> Quantity | None:
    """ "Half of", "a third of" and "two-thirds" as percent; None for what is no part of a whole ("third quarter")."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None:
        return None
    if word.folded == "half":
        after_rank = at > 0 and (words[at - 1].kind == "ordinal" or words[at - 1].folded in _HALVES)
        end, value = at + 1, 50.0
        if following.folded not in _OF or after_rank:
            return None
    elif following.folded in _PARTS and (word.kind == "number" or word.folded == "a"):
        joined = text[word.end : following.start] == "-"
        count = word.value if word.kind == "number" else 1.0
        end, value = at + 2, 100.0 * count / _PARTS[following.folded]
        of = at + 2 < len(words) and words[at + 2].folded in _OF | _MORE
        if (
            not (of or (joined and following.folded.endswith("s")))
            or value >= 100
            or (count > 1) != following.folded.endswith("s")
        ):
            return None
    else:
        return None
    return Quantity(value, "percent", "", _bound(words, at), head_of(words, text, end), at, at, end)


def _half_of_many(words: Sequence[Word], text: str, at: int) -> Quantity | None:
    """ "Half a million doses" are 500,000; None for other words."""
    after = words[at + 1 : at + 3]
    if words[at].folded != "half" or len(after) < 2 or after[0].folded not in ("a", "an"):
        return None
    many = after[1]
    if many.kind != "number" or not many.text.isalpha() or many.value < MAGNITUDE["dozen"]:
        return None
    found = _quantity(words, text, at + 2)
    return found._replace(value=found.value / 2, bound=_bound(words, at), first=at)


def _one_long(words: Sequence[Word], text: str, at: int) -> Quantity | None:
    """ "For a week", "more than an hour"; None for other articles and numbers."""
    if words[at].folded not in ("a", "an") or not 0 < at < len(words) - 1 or words[at - 1].folded not in _LASTING:
        return None
    unit = words[at + 1].folded
    ranged = at + 2 < len(words) and words[at + 2].folded in ("or", "to")  # "a month or two"
    if unit not in _DAYS or unit == "second" or ranged:
        return None
    return Quantity(_DAYS[unit], "days", "", _bound(words, at), head_of(words, text, at + 2), at, at, at + 2)


def _quantity(words: Sequence[Word], text: str, at: int) -> Quantity:
    half = tuple(w.folded for w in words[at + 1 : at + 4]) == _AND_A_HALF  # "four and a half years"
    last = at + 3 * half
    first, end = at, last + 1
    unit: Unit = "count"
    value = words[at].value + half / 2
    if half and end < len(words) and words[end].folded in _LARGE and _touches(text, words, last):
        value *= MAGNITUDE[words[end].folded]  # "one and a half million"
        last, end = end, end + 1
    currency = ""
    before = words[at - 1] if at else None
    if before is not None and before.folded == "a" and words[at].text.isalpha() and words[at].value >= _ROUND:
        first = at - 1  # "more than a million"
    after = words[end] if end < len(words) and _touches(text, words, last) else None
    if before is not None and before.kind == "sign" and before.text in _SIGNS:
        unit, first, currency = "money", at - 1, before.text
    elif after is not None and after.key == "percent":
        unit, end = "percent", last + 2
    elif after is not None and after.stem in _MONEY:
        unit, end, currency = "money", last + 2, _MONEY[after.stem]
        value = value / 100 if after.stem == "cent" else value
    elif after is not None and singular(after.folded) in _DAYS:
        unit, end = "days", last + 2
        value *= _DAYS[singular(after.folded)]
    return Quantity(value, unit, currency, _bound(words, first), head_of(words, text, end), at, first, end)


def singular(folded: str) -> str:
    """days gives day, centuries century: enough for the names of units."""
    return f"{folded[:-3]}y" if folded.endswith("ies") else folded.removesuffix("s")


def head_of(words: Sequence[Word], text: str, at: int) -> tuple[str, ...]:
    """The keys of up to three content words after a number, as far as no mark or function word stands between."""
    head: list[str] = []
    last = min(len(words), at + 6)
    while at < last and len(head) < 3 and (at == 0 or _touches(text, words, at - 1)):
        word = words[at]
        if word.folded == "of" and not head:
            at += 1
            continue
        if word.folded in FUNCTION and not (word.folded in ("more", "other", "such") and not head):
            break
        if word.kind == "word" and word.folded not in FUNCTION:
            head.append(word.key)
        at += 1
    return tuple(head)


def _touches(text: str, words: Sequence[Word], at: int) -> bool:
    """Is there nothing but a space or hyphen between word `at` and the next?"""
    gap = text[words[at].end : words[at + 1].start]
    return gap.strip(" -\N{NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}") == "" if len(gap) <= 3 else False


def _bound(words: Sequence[Word], first: int) -> Bound:
    if not first:
        return ""
    one = words[first - 1].folded
    two = words[first - 2].folded if first > 1 else ""
    if one in _ABOUT:
        return "about"
    if one == "than" and two in ("fewer", "less"):
        return "below"
    if one in _ABOVE and (one != "than" or two == "more") and (one != "least" or two == "at"):
        return "above"
    if one == "to":
        return "below" if two == "up" else ""
    return "below" if one in _BELOW else ""
