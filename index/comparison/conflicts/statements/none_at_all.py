"""What happened in one article and to nobody at all in the other: "taken into custody", "nobody was arrested".

A denial of everyone ("nobody", "no arrests", "without any interruption") leaves no room for one who was, in whatever
words that is told.  A denial about somebody ("the referee was not assaulted") leaves none where the other article tells
it of the same.  Only between articles that surely report one event, and only where each tells it in one way throughout.
All are only likely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import years
from index.comparison.aligning.stems import stem, word_list
from index.comparison.aligning.stopwords import COMMON, FUNCTION, MODALS
from index.comparison.aligning.times import other_times
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against, most_alike
from index.comparison.conflicts.reading.called import called
from index.comparison.conflicts.reading.cues import left_open
from index.comparison.conflicts.reading.denials import Denied, denied_in
from index.comparison.conflicts.reading.one_event import surely_one_event
from index.comparison.conflicts.reading.phrasebook import Phrasebook
from index.comparison.conflicts.reading.phrases import of_others
from index.comparison.conflicts.reading.quoted import is_quoted
from index.comparison.conflicts.reading.tables import Question, table

_OPENING = "They differ on {about}"
_OF_ALL = frozenset({"no", "without", "nobody", "none", "nothing"})
_BE = frozenset({"was", "were", "been", "being", "is", "are"})
_OPEN_REACH = 6  # words before what happened in which it is left open
_SUBJECT = 6  # words before a denial or a verb that tell of whom
_OBJECT = 3  # words after a verb that tell whom
_LONGEST = 80  # words of a sentence; longer ones are no prose
_MOST = 12  # tellings of one thing; more tell none apart
_NOT_ALL = frozenset(word_list("more longer other others further second additional new another doubt matter"))
"""After "no": there were some before, or nothing is denied."""
_ELSEWHEN = frozenset(
    word_list(
        """
        last previous previously earlier since ago former formerly history ever before similar decade decades years
        could might may should must plans planned wants wanted threatened feared fears
        """
    )
)
_ANYONE = frozenset(word_list("one person persons people body anyone anything thing single any inhabitant resident"))


class _Happened(NamedTuple):
    """Words first to end of a passage tell that something happened, or denied that it did.

    `of` are the keys of those of whom it is told alone, empty where it is denied of all; `suffered`: of those to whom
    it was done.
    """

    passage: Passage
    denied: bool
    first: int
    end: int
    of: frozenset[str]
    suffered: bool


def none_at_all(a: Told, b: Told) -> Iterator[Finding]:
    """What either article tells and the other denies of everyone, or of the same."""
    if not surely_one_event(a, b):
        return
    told_a, told_b = _told(a), _told(b)
    for number in sorted(told_a.keys() & told_b.keys()):
        mine, theirs = told_a[number], told_b[number]
        if max(len(mine), len(theirs)) > _MOST:
            continue
        beside = "beside" in _questions()[number].how
        found = [
            (x, y)
            for x in mine
            for y in theirs
            if x.denied != y.denied
            and _of_one(x, y, beside)
            and not any(z.denied == y.denied and (not beside or _of_one(z, y, beside)) for z in mine)
            and not any(z.denied == x.denied and (not beside or _of_one(x, z, beside)) for z in theirs)
            and not other_times(x.passage, y.passage)
            and not of_others(x.passage, y.passage)
        ]
        if found:
            yield held_against("negation", "differs", *most_alike(found), _questions()[number].about, 0.4, _OPENING)


def _of_one(x: _Happened, y: _Happened, beside: bool) -> bool:
    """Do both tell of everyone, or of the same; and, where that is asked, of one thing?"""
    if beside:
        whose = [one for one in (x, y) if one.denied and one.of]
        if whose:
            beside_both = _keys(x.passage.words) & _keys(y.passage.words)
            return all(one.suffered and one.of & beside_both for one in whose)
        return bool(_around(x) & _around(y))
    denied, told = (x, y) if x.denied else (y, x)
    return not denied.of or (denied.suffered == told.suffered and bool(denied.of & told.of))


def _around(one: _Happened) -> set[str]:
    """What a sentence tells beside it, but names: those are of many things."""
    beside = (*one.passage.words[: one.first], *one.passage.words[one.end :])
    return _keys([w for w in beside if not w.capital and w.key not in COMMON and w.stem not in COMMON])


def _keys(words: Sequence[Word]) -> set[str]:
    return {
        called(w)
        for w in words
        if w.kind == "word" and w.folded not in FUNCTION and w.folded not in _ANYONE and w.key != "=say"
    }


@once
def _told(told: Told) -> Mapping[int, Sequence[_Happened]]:
    """By question what an article tells and denies in its own words."""
    found: dict[int, list[_Happened]] = defaultdict(list)
    text = told.side.document.text
    for passage in told.stated:
        words = passage.words
        if len(words) > _LONGEST or text.endswith("?", *passage.span) or _of_another_time(passage):
            continue
        denied = denied_in(told)[passage.order]
        for number, one in (*_denied(passage, denied), *_stated(passage, denied)):
            if not is_quoted(told, words[one.first].start):
                found[number].append(one)
    return found


def _of_another_time(passage: Passage) -> bool:
    return not _ELSEWHEN.isdisjoint(passage.forms) or bool(years(passage.words))


def _denied(passage: Passage, denied: Denied) -> Iterator[tuple[int, _Happened]]:
    """What a sentence denies, of everyone or of somebody."""
    words = passage.words
    for at in sorted(denied.words):
        numbers = _by_stem().get(words[at].stem, ())
        by = max(n for n in denied.by if n < at)
        if not numbers or left_open(words[:by][-_OPEN_REACH:]):
            continue
        suffered = any(w.folded in _BE for w in words[max(0, by - 2) : at])
        if words[by].folded in _OF_ALL:
            if words[by + 1].folded == "of" or any(w.folded in _NOT_ALL for w in words[by + 1 : at]):
                continue
            whom = _keys(words[by + 1 : at])
        else:
            whom = _keys(words[max(0, by - _SUBJECT) : by])
            if not whom:
                continue
        for number in numbers:
            yield number, _Happened(passage, True, by, at + 1, frozenset(whom), suffered)


def _stated(passage: Passage, denied: Denied) -> Iterator[tuple[int, _Happened]]:
    """What a sentence tells that happened, nothing that is only possible, asked for or denied."""
    words = passage.words
    shut_out = denied.words | denied.beside if denied.by else frozenset()
    for at in _happenings().begun(words):
        for end, number in _happenings().at(words, at):
            before = words[:at][-_OPEN_REACH:]
            if (
                left_open(before)
                or any(w.folded in MODALS for w in before)
                or [w.folded for w in before[-1:]] == ["to"]
            ):
                continue
            if not shut_out.isdisjoint(range(at, end)):
                continue
            suffered = any(w.folded in _BE for w in words[max(0, at - 2) : end])
            led = words[max(0, at - _SUBJECT) : at]
            whom = _keys(led if suffered else [*led, *words[end : end + _OBJECT]])
            yield number, _Happened(passage, False, at, end, frozenset(whom), suffered)


@cache
def _questions() -> tuple[Question, ...]:
    return table("happenings")


@cache
def _happenings() -> Phrasebook[int]:
    """The phrases that tell that it happened, with the number of the question."""
    return Phrasebook((phrase, number) for number, question in enumerate(_questions()) for phrase in question.points[0])


@cache
def _by_stem() -> Mapping[str, Sequence[int]]:
    """By the stem of a word that is denied the questions that it answers."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, question in enumerate(_questions()):
        for key in sorted({stem(word) for phrase in question.points[1] for word in phrase}):
            found[key].append(number)
    return found
