"""Other times for one event in sentences worded differently: "apologized on Friday", "had to apologize Saturday".

A time is held against another only where both stand beside the same word for what happened, and no telling of it in
either article shares a time with the other's.  All are only likely: an article may tell of two rounds of one thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import is_date, years
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import COMMON, FUNCTION
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.figures.ledger import strangers
from index.comparison.conflicts.findings import Finding, held_against
from index.comparison.conflicts.reading.about import what_stands_near
from index.comparison.conflicts.reading.deeds import deeds_in
from index.comparison.conflicts.reading.rivals import rivals, shared_near

_STEPPED_OVER = frozenset(
    word_list(
        """
        on in by until till for early late mid set scheduled from since at the of to a this last next about around as
        through planned earlier later also be is was were will would held hold afternoon morning evening night
        """
    )
)
_BEFORE = 5  # words from what happened to its time
_DEED = 6  # words from what was done to its time
_BEGINNING = 3  # a time before this word begins its sentence
_AFTER = 2  # words from a time to what happened then
_MOST = 60  # times told of one word; more tell none apart


class _Moment(NamedTuple):
    """A time told: words first to end (exclusive); `value` is comparable inside its `scale` (weekday or month)."""

    passage: Passage
    scale: str
    value: str
    first: int
    end: int


def other_moments(a: Told, b: Told) -> Iterator[Finding]:
    """Weekdays, months and days of the month beside one word for what happened."""
    happened_a, happened_b = _happened(a), _happened(b)
    with_a, with_b = _told_with(a), _told_with(b)
    values_a, values_b = ({e: {m.value for m in told} for e, told in of.items()} for of in (happened_a, happened_b))

    def exclude(event: tuple[str, str], x: _Moment, y: _Moment) -> bool:
        if with_a[event] & values_b[event] or with_b[event] & values_a[event]:
            return False
        return len(shared_near(x, y)) > 1 and not _apart(x.passage, y.passage) and not _other_deeds(x, y)

    for _, x, y in rivals(happened_a, happened_b, _MOST, exclude):
        yield held_against("date", "differs", x, y, what_stands_near(x.passage.words, x.first, x.end), 0.5)


@once
def _happened(told: Told) -> dict[tuple[str, str], list[_Moment]]:
    """The times of an article by their scale and the keys of the words for what happened then."""
    text = told.side.document.text
    found: dict[tuple[str, str], list[_Moment]] = defaultdict(list)
    for passage in told.passages:
        told_deeds = deeds_in(told)[passage.order]
        for at, word in enumerate(passage.words):
            if word.kind in ("weekday", "month"):
                day = word.kind == "month" and any(1 <= w.value <= 31 for w in passage.words[at + 1 : at + 2])
                moment = _Moment(passage, word.kind, word.key, at, at + 1 + day)
                for event in _events(text, passage.words, at, told_deeds):
                    found[word.kind, event].append(moment)
    return found


def _other_deeds(x: _Moment, y: _Moment) -> bool:
    """Was the same thing approved at the one time and signed at the other?"""
    deed_x, deed_y = _deed(x), _deed(y)
    return bool(deed_x and deed_y) and deed_x != deed_y


def _deed(moment: _Moment) -> str:
    """The key of the nearest word before a time that tells what was done, "" where none does."""
    words = moment.passage.words
    near = words[max(0, moment.first - _DEED) : moment.first]
    return next((w.key for w in reversed(near) if w.folded.endswith("ed") and not w.capital), "")


def _apart(a: Passage, b: Passage) -> bool:
    """Do the sentences name other people, or tell other years or other figures?"""
    years_a, years_b = ({p.words[n].key for n in years(p.words)} for p in (a, b))
    told_a, told_b = ({w.key for n, w in enumerate(p.words) if _is_figure(p.words, n)} for p in (a, b))
    return (
        strangers(a, b)
        or bool(years_a and years_b and not years_a & years_b)
        or bool(told_a and told_b and not told_a & told_b)
    )


def _is_figure(words: Sequence[Word], at: int) -> bool:
    return words[at].kind == "number" and words[at].value > 1 and not is_date(words, at)


@once
def _told_with(told: Told) -> dict[tuple[str, str], set[str]]:
    """By scale and key of a word: every time in a sentence that has the word."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for passage in told.passages:
        for scale, time in {(w.kind, w.key) for w in passage.words if w.kind in ("weekday", "month")}:
            for key in (*passage.weights, *(deed for _, _, deed in deeds_in(told)[passage.order])):
                found[scale, key].add(time)
    return found


def _events(text: str, words: Sequence[Word], at: int, told: Sequence[tuple[int, int, str]]) -> set[str]:
    """The keys of the words and deeds for what happened nearest to the time at word `at`, before it and after it.

    A comma ends the search; one after a time that begins the sentence does not.
    """
    keys = set()
    for step, reach in ((-1, _BEFORE), (1, _AFTER)):
        for place in range(at + step, at + step * (reach + 1), step):
            if not 0 <= place < len(words):
                break
            gap = (
                text[words[place].end : words[place - step].start] or text[words[place - step].end : words[place].start]
            )
            if not gap.isspace() and gap != "-" and not (step > 0 and at < _BEGINNING and gap == ", "):
                break
            keys |= {deed for first, end, deed in told if place in (first, end - 1)}
            word = words[place]
            if word.folded not in _STEPPED_OVER and word.kind == "word":
                if not word.capital and not _is_common(word):
                    keys.add(word.key)
                break
    return keys


def _is_common(word: Word) -> bool:
    return word.folded in FUNCTION or word.key in COMMON or word.stem in COMMON
