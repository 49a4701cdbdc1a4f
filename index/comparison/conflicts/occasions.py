"""Whether two articles report one thing of one time: their days of writing, the periods they are about, who is named.

Newspapers on one event agree in these.  Serial reports (the month's exports, the week's stocks, the day's prices, one
firm's bond after another's) share their words and differ in them, and then their figures are no disagreement.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.dateline import dateline
from index.comparison.aligning.naming import OF_TRADES, TITLES
from index.comparison.aligning.passages import Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.times import periods_in
from index.comparison.aligning.tokens import Word, tokenize
from index.comparison.conflicts.findings import Finding

_LEAD = 2  # passages that tell who and what an article is about
_NEXT_DAY = 1  # days between two papers' reports of one event
_LATER = 3  # days up to which a figure may be a later count of the same
_FEWEST = 3  # figures that differ in one mould before the two are taken for reports of two periods
_COPIED = 0.3  # of the shorter article's sentences; from there on one is a copy of the other, whatever differs
_ANY_YEAR = 2000  # with all the days that a dateline without a year may name
_DAYS_OF_IT = 366
_YEAR_TOLD = re.compile(r"[12]\d{3}")
_FROM_ITS_DAY = frozenset({"today", "yesterday", "tomorrow", "tonight", "last", "next", "this", "earlier"})
OF_FIRMS = frozenset(
    word_list("inc corp co ltd plc llc company corporation group holdings international bank national")
)
_HOURS = {
    "opening": frozenset(word_list("open opens opened opening early morning am")),
    "midday": frozenset(word_list("midday midsession noon lunchtime")),
    "afternoon": frozenset({"afternoon", "pm"}),
    "close": frozenset(word_list("close closes closed closing ends end evening night")),
}
_SCENES = ("PLACE", "GROUP", "EVENT")
_SAY_LITTLE = OF_FIRMS | OF_TRADES | FUNCTION | TITLES


class Occasion(NamedTuple):
    """What two articles report of: `days` between them, None where one tells none; `other_period`, `other_subject`."""

    days: int | None
    other_period: bool
    other_subject: bool

    @property
    def later(self) -> bool:
        """Is one so much younger that its counts may be later ones?"""
        return self.days is not None and self.days > _NEXT_DAY

    def apart(self, found: Sequence[Finding]) -> bool:
        """Are they reports of two times, so that what moves with time cannot be compared?

        Two periods in the leads are that only where figures differ with them: alone they may be what differs.
        """
        moved = self.other_period and any(f.kind == "number" for f in found)
        return moved or (self.days is not None and self.days > _LATER)


def occasion(a: Told, b: Told, pairs: Sequence[Pair]) -> Occasion:
    """How two articles stand to each other in time and subject; a copy stands in time as its original does.

    Reports in one mould share whole sentences too: only their subjects tell them apart, and the hours in their titles.
    """
    other, hour = _other_subject(a, b), _apart(_hours_in_title, a, b)
    if copied(a, b, pairs):
        return Occasion(None, hour, other)
    return Occasion(_days_between(a, b), hour or _apart(_periods, a, b), other)


def _apart(told: Callable[[Told], set[str]], a: Told, b: Told) -> bool:
    """Do both tell something of a kind, and nothing in common?"""
    in_a, in_b = told(a), told(b)
    return bool(in_a and in_b) and not in_a & in_b


def of_one_time(found: Sequence[Finding], seen: Occasion, moulded: bool, a: Told, b: Told) -> list[Finding]:
    """The findings about figures and times that two reports of their occasion can be held to.

    `moulded` says that figures differ throughout in sentences of one mould.  Of reports of two times or things only
    the years are left, which stay what they were, and the same holds in one mould where each names something else in
    its lead.  Where only days or a mould part the two, the findings are only likely, and it is told why.  "Today" of
    one day is "yesterday" of the next.
    """
    another = _names_another(a, b) and _names_another(b, a)
    two_issues = moulded and bool(seen.days or another or _titles_tell_two(a, b))
    if seen.other_subject or seen.apart(found) or two_issues:
        text_a, text_b = a.side.document.text, b.side.document.text
        return [f for f in found if _YEAR_TOLD.fullmatch(text_a, *f.a) and _YEAR_TOLD.fullmatch(text_b, *f.b)]
    if seen.days:
        found = [f for f in found if f.kind != "date" or not _told_from_its_day(f, a, b)]
    if seen.later:
        note = f"the reports are {seen.days} days apart: perhaps a later count"
    elif moulded:
        note = "figures differ throughout: perhaps reports of two periods"
    else:
        return list(found)
    return [f._replace(strength="differs", note=note) for f in found]


def _told_from_its_day(finding: Finding, a: Told, b: Told) -> bool:
    return any(
        not _FROM_ITS_DAY.isdisjoint(t.side.document.text[slice(*s)].casefold().split())
        for t, s in ((a, finding.a), (b, finding.b))
    )


def in_one_mould(found: Sequence[Finding], a: Told, b: Told, pairs: Sequence[Pair], agreeing: int) -> bool:
    """Do figures differ throughout, as they do in two issues of one report?  `agreeing` counts those in both."""
    return len(found) >= _FEWEST and len(found) > agreeing and not copied(a, b, pairs)


def copied(a: Told, b: Told, pairs: Sequence[Pair]) -> bool:
    """Is one a near copy of the other: does a good part of its sentences stand there word for word?"""
    same = len({p.a.plain for p in pairs if p.a.plain == p.b.plain})
    return same >= _COPIED * min(len(a.passages), len(b.passages))


def _days_between(a: Told, b: Told) -> int | None:
    day_a, day_b = _written(a), _written(b)
    if day_a is None or day_b is None:
        return None
    (one, exact_one), (other, exact_other) = day_a, day_b
    if exact_one and exact_other:
        return abs((one - other).days)
    apart = abs((one.replace(year=_ANY_YEAR) - other.replace(year=_ANY_YEAR)).days)
    return min(apart, _DAYS_OF_IT - apart)


def _written(told: Told) -> tuple[date, bool] | None:
    """The day of writing, and whether its year is known too: what the file says, else the dateline."""
    document = told.side.document
    if document.date:
        try:
            return date.fromisoformat(document.date[:10]), True
        except ValueError:
            pass
    for passage in told.passages[:_LEAD]:
        paragraph = document.text.rfind("\n", 0, passage.span.start) + 1  # it may be a sentence of its own
        line = dateline(document.text, *passage.span) or dateline(document.text, paragraph, passage.span.end)
        day = line.date() if line is not None else None
        if line is not None and day is not None:
            return day, bool(line.year)
    return None


def _lead(told: Told) -> list[Sequence[Word]]:
    """The words of the title and of the passages that tell what the article is about."""
    title = tokenize(told.side.document.text, *told.title.span) if told.title is not None else ()
    return [title, *(p.words for p in told.passages[:_LEAD])]


def _periods(told: Told) -> set[str]:
    """The months without a day, quarters and halves of a year that the lead names."""
    return {period for words in _lead(told) for period in periods_in(words)}


def _hours_in_title(told: Told) -> set[str]:
    """The times of a day that the title names: the opening of a market, its close."""
    return {hour for word in _lead(told)[0] for hour, words in _HOURS.items() if word.folded in words}


def _titles_tell_two(a: Told, b: Told) -> bool:
    """Are the titles of one mould, and has each a word that stands nowhere in the other article: gold, silver?"""
    title_a, title_b = ({w.folded for w in _lead(t)[0] if w.folded not in FUNCTION} for t in (a, b))
    if 2 * len(title_a & title_b) < min(len(title_a), len(title_b)):
        return False
    text_a, text_b = (
        {w.folded for p in t.passages for w in p.words} | title for t, title in ((a, title_a), (b, title_b))
    )
    return bool(title_a - text_b) and bool(title_b - text_a)


def _other_subject(a: Told, b: Told) -> bool:
    """Is the first that each names in its lead nowhere in the other, nor most of the other names of the leads?

    Reports of one flood begin with different officials; but they name the place that it struck.
    """
    return _unknown(a, b) and _unknown(b, a) and not _one_scene(a, b)


def _one_scene(a: Told, b: Told) -> bool:
    """Do both leads or titles name one place, people or event?"""
    in_a, in_b = ({frozenset(name) for name in _named_in_lead(t, _SCENES, titled=True)} for t in (a, b))
    return bool(in_a & in_b)


def _unknown(told: Told, other: Told) -> bool:
    named = _named_in_lead(told)
    if not named:
        return False
    known = _words_of(other)
    return not _is_known(named[0], known) and 2 * sum(_is_known(name, known) for name in named) <= len(named)


def _names_another(told: Told, other: Told) -> bool:
    """Does the lead name a person, an organisation or a place that the other article does not?"""
    known = _words_of(other)
    return any(not _is_known(name, known) for name in _named_in_lead(told, ("PERSON", "ORG", "PLACE", "GROUP")))


def _words_of(told: Told) -> set[str]:
    return {w.key for p in told.passages for w in p.words} | {w.key for w in _lead(told)[0]}


def _is_known(name: set[str], known: set[str]) -> bool:
    """Half of its words stand for a name: "Beck" for "Glenn Beck", but "Airlines" not for "America West Airlines"."""
    return 2 * len(name & known) >= len(name)


def _named_in_lead(told: Told, types: Sequence[str] = ("PERSON", "ORG"), *, titled: bool = False) -> list[set[str]]:
    """Who and what the lead names, and where it is asked for the title, each as the keys of its capitalised words."""
    names = []
    title = (told.title,) if titled and told.title is not None else ()
    for passage in (*told.passages[:_LEAD], *title):
        words = passage.words
        for mention in told.mentions_in(*passage.span):
            if mention.type not in types:
                continue
            first, end = (bisect_left(words, place, key=attrgetter("start")) for place in (mention.start, mention.end))
            keys = {w.key for w in words[first:end] if w.capital and w.folded not in _SAY_LITTLE}
            if keys:
                names.append(keys)
    return names
