"""Facts told of one event anywhere in two articles: how long a war has lasted, where talks were held, if at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.comparison.alignment import similarity
from index.comparison.findings import Finding
from index.comparison.passages import Passage, Told
from index.comparison.quantities import quantities
from index.comparison.stopwords import FUNCTION
from index.comparison.thesaurus import LANDS
from index.comparison.tokens import Word
from index.comparison.words import span_of

_WAR = frozenset({"=war", "invas"})
_YEAR = 365.25
_MOST = 40
_LAST = frozenset({"last", "previous", "prior", "latest", "earlier", "past"})


@dataclass(frozen=True, slots=True)
class _Lasted:
    """A war told to have lasted from `low` to `high` years; words first to end tell it."""

    passage: Passage
    low: float
    high: float
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class _Held:
    """Past talks and their place; words first to end name the place."""

    passage: Passage
    place: str
    first: int
    end: int


def event_conflicts(a: Told, b: Told) -> Iterator[Finding]:
    """Conflicts about one event that need no aligned sentences."""
    yield from _duration_conflict(a, b)
    yield from _place_conflict(a, b)
    yield from _existence_conflict(a, b)


def _duration_conflict(a: Told, b: Told) -> Iterator[Finding]:
    lasted_a, lasted_b = _lasted(a), _lasted(b)
    if not lasted_a or not lasted_b:
        return
    if any(x.low <= y.high and y.low <= x.high for x in lasted_a for y in lasted_b):
        return
    x, y = max(
        ((x, y) for x in lasted_a for y in lasted_b),
        key=lambda p: (similarity(p[0].passage, p[1].passage), -p[0].passage.order, -p[1].passage.order),
    )
    yield Finding(
        "number",
        "differs",
        span_of(x.passage.words, x.first, x.end),
        span_of(y.passage.words, y.first, y.end),
        x.passage.span,
        y.passage.span,
        "how long the war has lasted",
        0.5,
    )


def _lasted(told: Told) -> list[_Lasted]:
    """ "Nearly three years", "the three-year conflict" and "into its third year", each beside a word for war."""
    text = told.side.document.text
    found: list[_Lasted] = []
    for passage in told.passages:
        words = passage.words
        for quantity in quantities(words, text):
            if quantity.unit == "days" and quantity.value >= _YEAR and _near_war(words, quantity.at):
                years = quantity.value / _YEAR
                low = years * (0.85 if quantity.bound in ("about", "below") else 0.97)
                high = years * (1.0 if words[quantity.first - 1].folded in ("nearly", "almost") else 1.1)
                first = quantity.first - 1 if quantity.bound and quantity.first else quantity.first
                found.append(_Lasted(passage, low, high, first, quantity.end))
        for at, word in enumerate(words[:-1]):
            if word.kind == "ordinal" and words[at + 1].folded == "year" and _near_war(words, at):
                entering = any(
                    w.folded in ("into", "enters", "entering", "entered") for w in words[max(0, at - 3) : at]
                )
                high = word.value - 0.75 if entering else word.value
                found.append(_Lasted(passage, word.value - 1, high, at, at + 2))
    return found[:_MOST]


def _near_war(words: Sequence[Word], at: int) -> bool:
    return any(w.key in _WAR for w in words[max(0, at - 7) : at + 8])


def _place_conflict(a: Told, b: Told) -> Iterator[Finding]:
    held_a, held_b = _talks(a), _talks(b)
    named_a = {w.folded for p in a.passages for w in p.words if w.capital}
    named_b = {w.folded for p in b.passages for w in p.words if w.capital}
    for x in held_a:
        for y in held_b:
            if x.place not in named_b and y.place not in named_a:
                yield Finding(
                    "place",
                    "differs",
                    span_of(x.passage.words, x.first, x.end),
                    span_of(y.passage.words, y.first, y.end),
                    x.passage.span,
                    y.passage.span,
                    "the last talks",
                    0.4,
                )
                return


def _talks(told: Told) -> list[_Held]:
    """ "The last discussions in Istanbul", "prior talks held in Paris"."""
    found: list[_Held] = []
    for passage in told.passages:
        words = passage.words
        for at, word in enumerate(words):
            if word.key != "=talks" or not any(w.folded in _LAST for w in words[max(0, at - 4) : at]):
                continue
            for step in range(at + 1, min(at + 4, len(words) - 1)):
                place = words[step + 1]
                if (
                    words[step].folded == "in"
                    and place.capital
                    and place.kind == "word"
                    and place.folded not in FUNCTION
                ):
                    if place.key not in LANDS:
                        found.append(_Held(passage, place.folded, step + 1, step + 2))
                    break
    return found[:_MOST]


def _existence_conflict(a: Told, b: Told) -> Iterator[Finding]:
    """ "There have been no direct talks" against talks that the other article reports as held."""
    for turned, denying, telling in ((False, a, b), (True, b, a)):
        denied, held = _denied_talks(denying), _held_talks(telling)
        if denied and held and not _held_talks(denying):
            (p, first, end), (q, begin, stop) = denied[0], held[0]
            here, there = span_of(p.words, first, end), span_of(q.words, begin, stop)
            yield Finding(
                "negation",
                "differs",
                there if turned else here,
                here if turned else there,
                q.span if turned else p.span,
                p.span if turned else q.span,
                "whether talks have been held",
                0.4,
            )
            return


def _denied_talks(told: Told) -> list[tuple[Passage, int, int]]:
    """ "no direct discussions" after there is, there have been."""
    found = []
    for passage in told.passages:
        words = passage.words
        for at, word in enumerate(words):
            if word.folded == "no" and any(w.folded == "there" for w in words[max(0, at - 4) : at]):
                end = next((n + 1 for n in range(at + 1, min(at + 4, len(words))) if words[n].key == "=talks"), None)
                if end is not None:
                    found.append((passage, at, end))
    return found[:_MOST]


def _held_talks(told: Told) -> list[tuple[Passage, int, int]]:
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
                found.append((passage, begin, at + 1))
    return found[:_MOST]
