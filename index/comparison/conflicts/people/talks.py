"""What two articles tell of the talks of one event: whether any were held, where the last ones were, who will go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from index.comparison.aligning.naming import SPELLING
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, Wording, held_against, most_alike

_MOST = 40
_LAST = frozenset({"last", "previous", "prior", "latest", "earlier", "past"})
_PLANNED = frozenset(word_list("will scheduled expected due set plans planning slated supposed"))
_MEETING = frozenset({"=talks", "=meet", "summit"})
_SENT = frozenset(
    word_list("officials official envoys envoy negotiators delegation delegations representatives team diplomats aides")
)
_HE = frozenset({"he", "she"})
_REACH = 14  # words from the plan to the place


class _Held(NamedTuple):
    """Talks and their place; words first to end name the place."""

    passage: Passage
    place: str
    first: int
    end: int


class _Going(NamedTuple):
    """Planned talks: their place, and words first to end for who goes, a person's surname or "" for sent people."""

    passage: Passage
    place: str
    surname: str
    first: int
    end: int


def talks_conflicts(a: Told, b: Told) -> Iterator[Finding]:
    """Conflicts about talks that need no aligned sentences; all are only likely."""
    yield from _place_conflict(a, b)
    yield from _existence_conflict(a, b)
    yield from _going_conflict(a, b)


def _place_conflict(a: Told, b: Told) -> Iterator[Finding]:
    held_a, held_b = _last_talks(a), _last_talks(b)
    named_a, named_b = _capitals(a), _capitals(b)
    for x in held_a:
        for y in held_b:
            if x.place not in named_b and y.place not in named_a:
                yield held_against("place", "differs", x, y, "the last talks", 0.4)
                return


@once
def _capitals(told: Told) -> set[str]:
    return {w.folded for p in told.passages for w in p.words if w.capital}


@once
def _last_talks(told: Told) -> list[_Held]:
    """ "The last discussions in Istanbul", "prior talks held in Paris"."""
    found: list[_Held] = []
    for passage in told.passages:
        words = passage.words
        for at, word in enumerate(words):
            if word.key == "=talks" and any(w.folded in _LAST for w in words[max(0, at - 4) : at]):
                place = _place_after(words, at, 4)
                if place is not None:
                    found.append(_Held(passage, words[place].folded, place, place + 1))
    return found[:_MOST]


def _place_after(words: Sequence[Word], at: int, reach: int) -> int | None:
    """The word that names a town after "in" within `reach` words; a land is too wide to be where one meets."""
    for step in range(at + 1, min(at + reach, len(words) - 1)):
        place = words[step + 1]
        if words[step].folded == "in" and place.capital and place.kind == "word" and place.folded not in FUNCTION:
            return step + 1 if place.key not in LANDS else None
    return None


def _existence_conflict(a: Told, b: Told) -> Iterator[Finding]:
    """ "There have been no direct talks" against talks that the other article reports as held."""
    for turned, denying, telling in ((False, a, b), (True, b, a)):
        denied, held = _denied_talks(denying), _held_talks(telling)
        if denied and held and not _held_talks(denying):
            x, y = (held[0], denied[0]) if turned else (denied[0], held[0])
            yield held_against("negation", "differs", x, y, "whether talks have been held", 0.4)
            return


@once
def _denied_talks(told: Told) -> list[Wording]:
    """ "no direct discussions" after there is, there have been."""
    found = []
    for passage in told.passages:
        words = passage.words
        for at, word in enumerate(words):
            if word.folded == "no" and any(w.folded == "there" for w in words[max(0, at - 4) : at]):
                end = next((n + 1 for n in range(at + 1, min(at + 4, len(words))) if words[n].key == "=talks"), None)
                if end is not None:
                    found.append(Wording(passage, at, end))
    return found[:_MOST]


@once
def _held_talks(told: Told) -> list[Wording]:
    """ "The last discussions in Istanbul ended", "hosted several rounds of talks"."""
    found = []
    for passage in told.passages:
        words = passage.words
        for at, word in enumerate(words):
            if word.key != "=talks" or word.folded.endswith("ing"):
                continue
            rounds = any(w.folded in ("round", "rounds") for w in words[max(0, at - 3) : at])
            hosted = rounds and any(w.folded in ("hosted", "held") for w in words[max(0, at - 6) : at])
            last = any(w.folded in _LAST for w in words[max(0, at - 3) : at])
            done = any(w.folded in ("ended", "collapsed", "lasted", "failed") for w in words[at + 1 : at + 5])
            if hosted or (last and done):
                begin = next(
                    n for n in range(max(0, at - 6), at + 1) if words[n].folded in (*_LAST, "hosted", "held") or n == at
                )
                found.append(Wording(passage, begin, at + 1))
    return found[:_MOST]


def _going_conflict(a: Told, b: Told) -> Iterator[Finding]:
    """The leader in person in one article, people sent or somebody else in the other, to meet in one town."""
    going_a, going_b = _going(a), _going(b)
    for place in sorted({g.place for g in going_a} & {g.place for g in going_b}):
        mine, theirs = ([g for g in going if g.place == place] for going in (going_a, going_b))
        if not any(_same(x.surname, y.surname) for x in mine for y in theirs):
            x, y = most_alike((x, y) for x in mine for y in theirs)
            who = "".join(f" ({_said(g)} is {g.surname.title()})" for g in (x, y) if _said(g) in _HE)
            yield held_against("participant", "differs", x, y, f"people who are to meet in {place.title()}{who}", 0.4)


def _said(going: _Going) -> str:
    return going.passage.words[going.first].folded


def _same(one: str, other: str) -> bool:
    return one == other or bool(one and other and ratio(one, other) >= SPELLING)


@once
def _going(told: Told) -> list[_Going]:
    """ "He is expected to hold discussions … in London", "officials are scheduled to meet … in London"."""
    found: list[_Going] = []
    for passage in told.passages:
        words = passage.words
        for at, word in enumerate(words):
            if word.folded not in _PLANNED:
                continue
            meeting = next((n for n in range(at + 1, min(at + 6, len(words))) if words[n].key in _MEETING), None)
            place = None if meeting is None else _place_after(words, meeting, _REACH)
            subject = None if place is None else _subject(told, passage, at)
            if place is not None and subject is not None:
                found.append(_Going(passage, words[place].folded, subject[0], *subject[1:]))
    return found[:_MOST]


def _subject(told: Told, passage: Passage, plan: int) -> tuple[str, int, int] | None:
    """Who is to go: the last person, pronoun or people sent before word `plan`, with its words' places."""
    words = passage.words
    for at in range(plan - 1, max(-1, plan - 6), -1):
        word = words[at]
        if word.folded in _SENT:
            first = at - 1 if at and words[at - 1].capital else at
            return "", first, at + 1
        if word.folded in _HE:
            named = [m for m in told.mentions_in(max(0, passage.span.start - 600), word.start) if m.type == "PERSON"]
            return (named[-1].text.split()[-1].casefold(), at, at + 1) if named else None
        for mention in told.mentions_in(word.start - 40, word.end):
            if mention.type == "PERSON" and mention.start <= word.start and mention.end >= word.end:
                first = next(n for n in range(at, -1, -1) if words[n].start <= mention.start or n == 0)
                return word.folded, first, at + 1
    return None
