"""Figures, years and ages told of one thing in sentences that need not be aligned: the words around must name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import agree, counted_apart, of_other_things, years
from index.comparison.aligning.times import other_times
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.figures.ledger import Figures, company, strangers
from index.comparison.conflicts.findings import Finding, Wording, held_against
from index.comparison.conflicts.reading.about import what_is_measured, what_stands_near
from index.comparison.conflicts.reading.saying import told_otherwise

_TELLING = 4  # words around both figures, units left out, that must be the same
_NAMES = 2  # of the words around two years, capitalised
_LONG_NAME = 3  # words of a name beside both figures that no other thing will share
_MOST = 2000
_COMMON_WORD = 60  # a word near more figures than this tells none of them apart
_OLDEST = 110


class _Age(NamedTuple):
    """A person's age: word first to end; the surname folded."""

    passage: Passage
    surname: str
    years: float
    first: int
    end: int


def told_elsewhere(a: Told, b: Told, figures_a: Figures, figures_b: Figures) -> Iterator[Finding]:
    """Other figures and years for the same thing, other ages of the same person; all only likely but the figures."""
    yield from _figures(a, b, figures_a, figures_b)
    yield from _years(a, b)
    yield from _ages(a, b)


def _figures(a: Told, b: Told, figures_a: Figures, figures_b: Figures) -> Iterator[Finding]:
    near_b: dict[str, list[int]] = defaultdict(list)
    anchored_b = [
        (passage, quantity, company(passage.words, quantity.at))
        for passage in b.passages
        for quantity in figures_b.of[passage.order]
    ][:_MOST]
    for place, (_, _, words) in enumerate(anchored_b):
        for key in words:
            near_b[key].append(place)
    for passage in a.passages:
        for quantity in figures_a.of[passage.order]:
            around = company(passage.words, quantity.at)
            shared: dict[int, int] = defaultdict(int)
            for key in around:
                if len(near_b[key]) <= _COMMON_WORD:
                    for place in near_b[key]:
                        shared[place] += 1
            for place, count in shared.items():
                other, rival, _ = anchored_b[place]
                if (
                    count >= _TELLING
                    and quantity.unit == rival.unit
                    and min(quantity.value, rival.value) > 1
                    and not agree(quantity, rival)
                    and not of_other_things(quantity, rival)
                    and not counted_apart(passage.words, quantity, other.words, rival)
                    and not told_otherwise(passage.words, quantity, other.words, rival)
                    and not figures_b.repeats(quantity)
                    and not figures_a.repeats(rival)
                    and not _another(passage, quantity.at, other, rival.at)
                ):
                    x, y = Wording(passage, quantity.first, quantity.end), Wording(other, rival.first, rival.end)
                    about = what_is_measured(passage.words, quantity.first, quantity.end)
                    yield held_against("number", "differs", x, y, about, 0.5)


def _another(a: Passage, at_a: int, b: Passage, at_b: int) -> bool:
    """Do the sentences tell of other people or other times, and no long name of the thing says that it is the same?"""
    if len(_names_near(a.words, at_a) & _names_near(b.words, at_b)) >= _LONG_NAME:
        return False
    return strangers(a, b) or other_times(a, b)


def _years(a: Told, b: Told) -> Iterator[Finding]:
    """ "Edward Brooke, who served from 1967 to 1979" against the same name with other years, as many."""
    dated_a, dated_b = _dated(a), _dated(b)
    told_a = {p.words[n].value for p, places in dated_a for n in places}
    told_b = {p.words[n].value for p, places in dated_b for n in places}
    own_a, own_b = _with_names(dated_a, told_b), _with_names(dated_b, told_a)
    named_b: dict[tuple[int, str], set[int]] = defaultdict(set)
    for number, (_, named) in enumerate(own_b):
        for name in set().union(*named.values()):
            named_b[len(named), name].add(number)
    for p, named_p in own_a:
        for number in sorted(set().union(*(named_b[len(named_p), name] for name in set().union(*named_p.values())))):
            q, named_q = own_b[number]
            for (i, names_i), (j, names_j) in zip(named_p.items(), named_q.items(), strict=True):
                if len(names_i & names_j) >= _NAMES:
                    about = what_stands_near(p.words, i, i + 1)
                    yield held_against("date", "differs", Wording(p, i, i + 1), Wording(q, j, j + 1), about, 0.5)


def _with_names(
    dated: Sequence[tuple[Passage, list[int]]], told: Set[float]
) -> list[tuple[Passage, dict[int, set[str]]]]:
    """The passages none of whose years the other article has `told`, with the names near each year, by its place."""
    return [
        (passage, {n: _names_near(passage.words, n) for n in places})
        for passage, places in dated
        if not any(passage.words[n].value in told for n in places)
    ]


@once
def _dated(told: Told) -> tuple[tuple[Passage, list[int]], ...]:
    """The passages that give years, with the places of these."""
    places = ((p, years(p.words)) for p in told.passages)
    return tuple((passage, years) for passage, years in places if years)


def _names_near(words: Sequence[Word], at: int) -> set[str]:
    near = company(words, at)
    return {w.key for w in words if w.capital and w.key in near}


def _ages(a: Told, b: Told) -> Iterator[Finding]:
    ages_a, ages_b = _by_surname(a), _by_surname(b)
    for surname in sorted(ages_a.keys() & ages_b.keys()):
        mine, theirs = ages_a[surname], ages_b[surname]
        if len({x.years for x in mine}) == len({y.years for y in theirs}) == 1 and mine[0].years != theirs[0].years:
            yield held_against("number", "differs", mine[0], theirs[0], f"the age of {surname.title()}", 0.6)


@once
def _by_surname(told: Told) -> dict[str, list[_Age]]:
    found: dict[str, list[_Age]] = defaultdict(list)
    for age in _aged(told):
        found[age.surname].append(age)
    return found


def _aged(told: Told) -> Iterator[_Age]:
    """ "Anna Hallam, 46, " and "46-year-old Anna Hallam"."""
    text = told.side.document.text
    ends = {m.end: m for m in told.mentions if m.type == "PERSON"}
    starts = {m.start: m for m in told.mentions if m.type == "PERSON"}
    for passage in told.passages:
        words = passage.words
        for at, word in enumerate(words):
            if word.kind != "number" or not word.text.isdigit() or not 10 <= word.value <= _OLDEST:
                continue
            before = words[at - 1] if at else None
            if before is not None and before.end in ends and text[before.end : word.start] == ", ":
                if text[word.end : word.end + 1] in (",", ".", ";"):
                    yield _Age(passage, before.folded, word.value, at, at + 1)
            elif [w.folded for w in words[at + 1 : at + 3]] == ["year", "old"] and at + 3 < len(words):
                named = starts.get(words[at + 3].start)
                if named is not None:
                    yield _Age(passage, named.text.split()[-1].casefold(), word.value, at, at + 1)
