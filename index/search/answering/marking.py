"""The clauses of a query, made functions once, that then give the matches in one article after the other: what each
clause marks, or None where it is not fulfilled.

The words of a query are numbered, so that an article costs no look-ups of clauses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from operator import itemgetter
from typing import NamedTuple, Protocol

from index.entities.model import EntityType, Mention, Recognition
from index.search.answering.spots import runs, together
from index.search.model import Told
from index.search.query.syntax import (
    And,
    Bag,
    Clause,
    Dated,
    Fuzzy,
    InPath,
    Named,
    Not,
    Noted,
    Or,
    Pattern,
    Phrase,
    Slot,
    Word,
)
from index.search.query.times import overlaps
from index.search.stored.entry import dated, own_date
from index.search.stored.postings import TITLE

_START = itemgetter(0)

Characters = tuple[int, int]
Places = dict[int, Characters]
"""Position codes with start and end of the token; both are 0 where a title is not part of the text."""


class Mark(NamedTuple):
    """A match: `start` and `end` are characters of the text, `clause` numbers the clause of the query that matches."""

    start: int
    end: int
    clause: int


class Naming(Protocol):
    """Whatever knows what an article names."""

    @property
    def recognition(self) -> Recognition: ...


class Numbers(NamedTuple):
    """The numbers of the words of a query and of its clauses, and what something named is called."""

    slots: Mapping[Slot, int]
    clauses: Mapping[Clause, int]
    surfaces: Callable[[str, tuple[EntityType, ...]], frozenset[tuple[EntityType, str]]]


Marking = Callable[[Told, Naming, Sequence[Places]], list[Mark] | None]
"""Gives the marks of a clause in an article, where its words stand at these places, word by word."""

_mark = partial(tuple.__new__, Mark)


def marking(clause: Clause, numbers: Numbers) -> Marking:
    """What gives the marks of a clause."""
    if isinstance(clause, Word | Pattern | Fuzzy):
        return _slot(clause, numbers)
    if isinstance(clause, Phrase):
        return _phrase(clause, numbers)
    if isinstance(clause, Named):
        return _named(clause, numbers)
    if isinstance(clause, And):
        return _all([marking(each, numbers) for each in clause.clauses])
    if isinstance(clause, Or):
        return _any([marking(each, numbers) for each in clause.clauses])
    if isinstance(clause, Not):
        return _not(marking(clause.clause, numbers))
    if isinstance(clause, Bag):
        return _bag(clause, numbers)
    if isinstance(clause, Dated):
        return _dated(clause, numbers)
    if isinstance(clause, Noted):
        return _noted(clause, numbers)
    return _in_path(clause)


def marked(number: int, spans: Iterable[Characters]) -> list[Mark]:
    """The marks of the clause of a number."""
    return [_mark((start, end, number)) for start, end in spans if end]


def joined(marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks in order, those that overlap made one."""
    last = -1
    for start, end, _ in marks:
        if start < last:
            break
        last = end
    else:  # as those of one word are
        return tuple(marks)
    result: list[Mark] = []
    last = -1
    for mark in sorted(marks, key=_START):
        if mark[0] < last:
            before = result[-1]
            if mark.end > last:
                # Of several that begin together the longest tells the clause.
                clause = mark.clause if mark.start == before.start else before.clause
                result[-1] = Mark(before.start, mark.end, clause)
                last = mark.end
        else:
            result.append(mark)
            last = mark[1]
    return tuple(result)


def _all(inner: Sequence[Marking]) -> Marking:
    def marks_of(document: Told, article: Naming, places: Sequence[Places]) -> list[Mark] | None:
        marks: list[Mark] = []
        for each in inner:
            found = each(document, article, places)
            if found is None:
                return None
            marks += found
        return marks

    return marks_of


def _any(inner: Sequence[Marking]) -> Marking:
    def marks_of(document: Told, article: Naming, places: Sequence[Places]) -> list[Mark] | None:
        marks: list[Mark] | None = None
        for each in inner:
            found = each(document, article, places)
            if found is not None:
                marks = found if marks is None else marks + found
        return marks

    return marks_of


def _not(inner: Marking) -> Marking:
    def marks_of(document: Told, article: Naming, places: Sequence[Places]) -> list[Mark] | None:
        return [] if inner(document, article, places) is None else None

    return marks_of


def _bag(bag: Bag, numbers: Numbers) -> Marking:
    may, must, never, within = (
        [marking(each, numbers) for each in clauses] for clauses in (bag.may, bag.must, bag.never, bag.within)
    )
    wanted, optional = _all(must), _any(may)
    if may and not (must or never or within):
        return optional
    needs_one = bool(may) and not must
    excluded, kept = _any(never), _all(within)

    def marks_of(document: Told, article: Naming, places: Sequence[Places]) -> list[Mark] | None:
        if excluded(document, article, places) is not None:
            return None
        required = wanted(document, article, places)
        found = optional(document, article, places)
        among = kept(document, article, places)
        if required is None or among is None or (needs_one and found is None):
            return None
        return required + (found or []) + among

    return marks_of


def _slot(slot: Slot, numbers: Numbers) -> Marking:
    at, number = numbers.slots[slot], numbers.clauses[slot]
    anywhere, titled = slot.zone == "any", slot.zone == "title"

    def marks_of(_: Told, __: Naming, places: Sequence[Places]) -> list[Mark] | None:
        found = places[at]
        if not anywhere:
            found = {code: span for code, span in found.items() if titled == bool(code & TITLE)}
        return marked(number, found.values()) if found else None

    return marks_of


def _phrase(phrase: Phrase, numbers: Numbers) -> Marking:
    at, number = [numbers.slots[slot] for slot in phrase.slots], numbers.clauses[phrase]
    zones = [title for title in (0, TITLE) if phrase.zone == "any" or (phrase.zone == "title") == bool(title)]
    keys, slop, ordered = phrase.keys(), phrase.slop, phrase.ordered

    def marks_of(_: Told, __: Naming, all_places: Sequence[Places]) -> list[Mark] | None:
        places = [all_places[each] for each in at]
        spans: list[Characters] = []
        fulfilled = False
        for title in zones:
            codes = [{code for code in found if code & TITLE == title} for found in places]
            if not codes[0]:
                continue
            if slop is None:
                for run in runs(codes):
                    fulfilled = True
                    spans.append((places[0][run[0]][0], places[-1][run[-1]][1]))
            else:
                for code in together(codes, keys, slop, ordered=ordered):
                    fulfilled = True
                    spans.append(next(found[code] for found in places if code in found))
        return marked(number, spans) if fulfilled else None

    return marks_of


def _named(named: Named, numbers: Numbers) -> Marking:
    if named.name.endswith("*"):
        beginning = named.name.rstrip("*").casefold()

        def fits(mention: Mention) -> bool:
            return mention.type in named.types and mention.text.casefold().startswith(beginning)
    else:
        surfaces = numbers.surfaces(named.name, named.types)

        def fits(mention: Mention) -> bool:
            return (mention.type, mention.text.casefold()) in surfaces

    def valued(mention: Mention) -> bool:
        return bool(named.value) and dated(mention.type, mention.value) and mention.value.startswith(named.value)

    number = numbers.clauses[named]

    def marks_of(document: Told, article: Naming, _: Sequence[Places]) -> list[Mark] | None:
        spans = [(each.start, each.end) for each in article.recognition.mentions if fits(each) or valued(each)]
        own = named.value and own_date(document).startswith(named.value)
        return marked(number, spans) if spans or own else None

    return marks_of


def _dated(wanted: Dated, numbers: Numbers) -> Marking:
    number = numbers.clauses[wanted]

    def marks_of(document: Told, article: Naming, _: Sequence[Places]) -> list[Mark] | None:
        spans = [
            (each.start, each.end)
            for each in article.recognition.mentions
            if dated(each.type, each.value) and overlaps(each.value, wanted.low, wanted.high)
        ]
        own = own_date(document)
        return marked(number, spans) if spans or (own and overlaps(own, wanted.low, wanted.high)) else None

    return marks_of


def _noted(wanted: Noted, numbers: Numbers) -> Marking:
    number = numbers.clauses[wanted]

    def marks_of(document: Told, _: Naming, __: Sequence[Places]) -> list[Mark] | None:
        own = [span for path, span in wanted.places if path == document.path]
        # A note outlives a text that has become shorter.
        return marked(number, (span for span in own if span.end <= len(document.text))) if own else None

    return marks_of


def _in_path(wanted: InPath) -> Marking:
    def marks_of(document: Told, _: Naming, __: Sequence[Places]) -> list[Mark] | None:
        return [] if wanted.text in document.path.casefold() else None

    return marks_of
