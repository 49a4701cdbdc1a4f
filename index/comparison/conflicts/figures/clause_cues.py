"""What a figure tells by any word of its clause, where no phrase of the table of tallies stands right beside it.

"The clinics of the town took in over 90 wounded in the night" tells how many were hurt.  A word of the clause says less
than a phrase that is written beside a figure, so these tellings count only where an article has no such phrase, and
only between articles that surely report one event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from index.comparison.aligning.quantities import Quantity
from index.comparison.aligning.stems import stem
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.figures.tallies import Tally, tallies
from index.comparison.conflicts.figures.tally_words import counted
from index.comparison.conflicts.reading.tables import table

_TOTALS = frozenset(stem(word) for word in ("total", "number", "toll", "sum", "group", "value", "worth"))
_THINGS = frozenset({"homes", "houses", "buildings", "structures", "dwellings", "cabins"})
"""Things of a line that are told apart: four houses are not four buildings."""
_REACH = 8  # words from a figure to a cue
_NOUN = 3
_BREAKS = frozenset(";:()—–")


class Cued(NamedTuple):
    """A figure that answers a tally by a word of its clause; `of` tells who is counted, "" for all."""

    tally: Tally
    figure: Quantity
    of: str


class _Line(NamedTuple):
    tally: Tally
    nouns: frozenset[str]
    cues: tuple[tuple[str, ...], ...]


def cued(text: str, words: Sequence[Word], figures: Sequence[Quantity]) -> Iterator[Cued]:
    """The figures of a sentence that a cue tells of: each of the nearest, and each cue of its nearest figure alone."""
    by_stem: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        if word.kind == "word":
            by_stem[word.stem].append(at)
    clause = _clauses(text, words)
    best: dict[int, tuple[int, int, str]] = {}
    for number in sorted({n for key in by_stem if key in _by_cue() for n in _by_cue()[key]}):
        line = _lines()[number]
        counting = [
            (f, of) for f in figures if line.tally.asks(f.unit) and (of := _counted(line, words, f)) is not None
        ]
        counting = [(f, of) for f, of in counting if not line.nouns.isdisjoint(_nouns(words, f))] or counting
        for figure, of in counting:
            for away in _aways(line, by_stem, clause, figure, [f for f, _ in counting]):
                best[figure.at] = min(best.get(figure.at, (away, number, of)), (away, number, of))
    for figure in figures:
        if figure.at in best:
            _, number, of = best[figure.at]
            yield Cued(_lines()[number].tally, figure, of)


def _aways(
    line: _Line,
    by_stem: Mapping[str, Sequence[int]],
    clause: Sequence[int],
    figure: Quantity,
    counting: Sequence[Quantity],
) -> Iterator[int]:
    """How many words each cue stands from a figure that none of `counting` is nearer to."""
    rivals = [f for f in counting if clause[f.at] == clause[figure.at]]
    for cue in line.cues:
        places = [[at for at in by_stem.get(part, ()) if clause[at] == clause[figure.at]] for part in cue]
        if all(places):
            away, at = max(min((_distance(at, figure), at) for at in of) for of in places)
            if away <= _REACH and away == min(_distance(at, f) for f in rivals):
                yield away


def _distance(at: int, figure: Quantity) -> int:
    return max(figure.first - at, at - figure.at)


def _clauses(text: str, words: Sequence[Word]) -> Sequence[int]:
    """For each word the number of its clause; a comma parts none."""
    parted = (not _BREAKS.isdisjoint(text[one.end : other.start]) for one, other in pairwise(words))
    return list(accumulate(parted, initial=0))


def _counted(line: _Line, words: Sequence[Word], figure: Quantity) -> str | None:
    """Who or what a figure counts, "" for all; None where it is not what the line asks for."""
    if figure.unit != "count":
        return ""
    before = words[: figure.first][-2:]
    if len(before) == 2 and before[1].folded == "of" and before[0].stem not in _TOTALS | _parts(line):
        return None  # "a crew of 14"
    if [w.folded for w in words[figure.end : figure.end + 1]] == ["of"]:
        return None  # "four of them" are a part
    nouns = _nouns(words, figure)
    if line.nouns and nouns and "people" not in line.nouns and line.nouns.isdisjoint(nouns):
        return None
    if line.tally.kind != "count" or not nouns or nouns[-1] in line.nouns - _THINGS or stem(nouns[-1]) in _parts(line):
        return ""
    return counted(nouns)


def _nouns(words: Sequence[Word], figure: Quantity) -> Sequence[str]:
    """The words right after a figure that may name what it counts."""
    found: list[str] = []
    for one, word in zip(words[figure.end - 1 :], words[figure.end : figure.end + _NOUN], strict=False):
        if word.start > one.end + 1 or word.kind != "word" or word.folded in FUNCTION:
            break
        found.append(word.folded)
    return found


@cache
def _parts(line: _Line) -> frozenset[str]:
    """The stems of the words of a line's cues: "14 dead" are all who died, "a list of 14" is the number."""
    return frozenset(part for cue in line.cues for part in cue)


@cache
def _lines() -> tuple[_Line, ...]:
    by_about = {tally.about: tally for tally in tallies()}
    return tuple(
        _Line(by_about[line.about], frozenset(line.of.split()), tuple(tuple(map(stem, cue)) for cue in line.points[0]))
        for line in table("clause_cues")
    )


@cache
def _by_cue() -> Mapping[str, frozenset[int]]:
    """By the stem of each word of a cue the lines that it may answer."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_lines()):
        for cue in line.cues:
            for part in cue:
                found[part].add(number)
    return {part: frozenset(numbers) for part, numbers in found.items()}
