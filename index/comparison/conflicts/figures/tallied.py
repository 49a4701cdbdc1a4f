"""The figures that an article gives for what an event has once, those of other occasions left out.

A figure is of another occasion where the words near it say so ("a similar flood", "the worst in decades"), and is no
figure yet where it is denied, feared or asked for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from index.comparison.aligning.measures import MEASURES
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import Quantity, agree, years
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import MODALS
from index.comparison.aligning.times import periods_in
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.figures.clause_cues import cued
from index.comparison.conflicts.figures.ledger import figures_of
from index.comparison.conflicts.figures.tallies import Tally, asking
from index.comparison.conflicts.figures.tally_words import (
    REACH,
    at_most,
    past_bounds,
    results,
    whom,
    words_after,
    words_before,
)
from index.comparison.conflicts.reading.phrases import is_denied, person_before
from index.comparison.conflicts.reading.subjects import Subjects, surname_key

_LOOSELY = 0.75  # "nearly two weeks" may be eleven days
_MOST_TOLD = 40  # figures for one question; more tell none apart
_HEAP = 8  # figures of a sentence that is rather a table
_MARKS = frozenset((",", ".", ";", ""))
_LONG = frozenset(("weeks", "months", "years", "decades"))
_SHORT_YEAR = re.compile(r"(?<!\d)['’]\d\d\b")  # '87
_ELSEWHEN = frozenset(
    word_list(
        """
        similar earlier previous previously ago last
        separate separately elsewhere meanwhile
        """
    )
)
_EACH = frozenset({"each", "every"})
_OF_A_YEAR = ("this", "year")  # "707 people have been shot so far this year"
_RECORDS = frozenset(word_list("worst deadliest history decade decades century"))
"""Before a figure they tell of another event; after it of this one: "killed 19, the worst accident in a decade"."""
_OPEN = MODALS - {"will", "would"} | frozenset(
    word_list(
        """
        if feared possibly perhaps potentially hope hopes hoped hoping
        want wants seek seeks needs
        """
    )
)
_ASKING = frozenset(
    word_list(
        """
        maximum minimum recommended recommend sought seek asked wanted demanded requested carries carry faces face
        facing faced plea deal range guidelines
        """
    )
)
"""Before a sentence, a fine or a bail that is only asked for, or the highest that there is."""


class Answer(NamedTuple):
    """Words first to end of a passage give `values`, one figure or the two of a result.

    `of` tells who or what is counted, or who is sentenced, "" for all; `dated`: the sentence names a month or a year,
    as of another event.
    """

    passage: Passage
    values: tuple[Quantity, ...]
    first: int
    end: int
    of: str
    dated: bool

    @property
    def figure(self) -> Quantity:
        """What is told first."""
        return self.values[0]

    def agrees(self, other: Answer) -> bool:
        """Can both be right?  Days that are roughly told may be a quarter fewer; a result may be told from its end."""
        if len(self.values) > 1:
            return sorted(q.value for q in self.values) == sorted(q.value for q in other.values)
        one, two = self.figure, other.figure
        few, many = sorted((one.value, two.value))
        rough = one.unit == "days" and (one.bound or two.bound)
        return agree(one, two) or bool(rough and few >= _LOOSELY * many)


def tallied(told: Told, subjects: Subjects, *, by_cues: bool = False) -> dict[Tally, Mapping[str, Sequence[Answer]]]:
    """The answers of an article to each question by whom they count, those left out of whom it gives several.

    `by_cues`: to a question that no phrase answers, any word of a figure's clause may.
    """
    answered = _by_tally(told, subjects, _answers(told))
    if by_cues:
        answered = _by_tally(told, subjects, _hinted(told)) | answered
    return {tally: _of_the_event(answers) for tally, answers in answered.items() if len(answers) <= _MOST_TOLD}


def _by_tally(told: Told, subjects: Subjects, answers: Sequence[tuple[Tally, Answer]]) -> dict[Tally, Sequence[Answer]]:
    """By question the answers to it, with the person where one is meant."""
    found: dict[Tally, list[Answer]] = defaultdict(list)
    for tally, answer in answers:
        if tally.of_one:
            answer = answer._replace(of=_person(told, subjects, answer.passage, answer.first))
        found[tally].append(answer)
    return dict(found)


@once
def _hinted(told: Told) -> list[tuple[Tally, Answer]]:
    """The questions that a word of the clause says that a figure answers; of whom is left open where one is meant."""
    of, text = figures_of(told).of, told.side.document.text
    return [answer for p in told.stated if 0 < len(of[p.order]) <= _HEAP for answer in _hinted_in(text, p, of[p.order])]


def _hinted_in(text: str, passage: Passage, of: Sequence[Quantity]) -> Iterator[tuple[Tally, Answer]]:
    """Those that the figures of a sentence answer."""
    words = passage.words
    dated = _is_dated(text, passage)
    for tally, figure, counted in cued(text, words, of):
        near = {w.folded for w in words[max(0, figure.first - REACH) : figure.first]}
        if figure.unit == "count" and (near & _EACH or figure.value <= 1):
            continue
        if _of_another(words, figure.first, figure.end) or is_denied(words, past_bounds(words, figure.first)):
            continue
        if _is_age(text, words, figure):
            continue
        if not near & (_OPEN | _ASKING):
            yield tally, Answer(passage, (figure,), figure.first, figure.end, _unit(figure) or counted, dated)


@once
def _answers(told: Told) -> list[tuple[Tally, Answer]]:
    """The questions that the figures of an article answer; of whom is left open where one person is meant."""
    of = figures_of(told).of
    text = told.side.document.text
    return [
        answer for p in told.stated if 0 < len(of[p.order]) <= _HEAP for answer in _answers_in(text, p, of[p.order])
    ]


def _answers_in(text: str, passage: Passage, of: Sequence[Quantity]) -> Iterator[tuple[Tally, Answer]]:
    """Those that the figures of a sentence answer."""
    words = passage.words
    dated = _is_dated(text, passage)
    for values, kind in results(text, words, of):
        first, end = values[0].first, values[-1].end
        begin = past_bounds(words, first)
        near = {w.folded for w in words[max(0, begin - REACH) : begin]}
        if _of_another(words, first, end) or is_denied(words, begin) or near & _EACH:
            continue
        if kind == "count" and (values[0].value <= 1 or near & _OPEN or _is_age(text, words, values[0])):
            continue
        only_asked = bool(near & _ASKING or (kind == "days" and near & _OPEN))
        before, after = words_before(text, words, begin), words_after(text, words, end)
        if at_most(before):  # then it is asked how much it may be at most
            values = tuple(q._replace(bound="") for q in values)
        beside = {*before.split(), *after.split()}
        for tally in asking(kind):
            if tally.telling.isdisjoint(beside) or (tally.of_one and only_asked):
                continue
            counted = whom(tally, before, after)
            if counted is not None:
                of_whom = "" if tally.of_one else _unit(values[0]) or counted
                yield tally, Answer(passage, values, first, end, of_whom, dated)


def _is_dated(text: str, passage: Passage) -> bool:
    """Does a sentence name a month or a year ("in 1987", "in '87"), or so long a time ("eight months of fighting")?"""
    words = passage.words
    if periods_in(words) or _SHORT_YEAR.search(text, *passage.span) or _is_of_long(words):
        return True
    return bool(years(words))


def _is_of_long(words: Sequence[Word]) -> bool:
    """Do words tell what a long time held: "eight months of fighting", "four years of war"?"""
    return any(
        words[at].folded in _LONG and words[at - 1].kind == "number" and words[at + 1].folded == "of"
        for at in range(1, len(words) - 1)
    )


def _is_age(text: str, words: Sequence[Word], figure: Quantity) -> bool:
    """Does a figure stand between marks after a name: "Captain Loukas, 52, was killed"?"""
    if not figure.first or figure.end != figure.first + 1:
        return False
    named = words[figure.first - 1]
    between, after = text[named.end : words[figure.first].start], text[words[figure.at].end :][:1]
    return named.capital and between == ", " and after in _MARKS


def _of_another(words: Sequence[Word], first: int, end: int) -> bool:
    """Do the words near a figure tell of another occasion, or that it is the whole of a share ("two out of three")?"""
    if [w.folded for w in words[max(0, first - 2) : first]] == ["out", "of"]:
        return True
    before, after = words[max(0, first - 2 * REACH) : first], words[end : end + REACH]
    after = list(takewhile(lambda w: w.folded != "since", after))  # "killed 87 people since the floods of last month"
    if any((one.folded, other.folded) == _OF_A_YEAR for one, other in pairwise(after)):
        return True
    return any(w.folded in _ELSEWHEN or w.folded in _RECORDS for w in before) or any(
        w.folded in _ELSEWHEN for w in after
    )


def _person(told: Told, subjects: Subjects, passage: Passage, at: int) -> str:
    """Whom a sentence, a fine or a bail is for, as far as it is told: who is named before it, or meant by a pronoun."""
    person = person_before(told, passage, at)
    return surname_key(person) if person is not None else subjects.of(passage, at)


def _unit(quantity: Quantity) -> str:
    """The key of the measure that a figure is given in, "" where it counts."""
    return next((key for key in quantity.head if key in MEASURES), "")


def _of_the_event(answers: Sequence[Answer]) -> Mapping[str, Sequence[Answer]]:
    """By whom they count, the figures of no other month or year; none of those of whom an article gives several."""
    of_whom: dict[str, list[Answer]] = defaultdict(list)
    for answer in [x for x in answers if not x.dated] or answers:
        of_whom[answer.of].append(answer)
    return {who: of for who, of in of_whom.items() if all(of[0].agrees(x) for x in of)}
