"""What became of a thing or a person that two articles tell of by the same noun, or by another word for it.

The driver who survived in one article and perished in the other needs no sentences in common: reports of one event
have one driver.  What an article says of a noun is read from the words around it, with denials and with how much of it
is told ("half of the branches", "both recorders").  All are only likely: there may have been two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import years
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import FUNCTION, MODALS
from index.comparison.aligning.times import other_times
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against
from index.comparison.conflicts.reading.lasting import was_until
from index.comparison.conflicts.reading.one_event import surely_one_event
from index.comparison.conflicts.reading.phrases import of_others
from index.comparison.conflicts.reading.quoted import is_quoted
from index.comparison.conflicts.reading.rivals import rivals
from index.comparison.conflicts.what_became.extents import Extent, extent_before, phrase_begin, singular
from index.comparison.conflicts.what_became.predicates import told_after, told_before
from index.comparison.conflicts.what_became.states import asked_by, asked_of, compounds, event_phrases, questions

_OPENING = "They differ on {about}"
_MOST = 20  # tellings of one thing; more tell none apart
_LONGEST = 200  # words of a sentence; longer ones are no prose
_BY_FAR = 0.1  # of the things, by which two shares differ
_OF_WHAT = 2  # words after "of" that tell which of several it is, where they are no name
_BEFORE = 3  # words before a noun in which what is told of it is left open
_ANOTHER = frozenset(
    word_list(
        """
        other others another second next previous former similar earlier separate different neighboring neighbouring
        nearby more further additional remaining adjacent certain several some many few any
        """
    )
)
_NOT_WHICH = frozenset(word_list("every all whole entire both half country nation land state city town"))
_BUILT = frozenset(word_list("built founded opened erected completed dating"))  # of what stands today
_DATED = frozenset(word_list("ago earlier previously formerly"))
_IF = frozenset({"if", "unless", "whether"})


class _State(NamedTuple):
    """Words first to end of a sentence put the thing at point 0 of a question, or so much of it as lies in `extent`.

    `said` is the noun as it is written, `beside` the words of its phrase that tell which it is; `open`: still to come.
    """

    passage: Passage
    said: str
    beside: frozenset[str]
    extent: Extent
    first: int
    end: int
    open: bool


def other_states(a: Told, b: Told) -> Iterator[Finding]:
    """What became of one thing, where each article tells it in one way."""
    if not surely_one_event(a, b):
        return

    def exclude(asked: tuple[int, str], x: _State, y: _State) -> bool:
        return (
            x.extent.apart(y.extent, _BY_FAR)
            and (questions()[asked[0]].decided or x.open == y.open or _one_day(x.passage, y.passage))
            and (x.beside <= y.beside or y.beside <= x.beside)
            and not other_times(x.passage, y.passage)
            and not of_others(x.passage, y.passage)
        )

    for (number, _), x, y in rivals(_told(a), _told(b), _MOST, exclude, _settled):
        about = questions()[number].about.replace("{}", x.said)
        yield held_against("negation", "differs", x, y, about, 0.5, _OPENING)


def _settled(mine: Sequence[_State], theirs: Sequence[_State]) -> bool:
    """Does each article tell one thing throughout?"""
    return not any(x.extent.apart(y.extent, 0) for told in (mine, theirs) for x in told for y in told)


def _one_day(a: Passage, b: Passage) -> bool:
    """Do both sentences name one weekday, so that what is to come in one may be done in the other?"""
    days = ({w.key for w in p.words if w.kind == "weekday"} for p in (a, b))
    return bool(set.intersection(*days))


@once
def _told(told: Told) -> Mapping[tuple[int, str], Sequence[_State]]:
    """By question and thing, what an article tells, quotations left out."""
    found: dict[tuple[int, str], list[_State]] = defaultdict(list)
    for passage in told.stated:
        words = passage.words
        if len(words) > _LONGEST or _of_another_time(passage):
            continue
        states = [
            (number, thing, state)
            for at in range(len(words))
            for number, thing, first, end in _things(words, at)
            for state in _states(told.side.document.text, passage, number, thing, first, end)
        ]
        for number, thing, state in (*states, *_of_the_event(passage)):
            if not is_quoted(told, words[state.first].start):
                found[number, thing].append(state)
    return found


def _of_the_event(passage: Passage) -> Iterator[tuple[int, str, _State]]:
    """What is asked of no thing: the weather, whether it was landing."""
    words = passage.words
    for at in event_phrases().begun(words):
        said: dict[int, tuple[int, int]] = {}
        for end, (number, point) in event_phrases().at(words, at):
            said.setdefault(number, (end, point))
        if said and not any(w.folded in _IF for w in words[max(0, at - _BEFORE) : at]):
            for number, (end, point) in said.items():
                extent = Extent(1 - point, 1 - point)
                yield number, "", _State(passage, "", frozenset(), extent, at, end, False)


def _of_another_time(passage: Passage) -> bool:
    words = passage.words
    return not _DATED.isdisjoint(passage.forms) or any(
        n and words[n - 1].folded == "in" and not any(w.folded in _BUILT for w in words[n - 2 : n - 1])
        for n in years(words)
    )


def _things(words: Sequence[Word], at: int) -> Iterator[tuple[int, str, int, int]]:
    """The questions that a noun at word `at` may be asked, with the thing's name and the words of the noun."""
    folded = words[at].folded
    if at and words[at - 1].folded in compounds() and f"{words[at - 1].folded}-{folded}" in asked_of():
        return  # the noun began with the word before
    begins = at + 1 < len(words) and folded in compounds()
    of_two = asked_by(f"{folded}-{words[at + 1].folded}") if begins else ()
    for number, thing in of_two or asked_by(folded):
        yield number, thing, at, at + 1 + bool(of_two)


def _states(text: str, passage: Passage, number: int, thing: str, first: int, end: int) -> Iterator[_State]:
    """What the words around a noun tell of it."""
    words, question = passage.words, questions()[number]
    begin = phrase_begin(text, words, first)
    phrase = words[begin:first]
    if any(w.folded in _ANOTHER or w.kind == "ordinal" for w in words[max(0, begin - 1) : first]):
        return
    several = words[end - 1].folded != singular(words[end - 1].folded)
    extent, start = extent_before(words, begin, first, several and question.share)
    if any(w.folded in _IF for w in words[max(0, start - _BEFORE) : start]):
        return
    of_what, until = _of_what(words, end)
    for told in (*told_after(text, words, start, end, question), *told_before(text, words, start, question)):
        if was_until(text, words, told.first, told.end):
            continue
        there, last = min(told.first, start), max(told.end, end)
        of = words[of_what : until if told.first < of_what else min(until, told.first)]
        beside = _which((*phrase, *of), number, thing)
        turned = extent.turned() if (told.point == 1) != told.denied else extent
        led = words[end : told.first] if told.first >= end else words[max(0, told.first - _BEFORE) : told.first]
        yield _State(passage, words[end - 1].text, beside, turned, there, last, _is_possible(led))


def _which(told: Sequence[Word], number: int, thing: str) -> frozenset[str]:
    """The keys of the words that tell which of several it is; not its own name ("the mission church"), nor the land."""
    return frozenset(
        w.key
        for w in told
        if w.kind == "word"
        and w.folded not in FUNCTION
        and w.folded not in _NOT_WHICH
        and (number, thing) not in asked_of().get(w.folded, ())
    )


def _of_what(words: Sequence[Word], end: int) -> tuple[int, int]:
    """Where the name or the noun stands that tells which it is: "church of Saint Anne", "driver of the van"."""
    if end >= len(words) or words[end].folded != "of":
        return end, end
    at = end
    while at < len(words) and words[at].folded in FUNCTION:
        at += 1
    past = at
    while past < len(words) and (words[past].capital or words[past].kind != "word"):
        past += 1
    return at, past if past > at else at + _OF_WHAT


def _is_possible(led: Sequence[Word]) -> bool:
    return any(w.folded in MODALS or w.folded == "to" for w in led)
