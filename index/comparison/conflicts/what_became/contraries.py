"""What is told of somebody or something and the contrary of it, in any form: walked out, stayed to the end.

A table tells which words are the contrary of which.  Whom or what they are told of is read from the clause: a person
through pronouns and offices, a thing by any word that reports of one event call it.  So no other word need be in common
where two articles surely report one event and each tells one point of it alone.  All are only likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from typing import NamedTuple

from index.comparison.aligning.naming import TITLES
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import COMMON, FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.times import other_times
from index.comparison.conflicts.findings import Finding, held_against, most_alike
from index.comparison.conflicts.reading.called import called
from index.comparison.conflicts.reading.cues import Cue, by_first, cues_of, first_stems
from index.comparison.conflicts.reading.heads import head
from index.comparison.conflicts.reading.one_event import surely_one_event
from index.comparison.conflicts.reading.own_words import one_point, told_in_own_words
from index.comparison.conflicts.reading.phrases import of_others
from index.comparison.conflicts.reading.subjects import Subjects, office_holders, subjects_of
from index.comparison.conflicts.reading.tables import Question, table

_OPENING = "They differ on {about}"
_GAP = 2  # words between two parts of a cue
_OBJECT = 8  # words after a cue that tell what it is done to
_COMING_REACH = 6  # words before a cue that tell of it as still to come
_LONGEST = 80  # words of a sentence; longer ones are no prose
_MOST = 12  # tellings of one question; more tell none apart
_OF_OTHERS = frozenset(word_list("who whom whose which that they it we you i"))
_COMING = frozenset({"will", "would", "plans", "planned"})
_TO_REACH = 2  # words from "to" to what is still to be done


class _Telling(NamedTuple):
    """Words first to end of a passage put somebody or something at `point` of a question; `coming`: it is still to be.

    `of` are the keys of the noun that it is told of and of the surname of the person, `person` that of the latter.
    """

    passage: Passage
    point: int
    first: int
    end: int
    coming: bool
    of: frozenset[str] = frozenset()
    person: str = ""


def contraries(a: Told, b: Told) -> Iterator[Finding]:
    """What either article tells of somebody or something, and the other the contrary of."""
    if not surely_one_event(a, b):
        return
    told_a, told_b = _told(a), _told(b)
    both = sorted(told_a.keys() & told_b.keys())
    holders = office_holders(a, b) if both else {}
    for number in both:
        if max(len(told_a[number]), len(told_b[number])) > _MOST:
            continue
        question = table("contraries")[number]
        mine, theirs = (
            [_of_whom(told, subjects_of(told, holders), question, one) for one in tellings[number]]
            for told, tellings in ((a, told_a), (b, told_b))
        )
        found = [
            (x, y)
            for x in mine
            for y in theirs
            if _exclude(question, x, y) and not _tells_too(mine, y, x.of) and not _tells_too(theirs, x, y.of)
        ]
        if found:
            x, y = most_alike(found)
            yield held_against("negation", "differs", x, y, _about(question, x, x.of & y.of), 0.4, _OPENING)


def _exclude(question: Question, x: _Telling, y: _Telling) -> bool:
    """Do two sentences tell the contrary of one and the same?"""
    if x.point == y.point or not x.of & y.of or (x.person and y.person and x.person != y.person):
        return False
    if "object" in question.how and not (_done_to(x) & _done_to(y)) - x.of - y.of:
        return False
    if (x.coming != y.coming and not question.decided) or other_times(x.passage, y.passage):
        return False
    return bool(x.person and y.person) or not of_others(x.passage, y.passage, openers=True)


def _tells_too(own: Sequence[_Telling], other: _Telling, of: Set[str]) -> bool:
    """Does the article tell the other's point too?"""
    return any(one.point == other.point and one.of & of for one in own)


def _about(question: Question, one: _Telling, of: Set[str]) -> str:
    """The question, asked of whom or what a sentence tells it of: "whether the doors were locked"."""
    named = next((w.text for w in one.passage.words if called(w) in of or w.stem in of), "it")
    if named[0].isupper() and one.person:
        return question.about.replace("{}", named)
    asked = question.about
    if named.endswith("s") and not named.endswith("ss"):
        asked = asked.replace("{} was", "{} were").replace("{} is", "{} are").replace("{} has", "{} have")
    return asked.replace("{}", f"the {named.lower()}")


def _done_to(one: _Telling) -> set[str]:
    """The keys of what is told behind a cue."""
    return {
        called(w)
        for w in one.passage.words[one.end : one.end + _OBJECT]
        if w.kind == "word"
        and w.folded not in FUNCTION
        and w.folded not in TITLES
        and w.key not in LANDS
        and w.key not in COMMON
        and w.stem not in COMMON
    }


def _of_whom(told: Told, subjects: Subjects, question: Question, one: _Telling) -> _Telling:
    """A telling with whom or what it is told of: a person where no "who" and no "they" tells of others before it."""
    words = one.passage.words
    of_others_told = any(w.folded in _OF_OTHERS for w in words[: one.first])
    person = "" if question.of == "thing" or of_others_told else subjects.of(one.passage, one.first)
    thing = head(told.side.document.text, words, one.first)
    return one._replace(of=frozenset({person, thing} - {""}), person=person)


@once
def _told(told: Told) -> Mapping[int, Sequence[_Telling]]:
    """By question, what an article tells in its own words; of whom is left open."""
    text = told.side.document.text
    return told_in_own_words(
        told,
        _LONGEST,
        lambda passage: {n for s in passage.stems if s in _by_stem() for n in _by_stem()[s]},
        lambda passage, number: _telling(text, passage, _cues(number)),
    )


def _telling(text: str, passage: Passage, cues: Sequence[Cue]) -> _Telling | None:
    """What a sentence tells by the cues of a question, None where it tells nothing, both points or leaves it open."""
    told = one_point(text, passage, cues, lambda _, last: last + 2 + _GAP)
    if told is None:
        return None
    point, first, end = told
    before = passage.words[:first][-_COMING_REACH:]
    coming = any(w.folded in _COMING for w in before) or any(w.folded == "to" for w in before[-_TO_REACH:])
    return _Telling(passage, point, first, end, coming)


@cache
def _cues(number: int) -> tuple[Cue, ...]:
    """What a question is answered by; made when an article has the first stem of one."""
    return cues_of(table("contraries")[number])


@cache
def _by_stem() -> Mapping[str, Set[int]]:
    """By the first stem of each cue the questions that it may answer."""
    return by_first((number, first_stems(question)) for number, question in enumerate(table("contraries")))
