"""Facts told of one event anywhere in two articles: how long a war has lasted, whether a truce has conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import quantities
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.figures.figures_in_place import bound_from
from index.comparison.conflicts.findings import Finding, Wording, held_against, most_alike
from index.comparison.conflicts.reading.about import TO_A_POINT

_WAR = frozenset({"=war", "invas"})
_YEAR = 365.25
_WARS = frozenset({"wars", "invasions"})
"""Several of them: how long one has lasted is not told."""
_TO_A_POINT = TO_A_POINT | {"after", "before"}
_SECOND = 2.0  # which is no ordinal by itself, since it is a unit of time too
_MOST = 40
_UNCONDITIONAL = frozenset({"unconditional", "unconditionally"})
_ANY = frozenset({"any", "a", "every", "such"})
_ONLY_WITH = (("must", "include"), ("must", "prioritize"), ("must", "involve"), ("should", "include"))
_ONLY_IF = (("as", "long", "as"), ("only", "if"), ("on", "condition"), ("provided", "that"), ("conditional", "on"))


class _Lasted(NamedTuple):
    """A war told to have lasted from `low` to `high` years; words first to end tell it."""

    passage: Passage
    low: float
    high: float
    first: int
    end: int


def event_conflicts(a: Told, b: Told) -> Iterator[Finding]:
    """Conflicts about one event that need no aligned sentences."""
    yield from _duration_conflict(a, b)
    yield from _condition_conflict(a, b)


def _duration_conflict(a: Told, b: Told) -> Iterator[Finding]:
    lasted_a, lasted_b = _lasted(a), _lasted(b)
    if not lasted_a or not lasted_b:
        return
    if any(x.low <= y.high and y.low <= x.high for x in lasted_a for y in lasted_b):
        return
    x, y = most_alike((x, y) for x in lasted_a for y in lasted_b)
    yield held_against("number", "differs", x, y, "how long the war has lasted", 0.5)


@once
def _lasted(told: Told) -> list[_Lasted]:
    """ "Nearly three years", "the three-year conflict" and "into its third year", each beside a word for war."""
    text = told.side.document.text
    found: list[_Lasted] = []
    for passage in told.passages:
        words = passage.words
        if _WAR.isdisjoint(passage.weights):
            continue
        for quantity in quantities(words, text):
            to_a_point = any(w.folded in _TO_A_POINT for w in words[quantity.end : quantity.end + 1])
            if quantity.unit == "days" and quantity.value >= _YEAR and not to_a_point and _near_war(words, quantity.at):
                years = quantity.value / _YEAR
                low = years * {"about": 0.85, "below": 0.85, "above": 1.01}.get(quantity.bound, 0.97)
                short = quantity.bound == "about" and words[quantity.first - 1].folded in ("nearly", "almost")
                high = years * (1.0 if short else 1.1)
                first = bound_from(words, quantity.first) if quantity.bound else quantity.first
                found.append(_Lasted(passage, low, high, first, quantity.end))
        for at, word in enumerate(words[:-1]):
            year = _SECOND if word.folded == "second" else word.value if word.kind == "ordinal" else 0.0
            if year and words[at + 1].folded == "year" and _near_war(words, at):
                found.append(_Lasted(passage, year - 1, year, at, at + 2))  # entered some time ago, maybe
    return found[:_MOST]


def _near_war(words: Sequence[Word], at: int) -> bool:
    return any(w.key in _WAR and w.folded not in _WARS for w in words[max(0, at - 7) : at + 8])


def _condition_conflict(a: Told, b: Told) -> Iterator[Finding]:
    """ "An unconditional ceasefire" against "any ceasefire must include": the same thing named, with a condition."""
    for turned, free, bound in ((False, a, b), (True, b, a)):
        freely = _unconditional(free)
        conditions = _conditions(bound) if freely else ()
        pairs = [(x, y) for thing, x in freely for named, y in conditions if thing in named]
        if pairs and not _unconditional(bound):
            mine, theirs = most_alike(pairs)
            x, y = (theirs, mine) if turned else (mine, theirs)
            yield held_against("negation", "differs", x, y, "whether there are conditions", 0.4)
            return


@once
def _unconditional(told: Told) -> list[tuple[str, Wording]]:
    """What is unconditional, as a key, with the two words that say so."""
    return [
        (passage.words[at + 1].key, Wording(passage, at, at + 2))
        for passage in told.passages
        for at, word in enumerate(passage.words[:-1])
        if word.folded in _UNCONDITIONAL and passage.words[at + 1].folded not in FUNCTION
    ][:_MOST]


@once
def _conditions(told: Told) -> list[tuple[set[str], Wording]]:
    """Words that set a condition, with the keys of the nouns they may be set for: "any ceasefire … must include"."""
    found = []
    for passage in told.passages:
        folded = [w.folded for w in passage.words]
        for at in range(len(folded)):
            if tuple(folded[at : at + 2]) in _ONLY_WITH:
                before = passage.words[max(0, at - 8) : at]
                found.append(({w.key for w in before}, Wording(passage, at, at + 2)))
            for phrase in _ONLY_IF:
                if tuple(folded[at : at + len(phrase)]) == phrase:
                    named = {w.key for w in passage.words}
                    found.append((named, Wording(passage, at, at + len(phrase))))
    return found[:_MOST]
