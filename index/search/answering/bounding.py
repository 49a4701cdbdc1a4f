"""What all documents of a segment score at most, told at once, so that few need a score.

A word gives each document a byte, by how often it has the word and how long it is; a row of such bytes is one wide
number, so that the rows of all words are added, and compared with a score, by single calls.  Documents whose bound is
below what enough others score are left aside.  The idea is that of MaxScore (Turtle and Flood 1995).
"""

from __future__ import annotations

import heapq
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import lru_cache, partial
from itertools import chain

from index.search.answering.answers import Answer, Either, Scored, Scores, Tallied, Weighed
from index.search.answering.tallies import Documents

_LANE = 4
"""Bytes of a document in a row."""
_LOW = _LANE - 1 if sys.byteorder == "big" else 0
_HIGH = _LANE - 1 - _LOW
_MOST = 1 << 31
"""More than any document has in a row, so that the highest bit of a lane tells what a comparison found."""
_UNITS = 1 << 20
"""Units that the bounds of all words are together."""
_STEPS = 255
"""Steps of a word's bytes, of which the last is its bound."""
_PARTS = 64
"""Parts of a unit in which rows of different units are added."""
_SAMPLE = 4096
_SPARE, _LEAST = 3, 8
"""How many times as many documents as are wanted are looked at first, and how many of the sample at least."""
_REACHED = bytes(byte >> 7 for byte in range(256))
_ALL = b"\0" + b"\xff" * 255

_number: Callable[[bytes | bytearray], int] = partial(int.from_bytes, byteorder=sys.byteorder)


class Rows:
    """For each segment a row with what its documents score at most, in units; `most` is more than any has."""

    def __init__(self, rows: list[int], sizes: Sequence[int], unit: float, most: int) -> None:
        self._rows, self._sizes = rows, sizes
        self.unit, self.most = unit, most

    def with_others(self, others: Rows, weight: float, lift: float, lifted: Sequence[Set[int]]) -> Rows | None:
        """These with others that count `weight` as much, and with `lift` for some documents of each segment; None where
        the sums would be too large.
        """
        finer = self.unit / _PARTS
        times = int(weight * others.unit / finer) + 1
        up = int(lift / finer) + 1 if lift else 0
        most = self.most * _PARTS + others.most * times + up
        if most >= _MOST:
            return None
        rows = [
            row * _PARTS + other * times + (_lanes(_mask(numbers, size)) * up if up else 0)
            for row, other, numbers, size in zip(self._rows, others._rows, lifted, self._sizes, strict=True)
        ]
        return Rows(rows, self._sizes, finer, most)

    def among(self, documents: Sequence[Set[int]]) -> Rows:
        """These for some documents of each segment alone; the others score nothing."""
        rows = [
            row & _lanes(_mask(numbers, size), _ALL, every=True)
            for row, numbers, size in zip(self._rows, documents, self._sizes, strict=True)
        ]
        return Rows(rows, self._sizes, self.unit, self.most)

    def reaching(self, score: float) -> list[Documents]:
        """In each segment the documents that may have a score, and others."""
        least = max(1, min(int(score / self.unit) - 1, self.most))
        return [
            Documents(
                (row + _ones(size) * (_MOST - least))
                .to_bytes(_LANE * size, sys.byteorder)[_HIGH::_LANE]
                .translate(_REACHED)
            )
            for row, size in zip(self._rows, self._sizes, strict=True)
        ]

    def likely(self, wanted: int, total: int) -> float:
        """A score that some more documents than are wanted, of `total`, may have."""
        sample: list[int] = []
        for row, size in zip(self._rows, self._sizes, strict=True):
            values = array("I")
            values.frombytes(row.to_bytes(_LANE * size, sys.byteorder))
            sample += values[:: max(1, total // _SAMPLE)]
        sample = sorted(filter(None, sample))
        index = len(sample) - 1 - max(_LEAST, _SPARE * wanted * len(sample) // max(1, total))
        return sample[index] * self.unit if index >= 0 else 0.0


def rows_of(segments: Sequence[Sequence[Answer]], sizes: Sequence[int], check: Callable[[], None]) -> Rows:
    """What documents score at most where the scores of some answers are added; `check` is called before each segment,
    and may raise.
    """
    bounds = [max(answer.bound for answer in column) for column in zip(*segments, strict=True)]
    unit = (sum(bounds) or 1.0) / _UNITS
    made: list[tuple[int, int]] = []
    for answers, size in zip(segments, sizes, strict=True):
        check()
        made.append(_row(answers, size, unit))
    return Rows([row for row, _ in made], sizes, unit, max((most for _, most in made), default=0) + 2)


def best(rows: Rows, wanted: int, total: int, scores_of: Callable[[int, Set[int]], Scores]) -> list[Scores] | None:
    """In each segment the scores of some documents, the best `wanted` of all and those that equal them among them; None
    where all of them have to be looked at.
    """
    enough = rows.likely(wanted, total)
    scores = [scores_of(place, numbers) for place, numbers in enumerate(rows.reaching(enough))]
    if sum(map(len, scores)) < wanted:
        return None
    least = heapq.nlargest(wanted, chain.from_iterable(each.values() for each in scores))[-1]
    if least <= 0.0:
        return None
    if least < enough:
        add(rows, least, scores, scores_of)
    return scores


def add(rows: Rows, least: float, scores: list[Scores], scores_of: Callable[[int, Set[int]], Scores]) -> None:
    """Adds the scores of those that may have `least` and are not there."""
    for place, numbers in enumerate(rows.reaching(least)):
        scores[place].update(scores_of(place, set(numbers) - scores[place].keys()))


def _row(answers: Sequence[Answer], size: int, unit: float) -> tuple[int, int]:
    """The row of a segment for the sums of some answers, and the most that a document has in it."""
    row = most = 0
    few = [0] * size
    for answer in _parts(answers):
        if isinstance(answer, Tallied):
            times = int(answer.bound / _STEPS / unit) + 1
            row += _lanes(answer.tally.steps(answer.least, _STEPS)) * times
            most += _STEPS * times
            continue
        if isinstance(answer, Weighed):
            for number, units in _units(answer, unit):
                few[number] += units
        else:
            assert isinstance(answer, Scored)  # all others are done
            for number, score in answer.values.items():
                few[number] += int(score / unit) + 1
        most += int(answer.bound / unit) + 1
    return row + _number(array("I", few).tobytes()), most


def _parts(answers: Sequence[Answer]) -> Iterator[Answer]:
    """The answers of which some consist, those that find nothing left out."""
    for answer in answers:
        if isinstance(answer, Either):
            yield from _parts(answer.parts)
        elif answer.bound > 0.0:
            yield answer


def _units(answer: Weighed, unit: float) -> Iterable[tuple[int, int]]:
    """The documents of an answer with what they score at most, in units."""
    counts = answer.counts
    norm = min(map(answer.norms.__getitem__, counts))
    often = {count: int(answer.weight * count / (count + norm) / unit) + 1 for count in set(counts.values())}
    return zip(counts, map(often.__getitem__, counts.values()), strict=True)


def _mask(numbers: Set[int], size: int) -> bytes | bytearray:
    if isinstance(numbers, Documents):
        return numbers.mask
    mask = bytearray(size)
    for number in numbers:
        mask[number] = 1
    return mask


def _lanes(values: bytes | bytearray, table: bytes | None = None, *, every: bool = False) -> int:
    """Bytes as a row, each in the lowest byte of its lane, or in `every` one."""
    row = bytearray(_LANE * len(values))
    values = values.translate(table) if table else values
    for place in range(_LANE) if every else (_LOW,):
        row[place::_LANE] = values
    return _number(row)


@lru_cache(maxsize=64)
def _ones(size: int) -> int:
    return _number((1).to_bytes(_LANE, sys.byteorder) * size)
